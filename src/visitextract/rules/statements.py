"""Reporting verbs and the words between a quotation or a reported clause and its verb: how Korean news says that somebody said it.

A verb's form tells what it does: *main* ends a sentence or stands inside another report (말했다, 말했다고), *link* goes on to
the next clause (말하며, 밝혔는데), *mod* qualifies a noun (밝힌).
"""

from __future__ import annotations

from visitextract.rules.rule import No, Rule, Yes

_FREE = r"(?:(?<![가-힣A-Za-z])|(?<=[다라자냐]고))"  # a word of its own, or glued on: 했다고밝혔다
_END = r"(?:다|습니다|었다|었습니다|죠|어요)"
_DOES = r"(?:한다|합니다|하고 있(?:다|습니다)|한 바 있(?:다|습니다)|해 ?왔(?:다|습니다)|하고 나섰(?:다|습니다)|하기(?:도|까지) (?:한다|합니다|했다|했습니다))"
_GOES_ON = r"(?:고|으며|으면서도?|는데|으나|지만|으니|더니)"


def _main(kind: str) -> str:
    """A verb of ``kind`` that ends a clause."""
    root, past, base, mod, inf = (f"{{reporting_verbs:{kind}_{form}}}" for form in ("root", "past", "base", "mod", "inf"))
    return (
        rf"(?P<verb>{root}(?:(?:했|하였){_END}|{_DOES})|{past}{_END}|{mod} 바 있(?:다|습니다)|{base}기(?:도|까지) (?:한다|합니다|했다|했습니다)"
        rf"|{base}고 있(?:다|습니다)|{base}고 나섰(?:다|습니다)|{inf} ?왔(?:다|습니다))"
    )


def _link(kind: str) -> str:
    """A verb of ``kind`` that goes on to the next clause."""
    root, past, base, inf = (f"{{reporting_verbs:{kind}_{form}}}" for form in ("root", "past", "base", "inf"))
    return (
        rf"(?P<verb>{root}(?:(?:했|하였){_GOES_ON}|하(?:며|면서도?|고(?! (?:있|나섰))|자|는 한편|기도 (?:했|하){_GOES_ON})|해(?= (?:눈길|화제|논란|주목|파장|관심)))"
        rf"|{past}{_GOES_ON}|{base}(?:으?며|으?면서도?|고(?! (?:있|나섰))|자|는 한편|기도 (?:했|하){_GOES_ON}|고 있(?:고|으며|는데|지만))"
        rf"|{root}하고 있(?:고|으며|는데|지만)|{inf}(?= (?:눈길|화제|논란|주목|파장|관심)))"
    )


def _mod(kind: str) -> str:
    """A verb of ``kind`` that qualifies a noun."""
    root, past, base, mod = (f"{{reporting_verbs:{kind}_{form}}}" for form in ("root", "past", "base", "mod"))
    return rf"(?P<verb>{root}(?:한|하는|할|했던|하던)(?! 바 있)|{past}던|{base}(?:는|던)|{mod})(?=\s)(?! 바 있)"


SAY_MAIN = Rule(
    id="statement.verb.say.main",
    means="a verb of speaking or writing ends the clause: what stands before it was said",
    pattern=_FREE + _main("say"),
    yes=(
        Yes("홍길동 장관은 협의가 끝났다고 [verb:밝혔다]."),
        Yes("김민수 대표는 일정을 늦추자고 [verb:제안하기도 했다]."),
        Yes("박서연 위원장은 준비가 됐다고 [verb:설명한 바 있습니다]."),
        Yes("회사는 계획이 없다고 [verb:선을 그었다]."),
        Yes("노조는 교섭에 나서라고 [verb:요구하고 있다]."),
    ),
    no=(
        No("협의가 끝난 것으로 전해졌다.", why="hearsay: nobody is said to say it"),
        No("지역 경제를 크게 발전했다.", why="전 is the end of another word"),
        No("홍길동 장관이 밝힌 방안이다.", why="qualifies a noun", belongs_to="statement.verb.say.mod"),
    ),
    value={"kind": "say", "form": "main"},
)

