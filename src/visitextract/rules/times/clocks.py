"""Clock times: 오후 12시30분께, 낮 12시, 정오, 11:10 behind a date."""

from __future__ import annotations

from visitextract.korean.numbers import NATIVE, alternation
from visitextract.rules.rule import No, Rule, Yes
from visitextract.rules.times.fragments import EDGE, END, HOUR, NEAR, WORD

_HALF = r"(?P<half>{time_words:day_part}) ?"
_MINUTES = r"(?:(?: ?(?P<minute>[0-5]?\d)분)|(?P<thirty> ?반))?"
_CLOSE = rf"(?: ?정각)?(?: ?{NEAR}){END}"

CLOCK = Rule(
    id="time.clock",
    means="an hour, with or without minutes and half of the day",
    needs=("시",),
    pattern=rf"(?:(?:{WORD}|(?<=일)){_HALF}|{EDGE})(?P<hour>{HOUR})(?:시? ?[~\-] ?(?P<last_hour>{HOUR}))?시"
    + rf"{_MINUTES}(?: ?[0-5]?\d초)?{_CLOSE}",
    yes=(
        Yes("[half:오후] [hour:12]시[minute:30]분[near:께] 왔다."),
        Yes("[half:낮] [hour:1]시 [minute:20]분[near:경] 끝났다."),
        Yes("[hour:14]시에 시작한다."),
        Yes("[half:오후] [hour:2]~[last_hour:4]시 열린다."),
    ),
    no=(No("3시간 걸렸다.", why="a length"), No("25시 편의점", why="no such hour"), No("3시즌 연속", why="a season")),
    value={"kind": "clock"},
)
NATIVE_CLOCK = Rule(
    id="time.native_clock",
    means="an hour in native numerals, with the half of the day",
    needs=("시",),
    pattern=rf"{WORD}{_HALF}(?P<hour>{alternation(NATIVE)}) ?시{_MINUTES}{_CLOSE}",
    yes=(Yes("[half:오후] [hour:세] 시에 만났다."), Yes("[half:아침] [hour:열]시에 만났다.")),
    no=(No("오후 세 시간 동안", why="a length"), No("두 시민이 왔다.", why="two citizens")),
    value={"kind": "clock"},
)
NOON = Rule(
    id="time.noon",
    means="noon or midnight",
    needs=("정오", "자정"),
    pattern=rf"(?:{WORD}|(?<=일))(?:(?P<noon>정오)|(?P<midnight>자정)(?! ?(?:작용|작업|능력|노력|운동|기능))){_CLOSE}",
    yes=(Yes("28일 [noon:정오]에 만났다."), Yes("[midnight:자정][near:께] 끝났다.")),
    no=(No("자정작용이 있다.", why="another word"), No("수정오류", why="another word")),
    value={"kind": "clock"},
)
COLON = Rule(
    id="time.colon_clock",
    means="hours and minutes with a colon; read only behind a date",
    needs=(":",),
    pattern=r"(?<![\d:.])(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?::[0-5]\d)?(?![\d:])",
    yes=(Yes("2024.02.29 [hour:11]:[minute:10]"), Yes("[hour:9]:[minute:05] 입력")),
    no=(No("3:2로 이겼다.", why="a score"), No("25:10", why="no such hour")),
    value={"kind": "colon"},
)
FORMS = (CLOCK, NATIVE_CLOCK, NOON, COLON)
