"""CSV and Parquet: what a spreadsheet or a data frame reads back, and that no cell is run."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from export_story import HARM, told
from fixture_articles import FIXTURES
from visitextract import Dossier, merge
from visitextract.export import csv_tables, parquet_tables
from visitextract.export.csv_tables import guarded
from visitextract.export.tables import TABLES, Kind

FORMULA = ("=", "+", "-", "@", "\t", "\r")


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    return merge(article.extract() for article in FIXTURES)


def read_csv(content: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content, newline=""), strict=True))


def read_parquet(content: bytes) -> Any:
    return pq.read_table(io.BytesIO(content))


def test_csv_says_who_met_whom() -> None:
    tables = {name: read_csv(content) for name, content in csv_tables(told()).items()}
    (luncheon,) = [row for row in tables["meetings"] if row["kind"] == "luncheon"]
    assert luncheon["start"] == "2024-02-28T12:30:00+09:00"
    assert luncheon["start_approximate"] == "true"
    assert luncheon["place"] == "한빛타워"
    assert (luncheon["hosts"], luncheon["format"], luncheon["outcome"]) == ("홍길동", "private", "'+합의")
    (visit,) = tables["visits"]
    assert (visit["purpose"], visit["delegation"]) == ("'=투자 유치", "200여 명의 사절단")
    said = {row["text"]: (row["stance"], row["addressees"]) for row in tables["statements"]}
    assert said["'=HYPERLINK(1)"] == ("claim", "존 스미스")
    parties = [row["name"] for row in tables["participants"] if row["meeting"] == luncheon["id"]]
    assert sorted(parties) == ["존 스미스", "홍길동"]
    assert {row["destination"] for row in tables["visits"]} == {"서울"}


def test_no_cell_is_a_formula() -> None:
    tables = csv_tables(told())
    cells = [cell for content in tables.values() for row in csv.reader(io.StringIO(content, newline="")) for cell in row]
    assert [cell for cell in cells if cell.startswith(FORMULA)] == []
    assert "'=HYPERLINK(1)" in cells
    assert "'@기업인들" in cells
    assert HARM in cells


@given(st.text())
def test_a_guarded_cell_gives_its_text_back(text: str) -> None:
    cell = guarded(text)
    assert not cell.startswith(FORMULA)
    guards = cell.startswith("'") and cell.lstrip("'").startswith((*FORMULA, "\n", "＝", "＋", "－", "＠"))
    assert (cell[1:] if guards else cell) == text


def test_ids_lead_to_rows(dossier: Dossier) -> None:
    tables = {name: read_csv(content) for name, content in csv_tables(dossier).items()}
    known = {row["id"] for name in ("persons", "organizations", "visits", "meetings", "statements") for row in tables[name]}
    named = [row["party"] for row in tables["participants"]] + [row["record"] for row in tables["stops"]]
    named += [row["record"] for name in ("evidence", "conflicts", "status_history") for row in tables[name]]
    named += [row["speaker"] for row in tables["statements"]] + [row["person"] for row in tables["roles"]]
    assert {name for name in named if name} <= known
    assert {row["meeting"] for row in tables["participants"]} <= known
    articles = {row["id"] for row in tables["articles"]}
    assert {row["article"] for row in tables["evidence"]} == articles - {
        item.id for item in dossier.articles if not list(item.extraction.spans())
    }


def test_parquet_has_the_types_of_the_tables_and_the_rows_of_the_csv(dossier: Dossier) -> None:
    files, texts = parquet_tables(dossier), csv_tables(dossier)
    assert list(files) == list(texts) == [table.name for table in TABLES]
    types = {Kind.TEXT: "string", Kind.NUMBER: "int64", Kind.FLAG: "bool"}
    for table in TABLES:
        read = read_parquet(files[table.name])
        assert read.column_names == [column.name for column in table.columns]
        for column, kind in zip(table.columns, read.schema.types, strict=True):
            assert str(kind).startswith("list<") if column.kind is Kind.TEXTS else str(kind) == types[column.kind]
        assert read.num_rows == len(read_csv(texts[table.name]))
        first = table.columns[0].name
        assert [value or "" for value in read[first].to_pylist()] == [row[first] for row in read_csv(texts[table.name])]


def test_parquet_keeps_words_as_they_are() -> None:
    statements = read_parquet(parquet_tables(told())["statements"]).to_pylist()
    assert [row["text"] for row in statements] == ["=HYPERLINK(1)", HARM]
    assert statements[1]["speaker"] is None
    (smith,) = [row for row in read_parquet(parquet_tables(told())["persons"]).to_pylist() if row["name"] == "존 스미스"]
    assert smith["articles"] == ["story-1"]


def test_no_articles_give_empty_tables() -> None:
    empty = merge([])
    assert {read_parquet(content).num_rows for content in parquet_tables(empty).values()} == {0}
    assert all(content.count("\r\n") == 1 for content in csv_tables(empty).values())


def test_the_documentation_names_every_column() -> None:
    page = (Path(__file__).parents[1] / "docs" / "exports.md").read_text(encoding="utf-8")
    for table in TABLES:
        assert f"| `{table.name}` | {table.means} | {', '.join(column.name for column in table.columns)} |" in page
