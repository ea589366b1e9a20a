"""What looks like a date or duration and is none. These rules come first and take their words away from the others."""

from __future__ import annotations

from visitextract.rules.rule import No, Rule, Yes
from visitextract.rules.times.fragments import COUNT, DAY, DAYS, EDGE, MONTH, WORD

_NONE = {"kind": "none"}

ELAPSED = Rule(
    id="time.not.elapsed",
    means="how long something took, lasted or came round again: no date and no length of the event",
    needs=("만", "째", "연속", "이내", "이상", "내에", "안에", "미만", "차"),
    pattern=EDGE
    + rf"(?P<elapsed>(?:(?:{COUNT})(?:여|[~\-]\d++)? ?(?:여 ?)?(?:일|주일|주|개월|달|년|시간|분|초|해)"
    + rf"|{DAYS}|일주일|반년|반나절)(?:여|가량|정도)? ?"
    r"(?:만(?=[에의이인]|입니다|[^가-힣]|$)|째|연속|이내|이상|미만|안에|내에|내로|연달아|차(?=[를에 ,가]|$)))",
    yes=(
        Yes("두 사람은 [elapsed:10년 만]에 만났다."),
        Yes("교전 [elapsed:35일 만]에 멈췄다."),
        Yes("파업은 [elapsed:사흘째] 이어졌다."),
        Yes("[elapsed:두 달여 만]의 회담이다."),
    ),
    no=(
        No("10일 만났다.", why="만 begins a verb", belongs_to="time.day"),
        No("사흘간 머물렀다.", why="a length", belongs_to="time.duration.native_days"),
        No("3일 오전에 왔다.", why="a date", belongs_to="time.day"),
    ),
    value=_NONE,
)
ANNIVERSARY = Rule(
    id="time.not.anniversary",
    means="an anniversary or a round number of days, years",
    needs=("주년", "주기", "돌", "천하", "장정"),
    pattern=r"(?<!\d)(?P<count>\d{1,4})(?:주년|주기|돌(?=[을 ])|일 ?천하|일 ?장정)",
    yes=(Yes("창간 [count:100]주년을 맞았다."), Yes("참사 [count:1]주기 추모식이 열렸다."), Yes("[count:3]일 천하로 끝났다.")),
    no=(No("1주일간 열린다.", why="a length"), No("3일 천안을 찾았다.", why="a city follows the date", belongs_to="time.day")),
    value=_NONE,
)
HABIT = Rule(
    id="time.not.habit",
    means="every day, week, month or year: no single date",
    needs=("매년", "매달", "매월", "매주", "매일", "매해", "해마다", "평일", "주말마다"),
    pattern=WORD
    + r"(?P<habit>매년|해마다|매해|매달|매월|매주|매일|평일|주말마다)"
    + rf"(?: ?(?:부터|~|-|·|과|와)? ?(?:{MONTH}월|{DAY}일|[월화수목금토일]요일"
    + r"|{time_words:day_part}|정오|자정|\d{1,2}[시분])){0,8}"
    + r"(?![가-힣]?\d)",
    yes=(Yes("[habit:매년] 5월 1일에 열린다."), Yes("[habit:매주] 월요일 회의를 한다."), Yes("[habit:매달] 15일 낸다.")),
    no=(No("매경 5일 보도했다.", why="another word"), No("내년 5월 1일에 연다.", why="a single date")),
    value=_NONE,
)
PER_DAY = Rule(
    id="time.not.per_day",
    means="a rate or a role for one day: 1일 평균, 1일 3회, 1일 교사",
    needs=("1일",),
    pattern=EDGE + r"(?P<rate>1일)(?= ?(?:{time_words:per_day}|\d[\d,]{0,9}+(?:만|천)?{time_words:unit}))",
    yes=(Yes("[rate:1일] 평균 300명이 찾는다."), Yes("[rate:1일] 3회 운항한다."), Yes("[rate:1일] 교사로 나섰다.")),
    no=(No("1일 서울에서 만났다.", why="a date", belongs_to="time.day"), No("11일 평균을 냈다.", why="a date")),
    value=_NONE,
)
COUNTED_DAYS = Rule(
    id="time.not.counted_days",
    means="a number of days as an amount: 총 5일, 20일이 걸렸다, 30일 이내",
    needs=("일", "년", "월"),
    pattern=rf"(?:{WORD}{{time_words:total}} ?(?P<count>\d{{1,3}}(?:일|년|개월))(?![간\d ]|일정)(?!동안)"
    rf"|{WORD}(?:(?:기간|일수)(?:은|이|을|도|\()|일수 )(?: ?(?:기존|현행|당초|최대|종전|각각))? ?"
    rf"(?P<count>\d{{1,3}}일(?:(?:과|·|,|에서) ?\d{{1,3}}일)?)"
    rf"|(?<=['‘])(?P<count>\d{{1,3}}일)(?=['’])"
    rf"|{EDGE}(?P<count>\d{{1,3}}일에서 \d{{1,3}}일)(?=로 ?(?:확대|축소|단축|연장|늘|줄))"
    rf"|{WORD}(?:징역|금고)(?: \d{{1,2}}년)? ?(?P<count>\d{{1,2}}월)"
    rf"|{WORD}주 ?(?P<count>[1-7]일)(?:제(?![가-힣]))?"
    rf"|{EDGE}(?:\d{{1,2}}~)?(?P<count>\d{{1,3}}일)(?=(?:이|을|은)? ?(?:{{time_words:amount}}|치(?![가-힣])|분(?: |량)|더 )))",
    yes=(
        Yes("[count:20일]이 걸렸다."),
        Yes("선거가 [count:30일] 남았다."),
        Yes("휴가는 총 [count:5일]이다."),
        Yes("주 [count:5일] 일한다."),
        Yes("개통을 [count:6일] 앞두고 점검했다."),
    ),
    no=(No("20일 걸프 지역을 찾았다.", why="a date"), No("5일이 회담 날이다.", why="a date", belongs_to="time.day")),
    value=_NONE,
)
COMPARISON = Rule(
    id="time.not.comparison",
    means="a period only named to compare a figure with",
    needs=("대비", "동기", "동월", "같은", "종가", "수준", "비해", "比", "보다"),
    pattern=WORD
    + r"(?P<base>(?:{time_words:base_period}|{time_words:event_year})(?: ?\d{1,2}월| ?[1-4]분기| ?[상하]반기)?)"
    + r" ?(?:\([^()\n]{1,20}\) ?)?"
    r"(?:{time_words:compared}|같은 ?달(?! ?\d))",
    yes=(Yes("매출이 [base:전년] 대비 늘었다."), Yes("[base:지난해] 같은 기간보다 줄었다."), Yes("[base:전날]보다 올랐다.")),
    no=(No("전날 서울에서 만났다.", why="a day"), No("지난해 서울에서 만났다.", why="a year")),
    value=_NONE,
)
NAMED_DAY = Rule(
    id="time.not.named_event",
    means="month and day as the name of an event (12·3 비상계엄, 5·18 민주묘지)",
    needs=("·",),
    pattern=rf"(?<![\d.,·])(?P<name>{MONTH}·{DAY})(?![\d.일·~%])(?= ?[가-힣]{{2}})"
    + r"(?!(?:{time_words:unit}|만|억|조|배|위|점|대|초|도|달러))",
    yes=(Yes("[name:12·3] 비상계엄 이후"), Yes("국립[name:5·18]민주묘지를 찾았다.")),
    no=(No("27·28일 열린다.", why="two days"), No("1·2차 회담", why="no such day name: a count")),
    value=_NONE,
)
AWARD = Rule(
    id="time.not.award",
    means="a prize or title that is called after a year or month",
    needs=("해의", "달의", "오늘의"),
    pattern=WORD
    + r"(?P<award>(?:올해|이달|이 달|오늘)의 (?:[가-힣]{1,6} ){0,2}[가-힣]{0,6}"
    + r"(?:상|인물|선수|책|기자|작가|영화|감독|배우|가수|단어|사자성어|한자|차|스승|독립운동가)"
    + r"(?=(?:상|으로|로|에|은|는|이|가|을|를|의)?(?![가-힣])))",
    yes=(Yes("[award:올해의 선수상]을 받았다."), Yes("[award:이달의 기자상]에 뽑혔다."), Yes("[award:올해의 인물]로 뽑혔다.")),
    no=(No("올해의 첫 회담이다.", why="a year", belongs_to="time.this_year"), No("올해 선수들을 만났다.", why="a year")),
    value=_NONE,
)
FORMS = (ELAPSED, AWARD, ANNIVERSARY, HABIT, PER_DAY, COUNTED_DAYS, COMPARISON, NAMED_DAY)
