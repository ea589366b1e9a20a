"""What follows a closing mark and tells that the words between the marks were said."""

from __future__ import annotations

from visitextract.rules.rule import No, Rule, Yes
from visitextract.rules.statements.verbs import link_form, main_form

TAIL_CHAIN = Rule(
    id="statement.tail.chain",
    means="며 or 면서 straight after the closing mark: the words were said, and the sentence goes on",
    pattern=r"[\"“”'‘’」]\s?(?:\(\d[^()]{1,12}\))?(?P<tail>(?:이?라|으라)?(?:며|면서도|면서는|면서|더니))(?![칠느])",
    yes=(
        Yes('홍길동 장관은 "길이 열렸다"[tail:며] 웃었다.'),
        Yes("김민수 대표는 “새 출발”[tail:이라면서] 손을 내밀었다."),
        Yes('박서연 위원장은 "쉽지 않다"[tail:면서도] 기대를 나타냈다.'),
    ),
    no=(
        No('홍길동 장관은 "길"을 열었다.', why="no reporting particle"),
        No('"새 출발"이라는 책을 냈다.', why="a title"),
    ),
    value={"tail": "chain"},
)

TAIL_THAT = Rule(
    id="statement.tail.that",
    means="라고 or 고 straight after the closing mark: the words are what the next verb reports",
    pattern=r"[\"“”'‘’」]\s?(?P<tail>(?:이?라|으라)?고(?:도|만|까지|는)?(?![가-힣])|이?라(?=\s)|이?라고(?=[가-힣])|고(?=(?:말|밝|했|강조|전했|덧붙)))",
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
    pattern=r"[\"“”'‘’」]\s?(?P<tail>(?:이?라)?는|이?란|이?라던)\s(?P<middle>[^\"“”'‘’.]{0,30}?)(?<![가-힣])(?P<noun>{reporting_nouns:speech}|{reporting_nouns:question})"
    r"(?P<particle>에게|에는|에도|에선|에서|에|으로|로|만|까지|부터|이다|입니다|이었다|이었습니다|였다|[은는이가을를도의과와])?(?![가-힣])",
    yes=(
        Yes('홍길동 장관은 "언제 가느냐"[tail:는] [noun:질문][particle:에] 웃었다.'),
        Yes('홍길동 장관은 "길이 열렸다"[tail:는] [noun:입장][particle:을] 냈다.'),
        Yes('"쉽지 않다"[tail:라는] [middle:김민수 대표의 ][noun:발언][particle:이] 알려졌다.'),
        Yes('한빛전자는 "확인하고 있다"[tail:는] [noun:입장][particle:입니다].'),
    ),
    no=(
        No('"새 출발"이라는 책을 냈다.', why="a title"),
        No('홍길동 장관은 "길이 열렸다"고 말했다.', why="a verb reports it", belongs_to="statement.tail.that"),
    ),
    value={"tail": "noun"},
)

TAIL_OWNER = Rule(
    id="statement.tail.owner",
    means="the words with their speaker behind them: \"…\"는 게 홍 장관의 설명이다",
    pattern=(
        r"[\"“”'‘’」]\s?(?P<tail>(?:이?라)?는) (?:게|것이|것은|건) (?P<middle>[^\"“”.]{1,30}?)의 (?:[가-힣]{1,4} )?"
        r"(?P<noun>{reporting_nouns:stand}|{reporting_nouns:speech})(?P<particle>이다|입니다|이었다|다)(?![가-힣])"
    ),
    yes=(
        Yes('"길이 곧 열린다"[tail:는] 게 [middle:홍길동 장관]의 [noun:설명][particle:이다].'),
        Yes('“아직 이르다”[tail:라는] 것이 [middle:김민수 대표]의 [noun:말][particle:입니다].'),
    ),
    no=(
        No('"길이 곧 열린다"는 게 사실이다.', why="nobody's words"),
        No('홍길동 장관은 "길이 곧 열린다"는 입장을 냈다.', why="the subject's own", belongs_to="statement.tail.noun"),
    ),
    value={"tail": "owner"},
)

TAIL_WORDS = Rule(
    id="statement.tail.words",
    means="the words stand right before a noun of speech, or are somebody's words: \"…\" 입장을 밝혔다, \"…\" 홍 장관의 말이다",
    pattern=r"[\"“”'‘’」]\s?(?P<middle>[^\"“”'‘’.]{0,30}?)(?<![가-힣])(?P<noun>{reporting_nouns:speech}|{reporting_nouns:stand})(?P<particle>이다|입니다|이었다|였다|[을를])(?![가-힣])",
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
    means="the words are the object of a verb of speech or what something is called: \"…\"을 제안했다, \"…\"로 규정했다",
    pattern=(
        rf"[\"“”]\s?(?P<tail>을|를)\s(?:[가-힣]{{1,6}}\s)?(?={main_form('say')}|{link_form('say')})"
        r"|[\"“”]\s?(?P<tail>으로|로)\s(?=(?P<verb>(?:규정|평가|정의|묘사|비유|진단)(?:했|하며|하고 있|한다)))"
    ),
    yes=(
        Yes('홍길동 장관은 "함께 만드는 질서"[tail:를] [verb:제안했다].'),
        Yes("시민들은 “우리 팀 이겨라”[tail:를] 거듭 [verb:외치며] 걸었다."),
        Yes('홍길동 장관은 이 일을 "새로운 도약의 때"[tail:로] [verb:규정했]다.'),
    ),
    no=(
        No('주민들은 "축제"를 열었다.', why="no verb of speech"),
        No('홍길동 장관은 "함께 가자"고 제안했다.', why="고 reports it", belongs_to="statement.tail.that"),
    ),
    value={"tail": "object"},
)

TAIL_BARE = Rule(
    id="statement.tail.bare",
    means="a verb of speech right after the closing mark, its 고 left out: \"…\" 밝혔다",
    pattern=rf"[\"“”]\s?(?={main_form('say')})",
    yes=(
        Yes('홍길동 장관은 "길이 곧 열린다" [verb:밝혔다].'),
        Yes("김민수 대표는 “함께 가자” [verb:제안했습니다]."),
    ),
    no=(
        No('홍길동 장관은 "길이 곧 열린다"고 밝혔다.', why="고 reports it", belongs_to="statement.tail.that"),
        No('홍길동 장관은 "새 출발" 행사를 열었다.', why="no verb of speech"),
    ),
    value={"tail": "bare"},
)

TAIL_SOURCE = Rule(
    id="statement.tail.source",
    means="the source in brackets after the closing mark: \"…\"(수도권 의원)는 말이 나온다",
    pattern=r"[\"“”]\s?\((?P<who>[^()\d\"“”]{2,24})\)\s?(?P<tail>(?:이?라)?(?:고|며|면서|는)|란)?",
    yes=(
        Yes('당에서는 "너무 이르다"([who:수도권 의원])[tail:는] 말이 나온다.'),
        Yes("반응은 엇갈렸다. “아직 멀었다”([who:한 주민]) “기다렸다”([who:상인])."),
    ),
    no=(
        No('"너무 이르다"(2024년 5월)고 적었다.', why="a date, nobody"),
        No('"너무 이르다"는 말이 나온다.', why="no brackets"),
    ),
    value={"tail": "source"},
)

FORMS = (TAIL_CHAIN, TAIL_THAT, TAIL_NOUN, TAIL_OWNER, TAIL_WORDS, TAIL_OBJECT, TAIL_BARE, TAIL_SOURCE)
