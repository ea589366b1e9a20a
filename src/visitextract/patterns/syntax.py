"""How a regular expression is written: where its groups, classes and alternatives end."""

from __future__ import annotations


def closing(source: str, start: int) -> int:
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


def class_end(source: str, at: int) -> int:
    """The index of the bracket that closes the class at ``at``."""
    at += 1 + (source[at + 1] == "^")
    at += source[at] == "]"
    while source[at] != "]":
        at += 1 + (source[at] == "\\")
    return at


def element_end(source: str, at: int) -> int:
    """Where the letter, class or escape at ``at`` ends."""
    if source[at] == "[":
        return class_end(source, at) + 1
    return at + 1 + (source[at] == "\\")


def alternatives(inner: str) -> list[str]:
    """The alternatives of a pattern; those inside its groups stay together."""
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
