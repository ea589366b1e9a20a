"""Names across spellings: one key for what differs in spaces and marks only, and likeness for transcriptions of foreign names."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache

from visitextract import lexicon
from visitextract.patterns import lazily

_COMPANY = lazily(r"\(주\)|\(유\)|\(재\)|\(사\)|주식회사|유한회사")
_MARKS = lazily(r"[^\p{L}\p{N}]+")
_INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_MEDIALS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
_FINALS = ("", *"ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ")
_PLAIN = str.maketrans("ㄲㅋㄸㅌㅃㅍㅆㅉㅊ", "ㄱㄱㄷㄷㅂㅂㅅㅈㅈ")
_LARGEST_SHARE = 1 / 3  # of the letters that may differ between two transcriptions of one name
_SHORTEST_FULL = 3  # syllables
_FOREIGN_LENGTH = 5  # syllables; Korean names have at most four


@lru_cache(maxsize=1 << 16)
def key(name: str) -> str:
    """A name without spaces, marks, company forms, case and width.

    >>> key("㈜한빛 전자") == key("한빛전자")
    True
    """
    plain = unicodedata.normalize("NFKC", name).casefold()
    return _MARKS.sub("", _COMPANY.sub("", plain)) or plain.strip()


def is_foreign(name: str) -> bool:
    """Whether a name is written as foreign ones are: in several words, longer than Korean names, or after no Korean surname."""
    plain = key(name)
    if len(name.split()) > 1 or len(plain) >= _FOREIGN_LENGTH:
        return True
    surnames = lexicon.words("surnames")
    return len(plain) >= _SHORTEST_FULL and plain[0] not in surnames and plain[:2] not in surnames


@cache
def _jamo(syllable: str) -> tuple[str, str, str]:
    code = ord(syllable) - 0xAC00
    if not 0 <= code < 11172:
        return syllable, "", ""
    return _INITIALS[code // 588], _MEDIALS[code % 588 // 28], _FINALS[code % 28]


def letters(name: str) -> str:
    """The letters (jamo) of a name."""
    return "".join("".join(_jamo(syllable)) for syllable in key(name))


def skeleton(name: str) -> str:
    """The plain consonants of a name, which transcriptions of one foreign name share.

    >>> skeleton("존 스미스") == skeleton("죤 스미쓰")
    True
    """
    sounds = ((first if first != "ㅇ" else "") + last for first, _, last in map(_jamo, key(name)))
    return "".join(sounds).translate(_PLAIN)


def alike(one: str, other: str) -> bool:
    """Whether two names differ in no more letters than two transcriptions of one name do."""
    return difference(one, other) <= _LARGEST_SHARE


def difference(one: str, other: str) -> float:
    """The share of letters in which two names differ."""
    a, b = letters(one), letters(other)
    return distance(a, b) / max(len(a), len(b), 1)


def distance(a: str, b: str) -> int:
    """How many letters must be put in, left out or changed to make one of the other."""
    row = list(range(len(b) + 1))
    for i, left in enumerate(a, 1):
        last, row[0] = row[0], i
        for j, right in enumerate(b, 1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (left != right))
    return row[-1]
