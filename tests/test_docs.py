"""The documentation is current: generated pages, shown outputs, links, docstring examples, the same in both languages."""

from __future__ import annotations

import doctest
import importlib
import importlib.util
import pkgutil
from pathlib import Path
from types import ModuleType

import pytest
import regex

import visitextract

ROOT = Path(__file__).parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])
LINK = regex.compile(r"\[[^\]]*\]\(([^)#\s]+)(#[^)\s]*)?\)")


def generator() -> ModuleType:
    spec = importlib.util.spec_from_file_location("generate", ROOT / "docs/generate.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_page_is_what_the_program_says() -> None:
    stale = [
        path.relative_to(ROOT).as_posix()
        for path, content in generator().pages()
        if not path.is_file() or path.read_text(encoding="utf-8") != content
    ]
    assert stale == [], "run: python docs/generate.py"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    prose = regex.sub(r"`[^`\n]*`", "", page.read_text(encoding="utf-8"))  # a marked example is code, not a link
    targets = [target for target, _ in LINK.findall(prose) if "://" not in target]
    assert [target for target in targets if not (page.parent / target).exists()] == []


@pytest.mark.parametrize("page", sorted((ROOT / "docs").glob("*.md")), ids=lambda page: page.name)
def test_every_page_can_be_reached_from_the_readme(page: Path) -> None:
    pattern = f"docs/{page.name}"
    assert pattern in (ROOT / "README.md").read_text(encoding="utf-8")
    assert pattern in (ROOT / "README.ko.md").read_text(encoding="utf-8")


def test_both_readmes_show_the_same_commands_and_examples() -> None:
    english, korean = ((ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "README.ko.md"))
    blocks = regex.compile(r"^```(\w+)\n(.*?)^```", regex.DOTALL | regex.MULTILINE)
    assert blocks.findall(english) == blocks.findall(korean)
    assert english.count("\n## ") == korean.count("\n## ")


def test_the_text_that_the_readme_quotes_is_the_fixture_s() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    (quoted,) = regex.findall(r"```text\n(.*?)```", readme, regex.DOTALL)
    (fixture,) = set(regex.findall(r"fixtures/articles/[\w-]+/article.txt", readme))
    assert " ".join(quoted.split()) in " ".join((ROOT / fixture).read_text(encoding="utf-8").split())


def test_the_changelog_tells_of_this_version() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert regex.search(rf"^## \[(?:{regex.escape(visitextract.__version__)}|Unreleased)\]", changelog, regex.MULTILINE)
    assert "### Extraction" in changelog


def test_every_field_of_the_records_is_explained() -> None:
    page = (ROOT / "docs/fields.md").read_text(encoding="utf-8")
    schema = visitextract.json_schema()
    models = {"Extraction": schema, **schema["$defs"]}
    missing = [
        f"{model}.{name}"
        for model, definition in models.items()
        for name in definition.get("properties", {})
        if f"`{name}`" not in page
    ]
    values = [value for definition in models.values() for value in definition.get("enum", []) if f"`{value}`" not in page]
    assert missing + values == []


MODULES = [
    module.name
    for module in pkgutil.walk_packages(visitextract.__path__, "visitextract.")
    if not module.name.endswith("__main__")
]


@pytest.mark.parametrize("name", ["visitextract", *MODULES])
def test_examples_in_docstrings_hold(name: str) -> None:
    results = doctest.testmod(importlib.import_module(name))
    assert results.failed == 0
