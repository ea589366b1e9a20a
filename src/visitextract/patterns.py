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
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, cast

import regex

_KNOWN = ("flags", "fullmatch", "groupindex", "match", "pattern", "split", "sub")  # what a scout leaves to its pattern
_HANGUL = (
    "\u1100-\u11ff\u302e\u302f\u3131-\u318e\u3200-\u321e\u3260-\u327e\ua960-\ua97c가-힣\ud7b0-\ud7c6\ud7cb-\ud7fb"
    "\uffa0-\uffdc"
)
_HAN = (
    "\u2e80-\u2e99\u2e9b-\u2ef3\u2f00-\u2fd5\u3005\u3007\u3021-\u3029\u3038-\u303b\u3400-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufa6d\ufa70-\ufad9\U00020000-\U000323af"
)
_LIST = re.compile(r"\\L<(\w+)>")
_DIFFERS = re.compile(r"\\[wWbB]|\[\^?\[:")  # what the two engines do not agree on: which numerals are part of a word
_BEHIND = re.compile(r"\(\?<[=!]")
_GROUP_NAME = re.compile(r"\(\?P<\w+>")
_OPENING = re.compile(r"\((?:\?(?:P<\w+>|:|>|[ms]+:))?(?!\?)")  # of a group that takes letters
_NO_WIDTH = re.compile(r"\(\?(?:<?[=!]|[a-z]+\))")
_REPEATED = re.compile(r"(?:([*?]|\{0?,\d*\})|\+|\{[\d,]+\})[+?]?")
_WIDTH_ONE = re.compile(r"[^\\[(.]|\\[^\w]|\[[^\]\\]+\]")
_REFERS = re.compile(r"\(\?P=|\(\?\(|\\[1-9]")  # to a group by number or name
_SOME_TEXT = "".join(map(chr, (*range(0x20, 0x7F), *range(0xAC00, 0xD7A4))))
_FEW = 1500  # more first letters of _SOME_TEXT than these are not worth leaping


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
    filled = _LIST.sub(lambda match: tree(lists[match[1]]), source)
    translated = _translated(filled)
    if translated is None:
        return regex.compile(filled, flags)
    scout = _scout(translated, flags)
    if scout is None:
        try:
            return cast("regex.Pattern[str]", re.compile(translated, flags))
        except re.error:  # two groups of one name, a look-behind without a fixed width
            scout = _nameless(translated, flags)
    return cast("regex.Pattern[str]", _Scouted(scout, translated, filled, flags)) if scout else regex.compile(filled, flags)


def _nameless(source: str, flags: int) -> re.Pattern[str] | None:
    try:
        return None if _REFERS.search(source) else re.compile(_GROUP_NAME.sub("(?:", source), flags)
    except re.error:
        return None


def _compiled(translated: str, source: str, flags: int) -> regex.Pattern[str]:
    try:
        return cast("regex.Pattern[str]", re.compile(translated, flags))
    except re.error:  # two groups of one name, a look-behind without a fixed width
        return regex.compile(source, flags)


class _Scouted:
    """A pattern and the scout that finds where it begins; the pattern is compiled when the scout has seen a hit."""

    def __init__(self, scout: re.Pattern[str], *made_of: Any) -> None:
        self._scout, self._first, self._made_of = scout, scout.search, made_of

    def __getattr__(self, name: str) -> Any:
        if name not in _KNOWN:
            raise AttributeError(name)
        pattern = _compiled(*self._made_of)
        vars(self).update({known: getattr(pattern, known) for known in _KNOWN})
        return vars(self)[name]

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> regex.Match[str] | None:
        """The first hit."""
        seen = self._first(text, start, end)
        return self.match(text, seen.start(), end) if seen else None

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[regex.Match[str]]:
        """The hits, left to right."""
        return self._hits(text, start, end) if self._first(text, start, end) else _NO_HITS

    def _hits(self, text: str, start: int, end: int) -> Iterator[regex.Match[str]]:
        for seen in self._scout.finditer(text, start, end):
            at = seen.start()
            if at >= start:
                hit = self.match(text, at, end)
                if hit:
                    yield hit
                    start = hit.end()

    def findall(self, text: str, start: int = 0, end: int = sys.maxsize) -> list[Any]:
        """The hits as texts, or as the texts of their groups."""
        return [hit.groups() if len(hit.groups()) > 1 else hit[hit.re.groups] for hit in self.finditer(text, start, end)]


