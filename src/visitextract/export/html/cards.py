"""Every record of a dossier as a card: a title, facts with who says them, and the words it rests on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias, TypeVar

from visitextract.dossier import (
    Claim,
    Dossier,
    ResolvedMeeting,
    ResolvedOrganization,
    ResolvedParty,
    ResolvedPerson,
    ResolvedStatement,
    ResolvedVisit,
    Source,
)
from visitextract.export.html.marks import anchor, numbers, shown
from visitextract.export.html.wording import Words, length, moment
from visitextract.records import Role, Span, Stance

Record: TypeAlias = ResolvedMeeting | ResolvedVisit | ResolvedStatement | ResolvedPerson | ResolvedOrganization
Said = TypeVar("Said")

_QUOTES = 24  # quotations on one card; the text has a mark for each


@dataclass(frozen=True, slots=True)
class Link:
    """A place in the text of an article: the number of the article and the piece that begins there."""

    article: int
    anchor: str


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a field: text of an article, or words of ours; ``record`` where it is another record."""

    text: str | Words
    agreement: int = 0
    links: tuple[Link, ...] = ()
    record: str = ""
    label: bool = False


@dataclass(frozen=True, slots=True)
class Fact:
    """A field of a card; ``name`` is a label of the page, ``differs`` where articles contradict one another."""

    name: str
    values: tuple[Value, ...]
    differs: bool = False


@dataclass(frozen=True, slots=True)
class Quote:
    """Words that a record rests on."""

    link: Link
    text: str


@dataclass(frozen=True, slots=True)
class Card:
    """A record for people. ``label`` (kind) and ``status`` are labels of the page; ``parties`` are all who belong to it."""

    id: str
    kind: str
    title: str
    label: str
    status: str
    agreement: int
    parties: tuple[str, ...]
    facts: tuple[Fact, ...]
    quotes: tuple[Quote, ...]
    more_quotes: int
    said: str = ""


def card_groups(dossier: Dossier) -> dict[str, tuple[Card, ...]]:
    """The cards by kind, in the order of the page."""
    maker = _Cards(dossier)
    return {
        "meeting": tuple(map(maker.meeting, dossier.meetings)),
        "visit": tuple(map(maker.visit, dossier.visits)),
        "statement": tuple(map(maker.statement, dossier.statements)),
        "person": tuple(map(maker.person, dossier.persons)),
        "organization": tuple(map(maker.organization, dossier.organizations)),
    }


def _ids(parties: Sequence[ResolvedParty]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(party.id for party in parties if party.id))


