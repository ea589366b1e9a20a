"""Who goes, went or will go where, and when. Offsets: normalised text.

Every hit of a visit rule that has a destination and a person becomes a ``Telling``; tellings of one real visit are merged into
one ``VisitFact``.
"""

from __future__ import annotations

from visitextract.visits.facts import VisitFact
from visitextract.visits.finding import find_visits

__all__ = ["VisitFact", "find_visits"]
