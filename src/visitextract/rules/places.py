"""Rules that find place words: countries, cities, local names after them, venues, and noun phrases that a place phrase marks.

Groups: ``name`` is the place without particle, ``particle`` what follows it. Order is precedence for ``explain`` only; the
stage keeps the longest of overlapping hits.
"""

from __future__ import annotations

from visitextract.rules.rule import No, Rule, Yes

_BEFORE = r"(?<![\p{L}\d])"
_PARTICLE = (
    "{particles:topic}|{particles:subject}|{particles:object}|{particles:comitative}|{particles:genitive}|{particles:place}|"
    "{particles:direction}|{particles:also}|{particles:only}|{particles:from}|{particles:or}|{particles:list}|{particles:side}|엔|선|이다|입니다|였다|이었다|다"
)
_AFTER = rf"(?P<particle>{_PARTICLE}|행|발)?(?![\p{{L}}\d])"

COUNTRY = Rule(
    id="place.country",
    means="a country's full name",
    pattern=_BEFORE + r"(?P<name>{countries:country})(?:\((?:[A-Z]{2,6}|\p{Han}{1,8})\))?+" + _AFTER,
    yes=(
        Yes("홍 장관은 [name:몽골](蒙古)[particle:과] 인접한 곳을 찾았다."),
        Yes("홍길동 장관은 오는 3일 [name:프랑스][particle:를] 찾는다."),
        Yes("[name:독일]·[name:폴란드] 순방"),
    ),
    no=(
        No("한국해운조합은 회의를 열었다.", why="a country's name inside an organization's"),
        No("일본인 관광객이 늘었다.", why="people, not the country"),
    ),
)

SHORT_COUNTRY = Rule(
    id="place.country.hanja",
    means="a country by one Chinese character, as headlines write it",
    pattern=r"(?<![\p{L}\d])(?P<name>(?=\p{Han}){countries:short})" + rf"(?P<particle>{_PARTICLE}|行)?(?=[ ,·…]|$)",
    yes=(
        Yes("홍 장관, 내달 [name:美] 방문"),
        Yes("[name:中]·[name:日] 찾는 홍 장관"),
    ),
    no=(
        No("中企 지원책 나왔다", why="part of a word: small firms"),
        No("李대통령, 내달 출국", why="a person's surname"),
    ),
)

AREA = Rule(
    id="place.area",
    means="a region of several countries",
    pattern=_BEFORE + r"(?P<name>{countries:area})" + _AFTER,
    yes=(
        Yes("박서연 회장은 [name:중동][particle:으로] 향했다."),
        Yes("[name:유럽] 출장"),
    ),
    no=(
        No("유럽연합 관계자는 말했다.", why="an organization's name"),
        No("동남아시아인들이 모였다.", why="people, not the region"),
    ),
)

PROVINCE = Rule(
    id="place.province",
    means="a Korean province or metropolitan city",
    pattern=_BEFORE + r"(?P<name>{cities:province}(?:특별자치시|특별자치도|특별시|광역시|시|도)?+)" + _AFTER,
    yes=(
        Yes("김민수 대표는 29일 [name:전남] 무안을 방문한다."),
        Yes("[name:서울특별시][particle:에서] 만났다."),
    ),
    no=(
        No("서울대 교수가 말했다.", why="a university's name"),
        No("부산물을 처리했다.", why="another word that begins alike"),
    ),
)

CITY = Rule(
    id="place.city",
    means="a Korean city, county or district",
    pattern=_BEFORE + r"(?P<name>(?:{cities:city}|{cities:district})(?:시|군|구)?+)" + _AFTER,
    yes=(
        Yes("홍길동 지사는 [name:춘천][particle:을] 찾았다."),
        Yes("전북 [name:임실군][particle:에서] 열렸다."),
    ),
    no=(
        No("춘천닭갈비가 인기다.", why="a dish"),
        No("강릉행사 안내", why="a longer word"),
    ),
)

FOREIGN_CITY = Rule(
    id="place.city.foreign",
    means="a city, state or province outside Korea",
    pattern=_BEFORE
    + r"(?P<name>(?:{cities:foreign_city}|{cities:foreign_region})(?: ?주| ?성|시)?+)(?:\(\p{Han}{1,6}\))?+"
    + _AFTER,
    yes=(
        Yes("두 장관은 [name:워싱턴][particle:에서] 만났다."),
        Yes("존 스미스 대표가 [name:상하이][particle:로] 이동했다."),
    ),
    no=(
        No("워싱턴포스트가 보도했다.", why="a newspaper"),
        No("파리바게뜨가 문을 열었다.", why="a shop's name"),
    ),
)

