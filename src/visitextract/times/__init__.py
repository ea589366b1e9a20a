"""Time expressions → ``Time``, against publication date, tense and the events already told. Offsets: normalised text.

``phrases`` joins what the rules find into whole expressions, ``anchors`` remembers what the article has told so far,
``resolve`` gives each expression its dates; ``facts`` holds the results.
"""

from __future__ import annotations

from visitextract.times.facts import Time, WhenFact, moment, when_from
from visitextract.times.resolve import resolve_times
from visitextract.times.zones import SEOUL, check_zone, day_in

__all__ = ["SEOUL", "Time", "WhenFact", "check_zone", "day_in", "moment", "resolve_times", "when_from"]
