"""The shape of Korean names, and how foreign a Hangul word sounds.

A Korean name is a surname of one syllable (or one of about a dozen of two) and a given name of one or two. Surnames and given
syllables are data in ``lexicon/``; a shape alone never makes a person.
"""

from __future__ import annotations

from functools import lru_cache

from visitextract.lexicon import meanings, words

HANJA_SURNAMES = dict(
    zip(
        "金李朴崔鄭姜趙尹張林韓吳徐申權黃安宋全洪柳高文梁孫裵曺許劉南沈盧丁河郭成車朱禹具羅閔秋潘元王習",
        "김이박최정강조윤장임한오서신권황안송전홍유고문양손배조허유남심노정하곽성차주우구나민추반원왕시",
        strict=True,
    )
)


def surname_of(name: str) -> str | None:
    """The surname with which a Korean name starts, the two-syllable one first; None where there is none.

    >>> surname_of("남궁민수"), surname_of("홍길동")
    ('남궁', '홍')
    """
    if len(name) >= 3 and name[:2] in words("surnames", "two"):
        return name[:2]
    return name[:1] if name[:1] in _one() else None


@lru_cache(maxsize=1)
def _one() -> frozenset[str]:
    return words("surnames", "one") | words("surnames", "north")


@lru_cache(maxsize=65536)
def name_shape(word: str) -> int:
    """How much a Hangul word is shaped like a Korean full name: 2 strong (usual given syllables), 1 weak, 0 not at all.

    >>> name_shape("홍길동"), name_shape("삼성전자")
    (2, 0)
    """
    surname = surname_of(word)
    if surname is None:
        return 0
    given = word[len(surname) :]
    if len(given) == 2:
        usual = given[0] in words("given_syllables", "first") and given[1] in words("given_syllables", "second")
        return 2 if usual else 1
    if len(given) == 1:
        return 2 if given in words("given_syllables", "single") else 1
    return 0


@lru_cache(maxsize=65536)
def foreignness(word: str) -> float:
    """How much a Hangul word sounds like a transliteration: above 0 more foreign than Korean, per syllable, by a table of
    syllable weights (``lexicon/foreign_syllables.tsv``)."""
    table = _weights()
    syllables = [c for c in word if "가" <= c <= "힣"]
    if not syllables:
        return 0.0
    return sum(table.get(c, 0.5) for c in syllables) / len(syllables)


@lru_cache(maxsize=1)
def _weights() -> dict[str, float]:
    return {surface: float(value) for surface, value in meanings("foreign_syllables").items()}
