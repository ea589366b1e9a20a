"""JSON-LD, read by JSON-LD processors without a network and checked against the vocabulary of schema.org."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from pyld import jsonld  # type: ignore[import-untyped]
from rdflib import RDF, SDO, Graph, URIRef

from export_story import HARM, told
from fixture_articles import FIXTURES
from visitextract import Dossier, merge
from visitextract.export import json_ld
from visitextract.export.json_ld import OWN

# What schema.org says a property may stand on; the classes above each class that is used.
DOMAINS = {
    "about": {"Event", "CreativeWork"},
    "additionalType": {"Thing"},
    "address": {"Place", "Organization", "Person"},
    "addressCountry": {"PostalAddress"},
    "alternateName": {"Thing"},
    "alternativeHeadline": {"CreativeWork"},
    "appearance": {"Claim"},
    "attendee": {"Event"},
    "author": {"CreativeWork"},
    "dateCreated": {"CreativeWork"},
    "dateModified": {"CreativeWork"},
    "datePublished": {"CreativeWork"},
    "duration": {"Event"},
    "endDate": {"Event"},
    "eventStatus": {"Event"},
    "headline": {"CreativeWork"},
    "identifier": {"Thing"},
    "inLanguage": {"CreativeWork", "Event"},
    "isPartOf": {"CreativeWork"},
    "jobTitle": {"Person"},
    "location": {"Event", "Organization"},
    "name": {"Thing"},
    "organizer": {"Event"},
    "publisher": {"CreativeWork"},
    "roleName": {"Role"},
    "spokenByCharacter": {"Quotation"},
    "startDate": {"Event"},
    "streetAddress": {"PostalAddress"},
    "subEvent": {"Event"},
    "subjectOf": {"Thing"},
    "text": {"CreativeWork"},
    "url": {"Thing"},
    "worksFor": {"Person", "Role"},  # on a role, the property that the role stands in is said again
}
ABOVE = {
    "NewsArticle": {"CreativeWork", "Thing"},
    "Quotation": {"CreativeWork", "Thing"},
    "Claim": {"CreativeWork", "Thing"},
    "Event": {"Thing"},
    "Person": {"Thing"},
    "Organization": {"Thing"},
    "OrganizationRole": {"Role", "Thing"},
    "Place": {"Thing"},
    "PostalAddress": {"Thing"},
    "Thing": set[str](),
}


def no_network(url: str, _options: object) -> Any:
    raise AssertionError(f"the document must be read without fetching {url}")


def expanded(document: str) -> list[dict[str, Any]]:
    nodes: list[dict[str, Any]] = jsonld.flatten(json.loads(document), options={"documentLoader": no_network})
    return nodes


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    return merge(article.extract() for article in FIXTURES)


def uses(graph: Graph) -> Iterator[tuple[str, set[str]]]:
    """Each property in use with the types of what it stands on."""
    for subject, predicate, _ in graph:
        if predicate != RDF.type:
            yield str(predicate), {str(kind) for kind in graph.objects(subject, RDF.type)}


def test_every_term_is_one_of_schema_org_and_stands_where_it_may(dossier: Dossier) -> None:
    triples = jsonld.to_rdf(json.loads(json_ld(dossier)), {"documentLoader": no_network, "format": "application/n-quads"})
    graph = Graph().parse(data=triples, format="nt")
    vocabulary = str(SDO)
    for kind in set(graph.objects(None, RDF.type)):
        assert URIRef(str(kind)) in SDO
        assert str(kind).removeprefix(vocabulary) in ABOVE
    for name, kinds in uses(graph):
        if name.startswith(OWN):
            continue
        assert URIRef(name) in SDO
        classes = {kind.removeprefix(vocabulary) for kind in kinds}
        above = {"Thing"}.union(classes, *(ABOVE[kind] for kind in classes))
        assert above & DOMAINS[name.removeprefix(vocabulary)], f"{name} on {classes}"


def test_a_processor_finds_the_records(dossier: Dossier) -> None:
    nodes = {node["@id"]: node for node in expanded(json_ld(dossier))}
    kinds = [kind.removeprefix(str(SDO)) for node in nodes.values() for kind in node.get("@type", [])]
    assert kinds.count("Event") == len(dossier.meetings) + len(dossier.visits)
    assert kinds.count("NewsArticle") == len(dossier.articles)
    assert kinds.count("Quotation") + kinds.count("Claim") == len(dossier.statements)
    references = [
        value["@id"]
        for node in nodes.values()
        for name, values in node.items()
        if name.startswith(str(SDO)) and name not in (str(SDO.eventStatus), str(SDO.url))
        for value in values
        if "@id" in value
    ]
    assert set(references) <= set(nodes)


def test_events_say_what_will_happen_where_and_who_comes() -> None:
    nodes = expanded(json_ld(told(url="https://news.example/1")))

    def name(term: str) -> str:
        return str(SDO[term])

    (event,) = [node for node in nodes if node.get(f"{OWN}kind") == [{"@value": "luncheon"}]]
    assert event[name("eventStatus")] == [{"@id": name("EventScheduled")}]
    assert event[name("startDate")] == [{"@value": "2024-02-28T12:30:00+09:00"}]
    assert event[name("duration")] == [{"@value": "PT1H30M"}]
    assert event[name("subjectOf")] == [{"@id": "https://news.example/1"}]
    people = {node["@id"]: node[name("name")][0]["@value"] for node in nodes if node.get("@type") == [name("Person")]}
    assert {people[party["@id"]] for party in event[name("attendee")]} == {"존 스미스", "홍길동"}
    assert [people[party["@id"]] for party in event[name("organizer")]] == ["홍길동"]
    assert (event[f"{OWN}format"], event[f"{OWN}outcome"]) == ([{"@value": "private"}], [{"@value": "+합의"}])
    (visit,) = [node for node in nodes if node.get(f"{OWN}kind") == [{"@value": "visit"}]]
    assert visit[f"{OWN}purpose"] == [{"@value": "=투자 유치"}]
    named = {node["@id"]: node[name("name")][0]["@value"] for node in nodes if name("name") in node}
    assert [named[party["@id"]] for party in visit[name("attendee")]] == ["존 스미스", "200여 명의 사절단"]
    (quotation,) = [node for node in nodes if node.get("@type") == [name("Quotation")]]
    assert people[quotation[name("spokenByCharacter")][0]["@id"]] == "홍길동"
    assert [people[party["@id"]] for party in quotation[f"{OWN}addressee"]] == ["존 스미스"]


@pytest.mark.parametrize(("status", "known"), [("cancelled", "EventCancelled"), ("held", "EventScheduled"), ("possible", None)])
def test_a_status_that_schema_org_does_not_know_is_not_bent(status: str, known: str | None) -> None:
    story = told()
    meeting = story.meetings[0].model_dump(mode="json") | {"status": status}
    changed = story.model_dump(mode="json") | {"meetings": [meeting]}
    (event,) = [
        node
        for node in json.loads(json_ld(type(story).model_validate(changed)))["@graph"]
        if node["@type"] == "Event" and node["kind"] == "luncheon"
    ]
    assert event["status"] == status
    assert event.get("eventStatus") == (known and f"https://schema.org/{known}")


def test_hostile_words_stay_words_and_a_bad_address_names_nothing() -> None:
    document = json_ld(told(url="javascript:alert(1)"))
    assert HARM in [node.get("text") for node in json.loads(document)["@graph"]]
    assert "javascript" not in document
