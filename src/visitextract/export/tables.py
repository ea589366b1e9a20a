"""The records as tables: which tables there are, their columns, and the rows that a dossier gives them.

CSV and Parquet are written from these definitions, so that both have the same columns. A row names other rows by id:
``meetings.id`` is ``participants.meeting``, and so on. Of a field with several values the best supported stands in the table
of its record; ``conflicts`` holds the others side by side, ``evidence`` the words behind every record.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain
from typing import TypeAlias, TypeVar

from visitextract.dossier import Claim, Dossier, ResolvedMeeting, ResolvedParty, ResolvedVisit, Source

Said = TypeVar("Said")
Cell: TypeAlias = str | int | bool | tuple[str, ...] | None
Row: TypeAlias = tuple[Cell, ...]


class Kind(StrEnum):
    """What the cells of a column hold; any cell may be empty."""

    TEXT = "text"
    TEXTS = "texts"
    NUMBER = "number"
    FLAG = "flag"


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table."""

    name: str
    kind: Kind = Kind.TEXT


@dataclass(frozen=True, slots=True)
class Table:
    """One table: its name, what a row is, its columns, and how a dossier fills it."""

    name: str
    means: str
    columns: tuple[Column, ...]
    rows: Callable[[Dossier], Iterator[Row]]


def _columns(names: str) -> tuple[Column, ...]:
    """Columns from their names; ``[]`` marks several texts, ``#`` a number, ``?`` yes or no."""
    marks = {"[]": Kind.TEXTS, "#": Kind.NUMBER, "?": Kind.FLAG}
    found = []
    for name in names.split():
        mark = next((mark for mark in marks if name.endswith(mark)), "")
        found.append(Column(name.removesuffix(mark), marks.get(mark, Kind.TEXT)))
    return tuple(found)


def _best(claims: Sequence[Claim[Said]]) -> str | None:
    return str(claims[0].value) if claims else None


def _articles(sources: Sequence[Source]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(source.article for source in sources))


def _party(party: ResolvedParty | None) -> tuple[str | None, str | None, str | None]:
    return (None, None, None) if party is None else (str(party.type), party.id, party.name)


def _article_rows(dossier: Dossier) -> Iterator[Row]:
    for item in dossier.articles:
        about = item.extraction.article
        yield item.id, item.origin, about.title, about.outlet, about.authors, about.published, about.modified, about.url


def _person_rows(dossier: Dossier) -> Iterator[Row]:
    for person in dossier.persons:
        names = tuple(claim.value for claim in person.names)
        yield person.id, person.name, names, person.agreement, _articles(person.sources)


def _role_rows(dossier: Dossier) -> Iterator[Row]:
    for person in dossier.persons:
        for claim in person.roles:
            role, employer = claim.value, claim.value.organization
            place = (None, None) if employer is None else (employer.id, employer.name)
            yield person.id, role.title, role.abbreviation, *place, role.former, claim.agreement, _articles(claim.sources)


def _organization_rows(dossier: Dossier) -> Iterator[Row]:
    for organization in dossier.organizations:
        names = tuple(claim.value for claim in organization.names)
        kind = str(organization.kind[0].value) if organization.kind else None
        yield organization.id, organization.name, names, kind, organization.agreement, _articles(organization.sources)


def _meeting_rows(dossier: Dossier) -> Iterator[Row]:
    for meeting in dossier.meetings:
        place = _best(meeting.place), _best(meeting.address), _best(meeting.country)
        topics = tuple(claim.value for claim in meeting.topics)
        kinds = str(meeting.kind), str(meeting.status)
        hosts = tuple(host.name for host in meeting.hosts)
        more = topics, hosts, _best(meeting.format), _best(meeting.outcome)
        yield meeting.id, *kinds, *_times(meeting), *place, *more, meeting.agreement, _articles(meeting.sources)


def _times(record: ResolvedMeeting | ResolvedVisit) -> tuple[str | None, bool | None, str | None, str | None]:
    approximate = record.start[0].approximate if record.start else None
    return _best(record.start), approximate, _best(record.end), _best(record.duration)


