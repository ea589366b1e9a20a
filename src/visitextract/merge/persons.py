"""Persons across articles.

People of one full name are one person unless their roles keep them apart; transcriptions of a foreign name are one where the
employer is the same; a short form (a surname, 김 회장) joins the one person that it can stand for, or stays alone.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from visitextract import lexicon
from visitextract.dossier import DossierArticle
from visitextract.merge.clusters import Clusters, only
from visitextract.merge.names import alike, difference, is_foreign, key, skeleton
from visitextract.merge.organizations import Organizations
from visitextract.records import Person

Node = int

# The letters in which two spellings of a name may differ: with one employer and title, with one title, with neither told.
_NEAR_OF_ONE_OFFICE, _NEAR_OF_ONE_TITLE, _NEAR = 1 / 4, 1 / 6, 1 / 10
_SOUND, _LONG_SOUND = 3, 5  # consonants with which two spellings begin alike
_KNOWN_TO_ALL = 20  # articles (or one in fifty); to be told beside someone of whom so many tell says nothing


@dataclass(frozen=True, slots=True)
class _Told:
    """One article's record of a person, and what helps to tell people of one name apart."""

    article: DossierArticle
    person: Person
    titles: frozenset[str]
    bare: frozenset[str]  # the titles that are told without an employer only
    employers: frozenset[str]
    company: frozenset[str]  # the names of the others in the article, but for those that stand everywhere


def resolve_persons(
    articles: Sequence[DossierArticle], organizations: Organizations
) -> tuple[tuple[tuple[DossierArticle, Person], ...], ...]:
    """The records of all articles, those of one human together."""
    told = list(_tellings(articles, organizations))
    same = Clusters(range(len(told)))
    parts = _join_parts_of_names(told, same)
    names: defaultdict[str, list[Node]] = defaultdict(list)
    for number, one in enumerate(told):
        if number not in parts:
            names[key(one.person.name)].append(number)
    for numbers in names.values():
        _join_namesakes(told, numbers, same)
    _join_transcriptions(told, same, parts)
    _join_short_forms(told, same, parts)
    return tuple(tuple((told[number].article, told[number].person) for number in group) for group in same.groups())


