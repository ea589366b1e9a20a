"""The words of a sentence that tell of a meeting. Offsets: normalised text."""

from __future__ import annotations

from dataclasses import dataclass

from visitextract.lexicon import meanings
from visitextract.rules.meetings import cues as rules
from visitextract.sentences import Sentence


@dataclass(frozen=True, slots=True)
class Hit:
    """One cue at ``start:end``: the rule that found it, how to read it (``family``) and the kind of meeting its word names."""

    start: int
    end: int
    rule: str
    family: str
    kind: str


def hits_of(text: str, sentence: Sentence) -> tuple[Hit, ...]:
    """The cues of a sentence in order; where two overlap the longer one stands."""
    found: list[Hit] = []
    for rule in rules.RULES:
        for match in rule.finditer(text, sentence.start, sentence.end):
            start, end = match.span("cue")
            found.append(Hit(start, end, rule.id, rule.value["family"], _kind(text[start:end], rule.value["family"])))
    kept: list[Hit] = []
    for hit in sorted(found, key=lambda h: (h.start, -h.end)):
        if not kept or hit.start >= kept[-1].end:
            kept.append(hit)
    return tuple(kept)


def _kind(word: str, family: str) -> str:
    if family == "call":
        return "call"
    return meanings("meeting_nouns").get(word, "talks")
