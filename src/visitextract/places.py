"""Place expressions → ``Place`` facts: countries, cities, venues, and addresses before a venue. Offsets: normalised text.

The rules find single place words; here neighbours are chained from wide to narrow (``서울 영등포구 여의도에 위치한 LG트윈타워``),
the last link is the place and the links before it its address. A bare head (``사무실``) takes the words before it into its name.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

import regex

from visitextract.article import Zone
from visitextract.entities import Cast, Ref
from visitextract.lexicon import meanings, words
from visitextract.rules import places as rules
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
    rules.COUNTRY.id: _COUNTRY, rules.SHORT_COUNTRY.id: _COUNTRY, rules.AREA.id: _AREA, rules.PROVINCE.id: _PROVINCE,
    rules.CITY.id: _CITY, rules.FOREIGN_CITY.id: _CITY, rules.LOCAL.id: _LOCAL,
    rules.SITE.id: _VENUE, rules.VENUE.id: _VENUE, rules.LOCATED.id: _VENUE, rules.VISITED.id: _VENUE,
    rules.HEADLINED.id: _VENUE,
}  # fmt: skip
_LEXICONS = {
    rules.COUNTRY.id: ("countries", "country"), rules.SHORT_COUNTRY.id: ("countries", "short"), rules.AREA.id: ("countries", "area"),
    rules.SITE.id: ("venue_endings", "site"),
}  # fmt: skip
# What may stand between a wider place and a narrower one: nothing, 의, 에 위치한, and "자택인", "수도" and the like.
_JOINT = regex.compile(
    r"(?:\([^()\n]{1,20}\))?(?: |의 |(?:에|에서) (?:위치한|자리한|있는|소재한) | 소재(?:한|의)? |, )"
    r"(?:(?:[\p{L}\d·]{1,12} ){0,2}?[\p{L}\d]{1,10}인 |수도 |한 )?"
)
_MODIFIER = regex.compile(r"(?<![^\s'\"‘“(])(?P<word>[\p{L}\d·&\-㈜]{1,20}(?:\([^()\n]{1,20}\))?) $")
# A word that cannot be part of a venue's name: it carries a particle or a verb ending, or says when, how or how many.
_NO_MODIFIER = regex.compile(
    r"(?:[은는을를에의와며면던된될했]|[가-힣]{2,}(?:이|가|도|만|로|과)|에서|에게|부터|까지|께서|보다|처럼|하고|되고|라고|다고|으로|해서|하여|위해|통해|따라|관련|대한|위한|하는"
    r"|[가-힣](?:한|할|인|은|는|친|린|긴|난|간|진|온|든|쓴|운|킨)|해|고|니다|다|게|히|(?:맞|찾|받|모|잡|앉|돌|담|막|닫|살)아|[가-힣]어|같이)(?:\([^()]*\))?$"
    r"|^(?:내|안|앞|옆|뒤편|일대|소재|및|등|후|뒤|때|또|각각|직접|함께|첫|새|현|한|두|세|이|그|저|전|이날|이번|오전|오후|당시|최근|현재|지난|모든|여러|해당|인근|주변|아울러|그리고|이후|앞서|오늘|어제|내일"
    r"|\d+.{0,2})$"
)
_KEEPS = regex.compile(r"(?:북한|남북한|대한|신한|유한|문화예술인|장애인|노인|군인|상인|외국인|재단법인|사단법인|여의도|제주도|강원도|경기도|독도|울릉도|국가|전문가|주한|보건|환경|안전|인권)")
_PEOPLE = regex.compile(r"(?:들|씨|님|명|분|객|자들|인들|[0-9]명)$")
_HERE = regex.compile(r"(?<![\p{L}\d])(?P<name>이곳|그곳)(?P<particle>을|에|에서|으로|에는)(?![\p{L}])")
_SOUGHT = regex.compile(rf"(?:을|를|,)? ?(?:['\"]?(?:{'|'.join(sorted(words('visit_words', 'manner'), key=len, reverse=True))})['\"]? ?){{0,3}}(?:방문|찾[았아는을은])")


def find_places(text: str, sentences: Sequence[Sentence], cast: Cast) -> tuple[PlaceFact, ...]:
    """Every place expression of the sentences, sorted by start.

    이곳 and 그곳 take the name of the last venue told before them.
    """
    found: list[PlaceFact] = []
    for sentence in sentences:
        refs = cast.between(sentence.start, sentence.end)
        links = _links(text, sentence, refs)
        venue = next((place for place in reversed(found) if place.venue), None)
        places = [*_chained(text, sentence, links), *_here(text, sentence, venue)]
        found.extend(sorted(places, key=lambda place: place.start))
    return tuple(found)


def _links(text: str, sentence: Sentence, refs: Sequence[Ref]) -> list[_Link]:
    """The place words of a sentence, left to right; of overlapping ones the longer, then the one whose rule comes first."""
    hits = [link for order, rule in enumerate(rules.RULES) for link in _hits(text, sentence, rule.id, order)]
    hits.extend(_organizations(text, refs))
    hits = [_widened(text, sentence, link, refs) for link in hits if _stands(text, link, refs)]
    kept: list[_Link] = []
    for link in sorted(hits, key=lambda link: (-(link.end - link.start), link.level == _VENUE, link.start)):
        if all(link.stop <= other.start or other.end <= link.start for other in kept):
            kept.append(link)
    kept.sort(key=lambda link: link.start)
    return kept


def _hits(text: str, sentence: Sentence, rule_id: str, order: int) -> Iterator[_Link]:
    rule = rules.RULES[order]
    if rule is rules.HEADLINED and sentence.zone not in (Zone.TITLE, Zone.SUBTITLE):
        return
    for match in rule.finditer(text, sentence.start, sentence.end):
        start, end = match.span("name")
        name, country = match["name"], None
        if rule_id in _LEXICONS:
            country = meanings(*_LEXICONS[rule_id]).get(name)
        elif rule in (rules.PROVINCE, rules.CITY, rules.FOREIGN_CITY):
            bare = regex.sub(r" ?(?:특별자치시|특별자치도|특별시|광역시|[주성시도군구])$", "", name)
            country = next((code for word in (name, bare) for code in [_cities().get(word)] if code), None)
        if rule is rules.SHORT_COUNTRY:
            name = _full_names().get(country or "", name)
        yield _Link(start, end, match.end() if rule is not rules.VISITED else match.end("particle"), name, match["particle"] or "",
                    _LEVELS[rule_id], rule_id, country or None)  # fmt: skip


@cache
def _cities() -> dict[str, str]:
    """City, province or region -> its country; Korean ones first."""
    kinds = ("foreign_region", "foreign_city", "district", "city", "province")
    return {word: code for kind in kinds for word, code in meanings("cities", kind).items()}


@cache
def _full_names() -> dict[str, str]:
    """ISO code -> the name under which news visits the country, from the lexicon of countries."""
    names: dict[str, str] = {}
    for word, code in meanings("countries", "country").items():
        if code not in names or word in ("한국", "미국", "중국", "일본", "북한", "영국", "독일", "프랑스", "러시아"):
            names[code] = word
    return names


def _organizations(text: str, refs: Sequence[Ref]) -> Iterator[_Link]:
    """Organizations that somebody visits: their name is followed by a visit word."""
    for ref in refs:
        if ref.kind == "organization" and not ref.in_role and _SOUGHT.match(text, ref.np_end):
            yield _Link(ref.start, ref.end, ref.np_end + len(ref.particle), text[ref.start : ref.end], ref.particle, _VENUE, "place.organization")


def _stands(text: str, link: _Link, refs: Sequence[Ref]) -> bool:
    """Whether a hit is a place at all: not a person, a people, a quoted title, or an inner word of an organization's name."""
    if link.rule in (rules.VISITED.id, rules.HEADLINED.id) and (
        _PEOPLE.search(link.name) or any(map(_geographic, link.name.split("·"))) or link.name in words("venue_endings", "vague")
    ):
        return False
    if link.rule == rules.HEADLINED.id and _NO_MODIFIER.search(link.name):
        return False
    if text[link.start - 1 : link.start] in "'‘\"“<《「『" and text[link.end : link.end + 1] in "'’\"”>》」』" and link.start and link.level == _VENUE:
        return False
    for ref in refs:
        inside = ref.np_start <= link.start < ref.np_end
        if inside and ref.kind == "person":
            return False
        if inside and ref.kind == "organization" and link.rule != "place.organization" and (ref.start, ref.end) != (link.start, link.end):
            if link.end < ref.end:
                return False
    return True


