"""What reading a page gives: zones, segments, the article. All offsets are of the normalised text."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from visitextract.spans import NormalizedText
from visitextract.trace import Cue


class Zone(StrEnum):
    """What a stretch of the page is. Only TITLE, SUBTITLE, BODY and CAPTION yield records."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    BODY = "body"
    CAPTION = "caption"
    BYLINE = "byline"  # dateline, reporter, e-mail, sign-off, a picture's credit
    FURNITURE = "furniture"  # menus, share buttons, related headlines, tables, copyright, adverts
    DUPLICATE = "duplicate"  # a line that repeats an earlier one


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch ``start:end`` of one line with its zone; ``line`` counts lines from 0; ``rule`` says what decided."""

    start: int
    end: int
    zone: Zone
    line: int
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Article:
    """A page read: its text, its segments in order (gaps are blank), and its metadata.

    ``published`` and ``modified`` are ISO 8601 as precise as the page or the caller says; ``reference`` is the
    publication *day* (``YYYY-MM-DD``) that relative dates count from, or None when nobody says. ``cues`` say which words gave
    which field (``title``, ``subtitle``, ``outlet``, ``author``, ``published``, ``modified``).
    """

    source: NormalizedText
    segments: tuple[Segment, ...]
    title: str | None = None
    subtitles: tuple[str, ...] = ()
    outlet: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    modified: str | None = None
    cues: tuple[Cue, ...] = ()

    @property
    def text(self) -> str:
        """The normalised text."""
        return self.source.text

    @property
    def reference(self) -> str | None:
        """The publication day, ``YYYY-MM-DD``, or None."""
        return self.published[:10] if self.published and len(self.published) >= 10 else None
