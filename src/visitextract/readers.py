"""Files, folders and standard input → the documents they hold; an input that cannot be read becomes an error, not an end.

What is read: ``.txt``, ``.md`` and names without a suffix (one article each), ``.html`` and ``.htm`` (the article is taken out
of the page, also where such a file is called ``.txt``; needs the extra ``html``), ``.jsonl``, ``.jsonl.gz`` and ``.jsonl.zst``
(one article a line, in the field ``text``, with optional ``id``, ``title``, ``published``, ``url`` and ``outlet``; ``.zst``
needs the extra ``zstd``). A folder is searched for such files; beside an ``article.txt`` there may be a ``meta.json`` with the
same optional fields.

Encodings: UTF-8 and UTF-16, with or without a byte order mark, else CP949 (EUC-KR). Text is decoded and not changed:
line ends stay as they are.
"""

from __future__ import annotations

import gzip
import importlib
import io
import json
import os
import re
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, BinaryIO, cast

import regex
from charset_normalizer import from_bytes

from visitextract.errors import InputError, NotKoreanError
from visitextract.patterns import lazily
from visitextract.pipeline import published_text

TEXT_SUFFIXES = (".txt", ".md")
HTML_SUFFIXES = (".html", ".htm")
LINES_SUFFIXES = (".jsonl", ".jsonl.gz", ".jsonl.zst")
SUFFIXES = (*TEXT_SUFFIXES, *HTML_SUFFIXES, *LINES_SUFFIXES)
STDIN = "-"

