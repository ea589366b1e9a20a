"""Words that might have led to a record and did not, and why: where an extraction is thin, this says what it stumbled over."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from visitextract.pipeline import Analysis
from visitextract.rules import meetings, statements, visits
from visitextract.rules.rule import Rule
from visitextract.sentences import Sentence
from visitextract.tokens import tokenize
from visitextract.trace import Cue, PassedOver

_SHORT_QUOTE = 12  # letters: up to here a quotation without a speaker is mostly a word set off, not speech

_Ranges = list[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class _Sign:
    """One kind of candidate: the rules whose words call for a record, and what the sentence lacks when none was made."""

    rules: tuple[Rule, ...]
    group: str
    lack: Callable[[Analysis, Sentence], str]


def passed_over(found: Analysis) -> tuple[PassedOver, ...]:
    """The candidates that led to no record, in text order."""
    told: list[PassedOver] = []
    told += _signs(found, _MEETING, [fact.evidence for fact in found.meetings], [fact.cues for fact in found.meetings])
    told += _signs(found, _VISIT, [fact.evidence for fact in found.visits], [fact.cues for fact in found.visits])
    told += _signs(found, _SPEECH, [(fact.evidence,) for fact in found.statements], [fact.cues for fact in found.statements])
    told += _titles(found)
    told += _quotes(found)
    told += _times(found)
    return tuple(sorted(told, key=lambda item: (item.start, item.end, item.rule)))


def _signs(
    found: Analysis, sign: _Sign, evidence: Iterable[Iterable[tuple[int, int]]], cues: Iterable[Iterable[Cue]]
) -> Iterator[PassedOver]:
    used: _Ranges = [item for ranges in evidence for item in ranges]
    used += [(cue.start, cue.end) for group in cues for cue in group]
    for sentence in found.sentences:
        seen: _Ranges = []
        for rule in sign.rules:
            for hit in rule.finditer(found.article.text, sentence.start, sentence.end):
                start, end = hit.span(sign.group)
                if start == end or _meets(start, end, used) or _meets(start, end, seen):
                    continue
                seen.append((start, end))
                yield PassedOver(start, end, rule.id, sign.lack(found, sentence))


def _meets(start: int, end: int, ranges: _Ranges) -> bool:
    return any(start < other_end and other_start < end for other_start, other_end in ranges)


def _parties(found: Analysis, sentence: Sentence) -> int:
    names = {ref.keys or ref.name for ref in found.cast.between(sentence.start, sentence.end) if not ref.in_role}
    return len(names)


def _lack_of_meeting(found: Analysis, sentence: Sentence) -> str:
    count = _parties(found, sentence)
    if count == 0:
        return "nobody is named in the sentence"
    return "only one party is named in the sentence" if count == 1 else "no rule ties the parties to it"


def _lack_of_visit(found: Analysis, sentence: Sentence) -> str:
    if not _parties(found, sentence):
        return "nobody is named in the sentence"
    if not any(place.sentence == sentence.index for place in found.places):
        return "no destination is named in the sentence"
    return "no rule ties visitor and destination to it"


def _lack_of_statement(found: Analysis, sentence: Sentence) -> str:
    if not sentence.quotes and not _parties(found, sentence):
        return "neither a quotation nor a source in the sentence"
    return "no rule ties what was said and its source to it" if _parties(found, sentence) else "no source in the sentence"


_MEETING = _Sign(
    tuple(rule for rule in meetings.RULES if rule.value.get("family") in ("verb", "noun", "call", "meal")),
    "cue",
    _lack_of_meeting,
)
_VISIT = _Sign(tuple(rule for rule in visits.RULES if "shape" in rule.value), "cue", _lack_of_visit)
_SPEECH = _Sign(
    tuple(
        rule
        for rule in statements.RULES
        if rule.value.get("kind") in ("say", "think") and rule.value.get("form") in ("main", "link")
    ),
    "verb",
    _lack_of_statement,
)


def _titles(found: Analysis) -> Iterator[PassedOver]:
    """Words that are titles, with nobody to hold them: a person may have been missed there."""
    held = [(ref.np_start, ref.np_end) for ref in found.cast.refs]
    for sentence in found.sentences:
        for token in tokenize(found.article.text, sentence.start, sentence.end):
            if token.tag == "T" and not _meets(token.start, token.end, held):
                yield PassedOver(token.start, token.end, "title", "no name was found beside it")


def _quotes(found: Analysis) -> Iterator[PassedOver]:
    """Double quotation marks around something that became no statement."""
    used = [item for fact in found.statements for item in (fact.evidence, (fact.start, fact.end))]
    for sentence in found.sentences:
        for quote in sentence.quotes:
            if quote.double and quote.depth == 0 and quote.start < quote.end and not _meets(quote.start, quote.end, used):
                short = quote.end - quote.start <= _SHORT_QUOTE
                why = (
                    "a word or two set off, no reporting verb"
                    if short
                    else "no reporting verb and no source was found for it"
                )
                yield PassedOver(quote.outer_start, quote.outer_end, "quotation", why)


def _times(found: Analysis) -> Iterator[PassedOver]:
    """Time expressions that stayed without a date."""
    why = "nothing before it to count from" if found.article.reference else "the publication date is not known"
    for time in found.times:
        if time.anchor == "unresolved":
            yield PassedOver(time.start, time.end, time.rule or "time", why)
