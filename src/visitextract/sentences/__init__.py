"""Segments → sentences, and the quotation ranges inside them. All offsets are of the normalised text.

A sentence ends at a full stop, question or exclamation mark that stands outside quotation marks and brackets and is followed
by a blank, the line's end, a quotation mark or the next sentence glued on (``말했다.이날``). It never leaves its segment. A
headline, and each sub-headline, is one sentence. Every step is linear in the text's length.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex

from visitextract.article import Article, Segment, Zone
from visitextract.lexicon import words
from visitextract.sentences.quotes import Quote, find_quotes

__all__ = ["Quote", "Sentence", "split_sentences"]

READABLE = frozenset({Zone.TITLE, Zone.SUBTITLE, Zone.BODY, Zone.CAPTION})
_WHOLE = frozenset({Zone.TITLE, Zone.SUBTITLE})

_END = regex.compile(r"(?:[.!?…]|(?<=\.)\.)++")
_FINAL = frozenset("다요까죠")  # the last syllable of a sentence, so sure that the next one may be glued on
_SOFT_FINAL = frozenset("다요까죠나가지오자라네음함됨임것듯")  # those after which a trailing-off … may end it
_LATIN_WORD = regex.compile(r"[A-Za-z]++(?:\.[A-Za-z]++)*+\Z")
_ITEM = regex.compile(r"(?:^|\s)[가나다라마바사아자차카타파하]\Z")
_BRACKETS = {"(": ")", "[": "]", "〔": "〕", "【": "】", "{": "}"}
_BRACKET = regex.compile(r"[()\[\]〔〕【】{}]")
_LONGEST_BRACKET = 400  # a bracket left open must not swallow the article
_TAG = regex.compile(r"\s*+\[[^\[\]\"“]{2,60}[\]:：]")  # a broadcast's speaker tag


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
        if stripped := piece.strip():
            begin = start + len(piece) - len(piece.lstrip())
            yield begin, begin + len(stripped)
        start = cut


def _cuts(text: str, segment: Segment, quotes: Sequence[Quote]) -> list[int]:
    """Where the sentences of a segment end, in order."""
    closed = [(quote.outer_start, quote.outer_end) for quote in quotes if quote.depth == 0]
    covered = _union([*closed, *_brackets(text, segment.start, segment.end)])
    starts = [start for start, _ in covered]
    opens = {start for start, _ in closed}
    cuts = []
    for match in _END.finditer(text, segment.start, segment.end):
        place = bisect_right(starts, match.start()) - 1
        if place >= 0 and match.start() < covered[place][1]:
            continue
        if _ends(text, match.start(), match.end(), segment, opens):
            cuts.append(match.end())
    return sorted({*cuts, *_tag_cuts(text, segment, covered, cuts)})


def _ends(text: str, start: int, end: int, segment: Segment, opens: set[int]) -> bool:
    """Whether the marks ``start:end`` end a sentence."""
    if end >= segment.end:
        return True
    before = text[start - 1] if start > segment.start else " "
    after = text[end]
    marks = text[start:end]
    if marks != "." and set(marks) <= {".", "…"}:
        return before in _SOFT_FINAL and (after.isspace() or after in "\"“'‘") or (before in _FINAL and after.isalnum())
    if marks != ".":
        return after.isspace() or end in opens or "가" <= after <= "힣"
    if after.isspace():
        return _full_stop(text, start, before, segment.start)
    return before in _FINAL and (end in opens or after.isalnum() or after in "[(【〔<◆◇■□▲△▶▷●○☞※#-") or (end in opens and "가" <= before <= "힣")


def _full_stop(text: str, stop: int, before: str, floor: int) -> bool:
    """Whether a ``.`` with a blank behind it ends a sentence: not after a number, an initial, an abbreviation or an item's letter."""
    if before.isdigit() or before.isspace():
        return False
    if before.isascii() and before.isalpha():
        word = _LATIN_WORD.search(text, max(floor, stop - 20), stop)
        return word is not None and len(word.group()) > 1 and "." not in word.group() and word.group() not in words("abbreviations")
    return not _ITEM.search(text, max(floor, stop - 2), stop)


def _tag_cuts(text: str, segment: Segment, covered: Sequence[tuple[int, int]], cuts: Sequence[int]) -> Iterator[int]:
    """The ends of a broadcast's speaker tags with their words: ``[홍길동/국회의원]"…합니다."특검은 …``, ``[홍길동 : "…"] 시 …``."""
    for number, (start, end) in enumerate(covered):
        if text[start] != "[" or not _TAG.match(text, start, segment.end):
            continue
        place = bisect_right(cuts, start)
        previous = cuts[place - 1] if place else segment.start
        if text[previous:start].strip() and (number == 0 or text[covered[number - 1][1] : start].strip()):
            continue  # a tag stands at the head of a sentence
        if any(mark in text[start:end] for mark in "\"“"):
            yield start
            yield end
        elif number + 1 < len(covered) and text[covered[number + 1][0]] in "\"“" and not text[end : covered[number + 1][0]].strip():
            yield start
            yield covered[number + 1][1]


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
