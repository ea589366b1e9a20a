"""Who wrote an article and for whom: datelines, bylines, sign-offs, e-mail addresses.

``inner`` and ``who`` hold reporters' names among places, desks and outlets, which the reader tells apart; ``outlet`` is the
outlet as written.
"""

from __future__ import annotations

from visitextract.rules.rule import No, Rule, Yes

_MAIL = r"[A-Za-z0-9][A-Za-z0-9._+\-]{1,40}@[A-Za-z0-9\-]{1,30}(?:\.[A-Za-z0-9\-]{2,20}){1,3}"
_NAMES = r"[가-힣A-Za-z0-9]{2,10}(?:(?: ?[·ㆍ,/] ?| )[가-힣A-Za-z]{2,10}){0,7}?"
_WORD = r"(?:[^\[\]〔〕【】()<>\n“”\"]|\([^()\n]{1,10}\))"  # a bracketed byline's letter, or a country in round brackets
_ONE = r"(?:[가-힣]{3,4}|[가-힣]{2}(?<![은는이가의도]))"

AGENCY = Rule(
    id="byline.agency",
    means="an agency's dateline: place, outlet, reporters and an equals sign",
    pattern=(
        r"[(\[〔【] ?(?P<place>[가-힣A-Za-z·, ]{1,20}?(?:\( ?[가-힣 ]{1,12}\))?) ?= ?(?:AP/|AFP/|신화/)?"
        r"(?P<outlet>[가-힣A-Za-z0-9 ]{2,14}) ?[)\]〕】] ?"
        r"(?P<who>[가-힣A-Za-z·ㆍ, ]{2,80}?)? ?=(?=[ 가-힣“\"‘']|$)"
    ),
    needs=("=",),
    value={"zone": "byline", "extent": "match"},
    yes=(
        Yes("([place:서울]=[outlet:연합뉴스]) [who:홍길동 김민수 기자] = 두 장관이 만났다."),
        Yes("[[place:뉴욕]=[outlet:뉴시스]][who:박서연 특파원] = 두 장관이 만났다."),
    ),
    no=(
        No("홍길동 장관 (AFP=연합뉴스)", why="a picture's credit: no reporters, no second equals sign"),
        No("함수 f(x)=2 그리고 y=3", why="formulas"),
    ),
)

BRACKET = Rule(
    id="byline.bracket",
    means="a reporter's byline in brackets, with outlet, place or desk",
    pattern=(
        rf"[\[〔【(<](?![ ]?(?:{{bylines:craft}}))(?P<inner>{_WORD}{{1,60}}?(?:{{bylines:title}})"
        rf"(?:[ ,·/=|]{{1,3}}{_WORD}{{1,60}}?(?:{{bylines:title}}))?(?:[ /]{{0,3}}{_MAIL})?) ?[\]〕】)>]"
    ),
    needs=("기자", "특파원", "통신원", "위원", "인턴", "에디터", "캐스터", "리포터", "수습"),
    value={"zone": "byline", "extent": "match"},
    yes=(
        Yes("[[inner:가나경제=홍길동 기자]] 두 장관이 만났다."),
        Yes("두 장관이 만났다.[[inner:워싱턴 홍길동 특파원]]"),
        Yes("〔[inner:가나서울│오산=홍길동기자]〕두 장관이"),
        Yes("[[inner:홍길동 디지털팀 기자 hong@example.com]] 두 장관이"),
    ),
    no=(
        No("[사진=홍길동 기자]", why="a photographer"),
        No("[홍길동 (4월 5일)]\"만나겠습니다.\"", why="a speaker's tag"),
    ),
)

OUTLET_TAG = Rule(
    id="byline.outlet",
    means="the outlet's name in brackets, at a paragraph's head",
    pattern=r"(?m)^ ?[\[【〔](?P<outlet>{outlets:outlet})(?: (?:{bylines:place}))?[\]】〕]",
    needs=("[", "【", "〔"),
    value={"zone": "byline", "extent": "match"},
    yes=(Yes("[[outlet:파이낸셜뉴스]] 두 장관이 만났다."), Yes("[[outlet:KBS] 청주] 두 장관이 만났습니다.")),
    no=(
        No("두 장관이 만나고 있다. [연합뉴스]", why="a picture's credit"),
        No("[단독] 두 장관이 만났다.", why="a label"),
    ),
)

PLACE_WHO = Rule(
    id="byline.place",
    means="a place, an equals sign and a reporter, as a paragraph begins",
    pattern=(
        r"(?P<inner>(?:{bylines:place})(?:·(?:{bylines:place}))? ?[=ㅣ|│] ?"
        rf"{_NAMES} ?(?:{{bylines:title}}))(?=[^은는이가의]|$)"
    ),
    needs=("=", "ㅣ", "|", "│"),
    value={"zone": "byline", "extent": "match"},
    yes=(Yes("[inner:베이징=홍길동 특파원]“만날 것”이라고 했다."), Yes("[inner:광주·무안=홍길동 기자]")),
    no=(
        No("서울=부산 노선이 다시 열린다.", why="a route"),
        No("베이징에서 홍길동 특파원이 전했다.", why="a sentence"),
    ),
)

