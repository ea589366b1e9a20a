"""Places across articles: what is a country, what is only the wider place, and which venues differ."""

from __future__ import annotations

from visitextract import lexicon
from visitextract.merge.names import key

_WIDE = (("countries",), ("cities",), ("venue_endings", "head"))


def country_of(name: str) -> str | None:
    """The code of the country that is called so."""
    return lexicon.meanings("countries", "country").get(name)


def is_wide(name: str) -> bool:
    """Whether a name leaves open which venue it is: a country, a city, or only the sort of place (식당, 호텔)."""
    return any(name in lexicon.words(*words) for words in _WIDE)


def places_differ(one: str, other: str) -> bool:
    """Whether two names are of two venues: neither left open, neither part of the other."""
    if is_wide(one) or is_wide(other):
        return False
    a, b = key(one), key(other)
    return a not in b and b not in a
