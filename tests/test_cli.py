"""What a user of the command line sees: results, messages, exit codes, files."""

from __future__ import annotations

import ast
import gzip
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from visitextract import Extraction, cli, extract, json_schema
from visitextract.cli import main
from visitextract.cli.output import Folder, safe_stem
from visitextract.cli.steps import STEPS

ARTICLE = """존 스미스 구글 CEO, 홍길동 회장과 회동

(서울=한빛뉴스) 박서연 기자 = 존 스미스 구글 최고경영자(CEO)가 28일 서울에서 홍길동 한빛그룹 회장을 만났다.
홍 회장은 "협력을 넓히겠다"고 말했다.
"""
PAGE = f"""<!doctype html><html lang="ko"><head><meta charset="utf-8"><title>존 스미스 구글 CEO, 홍길동 회장과 회동</title>
<meta property="article:published_time" content="2024-02-29T09:00:00+09:00">
<meta property="og:site_name" content="한빛뉴스"></head>
<body><nav><a href="/">홈</a> <a href="/economy">경제</a></nav><article><h1>존 스미스 구글 CEO, 홍길동 회장과 회동</h1>
{"".join(f"<p>{line}</p>" for line in ARTICLE.splitlines()[2:] * 3)}</article><footer>무단 전재 금지</footer></body></html>"""


def run(*arguments: str | Path, stdin: str | bytes | None = None) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments], input=stdin)


