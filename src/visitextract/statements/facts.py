"""What the statement stage hands on."""

from __future__ import annotations

from dataclasses import dataclass

from visitextract.entities import PartyFact
from visitextract.statements.predicates import Predicate
from visitextract.statements.speakers import Speaker
from visitextract.times import WhenFact
from visitextract.trace import Cue


@dataclass(frozen=True, slots=True)
class StatementFact:
    """One statement: ``start:end`` are its words (between the marks, or the reported clause without its tail);
    ``evidence`` the range that shows statement and attribution. ``kind`` is ``direct`` or ``indirect``; ``stance`` is the
    verb's, None without a verb."""

    kind: str
    start: int
    end: int
    evidence: tuple[int, int]
    sentence: int
    verb: str | None = None
    speaker: PartyFact | None = None
    when: WhenFact | None = None
    occasion: str | None = None
    stance: str | None = None
    addressee: PartyFact | None = None
    cues: tuple[Cue, ...] = ()


def cues_of(kind: tuple[str, int, int], speaker: Speaker, predicate: Predicate | None) -> tuple[Cue, ...]:
    """Why a statement is one (``kind``: rule and words), who says it and which verb reports it."""
    cues = [Cue("kind", *kind)]
    if speaker.party is not None:
        words = (speaker.start, speaker.end) if speaker.start >= 0 else kind[1:]
        cues.append(Cue("speaker", speaker.rule, *words, "" if speaker.start >= 0 else "named in an earlier sentence"))
    else:
        cues.append(Cue("speaker", speaker.rule, *kind[1:], "the text does not say who says it"))
    if predicate is not None:
        cues.append(Cue("verb", predicate.rule, predicate.start, predicate.end, predicate.stance))
    return tuple(cues)
