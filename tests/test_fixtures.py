"""The fixtures: gold that is well formed, results that are valid and good enough, snapshots that have not moved unnoticed."""

from __future__ import annotations

import difflib
import re
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from fixture_articles import FIXTURES, FixtureArticle, snapshot_text
from scoring import Score, accepted, score
from visitextract import Extraction, json_schema
from visitextract.records import MeetingKind, MeetingStatus

FLOOR = 0.85
"""The all-facts F1 that the fixtures together must reach. Raised whenever the program has got better, never lowered to pass."""

DATE = re.compile(r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d)?)?)?")
DURATION = re.compile(r"P(\d+D)?(T(\d+H)?(\d+M)?)?")

each_fixture = pytest.mark.parametrize("fixture", FIXTURES, ids=lambda fixture: fixture.id)


@each_fixture
def test_meta_says_what_the_article_is(fixture: FixtureArticle) -> None:
    meta = fixture.meta
    assert meta["id"] == fixture.id == fixture.gold["id"]
    assert re.fullmatch(r"[a-z0-9-]+", fixture.id)
    assert meta.get("published") == fixture.gold.get("reference_date")
    assert meta["url"].startswith("https://news.example/")
    assert len(meta["note"]) > 40


@each_fixture
def test_gold_strings_stand_in_the_article(fixture: FixtureArticle) -> None:
    assert list(_misquoted(fixture)) == []


@each_fixture
def test_gold_records_fit_together(fixture: FixtureArticle) -> None:
    assert list(_misfits(fixture.gold)) == []


@each_fixture
def test_result_is_valid(fixture: FixtureArticle) -> None:
    found = fixture.extract()
    found.verify(fixture.text)
    document = found.model_dump(mode="json")
    assert [error.message for error in Draft202012Validator(json_schema()).iter_errors(document)] == []
    assert Extraction.model_validate(document) == found


def test_scores_stay_above_the_floor() -> None:
    total = sum((score(f.gold, f.extract().model_dump(mode="json")) for f in FIXTURES), Score())
    assert total.total.f1 >= FLOOR, f"the fixtures fell below {FLOOR}\n{total.table()}"


@pytest.mark.parametrize("fixture", [f for f in FIXTURES if not f.gold["meetings"] + f.gold["visits"]], ids=lambda f: f.id)
def test_no_meeting_is_found_where_nobody_meets(fixture: FixtureArticle) -> None:
    found = fixture.extract()
    assert (found.meetings, found.visits) == ((), ())


@each_fixture
def test_a_result_that_repeats_gold_scores_full_marks(fixture: FixtureArticle) -> None:
    total = score(fixture.gold, _as_result(fixture.gold))
    assert total.notes == []
    assert total.total.f1 == 1.0


@each_fixture
def test_what_is_left_out_or_made_up_costs_marks(fixture: FixtureArticle) -> None:
    result = _as_result(fixture.gold)
    required = [statement["text"] for statement in fixture.gold["statements"] if not statement.get("optional")]
    result["statements"] = [s for s in result["statements"] if s["text"] not in required[:1]]
    result["organizations"].append({"name": "세상에 없는 회사", "aliases": []})
    assert [note.split(":")[0] for note in score(fixture.gold, result).notes][:1] == ["+ organization"]
    assert {note.split(":")[0].split(".")[0] for note in score(fixture.gold, result).notes[1:]} == {"- statement"}


@each_fixture
def test_snapshot_is_unchanged(fixture: FixtureArticle) -> None:
    if not fixture.snapshot.exists():
        pytest.skip("no snapshot yet")
    before = fixture.snapshot.read_text(encoding="utf-8").splitlines()
    after = snapshot_text(fixture.extract()).splitlines()
    lines = list(difflib.unified_diff(before, after, "snapshot.json", "the program now", lineterm="", n=2))
    advice = "If each change is meant: python tests/renew_snapshots.py, and name it in CHANGELOG.md."
    more = f"\n… {len(lines) - 80} more lines" if len(lines) > 80 else ""
    assert not lines, "\n".join([f"{fixture.id} gives another result. {advice}", *lines[:80]]) + more


