"""The stops and meetings inside a journey, in the order of their days. Reads the facts of one article, decides no other field."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from visitextract.meetings import MeetingFact
from visitextract.patterns import lazily
from visitextract.visits import VisitFact

_DAYS = lazily(r"P(\d{1,2})D")
_DAY = 10  # letters of a date that is precise to the day
_OFF = frozenset({"cancelled", "postponed", "denied"})


def itinerary(trip: VisitFact, visits: Sequence[VisitFact], meetings: Sequence[MeetingFact]) -> tuple[str, ...]:
    """The ids of the visits and meetings inside a journey to a country, by day and clock; empty where its days are not told.

    Only what the same person does on a day told, in that country or at a place of unknown country, is inside.
    """
    days = _days(trip)
    if days is None or not trip.destination.country_name:
        return ()
    found = [
        (visit.when.start, f"visit-{number}")
        for number, visit in enumerate(visits, 1)
        if visit is not trip and visit.when and visit.when.start and visit.visitor.key == trip.visitor.key
        and visit.status not in _OFF and _inside(visit.when.start, days) and not visit.destination.country_name
        and visit.destination.country in (None, trip.destination.country)
    ]
    found += [
        (meeting.when.start, f"meeting-{number}")
        for number, meeting in enumerate(meetings, 1)
        if meeting.when and meeting.when.start and meeting.kind != "call" and meeting.status not in _OFF
        and any(party.key and party.key == trip.visitor.key for party in meeting.parties) and _inside(meeting.when.start, days)
        and (meeting.place is None or meeting.place.country in (None, trip.destination.country))
    ]
    return tuple(name for _, name in sorted(found, key=lambda item: item[0]))


def _days(trip: VisitFact) -> tuple[str, str] | None:
    """The first and last day of a journey; None unless both are told."""
    when = trip.when
    if when is None or not when.start or len(when.start) < _DAY or trip.status in _OFF:
        return None
    start = when.start[:_DAY]
    if when.end and len(when.end) >= _DAY:
        return start, when.end[:_DAY]
    length = _DAYS.fullmatch(trip.duration or "")
    if length is None:
        return None
    return start, (date.fromisoformat(start) + timedelta(days=int(length[1]) - 1)).isoformat()


def _inside(day: str, days: tuple[str, str]) -> bool:
    return len(day) >= _DAY and days[0] <= day[:_DAY] <= days[1]
