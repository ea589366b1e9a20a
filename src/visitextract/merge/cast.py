"""The dossier's people and organizations: numbered, named, and found again from any article's record."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from visitextract import lexicon
from visitextract.dossier import Claim, DossierArticle, ResolvedOrganization, ResolvedParty, ResolvedPerson
from visitextract.merge.claims import Ledger, Saying
from visitextract.merge.names import key
from visitextract.merge.organizations import Organizations
from visitextract.records import Organization, OrganizationRef, Party, PartyType, Person, Role, Span

_SHARE = 4  # times as often as the fuller form a form may be told and still count as its short form

Told = tuple[DossierArticle, Person | Organization]


class Cast:
    """Who takes part. A party of an article is known by a handle: ``person-3``, ``organization-1`` or the words of a group."""

    def __init__(
        self, persons: Sequence[Sequence[tuple[DossierArticle, Person]]], organizations: Organizations, ledger: Ledger
    ) -> None:
        self._ledger = ledger
        self._handles: dict[tuple[str, str], str] = {}
        order = self._number("organization", organizations.groups)
        self.organizations = tuple(self._organization(number, organizations.groups[at]) for number, at in enumerate(order, 1))
        handle = {at: f"organization-{number}" for number, at in enumerate(order, 1)}
        self._organization_by_name = {name: handle[at] for name, at in organizations.by_name.items()}
        self._houses = {handle[at]: handle[organizations.house(at)] for at in order}
        self._names = {item.id: item.name for item in self.organizations}
        order = self._number("person", persons)
        self.persons = tuple(self._person(number, persons[at]) for number, at in enumerate(order, 1))
        self._names |= {item.id: item.name for item in self.persons}
        self._employers = {person.id: _employer(person) for person in self.persons}
        self._countries = lexicon.meanings("countries", "country")

    def _number(self, kind: str, groups: Sequence[Sequence[Told]]) -> list[int]:
        """The groups from the most to the least told; their records' handles are set on the way."""
        weight = [(-len({article.origin for article, _ in group}), -len(group), _commonest(group)) for group in groups]
        order = sorted(range(len(groups)), key=lambda at: (weight[at], at))
        for number, at in enumerate(order, 1):
            self._handles.update(((article.id, item.id), f"{kind}-{number}") for article, item in groups[at])
        return order

    def _organization(self, number: int, group: Sequence[tuple[DossierArticle, Organization]]) -> ResolvedOrganization:
        name = _commonest(group)
        kinds = self._ledger.claims((item.kind, Saying(article, item.id, item.mentions)) for article, item in group if item.kind)
        sources = self._ledger.sources(Saying(article, item.id, item.mentions) for article, item in group)
        return ResolvedOrganization(
            id=f"organization-{number}",
            sources=sources,
            agreement=self._ledger.agreement(sources),
            name=name,
            names=self._ledger.claims(_forms(group), lambda form: form != name),
            kind=kinds,
        )

    def _person(self, number: int, group: Sequence[tuple[DossierArticle, Person]]) -> ResolvedPerson:
        name = _commonest(group)
        held = [
            (self._role(article, role), Saying(article, item.id, item.mentions)) for article, item in group for role in item.roles
        ]
        written = _written_out(role for role, _ in held)
        sources = self._ledger.sources(Saying(article, item.id, item.mentions) for article, item in group)
        return ResolvedPerson(
            id=f"person-{number}",
            sources=sources,
            agreement=self._ledger.agreement(sources),
            name=name,
            names=self._ledger.claims(_forms(group), lambda form: form != name),
            roles=self._ledger.claims((written.get(role, role), saying) for role, saying in held),
            inferred=all(item.inferred for _, item in group),
        )

    def _role(self, article: DossierArticle, role: Role) -> Role:
        """A role that names the dossier's organization."""
        if role.organization is None:
            return role
        name, local = role.organization.name, role.organization.id
        handle = self._handles.get((article.id, local)) if local else self._organization_by_name.get(key(name))
        known = self._names.get(handle or "", name)
        return role.model_copy(update={"organization": OrganizationRef(id=handle, name=known)})

    def handle(self, article: DossierArticle, party: Party) -> str:
        """The dossier's id of a party, or the words of a group."""
        return self._handles[article.id, party.id] if party.id else party.name

    def side(self, handle: str) -> str | None:
        """Whom a person or organization stands for: the house of a company, an office, a country; none when not known."""
        employer = self._employers.get(handle) if handle.startswith("person-") else handle
        if employer is None:
            return None
        return self._houses.get(employer, employer)

    def employer(self, handle: str) -> str | None:
        """The organization (or country) that a person's most told present role names."""
        return self._employers.get(handle)

    def country(self, handle: str) -> str | None:
        """The country that a person holds an office of."""
        return self._countries.get(self._employers.get(handle) or "")

    def parties(self, told: Iterable[tuple[DossierArticle, str, Party, Sequence[Span]]]) -> tuple[ResolvedParty, ...]:
        """The parties that records name, the most told first, each with its sources."""
        found: defaultdict[tuple[PartyType, str], list[Saying]] = defaultdict(list)
        for article, record, party, spans in told:
            found[party.type, self.handle(article, party)].append(Saying(article, record, tuple(spans)))
        made = []
        for (kind, handle), sayings in found.items():
            sources = self._ledger.sources(sayings)
            known = handle in self._names and kind is not PartyType.GROUP
            made.append(
                ResolvedParty(
                    type=kind,
                    id=handle if known else None,
                    name=self._names[handle] if known else handle,
                    sources=sources,
                    agreement=self._ledger.agreement(sources),
                )
            )
        ranks = list(PartyType)
        return tuple(sorted(made, key=lambda party: (ranks.index(party.type), -party.agreement, party.name, party.id or "")))


def _commonest(group: Sequence[Told]) -> str:
    """The fullest form of a name; among equally full ones the one that most articles use."""
    count = Counter(item.name for _, item in group)
    full = [name for name in count if not any(_is_part(name, other) and count[name] <= _SHARE * count[other] for other in count)]
    return min(full, key=lambda name: (-count[name], name))


def _is_part(name: str, other: str) -> bool:
    return name != other and len(name) < len(other) and name in other.split()


def _written_out(roles: Iterable[Role]) -> dict[Role, Role]:
    """For a role whose title or abbreviation others write more fully (CEO, 최고경영자) the full one: 최고경영자(CEO)."""
    full: dict[tuple[str, OrganizationRef | None, bool], Role] = {}
    told = sorted(set(roles), key=str)
    for role in told:
        if role.abbreviation and role.title != role.abbreviation:
            for word in (role.title, role.abbreviation):
                full.setdefault((word, role.organization, role.former), role)
    return {role: full.get((role.title, role.organization, role.former), role) for role in told}


def _forms(group: Sequence[Told]) -> Iterator[tuple[str, Saying]]:
    """Every form of a name with the mentions that have it; a form that no mention has, with all of them."""
    for article, item in group:
        for form in dict.fromkeys((item.name, *item.aliases)):
            spans = tuple(span for span in item.mentions if span.text == form)
            yield form, Saying(article, item.id, spans or item.mentions)


def _employer(person: ResolvedPerson) -> str | None:
    present: list[Claim[Role]] = [claim for claim in person.roles if claim.value.organization and not claim.value.former]
    if not present or present[0].value.organization is None:
        return None
    return present[0].value.organization.id or present[0].value.organization.name
