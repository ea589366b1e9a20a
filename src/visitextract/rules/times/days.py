"""Days and months by number: 2024년 2월 29일, 내년 1월 4~7일, 지난달 30일, 오는 16일, 28일."""

from __future__ import annotations

from visitextract.rules.rule import No, Rule, Yes
from visitextract.rules.times.fragments import (
    DAY,
    DAY_OF_MONTH,
    EDGE,
    END,
    HALF,
    MONTH,
    NEAR,
    SPAN_PART,
    STEM_BRANCH,
    TO,
    WORD,
    YEAR,
)

_DATE = {"kind": "date"}
_HAN = "[一二三四五六七八九十]{1,3}"
_YEAR_WORD = (
    r"(?:(?P<direction>{time_words:direction})|(?P<year_word>{time_words:year}|{time_words:event_year}|새해|" + STEM_BRANCH + "))"
)

FULL = Rule(
    id="time.full_date",
    means="year, month and day",
    needs=("년",),
    pattern=EDGE + rf"(?:{{time_words:direction}} ?)?(?P<year>{YEAR}|['’]?\d\d)년 ?(?P<month>{MONTH})월 ?" + DAY_OF_MONTH + END,
    yes=(
        Yes("[year:2024]년 [month:2]월 [day:29]일 열렸다."),
        Yes("[year:2026]년 [month:1]월 [day:4]~[last:7]일 방문한다."),
        Yes("[year:2025]년 [month:12]월 [day:30]일~[last_month:1]월 [last:2]일"),
    ),
    no=(No("2024년 2월 열렸다.", why="no day", belongs_to="time.year_month"), No("2024년 2월 29일본", why="a word goes on")),
    value=_DATE,
)
DOTTED = Rule(
    id="time.dotted_date",
    means="year, month and day in digits with dots, hyphens or strokes",
    needs=(".", "-", "/"),
    pattern=EDGE
    + rf"(?:(?P<year>{YEAR})(?:\. ?(?P<month>{MONTH})\. ?(?P<day>{DAY})\.?"
    + rf"|-(?P<month>{MONTH})-(?P<day>{DAY})|/(?P<month>{MONTH})/(?P<day>{DAY}))"
    rf"|(?P<year>\d\d)\. ?(?P<month>{MONTH})\. ?(?P<day>{DAY})(?:\.|(?= ?\())"
    rf"|(?P<month>{MONTH})\. ?(?P<day>{DAY})\.?(?= ?\([월화수목금토일]\)))(?![\d%가-힣]|[.\-/]\d)",
    yes=(
        Yes("입력 [year:2024].[month:02].[day:29] 11:10"),
        Yes("([year:24]. [month:2]. [day:29].) 서울"),
        Yes("일시: [month:12].[day:29].(월)"),
    ),
    no=(
        No("버전 1.2.3 배포", why="a version"),
        No("전화 02-781-1234", why="a telephone number"),
        No("6.14% 올랐다", why="a share"),
    ),
    value=_DATE,
)
MONTH_DAY = Rule(
    id="time.month_day",
    means="month and day, with or without a word for the year",
    needs=("월",),
    pattern=rf"(?:{WORD}{_YEAR_WORD} ?|{EDGE})(?P<month>{MONTH})월 ?" + DAY_OF_MONTH + END,
    yes=(
        Yes("[year_word:내년] [month:1]월 [day:4]~[last:7]일 방문한다."),
        Yes("[month:12]월[day:18]일 만났다."),
        Yes("[direction:오는] [month:1]월 [day:2]일 참배한다."),
    ),
    no=(No("3개월 5일 걸렸다.", why="three months"), No("1월 4일간 열렸다.", why="four days")),
    value=_DATE,
)
WORD_MONTH_DAY = Rule(
    id="time.this_month_day",
    means="a day of a month that is told from the publication day or the last event",
    needs=("달", "월"),
    pattern=r"(?P<month_word>{time_words:month}|{time_words:event_month}) ?" + DAY_OF_MONTH + END,
    yes=(
        Yes("[month_word:지난달] [day:30]일 만났다."),
        Yes("[month_word:다음 달] [day:4]~[last:7]일"),
        Yes("[month_word:같은 달] [day:3]일"),
    ),
    no=(No("지난달 30여 명이 왔다.", why="no day"), No("이달 7일간", why="seven days")),
    value=_DATE,
)
TOWARDS_DAY = Rule(
    id="time.towards_day",
    means="a day of the month with a word that says which way",
    needs=("지난", "오는", "다가오는"),
    pattern=rf"(?:{WORD}|(?=지난))" + r"(?P<direction>{time_words:direction}) ?" + DAY_OF_MONTH + END,
    yes=(Yes("[direction:지난] [day:27]일 왔다."), Yes("[direction:오는] [day:16]일 연다.")),
    no=(No("지난 27일간 이어졌다.", why="a length"), No("오는 길에 3일", why="the words are apart")),
    value=_DATE,
)
BARE_DAY = Rule(
    id="time.day",
    means="a day of the month alone",
    needs=("일",),
    pattern=EDGE + DAY_OF_MONTH + END,
    yes=(
        Yes("[day:28]일 만났다."),
        Yes("[day:4]~[last:6]일 머문다."),
        Yes("[day:28]일부터 시작한다."),
        Yes("[day:27]·[last:28]일 열린다."),
    ),
    no=(
        No("35일 열린다.", why="no such day"),
        No("D-3일", why="a countdown"),
        No("3일장을 치렀다.", why="a kind of funeral"),
        No("1573일 걸렸다.", why="an amount"),
    ),
    value=_DATE,
)
YEAR_MONTH = Rule(
    id="time.year_month",
    means="year and month",
    needs=("년",),
    pattern=EDGE
    + rf"(?:{{time_words:direction}} ?)?(?P<year>{YEAR}|['’]?\d\d)년 ?(?P<month>{MONTH})(?:월?{TO}(?P<last_month>{MONTH}))?월"
    + SPAN_PART
    + NEAR
    + END,
    yes=(Yes("[year:2013]년 [month:6]월에 만났다."), Yes("[year:2024]년 [month:2]월 [part:말]")),
    no=(No("2013년 6개월간", why="a length"), No("3년 6월 살았다.", why="one digit is no year")),
    value=_DATE,
)
MONTH_ALONE = Rule(
    id="time.month",
    means="a month, with or without a word for the year",
    needs=("월",),
    pattern=rf"(?:{WORD}{_YEAR_WORD} ?|{EDGE})(?P<month>{MONTH})(?:월?{TO}(?P<last_month>{MONTH}))?월" + SPAN_PART + NEAR + END,
    yes=(
        Yes("[direction:지난] [month:10]월 만났다."),
        Yes("[year_word:내년] [month:1]월 [part:초] 방문한다."),
        Yes("[month:3]~[last_month:4]월에 열린다."),
    ),
    no=(No("12월호에 실렸다.", why="an issue"), No("3개월 걸렸다.", why="a length")),
    value=_DATE,
)
WORD_MONTH = Rule(
    id="time.this_month",
    means="a month told from the publication day or the last event",
    needs=("달", "월"),
    pattern=WORD + r"(?P<month_word>{time_words:month}|{time_words:event_month})" + SPAN_PART + NEAR + END,
    yes=(Yes("[month_word:이달] [part:말] 방한한다."), Yes("[month_word:지난달] 방한했다."), Yes("[month_word:내달] 연다.")),
    no=(No("달 말에 썼다.", why="no month is told"), No("그달그달 낸다.", why="another word")),
    value=_DATE,
)
YEAR_ALONE = Rule(
    id="time.year",
    means="a year or a range of years, or a half or quarter of one",
    needs=("년",),
    pattern=EDGE
    + rf"(?:{{time_words:direction}} ?)?(?P<year>{YEAR})(?:년?{TO}(?P<last_year>{YEAR}))?년(?: ?(?:{HALF}))?"
    + SPAN_PART
    + NEAR
    + rf"(?:{END}|(?=도(?![가-힣])))",
    yes=(
        Yes("[year:2013]~[last_year:2014]년 만났다."),
        Yes("[year:2026]년 [half:상]반기에 연다."),
        Yes("[year:2019]년에 찾았다."),
    ),
    no=(No("1990년대에 유행했다.", why="a decade"), No("1995년생이다.", why="a birth year"), No("10년 걸렸다.", why="a length")),
    value=_DATE,
)
WORD_YEAR = Rule(
    id="time.this_year",
    means="a year told from the publication day or the last event, or a half or quarter of one",
    needs=("올", "년", "해"),
    pattern=WORD
    + r"(?P<year_word>{time_words:year}|{time_words:event_year})"
    + rf"(?: ?(?:{HALF})| ?연?(?P<part>{{time_words:month_part}})|(?P<within> ?안))?"
    + NEAR
    + END,
    yes=(
        Yes("[year_word:내년] [half:상]반기에 방문한다."),
        Yes("[year_word:지난해] [part:말] 만났다."),
        Yes("[year_word:올해][within: 안]에 연다."),
    ),
    no=(No("올림픽을 연다.", why="another word"), No("이올해 씨", why="another word")),
    value=_DATE,
)
WITHIN_YEAR = Rule(
    id="time.within_year",
    means="before the year of the publication day ends",
    needs=("연내", "연말", "연초"),
    pattern=WORD
    + r"(?:(?:(?P<direction>{time_words:direction})|(?P<year_word>{time_words:year})) ?(?P<year_part>연내|연말|연초)"
    + r"|(?P<year_part>연내)"
    + r"|(?P<year_part>연말|연초)(?=에|까지|부터|께|쯤|경|를 앞두고))"
    + NEAR
    + END,
    yes=(Yes("[year_part:연내] 방한한다."), Yes("[direction:지난] [year_part:연말] 만났다.")),
    no=(No("연내천을 걸었다.", why="another word"), No("연말정산을 한다.", why="a compound")),
    value=_DATE,
)
PART_OF_YEAR = Rule(
    id="time.part_of_year",
    means="a half or quarter without its year",
    needs=("반기", "분기"),
    pattern=WORD + rf"(?:(?P<direction>{{time_words:direction}}) ?)?(?:{HALF})" + NEAR + END,
    yes=(Yes("[quarter:3]분기 실적을 냈다."), Yes("[direction:지난] [half:하]반기에 열었다.")),
    no=(No("1분기점에서 꺾는다.", why="a fork"), No("13분기 연속", why="a count")),
    value=_DATE,
)
HANJA = Rule(
    id="time.hanja_date",
    means="month and day, or a day, with Chinese characters",
    needs=("日", "일"),
    pattern=rf"(?<![\d가-힣A-Za-z一-龥])(?:(?:(?P<year>{YEAR})[년年] ?)?(?P<month>{_HAN}|{MONTH})月 ?(?P<day>{_HAN}|{DAY})日"
    + rf"|(?P<day>{_HAN})[日일])"
    + r"(?![一-龥])"
    + END,
    yes=(Yes("[month:八]月 [day:十五]日에 열렸다."), Yes("[day:二十]日 개막한다."), Yes("[month:3]月 [day:1]日")),
    no=(No("三日天下", why="a saying"), No("3월 1일", why="no Chinese characters", belongs_to="time.month_day")),
    value={**_DATE, "numerals": "words"},
)
SINO = Rule(
    id="time.sino_date",
    means="month and day in Sino-Korean words",
    needs=("월",),
    pattern=WORD
    + r"(?P<month>십[일이]|[일이삼사오유육칠팔구시])월 ?(?P<day>이?십[일이삼사오육칠팔구]?|삼십일?|[일이삼사오육칠팔구])일"
    + END,
    yes=(Yes("[month:팔]월 [day:십오]일에 열렸다."), Yes("[month:시]월 [day:삼]일 연다.")),
    no=(No("사월 초파일", why="a feast"), No("이월 상품", why="another word")),
    value={**_DATE, "numerals": "words"},
)
FORMS = (
    HANJA, SINO, FULL, DOTTED, MONTH_DAY, WORD_MONTH_DAY, TOWARDS_DAY, YEAR_MONTH, MONTH_ALONE,
    YEAR_ALONE, WORD_MONTH, WORD_YEAR, WITHIN_YEAR, PART_OF_YEAR, BARE_DAY,
)  # fmt: skip
