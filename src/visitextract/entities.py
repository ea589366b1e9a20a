"""Mentions → the persons and organizations of one article (조 사장, 이 회장, 그, 尹, 양측); invents no span.

Offsets: normalised text.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from visitextract.trace import Cue


@dataclass(frozen=True, slots=True)
class Ref:
    """One mention of known parties.

    ``start:end`` is the name (or pronoun) itself; ``np_start:np_end`` the whole noun phrase with titles and organization
    (``이재용 삼성전자 회장``, ``대통령실 관계자``), after which ``particle`` (``은 는 이 가 을 를 과 와 에게 의 …``, or empty)
    stands. ``kind``: ``person``, ``organization`` or ``group``. ``keys`` are entity keys (``person-1``,
    ``organization-2``): one for a name, several for 양 정상 / 두 사람, none for a group; ``name`` is the canonical name of a
    single entity, else the phrase. ``in_role`` marks an organization that only qualifies a person's title.
    ``pronoun`` marks 그는, 양측, 두 사람 and the like.
    """

    start: int
    end: int
    np_start: int
    np_end: int
    sentence: int
    kind: str
    keys: tuple[str, ...]
    name: str
    particle: str = ""
    in_role: bool = False
    pronoun: bool = False
    rule: str = ""


@dataclass(frozen=True, slots=True)
class RoleFact:
    """A role as stated: title, abbreviation, the organization's key (if it is an entity) and name, and whether it is past."""

    title: str
    abbreviation: str | None = None
    organization_key: str | None = None
    organization: str | None = None
    former: bool = False


@dataclass(frozen=True, slots=True)
class Entity:
    """A person or organization of the article: key (``person-1``), canonical name, other forms, roles, kind, cues."""

    key: str
    name: str
    aliases: tuple[str, ...] = ()
    roles: tuple[RoleFact, ...] = ()
    kind: str | None = None
    cues: tuple[Cue, ...] = ()
    inferred: bool = False  # a person whose name the text does not hold, only the office


@dataclass(frozen=True, slots=True)
class Cast:
    """Everybody in the article: entities, and refs sorted by ``np_start``."""

    persons: tuple[Entity, ...]
    organizations: tuple[Entity, ...]
    refs: tuple[Ref, ...]

    def between(self, start: int, end: int) -> tuple[Ref, ...]:
        """The refs whose noun phrase lies within ``start:end``, in order."""
        first = bisect_left(self.refs, start, key=lambda ref: ref.np_start)
        last = bisect_left(self.refs, end, key=lambda ref: ref.np_start)
        return tuple(ref for ref in self.refs[first:last] if ref.np_end <= end)


@dataclass(frozen=True, slots=True)
class PartyFact:
    """A party to a record: ``person``/``organization`` with its entity key, or a ``group`` (key None) by its phrase."""

    kind: str
    key: str | None
    name: str
