"""An article's text cut into pieces, each with the records that rest on it: what the page marks and links."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, pairwise

from visitextract.dossier import Dossier, Source
from visitextract.patterns import lazily
from visitextract.records import Article, Extraction, inside

KINDS = ("meeting", "visit", "statement", "person", "organization")

_UNSEEN = lazily("[\u200e\u200f\u202a-\u202e\u2066-\u2069\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text; ``records`` are those that rest on it, the one with the shortest evidence first."""

    anchor: str
    text: str
    records: tuple[str, ...]
    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MarkedArticle:
    """An article of the page: what it says about itself, and its text in pieces."""

    anchor: str
    about: Article
    reprint: bool
    pieces: tuple[Piece, ...]
    url: str | None


def anchor(number: int, start: int) -> str:
    """The id of the piece of article ``number`` that begins at ``start``."""
    return f"a{number}-{start}"


def numbers(dossier: Dossier) -> dict[str, int]:
    """The articles by the numbers that the page calls them."""
    return {article.id: number for number, article in enumerate(dossier.articles, 1)}


def marked_articles(dossier: Dossier, texts: Mapping[Extraction, str]) -> tuple[MarkedArticle, ...]:
    """Every article with its text in pieces."""
    stretches: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    groups = (dossier.meetings, dossier.visits, dossier.statements, dossier.persons, dossier.organizations)
    for record in chain.from_iterable(groups):
        for source in inside(record, Source):
            stretches[source.article] += [(span.start, span.end, record.id) for span in source.spans if span.end > span.start]
    kinds = {record.id: kind for kind, group in zip(KINDS, groups, strict=True) for record in group}
    found = []
    for number, item in enumerate(dossier.articles, 1):
        about = item.extraction.article
        url = about.url if about.url and about.url.startswith(("http://", "https://")) else None
        pieces = tuple(_pieces(number, texts[item.extraction], stretches[item.id], kinds))
        found.append(MarkedArticle(f"a{number}", about, item.origin != item.id, pieces, url))
    return tuple(found)


def _pieces(number: int, text: str, stretches: list[tuple[int, int, str]], kinds: Mapping[str, str]) -> Iterator[Piece]:
    begins: dict[int, list[tuple[int, int, str]]] = defaultdict(list)
    for stretch in set(stretches):
        begins[stretch[0]].append(stretch)
    cuts = sorted({0, len(text), *(cut for start, end, _ in stretches for cut in (start, end))})
    active: list[tuple[int, int, str]] = []
    for start, end in pairwise(cuts):
        active = [stretch for stretch in active if stretch[1] > start] + begins[start]
        active.sort(key=lambda stretch: (stretch[1] - stretch[0], KINDS.index(kinds[stretch[2]]), stretch[2]))
        records = tuple(dict.fromkeys(record for _, _, record in active))
        here = {kinds[record] for record in records}
        yield Piece(anchor(number, start), shown(text[start:end]), records, tuple(kind for kind in KINDS if kind in here))


def shown(text: str) -> str:
    """Text as a page may show it: line ends as line feeds, and no control or direction marks that would disturb the rest."""
    return _UNSEEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
