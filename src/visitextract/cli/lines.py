"""A JSON lines file that a run writes article by article, and that a later run may take up where that one was cut off.

While a run is under way its lines stand in ``NAME.part``; the file gets its own name when it is complete, so that what has that
name is never half of something. Every record that has been written survives a kill: plain files get each line at once, packed
files (``.gz``, ``.zst``) a closed member of its own for every few articles. What the cut left half written at the end is taken
off before going on. Only one run at a time writes a file.
"""

from __future__ import annotations

import gzip
import json
import os
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO, Self

import click

from visitextract.cli.output import claim, named
from visitextract.errors import InputError
from visitextract.readers import LINES_SUFFIXES, zstd

_PACKED = 64  # articles in one member of a packed file: what a kill can cost, against how well it packs
_READ = 1 << 20


class Lines:
    """The file of one run; a context, left without an error when the file is complete."""

    def __init__(self, path: Path, *, resume: bool = False) -> None:
        if not path.name.lower().endswith(LINES_SUFFIXES):
            suffixes = ", ".join(LINES_SUFFIXES)
            told = f"the name of a JSON lines file ends with {suffixes}; for one .json file an article use --out-dir"
            raise click.UsageError(f"{path}: {told}")
        if path.suffix.lower() == ".zst":
            _check_zstd()
        self.path = path.resolve() if path.is_symlink() else path
        self.part = self.path.with_name(f"{self.path.name}.part")
        self._kind = path.suffix.lower()
        self._waiting: list[bytes] = []
        self._done: Counter[str] = Counter()
        self._earlier: tuple[int, int] | None = None  # of the complete file that is added to: bytes to keep, bytes there
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self._stream = _opened(self.part)
        try:
            self._begin(resume)
        except BaseException:
            self._stream.close()
            raise

    def _begin(self, resume: bool) -> None:
        whole = 0
        if resume and self.part.stat().st_size and not _begins(self.path, self.part):
            whole = self._take_up(self.part)
        elif resume and self.path.exists():
            self._earlier = self._take_up(self.path), self.path.stat().st_size
        self._stream.truncate(whole)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        try:
            if kind is None:
                self._complete()
            else:
                with suppress(OSError):
                    self.flush()
        finally:
            self._stream.close()

    def take(self, name: str) -> bool:
        """Whether an earlier run has written a record with this article id; each record answers for one article."""
        if not self._done[name]:
            return False
        self._done[name] -= 1
        return True

    def write(self, line: str) -> None:
        """Add one record."""
        self._waiting.append(line.encode("utf-8"))
        if self._kind == ".jsonl" or len(self._waiting) >= _PACKED:
            self.flush()

    def flush(self) -> None:
        """Bring what waits to be packed into the file."""
        if self._waiting:
            content, self._waiting = b"".join(self._waiting), []  # at once: an interruption must not write them twice
            with named(self.part):
                self._bring_earlier()
                self._append(content if self._kind == ".jsonl" else self._module().compress(content))

    def _append(self, content: bytes) -> None:
        rest = memoryview(content)
        while rest:
            rest = rest[self._stream.write(rest) :]

    def _complete(self) -> None:
        self.flush()
        if self._earlier and self._earlier[0] == self._earlier[1]:  # nothing was added, and nothing had to be taken off
            self.part.unlink()
            return
        with named(self.path):
            self._bring_earlier()
            self.part.replace(self.path)

    def _bring_earlier(self) -> None:
        """Begin with what a complete run wrote, when there is something to add to it."""
        if self._earlier:
            with self.path.open("rb") as stream:
                while piece := stream.read(_READ):
                    self._append(piece)
            self._stream.truncate(self._earlier[0])
            self._earlier = None

    def _module(self) -> Any:
        return gzip if self._kind == ".gz" else zstd()

    def _take_up(self, path: Path) -> int:
        """Count what is done; how many bytes of the file are whole."""
        whole = 0
        with path.open("rb") as stream:
            for end, lines in self._pieces(stream):
                if not lines.endswith(b"\n"):
                    break
                for line in lines.splitlines():
                    self._done[self._id(line)] += 1
                whole = end
        return whole

    def _pieces(self, stream: BinaryIO) -> Iterator[tuple[int, bytes]]:
        """Lines, or whole members unpacked, each with the offset in the file at which it ends."""
        if self._kind != ".jsonl":
            start: Callable[[], Any] = _gzip_member if self._kind == ".gz" else zstd().ZstdDecompressor
            yield from _members(stream, start)
            return
        end = 0
        for line in stream:
            end += len(line)
            yield end, line

    def _id(self, line: bytes) -> str:
        try:
            return str(json.loads(line)["article"]["id"])
        except (ValueError, KeyError, TypeError) as error:
            raise click.ClickException(f"{self.path}: holds a line that is no record; --resume cannot go on from it") from error


def _check_zstd() -> None:
    """Before any work is done: whether something is installed that packs with Zstandard."""
    try:
        zstd()
    except InputError as error:
        raise click.ClickException(str(error)) from error


def _opened(part: Path) -> BinaryIO:
    """The file that lines are added to, for this run alone."""
    while True:
        stream = part.open("ab", buffering=0)
        claim(stream.fileno(), part)
        with suppress(FileNotFoundError):
            if os.path.samestat(os.fstat(stream.fileno()), part.stat()):
                return stream
        stream.close()  # another run completed it between the two


def _begins(path: Path, part: Path) -> bool:
    """Whether a complete file begins with all that is in ``part``: then that was only a copy of it under way."""
    if not path.exists():
        return False
    with path.open("rb") as one, part.open("rb") as other:
        while piece := other.read(_READ):
            if one.read(len(piece)) != piece:
                return False
    return True


def _gzip_member() -> Any:
    return zlib.decompressobj(wbits=zlib.MAX_WBITS | 16)


def _members(stream: BinaryIO, start: Callable[[], Any]) -> Iterator[tuple[int, bytes]]:
    """The members of a packed file that are whole."""
    end, rest = 0, b""
    while rest or (rest := stream.read(_READ)):
        unpack, content, size = start(), b"", 0
        try:
            while not unpack.eof and (rest or (rest := stream.read(_READ))):
                content += unpack.decompress(rest)
                size, rest = size + len(rest), b""
        except Exception as error:  # zlib.error, or the ZstdError of a module that may not be installed
            raise click.ClickException(f"the packed file is damaged after {end} bytes: {error}") from error
        if not unpack.eof:
            return
        rest = unpack.unused_data
        end += size - len(rest)
        yield end, content
