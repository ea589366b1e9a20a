"""What is built: the same bytes from the same tree, the data and nothing else, a version that the changelog knows."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Mapping
from email import message_from_string
from pathlib import Path

import pytest
import regex

import visitextract
from visitextract.records import SCHEMA_VERSION

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src/visitextract"
CHANGELOG = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def build(folder: Path) -> dict[str, Path]:
    """The wheel and the source distribution, built without a network into a folder."""
    surroundings = {**os.environ, "SOURCE_DATE_EPOCH": "1700000000"}
    command = [sys.executable, "-m", "hatchling", "build", "-t", "sdist", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, env=surroundings, check=True, capture_output=True)
    return {path.suffix: path for path in folder.iterdir()}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    return build(tmp_path_factory.mktemp("dist"))


def test_the_same_tree_builds_the_same_bytes(built: Mapping[str, Path], tmp_path: Path) -> None:
    again = build(tmp_path)
    assert {path.name: path.read_bytes() for path in built.values()} == {path.name: path.read_bytes() for path in again.values()}


def test_the_wheel_holds_the_package_with_its_data_and_nothing_else(built: Mapping[str, Path]) -> None:
    with zipfile.ZipFile(built[".whl"]) as wheel:
        names = {name for name in wheel.namelist() if ".dist-info/" not in name}
    own = {
        f"visitextract/{path.relative_to(PACKAGE).as_posix()}"
        for path in PACKAGE.rglob("*")
        if path.is_file() and path.suffix != ".pyc" and not any(part.startswith(".") for part in path.relative_to(PACKAGE).parts)
    }
    assert names == own
    assert {"visitextract/py.typed", "visitextract/lexicon/titles.tsv", "visitextract/export/html/templates/page.html"} <= names


def test_the_source_distribution_holds_what_its_tests_need(built: Mapping[str, Path]) -> None:
    with tarfile.open(built[".gz"]) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    for wanted in (
        "tests/test_packaging.py",
        "fixtures/articles/chair-dinner/article.txt",
        "docs/generate.py",
        "docs/howto/folder.md",
    ):
        assert wanted in names
    assert {"README.md", "README.ko.md", "CHANGELOG.md", "LICENSE", "mkdocs.yml", ".ci/run", "justfile"} <= names
    assert not [name for name in names if regex.search(r"\.pyc$|__pycache__|\.venv|/out/|\.git/", name)]


def test_the_metadata_says_what_it_is(built: Mapping[str, Path]) -> None:
    with zipfile.ZipFile(built[".whl"]) as wheel:
        (name,) = [name for name in wheel.namelist() if name.endswith("/METADATA")]
        metadata = message_from_string(wheel.read(name).decode("utf-8"))
    assert metadata["Version"] == visitextract.__version__
    assert metadata["License-Expression"] == "Apache-2.0"
    assert metadata["Requires-Python"] == ">=3.11"
    assert metadata["Description-Content-Type"] == "text/markdown"
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    extras = set(metadata.get_all("Provides-Extra") or [])
    assert {extra for extra in extras if f"`{extra}`" not in readme} == set()


def test_every_extra_that_a_page_installs_exists(built: Mapping[str, Path]) -> None:
    with zipfile.ZipFile(built[".whl"]) as wheel:
        (name,) = [name for name in wheel.namelist() if name.endswith("/METADATA")]
        extras = set(message_from_string(wheel.read(name).decode("utf-8")).get_all("Provides-Extra") or [])
    pages = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *PACKAGE.rglob("*.py")]
    named = {
        extra.strip()
        for page in pages
        for found in regex.findall(r"(?:visitextract|\.)\[([a-z, ]+)\]'", page.read_text(encoding="utf-8"))
        for extra in found.split(",")
    }
    assert named - extras == set()
    assert named >= {"html", "report", "spark"}


def test_importing_it_warns_of_nothing() -> None:
    code = "import visitextract, visitextract.cli, visitextract.export, visitextract.explain; visitextract.extract('…')"
    result = subprocess.run([sys.executable, "-W", "error", "-c", code], capture_output=True, check=False, encoding="utf-8")
    assert (result.returncode, result.stdout, result.stderr) == (0, "", "")


def test_version_and_changelog_are_in_step() -> None:
    sections = regex.findall(r"^## \[([^\]]+)\](?: - (\d{4}-\d\d-\d\d))?", CHANGELOG, regex.MULTILINE)
    released = [(version, day) for version, day in sections if version != "Unreleased"]
    assert [version for version, _ in sections[1:]].count("Unreleased") == 0, "what is not released stands on top"
    assert all(day for _, day in released), "a release has its day"
    newest = released[0][0] if released else "0.1.0"  # before the first release
    assert visitextract.__version__ == newest
    assert "### Extraction" in CHANGELOG
    assert f"JSON Schema, version {SCHEMA_VERSION}" in CHANGELOG
