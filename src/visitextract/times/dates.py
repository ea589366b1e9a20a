"""One date token → the days it stands for, against publication day, tense and what the article has told."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta

from visitextract.korean.numbers import read_number
from visitextract.korean.tense import Tense
from visitextract.lexicon import meanings
from visitextract.times import calendar
from visitextract.times.phrases import Token
from visitextract.times.scene import UNRESOLVED, Reach, Scene

_WEEKDAYS = "월화수목금토일"
_STEMS, _BRANCHES = "갑을병정무기경신임계", "자축인묘진사오미신유술해"
_LUNAR = {"설": "seollal", "추": "chuseok", "부": "buddha", "석": "buddha"}


def reach(token: Token, scene: Scene) -> Reach | None:
    """The days of ``token``; ``UNRESOLVED`` where nobody says from when to count, None where it is no date after all."""
    return _READERS[token.kind](token.fields, scene)


def _date(found: Mapping[str, str], scene: Scene) -> Reach | None:
    near = bool({"near", "part", "within"} & found.keys())
    if "year_part" in found:
        return _year_part(found, scene)
    year, month, anchor = _base(found, scene)
    if anchor == "unresolved":
        return UNRESOLVED
    if "day" in found:
        return _day(found, scene, year, month, anchor, near)
    if "month" in found and year is None:
        if scene.today is None and scene.after is None:
            return UNRESOLVED
        year = _year_for_month(int(found["month"]), found.get("direction"), scene)
    if year is None and ("half" in found or "quarter" in found):
        year = _year_for_period(_first_month(found), 6 if "half" in found else 3, found.get("direction"), scene)
    if year is None:
        return UNRESOLVED
    if month is not None:
        last = found.get("last_month")
        until = calendar.iso_month(year + (int(last) < month), int(last)) if last else None
        return Reach(calendar.iso_month(year, month), until, anchor, near)
    if "half" in found or "quarter" in found:
        first, count = _first_month(found), 6 if "half" in found else 3
        return Reach(calendar.iso_month(year, first), calendar.iso_month(year, first + count - 1), anchor, False)
    return Reach(f"{year:04d}", found.get("last_year"), anchor, near)


def _first_month(found: Mapping[str, str]) -> int:
    """The first month of a half or quarter."""
    if "half" in found:
        return 1 if found["half"] == "상" else 7
    return int(found["quarter"]) * 3 - 2


def _year_for_period(first: int, count: int, direction: str | None, scene: Scene) -> int | None:
    """The year of a bare 상반기 or 3분기: of those that tense or direction allow, the nearest, of two as near the earlier."""
    if scene.today is None:
        return None
    begins = {scene.today.year + shift: shift * 12 + first - scene.today.month for shift in (-1, 0, 1)}  # in months from now
    far = {year: max(begin, 0, 1 - begin - count) for year, begin in begins.items()}
    if direction is not None:
        fit = [year for year, begin in begins.items() if (begin + count <= 0 if direction == "지난" else begin > 0)]
    elif scene.first is Tense.PAST:
        fit = [year for year, begin in begins.items() if begin <= 0]
    elif scene.first in (Tense.FUTURE, Tense.PRESENT):
        fit = [year for year, begin in begins.items() if begin + count > 0 and far[year] <= 6]
    else:
        fit = []
    return min(fit or far, key=lambda year: (far[year], year))


def _base(found: Mapping[str, str], scene: Scene) -> tuple[int | None, int | None, str]:
    """Year, month and anchor, as far as the words say them."""
    month = int(found["month"]) if "month" in found else None
    if "year" in found:
        return _full_year(found["year"]), month, "explicit"
    if "year_word" in found:
        year, anchor = _year_of_word(found["year_word"], scene)
        return year, month, anchor
    if "month_word" in found:
        word = found["month_word"]
        if word in meanings("time_words", "event_month"):
            told = scene.told.last
            if told is None or len(told) < 7:
                return None, None, "unresolved"
            return int(told[:4]), int(told[5:7]), "event"
        if scene.today is None:
            return None, None, "unresolved"
        return *calendar.shift_months(scene.today, int(meanings("time_words", "month")[word])), "published"
    return None, month, "published"


def _full_year(word: str) -> int:
    year = int(word.lstrip("'’"))
    return year if year > 99 else year + (2000 if year < 70 else 1900)


def _year_of_word(word: str, scene: Scene) -> tuple[int | None, str]:
    """The year of 내년, 이듬해, 새해, 병오년."""
    event = meanings("time_words", "event_year")
    if word in event:
        told = scene.told.past or scene.told.last
        return (int(told[:4]) + int(event[word]), "event") if told else (None, "unresolved")
    if scene.today is None:
        return None, "unresolved"
    if word == "새해":
        return scene.today.year + (scene.today.month >= 11), "published"
    offset = meanings("time_words", "year").get(word)
    if offset is not None:
        return scene.today.year + int(offset), "published"
    return _sexagenary(word, scene.today), "published"


def _sexagenary(word: str, today: date) -> int | None:
    """The year of the sixty-year cycle nearest to ``today``: 병오년 is 2026 in 2025; None for a pair that the cycle lacks."""
    stem, branch = _STEMS.index(word[0]), _BRANCHES.index(word[1])
    return next(
        (year for year in (today.year, today.year + 1, today.year - 1) if (year - 4) % 10 == stem and (year - 4) % 12 == branch),
        None,
    )


def _year_part(found: Mapping[str, str], scene: Scene) -> Reach:
    """연내, 올 연말, 지난 연말, 연초: the year, inexactly."""
    if scene.today is None:
        return UNRESOLVED
    year = scene.today.year
    if "year_word" in found:
        year = _year_of_word(found["year_word"], scene)[0] or year
    elif found.get("direction") == "지난" and found["year_part"] == "연말":
        year -= 1
    elif found["year_part"] == "연초" and scene.today.month >= 10 and scene.first is not Tense.PAST:
        year += 1
    return Reach(f"{year:04d}", None, "published", True)


def _day(found: Mapping[str, str], scene: Scene, year: int | None, month: int | None, anchor: str, near: bool) -> Reach:
    number, direction = int(found["day"]), found.get("direction")
    if "dated" in found:  # 27일자 신문 has appeared
        scene = replace(scene, first=Tense.PAST)
    if year is not None and month is not None:
        start = calendar.day(year, month, number)
    elif month is not None:
        start = _month_and_day(month, number, direction, scene)
    else:
        start, anchor = _day_alone(number, direction, scene)
    if start is None:
        return UNRESOLVED
    end = None
    if "last" in found:
        last_month = found.get("last_month")
        last = int(found["last"])
        end = (
            calendar.day_of_year(int(last_month), last, start, ahead=True)
            if last_month
            else calendar.nth_of_month(last, start, ahead=True, strict=True)
        )
    return Reach(start.isoformat(), end.isoformat() if end else None, anchor, near)


def _month_and_day(month: int, number: int, direction: str | None, scene: Scene) -> date | None:
    if scene.after is not None:
        return calendar.day_of_year(month, number, scene.after, ahead=True)
    if scene.today is None:
        return None
    ahead = calendar.day_of_year(month, number, scene.today, ahead=True, strict=False)
    back = calendar.day_of_year(month, number, scene.today, ahead=False, strict=direction is not None)
    if direction is not None:
        return ahead if direction != "지난" else back
    return _by_tense(back, ahead, scene, far=240)


def _by_tense(back: date | None, ahead: date | None, scene: Scene, far: int) -> date | None:
    """Which of the two the tense means. A predicate may belong to another date (``5일 방문한다고 3일 밝혔다``), so a day more
    than ``far`` days off gives way to one that is ten times nearer."""
    today = scene.today
    if today is None or back is None or ahead is None:
        return back or ahead
    if scene.first in (None, Tense.OPEN):
        return calendar.closest(today, back, ahead)
    wanted, other = (back, ahead) if scene.first is Tense.PAST else (ahead, back)
    distance, rival = abs((wanted - today).days), abs((other - today).days)
    return other if distance > far and rival * 10 < distance else wanted


def _day_alone(number: int, direction: str | None, scene: Scene) -> tuple[date | None, str]:
    """A bare ``N일``: of an announced stretch where it lies in one, else the nearest in the direction of the tense."""
    told, today = scene.told, scene.today
    if scene.after is not None:
        return calendar.nth_of_month(number, scene.after, ahead=True), "published" if today else "explicit"
    if today is None:
        same = told.day if told.day and told.day_sentence == scene.sentence else None
        return (calendar.nth_of_month(number, same, ahead=True), "event") if same else (None, "unresolved")
    back = calendar.nth_of_month(number, today, ahead=False, strict=direction is not None)
    ahead = calendar.nth_of_month(number, today, ahead=True)
    if direction is not None:
        return (back if direction == "지난" else ahead), "published"
    if number != today.day:
        past = scene.first is Tense.PAST
        within = told.same_number(number, scene.sentence, back=past) or told.in_range(number, scene.sentence, back=past)
        if within is not None and not (past and back and (today - back).days <= 3):
            return within, "event"
        if told.day and told.day_sentence == scene.sentence and abs((told.day - today).days) > 31:
            return calendar.nth_of_month(number, told.day, ahead=True), "event"
    if scene.first in (Tense.FUTURE, Tense.PRESENT) and scene.last is Tense.PAST and back and (today - back).days <= 6:
        return back, "published"  # 30일 … 하기로 했다, told on the 31st: the day of the telling
    planned = scene.first is Tense.PAST and scene.last in (Tense.FUTURE, Tense.PRESENT)
    if planned and back and ahead and (ahead - today).days <= 6 and (today - back).days > 10:
        return ahead, "published"  # 7일 청사를 찾은 뒤 돌아올 예정이다: past only beside what is planned
    return _by_tense(back, ahead, scene, far=26), "published"


def _year_for_month(month: int, direction: str | None, scene: Scene) -> int:
    start = scene.after or scene.today
    assert start is not None
    if scene.after is not None:
        return calendar.year_of_month(month, start, ahead=True)
    if direction is not None:
        return calendar.year_of_month(month, start, ahead=direction != "지난", strict=direction == "지난")
    told = scene.told
    if told.last and told.last_sentence == scene.sentence and len(told.last) >= 7 and int(told.last[:4]) < start.year - 1:
        gap = month - int(told.last[5:7])  # 2024년 12월 … 3월: of the year that brings it nearest
        return int(told.last[:4]) + (gap < -6) - (gap > 6)
    back = calendar.year_of_month(month, start, ahead=False)
    ahead = calendar.year_of_month(month, start, ahead=True)
    gap_back, gap_ahead = (start.year - back) * 12 + start.month - month, (ahead - start.year) * 12 + month - start.month
    if scene.first in (None, Tense.OPEN):
        return back if gap_back <= gap_ahead else ahead
    # 11월 기준 … 전망된다, told in December: a figure of the month just over
    return back if scene.first is Tense.PAST or (gap_ahead > 8 and gap_back <= 3) else ahead


def _weeks_off(word: str) -> int:
    known = meanings("time_words", "week")
    return int(known[word] if word in known else meanings("time_words", "weekend")[word])


def _week(found: Mapping[str, str], scene: Scene) -> Reach:
    if scene.today is None:
        return UNRESOLVED
    start = calendar.monday(scene.today, _weeks_off(found["week"]))
    if "weekday" in found:
        return Reach((start + timedelta(days=_WEEKDAYS.index(found["weekday"]))).isoformat())
    if "weekend" in found:
        return Reach((start + timedelta(days=5)).isoformat(), (start + timedelta(days=6)).isoformat(), approximate=True)
    return Reach(start.isoformat(), (start + timedelta(days=6)).isoformat(), approximate=True)


def _weekday(found: Mapping[str, str], scene: Scene) -> Reach | None:
    today, direction = scene.today, found.get("direction")
    if scene.after is not None and direction is None:
        return Reach(calendar.weekday(_WEEKDAYS.index(found["weekday"]), scene.after, ahead=True).isoformat())
    if today is None:
        return UNRESOLVED
    if "weekend" in found:
        saturday = calendar.weekday(5, today, ahead=direction != "지난", strict=direction == "지난" or today.weekday() == 5)
        if direction == "지난" and today.weekday() == 6:
            saturday -= timedelta(weeks=1)
        return Reach(saturday.isoformat(), (saturday + timedelta(days=1)).isoformat(), approximate=True)
    if direction is None and scene.first in (None, Tense.OPEN):
        return None
    ahead = direction != "지난" if direction else scene.first is not Tense.PAST
    return Reach(
        calendar.weekday(_WEEKDAYS.index(found["weekday"]), today, ahead=ahead, strict=direction is not None).isoformat()
    )


def _today(found: Mapping[str, str], scene: Scene) -> Reach:
    """오늘 counts from publication; inside a quotation from the day on which the words were said."""
    base, anchor = scene.today, "published"
    if scene.quoted and scene.told.lead is not None:
        base, anchor = scene.told.lead, "event"
    if base is None:
        return UNRESOLVED
    word = found["today"]
    return Reach((base + timedelta(days=int(meanings("time_words", "day")[word]))).isoformat(), None, anchor, word == "엊그제")


def _event_day(found: Mapping[str, str], scene: Scene) -> Reach | None:
    offset = int(meanings("time_words", "event_day")[found["event_day"]])
    if offset and scene.noun:
        return None  # 취임 이튿날, 선거 전날
    told = scene.told
    # 전날 stands before the day of the report; 이날 and 다음 날 may take up a day told just now.
    same = found["event_day"].startswith("같은") or offset > 0
    base, anchor = told.event_day(scene.sentence, same=same, not_after=scene.not_after)
    if offset < 0 and told.day_sentence != scene.sentence:
        base, anchor = (told.lead, "event") if told.lead else (scene.today or base, "published" if scene.today else anchor)
    if base is None:
        return UNRESOLVED
    day = base + timedelta(days=offset)
    if offset > 0 and scene.today and day > scene.today and scene.first not in (Tense.FUTURE, Tense.PRESENT):
        return UNRESOLVED  # a past day after: of an event whose day is not told
    return Reach(day.isoformat(), None, anchor)


def _then(found: Mapping[str, str], scene: Scene) -> Reach | None:
    """당시: the last date told before the running events, if it is near enough to be meant; 당일: the last day told."""
    told = scene.told
    if scene.noun:
        return Reach(scene.past_of_noun, None, "event") if scene.past_of_noun else None
    if found["then"] == "당일":
        return Reach(told.day.isoformat(), None, "event") if told.day and scene.sentence - told.day_sentence <= 1 else None
    return Reach(told.past, None, "event") if told.past and scene.sentence - told.past_sentence <= 3 else None


def _holiday(found: Mapping[str, str], scene: Scene) -> Reach | None:
    today = scene.today
    year = int(found["year"]) if "year" in found else None
    anchor = "explicit" if year else "published"
    if year is None and "year_word" in found:
        year, anchor = _year_of_word(found["year_word"], scene)
    if year is None and today is None:
        return UNRESOLVED
    if "lunar" in found:
        return _lunar(_LUNAR[found["lunar"][0]], year, found.get("direction"), scene)
    name = found.get("holiday", "")
    month, number = map(int, meanings("time_holidays").get(name, "01-01").split("-"))
    if year is None and name.startswith("새해") and today is not None:
        year = today.year + (today.month >= 11)
    start = calendar.day(year, month, number) if year else _month_and_day(month, number, found.get("direction"), scene)
    return Reach(start.isoformat(), None, anchor) if start else None


def _lunar(feast: str, year: int | None, direction: str | None, scene: Scene) -> Reach | None:
    """A feast of the lunar calendar, from the table of its solar days; None outside the table."""
    days = [date.fromisoformat(f"{known}-{value}") for known, value in meanings("time_lunar", feast).items()]
    if year is not None:
        return next((Reach(found.isoformat()) for found in days if found.year == year), None)
    if scene.today is None:
        return UNRESOLVED
    back = max((found for found in days if found <= scene.today), default=None)
    ahead = min((found for found in days if found >= scene.today), default=None)
    chosen = (back if direction == "지난" else ahead) if direction else _by_tense(back, ahead, scene, far=400)
    return Reach(chosen.isoformat()) if chosen else None


def _shift(found: Mapping[str, str], scene: Scene) -> Reach | None:
    """사흘 전, 두 달 뒤: counted from publication, unless a noun in front says from what (출국 3일 전)."""
    count = read_number(found.get("days") or found["count"])
    if count is None or scene.noun:
        return None
    back = found["way"] == "전"
    base, anchor = scene.today, "published"
    if not back and scene.first is not Tense.FUTURE:
        if scene.told.day is None or scene.sentence - scene.told.day_sentence > 1:
            return None
        base, anchor = scene.told.day, "event"
    if base is None:
        return UNRESOLVED
    unit, more, sign = found.get("unit", "일"), "more" in found, -1 if back else 1
    if unit in ("일", "주", "주일") and not more:
        try:
            start = base + timedelta(days=sign * count * (1 if unit == "일" else 7))
        except OverflowError:
            return None
        return Reach(start.isoformat(), None, anchor, unit != "일")
    if unit == "년":
        return Reach(f"{base.year + sign * count:04d}", None, anchor, True) if 1000 <= base.year + sign * count <= 2999 else None
    months = count if unit in ("달", "개월") else count * (1 if unit == "일" else 7) // 30
    return Reach(calendar.iso_month(*calendar.shift_months(base, sign * months)), None, anchor, True)


_READERS: Mapping[str, Callable[[Mapping[str, str], Scene], Reach | None]] = {
    "date": _date,
    "week": _week,
    "weekday": _weekday,
    "today": _today,
    "event_day": _event_day,
    "then": _then,
    "holiday": _holiday,
    "shift": _shift,
}
