"""Time expressions: formulas held against many publication days, whole-article contexts, and what is no time at all."""

from __future__ import annotations

import calendar
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import given, settings
from hypothesis import strategies as st

from visitextract import find_times
from visitextract.article import Zone
from visitextract.korean.numbers import read_number
from visitextract.korean.tense import first_and_last, tense_cues
from visitextract.sentences import Sentence
from visitextract.sentences.quotes import find_quotes
from visitextract.spans import normalize
from visitextract.times import Time, WhenFact, resolve_times, when_from

# Month and year borders of two years, a leap day among them, and a few days inside months.
FIRSTS = [date(2023, 11, 1) + relativedelta(months=months) for months in range(16)]
BORDERS = [first + timedelta(days=days) for first in FIRSTS for days in (-2, -1, 0, 1, 2, 14)]
LEAP_DAYS = [date(2024, 2, 28), date(2024, 2, 29), date(2024, 3, 1), date(2025, 2, 28)]
DAYS = sorted({*BORDERS, *LEAP_DAYS})
WEEKDAYS = "월화수목금토일"


def read(published: date | str | None, *sentences: str, zone: Zone = Zone.BODY) -> tuple[str, tuple[Time, ...]]:
    """The text of the sentences, and its times."""
    text, parts = "", []
    for index, sentence in enumerate(sentences):
        plain = normalize(sentence).text
        start = len(text) + bool(text)
        text = f"{text} {plain}" if text else plain
        parts.append(Sentence(index, start, len(text), zone, 0, tuple(find_quotes(text, start, len(text)))))
    return text, resolve_times(text, parts, str(published) if published else None)


def only(published: date | str | None, *sentences: str) -> Time:
    """The single time of the last sentence."""
    _, times = read(published, *sentences)
    (time,) = [time for time in times if time.sentence == len(sentences) - 1]
    return time


def told(published: date | str | None, *sentences: str) -> list[tuple[str, str | None]]:
    """(words, date) of every time of the last sentence."""
    text, times = read(published, *sentences)
    return [(text[time.start : time.end], time.date) for time in times if time.sentence == len(sentences) - 1]


def month_of(day: date, months: int) -> date:
    return day.replace(day=1) + relativedelta(months=months)


@pytest.mark.parametrize("today", DAYS)
def test_a_day_of_speaking_counts_from_publication(today: date) -> None:
    for word, distance in {"오늘": 0, "어제": -1, "그제": -2, "내일": 1, "모레": 2}.items():
        assert only(today, f"홍길동 장관이 {word} 서울을 찾습니다.").date == str(today + timedelta(days=distance))


@pytest.mark.parametrize("today", DAYS)
@pytest.mark.parametrize("distance", [0, 1, 2, 6, 15, 20])
def test_a_bare_day_looks_where_the_tense_points(today: date, distance: int) -> None:
    back, ahead = today - timedelta(days=distance), today + timedelta(days=distance)
    assert only(today, f"홍길동 장관은 {back.day}일 서울에서 김민수 대표를 만났다.").date == str(back)
    assert only(today, f"홍길동 장관은 {ahead.day}일 서울에서 김민수 대표를 만난다.").date == str(ahead)
    assert only(today, f"두 사람은 {ahead.day}일 만날 예정이다.").date == str(ahead)


@pytest.mark.parametrize("today", DAYS)
@pytest.mark.parametrize("distance", [1, 3, 13, 27])
def test_a_word_for_the_direction_outweighs_the_tense(today: date, distance: int) -> None:
    back, ahead = today - timedelta(days=distance), today + timedelta(days=distance)
    assert only(today, f"지난 {back.day}일 발표한 계획을 추진할 예정이다.").date == str(back)
    assert only(today, f"오는 {ahead.day}일 열리는 회의를 준비했다.").date == str(ahead)


@pytest.mark.parametrize("today", DAYS)
def test_without_a_predicate_the_nearest_day_is_meant(today: date) -> None:
    for distance in (-5, -1, 0, 1, 5):
        day = today + timedelta(days=distance)
        assert only(today, f"홍길동 장관 {day.day}일 방중").date == str(day)


@pytest.mark.parametrize("today", DAYS)
def test_months_told_from_publication(today: date) -> None:
    for word, months in {"지난달": -1, "이달": 0, "다음 달": 1, "내달": 1}.items():
        month = month_of(today, months)
        assert only(today, f"{word} 서울에서 만나기로 했다.").date == f"{month:%Y-%m}"
        assert only(today, f"{word} 17일 서울에서 만나기로 했다.").date == f"{month:%Y-%m}-17"
        time = only(today, f"{word} 말 방한한다.")
        assert (time.date, time.approximate) == (f"{month:%Y-%m}", True)