LOCAL = Rule(
    id="place.local",
    means="a local name by its ending (동, 읍, 면, 구, 로 …); the stage takes it only right after a known place",
    pattern=r"(?<=[\p{L}\d] )(?P<name>\p{Hangul}{1,6}(?:시|군|구|읍|면|동|리|성|현))(?:\(\p{Han}{1,6}\))?+" + _AFTER,
    yes=(
        Yes("서울 [name:한남동][particle:에] 있다."),
        Yes("전남 [name:임자면][particle:에서] 열렸다."),
    ),
    no=(
        No("서울 한남대교를 건넜다.", why="a bridge, not a neighbourhood"),
        No("한남동은 조용하다.", why="nothing before it to hang it on"),
    ),
)

SITE = Rule(
    id="place.site",
    means="an official site known by its own name",
    pattern=_BEFORE + r"(?P<name>{venue_endings:site})" + _AFTER,
    yes=(
        Yes("홍길동 대통령은 [name:춘추관][particle:을] 찾았다."),
        Yes("[name:백악관][particle:에서] 만난다."),
    ),
    no=(
        No("청와대식 화법이 화제다.", why="a longer word"),
        No("김포공항역을 지났다.", why="a station named after it"),
    ),
)

VENUE = Rule(
    id="place.venue",
    means="a noun that ends as buildings, offices and sites do",
    pattern=_BEFORE + r"(?P<name>[\p{L}\d·&\-]{0,24}?{venue_endings:head}|{venue_endings:word})(?:\([^()\n]{1,20}\))?+" + _AFTER,
    sign=r"(?:{venue_endings:head}|{venue_endings:word})(?:\([^()\n]{1,20}\))?+" + _AFTER,
    yes=(
        Yes("두 사람은 [name:한빛호텔][particle:에서] 만났다."),
        Yes("길동재단 [name:사무실][particle:을] 찾았다."),
    ),
    no=(
        No("호텔업계가 반발했다.", why="a trade, not a building"),
        No("공장장이 안내했다.", why="a person"),
    ),
)

LOCATED = Rule(
    id="place.located",
    means="what stands after 에 위치한, 에 있는, 소재, an apposition (영빈관인) left out; the stage takes it behind a place only",
    pattern=r"(?:(?:에|에서) (?:위치한|자리한|있는|소재한)|(?<=[\p{L}\d]) 소재(?:한|의)?) "
    r"(?:(?:[\p{L}\d·&]{1,14} ){0,2}?[\p{L}\d]{1,12}인 )?+"
    r"(?!(?:것|곳|데|동안|상황|상태|사람|가운데|만큼|이들|채)(?:[^\p{L}]|으로|에서?|은|을|이))"
    rf"(?P<name>(?:[\p{{L}}\d·&\-]{{1,16}} ){{0,2}}?[\p{{L}}\d·&\-]{{1,24}}?)(?P<particle>{_PARTICLE})(?![\p{{L}}\d])",
    yes=(
        Yes("여의도에 위치한 [name:한빛트윈스][particle:로] 들어섰다."),
        Yes("경기 안성 소재 [name:배움원][particle:을] 찾았다."),
        Yes("한남동에 있는 한빛그룹 영빈관인 [name:배움원][particle:에서] 만났다."),
    ),
    no=(
        No("관심이 있는 사람이 많다.", why="있는 without 에"),
        No("서울에 있는 것으로 알려졌다.", why="no noun of a place"),
    ),
)

VISITED = Rule(
    id="place.visited",
    means="the object of 방문하다: whatever is visited is a place",
    needs=("방문",),
    pattern=_BEFORE + r"(?!등[을를])(?P<name>[\p{L}\d·&\-㈜]{1,30}?)['’]?(?:\([^()\n]{1,20}\))?+(?: 등)?"
    r"(?P<particle>을|를|도) (?:['\"]?{visit_words:manner}['\"]? ?){0,3}+방문",
    yes=(
        Yes("홍길동 장관은 [name:배움원][particle:을] 비공개 방문했다."),
        Yes("박서연 의원이 한빛협회 [name:한빛회][particle:를] 방문해 설명을 들었다."),
    ),
    no=(
        No("배움원 방문객이 늘었다.", why="visitors, not a visit"),
        No("그는 현장에 방문했다.", why="not an object"),
    ),
)

HEADLINED = Rule(
    id="place.headlined",
    means="what stands before the noun 방문; the stage takes it in headlines only",
    needs=("방문",),
    pattern=_BEFORE + r"(?!(?:{visit_words:manner}|이번|현장|상호|답례|연쇄|의) )(?P<name>[\p{L}\d·&\-㈜]{2,24}) (?P<particle>)"
    r"(?:['\"]?{visit_words:manner}['\"]? ?){0,3}+방문(?=$|[…,.\s])",
    yes=(
        Yes("홍길동, [name:배움원] 비공개 방문…지원 약속"),
        Yes("박서연 장관 [name:한빛협회] 방문"),
    ),
    no=(
        No("홍길동, 첫 현장 방문", why="what is visited is not named"),
        No("배움원 방문객 급증", why="visitors, not a visit"),
    ),
)

RULES = (COUNTRY, SHORT_COUNTRY, AREA, PROVINCE, CITY, FOREIGN_CITY, LOCAL, SITE, VENUE, LOCATED, VISITED, HEADLINED)
