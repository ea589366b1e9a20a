"""What an article has told so far, as far as later expressions count from it: 이날, 다음 날, 같은 달, 당시, 4~6일."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date


@dataclass(slots=True)
class Told:
    """The days told so far.

    ``lead`` is the day of the report (the last bare day near publication), ``main`` that of the running events (mostly the same),
    ``day`` the last single day told at all with the sentence that told it, ``last`` the last date of any precision, ``past`` the
    last one before the running events; ``numbers`` the last day told with that number in its month; ``ranges`` the announced or
    past stretches of days; ``log`` every date with the place behind its words; ``zones``
    whose clock a day is told by; ``clock`` the last clock
    time in minutes.
    """

    reference: date | None
    lead: date | None = None
    lead_sentence: int = -9
    main: date | None = None
    day: date | None = None
    day_sentence: int = -9
    relative: bool = False  # whether ``day`` was told as 전날 or 다음 날
    last: str | None = None
    last_sentence: int = -9
    past: str | None = None
    past_sentence: int = -9
    numbers: dict[int, tuple[date, int]] = field(default_factory=dict)
    log: list[tuple[str, int]] = field(default_factory=list)
    ranges: list[tuple[date, date, int]] = field(default_factory=list)
    zone: str | None = None  # of the last local clock
    zones: dict[str, str | None] = field(default_factory=dict)
    clock: int | None = None
    clock_day: str | None = None
    clock_sentence: int = -9

    def event_day(self, sentence: int, *, same: bool = False, not_after: date | None = None) -> tuple[date | None, str]:
        """The day that 이날 stands for in ``sentence``, and what it was counted from.

        A day told in the sentence before wins, else the main day, else the publication day. With a main day, one told in the same
        sentence or more than two weeks before it is background; 같은 날 (``same``) takes it all the same.
        ``not_after`` keeps a past sentence from counting from an announced day.
        """
        fresh = self.day if sentence - self.day_sentence <= 1 else None
        if fresh is not None and self.main is not None and fresh != self.main and not same:
            distant = self.relative or sentence == self.day_sentence or (self.main - fresh).days > 14
            fresh = None if distant else fresh
        for found in (self.lead if self.lead_sentence == sentence else None, fresh, self.main):
            if found is not None and (not_after is None or found <= not_after):
                return found, "event"
        if self.reference is not None:
            return self.reference, "published"
        return self.day, "event" if self.day else "unresolved"

    def same_number(self, number: int, sentence: int, *, back: bool) -> date | None:
        """The day told a few sentences before with that number in its month: 다음 달 7일 … 7일부터."""
        found, told = self.numbers.get(number, (None, -9))
        if found is None or sentence - told > 6 or (back and self.reference and found > self.reference):
            return None
        return found

    def told_of(self, text: str, noun: str, sentence: int, before: int) -> str | None:
        """The date told in the same sentence, else the last one right before an earlier ``noun`` (19일 회담 … 회담 당시)."""
        if sentence == self.past_sentence:
            return self.past
        near = (told for told, end in reversed(self.log[-60:]) if text.find(noun, end, min(end + 40, before)) >= 0)
        return next(near, None)

    def in_range(self, number: int, sentence: int, *, back: bool) -> date | None:
        """Day ``number`` of the last stretch of days told, where it lies in it; ``back`` asks for no day after publication."""
        for start, end, told in reversed(self.ranges[-20:]):
            if sentence - told > (3 if back else 12) or (end - start).days > 60:
                continue
            for found in (
                start.replace(day=number) if _fits(start, number) else None,
                end.replace(day=number) if _fits(end, number) else None,
            ):
                if found and start <= found <= end and not (back and self.reference and found > self.reference):
                    return found
        return None


def _fits(month_of: date, number: int) -> bool:
    try:
        month_of.replace(day=number)
    except ValueError:
        return False
    return True
