"""Who is who in an article, as far as meetings care: names, media, teams, leaders, spokesmen, and whom it was last about."""

from __future__ import annotations

from collections.abc import Sequence

from visitextract.entities import Cast, PartyFact
from visitextract.lexicon import words
from visitextract.meetings.chains import Chain
from visitextract.meetings.leaders import led_by
from visitextract.rules.meetings.clause import OFFICIAL

_LEADING = tuple(words("meeting_words", "leader"))


class People:
    """The parties of one article; ``topic`` is whom the last sentences were about."""

    def __init__(self, text: str, cast: Cast) -> None:
        self.cast = cast
        self.names = {e.key: PartyFact("person", e.key, e.name) for e in cast.persons}
        self.names |= {e.key: PartyFact("organization", e.key, e.name) for e in cast.organizations}
        self.media = {e.key for e in cast.organizations if e.kind == "media"}
        self.teams = {e.key for e in cast.organizations if e.kind == "team"}
        speaking = tuple(words("meeting_words", "speaker"))
        self.speakers = {e.key for e in cast.persons if any(role.title.endswith(speaking) for role in e.roles)}
        self.leaders = {e.key for e in cast.persons if any(role.title.endswith(_LEADING) for role in e.roles)}
        self.leaders |= {key for ref in cast.refs for key in ref.keys if text[ref.np_start : ref.np_end].endswith(_LEADING)}
        self.countries = {e.key: led_by(e) for e in cast.persons}
        self.former = {e.key for e in cast.persons if e.roles and all(role.former for role in e.roles)}
        self.topic: PartyFact | None = None

    def of(self, chain: Chain) -> tuple[PartyFact, ...]:
        """The parties that a chain names; within a group's phrase (``한빛전자 경영진``) its organizations too."""
        found: dict[PartyFact, None] = {}
        for ref in chain.refs:
            if ref.kind == "group" or not ref.keys:
                if not ref.pronoun:
                    found[PartyFact("group", None, ref.name)] = None
                # 환경부 장관, and A와 B 등 한빛부 참모들: the ministry is no party of its own
                single = ref.rule == OFFICIAL.id or any(other.kind == "person" for other in chain.refs)
                for inner in () if single else self.cast.between(ref.np_start, ref.np_end):
                    if inner.kind == "organization":
                        found.update((self.names[key], None) for key in inner.keys if key in self.names)
            found.update((self.names[key], None) for key in ref.keys if key in self.names)
        if any(ref.pronoun and "정상" in ref.name for ref in chain.refs):
            return tuple(party for party in found if party.key not in self.former)
        return tuple(found)

    def led(self, parties: Sequence[PartyFact]) -> frozenset[str]:
        """The codes of the countries that some of the parties lead."""
        return frozenset(code for party in parties for code in self.countries.get(party.key or "", ()))

    def follow(self, chains: Sequence[Chain]) -> None:
        """Remember whom a sentence was about: its first topic or subject that is a person and no spokesman."""
        for chain in chains:
            if chain.role in ("topic", "subject") and chain.quote < 0:
                if chain.role == "topic" and all(ref.rule == OFFICIAL.id and not ref.keys for ref in chain.refs):
                    self.topic = self.of(chain)[0]  # an official whose name nobody knows
                    return
                people = [p for p in self.of(chain) if p.kind == "person" and p.key not in self.speakers]
                if people:
                    self.topic = self.topic if len(people) > 1 and self.topic in people else people[0]
                    return

    def speaker_around(self, chains: Sequence[Chain]) -> tuple[PartyFact, ...]:
        """Who says the quotation in a sentence, unless it is somebody who speaks for others."""
        for chain in chains:
            if chain.role in ("topic", "subject") and chain.quote < 0:
                parties = self.of(chain)
                if parties and not any(party.key in self.speakers for party in parties):
                    return parties
        return ()

    def leading(self, subject: tuple[PartyFact, ...], own: Sequence[PartyFact]) -> tuple[PartyFact, ...]:
        """Who holds a summit: an official who speaks of it gives way to the leader whom the article was last about."""
        if not subject or self._leads(subject) or not self._leads(own):
            return subject
        return (self.topic,) if self.topic and self._leads([self.topic]) and self.topic not in own else ()

    def facing(self, leader: PartyFact | None, subject: Chain | None) -> tuple[PartyFact, ...]:
        """The two of a summit with one country: its leader, and the leader whom the sentence, or the article before, is about."""
        if leader is None:
            return ()
        told = self.of(subject) if subject else ()
        other = next((p for p in (*told, *([self.topic] if self.topic else [])) if self._leads([p]) and p != leader), None)
        return (other, leader) if other else ()

    def _leads(self, parties: Sequence[PartyFact]) -> bool:
        return any(party.key in self.leaders or (not party.key and party.name.endswith(_LEADING)) for party in parties)
