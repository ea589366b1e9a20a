"""What happened when, how its status was told over time, and where articles contradict one another."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from visitextract.dossier import Claim, Dossier, ResolvedMeeting, ResolvedVisit, Source
from visitextract.export.html.marks import anchor, numbers, shown
from visitextract.export.html.wording import Words, clock, day, length, moment

Event: TypeAlias = ResolvedMeeting | ResolvedVisit

_OUTWEIGHS = 2  # times as many sources: the page is about a meeting and not about a visit that some article mentions
_LAST = "9999"  # sorts what has no time behind everything that has


@dataclass(frozen=True, slots=True)
class Entry:
    """A visit or meeting of the timeline, with the stations of a visit; ``day`` is told where it differs from the one before."""

    id: str
    kind: str
    label: str
    status: str
    title: str
    place: str
    day: Words | None
    clock: str
    until: Words | None
    length: Words | None
    agreement: int
    parties: tuple[str, ...]
    differs: bool
    undated: bool
    stops: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class Side:
    """One value of a conflict, with the places in the articles that say so; ``label`` where it is a label of the page."""

    text: str | Words
    agreement: int
    links: tuple[tuple[int, str], ...]
    label: bool = False


@dataclass(frozen=True, slots=True)
class ConflictRow:
    """A field of a record on which articles differ."""

    record: str
    title: str
    field: str
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """Since when a status is told, and by which articles."""

    status: str
    published: Words | None
    links: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class History:
    """The statuses of a record that has had more than one."""

    record: str
    title: str
    label: str
    changes: tuple[Change, ...]


def headline(dossier: Dossier) -> str:
    """The title of a page: the article's own, else the visit that most sources tell of; empty where there is none.

    A meeting takes its place where twice as many sources tell of that.
    """
    if len(dossier.articles) == 1:
        return shown(dossier.articles[0].extraction.article.title or "")
    visit = max(dossier.visits, key=lambda visit: (visit.agreement, len(visit.stops)), default=None)
    meeting = max(dossier.meetings, key=lambda meeting: meeting.agreement, default=None)
    if meeting and meeting.agreement >= _OUTWEIGHS * (visit.agreement if visit else 0):
        return shown(_title(meeting))
    return shown(_title(visit)) if visit else ""


def timeline(dossier: Dossier) -> tuple[Entry, ...]:
    """Visits with their stations and all other meetings, by time; what has none comes last."""
    records = {item.id: item for item in _events(dossier)}
    inner = {stop.record for visit in dossier.visits for stop in visit.stops if stop.record != visit.id}
    differing = {conflict.record for conflict in dossier.conflicts}

    def entries(ids: Sequence[str], before: Words | None, depth: int) -> Iterator[Entry]:
        for name in ids:
            record = records[name]
            start = record.start[0] if record.start else None
            today = day(start.value) if start else None
            stops: tuple[Entry, ...] = ()
            if isinstance(record, ResolvedVisit) and depth == 0:
                stops = tuple(entries([stop.record for stop in record.stops if stop.record != name], today, 1))
            yield _entry(record, start, today if today != before else None, stops, name in differing)
            before = today if depth else None

    outer = sorted((name for name in records if name not in inner), key=lambda name: _start(records[name]))
    return tuple(entries(outer, None, 0))


def _events(dossier: Dossier) -> tuple[Event, ...]:
    return (*dossier.visits, *dossier.meetings)


def _plain(side: Claim[str]) -> str:
    return shown(side.value)


def _start(record: Event) -> str:
    return record.start[0].value if record.start else _LAST


def _entry(record: Event, start: Claim[str] | None, today: Words | None, stops: tuple[Entry, ...], differs: bool) -> Entry:
    visit = isinstance(record, ResolvedVisit)
    parties = (record.visitor,) if isinstance(record, ResolvedVisit) else record.participants
    claims = record.destination if isinstance(record, ResolvedVisit) else record.place
    time = clock(start.value) if start else ""
    return Entry(
        id=record.id,
        kind="visit" if visit else "meeting",
        label="visit" if isinstance(record, ResolvedVisit) else str(record.kind),
        status=str(record.status),
        title=shown(", ".join(party.name for party in parties)),
        place=shown(claims[0].value) if claims else "",
        day=today,
        clock=f"≈ {time}" if time and start and start.approximate else time,
        until=day(record.end[0].value) if record.end and (not start or record.end[0].value[:10] != start.value[:10]) else None,
        length=length(record.duration[0].value, record.duration[0].approximate) if record.duration else None,
        agreement=record.agreement,
        parties=tuple(dict.fromkeys(party.id for party in parties if party.id)),
        differs=differs,
        undated=start is None,
        stops=stops,
    )


def _title(record: Event) -> str:
    if isinstance(record, ResolvedVisit):
        return f"{record.visitor.name} → {record.destination[0].value}"
    return ", ".join(party.name for party in record.participants)


def _links(sources: Sequence[Source], known: dict[str, int]) -> tuple[tuple[int, str], ...]:
    """Number and place of each article, the shortest words that say so."""
    found: dict[int, str] = {}
    for source in sources:
        if source.spans:
            number = known[source.article]
            found[number] = anchor(number, min(source.spans, key=lambda span: len(span.text)).start)
    return tuple(sorted(found.items()))


def conflict_rows(dossier: Dossier) -> tuple[ConflictRow, ...]:
    """Every conflict, its sides as people read them."""
    known = numbers(dossier)
    titles = {item.id: _title(item) for item in _events(dossier)}
    titles |= {item.id: item.name for item in dossier.persons} | {item.id: item.name for item in dossier.organizations}
    shows: dict[str, Callable[[Claim[str]], str | Words]] = {
        "start": lambda side: moment(side.value, side.approximate),
        "end": lambda side: moment(side.value, side.approximate),
        "duration": lambda side: length(side.value, side.approximate),
    }
    rows = []
    for conflict in dossier.conflicts:
        show = shows.get(conflict.field, _plain)
        label = conflict.field == "status"
        sides = tuple(Side(show(side), side.agreement, _links(side.sources, known), label) for side in conflict.sides)
        rows.append(ConflictRow(conflict.record, shown(titles.get(conflict.record, "")), conflict.field, sides))
    return tuple(rows)


def histories(dossier: Dossier) -> tuple[History, ...]:
    """The records whose status changed from article to article."""
    known = numbers(dossier)
    found = []
    for record in _events(dossier):
        if len(record.history) > 1:
            changes = tuple(
                Change(str(change.status), moment(change.published) if change.published else None, _links(change.sources, known))
                for change in record.history
            )
            label = "visit" if isinstance(record, ResolvedVisit) else str(record.kind)
            found.append(History(record.id, shown(_title(record)), label, changes))
    return tuple(found)
