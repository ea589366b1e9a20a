"""Endings by their final consonant, and what may stand between an event noun and the word that governs it."""

from __future__ import annotations


def _final(index: int) -> str:
    """A class of the syllables with one final consonant (4 ㄴ, 8 ㄹ, 17 ㅂ, 20 ㅆ); 있 and 겠 tell no tense and are left out."""
    return "[" + "".join(chr(code) for code in range(0xAC00 + index, 0xD7A4, 28) if chr(code) not in "있겠") + "]"


NIEUN, RIEUL, BIEUP, SSANG_SIOT = _final(4), _final(8), _final(17), _final(20)
ACT = r"(?<!있|없|많|높|좋|같)(?![될일클])" + RIEUL  # what somebody will do, not what something will be (될 것, 있을 것)
PAST = SSANG_SIOT + r"(?:습니다|다(?!는|던|면)|고|으며|으나|지만|는데|음|기 때문|을 (?:때|당시)|어요|죠|자)"
GAP = (
    r"(?:\s?(?:일정|개최|성사|방안|계획|회동|회담|간담회|논의|대화|협상|자리|기회|여부|등))?"
    r"(?:을|를|이|가|은|는|도|의|에 대한|까지|에)?(?:\s(?:{factuality:adverb}))?"
    r"\s?(?:일정|개최|성사|방안|계획|시기|여부)?(?:[을를이가도])?\s?"
)
