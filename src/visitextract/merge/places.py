"""Places across articles: what is a country, what is only the wider place, which venues differ, and every address told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from visitextract import lexicon
from visitextract.article import Zone
from visitextract.entities import Cast
from visitextract.merge.names import key
from visitextract.places import find_places
from visitextract.records import Place, Span
from visitextract.sentences import Sentence

_NOBODY = Cast((), (), ())
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


def addresses(place: Place, evidence: Sequence[Span]) -> Iterator[tuple[str, tuple[Span, ...]]]:
    """Every address that an article's evidence tells for a place, which a record holds only one of, with the words."""
    told: dict[str, list[Span]] = {place.address: []} if place.address else {}
    for span in evidence:
        if place.name in span.text:
            for name, address, start, end in _located(span.text):
                if name == place.name:
                    words = Span(start=span.start + start, end=span.start + end, text=span.text[start:end])
                    told.setdefault(address, []).append(words)
    for address, spans in told.items():
        yield address, tuple(spans) or tuple(evidence)


@lru_cache(maxsize=1 << 14)
def _located(text: str) -> tuple[tuple[str, str, int, int], ...]:
    """Name, address and stretch of every place in a text whose address stands before it."""
    sentence = Sentence(0, 0, len(text), Zone.BODY, 0)
    found = []
    for place in find_places(text, (sentence,), _NOBODY):
        if place.address:
            start = text.rfind(place.address.split()[0], 0, place.start)
            found.append((place.name, place.address, start, place.end))
    return tuple(found)
