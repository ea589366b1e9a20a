"""Days told from somewhere: 오늘, 이날, 다음 주 화요일, 사흘 전, 성탄절, 당시."""

from __future__ import annotations

from visitextract.rules.rule import No, Rule, Yes
from visitextract.rules.times.fragments import COUNT, DAYS, EDGE, END, MORE, NEAR, STEM_BRANCH, WEEKDAY, WORD

WEEK = Rule(
    id="time.week",
    means="a week told from the publication day, or a day or the weekend of it",
    needs=("주",),
    pattern=WORD
    + r"(?P<week>{time_words:week})(?: ?(?:(?P<weekday>[월화수목금토일])요일|(?P<weekend>주말)|초반?|중반?))?(?: 말)?"
    + NEAR
    + END,
    yes=(
        Yes("[week:다음 주] [weekday:화]요일 만난다."),
        Yes("[week:지난주] 만났다."),
        Yes("[week:이번 주] [weekend:주말] 간다."),
    ),
    no=(No("다음 주자로 나섰다.", why="another word"), No("지난 주말 만났다.", why="a weekend", belongs_to="time.weekday")),
    value={"kind": "week"},
)
DAY_OF_WEEK = Rule(
    id="time.weekday",
    means="a weekday, or a weekend with a word that says which",
    needs=("요일", "주말"),
    pattern=rf"{WORD}(?<!·)(?:(?:(?P<direction>{{time_words:direction}}) ?)?{WEEKDAY}"
    + rf"|(?P<direction>{{time_words:direction}}) ?(?P<weekend>주말)){NEAR}{END}",
    yes=(
        Yes("[direction:오는] [weekday:수]요일 만난다."),
        Yes("[weekday:금]요일 만났다."),
        Yes("[direction:지난] [weekend:주말] 만났다."),
    ),
    no=(No("주말 나들이", why="no weekend is told"), No("수요일장이 선다.", why="a compound")),
    value={"kind": "weekday"},
)
TODAY = Rule(
    id="time.today",
    means="a day told from the day of speaking",
    needs=("오늘", "금일", "어제", "어저께", "밤", "작일", "그제", "그저께", "내일", "명일", "모레", "글피"),
    pattern=WORD + r"(?P<today>{time_words:day})(?!의 ?(?:[가-힣]{0,3} ?운세|날씨|뉴스|집))(?<!의 내일)(?!(?<=내일)[을의])" + END,
    yes=(Yes("[today:오늘] 만났습니다."), Yes("[today:어제] 오후"), Yes("[today:내일]은 상하이를 찾습니다.")),
    no=(No("오늘날의 정치", why="another word"), No("내일채움공제", why="a name"), No("그제야 웃었다.", why="another word")),
    value={"kind": "today"},
)
WEEKEND = Rule(
    id="time.weekend",
    means="a weekend told from the publication day",
    needs=("주말",),
    pattern=WORD + r"(?P<week>{time_words:weekend}) (?P<weekend>주말)" + NEAR + END,
    yes=(Yes("[week:이번] [weekend:주말] 만난다."), Yes("[week:다음] [weekend:주말]에 연다.")),
    no=(No("다음 주말고사", why="another word"), No("이번 주 주말 간다.", why="with a week", belongs_to="time.week")),
    value={"kind": "week"},
)
EVENT_DAY = Rule(
    id="time.event_day",
    means="a day told from the last event",
    needs=("날", "튿날", "일"),
    pattern=WORD + r"(?P<event_day>{time_words:event_day})" + END,
    yes=(Yes("[event_day:이날] 회의에서 말했다."), Yes("[event_day:전날] 만났다."), Yes("[event_day:이튿날]인 5일")),
    no=(No("옛날 이야기", why="another word"), No("이날치 공연", why="a name")),
    value={"kind": "event_day"},
)
SAME_TIME = Rule(
    id="time.then",
    means="the time of the last event",
    needs=("당시", "당일"),
    pattern=WORD
    + r"(?P<then>당시|당일)(?=(?:에|에는|엔|에도|의|만|까지)?(?:[ ,]|$))(?! ?(?:\d{1,3}[세살]|배송|치기|여행|코스|수령|예약))",
    yes=(Yes("그는 [then:당시] 서울에 있었다."), Yes("[then:당일]에는 없었다.")),
    no=(No("당시선을 읽었다.", why="another word"), No("당일치기로 갔다.", why="a day trip")),
    value={"kind": "then"},
)
HOLIDAY = Rule(
    id="time.holiday",
    means="a fixed day of the calendar, or a feast of the lunar one",
    needs=("절", "날", "일", "신정", "크리스마스", "전야", "설", "추석", "첫"),
    pattern=WORD
    + r"(?:(?:(?P<direction>{time_words:direction})|(?P<year_word>{time_words:year}|"
    + STEM_BRANCH
    + r")|(?P<year>(?:19|20)\d\d)년) ?)?"
    + r"(?:(?P<holiday>{time_holidays})|(?P<lunar>설날|설 당일|추석(?: 당일)?"
    + r"|설(?=을 (?:앞두고|맞아|맞이해|쇠))|부처님 ?오신 ?날|석가탄신일)"
    + r"|(?P<first>첫날)(?<=년 첫날))"
    + r"(?=(?:에(?! 해당)|에는|에도|엔|인|이던|이었던|부터|까지|을 맞아|을 앞두고|당일)(?![가-힣])"
    + r"| ?[\(,]| (?:{time_words:day_part}|당일)|(?<=새해 첫날) )",
    yes=(
        Yes("[holiday:성탄절]인 25일 만났다."),
        Yes("[year_word:올해] [holiday:광복절]에 만났다."),
        Yes("[lunar:추석]을 앞두고 만났다."),
    ),
    no=(
        No("광복절 특사로 풀려났다.", why="part of a name"),
        No("크리스마스 트리를 세웠다.", why="no day"),
        No("어린이날 선물", why="no day"),
    ),
    value={"kind": "holiday"},
)
SHIFTED = Rule(
    id="time.shifted",
    means="so many days, weeks, months or years before or after",
    needs=("전", "뒤", "후"),
    pattern=EDGE
    + rf"(?:(?P<count>{COUNT}){MORE}(?P<unit>일|주일|주|개월|달|년)|(?P<days>{DAYS})|(?P<count>일)(?P<unit>주일))"
    + r" ?(?P<way>전|뒤|후)"
    + r"(?=(?:에|에는|엔|인|의|부터|까지|만|에도|이다|이었다)?(?:[ ,.\"'”’)]|$))",
    yes=(
        Yes("[count:3][unit:일] [way:전] 만났다."),
        Yes("[days:사흘] [way:뒤] 떠난다."),
        Yes("[count:두] [unit:달] [way:전]에 왔다."),
    ),
    no=(
        No("3일 전남을 찾았다.", why="a province"),
        No("이틀 후보를 만났다.", why="a candidate"),
        No("3일 전격 방문했다.", why="an adverb"),
    ),
    value={"kind": "shift"},
)
BRACKET = Rule(
    id="time.bracket",
    means="a weekday or whose clock it is, in brackets behind a date",
    needs=("(",),
    pattern=r"(?P<bracket> ?\((?:[월화수목금토일](?:요일)?)?(?:[·, ] ?)?"
    + r"(?:(?:이하 |미국 |한국 |미 )?(?:현지|한국|미국|동부|우리|미 동부|서부)?"
    + r" ?시[간각](?:[ ·,]{0,2}(?:기준|이하 동일|이하 같음))?)?"
    + r"(?<!\()\))",
    yes=(Yes("29일[bracket:(현지시간)] 만났다."), Yes("29일[bracket:(월)] 연다."), Yes("29일[bracket: (이하 현지시간)]")),
    no=(No("그는 (서울) 사람", why="a city"), No("29일()", why="nothing")),
    value={"kind": "bracket"},
)
ZONE = Rule(
    id="time.zone",
    means="whose clock it is, before or behind a date",
    needs=("시간", "시각"),
    pattern=WORD + r"(?P<zone>(?:현지|한국|우리|미국|미 동부|중국|일본) ?시[간각](?: ?기준)?(?:으로)?(?:는)?)(?=[ ,)]|$)",
    yes=(Yes("[zone:현지 시간으로] 어제"), Yes("[zone:한국시간] 28일")),
    no=(No("현지시간표", why="a compound"), No("회의 시간으로", why="no zone")),
    value={"kind": "zone"},
)
PART = Rule(
    id="time.part_of_day",
    means="a part of the day",
    needs=("오전", "오후", "아침", "새벽", "저녁", "낮", "점심", "밤", "심야"),
    pattern=rf"(?:{WORD}|(?<=[일날늘제]))(?P<half>{{time_words:day_part}})(?: ?늦게| ?일찍)?"
    + r"(?=(?:에|에는|엔|부터|까지|의)?(?![\d가-힣A-Za-z]))",
    yes=(Yes("28일 [half:오후] 만났다."), Yes("[half:저녁]에는 만찬을 한다.")),
    no=(No("오후반 수업", why="a compound"), No("낮은 값", why="an adjective")),
    value={"kind": "part"},
)
FORMS = (BRACKET, ZONE, WEEK, WEEKEND, DAY_OF_WEEK, SHIFTED, HOLIDAY, TODAY, EVENT_DAY, SAME_TIME, PART)