SAY_LINK = Rule(
    id="statement.verb.say.link",
    means="a verb of speaking or writing goes on to the next clause",
    pattern=_FREE + _link("say"),
    yes=(
        Yes("홍길동 장관은 기대가 크다고 [verb:밝히며] 손을 흔들었다."),
        Yes("김민수 대표가 사실이 아니라고 [verb:말했는데] 회의장이 술렁였다."),
        Yes("기자가 언제 가느냐고 [verb:묻자] 그는 웃었다."),
    ),
    no=(
        No("홍길동 장관은 기대가 크다고 밝혔다.", why="ends the clause", belongs_to="statement.verb.say.main"),
        No("두 사람은 손을 잡고 걸었다.", why="no reporting verb"),
        No("노조는 교섭을 요구하고 있다.", why="고 있다 ends the clause", belongs_to="statement.verb.say.main"),
    ),
    value={"kind": "say", "form": "link"},
)

SAY_MOD = Rule(
    id="statement.verb.say.mod",
    means="a verb of speaking or writing qualifies a noun",
    pattern=_FREE + _mod("say"),
    yes=(
        Yes("홍길동 장관이 어렵다고 [verb:밝힌] 방안이다."),
        Yes("김민수 대표가 옳다고 [verb:평가한] 일이다."),
        Yes("박서연 위원장이 필요하다고 [verb:언급했던] 예산이다."),
    ),
    no=(
        No("박서연 위원장은 준비가 됐다고 밝힌 바 있다.", why="바 있다 ends the clause", belongs_to="statement.verb.say.main"),
        No("홍길동 장관은 어렵다고 밝혔다.", why="ends the clause", belongs_to="statement.verb.say.main"),
    ),
    value={"kind": "say", "form": "mod"},
)

THINK_MAIN = Rule(
    id="statement.verb.think.main",
    means="a verb of expecting or judging ends the clause: the source holds what stands before it",
    pattern=_FREE + _main("think"),
    yes=(
        Yes("업계는 수요가 늘 것으로 [verb:내다봤다]."),
        Yes("정부는 물가가 안정될 것으로 [verb:보고 있다]."),
        Yes("전문가들은 값이 내릴 것으로 [verb:예상하고 있습니다]."),
    ),
    no=(
        No("값이 내릴 것으로 예상된다.", why="passive: no source"),
        No("주민들은 공연을 즐겁게 즐겼다.", why="no verb of judging"),
    ),
    value={"kind": "think", "form": "main"},
)

THINK_LINK = Rule(
    id="statement.verb.think.link",
    means="a verb of expecting or judging goes on to the next clause",
    pattern=_FREE + _link("think"),
    yes=(
        Yes("업계는 수요가 늘 것으로 [verb:내다봤지만] 생산은 그대로였다."),
        Yes("회사는 값이 내릴 것으로 [verb:예상하며] 재고를 줄였다."),
    ),
    no=(
        No("업계는 수요가 늘 것으로 내다봤다.", why="ends the clause", belongs_to="statement.verb.think.main"),
        No("값이 내릴 것으로 예상되며 재고가 줄었다.", why="passive: no source"),
    ),
    value={"kind": "think", "form": "link"},
)

LIGHT = Rule(
    id="statement.verb.light",
    means="a noun of speech with a verb that only carries it: 우려를 나타냈다, 농담을 건넸다",
    pattern=rf"(?<![가-힣])(?:{{reporting_nouns:speech}}|{{reporting_nouns:question}})(?:을|를|도)\s(?:(?!하기도)[가-힣]{{1,5}}\s)?(?:{_main('light')}|{_link('light')}|"
    rf"{_main('say')}|{_link('say')}|(?P<verb>(?:했|하였)(?:다|습니다|{_GOES_ON})|하기도 (?:했|하였|한|합)(?:다|습니다|니다|{_GOES_ON})|해(?= )|하(?:며|면서|자|고)))",
    yes=(
        Yes("홍길동 장관은 깊은 우려를 [verb:나타냈다]."),
        Yes("김민수 대표는 웃으며 농담을 [verb:하기도 했다]."),
        Yes("박서연 위원장은 덕담을 [verb:건넸습니다]."),
        Yes("해설위원은 거친 발언을 [verb:해] 논란이 됐다."),
    ),
    no=(
        No("홍길동 장관은 자료를 냈다.", why="자료 is not what is uttered"),
        No("우려가 나타났다.", why="nobody utters it"),
    ),
    value={"kind": "light", "form": "main"},
)

