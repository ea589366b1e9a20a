"""Regular expressions, compiled when first used, by the faster of two engines.

Patterns are written for the package ``regex``. Python's own ``re`` reads most of them several times faster, so each is
translated where it can be: word lists become a tree of letters, Unicode classes become ranges, a look-behind over words of
several lengths becomes one for each. What ``re`` cannot do (two groups of one name) or reads otherwise (``\\w``) stays with
``regex``. Both find the same.

Looking for a pattern letter by letter is what costs most, and most patterns begin with one of few letters. Where that is so, a
second pattern leaps from one such letter to the next and only looks ahead (``[담회](?<=(?=…).)``); the pattern itself is asked
where that one has seen it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice
from typing import Any, cast

import regex

from visitextract.patterns.leaping import leaping, nameless
from visitextract.patterns.translating import translated

_KNOWN = ("flags", "fullmatch", "groupindex", "match", "pattern", "split", "sub")  # what a scout leaves to its pattern
_LIST = re.compile(r"\\L<(\w+)>")
_END = 2**31 - 1  # of a text that ends where it ends
_SOME = 16  # the part of a text that is read bit by bit before it is read as a whole, once for all bits
_NO_HITS: Iterator[Any] = iter(())


class _Lazy:
    """Stands for a compiled pattern; compiles it when one of its methods is asked for, and then holds that itself."""

    def __init__(self, source: str, flags: int, lists: dict[str, frozenset[str]]) -> None:
        self._made_of = source, flags, lists

    def __getattr__(self, name: str) -> Any:
        if name == "_pattern":
            source, flags, lists = self._made_of
            value: Any = build(source, flags, **lists)
        elif name.startswith("_"):
            raise AttributeError(name)
        else:
            value = getattr(self._pattern, name)
        vars(self)[name] = value
        return value


def lazily(source: str, flags: int = 0, /, **lists: Iterable[str]) -> regex.Pattern[str]:
    """A pattern that is compiled when it is first used; ``\\L<name>`` in it stands for any word of ``lists[name]``.

    >>> lazily(r"\\L<days>요일", days=["월", "화"]).findall("월요일 화요일")
    ['월요일', '화요일']
    """
    return cast("regex.Pattern[str]", _Lazy(source, flags, {name: frozenset(words) for name, words in lists.items()}))


def build(source: str, flags: int = 0, /, **lists: Iterable[str]) -> regex.Pattern[str]:
    """The pattern compiled.

    Raises:
        regex.error: it is not a regular expression.
    """
    return _built(_LIST.sub(lambda match: tree(lists[match[1]]), source), flags)


@lru_cache(maxsize=64)
def _built(source: str, flags: int) -> regex.Pattern[str]:
    for_re = translated(source)
    if for_re is None:
        return regex.compile(source, flags)
    scout = leaping(for_re, flags)
    leaps = scout is not None
    if scout is None:
        try:
            return cast("regex.Pattern[str]", re.compile(for_re, flags))
        except re.error:  # two groups of one name, a look-behind without a fixed width
            scout = nameless(for_re, flags)
    if scout is None:
        return regex.compile(source, flags)
    return cast("regex.Pattern[str]", _Scouted(scout, leaps, for_re, source, flags))


def _compiled(for_re: str, source: str, flags: int) -> regex.Pattern[str]:
    try:
        return cast("regex.Pattern[str]", re.compile(for_re, flags))
    except re.error:  # two groups of one name, a look-behind without a fixed width
        return regex.compile(source, flags)


class _Scouted:
    """A pattern and the scout that finds where it begins; the pattern is compiled when the scout has seen a hit."""

    def __init__(self, scout: re.Pattern[str], leaps: bool, *made_of: Any) -> None:
        self._scout, self._leaps, self._made_of = scout, leaps, made_of
        self._seen: tuple[str, int, list[int] | None] = "", 0, None

    def __getattr__(self, name: str) -> Any:
        if name not in _KNOWN:
            raise AttributeError(name)
        pattern = _compiled(*self._made_of)
        vars(self).update({known: getattr(pattern, known) for known in _KNOWN})
        return vars(self)[name]

    def search(self, text: str, start: int = 0, end: int = _END) -> regex.Match[str] | None:
        """The first hit."""
        seen = self._scout.search(text, start, end)
        while seen:
            at = seen.start()
            hit: regex.Match[str] | None = self.match(text, at, end)
            if hit:
                return hit
            seen = self._scout.search(text, at + 1, end)
        return None

    def finditer(self, text: str, start: int = 0, end: int = _END) -> Iterator[regex.Match[str]]:
        """The hits, left to right."""
        known, letters, places = self._seen
        if places is None or known is not text:
            asked = min(end, len(text)) - start
            letters = asked + (letters if known is text else 0)
            if not self._leaps or asked == letters or letters * _SOME < len(text):
                self._seen = text, letters, None
                seen = self._scout.search(text, start, end)
                return self._hits(text, self._places(text, seen.start(), end), end) if seen else _NO_HITS
            places = list(self._places(text, 0, len(text)))
            self._seen = text, letters, places
        if not places:
            return _NO_HITS
        first = bisect_left(places, start)
        return self._hits(text, islice(places, first, None), end) if first < len(places) and places[first] < end else _NO_HITS

    def _places(self, text: str, start: int, end: int) -> Iterator[int]:
        return (seen.start() for seen in self._scout.finditer(text, start, end))

    def _hits(self, text: str, places: Iterable[int], end: int) -> Iterator[regex.Match[str]]:
        behind = 0
        for at in places:
            if at >= end:
                break
            if at >= behind and (hit := self.match(text, at, end)):
                yield hit
                behind = hit.end()

    def findall(self, text: str, start: int = 0, end: int = _END) -> list[Any]:
        """The hits as texts, or as the texts of their groups."""
        return [hit.groups() if len(hit.groups()) > 1 else hit[hit.re.groups] for hit in self.finditer(text, start, end)]


def tree(words: Iterable[str]) -> str:
    """A pattern for any of ``words``, the longest first, that looks at each letter once.

    >>> tree(["회담", "회동", "회"])
    '(?:회[담동]?)'
    """
    root: dict[str, Any] = {}
    for word in words:
        node = root
        for letter in word:
            node = node.setdefault(letter, {})
        node[""] = {}
    return f"(?:{_branches(root)})" if root else "(?!)"


def _branches(node: dict[str, Any]) -> str:
    single, longer = [], []
    for letter in sorted(filter(None, node)):
        rest = _branches(node[letter])
        if rest:
            longer.append(re.escape(letter) + rest)
        else:
            single.append(re.escape(letter))
    if single:
        longer.append(single[0] if len(single) == 1 else f"[{''.join(single)}]")
    if not longer:
        return ""
    if "" in node:
        return longer[0] + "?" if len(longer) == 1 and single else f"(?:{'|'.join(longer)})?"
    return longer[0] if len(longer) == 1 else f"(?:{'|'.join(longer)})"