SIGN_OFF = Rule(
    id="byline.signoff",
    means="a broadcast reporter signs off with outlet and name",
    pattern=(
        r"(?:지금까지 )?(?:[가-힣0-9 ]{2,20}에서 )?(?P<outlet>{outlets:outlet})(?: ?뉴스)? "
        r"(?P<who>[가-힣]{2,4}?)(?:입니다|이었습니다|였습니다)\.?"
    ),
    needs=("입니다", "였습니다", "이었습니다"),
    value={"zone": "byline", "extent": "match"},
    yes=(
        Yes("두 정상이 만났습니다. [outlet:KBS 뉴스] [who:홍길동]입니다."),
        Yes("지금까지 국회에서 [outlet:YTN] [who:홍길동]입니다."),
    ),
    no=(
        No("KBS 뉴스는 이렇게 전했습니다.", why="a sentence about an outlet"),
        No("홍길동 대표입니다.", why="no outlet"),
    ),
)

INTRODUCED = Rule(
    id="byline.introduced",
    means="a presenter hands over to a reporter",
    pattern=(
        r"(?:(?:(?m:^)|(?<=[.!?\]>▶】] ?))[^.!?\n\"“”\[\]]{1,40}?[ ,])?"
        rf"(?<![가-힣])(?P<who>{_ONE}(?:·[가-힣]{{2,4}})?) (?:기자|특파원)(?:입니다|였습니다|이었습니다|,? 잘 들었습니다|"
        r"(?:의)? (?:단독 )?(?:보도|취재|리포트)입니다|"
        r"가 [^.\n]{0,30}?(?:보도|취재|전해|전합|정리|살펴|짚어|알아|따라가|만나|담아|분석|점검|설명)[^.\n]{0,12}?니다|"
        r" ?(?:나왔습니다|나와 ?있습니다|연결합니다|연결하겠습니다)|[와과] (?:함께|더|자세히)[^.\n]{0,20}니다)\.|"
        rf"▶ ?스탠딩 ?: ?(?P<who>{_ONE})(?: ?/ ?기자)? ?- ?"
    ),
    needs=("기자", "특파원"),
    value={"zone": "byline", "extent": "match"},
    yes=(
        Yes("사건사고 소식, [who:홍길동] 기자입니다."),
        Yes("[who:홍길동] 기자가 보도합니다."),
        Yes("[who:홍길동] 기자의 단독 보도입니다."),
        Yes("▶ 스탠딩 : [who:홍길동] / 기자- 결과는 내일 나옵니다."),
    ),
    no=(
        No("홍길동 기자가 체포됐다.", why="a sentence about a reporter"),
        No("그는 기자입니다.", why="no name"),
    ),
)

TAIL = Rule(
    id="byline.tail",
    means="a reporter's name and title behind the last sentence, or a line of nothing else, perhaps with an e-mail address",
    pattern=(
        r"(?:(?m:^)[ /·\-▶]{0,4}|(?<=[.!?\"”’)\]>~-])[ /]{0,3})(?:" + _MAIL + r" )?"
        r"(?P<inner>(?:글[·, ]{1,2}사진[ =|]{1,3}|글[ =|]{1,3})?(?:[가-힣·]{2,12} ?[=ㅣ|│/] ?)?(?!(?:{bylines:craft})[ =:|/])"
        rf"{_NAMES} ?(?:{{bylines:title}})(?:[,·/ ]{{1,3}}{_NAMES} ?(?:{{bylines:title}})){{0,3}})"
        rf"(?: ?[\[(]?(?:{_MAIL}|[A-Za-z0-9._\-]{{3,20}}@)[\])]?)? ?\.?(?=#| ?(?m:$))"
    ),
    needs=("기자", "특파원", "통신원", "위원", "인턴", "에디터", "캐스터", "리포터"),
    value={"zone": "byline", "extent": "match"},
    yes=(
        Yes("두 장관이 만났다. [inner:홍길동 기자]"),
        Yes("[inner:홍길동 기자] hong@example.com"),
        Yes("두 장관이 만났다.[inner:경기ㅣ홍길동 스포츠동아 기자] hong@example.com"),
    ),
    no=(
        No("두 장관은 홍길동 기자", why="no sentence ends before the name"),
        No("두 장관이 만났다. 홍길동 기자가 물었다.", why="a sentence about a reporter"),
    ),
)

EMAIL = Rule(
    id="byline.email",
    means="an e-mail address at a line's end",
    pattern=rf"[ /]{{0,3}}(?<![A-Za-z0-9._+\-])(?P<mail>{_MAIL})[ .)\]>]{{0,3}}(?m:$)",
    needs=("@",),
    value={"zone": "byline", "extent": "match"},
    yes=(Yes("두 장관이 만났다. [mail:hong@example.com]"), Yes("[mail:hong.gildong@news.example.kr]")),
    no=(
        No("문의는 hong@example.com 으로 하면 된다.", why="inside a sentence"),
        No("그의 계정은 @hong이다.", why="no address"),
    ),
)

OUTLET_LINE = Rule(
    id="byline.outlet_line",
    means="a line of nothing but an outlet's name",
    pattern=r"(?m)^ ?/? ?(?P<outlet>{outlets:outlet})(?: ?= ?뉴스)?(?: 제공)?$",
    value={"zone": "byline", "extent": "match"},
    yes=(Yes("[outlet:중앙일보]"), Yes("/[outlet:연합뉴스]")),
    no=(
        No("중앙일보에 따르면 두 장관이 만났다.", why="a sentence"),
        No("중앙일보 사장", why="a post"),
    ),
)

RULES = (AGENCY, BRACKET, OUTLET_TAG, PLACE_WHO, SIGN_OFF, INTRODUCED, TAIL, OUTLET_LINE, EMAIL)
