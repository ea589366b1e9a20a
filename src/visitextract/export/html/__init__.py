"""Articles and what was found in them as one HTML file for people. Needs the extra ``report``.

The file needs no network and may not use one: its content security policy allows the one style sheet and the one script that
stand in it, by their hashes, and nothing else. Everything that comes from an article is escaped by the template engine.
Texts, records and links are there without the script; the script adds filters, selection, keys, and the two switches.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable
from typing import Any, Literal

from visitextract.export.html.cards import card_groups
from visitextract.export.html.marks import marked_articles
from visitextract.export.html.network import draw
from visitextract.export.html.told import conflict_rows, headline, histories, timeline
from visitextract.export.html.wording import moment
from visitextract.export.story import library, writable
from visitextract.merge import merge
from visitextract.records import Extraction

__all__ = ["html_report"]


def html_report(
    articles: Iterable[tuple[Extraction, str]], *, language: Literal["ko", "en"] = "ko", title: str | None = None
) -> str:
    """One page of one or many articles: texts with their evidence marked, records, timeline, who met whom, conflicts.

    Args:
        articles: each article's records with the text that they were extracted from.
        language: of the labels when the page opens; the page has both and a switch.
        title: of the page; else the article's own or the best told visit.

    Returns:
        HTML that depends on nothing but the arguments. Write it as UTF-8.

    Raises:
        RecordError: a text is not the one that its records were extracted from.
        VisitextractError: jinja2 is not installed.
    """
    texts: dict[Extraction, str] = {}
    for extraction, text in articles:
        extraction.verify(text)
        texts.setdefault(extraction, text)
    dossier = merge(texts)
    environment = _environment()
    style, script = (_inline(environment, name) for name in ("style.css", "script.js"))
    page = environment.get_template("page.html").render(
        language=language,
        policy=_policy(style, script),
        style=environment.filters["as_is"](style),
        script=environment.filters["as_is"](script),
        title=title or headline(dossier),
        dossier=dossier,
        sources=len({article.origin for article in dossier.articles}),
        articles=marked_articles(dossier, texts),
        groups=card_groups(dossier),
        timeline=timeline(dossier),
        network=draw(dossier),
        conflicts=conflict_rows(dossier),
        histories=histories(dossier),
        moment=moment,
    )
    return writable(str(page))


def _environment() -> Any:
    jinja2 = library("jinja2", "report")
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader(__name__),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["as_is"] = library("markupsafe", "report").Markup
    return environment


def _inline(environment: Any, name: str) -> str:
    source: str = environment.loader.get_source(environment, name)[0]
    return source.replace("\r\n", "\n")


def _policy(style: str, script: str) -> str:
    """A content security policy that knows this style and this script and no other source of anything."""
    hashes = [base64.b64encode(hashlib.sha256(part.encode()).digest()).decode() for part in (style, script)]
    return (
        f"default-src 'none'; style-src 'sha256-{hashes[0]}'; script-src 'sha256-{hashes[1]}'; "
        "base-uri 'none'; form-action 'none'"
    )
