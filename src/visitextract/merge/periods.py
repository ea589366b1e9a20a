"""Dates of different precision as stretches of days, and when an article can mean which days."""

from __future__ import annotations

from calendar import monthrange
from datetime import UTC, date, datetime, timedelta, timezone
from typing import NamedTuple

from visitextract.patterns import lazily
from visitextract.records import MeetingStatus

KOREA = timezone(timedelta(hours=9))
UNDATED = "~"  # sorts behind every date

_DURATION = lazily(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T.*)?")
_OFF = frozenset({MeetingStatus.CANCELLED, MeetingStatus.DENIED})  # of what was to be and of what is said to have been
_LATEST_TOLD = 14  # days that a meeting told as held without a date can lie back
_FARTHEST_PLAN = 60  # days that one told as planned without a date can lie ahead


class Period(NamedTuple):
    """Days (as ordinals) that a date can mean; ``first == last`` where it is one day."""

    first: int
    last: int

    def meets(self, other: Period) -> bool:
        """Whether the two have a day in common."""
        return self.first <= other.last and other.first <= self.last

    def within(self, other: Period) -> bool:
        """Whether every day of it lies in the other."""
        return other.first <= self.first and self.last <= other.last


ALWAYS = Period(date.min.toordinal(), date.max.toordinal())


def period(iso: str | None, until: str | None = None) -> Period | None:
    """The days of an ISO date of any precision, to the last day of ``until``; none for no date or one that does not exist."""
    if not iso:
        return None
    first = _days(iso)
    last = _days(until) if until else None
    if first is None:
        return None
    return Period(first.first, max(first.last, last.last)) if last else first


def _days(iso: str) -> Period | None:
    parts = [int(part) for part in iso[:10].split("-")]
    try:
        if len(parts) == 1:
            return Period(date(parts[0], 1, 1).toordinal(), date(parts[0], 12, 31).toordinal())
        if len(parts) == 2:
            first = date(parts[0], parts[1], 1)
            return Period(first.toordinal(), first.replace(day=monthrange(*parts)[1]).toordinal())
        day = date(*parts).toordinal()
    except ValueError:
        return None
    return Period(day, day)


def days_of(duration: str | None) -> int | None:
    """How many days an ISO duration in days, weeks, months or years covers; none for hours and for no duration."""
    match = _DURATION.fullmatch(duration or "")
    if not match or not any(match.groups()):
        return None
    years, months, weeks, days = (int(group or 0) for group in match.groups())
    return min(366 * years + 31 * months + 7 * weeks + days, 10_000)


def clock(iso: str | None) -> int | None:
    """Minutes since midnight, where the date has a clock time."""
    return int(iso[11:13]) * 60 + int(iso[14:16]) if iso and len(iso) >= 16 else None


def published_day(iso: str | None) -> int | None:
    """The first day that a publication date can mean."""
    days = period(iso)
    return days.first if days else None


def instant(iso: str | None) -> str:
    """A key that sorts publication dates of any precision and zone by time; no date comes last."""
    if not iso:
        return UNDATED
    if len(iso) < 16:
        return iso
    try:
        told = datetime.fromisoformat(iso)
        there = told.replace(tzinfo=told.tzinfo or KOREA)
        return there.astimezone(UTC).astimezone(KOREA).strftime("%Y-%m-%dT%H:%M:%S")
    except (ValueError, OverflowError):
        return iso


def meant(told: Period | None, published: int | None, status: MeetingStatus) -> Period:
    """The days that an article can mean, which tells something as held (not later than itself) or as planned (not earlier)."""
    if published is None:
        return told or ALWAYS
    if status in _OFF:
        return told or Period(published - _LATEST_TOLD, published + _FARTHEST_PLAN)
    if status is MeetingStatus.HELD:
        window = Period(published - _LATEST_TOLD, published + 1)
        limit = Period(told.first, min(told.last, published + 1)) if told else window
    else:
        window = Period(published - 1, published + _FARTHEST_PLAN)
        limit = Period(max(told.first, published - 1), told.last) if told else window
    return limit if limit.first <= limit.last else told or window
