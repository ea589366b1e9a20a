"""Run the blocks of a page as its reader would, from top to bottom, and put what they print where the page shows it.

- ``python``: run, one after another in one world; a ``json`` or ``text`` block right behind shows what it printed.
- ``bash``, ``sh``: run; must end without an error. ``console``: the same, each ``$ command`` followed by what it prints.
- ``toml``, ``json``: must be readable.
- ``json`` under ``<!-- visitextract … | meetings 0 -->``: that record of what the command prints.
- ``<!-- needs: html -->`` before a block: run only where that is installed (``network``: never).

All run in a folder of their own that looks like the project's, with the inputs that pages speak of (``story.txt``, ``articles/``
…). Lines that install something or fetch from the network are left out.
"""

from __future__ import annotations

import ast
import builtins
import contextlib
import gzip
import importlib.util
import io
import json
import os
import shutil
import stat
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import regex

from visitextract.cli.output import pretty

ROOT = Path(__file__).parents[1]
BLOCK = regex.compile(
    r"((?P<notes>(?:^<!--[^\n]*-->\n)*)^```(?P<language>\w+)\n(?P<code>.*?)^```$)", regex.DOTALL | regex.MULTILINE
)
_NEEDS = regex.compile(r"<!-- needs: (\w+) -->")
_RECORD = regex.compile(r"<!-- visitextract (.*?) \| (\w+) (\d+) -->")
_LEFT_OUT = ("python3 -m venv", "pip install", ".venv/bin/", "apt-get", "curl", "python benchmarks/", "just", ".ci/run")
_MODULES = {"html": "trafilatura", "report": "jinja2", "arrow": "pyarrow", "spark": "pyspark", "ray": "ray", "ics": "icalendar"}
_STORY = """홍길동 한빛그룹 회장, 존 스미스 CEO와 서울서 오찬

(서울=한빛뉴스) 박서연 기자 = 홍길동 한빛그룹 회장이 12일 서울에서 존 스미스 아크미 최고경영자(CEO)와 오찬을 함께했다.
홍 회장은 "협력을 넓히기로 했다"고 말했다.
"""
_ROW = {"id": "a-1", "text": _STORY, "published": "2024-03-12"}
_PAGE = f"<!doctype html><html lang='ko'><head><title>오찬</title></head><body><article>{_STORY * 4}</article></body></html>"
_LINE = json.dumps(_ROW, ensure_ascii=False) + "\n"
_PARQUET = """import pyarrow
import pyarrow.parquet
pyarrow.parquet.write_table(pyarrow.Table.from_pylist([ROW]), "news/a.parquet")
"""
_PRESUMED = {  # what a block takes for granted: the module that it needs, and how it comes to it
    "articles": ("", "articles = [ROW]"),
    "store": ("", "store = [].append"),
    "news": (
        "pyspark.sql",
        "import os, sys, pyspark.sql\nos.environ['PYSPARK_PYTHON'] = sys.executable\n"
        "spark = pyspark.sql.SparkSession.builder.master('local[2]').config('spark.ui.enabled', 'false').getOrCreate()\n"
        "news = spark.createDataFrame([ROW])",
    ),
    "spark": ("pyspark.sql", ""),
    "ray": ("ray.data", "import ray.data"),
    "duckdb": ("duckdb", "import duckdb"),
    "polars": ("polars", "import polars\nframe = polars.DataFrame([ROW])"),
    "pyarrow": ("pandas", "import pandas, pyarrow\nframe = pandas.DataFrame([ROW])"),
    "frame": ("", ""),
}


def played(page: Path) -> str:
    """The page with the outputs that its blocks have today.

    Raises:
        RuntimeError: a block does not run; the message holds the block and the error.
    """
    text = page.read_text(encoding="utf-8")
    if "```" not in text:
        return text
    with tempfile.TemporaryDirectory() as name:
        shop = _Workshop(Path(name).resolve(), text)
        parts, last = [], 0
        printed: str | None = None
        for block in BLOCK.finditer(text):
            if text[last : block.start()].strip():
                printed = None
            code, printed = shop.run(block, printed, page)
            parts += [text[last : block.start("code")], code, text[block.end("code") : block.end()]]
            last = block.end()
        return "".join(parts) + text[last:]


