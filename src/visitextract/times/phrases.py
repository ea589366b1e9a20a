"""What the rules find → whole expressions: ``이튿날인 5일 오전``, ``29일(현지시간) 오후 5시께``, ``12일부터 15일까지``."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import regex

from visitextract.korean.numbers import read_number
from visitextract.patterns import lazily
from visitextract.rules.rule import worth_trying
from visitextract.rules.times import RULES
from visitextract.sentences import Sentence


@dataclass(frozen=True, slots=True)
class Token:
    """One hit of a rule: its range, what sort of thing it is, and the fields it found."""

    start: int
    end: int
    kind: str
    fields: Mapping[str, str]
    rule: str


@dataclass(slots=True)
class Point:
    """A date, a clock time or both: one end of a phrase. Of two dates in apposition (이튿날인 5일) the second says more."""

    start: int
    end: int
    dates: list[Token] = field(default_factory=list)
    clock: Token | None = None
    half: str | None = None


@dataclass(frozen=True, slots=True)
class Phrase:
    """A whole expression ``start:end``: a point, or a range of two, or a duration."""

    start: int
    end: int
    first: Point | None = None
    last: Point | None = None
    duration: Token | None = None


_DATES = frozenset({"date", "week", "weekday", "today", "event_day", "holiday", "shift"})
_RELATIVE = _DATES - {"date"}
_APPOSITION = lazily(r"(?:이?던 |인 ?|이자 | ?\()")
_OPENING = lazily(r" ?\(")
_CLOSING = lazily(r"(?:[·, ]{0,2}(?:현지|한국|미국) ?시[간각])?\)")
_TO_CLOCK = lazily(r" ?|(?:은|에는|엔|에),? |, ")
_RANGE = lazily(r" ?[~\-] ?|(?:부터|에서) ?(?:~ ?)?")
_UNTIL = lazily(r" ?까지")


def find_tokens(text: str, sentences: Sequence[Sentence]) -> dict[int, list[Token]]:
    """sentence index -> its tokens in order. A hit takes its words from the rules that come later; none crosses sentences."""
    taken = bytearray(len(text))
    starts = [sentence.start for sentence in sentences]
    found: dict[int, list[Token]] = {}
    for rule in worth_trying(RULES, text):
        for match in rule.finditer(text):
            start, end = match.span()
            place = bisect_right(starts, start) - 1
            if start == end or place < 0 or end > sentences[place].end or any(taken[start:end]):
                continue
            fields = {name: value for name, value in match.groupdict().items() if value}
            if "numerals" in rule.value:
                numbers = {name: read_number(value) for name, value in fields.items()}
                if None in numbers.values():  # 八八月: numerals, but no number
                    continue
                fields = {name: str(number) for name, number in numbers.items()}
            taken[start:end] = b"\1" * (end - start)
            found.setdefault(sentences[place].index, []).append(Token(start, end, rule.value["kind"], fields, rule.id))
    for tokens in found.values():
        tokens.sort(key=lambda token: token.start)
    return found


def join(text: str, tokens: Sequence[Token]) -> Iterator[Phrase | Token]:
    """The whole expressions of one sentence, in order, and between them the parts of the day that stand alone."""
    at = 0
    while at < len(tokens):
        token = tokens[at]
        if token.kind == "duration":
            yield Phrase(token.start, token.end, duration=token)
            at += 1
        elif token.kind == "then":
            yield Phrase(token.start, token.end, Point(token.start, token.end, [token]))
            at += 1
        else:
            point, at = _point(text, tokens, at)
            if point is None:
                if token.kind == "part":
                    yield token
                continue
            last, after = _range_end(text, tokens, at, point)
            if last is None:
                yield Phrase(point.start, point.end, point)
            else:
                until = _UNTIL.match(text, last.end)
                yield Phrase(point.start, until.end() if until else last.end, point, last)
                at = after


def _gap(text: str, tokens: Sequence[Token], end: int, at: int, pattern: regex.Pattern[str]) -> bool:
    """Whether token ``at`` exists and exactly a match of ``pattern`` lies between ``end`` and it."""
    return at < len(tokens) and tokens[at].start - end <= 8 and pattern.fullmatch(text, end, tokens[at].start) is not None


_BLANK = lazily(r" ?")


def _point(text: str, tokens: Sequence[Token], at: int) -> tuple[Point | None, int]:
    """The point that begins at token ``at``, and the index behind it; None where that token begins none."""
    start = at
    if tokens[at].kind == "zone" and _gap(text, tokens, tokens[at].end, at + 1, _BLANK):
        at += 1
    if tokens[at].kind not in _DATES and tokens[at].kind not in {"clock", "part"}:
        return None, start + 1
    point = Point(tokens[start].start, tokens[at].start)
    if tokens[at].kind in _DATES:
        at = _dates(text, tokens, at, point)
    at = _clock(text, tokens, at, point)
    if not point.dates and point.clock is None:
        return None, start + 1
    if _gap(text, tokens, point.end, at, _BLANK) and tokens[at].kind == "bracket":
        point.end, at = tokens[at].end, at + 1
    return point, at


def _dates(text: str, tokens: Sequence[Token], at: int, point: Point) -> int:
    """Read the date at ``at`` with what stands in apposition and in brackets; the index behind."""
    point.dates.append(tokens[at])
    point.end = tokens[at].end
    at += 1
    first = tokens[at - 1]
    relative = first.kind in _RELATIVE
    if _apposed(text, tokens, at, first):
        opened = "(" in text[point.end : tokens[at].start]
        point.dates.append(tokens[at])
        point.end = tokens[at].end
        at += 1
        closing = _CLOSING.match(text, point.end) if opened else None
        if closing:
            point.end = closing.end()
            while at < len(tokens) and tokens[at].start < point.end:
                at += 1
    while _gap(text, tokens, point.end, at, _BLANK) and (
        tokens[at].kind in {"bracket", "zone"}
        or (tokens[at].kind == "weekday" and not relative and "direction" not in tokens[at].fields)
    ):
        point.end, at = tokens[at].end, at + 1
    return at


def _apposed(text: str, tokens: Sequence[Token], at: int, first: Token) -> bool:
    """Whether the date at ``at`` says the day of ``first``: 이튿날인 5일, 어제(28일), 화요일 30일, 12월(1~25일)."""
    if at >= len(tokens) or tokens[at].kind != "date" or "day" not in tokens[at].fields:
        return False
    if first.kind in _RELATIVE:
        return _gap(text, tokens, first.end, at, _APPOSITION) or (
            first.kind == "weekday" and _gap(text, tokens, first.end, at, _BLANK)
        )
    bare = not {"month", "month_word", "year", "direction"} & tokens[at].fields.keys()
    return bare and "day" not in first.fields and "month" in first.fields and _gap(text, tokens, first.end, at, _OPENING)


def _clock(text: str, tokens: Sequence[Token], at: int, point: Point) -> int:
    """Read the part of the day and the clock time that follow; the index behind."""
    gap = _TO_CLOCK if point.dates else _BLANK
    while _gap(text, tokens, point.end, at, gap):
        token = tokens[at]
        if token.kind == "part" and point.half is None:
            point.half = token.fields["half"]
        elif token.kind == "clock" or (token.kind == "colon" and point.dates):
            point.clock = token
            point.end = token.end
            return at + 1
        else:
            break
        point.end, at = token.end, at + 1
        gap = _BLANK
    return at


def _range_end(text: str, tokens: Sequence[Token], at: int, first: Point) -> tuple[Point | None, int]:
    """The second end of a range that the first end's ``부터`` or ``~`` opens."""
    if not _gap(text, tokens, first.end, at, _RANGE):
        return None, at
    last, after = _point(text, tokens, at)
    if last is None or (last.dates and not first.dates) or (last.dates and last.dates[-1].kind == "shift"):
        return None, at
    return last, after
