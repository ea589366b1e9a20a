"""What the library must not do, whatever it is given: reach the network, run what it reads, write where it was not told to."""

from __future__ import annotations

import ast
import csv
import io
import json
import os
import socket
import stat
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

import visitextract
from visitextract import extract, merge
from visitextract.cli import main
from visitextract.cli.output import Folder, safe_stem
from visitextract.export import csv_tables, html_report

PACKAGE = Path(visitextract.__file__).parent
SOURCES = sorted(PACKAGE.rglob("*.py"))
STORY = "홍길동 장관은 3일 서울에서 김민수 대표를 만나 “협력을 넓히겠다”고 말했다.\n"
RUNS_WHAT_IT_READS = {
    "eval", "exec", "compile", "__import__", "pickle.load", "pickle.loads", "marshal.load", "marshal.loads", "shelve.open",
    "os.system", "os.popen", "yaml.load", "tempfile.mktemp",
}  # fmt: skip
REACHES_OUT = {
    "pickle", "cPickle", "marshal", "shelve", "dill", "yaml", "socket", "ssl", "http", "urllib", "requests", "httpx", "ftplib",
    "smtplib", "subprocess", "ctypes", "tempfile", "telnetlib", "xmlrpc", "webbrowser",
}  # fmt: skip


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_the_source_runs_nothing_it_reads_and_knows_no_network(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    called = {ast.unparse(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}
    assert not called & RUNS_WHAT_IT_READS
    imported = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    imported |= {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    imported -= {"urllib.parse"}  # quotes addresses and opens none
    assert not {name.split(".")[0] for name in imported} & REACHES_OUT
    keywords = {keyword.arg for node in ast.walk(tree) if isinstance(node, ast.Call) for keyword in node.keywords}
    assert "shell" not in keywords


@pytest.fixture
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: Any, **__: Any) -> Any:
        raise AssertionError("the network was asked for")

    for name in ("connect", "connect_ex", "sendto", "bind"):
        monkeypatch.setattr(socket.socket, name, refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


PAGE = f"""<!doctype html><html><head><title>회담</title><link rel="stylesheet" href="http://example.org/a.css">
<meta property="og:url" content="http://example.org/1"><script src="http://example.org/a.js"></script></head>
<body><article><h1>두 사람 회담</h1><img src="http://example.org/a.png"><p>{STORY * 8}</p></article></body></html>"""


@pytest.mark.usefixtures("no_network")
@pytest.mark.parametrize("command", [["convert"], ["show"], ["merge"], ["report"], ["explain"], ["export", "--format", "jsonld"]])
def test_no_command_asks_for_the_network(command: list[str], tmp_path: Path) -> None:
    pytest.importorskip("trafilatura")
    (tmp_path / "page.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "story.txt").write_text(STORY, encoding="utf-8")
    result = CliRunner().invoke(main, [*command, str(tmp_path / "page.html"), str(tmp_path / "story.txt")])
    assert result.exit_code == 0, result.output
    assert "홍길동" in result.stdout


HOSTILE_NAMES = [
    "../../etc/passwd", "/etc/passwd", "..\\..\\x", "C:\\x", "a/../../b", ".", "..", "", "con", "~root", "a\0b", "\n", "가" * 400,
]  # fmt: skip


@given(st.text(max_size=60) | st.sampled_from(HOSTILE_NAMES))
def test_a_file_name_made_of_any_id_stays_in_the_folder(stem: str) -> None:
    folder = Folder(Path("/out"))
    for name in (safe_stem(stem), folder.free(stem), folder.free(stem)):
        path = Path(os.path.normpath(Path("/out", f"{name}.json")))
        assert path.parent == Path("/out")
        assert not path.name.startswith(".")
        assert len(path.name.encode()) < 250


def test_ids_that_are_paths_are_written_inside(tmp_path: Path) -> None:
    rows = [{"text": STORY, "id": name} for name in HOSTILE_NAMES]
    (tmp_path / "news.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    out = tmp_path / "deep" / "er" / "out"
    result = CliRunner().invoke(main, ["convert", str(tmp_path / "news.jsonl"), "--out-dir", str(out)])
    assert result.exit_code == 0, result.output
    assert len(list(out.iterdir())) == len(HOSTILE_NAMES)
    assert sorted(path.name for path in tmp_path.rglob("*") if path.is_file() and path.parent != out) == ["news.jsonl"]


@pytest.mark.skipif(os.name != "posix", reason="links and modes of POSIX systems")
def test_a_link_that_stands_in_the_folder_is_replaced_and_not_followed(tmp_path: Path) -> None:
    victim, out = tmp_path / "victim", tmp_path / "out"
    victim.write_text("untouched", encoding="utf-8")
    out.mkdir()
    (out / "story.json").symlink_to(victim)
    Folder(out).write("story.json", "{}")
    assert victim.read_text(encoding="utf-8") == "untouched"
    assert not (out / "story.json").is_symlink()


@pytest.mark.skipif(os.name != "posix", reason="links and modes of POSIX systems")
def test_a_temporary_file_is_new_its_name_unforeseen_and_its_mode_the_user_s(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[tuple[str, str]] = []
    plain = Path.open

    def watched(self: Path, mode: str = "r", *rest: Any, **options: Any) -> Any:
        opened.append((self.name, mode))
        return plain(self, mode, *rest, **options)

    monkeypatch.setattr(Path, "open", watched)
    before = os.umask(0o027)
    try:
        for name in ("a", "b"):
            Folder(tmp_path).write(name, "x")
    finally:
        os.umask(before)
    names = {name for name, mode in opened if mode == "xb"}
    assert len(names) == len(opened) == 2
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o640


FORMULA = "=HYPERLINK(\"http://example.org\",\"홍\")"


def test_no_cell_of_a_table_is_a_formula() -> None:
    text = STORY.replace("서울", "서울 =1+1").replace("협력", f"{FORMULA} 협력")
    found = extract(text, published="2024-02-29", id="=cmd|' /C calc'!A0", title="+82-2", outlet="@한빛", url="-1+1")
    for content in csv_tables(merge([found])).values():
        for row in csv.reader(io.StringIO(content)):
            for cell in row:
                assert not cell.lstrip().startswith(("=", "+", "@", "\t", "\r")), cell
                assert not cell.startswith("-") or cell[1:].replace(".", "").isdigit(), cell


def test_no_script_of_a_text_runs_in_the_report() -> None:
    pytest.importorskip("jinja2")
    attack = "</script><script>alert(1)</script><img src=x onerror=alert(1)>"
    text = f"{STORY}{attack} 홍길동 장관은 “{attack}”라고 말했다."
    page = html_report([(extract(text, title=attack, outlet=attack, url="javascript:alert(1)"), text)], title=attack)
    assert attack not in page
    assert "<img src=x" not in page
    assert "href=\"javascript:" not in page
    assert "Content-Security-Policy" in page


def test_a_page_with_a_huge_nesting_or_entities_is_no_danger(tmp_path: Path) -> None:
    pytest.importorskip("trafilatura")
    bomb = "<!DOCTYPE html [<!ENTITY a \"가\">" + "".join(
        f"<!ENTITY a{n} \"{f'&a{n - 1 or str()};' * 10}\">" for n in range(1, 9)
    ) + "]>"
    for name, content in {
        "bomb.html": f"{bomb}<html><body><article><p>&a8; {STORY * 5}</p></article></body></html>",
        "deep.html": f"<html><body>{'<div>' * 5000}<p>{STORY * 5}</p>{'</div>' * 5000}</body></html>",
        "outside.html": f'<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><html><p>&x; {STORY * 5}</p></html>',
    }.items():
        (tmp_path / name).write_text(content, encoding="utf-8")
        result = CliRunner().invoke(main, ["text", str(tmp_path / name)])
        assert result.exit_code in (0, 1), result.output
        assert "root:" not in result.output
        assert len(result.output) < 20_000


def test_json_that_is_nested_or_numbered_without_end_is_an_error(tmp_path: Path) -> None:
    long = '{"text": "가", "id": ' + "9" * 10_000 + "}"
    lines = ["[" * 100_000, '{"text": ' + "[" * 100_000, long, '{"text": "가", "n": 1e999999}']
    (tmp_path / "news.jsonl").write_text("\n".join(lines), encoding="utf-8")
    result = CliRunner().invoke(main, ["convert", str(tmp_path / "news.jsonl"), "--format", "jsonl"])
    assert result.exit_code == 1
    assert result.stderr.count("error: ") >= 2
    assert all(str(tmp_path / "news.jsonl:") in line for line in result.stderr.splitlines())


def test_what_travels_between_processes_is_our_own() -> None:
    """Workers get texts and give records over pipes of ``multiprocessing``; nothing that was read from a file is unpickled."""
    pickled = [path for path in SOURCES if "pickle" in path.read_text(encoding="utf-8").lower().replace("picklable", "")]
    assert pickled == []
    assert "pickle" not in {name for name in sys.modules if name.startswith("visitextract")}
