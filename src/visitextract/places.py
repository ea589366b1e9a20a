"""Place expressions → ``Place`` facts: countries, cities, venues, and addresses before a venue. Offsets: normalised text.

The rules find single place words; here neighbours are chained from wide to narrow (``서울 영등포구 여의도에 위치한 LG트윈타워``),
the last link is the place and the links before it its address. A bare head (``사무실``) takes the words before it into its name.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from visitextract.article import Zone
from visitextract.entities import Cast, Ref
from visitextract.lexicon import meanings, words
from visitextract.patterns import lazily
from visitextract.rules import places as rules
from visitextract.rules.rule import Rule
from visitextract.sentences import Sentence


@dataclass(frozen=True, slots=True)
class PlaceFact:
    """A place at ``start:end``: narrowest ``name``, wider ``address`` before it, ISO 3166-1 ``country`` where known.

    ``sentence`` is the sentence's index; ``particle`` what follows (``에서``, ``을``, ``로`` …); ``country_name`` is true when
    the name itself is a country's (한국, 중국), ``venue`` when it is a building or site rather than a city or region.
    """

    start: int
    end: int
    sentence: int
    name: str
    address: str | None = None
    country: str | None = None
    particle: str = ""
    country_name: bool = False
    venue: bool = False


@dataclass(frozen=True, slots=True)
class _Link:
    """One place word: ``stop`` is its end with bracket and particle; ``level`` 0 country … 4 venue."""

    start: int
    end: int
    stop: int
    name: str
    particle: str
    level: int
    rule: str
    country: str | None = None


_COUNTRY, _AREA, _PROVINCE, _CITY, _LOCAL, _VENUE = range(6)
_LEVELS = {
    rules.COUNTRY.id: _COUNTRY,
    rules.SHORT_COUNTRY.id: _COUNTRY,
    rules.AREA.id: _AREA,
    rules.PROVINCE.id: _PROVINCE,
    rules.CITY.id: _CITY,
    rules.FOREIGN_CITY.id: _CITY,
    rules.LOCAL.id: _LOCAL,
}
_LEXICONS = {
    rules.COUNTRY.id: ("countries", "country"),
    rules.SHORT_COUNTRY.id: ("countries", "short"),
    rules.AREA.id: ("countries", "area"),
    rules.SITE.id: ("venue_endings", "site"),
}
_ORGANIZATION = "place.organization"
# What may stand between a wider place and a narrower one: nothing, 의, 에 위치한, and "자택인", "수도" and the like.
_JOINT = lazily(
    r"(?:\([^()\n]{1,20}\))?(?: |의 |(?:에|에서) (?:위치한|자리한|있는|소재한) | 소재(?:한|의)? )"
    r"(?:(?:[\p{L}\d·]{1,12} ){0,2}?[\p{L}\d]{1,10}인 |수도 |한 )?"
)
_MODIFIER = lazily(r"(?<![^\s'\"‘“(])(?P<word>[\p{L}\d·&\-㈜]{1,20}(?:\([^()\n]{1,20}\))?) $")
# A word that cannot be part of a venue's name: it carries a particle or a verb ending, or is a number.
_INFLECTED = lazily(
    r"(?:[은는을를에의와며면던된될했해고다게히]|[가-힣]{2,}(?:이|가|도|만|로|과)|에서|에게|에는|[가-힣]엔|부터|까지|께서|보다|처럼|해서|하여|위해|통해|따라|위한"
    r"|[가-힣](?:한|할|인|친|린|긴|난|간|진|온|든|쓴|운|킨|[어겨려켜져쳐워써])|니다|(?:맞|찾|받|모|잡|앉|돌|담|막|닫|살)아)(?:\([^()]*\))?$"
    r"|^\d+.{0,2}$"
)
_FOREIGN_OWNER = lazily(r"(?:[가-힣]주|인) $")
_PEOPLE = lazily(r"(?:들|씨|님|명|분|객)$")
_SUFFIX = lazily(r" ?(?:특별자치시|특별자치도|특별시|광역시|[주성시도군구])$")
_LOCAL_SHAPE = lazily(r"[가-힣]{2,4}(?:시|군|구|도|주|읍|면|동)")
_HERE = lazily(r"(?<![\p{L}\d])(?P<name>이곳|그곳)(?P<particle>을|에|에서|으로|에는)(?![\p{L}])")
_SOUGHT = lazily(
    r"(?:을|를|,)? ?(?:['\"]?\L<manner>['\"]? ?){0,3}+(?:방문|찾[았아는을은])", manner=list(words("visit_words", "manner"))
)


def find_places(text: str, sentences: Sequence[Sentence], cast: Cast) -> tuple[PlaceFact, ...]:
    """Every place expression of the sentences, sorted by start.

    이곳 and 그곳 take the name of the last venue told before them.
    """
    found: list[PlaceFact] = []
    venue: PlaceFact | None = None
    for sentence in sentences:
        refs = cast.between(sentence.start, sentence.end)
        places = sorted(_chained(text, sentence, _links(text, sentence, refs)), key=lambda place: place.start)
        found.extend(sorted([*places, *_here(text, sentence, venue)], key=lambda place: place.start))
        venue = next((place for place in reversed(places) if place.venue), venue)
    return tuple(found)


def _links(text: str, sentence: Sentence, refs: Sequence[Ref]) -> list[_Link]:
    """The place words of a sentence, left to right; of overlapping ones the longer, then the wider."""
    found = {rule.id: list(_hits(text, sentence, rule)) for rule in rules.RULES if rule is not rules.LOCAL}
    organizations = list(_organizations(text, refs))
    if not organizations and not any(found.values()):
        return []  # a local name counts only behind another place
    found[rules.LOCAL.id] = list(_hits(text, sentence, rules.LOCAL))
    hits = [*(link for rule in rules.RULES for link in found[rule.id]), *organizations]
    hits = [_widened(text, sentence, link, refs) for link in hits if _stands(text, link, refs)]
    kept: list[_Link] = []
    taken = bytearray(sentence.end - sentence.start)
    for link in sorted(hits, key=lambda link: (-(link.end - link.start), link.level == _VENUE, link.start)):
        room = slice(link.start - sentence.start, link.stop - sentence.start)
        if not any(taken[room]):
            kept.append(link)
            end = max(link.end, link.stop - len(link.particle))  # 프랑스(FR): the bracket is no place of its own
            taken[link.start - sentence.start : end - sentence.start] = b"\1" * (end - link.start)
    kept.sort(key=lambda link: link.start)
    return kept


def _hits(text: str, sentence: Sentence, rule: Rule) -> Iterator[_Link]:
    """The hits of one rule as links, each with its country."""
    if rule is rules.HEADLINED and sentence.zone not in (Zone.TITLE, Zone.SUBTITLE):
        return
    for match in rule.finditer(text, sentence.start, sentence.end):
        start, end = match.span("name")
        name = match["name"]
        country = _country(rule, name)
        if rule is rules.SHORT_COUNTRY:
            name = _usual_names().get(country or "", name)
        stop = match.end("particle") if rule is rules.VISITED else match.end()
        yield _Link(start, end, stop, name, match["particle"] or "", _LEVELS.get(rule.id, _VENUE), rule.id, country)


def _country(rule: Rule, name: str) -> str | None:
    """The code of the country that a name lies in, where the lexicons know it."""
    if rule.id in _LEXICONS:
        return meanings(*_LEXICONS[rule.id]).get(name) or None
    if _LEVELS.get(rule.id) in (_PROVINCE, _CITY):
        return _cities().get(name) or _cities().get(_SUFFIX.sub("", name)) or None
    return None


@cache
def _cities() -> Mapping[str, str]:
    """City, province or region -> its country; Korean ones win."""
    kinds = ("foreign_region", "foreign_city", "district", "city", "province")
    return {word: code for kind in kinds for word, code in meanings("cities", kind).items()}


@cache
def _usual_names() -> Mapping[str, str]:
    """ISO code -> the name under which news visits the country."""
    names = {code: word for word, code in meanings("countries", "country").items()}
    usual = words("place_words", "usual")
    return names | {code: word for word, code in meanings("countries", "country").items() if word in usual}


def _organizations(text: str, refs: Sequence[Ref]) -> Iterator[_Link]:
    """Organizations that somebody visits: their name is followed by a visit word."""
    for ref in refs:
        if ref.kind == "organization" and not ref.in_role and _SOUGHT.match(text, ref.np_end):
            stop = ref.np_end + len(ref.particle)
            yield _Link(ref.start, ref.end, stop, text[ref.start : ref.end], ref.particle, _VENUE, _ORGANIZATION)


def _stands(text: str, link: _Link, refs: Sequence[Ref]) -> bool:
    """Whether a hit is a place at all: not a person, a people, a quoted title, or an inner word of an organization's name."""
    if link.rule in (rules.VISITED.id, rules.HEADLINED.id):
        geographic = any(map(_geographic, link.name.split("·")))
        if geographic or _PEOPLE.search(link.name) or link.name in words("venue_endings", "vague"):
            return False
    if link.rule == rules.HEADLINED.id and _no_name(link.name):
        return False
    if link.rule == rules.LOCATED.id and _PEOPLE.search(link.name):
        return False
    opened, closed = text[max(0, link.start - 1) : link.start], text[link.end : link.end + 1]
    if link.level == _VENUE and opened and closed and opened in "'‘\"“<《「『" and closed in "'’\"”>》」』":
        return False
    for ref in refs:
        inside = ref.np_start <= link.start < ref.np_end
        inner = ref.kind == "organization" and link.rule != _ORGANIZATION and link.end < ref.end
        if inside and (ref.kind == "person" or inner):
            return False
    return True


