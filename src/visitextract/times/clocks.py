"""Clock tokens → minutes of the day, duration tokens → ISO 8601."""

from __future__ import annotations

from collections.abc import Mapping

from visitextract.korean.numbers import read_number
from visitextract.lexicon import meanings

_NOON = 12 * 60
_UNITS = {"일": "D", "주": "W", "개월": "M", "달": "M", "년": "Y"}


def clock_times(found: Mapping[str, str], half: str | None, before: int | None) -> tuple[int | None, int | None]:
    """Minutes since midnight of a clock token and, for ``2~4시``, of its end; None where nothing tells morning from evening.

    Midnight at the end of the day (밤 12시, 24시) is minute 1440: the day has to be counted on.

    ``half`` is the part of the day told with the date or in the sentence, ``before`` the clock time told last: an hour with
    neither its own half nor more than twelve takes the half of what was told.
    """
    if "noon" in found or "midnight" in found:
        return (_NOON if "noon" in found else 0), None
    hour = read_number(found["hour"])
    if hour is None or hour > 24:
        return None, None
    minute = int(found.get("minute", "30" if "thirty" in found else "0"))
    last = int(found["last_hour"]) if "last_hour" in found else None
    own = found.get("half") or half
    begin = _whole_day(hour, own, before)
    if begin is None:
        return None, None
    # In 2~4시30분 the minutes are those of the end.
    start = begin * 60 + (minute if last is None else 0)
    if last is None or last > 23:
        return start, None
    end = last if last > begin or last > 12 else last + 12
    return start, end * 60 + minute if start < end * 60 + minute <= 24 * 60 else None


def _whole_day(hour: int, half: str | None, before: int | None) -> int | None:
    """The hour of 24, or None."""
    if hour == 0 or hour > 12:
        return hour
    part = meanings("time_words", "day_part").get(half, "") if half else ""
    if part == "am":
        return hour % 12
    if part == "pm":
        return hour % 12 + 12
    if part == "noon":
        return hour if hour >= 10 else hour + 12
    if part == "night":
        return hour % 12 + 12 if 6 <= hour < 12 else 24 if hour == 12 else hour
    if hour == 12:
        return hour
    if before is None:
        return None
    return hour if before < _NOON and hour * 60 >= before else hour + 12


def duration_of(found: Mapping[str, str]) -> tuple[str | None, bool]:
    """A duration token as ISO 8601, and whether it is inexact; None where its number word is none."""
    about = any(name in found for name in ("about", "near", "more"))
    if "hours" in found:
        hours = read_number(found["hours"])
        minutes = int(found.get("minutes", "30" if "thirty" in found else "0"))
        return (f"PT{hours}H{minutes}M" if minutes else f"PT{hours}H") if hours else None, about
    if "minutes" in found:
        return f"PT{int(found['minutes'])}M", about
    if "days" in found:
        return f"P{read_number(found['days'])}D", about
    if found["count"] == "반":
        return "P6M", about
    count = read_number(found["count"])
    if not count:
        return None, about
    if found["unit"] == "주일":
        return f"P{7 * count}D", about
    return f"P{count}{_UNITS[found['unit']]}", about
