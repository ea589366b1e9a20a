"""Speakers told by what they are, where the article names them.

신문은 for the outlet just named, 교황은 for the one pope, 김 특검보 for 김민수 특별검사보.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from visitextract.entities import Cast, Entity, PartyFact
from visitextract.lexicon import words
from visitextract.organizations import kind_of
from visitextract.patterns import lazily
from visitextract.statements.facts import StatementFact
from visitextract.statements.unnamed import MUNICIPAL

_REACH = 6  # how many sentences back an outlet may stand
_SURNAMED = lazily(r"(?P<surname>[가-힣])(?: (?:(?:전|현|신임) )?(?P<title>[가-힣]{1,12})| ?(?P<title>씨))")
_KOREAN = lazily(r"[가-힣]{2,4}")
_NO_OFFICE = frozenset({"씨", "여사"})


def with_named_speakers(facts: Sequence[StatementFact], cast: Cast) -> list[StatementFact]:
    """The statements, with the named party for a speaker who is only an outlet or the holder of an office that one can hold."""
    found = []
    by_name = {entity.name: _party(entity) for entity in (*cast.persons, *cast.organizations)}
    for fact in facts:
        group = fact.speaker is not None and fact.speaker.kind == "group"
        named = _listed(fact.speaker.name, by_name) or _named(fact, cast) if fact.speaker is not None and group else None
        found.append(fact if named is None else replace(fact, speaker=named))
    return found


def _named(fact: StatementFact, cast: Cast) -> PartyFact | None:
    said = fact.speaker.name.split()[-1] if fact.speaker is not None else ""
    alone = fact.speaker is not None and len(fact.speaker.name.split()) <= (2 if fact.speaker.name[:2] in ("이 ", "해당") else 1)
    if not alone or said.endswith("씨"):
        return _surnamed(fact.speaker.name, cast) if fact.speaker is not None else None
    if said in MUNICIPAL:
        bodies = [body for body in cast.organizations if body.name.endswith(said) and body.kind == "government"]
        return _party(bodies[0]) if len(bodies) == 1 else None
    if said in words("speaker_nouns", "sole_office"):
        holders = [person for person in cast.persons if any(role.title == said and not role.former for role in person.roles)]
        return _party(holders[0]) if len(holders) == 1 else None
    if said not in words("speaker_nouns", "outlet"):
        return None
    before = [
        ref
        for ref in cast.refs
        if ref.kind == "organization" and ref.end <= fact.start and 0 < fact.sentence - ref.sentence <= _REACH and not ref.in_role
    ]
    media = [ref for ref in before if kind_of(ref.name) == "media" or ref.rule == "organization.reporting"]
    return PartyFact("organization", media[-1].keys[0], media[-1].name) if media and len(media[-1].keys) == 1 else None


def _listed(phrase: str, by_name: dict[str, PartyFact]) -> PartyFact | None:
    """The person or organization of that name; 가나 통신 is 가나."""
    name, _, kind = phrase.rpartition(" ")
    return by_name.get(phrase) or (by_name.get(name) if kind in words("speaker_nouns", "outlet") else None)


def _surnamed(phrase: str, cast: Cast) -> PartyFact | None:
    """The one person whom a surname with a title can mean: his title holds the letters of this one, else he has none."""
    match = _SURNAMED.fullmatch(phrase)
    if match is None or match["surname"] not in words("surnames", "one"):
        return None
    same = [person for person in cast.persons if person.name[0] == match["surname"] and _KOREAN.fullmatch(person.name)]
    fitting = [person for person in same if any(_holds(match["title"], role.title) for role in person.roles)]
    if not fitting and match["title"] in _NO_OFFICE:
        fitting = [person for person in same if not person.roles] or same
    if not fitting and len(same) == 1:
        fitting = [] if match["title"] in words("name_words", "head_of_state") else same
    return _party(fitting[0]) if len(fitting) == 1 else None


def _holds(short: str, title: str) -> bool:
    """Whether a title holds the letters of a shorter one in their order: 특별검사보 of 특검보, 정책기획수석비서관 of 수석."""
    rest = iter(title)
    return len(short) > 1 and all(letter in rest for letter in short)


def _party(entity: Entity) -> PartyFact:
    return PartyFact("organization" if entity.key.startswith("organization") else "person", entity.key, entity.name)
