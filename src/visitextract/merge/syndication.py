"""Reprints of one agency text: articles whose evidence stands in the same words have one origin.

The text of an article is no part of its extraction, but the evidence of its records is verbatim. What is compared are the
runs of letters of the reporter's own words in it: quoted words are left out, because two reporters may quote one speech.
"""

from __future__ import annotations

import heapq
import zlib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from visitextract.merge.clusters import Clusters
from visitextract.merge.names import key
from visitextract.merge.periods import published_day
from visitextract.patterns import lazily
from visitextract.records import Extraction, StatementKind

_RUN = 8  # letters
_SKETCH = 12  # smallest hashes that two articles need one in common of to be compared
_SHARE = 0.6  # of the runs of the shorter evidence
_LEAST = 60  # runs in common, in more than one stretch; less proves nothing, unless the headline is the same too
_LEAST_STRETCHES = 2
_LEAST_WITH_HEADLINE = 12
_DAYS_APART = 3
_COMPARED = 24  # texts of different origin that a text is compared with for one hash

_QUOTED = lazily(r"[\"“”][^\"“”]*+[\"“”]|[‘'][^‘’']*+[’']")
_CUT = "\x1f"
_LETTERS = lazily(r"[^\p{L}\p{N}]+")


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
    prints = [Fingerprint.of(extraction) for extraction in extractions]
    for number, own in enumerate(prints):
        for smallest in heapq.nsmallest(_SKETCH, own.runs):
            block = blocks[smallest]
            met: set[int] = set()
            for other in block:
                root = same.find(other)
                if root == same.find(number) or root in met:
                    continue
                met.add(root)
                if own.is_reprint(prints[other]):
                    same.join((other, number))
            if len(block) < _COMPARED and same.find(number) not in {same.find(other) for other in block}:
                block.append(number)


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """The hashed runs of letters in the reporter's words of all evidence, and of each stretch of them; headline and day."""

    runs: frozenset[int]
    stretches: tuple[frozenset[int], ...]
    headline: str
    day: int | None

    @classmethod
    def of(cls, extraction: Extraction) -> Fingerprint:
        """The fingerprint of an article."""
        stretches = tuple(frozenset(_runs(words)) for words in _maximal(_reporters_words(extraction)))
        article = extraction.article
        return cls(frozenset().union(*stretches), stretches, key(article.title or ""), published_day(article.published))

    def is_reprint(self, other: Fingerprint) -> bool:
        """Whether the two are prints of one text, whole or shortened."""
        if self.day is not None and other.day is not None and abs(self.day - other.day) > _DAYS_APART:
            return False
        shared = len(self.runs & other.runs)
        if shared < _SHARE * min(len(self.runs), len(other.runs)):
            return False
        if self.headline and self.headline == other.headline:
            return shared >= _LEAST_WITH_HEADLINE
        return shared >= _LEAST and min(self._stretches_in(other), other._stretches_in(self)) >= _LEAST_STRETCHES

    def _stretches_in(self, other: Fingerprint) -> int:
        return sum(len(runs & other.runs) >= _SHARE * len(runs) for runs in self.stretches)


def _runs(words: str) -> Iterator[int]:
    for at in range(len(words) - _RUN + 1):
        yield zlib.crc32(words[at : at + _RUN].encode("utf-8", "surrogatepass"))


def _maximal(texts: set[str]) -> list[str]:
    """The texts of some length, without those that are part of another."""
    kept: list[str] = []
    for text in sorted((text for text in texts if len(text) >= _RUN), key=lambda text: (-len(text), text)):
        if not any(text in longer for longer in kept):
            kept.append(text)
    return kept


def _reporters_words(extraction: Extraction) -> set[str]:
    """The evidence without what stands between quotation marks, letters only."""
    texts = {span.text for meeting in extraction.meetings for span in meeting.evidence}
    texts.update(span.text for visit in extraction.visits for span in visit.evidence)
    for statement in extraction.statements:
        direct = statement.kind is StatementKind.DIRECT
        words = statement.evidence.text
        texts.add(words.replace(statement.text, _CUT) if direct else words)
    return {_LETTERS.sub("", part) for text in texts for part in _QUOTED.sub(_CUT, text).split(_CUT)}
