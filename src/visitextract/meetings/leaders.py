"""Who meets at a summit that the text names by its countries (``한중 정상회담``) or not at all (``이번 정상회담``)."""

from __future__ import annotations

from collections.abc import Sequence

from visitextract.entities import Cast, Entity, PartyFact
from visitextract.korean.names import name_shape
from visitextract.lexicon import meanings, words
from visitextract.patterns import lazily

_COUNTRY = "|".join(sorted(words("countries", "country") | words("countries", "short"), key=len, reverse=True))
_PAIR = lazily(
    r"(?P<pair>"
    + "|".join(sorted(words("countries", "pair"), key=len, reverse=True))
    + r"|[가-힣]{1}[·-][가-힣]{1}|(?<![가-힣])["
    + "".join(words("countries", "hangul_short"))
    + r"]{2}(?=\s?$)|(?P<one>"
    + _COUNTRY
    + r"|[미중일러북])(?:[·-]|(?:와|과)\s)(?P<other>"
    + _COUNTRY
    + r"))(?:의|\s간)?\s?(?:양국\s)?(?:간\s)?(?:[가-힣]{0,3}\s)?$"
)
_WITH = lazily(r"(?<![가-힣])(?P<country>" + _COUNTRY + r")(?:과|와)의?\s(?:[가-힣]{1,4}\s)?$")
_LEADER = tuple(words("meeting_words", "leader"))
_NOT_LEADER = ("부총리", "부통령", "국무총리", "부주석")
_CABINETS = {"국무원": "CN"}
_KOREAN = 2  # what name_shape says of a Korean name
_HEADS = {"KR": "대통령", "US": "대통령", "RU": "대통령", "UA": "대통령", "CN": "주석", "JP": "총리", "KP": "위원장"}


def countries_before(text: str, start: int, floor: int) -> tuple[str, ...]:
    """The codes of the country pair right before ``start`` (``한중``, ``미국과 일본의``); empty where there is none."""
    match = _PAIR.search(text, max(floor, start - 24), start)
    if not match:
        return ()
    if match["one"]:
        names = {**meanings("countries", "country"), **meanings("countries", "short"), **meanings("countries", "hangul_short")}
        return names[match["one"]], names[match["other"]]
    pair = match["pair"].replace("·", "").replace("-", "")
    countries = tuple(meanings("countries", "pair").get(pair, "").split(","))
    if len(countries) != 2 and len(pair) == 2:
        syllables = meanings("countries", "hangul_short")
        countries = tuple(syllables[letter] for letter in pair if letter in syllables)
    return countries if len(set(countries)) == 2 == len(countries) else ()


def leader_with(text: str, start: int, floor: int, cast: Cast) -> PartyFact | None:
    """The leader of the one country with which the summit at ``start`` is (``프랑스와의 정상회담``), if the article names one."""
    match = _WITH.search(text, max(floor, start - 24), start)
    if not match:
        return None
    names = {**meanings("countries", "country"), **meanings("countries", "short")}
    led = [person for person in cast.persons if names[match["country"]] in led_by(person)]
    return _party(led[0]) if len(led) == 1 else None


def leaders_of(countries: Sequence[str], cast: Cast) -> tuple[PartyFact, ...]:
    """The leaders of two countries, as far as the article names them; empty where it names two of one country.

    A leader whose country the article does not say (``홍길동 주석``) is taken for the country with such an office.
    """
    if not countries:
        return ()
    led = [(person, led_by(person)) for person in cast.persons]
    found = [[person for person, codes in led if country in codes] for country in countries]
    loose = [person for person, codes in led if not codes and _leads(person)]
    for number, people in enumerate(found):
        office = _HEADS.get(countries[number], "")
        if len(people) > 1:
            found[number] = [person for person in people if any(role.title.endswith(office) for role in person.roles)]
        if not people:
            found[number] = [person for person in loose if any(role.title.endswith(office) for role in person.roles)]
            loose = [person for person in loose if person not in found[number]] if len(found[number]) == 1 else loose
    if any(len(people) > 1 for people in found):
        return ()
    return tuple(_party(people[0]) for people in found if people)


def only_two(cast: Cast) -> tuple[PartyFact, ...]:
    """The two heads of state or government of an article that names no third; else nobody."""
    leaders = [person for person in cast.persons if _leads(person)]
    if len(leaders) != 2 or led_by(leaders[0]) & led_by(leaders[1]):
        return ()
    return tuple(map(_party, leaders))


def _party(person: Entity) -> PartyFact:
    return PartyFact("person", person.key, person.name)


def _leads(person: Entity) -> bool:
    """Whether somebody leads a country now; a prime minister of Korea holds no summits."""
    korean = len(person.name) == 3 and name_shape(person.name) == _KOREAN
    for role in person.roles:
        title = role.title.rsplit(" ", 1)[-1]
        if role.former or not title.endswith(_LEADER) or title.endswith(_NOT_LEADER):
            continue
        if not (korean and title.endswith("총리")):
            return True
    return False


def led_by(person: Entity) -> frozenset[str]:
    """The countries (codes) that a person leads, by the roles that still hold; a leader of no named country leads Korea."""
    codes: set[str] = set()
    names = {**meanings("countries", "country"), **_CABINETS}
    for role in person.roles:
        if role.former or not role.title.endswith(_LEADER) or role.title.startswith("부"):
            continue
        place = role.organization or (role.title.rsplit(" ", 1)[0] if " " in role.title else "")
        code = names.get(place, "")
        if code:
            codes.add(code)
        elif not place and role.title.endswith("국가주석"):
            codes.add("CN")
        elif not place and role.title == "대통령" and len(person.name) <= 3 and name_shape(person.name):
            codes.add("KR")
    return frozenset(codes)
