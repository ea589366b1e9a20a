"""``한중 정상회담`` → the heads of state or government whom the article names for the two countries."""

from __future__ import annotations

from visitextract.entities import Cast, Entity, PartyFact
from visitextract.lexicon import meanings, words
from visitextract.patterns import lazily

_PAIR = lazily(
    r"(?P<pair>"
    + "|".join(sorted(words("countries", "pair"), key=len, reverse=True))
    + r"|[가-힣]{1}[·-][가-힣]{1})\s?(?:양국\s)?(?:[가-힣]{0,3}\s)?$"
)


def leaders_before(text: str, start: int, floor: int, cast: Cast) -> tuple[PartyFact, ...]:
    """The two leaders whom the country pair right before ``start`` stands for; empty where either is not named in the article."""
    match = _PAIR.search(text, max(floor, start - 12), start)
    if not match:
        return ()
    pair = match["pair"].replace("·", "").replace("-", "")
    countries = meanings("countries", "pair").get(pair, "").split(",")
    if len(countries) != 2:
        return ()
    found = [[person for person in cast.persons if country in _led(person)] for country in countries]
    if any(len(people) != 1 for people in found):
        return ()
    return tuple(PartyFact("person", people[0].key, people[0].name) for people in found)


def _led(person: Entity) -> set[str]:
    """The countries (codes) that a person leads, by the roles that still hold; a leader of no named country leads Korea."""
    codes: set[str] = set()
    names = meanings("countries", "country")
    for role in person.roles:
        if role.former or not role.title.endswith(tuple(words("meeting_words", "leader"))) or role.title.startswith("부"):
            continue
        place = role.organization or (role.title.rsplit(" ", 1)[0] if " " in role.title else "")
        code = names.get(place, "")
        if code:
            codes.add(code)
        elif not place and role.title == "대통령":
            codes.add("KR")
    return codes
