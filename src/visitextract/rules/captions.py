"""Picture captions and the credits behind them: a caption is read, its credit is not.

Groups: ``caption`` is the description, ``credit`` who took or gave the picture. Every rule stands at a line's head, since a
caption is a paragraph of its own, or was one before the page's line breaks were lost.
"""

from __future__ import annotations

from visitextract.rules.rule import No, Rule, Yes

_SOURCE = r"(?:{outlets:agency}|{outlets:outlet})"
_PHOTO = r"{page_furniture:photo}"
_CREDIT = rf"(?:[^\[\]()<>\n]{{0,30}}{_PHOTO}[^\[\]()<>\n]{{0,30}}|[^\[\]()<>\n]{{0,12}}{_SOURCE}[^\[\]()<>\n]{{0,6}})"
_PRESS = rf"(?:[^\[\]()<>\n]{{0,30}}{_PHOTO}[^\[\]()<>\n]{{0,30}}|[^\[\]()<>\n]{{0,12}}{{outlets:agency}}[^\[\]()<>\n]{{0,6}})"
_PHOTO_CREDIT = r"(?:사진|그래픽|자료|영상|이미지|일러스트) ?(?:제공|출처|캡처)? ?[=:|/·][^\[\]()<>\n]{1,30}"
_PHRASE = r"(?:[^.\n\[\]()]|\([^()\n]{1,20}\)|\.(?=\d))"  # a caption's letter: no sentence ends inside it
_NO_PARTICLE = r"(?![은는이가을를과와도에의]|으로|로 )"
_NOT_GIVING = r"(?! ?[하한할해했받을를이은는되된될돼됐과와도에으로의])"
_NOT_SUBJECT = r"(?=[가-힣“\"])(?![가는의와과도를들단회입님에로라출실생간협])"  # the body is glued on, no particle
_REPORTER = r"[가-힣]{2,4} ?(?:인턴)?기자"

FRAMED = Rule(
    id="caption.framed",
    means="a caption with its credit, all in brackets, at a paragraph's head",
    pattern=rf"(?m)^ ?\[(?P<caption>[^\[\]\n]{{4,200}}?) ?\((?P<credit>[^()\n]{{0,30}}(?:{_PHOTO}|{_SOURCE})[^()\n]{{0,20}})\)\]",
    needs=("[",),
    value={"zone": "caption", "extent": "match"},
    yes=(
        Yes("[[caption:홍길동 장관과 김민수 대표] ([credit:AFP=연합뉴스 자료사진])]홍길동 장관은 5일 만났다."),
        Yes("[[caption:홍길동 장관이 발언하고 있다.] ([credit:사진=연합뉴스])]홍길동 장관은"),
    ),
    no=(
        No("[홍길동 장관 (4월 5일)]\"만나겠습니다.\"", why="a speaker's tag: the bracket holds a date"),
        No("[가나일보 홍길동 기자]", why="a byline"),
    ),
)

MARKED = Rule(
    id="caption.marked",
    means="a line that a triangle marks as a caption, with or without a credit",
    pattern=(
        r"(?m)^ ?[▲△▼▽] ?(?P<caption>[^\n▲△▼▽]{4,300}?)"
        rf"(?: ?[\[(](?P<credit>{_CREDIT})[\])]|"
        rf" ?/? ?(?P<credit>{_REPORTER}(?: ?[A-Za-z0-9._\-]{{3,30}}@[A-Za-z0-9.\-]{{0,30}})?)|"
        r" ?[ⓒ©] ?(?P<credit>[가-힣A-Za-z·= ]{2,24}))?$"
    ),
    needs=("▲", "△", "▼", "▽"),
    value={"zone": "caption", "extent": "match"},
    yes=(
        Yes("▲[caption:홍길동 장관이 5일 서울에서 김민수 대표와 만나고 있다.] ([credit:연합뉴스])"),
        Yes("▲ [caption:회담장에 들어서는 홍길동 장관]"),
        Yes("▲[caption:홍길동 장관이 회의에 들어서고 있다.] [credit:김민수 기자 kim@]"),
    ),
    no=(
        No("▲국장 홍길동 ▲과장 김민수", why="a list of appointments"),
        No("과제로는 ▲예산 ▲인력이 꼽힌다.", why="a list inside a sentence"),
    ),
)

