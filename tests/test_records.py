"""The records refuse to contradict themselves or their text, and the schema says the same as the models."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError

from visitextract import Extraction, RecordError, Span, When, json_schema
from visitextract.testing import extractions, meetings, organizations, persons, spans, statements, visits, whens

VALIDATOR = jsonschema.Draft202012Validator(json_schema())

WHOLE: dict[str, Any] = {
    "article": {"id": "a"},
    "persons": [
        {
            "id": "person-1",
            "name": "홍길동",
            "roles": [{"title": "회장", "organization": {"id": "organization-1", "name": "한빛그룹"}}],
            "mentions": [{"start": 0, "end": 3, "text": "홍길동"}],
        }
    ],
    "organizations": [{"id": "organization-1", "name": "한빛그룹", "kind": "company"}],
    "meetings": [
        {
            "id": "meeting-1",
            "kind": "luncheon",
            "status": "held",
            "participants": [{"type": "person", "id": "person-1", "name": "홍길동"}, {"type": "group", "name": "기업인들"}],
            "when": {"start": "2024-02-28T12:30:00+09:00", "approximate": True},
            "duration": "PT1H40M",
            "evidence": [],
        }
    ],
}


def changed(path: str, value: Any) -> dict[str, Any]:
    """The whole extraction with one value changed: ``persons.0.id``."""
    import copy

    result = copy.deepcopy(WHOLE)
    *parents, last = path.split(".")
    place: Any = result
    for part in parents:
        place = place[int(part)] if part.isdigit() else place[part]
    place[last] = value
    return result


def test_a_whole_extraction_is_valid_and_fits_the_schema() -> None:
    extraction = Extraction.model_validate(WHOLE)
    jsonschema.validate(extraction.model_dump(mode="json"), json_schema())


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("persons.0.roles.0.organization.id", "organization-9"),
        ("meetings.0.participants.0.id", "person-9"),
        ("meetings.0.participants.0.id", "organization-1"),
        ("meetings.0.participants.0.id", None),
        ("meetings.0.participants.1.id", "person-1"),
        ("organizations.0.id", "person-1"),
        ("persons.0.mentions.0.end", 4),
        ("persons.0.mentions.0.start", -1),
    ],
)
def test_a_reference_or_span_that_does_not_hold_is_refused(path: str, value: Any) -> None:
    with pytest.raises(ValidationError):
        Extraction.model_validate(changed(path, value))


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("meetings.0.status", "perhaps"),
        ("meetings.0.kind", "picnic"),
        ("meetings.0.when.start", "28일"),
        ("meetings.0.when.start", "2024-2-28"),
        ("meetings.0.duration", "1시간"),
        ("meetings.0.surprise", 1),
        ("article.id", None),
    ],
)
def test_models_and_schema_refuse_the_same(path: str, value: Any) -> None:
    wrong = changed(path, value)
    with pytest.raises(ValidationError):
        Extraction.model_validate(wrong)
    full = Extraction.model_validate(WHOLE).model_dump(mode="json")
    *parents, last = path.split(".")
    place: Any = full
    for part in parents:
        place = place[int(part)] if part.isdigit() else place[part]
    place[last] = value
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(full, json_schema())


def test_verify_finds_a_span_that_is_not_in_the_text() -> None:
    extraction = Extraction.model_validate(WHOLE)
    extraction.verify("홍길동 회장")
    with pytest.raises(RecordError, match="0:3"):
        extraction.verify("김길동 회장")


def test_spans_come_from_every_record() -> None:
    assert list(Extraction.model_validate(WHOLE).spans()) == [Span(start=0, end=3, text="홍길동")]


def test_the_schema_is_a_schema() -> None:
    schema = json_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["additionalProperties"] is False
    records = {"persons", "organizations", "visits", "meetings", "statements"}
    assert set(schema["properties"]) == {"schema_version", "article", "warnings", *records}


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("2024-02-28", "2024-02-27"),
        ("2024-02", "2024-01-31"),
        ("2024", "2023-12-31T23:00:00+09:00"),
        ("2024-02-28T15:00:00+09:00", "2024-02-28T14:00:00+09:00"),
        ("2024-02-28T15:00:00+09:00", "2024-02-28T05:59:00Z"),
        ("2024-02-28T15:00", "2024-02-28T14:00+09:00"),
    ],
)
def test_an_end_before_its_start_is_refused(start: str, end: str) -> None:
    with pytest.raises(ValidationError, match="before the start"):
        When(start=start, end=end)


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("2024-02-28", "2024-02"),
        ("2024-02-28T15:00:00+09:00", "2024-02-28"),
        ("2024-02-28T15:00:00+09:00", "2024-02-28T07:00:00Z"),
        ("2024-02-28", "2024-02-28"),
        ("2023-12-30", "2024-01-02"),
        (None, "2024"),
    ],
)
def test_an_end_that_may_be_after_its_start_is_not(start: str | None, end: str) -> None:
    assert When(start=start, end=end).end == end


@pytest.mark.parametrize("value", ["2023-02-29", "2024-13", "2024-02-28T25:00", "0000", "2024-02-28T12:00+25:00"])
def test_a_day_or_hour_that_does_not_exist_is_refused(value: str) -> None:
    with pytest.raises(ValidationError):
        When(start=value)


def test_nobody_meets_themself() -> None:
    alone = {"type": "person", "id": "person-1", "name": "홍길동"}
    with pytest.raises(ValidationError, match="meets themself"):
        Extraction.model_validate(changed("meetings.0.participants", [alone, alone]))


@pytest.mark.parametrize("field", ["speaker", "addressee"])
def test_a_speaker_who_does_not_exist_is_refused(field: str) -> None:
    said = {"id": "statement-1", "kind": "direct", "text": "가", "evidence": {"start": 0, "end": 1, "text": "가"}}
    Extraction.model_validate(WHOLE | {"statements": [said | {field: {"type": "person", "id": "person-1", "name": "홍길동"}}]})
    with pytest.raises(ValidationError, match="person-2"):
        Extraction.model_validate(WHOLE | {"statements": [said | {field: {"type": "person", "id": "person-2", "name": "나"}}]})


@pytest.mark.parametrize("stop", ["meeting-9", "person-1", "visit-1"])
def test_a_journey_holds_other_visits_and_meetings_only(stop: str) -> None:
    went: dict[str, Any] = {
        "id": "visit-1",
        "visitor": {"type": "person", "id": "person-1", "name": "홍길동"},
        "destination": {"name": "서울"},
        "status": "held",
        "evidence": [],
    }
    Extraction.model_validate(WHOLE | {"visits": [went | {"itinerary": ["meeting-1"]}]})
    with pytest.raises(ValidationError, match="itinerary"):
        Extraction.model_validate(WHOLE | {"visits": [went | {"itinerary": [stop]}]})


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(extractions())
def test_any_records_survive_json_and_fit_the_schema(extraction: Extraction) -> None:
    document = extraction.model_dump_json()
    assert Extraction.model_validate_json(document) == extraction
    VALIDATOR.validate(json.loads(document))


@settings(deadline=None, max_examples=30, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.lists(extractions(), max_size=2))
def test_any_records_survive_arrow(found: list[Extraction]) -> None:
    pa = pytest.importorskip("pyarrow")
    from visitextract.arrow import extraction_type

    column = pa.array([extraction.model_dump(mode="json") for extraction in found], extraction_type())
    column.validate(full=True)
    assert [Extraction.model_validate(row) for row in column.to_pylist()] == found


@pytest.mark.parametrize(
    "strategy", [persons(), organizations(), visits(), meetings(), statements(), whens(), spans()], ids=lambda one: repr(one)[:20]
)
def test_each_kind_of_record_survives_json(strategy: st.SearchStrategy[BaseModel]) -> None:
    @settings(deadline=None, max_examples=15, database=None, suppress_health_check=[HealthCheck.too_slow])
    @given(strategy)
    def holds(record: BaseModel) -> None:
        assert type(record).model_validate_json(record.model_dump_json()) == record

    holds()
