"""``visitextract export``: the files it writes, what it says, and what it needs."""

from __future__ import annotations

import csv
import importlib
import json
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from export_story import told
from visitextract import VisitextractError, merge
from visitextract.cli import main
from visitextract.export import calendar, html_report, parquet_tables
from visitextract.export.tables import TABLES


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["export", *map(str, arguments)])


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    path = tmp_path / "in" / "dossier.json"
    path.parent.mkdir()
    path.write_text(merge([told()]).model_dump_json(), encoding="utf-8")
    return path


def test_tables_are_files_that_spreadsheets_open(dossier: Path, tmp_path: Path) -> None:
    out = tmp_path / "tables"
    assert run(dossier, "--format", "csv", "-o", out).exit_code == 0
    assert sorted(path.name for path in out.iterdir()) == sorted(f"{table.name}.csv" for table in TABLES)
    content = (out / "meetings.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.count(b"\r\n") == content.count(b"\n") == 4
    with (out / "persons.csv").open(encoding="utf-8-sig", newline="") as lines:
        assert {row["name"] for row in csv.DictReader(lines)} == {"존 스미스", "홍길동", "마리 뒤부아"}
    assert run(dossier, "--format", "parquet", "-o", out).exit_code == 0
    assert {path.suffix for path in out.iterdir()} == {".csv", ".parquet"}


@pytest.mark.parametrize("form", ["csv", "parquet"])
def test_several_tables_need_a_folder(dossier: Path, form: str) -> None:
    result = run(dossier, "--format", form)
    assert result.exit_code == 2
    assert "-o" in result.stderr


@pytest.mark.parametrize("form", ["jsonld", "annotations"])
def test_one_document_goes_to_standard_output_or_a_file(dossier: Path, tmp_path: Path, form: str) -> None:
    result = run(dossier, "--format", form)
    assert result.exit_code == 0
    out = tmp_path / "deep" / "out.json"
    run(dossier, "--format", form, "-o", out)
    assert json.loads(out.read_text(encoding="utf-8")) == json.loads(result.stdout)


def test_the_calendar_says_what_it_leaves_out(dossier: Path) -> None:
    result = run(dossier, "--format", "ics")
    assert result.stdout.count("BEGIN:VEVENT") == 2
    assert "마리 뒤부아" in result.stderr


def test_annotations_of_an_article_know_the_words_around(tmp_path: Path) -> None:
    story = tmp_path / "story.txt"
    story.write_text("홍길동 장관은 3일 서울에서 김민수 대표를 만났다.", encoding="utf-8")
    document = json.loads(run(story, "--format", "annotations", "--published", "2024-05-04").stdout)
    quotations = [annotation["target"]["selector"][1] for annotation in document["first"]["items"]]
    assert any(quotation["exact"] == "홍길동" and quotation["suffix"].startswith(" 장관은") for quotation in quotations)


def test_what_cannot_be_read_is_told(tmp_path: Path) -> None:
    result = run(tmp_path / "none.json", "--format", "jsonld")
    assert result.exit_code == 1
    assert "none.json" in result.stderr


@pytest.mark.parametrize(
    ("make", "package", "extra"),
    [
        (lambda: calendar(told()), "icalendar", "ics"),
        (lambda: parquet_tables(told()), "pyarrow", "parquet"),
        (lambda: html_report([]), "jinja2", "report"),
    ],
)
def test_a_missing_library_is_named(make: Any, package: str, extra: str, monkeypatch: pytest.MonkeyPatch) -> None:
    real = importlib.import_module

    def without(name: str, *more: Any) -> Any:
        if name.partition(".")[0] == package:
            raise ImportError(name)
        return real(name, *more)

    monkeypatch.setattr(importlib, "import_module", without)
    with pytest.raises(VisitextractError, match=rf"pip install 'visitextract\[{extra}\]'"):
        make()


@pytest.mark.parametrize(
    ("arguments", "package", "extra"),
    [
        (["report"], "jinja2", "report"),
        (["export", "--format", "ics"], "icalendar", "ics"),
        (["export", "--format", "parquet"], "pyarrow", "parquet"),
    ],
)
def test_a_missing_library_is_told_before_anything_is_read(
    arguments: list[str], package: str, extra: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    result = CliRunner().invoke(main, [*arguments, str(tmp_path / "unreadable.txt"), "-o", str(tmp_path / "out")])
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == f"Error: this needs {package}; install it with: pip install 'visitextract[{extra}]'\n"
    assert list(tmp_path.iterdir()) == []
