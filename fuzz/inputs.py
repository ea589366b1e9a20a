"""Bytes of a fuzzer → Korean text: raw, put together from the words of news, or a rule's own example with letters changed."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from visitextract.lexicon import words
from visitextract.rules import CATALOGUE
from visitextract.rules.rule import expectation
from visitextract.testing import PIECES

LONGEST = 400  # characters: many short texts find more than few long ones
_LEXICONS = ("meeting_nouns", "reporting_verbs", "titles", "countries", "time_words", "particles", "factuality", "group_nouns")
_ODD = (
    "\"'“”‘’()[]{}<>「」…·.,!?~∼-=▲▶■※\n\r\t \u00a0\u200b\u202e\u2066\ufeff\u0301\u1100\u1161\u11a8"
    "\ud800\udfff\0\x1b\U0010ffff"
)


@cache
def vocabulary() -> tuple[str, ...]:
    """What texts are put together from: pieces of news, odd characters, and words of the lexicons."""
    known = sorted({word for name in _LEXICONS for word in words(name)})
    return (*PIECES, *_ODD, *(f"{word} " for word in known))


@cache
def examples() -> tuple[str, ...]:
    """The example sentences of every rule, right ones and near misses, without their marks."""
    found = {expectation(yes.text)[0] for rule in CATALOGUE for yes in rule.yes}
    found |= {no.text for rule in CATALOGUE for no in rule.no}
    return tuple(sorted(found))


def text_of(data: bytes) -> str:
    """The text that bytes stand for; the first says in which way they are read."""
    if not data:
        return ""
    way, rest = data[0] % 8, data[1:]
    if way == 0:
        return rest.decode("utf-8", "surrogateescape")[:LONGEST]
    if way == 1:
        return "".join(_any_character(rest))[:LONGEST]
    if way <= 4:
        return "".join(_pieces(rest))[:LONGEST]
    return _changed(rest)[:LONGEST]


def _numbers(data: bytes) -> Iterator[int]:
    for at in range(0, len(data) - 1, 2):
        yield int.from_bytes(data[at : at + 2], "big")


def _any_character(data: bytes) -> Iterator[str]:
    """Characters of all planes, half pairs too."""
    for at in range(0, len(data) - 2, 3):
        yield chr(int.from_bytes(data[at : at + 3], "big") % 0x110000)


def _pieces(data: bytes) -> Iterator[str]:
    known = vocabulary()
    for number in _numbers(data):
        yield known[number % len(known)]


def _changed(data: bytes) -> str:
    """An example with stretches left out, doubled, swapped or put in."""
    numbers = _numbers(data)
    known = examples()
    text = known[next(numbers, 0) % len(known)]
    while (change := next(numbers, None)) is not None:
        at = next(numbers, 0) % (len(text) + 1)
        length = 1 + change // 8 % 9
        cut = text[at : at + length]
        if change % 8 == 0:
            text = text[:at] + text[at + length :]
        elif change % 8 == 1:
            text = text[:at] + cut + text[at:]
        elif change % 8 == 2:
            text = text[:at] + cut[::-1] + text[at + length :]
        elif change % 8 == 3:
            text = text[at:] + text[:at]
        elif change % 8 == 4:
            text = f"{text[:at]} {known[length * at % len(known)]}{text[at:]}"
        else:
            text = text[:at] + vocabulary()[next(numbers, 0) % len(vocabulary())] + text[at:]
        text = text[:LONGEST]
    return text
