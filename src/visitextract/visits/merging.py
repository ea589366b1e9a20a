"""Tellings of one real visit → one visit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import regex

from visitextract.entities import Cast, PartyFact
from visitextract.patterns import lazily
from visitextract.places import PlaceFact
from visitextract.rules.visits import events
from visitextract.times import Time
from visitextract.visits.dates import compatible, in_future, when_of
from visitextract.visits.facts import Telling, VisitFact

_GUESSED = lazily(r"것으로 (?:파악|추정|보이|보인|보였|분석|관측)")
_NOUNS = frozenset((events.NOUN.id, events.COMPOUND.id, events.DEPART.id))
_RANK = {"possible": 1, "proposed": 2, "scheduled": 3, "postponed": 4, "held": 5, "cancelled": 6, "denied": 7}


@dataclass(slots=True)
class _Visit:
    """The tellings taken for one visit so far."""

    tellings: list[Telling] = field(default_factory=list)

    @property
    def first(self) -> Telling:
        """The telling that opened the visit."""
        return self.tellings[0]

    @property
    def visitor(self) -> PartyFact:
        """Who goes; only a telling that says so opens a visit."""
        assert self.first.visitor is not None
        return self.first.visitor

    @property
    def remote(self) -> bool:
        return any(told.remote for told in self.tellings)

    def takes(self, text: str, told: Telling, keys: Mapping[str, str]) -> bool:
        """Whether a telling is of this visit."""
        if told.visitor and self.visitor.key != told.visitor.key:
            return False
        place = self.first.destination
        if not same_place(text, place, told.destination, keys) and not _identified(text, place, told):
            return False
        if not all(compatible(one.time, told.time) for one in self.tellings):
            return False
        if told.time is None:
            return not self.remote
        return self.remote == told.remote or any(compatible(one.time, told.time) and one.time for one in self.tellings)


def merge(text: str, tellings: Sequence[Telling], reference: str | None, cast: Cast) -> tuple[VisitFact, ...]:
    """One fact for each visit, in the order of their first telling; weak tellings only add to visits told elsewhere."""
    keys = {name: entity.key for entity in cast.organizations for name in (entity.name, *entity.aliases)}
    visits: list[_Visit] = []
    for told in sorted(tellings, key=lambda told: (told.weak, told.headline)):
        homes = [visit for visit in visits if visit.takes(text, told, keys)]
        home = homes[0] if homes and (told.visitor or len(homes) == 1) else None
        if home is None and told.headline:
            home = _summed_up(visits, told)
        if home is not None:
            home.tellings.append(told)
        elif not told.weak:
            visits.append(_Visit([told]))
    facts = [_fact(text, visit, reference) for visit in visits]
    return tuple(sorted(facts, key=lambda fact: fact.evidence[0]))


def same_place(text: str, one: PlaceFact, other: PlaceFact, keys: Mapping[str, str]) -> bool:
    """Whether two destinations are one: same country, organization or name, a name within the other, or A(B) in the text."""
    if one.country_name or other.country_name:
        return one.country_name == other.country_name and one.country == other.country
    a, b = _packed(one), _packed(other)
    if a == b or (one.name in keys and keys[one.name] == keys.get(other.name)):
        return True
    if one.venue != other.venue:
        return False
    short, long = sorted((a, b), key=len)
    if len(short) >= 3 and (long.endswith(short) or long.startswith(short)):
        return True
    pair = f"{regex.escape(one.name)}\\({regex.escape(other.name)}|{regex.escape(other.name)}\\({regex.escape(one.name)}"
    return bool(regex.search(pair, text))


def _packed(place: PlaceFact) -> str:
    return place.name.replace(" ", "")


def _summed_up(visits: Sequence[_Visit], told: Telling) -> _Visit | None:
    """The visit that a headline means by a shorter or vaguer name: its syllables in order, or the visitor's only venue."""
    if not told.destination.venue:
        return None
    own = [visit for visit in visits if told.visitor and visit.visitor.key == told.visitor.key and visit.first.destination.venue]
    for visit in own:
        short, long = sorted((_packed(visit.first.destination), _packed(told.destination)), key=len)
        letters = iter(long)
        if all(letter in letters for letter in short):
            return visit
    return own[0] if len(own) == 1 and compatible(own[0].first.time, told.time) else None


def _identified(text: str, place: PlaceFact, told: Telling) -> bool:
    """Whether a telling says which place it was (그가 찾은 곳은 한빛공장으로 보인다), not that there was another visit."""
    if told.time or not told.destination.venue or place.name[-2:] != told.destination.name[-2:]:
        return False
    return bool(_GUESSED.search(text, *told.evidence))


def _past(time: Time, reference: str) -> bool:
    """Whether a date lies before the publication month or year."""
    date = time.until or time.date or ""
    return bool(date) and date < reference[: min(len(date), 7)]


def _fact(text: str, visit: _Visit, reference: str | None) -> VisitFact:
    tellings = sorted(visit.tellings, key=lambda told: told.evidence)
    times = [told.time for told in tellings if told.time]
    best = max(tellings, key=lambda told: (not told.bare and not told.weak, _RANK[told.status]))
    status = best.status
    if status == "held" and times and all(in_future(time, reference) for time in times):
        if best.bare or best.cues[0].rule in _NOUNS:
            status = "scheduled"
        else:  # a past verb with a day to come: the day is another year's or another event's
            times = []
    if status == "scheduled" and visit.remote and reference and times and all(_past(time, reference) for time in times):
        status = "held"  # 지난 11월 방한의 답방 성격을 띤다
    duration = next((told.duration for told in tellings if told.duration), None)
    named = min(tellings, key=lambda told: (told.weak, told.headline, -len(told.destination.address or "")))
    return VisitFact(
        visitor=visit.visitor,
        destination=named.destination,
        status=status,
        origin=next((told.origin for told in tellings if told.origin), None),
        when=when_of(text, times, next((told.leaves for told in tellings if told.leaves), None)),
        duration=duration.duration if duration else None,
        purpose=next((told.purpose for told in tellings if told.purpose), None),
        delegation=next((told.delegation for told in tellings if told.delegation), None),
        evidence=tuple(dict.fromkeys(told.evidence for told in tellings)),
        cues=tuple(cue for told in tellings for cue in told.cues),
    )
