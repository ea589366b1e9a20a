"""Stage results in normalised offsets → records in the caller's offsets. Decides nothing."""

from __future__ import annotations

import hashlib

from visitextract import records as r
from visitextract.article import Article
from visitextract.entities import Cast, Entity, PartyFact
from visitextract.meetings import MeetingFact
from visitextract.places import PlaceFact
from visitextract.spans import NormalizedText
from visitextract.statements import StatementFact
from visitextract.times import Time, WhenFact
from visitextract.visits import VisitFact


def derived_id(source: NormalizedText) -> str:
    """The id of an article that its caller gave none: a digest of its normalised text."""
    return hashlib.sha256(source.text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


class Assembler:
    """Builds the records of one article; holds only the way back to the caller's text."""

    def __init__(self, source: NormalizedText) -> None:
        self.source = source

    def span(self, start: int, end: int) -> r.Span:
        """The caller's span behind a normalised range."""
        a, b = self.source.to_original(start, end)
        return r.Span(start=a, end=b, text=self.source.original[a:b])

    def spans(self, ranges: tuple[tuple[int, int], ...]) -> tuple[r.Span, ...]:
        """The caller's spans behind several ranges."""
        return tuple(self.span(start, end) for start, end in ranges)

    def article(self, article: Article, article_id: str | None, url: str | None) -> r.Article:
        """The article's own record; without an id from the caller, one derived from the normalised content."""
        return r.Article(
            id=article_id or derived_id(self.source),
            title=article.title,
            subtitles=article.subtitles,
            outlet=article.outlet,
            authors=article.authors,
            published=article.published,
            modified=article.modified,
            url=url,
        )

    def mentions(self, cast: Cast, key: str) -> tuple[r.Span, ...]:
        """Where an entity is mentioned by name or alias, in text order."""
        ranges = {(ref.start, ref.end) for ref in cast.refs if ref.keys == (key,) and not ref.pronoun}
        return self.spans(tuple(sorted(ranges)))

    def person(self, entity: Entity, cast: Cast) -> r.Person:
        """A person's record."""
        roles = tuple(
            r.Role(
                title=role.title,
                abbreviation=role.abbreviation,
                organization=r.OrganizationRef(id=role.organization_key, name=role.organization) if role.organization else None,
                former=role.former,
            )
            for role in entity.roles
        )
        return r.Person(
            id=entity.key,
            name=entity.name,
            aliases=entity.aliases,
            roles=roles,
            mentions=self.mentions(cast, entity.key),
            inferred=entity.inferred,
        )

    def organization(self, entity: Entity, cast: Cast) -> r.Organization:
        """An organization's record."""
        kind = r.OrganizationKind(entity.kind) if entity.kind else None
        return r.Organization(
            id=entity.key, name=entity.name, aliases=entity.aliases, kind=kind, mentions=self.mentions(cast, entity.key)
        )

    def party(self, party: PartyFact) -> r.Party:
        """A party's record."""
        return r.Party(type=r.PartyType(party.kind), id=party.key, name=party.name)

    def place(self, place: PlaceFact | None) -> r.Place | None:
        """A place's record."""
        return r.Place(name=place.name, address=place.address, country=place.country) if place else None

    def when(self, when: WhenFact | None) -> r.When | None:
        """A date's record."""
        if when is None or when.start is None:
            return None
        evidence = self.span(*when.evidence) if when.evidence else None
        end = _end(when.start, when.end)
        return r.When(start=when.start, end=end, approximate=when.approximate, anchor=when.anchor, evidence=evidence)

    def time(self, time: Time) -> r.When:
        """A time expression on its own, as ``find_times`` returns it."""
        return r.When(
            start=time.iso(),
            end=_end(time.iso(), time.iso_until()),
            duration=time.duration,
            approximate=time.approximate,
            anchor=time.anchor,
            evidence=self.span(time.start, time.end),
        )

    def meeting(self, number: int, fact: MeetingFact) -> r.Meeting:
        """A meeting's record."""
        return r.Meeting(
            id=f"meeting-{number}",
            kind=r.MeetingKind(fact.kind),
            status=r.MeetingStatus(fact.status),
            participants=tuple(self.party(party) for party in fact.parties),
            when=self.when(fact.when),
            duration=fact.duration,
            place=self.place(fact.place),
            topics=fact.topics,
            host=self.party(fact.host) if fact.host else None,
            format=r.MeetingFormat(fact.format) if fact.format else None,
            outcome=fact.outcome,
            evidence=self.spans(fact.evidence),
        )

    def visit(self, number: int, fact: VisitFact, stops: tuple[str, ...] = ()) -> r.Visit:
        """A visit's record; ``stops`` are the ids of what lies inside it."""
        return r.Visit(
            id=f"visit-{number}",
            visitor=self.party(fact.visitor),
            destination=r.Place(name=fact.destination.name, address=fact.destination.address, country=fact.destination.country),
            origin=self.place(fact.origin),
            status=r.MeetingStatus(fact.status),
            when=self.when(fact.when),
            duration=fact.duration,
            purpose=fact.purpose,
            delegation=fact.delegation,
            itinerary=stops,
            evidence=self.spans(fact.evidence),
        )

    def statement(self, number: int, fact: StatementFact) -> r.Statement:
        """A statement's record; its text is the normalised one, its evidence the caller's."""
        return r.Statement(
            id=f"statement-{number}",
            kind=r.StatementKind(fact.kind),
            text=self.source.text[fact.start : fact.end],
            verb=fact.verb,
            stance=r.Stance(fact.stance) if fact.stance else None,
            speaker=self.party(fact.speaker) if fact.speaker else None,
            addressee=self.party(fact.addressee) if fact.addressee else None,
            when=self.when(fact.when),
            occasion=fact.occasion,
            evidence=self.span(*fact.evidence),
        )


def _end(start: str | None, end: str | None) -> str | None:
    """The end of a range; none where it is before the start (``오후 3시∼오후 1시``): the words contradict themselves."""
    return None if start and end and r.before(end, start) else end
