"""Reporting verbs as they stand in a stretch of narration."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from visitextract.lexicon import meanings
from visitextract.patterns import lazily
from visitextract.rules.statements import verbs

_NOUN = lazily(r"(?P<noun>[가-힣]+)[을를도만]\s")


@dataclass(frozen=True, slots=True)
class Predicate:
    """A reporting verb at ``start:end`` (with its noun, if it needs one); ``verb`` is the verb alone as it stands.

    ``kind``: ``say``, ``think`` or ``light`` (says only with a noun); ``form``: ``main``, ``link`` or ``mod``; ``stance``: what
    the verb's row says, for a noun of speech with its verb what the noun's row says.
    """

    start: int
    end: int
    verb: str
    kind: str
    form: str
    rule: str
    stance: str = "neutral"


def find_predicates(masked: str, start: int, end: int) -> tuple[Predicate, ...]:
    """The reporting verbs of ``masked[start:end]`` in order; where rules overlap, the earlier rule wins."""
    found: list[Predicate] = []
    for rule in verbs.FORMS:
        for match in rule.finditer(masked, start, end):
            if any(other.start < match.end() and match.start() < other.end for other in found):
                continue
            form = rule.value["form"] if "form" in rule.value else ("main" if match["verb"].endswith("다") else "link")
            stance = stance_of(masked[match.start() : match.start("verb")], match["verb"])
            found.append(Predicate(match.start(), match.end(), match["verb"], rule.value["kind"], form, rule.id, stance))
    return tuple(sorted(found, key=lambda predicate: predicate.start))


def stance_of(noun: str, verb: str) -> str:
    """The stance of a reporting verb; a noun of speech before it decides where it has one.

    >>> stance_of("", "비판했다"), stance_of("우려를 ", "나타냈다"), stance_of("", "말했다")
    ('criticism', 'criticism', 'neutral')
    """
    if (match := _NOUN.match(noun)) and (stance := noun_stance(match["noun"])) != "neutral":
        return stance
    known, longest = _verb_stances()
    return next((known[verb[:size]] for size in range(min(longest, len(verb)), 0, -1) if verb[:size] in known), "neutral")


def noun_stance(noun: str) -> str:
    """The stance of a noun of speech: neutral unless its row says otherwise."""
    return meanings("reporting_nouns", "speech").get(noun) or meanings("reporting_nouns", "stand").get(noun) or "neutral"


@cache
def _verb_stances() -> tuple[dict[str, str], int]:
    known = {surface: stance for surface, stance in meanings("reporting_verbs").items() if stance}
    return known, max(map(len, known))