@pytest.mark.parametrize("today", DAYS)
def test_years_told_from_publication(today: date) -> None:
    for word, years in {"재작년": -2, "지난해": -1, "작년": -1, "올해": 0, "내년": 1}.items():
        assert only(today, f"{word} 두 사람이 만났다.").date == str(today.year + years)
        assert only(today, f"{word} 3월 만났다.").date == f"{today.year + years}-03"
        assert only(today, f"{word} 1월 4~7일 만났다.").until == f"{today.year + years}-01-07"
        half = only(today, f"{word} 하반기에 만난다.")
        assert (half.date, half.until) == (f"{today.year + years}-07", f"{today.year + years}-12")


@pytest.mark.parametrize("today", DAYS)
@pytest.mark.parametrize("distance", [0, 12, 40, 100, 200])
def test_month_and_day_look_where_the_tense_points(today: date, distance: int) -> None:
    back, ahead = today - timedelta(days=distance), today + timedelta(days=distance)
    if (back.month, back.day) != (2, 29) != (ahead.month, ahead.day):
        assert only(today, f"두 장관은 {back.month}월 {back.day}일 서울에서 만났다.").date == str(back)
        assert only(today, f"두 장관은 {ahead.month}월 {ahead.day}일 서울에서 만난다.").date == str(ahead)


@pytest.mark.parametrize("today", DAYS)
def test_weeks_run_from_monday_to_sunday(today: date) -> None:
    for word, weeks in {"지난주": -1, "이번 주": 0, "다음 주": 1, "내주": 1}.items():
        monday = today - timedelta(days=today.weekday()) + timedelta(weeks=weeks)
        time = only(today, f"{word} 두 사람이 만난다.")
        assert (time.date, time.until, time.approximate) == (str(monday), str(monday + timedelta(days=6)), True)
        assert only(today, f"{word} 목요일 만난다.").date == str(monday + timedelta(days=3))


@pytest.mark.parametrize("today", DAYS)
@pytest.mark.parametrize("number", range(7))
def test_a_weekday_lies_within_seven_days(today: date, number: int) -> None:
    name = WEEKDAYS[number] + "요일"
    ahead = date.fromisoformat(only(today, f"오는 {name} 만난다.").date or "")
    back = date.fromisoformat(only(today, f"지난 {name} 만났다.").date or "")
    assert today < ahead <= today + timedelta(days=7)
    assert today - timedelta(days=7) <= back < today
    assert ahead.weekday() == back.weekday() == number


@pytest.mark.parametrize("today", DAYS)
def test_so_long_ago(today: date) -> None:
    assert only(today, "사흘 전 만났다.").date == str(today - timedelta(days=3))
    assert only(today, "그는 12일 전 입국했다.").date == str(today - timedelta(days=12))
    weeks = only(today, "2주 전 만났다.")
    assert (weeks.date, weeks.approximate) == (str(today - timedelta(days=14)), True)
    assert only(today, "두 달 전 만났다.").date == f"{month_of(today, -2):%Y-%m}"
    assert only(today, "10년 전 만났다.").date == str(today.year - 10)


@pytest.mark.parametrize("today", DAYS)
def test_an_event_day_counts_from_the_day_just_told(today: date) -> None:
    lead = f"홍길동 장관은 {today.day}일 서울에 도착했다."
    assert only(today, lead, "홍 장관은 이날 김민수 대표를 만났다.").date == str(today)
    assert only(today, lead, "홍 장관은 다음 날 김민수 대표를 만난다.").date == str(today + timedelta(days=1))
    assert only(today, lead, "홍 장관은 전날 김민수 대표를 만났다.").date == str(today - timedelta(days=1))
    assert only(today, lead, "홍 장관은 이튿날 돌아간다.").anchor == "event"


@pytest.mark.parametrize("today", DAYS)
def test_without_a_day_told_an_event_day_counts_from_publication(today: date) -> None:
    time = only(today, "홍길동 장관은 이날 김민수 대표를 만났다.")
    assert (time.date, time.anchor) == (str(today), "published")


@pytest.mark.parametrize("today", DAYS)
def test_an_announced_stretch_gives_its_days_their_month(today: date) -> None:
    month = month_of(today, 1)
    lead = "홍길동 대통령이 다음 달 4~7일 중국을 방문한다."
    first, second = read(today, lead, "4~6일 베이징에서 회담하고, 6~7일엔 상하이를 찾을 예정이다.")[1][1:]
    assert (first.date, first.until) == (f"{month:%Y-%m}-04", f"{month:%Y-%m}-06")
    assert (second.date, second.until) == (f"{month:%Y-%m}-06", f"{month:%Y-%m}-07")
    assert only(today, lead, "5일에는 김민수 총리를 만난다.").date == f"{month:%Y-%m}-05"


