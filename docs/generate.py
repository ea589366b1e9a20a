#!/usr/bin/env python3
"""Write the reference pages from the program, and the outputs that the documentation shows.

    python docs/generate.py          # every page
    python docs/generate.py rules    # the reference pages alone: quick

``rules.md``, ``cli.md``, ``schema.md`` and ``schema.json`` are written whole. In every other page all blocks are run, from top
to bottom (``docs/play.py``), and what they print is put where the page shows it. A test says when a page is not what this script
would write.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
from play import BLOCK, ROOT, played

from visitextract import json_schema
from visitextract.cli import main as command_line
from visitextract.rules import CATALOGUE, FAMILIES, rules_of
from visitextract.rules.rule import Rule

NOTE = "<!-- Written by docs/generate.py: change the program, not this page. -->\n"


TRANSLATED = {
    "README.md": "README.ko.md",
    "docs/tutorial.md": "docs/ko/tutorial.md",
    "docs/glossary.md": "docs/ko/glossary.md",
}


def generated() -> dict[Path, str]:
    """The pages that are written whole, with what should stand in them."""
    return {
        ROOT / "docs/rules.md": "".join(_rules()),
        ROOT / "docs/cli.md": "".join(_commands()),
        ROOT / "docs/schema.md": "".join(_schema(json_schema())),
        ROOT / "docs/schema.json": json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n",
    }


def written_by_hand() -> list[Path]:
    """All other pages but for translations."""
    pages = {*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")}
    return sorted(pages - set(generated()) - {ROOT / name for name in TRANSLATED.values()})


def translated(original: str, translation: Path) -> str:
    """A translation with the blocks of its original, one for one."""
    blocks = iter(BLOCK.findall(original))
    return BLOCK.sub(lambda _: next(blocks)[0], translation.read_text(encoding="utf-8"))


def _rules() -> Iterator[str]:
    yield f"# Rules\n\n{NOTE}\n"
    yield f"{len(CATALOGUE)} rules, in the order in which they are tried. What a rule is: [adding a rule](adding-a-rule.md).\n"
    for family in FAMILIES:
        yield f"\n## {family.__name__.rpartition('.')[2].capitalize()}\n\n{(family.__doc__ or '').partition(chr(10))[0]}\n"
        for rule in rules_of(family):
            yield from _rule(rule)


def _rule(rule: Rule) -> Iterator[str]:
    yield f"\n### {rule.id}\n\n{rule.means[:1].upper()}{rule.means[1:]}.\n\n"
    if rule.value:
        yield f"- value: {', '.join(f'`{name}` = `{value}`' for name, value in rule.value.items())}\n"
    for yes in rule.yes:
        yield f"- yes: {_literal(yes.text)}\n"
    for no in rule.no:
        owner = f"; see `{no.belongs_to}`" if no.belongs_to else ""
        yield f"- no: {_literal(no.text)} ({no.why}{owner})\n"


def _literal(sentence: str) -> str:
    return f"`{' '.join(sentence.split())}`" if "`" not in sentence else f"`` {sentence} ``"


def _commands() -> Iterator[str]:
    yield f"# Command line\n\n{NOTE}"
    settings: dict[str, Any] = {"terminal_width": 100, "max_content_width": 100, **command_line.context_settings}
    context = click.Context(command_line, info_name="visitextract", **settings)
    yield f"\n```text\n{command_line.get_help(context)}\n```\n"
    for name in command_line.list_commands(context):
        command = command_line.commands[name]
        own = click.Context(command, parent=context, info_name=name, **settings)
        yield f"\n## visitextract {name}\n\n```text\n{command.get_help(own)}\n```\n"


def _schema(schema: dict[str, Any]) -> Iterator[str]:
    yield f"# Schema\n\n{NOTE}\nThe shape of a document, from [schema.json](schema.json) (JSON Schema, draft 2020-12).\n"
    yield "What the fields mean: [fields](fields.md). Every field is there; *or null* says that the article may leave it open.\n"
    for name, model in {"Extraction": schema, **schema["$defs"]}.items():
        yield f"\n## {name}\n\n"
        if "enum" in model:
            yield f"One of {', '.join(f'`{value}`' for value in model['enum'])}.\n"
            continue
        yield "| field | holds |\n|---|---|\n"
        yield from (f"| `{field}` | {_shape(shape)} |\n" for field, shape in model.get("properties", {}).items())


def _shape(shape: dict[str, Any]) -> str:
    """What a field holds, in words."""
    if "anyOf" in shape:
        return " or ".join(_shape(choice) for choice in shape["anyOf"])
    if "$ref" in shape:
        name = shape["$ref"].rpartition("/")[2]
        return f"[{name}](#{name.lower()})"
    if "const" in shape:
        return f"`{shape['const']}`"
    if "enum" in shape:
        return f"one of {', '.join(f'`{value}`' for value in shape['enum'])}"
    if shape.get("type") == "array":
        return f"list of {_shape(shape['items'])}"
    kind = str(shape.get("type", "anything"))
    return "true or false" if kind == "boolean" else kind


def main(chosen: str = "") -> None:
    """Write every page that is not current; with ``rules``, only that page and the others that come from the program."""
    os.environ.pop("COLUMNS", None)
    by_hand = [] if chosen == "rules" else written_by_hand()
    contents = generated() | {page: played(page) for page in by_hand}
    for original, translation in TRANSLATED.items() if by_hand else ():
        contents[ROOT / translation] = translated(contents[ROOT / original], ROOT / translation)
    for path, content in contents.items():
        if not path.is_file() or path.read_text(encoding="utf-8") != content:
            path.write_text(content, encoding="utf-8")
            print(f"wrote {path.relative_to(ROOT)}")


if __name__ == "__main__":
    main(*sys.argv[1:])
