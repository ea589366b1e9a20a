"""Records as JSON-LD in schema.org terms: NewsArticle, Event, Person, Organization, Quotation, Claim.

Meetings and visits are events; the stations of a visit are its ``subEvent``. schema.org has no word for a meeting that is
only proposed or possible, and none for what a meeting's kind, form or outcome is: these are terms of our own (``_TERMS``), named
in the context that the document carries, so that it can be read without a network. Records are blank nodes, because
their ids mean something within this document only; an article is named by its address where it has one.

Left out, because schema.org could only say it wrongly: roles that somebody held before, and that a time is approximate.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, TypeAlias
from urllib.parse import quote

from visitextract.dossier import (
    Claim,
    DossierArticle,
    ResolvedMeeting,
    ResolvedOrganization,
    ResolvedParty,
    ResolvedPerson,
    ResolvedStatement,
    ResolvedVisit,
    Source,
)
from visitextract.export.story import Told, dossier_of, writable
from visitextract.records import StatementKind

Node: TypeAlias = dict[str, Any]

OWN = "urn:visitextract:term:"
_TERMS = ("kind", "status", "agreement", "format", "outcome", "purpose", "stance", "addressee")
CONTEXT: Node = {
    "@version": 1.1,
    "@vocab": "https://schema.org/",
    **{term: f"{OWN}{term}" for term in _TERMS},
    "eventStatus": {"@type": "@id"},
    "url": {"@type": "@id"},
}
_EVENT_STATUS = {
    "held": "https://schema.org/EventScheduled",  # "has taken place … as scheduled", in schema.org's own words
    "scheduled": "https://schema.org/EventScheduled",
    "postponed": "https://schema.org/EventPostponed",
    "cancelled": "https://schema.org/EventCancelled",
}


def json_ld(told: Told) -> str:
    """The records as one JSON-LD document with a ``@graph``: articles, people, organizations, events, and what was said."""
    dossier = dossier_of(told)
    articles = {item.id: _article_id(item) for item in dossier.articles}
    events = {record.id for record in (*dossier.visits, *dossier.meetings)}
    nodes = [_article(item) for item in dossier.articles]
    nodes += [_person(person) for person in dossier.persons]
    nodes += [_organization(organization) for organization in dossier.organizations]
    nodes += [_visit(visit, articles, events) for visit in dossier.visits]
    nodes += [_meeting(meeting, articles) for meeting in dossier.meetings]
    nodes += [_statement(statement, articles) for statement in dossier.statements]
    document = {"@context": CONTEXT, "@graph": [_without_empty(node) for node in nodes]}
    return writable(json.dumps(document, ensure_ascii=False, indent=1)) + "\n"


def _without_empty(node: Node) -> Node:
    return {name: value for name, value in node.items() if value not in (None, "", [], ())}


def is_web_address(url: str | None) -> bool:
    """Whether this may stand where an IRI is expected: http or https, and no character that an IRI cannot hold.

    >>> is_web_address("https://news.example/1"), is_web_address("javascript:alert(1)")
    (True, False)
    """
    return bool(url) and str(url).startswith(("http://", "https://")) and not set(str(url)) & set(' "<>\\^`{|}\n\r\t')


def article_iri(article: str, url: str | None) -> str:
    """The address of an article, else a URN made from its id."""
    if url and is_web_address(url):
        return writable(url)
    return f"urn:visitextract:article:{quote(writable(article), safe='')}"


def _article_id(item: DossierArticle) -> str:
    """Two versions of one page share an address, so only the first is named by it."""
    url = item.extraction.article.url if item.id == item.extraction.article.id else None
    return article_iri(item.id, url)


def _article(item: DossierArticle) -> Node:
    about = item.extraction.article
    return {
        "@id": _article_id(item),
        "@type": "NewsArticle",
        "identifier": item.id,
        "headline": about.title,
        "alternativeHeadline": list(about.subtitles),
        "author": [{"@type": "Person", "name": name} for name in about.authors],
        "publisher": {"@type": "Organization", "name": about.outlet} if about.outlet else None,
        "datePublished": about.published,
        "dateModified": about.modified,
        "inLanguage": "ko",
        "url": writable(about.url) if about.url and is_web_address(about.url) else None,
    }


def _blank(record: str) -> str:
    return f"_:{record}"


def _known(record: str | None) -> Node | None:
    return None if record is None else {"@id": _blank(record)}


def _party(party: ResolvedParty) -> Node:
    """A person or organization of the document; an unnamed group is a node of no type that has a name."""
    return _known(party.id) or {"name": party.name}


def _told_in(sources: Sequence[Source], articles: dict[str, str]) -> list[Node]:
    return [{"@id": iri} for iri in dict.fromkeys(articles[source.article] for source in sources)]


def _values(claims: Sequence[Claim[str]]) -> list[str]:
    return [claim.value for claim in claims]


def _best(claims: Sequence[Claim[str]]) -> str | None:
    return claims[0].value if claims else None


def _person(person: ResolvedPerson) -> Node:
    held = [claim.value for claim in person.roles if not claim.value.former]
    return {
        "@id": _blank(person.id),
        "@type": "Person",
        "name": person.name,
        "alternateName": [name for name in _values(person.names) if name != person.name],
        "jobTitle": list(dict.fromkeys(role.title for role in held)),
        "worksFor": [
            {
                "@type": "OrganizationRole",
                "roleName": role.title,
                "worksFor": _known(role.organization.id) or {"@type": "Organization", "name": role.organization.name},
            }
            for role in held
            if role.organization is not None
        ],
        "agreement": person.agreement,
    }


def _organization(organization: ResolvedOrganization) -> Node:
    return {
        "@id": _blank(organization.id),
        "@type": "Organization",
        "name": organization.name,
        "alternateName": [name for name in _values(organization.names) if name != organization.name],
        "kind": str(organization.kind[0].value) if organization.kind else None,
        "agreement": organization.agreement,
    }


def _event(record: ResolvedMeeting | ResolvedVisit, kind: str, articles: dict[str, str]) -> Node:
    return {
        "@id": _blank(record.id),
        "@type": "Event",
        "kind": kind,
        "status": str(record.status),
        "eventStatus": _EVENT_STATUS.get(str(record.status)),
        "startDate": _best(record.start),
        "endDate": _best(record.end),
        "duration": _best(record.duration),
        "subjectOf": _told_in(record.sources, articles),
        "agreement": record.agreement,
    }


def _place(name: str | None, address: str | None, country: str | None) -> Node | None:
    where = _without_empty({"streetAddress": address, "addressCountry": country})
    if not name and not where:
        return None
    return _without_empty({"@type": "Place", "name": name, "address": {"@type": "PostalAddress", **where} if where else None})


def _visit(visit: ResolvedVisit, articles: dict[str, str], events: set[str]) -> Node:
    to = _best(visit.destination)
    return {
        **_event(visit, "visit", articles),
        "name": f"{visit.visitor.name} → {to}" if to else visit.visitor.name,
        "attendee": [_party(visit.visitor), *({"name": group} for group in _values(visit.delegation))],
        "purpose": _values(visit.purpose),
        "location": _place(to, None, _best(visit.country)),
        "subEvent": [_known(stop.record) for stop in visit.stops if stop.record in events],
    }


def _meeting(meeting: ResolvedMeeting, articles: dict[str, str]) -> Node:
    names = ", ".join(party.name for party in meeting.participants)
    return {
        **_event(meeting, str(meeting.kind), articles),
        "name": names or str(meeting.kind).replace("_", " "),
        "attendee": [_party(party) for party in meeting.participants],
        "organizer": [_party(host) for host in meeting.hosts],
        "format": [str(claim.value) for claim in meeting.format],
        "outcome": _values(meeting.outcome),
        "location": _place(_best(meeting.place), _best(meeting.address), _best(meeting.country)),
        "about": [{"@type": "Thing", "name": topic} for topic in _values(meeting.topics)],
    }


def _statement(said: ResolvedStatement, articles: dict[str, str]) -> Node:
    """Words between quotation marks are a ``Quotation``; what is only reported is a ``Claim``."""
    direct = said.kind == StatementKind.DIRECT
    speaker = _party(said.speaker) if said.speaker is not None else None
    return {
        "@id": _blank(said.id),
        "@type": "Quotation" if direct else "Claim",
        "text": _best(said.texts),
        "spokenByCharacter" if direct else "author": speaker,
        "isPartOf" if direct else "appearance": _told_in(said.sources, articles),
        "dateCreated": _best(said.when),
        "stance": [str(claim.value) for claim in said.stance],
        "addressee": [_party(party) for party in said.addressees],
        "agreement": said.agreement,
    }