@pytest.mark.parametrize("today", DAYS)
def test_a_range_runs_forward(today: date) -> None:
    start = today + timedelta(days=3)
    for days in (1, 5, 20):
        end = start + timedelta(days=days)
        time = only(today, f"회의는 {start.day}일부터 {end.day}일까지 서울에서 열린다.")
        assert (time.date, time.until) == (str(start), str(end))


@pytest.mark.parametrize("today", DAYS)
@pytest.mark.parametrize(("name", "month", "day"), [("성탄절", 12, 25), ("광복절", 8, 15), ("현충일", 6, 6)])
def test_fixed_holidays(today: date, name: str, month: int, day: int) -> None:
    time = only(today, f"올해 {name}에 두 사람이 만난다.")
    assert time.date == str(date(today.year, month, day))
    apposed = only(today, f"{name}인 {day}일 두 사람이 만난다.").date or ""
    assert (apposed[4:], abs(int(apposed[:4]) - today.year) <= 1) == (f"-{month:02d}-{day:02d}", True)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("올해 설날에 만났다.", "2024-02-10"),
        ("올해 추석에 만난다.", "2024-09-17"),
        ("지난 추석에 만났다.", "2023-09-29"),
        ("부처님오신날인 15일 절을 찾는다.", "2024-05-15"),
    ],
)
def test_lunar_feasts(text: str, day: str) -> None:
    assert only("2024-03-20", text).date == day


@pytest.mark.parametrize(
    ("text", "start", "until", "anchor"),
    [
        ("2024년 2월 29일 만났다.", "2024-02-29", None, "explicit"),
        ("'24년 2월 29일 만났다.", "2024-02-29", None, "explicit"),
        ("2026년 1월 4∼7일 방문한다.", "2026-01-04", "2026-01-07", "explicit"),
        ("2025년 12월 30일~1월 2일 방문한다.", "2025-12-30", "2026-01-02", "explicit"),
        ("2025년 12월 30일부터 2026년 1월 2일까지 머문다.", "2025-12-30", "2026-01-02", "explicit"),
        ("2024.02.29 입력", "2024-02-29", None, "explicit"),
        ("24.2.29. 발표", "2024-02-29", None, "explicit"),
        ("2024-02-29 등록", "2024-02-29", None, "explicit"),
        ("2013년 6월 방한했다.", "2013-06", None, "explicit"),
        ("지난 2013년 6월 방한했다.", "2013-06", None, "explicit"),
        ("2013~2014년 여러 차례 만났다.", "2013", "2014", "explicit"),
        ("2024년 1~3월 만났다.", "2024-01", "2024-03", "explicit"),
        ("2024년 3분기에 만났다.", "2024-07", "2024-09", "explicit"),
        ("2019년에 만났다.", "2019", None, "explicit"),
    ],
)
def test_dates_that_say_all_need_no_publication_day(text: str, start: str, until: str | None, anchor: str) -> None:
    for published in (None, "2025-07-01"):
        time = only(published, text)
        assert (time.date, time.until, time.anchor) == (start, until, anchor)


@pytest.mark.parametrize(
    "text",
    [
        "28일 만났다.",
        "지난달 30일 만났다.",
        "이날 만났다.",
        "어제 만났다.",
        "1월 4일 만난다.",
        "지난주 만났다.",
        "올해 만났다.",
        "사흘 전 만났다.",
        "오는 수요일 만난다.",
        "전날 밤 만났다.",
    ],
)
def test_without_a_publication_day_nothing_is_guessed(text: str) -> None:
    time = only(None, text)
    assert (time.date, time.until, time.anchor) == (None, None, "unresolved")


def test_a_past_day_after_an_untold_event_stays_unresolved() -> None:
    time = only("2025-12-29", "박서연 씨는 이튿날 다시 공장을 찾아야 했다.")
    assert (time.date, time.anchor) == (None, "unresolved")


def test_without_a_publication_day_events_still_count_from_each_other() -> None:
    lead = "홍길동 장관은 2024년 2월 28일 입국했다."
    assert told(None, lead, "이튿날 김민수 대표를 만났다.") == [("이튿날", "2024-02-29")]
    assert told(None, lead, "같은 달 29일 김민수 대표를 만났다.") == [("같은 달 29일", "2024-02-29")]
    assert told(None, "2024년 2월 27일부터 29일까지 머문다.") == [("2024년 2월 27일부터 29일까지", "2024-02-27")]