def _tellings(articles: Sequence[DossierArticle], organizations: Organizations) -> Iterator[_Told]:
    everywhere = Counter(name for article in articles for name in {key(person.name) for person in article.extraction.persons})
    most = max(_KNOWN_TO_ALL, len(articles) // 50)
    for article in articles:
        names = frozenset(name for person in article.extraction.persons if everywhere[name := key(person.name)] <= most)
        for person in article.extraction.persons:
            employers = [role.organization.name for role in person.roles if role.organization]
            titles = frozenset(title for role in person.roles for title in (role.title, role.abbreviation) if title)
            yield _Told(
                article,
                person,
                titles,
                titles - {title for role in person.roles if role.organization for title in (role.title, role.abbreviation)},
                frozenset(_employer(name, organizations) for name in employers),
                names - {key(person.name)},
            )


def _join_parts_of_names(told: Sequence[_Told], same: Clusters[Node]) -> set[Node]:
    """Join what one article tells twice: a name and a part of it, with one employer and one title. The parts come back."""
    words: defaultdict[tuple[str, str], list[Node]] = defaultdict(list)
    for number, one in enumerate(told):
        parts = one.person.name.split()
        for part in {parts[0], parts[-1]} if len(parts) > 1 else ():
            words[one.article.id, key(part)].append(number)
    found: set[Node] = set()
    for number, one in enumerate(told):
        fuller = words.get((one.article.id, key(one.person.name)), [])
        if len(fuller) == 1 and one.employers & told[fuller[0]].employers and one.titles & told[fuller[0]].titles:
            same.join((fuller[0], number))
            found.add(number)
    return found


def _employer(name: str, organizations: Organizations) -> str:
    """One name for all spellings of an employer and, of a company, for its house."""
    number = organizations.of(name)
    return key(name) if number is None else organizations.name(organizations.house(number))


def _join_namesakes(told: Sequence[_Told], numbers: list[Node], same: Clusters[Node]) -> None:
    """Join the records of one name, but for those whose employers, titles and company have nothing in common."""
    if any(is_foreign(told[number].person.name) for number in numbers):
        same.join(numbers)
        return
    _join_by_traits(told, numbers, same)
    placed = {same.find(number) for number in numbers if told[number].employers}
    titled: defaultdict[str, set[Node]] = defaultdict(set)
    parts = _parts({title for number in numbers for title in told[number].titles})
    for number in numbers:
        if same.find(number) in placed:
            for title in told[number].titles:
                for part in parts[title]:
                    titled[part].add(same.find(number))
    chosen: list[tuple[Node, Node]] = []
    for number in numbers:
        titles = told[number].bare if same.find(number) in placed else told[number].titles
        likely = {root for title in titles for part in parts[title] for root in titled[part]} - {same.find(number)}
        if len(likely) == 1:
            chosen.append((next(iter(likely)), number))
    for pair in chosen:
        same.join(pair)
    bearers = {same.find(number) for number in numbers if told[number].titles or told[number].employers}
    if len(bearers) <= 1:  # those of whom nothing is told are the only one of whom something is
        same.join(numbers)


def _join_by_traits(told: Sequence[_Told], numbers: list[Node], same: Clusters[Node]) -> None:
    first: dict[tuple[str, str], Node] = {}
    employers = _parts({name for number in numbers for name in told[number].employers})
    titles = _parts({title for number in numbers for title in told[number].titles})
    for number in numbers:
        one = told[number]
        traits = [("employer", part) for name in one.employers for part in employers[name]]
        traits += [("company", name) for name in one.company]
        if not one.employers:
            traits += [("title", part) for title in one.titles for part in titles[title]]
        for trait in traits:
            same.join((first.setdefault(trait, number), number))


def _parts(words: set[str]) -> dict[str, list[str]]:
    """For each word those that it holds (상속연구소 in 한빛생명 상속연구소, 총리 in 국무총리), itself among them."""
    return {word: [other for other in sorted(words) if other in word] for word in words}


@dataclass(slots=True)
class _Who:
    """What a cluster of records says of a person."""

    names: set[str]
    forms: set[str]
    titles: set[str]
    employers: set[str]
    articles: set[str]


def _whos(told: Sequence[_Told], same: Clusters[Node], parts: set[Node]) -> dict[Node, _Who]:
    whos: dict[Node, _Who] = {}
    for number, one in enumerate(told):
        who = whos.setdefault(same.find(number), _Who(set(), set(), set(), set(), set()))
        (who.forms if number in parts else who.names).add(one.person.name)
        who.forms.update(one.person.aliases)
        who.titles |= one.titles
        who.employers |= one.employers
        who.articles.add(one.article.id)
    return whos


def _join_transcriptions(told: Sequence[_Told], same: Clusters[Node], parts: set[Node]) -> None:
    """Join foreign names of one sound and one employer, and nearly equal ones of one title, that no article uses side by side."""
    blocks: defaultdict[tuple[str, str], list[Node]] = defaultdict(list)
    whos = _whos(told, same, parts)
    for root, who in whos.items():
        for name in sorted(filter(is_foreign, who.names)):
            sound = skeleton(name)
            for employer in sorted(who.employers):
                blocks[sound, employer].append(root)
            for title in sorted({title.split()[-1] for title in who.titles}):
                blocks[sound[:_SOUND], title].append(root)
            blocks[sound[:_LONG_SOUND], ""].append(root)
        for form in sorted(who.forms):  # 김용현 의장 in an article that tells of 김용헌 의장
            for name in sorted(who.names):
                if len(key(form)) == len(key(name)) and form != name:
                    blocks["spelled", key(form)].append(root)
        for name in sorted(who.names):
            blocks["spelled", key(name)].append(root)
    pairs = {(a, b) for block in blocks.values() for i, a in enumerate(block) for b in block[i + 1 :] if a != b}
    articles = {root: set(who.articles) for root, who in whos.items()}
    _join_apart((pair for pair in sorted(pairs) if _one_name(*map(whos.__getitem__, pair))), same, articles)


def _one_name(one: _Who, other: _Who) -> bool:
    """Whether two names are one, the more surely the more their bearers have in common."""
    employer = bool(one.employers & other.employers)
    title = bool({title.split()[-1] for title in one.titles} & {title.split()[-1] for title in other.titles})
    least = min(difference(x, y) for x in one.names for y in other.names)
    foreign = any(map(is_foreign, one.names)) and any(map(is_foreign, other.names))
    if employer and foreign and any(skeleton(x) == skeleton(y) and alike(x, y) for x in one.names for y in other.names):
        return True
    if employer and title:
        return least <= _NEAR_OF_ONE_OFFICE
    if one.employers and other.employers and not employer:
        return False
    return foreign and least <= (_NEAR_OF_ONE_TITLE if title else _NEAR)


def _join_apart(pairs: Iterable[tuple[Node, Node]], same: Clusters[Node], articles: dict[Node, set[str]]) -> None:
    """Join the pairs, but for those that would make one person of two whom one article tells of."""
    for pair in pairs:
        first, second = map(same.find, pair)
        if not articles[first] & articles[second]:
            same.join((first, second))
            articles[first] |= articles[second]


def _join_short_forms(told: Sequence[_Told], same: Clusters[Node], parts: set[Node]) -> None:
    """Join each record that knows only a part of a name to the one person whose name or other form it is."""
    whos = _whos(told, same, parts)
    owners: defaultdict[str, set[Node]] = defaultdict(set)
    for root, who in whos.items():
        for name in who.names:
            words = name.split()
            owners[key(words[0])].add(root)
            owners[key(words[-1])].add(root)
        for form in who.forms:
            owners[key(form)].add(root)
    chosen: defaultdict[Node, set[Node]] = defaultdict(set)
    for number, one in enumerate(told):
        short = key(one.person.name)
        root = same.find(number)
        if number in parts or (len(one.person.name.split()) > 1 and not _vague(one.person.name)):
            continue
        fuller = (candidate for candidate in sorted(owners[short]) if _fuller(whos[candidate], short))
        free = {candidate: whos[candidate] for candidate in fuller if one.article.id not in whos[candidate].articles}
        fits = {candidate: bool(_shared(one, who)) for candidate, who in free.items() if candidate != root and _fits(one, who)}
        choice = only({candidate: fit for candidate, fit in fits.items() if fit or not _vague(one.person.name)})
        if choice is not None:
            chosen[root].add(choice)
    articles = {root: set(who.articles) for root, who in whos.items()}
    for owner, roots in _unmistakable(chosen, whos):
        _join_apart(((owner, root) for root in roots), same, articles)


def _unmistakable(chosen: Mapping[Node, set[Node]], whos: Mapping[Node, _Who]) -> Iterator[tuple[Node, list[Node]]]:
    """The bearer of each full name with those who joined it, but for those whom an article sets beside one another."""
    takers: defaultdict[Node, list[Node]] = defaultdict(list)
    for root, choices in chosen.items():
        if len(choices) == 1:
            takers[min(choices)].append(root)
    for owner, roots in takers.items():
        told = Counter(name for root in (owner, *roots) for name in whos[root].articles)
        yield owner, [root for root in roots if all(told[name] == 1 for name in whos[root].articles)]


def _fuller(who: _Who, short: str) -> bool:
    return all(key(name) != short for name in who.names) and max(len(key(name)) for name in who.names) > len(short)


def _shared(one: _Told, who: _Who) -> Iterable[str]:
    return one.employers & who.employers or (one.titles & who.titles if not one.employers else ())


def _fits(one: _Told, who: _Who) -> bool:
    """Whether nothing speaks against it: no employer on one side, or one in common."""
    return not one.employers or not who.employers or bool(one.employers & who.employers)


def _vague(name: str) -> bool:
    """Whether a form is borne by many: one character, or a surname with a title."""
    words = name.split()
    return len(key(name)) < 2 or (len(words) > 1 and words[0] in lexicon.words("surnames"))
