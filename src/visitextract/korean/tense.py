"""Predicate endings → past, present or future: which way a date looks that does not say its month.

News puts the predicate after the date (``15일 만났다``, ``15일 만난다``), so the first predicate with a tense after the date
decides; connectives without one (``진행하고``, ``만나``) hand the question on to the next.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum

import regex


class Tense(StrEnum):
    """Which way a predicate looks from the day of writing."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"
    OPEN = "open"  # 앞두고, 앞서: something lies ahead, but the date may be the day of either


def _syllables(final: int, without: str = "") -> str:
    """A character class of every Hangul syllable with that final consonant (index in the Unicode order of finals)."""
    return "[" + "".join(chr(code) for code in range(0xAC00 + final, 0xD7A4, 28) if chr(code) not in without) + "]"


_N, _L, _B, _SS = 4, 8, 17, 20  # ㄴ ㄹ ㅂ ㅆ
_FUTURE = (
    rf"{_syllables(_L)} ?(?:예정|계획|방침|전망|것(?!을|에|도|인지)|거[라예]|듯|가능성|공산|생각|참이)"
    r"|예정(?!지|자|화|에 없|대로|일)|계획(?:이다|이라|입니다|인|이며|이고|돼)|방침(?:이다|이라|입니다|인|이며|이고)"
    r"|[가-힣]기로 ?(?:했|하[고며는]|한|합의|결정|약속|뜻|확정|결의|정했|예정)"
    r"|겠[다습고지으]|(?:열리|개최되|시작되|진행되|치러지|예정된|시행되|적용되|발효되|출범하|개막하)는|예정된|[가-힣]게 된다|[가-힣]게 됩니다"
)
# ㅆ closes the past stem of every verb (했, 갔, 만났); 있 and 겠 are the two syllables that do so without being past.
_PAST = (
    rf"{_syllables(_SS, without='있겠')}(?=[다고으던는지을습네기음거어])"
    r"|(?:열린|만난|가진|가졌던|치러진|이뤄진|이루어진|벌어진|밝힌|알려진|숨진|나온|내놓은|보낸|받은|찾은|체결한|체결된|발표한|발표된|개최한|개최된"
    r"|진행한|진행된|방문한|발생한|공개한|공개된|시작한|시작된|도착한|출국한|귀국한|입국한|취임한|선출된|출범한|일어난|터진|당한|거둔|기록한|선고받은"
    r"|주재한|참석한|접견한|단행한|발의한|통과된|제출한|구속된|체포된|보도한|올린|게시한|배포한|작성한|있은|선언한|선포한|개통한|개막한|개봉한|출시한"
    r"|발간한|발간된|출간한|출간된|타결된|타결한|합의한|합의된)(?= )"
    # a transitive verb behind its object (국회를 통과한 법안); 위한, 통한 and the like have lost their tense
    r"|(?<=[을를] )[가-힣]{1,4}[한킨낸친은긴](?= )(?<![위통향겸]한)(?<!비롯한|포함한|제외한|가능한|필요한|동반한|요한|같은|많은|높은|낮은|작은|적은|좋은|젊은|넓은|깊은)"
    r"|(?<=[이가] )[가-힣]{1,3}[·]?[가-힣]{2}한(?= )(?<!필요한|중요한|가능한|유력한|불가피한|시급한|심각한|다양한|유일한|못한|대한|위한|특별한|상당한|활발한)"
    r"|[가-힣][한된] 것(?=[을이은과]|으로 (?:확인|파악|드러|나타|밝혀|조사|전해|알려))"
)
_PRESENT = (
    rf"(?<!야 )(?<!고 )(?<!지 )(?<!수 ){_syllables(_N, without='인안긴')}다(?=[고며는면]|[^가-힣]|$)"
    rf"|(?<!야 )(?<!고 )(?<!지 ){_syllables(_B, without='입습')}니다"
    r"|[찾갖받묻걷맞잡]습니다"
)
_OPEN = r"앞두고|앞둔"
_CUE = regex.compile(rf"(?P<open>{_OPEN})|(?P<future>{_FUTURE})|(?P<past>{_PAST})|(?P<present>{_PRESENT})")


def tenses(text: str, start: int, end: int, skip: Sequence[tuple[int, int]] = ()) -> Iterator[Tense]:
    """The tenses of the predicates in ``text[start:end]``, in order, without those that begin in a ``skip`` range.

    >>> [str(tense) for tense in tenses("15일 서울에서 만나 논의했다", 0, 15)]
    ['past']
    """
    for match in _CUE.finditer(text, start, end):
        if any(first <= match.start() < last for first, last in skip):
            continue
        yield Tense(str(match.lastgroup))


def first_and_last(text: str, start: int, end: int, skip: Sequence[tuple[int, int]] = ()) -> tuple[Tense | None, Tense | None]:
    """The tense of the first predicate of ``text[start:end]`` that has one, and of the last.

    >>> first_and_last("30일 만난다고 밝혔다.", 0, 13)
    (<Tense.PRESENT: 'present'>, <Tense.PAST: 'past'>)
    """
    first = last = None
    for tense in tenses(text, start, end, skip):
        first = first or tense
        last = tense
    return first, last
