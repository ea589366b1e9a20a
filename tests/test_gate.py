"""The quality gate itself: when a rule is broken, the score of the fixtures falls below its floor and the tests fail."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
GATE = "tests/test_fixtures.py::test_scores_stay_above_the_floor"


def gate(tree: Path) -> subprocess.CompletedProcess[str]:
    surroundings = {**os.environ, "PYTHONPATH": str(tree / "src"), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", GATE]
    return subprocess.run(command, cwd=tree, env=surroundings, capture_output=True, check=False, encoding="utf-8")


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A copy of the project, without what the score does not need."""
    ignore = shutil.ignore_patterns("__pycache__")
    for name in ("src", "fixtures"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=ignore)
    (tmp_path / "tests").mkdir()
    for name in ("pyproject.toml", "tests/test_fixtures.py", "tests/fixture_articles.py", "tests/scoring.py"):
        shutil.copy(ROOT / name, tmp_path / name)
    return tmp_path


@pytest.mark.parametrize(
    ("file", "before", "after"),
    [
        ("rules/meetings/cues.py", "RULES = (VERB, NOUN, ", "RULES = (VERB, "),
        ("rules/times/days.py", "\nFORMS = (", "\nFORMS = () and ("),
        ("statements/__init__.py", "\n    return ", "\n    return () and "),
    ],
    ids=["no meeting nouns", "no days", "no statements"],
)
def test_a_broken_rule_fails_the_gate(tree: Path, file: str, before: str, after: str) -> None:
    path = tree / "src/visitextract" / file
    content = path.read_text(encoding="utf-8")
    assert before in content
    path.write_text(content.replace(before, after), encoding="utf-8")
    result = gate(tree)
    assert result.returncode == 1, result.stdout
    assert "the fixtures fell below" in result.stdout


def test_the_program_as_it_is_passes_the_gate(tree: Path) -> None:
    result = gate(tree)
    assert result.returncode == 0, result.stdout
