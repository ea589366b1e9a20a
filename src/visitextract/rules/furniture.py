"""Stretches of a news page that are no part of the article: dates, copyright, calls for tips, hashtags, broadcast marks.

``zone`` says what a hit is; ``extent`` whether only the hit is meant (``match``) or all up to the line's end (``rest``);
``closes`` that the article is over, so that what follows is furniture too unless it is prose.
"""

from __future__ import annotations

from visitextract.rules.rule import No, Rule, Yes

_DAY = r"(?:19|20)\d\d ?[.\-/년] ?\d{1,2} ?[.\-/월] ?\d{1,2}(?!\d) ?[일.]?"
_WEEKDAY = r"(?: ?\([월화수목금토일]\))?"
_CLOCK = r"(?:오전|오후|[AaPp][Mm])? ?\d{1,2}(?::\d\d){1,2}(?: ?[AaPp][Mm])?"
_MOMENT = rf"{_DAY}{_WEEKDAY}(?:[ T]{{0,3}}{_CLOCK})?"
_LABEL_END = r"(?:일시|시간|시각|일자|날짜|일)?\s{0,3}[:：]?\s{0,3}"
_SENTENCE_ENDS = r"(?:(?m:^)|(?<=[.!?\"”’)\]>] ?))"

MODIFIED = Rule(
    id="page.modified",
    means="the page says when the article was last changed",
    pattern=rf"(?<![가-힣])(?:{{page_furniture:modified}}){_LABEL_END}(?P<modified>{_MOMENT})",
    needs=("수정", "편집", "업데이트", "갱신"),
    value={"zone": "furniture", "extent": "match"},
    yes=(
        Yes("입력 2023.04.05 09:10 / 수정: [modified:2023.04.05 11:20]"),
        Yes("최종수정 [modified:2023-04-05 오후 1:20]"),
        Yes("업데이트 [modified:2023.04.05. 11:20]"),
    ),
    no=(
        No("정부는 2023년 4월 5일 수정 예산안을 냈다.", why="the date stands before the word, in a sentence"),
        No("개정안은 2차 수정을 거쳤다.", why="no date"),
    ),
)

PUBLISHED = Rule(
    id="page.published",
    means="the page says when the article was put online",
    pattern=rf"(?<![가-힣])(?:{{page_furniture:published}}){_LABEL_END}(?P<published>{_MOMENT})",
    needs=("입력", "등록", "작성", "전송", "승인", "송고", "발행", "게시", "게재", "업로드"),
    value={"zone": "furniture", "extent": "match"},
    yes=(
        Yes("입력: [published:2023.04.05 09:10] / 수정: 2023.04.05 11:20"),
        Yes("송고시간 [published:2023-04-05 09:10]"),
        Yes("기사입력 [published:2023년 4월 5일 오전 9:10]"),
    ),
    no=(
        No("이 법안은 2023년 4월 5일 등록됐다.", why="the date stands before the word, in a sentence"),
        No("특허 등록 건수는 2023건이다.", why="a count, not a date"),
    ),
)

BARE_DATE = Rule(
    id="page.date",
    means="a line that holds nothing but a date and a clock time",
    pattern=rf"(?m)^[ \[(]{{0,3}}(?P<published>{_DAY}{_WEEKDAY}[ T]{{0,3}}{_CLOCK})[ \])]{{0,3}}$",
    value={"zone": "furniture", "extent": "match"},
    yes=(Yes("[published:2023.04.05 09:10]"), Yes("[published:2023-04-05 (수) 09:10]")),
    no=(
        No("2023.04.05 09:10에 시작된 회담", why="more than a date stands in the line"),
        No("2023년 4월 5일", why="a day alone may be a heading of the text"),
    ),
)

COPYRIGHT = Rule(
    id="page.copyright",
    means="who owns the article and that it may not be copied",
    pattern=(
        r"(?P<notice>[<〈\[(]?(?:[ⓒ©]|저작권자|저작권 ?[ⓒ©]|[Cc]opyrights?)[^\n]{0,90}?"
        r"(?:무단 ?전재|무단 ?복제|무단 ?배포|배포 ?금지|[Aa]ll [Rr]ights? [Rr]eserved|AI ?학습))"
    ),
    needs=("무단", "금지", "ights", "학습"),
    value={"zone": "furniture", "extent": "rest", "closes": "yes"},
    yes=(
        Yes("[notice:<ⓒ한국의 뉴스, 가나일보(www.gana.example) 무단전재] 배포금지>"),
        Yes("[notice:저작권자 (c) 가나통신, 무단 전재]-재배포 금지"),
        Yes("[notice:Copyright ⓒ 가나신문. All rights reserved]."),
    ),
    no=(
        No("그는 사진을 무단 전재한 혐의를 받는다.", why="a sentence about copying"),
        No("ⓒ 홍길동", why="a photograph's owner"),
    ),
)

