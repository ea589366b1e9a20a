"""Who goes, went or will go where, and when. Offsets: normalised text."""

from __future__ import annotations

from dataclasses import dataclass

from visitextract.entities import PartyFact
from visitextract.places import PlaceFact
from visitextract.times import WhenFact
from visitextract.trace import Cue


@dataclass(frozen=True, slots=True)
class VisitFact:
    """One visit: visitor, destination, status (value of ``MeetingStatus``), time, evidence ranges."""

    visitor: PartyFact
    destination: PlaceFact
    status: str
    origin: PlaceFact | None = None
    when: WhenFact | None = None
    duration: str | None = None
    evidence: tuple[tuple[int, int], ...] = ()
    cues: tuple[Cue, ...] = ()


def find_visits(text: str, sentences: object, times: object, places: object, cast: object) -> tuple[VisitFact, ...]:
    """Every visit of the article, one fact a real-world visit."""
    return ()
