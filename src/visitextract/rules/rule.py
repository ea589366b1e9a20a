"""What a rule is: a meaning, a pattern, and the examples that prove it.

A pattern is a regular expression (of the ``regex`` package, compiled with ``VERBOSE`` off) in which ``{file}`` or
``{file:class}`` stands for any word of that lexicon, longest first. The names of its groups are the fields it finds.

Examples hold the expectation inside the sentence: ``두 장관은 회담을 [verb:가졌다].`` says that the group ``verb`` is
``가졌다``. A ``Yes`` gives exactly its marks, once; a ``No`` gives nothing and says why it is a near miss.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

import regex

from visitextract.errors import RuleError
from visitextract.lexicon import words
from visitextract.patterns import build

_SLOT = regex.compile(r"\{([a-z][a-z_]*)(?::([a-z_]+))?\}")
_MARK = regex.compile(r"\[([a-z_]+):([^\[\]]*)\]")


@dataclass(frozen=True, slots=True)
class Yes:
    """A sentence in which the rule finds exactly the marked fields."""

    text: str


@dataclass(frozen=True, slots=True)
class No:
    """A near miss: a sentence in which the rule finds nothing, why, and which rule owns it (if one does)."""

    text: str
    why: str
    belongs_to: str = ""


@dataclass(frozen=True)
class Rule:
    """One rule of the catalogue; see the module's docstring for patterns and examples.

    ``needs`` is a literal prefilter: where none of these strings stands in the text, the pattern is not tried.
    ``sign`` is another: a pattern of which a hit stands inside every hit, and that is quicker to look for.
    ``value`` is what a hit means (``{"status": "held"}``), for the module that reads the hits.
    """

    id: str
    means: str
    pattern: str
    yes: tuple[Yes, ...]
    no: tuple[No, ...]
    needs: tuple[str, ...] = ()
    value: Mapping[str, str] = field(default_factory=dict)
    sign: str = ""

    @cached_property
    def compiled(self) -> regex.Pattern[str]:
        """The pattern with its slots filled.

        Raises:
            RuleError: the pattern is not a regular expression, or names a lexicon that does not exist.
        """
        return self._built(self.pattern)

    @cached_property
    def _sign(self) -> regex.Pattern[str]:
        return self._built(self.sign)

    def _built(self, pattern: str) -> regex.Pattern[str]:
        """A pattern with its slots filled."""
        lists: dict[str, frozenset[str]] = {}

        def fill(match: regex.Match[str]) -> str:
            chosen = words(match[1], match[2])
            if not chosen:
                raise RuleError(f"rule {self.id}: no word in {match.group()}")
            key = f"{match[1]}_{match[2] or 'all'}"
            lists[key] = chosen
            return rf"\L<{key}>"

        try:
            return build(_SLOT.sub(fill, pattern), **lists)
        except regex.error as error:
            raise RuleError(f"rule {self.id}: {error}") from error

    @cached_property
    def heads(self) -> frozenset[str]:
        """The first letters of ``needs``: a text with none of them can be passed over without a look at each need."""
        return frozenset(need[0] for need in self.needs)

    def finditer(self, text: str, start: int = 0, end: int | None = None) -> Iterator[regex.Match[str]]:
        """The hits in ``text[start:end]``, left to right; offsets count in ``text``."""
        stop = len(text) if end is None else end
        for need in self.needs:
            if text.find(need, start, stop) >= 0:
                break
        else:
            if self.needs:
                return iter(())
        if self.sign and not self._sign.search(text, start, stop):
            return iter(())
        return self.compiled.finditer(text, start, stop)

    def fields(self, text: str) -> list[tuple[str, int, int]]:
        """``(group, start, end)`` of every non-empty named group of every hit, in order."""
        found = [
            (name, *match.span(name))
            for match in self.finditer(text)
            for name in match.re.groupindex
            if match.span(name)[0] != match.span(name)[1]
        ]
        return sorted(found, key=lambda item: (item[1], item[2], item[0]))


def worth_trying(rules: Iterable[Rule], text: str) -> Iterator[Rule]:
    """Those of ``rules`` that may have a hit in ``text``, in order: quick, for short texts and long catalogues."""
    letters = set(text)
    return (rule for rule in rules if not rule.needs or not rule.heads.isdisjoint(letters))


def expectation(marked: str) -> tuple[str, list[tuple[str, int, int]]]:
    """The plain sentence and the marked ``(group, start, end)`` of an example.

    >>> expectation("회담을 [verb:가졌다].")
    ('회담을 가졌다.', [('verb', 4, 7)])
    """
    plain, marks, last = "", [], 0
    for match in _MARK.finditer(marked):
        plain += marked[last : match.start()]
        marks.append((match[1], len(plain), len(plain) + len(match[2])))
        plain += match[2]
        last = match.end()
    return plain + marked[last:], sorted(marks, key=lambda item: (item[1], item[2], item[0]))


def check(rule: Rule) -> list[str]:
    """What is wrong with a rule, by its own examples; an empty list when nothing is."""
    problems = []
    if len(rule.yes) < 2 or len(rule.no) < 2:
        problems.append(f"{rule.id}: {len(rule.yes)} positive and {len(rule.no)} negative examples; two of each are the least")
    for yes in rule.yes:
        text, wanted = expectation(yes.text)
        found = rule.fields(text)
        if found != wanted:
            show = [f"{name}:{text[a:b]}" for name, a, b in found]
            problems.append(f"{rule.id}: {yes.text!r} gives {show}")
    for no in rule.no:
        found = rule.fields(no.text)
        if found:
            problems.append(f"{rule.id}: {no.text!r} ({no.why}) gives {[no.text[a:b] for _, a, b in found]}")
    return problems
