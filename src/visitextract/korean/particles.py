"""Particles (조사) after a noun, and which of them a final consonant (받침) allows.

은·이·을·과·으로 follow a syllable with a final consonant, 는·가·를·와·로 one without (로 also after ㄹ): National Institute
of Korean Language, Standard Grammar, on allomorphs of particles.
"""

from __future__ import annotations

from collections.abc import Callable, Collection

_AFTER_CONSONANT = ("은", "이", "을", "과", "으로", "이랑", "이라", "이며", "이나", "인")
_AFTER_VOWEL = ("는", "가", "를", "와", "랑")


def has_final(syllable: str) -> bool | None:
    """Whether a Hangul syllable ends in a consonant; None where the character is not a Hangul syllable.

    >>> has_final("국"), has_final("나"), has_final("A")
    (True, False, None)
    """
    if not "가" <= syllable <= "힣":
        return None
    return (ord(syllable) - 0xAC00) % 28 != 0


def fits(stem: str, particle: str) -> bool:
    """Whether ``particle`` can follow ``stem`` by the final-consonant rule; a stem that ends in Latin or a digit takes any.

    >>> fits("홍길동", "은"), fits("홍길동", "는")
    (True, False)
    """
    final = has_final(stem[-1])
    if final is None:
        return True
    if particle.startswith(_AFTER_CONSONANT):
        return final
    if particle.startswith(_AFTER_VOWEL):
        return not final
    if particle.startswith("로") and final:
        return (ord(stem[-1]) - 0xAC00) % 28 == 8  # ㄹ
    return True


def split(word: str, particles: Collection[str], known: Callable[[str], bool], longest: int = 5) -> tuple[str, str]:
    """``word`` as stem and particle; the particle is empty where the word stands bare.

    A known word stays whole; else the split whose stem is known wins; else the longest particle that fits.

    >>> split("대통령은", {"은"}, {"대통령"}.__contains__)
    ('대통령', '은')
    """
    if known(word):
        return word, ""
    best = ""
    for size in range(min(longest, len(word) - 1), 0, -1):
        particle = word[-size:]
        if particle in particles and fits(word[:-size], particle):
            if known(word[:-size]):
                return word[:-size], particle
            best = best or particle
    return (word[: -len(best)], best) if best else (word, "")
