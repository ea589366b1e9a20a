"""Number words: digits, native numerals before a counter (세 시간), native day counts (사흘), small Sino numerals (이십, 二十).

A language fact, so it knows no dates: ``사흘`` is the number three of days, whatever is counted from.
"""

from __future__ import annotations

from collections.abc import Mapping

# Attributive forms, as they stand before a counter: 한 달, 두 시간, 스무 날.
_UNITS = {"한": 1, "두": 2, "세": 3, "네": 4, "다섯": 5, "여섯": 6, "일곱": 7, "여덟": 8, "아홉": 9}
_TENS = {"열": 10, "스물": 20, "서른": 30, "마흔": 40, "쉰": 50}
NATIVE: Mapping[str, int] = {
    **_UNITS,
    **_TENS,
    "스무": 20,
    "석": 3,  # 석 달
    "넉": 4,  # 넉 달
    **{ten + unit: value + count for ten, value in _TENS.items() for unit, count in _UNITS.items()},
}
DAY_COUNTS: Mapping[str, int] = {
    "하루": 1, "이틀": 2, "사흘": 3, "나흘": 4, "닷새": 5, "엿새": 6, "이레": 7, "여드레": 8, "아흐레": 9, "열흘": 10, "보름": 15,
}  # fmt: skip
_SINO_DIGITS = {word: value for words in ("일이삼사오육칠팔구", "一二三四五六七八九") for value, word in enumerate(words, 1)}
_SINO_UNITS = {"십": 10, "백": 100, "十": 10, "百": 100}
_MONTHS = {"유": 6, "시": 10}  # 유월, 시월: the only months that lose a sound


def alternation(words: Mapping[str, int]) -> str:
    """The words as alternatives of a regular expression, longest first."""
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))


def read_number(word: str) -> int | None:
    """The value of a number word, or None where it is not one.

    >>> [read_number(word) for word in ("12", "1,573", "세", "열두", "사흘", "이십팔", "十五", "춘천")]
    [12, 1573, 3, 12, 3, 28, 15, None]
    """
    plain = word.replace(",", "").strip()
    if plain.isascii() and plain.isdigit():
        return int(plain)
    known = NATIVE.get(plain, DAY_COUNTS.get(plain, _MONTHS.get(plain)))
    return known if known is not None else _read_sino(plain)


def _read_sino(word: str) -> int | None:
    """``이십팔`` → 28; None for anything that is not made of Sino digits and units below a thousand."""
    total = digit = 0
    for char in word:
        if char in _SINO_DIGITS and not digit:
            digit = _SINO_DIGITS[char]
        elif char in _SINO_UNITS:
            total += (digit or 1) * _SINO_UNITS[char]
            digit = 0
        else:
            return None
    return total + digit or None