@pytest.mark.parametrize(
    ("words", "start"),
    [
        ("어제(28일)", "2025-12-28"),
        ("오늘(29일)", "2025-12-29"),
        ("현지 시간으로 어제(28일)", "2025-12-28"),
        ("28일(현지시간)", "2025-12-28"),
        ("28일(현지 시각) 오후", "2025-12-28"),
        ("28일(일)", "2025-12-28"),
        ("일요일인 28일", "2025-12-28"),
        ("전날인 28일 오후", "2025-12-28"),
        ("지난 일요일(28일)", "2025-12-28"),
        ("지난 25일(현지시간)", "2025-12-25"),
        ("성탄절인 25일", "2025-12-25"),
        ("성탄절인 지난 25일", "2025-12-25"),
        ("지난달 30일", "2025-11-30"),
        ("이달 7일", "2025-12-07"),
        ("12월18일", "2025-12-18"),
        ("지난 10월", "2025-10"),
        ("지난 연말", "2024"),
    ],
)
def test_an_expression_is_one_time_with_all_its_words(words: str, start: str) -> None:
    assert told("2025-12-29", f"홍길동 장관은 {words} 서울에서 김민수 대표를 만났다.") == [(words, start)]


@pytest.mark.parametrize(
    ("words", "clock", "near"),
    [
        ("28일 오후 12시30분께", "12:30", True),
        ("28일 12시30분경", "12:30", True),
        ("28일 오후 2시 15분쯤", "14:15", True),
        ("28일 오전 11시", "11:00", False),
        ("28일 낮 12시", "12:00", False),
        ("28일 낮 1시 20분경", "13:20", True),
        ("28일 정오", "12:00", False),
        ("28일 저녁 7시 반", "19:30", False),
        ("28일 새벽 4시", "04:00", False),
        ("28일 밤 10시", "22:00", False),
        ("28일 아침 7시", "07:00", False),
        ("28일 오후 세 시", "15:00", False),
        ("28일 14시", "14:00", False),
        ("28일 오전 0시", "00:00", False),
        ("28일 3시", None, False),
        ("28일(현지시간) 오후 5시40분께", "17:40", True),
    ],
)
def test_a_clock_time_joins_its_date(words: str, clock: str | None, near: bool) -> None:
    text, times = read("2024-02-29", f"홍길동 장관은 {words} 김민수 대표를 만났다.")
    (time,) = times
    assert text[time.start : time.end].startswith(words.removesuffix("3시").strip())
    assert (time.date, time.clock, time.approximate) == ("2024-02-28", clock, near)


def test_a_clock_range() -> None:
    time = only("2024-02-29", "28일 오전 10시부터 오후 1시까지 만났다.")
    assert (time.date, time.clock, time.clock_until) == ("2024-02-28", "10:00", "13:00")
    time = only("2024-02-29", "28일 오후 2∼4시 만났다.")
    assert (time.clock, time.clock_until) == ("14:00", "16:00")


def test_an_hour_without_half_takes_that_of_the_hour_told_before() -> None:
    lead = "박서연 사장은 28일 오후 5시40분께 먼저 도착했다."
    assert only("2024-02-29", lead, "이후 6시15분께 홍길동 회장이 도착했다.").clock == "18:15"
    _, times = read("2024-02-29", "28일 오후 5시40분께 도착해 6시15분께 만났다.")
    assert [time.clock for time in times] == ["17:40", "18:15"]
    _, times = read("2024-02-29", "6시15분께 도착했다.")
    assert times == ()


def test_a_clock_alone_is_of_the_day_told() -> None:
    lead = "홍길동 장관은 28일 서울에 도착했다."
    time = only("2024-03-01", lead, "오후 3시 김민수 대표를 만났다.")
    assert (time.date, time.clock, time.anchor) == ("2024-02-28", "15:00", "event")
    time = only(None, "오후 3시 김민수 대표를 만났다.")
    assert (time.date, time.clock, time.anchor) == (None, "15:00", "unresolved")


@pytest.mark.parametrize(
    ("words", "length", "near"),
    [
        ("1시간40분가량", "PT1H40M", True),
        ("약 1시간 40분", "PT1H40M", True),
        ("1시간 반 동안", "PT1H30M", False),
        ("3시간가량", "PT3H", True),
        ("세 시간 동안", "PT3H", False),
        ("7시간에 걸쳐", "PT7H", False),
        ("30여 분간", "PT30M", True),
        ("약 5분간", "PT5M", True),
        ("2박3일", "P3D", False),
        ("3박 4일간", "P4D", False),
        ("사흘간", "P3D", False),
        ("이틀 일정", "P2D", False),
        ("열흘 동안", "P10D", False),
        ("3일간", "P3D", False),
        ("일주일간", "P7D", False),
        ("2주간", "P2W", False),
        ("두 달간", "P2M", False),
        ("10년 동안", "P10Y", False),
    ],
)
def test_durations_stand_alone(words: str, length: str, near: bool) -> None:
    text, times = read("2024-02-29", f"두 사람은 서울에서 {words} 만났다.")
    (time,) = times
    assert (text[time.start : time.end], time.duration, time.approximate) == (words, length, near)
    assert time.date is None
    assert time.clock is None


