"""Reprints of one agency text: articles whose evidence stands in the same words have one origin.

The text of an article is no part of its extraction, but the evidence of its records is verbatim. What is compared are the
runs of letters of the reporter's own words in it: quoted words are left out, because two reporters may quote one speech.
"""

from __future__ import annotations

import heapq
import zlib
from collections import defaultdict
from collections.abc import Iterator, Sequence

import regex

from visitextract.merge.clusters import Clusters
from visitextract.merge.names import key
from visitextract.merge.periods import published_day
from visitextract.records import Extraction, StatementKind

_RUN = 8  # letters
_SKETCH = 12  # smallest hashes that two articles need one in common of to be compared
_SHARE = 0.6  # of the runs of the shorter evidence
_LEAST = 60  # runs in common; fewer prove nothing, unless the headline is the same too
_LEAST_WITH_HEADLINE = 12
_DAYS_APART = 3
_COMPARED = 24  # texts of different origin that a text is compared with for one hash

_QUOTED = regex.compile(r"[\"“”][^\"“”]*+[\"“”]|[‘'][^‘’']*+[’']")
_LETTERS = regex.compile(r"[^\p{L}\p{N}]+")


def origins(extractions: Sequence[Extraction]) -> list[int]:
    """For each extraction the position of the first one that carries the same text, or is of the same page."""
    same = Clusters(range(len(extractions)))
    pages: dict[tuple[str, str], int] = {}
    for number, extraction in enumerate(extractions):
        for page in _pages(extraction):
            same.join((pages.setdefault(page, number), number))
    _join_reprints(extractions, same)
    first = {number: group[0] for group in same.groups() for number in group}
    return [first[number] for number in range(len(extractions))]


def _pages(extraction: Extraction) -> Iterator[tuple[str, str]]:
    yield "id", extraction.article.id
    if extraction.article.url:
        yield "url", extraction.article.url


def _join_reprints(extractions: Sequence[Extraction], same: Clusters[int]) -> None:
    blocks: defaultdict[int, list[int]] = defaultdict(list)
    runs = [runs_of(extraction) for extraction in extractions]
    heads = [key(extraction.article.title or "") for extraction in extractions]
    days = [published_day(extraction.article.published) for extraction in extractions]
    for number, own in enumerate(runs):
        for smallest in heapq.nsmallest(_SKETCH, own):
            block = blocks[smallest]
            met: set[int] = set()
            for other in block:
                root = same.find(other)
                if root == same.find(number) or root in met:
                    continue
                met.add(root)
                if _near(days[number], days[other]) and _one_text(own, runs[other], heads[number], heads[other]):
                    same.join((other, number))
            if len(block) < _COMPARED and same.find(number) not in {same.find(other) for other in block}:
                block.append(number)


def _near(one: int | None, other: int | None) -> bool:
    return one is None or other is None or abs(one - other) <= _DAYS_APART


def _one_text(one: frozenset[int], other: frozenset[int], headline: str, other_headline: str) -> bool:
    least = _LEAST_WITH_HEADLINE if headline and headline == other_headline else _LEAST
    shared = len(one & other)
    return shared >= least and shared >= _SHARE * min(len(one), len(other))


def runs_of(extraction: Extraction) -> frozenset[int]:
    """The hashed runs of letters of the reporter's words in all evidence."""
    found: set[int] = set()
    for words in _reporters_words(extraction):
        plain = _LETTERS.sub("", words)
        found.update(zlib.crc32(plain[i : i + _RUN].encode("utf-8", "surrogatepass")) for i in range(len(plain) - _RUN + 1))
    return frozenset(found)


def _reporters_words(extraction: Extraction) -> set[str]:
    texts: set[str] = set()
    for record in (*extraction.meetings, *extraction.visits):
        texts.update(span.text for span in record.evidence)
    for statement in extraction.statements:
        words = statement.evidence.text
        if statement.kind is StatementKind.DIRECT:
            words = words.replace(statement.text, "\N{INFORMATION SEPARATOR ONE}")
        texts.add(words)
    return {part for text in texts for part in _QUOTED.sub("\N{INFORMATION SEPARATOR ONE}", text).split("\x1f")}
