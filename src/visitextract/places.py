"""Place expressions → ``Place`` facts: countries, cities, venues, and addresses before a venue. Offsets: normalised text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PlaceFact:
    """A place at ``start:end``: narrowest ``name``, wider ``address`` before it, ISO 3166-1 ``country`` where known.

    ``sentence`` is the sentence's index; ``particle`` what follows (``에서``, ``을``, ``로`` …); ``country_name`` is true when
    the name itself is a country's (한국, 중국), ``venue`` when it is a building or site rather than a city or region.
    """

    start: int
    end: int
    sentence: int
    name: str
    address: str | None = None
    country: str | None = None
    particle: str = ""
    country_name: bool = False
    venue: bool = False


def find_places(text: str, sentences: object, cast: object) -> tuple[PlaceFact, ...]:
    """Every place expression of the sentences, sorted by start."""
    return ()