NOT_TIMES = """
두 사람은 10년 만에 만났다.|두 달 만에 다시 만났다.|교전 35일 만에 멈췄다.|두 달여 만의 회담이다.|수사를 시작한 지 19일 만입니다.
출석 일수 8일을 채웠다.|축제 기간은 7일에서 4일로 줄었다.|장마 기간이 각각 13일과 15일로 짧았다.
사흘 만에 돌아왔다.|3년여 만이다.
파업이 사흘째 이어졌다.|15일째 농성 중이다.|5일 연속 올랐다.|취임 1주년을 맞았다.|창간 100주년 행사다.|참사 1주기 추모식이 열렸다.
1573명이 왔다.|춘천을 찾았다.|3일 천하로 끝났다.|갤럭시S24를 공개했다.|H100 35만개를 샀다.|그는 45세다.|1·2차 회담을 했다.
12·3 비상계엄을 비판했다.|4·19 민주묘지를 찾았다.|5·18민주묘지를 참배했다.|제9차 회의다.|6.14% 올랐다.|1~3위를 차지했다.
365일 문을 연다.|100일을 기념했다.|서울 종로구 세종대로 209에 있다.|전화 02-781-1234로 문의하면 된다.|3대2로 이겼다.|3:2로 이겼다.
1일 평균 300명이 찾는다.|1일 3회 운항한다.|1일 교사로 나섰다.|제3일은 쉰다.|주 5일 일한다.|총 5일을 쉰다.|20일이 걸렸다.
선거가 30일 남았다.|개통을 6일 앞두고 점검했다.|3일장을 치른다.|매년 5월 1일에 연다.|매주 월요일 회의를 한다.|매달 15일 낸다.
매월 1일부터 15일까지 낸다.|1990년대에 유행했다.|1995년생이다.|2024년형 차다.|3월호에 실렸다.|징역 8월을 선고했다.|3개월 만이다.
전년 대비 늘었다.|지난해(3607명) 대비 늘었다.|전년 동기보다 줄었다.|지난해 같은 기간보다 늘었다.
전날보다 올랐다.|전 거래일 대비 내렸다.|오늘날 정치는 다르다.
내일채움공제를 신청했다.|그제야 웃었다.|옛날 이야기다.|이날치가 공연했다.|당일치기로 갔다.|당시선을 읽었다.|다음 주자로 나섰다.
광복절 특사로 풀려났다.|크리스마스 트리를 세웠다.|어린이날 선물을 샀다.|수요일장이 선다.|3시간 만에 끝났다.|1시간 거리에 있다.
30분 만에 끝났다.|10분 거리에 있다.|두 분이 왔다.|한 시대가 끝났다.|두 시민이 왔다.|3시즌 연속 우승했다.|25시 편의점에 갔다.
자정 작용이 있다.|수정오류를 고쳤다.|연말 분위기를 냈다.|연내천을 걸었다.|올림픽을 연다.|올바른 길이다.|이달고 시장이 왔다.
출국 3일 전 만났다.|선거 사흘 전 알렸다.|취임 이튿날 만났다.|선거 전날 만났다.|사건 당시 그는 없었다.|홍길동 당시 장관이 말했다.
1만5000원에 판다.|3.5일치다.|D-3일이다.
이른바 '12일' 전쟁이다.|3일 체험권을 준다.
버전 1.2.3을 배포했다.|192.168.0.1에 접속했다.|2024학년도 시험이다.|1등 2등 3등을 뽑았다.
A4 용지 12장을 썼다.|7일천국을 봤다.|32일 열린다.|13월에 연다.|5월단체가 왔다.|낮은 값에 샀다.|밤을 먹었다.|3년 고생했다.
2~3시간씩 만난다.|최근 만났다.|조만간 만난다.|며칠 전 만났다.|앞으로 5일이다.|하루 20일치를 판다.|오늘의 운세를 봤다.
"""


@pytest.mark.parametrize("sentence", [part for line in NOT_TIMES.split("\n") for part in line.split("|") if part])
def test_what_is_no_time(sentence: str) -> None:
    assert told("2025-12-30", sentence) == []


def test_a_past_sentence_does_not_count_from_an_announced_day() -> None:
    lead = "홍길동 대통령은 30일 국무회의를 열었다."
    plan = "김민수 총리는 다음 달 5일 일본을 방문한다."
    assert told("2025-12-30", lead, plan, "홍 대통령은 이날 회의에서 예산을 논의했다.") == [("이날", "2025-12-30")]
    assert told("2025-12-30", lead, plan, "같은 날 박서연 총리와 회담한다.") == [("같은 날", "2026-01-05")]


