"""Patterns of the package ``regex`` as Python's own ``re`` writes them."""

from __future__ import annotations

import re
from functools import cache

from visitextract.patterns.syntax import alternatives, closing, element_end

_HANGUL = (
    "\u1100-\u11ff\u302e\u302f\u3131-\u318e\u3200-\u321e\u3260-\u327e\ua960-\ua97c가-힣\ud7b0-\ud7c6\ud7cb-\ud7fb\uffa0-\uffdc"
)
_HAN = (
    "\u2e80-\u2e99\u2e9b-\u2ef3\u2f00-\u2fd5\u3005\u3007\u3021-\u3029\u3038-\u303b\u3400-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufa6d\ufa70-\ufad9\U00020000-\U000323af"
)
_DIFFERS = re.compile(r"\\[wWbB]|\[\^?\[:")  # what the two engines do not agree on: which numerals are part of a word
_BEHIND = re.compile(r"\(\?<[=!]")
_WIDTH_ONE = re.compile(r"[^\\[(.]|\\[^\w]|\[[^\]\\]+\]")


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


def translated(source: str) -> str | None:
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
            end = closing(source, at)
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


def _translated_behind(inner: str, opening: str) -> str | None:
    """A look-behind with one of its own for each alternative; what may be left out makes an alternative too."""
    if (written := translated(inner)) is None:
        return None
    each = [f"{opening}{choice})" for choice in dict.fromkeys(_of_one_width(written))]
    return each[0] if len(each) == 1 else "".join(each) if opening.endswith("!") else f"(?:{'|'.join(each)})"


def _of_one_width(source: str) -> list[str]:
    """The alternatives of ``source``, each written without ``?`` and without inner alternatives of several widths."""
    found: list[str] = []
    for choice in alternatives(source):
        ways = [""]
        at = 0
        while at < len(choice):
            end = closing(choice, at) + 1 if choice[at] == "(" else element_end(choice, at)
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
