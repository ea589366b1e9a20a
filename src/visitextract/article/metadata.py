"""What the page says about itself: title, sub-headlines, outlet, authors, when it was published and changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from visitextract.article.layout import Placed
from visitextract.article.marks import Mark
from visitextract.article.model import Segment, Zone
from visitextract.article.reporters import known_outlet, outlet_in, outlet_of_domain, reporters
from visitextract.patterns import lazily
from visitextract.trace import Cue

_DATE = lazily(
    r"(\d{4})\D{1,3}(\d{1,2})\D{1,3}(\d{1,2})(?:[^\d:]{0,8}?(오전|오후|[AaPp][Mm])?\s{0,3}(\d{1,2}):(\d\d)(?::(\d\d))?\s?([AaPp][Mm])?)?"
)
# Who holds the rights, as one word behind the sign: ⓒ 가나일보, 무단전재 …
_HOLDER = lazily(r"(?:[ⓒ©]|\([cC]\)) ?(?P<outlet>[가-힣A-Za-z0-9]{2,12})(?= ?(?:[,.(&|\]>]|무단|All))")
_MAIL_HOST = lazily(r"@([A-Za-z0-9.\-]{4,60})")
_PICTURED = lazily(r"(?:있다|있습니다|모습|모습이다|장면|전경)\.? ?$")
_PREFERENCE = (  # which words about the outlet are believed first
    ("byline.agency", "byline.bracket", "byline.outlet", "byline.signoff", "byline.place", "byline.tail"),
    ("byline.outlet_line", "title.site"),
    ("page.tips", "page.copyright"),
    ("byline.email",),
)


@dataclass(frozen=True, slots=True)
class Metadata:
    """The page's words about itself, and where they stand."""

    title: str | None
    subtitles: tuple[str, ...]
    outlet: str | None
    authors: tuple[str, ...]
    published: str | None
    modified: str | None
    cues: tuple[Cue, ...]


def read_metadata(text: str, placed: Sequence[Placed], segments: Sequence[Segment]) -> Metadata:
    """Titles, outlet, authors and dates of a page that is laid out."""
    cues: list[Cue] = []
    title = None
    subtitles = []
    for segment in segments:
        words = text[segment.start : segment.end].strip()
        if segment.zone is Zone.TITLE:
            title = words
            cues.append(Cue("title", segment.rule, segment.start, segment.end))
        elif segment.zone is Zone.SUBTITLE and segment.rule != "body.heading":
            subtitles.append(words)
            cues.append(Cue("subtitle", segment.rule, segment.start, segment.end))
    marks = list(_effective(placed, segments))
    outlet = _outlet(text, placed, marks, cues)
    authors = _authors(text, marks, cues)
    published = _when(text, marks, "published", cues)
    modified = _when(text, marks, "modified", cues)
    return Metadata(title, tuple(subtitles), outlet, authors, published, modified, tuple(cues))


def _effective(placed: Sequence[Placed], segments: Sequence[Segment]) -> Iterator[Mark]:
    """The marks that count: not those inside a repeated line or a caption."""
    cut_out = {segment.start for segment in segments if segment.zone in (Zone.BYLINE, Zone.FURNITURE)}
    for item in placed:
        if item.zone is Zone.DUPLICATE or (item.zone is Zone.CAPTION and item.rule == "caption.doubled"):
            continue
        whole = item.zone in (Zone.BYLINE, Zone.FURNITURE) and item.rule != "page.after"
        for mark in item.line.marks:
            if whole or mark.start in cut_out:
                yield mark


def _outlet(text: str, placed: Sequence[Placed], marks: Sequence[Mark], cues: list[Cue]) -> str | None:
    """The outlet by the surest words about it."""
    for rules in _PREFERENCE:
        for mark in marks:
            if mark.rule in rules and (name := _outlet_of(text, mark)):
                cues.append(Cue("outlet", mark.rule, mark.start, mark.end))
                return name
        site = next((item for item in placed if item.site and item.rule in rules), None)
        if site:
            cues.append(Cue("outlet", site.rule, site.title_end or site.line.start, site.line.end))
            return site.site
    return None


def _outlet_of(text: str, mark: Mark) -> str | None:
    """The outlet that one mark names, canonical where it is known."""
    if where := mark.field("outlet"):
        name = text[where[0] : where[1]].strip()
        return known_outlet(name) or name
    if where := mark.field("inner"):
        return reporters(text[where[0] : where[1]]).outlet or _outlet_of_mail(text[mark.start : mark.end])
    if mark.rule in ("page.copyright", "page.tips"):
        notice = text[mark.start : mark.end]
        holder = _HOLDER.search(notice)
        return outlet_in(notice) or (holder["outlet"] if holder else None)
    return _outlet_of_mail(text[mark.start : mark.end])


def _outlet_of_mail(words: str) -> str | None:
    """The outlet whose e-mail address stands among a byline's words."""
    host = _MAIL_HOST.search(words)
    return outlet_of_domain(host[1]) if host else None


def _authors(text: str, marks: Sequence[Mark], cues: list[Cue]) -> tuple[str, ...]:
    """The reporters of all bylines, once each."""
    names: list[str] = []
    bylines = [mark for mark in marks if mark.zone is Zone.BYLINE and mark.field("inner", "who")]
    written = [mark for mark in bylines if not _below_picture(text, mark)]
    for mark in written or bylines:
        where = mark.field("inner", "who")
        assert where is not None
        new = [name for name in reporters(text[where[0] : where[1]]).names if name not in names]
        names.extend(new)
        if new:
            cues.append(Cue("author", mark.rule, *where))
    return tuple(names)


def _below_picture(text: str, mark: Mark) -> bool:
    """Whether a bracketed byline stands behind a caption: then it may name the photographer."""
    return mark.rule == "byline.bracket" and bool(_PICTURED.search(text, max(0, mark.start - 12), mark.start))


def _when(text: str, marks: Sequence[Mark], field: str, cues: list[Cue]) -> str | None:
    """The first valid date of a field, as ISO 8601 in Korean time."""
    for mark in marks:
        where = mark.field(field)
        if where and (value := iso_date(text[where[0] : where[1]])):
            cues.append(Cue(field, mark.rule, *where))
            return value
    return None


def iso_date(words: str) -> str | None:
    """A page's date as ISO 8601, with Korea's zone where it has a clock time; None for a day that does not exist.

    >>> iso_date("2023.04.05 오후 1:20"), iso_date("2023년 4월 5일"), iso_date("2023.13.05")
    ('2023-04-05T13:20:00+09:00', '2023-04-05', None)
    """
    match = _DATE.search(words)
    if not match:
        return None
    half = (match[4] or match[8] or "").lower()
    hour = int(match[5]) if match[5] else 0
    if half in ("오후", "pm") and hour < 12:
        hour += 12
    elif half in ("오전", "am") and hour == 12:
        hour = 0
    try:
        value = datetime(int(match[1]), int(match[2]), int(match[3]), hour, int(match[6] or 0), int(match[7] or 0))
    except ValueError:
        return None
    return f"{value.isoformat()}+09:00" if match[5] else value.date().isoformat()