DID = Rule(
    id="statement.verb.did",
    means="했다 straight after 고 or 라 stands for 말했다",
    pattern=rf"(?<=[가-힣\"”'’」](?:고(?:도|만|까지|는)?|이?라)\s?)(?P<verb>(?:했|하였)(?:다|습니다|었다|죠|{_GOES_ON})|하기(?:도|까지) (?:했|하였|한|합)(?:다|습니다|니다|{_GOES_ON})"
    r"|하고 있(?:다|습니다)|하(?:자|면서)|한 바 있(?:다|습니다))",
    yes=(
        Yes("홍길동 장관은 어렵다고 [verb:했다]."),
        Yes('김민수 대표는 "사실"이라고도 [verb:했는데] 반응이 없었다.'),
        Yes("박서연 위원장은 준비가 됐다고 [verb:하기도 했다]."),
    ),
    no=(
        No("두 나라는 협력을 강화하기로 했다.", why="a decision, not speech"),
        No("행사를 열고 한다고 해서 달라지지 않는다.", why="a concession"),
    ),
    value={"kind": "say", "form": "main"},
)

TAIL_CHAIN = Rule(
    id="statement.tail.chain",
    means="며 or 면서 straight after the closing mark: the words were said, and the sentence goes on",
    pattern=r"[\"”'’」]\s?(?P<tail>(?:이?라|으라)?(?:며|면서도|면서는|면서|더니))(?![칠느])",
    yes=(
        Yes('홍길동 장관은 "길이 열렸다"[tail:며] 웃었다.'),
        Yes("김민수 대표는 “새 출발”[tail:이라면서] 손을 내밀었다."),
        Yes('박서연 위원장은 "쉽지 않다"[tail:면서도] 기대를 나타냈다.'),
    ),
    no=(
        No('홍길동 장관은 "길"을 열었다.', why="no reporting particle"),
        No('"새 출발"이라는 책을 냈다.', why="a title", belongs_to="statement.tail.noun"),
    ),
    value={"tail": "chain"},
)

TAIL_THAT = Rule(
    id="statement.tail.that",
    means="라고 or 고 straight after the closing mark: the words are what the next verb reports",
    pattern=r"[\"”'’」]\s?(?P<tail>(?:이?라|으라)?고(?:도|만|까지|는)?(?![가-힣])|이?라(?=\s)|이?라고(?=[가-힣])|고(?=(?:말|밝|했|강조|전했|덧붙)))",
    yes=(
        Yes('홍길동 장관은 "길이 열렸다"[tail:고] 말했다.'),
        Yes("김민수 대표는 ‘새 출발’[tail:이라고] 강조했다."),
        Yes('박서연 위원장은 "끝이 아니다"[tail:라고도] 했다.'),
    ),
    no=(
        No('홍길동 장관은 "길이 열렸다"며 웃었다.', why="goes on", belongs_to="statement.tail.chain"),
        No("‘나무’ 고목이 서 있다.", why="고 begins a word"),
    ),
    value={"tail": "that"},
)

TAIL_NOUN = Rule(
    id="statement.tail.noun",
    means="라는 or 는 after the closing mark with a noun of speech: the words are its content",
    pattern=r"[\"”'’」]\s?(?P<tail>(?:이?라)?는|이?란|이?라던)\s(?P<middle>[^\"“”'‘’.]{0,30}?)(?<![가-힣])(?P<noun>{reporting_nouns:speech}|{reporting_nouns:question})"
    r"(?P<particle>에게|에는|에도|에선|에서|에|으로|로|만|까지|[은는이가을를도의과와])?(?![가-힣])",
    yes=(
        Yes('홍길동 장관은 "언제 가느냐"[tail:는] [noun:질문][particle:에] 웃었다.'),
        Yes('홍길동 장관은 "길이 열렸다"[tail:는] [noun:입장][particle:을] 냈다.'),
        Yes('"쉽지 않다"[tail:라는] [middle:김민수 대표의 ][noun:발언][particle:이] 알려졌다.'),
    ),
    no=(
        No('"새 출발"이라는 책을 냈다.', why="a title"),
        No('홍길동 장관은 "길이 열렸다"고 말했다.', why="a verb reports it", belongs_to="statement.tail.that"),
    ),
    value={"tail": "noun"},
)

