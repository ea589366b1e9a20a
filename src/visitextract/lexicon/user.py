"""Words of the user's own beside the built-in lexicons: people, organizations and titles, from Python or from a TOML file.

::

    titles = ["파트장"]
    people = ["박서연", {name = "존 스미스", aliases = ["스미스"]}]
    organizations = [{name = "가나다랩", aliases = ["가나랩"], kind = "company"}]

Such a word is read only where it stands as a word of its own, and never overrules a word on which built-in rules rest: an entry
that is already a title, a country, a relation or the like is an error. A person's name that is also a general word (가을) counts
only beside a title or an address.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, Self

from visitextract.errors import LexiconError
from visitextract.lexicon import words
from visitextract.patterns import lazily

KINDS = ("company", "government", "party", "university", "media", "international", "association", "court", "team", "other")
_SECTIONS = {"people": ("name", "aliases"), "organizations": ("name", "aliases", "kind"), "titles": ("name",)}
_FORM = lazily(r"[\p{L}\p{N}&.'\-·]+(?: [\p{L}\p{N}&.'\-·]+){0,5}")
# What a word is already, by lexicon and class; such a word cannot be given as a name.
_FIXED = (
    ("titles", "head", "a title"), ("titles", "latin", "a title"), ("titles", "address", "a form of address"),
    ("kin", None, "a relation"), ("former", None, "a mark of a past role"), ("group_nouns", None, "a word for unnamed people"),
    ("countries", "country", "a country"), ("meeting_nouns", None, "a word for a meeting"), ("particles", None, "a particle"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Named:
    """A person or organization of the user's: the name under which it is recorded, other forms, and an organization's kind."""

    name: str
    aliases: tuple[str, ...] = ()
    kind: str | None = None


@dataclass(frozen=True)
class Lexicon:
    """The user's words; make one with ``Lexicon.of(people=…, organizations=…, titles=…)`` or ``load_lexicon("my.toml")``."""

    people: tuple[Named, ...] = ()
    organizations: tuple[Named, ...] = ()
    titles: tuple[str, ...] = field(default=())

    @classmethod
    def of(
        cls,
        *,
        people: Sequence[str | Mapping[str, Any]] = (),
        organizations: Sequence[str | Mapping[str, Any]] = (),
        titles: Sequence[str] = (),
    ) -> Self:
        """A lexicon from Python values of the same form as in the TOML file.

        Raises:
            LexiconError: an entry is wrong; the message names its key.
        """
        return cls._checked({"people": people, "organizations": organizations, "titles": titles}, "lexicon", "")

    @classmethod
    def _checked(cls, data: Mapping[str, Any], source: str, content: str) -> Self:
        reader = _Reader(source, content)
        for key in data:
            if key not in _SECTIONS:
                raise reader.error(key, key, f"unknown key; there are {', '.join(_SECTIONS)}")
        people, organizations, titles = (tuple(reader.entries(section, data.get(section, ()))) for section in _SECTIONS)
        reader.check_once((*people, *organizations, *titles))
        return cls(people, organizations, tuple(entry.name for entry in titles))

    @cached_property
    def people_forms(self) -> Mapping[str, str]:
        """Every form of a person -> the person's name."""
        return {form: entry.name for entry in self.people for form in (entry.name, *entry.aliases)}

    @cached_property
    def organization_forms(self) -> Mapping[str, str]:
        """Every form of an organization -> the organization's name."""
        return {form: entry.name for entry in self.organizations for form in (entry.name, *entry.aliases)}

    @cached_property
    def kinds(self) -> Mapping[str, str]:
        """An organization's name -> its kind, where given."""
        return {entry.name: entry.kind for entry in self.organizations if entry.kind}


def load_lexicon(path: str | Path) -> Lexicon:
    """The lexicon in a TOML file (see the module's docstring for its form).

    Raises:
        LexiconError: the file cannot be read, is no TOML, or holds a wrong entry; the message names file and line.
    """
    source = Path(path)
    try:
        content = source.read_text(encoding="utf-8-sig")
        data = tomllib.loads(content)
    except OSError as error:
        raise LexiconError(f"{source}: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise LexiconError(f"{source}: not UTF-8 at byte {error.start}") from error
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"{source}: no TOML: {error}") from error
    return Lexicon._checked(data, str(source), content)


class _Reader:
    """Reads entries of one source; errors say file and line, or the key where there is no file."""

    def __init__(self, source: str, content: str) -> None:
        self.source, self.lines = source, content.splitlines()

    def error(self, where: str, value: object, why: str) -> LexiconError:
        """An error at the first line that holds the value."""
        wanted = str(value)
        line = next((f":{number}" for number, line in enumerate(self.lines, 1) if wanted and wanted in line), "")
        return LexiconError(f"{self.source}{line}: {where}: {value!r}: {why}")

    def entries(self, section: str, values: object) -> Iterator[Named]:
        """The entries of one section."""
        if isinstance(values, str) or not isinstance(values, Sequence):
            raise self.error(section, section, "must be a list")
        for number, value in enumerate(values):
            where = f"{section}[{number}]"
            table = {"name": value} if isinstance(value, str) else value
            if not isinstance(table, Mapping) or not isinstance(table.get("name"), str):
                raise self.error(where, value, "must be a word, or a table with a name")
            for key in table:
                if key not in _SECTIONS[section]:
                    raise self.error(where, key, f"unknown key; there are {', '.join(_SECTIONS[section])}")
            aliases = table.get("aliases", ())
            if isinstance(aliases, str) or not isinstance(aliases, Sequence) or not all(isinstance(a, str) for a in aliases):
                raise self.error(where, table["name"], "aliases must be a list of words")
            kind = table.get("kind")
            if kind is not None and kind not in KINDS:
                raise self.error(where, kind, f"unknown kind; there are {', '.join(KINDS)}")
            for form in (table["name"], *aliases):
                self.check_form(where, form, section)
            yield Named(table["name"], tuple(aliases), kind)

    def check_form(self, where: str, form: str, section: str) -> None:
        """A form is one to six words, longer than a syllable, and nothing that a rule knows as something else."""
        if not _FORM.fullmatch(form) or len(form) < 2:
            raise self.error(where, form, "must be words of two letters or more, single blanks between them")
        if section == "titles" and " " in form:
            raise self.error(where, form, "a title must be one word")
        for lexicon, kind, what in _FIXED:
            if form in words(lexicon, kind) and not (section == "titles" and what == "a title"):
                raise self.error(where, form, f"is {what} already")

    def check_once(self, entries: Sequence[Named]) -> None:
        """No form is given twice."""
        seen: set[str] = set()
        for entry in entries:
            for form in (entry.name, *entry.aliases):
                if form in seen:
                    raise self.error("lexicon", form, "is given twice")
                seen.add(form)
