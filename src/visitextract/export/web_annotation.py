"""Evidence as Web Annotations (W3C Web Annotation Data Model): every stretch of text that a record rests on.

Positions count Unicode code points of the article's text from 0, which is how the standard counts and how records do. The
text that counts is the plain text that was extracted from (``visitextract text`` prints it). Where that text is given, a
quotation comes with the words before and after it, so that it is found again in a page that has changed.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias
from urllib.parse import quote

from visitextract.dossier import Dossier, DossierArticle, Source
from visitextract.export.json_ld import article_iri
from visitextract.export.story import Told, dossier_of, writable
from visitextract.records import Span

Node: TypeAlias = dict[str, Any]

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_AROUND = 32  # characters before and after a quotation


def web_annotations(told: Told, texts: Mapping[str, str] | None = None) -> str:
    """An annotation collection in JSON: one annotation for each record and stretch of text, in the order of the records.

    Args:
        told: the records.
        texts: the articles' texts by the article's id, for the words around a quotation; any of them may be missing.
    """
    dossier = dossier_of(told)
    items = list(_annotations(dossier, texts or {}))
    collection: Node = {
        "@context": CONTEXT,
        "id": "urn:visitextract:annotations",
        "type": "AnnotationCollection",
        "label": "visitextract: evidence",
        "total": len(items),
    }
    if items:
        collection["first"] = {"id": "urn:visitextract:annotations:1", "type": "AnnotationPage", "startIndex": 0, "items": items}
    return writable(json.dumps(collection, ensure_ascii=False, indent=1)) + "\n"


def _annotations(dossier: Dossier, texts: Mapping[str, str]) -> Iterator[Node]:
    articles = {item.id: item for item in dossier.articles}
    groups = {
        "person": dossier.persons,
        "organization": dossier.organizations,
        "visit": dossier.visits,
        "meeting": dossier.meetings,
        "statement": dossier.statements,
    }
    for kind, records in groups.items():
        for record in records:
            for source in record.sources:
                for span in source.spans:
                    article = articles[source.article]
                    yield _annotation(kind, record.id, source, span, article, texts.get(article.extraction.article.id))


def _annotation(kind: str, record: str, source: Source, span: Span, article: DossierArticle, text: str | None) -> Node:
    name = f"{quote(writable(article.id), safe='')}:{source.record}"
    return {
        "id": f"urn:visitextract:annotation:{name}:{record}:{span.start}-{span.end}",
        "type": "Annotation",
        "motivation": "identifying" if kind in ("person", "organization") else "describing",
        "body": [
            {"type": "TextualBody", "purpose": "classifying", "format": "text/plain", "value": kind},
            {"type": "SpecificResource", "purpose": "identifying", "source": f"urn:visitextract:record:{record}"},
        ],
        "target": {
            "source": article_iri(article.id, article.extraction.article.url),
            "selector": [
                {"type": "TextPositionSelector", "start": span.start, "end": span.end},
                _quotation(span, text),
            ],
        },
    }


def _quotation(span: Span, text: str | None) -> Node:
    quotation: Node = {"type": "TextQuoteSelector", "exact": span.text}
    if text is not None and text[span.start : span.end] == span.text:
        quotation["prefix"] = text[max(0, span.start - _AROUND) : span.start]
        quotation["suffix"] = text[span.end : span.end + _AROUND]
    return quotation
