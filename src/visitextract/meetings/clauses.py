"""The clauses of a sentence that tell of meetings: their cues, and the chains and people that take part."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from visitextract.entities import PartyFact
from visitextract.meetings.chains import Chain, quote_at
from visitextract.meetings.cues import Hit, hits_of
from visitextract.meetings.grammar import (
    counterparts_of,
    group_before,
    head_of,
    inviting,
    is_press,
    is_story,
    pair_of,
    present_behind,
    subject_of,
    unnamed_before,
)
from visitextract.meetings.leaders import countries_before, leader_with, leaders_of
from visitextract.meetings.people import People
from visitextract.rules.meetings import context
from visitextract.sentences import Sentence

_WINDOW = 400  # how far from a cue its parties may stand
_AFTER = 60
_PRESENT = ("subject", "with", "topic", "also", "bare", "object")


@dataclass(slots=True)
class Clause:
    """A clause under construction.

    ``leaders`` are those whom the pair of ``countries`` in its words stands for, ``group`` is an unnamed counterpart,
    ``phrase`` the whole phrase of a group among the counterparts.
    """

    hits: list[Hit]
    counterparts: list[Chain]
    subject: Chain | None
    leaders: tuple[PartyFact, ...] = ()
    countries: tuple[str, ...] = ()
    group: PartyFact | None = None
    phrase: str | None = None


def clauses_of(text: str, sentence: Sentence, chains: Sequence[Chain], people: People) -> list[Clause]:
    """The clauses of a sentence; a cue without a counterpart of its own joins the clause before it."""
    found: list[Clause] = []
    floor, scope = sentence.start, -1
    hits = hits_of(text, sentence)
    nouns = [hit.start for hit in hits if hit.family == "noun"]
    for hit in hits:
        quote = quote_at(sentence, hit.start, hit.end)
        if quote != scope:
            floor = sentence.quotes[quote].start if quote >= 0 else floor
            scope = quote
        inside = _near(chains, hit, quote)
        if is_press(text, hit, floor, inside, people.media) or is_story(text, sentence, hit, inside, people.teams):
            floor = hit.end
            continue
        if hit.family != "attend":
            _tell(text, sentence, found, hit, inside, floor, people)
        elif text.startswith("해", hit.end) and nouns and nouns[-1] > hit.end:
            continue  # 동석해 오찬을 즐겼다: the meal is the meeting
        elif not (found and context.TOOK_PART.compiled.match(text, found[-1].hits[-1].end)):
            _attend(text, found, hit, hits, inside)
        floor = hit.end
    return found


def _near(chains: Sequence[Chain], hit: Hit, quote: int) -> list[Chain]:
    """The chains around a cue that stand in the same quotation as it, or like it in none."""
    first = bisect_left(chains, hit.start - _WINDOW, key=lambda chain: chain.start)
    last = bisect_left(chains, hit.end + _AFTER, key=lambda chain: chain.start)
    return [chain for chain in chains[first:last] if chain.quote == quote]


def _tell(
    text: str, sentence: Sentence, found: list[Clause], hit: Hit, inside: Sequence[Chain], floor: int, people: People
) -> None:
    """What one cue tells: a clause of its own, more of the clause before, or nothing."""
    counterparts = counterparts_of(text, hit, inside, floor)
    subject = subject_of(text, hit, inside, counterparts)
    head = head_of(text, hit, inside)
    if head is not None and head not in counterparts:
        if not counterparts and (hit.family == "verb" or (hit.family == "alone" and subject is not None)):
            counterparts = [head]
        else:
            subject = head
    strong = hit.family in ("verb", "noun", "call")
    host = inviting(text, hit, inside, subject) if strong and not counterparts else None
    if host is not None:
        counterparts = [host]
    there = [] if counterparts or not strong else present_behind(text, hit, inside, subject)
    if there:
        found.append(Clause([hit], there[1:], there[0]))
    elif counterparts:
        found.append(Clause([hit], counterparts, subject, phrase=group_before(text, hit, floor)))
    elif hit.kind == "summit" and (pair := people.facing(leader_with(text, hit.start, floor, people.cast), subject)):
        found.append(Clause([hit], [], subject, pair))
    elif unnamed_before(text, hit, inside, floor):
        group = group_before(text, hit, floor) if strong else None
        if group:
            found.append(Clause([hit], [], subject, group=PartyFact("group", None, group)))
    elif subject is not None and subject.start >= floor and pair_of(subject) and subject.refs[0].pronoun:
        found.append(Clause([hit], [], subject))
    elif (
        found
        and not _other_pair(text, found[-1], hit, floor)
        and quote_at(sentence, found[-1].hits[-1].start, found[-1].hits[-1].end) == quote_at(sentence, hit.start, hit.end)
    ):
        found[-1].hits.append(hit)
    elif strong:
        countries = countries_before(text, hit.start, floor)
        found.append(Clause([hit], [], subject, leaders_of(countries, people.cast), countries))


def _other_pair(text: str, told: Clause, hit: Hit, floor: int) -> bool:
    """Whether a summit is that of another pair of countries than the clause before tells of (한중, then 한일 정상회담)."""
    if not told.countries or hit.kind != "summit":
        return False
    countries = countries_before(text, hit.start, floor)
    return bool(countries) and set(countries) != set(told.countries)


def _attend(text: str, found: list[Clause], hit: Hit, hits: Sequence[Hit], inside: Sequence[Chain]) -> None:
    """``회동에는 A와 B가 참석했다``: those named take part in the meeting that the clause, or the one before, tells of."""
    here = [chain for chain in inside if chain.after <= hit.start and chain.role in _PRESENT]
    if not here:
        return
    named = [h for h in hits if h.start < hit.start and h.family in ("noun", "alone")]
    told = next((h for h in named if context.AT_IT.compiled.match(text, h.end)), None)
    sat_in = text.startswith(("배석", "동석", "합석"), hit.start)
    from_side = context.SIDES.compiled.search(text, max(0, here[0].start - 12), hit.start)
    final = not text.startswith(("해", "하여"), hit.end)  # 참석해 배웅했다: they were elsewhere
    if told is None and not (final and (sat_in or from_side)):
        return
    subject = subject_of(text, hit, inside, [])
    start = 0 if told is None or sat_in else min(told.start, here[0].start)
    taking_part = [chain for chain in here if chain.start >= start and chain is not subject]
    found.append(Clause([told, hit] if told else [hit], taking_part, subject))
