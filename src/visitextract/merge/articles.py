"""The set of articles behind a dossier: each once, in one order, with an id of its own and its origin."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable

from pydantic_core import PydanticSerializationError

from visitextract.dossier import Dossier, DossierArticle
from visitextract.merge.periods import instant
from visitextract.merge.syndication import origins
from visitextract.records import Extraction


def gather(extractions: Iterable[Extraction | Dossier]) -> tuple[DossierArticle, ...]:
    """The articles of all inputs, by publication time, id and content; equal ones once."""
    found: dict[str, Extraction] = {}
    for item in extractions:
        members = (article.extraction for article in item.articles) if isinstance(item, Dossier) else (item,)
        for extraction in members:
            found.setdefault(_digest(extraction), extraction)
    ordered = sorted(found.items(), key=lambda pair: (instant(pair[1].article.published), pair[1].article.id, pair[0]))
    ids = _ids([(digest, extraction.article.id) for digest, extraction in ordered])
    first = origins([extraction for _, extraction in ordered])
    return tuple(
        DossierArticle(id=ids[number], origin=ids[first[number]], extraction=extraction)
        for number, (_, extraction) in enumerate(ordered)
    )


def _digest(extraction: Extraction) -> str:
    try:
        content = extraction.model_dump_json()
    except PydanticSerializationError:  # half a surrogate pair, which a str can hold and UTF-8 cannot
        content = json.dumps(extraction.model_dump(mode="json"))
    return hashlib.sha256(content.encode()).hexdigest()


def _ids(versions: list[tuple[str, str]]) -> list[str]:
    """An id for every (content, id): its own, with the content's digest where several share it."""
    count = Counter(name for _, name in versions)
    ids = [name if count[name] == 1 else f"{name}#{digest[:12]}" for digest, name in versions]
    taken = Counter(ids)  # an article may be called what a suffix makes of another; digests of whole contents cannot clash
    return [name if taken[name] == 1 else f"{name}#{digest}" for name, (digest, _) in zip(ids, versions, strict=True)]