def _participant_rows(dossier: Dossier) -> Iterator[Row]:
    for meeting in dossier.meetings:
        for position, party in enumerate(meeting.participants, 1):
            yield meeting.id, position, *_party(party), party.agreement, _articles(party.sources)


def _visit_rows(dossier: Dossier) -> Iterator[Row]:
    for visit in dossier.visits:
        places = _best(visit.destination), _best(visit.country), _best(visit.origin)
        head = visit.id, *_party(visit.visitor), *places, str(visit.status)
        more = _best(visit.purpose), _best(visit.delegation)
        yield *head, *_times(visit), *more, visit.agreement, _articles(visit.sources)


def _stop_rows(dossier: Dossier) -> Iterator[Row]:
    for visit in dossier.visits:
        for position, stop in enumerate(visit.stops, 1):
            yield visit.id, position, stop.record, stop.start, stop.place


def _statement_rows(dossier: Dossier) -> Iterator[Row]:
    for said in dossier.statements:
        words = _best(said.texts), _best(said.verbs), _best(said.stance), _best(said.when), _best(said.occasions)
        heard = tuple(party.name for party in said.addressees)
        yield said.id, str(said.kind), *_party(said.speaker), *words, heard, said.agreement, _articles(said.sources)


def _status_rows(dossier: Dossier) -> Iterator[Row]:
    records: Iterable[ResolvedMeeting | ResolvedVisit] = chain(dossier.visits, dossier.meetings)
    for record in records:
        for position, change in enumerate(record.history, 1):
            yield record.id, position, str(change.status), change.published, _articles(change.sources)


def _conflict_rows(dossier: Dossier) -> Iterator[Row]:
    for conflict in dossier.conflicts:
        for side in conflict.sides:
            told = side.approximate, side.agreement, _articles(side.sources)
            yield conflict.record, conflict.field, side.value, *told


def _evidence_rows(dossier: Dossier) -> Iterator[Row]:
    records = chain(dossier.persons, dossier.organizations, dossier.visits, dossier.meetings, dossier.statements)
    for record in records:
        for source in record.sources:
            for span in source.spans:
                yield record.id, source.article, source.record, span.start, span.end, span.text


_TOLD = "agreement# articles[]"
_WHEN = "start start_approximate? end duration"
_DEFINITIONS: tuple[tuple[str, str, str, Callable[[Dossier], Iterator[Row]]], ...] = (
    ("articles", "an article", "id origin title outlet authors[] published modified url", _article_rows),
    ("persons", "a person", f"id name names[] {_TOLD}", _person_rows),
    (
        "roles",
        "a title that a person holds or held",
        f"person title abbreviation organization organization_name former? {_TOLD}",
        _role_rows,
    ),
    ("organizations", "an organization", f"id name names[] kind {_TOLD}", _organization_rows),
    (
        "meetings",
        "a meeting",
        f"id kind status {_WHEN} place address country topics[] hosts[] format outcome {_TOLD}",
        _meeting_rows,
    ),
    ("participants", "a party of a meeting", f"meeting position# type party name {_TOLD}", _participant_rows),
    (
        "visits",
        "a visit",
        f"id visitor_type visitor visitor_name destination country origin status {_WHEN} purpose delegation {_TOLD}",
        _visit_rows,
    ),
    ("stops", "a station of a visit: a meeting or another visit", "visit position# record start place", _stop_rows),
    (
        "statements",
        "what somebody said",
        f"id kind speaker_type speaker speaker_name text verb stance when occasion addressees[] {_TOLD}",
        _statement_rows,
    ),
    ("status_history", "a status, and since when it is told", "record position# status published articles[]", _status_rows),
    ("conflicts", "one side of a conflict", f"record field value approximate? {_TOLD}", _conflict_rows),
    ("evidence", "words of an article that a record rests on", "record article article_record start# end# text", _evidence_rows),
)

TABLES = tuple(Table(name, means, _columns(columns), rows) for name, means, columns, rows in _DEFINITIONS)
