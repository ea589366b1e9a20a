"""A JSON lines file that a run adds to, article by article, and that a later run may take up where that one was cut off.

Every record that has been written survives a kill: plain files get each line at once, packed files (``.gz``, ``.zst``) a
closed member of its own for every few articles. What the cut left half written at the end is taken off before going on.
"""

from __future__ import annotations

import gzip
import json
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, BinaryIO

import click

from visitextract.readers import LINES_SUFFIXES, zstd

_PACKED = 64  # articles in one member of a packed file: what a kill can cost, against how well it packs
_READ = 1 << 20


class Lines:
    """The file of one run."""

    def __init__(self, path: Path, *, resume: bool = False) -> None:
        if not path.name.lower().endswith(LINES_SUFFIXES):
            raise click.UsageError(f"{path}: the name of a JSON lines file ends with {', '.join(LINES_SUFFIXES)}")
        self.path = path
        self._kind = path.suffix.lower()
        self._waiting: list[bytes] = []
        self._done: Counter[str] = Counter()
        path.parent.mkdir(parents=True, exist_ok=True)
        if resume and path.exists():
            self._take_up()
        self._stream: BinaryIO = path.open("ab" if resume else "wb", buffering=0)

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
            content = b"".join(self._waiting)
            packed = memoryview(content if self._kind == ".jsonl" else self._module().compress(content))
            while packed:
                packed = packed[self._stream.write(packed) :]
            self._waiting.clear()

    def close(self) -> None:
        """End the file."""
        self.flush()
        self._stream.close()

    def _module(self) -> Any:
        return gzip if self._kind == ".gz" else zstd()

    def _take_up(self) -> None:
        """Count what is done, and take off what was cut short."""
        whole = 0
        with self.path.open("rb") as stream:
            for end, lines in self._pieces(stream):
                if not lines.endswith(b"\n"):
                    break
                for line in lines.splitlines():
                    self._done[self._id(line)] += 1
                whole = end
        with self.path.open("r+b") as stream:
            stream.truncate(whole)

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
