"""The documentation is current: every block of it runs and shows what it prints, links lead somewhere, both languages agree."""

from __future__ import annotations

import doctest
import importlib
import pkgutil
import pydoc
import shlex
from pathlib import Path

import click
import generate
import play
import pytest
import regex

import visitextract
from visitextract.cli import main

ROOT = Path(__file__).parents[1]
PAGES = generate.written_by_hand()
EVERY_PAGE = [*PAGES, *(ROOT / name for name in generate.TRANSLATED.values())]
LINK = regex.compile(r"\[[^\]]*\]\(([^)#\s]+)(#[^)\s]*)?\)")
BLOCKS = play.BLOCK
TRANSLATED = generate.TRANSLATED


def test_the_reference_pages_are_what_the_program_says() -> None:
    stale = [
        path.relative_to(ROOT).as_posix()
        for path, content in generate.generated().items()
        if not path.is_file() or path.read_text(encoding="utf-8") != content
    ]
    assert stale == [], "run: python docs/generate.py"


@pytest.mark.filterwarnings("ignore:PySpark does not yet fully support pandas:FutureWarning")  # theirs, in every call
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_block_runs_and_shows_what_it_prints(page: Path) -> None:
    assert page.read_text(encoding="utf-8") == play.played(page), "run: python docs/generate.py"


@pytest.mark.parametrize("page", EVERY_PAGE, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(page: Path) -> None:
    prose = regex.sub(r"`[^`\n]*`", "", page.read_text(encoding="utf-8"))  # a marked example is code, not a link
    targets = [target for target, _ in LINK.findall(prose) if "://" not in target]
    assert [target for target in targets if not (page.parent / target).exists()] == []


def test_both_readmes_lead_to_every_page_that_is_read_from_the_front() -> None:
    for page in [*(ROOT / "docs").glob("*.md"), *(ROOT / "docs/howto").glob("*.md")]:
        wanted = page.relative_to(ROOT).as_posix()
        for readme in ("README.md", "README.ko.md"):
            own = TRANSLATED.get(wanted, wanted) if readme == "README.ko.md" else wanted
            assert own in (ROOT / readme).read_text(encoding="utf-8"), (readme, own)


@pytest.mark.parametrize("english", TRANSLATED)
def test_a_translation_shows_the_same_as_its_original(english: str) -> None:
    original, translation = ((ROOT / name).read_text(encoding="utf-8") for name in (english, TRANSLATED[english]))
    assert BLOCKS.findall(original) == BLOCKS.findall(translation)
    for mark in ("\n# ", "\n## ", "\n- ", "\n| "):
        assert original.count(mark) == translation.count(mark), mark
    assert len(regex.findall(r"\p{Hangul}", BLOCKS.sub("", translation))) > 300


def test_the_text_that_the_readme_quotes_is_the_fixture_s() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    (quoted,) = regex.findall(r"```text\n(.*?)```", readme, regex.DOTALL)
    (fixture,) = set(regex.findall(r"fixtures/articles/[\w-]+/article.txt", readme))
    assert " ".join(quoted.split()) in " ".join((ROOT / fixture).read_text(encoding="utf-8").split())


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


def test_every_public_name_stands_on_the_api_page() -> None:
    page = (ROOT / "docs/api.md").read_text(encoding="utf-8").splitlines()
    shown = [pydoc.locate(line.removeprefix("::: ")) for line in page if line.startswith("::: ")]
    assert [name for name in visitextract.__all__ if name != "__version__" and getattr(visitextract, name) not in shown] == []
    assert None not in shown


def commands_in_help() -> list[str]:
    """Every command under *Examples* in the help of a command."""
    found = []
    for command in main.commands.values():
        examples = (command.help or "").partition("Examples:\n")[2].replace("\\\n", " ")
        found += [line.strip() for line in examples.splitlines() if "visitextract " in line]
    return found


def test_examples_in_the_help_are_commands_that_there_are() -> None:
    """Each is parsed as the shell and click would parse it; what they do, other tests say."""
    examples = commands_in_help()
    assert len(examples) > 20
    for example in examples:
        words = shlex.split(example.partition(" > ")[0].partition(" | less")[0].rpartition("visitextract ")[2])
        if words[0] == "COMMAND":
            continue
        command = main.commands[words[0]]
        with click.Context(command, info_name=words[0]) as context:
            command.parse_args(context, ["--published=2024-05-04" if word == "DATE" else word for word in words[1:]])


MODULES = [
    module.name
    for module in pkgutil.walk_packages(visitextract.__path__, "visitextract.")
    if not module.name.endswith("__main__")
]


@pytest.mark.parametrize("name", ["visitextract", *MODULES])
def test_examples_in_docstrings_hold(name: str) -> None:
    results = doctest.testmod(importlib.import_module(name))
    assert results.failed == 0
