"""Where results go: files that appear whole or not at all, and standard output as UTF-8."""

from __future__ import annotations

import importlib
import json
import os
import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import click
import regex

from visitextract.errors import VisitextractError
from visitextract.export.story import library
from visitextract.patterns import lazily

_UNSAFE = lazily(r"[^\p{L}\p{M}\p{N}_.-]++")
_DEVICES = lazily(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)", regex.IGNORECASE)
_WIDTH = 110
_LEFT_BEHIND = 60.0  # seconds: a file is written in far less
_PATIENCE = 2.0  # seconds: how long the workers of a run that was killed may hold on to what it wrote
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

    @contextmanager
    def claimed(self) -> Iterator[None]:
        """This run alone writes here, until the context is left."""
        self.path.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(self.path, os.O_RDONLY) if os.name == "posix" else None
        try:
            if descriptor is not None:
                claim(descriptor, self.path)
            yield
        finally:
            if descriptor is not None:
                os.close(descriptor)

    def holds(self, name: str) -> bool:
        """Whether a file of this name is there: then it is whole."""
        return (self.path / name).is_file()

    def sweep(self) -> None:
        """Remove what a run that was killed left half written; what is younger may be another command's, just being written."""
        for leftover in self.path.glob(".visitextract-*.tmp"):
            with suppress(FileNotFoundError):
                if time.time() - leftover.stat().st_mtime > _LEFT_BEHIND:
                    leftover.unlink()

    def write(self, name: str, content: str | bytes) -> None:
        """Write a file whole: a reader, or a run that is cut off, never sees half of it."""
        self.path.mkdir(parents=True, exist_ok=True)
        # a name that nobody can foresee, and never a file or link that is there already ("x")
        temporary = self.path / f".visitextract-{os.getpid()}-{secrets.token_hex(8)}.tmp"
        try:
            with named(self.path / name):
                with temporary.open("xb") as stream:
                    stream.write(content.encode("utf-8") if isinstance(content, str) else content)
                temporary.replace(self.path / name)
        finally:
            temporary.unlink(missing_ok=True)


def save(path: Path, content: str | bytes) -> None:
    """Write the file that the user named, whole or not at all; a pipe or device (``/dev/stdout``) is written to as it is."""
    if path.exists() and not path.is_file() and not path.is_dir():
        path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
        return
    target = path.resolve() if path.is_symlink() else path  # a link of the user's own stays one
    Folder(target.parent).write(target.name, content)


def claim(descriptor: int, place: Path) -> None:
    """Keep other runs from writing to an open file or folder, until it is closed; without effect on Windows.

    Raises:
        click.ClickException: another run is writing to it.
    """
    if os.name != "posix":
        return
    fcntl = importlib.import_module("fcntl")
    patience = time.monotonic() + _PATIENCE
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            if time.monotonic() > patience:
                raise NotWritten(f"{place}: another run is writing to it") from error
            time.sleep(0.05)
        except OSError:  # a file system that knows no locks
            return
        else:
            return


class NotWritten(click.ClickException):
    """Results that could not be written; ends the command with an exit code of its own."""

    exit_code = 3


def check_extra(module: str, extra: str) -> None:
    """Before any work is done: whether the library that an output needs is there.

    Raises:
        click.ClickException: it is not installed; the message says how to install it.
    """
    try:
        library(module, extra)
    except VisitextractError as error:
        raise click.ClickException(str(error)) from error


@contextmanager
def named(path: Path) -> Iterator[None]:
    """Tell of which file it was that something went wrong, which the system says only of some errors."""
    try:
        yield
    except OSError as error:
        raise NotWritten(f"{path}: {error.strerror or error}") from error


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
