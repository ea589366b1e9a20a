"""Who met whom, when, where, and whether it happened. Offsets: normalised text.

Read in the order of the work: ``cues`` (the words that tell of a meeting), ``chains`` (who stands in the sentence, and in which
role), ``mentions`` (one clause → one mention with its parties), ``slots`` (time, place, duration, evidence), ``merge`` (the
mentions of one meeting → one fact).
"""

from __future__ import annotations

from collections.abc import Sequence

from visitextract.entities import Cast
from visitextract.meetings.fact import MeetingFact
from visitextract.meetings.mentions import read_mentions
from visitextract.meetings.merge import merge_mentions
from visitextract.places import PlaceFact
from visitextract.sentences import Sentence
from visitextract.times import Time

__all__ = ["MeetingFact", "find_meetings"]


def find_meetings(
    text: str,
    sentences: Sequence[Sentence],
    times: Sequence[Time],
    places: Sequence[PlaceFact],
    cast: Cast,
    reference: str | None = None,
) -> tuple[MeetingFact, ...]:
    """Every meeting of the article, one fact a real-world meeting, in the order in which they are told.

    ``reference`` is the publication day; with it, words that leave open whether a meeting is over are read by the day they tell.
    """
    return merge_mentions(read_mentions(text, sentences, times, places, cast, reference))