class _Cards:
    def __init__(self, dossier: Dossier) -> None:
        self._numbers = numbers(dossier)
        self._differing = {(conflict.record, conflict.field) for conflict in dossier.conflicts}
        self._events: dict[str, list[Value]] = defaultdict(list)
        for meeting in dossier.meetings:
            others = ", ".join(party.name for party in meeting.participants)
            for party in _ids(meeting.participants):
                self._events[party].append(Value(shown(others), record=meeting.id))
        for visit in dossier.visits:
            for party in _ids((visit.visitor,)):
                self._events[party].append(Value(f"→ {shown(visit.destination[0].value)}", record=visit.id))
        self._sites = {visit.id: f"→ {visit.destination[0].value}" for visit in dossier.visits}
        self._meetings = {item.id: ", ".join(party.name for party in item.participants) for item in dossier.meetings}

    def _link(self, source: Source, span: Span) -> Link:
        number = self._numbers[source.article]
        return Link(number, anchor(number, span.start))

    def _links(self, sources: Sequence[Source]) -> tuple[Link, ...]:
        """One link for each article that says so, to the shortest words that do."""
        found = (self._link(source, min(source.spans, key=lambda span: len(span.text))) for source in sources if source.spans)
        return tuple({link.article: link for link in found}.values())

    def _card(
        self,
        record: Record,
        kind: str,
        title: str,
        facts: Iterator[Fact],
        parties: tuple[str, ...],
        label: str = "",
        said: str = "",
    ) -> Card:
        spans = [(source, span) for source in record.sources for span in _widest(source.spans)]
        quotes = tuple(Quote(self._link(source, span), " ".join(shown(span.text).split())) for source, span in spans[:_QUOTES])
        status = str(record.status) if isinstance(record, (ResolvedMeeting, ResolvedVisit)) else ""
        told = tuple(fact for fact in facts if fact.values)
        more = len(spans) - len(quotes)
        return Card(record.id, kind, shown(title), label, status, record.agreement, parties, told, quotes, more, shown(said))

    def _fact(
        self,
        record: str,
        name: str,
        claims: Sequence[Claim[Said]],
        show: Callable[[Claim[Said]], str | Words],
        label: bool = False,
    ) -> Fact:
        values = tuple(Value(show(claim), claim.agreement, self._links(claim.sources), label=label) for claim in claims)
        return Fact(name, values, (record, name) in self._differing)

    def _times(self, record: ResolvedMeeting | ResolvedVisit) -> Iterator[Fact]:
        yield self._fact(record.id, "start", record.start, lambda claim: moment(claim.value, claim.approximate))
        yield self._fact(record.id, "end", record.end, lambda claim: moment(claim.value, claim.approximate))
        yield self._fact(record.id, "duration", record.duration, lambda claim: length(claim.value, claim.approximate))

    def _texts(self, record: str, name: str, claims: Sequence[Claim[str]]) -> Fact:
        return self._fact(record, name, claims, lambda claim: shown(claim.value))

    def _history(self, record: ResolvedMeeting | ResolvedVisit) -> Fact:
        if len(record.history) < 2:
            return Fact("history", ())
        changes = (Value(str(change.status), links=self._links(change.sources), label=True) for change in record.history)
        return Fact("history", tuple(changes))

    def _party(self, party: ResolvedParty, of: Record) -> Value:
        """A party of a record; who says so, where not all of its sources do."""
        links = self._links(party.sources) if party.agreement < of.agreement else ()
        return Value(shown(party.name), party.agreement, links, party.id or "")

    def _parties(self, name: str, parties: Sequence[ResolvedParty], of: Record) -> Fact:
        return Fact(name, tuple(self._party(party, of) for party in parties), (of.id, name) in self._differing)

    def meeting(self, meeting: ResolvedMeeting) -> Card:
        def facts() -> Iterator[Fact]:
            yield self._parties("participants", meeting.participants, meeting)
            yield from self._times(meeting)
            yield self._texts(meeting.id, "place", meeting.place)
            yield self._texts(meeting.id, "address", meeting.address)
            yield self._parties("hosts", meeting.hosts, meeting)
            yield self._fact(meeting.id, "format", meeting.format, lambda claim: str(claim.value), label=True)
            yield self._texts(meeting.id, "topics", meeting.topics)
            yield self._texts(meeting.id, "outcome", meeting.outcome)
            if len(meeting.kinds) > 1:
                yield self._fact(meeting.id, "kind", meeting.kinds, lambda claim: str(claim.value), label=True)
            yield self._history(meeting)

        title = ", ".join(party.name for party in meeting.participants)
        return self._card(meeting, "meeting", title, facts(), _ids(meeting.participants), str(meeting.kind))

    def visit(self, visit: ResolvedVisit) -> Card:
        def facts() -> Iterator[Fact]:
            yield self._parties("visitor", (visit.visitor,), visit)
            yield self._texts(visit.id, "destination", visit.destination)
            yield self._texts(visit.id, "origin", visit.origin)
            yield from self._times(visit)
            yield self._texts(visit.id, "purpose", visit.purpose)
            yield self._texts(visit.id, "delegation", visit.delegation)
            names = {**self._sites, **self._meetings}
            yield Fact("stops", tuple(Value(shown(names[stop.record]), record=stop.record) for stop in visit.stops))
            yield self._history(visit)

        title = f"{visit.visitor.name} → {visit.destination[0].value}"
        return self._card(visit, "visit", title, facts(), _ids((visit.visitor,)), "visit")

    def statement(self, said: ResolvedStatement) -> Card:
        def facts() -> Iterator[Fact]:
            yield self._texts(said.id, "wordings", said.texts[1:])
            yield self._texts(said.id, "verb", said.verbs)
            told = [claim for claim in said.stance if claim.value != Stance.NEUTRAL]
            yield self._fact(said.id, "stance", told, lambda claim: str(claim.value), label=True)
            yield self._parties("addressees", said.addressees, said)
            yield self._fact(said.id, "when", said.when, lambda claim: moment(claim.value, claim.approximate))
            yield self._texts(said.id, "occasion", said.occasions)

        speaker = said.speaker
        words = said.texts[0].value if said.texts else ""
        parties = _ids((speaker,)) if speaker else ()
        return self._card(said, "statement", speaker.name if speaker else "", facts(), parties, str(said.kind), words)

    def person(self, person: ResolvedPerson) -> Card:
        def facts() -> Iterator[Fact]:
            yield self._fact(person.id, "roles", person.roles, lambda claim: _role(claim.value))
            yield self._texts(person.id, "aliases", [claim for claim in person.names if claim.value != person.name])
            yield Fact("events", tuple(self._events[person.id]))

        return self._card(person, "person", person.name, facts(), (person.id,))

    def organization(self, organization: ResolvedOrganization) -> Card:
        def facts() -> Iterator[Fact]:
            others = [claim for claim in organization.names if claim.value != organization.name]
            yield self._texts(organization.id, "aliases", others)
            yield Fact("events", tuple(self._events[organization.id]))

        label = str(organization.kind[0].value) if organization.kind else ""
        return self._card(organization, "organization", organization.name, facts(), (organization.id,), label)


def _role(role: Role) -> str:
    title = f"{role.title}({role.abbreviation})" if role.abbreviation and role.abbreviation != role.title else role.title
    parts = ("前" if role.former else "", role.organization.name if role.organization else "", title)
    return shown(" ".join(filter(None, parts)))


def _widest(spans: Sequence[Span]) -> list[Span]:
    """Without those that stand within another: a sentence says where its date stands."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        if not kept or span.end > kept[-1].end:
            kept.append(span)
    return kept
