"""The page line by line: what kind of line each is, judged by itself."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

import regex

from visitextract.article.marks import Mark
from visitextract.article.model import Zone
from visitextract.lexicon import words
from visitextract.patterns import lazily


class Kind(StrEnum):
    """What a line is by itself."""

    PROSE = "prose"  # ends as sentences end
    PLAIN = "plain"  # a headline, a sub-headline, an item of a list
    ITEM = "item"  # begins with a bullet
    CAPTION = "caption"
    BYLINE = "byline"
    FURNITURE = "furniture"
    HEADER = "header"  # begins a block of furniture


@dataclass(frozen=True, slots=True)
class Line:
    """A line without the blanks at its edges; ``number`` counts from 0, ``marks`` are those within it, ``key`` its letters."""

    number: int
    start: int
    end: int
    kind: Kind
    rule: str
    marks: tuple[Mark, ...]
    key: str

    @property
    def closes(self) -> bool:
        """Whether the article is over after this line."""
        return self.kind is Kind.HEADER or any(mark.closes for mark in self.marks)


_LINE = lazily(r"[^\n]++")
_LETTER = lazily(r"\p{L}")
_NO_LETTER = lazily(r"[\W_]")


class _Folded(dict[int, str]):
    """What each character is folded to: itself where it is a letter or a digit; filled as characters are met."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        self[code] = "" if _NO_LETTER.match(letter) else letter
        return self[code]


_FOLDED = _Folded()
_FINAL = lazily(r"[다요죠까네오라자지음함됨임][.!?…]++[\"'”’)\]」』]{0,3}$")
_INNER = lazily(r"[다요죠]\.(?:[\"'”’]|\s|(?=[가-힣]))")
_OPEN_END = lazily(r"(?:했|됐|였|었|이|한|된|인|있|없|습니)다[\"'”’)\]]{0,2}$")
_BULLET = lazily(r"[·*▶▷▸►◆◇■□●○※☞→✔\-][ ]?")
_LONGEST_MENU = 80
_LONGEST_QUESTION = 80


def read_lines(text: str, marks: Sequence[Mark]) -> list[Line]:
    """Every line that is not blank, with its kind."""
    starts = [mark.start for mark in marks]
    lines = []
    number = 0
    position = 0
    for match in _LINE.finditer(text):
        number += text.count("\n", position, match.start())
        position = match.start()
        raw = match.group()
        if not raw.strip():
            continue
        start = match.start() + len(raw) - len(raw.lstrip())
        end = match.start() + len(raw.rstrip())
        inside = tuple(marks[bisect_left(starts, match.start()) : bisect_left(starts, match.end())])
        content = text[start:end]
        kind, rule = _kind(text, start, end, content, inside)
        lines.append(Line(number, start, end, kind, rule, inside, fold(content)))
    return lines


def fold(text: str) -> str:
    """A text's letters and digits alone, for telling repeated lines."""
    return text.translate(_FOLDED)


def is_prose(content: str) -> bool:
    """Whether a line ends as sentences end, or holds a sentence."""
    if (final := _FINAL.search(content, max(0, len(content) - 8))) and len(content) >= 12:
        return "." in final.group() or len(content) > _LONGEST_QUESTION  # a headline may ask, but never ends in a full stop
    if len(content) >= 40 and _INNER.search(content):
        return True
    return len(content) >= 100 and bool(_OPEN_END.search(content, len(content) - 8))


def _kind(text: str, start: int, end: int, content: str, marks: tuple[Mark, ...]) -> tuple[Kind, str]:
    if not _LETTER.search(content):
        return Kind.FURNITURE, "page.no_letters"
    bare = _BULLET.sub("", content, count=1).strip() if _BULLET.match(content) else content
    if bare in words("page_furniture", "header"):
        return Kind.HEADER, "page.header"
    if len(content) <= _LONGEST_MENU and _menu().fullmatch(bare):
        return Kind.FURNITURE, "page.menu"
    outside = _outside(text, start, end, marks) if marks else content
    if marks and (not _LETTER.search(outside) or (len(outside) <= _LONGEST_MENU and _menu().fullmatch(outside))):
        zone = next((mark for mark in marks if mark.zone is Zone.CAPTION), marks[0])
        return {Zone.CAPTION: Kind.CAPTION, Zone.BYLINE: Kind.BYLINE}.get(zone.zone, Kind.FURNITURE), zone.rule
    if is_prose(content):
        return Kind.PROSE, ""
    return (Kind.ITEM, "") if _BULLET.match(content) else (Kind.PLAIN, "")


def _outside(text: str, start: int, end: int, marks: tuple[Mark, ...]) -> str:
    """What of a line lies outside its marks."""
    parts, position = [], start
    for mark in marks:
        parts.append(text[position : mark.start])
        position = mark.end
    return "".join([*parts, text[position:end]])


@lru_cache(maxsize=1)
def _menu() -> regex.Pattern[str]:
    """A line that is made of the words of menus and widgets, figures and marks alone."""
    menu = sorted(words("page_furniture", "menu"), key=lambda word: (-len(word), word))
    return lazily(r"(?:\L<menu>|[\W\d_])++", menu=menu)
