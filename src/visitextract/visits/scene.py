"""What the visit stage reads of an article, with the parts of a sentence at hand. Offsets: normalised text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from visitextract.article import Zone
from visitextract.entities import Cast, PartyFact, Ref
from visitextract.patterns import lazily
from visitextract.places import PlaceFact
from visitextract.sentences import Sentence
from visitextract.times import Time

_ANONYMOUS = lazily(r"^[A-Z](?:씨|양|군)?$|.모$")


@dataclass(frozen=True, slots=True)
class Scene:
    """An article as far as visits are concerned; places and times by sentence."""

    text: str
    sentences: Sequence[Sentence]
    cast: Cast
    places: Mapping[int, Sequence[PlaceFact]]
    times: Mapping[int, Sequence[Time]]
    names: Mapping[str, str]

    @classmethod
    def of(
        cls, text: str, sentences: Sequence[Sentence], times: Sequence[Time], places: Sequence[PlaceFact], cast: Cast
    ) -> Scene:
        """The scene of one article."""
        by_place: dict[int, list[PlaceFact]] = defaultdict(list)
        by_time: dict[int, list[Time]] = defaultdict(list)
        for place in places:
            by_place[place.sentence].append(place)
        for time in times:
            by_time[time.sentence].append(time)
        return cls(text, sentences, cast, dict(by_place), dict(by_time), {entity.key: entity.name for entity in cast.persons})

    def places_in(self, sentence: Sentence) -> Sequence[PlaceFact]:
        """The places of a sentence, left to right."""
        return self.places.get(sentence.index, ())

    def times_in(self, sentence: Sentence) -> Sequence[Time]:
        """The time expressions of a sentence, left to right."""
        return self.times.get(sentence.index, ())

    def persons(self, start: int, end: int) -> tuple[Ref, ...]:
        """The mentions of persons whose noun phrase lies in ``start:end``."""
        return tuple(ref for ref in self.cast.between(start, end) if ref.kind == "person" and ref.keys)

    def parties(self, ref: Ref) -> Iterator[PartyFact]:
        """The persons behind a mention, by their canonical names; nobody for anonymised ones (A씨, 김모)."""
        for key in ref.keys:
            name = self.names.get(key, ref.name)
            if not _ANONYMOUS.search(name):
                yield PartyFact("person", key, name)


def is_headline(sentence: Sentence) -> bool:
    """Whether a sentence stands in the title or a subtitle."""
    return sentence.zone in (Zone.TITLE, Zone.SUBTITLE)


def scope(sentence: Sentence, at: int) -> tuple[int, int]:
    """The innermost quotation around ``at``, else the sentence."""
    around = [quote for quote in sentence.quotes if quote.start <= at < quote.end and quote.double]
    return (around[-1].start, around[-1].end) if around else (sentence.start, sentence.end)


def quoted(sentence: Sentence, start: int, at: int) -> bool:
    """Whether ``start`` stands in a double quotation that ``at`` is not in."""
    double = [quote for quote in sentence.quotes if quote.double]
    return any(quote.start <= start < quote.end and not quote.start <= at < quote.end for quote in double)
