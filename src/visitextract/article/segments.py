"""Placed lines → segments: captions, datelines, bylines and furniture inside a line are cut out of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from visitextract.article.gluing import glued_headline
from visitextract.article.layout import Placed
from visitextract.article.lines import is_prose
from visitextract.article.marks import Mark
from visitextract.article.model import Segment, Zone
from visitextract.patterns import lazily

_READ = (Zone.BODY, Zone.SUBTITLE, Zone.CAPTION)
_DATELINES = ("byline.agency", "byline.bracket", "byline.outlet", "byline.place")
_SHOWS = lazily(r"(?:있다|있습니다|모습|장면|전경|현장|조감도|포스터)\.?\s*$|[.)\s](?:사진|자료)[^.]{0,20}$|제공\s*$")
_SOURCE_ONLY = lazily(r"[^.]{2,24} 제공\s*")
_JOINT = lazily(r"[\"”’](?=[\"“‘])")
_LONGEST_HEAD = 300


def cut(text: str, placed: Sequence[Placed]) -> tuple[Segment, ...]:
    """The segments of all lines, in order."""
    segments: list[Segment] = []
    title_key = ""
    body_begun = False
    for item in placed:
        if item.zone is Zone.TITLE:
            title_key = text[item.line.start : item.title_end or item.line.end]
        pieces = list(_pieces(text, item, title_key, body_begun))
        body_begun = body_begun or any(piece.zone is Zone.BODY for piece in pieces)
        segments.extend(pieces)
    return tuple(segments)


def _pieces(text: str, item: Placed, title: str, body_begun: bool) -> Iterator[Segment]:
    line = item.line
    if item.zone is Zone.TITLE:
        end = item.title_end or line.end
        yield Segment(line.start, end, Zone.TITLE, line.number, item.rule)
        if end < line.end:
            yield Segment(end, line.end, Zone.FURNITURE, line.number, item.rule)
        return
    if item.zone not in _READ:
        yield Segment(line.start, line.end, item.zone, line.number, item.rule)
        return
    start = line.start
    if title and len(title) >= 12 and line.end - start > len(title) and text.startswith(title, start):
        yield Segment(start, start + len(title), Zone.DUPLICATE, line.number, "page.title_again")
        start += len(title)
    for mark in line.marks:
        if mark.start < start and not (mark.zone is Zone.CAPTION and mark.end > start):
            continue
        begin = max(mark.start, start)
        if text[start:begin].strip():
            yield from _gap(text, start, begin, item, mark, body_begun)
        yield from _marked(text, mark, begin, line.number)
        start = mark.end
    if text[start : line.end].strip():
        yield from _gap(text, start, line.end, item, None, body_begun)


def _gap(text: str, start: int, end: int, item: Placed, after: Mark | None, body_begun: bool) -> Iterator[Segment]:
    """What stands before a mark (or behind the last): body, or glued sub-headlines or a caption before the first dateline."""
    zone, rule = item.zone, item.rule
    if after is not None and after.rule in _DATELINES and not body_begun and zone is Zone.BODY and end - start <= _LONGEST_HEAD:
        piece = text[start:end]
        if _SOURCE_ONLY.fullmatch(piece):
            zone, rule = Zone.BYLINE, "caption.source"
        elif _SHOWS.search(piece):
            zone, rule = Zone.CAPTION, "caption.before_dateline"
        elif not is_prose(piece.strip()):
            zone, rule = Zone.SUBTITLE, "subtitle.before_dateline"
    elif zone is Zone.BODY and not body_begun and start == item.line.start and (headline := glued_headline(text, start, end)):
        yield from _gap(text, start, headline, replace(item, zone=Zone.SUBTITLE, rule="subtitle.glued"), None, body_begun)
        start = headline
    if zone is Zone.SUBTITLE:
        for joint in _JOINT.finditer(text, start, end):
            yield Segment(start, joint.end(), zone, item.line.number, rule)
            start = joint.end()
    yield Segment(start, end, zone, item.line.number, rule)


def _marked(text: str, mark: Mark, start: int, line: int) -> Iterator[Segment]:
    """A mark's segments: a caption is read, the credit behind it is not."""
    caption = mark.field("caption")
    if mark.zone is not Zone.CAPTION or caption is None:
        yield Segment(start, mark.end, mark.zone, line, mark.rule)
        return
    begin = max(caption[0], start)
    if begin < caption[1]:
        yield Segment(begin, caption[1], Zone.CAPTION, line, mark.rule)
    if text[caption[1] : mark.end].strip():
        yield Segment(caption[1], mark.end, Zone.BYLINE, line, mark.rule)
