"""The catalogue over sentences → mentions: persons with titles, short forms, organizations, groups, offices.

Never looks beyond one sentence: who a short form stands for is ``coreference``'s business. Offsets: normalised text.
"""

from __future__ import annotations

from collections.abc import Sequence

from visitextract.mentions.model import Mention, Reading, read_tokens
from visitextract.mentions.persons import SentenceReader
from visitextract.wordclasses import WordClasses

__all__ = ["Mention", "Reading", "find_mentions", "read_tokens"]


def find_mentions(text: str, readings: Sequence[Reading], classes: WordClasses) -> list[Mention]:
    """Every mention of every sentence, in text order of their noun phrases."""
    found: list[Mention] = []
    for reading in readings:
        found.extend(SentenceReader(text, reading, classes).mentions())
    return sorted(found, key=lambda mention: (mention.np_start, mention.np_end, mention.kind))