def write(path: Path, content: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def documents(out: str) -> list[dict[str, Any]]:
    """The JSON documents that stand one after another."""
    found, decoder, position = [], json.JSONDecoder(), 0
    while position < len(out.rstrip()):
        value, position = decoder.raw_decode(out, position)
        position += len(out[position:]) - len(out[position:].lstrip())
        found.append(value)
    return found


def test_convert_writes_a_document_that_fits_the_file(tmp_path: Path) -> None:
    story = write(tmp_path / "story.txt", ARTICLE.replace("\n", "\r\n"))
    result = run("convert", story, "--published", "2024-02-29")
    assert result.exit_code == 0
    extraction = Extraction.model_validate_json(result.stdout)
    extraction.verify(story.read_bytes().decode())
    assert extraction.article.published == "2024-02-29"


def test_jsonl_gives_one_line_an_article_with_what_its_record_says(tmp_path: Path) -> None:
    rows: list[dict[str, Any]] = [
        {
            "text": ARTICLE,
            "id": "a-1",
            "title": "제목",
            "published": "2024-02-29",
            "url": "https://example.org/1",
            "outlet": "한빛뉴스",
        },
        {"text": ARTICLE, "id": 7, "title": None},
    ]
    lines = "\n".join(json.dumps(row, ensure_ascii=False) for row in rows) + "\n"
    plain = run("convert", write(tmp_path / "news.jsonl", lines), "--format", "jsonl")
    packed = run("convert", write(tmp_path / "news.jsonl.gz", gzip.compress(lines.encode())), "--format", "jsonl")
    assert plain.exit_code == packed.exit_code == 0
    assert plain.stdout == packed.stdout
    first, second = (json.loads(line) for line in plain.stdout.splitlines())
    assert {name: first["article"][name] for name in ("id", "title", "published", "url", "outlet")} == {
        name: value for name, value in rows[0].items() if name != "text"
    }
    assert second["article"]["id"] == "7"


def test_published_is_only_for_texts_without_a_date(tmp_path: Path) -> None:
    rows = [{"text": ARTICLE}, {"text": ARTICLE, "published": "2023-01-05"}]
    news = write(tmp_path / "news.jsonl", "\n".join(json.dumps(row) for row in rows))
    result = run("convert", news, "--published", "2024-02-29")
    assert [found["article"]["published"] for found in documents(result.stdout)] == ["2024-02-29", "2023-01-05"]


def test_a_folder_is_searched_and_meta_json_read(tmp_path: Path) -> None:
    write(tmp_path / "in/one/article.txt", ARTICLE)
    write(tmp_path / "in/one/meta.json", json.dumps({"published": "2024-02-29", "outlet": "한빛뉴스", "id": "x/1"}))
    write(tmp_path / "in/two/article.txt", ARTICLE)
    write(tmp_path / "in/two/notes.csv", "a,b")
    write(tmp_path / "in/.hidden/article.txt", ARTICLE)
    result = run("convert", tmp_path / "in", "--out-dir", tmp_path / "out")
    assert result.exit_code == 0
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["one.json", "two.json"]
    article = json.loads((tmp_path / "out/one.json").read_text(encoding="utf-8"))["article"]
    assert (article["id"], article["published"], article["outlet"]) == ("x/1", "2024-02-29", "한빛뉴스")


def test_out_dir_keeps_every_article_apart_and_inside(tmp_path: Path) -> None:
    ids = ["../../escape", "../../escape", "a/b", "", ".", "홍길동 회동", "CON"]
    news = write(tmp_path / "news.jsonl", "\n".join(json.dumps({"text": ARTICLE, "id": name}) for name in ids))
    result = run("convert", news, "--out-dir", tmp_path / "out/deep")
    assert result.exit_code == 0
    assert result.stdout == ""
    names = sorted(path.name for path in (tmp_path / "out/deep").iterdir())
    assert names == sorted(
        ["escape.json", "escape-2.json", "a_b.json", "news-4.json", "article.json", "홍길동_회동.json", "_CON.json"]
    )
    assert sorted(path.name for path in tmp_path.iterdir()) == ["news.jsonl", "out"]


@pytest.mark.parametrize("stem", ["..", "", "/etc/passwd", "a" * 500, "가" * 500, "\0", "nul.txt", "-rf", "\ud800"])
def test_any_stem_becomes_a_file_name_that_can_be_written(stem: str, tmp_path: Path) -> None:
    Folder(tmp_path).write(f"{safe_stem(stem)}.json", "{}")
    (written,) = tmp_path.iterdir()
    assert written.read_text(encoding="utf-8") == "{}"


def test_a_write_that_fails_leaves_nothing_behind(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    folder.write("story.json", "whole")
    with pytest.raises(UnicodeEncodeError):
        folder.write("story.json", "half \ud800")
    assert [(path.name, path.read_text(encoding="utf-8")) for path in tmp_path.iterdir()] == [("story.json", "whole")]


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("empty.txt", b"", "empty.txt: empty"),
        ("blank.txt", b" \n\t", "blank.txt: empty"),
        ("english.txt", b"The two ministers met in Seoul.", "english.txt: no Korean in it"),
        ("bytes.txt", b"\n\n\xff\xff\x80\x81\xff", "bytes.txt:3: bytes that are neither UTF-8, UTF-16 nor CP949 (EUC-KR)"),
        ("cut.txt", ARTICLE.encode()[:-3], "cut.txt:4: a byte that is not UTF-8"),
        ("binary.txt", b"\x00\x01\x02PNG\x00", "binary.txt:1: a null byte: this is no text file"),
        ("paper.pdf", b"%PDF-1.4", "paper.pdf: not a kind of file that is read"),
        ("story.json", b"{}", "; documents that convert wrote are read by merge and export"),
        ("zip.txt", b"PK\x03\x04\x14\x00\x06\x00", "zip.txt:1: a null byte: this is no text file"),
        ("picture.jsonl", b"\x89PNG\r\n\x1a\n\x00\x00", "picture.jsonl:3: a null byte: this is no text file"),
        ("packed.txt", gzip.compress(ARTICLE.encode(), mtime=0), "packed.txt:1: a null byte: this is no text file"),
        ("binary.html", b"\x00\x01\x02PNG\x00", "binary.html:1: a null byte: this is no text file"),
        ("broken.jsonl", b'\n{"text": "\xea\xb0\x80"', "broken.jsonl:2: broken JSON"),
        ("list.jsonl", b"[1]", "list.jsonl:1: not a JSON object"),
        ("number.jsonl", b'{"text": 3}', "number.jsonl:1: the field 'text' is not text"),
        ("none.jsonl", b'{"title": "a"}', "none.jsonl:1: no field 'text'"),
        ("pair.jsonl", b'{"text": "\xea\xb0\x80\\ud800"}', "pair.jsonl:1: broken JSON: half of a surrogate pair"),
        ("deep.jsonl", b"[" * 100_000, "deep.jsonl:1: broken JSON"),
        ("date.jsonl", '{"text": "가", "published": "어제"}'.encode(), "date.jsonl:1: 'published' is '어제', not a date"),
        ("title.jsonl", '{"text": "가", "title": ["나"]}'.encode(), "title.jsonl:1: the field 'title' is not text"),
        ("bytes.jsonl", b'{"text": "a"}\n{"text": "\xff\xff\xff"}', "bytes.jsonl:2: bytes that are neither"),
        (
            "short.jsonl.gz",
            gzip.compress(b'{"text": "a"}', mtime=0)[:-9],
            "short.jsonl.gz:1: the compressed file is damaged from here on",
        ),
        ("plain.jsonl.gz", b'{"text": "a"}', "plain.jsonl.gz:1: the compressed file is damaged from here on"),
        ("nothing.jsonl", b"", "nothing.jsonl: empty"),
        ("page.html", b"<html><body></body></html>", "page.html: no article in this page"),
    ],
    ids=lambda value: value if isinstance(value, str) and " " not in value else "",
)
def test_an_input_that_cannot_be_read_costs_one_line_and_no_other_input(
    name: str, content: bytes, message: str, tmp_path: Path
) -> None:
    bad = write(tmp_path / name, content)
    good = write(tmp_path / "good.txt", ARTICLE)
    result = run("convert", bad, good, "--out-dir", tmp_path / "out")
    assert result.exit_code == 1
    lines = [line for line in result.stderr.splitlines() if message in line]
    assert len(lines) == 1, result.stderr
    assert lines[0].startswith(f"error: {tmp_path}")
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["good.json"]


