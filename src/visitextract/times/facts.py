"""What the stage hands on: ``Time`` for every expression, ``WhenFact`` for a record's date."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from visitextract.times.zones import SEOUL, offset


def moment(day: str, clock: str, zone: str | None = SEOUL) -> str:
    """``2024-02-28T12:30:00+09:00``: day and clock with the offset of the zone; without one where the zone is not known."""
    return f"{day}T{clock}:00{offset(zone, day, clock)}"


@dataclass(frozen=True, slots=True)
class Time:
    """One time expression at ``start:end`` in sentence ``sentence``.

    ``date``/``until``: ISO date or part of one (``2024``, ``2024-02``, ``2024-02-28``), start and end of a range;
    ``clock``/``clock_until``: ``HH:MM``; ``duration``: ISO 8601 (``PT1H40M``, ``P3D``).
    ``zone``: whose clock it is told by, a name of the tz database; None for the local clock of a place that nobody names.
    ``anchor``: ``explicit`` (the text says it all), ``published``, ``event`` (the last event day told) or ``unresolved``.
    ``rule``: id of the rule that found it.
    """

    start: int
    end: int
    sentence: int
    date: str | None = None
    until: str | None = None
    clock: str | None = None
    clock_until: str | None = None
    duration: str | None = None
    approximate: bool = False
    anchor: str = "explicit"
    rule: str = ""
    zone: str | None = SEOUL

    def iso(self) -> str | None:
        """``date`` joined with ``clock``: ``2024-02-28T12:30:00+09:00``, or the date alone, or None."""
        if self.date and self.clock and len(self.date) == 10:
            return moment(self.date, self.clock, self.zone)
        return self.date

    def iso_until(self) -> str | None:
        """The end in the same form, or None where the expression has none."""
        day = self.until or self.date
        if self.clock_until and day and len(day) == 10:
            return moment(day, self.clock_until, self.zone)
        return self.until


@dataclass(frozen=True, slots=True)
class WhenFact:
    """The date of a record: ISO ``start``/``end`` (with clock and zone where known), and the words at ``evidence``."""

    start: str | None = None
    end: str | None = None
    approximate: bool = False
    anchor: str | None = None
    evidence: tuple[int, int] | None = None


def when_from(times: Sequence[Time]) -> WhenFact | None:
    """The date that ``times`` give together, or None where none of them has one.

    The finest date wins, the first of equals. A clock time that stands apart joins it when it is told in the same sentence
    and of the same day (``28일 서울에서 … 오후 3시``). ``evidence`` spans what was used.
    """
    dated = [time for time in times if time.date]
    if not dated:
        return None
    chosen = max(dated, key=lambda time: len(time.date or ""))
    clocked = chosen
    if not chosen.clock and len(chosen.date or "") == 10 and not chosen.until:
        same = (t for t in times if t.clock and t.sentence == chosen.sentence and t.date == chosen.date)
        clocked = next(same, chosen)
    used = (chosen, clocked)
    return WhenFact(
        start=clocked.iso(),
        end=clocked.iso_until() or chosen.iso_until(),
        approximate=any(time.approximate for time in used),
        anchor=chosen.anchor,
        evidence=(min(time.start for time in used), max(time.end for time in used)),
    )
