"""Predicate endings → past, present or future: which way a date looks that does not say its month.

News puts the predicate after the date (``15일 만났다``, ``15일 만난다``), so the first predicate with a tense after the date
decides; connectives without one (``진행하고``, ``만나``) hand the question on to the next.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from enum import StrEnum
from operator import itemgetter

from visitextract.lexicon import words


class Tense(StrEnum):
    """Which way a predicate looks from the day of writing."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"
    OPEN = "open"  # 앞두고, 앞서: something lies ahead, but the date may be the day of either


def _syllables(final: int, without: str = "") -> str:
    """A character class of every Hangul syllable with that final consonant (index in the Unicode order of finals)."""
    return "[" + "".join(chr(code) for code in range(0xAC00 + final, 0xD7A4, 28) if chr(code) not in without) + "]"


def _any(kind: str) -> str:
    return "(?:" + "|".join(sorted(words("time_tense", kind), key=lambda word: (-len(word), word))) + ")"


_N, _L, _B, _SS = 4, 8, 17, 20  # ㄴ ㄹ ㅂ ㅆ
_OPEN = r"앞두고|앞둔"
_FUTURE = (
    rf"{_syllables(_L)} ?(?:예정|계획|방침|전망|것(?!을|에|도|인지)|거[라예]|듯|가능성|공산|생각|참이)"
    r"|예정(?!지|자|화|에 없|대로|일)|(?:계획|방침)(?:이다|이라|입니다|인|이며|이고|돼)"
    r"|[가-힣]기로 ?(?=했|하[고며는]|한|합의|결정|약속|뜻|확정|결의|정했|예정)"
    rf"|겠[다습고지으]|[가-힣]게 (?:된|됩니)다|{_any('future_adnominal')}"
)
_PAST = (
    # ㅆ closes the past stem of every verb (했, 갔, 만났); 있 and 겠 are the two syllables that do so without being past
    rf"{_syllables(_SS, without='있겠')}(?=[다고으던는지을습네기음거어])"
    rf"|{_any('past_adnominal')}(?= )"
    # a transitive verb behind its object (국회를 통과한 법안), or one behind its subject (국토부가 승인·고시한)
    rf"|(?<=[을를이가] )(?!{_any('no_tense')} )"
    r"(?:(?<=[을를] )[가-힣]{1,4}[한킨낸친은긴]|(?:[가-힣]{1,3}·)?[가-힣]{2,3}한)(?= )"
    r"|[가-힣][한된] 것(?=[을이은과]|으로 (?:확인|파악|드러|나타|밝혀|조사|전해|알려))"
)
_PRESENT = (
    # not 이른다, 달한다, 보인다, 넘는다, 차지한다, 의미한다, 뜻한다, 속한다: they tell how things stand, not what will happen
    rf"(?<!야 )(?<!고 )(?<!지 )(?<!수 ){_syllables(_N, without='인안긴')}"
    r"(?<!이른|달한|보인|넘는|지한|미한|뜻한|속한)다(?=[고며는면]|[^가-힣]|$)"
    rf"|(?<!야 )(?<!고 )(?<!지 ){_syllables(_B, without='입습')}니다"
    r"|[찾갖받묻걷맞잡]습니다"
)
# The standard library's engine: it reads the long syllable classes many times faster than ``regex``.
_CUE = re.compile(rf"(?P<open>{_OPEN})|(?P<future>{_FUTURE})|(?P<past>{_PAST})|(?P<present>{_PRESENT})")


def tense_cues(text: str, start: int, end: int) -> list[tuple[int, Tense]]:
    """Where in ``text[start:end]`` a predicate shows its tense, in order, and which.

    >>> tense_cues("15일 서울에서 만나 논의했다", 0, 16)
    [(14, <Tense.PAST: 'past'>)]
    """
    return [(match.start(), Tense(str(match.lastgroup))) for match in _CUE.finditer(text, start, end)]


def first_and_last(cues: Sequence[tuple[int, Tense]], start: int, end: int) -> tuple[Tense | None, Tense | None]:
    """The tense of the first of the cues that lie in ``start:end``, and of the last; ``cues`` are in order.

    >>> first_and_last(tense_cues("30일 만난다고 밝혔다.", 0, 13), 3, 13)
    (<Tense.PRESENT: 'present'>, <Tense.PAST: 'past'>)
    """
    low, high = bisect_left(cues, start, key=itemgetter(0)), bisect_left(cues, end, key=itemgetter(0))
    return (cues[low][1], cues[high - 1][1]) if low < high else (None, None)