class _Workshop:
    """A folder like the project's, in which the blocks of one page run."""

    def __init__(self, folder: Path, text: str) -> None:
        self.folder = folder
        self.world: dict[str, Any] = {"__name__": "__main__"}
        own = ("src", "tests", "docs") if "new-rule" in text else ()  # what the page writes into
        for name in (".ci", "src", "tests", "docs", "fixtures", "benchmarks", "pyproject.toml", "CHANGELOG.md", "README.md"):
            if name in own:
                shutil.copytree(ROOT / name, folder / name)
            else:
                (folder / name).symlink_to(ROOT / name)
        self._tools = folder / ".tools"
        self._tools.mkdir()
        for name, module in (("visitextract", "visitextract.cli"), ("python", ""), ("pytest", "pytest -p no:cacheprovider")):
            tool = self._tools / name
            tool.write_text(f'#!/bin/sh\nexec "{sys.executable}" {f"-m {module}" if module else ""} "$@"\n')
            tool.chmod(tool.stat().st_mode | stat.S_IXUSR)
        self._samples(text)

    def _samples(self, text: str) -> None:
        """The inputs that the page speaks of."""
        contents: dict[str, str | bytes] = {
            "story.txt": _STORY,
            "today.txt": _STORY.replace("12일", "13일"),
            "story.html": _PAGE,
            "news.jsonl": _LINE,
            "my.toml": 'people = ["박서연"]\n',
            "archive/first.jsonl.gz": gzip.compress(_LINE.encode()),
        }
        for name, content in contents.items():
            if name.partition("/")[0] in text:
                path = self.folder / name
                path.parent.mkdir(exist_ok=True)
                path.write_bytes(content if isinstance(content, bytes) else content.encode())
        if "articles/" in text and "mkdir articles" not in text:
            (self.folder / "articles").symlink_to(ROOT / "fixtures/articles")
        if "dossier.json" in text and "-o dossier.json" not in text.partition("export dossier.json")[0]:
            self.shell("visitextract merge fixtures/articles/chair-dinner -o dossier.json")
        if "news/" in text and importlib.util.find_spec("pyarrow"):
            (self.folder / "news").mkdir()
            self.script(_PARQUET)

    def run(self, block: regex.Match[str], printed: str | None, page: Path) -> tuple[str, str | None]:
        """The block's content as it should be, and what it printed."""
        language, code, notes = block["language"], block["code"], block["notes"]
        if any(not _installed(need) for need in _NEEDS.findall(notes)):
            return code, None
        try:
            if language == "python":
                return code, self.python(code)
            if language == "console":
                return self.session(code), None
            if language in ("bash", "sh"):
                self.shell(_without_installing(code))
            elif language in ("json", "text") and printed:
                return printed, None
            elif record := _RECORD.search(notes):
                return self.record(record[1], record[2], int(record[3])), None
            elif language in ("json", "toml"):
                json.loads(code) if language == "json" else tomllib.loads(code)
        except Exception as error:
            raise RuntimeError(f"{page.relative_to(ROOT)}: this block does not run: {error}\n\n{code}") from error
        return code, None

    def python(self, code: str) -> str | None:
        """What a Python block prints, None where what it needs is not installed."""
        missing = [name for name in _unbound(code) if name not in self.world]
        if missing:
            given = [_PRESUMED[name] for name in missing]
            if all(not module or _found(module) for module, _ in given):
                self.script("\n".join([*(setup for _, setup in given), code]))
            return None
        out = io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.chdir(self.folder):
            exec(compile(code, "documentation", "exec"), self.world)
        return out.getvalue()

    def script(self, code: str) -> None:
        """Run Python in a process of its own, with a row of news called ``ROW``."""
        path = self.folder / "block.py"
        path.write_text(f"ROW = {_ROW!r}\n{code}", encoding="utf-8")
        self.shell("python -W ignore block.py")

    def shell(self, code: str) -> str:
        """What a shell prints for some commands, messages on standard error included."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTEST", "VISITEXTRACT"))}
        surroundings = {
            **kept,
            "PATH": f"{self._tools}{os.pathsep}{os.environ['PATH']}",
            "PYTHONPATH": str(self.folder / "src"),
            "PYTHONDONTWRITEBYTECODE": "1",
            "PYTHONIOENCODING": "utf-8",
            "COLUMNS": "100",
        }
        result = subprocess.run(
            ["bash", "-e", "-c", code],
            cwd=self.folder,
            env=surroundings,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
            encoding="utf-8",
            timeout=300,
        )
        if result.returncode:
            raise RuntimeError(f"{code}\n{result.stdout}")
        return result.stdout

    def session(self, code: str) -> str:
        """A terminal session with what its commands print today."""
        return "".join(f"$ {command}\n{self.shell(command).rstrip()}".rstrip() + "\n" for command in _commands(code))

    def record(self, arguments: str, kind: str, number: int) -> str:
        """One record of the document that a command prints, laid out as the command does."""
        return pretty(json.loads(self.shell(f"visitextract {arguments}"))[kind][number]) + "\n"


def _installed(need: str) -> bool:
    return need in _MODULES and _found(_MODULES[need]) and (need != "spark" or shutil.which("java") is not None)


def _found(module: str) -> bool:
    return importlib.util.find_spec(module.partition(".")[0]) is not None


def _without_installing(code: str) -> str:
    return "\n".join(line for line in code.splitlines() if not line.startswith(_LEFT_OUT))


def _commands(code: str) -> Iterator[str]:
    """The commands of a terminal session: lines behind ``$``, with the lines that a backslash or a here-document adds."""
    lines = iter(code.splitlines())
    for line in lines:
        if not line.startswith("$ "):
            continue
        command = line[2:]
        while command.endswith("\\"):
            command += "\n" + next(lines)
        if mark := regex.search(r"<<'(\w+)'", command):
            while not command.endswith(f"\n{mark[1]}"):
                command += "\n" + next(lines)
        yield command


def _unbound(code: str) -> list[str]:
    """The names that a block uses and neither makes nor imports."""
    nodes = list(ast.walk(ast.parse(code)))
    names = [node for node in nodes if isinstance(node, ast.Name)]
    made = {name.id for name in names if isinstance(name.ctx, ast.Store)} | set(dir(builtins)) | {"__name__"}
    for node in nodes:
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            made |= {(alias.asname or alias.name).partition(".")[0] for alias in node.names}
        elif isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            made |= {node.name} | {argument.arg for argument in getattr(getattr(node, "args", None), "args", ())}
    return list(dict.fromkeys(name.id for name in names if name.id not in made))