def test_days_inside_quotations_are_no_anchor() -> None:
    lead = "홍길동 장관은 30일 국회를 찾았다."
    said = '홍 장관은 "지난 24일 의장을 만났다"고 말했다.'
    assert told("2025-12-30", lead, said, "홍 장관은 이날 국무회의에도 참석했다.") == [("이날", "2025-12-30")]


def test_today_in_a_quotation_is_the_day_of_speaking() -> None:
    said = '홍길동 장관은 29일 "오늘 김민수 대표를 만났다"고 밝혔다.'
    assert told("2025-12-30", said) == [("29일", "2025-12-29"), ("오늘", "2025-12-29")]


def test_captions_are_no_anchor() -> None:
    text, times = read("2025-12-30", "홍길동 장관이 지난 3일 회견하고 있다.", zone=Zone.CAPTION)
    assert [time.date for time in times] == ["2025-12-03"]
    whole = text + " 홍 장관은 이날 떠났다."
    sentences = [Sentence(0, 0, len(text), Zone.CAPTION, 0), Sentence(1, len(text) + 1, len(whole), Zone.BODY, 1)]
    assert resolve_times(whole, sentences, "2025-12-30")[-1].date == "2025-12-30"


def test_background_far_back_is_no_anchor() -> None:
    lead = "홍길동 대통령은 29일 청와대로 출근했다."
    tie = "홍 대통령은 지난 6월 4일 취임식에서 맨 넥타이를 착용했다."
    assert told("2025-12-29", lead, tie, "이날 본관 앞에서는 참모들이 대통령을 맞이했다.") == [("이날", "2025-12-29")]


def test_the_day_of_a_report_gives_way_to_the_day_it_tells_of() -> None:
    lead = "28일 취재를 종합하면, 홍길동 장관은 지난 5일 하나센터를 방문했다."
    middle = "이 시설은 통일부 소속기관이다."
    assert told("2025-12-28", lead, middle, "이날 홍 장관은 입소생을 만났다.") == [("이날", "2025-12-05")]


def test_the_day_before_counts_from_the_day_of_writing() -> None:
    abroad = "홍길동 대통령은 29일(현지시간) 김민수 총리와 만났다."
    assert told("2025-12-30", abroad, "두 사람은 전날 통화했다.") == [("전날", "2025-12-28")]
    report = "29일 외교부에 따르면 홍길동 장관이 서울에 왔다."
    assert told("2025-12-30", report, "홍 장관은 전날 도쿄에 있었다.") == [("전날", "2025-12-28")]
    event = "홍길동 대통령과 김민수 총리가 29일 열린 회담에서 손을 잡았다."
    assert told("2025-12-30", event, "두 정상은 전날 서울에서 합의했다.") == [("전날", "2025-12-29")]


def test_then_is_the_last_time_told_before_the_running_events() -> None:
    lead = "홍길동 회장은 29일 서울에 왔다."
    past = "홍 회장의 방한은 2013년 6월 이후 처음이다."
    assert told("2024-02-29", lead, past, "당시 홍 회장은 김민수 대통령을 만났다.") == [("당시", "2013-06")]
    assert told("2024-02-29", lead, "당시 홍 회장은 김민수 대통령을 만났다.") == []


def test_then_with_a_noun_is_the_time_told_of_that_noun() -> None:
    first = "지난 19일 업무보고에서 홍길동 장관이 발표했다."
    second = "지난 24일에는 국회를 찾았다."
    assert told("2025-12-28", first, second, "업무보고 당시 김민수 총리도 참석했다.") == [("당시", "2025-12-19")]
    same = "이 빵집은 2014년 홍길동 총리의 방한 당시 빵을 냈다."
    assert told("2025-12-28", first, same) == [("2014년", "2014"), ("당시", "2014")]


def test_the_year_of_an_event() -> None:
    first = "두 사람은 2016년 3월 처음 만났다."
    assert told("2025-12-28", first, "같은 해 10월 다시 만났다.") == [("같은 해 10월", "2016-10")]
    assert told("2025-12-28", first, "이듬해 서울에서 만났다.") == [("이듬해", "2017")]


def test_the_day_of_a_reporting_verb_is_not_that_of_the_plan() -> None:
    assert told("2026-01-02", "홍길동 장관은 31일 다음 주 방한한다고 밝혔다.")[0] == ("31일", "2025-12-31")
    assert told("2025-12-30", "3박 4일간 방문한다고 홍길동 대변인이 30일 밝혔다.")[1] == ("30일", "2025-12-30")


