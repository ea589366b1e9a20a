#!/usr/bin/env python3
"""Write the reference pages from the program, and the outputs that the documentation shows.

    python docs/generate.py

``rules.md``, ``cli.md`` and ``schema.json`` are written whole. In the other pages, the block after a ``python`` block that is
fenced as ``json`` or ``text`` holds what that block prints; a ``console`` block that begins with ``$ visitextract …`` holds what
the command prints; a ``json`` block under ``<!-- visitextract … | meetings 0 -->`` holds that record of what it prints. All run
in the project's folder. A test says when a page is not what this script would write.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import regex
from click.testing import CliRunner

from visitextract import json_schema
from visitextract.cli import main as command_line
from visitextract.cli.output import pretty
from visitextract.rules import CATALOGUE, FAMILIES, rules_of
from visitextract.rules.rule import Rule

ROOT = Path(__file__).parents[1]
NOTE = "<!-- Written by docs/generate.py: change the program, not this page. -->\n"
GENERATED = ("docs/rules.md", "docs/cli.md", "docs/schema.json")
_PYTHON = regex.compile(r"(```python\n(.*?)```\n+```(?:json|text)\n)(.*?)(?=^```)", regex.DOTALL | regex.MULTILINE)
_CONSOLE = regex.compile(r"(```console\n\$ visitextract ([^\n]*)\n)(.*?)(?=^```)", regex.DOTALL | regex.MULTILINE)


_RECORD = regex.compile(r"(<!-- visitextract (.*?) \| (\w+) (\d+) -->\n```json\n)(.*?)(?=^```)", regex.DOTALL | regex.MULTILINE)


def pages() -> Iterator[tuple[Path, str]]:
    """Every page of the documentation with what should stand in it."""
    yield ROOT / "docs/rules.md", "".join(_rules())
    yield ROOT / "docs/cli.md", "".join(_commands())
    yield ROOT / "docs/schema.json", json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n"
    written = {ROOT / name for name in GENERATED}
    for page in sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")]):
        if page not in written:
            yield page, _with_outputs(page.read_text(encoding="utf-8"))


def _with_outputs(page: str) -> str:
    page = _PYTHON.sub(lambda block: block[1] + _printed(block[2]), page)
    page = _CONSOLE.sub(lambda block: block[1] + _run(block[2]), page)
    return _RECORD.sub(lambda block: block[1] + _record(block[2], block[3], int(block[4])), page)


def _record(arguments: str, kind: str, number: int) -> str:
    """One record of the document that a command prints, laid out as the command does."""
    return pretty(json.loads(_run(arguments))[kind][number]) + "\n"


def _printed(code: str) -> str:
    """What a Python block prints, in a world of its own and in the project's folder."""
    out = io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.chdir(ROOT):
        exec(compile(code, "documentation", "exec"), {})
    return out.getvalue()


def _run(arguments: str) -> str:
    with contextlib.chdir(ROOT):
        result = CliRunner().invoke(command_line, shlex.split(arguments), catch_exceptions=False)
    if result.exit_code:
        raise SystemExit(f"visitextract {arguments}: {result.stderr}")
    return result.stdout.rstrip() + "\n"


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


def main() -> None:
    """Write every page that is not current."""
    os.environ.pop("COLUMNS", None)
    for path, content in pages():
        if not path.is_file() or path.read_text(encoding="utf-8") != content:
            path.write_text(content, encoding="utf-8")
            print(f"wrote {path.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