def _widened(text: str, sentence: Sentence, link: _Link, refs: Sequence[Ref]) -> _Link:
    """A venue that is only a head takes in the words before it: 사무실 → 길동재단 사무실."""
    if link.rule not in (rules.VENUE.id, rules.VISITED.id) or (link.name not in words("venue_endings", "bare") and len(link.name) > 2):
        owner = next((ref for ref in refs if ref.np_end == link.start - 1 and ref.kind == "organization" and not ref.particle), None)
        return replace(link, start=owner.start, name=text[owner.start : link.end]) if owner and link.rule == rules.VENUE.id else link
    start = link.start
    for _ in range(3):
        match = _MODIFIER.search(text, max(sentence.start, start - 46), start)
        if not match or any(ref.kind == "person" and match.start() < ref.np_end and ref.np_start < start and not _bracketed(text, ref) for ref in refs):
            break
        word = match["word"]
        foreign_name = start == link.start and regex.search(r"(?:[가-힣]주|인) $", text[sentence.start : match.start()])
        if (_NO_MODIFIER.search(word) and not _KEEPS.fullmatch(word) and not foreign_name) or _geographic(word):
            break
        start = match.start()
    return replace(link, start=start, name=text[start : link.end])


def _bracketed(text: str, ref: Ref) -> bool:
    return text[ref.np_start - 1 : ref.np_start] == "("


