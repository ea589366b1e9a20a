"""Where results go: files that appear whole or not at all, and standard output as UTF-8."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import click
import regex

from visitextract.patterns import lazily

_UNSAFE = lazily(r"[^\p{L}\p{M}\p{N}_.-]++")
_DEVICES = lazily(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)", regex.IGNORECASE)
_WIDTH = 110
_LONGEST = 180  # bytes: below what any common file system allows, with room for "-123.json"


def safe_stem(stem: str) -> str:
    """A file name without suffix for any string: no separators, no leading dot, no device name, never empty.

    >>> safe_stem("../../etc/passwd")
    'etc_passwd'
    """
    name = _UNSAFE.sub("_", stem).strip("._-")
    name = name.encode()[:_LONGEST].decode(errors="ignore") or "article"
    return f"_{name}" if _DEVICES.match(name) else name


class Folder:
    """An output folder that gives every document of a run a file name of its own."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._taken: set[str] = set()

    def free(self, stem: str) -> str:
        """A safe stem that no document of this run has yet: ``story``, then ``story-2``."""
        base = name = safe_stem(stem)
        number = 1
        while name.casefold() in self._taken:
            number += 1
            name = f"{base}-{number}"
        self._taken.add(name.casefold())
        return name

    def holds(self, name: str) -> bool:
        """Whether a file of this name is there: then it is whole."""
        return (self.path / name).is_file()

    def sweep(self) -> None:
        """Remove what a run that was killed left half written."""
        for leftover in self.path.glob(".visitextract-*.tmp"):
            leftover.unlink(missing_ok=True)

    def write(self, name: str, content: str | bytes) -> None:
        """Write a file whole: a reader, or a run that is cut off, never sees half of it."""
        self.path.mkdir(parents=True, exist_ok=True)
        temporary = self.path / f".visitextract-{os.getpid()}.tmp"
        try:
            temporary.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
            temporary.replace(self.path / name)
        finally:
            temporary.unlink(missing_ok=True)


def pretty(value: Any, indent: str = "") -> str:
    """A value as JSON that people can read: what fits on a line stands on one line.

    >>> print(pretty({"name": "홍길동", "aliases": []}))
    {"name": "홍길동", "aliases": []}
    """
    flat = json.dumps(value, ensure_ascii=False)
    if len(indent) + len(flat) <= _WIDTH or not isinstance(value, (dict, list)) or not value:
        return flat
    inner = indent + "  "
    if isinstance(value, dict):
        items = [f"{inner}{json.dumps(name)}: {pretty(item, inner)}" for name, item in value.items()]
        return "{\n" + ",\n".join(items) + f"\n{indent}}}"
    return "[\n" + ",\n".join(inner + pretty(item, inner) for item in value) + f"\n{indent}]"


def put(content: str | bytes) -> None:
    """Write to standard output, text as UTF-8, whatever the terminal's encoding is."""
    click.echo(content.encode("utf-8") if isinstance(content, str) else content, nl=False)