def test_one_broken_line_costs_one_article(tmp_path: Path) -> None:
    good = json.dumps({"text": ARTICLE})
    news = write(tmp_path / "news.jsonl", f"{good}\nnot json\n\n{good}\n")
    result = run("convert", news, "--format", "jsonl")
    assert result.exit_code == 1
    assert len(result.stdout.splitlines()) == 2
    assert result.stderr.splitlines()[0] == f"error: {news}:2: broken JSON: Expecting value at column 1"


def test_missing_files_and_empty_folders_are_named(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    result = run("show", tmp_path / "missing.txt", tmp_path / "folder", tmp_path / ("long" * 200))
    assert result.exit_code == 1
    missing, folder, long = result.stderr.splitlines()
    assert missing == f"error: {tmp_path}/missing.txt: No such file or directory"
    assert folder.startswith(f"error: {tmp_path}/folder: no article in this folder")
    assert long.endswith("File name too long")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp949"])
def test_encodings_are_recognised_and_the_unusual_ones_told(encoding: str, tmp_path: Path) -> None:
    story = write(tmp_path / "story.txt", ARTICLE.encode(encoding))
    result = run("text", story)
    assert result.exit_code == 0
    assert result.stdout_bytes.decode() == ARTICLE
    told = result.stderr == f"note: {story} is read as {encoding.upper()}\n"
    assert told is (encoding != "utf-8-sig")


@pytest.mark.parametrize("encoding", ["utf-16", "cp949"])
def test_json_lines_in_other_encodings_keep_their_line_numbers(encoding: str, tmp_path: Path) -> None:
    lines = "\n".join([json.dumps({"text": ARTICLE}, ensure_ascii=False), "{", json.dumps({"text": ARTICLE}, ensure_ascii=False)])
    news = write(tmp_path / "news.jsonl", lines.encode(encoding))
    result = run("convert", news, "--format", "jsonl")
    assert len(result.stdout.splitlines()) == 2
    assert f"{news}:2: broken JSON" in result.stderr


def test_an_html_page_gives_its_article_and_the_text_that_offsets_count_in(tmp_path: Path) -> None:
    page = write(tmp_path / "story.html", PAGE)
    result = run("convert", page, "--out-dir", tmp_path / "out")
    assert (result.exit_code, result.stderr) == (0, "")
    text = (tmp_path / "out/story.txt").read_bytes().decode()
    extraction = Extraction.model_validate_json((tmp_path / "out/story.json").read_text(encoding="utf-8"))
    extraction.verify(text)
    assert text.startswith("존 스미스 구글 CEO, 홍길동 회장과 회동\n")
    assert "무단 전재" not in text
    assert extraction.article.title == "존 스미스 구글 CEO, 홍길동 회장과 회동"
    assert extraction.article.published == "2024-02-29"
    assert run("text", page).stdout == text


@pytest.mark.parametrize(("name", "encoding"), [("old.html", "euc-kr"), ("page.htm", "utf-16"), ("page.txt", "utf-8")])
def test_a_page_is_read_in_any_encoding_and_under_a_wrong_name(name: str, encoding: str, tmp_path: Path) -> None:
    pytest.importorskip("trafilatura")
    page = write(tmp_path / name, PAGE.replace("utf-8", encoding).encode(encoding))
    result = run("text", page)
    assert result.exit_code == 0, result.stderr
    assert "홍길동 한빛그룹 회장을 만났다." in result.stdout
    assert "<" not in result.stdout
    assert "무단 전재" not in result.stdout


def test_html_without_trafilatura_says_how_to_install_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    result = run("convert", write(tmp_path / "story.html", PAGE), write(tmp_path / "good.txt", ARTICLE))
    assert result.exit_code == 1
    assert "pip install 'visitextract[html]'" in result.stderr
    assert len(documents(result.stdout)) == 1


@pytest.mark.parametrize(
    ("content", "count"),
    [(ARTICLE, 1), (PAGE, 1), (f"{json.dumps({'text': ARTICLE})}\n{json.dumps({'text': ARTICLE})}\n", 2)],
    ids=["text", "html", "jsonl"],
)
def test_standard_input_is_told_apart_by_how_it_begins(content: str, count: int) -> None:
    result = run("convert", "-", stdin=content)
    assert result.exit_code == 0
    assert len(documents(result.stdout)) == count


def test_show_is_for_people(tmp_path: Path) -> None:
    result = run("show", write(tmp_path / "story.txt", ARTICLE), "--published", "2024-02-29")
    assert result.exit_code == 0
    heads = [line for line in result.stdout.splitlines() if line.split(":")[0] in ("WHO", "MEETINGS", "VISITS", "STATEMENTS")]
    assert heads == ["WHO", "MEETINGS", "VISITS: none found", "STATEMENTS"]
    assert "HELD talks · 2024-02-28 · 서울" in result.stdout
    assert "존 스미스, 홍길동" in result.stdout
    assert "홍길동: “협력을 넓히겠다”" in result.stdout


def test_times_come_one_a_line_with_their_words() -> None:
    result = run("times", "-", "--published", "2024-02-29", stdin="양측은 28일 오후 2시에 만나 1시간 40분간 이야기했다.")
    found = [json.loads(line) for line in result.stdout.splitlines()]
    assert (found[0]["start"], found[0]["evidence"]["text"]) == ("2024-02-28T14:00:00+09:00", "28일 오후 2시")
    assert found[1]["duration"] == "PT1H40M"


@pytest.mark.parametrize("command", [["show"], ["convert"], ["convert", "--workers", "2"], ["merge"], ["report"], ["times"]])
def test_articles_without_a_date_are_told_once(command: list[str], tmp_path: Path) -> None:
    one, other = write(tmp_path / "story.txt", ARTICLE), write(tmp_path / "other.txt", ARTICLE.replace("회동", "회담"))
    why = "no publication date, so 28일 and the like stay empty; give it with --published\n"
    result = run(*command, one)
    assert (result.exit_code, result.stderr) == (0, f"note: {one} carries {why}")
    assert run(*command, one, other).stderr == f"note: 2 articles carry {why}"
    assert run(*command, one, other, "--published", "2024-02-29").stderr == ""
    news = write(tmp_path / "news.jsonl", json.dumps({"text": ARTICLE, "published": "2024-02-29"}))
    assert run(*command, news).stderr == ""


def test_schema_is_the_schema() -> None:
    assert json.loads(run("schema").stdout) == json_schema()


def test_rules_are_listed_and_shown() -> None:
    first = run("rules").stdout.splitlines()[0].split("\t")[0]
    page = run("rules", first).stdout
    assert page.startswith(first)
    assert page.count("\n  yes: ") >= 2


@pytest.mark.parametrize("family", ["meeting", "meeting.cue", "meeting."])
def test_the_beginning_of_an_id_lists_the_rules_of_that_family(family: str) -> None:
    listed = run("rules").stdout.splitlines()
    result = run("rules", family)
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [line for line in listed if line.startswith(f"{family.rstrip('.')}.")]
    assert 0 < len(result.stdout.splitlines()) < len(listed)


def test_a_mistyped_rule_names_those_that_are_near() -> None:
    result = run("rules", "meeting.cue.nuon")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "there is no rule 'meeting.cue.nuon'; did you mean meeting.cue.noun" in result.stderr
    assert "there is no rule 'zzz'; 'visitextract rules' lists them all" in run("rules", "zzz").stderr


def test_a_step_that_explain_names_is_told_from_a_rule() -> None:
    result = run("rules", "person.name_alone")
    assert result.exit_code == 0
    told = "person.name_alone is a step of the program, not a rule of its own: a full name that stands without a title\n"
    assert result.stdout == told


def test_whatever_explain_names_is_known_to_rules() -> None:
    """Every id in the program's source: one that this lacks wants a line in ``cli/steps.py``."""
    family = re.compile(rf"(?:{'|'.join(sorted({one.partition('.')[0] for one in STEPS}))})(?:\.[a-z_]+)+")
    sources = Path(cli.__file__).parents[1]
    words = {
        node.value
        for path in sources.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    named = {word for word in words if family.fullmatch(word) and not word.endswith(".html")}
    assert "person.name_alone" in named
    assert sorted(name for name in named if run("rules", name).exit_code) == []


@pytest.mark.parametrize(
    "arguments",
    [[], ["convert"], ["convert", "x.txt", "--format", "xml"], ["show", "x.txt", "--published", "어제"], ["nonsense"]],
)
def test_wrong_usage_is_exit_code_two(arguments: list[str]) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert "Usage:" in result.stderr


@pytest.mark.parametrize("command", ["", *main.commands])
def test_every_help_has_examples(command: str) -> None:
    result = run(*filter(None, [command]), "--help")
    assert result.exit_code == 0
    assert f"visitextract {command}" in result.stdout.partition("Examples:")[2]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["convert", "x.txt", "-o", "out.json"], ".jsonl.zst; for one .json file an article use --out-dir"),
        (["times", "x.txt", "--timezone", "Seoul"], "there is no time zone 'Seoul'; a name is one such as Asia/Seoul"),
    ],
)
def test_a_wrong_option_says_what_a_right_one_is(arguments: list[str], message: str) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert message in result.stderr


