"""``visitextract new-rule``: a marked sentence becomes a rule in its file, which the program then reads, and a test of it."""

from __future__ import annotations

import ast
import os
import shutil
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from visitextract.cli import main
from visitextract.cli.scaffold import _draft, _home, _with_rule
from visitextract.rules import CATALOGUE
from visitextract.rules.chunk import ChunkRule
from visitextract.rules.rule import Rule

ROOT = Path(__file__).parents[1]
SECRET = (
    *("meeting.cue.secret", "--like", "meeting.cue.noun", "--means", "a secret meeting told by its own noun"),
    *("홍길동 장관은 3일 김민수 대표와 [cue:밀담]을 나눴다.", "두 사람의 [cue:밀담]이 알려졌다."),
    *("--no", "홍길동 장관은 달밀담은 그릇을 들었다.", "another word", "--no", "두 장관이 3일 회담했다.", "another noun"),
)
CHUNK = next(rule.id for rule in CATALOGUE if isinstance(rule, ChunkRule))
PLAIN = [rule for rule in CATALOGUE if not isinstance(rule, ChunkRule) and rule.compiled.groupindex]
EDGES = {rule.id.rpartition(".")[0]: rule for rule in PLAIN} | {rule.id: rule for rule in PLAIN[::9]}
"""The last rule of each group of ids, and some from their middle."""


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A copy of the parts of the checkout that a rule lives in."""
    ignore = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "src", tmp_path / "src", ignore=ignore)
    (tmp_path / "tests").mkdir()
    for name in ("tests/test_rules.py", "pyproject.toml"):
        shutil.copy(ROOT / name, tmp_path / name)
    return tmp_path


def new_rule(tree: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["new-rule", *arguments, "--tree", str(tree)])


def in_tree(tree: Path, *command: str) -> subprocess.CompletedProcess[str]:
    surroundings = {**os.environ, "PYTHONPATH": str(tree / "src"), "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run(
        [sys.executable, *command], cwd=tree, env=surroundings, capture_output=True, check=False, encoding="utf-8"
    )


def test_a_new_rule_passes_its_tests_and_finds_its_meeting(tree: Path) -> None:
    result = new_rule(tree, *SECRET)
    assert result.exit_code == 0, result.output
    assert "src/visitextract/rules/meetings/cues.py: SECRET, behind NOUN" in result.output
    assert "to mend" not in result.output
    chosen = "meeting.cue.secret or test_meeting_cue_secret"
    tested = in_tree(tree, "-m", "pytest", "-p", "no:cacheprovider", "tests/test_rules.py", "tests/rules", "-k", chosen)
    assert tested.returncode == 0, tested.stdout
    assert "failed" not in tested.stdout
    listed = in_tree(tree, "-m", "visitextract.cli", "rules").stdout.splitlines()
    ids = [line.partition("\t")[0] for line in listed]
    assert ids.index("meeting.cue.secret") == ids.index("meeting.cue.noun") + 1


def test_what_is_still_missing_is_said(tree: Path) -> None:
    result = new_rule(tree, *SECRET[:6])
    assert "to mend: meeting.cue.secret: 1 positive and 0 negative examples" in result.output


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("meeting.cue.noun", *SECRET[1:]), "a new id"),
        (("Secret", *SECRET[1:]), "a new id"),
        (("meeting.cue.call", *SECRET[1:]), "a new id"),
        (("meeting.other.noun", *SECRET[1:]), "has a NOUN already"),
        ((SECRET[0], "--like", "meeting.cue.nuon", *SECRET[3:]), "no rule 'meeting.cue.nuon'"),
        ((SECRET[0], "--like", CHUNK, *SECRET[3:]), "by hand"),
        ((*SECRET[:5], "두 사람의 밀담이 알려졌다."), "meeting.cue.noun has cue"),
        ((*SECRET[:5], "두 사람의 [verb:밀담]이 알려졌다."), "meeting.cue.noun has cue"),
    ],
)
def test_a_mistake_is_told_and_writes_nothing(tree: Path, arguments: tuple[str, ...], message: str) -> None:
    before = {path: path.read_bytes() for path in tree.rglob("*") if path.is_file()}
    result = new_rule(tree, *arguments)
    assert result.exit_code == 2
    assert message in result.output
    assert before == {path: path.read_bytes() for path in tree.rglob("*") if path.is_file()}


def test_a_folder_that_is_no_checkout_is_told(tmp_path: Path) -> None:
    result = new_rule(tmp_path, *SECRET)
    assert result.exit_code == 2
    assert "no checkout of visitextract" in result.output


@pytest.mark.parametrize("model", EDGES.values(), ids=lambda rule: rule.id)
def test_behind_any_rule_the_file_stays_whole(model: Rule) -> None:
    group = min(model.compiled.groupindex)
    rule = _draft("new.rule.brand", (f"어제 [{group}:밀담]이 있었다.",), "new", (('그는 "밀\\담"이라 했다.', "why"),), model)
    try:
        home = _home(model, ROOT)
    except click.UsageError as error:
        pytest.skip(str(error))
    body = ast.parse(_with_rule(home, "BRAND", rule)).body
    defined = [ast.unparse(node.targets[0]) for node in body if isinstance(node, ast.Assign)]
    assert defined[defined.index(home.constant) + 1] == "BRAND"
    tuples = [ast.unparse(node.value) for node in body if isinstance(node, (ast.Assign, ast.AnnAssign)) and node.value]
    assert any(f"{home.constant}, BRAND" in written for written in tuples) == (home.listed is not None)
