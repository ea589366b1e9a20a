"""What the statement stage hands on."""

from __future__ import annotations

from dataclasses import dataclass

from visitextract.entities import PartyFact
from visitextract.times import WhenFact
from visitextract.trace import Cue


@dataclass(frozen=True, slots=True)
class StatementFact:
    """One statement: ``start:end`` are its words (between the marks, or the reported clause without its tail);
    ``evidence`` the range that shows statement and attribution. ``kind`` is ``direct`` or ``indirect``."""

    kind: str
    start: int
    end: int
    evidence: tuple[int, int]
    sentence: int
    verb: str | None = None
    speaker: PartyFact | None = None
    when: WhenFact | None = None
    occasion: str | None = None
    cues: tuple[Cue, ...] = ()
