"""The documentation as a site: every page has its place, links lead to pages of the site, and the strict build finds no fault."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import pytest
import regex
import site_pages

ROOT = Path(__file__).parents[1]
CONFIG = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
OF_THE_SITE = [page.relative_to(ROOT / "docs").as_posix() for page in sorted((ROOT / "docs").rglob("*.md"))]


@pytest.mark.parametrize("page", [*OF_THE_SITE, *site_pages.PAGES.values()])
def test_every_page_has_one_place_in_the_navigation(page: str) -> None:
    places = regex.findall(rf"^ +- [^:\n]+: {regex.escape(page)}$", CONFIG, regex.MULTILINE)
    assert len(places) == 1


def test_the_navigation_names_no_other_page() -> None:
    named = regex.findall(r": (\S+\.md)$", CONFIG, regex.MULTILINE)
    assert set(named) == {*OF_THE_SITE, *site_pages.PAGES.values()}


@pytest.mark.parametrize(
    ("page", "link", "on_the_site"),
    [
        ("index.md", "[a](docs/fields.md)", "[a](fields.md)"),
        ("index.md", "[a](docs/howto/folder.md#x)", "[a](howto/folder.md#x)"),
        ("ko/index.md", "[a](docs/fields.md)", "[a](../fields.md)"),
        ("ko/index.md", "[a](README.md)", "[a](../index.md)"),
        ("howto/folder.md", "[a](../../CHANGELOG.md)", "[a](../changelog.md)"),
        ("fields.md", "[a](schema.json)", "[a](schema.json)"),
        ("fields.md", "[a](../src/visitextract/records.py)", "a"),
        ("fields.md", "[a](https://example.org/b.md)", "[a](https://example.org/b.md)"),
        ("fields.md", "`[a](../CHANGELOG.md)`", "`[a](../CHANGELOG.md)`"),
        ("report.md", "![a](img/report-light.png)", "![a](img/report-light.png)"),
    ],
)
def test_a_link_leads_where_the_page_stands_on_the_site(page: str, link: str, on_the_site: str) -> None:
    assert site_pages.linked(link, page) == on_the_site


@pytest.mark.skipif(not importlib.util.find_spec("mkdocs"), reason="MkDocs is not installed: pip install '.[docs]'")
def test_the_strict_build_finds_no_fault(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(tmp_path)]
    surroundings = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(ROOT / "src")}
    result = subprocess.run(command, cwd=ROOT, env=surroundings, capture_output=True, check=False, encoding="utf-8")
    assert result.returncode == 0, result.stderr
    assert not regex.search(r"WARNING|ERROR", result.stderr), result.stderr
    assert "마크 저커버그" in (tmp_path / "ko/index.html").read_text(encoding="utf-8")
    assert "Every date, clock time, period and duration" in (tmp_path / "api/index.html").read_text(encoding="utf-8")
