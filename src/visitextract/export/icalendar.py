"""Scheduled meetings as an iCalendar file (RFC 5545). Needs the extra ``ics``.

A clock time becomes a moment in UTC, a day an all-day event. A meeting of which only a month or a year is told, or nothing,
has no place in a calendar: it is left out, and the result says so.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from visitextract.dossier import Claim, Dossier, ResolvedMeeting
from visitextract.export.story import Told, dossier_of, library, writable
from visitextract.patterns import lazily
from visitextract.records import MeetingStatus

_DURATION = lazily(r"P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?")
_UNITS = ("weeks", "days", "hours", "minutes", "seconds")
_DAY = len("2024-02-28")


@dataclass(frozen=True, slots=True)
class Calendar:
    """The bytes of an ``.ics`` file, and one line for every scheduled meeting that it has no day for."""

    content: bytes
    left_out: tuple[str, ...]


def calendar(told: Told) -> Calendar:
    """The scheduled meetings as a calendar.

    Raises:
        VisitextractError: the package icalendar is not installed.
    """
    ical = library("icalendar", "ics")
    dossier = dossier_of(told)
    book = ical.Calendar()
    book.add("prodid", "-//visitextract//Scheduled meetings//KO")
    book.add("version", "2.0")
    left_out = []
    for meeting in dossier.meetings:
        if meeting.status != MeetingStatus.SCHEDULED:
            continue
        if len(_first(meeting.start)) < _DAY:
            left_out.append(f"{_summary(meeting)}: {_first(meeting.start) or 'no day'} ({meeting.id})")
            continue
        book.add_component(_event(ical, meeting, dossier))
    if left_out:
        book.add("x-wr-caldesc", f"Left out, because no day is told: {'; '.join(left_out)}")
    return Calendar(book.to_ical(), tuple(left_out))


def _event(ical: Any, meeting: ResolvedMeeting, dossier: Dossier) -> Any:
    event = ical.Event()
    start = _moment(_first(meeting.start))
    articles = {item.id: item.extraction.article for item in dossier.articles}
    sources = [articles[source.article] for source in meeting.sources]
    event.add("uid", _uid(meeting))
    event.add("dtstamp", _stamp([article.published for article in sources if article.published], start))
    event.add("dtstart", start)
    _set_end(event, meeting, start)
    event.add("summary", _summary(meeting))
    place = ", ".join(filter(None, (_first(meeting.place), _first(meeting.address))))
    if place:
        event.add("location", writable(place))
    event.add("description", writable("\n".join(_description(meeting))))
    event.add("categories", [str(meeting.kind)])
    event.add("status", "CONFIRMED")
    event.add("transp", "TRANSPARENT")
    url = next((article.url for article in sources if article.url and article.url.startswith(("http://", "https://"))), None)
    if url and url.isascii() and url.isprintable():
        event.add("url", url)
    return event


def _set_end(event: Any, meeting: ResolvedMeeting, start: date) -> None:
    """The end, where one is told as precisely as the start; the end day of an all-day event is the first free day."""
    end = _moment(_first(meeting.end)) if len(_first(meeting.end)) >= _DAY else None
    if end is not None and type(end) is type(start) and end >= start:
        event.add("dtend", end if isinstance(end, datetime) else end + timedelta(days=1))
        return
    match = _DURATION.fullmatch(_first(meeting.duration))
    length = timedelta(**{unit: int(number or 0) for unit, number in zip(_UNITS, match.groups(), strict=True)}) if match else None
    if length and isinstance(start, datetime):
        event.add("duration", length)


def _first(claims: Sequence[Claim[str]]) -> str:
    return claims[0].value if claims else ""


def _moment(iso: str) -> date:
    """A day, a moment in UTC, or a clock time without zone where the article's zone is unknown."""
    if len(iso) == _DAY:
        return date.fromisoformat(iso)
    moment = datetime.fromisoformat(iso)
    return moment.astimezone(UTC) if moment.tzinfo else moment


def _stamp(published: Sequence[str], start: date) -> datetime:
    """When the event was last told: the latest publication, else its own start; never the clock of this machine."""
    told = max((value for value in published if len(value) >= _DAY), default="")
    moment = _moment(told) if told else start
    if not isinstance(moment, datetime):
        moment = datetime.combine(moment, time())
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _uid(meeting: ResolvedMeeting) -> str:
    """The same for the same records of the same articles."""
    told = sorted(f"{source.article}\0{source.record}" for source in meeting.sources)
    return f"{hashlib.sha256(chr(1).join(told).encode('utf-8', 'replace')).hexdigest()[:32]}@visitextract"


def _summary(meeting: ResolvedMeeting) -> str:
    names = ", ".join(party.name for party in meeting.participants)
    kind = str(meeting.kind).replace("_", " ")
    return writable(" ".join(f"{kind}: {names}".split()) if names else kind)


def _description(meeting: ResolvedMeeting) -> list[str]:
    """Whether its time is only about right, what the articles say of it, and the words behind it, one a line."""
    lines = ["time approximate"] if meeting.start and meeting.start[0].approximate else []
    told = {
        "host": [party.name for party in meeting.hosts],
        "format": [str(claim.value).replace("_", " ") for claim in meeting.format],
        "about": [claim.value for claim in meeting.topics],
    }
    lines += [f"{name}: {', '.join(values)}" for name, values in told.items() if values]
    texts = {" ".join(span.text.split()): None for source in meeting.sources for span in source.spans}
    return lines + [text for text in texts if not any(text in other and text != other for other in texts)]
