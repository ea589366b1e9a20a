"""Quotation marks → quotation ranges, with mixed and missing marks mended inside one stretch of text; knows no sentences.

Straight marks say neither open nor close, and typists mix the curly ones, so the neighbours decide: an opening mark stands
after a blank or bracket and before a letter; a closing one stands before a blank, a mark or a quoting particle (라고, 며, 는 …).
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from visitextract.patterns import lazily


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation: ``start:end`` are the words *between* the marks; ``outer_start:outer_end`` include the marks.

    ``double`` tells “ ” " " from ‘ ’ ' ' and from the marks of works 「 」 『 』 《 》 〈 〉; ``depth`` is 0 for an outermost
    quotation, 1 for one inside another. ``closed`` is False where the closing mark is missing and the sentence's or the
    paragraph's end was taken.
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    double: bool
    depth: int = 0
    closed: bool = True


_MARK = lazily(r"''|‘‘|’’|[“”\"‘’'`´「」『』《》〈〉]")
_WORKS = {"「": "」", "『": "』", "《": "》", "〈": "〉"}
_OPENING, _CLOSING = frozenset({"“", "‘", "‘‘"}), frozenset({"”", "’", "’’"})
_SINGLE = frozenset("‘’'`´")
_PARTICLE = lazily(
    r"이?라(?:고|며|면서|는|던|도|기|지|[ ,.])|고[ ,.]|고(?:도|는|까지)|며[ ,]|면서|는[ ,]|다(?:고|며|는)|"
    r"[은을를의와과도에로가이][ ,.]|으로|에[서게]|처럼|까지|등[ ,.]|하[고며]|란[ ]"
)
_QUOTING = lazily(r"이?라(?:고|며|면서|는)|고[ ,]|며[ ,]")
_SAID = lazily(
    r"이?라(?:고|며|면서)[ ,]*$|(?:이?라)?(?:고|며|면서) ?(?=말했|밝혔|전했|강조|설명|지적|주장|비판|덧붙|했다)"
)
_STOP = lazily(r"[.!?…](?=\s|$|[가-힣\"“])")
_REACH = 400  # how far a quotation without a closing mark may go


_Range = tuple[int, int, int, int, bool, bool]  # start, end, outer start, outer end, double, closed


@dataclass(slots=True)
class _Open:
    mark: str
    start: int
    end: int


def find_quotes(text: str, start: int, end: int) -> list[Quote]:
    """The quotations of ``text[start:end]`` in order of their opening marks.

    >>> [quote.double for quote in find_quotes("그는 “‘예’라고 했다”고 말했다.", 0, 20)]
    [True, False]
    """
    found: list[_Range] = []
    opened: list[_Open] = []
    for match in _MARK.finditer(text, start, end):
        mark = match.group()
        if mark in _WORKS or mark in _WORKS.values():
            _work(mark, match.start(), opened, found)
            continue
        double = mark not in _SINGLE
        if _apostrophe(text, match.start(), match.end(), start, end, double):
            continue
        partner = next((item for item in reversed(opened[-4:]) if _same_kind(item.mark, double)), None)
        role = _role(text, mark, match.start(), match.end(), start, end, partner is not None)
        if partner is None and not double and opened and _is_double(opened[-1].mark) and _QUOTING.match(text, match.end(), end):
            role, partner, double = "close", opened[-1], True  # “…’라고: the wrong mark closes
        if role == "open":
            opened.append(_Open(mark, match.start(), match.end()))
        elif role == "close" and partner is not None:
            while (item := opened.pop()) is not partner:
                if _is_double(item.mark):
                    found.append((item.end, match.start(), item.start, match.start(), True, False))
            found.append((partner.end, match.start(), partner.start, match.end(), double, True))
    found.extend(_left_open(text, [item for item in opened if _is_double(item.mark)], found, end))
    return _nested(found)


def _is_double(mark: str) -> bool:
    return mark not in _SINGLE and mark not in _WORKS


def _same_kind(mark: str, double: bool) -> bool:
    return mark not in _WORKS and _is_double(mark) == double


def _work(mark: str, place: int, opened: list[_Open], found: list[_Range]) -> None:
    """Open or close a work's marks; those of a work are never mistaken for one another."""
    if mark in _WORKS:
        opened.append(_Open(mark, place, place + 1))
    elif opened and _WORKS.get(opened[-1].mark) == mark:
        item = opened.pop()
        found.append((item.end, place, item.start, place + 1, False, True))


def _apostrophe(text: str, start: int, stop: int, floor: int, end: int, double: bool) -> bool:
    """Whether a mark is an apostrophe (``Korea's``, ``’24년``) or a measure (``6'2"``)."""
    before = text[start - 1] if start > floor else " "
    after = text[stop] if stop < end else " "
    if double:
        return False
    if before.isascii() and before.isalpha() and after.isascii() and after.isalpha():
        return True
    return (before.isspace() and after.isdigit() and text[start] == "’") or (before.isdigit() and after.isdigit())


def _role(text: str, mark: str, start: int, stop: int, floor: int, end: int, is_open: bool) -> str:
    """``open``, ``close`` or ``""`` for a stray mark, by its form, its neighbours and whether one of its kind is open."""
    before = text[start - 1] if start > floor else " "
    after = text[stop] if stop < end else " "
    ahead = not (after.isspace() or after in ".,!?…)]·;:") and not _PARTICLE.match(text, stop, min(end, stop + 4))
    free = before.isspace() or before in "([{〔【<·,/=:-‘“\"'…" or (not before.isalnum() and before not in ".!?)]%”’")
    if mark in _OPENING:
        return "close" if is_open and not ahead and not free else "open"
    if mark in _CLOSING:
        if is_open:
            return "close"
        return "open" if free and ahead else ""
    if is_open:
        return "open" if ahead and before.isspace() else "close"
    if not ahead and not free:
        return ""
    if before.isdigit():
        return ""
    return "" if after.isspace() else "open"


def _left_open(
    text: str, opened: list[_Open], found: list[_Range], end: int
) -> list[_Range]:
    """Quotations whose closing mark is missing: up to the first full stop or the next quotation, whichever comes first."""
    if not opened:
        return []
    begins = sorted([item[2] for item in found] + [item.start for item in opened])
    mended = []
    for item in opened:
        place = bisect_right(begins, item.start)
        limit = min(begins[place] if place < len(begins) else end, item.end + _REACH)
        stop = _STOP.search(text, item.end, limit)
        finish = stop.end() if stop else limit
        said = _SAID.search(text, item.end, finish)
        finish = said.start() if said else finish
        if finish > item.end:
            mended.append((item.end, finish, item.start, finish, True, False))
    return mended


def _nested(found: list[_Range]) -> list[Quote]:
    """The ranges in order with their depth."""
    quotes: list[Quote] = []
    around: list[int] = []
    for begin, finish, outer, outer_end, double, closed in sorted(found, key=lambda item: (item[2], -item[3])):
        while around and around[-1] <= outer:
            around.pop()
        quotes.append(Quote(begin, finish, outer, outer_end, double, len(around), closed))
        around.append(outer_end)
    return quotes
