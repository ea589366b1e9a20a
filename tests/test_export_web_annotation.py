"""Evidence as Web Annotations: valid by the rules of the W3C model, and leading back to the words."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
from pyld import jsonld  # type: ignore[import-untyped]
from rdflib import RDF, Graph

from export_story import SCRIPT, told
from fixture_articles import FIXTURES
from visitextract import merge
from visitextract.export import web_annotations

IRI = {"type": "string", "pattern": r"^[a-z][a-z0-9+.-]*:[^\s<>\"{}|\\^`]+$"}
# The musts of https://www.w3.org/TR/annotation-model/ for the parts that are used: sections 3.1, 3.2.4, 4, 4.2.4, 4.2.5, 5.1, 5.2
MODEL = {
    "type": "object",
    "required": ["@context", "id", "type", "total"],
    "properties": {
        "@context": {"const": "http://www.w3.org/ns/anno.jsonld"},
        "id": IRI,
        "type": {"const": "AnnotationCollection"},
        "total": {"type": "integer", "minimum": 0},
        "first": {
            "type": "object",
            "required": ["id", "type", "items"],
            "properties": {"id": IRI, "type": {"const": "AnnotationPage"}, "startIndex": {"type": "integer", "minimum": 0}},
        },
    },
}
ANNOTATION = {
    "type": "object",
    "required": ["id", "type", "target"],
    "properties": {
        "id": IRI,
        "type": {"const": "Annotation"},
        "motivation": {"enum": ["identifying", "describing"]},
        "body": {
            "type": "array",
            "items": {
                "oneOf": [
                    {
                        "required": ["type", "value"],
                        "properties": {"type": {"const": "TextualBody"}, "value": {"type": "string"}},
                    },
                    {"required": ["type", "source"], "properties": {"type": {"const": "SpecificResource"}, "source": IRI}},
                ]
            },
        },
        "target": {
            "type": "object",
            "required": ["source", "selector"],
            "properties": {
                "source": IRI,
                "selector": {
                    "type": "array",
                    "items": {
                        "oneOf": [
                            {
                                "required": ["type", "start", "end"],
                                "additionalProperties": False,
                                "properties": {
                                    "type": {"const": "TextPositionSelector"},
                                    "start": {"type": "integer", "minimum": 0},
                                    "end": {"type": "integer", "minimum": 0},
                                },
                            },
                            {
                                "required": ["type", "exact"],
                                "additionalProperties": False,
                                "properties": {
                                    "type": {"const": "TextQuoteSelector"},
                                    "exact": {"type": "string"},
                                    "prefix": {"type": "string"},
                                    "suffix": {"type": "string"},
                                },
                            },
                        ]
                    },
                },
            },
        },
    },
}
# The part of http://www.w3.org/ns/anno.jsonld that names the terms in use
OA, AS = "http://www.w3.org/ns/oa#", "http://www.w3.org/ns/activitystreams#"
CONTEXT = {
    "id": "@id",
    "type": "@type",
    **{name: f"{OA}{name}" for name in ("Annotation", "TextualBody", "SpecificResource", "TextPositionSelector")},
    "TextQuoteSelector": f"{OA}TextQuoteSelector",
    **{name: f"{OA}{name}" for name in ("identifying", "describing", "classifying", "start", "end", "exact", "prefix", "suffix")},
    "AnnotationCollection": f"{AS}OrderedCollection",
    "AnnotationPage": f"{AS}OrderedCollectionPage",
    "body": {"@id": f"{OA}hasBody", "@type": "@id"},
    "target": {"@id": f"{OA}hasTarget", "@type": "@id"},
    "source": {"@id": f"{OA}hasSource", "@type": "@id"},
    "selector": {"@id": f"{OA}hasSelector", "@type": "@id"},
    "motivation": {"@id": f"{OA}motivatedBy", "@type": "@vocab"},
    "purpose": {"@id": f"{OA}hasPurpose", "@type": "@vocab"},
    "value": "http://www.w3.org/1999/02/22-rdf-syntax-ns#value",
    "format": "http://purl.org/dc/elements/1.1/format",
    "label": "http://www.w3.org/2000/01/rdf-schema#label",
    "total": f"{AS}totalItems",
    "startIndex": f"{AS}startIndex",
    "first": {"@id": f"{AS}first", "@type": "@id"},
    "items": {"@id": f"{AS}items", "@container": "@list", "@type": "@id"},
}


def items(document: str) -> list[dict[str, Any]]:
    collection = json.loads(document)
    found: list[dict[str, Any]] = collection.get("first", {}).get("items", [])
    return found


def test_every_annotation_is_one_by_the_model() -> None:
    document = web_annotations(merge(article.extract() for article in FIXTURES))
    jsonschema.validate(json.loads(document), MODEL)
    checker = jsonschema.Draft202012Validator(ANNOTATION)
    found = items(document)
    assert [error.message for annotation in found for error in checker.iter_errors(annotation)] == []
    assert len({annotation["id"] for annotation in found}) == len(found) == json.loads(document)["total"]


def test_a_processor_knows_every_term() -> None:
    def load(url: str, _options: object) -> dict[str, Any]:
        assert url == "http://www.w3.org/ns/anno.jsonld"
        return {"contentType": "application/ld+json", "contextUrl": None, "documentUrl": url, "document": {"@context": CONTEXT}}

    document = json.loads(web_annotations(told(), {"story-1": SCRIPT}))
    back = jsonld.compact(jsonld.expand(document, {"documentLoader": load}), CONTEXT, {"documentLoader": load})
    found, expected = back["first"]["items"][0], document["first"]["items"][0]
    assert found["target"] == expected["target"]
    assert found["body"] == expected["body"]


# The classes, individuals and properties of http://www.w3.org/ns/oa# that the model's vocabulary defines (W3C, 23 February 2017).
_TERMS = """
Annotation Choice CssSelector CssStyle DataPositionSelector Direction FragmentSelector HttpRequestState Motivation
RangeSelector ResourceSelection Selector SpecificResource State Style SvgSelector TextPositionSelector TextQuoteSelector
TextualBody TimeState XPathSelector PreferContainedDescriptions PreferContainedIRIs annotationService assessing bodyValue
bookmarking cachedSource canonical classifying commenting describing editing end exact hasBody hasEndSelector hasPurpose
hasScope hasSelector hasSource hasStartSelector hasState hasTarget highlighting identifying linking ltrDirection moderating
motivatedBy prefix processingLanguage questioning refinedBy renderedVia replying rtlDirection sourceDate sourceDateEnd
sourceDateStart start styleClass styledBy suffix tagging textDirection via
"""
VOCABULARY = frozenset(_TERMS.split())


def test_every_term_is_one_of_the_vocabulary() -> None:
    def load(url: str, _options: object) -> dict[str, Any]:
        return {"contentType": "application/ld+json", "contextUrl": None, "documentUrl": url, "document": {"@context": CONTEXT}}

    document = json.loads(web_annotations(told(), {"story-1": SCRIPT}))
    triples = jsonld.to_rdf(document, {"documentLoader": load, "format": "application/n-quads"})
    graph = Graph().parse(data=triples, format="nt")
    terms = {str(term) for place in graph for term in (place[1], place[2])}
    own = {term.removeprefix(OA) for term in terms if term.startswith(OA)}
    assert own >= {"Annotation", "hasBody", "hasTarget", "hasSource", "TextQuoteSelector", "exact", "identifying", "motivatedBy"}
    assert own <= VOCABULARY
    assert len(list(graph.subjects(RDF.type, None))) > 0


def test_both_selectors_lead_to_the_words() -> None:
    texts = {article.id: article.text for article in FIXTURES}
    addresses = {article.meta["url"]: article.id for article in FIXTURES}
    for annotation in items(web_annotations([article.extract() for article in FIXTURES], texts)):
        text = texts[addresses[annotation["target"]["source"]]]
        position, quotation = annotation["target"]["selector"]
        assert text[position["start"] : position["end"]] == quotation["exact"]
        assert quotation["prefix"] + quotation["exact"] + quotation["suffix"] in text


def test_without_texts_a_quotation_stands_alone() -> None:
    (*_, last) = items(web_annotations(told()))
    assert set(last["target"]["selector"][1]) == {"type", "exact"}


def test_an_article_without_address_is_named_by_its_id() -> None:
    (first, *_) = items(web_annotations(told(article="기사 <1>")))
    assert first["target"]["source"].startswith("urn:visitextract:article:")
    jsonschema.validate(first, ANNOTATION)


def test_no_records_give_an_empty_collection() -> None:
    document = json.loads(web_annotations(merge([])))
    jsonschema.validate(document, MODEL)
    assert document["total"] == 0
