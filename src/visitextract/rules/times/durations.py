"""How long: 1시간40분가량, 2박3일, 사흘간, 이틀 일정, 7시간에 걸쳐."""

from __future__ import annotations

from visitextract.rules.rule import No, Rule, Yes
from visitextract.rules.times.fragments import COUNT, DAYS, EDGE, MORE, WORD

_KIND = {"kind": "duration"}
_ABOUT = r"(?:(?P<about>약|대략) ?)?"
_MORE = r"(?: ?(?P<near>{time_words:about}))?"
_LONG = (
    r"(?: ?(?:동안|간(?![가-힣])|간(?=[의은을에](?![가-힣]))|에 걸[쳐친]"
    r"|(?:의 )?일정(?! (?:시간|기간|부분|수준|규모|금액|비율))))"
)
_NOT_AFTER = r"(?! ?(?:{time_words:no_length}|[전후](?![가-힣])|제(?:[가를는의와도]|(?![가-힣]))))"

NIGHTS = Rule(
    id="time.duration.nights",
    means="nights and days of a journey",
    needs=("박",),
    pattern=EDGE + r"(?P<nights>\d{1,2})박 ?(?P<days>\d{1,2})일(?:간)?",
    yes=(Yes("[nights:2]박[days:3]일 일정"), Yes("[nights:3]박 [days:4]일간의 방문")),
    no=(No("3박자 5일", why="another word"), No("박 5일", why="no nights")),
    value=_KIND,
)
HOURS = Rule(
    id="time.duration.hours",
    means="hours, with or without minutes",
    needs=("시간",),
    pattern=rf"{EDGE}{_ABOUT}(?P<hours>{COUNT}){MORE}시간(?: ?(?P<minutes>\d{{1,3}}) ?분| ?(?P<thirty>반))?+"
    + rf"{_MORE}{_LONG}?{_NOT_AFTER}",
    yes=(
        Yes("[hours:1]시간[minutes:40]분[near:가량] 논의했다."),
        Yes("[hours:7]시간에 걸쳐 면담했다."),
        Yes("[about:약] [hours:한] 시간 [thirty:반] 동안"),
    ),
    no=(
        No("3시간 만에 끝났다.", why="an elapsed time"),
        No("1시간 거리", why="a distance"),
        No("2시간 전", why="a point in time"),
        No("주 52시간제", why="a rule about working hours"),
    ),
    value=_KIND,
)
MINUTES = Rule(
    id="time.duration.minutes",
    means="minutes that something lasted",
    needs=("분",),
    pattern=rf"{EDGE}(?<!시 ){_ABOUT}(?P<minutes>\d{{1,3}}){MORE}분(?:{_MORE}{_LONG}|{_MORE}(?= {{time_words:talk}}))",
    yes=(
        Yes("[about:약] [minutes:5]분간 회담했다."),
        Yes("[minutes:30]분 동안 이어졌다."),
        Yes("[minutes:30][more:여] 분간 만났다."),
    ),
    no=(
        No("10분 거리에 있다.", why="a distance"),
        No("30분 만에 끝났다.", why="an elapsed time"),
        No("5시 40분 회담이 끝났다.", why="a clock time", belongs_to="time.clock"),
        No("두 분이 왔다.", why="two people"),
    ),
    value=_KIND,
)
NATIVE_DAYS = Rule(
    id="time.duration.native_days",
    means="native day counts that something lasts",
    needs=("간", "동안", "일정", "걸"),
    pattern=rf"{WORD}{_ABOUT}(?P<days>{DAYS}){_LONG}",
    yes=(Yes("[days:사흘]간 머물렀다."), Yes("[days:이틀] 일정으로 왔다."), Yes("[days:열흘] 동안 열렸다.")),
    no=(No("사흘 만에 끝났다.", why="an elapsed time"), No("이틀 전 왔다.", why="a day", belongs_to="time.shifted")),
    value=_KIND,
)
COUNTED = Rule(
    id="time.duration.counted",
    means="days, weeks, months or years that something lasts",
    needs=("간", "동안", "일정", "걸"),
    pattern=rf"{EDGE}{_ABOUT}(?:(?P<count>{COUNT}){MORE}(?P<unit>일|주|개월|달|(?<!\d{{4}})년)"
    + rf"|(?P<count>일)(?P<unit>주일)|(?P<count>반)(?P<unit>년)){_MORE}{_LONG}",
    yes=(Yes("[count:3][unit:일]간 열린다."), Yes("[count:두] [unit:달] 동안"), Yes("[count:일][unit:주일]간 머문다.")),
    no=(No("3년 만에", why="an elapsed time"), No("3일 간담회를 연다.", why="a meeting")),
    value=_KIND,
)
FORMS = (NIGHTS, HOURS, MINUTES, NATIVE_DAYS, COUNTED)
