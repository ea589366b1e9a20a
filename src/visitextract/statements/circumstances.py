"""When and on what occasion a statement was made, as far as its sentence says so."""

from __future__ import annotations

import regex

from visitextract.rules.statements import OCCASION
from visitextract.statements.frames import Frame
from visitextract.times import Time, WhenFact

_FULL_DAY = 10
_LEAD = regex.compile(r"(?:이날|이후|앞서|당시|또|최근|같은 날)\s")


def when_said(frame: Frame, ranges: list[tuple[int, int]]) -> WhenFact | None:
    """The day told in the reporting clause (``ranges`` of it), or None."""
    for start, end in ranges:
        for time in reversed(frame.times):
            if start <= time.start and time.end <= end and time.date and len(time.date) >= _FULL_DAY and not time.until:
                return _fact(time)
    return None


def _fact(time: Time) -> WhenFact:
    return WhenFact(time.iso(), None, time.approximate, time.anchor, (time.start, time.end))


def occasion(frame: Frame, ranges: list[tuple[int, int]]) -> str | None:
    """The phrase that says where or through what it was said (``회동 후 기자들과 만난 자리``), or None."""
    for start, end in ranges:
        begin = start
        for time in frame.times:
            if start <= time.start and time.end <= end:
                begin = max(begin, time.end)
        for low in (begin, start):
            found = [m for m in OCCASION.compiled.finditer(frame.masked, low, end)]
            if found:
                phrase = found[-1]["occasion"]
                lead = _LEAD.match(phrase)
                return phrase[lead.end() :] if lead else phrase
    return None
