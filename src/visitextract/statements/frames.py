"""Frames: the narration around quotations, with the quoted words blanked, and what stands in it.

A frame is a sentence, or the inside of a quotation that quotes in its turn. Rules read the *masked* text, in which the words
between quotation marks are blanks of the same length: a verb inside a quotation reports nothing for the sentence around it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex

from visitextract.article import Zone
from visitextract.entities import Cast, PartyFact, Ref
from visitextract.lexicon import words
from visitextract.rules import statements as rules
from visitextract.sentences import Quote, Sentence
from visitextract.times import Time

COUNTRY = "statement.speaker.country"
UNLISTED = "statement.speaker.unlisted"
BLANK = "\ue000"  # a private character: no rule's pattern asks for it

_PARTICLE = regex.compile(
    r"(?:\([^()]{1,30}\))?(?:\s등)?(?:\s?(?:측|쪽)|\s(?:안팎|내부|일각|주변|사이))?(?P<particle>께서는|께서도|께서|에서는|에선|에서도|은|는|이|가|도|역시|의|,?(?=\s?[\"“]))(?![가-힣])"
)
_KINDS = {"은": "topic", "는": "topic", "께서는": "topic", "도": "topic", "역시": "topic", "께서도": "topic", "에서는": "topic", "에선": "topic",
          "에서도": "topic", ",": "topic", "": "topic", "이": "subject", "가": "subject", "께서": "subject", "의": "owner"}
_NEVER_ALONE = frozenset({"측", "인사", "일부", "가족", "양측"})
_UNNAMED = regex.compile(
    r"(?<![가-힣A-Za-z0-9])(?P<np>(?:\L<leads>\s){0,2}(?:[가-힣A-Za-z0-9·]{0,10}\L<heads>|(?:[가-힣A-Za-z0-9]{1,6}(?<![은는을를에서의도인한])\s)?[가-힣A-Za-z0-9·]{0,10}\L<titles>|[가-힣A-Za-z0-9·]{2,12}\s측|[A-Z]\s?씨|[가-힣]\s?(?:모|아무개)\s?(?:\(\d+\))?\s?씨"
    r"|[가-힣]{1,4}(?:\(\d+[^()]{0,8}\))?\s?씨)(?:\(\d+[^()]{0,8}\))?)(?:\s?측)?(?P<particle>께서는|은|는|이|가|도|에서는|에선)(?![가-힣])",
    heads=sorted(
        ({*words("group_nouns"), *words("kin"), *words("speaker_nouns", "head")} - _NEVER_ALONE), key=len, reverse=True
    ),
    titles=sorted({*words("titles", "head"), *words("titles", "job")}, key=len, reverse=True),
    leads=sorted(words("speaker_nouns", "lead"), key=len, reverse=True),
)


_PROPER = regex.compile(  # an unlisted name that opens its sentence: 가나구는, ABC는
    r"(?:(?:[가-힣]{1,4}서?|\d+일|이날|전날)\s)?(?P<np>[가-힣A-Za-z0-9·&]{2,15})(?:(?<![하되지이리치키기우오추르없있에서로면])는|(?<=[가-힣])은)(?=\s)"
)
_SIDE = regex.compile(r"\s?측(?:은|이|도|에서는|에선)(?![가-힣])")  # 가나전자 측은: the company speaks, though 측 has its own noun
_PRONOUN = regex.compile(r"(?<![가-힣])(?P<np>그|그녀|이들|그들)(?P<particle>는|은|가|도)(?=\s)")
_COUNTRY = regex.compile(r"(?<![가-힣A-Za-z0-9·])(?P<np>\L<countries>)(?P<particle>는|은|가|이)(?=\s)", countries=sorted(words("countries", "country"), key=len, reverse=True))
_NO_NAME = words("common_words") | words("time_words") | words("meeting_nouns") | words("countries")
_NO_LEAD = words("common_words", "adverb") | frozenset({"때", "후", "뒤", "등", "중", "이날", "전날", "당시", "최근", "지난", "현재", "이번", "그날", "오늘", "어제"})


@dataclass(frozen=True, slots=True)
class Predicate:
    """A reporting verb at ``start:end`` (with its noun, if it needs one); ``verb`` is the verb alone as it stands."""

    start: int
    end: int
    verb: str
    kind: str
    form: str
    rule: str


@dataclass(frozen=True, slots=True)
class Subject:
    """Who a clause may be about: ``start:end`` is the noun phrase with its particle; ``kind`` is topic, subject or owner.

    ``party`` is None for a pronoun that nobody could resolve."""

    start: int
    end: int
    kind: str
    party: PartyFact | None
    rule: str
    pronoun: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """One stretch of narration; ``quotes``, ``subjects``, ``predicates`` and ``times`` are those outside its quotations."""

    text: str
    masked: str
    start: int
    end: int
    sentence: int
    paragraph: int
    zone: Zone
    quotes: tuple[Quote, ...]
    subjects: tuple[Subject, ...]
    predicates: tuple[Predicate, ...]
    refs: tuple[Ref, ...]
    times: tuple[Time, ...]
    depth: int = 0

    def subjects_in(self, start: int, end: int) -> list[Subject]:
        """The subjects and topics that lie within ``start:end``, in order."""
        return [s for s in self.subjects if start <= s.start and s.end <= end and s.kind != "owner"]

    def predicate_after(self, start: int, reach: int) -> Predicate | None:
        """The first reporting verb that begins within ``reach`` characters, before the sentence ends."""
        for predicate in self.predicates:
            if start <= predicate.start:
                near = predicate.start - start <= reach and not _STOP.search(self.masked, start, predicate.start)
                return predicate if near else None
        return None


_STOP = regex.compile(r"(?<=[가-힣])[.!?](?=\s|[가-힣])")


def party(ref: Ref) -> PartyFact | None:
    """The party that a mention stands for: its person or organization, else the phrase as a group."""
    if len(ref.keys) == 1:
        return PartyFact("organization" if ref.keys[0].startswith("organization") else "person", ref.keys[0], ref.name)
    if ref.pronoun and not ref.keys:
        return None
    return PartyFact("group", None, _phrase(ref.name))


def _phrase(words_: str) -> str:
    """A noun phrase without the connectives before it."""
    while " " in words_ and words_.split(" ", 1)[0] in _NO_LEAD:
        words_ = words_.split(" ", 1)[1]
    return words_


def frames(text: str, sentences: Sequence[Sentence], times: Sequence[Time], cast: Cast) -> Iterator[Frame]:
    """The frames of an article in text order: each sentence, and after it the quotations in it that hold quotations."""
    masks = [_mask(text, sentences, depth) for depth in (0, 1)]
    for sentence in sentences:
        outer = tuple(q for q in sentence.quotes if q.depth == 0)
        yield _frame(text, masks[0], sentence, sentence.start, sentence.end, outer, times, cast, 0)
        for quote in outer:
            inner = tuple(q for q in sentence.quotes if q.depth == 1 and quote.start <= q.outer_start and q.outer_end <= quote.end)
            if inner and quote.closed:
                yield _frame(text, masks[1], sentence, quote.start, quote.end, inner, times, cast, 1)


def _mask(text: str, sentences: Sequence[Sentence], depth: int) -> str:
    parts, last = [], 0
    for sentence in sentences:
        for quote in sentence.quotes:
            if quote.depth == depth and quote.start >= last:
                parts += [text[last : quote.start], BLANK * (quote.end - quote.start)]
                last = quote.end
    return "".join([*parts, text[last:]])


def _frame(
    text: str, masked: str, sentence: Sentence, start: int, end: int, quotes: tuple[Quote, ...], times: Sequence[Time], cast: Cast, depth: int
) -> Frame:
    def outside(a: int, b: int) -> bool:
        return not any(q.outer_start <= a and b <= q.outer_end for q in quotes)

    refs = tuple(ref for ref in cast.between(start, end) if outside(ref.np_start, ref.np_end))
    return Frame(
        text=text,
        masked=masked,
        start=start,
        end=end,
        sentence=sentence.index,
        paragraph=sentence.paragraph,
        zone=sentence.zone,
        quotes=quotes,
        subjects=_subjects(masked, start, end, refs),
        predicates=_predicates(masked, start, end),
        refs=refs,
        times=tuple(t for t in times if start <= t.start and t.end <= end and outside(t.start, t.end)),
        depth=depth,
    )


def _subjects(masked: str, start: int, end: int, refs: Sequence[Ref]) -> tuple[Subject, ...]:
    found = []
    for ref in refs:
        if ref.in_role and not _SIDE.match(masked, ref.np_end, end):
            continue
        match = _PARTICLE.match(masked, ref.np_end, end)
        if match:
            found.append(Subject(ref.np_start, match.end(), _KINDS[match["particle"]], party(ref), ref.rule or "entity", ref.pronoun))
    for match in _UNNAMED.finditer(masked, start, end):
        if not any(s.start < match.end() and match.start() < s.end for s in found) and not any(
            ref.np_start < match.end() and match.start() < ref.np_end for ref in refs if not ref.in_role
        ):
            phrase = _phrase(match["np"].strip())
            begin = match.start() + match["np"].find(phrase)
            found.append(Subject(begin, match.end(), _KINDS[match["particle"]], PartyFact("group", None, phrase), "statement.speaker.unnamed"))
    for match in _PRONOUN.finditer(masked, start, end):
        if not any(s.start < match.end() and match.start() < s.end for s in found):
            found.append(Subject(match.start(), match.end(), _KINDS[match["particle"]], None, "statement.speaker.pronoun", True))
    for match in _COUNTRY.finditer(masked, start, end):
        if not any(s.start < match.end() and match.start() < s.end for s in found):
            found.append(Subject(match.start(), match.end(), _KINDS[match["particle"]], PartyFact("group", None, match["np"]), COUNTRY))
    first = _PROPER.match(masked, start, end)
    if first and first["np"] not in _NO_NAME and not any(s.start < first.end() for s in found) and not any(ref.np_start < first.end() for ref in refs):
        found.append(Subject(first.start("np"), first.end(), "topic", PartyFact("group", None, first["np"]), UNLISTED))
    return tuple(sorted(found, key=lambda s: s.start))


def _predicates(masked: str, start: int, end: int) -> tuple[Predicate, ...]:
    found: list[Predicate] = []
    for rule in rules.PREDICATES:
        for match in rule.finditer(masked, start, end):
            a, b = match.span()
            if not any(p.start < b and a < p.end for p in found):
                form = rule.value["form"]
                if rule.value["kind"] != "say" and rule.id.endswith(("light", "did")) or rule.id.endswith("did"):
                    form = "main" if match["verb"].endswith("다") else "link"
                found.append(Predicate(a, b, match["verb"], rule.value["kind"], form, rule.id))
    return tuple(sorted(found, key=lambda p: p.start))
