"""What a date expression is read against, and what it comes to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from visitextract.korean.tense import Tense
from visitextract.times.anchors import Told


@dataclass(frozen=True, slots=True)
class Reach:
    """What a date token stands for: ``date`` and ``until`` of ``Time``, and what it was counted from."""

    start: str | None
    until: str | None = None
    anchor: str = "published"
    approximate: bool = False

    @property
    def day(self) -> date | None:
        """The single first day, where the date is that precise."""
        return date.fromisoformat(self.start) if self.start and len(self.start) == 10 else None


UNRESOLVED = Reach(None, anchor="unresolved")


@dataclass(frozen=True, slots=True)
class Scene:
    """Where a token stands: what is told, its sentence, the tenses behind it, and the start of the range that it ends."""

    told: Told
    sentence: int
    first: Tense | None = None
    last: Tense | None = None
    quoted: bool = False
    after: date | None = None
    noun: str = ""  # a noun without particle in front of the expression: 출국 3일 전, 회담 당시
    past_of_noun: str | None = None  # the date told of that noun

    @property
    def today(self) -> date | None:
        """The publication day."""
        return self.told.reference

    @property
    def not_after(self) -> date | None:
        """The publication day in a sentence that tells of the past: its days cannot lie behind it."""
        return self.today if self.first is Tense.PAST else None