def test_a_broken_lexicon_file_is_called_no_toml(tmp_path: Path) -> None:
    lexicon = write(tmp_path / "lexicon.toml", "people = [")
    result = run("show", write(tmp_path / "story.txt", ARTICLE), "--lexicon", lexicon)
    assert result.exit_code == 2
    assert f"{lexicon}: no TOML: Invalid value" in result.stderr


def test_rules_that_the_help_names_are_there() -> None:
    helps = "".join(run(command, "--help").stdout for command in main.commands)
    named = set(re.findall(r"^ +visitextract rules (\S+)$", helps, re.MULTILINE))
    assert len(named) > 1
    assert [name for name in sorted(named) if run("rules", name).exit_code] == []


def test_a_packed_output_without_its_library_is_told_before_anything_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("compression.zstd", "backports.zstd"):
        monkeypatch.setitem(sys.modules, name, None)
    result = run("convert", tmp_path / "unreadable.txt", "-o", tmp_path / "out.jsonl.zst")
    assert (result.exit_code, result.stdout) == (1, "")
    told = "Error: reading and writing .zst needs backports.zstd; install it with: pip install 'visitextract[zstd]'\n"
    assert result.stderr == told
    assert list(tmp_path.iterdir()) == []


def test_a_fault_of_the_program_costs_one_article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def faulty(text: str, **options: Any) -> Extraction:
        if "나쁜" in text:
            raise AssertionError("boom")
        return extract(text, **options)

    monkeypatch.setattr("visitextract.cli.batch.extract", faulty)
    bad, good = write(tmp_path / "bad.txt", "나쁜 글"), write(tmp_path / "good.txt", ARTICLE)
    result = run("convert", bad, good, "--published", "2024-02-29")
    assert result.exit_code == 1
    assert result.stderr == f"error: {bad}: a fault of the program, please report it: AssertionError: boom\n"
    assert len(documents(result.stdout)) == 1


