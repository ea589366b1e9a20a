"""Who says the words of a headline that names nobody: whoever says the same words in the body."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from visitextract.patterns import lazily
from visitextract.statements.facts import StatementFact
from visitextract.statements.verdicts import CROSSHEAD_ID
from visitextract.trace import Cue

FROM_BODY = "statement.speaker.body"

_WORD = lazily(r"[\p{L}\p{N}]{2,}")
_SHORT_NAME = lazily(r"(?<![\p{L}\p{N}])[\p{L}]{1,2}\s?[\"“]\Z")  # 靑 "…", 송 "…"
_SHARE = 0.65  # so many of a headline's words stand in the words said
_LEAST = 3


def is_crosshead(fact: StatementFact) -> bool:
    """Whether a quotation stands as a headline between two paragraphs."""
    return any(cue.field == "kind" and cue.rule == CROSSHEAD_ID for cue in fact.cues)


def with_speakers(text: str, headlines: Sequence[StatementFact], body: Sequence[StatementFact]) -> list[StatementFact]:
    """The statements of headlines; those without a speaker get the one who says most of their words in the body.

    A headline shortens what was said, so words count as the same when they begin alike; two people who say equally much of
    it leave it without a speaker. A crosshead whose words nobody says in the body is left out.
    """
    said = [(fact, _beginnings(text, fact)) for fact in body if fact.kind == "direct" and fact.speaker is not None]
    found = [fact if fact.speaker is not None else _attributed(text, fact, said) for fact in headlines]
    return [fact for fact in found if fact.speaker is not None or not is_crosshead(fact)]


def _beginnings(text: str, fact: StatementFact) -> frozenset[str]:
    """The first two letters of every word."""
    return frozenset(match.group()[:2] for match in _WORD.finditer(text, fact.start, fact.end))


def _attributed(text: str, fact: StatementFact, said: list[tuple[StatementFact, frozenset[str]]]) -> StatementFact:
    wanted = _beginnings(text, fact)
    if len(wanted) < _LEAST:
        return fact
    ranked = sorted(said, key=lambda pair: -len(wanted & pair[1]))
    if not ranked or len(wanted & ranked[0][1]) < _SHARE * len(wanted):
        return fact
    best, most = ranked[0][0], len(wanted & ranked[0][1])
    if any(other.speaker != best.speaker and len(wanted & words) == most for other, words in ranked[1:]):
        return fact
    named = _SHORT_NAME.search(text, max(0, fact.start - 6), fact.start)
    if named and best.speaker is not None and named.group()[0] != best.speaker.name[0]:
        return fact
    cue = Cue("speaker", FROM_BODY, best.start, best.end, "says these words in the body")
    return replace(fact, speaker=best.speaker, cues=(*(c for c in fact.cues if c.field != "speaker"), cue))
