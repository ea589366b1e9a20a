"""Segments → sentences, and the quotation ranges inside them. All offsets are of the normalised text.

A sentence ends at a full stop, question or exclamation mark that stands outside quotation marks and brackets and is followed
by a blank, the line's end, a quotation mark or the next sentence glued on (``말했다.이날``). It never leaves its segment. A
headline, and each sub-headline, is one sentence; so are a broadcast's speaker tag and its words. Every step is linear in the
text's length.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from visitextract.article import Article, Segment, Zone
from visitextract.lexicon import words
from visitextract.patterns import lazily
from visitextract.sentences.quotes import Quote, find_quotes

__all__ = ["Quote", "Sentence", "split_sentences"]

READABLE = frozenset({Zone.TITLE, Zone.SUBTITLE, Zone.BODY, Zone.CAPTION})
_WHOLE = frozenset({Zone.TITLE, Zone.SUBTITLE})

_WORD = lazily(r"[\p{L}\p{N}]")
_END = lazily(r"[.!?…]++")
_FINAL = frozenset("다요까죠")  # the last syllable of a sentence, so sure that the next one may be glued on
_TRAILING = frozenset("다요까죠나가지오자라네음함됨임것듯")  # those after which a trailing-off … may end it
_NEXT = frozenset("[(【〔<◆◇■□▲△▶▷●○☞※#-")  # marks with which a glued sentence may begin
_OPENING = frozenset("\"“'‘")
_LATIN_WORD = lazily(r"[A-Za-z]++(?:\.[A-Za-z]++)*+\Z")
_ITEM = lazily(r"(?:^|\s)[가나라마바사아자차카타파하]\Z")
_BRACKETS = {"(": ")", "[": "]", "〔": "〕", "【": "】", "{": "}"}
_BRACKET = lazily(r"[()\[\]〔〕【】{}]")
_LONGEST_BRACKET = 400  # a bracket left open must not swallow the article
_TAG = lazily(r"\[[^\[\]\"“]{2,60}[\]:：]")  # [홍길동/국회의원] or [홍길동 : …
_ARROW_TAG = lazily(r"▶ ?[^\n\"“▶.]{2,60}?- ?(?=[\"“])")  # ▶ 인터뷰 : 홍길동 / 국회의원-


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


def split_sentences(article: Article) -> tuple[Sentence, ...]:
    """The sentences of an article's readable segments, in order, each with its quotations."""
    sentences: list[Sentence] = []
    for segment in article.segments:
        if segment.zone not in READABLE:
            continue
        quotes = find_quotes(article.text, segment.start, segment.end)
        starts = [quote.outer_start for quote in quotes]
        for start, end in _stretches(article.text, segment, quotes):
            inside = quotes[bisect_left(starts, start) : bisect_left(starts, end)]
            sentences.append(Sentence(len(sentences), start, end, segment.zone, segment.line, tuple(inside)))
    return tuple(sentences)


def _stretches(text: str, segment: Segment, quotes: Sequence[Quote]) -> Iterator[tuple[int, int]]:
    """The ranges of a segment's sentences, blanks at the edges left out."""
    cuts = [] if segment.zone in _WHOLE else _cuts(text, segment, quotes)
    start = segment.start
    for cut in [*cuts, segment.end]:
        piece = text[start:cut]
        stripped = piece.strip()
        if _WORD.search(stripped):
            begin = start + len(piece) - len(piece.lstrip())
            yield begin, begin + len(stripped)
        start = cut


def _cuts(text: str, segment: Segment, quotes: Sequence[Quote]) -> list[int]:
    """Where the sentences of a segment end, in order."""
    closed = [(quote.outer_start, quote.outer_end) for quote in quotes if quote.depth == 0 and quote.closed]
    covered = _union([*closed, *_brackets(text, segment.start, segment.end)])
    starts = [start for start, _ in covered]
    opens = {quote.outer_start for quote in quotes}
    cuts = []
    for match in _END.finditer(text, segment.start, segment.end):
        place = bisect_right(starts, match.start()) - 1
        if place >= 0 and match.start() < covered[place][1]:
            continue
        if _ends(text, match.start(), match.end(), segment, opens):
            cuts.append(match.end())
    return sorted({*cuts, *_tag_cuts(text, segment, covered, cuts)})


def _ends(text: str, start: int, end: int, segment: Segment, opens: set[int]) -> bool:
    """Whether the marks ``start:end`` end a sentence; ``opens`` are the places where quotations open."""
    if end >= segment.end:
        return True
    before = text[start - 1] if start > segment.start else " "
    after = text[end]
    marks = text[start:end]
    if "!" in marks or "?" in marks:
        return after.isspace() or end in opens or "가" <= after <= "힣"
    if marks != ".":
        return (before in _TRAILING and (after.isspace() or after in _OPENING)) or (before in _FINAL and after.isalnum())
    if after.isspace():
        return _full_stop(text, start, before, segment.start)
    if end in opens:
        return "가" <= before <= "힣"
    return before in _FINAL and (after.isalnum() or after in _NEXT)


def _full_stop(text: str, stop: int, before: str, floor: int) -> bool:
    """Whether a ``.`` with a blank behind it ends a sentence: not after a number, initial, abbreviation or item's letter."""
    if before.isdigit() or before.isspace():
        return False
    if before.isascii() and before.isalpha():
        found = _LATIN_WORD.search(text, max(floor, stop - 20), stop)
        word = found.group() if found else ""
        return len(word) > 1 and "." not in word and word not in words("abbreviations")
    return not _ITEM.search(text, max(floor, stop - 2), stop)


def _tag_cuts(text: str, segment: Segment, covered: Sequence[tuple[int, int]], cuts: Sequence[int]) -> Iterator[int]:
    """Where a broadcast's speaker tags with their words begin and end.

    ``[홍길동/국회의원]"…합니다."특검은 …``, ``[홍길동 : "…"] 시 …``, ``▶ 인터뷰 : 홍길동 / 국회의원- "…"``
    """
    ends = dict(covered)
    previous = segment.start  # where the last covered range ended
    for start, end in covered:
        if text[start] == "[" and _TAG.match(text, start, segment.end):
            place = bisect_right(cuts, start)
            floor = max(previous, cuts[place - 1] if place else segment.start)
            words_end = end if any(mark in text[start:end] for mark in "\"“") else ends.get(_past_blanks(text, end, segment.end))
            if words_end and not text[floor:start].strip():  # a tag stands at the head of a sentence
                yield start
                yield words_end
        previous = end
    for match in _ARROW_TAG.finditer(text, segment.start, segment.end):
        if match.end() in ends:
            yield match.start()
            yield ends[match.end()]


def _past_blanks(text: str, start: int, end: int) -> int:
    while start < end and text[start].isspace():
        start += 1
    return start


def _brackets(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The bracketed ranges of a stretch; a bracket that is not closed within reach is none."""
    pairs = []
    opened: list[tuple[str, int]] = []
    for match in _BRACKET.finditer(text, start, end):
        mark = match.group()
        if mark in _BRACKETS:
            opened.append((_BRACKETS[mark], match.start()))
            continue
        while opened:
            wanted, begin = opened.pop()
            if wanted == mark:
                if match.end() - begin <= _LONGEST_BRACKET:
                    pairs.append((begin, match.end()))
                break
    return pairs


def _union(ranges: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Overlapping ranges joined, in order."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined
