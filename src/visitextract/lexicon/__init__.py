"""Word lists as data: one tab-separated file a subject, and the one strict loader that reads them.

A file ``<name>.tsv`` starts with ``#`` lines, one of which is ``# provenance: …``; then the header
``surface<TAB>class<TAB>meaning<TAB>note``; then a row a word. ``class`` and ``meaning`` are what rules ask for, ``note`` is for
people. A row that is not of that form, a word given twice in one class, or a file without provenance is an error that names
file, line and value.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from visitextract.errors import LexiconError

_HEADER = ("surface", "class", "meaning", "note")


class Entry(NamedTuple):
    """One row: the word as news writes it, its class, what it means (a value that records hold), and a note for people."""

    surface: str
    kind: str
    meaning: str = ""
    note: str = ""


def parse(name: str, content: str) -> tuple[Entry, ...]:
    """The entries of a lexicon file's content.

    Raises:
        LexiconError: a row is not of the form above; the message names file, line and value.
    """
    entries: list[Entry] = []
    seen: set[tuple[str, str]] = set()
    provenance = header = False
    for number, line in enumerate(content.splitlines(), start=1):
        if line.startswith("#"):
            provenance = provenance or line.startswith("# provenance: ")
            continue
        fields = line.split("\t")
        if not header:
            if tuple(fields) != _HEADER:
                raise LexiconError(f"{name}.tsv:{number}: the header is {line!r}, not {chr(9).join(_HEADER)!r}")
            header = True
            continue
        entry = Entry(*fields) if 2 <= len(fields) <= 4 else None
        if entry is None or not entry.surface.strip() or not entry.kind.strip():
            raise LexiconError(f"{name}.tsv:{number}: {line!r} is not 'surface<TAB>class[<TAB>meaning[<TAB>note]]'")
        if fields != [field.strip() for field in fields]:
            raise LexiconError(f"{name}.tsv:{number}: {line!r} has blanks at the edge of a field")
        if entry[:2] in seen:
            raise LexiconError(f"{name}.tsv:{number}: {entry.surface!r} stands twice in class {entry.kind!r}")
        seen.add(entry[:2])
        entries.append(entry)
    if not provenance or not header:
        raise LexiconError(f"{name}.tsv: no '# provenance: ' line or no header")
    return tuple(entries)


@cache
def load(name: str) -> tuple[Entry, ...]:
    """All entries of ``lexicon/<name>.tsv`` in file order, read once.

    Raises:
        LexiconError: there is no such file, or it has a wrong row.
    """
    source = files(__package__).joinpath(f"{name}.tsv")
    if not source.is_file():
        raise LexiconError(f"there is no lexicon {name!r}")
    return parse(name, source.read_text(encoding="utf-8"))


@cache
def words(name: str, kind: str | None = None) -> frozenset[str]:
    """The words of a lexicon, of one class or of all."""
    return frozenset(entry.surface for entry in load(name) if kind is None or entry.kind == kind)


@cache
def meanings(name: str, kind: str | None = None) -> Mapping[str, str]:
    """word -> its meaning, of one class or of all."""
    return {entry.surface: entry.meaning for entry in load(name) if kind is None or entry.kind == kind}


def names() -> tuple[str, ...]:
    """The names of all lexicons, sorted."""
    return tuple(sorted(item.name.removesuffix(".tsv") for item in files(__package__).iterdir() if item.name.endswith(".tsv")))
