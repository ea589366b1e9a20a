"""``gold.json`` of a fixture as an ``Extraction``: what a careful reader found, to judge merging apart from extracting."""

from __future__ import annotations

import re
from typing import Any

from fixture_articles import FixtureArticle
from visitextract import Extraction
from visitextract import records as r

_LOCATED = re.compile(r"에 (?:위치한|있는)")
_COUNTRIES = {"한국": "KR", "일본": "JP", "인도": "IN"}
Json = dict[str, Any]


def as_extraction(fixture: FixtureArticle) -> Extraction:
    """All records of the gold file that are not optional, each with its evidence in the text."""
    gold = fixture.gold
    organizations = {item["name"]: f"organization-{number}" for number, item in enumerate(gold["organizations"], 1)}
    persons = {item["name"]: f"person-{number}" for number, item in enumerate(gold["persons"], 1)}
    reader = _Reader(fixture.text, persons, organizations)
    return Extraction(
        article=r.Article(
            id=fixture.id,
            title=fixture.meta.get("title"),
            outlet=fixture.meta.get("outlet"),
            published=fixture.meta["published"] or _first(gold["article"].get("published")),
            url=fixture.meta.get("url"),
        ),
        persons=tuple(reader.person(item) for item in gold["persons"]),
        organizations=tuple(reader.organization(item) for item in gold["organizations"]),
        meetings=tuple(reader.meeting(n, item) for n, item in enumerate(gold["meetings"], 1) if not item.get("optional")),
        visits=tuple(reader.visit(n, item) for n, item in enumerate(gold["visits"], 1) if not item.get("optional")),
        statements=tuple(reader.statement(n, item) for n, item in enumerate(gold["statements"], 1) if not item.get("optional")),
    )


class _Reader:
    def __init__(self, text: str, persons: dict[str, str], organizations: dict[str, str]) -> None:
        self.text = text
        self.persons = persons
        self.organizations = organizations

    def span(self, words: str) -> r.Span:
        start = self.text.index(words)
        return r.Span(start=start, end=start + len(words), text=words)

    def mentions(self, item: Json) -> tuple[r.Span, ...]:
        return tuple(self.span(form) for form in (item["name"], *item["aliases"]) if form in self.text)

    def person(self, item: Json) -> r.Person:
        roles = []
        for role in item["roles"]:
            if "title" not in role:
                continue
            name = next(iter(role.get("organization", ())), None)
            employer = r.OrganizationRef(id=self.organizations.get(name), name=name) if name else None
            roles.append(r.Role(title=role["title"][0], organization=employer, former=role.get("former", False)))
        return r.Person(
            id=self.persons[item["name"]],
            name=item["name"],
            aliases=tuple(item["aliases"]),
            roles=tuple(roles),
            mentions=self.mentions(item),
        )

    def organization(self, item: Json) -> r.Organization:
        return r.Organization(
            id=self.organizations[item["name"]], name=item["name"], aliases=tuple(item["aliases"]), mentions=self.mentions(item)
        )

    def party(self, name: str) -> r.Party:
        for kind, known in ((r.PartyType.PERSON, self.persons), (r.PartyType.ORGANIZATION, self.organizations)):
            if name in known:
                return r.Party(type=kind, id=known[name], name=name)
        return r.Party(type=r.PartyType.GROUP, name=name)

    def place(self, names: list[str] | None) -> r.Place | None:
        if not names:
            return None
        fullest = max(names, key=len)
        before = fullest.removesuffix(names[0]).strip() if fullest.endswith(names[0]) else ""
        address = _LOCATED.split(before)[0]
        country = next((code for name, code in _COUNTRIES.items() if name in (names[0], *address.split())), None)
        return r.Place(name=names[0], address=address or None, country=country)

    def when(self, date: str | None, start: str | None, end: str | None, evidence: r.Span) -> r.When | None:
        if date is None:
            return None
        first = f"{date}T{start}:00+09:00" if start else date
        last = f"{date}T{end}:00+09:00" if end and ":" in end else end
        return r.When(start=first, end=last, approximate=start is not None, evidence=evidence)

    def meeting(self, number: int, item: Json) -> r.Meeting:
        evidence = self.span(item["evidence"])
        parties = [*item["participants"], *item.get("organizations", ()), *item.get("groups", ())]
        return r.Meeting(
            id=f"meeting-{number}",
            kind=r.MeetingKind(item["kind"][0]),
            status=r.MeetingStatus(item["status"][0]),
            participants=tuple(self.party(name) for name in parties),
            when=self.when(item.get("date"), _first(item.get("start")), _first(item.get("end")), evidence),
            duration=_first(item.get("duration")),
            place=self.place(item.get("place")),
            evidence=(evidence,),
        )

    def visit(self, number: int, item: Json) -> r.Visit:
        evidence = self.span(item["evidence"])
        destination = self.place(item["destination"])
        assert destination is not None
        return r.Visit(
            id=f"visit-{number}",
            visitor=self.party(item["visitor"]),
            destination=destination,
            status=r.MeetingStatus(item["status"][0]),
            when=self.when(_first(item.get("start")), None, _first(item.get("end")), evidence),
            duration=_first(item.get("duration")),
            evidence=(evidence,),
        )

    def statement(self, number: int, item: Json) -> r.Statement:
        text = _first(item["text"])
        assert text is not None
        speaker = _first(item.get("speaker"))
        found = text if text in self.text else self.text[:1]
        return r.Statement(
            id=f"statement-{number}",
            kind=r.StatementKind(_first(item["kind"]) or ""),
            text=text,
            verb=_first(item.get("verb")),
            speaker=self.party(speaker) if speaker else None,
            evidence=self.span(found),
        )


def _first(value: Any) -> str | None:
    """The first of the acceptable values of a slot."""
    return (value[0] if value else None) if isinstance(value, list) else value
