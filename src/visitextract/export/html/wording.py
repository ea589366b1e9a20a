"""Dates, clock times and durations in Korean and English."""

from __future__ import annotations

from typing import NamedTuple

from visitextract.patterns import lazily

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DURATION = lazily(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?")
_UNITS = (
    ("년", "year", "years"),
    ("개월", "month", "months"),
    ("주", "week", "weeks"),
    ("일", "day", "days"),
    ("시간", "h", "h"),
    ("분", "min", "min"),
    ("초", "s", "s"),
)
_KOREA = "+09:00"


class Words(NamedTuple):
    """The same in both languages of the page."""

    ko: str
    en: str


def day(iso: str) -> Words:
    """The day, month or year of an ISO 8601 time.

    >>> day("2013-06")
    Words(ko='2013년 6월', en='Jun 2013')
    """
    year, month, number = (*iso[:10].split("-"), "", "")[:3]
    if not month:
        return Words(f"{year}년", year)
    name = _MONTHS[int(month) - 1] if 1 <= int(month) <= len(_MONTHS) else month
    if not number:
        return Words(f"{year}년 {int(month)}월", f"{name} {year}")
    return Words(f"{year}년 {int(month)}월 {int(number)}일", f"{int(number)} {name} {year}")


def clock(iso: str) -> str:
    """The clock time of an ISO 8601 time, with its zone where that is not Korea's; empty where there is none."""
    if "T" not in iso:
        return ""
    zone = iso[16:].removeprefix(":00")
    return iso[11:16] + (f" {zone}" if zone and zone != _KOREA else "")


def moment(iso: str, approximate: bool = False) -> Words:
    """A time at the precision that it has.

    >>> moment("2024-02-28T12:30:00+09:00", approximate=True)
    Words(ko='2024년 2월 28일 12:30께', en='about 28 Feb 2024, 12:30')
    """
    date, time = day(iso), clock(iso)
    ko = f"{date.ko} {time}".rstrip() + ("께" if approximate else "")
    en = f"{date.en}, {time}" if time else date.en
    return Words(ko, f"about {en}" if approximate else en)


def length(iso: str, approximate: bool = False) -> Words:
    """A duration.

    >>> length("PT1H40M")
    Words(ko='1시간 40분', en='1 h 40 min')
    """
    match = _DURATION.fullmatch(iso)
    parts = [(int(number), unit) for number, unit in zip(match.groups(), _UNITS, strict=True) if number] if match else []
    if not parts:
        return Words(iso, iso)
    ko = " ".join(f"{number}{unit[0]}" for number, unit in parts)
    en = " ".join(f"{number} {unit[1] if number == 1 else unit[2]}" for number, unit in parts)
    return Words(f"{ko}가량", f"about {en}") if approximate else Words(ko, en)
