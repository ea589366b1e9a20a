"""The calendar of scheduled meetings, read back by an iCalendar library."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from icalendar import Calendar as Book

from export_story import told
from visitextract import Extraction, merge
from visitextract.export import calendar


def events(story: Extraction) -> list[Any]:
    return list(Book.from_ical(calendar(story).content).walk("VEVENT"))


def changed(**fields: object) -> Extraction:
    """The story with only its luncheon, fields of that replaced."""
    story = told()
    meeting = story.meetings[0].model_dump(mode="json") | fields
    return Extraction.model_validate(story.model_dump(mode="json") | {"meetings": [meeting]})


def when(**fields: object) -> Extraction:
    value = told().meetings[0].when
    assert value is not None
    return changed(when=value.model_dump(mode="json") | fields)


def test_a_meeting_at_a_clock_time_is_a_moment_with_a_length() -> None:
    (event,) = [event for event in events(told()) if event["summary"].startswith("luncheon")]
    assert event.decoded("dtstart") == datetime(2024, 2, 28, 3, 30, tzinfo=UTC)
    assert event.decoded("duration") == timedelta(hours=1, minutes=30)
    assert event["location"] == "한빛타워, 서울"
    assert event["status"] == "CONFIRMED"
    assert "홍길동 장관과 오찬을 한다." in event["description"]
    assert "time approximate" in event["description"]
    assert "host: 홍길동\nformat: private\nabout: @반도체\n" in event["description"]


def test_a_meeting_on_a_day_lasts_all_day() -> None:
    (event,) = [event for event in events(told()) if event["summary"].startswith("courtesy")]
    assert event.decoded("dtstart") == date(2024, 2, 29)
    assert type(event.decoded("dtstart")) is date


def test_a_meeting_in_some_month_is_left_out_and_told() -> None:
    found = calendar(told())
    assert len(events(told())) == 2
    (note,) = found.left_out
    assert "마리 뒤부아" in note
    assert "2024-03" in note
    assert "마리 뒤부아" in str(Book.from_ical(found.content)["x-wr-caldesc"])


@pytest.mark.parametrize("status", ["held", "proposed", "possible", "cancelled"])
def test_only_scheduled_meetings_stand_in_it(status: str) -> None:
    assert events(changed(status=status)) == []


def test_several_days_end_before_the_day_after_the_last() -> None:
    (event,) = events(when(start="2024-02-28", end="2024-02-29", approximate=False))
    assert event.decoded("dtend") == date(2024, 3, 1)


def test_a_clock_time_without_zone_stays_without() -> None:
    (event,) = events(when(start="2024-02-28T12:30:00"))
    assert event.decoded("dtstart") == datetime(2024, 2, 28, 12, 30)


def test_the_file_depends_on_the_articles_only_and_has_what_the_standard_asks_for() -> None:
    content = calendar(told()).content
    assert content == calendar(merge([told()])).content
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    assert b"\n" not in content.replace(b"\r\n", b"")
    found = events(told())
    assert len({event["uid"] for event in found}) == len(found)
    assert {event.decoded("dtstamp") for event in found} == {datetime(2024, 2, 27, tzinfo=UTC)}


def test_words_of_an_article_cannot_start_a_property() -> None:
    place = {"name": "한빛타워\r\nATTACH:http://evil.example/\nEND:VEVENT", "address": None, "country": None}
    (event,) = events(changed(place=place))
    assert "attach" not in event
    assert "한빛타워" in event["location"]


def test_no_meeting_gives_an_empty_calendar() -> None:
    assert Book.from_ical(calendar(merge([])).content).walk("VEVENT") == []
