"""Reporting verbs.

A verb's form tells what it does: *main* ends a sentence or stands inside another report (말했다, 말했다고), *link* goes on to
the next clause (말하며, 밝혔는데), *mod* qualifies a noun (밝힌).
"""

from __future__ import annotations

from visitextract.rules.rule import No, Rule, Yes

_FREE = r"(?:(?<![가-힣A-Za-z])|(?<=[다라자냐]고))"  # a word of its own, or glued on: 했다고밝혔다
_END = r"(?:다|습니다|었다|었습니다|었죠|죠|어요)"
_DID = r"(?:한다|합니다|했다|했습니다)"
_GOES_ON = r"(?:고|으며|으면서도?|는데|으나|지만|으니|더니)"
_DOES = (
    r"(?:한다|합니다|하고 있(?:다|습니다)|한 바 있(?:다|습니다)|해 ?왔(?:다|습니다)|하고 나섰(?:다|습니다)"
    rf"|하기(?:도|까지) {_DID})"
)
_AND = r"고(?! (?:있|나섰))"
_STIRS = r"(?= (?:눈길|화제|논란|주목|파장|관심))"  # 밝혀 눈길을 끌었다
_DID_LINK = rf"(?:했|하였){_GOES_ON}|하기(?:도|까지) (?:했|하){_GOES_ON}"


def main_form(kind: str) -> str:
    """A verb of ``kind`` that ends a clause."""
    root, past, base, mod, inf = (f"{{reporting_verbs:{kind}_{form}}}" for form in ("root", "past", "base", "mod", "inf"))
    return (
        rf"(?P<verb>{root}(?:(?:했|하였){_END}|{_DOES})|{past}{_END}|{mod} 바 있(?:다|습니다)|{base}기(?:도|까지) {_DID}"
        rf"|{mod}다|{base}는다|{base}고 있(?:다|습니다)|{base}고 나섰(?:다|습니다)|{inf} ?왔(?:다|습니다))"
    )


def link_form(kind: str) -> str:
    """A verb of ``kind`` that goes on to the next clause."""
    root, past, base, inf = (f"{{reporting_verbs:{kind}_{form}}}" for form in ("root", "past", "base", "inf"))
    return (
        rf"(?P<verb>{root}(?:{_DID_LINK}|하(?:며|면서도?|{_AND}|자|는 한편)|하고 있(?:고|으며|는데|지만)|해{_STIRS})"
        rf"|{past}{_GOES_ON}|{base}(?:으?며|으?면서도?|{_AND}|자|는 한편|기도 (?:했|하){_GOES_ON}|고 있(?:고|으며|는데|지만))"
        rf"|{inf}{_STIRS})"
    )


def mod_form(kind: str) -> str:
    """A verb of ``kind`` that qualifies a noun."""
    root, past, base, mod = (f"{{reporting_verbs:{kind}_{form}}}" for form in ("root", "past", "base", "mod"))
    return rf"(?P<verb>{root}(?:한|하는|할|했던|하던)|{past}던|{base}(?:는|던)|{mod})(?=\s)(?! 바 있)"


SAY_MAIN = Rule(
    id="statement.verb.say.main",
    means="a verb of speaking or writing ends the clause: what stands before it was said",
    pattern=_FREE + main_form("say"),
    yes=(
        Yes("홍길동 장관은 협의가 끝났다고 [verb:밝혔다]."),
        Yes("김민수 대표는 일정을 늦추자고 [verb:제안하기도 했다]."),
        Yes("박서연 위원장은 준비가 됐다고 [verb:설명한 바 있습니다]."),
        Yes("회사는 계획이 없다고 [verb:선을 그었다]."),
        Yes("김민수 대표는 아직 이르다고 [verb:꼬집는다]."),
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
    pattern=_FREE + link_form("say"),
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
    pattern=_FREE + mod_form("say"),
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
    pattern=_FREE + main_form("think"),
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
    pattern=_FREE + link_form("think"),
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
    pattern=(
        r"(?<![가-힣])(?:{reporting_nouns:speech}|{reporting_nouns:question})[을를도만]\s(?:(?!하기도)[가-힣]{1,5}\s)?"
        rf"(?:{main_form('light')}|{link_form('light')}|{main_form('say')}|{link_form('say')}"
        rf"|(?P<verb>(?:했|하였)(?:다|습니다)|하기도 {_DID}|{_DID_LINK}|해(?= )|하(?:며|면서|자|고)))"
    ),
    yes=(
        Yes("홍길동 장관은 깊은 우려를 [verb:나타냈다]."),
        Yes("김민수 대표는 웃으며 농담을 [verb:하기도 했다]."),
        Yes("박서연 위원장은 덕담을 [verb:건넸습니다]."),
        Yes("해설위원은 거친 발언을 [verb:해] 논란이 됐다."),
    ),
    no=(
        No("홍길동 장관은 물건을 냈다.", why="물건 is not what is uttered"),
        No("우려가 나타났다.", why="nobody utters it"),
    ),
    value={"kind": "light"},
)

DID = Rule(
    id="statement.verb.did",
    means="했다 straight after 고 or 라 stands for 말했다",
    pattern=(
        r"(?<=[가-힣\"”'’」](?:고(?:도|만|까지|는)?|이?라)\s?)"
        rf"(?P<verb>(?:했|하였)(?:다|습니다|었다|죠)|하기(?:도|까지) {_DID}|{_DID_LINK}"
        r"|하고 있(?:다|습니다)|하(?:자|면서)|한 바 있(?:다|습니다))"
    ),
    yes=(
        Yes("홍길동 장관은 어렵다고 [verb:했다]."),
        Yes('김민수 대표는 "사실"이라고도 [verb:했는데] 반응이 없었다.'),
        Yes("박서연 위원장은 준비가 됐다고 [verb:하기도 했다]."),
    ),
    no=(
        No("두 나라는 협력을 강화하기로 했다.", why="a decision, not speech"),
        No("행사를 열고 한다고 해서 달라지지 않는다.", why="a concession"),
    ),
    value={"kind": "say"},
)

FORMS = (SAY_MAIN, SAY_LINK, THINK_MAIN, THINK_LINK, LIGHT, DID, SAY_MOD)