def _widened(text: str, sentence: Sentence, link: _Link, refs: Sequence[Ref]) -> _Link:
    """A venue that is only a head takes in the words before it (사무실 → 길동재단 사무실), any other its organization."""
    if link.rule not in (rules.VENUE.id, rules.VISITED.id):
        return link
    start = link.start
    if link.name not in words("venue_endings", "bare"):
        owners = [ref for ref in refs if ref.np_end == start - 1 and ref.kind == "organization" and not ref.particle]
        start = owners[0].start if owners and link.rule == rules.VENUE.id else start
        return replace(link, start=start, name=text[start : link.end])
    for _ in range(3):
        match = _MODIFIER.search(text, max(sentence.start, start - 46), start)
        if not match or any(_names_person(text, ref, match.start(), start) for ref in refs):
            break
        # a foreign owner's name may end like a Korean particle: 플로리다주 마러라고 리조트
        foreign = start == link.start and _FOREIGN_OWNER.search(text, sentence.start, match.start())
        if (_no_name(match["word"]) and not foreign) or _geographic(match["word"]):
            break
        start = match.start()
    return replace(link, start=start, name=text[start : link.end])


def _no_name(word: str) -> bool:
    """Whether a word is no part of a venue's name."""
    if word in words("place_words", "name_part"):
        return False
    return word in words("place_words", "no_name") or _INFLECTED.search(word) is not None