TIP_LINE = Rule(
    id="page.tips",
    means="an outlet asks its readers for tips; from here on the page is furniture",
    pattern=(
        r"(?:■ ?제보하기|※? ?['‘\"“]?당신의 제보가|제보는 카카오톡|(?P<outlet>{outlets:outlet}) 기사 ?문의|"
        r"※? ?(?:발로 뛰는 )?[<〈]?(?P<outlet>{outlets:outlet})[>〉]?[은는] (?:\d\d?시간 )?여러분의 (?:소중한 )?제보|"
        r"[▷▶☎■] ?(?:{page_furniture:channel}) ?(?:[:：]|번호|[를을] 구독|에서 [^\n]{0,12}구독)|"
        r"[▷▶] ?(?:전화|이메일|카카오톡) [@_\d\p{L}])"
    ),
    needs=("제보", "문의", "▷", "▶", "☎", "■"),
    value={"zone": "furniture", "extent": "rest", "closes": "yes"},
    yes=(
        Yes("발로 뛰는 <[outlet:더팩트]>는 24시간 여러분의 제보를 기다립니다."),
        Yes("회담은 끝났습니다.[outlet:연합뉴스TV] 기사문의 및 제보 : 카톡"),
    ),
    no=(
        No("경찰은 시민의 제보를 받고 수사에 나섰다.", why="a sentence about a tip"),
        No("연합뉴스는 회담이 끝났다고 전했다.", why="a sentence about an outlet"),
    ),
)

NOTICE = Rule(
    id="page.notice",
    means="a notice of the outlet about the article itself",
    pattern=(
        r"(?P<notice>[*※] ?(?:아래|이|본|위) (?:텍스트|기사|인터뷰|대담)[는은를 ][^\n]{0,140}?"
        r"(?:바랍니다|있습니다|것입니다|기사입니다)\.?|"
        r"\[?[이본] 기사는 [^\n\[\]]{2,80}?(?:게재된|송고된|보도된|출고된|표출된|호|일자\)) (?:기사|내용|것)입니다\.?\]?|"
        r"※ ?[가-힣A-Z0-9 ]{2,12} (?:온라인 )?기사입니다\.?|(?m:^) ?\* ?24시간 변동률 기준|[\[<(]편집자 ?주[\])>])"
    ),
    needs=("기사", "텍스트", "인터뷰", "대담", "변동률", "편집자"),
    value={"zone": "furniture", "extent": "match"},
    yes=(
        Yes("[notice:* 아래 텍스트는 실제 방송 내용과 다를 수 있으니 방송으로 확인하시기 바랍니다.]"),
        Yes("[notice:이 기사는 4월 5일 16:18 가나마켓에 게재된 기사입니다.]"),
        Yes("[notice:본 기사는 가나이코노미 제12호 (2023.04.05일자) 기사입니다]"),
    ),
    no=(
        No("이 기사는 사실과 다르다고 대변인은 말했다.", why="a sentence about an article"),
        No("위 기사를 본 시민들은 분노했다.", why="a sentence about an article"),
    ),
)

HASHTAGS = Rule(
    id="page.hashtags",
    means="keywords behind the last sentence",
    pattern=r"(?:(?m:^)|(?<=[.!?\"”’)\]> ]))(?P<tags>(?:#[\w·&\-]{1,25}[ ,]{0,3}){2,40}|#[\w·&\-]{1,25}(?=[ ]{0,3}(?m:$)))",
    needs=("#",),
    value={"zone": "furniture", "extent": "match"},
    yes=(Yes("회담은 끝났습니다.[tags:#회담 #외교 #한일관계]"), Yes("[tags:#회담 #외교]")),
    no=(
        No("그는 C#과 F#을 배웠다.", why="a mark inside a word"),
        No("1#2#3번 창구", why="a mark between figures"),
    ),
)