_NO_HITS: Iterator[Any] = iter(())


def _scout(source: str, flags: int) -> re.Pattern[str] | None:
    """A pattern that finds the first letters of what ``source`` matches; None where those are too many letters."""
    if flags & re.IGNORECASE or _REFERS.search(source):
        return None
    if source.startswith("(?m)"):
        source, flags = source[4:], flags | re.MULTILINE
    try:
        letters, empty = _first_letters(source)
    except IndexError:
        return None  # a bracket is not closed: the pattern itself says so
    if empty or letters is None:
        return None
    few = len(re.findall(f"[{letters}]", _SOME_TEXT)) <= _FEW
    return _nameless(rf"[{letters}](?<=(?={source})(?s:.))" if few else source, flags)


def _first_letters(source: str) -> tuple[str | None, bool]:
    """The letters with which a match may begin, as they stand in a class, None for any; and whether it may be empty."""
    letters: str | None = ""
    may_be_empty = False
    for choice in _alternatives(source):
        found, empty = _first_of_choice(choice)
        letters = None if letters is None or found is None else letters + found
        may_be_empty = may_be_empty or empty
    return letters, may_be_empty


def _first_of_choice(source: str) -> tuple[str | None, bool]:
    letters = ""
    at = 0
    while at < len(source):
        if _NO_WIDTH.match(source, at):
            at = at + source[at:].index(")") + 1 if source[at + 2] not in "<=!" else _closing(source, at) + 1
            continue
        if source[at] in "^$":
            at += 1
            continue
        found, empty, at = _first_of_element(source, at)
        if found is None:
            return None, False
        letters += found
        if repeated := _REPEATED.match(source, at):
            empty = empty or repeated[1] is not None
            at = repeated.end()
        if not empty:
            return letters, False
    return letters, True


def _first_of_element(source: str, at: int) -> tuple[str | None, bool, int]:
    """The first letters of the group, class or letter at ``at``, whether it may be empty, and where it ends."""
    letter = source[at]
    if letter == "(":
        opening = _OPENING.match(source, at)
        end = _closing(source, at)
        found, empty = _first_letters(source[opening.end() : end]) if opening else (None, False)
        return found, empty, end + 1
    if letter == "[":
        end = _class_end(source, at)
        inner = source[at + 1 : end]
        plain = rf"\{inner}" if inner[0] == "-" else inner
        return (None if inner[0] == "^" else plain[:-1] + r"\-" if plain[-1] == "-" else plain), False, end + 1
    if letter == "\\":
        escape = source[at + 1]
        return (source[at : at + 2] if escape in "ds" or not escape.isalnum() else None), escape in "bBAZ", at + 2
    if letter == ".":
        return None, False, at + 1
    return (rf"\{letter}" if letter in "]-^" else letter), False, at + 1


def _class_end(source: str, at: int) -> int:
    """The index of the bracket that closes the class at ``at``."""
    at += 1 + (source[at + 1] == "^")
    at += source[at] == "]"
    while source[at] != "]":
        at += 1 + (source[at] == "\\")
    return at


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


@cache
def _letters() -> str:
    """Every letter (``\\p{L}``) as ranges; beyond the first 65,536 code points only the Chinese characters."""
    ranges: list[list[int]] = []
    for code in range(0x10000):
        if chr(code).isalpha():
            if ranges and ranges[-1][1] == code - 1:
                ranges[-1][1] = code
            else:
                ranges.append([code, code])
    each = (f"{chr(first)}-{chr(last)}" if first < last else chr(first) for first, last in ranges)
    return "".join(each) + "\U00020000-\U000323af"