def test_a_past_step_beside_a_plan_does_not_turn_the_day_back() -> None:
    assert told("2026-01-04", "홍길동 대통령은 7일 임시정부 청사를 찾은 뒤 귀국할 예정이다.") == [("7일", "2026-01-07")]
    assert told("2025-12-30", "홍길동 의원은 29일 열린 회의에서 나온 안을 발의할 계획이다.") == [("29일", "2025-12-29")]


@pytest.mark.parametrize(
    ("sentence", "first", "last"),
    [
        ("서울에서 만났다.", "past", "past"),
        ("서울에서 만난다.", "present", "present"),
        ("서울에서 만날 예정이다.", "future", "future"),
        ("서울에서 만나기로 했다.", "future", "past"),
        ("서울에서 만나겠다고 밝혔다.", "future", "past"),
        ("서울에서 열린 회의에 참석할 계획이다.", "past", "future"),
        ("국회를 통과한 법안을 시행한다.", "past", "present"),
        ("서울에서 만납니다.", "present", "present"),
        ("서울에 있다.", None, None),
        ("회담을 위한 준비", None, None),
    ],
)
def test_the_tense_of_a_sentence(sentence: str, first: str | None, last: str | None) -> None:
    assert first_and_last(tense_cues(sentence, 0, len(sentence)), 0, len(sentence)) == (first, last)


@pytest.mark.parametrize(
    ("word", "value"),
    [("1,573", 1573), ("서른두", 32), ("열두", 12), ("이십팔", 28), ("백이십", 120), ("보름", 15), ("이이", None), ("", None)],
)
def test_number_words(word: str, value: int | None) -> None:
    assert read_number(word) == value


def when(published: str, *sentences: str) -> WhenFact | None:
    return when_from(read(published, *sentences)[1])


def test_a_record_takes_the_finest_date_and_its_clock() -> None:
    assert when("2024-02-29", "홍길동 회장은 28일 서울에서 오후 3시께 김민수 대표를 만났다.") == WhenFact(
        "2024-02-28T15:00:00+09:00", None, True, "published", (8, 23)
    )
    assert when("2024-02-29", "지난달 방한한 홍길동 회장은 28일 돌아갔다.") == WhenFact(
        "2024-02-28", None, False, "published", (16, 19)
    )
    ranged = when("2024-02-29", "다음 달 4일 오전 10시부터 정오까지 만난다.")
    assert ranged is not None
    assert (ranged.start, ranged.end) == ("2024-03-04T10:00:00+09:00", "2024-03-04T12:00:00+09:00")


def test_a_record_without_a_date_has_no_when() -> None:
    assert when("2024-02-29", "두 사람은 사흘간 만났다.") is None
    assert when_from(read(None, "두 사람은 28일 만났다.")[1]) is None


PIECES = st.sampled_from(
    [
        *(
            "28일 ",
            "오후 ",
            "3시 ",
            "부터 ",
            "까지 ",
            "이날 ",
            "지난 ",
            "오는 ",
            "다음 달 ",
            "(현지시간) ",
            "~",
            "4",
            "일",
            "월 ",
        ),
        *("2024년 ", "2월 ", "29일", "전날 ", "사흘", "간 ", "만에 ", "께 ", "인 ", "(", ") ", "수요일 ", "당시 ", "홍길동은 "),
        *("만났다 ", "만난다 ", '"'),
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=25), st.sampled_from([None, "2024-02-29", "2025-12-31"]))
def test_times_stand_in_order_and_never_overlap(pieces: Sequence[str], published: str | None) -> None:
    text, times = read(published, "".join(pieces) + ".")
    assert all(0 <= time.start < time.end <= len(text) for time in times)
    assert all(first.end <= second.start for first, second in pairwise(times))
    for time in times:
        for value in (time.date, time.until):
            assert value is None or len(value) in (4, 7, 10)
            if value is not None and len(value) == 10:
                date.fromisoformat(value)
        assert time.date or time.anchor == "unresolved" or time.duration


@pytest.mark.parametrize("published", ["0001-01-01", "9999-12-31"])
def test_a_publication_day_at_the_end_of_the_calendar_does_no_harm(published: str) -> None:
    assert told(published, "홍길동 장관은 전날 왔고 내일 돌아간다.") == [("전날", None), ("내일", None)]


@given(st.dates(date(2000, 1, 1), date(2049, 12, 31)))
def test_every_month_ends_where_the_calendar_says(today: date) -> None:
    last = calendar.monthrange(today.year, today.month)[1]
    assert only(today, f"{today.year}년 {today.month}월 {last}일 만났다.").date == f"{today:%Y-%m}-{last}"
    if last < 31:
        time = only(today, f"{today.year}년 {today.month}월 {last + 1}일 만났다.")
        assert (time.date, time.anchor) == (None, "unresolved")