SCRIPT_MARK = Rule(
    id="script.mark",
    means="a broadcast script says who speaks next: the presenter, the reporter",
    pattern=r"[\[<◀【〈] ?(?P<mark>{page_furniture:marker}|{page_furniture:program}|(?:질문|답변) ?\d{1,2}) ?[\]>▶】〉]",
    value={"zone": "furniture", "extent": "match"},
    yes=(
        Yes("◀ [mark:앵커] ▶두 정상이 만났습니다."),
        Yes("<[mark:기자]>두 정상이 만났습니다."),
        Yes("[[mark:리포트]]두 정상이 만났습니다."),
    ),
    no=(
        No("[홍길동/국회의원]\"만나겠습니다.\"", why="a speaker's tag: its words are a statement"),
        No("앵커 홍길동 씨가 진행을 맡았다.", why="a sentence about a presenter"),
    ),
)

OPENING = Rule(
    id="script.opening",
    means="a presenter opens the programme and gives a name",
    pattern=(
        r"(?P<opening>(?:뉴스 ?[가-힣A-Z0-9]{1,6}|{page_furniture:program}) 시작(?:합니다|하겠습니다)\."
        r"(?: ?[가-힣]{2,4}입니다\.)?)"
    ),
    needs=("시작",),
    value={"zone": "furniture", "extent": "match"},
    yes=(
        Yes("[opening:뉴스에이 시작합니다. 홍길동입니다.] 두 정상이 만났습니다."),
        Yes("[opening:뉴스데스크 시작합니다.] 두 정상이 만났습니다."),
    ),
    no=(
        No("뉴스룸은 8시에 시작합니다.", why="a sentence about a programme"),
        No("회의를 시작합니다. 홍길동입니다.", why="a meeting opens, not a programme"),
    ),
)

PRODUCTION = Rule(
    id="script.production",
    means="who filmed, cut and drew a broadcast report",
    pattern=(
        r"[\[(](?P<crew>(?:{page_furniture:production})(?:기자)?[ :：/·,][^\[\]()\n]{1,100})[\])]|"
        + _SENTENCE_ENDS
        + r"(?P<crew>(?:{page_furniture:crew}) ?[:：/·ㅣ|] ?[^\n.!?■▷※#]{2,120}?)"
        + r"(?=[■▷※#]|(?m:$)|당신의|{outlets:outlet})"
    ),
    value={"zone": "furniture", "extent": "match"},
    yes=(
        Yes("두 정상이 만났습니다.[crew:촬영기자:홍길동/영상편집:김민수]■"),
        Yes("두 정상이 만났습니다.[[crew:영상취재 홍길동 영상편집 김민수]]"),
        Yes("([crew:영상취재 : 홍길동·박서연, 영상편집 : 김민수])"),
    ),
    no=(
        No("그는 영상편집 기술을 배웠다.", why="a sentence about cutting film"),
        No("[홍길동/영상편집 감독] \"만나겠습니다.\"", why="a speaker's tag"),
    ),
)

BREADCRUMB = Rule(
    id="page.breadcrumb",
    means="the path of sections that leads to the article",
    pattern=r"(?m)^[ ·\-*]{0,8}(?P<path>(?:HOME|Home|홈) ?[>›»][^\n]{0,80})$",
    needs=(">", "›", "»"),
    value={"zone": "furniture", "extent": "match"},
    yes=(Yes("· [path:HOME >NEWS >경제]"), Yes("[path:홈 > 정치 > 국회]")),
    no=(
        No("홈 경기에서 이겼다.", why="a sentence"),
        No("매출 100 > 90", why="a comparison"),
    ),
)

COUNTER = Rule(
    id="page.counter",
    means="a reader's reaction, a view count or a reading time",
    pattern=(
        r"(?m)^[ ·\-*]{0,8}(?P<counter>(?:{page_furniture:counter}) ?[:(]? ?\d[\d,]{0,9}\)?|"
        r"(?:시계아이콘)?읽는 ?시간[ :]{0,2}(?:약 )?\d{1,3}(?:분|초)[ \d초분]{0,8})$"
    ),
    value={"zone": "furniture", "extent": "match"},
    yes=(Yes("· [counter:좋아요0]"), Yes("[counter:읽는 시간 2분 10초]"), Yes("[counter:댓글 12]")),
    no=(
        No("댓글 12개를 쓴 사람", why="a sentence"),
        No("조회 수가 늘었다.", why="a sentence"),
    ),
)

RULES = (
    MODIFIED, PUBLISHED, BARE_DATE, COPYRIGHT, TIP_LINE, NOTICE, PRODUCTION, HASHTAGS, SCRIPT_MARK, OPENING, BREADCRUMB, COUNTER,
)  # fmt: skip
