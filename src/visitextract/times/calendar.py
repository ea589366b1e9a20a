"""Calendar arithmetic: which N-th, which month, which weekday is meant. No Korean here."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta


def day(year: int, month: int, number: int) -> date | None:
    """The date, or None where the month has no such day."""
    try:
        return date(year, month, number)
    except ValueError:
        return None


def iso_month(year: int, month: int) -> str:
    """``2024-02``; the month may lie outside 1..12 and then counts on into the next or previous year."""
    year, index = year + (month - 1) // 12, (month - 1) % 12
    return f"{year:04d}-{index + 1:02d}"


def shift_months(start: date, months: int) -> tuple[int, int]:
    """Year and month so many months from ``start``."""
    index = start.year * 12 + start.month - 1 + months
    return index // 12, index % 12 + 1


def monday(start: date, weeks: int = 0) -> date:
    """The Monday of the week that lies ``weeks`` from that of ``start``."""
    return start - timedelta(days=start.weekday()) + timedelta(weeks=weeks)


def _steps(make: Callable[[int], date | None], step: int, first: int, tries: int) -> Iterator[date]:
    for turn in range(tries):
        found = make(first + step * turn)
        if found is not None:
            yield found


def nth_of_month(number: int, start: date, *, ahead: bool, strict: bool = False) -> date | None:
    """The nearest day ``number`` of any month on or after (``ahead``) or on or before ``start``.

    ``strict`` leaves ``start`` itself out.
    """

    def make(offset: int) -> date | None:
        year, month = shift_months(start, offset)
        return day(year, month, number)

    return _nearest(_steps(make, 1 if ahead else -1, 0, 4), start, ahead, strict)


def day_of_year(month: int, number: int, start: date, *, ahead: bool, strict: bool = False) -> date | None:
    """The nearest such month and day on or after (``ahead``) or on or before ``start``; a leap day looks up to eight years."""
    return _nearest(_steps(lambda year: day(year, month, number), 1 if ahead else -1, start.year, 9), start, ahead, strict)


def year_of_month(month: int, start: date, *, ahead: bool, strict: bool = False) -> int:
    """The year of the nearest such month, at or after (``ahead``) or at or before that of ``start``."""
    if ahead:
        return start.year if month > start.month or (month == start.month and not strict) else start.year + 1
    return start.year if month < start.month or (month == start.month and not strict) else start.year - 1


def weekday(number: int, start: date, *, ahead: bool, strict: bool = False) -> date:
    """The nearest weekday (Monday is 0) on or after, or on or before, ``start``."""
    distance = (number - start.weekday()) % 7 if ahead else -((start.weekday() - number) % 7)
    if distance == 0 and strict:
        distance = 7 if ahead else -7
    return start + timedelta(days=distance)


def closest(start: date, *candidates: date | None) -> date | None:
    """The candidate nearest to ``start``; of two as near, the first given."""
    known = [candidate for candidate in candidates if candidate is not None]
    return min(known, key=lambda candidate: abs((candidate - start).days)) if known else None


def _nearest(candidates: Iterator[date], start: date, ahead: bool, strict: bool) -> date | None:
    for found in candidates:
        distance = (found - start).days if ahead else (start - found).days
        if distance > 0 or (distance == 0 and not strict):
            return found
    return None
