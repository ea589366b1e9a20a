"""The stops of a visit: what the visitor did in the country within its days, in the order of the days and hours."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from visitextract.dossier import Claim, ResolvedMeeting, ResolvedVisit, Stop
from visitextract.merge.cast import Cast
from visitextract.merge.periods import Period, clock, days_of, period
from visitextract.merge.places import country_of
from visitextract.records import MeetingKind, MeetingStatus

_OPEN_END = 7  # days that a visit without a told end is followed

_OFF = frozenset({MeetingStatus.CANCELLED, MeetingStatus.DENIED, MeetingStatus.POSTPONED})
_HOURS = {MeetingKind.BREAKFAST: 8, MeetingKind.LUNCHEON: 12, MeetingKind.DINNER: 19}
_NO_HOUR = 15  # talks whose hour nobody tells stand between luncheon and dinner


def with_stops(visits: Sequence[ResolvedVisit], meetings: Sequence[ResolvedMeeting], cast: Cast) -> tuple[ResolvedVisit, ...]:
    """The visits, those to a country with their itinerary."""
    by_visitor: defaultdict[str | None, list[ResolvedVisit]] = defaultdict(list)
    for visit in visits:
        by_visitor[visit.visitor.id].append(visit)
    by_party: defaultdict[str | None, list[ResolvedMeeting]] = defaultdict(list)
    for meeting in meetings:
        for party in meeting.participants:
            by_party[party.id].append(meeting)
    taken: set[tuple[str | None, str]] = set()  # without a place, a meeting on the day of a flight fits two visits
    made = {}
    for visit in sorted(visits, key=lambda visit: -visit.agreement):
        who = visit.visitor.id
        days = _days(visit, by_visitor[who]) if who and _is_country(visit) else None
        if days is None:
            continue
        found = [*_meetings(visit, days, by_party[who], cast), *_sites(visit, days, by_visitor[who])]
        stops = [stop for _, stop in sorted(found, key=lambda pair: pair[0]) if (who, stop.record) not in taken]
        taken.update((who, stop.record) for stop in stops)
        made[visit.id] = visit.model_copy(update={"stops": tuple(stops)})
    return tuple(made.get(visit.id, visit) for visit in visits)


def _is_country(visit: ResolvedVisit) -> bool:
    return any(country_of(claim.value) for claim in visit.destination)


def _code(visit: ResolvedVisit) -> str | None:
    return visit.country[0].value if visit.country else None


def _days(visit: ResolvedVisit, others: Sequence[ResolvedVisit]) -> Period | None:
    """The days that most sources tell; without a told end, until the visitor is next told elsewhere, a week at most."""
    start, end = period(_best(visit.start)), period(_best(visit.end))
    if start is None or len(visit.start[0].value) < 10:
        return start
    first = start.first
    length = days_of(_best(visit.duration))
    if end or length:
        return Period(first, max(first, end.last if end else first + (length or 1) - 1))
    last = first + _OPEN_END - 1
    for other in others:
        days = period(other.start[0].value) if other.start else None
        if days and days.first == days.last and _code(other) not in (None, _code(visit)) and days.first > first:
            last = min(last, days.first)
    return Period(first, last)


def _meetings(
    visit: ResolvedVisit, days: Period, meetings: Sequence[ResolvedMeeting], cast: Cast
) -> Iterator[tuple[tuple[int, int, str], Stop]]:
    for meeting in meetings:
        when = _best(meeting.start)
        told = period(when)
        if when is None or told is None or not told.within(days) or meeting.kind is MeetingKind.CALL or meeting.status in _OFF:
            continue
        where = meeting.country[0].value if meeting.country else _hosts(meeting, visit, cast)
        if where in (None, _code(visit)):
            yield (
                (told.first, _hour(meeting, when), meeting.id),
                Stop(record=meeting.id, start=when, place=_best(meeting.place)),
            )


def _hosts(meeting: ResolvedMeeting, visit: ResolvedVisit, cast: Cast) -> str | None:
    """For a meeting told without a place: the country whose office the visitor's counterpart holds, if that is another one."""
    codes = {cast.country(party.id) for party in meeting.participants if party.id and party.id != visit.visitor.id} - {None}
    return codes.pop() if len(codes) == 1 else None


def _sites(visit: ResolvedVisit, days: Period, others: Sequence[ResolvedVisit]) -> Iterator[tuple[tuple[int, int, str], Stop]]:
    for other in others:
        when = _best(other.start)
        told = period(when)
        if (
            other.id == visit.id
            or other.status in _OFF
            or when is None
            or told is None
            or not told.within(days)
            or _is_country(other)
        ):
            continue
        if _code(other) in (None, _code(visit)):
            minutes = clock(when)
            yield (
                (told.first, 0 if minutes is None else minutes, other.id),
                Stop(record=other.id, start=when, place=other.destination[0].value),
            )


def _hour(meeting: ResolvedMeeting, when: str) -> int:
    minutes = clock(when)
    return minutes if minutes is not None else 60 * _HOURS.get(meeting.kind, _NO_HOUR)


def _best(claims: Sequence[Claim[str]]) -> str | None:
    return claims[0].value if claims else None