OWNED = Rule(
    id="caption.owned",
    means="a caption at a paragraph's head that ends in © and the photographer; the body may be glued on",
    pattern=(
        r"(?m)^ ?[▲△▼▽]? ?(?P<caption>[^\n▲△▼▽ⓒ©]{4,300}?) ?[ⓒ©] ?"
        r"(?P<credit>[가-힣A-Za-z·]{2,15}(?: [가-힣]{2,8})? 제공(?: ?[ⓒ©] ?[가-힣]{2,12}?(?=[가-힣]|$))?|"
        r"{outlets:agency}(?:[=/·][가-힣A-Za-z]{2,8})?|{outlets:outlet}|[가-힣]{2,3}(?= |$)|[가-힣]{3})"
    ),
    needs=("ⓒ", "©"),
    value={"zone": "caption", "extent": "match"},
    yes=(
        Yes("▲ [caption:홍길동 장관이 회의에 참석하고 있다.]ⓒ [credit:김민수]가나당이 5일"),
        Yes("[caption:회의장에 들어서는 홍길동 장관] ⓒ[credit:연합뉴스]"),
    ),
    no=(
        No("회담은 5일 서울에서 열렸다.", why="no owner"),
        No("▲예산 ▲인력 ⓒ 가나", why="a list"),
    ),
)

BRACKETED = Rule(
    id="caption.bracketed",
    means="a caption at a paragraph's head that ends in a credit in square brackets; the body may be glued on",
    pattern=(
        rf"(?m)^ ?(?:(?P<caption>[^\n\[\]【】]{{6,240}}?) ?[\[【](?P<credit>{_PRESS})|"
        rf"(?P<caption>{_PHRASE}{{4,220}}?(?:{{page_furniture:shown}})\.?) ?[\[【](?P<credit>[가-힣A-Za-z·=/ ]{{2,15}}))[\]】]"
    ),
    needs=("[", "【"),
    value={"zone": "caption", "extent": "match"},
    yes=(
        Yes("[caption:홍길동 장관이 5일 회의에서 발언하고 있다.] [[credit:국회사진기자단]]이 자리에서 홍 장관은"),
        Yes("[caption:홍길동 장관이 5일 기자회견에서 발언하는 모습.][[credit:사진=김민수 기자]]"),
        Yes("[caption:홍길동 장관이 5일 식당에서 오찬을 하고 있다.] [[credit:가나부]]"),
    ),
    no=(
        No("홍길동 장관은 5일 회의에서 발언했다.", why="no credit"),
        No("[가나일보 홍길동 기자] 홍길동 장관은 [사진=가나] 5일", why="the line starts with a byline"),
    ),
)

ROUNDED = Rule(
    id="caption.rounded",
    means="a caption at a paragraph's head that ends in a credit in round brackets",
    pattern=(
        rf"(?m)^ ?(?:(?P<caption>{_PHRASE}{{2,200}}?(?:{{page_furniture:shown}})\.?) ?[(<](?P<credit>{_CREDIT})|"
        rf"(?P<caption>{_PHRASE}{{4,200}}?\.?) ?[(<](?P<credit>{_PHOTO_CREDIT}))[)>]"
    ),
    needs=("(", "<"),
    value={"zone": "caption", "extent": "match"},
    yes=(
        Yes("[caption:가나시 새 공장 조감도] ([credit:가나시 제공])가나시는 5일"),
        Yes("[caption:마리 뒤부아 가나 최고경영자(CEO)] ([credit:사진=AFP])다만 뒤부아는"),
    ),
    no=(
        No("홍길동 장관은 자료(통계청 제공)를 보였다.", why="a source inside a sentence"),
        No("(사진=연합뉴스)", why="a credit with no caption"),
    ),
)

PLAIN = Rule(
    id="caption.plain",
    means="a caption at a paragraph's head whose credit stands bare behind its full stop; the body may be glued on",
    pattern=(
        rf"(?m)^ ?(?P<caption>{_PHRASE}{{4,220}}?\.) ?(?P<credit>"
        r"사진 ?[|ㅣ│/=:] ?[가-힣A-Za-z0-9·]{2,15}(?:\([^()\n]{2,20}\))?|"
        r"[/=] ?[가-힣A-Za-z0-9·]{2,12}(?: (?:DB|기자|제공))?(?=$)|"
        rf"[가-힣A-Za-z·&]{{2,15}} 제공(?=[가-힣 “\"\[]|$){_NOT_GIVING}|"
        rf"(?<!다\. ?)[가-힣]{{2,3}} 기자{_NOT_SUBJECT})"
    ),
    value={"zone": "caption", "extent": "match"},
    yes=(
        Yes("[caption:홍길동 장관이 5일 회의장으로 들어서고 있다.] [credit:/가나팩트 DB]"),
        Yes("[caption:가나시 새 공장 조감도.] [credit:가나시청 제공]서울 가나구는"),
        Yes("[caption:홍길동 가나당 의원.] [credit:김민수 기자]지난 2022년 선거 당시"),
    ),
    no=(
        No("홍길동 장관이 회의에서 발언하고 있다. 연합뉴스", why="an agency stands bare", belongs_to="caption.agency"),
        No("그는 서울에 있다. 자료 제공을 요청했다.", why="a sentence about giving"),
    ),
)