_DOCUMENTS_ELSEWHERE = "; documents that convert wrote are read by merge and export"
_FIELDS = ("id", "title", "published", "url", "outlet")
_HANGUL = lazily(r"\p{Hangul}")
_LINES_BEGIN = re.compile(rb"(?:\xef\xbb\xbf)?\s*\{|\xff\xfe(?:\s\0)*\{\0|\xfe\xff(?:\0\s)*\0\{")
_PAGE = lazily(r"\s*+<(?:!doctype html|html\b)", regex.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Document:
    """One article as an input holds it.

    ``file`` is its path (``stdin`` for standard input), ``line`` the line of a JSON lines file; ``stem`` is what an output
    file may be called after. ``encoding`` is the one the file was read with. ``extracted`` is true where ``text`` was taken
    out of an HTML page, so that offsets count in ``text`` and not in the file.
    """

    text: str
    file: str
    stem: str
    line: int | None = None
    id: str | None = None
    title: str | None = None
    published: str | None = None
    url: str | None = None
    outlet: str | None = None
    encoding: str = "utf-8"
    extracted: bool = False

    @property
    def source(self) -> str:
        """File and line, for people: ``news.jsonl:12``."""
        return self.file if self.line is None else f"{self.file}:{self.line}"


def read_documents(inputs: Iterable[str], stdin: BinaryIO) -> Iterator[Document | InputError]:
    """Every article of the inputs in order, and for everything that cannot be read an ``InputError`` in its place.

    Args:
        inputs: paths of files and folders, or ``-`` for ``stdin``.
        stdin: where ``-`` reads bytes from: JSON lines, an HTML page or one text, told apart by how it begins.
    """
    for name in inputs:
        if name == STDIN:
            yield from _guarded(_read_stdin(stdin))
            continue
        try:
            folder = Path(name).is_dir()
        except OSError as error:  # a path that the system cannot even look at, such as one too long
            yield _unreadable(error)
            continue
        yield from _read_folder(Path(name)) if folder else _guarded(_read_file(Path(name)))


def decode(data: bytes, source: str, line: int = 1) -> tuple[str, str]:
    """The text that ``data`` holds and the name of its encoding; the byte order mark is left out.

    Raises:
        InputError: the bytes are neither UTF-8, UTF-16 nor CP949. The message names ``source`` and the line of the first
            wrong byte, where ``data`` begins with line ``line``.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _strictly(data, "utf-16", source, line)
    if b"\0" in data:
        return _unmarked_utf16(data, source, line)
    try:
        return data.decode("utf-8-sig"), "utf-8"
    except UnicodeDecodeError as error:
        where = f"{source}:{_line(data, error.start, line)}"
    if _damaged_utf8(data):
        raise InputError(f"{where}: a byte that is not UTF-8")
    best = from_bytes(data, cp_isolation=["cp949", "euc_kr"]).best()
    if best is None:
        raise InputError(f"{where}: bytes that are neither UTF-8, UTF-16 nor CP949 (EUC-KR)")
    return _strictly(data, best.encoding, source, line)


def _damaged_utf8(data: bytes) -> bool:
    """Whether this is UTF-8 Korean but for a few bytes, which CP949 would turn into other letters."""
    patched = data.decode("utf-8", errors="replace")
    return len(_HANGUL.findall(patched)) > 10 * patched.count("\ufffd")


def _strictly(data: bytes, encoding: str, source: str, line: int) -> tuple[str, str]:
    try:
        return data.decode(encoding), encoding
    except UnicodeDecodeError as error:
        raise InputError(f"{source}:{_line(data, error.start, line)}: a byte that is not {encoding.upper()}") from error


def _unmarked_utf16(data: bytes, source: str, line: int) -> tuple[str, str]:
    for encoding in ("utf-16-le", "utf-16-be"):
        text = data.decode(encoding, errors="replace")
        if 5 * len(_HANGUL.findall(text)) > len(text):
            return _strictly(data, encoding, source, line)
    raise InputError(f"{source}:{_line(data, data.index(0), line)}: a null byte: this is no text file")


def _line(data: bytes, position: int, first: int) -> int:
    return data.count(b"\n", 0, position) + first


def _unreadable(error: OSError) -> InputError:
    return InputError(f"{error.filename}: {error.strerror}")


def _guarded(documents: Iterator[Document | InputError]) -> Iterator[Document | InputError]:
    """The documents, each checked to hold Korean; an error of the whole input takes the place of what would have followed."""
    try:
        for document in documents:
            yield document if isinstance(document, InputError) else _checked(document)
    except InputError as error:
        yield error
    except OSError as error:
        yield _unreadable(error)


def _checked(document: Document) -> Document | InputError:
    if not document.text.strip():
        return InputError(f"{document.source}: empty")
    if not _HANGUL.search(document.text):
        return NotKoreanError(f"{document.source}: no Korean in it")
    try:
        published_text(document.published)
    except ValueError:
        return InputError(f"{document.source}: 'published' is {document.published!r}, not a date like 2024-02-29 (ISO 8601)")
    return document


def _read_stdin(stdin: BinaryIO) -> Iterator[Document | InputError]:
    first = stdin.readline()
    if _LINES_BEGIN.match(first):
        yield from _read_lines(stdin, "stdin", "stdin", first)  # as it comes: it may have no end
        return
    data = first + stdin.read()
    if _LINES_BEGIN.match(data):
        yield from _read_lines(io.BytesIO(data), "stdin", "stdin")
        return
    text, encoding = decode(data, "stdin")
    document = Document(text, "stdin", "stdin", encoding=encoding)
    yield _page(document) if _PAGE.match(text) else document


def _read_folder(folder: Path) -> Iterator[Document | InputError]:
    """The articles of a folder and the folders in it, by name; hidden ones are left out."""
    errors: list[OSError] = []
    found = False
    for path in _files(folder, errors):
        found = True
        yield from _guarded(_read_file(path))
    yield from map(_unreadable, errors)
    if not found and not errors:
        yield InputError(f"{folder}: no article in this folder ({', '.join(SUFFIXES)})")


def _files(folder: Path, errors: list[OSError]) -> Iterator[Path]:
    for parent, folders, files in os.walk(folder, onerror=errors.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if not name.startswith(".") and name.lower().endswith(SUFFIXES):
                yield Path(parent, name)


def count_documents(inputs: Iterable[str]) -> int | None:
    """How many articles ``read_documents`` will come to, blank lines counted too; None where only reading them can tell."""
    count = 0
    for name in inputs:
        try:
            if name == STDIN:
                return None
            for path in _files(Path(name), []) if Path(name).is_dir() else [Path(name)]:
                if path.name.lower().endswith(LINES_SUFFIXES):
                    with open_lines(path) as stream:
                        count += sum(1 for _ in stream)
                else:
                    count += 1
        except Exception:  # told in full when the input is read
            return None
    return count


def _read_file(path: Path) -> Iterator[Document | InputError]:
    source, name = str(path), path.name.lower()
    if path.suffix and not name.endswith(SUFFIXES) and path.exists():
        hint = _DOCUMENTS_ELSEWHERE if name.endswith(".json") else ""
        raise InputError(f"{source}: not a kind of file that is read ({', '.join(SUFFIXES)}){hint}")
    if name.endswith(LINES_SUFFIXES):
        with open_lines(path) as stream:
            yield from _read_lines(stream, source, path.name[: name.rindex(".jsonl")])
        return
    text, encoding = decode(path.read_bytes(), source)
    if name == "article.txt":
        folder = path.resolve().parent.name
        yield _with_metadata(Document(text, source, folder or path.stem, encoding=encoding), path.with_name("meta.json"))
        return
    document = Document(text, source, path.stem, encoding=encoding)
    yield _page(document) if name.endswith(HTML_SUFFIXES) or _PAGE.match(text) else document


def open_lines(path: Path) -> BinaryIO:
    """A JSON lines file, opened to read its bytes unpacked (``.gz``, ``.zst``).

    Raises:
        InputError: the file is packed with Zstandard and nothing is installed that unpacks it.
    """
    if path.name.lower().endswith(".gz"):
        return cast(BinaryIO, gzip.open(path))
    return zstd().open(path) if path.name.lower().endswith(".zst") else path.open("rb")


def zstd() -> Any:
    """Python's module for Zstandard: ``compression.zstd`` from 3.14 on, its backport before.

    Raises:
        InputError: neither is installed.
    """
    for name in ("compression.zstd", "backports.zstd"):
        try:
            return importlib.import_module(name)
        except ImportError:
            continue
    raise InputError("reading and writing .zst needs backports.zstd; install it with: pip install 'visitextract[zstd]'")


def is_damage(error: Exception) -> bool:
    """Whether the error says that a packed file is damaged; that of Zstandard is of a module that may not be installed."""
    return isinstance(error, (EOFError, zlib.error, gzip.BadGzipFile)) or type(error).__name__ == "ZstdError"


def _with_metadata(document: Document, path: Path) -> Document:
    if not path.is_file():
        return document
    text, _ = decode(path.read_bytes(), str(path))
    return _described(document, _json_object(text, str(path)), str(path))


def _read_lines(stream: Any, source: str, stem: str, first: bytes = b"") -> Iterator[Document | InputError]:
    """One document a line. A line that is wrong is one error; a stream that breaks ends with one. ``first`` is read already."""
    number = 0
    try:
        for number, line in enumerate(_lines(stream, source, first), start=1):
            if not line.strip():
                continue
            try:
                text, encoding = decode(line, source, number)
                yield _line_document(Document(text, source, f"{stem}-{number}", number, encoding=encoding))
            except InputError as error:
                yield error
    except Exception as error:
        if not is_damage(error):
            raise
        raise InputError(f"{source}:{number + 1}: the compressed file is damaged from here on: {error}") from error
    if not number:
        yield InputError(f"{source}: empty")


def _lines(stream: Any, source: str, first: bytes) -> Iterator[bytes]:
    """The lines of a byte stream as UTF-8 or CP949 bytes; a stream of UTF-16 is decoded whole first."""
    first = first or stream.readline()
    if first.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in first:
        text, _ = decode(first + stream.read(), source)
        yield from (line.encode("utf-8", "surrogatepass") for line in text.split("\n"))
        return
    if first:
        yield first
    yield from stream


def _line_document(line: Document) -> Document:
    """The article that a line of JSON tells of."""
    record = _json_object(line.text, line.source)
    text = record.get("text")
    if text is None:
        raise InputError(f"{line.source}: no field 'text'")
    if not isinstance(text, str):
        raise InputError(f"{line.source}: the field 'text' is not text")
    document = _described(line, record, line.source)
    return replace(document, text=text, stem=document.id or document.stem)


def _json_object(text: str, where: str) -> dict[str, Any]:
    try:
        record = json.loads(text)
        json.dumps(record, ensure_ascii=False).encode()
    except json.JSONDecodeError as error:
        raise InputError(f"{where}: broken JSON: {error.msg} at column {error.colno}") from error
    except UnicodeEncodeError as error:
        raise InputError(f"{where}: broken JSON: half of a surrogate pair") from error
    except (ValueError, RecursionError) as error:
        raise InputError(f"{where}: broken JSON: {error}") from error
    if not isinstance(record, dict):
        raise InputError(f"{where}: not a JSON object")
    return record


def _described(document: Document, record: dict[str, Any], where: str) -> Document:
    """The document with what a JSON object says about it; an empty string counts as nothing."""
    values: dict[str, Any] = {}
    for name in _FIELDS:
        value = record.get(name)
        if isinstance(value, int) and not isinstance(value, bool) and name == "id":
            value = str(value)
        if value is not None and not isinstance(value, str):
            raise InputError(f"{where}: the field {name!r} is not text")
        if value and value.strip():
            values[name] = value.strip()
    return replace(document, **values)


def _page(document: Document) -> Document:
    """An HTML page's document → the article in it, headline first, with what the page says about itself.

    Raises:
        InputError: the extra ``html`` is not installed, or the page holds no article.
    """
    try:
        from trafilatura import bare_extraction
        from trafilatura.settings import Document as Page
    except ImportError as error:
        raise InputError(
            f"{document.source}: reading HTML needs trafilatura ({error}); install it with: pip install 'visitextract[html]'"
        ) from error
    found = bare_extraction(
        document.text,
        with_metadata=True,
        include_comments=False,
        date_extraction_params={"original_date": True, "extensive_search": False},
    )
    page: dict[str, Any] = found.as_dict() if isinstance(found, Page) else {}
    body = (page.get("text") or "").strip()
    if not body:
        raise InputError(f"{document.source}: no article in this page")
    title = page.get("title") or None
    text = body if not title or body.startswith(title) else f"{title}\n\n{body}"
    return replace(
        document,
        text=text,
        title=title,
        published=page.get("date") or None,
        url=page.get("url") or None,
        outlet=page.get("sitename") or None,
        extracted=True,
    )