def _geographic(word: str) -> bool:
    return (
        word in words("countries", "country") or word in words("countries", "area") or word in words("cities")
        or bool(regex.fullmatch(r"[가-힣]{2,4}(?:시|군|구|도|주|읍|면|동)", word))
    )  # fmt: skip


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
    if wide.level == narrow.level == _CITY and wide.end + 1 == narrow.start and wide.country == narrow.country:
        return text[wide.end] == " "
    if wide.level >= narrow.level and not (narrow.name == "대한민국" and wide.level == _CITY):
        return wide.level == _VENUE and narrow.level == _VENUE and wide.end + 1 >= narrow.start and wide.particle == ""
    if wide.rule == rules.SHORT_COUNTRY.id and wide.end + 1 != narrow.start:
        return False
    gap = text[wide.end : narrow.start]
    return bool(_JOINT.fullmatch(gap)) and (not gap.startswith(",")) and narrow.start - wide.end <= 40


def _place(text: str, sentence: Sentence, chain: Sequence[_Link]) -> Iterator[PlaceFact]:
    """The fact that a chain makes; nothing for a local name with no place before it or a doubtful word on its own."""
    if not chain:
        return
    last = chain[-1]
    if len(chain) == 1:
        if last.name in words("place_words", "ambiguous"):
            return
        if last.level == _VENUE and last.rule == rules.VENUE.id and last.name in words("venue_endings", "vague"):
            return
    wider = list(chain[:-1])
    start = last.start
    if wider and wider[-1].name == "대한민국" and last.level == _VENUE:  # part of a name: 상하이 대한민국 임시정부 청사
        start = wider.pop().start
    address = " ".join(link.name for link in wider if link.level < _VENUE) or None
    country = next((link.country for link in reversed([*wider, last]) if link.country), None)
    if last.rule == rules.SHORT_COUNTRY.id:
        name = last.name
    else:
        name = text[start : last.end]
    yield PlaceFact(
        start, last.end, sentence.index, name, address, country, last.particle, last.level == _COUNTRY, last.level == _VENUE
    )


def _here(text: str, sentence: Sentence, venue: PlaceFact | None) -> Iterator[PlaceFact]:
    """이곳 and 그곳, standing for the last venue told."""
    if venue is None:
        return
    for match in _HERE.finditer(text, sentence.start, sentence.end):
        yield replace(venue, start=match.start("name"), end=match.end("name"), sentence=sentence.index, particle=match["particle"])
