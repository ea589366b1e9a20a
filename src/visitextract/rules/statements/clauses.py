"""Reported clauses without quotation marks: what ends them."""

from __future__ import annotations

from visitextract.rules.rule import No, Rule, Yes

REPORTED = Rule(
    id="statement.clause.that",
    means="a reported clause: 다고, 라고, 자고, 냐고",
    pattern=r"(?<=[가-힣A-Za-z0-9)%\]'’])(?P<cut>이(?=라고))?(?P<that>(?<=[다자냐라까죠네걸])(?<!마러라)고(?:도|만|까지|는)?|(?<=[달말하으히]라|아니라)고|(?<!마러)(?<![달말하으히]|아니)라고(?:도|만|까지|는)?)(?![가-힣])",
    yes=(
        Yes("홍길동 장관은 협의가 끝났다[that:고] 밝혔다."),
        Yes("김민수 대표는 오는 5월에 갈 계획[cut:이][that:라고] 말했다."),
        Yes("박서연 위원장은 함께 가자[that:고] 제안했다."),
        Yes("노조는 대책을 내달라[that:고] 요구했다."),
    ),
    no=(
        No("두 사람은 손을 잡고 걸었다.", why="고 joins two actions"),
        No("창고를 열었다.", why="고 is part of a word"),
        No("두 정상은 마러라고 리조트에서 만났다.", why="라고 ends a place's name"),
    ),
    value={"clause": "that"},
)

EXPECTED = Rule(
    id="statement.clause.expected",
    means="것으로 before a verb of judging: what the source expects",
    pattern=r"(?<=[가-힣] (?:것|거))(?P<that>으로|로)(?:도|는)?(?= )",
    yes=(
        Yes("업계는 수요가 늘 것[that:으로] 내다봤다."),
        Yes("전문가들은 값이 내릴 거[that:로] 본다."),
    ),
    no=(
        No("업계는 새것으로 바꿨다.", why="것 is part of a word"),
        No("수요가 늘 것이다.", why="the writer's own"),
    ),
    value={"clause": "expected"},
)

REPORTED_CHAIN = Rule(
    id="statement.clause.chain",
    means="a reported clause that goes on: 다며, 라며, 자면서",
    pattern=r"(?<=[가-힣A-Za-z0-9)%\]'’])(?P<cut>이(?=라(?:며|면서)))?(?P<that>(?<=[다자냐])(?:며|면서)도?|라(?:며|면서)도?)(?=[\s,])",
    yes=(
        Yes("홍길동 장관은 준비가 됐다[that:며] 일정을 설명했다."),
        Yes("김민수 대표는 5월에 갈 예정[cut:이][that:라며], 함께 가자고 했다."),
    ),
    no=(
        No("홍길동 장관은 손을 흔들며 웃었다.", why="며 joins two actions"),
        No("다면서점에 들렀다.", why="part of a word"),
    ),
    value={"clause": "chain"},
)

REPORTED_NOUN = Rule(
    id="statement.clause.noun",
    means="a reported clause with a noun of speech: 다는 입장이다, 라는 구상을 밝혔다",
    pattern=r"(?<=[가-힣A-Za-z0-9)%\]'’])(?P<cut>이(?=라는))?(?P<that>(?<=[다자])는|(?<![자바놀])라는) "
    r"(?:(?P<noun>{reporting_nouns:stand})(?P<particle>이다|입니다|이었다|이었습니다)|(?P<noun>{reporting_nouns:stand}|{reporting_nouns:speech})(?P<particle>[을를])(?=\s))",
    yes=(
        Yes("회사는 공장을 짓는다[that:는] [noun:구상][particle:을] 밝혀왔다."),
        Yes("홍길동 장관은 대화가 먼저[cut:이][that:라는] [noun:입장][particle:이다]."),
    ),
    no=(
        No("공장을 짓는다는 소문이 돌았다.", why="no source"),
        No("대화가 먼저라는 책을 냈다.", why="a title"),
        No("나무가 잘 자라는 계획이다.", why="라는 belongs to 자라다"),
    ),
    value={"clause": "noun"},
)

REPORTED_OWNER = Rule(
    id="statement.clause.owner",
    means="a reported clause with its source behind it: 다는 게 가나전자의 설명이다",
    pattern=(
        r"(?<=[가-힣A-Za-z0-9)%\]'’])(?P<cut>이(?=라는))?(?P<that>(?<=[다자])는|(?<![자바놀])라는) (?:게|것이|것은|건) "
        r"(?P<owner>[^\"“”.]{1,30}?)의 (?:[가-힣]{1,4} )?"
        r"(?P<noun>{reporting_nouns:stand}|{reporting_nouns:speech})(?P<particle>이다|입니다|이었다|다)(?![가-힣])"
    ),
    yes=(
        Yes("공장을 내년에 연다[that:는] 게 [owner:가나전자]의 [noun:설명][particle:이다]."),
        Yes("대화가 먼저[cut:이][that:라는] 것이 [owner:홍길동 장관]의 [noun:입장][particle:입니다]."),
    ),
    no=(
        No("공장을 연다는 게 사실이다.", why="nobody's words"),
        No("가나전자는 공장을 연다는 입장이다.", why="the source stands before it", belongs_to="statement.clause.noun"),
    ),
    value={"clause": "owner"},
)

HEARSAY_END = Rule(
    id="statement.clause.hearsay",
    means="a passive of knowing or telling ends the sentence: not part of what the source said",
    pattern=(
        r"(?P<tail>(?:으로|로) (?:"
        r"(?:확인|파악|조사|집계|추정|분석)(?:됐|되고 있)|(?:알려|전해|밝혀)(?:졌|지고 있)"
        r"|(?:나타|드러)(?:났|나고 있)|보였|보이고 있"
        r"|알려진|전해진|보인|(?:추정|예상|전망|파악|분석|관측|추산)된)(?:다|습니다)\.?)\s*+\Z"
    ),
    yes=(
        Yes("사절단은 열 명이 될 것[tail:으로 알려졌다.]"),
        Yes("피해는 더 늘 것[tail:으로 보인다.]"),
    ),
    no=(
        No("사절단은 열 명이 된다고 밝혔다.", why="reported", belongs_to="statement.clause.that"),
        No("길로 나섰다.", why="no passive"),
    ),
)

FORMS = (REPORTED, EXPECTED, REPORTED_CHAIN, REPORTED_NOUN, REPORTED_OWNER, HEARSAY_END)
