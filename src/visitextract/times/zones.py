"""Whose clock a time is told by: the place that 현지시간 stands beside → its zone → the offset of that day.

Zones come from the standard library's ``zoneinfo``. Where the system has no time zone database (Windows), the package ``tzdata``
gives it; Korea's own zone needs neither.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from visitextract.lexicon import meanings
from visitextract.patterns import lazily

SEOUL = "Asia/Seoul"
_PLACE = lazily(
    r"(?<![가-힣A-Za-z])(?P<place>\L<places>)"
    r"(?=(?:에서|에서는|에서의|에|에는|의|을|를|은|는|이|가|와|과|로|으로|발|시|주|에서도|에 있는)?(?![가-힣A-Za-z])"
    r"|(?:국제)?공항|현지|도심|시내|시간|시각)",
    places=sorted(meanings("time_zones", "place"), key=lambda word: (-len(word), word)),
)
_CLOCK = lazily(
    r"(?<![가-힣])(?P<whose>\L<clocks>) ?시[간각]",
    clocks=sorted(meanings("time_zones", "clock"), key=lambda word: (-len(word), word)),
)
_LOCAL = lazily(r"현지 ?시[간각]")


def local(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` says that its clock is the local one."""
    return _LOCAL.search(text, start, end) is not None


def named_clock(text: str, start: int, end: int) -> str | None:
    """The zone of 한국시간, 미 동부시간 in ``text[start:end]``."""
    match = _CLOCK.search(text, start, end)
    return meanings("time_zones", "clock")[match["whose"]] if match else None


def zone_near(text: str, start: int, end: int, floor: int, ceiling: int) -> str | None:
    """The zone of the place nearest behind ``end``, else nearest before ``start``, within ``floor:ceiling``; None without one.

    Korean places do not count: nobody in Seoul tells the time in Seoul as local time.
    """
    known = meanings("time_zones", "place")
    after = (known[match["place"]] for match in _PLACE.finditer(text, end, ceiling))
    before = [known[match["place"]] for match in _PLACE.finditer(text, floor, start)]
    return next((zone for zone in (*after, *reversed(before)) if zone != SEOUL), None)


@cache
def _zone(name: str) -> ZoneInfo:
    return ZoneInfo(name)


def check_zone(name: str) -> str:
    """The name itself.

    Raises:
        ValueError: there is no such time zone.
    """
    if name != SEOUL:
        try:
            _zone(name)
        except Exception as error:  # zoneinfo raises whatever the file system says of an odd name
            raise ValueError(f"there is no time zone {name!r}") from error
    return name


def offset(zone: str | None, day: str, clock: str) -> str:
    """``+09:00``, the offset of a zone on a day; an empty string where the zone is not known.

    >>> offset("Asia/Seoul", "2024-02-28", "12:30"), offset(None, "2024-02-28", "12:30")
    ('+09:00', '')
    """
    if zone is None:
        return ""
    if zone == SEOUL:
        return "+09:00"  # also for the years with summer time: news tells them as the clock now runs
    try:
        shift = datetime.fromisoformat(f"{day}T{clock}").replace(tzinfo=_zone(zone)).utcoffset()
    except (LookupError, OSError):
        return ""  # the system has no time zone database: the wall clock is all that is known
    minutes = (shift or timedelta()) // timedelta(minutes=1)
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02d}:{abs(minutes) % 60:02d}"


def day_in(published: str | None, zone: str) -> str | None:
    """The day of an ISO 8601 moment as ``zone`` counts it; the written day where the moment has no offset of its own.

    >>> day_in("2024-02-28T20:00:00+00:00", "Asia/Seoul"), day_in("2024-02-28", "Asia/Seoul")
    ('2024-02-29', '2024-02-28')
    """
    if published is None or len(published) < 10:
        return None
    try:
        moment = datetime.fromisoformat(published)
        if moment.tzinfo is None:
            return published[:10]
        shift = offset(zone, published[:10], "12:00")
        return moment.astimezone(datetime.fromisoformat(f"2000-01-01T00:00:00{shift}").tzinfo).date().isoformat()
    except (ValueError, OverflowError):
        return published[:10]
