"""A pattern → one that leaps to where it may begin: from one of its first letters to the next, looking ahead at each.

``회[담의]`` gives ``[회](?<=(?=회[담의]).)``. It takes one letter at a time, so that it finds every place at once, and looks at
nothing that the end of a text could change, so that it holds for every part of the text.
"""

from __future__ import annotations

import re

from visitextract.patterns.syntax import alternatives, class_end, closing

_GROUP_NAME = re.compile(r"\(\?P<\w+>")
_OPENING = re.compile(r"\((?:\?(?:P<\w+>|:|>|[ms]+:))?(?!\?)")  # of a group that takes letters
_NO_WIDTH = re.compile(r"\(\?(?:<?[=!]|[a-z]+\))")
_REPEATED = re.compile(r"(?:([*?]|\{0?,\d*\})|\+|\{[\d,]+\})[+?]?")
_REFERS = re.compile(r"\(\?P=|\(\?\(|\\[1-9]")  # to a group by number or name
_SOME_TEXT = "".join(map(chr, (*range(0x20, 0x7F), *range(0xAC00, 0xD7A4))))
_FEW = 1500  # more first letters of _SOME_TEXT than these are not worth leaping


def leaping(source: str, flags: int) -> re.Pattern[str] | None:
    """A pattern that finds where ``source`` may begin to match, in a text of any end; None where it may nearly anywhere."""
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
    return nameless(rf"[{letters}](?<=(?={_without_end(source)})(?s:.))", flags) if few else None


def nameless(source: str, flags: int) -> re.Pattern[str] | None:
    """The pattern without the names of its groups; None where ``re`` cannot read it or it refers to a group."""
    try:
        return None if _REFERS.search(source) else re.compile(_GROUP_NAME.sub("(?:", source), flags)
    except re.error:
        return None


def _without_end(source: str) -> str:
    """The pattern without what looks at the end of a text: it matches wherever ``source`` does, were the text cut off or not."""
    parts: list[str] = []
    at = 0
    while at < len(source):
        end = at + 1
        if source.startswith("(?!", at):
            at = closing(source, at) + 1
            continue
        if source[at] == "[":
            end = class_end(source, at) + 1
        elif source[at] == "\\":
            end = at + 2
        elif source[at] == "(" and (lookaround := _NO_WIDTH.match(source, at)):
            end = lookaround.end()
        elif source[at] == "+" and at and source[at - 1] in "?*+}" and not source.startswith("\\", at - 2):
            at += 1
            continue
        if source[at:end] not in ("$", r"\Z"):
            parts.append(source[at:end])
        at = end
    return "".join(parts)


def _first_letters(source: str) -> tuple[str | None, bool]:
    """The letters with which a match may begin, as they stand in a class, None for any; and whether it may be empty."""
    letters: str | None = ""
    may_be_empty = False
    for choice in alternatives(source):
        found, empty = _first_of_choice(choice)
        letters = None if letters is None or found is None else letters + found
        may_be_empty = may_be_empty or empty
    return letters, may_be_empty


def _first_of_choice(source: str) -> tuple[str | None, bool]:
    letters = ""
    at = 0
    while at < len(source):
        if _NO_WIDTH.match(source, at):
            at = at + source[at:].index(")") + 1 if source[at + 2] not in "<=!" else closing(source, at) + 1
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
        end = closing(source, at)
        found, empty = _first_letters(source[opening.end() : end]) if opening else (None, False)
        return found, empty, end + 1
    if letter == "[":
        end = class_end(source, at)
        inner = source[at + 1 : end]
        plain = rf"\{inner}" if inner[0] == "-" else inner
        return (None if inner[0] == "^" else plain[:-1] + r"\-" if plain[-1] == "-" else plain), False, end + 1
    if letter == "\\":
        escape = source[at + 1]
        return (source[at : at + 2] if escape in "ds" or not escape.isalnum() else None), escape in "bBAZ", at + 2
    if letter == ".":
        return None, False, at + 1
    return (rf"\{letter}" if letter in "]-^" else letter), False, at + 1
