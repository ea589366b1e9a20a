"""The layout of ``docs/architecture.md``, read from the imports: one straight line, siblings apart, one place that prints."""

from __future__ import annotations

import ast
import builtins
from collections.abc import Iterator
from pathlib import Path

import pytest
import regex

import visitextract

PACKAGE = Path(visitextract.__file__).parent
DOCUMENT = Path(__file__).parents[1] / "docs" / "architecture.md"
MODULES = sorted(PACKAGE.rglob("*.py"))
FORBIDDEN = {"utils", "util", "helpers", "helper", "core", "common", "misc", "manager", "base"}
SIBLINGS = {"meetings", "visits", "statements"}


def order() -> list[set[str]]:
    """The layers as ``docs/architecture.md`` lists them, from the bottom: names on one line are siblings."""
    block = DOCUMENT.read_text(encoding="utf-8").partition("<!-- layers -->")[2].partition("```text\n")[2].partition("```")[0]
    return [set(line.partition("#")[0].split()) for line in block.splitlines() if line.partition("#")[0].strip()]


def name_of(path: Path) -> str:
    """``meetings`` for ``meetings.py`` and for every file of a package ``meetings/``."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports(path: Path) -> Iterator[str]:
    """The modules of this package that a file imports, by their name in the layers."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = []
        if isinstance(node, ast.ImportFrom) and node.module:
            names = [f"{node.module}.{alias.name}" if node.module == "visitextract" else node.module for alias in node.names]
            assert node.level == 0, f"{path}: a relative import"
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        for name in names:
            parts = name.split(".")
            if parts[0] == "visitextract" and len(parts) > 1 and parts[1].islower():
                yield parts[1]


def test_the_document_lists_every_module_once() -> None:
    listed = [name for layer in order() for name in layer]
    assert len(listed) == len(set(listed))
    assert set(listed) == {name_of(path) for path in MODULES} - {"__init__"}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_a_module_imports_only_from_above_it(path: Path) -> None:
    own = name_of(path)
    if own == "__init__":
        pytest.skip("the public names come from everywhere")
    level = {name: number for number, layer in enumerate(order()) for name in layer}
    for name in set(imports(path)) - {own}:
        if name.startswith("_") and name.endswith("_"):
            continue
        assert level[name] < level[own], f"{own} imports {name}, which stands beside or below it"


def test_siblings_stand_on_one_line() -> None:
    assert any(layer >= SIBLINGS for layer in order())


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_only_the_command_line_prints_exits_or_reads_the_surroundings(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    called = {ast.unparse(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}
    imported = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    imported |= {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    if name_of(path) != "cli":
        assert not called & {"print", "input", "exit", "quit", "sys.exit", "os._exit"}
        assert not imported & {"sys", "click", "tqdm", "logging"}
    if name_of(path) not in {"cli", "readers"}:
        imported -= {"time"} if name_of(path) in {"pipeline", "batch"} else set()  # the clock of their limits
        assert not imported & {"os", "time", "random", "socket", "subprocess", "requests", "urllib.request"}
        assert not any(regex.search(r"\b(now|today|utcnow|getenv)$", name) for name in called)
        readers = {"open", "io.open"} | {name for name in called if name.endswith((".read_text", ".read_bytes", ".open"))}
        assert name_of(path) == "lexicon" or not called & readers


def test_no_module_is_a_drawer_for_odds_and_ends() -> None:
    names = {part.removesuffix(".py") for path in MODULES for part in path.relative_to(PACKAGE).parts}
    assert not names & FORBIDDEN
    assert not names & (set(dir(builtins)) - {"__init__"})


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_a_module_says_what_it_is_and_stays_short(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert source.count("\n") <= 400
    assert not source or ast.get_docstring(ast.parse(source))


def test_a_function_stays_short() -> None:
    """40 lines of code; a docstring is not counted, because it saves the reader some."""
    long = set()
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
                first = node.body[0]
                told = (first.end_lineno or 0) - first.lineno + 1 if ast.get_docstring(node) else 0
                if (node.end_lineno or 0) - node.lineno + 1 - told > 40:
                    long.add(f"{path.relative_to(PACKAGE).as_posix()}:{node.name}")
    assert long == set()


@pytest.mark.parametrize("path", [path for path in MODULES if "rules" in path.parts], ids=lambda path: path.stem)
def test_a_rule_file_defines_no_classes_and_reads_no_article(path: Path) -> None:
    if path.stem in ("rule", "chunk"):
        pytest.skip("says what a rule is")
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert not any(isinstance(node, ast.ClassDef) for node in ast.walk(tree))
    assert set(imports(path)) <= {"rules", "korean", "lexicon", "patterns"}


def test_word_lists_are_no_part_of_the_code() -> None:
    """A set or tuple of many Korean words belongs into ``lexicon/``, but for the pieces of made-up texts."""
    hangul = regex.compile(r"\p{Hangul}")
    lists = []
    for path in set(MODULES) - {PACKAGE / "testing.py"}:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, (ast.Set, ast.List, ast.Tuple)):
                words = [
                    e.value
                    for e in node.elts
                    if isinstance(e, ast.Constant) and isinstance(e.value, str) and hangul.search(e.value)
                ]
                if len(words) > 20:
                    lists.append(f"{path.name}:{node.lineno}: {len(words)} words")
    assert lists == []
