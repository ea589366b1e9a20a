"""Organizations across articles: one for all spellings of a name, its known short forms and its unmistakable aliases."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from visitextract import lexicon
from visitextract.dossier import DossierArticle
from visitextract.merge.clusters import Clusters
from visitextract.merge.names import key
from visitextract.records import Organization, OrganizationKind

_SHORTEST_HOUSE = 2  # letters


@dataclass(frozen=True, slots=True)
class Organizations:
    """Clusters of organization records; ``of`` finds the one a name stands for."""

    groups: tuple[tuple[tuple[DossierArticle, Organization], ...], ...]
    by_name: dict[str, int]
    houses: dict[int, int]

    def of(self, name: str) -> int | None:
        """The organization that a name stands for."""
        return self.by_name.get(key(name))

    def name(self, number: int) -> str:
        """One name for it, without spaces and marks."""
        return key(self.groups[number][0][1].name)

    def house(self, number: int) -> int:
        """The company whose name begins its name (한빛 for 한빛전자), else itself: people of both stand on one side."""
        return self.houses.get(number, number)


def resolve_organizations(articles: Sequence[DossierArticle]) -> Organizations:
    """The organizations of all articles, by name."""
    told = [(article, item) for article in articles for item in article.extraction.organizations]
    names = Clusters(dict.fromkeys(key(item.name) for _, item in told))
    canonical = _canonical()
    known = set(names)
    for name in known:
        if canonical.get(name) in known:
            names.join((name, canonical[name]))
    for alias, owner in _aliases(told, known).items():
        names.join((owner, alias))
    groups: dict[str, list[tuple[DossierArticle, Organization]]] = {}
    for article, item in told:
        groups.setdefault(names.find(key(item.name)), []).append((article, item))
    number = {root: position for position, root in enumerate(groups)}
    by_name = {name: number[names.find(name)] for name in names}
    for alias, owners in _owners(told).items():
        if len(owners) == 1 and alias not in by_name:
            by_name[alias] = by_name[next(iter(owners))]
    return Organizations(tuple(map(tuple, groups.values())), by_name, _houses(groups, number))


@cache
def _canonical() -> dict[str, str]:
    return {key(surface): key(meaning) for surface, meaning in lexicon.meanings("organizations").items() if meaning}


def _owners(told: Sequence[tuple[DossierArticle, Organization]]) -> dict[str, set[str]]:
    owners: defaultdict[str, set[str]] = defaultdict(set)
    for _, item in told:
        for alias in item.aliases:
            owners[key(alias)].add(key(item.name))
    return owners


def _aliases(told: Sequence[tuple[DossierArticle, Organization]], known: set[str]) -> dict[str, str]:
    """alias -> name, where the alias is a name in other articles, of nobody else, and no article tells the two apart."""
    owners = {alias: next(iter(names)) for alias, names in _owners(told).items() if len(names) == 1 and alias in known}
    together: defaultdict[str, set[str]] = defaultdict(set)
    for article, item in told:
        together[article.id].add(key(item.name))
    apart = {alias for names in together.values() for alias in names if owners.get(alias) in names}
    return {alias: owner for alias, owner in owners.items() if alias not in apart}


def _houses(groups: dict[str, list[tuple[DossierArticle, Organization]]], number: dict[str, int]) -> dict[int, int]:
    companies: dict[str, int] = {}
    for root, group in groups.items():
        if any(item.kind is OrganizationKind.COMPANY for _, item in group):
            companies.update((key(item.name), number[root]) for _, item in group)
    houses: dict[int, int] = {}
    for name, own in sorted(companies.items()):
        prefixes = (name[:length] for length in range(_SHORTEST_HOUSE, len(name)))
        house = next((companies[prefix] for prefix in prefixes if prefix in companies), own)
        if house != own:
            houses.setdefault(own, house)
    return houses
