"""Quotations inside a quotation: a record where the outer words say who says the inner ones."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from visitextract.patterns import lazily
from visitextract.statements.facts import StatementFact
from visitextract.statements.frames import Frame
from visitextract.trace import Cue

_FIRST_PERSON = lazily(r"(?<![가-힣])(?:나는|난|내가|저는|전|제가|저희는|저희가|우리는|우리가)(?=\s)")


def with_outer_speaker(frame: Frame, inner: Sequence[StatementFact], body: Sequence[StatementFact]) -> Iterator[StatementFact]:
    """The statements inside a quotation that is one itself; ``나는`` is its speaker, and what nobody says is left out."""
    outer = next((fact for fact in reversed(body) if fact.start <= frame.start and frame.end <= fact.end), None)
    for fact in inner if outer is not None else ():
        if fact.speaker is not None:
            yield fact
        elif outer is not None and outer.speaker is not None and _FIRST_PERSON.search(frame.masked, frame.start, fact.start):
            cues = tuple(cue for cue in fact.cues if cue.field != "speaker")
            cue = Cue("speaker", "statement.speaker.first_person", fact.start, fact.end, "나는 within his own words")
            yield replace(fact, speaker=outer.speaker, cues=(*cues, cue))
