"""What the visit stage hands on, and what one sentence tells of a visit before tellings are merged."""

from __future__ import annotations

from dataclasses import dataclass

from visitextract.entities import PartyFact
from visitextract.places import PlaceFact
from visitextract.times import Time, WhenFact
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
    purpose: str | None = None
    delegation: str | None = None
    evidence: tuple[tuple[int, int], ...] = ()
    cues: tuple[Cue, ...] = ()


@dataclass(frozen=True, slots=True)
class Telling:
    """One mention of a visit: who and where, as one sentence tells it.

    ``bare`` marks a status that nothing in the sentence tells; ``remote`` a visit dated to another time than the article's;
    ``visitor`` is None where only the visit is spoken of (이번 방중은 …);
    ``weak`` a mention that can add to a visit told elsewhere but tells none by itself; ``leaves`` says when that visit ended.
    """

    visitor: PartyFact | None
    destination: PlaceFact
    status: str
    evidence: tuple[int, int]
    cues: tuple[Cue, ...]
    origin: PlaceFact | None = None
    time: Time | None = None
    duration: Time | None = None
    leaves: Time | None = None
    bare: bool = False
    remote: bool = False
    weak: bool = False
    headline: bool = False
    purpose: str | None = None
    delegation: str | None = None