def _property(name: str) -> str | None:
    return _letters() if name == "L" else {"Hangul": _HANGUL, "Han": _HAN}.get(name)


def _translated(source: str) -> str | None:
    """The pattern as ``re`` writes it, or None where there is a class that has no translation."""
    if _DIFFERS.search(source):
        return None
    parts: list[str] = []
    inside, at = False, 0
    while at < len(source):
        two = source[at : at + 2]
        if two in (r"\p", r"\P"):
            close = source.find("}", at)
            ranges = _property(source[at + 3 : close])
            if ranges is None or two == r"\P":
                return None
            parts.append(ranges if inside else f"[{ranges}]")
            at = close + 1
            continue
        if two[0] == "\\":
            parts.append(two)
            at += 2
            continue
        if not inside and (behind := _BEHIND.match(source, at)):
            end = _closing(source, at)
            inner = _translated_behind(source[behind.end() : end], behind.group())
            if inner is None:
                return None
            parts.append(inner)
            at = end + 1
            continue
        if two[0] == "[" and not inside:
            inside = True
            start = at + (2 if source[at + 1] == "^" else 1)
            parts.append(source[at:start])
            if source[start] == "]":
                parts.append(r"\]")
                start += 1
            at = start
            continue
        inside = inside and two[0] != "]"
        parts.append(re.escape(two[0]) if inside and two[0] in "[" else two[0])
        at += 1
    return "".join(parts)


def _closing(source: str, start: int) -> int:
    """The index of the bracket that closes the group at ``start``."""
    depth, inside, at = 0, False, start
    while True:
        letter = source[at]
        if letter == "\\":
            at += 1
        elif inside:
            inside = letter != "]"
        elif letter == "[":
            inside = True
            at += source[at + 1] == "^"
            at += source[at + 1] == "]"
        elif letter == "(":
            depth += 1
        elif letter == ")":
            depth -= 1
            if not depth:
                return at
        at += 1


def _translated_behind(inner: str, opening: str) -> str | None:
    """A look-behind with one of its own for each alternative; what may be left out makes an alternative too."""
    if (written := _translated(inner)) is None:
        return None
    each = [f"{opening}{choice})" for choice in dict.fromkeys(_of_one_width(written))]
    return each[0] if len(each) == 1 else "".join(each) if opening.endswith("!") else f"(?:{'|'.join(each)})"


def _of_one_width(source: str) -> list[str]:
    """The alternatives of ``source``, each written without ``?`` and without inner alternatives of several widths."""
    found: list[str] = []
    for choice in _alternatives(source):
        ways = [""]
        at = 0
        while at < len(choice):
            end = _closing(choice, at) + 1 if choice[at] == "(" else _element_end(choice, at)
            element = choice[at:end]
            each = [element]
            if element.startswith("(?:") and ("|" in element or "?" in element[3:]):
                each = _of_one_width(element[3:-1])
                if len({*map(_WIDTH_ONE.fullmatch, each)} - {None}) == len(each) > 1:
                    each = [element]  # letters and classes alone: of one width as they stand
            if choice[end : end + 1] == "?":
                each = [*each, ""]
                end += 1
            ways = [way + one for way in ways for one in each]
            at = end
        found.extend(ways)
    return found


def _element_end(source: str, at: int) -> int:
    """Where the letter, class or escape at ``at`` ends."""
    if source[at] == "[":
        return _class_end(source, at) + 1
    return at + 1 + (source[at] == "\\")


def _alternatives(inner: str) -> list[str]:
    found, depth, inside, last, at = [], 0, False, 0, 0
    while at < len(inner):
        letter = inner[at]
        if letter == "\\":
            at += 1
        elif inside:
            inside = letter != "]"
        elif letter == "[":
            inside = True
            at += inner[at + 1] == "^"
            at += inner[at + 1] == "]"
        elif letter in "()":
            depth += 1 if letter == "(" else -1
        elif letter == "|" and not depth:
            found.append(inner[last:at])
            last = at + 1
        at += 1
    return [*found, inner[last:]]
