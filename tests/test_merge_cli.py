"""``visitextract merge`` as a user sees it: what it reads, what it writes, what it says."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from visitextract import Dossier, extract, merge
from visitextract.cli import main

BYLINE = "\n\n(서울=한빛뉴스) 박서연 기자 = 존 스미스 구글 최고경영자(CEO)가 28일 서울에서 "
HELD = f"구글 CEO, 홍길동 회장과 만찬{BYLINE}홍길동 한빛그룹 회장과 만찬을 했다."
PLANNED = f"구글 CEO, 홍길동 회장과 회동{BYLINE}홍길동 한빛그룹 회장과 만찬을 할 예정이다."


def run(*arguments: str | Path, stdin: str | bytes | None = None) -> Result:
    return CliRunner().invoke(main, ["merge", *(str(argument) for argument in arguments)], input=stdin)


@pytest.fixture
def news(tmp_path: Path) -> Path:
    rows = [
        {"id": "a", "text": HELD, "published": "2024-02-29", "outlet": "한빛뉴스"},
        {"id": "b", "text": PLANNED, "published": "2024-02-27", "outlet": "청솔일보"},
    ]
    path = tmp_path / "news.jsonl"
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return path


@pytest.fixture
def expected() -> Dossier:
    return merge(
        (
            extract(HELD, published="2024-02-29", id="a", outlet="한빛뉴스"),
            extract(PLANNED, published="2024-02-27", id="b", outlet="청솔일보"),
        )
    )


def test_articles_become_one_document_on_standard_output(news: Path, expected: Dossier) -> None:
    result = run(news)
    assert result.exit_code == 0
    dossier = Dossier.model_validate_json(result.stdout)
    assert dossier == expected
    (meeting,) = dossier.meetings
    assert [change.status for change in meeting.history] == ["scheduled", "held"]


def test_documents_of_convert_and_of_merge_give_the_same(news: Path, expected: Dossier, tmp_path: Path) -> None:
    lines = CliRunner().invoke(main, ["convert", str(news), "--format", "jsonl"]).stdout
    several = CliRunner().invoke(main, ["convert", str(news)]).stdout
    inputs = {
        "lines.jsonl": lines.encode(),
        "packed.jsonl.gz": gzip.compress(lines.encode()),
        "several.json": several.encode(),
        "dossier.json": run(news).stdout.encode(),
        "marked.json": b"\xef\xbb\xbf" + several.encode(),
    }
    for name, content in inputs.items():
        path = tmp_path / "in" / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content)
        assert Dossier.model_validate_json(run(path).stdout) == expected, name
    assert Dossier.model_validate_json(run(tmp_path / "in").stdout) == expected
    assert Dossier.model_validate_json(run("-", stdin=lines).stdout) == expected
    assert Dossier.model_validate_json(run("-", stdin=news.read_bytes()).stdout) == expected


def test_a_dossier_is_added_to(news: Path, tmp_path: Path) -> None:
    target = tmp_path / "out/dossier.json"
    assert run(news, "-o", target).exit_code == 0
    story = tmp_path / "today.txt"
    story.write_text(HELD.replace("서울에서", "서울 강남에서"), encoding="utf-8")
    result = run(target, story, "--published", "2024-02-29", "-o", target)
    assert (result.exit_code, result.stdout) == (0, "")
    dossier = Dossier.model_validate_json(target.read_text(encoding="utf-8"))
    assert len(dossier.articles) == 3
    assert len(dossier.meetings) == 1


def test_what_convert_wrote_into_a_folder_is_read_once(tmp_path: Path) -> None:
    page = f"<!doctype html><html><body><article><h1>한빛전자 회장 만찬</h1>{f'<p>{HELD}</p>' * 4}</article></body></html>"
    (tmp_path / "story.html").write_text(page, encoding="utf-8")
    CliRunner().invoke(main, ["convert", str(tmp_path / "story.html"), "--out-dir", str(tmp_path / "out")])
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["story.json", "story.txt"]
    assert len(Dossier.model_validate_json(run(tmp_path / "out").stdout).articles) == 1


def test_notes_beside_an_article_are_no_documents(tmp_path: Path) -> None:
    folder = tmp_path / "in/one"
    folder.mkdir(parents=True)
    (folder / "article.txt").write_text(HELD, encoding="utf-8")
    (folder / "meta.json").write_text('{"published": "2024-02-29"}', encoding="utf-8")
    (folder / "snapshot.json").write_text(extract(PLANNED).model_dump_json(), encoding="utf-8")
    (tmp_path / "in/settings.json").write_text('{"a": 1}', encoding="utf-8")
    dossier = Dossier.model_validate_json(run(tmp_path / "in").stdout)
    assert [item.extraction.article.published for item in dossier.articles] == ["2024-02-29"]


def test_the_summary_tells_the_story(news: Path, tmp_path: Path) -> None:
    result = run(news, "--summary", "-o", tmp_path / "dossier.json")
    assert result.exit_code == 0
    assert "2 articles from 2 independent sources" in result.stdout
    assert "2024-02-28 · HELD dinner" in result.stdout
    assert "told as scheduled 2024-02-27 [1] → held 2024-02-29 [2]" in result.stdout
    assert (tmp_path / "dossier.json").is_file()
    assert not run(news, "--summary").stdout.lstrip().startswith("{")


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("broken.json", '{"schema_version": "1.0",', "broken.json:1: broken JSON"),
        ("other.json", '{"a": 1}', "other.json:1: no document of visitextract"),
        ("list.json", "[1]", "list.json:1: no document of visitextract"),
        ("newer.json", '{"schema_version": "2.0"}', "newer.json:1: a document of version 2.0; this program reads version 1.0"),
        ("half.json", '{"schema_version": "1.0"}', "half.json:1: not a whole document: article: Field required"),
        ("deep.json", "[" * 100_000, "deep.json:1: broken JSON"),
        ("missing.json", None, "missing.json: No such file or directory"),
    ],
)
def test_what_cannot_be_read_costs_one_line_and_nothing_else(
    name: str, content: str | None, message: str, news: Path, expected: Dossier, tmp_path: Path
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_text(content, encoding="utf-8")
    result = run(path, news)
    assert result.exit_code == 1
    assert message in result.stderr
    assert result.stderr.count("\n") == 1
    assert Dossier.model_validate_json(result.stdout) == expected


@pytest.mark.parametrize("suffix", [".gz", ".zst"])
def test_a_file_that_is_not_packed_as_its_name_says_costs_one_line(
    suffix: str, news: Path, expected: Dossier, tmp_path: Path
) -> None:
    path = tmp_path / f"records.jsonl{suffix}"
    path.write_bytes(b"no packed file")
    result = run(path, news)
    assert result.exit_code == 1
    (line,) = result.stderr.splitlines()
    assert line.startswith("error: ")
    assert Dossier.model_validate_json(result.stdout) == expected


def test_the_line_of_a_wrong_document_is_named(news: Path, tmp_path: Path) -> None:
    lines = CliRunner().invoke(main, ["convert", str(news), "--format", "jsonl"]).stdout.splitlines()
    path = tmp_path / "records.jsonl"
    path.write_text("\n".join([lines[0], '{"schema_version": "9.0"}', "{", lines[1]]), encoding="utf-8")
    result = run(path)
    assert "records.jsonl:2: a document of version 9.0" in result.stderr
    assert "records.jsonl:3: broken JSON" in result.stderr
    assert len(Dossier.model_validate_json(result.stdout).articles) == 2


@pytest.mark.parametrize("arguments", [["merge"], ["merge", "--summary"], ["report"], ["export", "--format", "jsonld"]])
@pytest.mark.parametrize("written", [True, False])
def test_where_nothing_can_be_read_nothing_is_written(arguments: list[str], written: bool, tmp_path: Path) -> None:
    target, missing = tmp_path / "good", tmp_path / "missing.txt"
    target.write_text("a good one", encoding="utf-8")
    output = ["-o", str(target)] if written else []
    result = CliRunner().invoke(main, [*arguments, str(missing), *output])
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.splitlines() == [
        f"error: {missing}: No such file or directory",
        "Error: none of the inputs could be read; nothing was written",
    ]
    assert target.read_text(encoding="utf-8") == "a good one"


def test_no_table_is_written_where_nothing_can_be_read(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["export", str(tmp_path / "a.txt"), "--format", "csv", "-o", str(tmp_path / "tables")])
    assert result.exit_code == 1
    assert list(tmp_path.iterdir()) == []
