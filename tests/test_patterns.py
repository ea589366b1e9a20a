"""The two engines find the same: every pattern of the program, over its examples and the fixtures."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator
from typing import Any

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

import visitextract
from fixture_articles import FIXTURES
from visitextract.lexicon import words
from visitextract.patterns import build, lazily, tree
from visitextract.rules import CATALOGUE
from visitextract.rules.chunk import ChunkRule
from visitextract.rules.rule import Rule, expectation

SLOT = re.compile(r"\{([a-z][a-z_]*)(?::([a-z_]+))?\}")
RULES = [rule for rule in CATALOGUE if not isinstance(rule, ChunkRule)]


def as_written(rule: Rule) -> regex.Pattern[str]:
    """The rule's pattern for ``regex``, each slot a plain list of its words."""

    def fill(match: re.Match[str]) -> str:
        chosen = sorted(words(match[1], match[2]), key=lambda word: (-len(word), word))
        return f"(?:{'|'.join(regex.escape(word, literal_spaces=False) for word in chosen)})"

    return regex.compile(SLOT.sub(fill, rule.pattern))


def found(pattern: regex.Pattern[str], text: str, start: int, end: int) -> list[tuple[object, ...]]:
    return [(match.span(), match.groups()) for match in pattern.finditer(text, start, end)]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_finds_what_its_pattern_says(rule: Rule) -> None:
    plain = as_written(rule)
    texts = [expectation(yes.text)[0] for yes in rule.yes] + [no.text for no in rule.no] + [one.text for one in FIXTURES[:4]]
    for text in texts:
        for start, end in ((0, len(text)), (len(text) // 3, len(text)), (2, len(text) * 2 // 3)):
            assert found(rule.compiled, text, start, end) == found(plain, text, start, end)


def stage_patterns() -> Iterator[tuple[str, regex.Pattern[str]]]:
    """Every pattern that a module of the program holds, with its name."""
    for module in pkgutil.walk_packages(visitextract.__path__, "visitextract."):
        if not module.name.endswith(("__main__", ".arrow")):
            for name, value in vars(importlib.import_module(module.name)).items():
                if hasattr(value, "_made_of"):
                    yield f"{module.name}.{name}", value


@pytest.mark.parametrize("name", [name for name, _ in stage_patterns()])
def test_a_stage_finds_what_its_pattern_says(name: str) -> None:
    pattern = dict(stage_patterns())[name]
    source, flags, lists = vars(pattern)["_made_of"]
    named: dict[str, Any] = {key: sorted(value, key=len, reverse=True) for key, value in lists.items()}
    plain = regex.compile(source, flags, **named)
    for one in FIXTURES[:6]:
        for start, end in ((0, len(one.text)), (100, 400)):
            assert found(pattern, one.text, start, end) == found(plain, one.text, start, end)


@given(st.sets(st.text("가나다-[.", min_size=1, max_size=4), min_size=1, max_size=12), st.text("가나다-[.", max_size=8))
def test_a_tree_matches_the_longest_word_that_stands_there(chosen: set[str], text: str) -> None:
    match = re.match(tree(chosen), text)
    standing = [word for word in chosen if text.startswith(word)]
    assert (match.group() if match else None) == max(standing, key=len, default=None)


@pytest.mark.parametrize(
    "source",
    [
        r"(?<![\p{L}\d])\p{L}{2}",
        r"\p{Han}+|[\p{Hangul}·]+",
        r"(?<!가|나다|[라)]마)바",
        r"(?<=가|나다|[^라|]마)바",
        r"[^]가]+",
        r"[]가(]+",
        r"(?P<a>가)|(?P<a>나)",
        r"\p{Lu}+",
        r"(?i:abc)|(?m:^)가",
        r"(?:\(\d{1,3}\)){1,2}+",
    ],
)
def test_what_is_translated_means_the_same(source: str) -> None:
    for text in ("가바 나다바 라마바 마바)마바", "ABCabc 漢字가나·ab１２", "a가]나(다\n가(12)(3) 힣\U00020000Ⅲ①ſ가", "ᄀ가ㄱ㈜"):
        assert found(build(source), text, 0, len(text)) == found(regex.compile(source), text, 0, len(text))


@given(st.text("가나다 .,", min_size=1, max_size=40), st.integers(1, 7))
def test_a_text_read_bit_by_bit_gives_what_each_bit_holds(text: str, size: int) -> None:
    source = r"(?<![가-힣])(?P<word>가나?|나다)++(?P<behind>다)?(?![나다])(?=[ .,]|$)"
    pattern, plain = build(source), regex.compile(source)
    for start in range(0, len(text), size):
        assert found(pattern, text, start, start + size) == found(plain, text, start, start + size)


def test_a_broken_pattern_is_an_error_when_it_is_used() -> None:
    pattern = lazily("(가")
    with pytest.raises(regex.error):
        pattern.search("가")