TAIL_WORDS = Rule(
    id="statement.tail.words",
    means="the words stand right before a noun of speech, or are somebody's words: \"…\" 입장을 밝혔다, \"…\" 홍 장관의 말이다",
    pattern=r"[\"”'’」]\s?(?P<middle>[^\"“”'‘’.]{0,30}?)(?<![가-힣])(?P<noun>{reporting_nouns:speech}|{reporting_nouns:stand})(?P<particle>이다|입니다|이었다|였다|[을를])(?![가-힣])",
    yes=(
        Yes('"산을 좋아한다." [middle:홍길동 장관의 ][noun:말][particle:이다].'),
        Yes('주민들은 "찬성" [noun:의견][particle:을] 밝혔다.'),
    ),
    no=(
        No('주민들은 "축제"를 열었다.', why="no noun of speech"),
        No('"새 출발" 행사를 열었다.', why="행사 is no speech"),
    ),
    value={"tail": "words"},
)

TAIL_OBJECT = Rule(
    id="statement.tail.object",
    means="the words are the object of a verb of speech: \"…\"을 제안했다",
    pattern=rf"[\"”]\s?(?P<tail>을|를)\s(?:[가-힣]{{1,6}}\s)?(?={_main('say')}|{_link('say')})",
    yes=(
        Yes('홍길동 장관은 "함께 만드는 질서"[tail:를] [verb:제안했다].'),
        Yes("시민들은 “우리 팀 이겨라”[tail:를] 거듭 [verb:외치며] 걸었다."),
    ),
    no=(
        No('주민들은 "축제"를 열었다.', why="no verb of speech"),
        No('홍길동 장관은 "함께 가자"고 제안했다.', why="고 reports it", belongs_to="statement.tail.that"),
    ),
    value={"tail": "object"},
)