def _names_person(text: str, ref: Ref, start: int, end: int) -> bool:
    """Whether a person's mention, other than one in brackets, touches ``start:end``."""
    return ref.kind == "person" and start < ref.np_end and ref.np_start < end and text[max(0, ref.np_start - 1)] != "("


def _geographic(word: str) -> bool:
    """Whether a word is a country, region, city or shaped like a local name."""
    known = word in words("countries", "country") or word in words("countries", "area") or word in words("cities")
    return known or _LOCAL_SHAPE.fullmatch(word) is not None


def _chained(text: str, sentence: Sentence, links: Sequence[_Link]) -> Iterator[PlaceFact]:
    """Neighbouring links from wide to narrow as one place each."""
    chain: list[_Link] = []
    for link in links:
        if chain and _joins(text, chain[-1], link):
            chain.append(link)
            continue
        yield from _place(text, sentence, chain)
        chain = [link] if link.level != _LOCAL else []  # a local name counts only behind a wider one
    yield from _place(text, sentence, chain)


def _joins(text: str, wide: _Link, narrow: _Link) -> bool:
    """Whether a link lies in the one before it."""
    gap = text[wide.end : narrow.start]
    if wide.level == narrow.level == _CITY and wide.country == narrow.country:
        return gap == " "
    if wide.level == narrow.level == _VENUE:
        return gap == " " and not wide.particle
    if wide.level >= narrow.level and not (narrow.name == "대한민국" and wide.level == _CITY):
        return False
    if wide.rule == rules.SHORT_COUNTRY.id and gap != " ":
        return False
    return len(gap) <= 40 and _JOINT.fullmatch(gap) is not None


def _place(text: str, sentence: Sentence, chain: Sequence[_Link]) -> Iterator[PlaceFact]:
    """The fact that a chain makes; nothing for a doubtful word on its own."""
    if not chain:
        return
    *wider, last = chain
    vague = last.rule == rules.LOCATED.id or (last.rule == rules.VENUE.id and last.name in words("venue_endings", "vague"))
    if not wider and (vague or last.name in words("place_words", "ambiguous")):
        return
    start = last.start
    if wider and last.level == _VENUE and _belongs_to_name(text, wider[-1], last):
        start = wider[-1].start
        wider = wider[:-1] if wider[-1].name == "대한민국" else wider
    yield PlaceFact(
        start,
        last.end,
        sentence.index,
        last.name if last.rule == rules.SHORT_COUNTRY.id else text[start : last.end],
        " ".join(link.name for link in wider if link.level < _VENUE and link.start < start) or None,
        next((link.country for link in reversed([*wider, last]) if link.country), None),
        last.particle,
        last.level == _COUNTRY,
        last.level == _VENUE,
    )


def _belongs_to_name(text: str, wide: _Link, last: _Link) -> bool:
    """Whether the wider word is part of the venue's own name: 상하이 [대한민국] 임시정부 청사, [샌프란시스코] 공항."""
    bare = last.name in words("venue_endings", "bare") and text[wide.end : last.start] == " "
    return wide.name == "대한민국" or (bare and wide.level == _CITY)


def _here(text: str, sentence: Sentence, venue: PlaceFact | None) -> Iterator[PlaceFact]:
    """이곳 and 그곳, standing for the last venue told."""
    if venue is None:
        return
    for match in _HERE.finditer(text, sentence.start, sentence.end):
        yield replace(
            venue, start=match.start("name"), end=match.end("name"), sentence=sentence.index, particle=match["particle"]
        )
