"""Regular expressions, compiled when first used, by the faster of two engines.

Patterns are written for the package ``regex``. Python's own ``re`` reads most of them several times faster, so each is
translated where it can be: word lists become a tree of letters, Unicode classes become ranges, a look-behind over words of
several lengths becomes one for each. What ``re`` cannot do (two groups of one name) or reads otherwise (``\\w``) stays with
``regex``. Both find the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Any, cast

import regex

_KNOWN = ("findall", "finditer", "fullmatch", "groupindex", "match", "pattern", "search", "split", "sub")
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


class _Lazy:
    """Stands for a compiled pattern; compiles it when one of its methods is asked for, and then holds them itself."""

    def __init__(self, source: str, flags: int, lists: dict[str, frozenset[str]]) -> None:
        self._made_of = source, flags, lists

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        source, flags, lists = self._made_of
        pattern = build(source, flags, **lists)
        vars(self).update({known: getattr(pattern, known) for known in _KNOWN})
        return getattr(pattern, name)


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
    if translated is not None:
        try:
            return cast("regex.Pattern[str]", re.compile(translated, flags))
        except re.error:
            pass  # two groups of one name, a look-behind without a fixed width
    return regex.compile(filled, flags)


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
    """A look-behind with one of its own for each alternative."""
    choices = [_translated(choice) for choice in _alternatives(inner)]
    if None in choices:
        return None
    each = [f"{opening}{choice})" for choice in choices]
    return each[0] if len(each) == 1 else "".join(each) if opening.endswith("!") else f"(?:{'|'.join(each)})"


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
