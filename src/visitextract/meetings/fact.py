"""What the meeting stage hands on: one fact a real-world meeting. Offsets: normalised text."""

from __future__ import annotations

from dataclasses import dataclass

from visitextract.entities import PartyFact
from visitextract.places import PlaceFact
from visitextract.times import WhenFact
from visitextract.trace import Cue


@dataclass(frozen=True, slots=True)
class MeetingFact:
    """One real-world meeting: values of ``MeetingKind`` and ``MeetingStatus``, parties, time, place, evidence ranges.

    ``format`` is a value of ``MeetingFormat``, ``outcome`` what they agreed, as the text words it.
    """

    kind: str
    status: str
    parties: tuple[PartyFact, ...]
    when: WhenFact | None = None
    duration: str | None = None
    place: PlaceFact | None = None
    topics: tuple[str, ...] = ()
    evidence: tuple[tuple[int, int], ...] = ()
    host: PartyFact | None = None
    format: str | None = None
    outcome: str | None = None
    cues: tuple[Cue, ...] = ()
