"""A page of copied text → an ``Article``: what each stretch is, and what the page says about itself.

Decides nothing else: no persons, no meetings. All offsets are of the normalised text. The way: the page rules mark what
speaks for itself (``marks``), each line is judged by itself (``lines``), then by its neighbours (``layout``), then cut into
segments (``segments``); titles, outlet, authors and dates are read off the result (``metadata``).
"""

from __future__ import annotations

from visitextract.article.layout import lay_out
from visitextract.article.lines import read_lines
from visitextract.article.marks import find_marks
from visitextract.article.metadata import read_metadata
from visitextract.article.model import Article, Segment, Zone
from visitextract.article.segments import cut
from visitextract.spans import NormalizedText

__all__ = ["Article", "Segment", "Zone", "plain_line", "read_article"]


def plain_line(source: NormalizedText, published: str | None) -> Article:
    """A text of one line as nothing but body: no page to be read."""
    return Article(source, (Segment(0, len(source.text), Zone.BODY, 0),), published=published)


def read_article(
    source: NormalizedText, published: str | None = None, title: str | None = None, outlet: str | None = None
) -> Article:
    """The page as segments with its metadata; ``published``, ``title`` and ``outlet`` are the caller's and win."""
    marks = find_marks(source.text)
    placed = lay_out(source.text, read_lines(source.text, marks), title)
    segments = cut(source.text, placed)
    found = read_metadata(source.text, placed, segments)
    return Article(
        source,
        segments,
        title=title if title is not None else found.title,
        subtitles=found.subtitles,
        outlet=outlet or found.outlet,
        authors=found.authors,
        published=published if published is not None else found.published,
        modified=found.modified,
        cues=found.cues,
    )