def command(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "visitextract.cli", *map(str, arguments)],
        capture_output=True,
        check=False,
        stdin=subprocess.DEVNULL,
        env=os.environ | environment,
        timeout=60,
    )


def test_output_is_utf_8_in_any_locale(tmp_path: Path) -> None:
    story = write(tmp_path / "story.txt", ARTICLE)
    result = command("show", story, PYTHONIOENCODING="ascii", LC_ALL="C", PYTHONUTF8="0")
    assert result.returncode == 0
    assert "홍길동" in result.stdout.decode()


def test_a_pipe_closed_by_its_reader_is_no_error(tmp_path: Path) -> None:
    news = write(tmp_path / "news.jsonl", "\n".join([json.dumps({"text": ARTICLE * 40})] * 30))
    script = f"'{sys.executable}' -m visitextract.cli convert '{news}' | head -n 1; echo ${{PIPESTATUS[0]}}"
    result = subprocess.run(["bash", "-c", script], capture_output=True, check=False, timeout=120)
    assert result.stdout.decode().split() == ["{", "0"]
    assert result.stderr == b""


def test_an_output_folder_that_cannot_be_made_is_one_line(tmp_path: Path) -> None:
    story = write(tmp_path / "story.txt", ARTICLE)
    result = run("convert", story, "--out-dir", story / "out")
    assert result.exit_code == 3
    assert result.stderr == f"Error: {story / 'out'}: Not a directory\n"