AGENCY = Rule(
    id="caption.agency",
    means="a caption at a paragraph's head whose agency stands bare behind its full stop; the body may be glued on",
    pattern=(
        rf"(?m)^ ?(?P<caption>{_PHRASE}{{4,220}}?(?:{{page_furniture:shown}})\.) ?"
        rf"(?P<credit>(?>{{outlets:agency}})(?:[=/·](?>{{outlets:agency}}))?(?=[가-힣A-Z“\"\[ ]|$){_NO_PARTICLE}|"
        rf"[가-힣]{{2,3}} 기자{_NOT_SUBJECT})"
    ),
    value={"zone": "caption", "extent": "match"},
    yes=(
        Yes("[caption:홍길동 장관이 5일 회의에서 발언하고 있다.] [credit:연합뉴스]홍 장관은"),
        Yes("[caption:홍길동 장관이 5일 회의장으로 들어서고 있다.] [credit:AP=연합뉴스]"),
        Yes("[caption:홍길동 장관이 5일 회의장으로 들어서고 있다.] [credit:김민수 기자]박서연 대표는"),
    ),
    no=(
        No("두 장관은 회담을 하고 있다. 교도통신은 5일 이렇게 전했다.", why="the agency is the next sentence's subject"),
        No("두 장관은 회담을 했다. 연합뉴스", why="the sentence shows no picture"),
    ),
)

TAIL = Rule(
    id="caption.tail",
    means="a whole line that describes a picture and ends in a bare credit",
    pattern=(
        r"(?m)^ ?(?P<caption>[^\n]{6,240}?) ?(?P<credit>(?<= )/[가-힣A-Za-z0-9·]{2,15}(?: (?:{page_furniture:photo}|기자))?|"
        r"(?<=[. ’”\"])(?:{outlets:agency})(?:[=/·](?:{outlets:agency}))|(?<=[.’”\"] )(?:{outlets:agency})|"
        r"(?<=[ .])사진 ?[=:|/] ?[가-힣A-Za-z0-9·= ]{2,20}|(?<=[.’”\"] ?)[가-힣A-Za-z·&]{2,15} 제공)$"
    ),
    value={"zone": "caption", "extent": "match"},
    yes=(
        Yes("[caption:지난달 청문회에 참석한 마리 뒤부아 대표.] [credit:로이터=연합뉴스]"),
        Yes("[caption:회의장에 들어서는 홍길동 장관.] [credit:/가나팩트 DB]"),
        Yes("[caption:회의장에 들어서는 홍길동 장관.] [credit:가나부 제공]"),
    ),
    no=(
        No("회담 소식은 로이터가 먼저 전했다.", why="a sentence about an agency"),
        No("학생에게는 한 달 이용권 무료 제공", why="something is given away"),
        No("두 회사는 자료를 제공했다.", why="a sentence about giving"),
    ),
)

CREDIT = Rule(
    id="caption.credit",
    means="a picture's credit that stands alone or at a line's end",
    pattern=(
        r"(?m)[\[(<] ?(?P<credit>(?:사진|그래픽|영상|자료|일러스트|디자인|이미지|캡션) ?"
        r"(?:제공|출처|캡처)? ?[=:|/·][^\[\]()<>\n]{2,40}|"
        r"[^\[\]()<>\n]{0,16}(?:{outlets:agency}) ?자료사진|(?:{outlets:agency})(?=\]$))[\])>]"
    ),
    value={"zone": "byline", "extent": "match"},
    yes=(Yes("회담은 5일 열렸다.([credit:사진=연합뉴스])"), Yes("회담은 5일 열렸습니다.[[credit:사진 출처 : 연합뉴스]]")),
    no=(
        No("그는 사진(가로 10㎝)을 보였다.", why="a picture in a sentence"),
        No("홍길동 장관(사진)은 5일", why="only a pointer to a picture"),
    ),
)

RULES = (FRAMED, OWNED, MARKED, BRACKETED, ROUNDED, PLAIN, AGENCY, TAIL, CREDIT)
