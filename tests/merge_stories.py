"""Extractions written by hand for the tests of merging: invented people, one span an evidence, any text around it."""

from __future__ import annotations

from dataclasses import dataclass, field

from visitextract import Extraction
from visitextract import records as r


def span(text: str, start: int = 0) -> r.Span:
    return r.Span(start=start, end=start + len(text), text=text)


@dataclass(slots=True)
class Story:
    """An article under construction: ``Story("a", "2024-02-29").meeting("홍길동", "존 스미스", start="2024-02-28").done()``."""

    id: str
    published: str | None = None
    title: str | None = None
    url: str | None = None
    persons: dict[str, r.Person] = field(default_factory=dict)
    organizations: dict[str, r.Organization] = field(default_factory=dict)
    meetings: list[r.Meeting] = field(default_factory=list)
    visits: list[r.Visit] = field(default_factory=list)
    statements: list[r.Statement] = field(default_factory=list)
    place: int = 0

    def words(self, text: str) -> r.Span:
        """The next stretch of the article."""
        self.place += 1000
        return span(text, self.place)

    def person(self, name: str, *roles: str, aliases: tuple[str, ...] = ()) -> Story:
        """A person; a role is written ``한빛전자 회장``, ``대통령`` or ``former:한빛전자 부회장``."""
        held = []
        for role in roles:
            employer, _, title = role.removeprefix("former:").rpartition(" ")
            known = self.organizations.get(employer)
            reference = r.OrganizationRef(id=known.id if known else None, name=employer) if employer else None
            held.append(r.Role(title=title, organization=reference, former=role.startswith("former:")))
        number = len(self.persons) + 1
        mentions = tuple(self.words(form) for form in (name, *aliases))
        self.persons[name] = r.Person(id=f"person-{number}", name=name, aliases=aliases, roles=tuple(held), mentions=mentions)
        return self

    def organization(self, name: str, kind: r.OrganizationKind | None = None, aliases: tuple[str, ...] = ()) -> Story:
        number = len(self.organizations) + 1
        self.organizations[name] = r.Organization(
            id=f"organization-{number}", name=name, kind=kind, aliases=aliases, mentions=(self.words(name),)
        )
        return self

    def party(self, name: str) -> r.Party:
        """The party of a name: a known organization, a group where it is written ``group:…``, else a person."""
        if name.startswith("group:"):
            return r.Party(type=r.PartyType.GROUP, name=name.removeprefix("group:"))
        if name in self.organizations:
            return r.Party(type=r.PartyType.ORGANIZATION, id=self.organizations[name].id, name=name)
        if name not in self.persons:
            self.person(name)
        return r.Party(type=r.PartyType.PERSON, id=self.persons[name].id, name=name)

    def when(self, start: str | None, end: str | None) -> r.When | None:
        if start is None:
            return None
        later = end if end and not r.before(end, start) else None
        return r.When(start=start, end=later, evidence=self.words(start))

    def meeting(
        self,
        *parties: str,
        kind: str = "talks",
        status: str = "held",
        start: str | None = None,
        end: str | None = None,
        duration: str | None = None,
        place: r.Place | None = None,
        host: str | None = None,
        form: str | None = None,
        outcome: str | None = None,
        topics: tuple[str, ...] = (),
        evidence: str = "",
    ) -> Story:
        self.meetings.append(
            r.Meeting(
                id=f"meeting-{len(self.meetings) + 1}",
                kind=r.MeetingKind(kind),
                status=r.MeetingStatus(status),
                participants=tuple(self.party(name) for name in parties),
                when=self.when(start, end),
                duration=duration,
                place=place,
                host=self.party(host) if host else None,
                format=r.MeetingFormat(form) if form else None,
                outcome=outcome,
                topics=topics,
                evidence=(self.words(evidence or f"{' '.join(parties)} {kind} {self.id}"),),
            )
        )
        return self

    def visit(
        self,
        visitor: str,
        destination: r.Place,
        status: str = "held",
        start: str | None = None,
        end: str | None = None,
        duration: str | None = None,
        purpose: str | None = None,
        delegation: str | None = None,
        evidence: str = "",
    ) -> Story:
        self.visits.append(
            r.Visit(
                id=f"visit-{len(self.visits) + 1}",
                visitor=self.party(visitor),
                destination=destination,
                status=r.MeetingStatus(status),
                when=self.when(start, end),
                duration=duration,
                purpose=purpose,
                delegation=delegation,
                evidence=(self.words(evidence or f"{visitor} {destination.name} {self.id}"),),
            )
        )
        return self

    def statement(
        self,
        speaker: str | None,
        text: str,
        kind: str = "direct",
        reporter: str = "말했다",
        stance: str | None = None,
        addressee: str | None = None,
    ) -> Story:
        self.statements.append(
            r.Statement(
                id=f"statement-{len(self.statements) + 1}",
                kind=r.StatementKind(kind),
                text=text,
                verb="말했다",
                stance=r.Stance(stance) if stance else None,
                addressee=self.party(addressee) if addressee else None,
                speaker=self.party(speaker) if speaker else None,
                evidence=self.words(f'{speaker} "{text}"라고 {reporter}'),
            )
        )
        return self

    def done(self) -> Extraction:
        return Extraction(
            article=r.Article(id=self.id, published=self.published, title=self.title, url=self.url),
            persons=tuple(self.persons.values()),
            organizations=tuple(self.organizations.values()),
            meetings=tuple(self.meetings),
            visits=tuple(self.visits),
            statements=tuple(self.statements),
        )


KOREA = r.Place(name="한국", country="KR")
JAPAN = r.Place(name="일본", country="JP")
