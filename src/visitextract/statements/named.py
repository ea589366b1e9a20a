"""Speakers told by what they are, where the article names them: 신문은 for the outlet just named, 교황은 for the one pope."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from visitextract.entities import Cast, PartyFact
from visitextract.lexicon import words
from visitextract.organizations import kind_of
from visitextract.statements.facts import StatementFact

_REACH = 6  # how many sentences back an outlet may stand


def with_named_speakers(facts: Sequence[StatementFact], cast: Cast) -> list[StatementFact]:
    """The statements, with the named party for a speaker who is only an outlet or the holder of an office that one can hold."""
    found = []
    for fact in facts:
        named = _named(fact, cast) if fact.speaker is not None and fact.speaker.kind == "group" else None
        found.append(fact if named is None else replace(fact, speaker=named))
    return found


def _named(fact: StatementFact, cast: Cast) -> PartyFact | None:
    said = fact.speaker.name.split()[-1] if fact.speaker is not None else ""
    alone = fact.speaker is not None and len(fact.speaker.name.split()) <= (2 if fact.speaker.name[:2] in ("이 ", "해당") else 1)
    if not alone:
        return None
    if said in words("speaker_nouns", "sole_office"):
        holders = [person for person in cast.persons if any(role.title == said and not role.former for role in person.roles)]
        return PartyFact("person", holders[0].key, holders[0].name) if len(holders) == 1 else None
    if said not in words("speaker_nouns", "outlet"):
        return None
    before = [
        ref
        for ref in cast.refs
        if ref.kind == "organization" and ref.end <= fact.start and 0 < fact.sentence - ref.sentence <= _REACH and not ref.in_role
    ]
    media = [ref for ref in before if kind_of(ref.name) == "media" or ref.rule == "organization.reporting"]
    return PartyFact("organization", media[-1].keys[0], media[-1].name) if media and len(media[-1].keys) == 1 else None
