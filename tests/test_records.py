"""The records refuse to contradict themselves or their text, and the schema says the same as the models."""

from __future__ import annotations

from typing import Any

import jsonschema
import pytest
from pydantic import ValidationError

from visitextract import Extraction, RecordError, Span, json_schema

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
