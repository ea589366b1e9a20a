"""When, on what occasion and to whom a statement was made, as far as its sentence says so."""

from __future__ import annotations

from collections.abc import Sequence

from visitextract.entities import PartyFact
from visitextract.patterns import lazily
from visitextract.rules.statements.sources import ADDRESSEE, OCCASION
from visitextract.statements.frames import Frame
from visitextract.statements.subjects import party
from visitextract.statements.unnamed import speaks, without_lead
from visitextract.times import WhenFact

_FULL_DAY = len("2024-02-28")
_CLOSE = 20  # how far before the speaker a day may stand that is the day of speaking
_LEAD = lazily(r"(?:이날|이후|앞서|당시|또|최근|같은 날)\s")


def said_in(frame: Frame, speaker: int, *clause: tuple[int, int]) -> list[tuple[int, int]]:
    """Where the reporting clause may tell day and occasion: the parts of ``clause``, then what stands before the speaker."""
    if speaker < 0:
        return [*clause, (frame.start, min(start for start, _ in clause))]
    return [*clause, (max(frame.start, speaker - _CLOSE), max(frame.start, speaker))]


def when_said(frame: Frame, ranges: Sequence[tuple[int, int]]) -> WhenFact | None:
    """The day told in the reporting clause (the first of ``ranges`` that tells one), or None."""
    for start, end in ranges:
        for time in reversed(frame.times):
            if start <= time.start and time.end <= end and time.date and len(time.date) >= _FULL_DAY and not time.until:
                return WhenFact(time.iso(), None, time.approximate, time.anchor, (time.start, time.end))
    return None


def occasion(frame: Frame, ranges: Sequence[tuple[int, int]]) -> str | None:
    """The phrase that says where or through what it was said (``회동 후 기자들과 만난 자리``), or None."""
    for start, end in ranges:
        told = [time.end for time in frame.times if start <= time.start and time.end <= end]
        for low in (max([start, *told]), start):
            found = list(OCCASION.compiled.finditer(frame.masked, low, end))
            if found:
                phrase: str = found[-1]["occasion"]
                lead = _LEAD.match(phrase)
                return phrase[lead.end() :] if lead else phrase
    return None


def addressee(frame: Frame, ranges: Sequence[tuple[int, int]], speaker: PartyFact | None) -> PartyFact | None:
    """Whom the words are said to (X에게, 취재진에게, X를 향해), where nothing but a word or two stands before words or verb."""
    for start, end in ranges:
        for match in ADDRESSEE.finditer(frame.masked, start, end):
            known = [ref for ref in frame.refs if ref.np_end == match.end("who") and not ref.in_role]
            found = party(known[-1]) if known else None
            if found is None and not known and speaks(match["who"].removesuffix("들")):
                found = PartyFact("group", None, without_lead(match["who"]))
            if found is not None and found != speaker:
                return found
    return None
