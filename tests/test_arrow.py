"""Record batches in and out: the caller's columns kept, the records as a struct, errors in a column."""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import Any

import pytest

pa = pytest.importorskip("pyarrow")

from fixture_articles import FIXTURES  # noqa: E402
from visitextract import extract  # noqa: E402
from visitextract.arrow import extract_batch, extract_reader, extract_table, extraction_type, output_schema  # noqa: E402
from visitextract.records import SCHEMA_VERSION, Extraction, json_schema  # noqa: E402

TEXT = '홍길동 한빛그룹 회장은 28일 서울에서 존 스미스 구글 최고경영자를 만났다. 홍 회장은 "협력을 넓히겠다"고 말했다.'


def rows() -> list[dict[str, Any]]:
    return [{"text": one.text, "id": one.id, "published": one.meta["published"], "own": n} for n, one in enumerate(FIXTURES)]


def test_a_row_holds_what_extract_gives() -> None:
    batch = extract_batch(pa.RecordBatch.from_pylist(rows()))
    for row, given in zip(batch.to_pylist(), rows(), strict=True):
        expected = extract(given["text"], id=given["id"], published=given["published"])
        assert Extraction.model_validate(row["extraction"]) == expected
        assert row["error"] is None


def test_the_caller_s_columns_pass_through_with_their_types() -> None:
    schema = pa.schema(
        [("day", pa.date32()), ("text", pa.large_string()), ("tags", pa.list_(pa.int8()))], metadata={b"from": b"archive"}
    )
    batch = pa.RecordBatch.from_pylist([{"text": TEXT, "day": date(2024, 2, 29), "tags": [1, 2]}], schema=schema)
    found = extract_batch(batch, columns={"published": "day"})
    assert found.schema.names == ["day", "text", "tags", "extraction", "error"]
    assert found.schema == output_schema(schema)
    assert found.select(["day", "text", "tags"]).to_pylist() == batch.to_pylist()
    assert found.schema.metadata == {b"from": b"archive", b"visitextract.schema_version": SCHEMA_VERSION.encode()}
    assert found.column("extraction")[0].as_py()["article"]["published"] == "2024-02-29"


@pytest.mark.parametrize("kind", [pa.timestamp("ns"), pa.timestamp("us", "UTC"), pa.date64()], ids=str)
def test_a_day_may_come_as_any_type_of_time(kind: Any) -> None:
    values = pa.array([datetime(2024, 2, 29, 9, 30)], pa.timestamp("ms")).cast(kind, safe=False)
    found = extract_batch(pa.RecordBatch.from_arrays([pa.array([TEXT]), values], names=["text", "published"]))
    assert found.to_pylist()[0]["extraction"]["meetings"][0]["when"]["start"] == "2024-02-28"


def test_bad_rows_give_an_error_and_no_other_row_is_lost() -> None:
    given = [{"text": TEXT, "published": None}, {"text": None}, {"text": TEXT, "published": "어제"}, {"text": ""}]
    found = extract_batch(pa.RecordBatch.from_pylist(given)).to_pylist()
    assert [row["extraction"] is None for row in found] == [False, True, True, False]
    assert [(row["error"] or "").partition(":")[0] for row in found] == ["", "TypeError", "ValueError", ""]


def test_no_rows_give_no_rows() -> None:
    empty = extract_batch(pa.RecordBatch.from_pylist([], schema=pa.schema([("text", pa.string())])))
    assert (empty.num_rows, empty.schema.names) == (0, ["text", "extraction", "error"])
    assert extract_table(pa.table({"text": pa.array([], pa.string())})).num_rows == 0


def test_a_second_run_replaces_what_the_first_added() -> None:
    once = extract_batch(pa.RecordBatch.from_pylist(rows()[:2]))
    assert extract_batch(once).equals(once)


def test_a_column_that_is_not_there_is_named() -> None:
    batch = pa.RecordBatch.from_pylist([{"body": TEXT}])
    with pytest.raises(KeyError, match="no column text among body"):
        extract_batch(batch)
    with pytest.raises(KeyError, match="author"):
        extract_batch(batch, columns={"text": "body", "author": "body"})
    assert extract_batch(batch, columns={"text": "body"}).num_rows == 1


def fields_of(kind: Any) -> Any:
    """The names in a type, nested as they are."""
    if pa.types.is_list(kind):
        return fields_of(kind.value_type)
    return {field.name: fields_of(field.type) for field in kind} if pa.types.is_struct(kind) else None


def properties_of(schema: dict[str, Any], definitions: dict[str, Any]) -> Any:
    if "$ref" in schema:
        return properties_of(definitions[schema["$ref"].rpartition("/")[2]], definitions)
    if "anyOf" in schema:
        return properties_of(schema["anyOf"][0], definitions)
    if "items" in schema:
        return properties_of(schema["items"], definitions)
    if "properties" in schema:
        return {name: properties_of(value, definitions) for name, value in schema["properties"].items()}
    return None


def test_the_type_has_the_fields_of_the_json_schema() -> None:
    schema = json_schema()
    assert fields_of(extraction_type()) == properties_of(schema, schema["$defs"])


@pytest.mark.parametrize(("column", "model"), [("persons", "Person"), ("visits", "Visit"), ("meetings", "Meeting")])
def test_null_is_allowed_where_the_records_allow_none(column: str, model: str) -> None:
    properties = json_schema()["$defs"][model]["properties"]
    optional = {name for name, value in properties.items() if {"type": "null"} in value.get("anyOf", [])}
    assert {field.name for field in extraction_type().field(column).type.value_type if field.nullable} == optional


def test_a_reader_gives_one_batch_at_a_time() -> None:
    taken = []
    schema = pa.schema([("text", pa.string())])

    def batches() -> Any:
        for number in range(3):
            taken.append(number)
            yield pa.RecordBatch.from_pylist([{"text": TEXT}], schema=schema)

    reader = extract_reader(pa.RecordBatchReader.from_batches(schema, batches()))
    assert reader.read_next_batch().num_rows == 1
    assert taken == [0]
    assert reader.read_all().num_rows == 2


def test_the_records_survive_a_parquet_file(tmp_path: Any) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    table = extract_table(pa.Table.from_pylist(rows()), workers=2)
    parquet.write_table(table, tmp_path / "records.parquet")
    back = parquet.read_table(tmp_path / "records.parquet").to_pylist()
    assert json.dumps(back, ensure_ascii=False) == json.dumps(table.to_pylist(), ensure_ascii=False)
