"""Rules over class letters: what a noun phrase is made of, one letter a token (see ``tokens.py`` for the letters).

A chunk rule is a ``Rule`` whose pattern reads the tag string of a sentence instead of its characters, so that
``(?P<name>k)(?P<org>O)(?P<title>T)`` says: a name, a bare organization, a title. A bar stands behind each token that carries
a particle, and a chunk cannot cross it. Examples are plain Korean sentences with marks, as for every rule.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import cast

import regex

from visitextract.rules.rule import Rule
from visitextract.tokens import Token, tag_string, tokenize


class Chunk:
    """One hit of a chunk rule: the rule and, for each group that matched, its first and last token."""

    __slots__ = ("end", "groups", "rule", "start")

    def __init__(self, rule: ChunkRule, match: regex.Match[str], index: list[int]) -> None:
        self.rule = rule
        self.start, self.end = index[match.start()], index[match.end() - 1]
        self.groups = {
            name: (index[match.start(name)], index[match.end(name) - 1])
            for name in match.re.groupindex
            if match.start(name) < match.end(name)
        }


class ChunkRule(Rule):
    """A rule over the class letters of a tokenized sentence."""

    @cached_property
    def compiled(self) -> regex.Pattern[str]:
        """The pattern over class letters; Python's own engine is the faster one for short texts."""
        try:
            return cast("regex.Pattern[str]", re.compile(self.pattern))
        except re.error:
            return regex.compile(self.pattern)

    def chunks(self, letters: str, index: list[int]) -> list[Chunk]:
        """The hits over a sentence's tag string."""
        return [Chunk(self, match, index) for match in self.compiled.finditer(letters)]

    def fields(self, text: str) -> list[tuple[str, int, int]]:
        """``(group, start, end)`` of every group of every hit, in characters of ``text``."""
        tokens: list[Token] = tokenize(text, 0, len(text))
        letters, index = tag_string(tokens)
        found = [
            (name, tokens[first].start, tokens[last].np_end)
            for chunk in self.chunks(letters, index)
            for name, (first, last) in chunk.groups.items()
        ]
        return sorted(found, key=lambda item: (item[1], item[2], item[0]))