@pytest.mark.parametrize("today", DAYS)
def test_a_part_of_the_year_without_its_year(today: date) -> None:
    quarter = (today.month - 1) // 3 + 1
    running = only(today, f"{quarter}분기에 공장을 연다.")
    assert (running.date, running.until) == (f"{today.year}-{quarter * 3 - 2:02d}", f"{today.year}-{quarter * 3:02d}")
    over = quarter - 1 or 4
    assert only(today, f"지난 {over}분기에 문을 연다.").date == f"{today.year - (quarter == 1)}-{over * 3 - 2:02d}"
    assert only(today, f"{over}분기 실적이 줄었다고 밝혔다.").date == f"{today.year - (quarter == 1)}-{over * 3 - 2:02d}"


@pytest.mark.parametrize("today", DAYS)
def test_a_weekend_of_this_or_the_next_week(today: date) -> None:
    saturday = today - timedelta(days=today.weekday()) + timedelta(days=5)
    for word, weeks in {"이번": 0, "다음": 1}.items():
        time = only(today, f"{word} 주말 두 사람이 만난다.")
        begin = saturday + timedelta(weeks=weeks)
        assert (time.date, time.until) == (str(begin), str(begin + timedelta(days=1)))


@pytest.mark.parametrize("today", DAYS)
def test_midnight_at_the_end_of_a_day_is_of_the_next(today: date) -> None:
    for words in ("밤 12시", "24시"):
        time = only(today, f"회의는 {today.day}일 {words}에 끝났다.")
        assert (time.date, time.clock) == (str(today + timedelta(days=1)), "00:00")


@pytest.mark.parametrize("today", DAYS)
def test_days_in_chinese_and_sino_korean_numerals(today: date) -> None:
    assert only(today, "팔월 십오일 만났다.").date in (f"{today.year}-08-15", f"{today.year - 1}-08-15")
    assert only(today, f"{today.year}年 3月 1日 만났다.").date == f"{today.year}-03-01"


@pytest.mark.parametrize("today", DAYS)
def test_a_deadline_lies_ahead(today: date) -> None:
    ahead = today + timedelta(days=20)
    assert only(today, f"{ahead.day}일까지 명단을 내야 한다.").date == str(ahead)


@pytest.mark.parametrize(
    ("sentence", "start"),
    [
        ("28일(현지시간) 오후 2시 뉴욕에서 회견했다.", "2024-02-28T14:00:00-05:00"),
        ("뉴욕에서 28일 오후 2시(현지시간) 회견했다.", "2024-02-28T14:00:00-05:00"),
        ("지난해 7월 3일 오후 2시(현지시간) 뉴욕에서 회견했다.", "2023-07-03T14:00:00-04:00"),
        ("28일(현지시간) 오후 2시 회견했다.", "2024-02-28T14:00:00"),
        ("28일(한국시간) 오후 2시 뉴욕에서 회견했다.", "2024-02-28T14:00:00+09:00"),
        ("28일 오후 2시 뉴욕에서 회견했다.", "2024-02-28T14:00:00+09:00"),
        ("28일(현지시간) 뉴욕에서 회견했다.", "2024-02-28"),
    ],
)
def test_the_local_clock_is_that_of_the_place_in_the_sentence(sentence: str, start: str) -> None:
    assert only("2024-02-29", sentence).iso() == start


def test_the_local_clock_holds_where_a_later_sentence_comes_back_to_its_day() -> None:
    lead = "홍길동 대통령은 28일(현지시간) 오전 11시 파리에 도착했다."
    assert only("2024-02-29", lead, "이날 오후 3시에는 김민수 총리를 만났다.").iso() == "2024-02-28T15:00:00+01:00"
    assert only("2024-02-29", lead, "29일 오후 3시 서울에서 대변인이 밝혔다.").iso() == "2024-02-29T15:00:00+09:00"


def test_a_callers_time_zone_sets_clock_and_publication_day() -> None:
    text, late = "홍길동 장관은 오늘 오후 3시 회견합니다.", "2024-02-28T20:00:00+00:00"
    assert find_times(text, published=late)[0].start == "2024-02-29T15:00:00+09:00"
    assert find_times(text, published=late, timezone="America/New_York")[0].start == "2024-02-28T15:00:00-05:00"
    with pytest.raises(ValueError, match="time zone 'Mars/Base'"):
        find_times(text, published=late, timezone="Mars/Base")


@pytest.mark.parametrize("published", [None, "2024-02-29"])
@pytest.mark.parametrize(
    "text",
    ["취임 1주년을 맞았다.", "올해의 인물로 뽑혔다.", "주 52시간제를 손본다.", "홍길동 당시 장관이 나섰다.", "24시간 운영한다."],
)
def test_an_anniversary_an_award_and_a_role_are_no_dates(published: str | None, text: str) -> None:
    assert find_times(text, published=published) == []
