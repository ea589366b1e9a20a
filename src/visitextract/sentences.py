"""Segments → sentences, and the quotation ranges inside them. All offsets are of the normalised text."""

from __future__ import annotations

from dataclasses import dataclass

from visitextract.article import Zone


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation: ``start:end`` are the words *between* the marks; ``outer_start:outer_end`` include the marks.

    ``double`` tells “ ” " " 「 」 from ‘ ’ ' '; ``depth`` is 0 for an outermost quotation, 1 for one inside another.
    ``closed`` is False where the closing mark is missing and the paragraph's or sentence's end was taken.
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    double: bool
    depth: int = 0
    closed: bool = True


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence ``start:end``; full stops inside a quotation do not end it.

    ``paragraph`` counts paragraphs (source lines) from 0; ``index`` counts sentences of the article from 0 (it is the
    position in the tuple). ``quotes`` holds the quotations that lie in it, in order of ``outer_start``.
    """

    index: int
    start: int
    end: int
    zone: Zone
    paragraph: int
    quotes: tuple[Quote, ...] = ()


def split_sentences(article: object) -> tuple[Sentence, ...]:
    """The sentences of an article's readable segments, in order."""
    return ()