REPORTED = Rule(
    id="statement.clause.that",
    means="a reported clause: 다고, 라고, 자고, 냐고",
    pattern=r"(?<=[가-힣A-Za-z0-9)%\]'’])(?P<cut>이(?=라고))?(?P<that>(?<=[다자냐라까죠네걸])(?<!마러라)고(?:도|만|까지|는)?|(?<=[달말하으히]라)고|(?<!마러)(?<![달말하으히])라고(?:도|만|까지|는)?)(?![가-힣])",
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

ACCORDING = Rule(
    id="statement.source.according",
    means="에 따르면 after a source: the rest of the sentence is the source's",
    pattern=r"(?<=\S)(?P<mark>(?: 등(?: [가-힣]{1,8}){0,2})?에 (?:따르면|의하면)),?",
    yes=(
        Yes("국토교통부[mark:에 따르면] 도로가 열린다."),
        Yes("가나통신[mark: 등 외신에 따르면] 회담은 길어졌다."),
    ),
    no=(
        No("홍길동 장관의 지시에 따라 도로가 열린다.", why="에 따라 is no source"),
        No("규정에 따른 조치다.", why="no source"),
    ),
    value={"clause": "according"},
)

HEARSAY_END = Rule(
    id="statement.clause.hearsay",
    means="a passive of knowing or telling ends the sentence: not part of what the source said",
    pattern=r"(?P<tail>(?:으로|로) (?:알려졌|전해졌|나타났|확인됐|파악됐|조사됐|집계됐|드러났|밝혀졌|추정됐|분석됐|알려지|전해지|파악되|추정되|추산되|예상되|전망되|분석되|보이|보였|관측되|알려진|전해진|추정된|예상된|전망된|파악된|보인|분석된|관측된)(?:다|습니다|고 있다|ㅂ니다)?\.?)\s*+\Z",
    yes=(
        Yes("사절단은 열 명이 될 것[tail:으로 알려졌다.]"),
        Yes("피해는 더 늘 것[tail:으로 보인다.]"),
    ),
    no=(
        No("사절단은 열 명이 된다고 밝혔다.", why="reported", belongs_to="statement.clause.that"),
        No("길로 나섰다.", why="no passive"),
    ),
)

SPEAKER_TAG = Rule(
    id="statement.source.tag",
    means="a broadcast's speaker tag before the opening mark: [홍길동/국회의원 (3월 2일)], <홍길동 / 주민>, 홍길동 / 대변인, 홍길동 장관 :",
    pattern=r"(?:[\[<]\s?(?:인터뷰|녹취|싱크|현장음)?\s?[|:/]?\s?(?P<who>[^\[\]<>\"“”:]{2,50}?)\s*(?:\((?P<day>[^()]{2,20})\)\s*)?(?::\s*|[\]>]\s*:?\s*)"
    r"|(?:\A|(?<=[.?!…\"”\]]))\s*(?P<who>[가-힣]{2,5}(?:\([^()]{1,20}\))?\s?/\s?[^\"“”.,:/\n]{2,40}?)\s*:?\s*"
    r"|(?:\A|(?<=[.?!…\"”\]]))\s*(?P<who>[가-힣]{2,5}\s[^\"“”.,:\n]{2,30}?)\s?:\s*)\Z",
    yes=(
        Yes("회의가 끝났습니다. [[who:홍길동 장관] : "),
        Yes("[[who:김민수/가나당 의원] ([day:3월 2일])]"),
        Yes("<[who:김민수 / 마을 주민]> "),
        Yes("이렇게 밝혔습니다.[who:박서연 / 가나청 대변인]"),
    ),
    no=(
        No("홍길동 장관은 ", why="an ordinary subject"),
        No("[사진=홍길동 기자] 회의가 끝났습니다. ", why="not before the mark"),
    ),
)

SAID_BEFORE = Rule(
    id="statement.tail.said_before",
    means="a sentence that only says that somebody spoke; his words follow as a sentence of their own",
    pattern=rf"(?:^|(?<=[은는이가께도로게며]\s)|(?<=(?:다시|한번|한마디|이렇게|이처럼|크게|또|거듭|불쑥)\s)){_main('say')}[.:]\s*\Z",
    yes=(
        Yes("홍길동 장관이 [verb:말했다]. "),
        Yes("옆에 있던 김민수 대표는 이렇게 [verb:물었다]."),
    ),
    no=(
        No("홍길동 장관은 준비가 됐다고 말했다. ", why="what he said is told already"),
        No("홍길동 장관이 말했다. 회의가 끝났다. ", why="another sentence stands between"),
    ),
)

OCCASION = Rule(
    id="statement.occasion",
    means="where or through what it was said: …에서, …을 통해",
    pattern=r"(?<![가-힣])(?P<occasion>(?:[^\s\"“”'‘’,.]+(?<![은는이가])\s){0,4}[^\s\"“”'‘’,.]*?(?:{occasions:speech}|{occasions:media}|{occasions:event}))"
    r"(?:에서(?:도|는)?|에서는|에선|에|[을를] (?:통해|내고|내어|내)|로|으로)(?=[\s,])",
    yes=(
        Yes("홍길동 장관은 [occasion:국회 기자회견]에서 길이 열렸다고 밝혔다."),
        Yes("김민수 대표는 [occasion:페이스북]을 통해 사과했다."),
    ),
    no=(
        No("홍길동 장관은 기자회견을 열었다.", why="not where it was said"),
        No("공장에서 일한다.", why="no occasion of speech"),
    ),
)

PREDICATES = (SAY_MAIN, SAY_LINK, THINK_MAIN, THINK_LINK, LIGHT, DID, SAY_MOD)
TAILS = (TAIL_CHAIN, TAIL_THAT, TAIL_NOUN, TAIL_WORDS, TAIL_OBJECT)
CLAUSES = (REPORTED, EXPECTED, REPORTED_CHAIN, REPORTED_NOUN)
RULES = (*PREDICATES, *TAILS, *CLAUSES, ACCORDING, HEARSAY_END, SPEAKER_TAG, SAID_BEFORE, OCCASION)
