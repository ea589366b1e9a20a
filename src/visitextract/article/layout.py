"""Lines → which of them is the headline, which are sub-headlines, body, caption, and which are not the article at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from visitextract.article.lines import Kind, Line, fold
from visitextract.article.model import Zone
from visitextract.article.reporters import known_outlet
from visitextract.patterns import lazily

_HEAD = frozenset({Kind.PLAIN, Kind.ITEM})
_OWN = frozenset({Kind.PROSE, Kind.PLAIN, Kind.ITEM, Kind.CAPTION})  # lines that are the page's own words
_LABELLED = ("caption.bracketed", "caption.rounded", "caption.tail")  # a headline's label (… [가나사진관]) looks like a credit
_READ = frozenset({Zone.BODY, Zone.CAPTION})
_RESUMING = {"no": 0, "signed": 1, "block": 60}  # how long prose must be to take the article up again
_SITE = lazily(r"(?P<title>.{6,200}?) ?[-|<:·ㅣ│>]{1,2} ?(?P<outlet>[^-|<:·ㅣ│>\n]{2,20})$")
_SHORT_TITLE = 10
_SHORT_SUBTITLE = 8
_SHORT_PHRASE = 6
_HEADING = 45
_PARAGRAPH = 40
_LONGEST_CAPTION = 250
_REPEATED = 12


class Over(StrEnum):
    """Whether the article has ended above a line, and by what."""

    NO = "no"
    SIGNED = "signed"
    BLOCK = "block"


@dataclass(frozen=True, slots=True)
class Placed:
    """A line with its zone; ``title_end`` bounds the headline where a site's name follows it on the title's line."""

    line: Line
    zone: Zone
    rule: str
    title_end: int | None = None
    site: str | None = None


def lay_out(text: str, lines: Sequence[Line], title: str | None) -> list[Placed]:
    """Every line with its zone, in order. ``title`` is the headline as the caller knows it, or None."""
    body = next((index for index, line in enumerate(lines) if line.kind is Kind.PROSE), len(lines))
    head = _title(lines, body, title)
    placed: list[Placed] = []
    seen: dict[str, int] = {}
    over = Over.NO
    plain_page = not any(line.kind is Kind.FURNITURE for line in lines[:body])
    for index, line in enumerate(lines):
        earlier = seen.setdefault(line.key, index) if len(line.key) >= _REPEATED and line.kind in _OWN else index
        if index == head:
            placed.append(_headline(text, line, title))
            seen.setdefault(fold(text[line.start : placed[-1].title_end or line.end]), index)
        elif earlier != index:
            if earlier == index - 1 and placed[earlier].zone in _READ and line.end - line.start <= _LONGEST_CAPTION:
                placed[earlier] = Placed(lines[earlier], Zone.CAPTION, "caption.doubled")
            placed.append(Placed(line, Zone.DUPLICATE, "page.repeated"))
        else:
            placed.append(Placed(line, *_zone(lines, index, head, body, over, plain_page)))
            over = _whether_over(line, placed[-1].zone, over, started=index >= body, signed=index > body + 1 and not plain_page)
    return placed


def _whether_over(line: Line, zone: Zone, over: Over, *, started: bool, signed: bool) -> Over:
    """Whether the article is over after a line: a signature ends it until prose follows, a page's block more firmly."""
    if zone is Zone.BODY and not line.closes:
        return Over.NO
    if started and line.closes:
        return Over.BLOCK
    return Over.SIGNED if signed and line.kind is Kind.BYLINE and over is Over.NO else over


def _title(lines: Sequence[Line], body: int, title: str | None) -> int | None:
    """The line of the headline: the caller's where the page has it, else the first line before the body that can be one."""
    if title is not None:
        return _given(lines, body, fold(title))
    first_own = next((index for index in range(len(lines)) if lines[index].kind in _OWN), None)
    if first_own is not None and lines[first_own].rule in _LABELLED:
        return first_own
    candidates = [index for index in range(body) if lines[index].kind is Kind.PLAIN]
    if not candidates:
        return None
    first = candidates[0]
    long = next((index for index in candidates if len(lines[index].key) >= _SHORT_TITLE and not lines[index].key.isascii()), None)
    if long is None or long == first:
        return first
    followed = lines[first + 1].kind if first + 1 < len(lines) else Kind.PROSE
    several_words = len(lines[first].key) < lines[first].end - lines[first].start
    return first if several_words and followed not in (Kind.FURNITURE, Kind.ITEM) and first == 0 else long


def _given(lines: Sequence[Line], body: int, wanted: str) -> int | None:
    """The line of a headline that the caller knows: the same letters, or before the body a line that holds it or is held."""
    if not wanted:
        return None
    same = next((index for index, line in enumerate(lines) if line.key == wanted), None)
    if same is not None:
        return same
    heads = [index for index in range(body) if len(lines[index].key) >= _SHORT_TITLE]
    return next((index for index in heads if wanted in lines[index].key or lines[index].key in wanted), None)


def _headline(text: str, line: Line, title: str | None) -> Placed:
    """The headline's line, its site's name (``… - 가나일보``) left out."""
    if title is None:
        match = _SITE.match(text, line.start, line.end)
        site = known_outlet(match["outlet"]) if match else None
        if match and site:
            return Placed(line, Zone.TITLE, "title.site", match.end("title"), site)
    return Placed(line, Zone.TITLE, "title.first" if title is None else "title.given")


def _zone(lines: Sequence[Line], index: int, head: int | None, body: int, over: Over, plain_page: bool) -> tuple[Zone, str]:
    """The zone of a line that is not the headline."""
    line = lines[index]
    if line.kind in (Kind.FURNITURE, Kind.HEADER):
        return Zone.FURNITURE, line.rule
    if line.kind is Kind.BYLINE:
        return Zone.BYLINE, line.rule
    if over is not Over.NO and not (line.kind is Kind.PROSE and line.end - line.start >= _RESUMING[over]):
        return Zone.FURNITURE, "page.after"
    if line.kind is Kind.CAPTION:
        return Zone.CAPTION, line.rule
    if index < body and head is not None and index < head:
        return Zone.FURNITURE, "page.before"
    if index < body and head is not None:
        return _before_body(line, plain_page)
    if index > body and line.kind is Kind.PLAIN and _is_heading(lines, index):
        return Zone.SUBTITLE, "body.heading"
    return Zone.BODY, "body"


def _before_body(line: Line, plain_page: bool) -> tuple[Zone, str]:
    """A line between headline and body: a sub-headline, unless it is too short among a page's widgets."""
    several_words = len(line.key) < line.end - line.start
    if line.kind in _HEAD and (plain_page or len(line.key) >= (_SHORT_PHRASE if several_words else _SHORT_SUBTITLE)):
        return Zone.SUBTITLE, "subtitle"
    return Zone.FURNITURE, "page.between"


def _is_heading(lines: Sequence[Line], index: int) -> bool:
    """Whether a short line between two paragraphs heads the second."""
    line = lines[index]
    if line.end - line.start > _HEADING or index + 1 >= len(lines):
        return False
    before, after = lines[index - 1], lines[index + 1]
    prose = (Kind.PROSE, Kind.CAPTION)
    return before.kind in prose and after.kind in prose and after.end - after.start >= _PARAGRAPH
