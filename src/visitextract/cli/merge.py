"""What ``visitextract merge`` reads: articles like every command, and documents that were written before.

A ``.json`` file holds documents of ``convert`` or of ``merge``, one or several; a ``.jsonl`` file (also ``.gz``, ``.zst``) holds
one a line where its first line is one, else articles. In a folder, a ``.txt`` beside a document of its name is the text that the
document was made of, and the ``.json`` beside an ``article.txt`` are notes on it: neither is an article of its own.
"""

from __future__ import annotations

import io
import json
import os
import sys
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from visitextract.cli.batch import Batch, NothingRead
from visitextract.dossier import DOSSIER_VERSION, Dossier
from visitextract.errors import InputError
from visitextract.merge import merge
from visitextract.patterns import lazily
from visitextract.readers import LINES_SUFFIXES, STDIN, SUFFIXES, TEXT_SUFFIXES, decode, is_damage, open_lines
from visitextract.records import SCHEMA_VERSION, Extraction

_JSON = ".json"
_START = lazily(r"\S")
_NEXT = lazily(r"(?<=\n)\{")
_PEEK = 1 << 20  # bytes of a line that show whether it is a document


class Members:
    """The extractions and dossiers of a command's inputs; ``failed`` counts what could not be read.

    Where ``texts`` is given, the texts of articles are put into it by the article's id as they are read.
    """

    def __init__(self, inputs: Sequence[str], published: str | None, *, texts: dict[str, str] | None = None) -> None:
        self._texts = texts
        self._documents: list[Path] = []
        self._stdin: bytes | None = None
        articles: list[str] = []
        for name in inputs:
            if name == STDIN:
                data = sys.stdin.buffer.read() if sys.stdin else b""
                if _is_document(data):
                    self._stdin = data
                else:
                    articles.append(STDIN)
                    stdin = data
                continue
            found = self._sort(Path(name))
            articles += [name] if found is None else found
        data = b"" if self._stdin is not None or STDIN not in articles else stdin
        self._batch = Batch(articles, published, progress=True, stdin=io.BytesIO(data))

    def _sort(self, path: Path) -> list[str] | None:
        """Take the documents out of a file or folder; its articles come back, none where there is nothing of either."""
        try:
            files = sorted(_files(path)) if path.is_dir() else [path]
        except OSError:
            return None  # the batch tells it in its own words
        documents = [file for file in files if _holds_documents(file, named=file == path)]
        texts = {document.with_suffix("") for document in documents}
        chosen = set(documents)
        rest = [file for file in files if file not in chosen and file.name.lower().endswith(SUFFIXES)] if path.is_dir() else files
        self._documents += documents
        articles = [str(file) for file in rest if file not in chosen and not _is_text_of(file, texts)]
        return articles if documents or articles else None

    def dossier(self) -> Dossier:
        """One dossier of all that can be read.

        Raises:
            NothingRead: that is nothing, so that there is no dossier to write.
        """
        members = self.read()
        first = next(members, None)
        if first is None:
            raise NothingRead
        return merge(chain((first,), members))

    def read(self) -> Iterator[Extraction | Dossier]:
        """All of them; what cannot be read is told and counted."""
        for document, extraction in self._batch.results(self._batch.extract):
            if self._texts is not None:
                self._texts[extraction.article.id] = document.text
            yield extraction
        if self._stdin is not None:
            yield from self._read(self._stdin, "stdin")
        for path in self._documents:
            try:
                with open_lines(path) as stream:
                    yield from self._read(stream.read(), str(path))
            except Exception as error:
                if not isinstance(error, OSError) and not is_damage(error):
                    raise
                self._batch.fail(f"{path}: {getattr(error, 'strerror', None) or error}")

    def _read(self, data: bytes, source: str) -> Iterator[Extraction | Dossier]:
        try:
            text, _ = decode(data, source)
        except InputError as error:
            self._batch.fail(str(error))
            return
        for value, line in _values(text):
            try:
                yield _document(value, f"{source}:{line}")
            except InputError as error:
                self._batch.fail(str(error))

    def finish(self) -> None:
        """End the command, with exit code 1 when something could not be read."""
        self._batch.finish()


def _files(folder: Path) -> Iterator[Path]:
    for parent, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        own = "article.txt" in names
        for name in names:
            if not name.startswith(".") and not (own and name.lower().endswith(_JSON)):
                yield Path(parent, name)


def _holds_documents(path: Path, *, named: bool) -> bool:
    """Whether a file holds documents; one that the user named is believed to, so that it is told what is wrong with it."""
    name = path.name.lower()
    if not name.endswith((_JSON, *LINES_SUFFIXES)) or not path.is_file():
        return False
    if named and name.endswith(_JSON):
        return True
    try:
        with open_lines(path) as stream:
            return _is_document(stream.read(_PEEK))
    except Exception:  # told in full when the file is read
        return False


def _is_document(start: bytes) -> bool:
    """Whether a file that begins so holds documents and not articles: their versions stand first."""
    head = start.decode("utf-8-sig", errors="ignore").lstrip()[:200]
    return head.startswith("{") and head[1:].lstrip().startswith(('"schema_version"', '"dossier_version"'))


def _is_text_of(path: Path, documents: set[Path]) -> bool:
    return path.name.lower().endswith(TEXT_SUFFIXES) and path.with_suffix("") in documents


def _values(text: str) -> Iterator[tuple[Any, int]]:
    """JSON values one after another, each with the line that it begins on; the error of a broken one in its place.

    After a broken value the next line that begins with a brace is tried: the next document of either layout.
    """
    decoder = json.JSONDecoder()
    start = _START.search(text)
    while start is not None:
        line = text.count("\n", 0, start.start()) + 1
        try:
            value, end = decoder.raw_decode(text, start.start())
        except (ValueError, RecursionError) as error:
            yield error, line
            start = _NEXT.search(text, start.end())
            continue
        yield value, line
        start = _START.search(text, end)


def _document(value: Any, where: str) -> Extraction | Dossier:
    if isinstance(value, Exception):
        reason = f"{value.msg} at column {value.colno}" if isinstance(value, json.JSONDecodeError) else str(value)
        raise InputError(f"{where}: broken JSON: {reason}")
    kind: type[Extraction] | type[Dossier]
    if isinstance(value, dict) and "schema_version" in value:
        kind, version, own = Extraction, value["schema_version"], SCHEMA_VERSION
    elif isinstance(value, dict) and "dossier_version" in value:
        kind, version, own = Dossier, value["dossier_version"], DOSSIER_VERSION
    else:
        raise InputError(f"{where}: no document of visitextract")
    if str(version).partition(".")[0] != own.partition(".")[0]:
        raise InputError(f"{where}: a document of version {version}; this program reads version {own}")
    try:
        json.dumps(value, ensure_ascii=False).encode()
        return kind.model_validate(value)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(step) for step in first["loc"])
        raise InputError(f"{where}: not a whole document: {place + ': ' if place else ''}{first['msg']}") from error
    except UnicodeEncodeError as error:
        raise InputError(f"{where}: broken JSON: half of a surrogate pair") from error
