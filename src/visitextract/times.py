"""Time expressions → ``Time``, against publication date, tense and the events already told. Offsets: normalised text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Time:
    """One time expression at ``start:end`` in sentence ``sentence``.

    ``date``/``until``: ISO date or part of one (``2024``, ``2024-02``, ``2024-02-28``), start and end of a range;
    ``clock``/``clock_until``: ``HH:MM``; ``duration``: ISO 8601 (``PT1H40M``, ``P3D``).
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

    def iso(self, zone: str = "+09:00") -> str | None:
        """``date`` joined with ``clock``: ``2024-02-28T12:30:00+09:00``, or the date alone, or None."""
        if self.date and self.clock and len(self.date) == 10:
            return f"{self.date}T{self.clock}:00{zone}"
        return self.date


@dataclass(frozen=True, slots=True)
class WhenFact:
    """The date of a record: ISO ``start``/``end`` (with clock and zone where known), and the words at ``evidence``."""

    start: str | None = None
    end: str | None = None
    approximate: bool = False
    anchor: str | None = None
    evidence: tuple[int, int] | None = None


def resolve_times(text: str, sentences: object, reference: str | None) -> tuple[Time, ...]:
    """Every time expression of the sentences, resolved against ``reference`` (``YYYY-MM-DD``) and the events told."""
    return ()