def _misquoted(fixture: FixtureArticle) -> Any:
    """Every string of gold that the article does not hold."""
    gold, text, lines = fixture.gold, fixture.text, fixture.text.splitlines()
    for record in [*gold["persons"], *gold["organizations"]]:
        yield from (f"name {name}" for name in [record["name"], *record["aliases"]] if name not in text)
    for name in ("title", "outlet", "authors"):
        yield from (f"{name} {value}" for value in gold["article"].get(name, []) if value not in text)
    for record in [*gold["meetings"], *gold["visits"]]:
        evidence = record["evidence"]
        if not 10 <= len(evidence) <= 80 or not any(evidence in line for line in lines):
            yield f"evidence {evidence}"
        for slot in ("place", "destination"):
            places = accepted(record.get(slot))
            if places and not any(place in text or place == "한국" for place in places):
                yield f"{slot} {places}"
        yield from (f"group {group}" for group in record.get("groups", []) if group not in text)
    for statement in gold["statements"]:
        verbs = accepted(statement.get("verb"))
        if statement["text"] not in text or (verbs and not any(verb in text for verb in verbs)):
            yield f"statement {statement['text']}"


def _misfits(gold: dict[str, Any]) -> Any:
    """Every reference to a record that gold does not have, and every value that no record may hold."""
    persons, organizations = ({record["name"] for record in gold[kind]} for kind in ("persons", "organizations"))
    for meeting in gold["meetings"]:
        yield from (f"participant {name}" for name in meeting["participants"] if name not in persons)
        yield from (f"organization {name}" for name in meeting["organizations"] if name not in organizations)
        yield from (f"kind {kind}" for kind in meeting["kind"] if kind not in set(MeetingKind))
        if len(meeting["participants"] + meeting["organizations"] + meeting["groups"]) < 2:
            yield f"fewer than two parties: {meeting['evidence']}"
        clocks = [*meeting.get("start", []), *meeting.get("end", [])]
        yield from (f"clock {value}" for value in clocks if not re.fullmatch(r"\d\d:\d\d", value))
    for visit in gold["visits"]:
        if visit["visitor"] not in persons | organizations and not visit.get("optional"):
            yield f"visitor {visit['visitor']}"
    for record in [*gold["meetings"], *gold["visits"]]:
        yield from (f"status {status}" for status in record["status"] if status not in set(MeetingStatus))
        yield from (f"duration {value}" for value in record.get("duration", []) if not DURATION.fullmatch(value))
    dates = [record.get("date") for kind in ("meetings", "statements") for record in gold[kind]]
    dates += [visit.get(slot) for visit in gold["visits"] for slot in ("start", "end")]
    yield from (f"date {value}" for date in dates for value in accepted(date) if not DATE.fullmatch(value))
    for statement in gold["statements"]:
        known = set(accepted(statement["speaker"])) & (persons | organizations)
        if not known and not statement.get("anonymous"):
            yield f"speaker {statement['speaker']}"


def _as_result(gold: dict[str, Any]) -> dict[str, Any]:
    """Gold written as a result would be: the scorer must find nothing to object to."""
    article = gold["article"]
    single = {name: article[name][0] for name in ("title", "outlet", "published") if name in article}
    return {
        "article": {**single, "authors": article.get("authors", [])},
        "persons": [{"name": p["name"], "roles": [_role(role) for role in p["roles"]]} for p in gold["persons"]],
        "organizations": [{"name": o["name"], "aliases": o["aliases"]} for o in gold["organizations"]],
        "meetings": [_meeting(meeting) for meeting in gold["meetings"]],
        "visits": [
            {
                "visitor": {"name": v["visitor"]},
                "destination": {"name": v["destination"][0]},
                "status": v["status"][0],
                "when": {"start": v.get("start"), "end": v.get("end")},
                "duration": _first(v.get("duration")),
            }
            for v in gold["visits"]
        ],
        "statements": [{**statement, "speaker": {"name": _first(statement["speaker"])}} for statement in gold["statements"]],
    }


def _first(value: Any) -> str | None:
    return next(iter(accepted(value)), None)


def _role(role: dict[str, Any]) -> dict[str, Any]:
    employer = _first(role.get("organization"))
    return {"title": role["title"][0], "abbreviation": None, "organization": {"name": employer} if employer else None}


def _meeting(meeting: dict[str, Any]) -> dict[str, Any]:
    date, begin, end = meeting.get("date"), _first(meeting.get("start")), _first(meeting.get("end"))
    return {
        "participants": [{"type": "person", "name": name} for name in [*meeting["participants"], *meeting["organizations"]]],
        "status": meeting["status"][0],
        "kind": meeting["kind"][0],
        "when": {"start": f"{date}T{begin}:00+09:00" if begin else date, "end": f"{date}T{end}:00+09:00" if end else None},
        "duration": _first(meeting.get("duration")),
        "place": {"name": meeting["place"][0], "address": None} if meeting.get("place") else None,
        "evidence": [{"text": meeting["evidence"]}],
    }
