"""Tests that follow from the catalogue alone: they hold for any rule that is added to it."""

from __future__ import annotations

import importlib
import pkgutil
import time
import unicodedata
from pathlib import Path

import pytest

import visitextract.rules
from visitextract.rules import CATALOGUE
from visitextract.rules.chunk import ChunkRule
from visitextract.rules.rule import Rule, check, expectation
from visitextract.spans import normalize
from visitextract.tokens import tag_string, tokenize

FOLDER = Path(visitextract.rules.__file__).parent
each_rule = pytest.mark.parametrize("rule", CATALOGUE, ids=lambda rule: rule.id)


def test_every_file_of_the_folder_is_in_the_catalogue() -> None:
    files = {path.stem for path in FOLDER.iterdir() if path.suffix == ".py" or (path / "__init__.py").is_file()} - {
        "__init__",
        "rule",
        "chunk",
    }
    assert files == {family.__name__.rpartition(".")[2] for family in visitextract.rules.FAMILIES}


def test_no_rule_is_defined_and_left_out() -> None:
    listed = {id(rule) for rule in CATALOGUE}
    for module in [
        importlib.import_module(found.name) for found in pkgutil.walk_packages(visitextract.rules.__path__, "visitextract.rules.")
    ]:
        left_out = [name for name, value in vars(module).items() if isinstance(value, Rule) and id(value) not in listed]
        assert left_out == [], module.__name__


def test_ids_are_unique_and_say_their_family() -> None:
    ids = [rule.id for rule in CATALOGUE]
    assert len(ids) == len(set(ids))
    assert all("." in name and name == name.lower() for name in ids)


@each_rule
def test_a_rule_does_what_its_examples_say(rule: Rule) -> None:
    assert check(rule) == []


@each_rule
def test_a_rule_says_what_it_means(rule: Rule) -> None:
    assert rule.means.strip()
    assert all(no.why.strip() for no in rule.no)


@each_rule
def test_a_near_miss_belongs_to_a_rule_that_exists_and_takes_it(rule: Rule) -> None:
    known = {other.id: other for other in CATALOGUE}
    for no in rule.no:
        if no.belongs_to:
            assert no.belongs_to in known, no
            assert known[no.belongs_to].fields(no.text), no


@each_rule
def test_the_prefilter_loses_nothing(rule: Rule) -> None:
    if not rule.needs:
        pytest.skip("tried on every sentence")
    for yes in rule.yes:
        text, _ = expectation(yes.text)
        assert any(need in text for need in rule.needs), yes.text


@each_rule
def test_what_stands_around_a_sentence_only_moves_the_hit(rule: Rule) -> None:
    for yes in rule.yes:
        text, wanted = expectation(yes.text)
        padded = f"앞에 선 문장이다.\n{text}\n뒤에 선 문장이다."
        moved = padded.index(text)
        if isinstance(rule, ChunkRule):
            hits = rule.fields(padded)
        else:
            hits = [
                (name, *hit.span(name)) for hit in rule.finditer(padded, moved, moved + len(text)) for name in hit.re.groupindex
            ]
        found = {hit for hit in hits if moved <= hit[1] < hit[2] <= moved + len(text)}
        assert found == {(name, start + moved, end + moved) for name, start, end in wanted}, yes.text


@each_rule
def test_another_way_of_writing_the_same_letters_changes_nothing(rule: Rule) -> None:
    for yes in rule.yes:
        text, wanted = expectation(yes.text)
        if normalize(text).text != text:
            continue
        for other in (unicodedata.normalize("NFD", text), text.replace(" ", "\u00a0"), "\u200b".join(text)):
            assert rule.fields(normalize(other).text) == wanted, yes.text


HOSTILE = (
    "가" * 20_000,
    " " * 20_000,
    "1" * 20_000,
    "가 " * 10_000,
    "1일 " * 5_000,
    "\"'(“‘[" * 3_000,
    "홍길동 한빛그룹 회장과 " * 1_500,
    "김 장관은 이 회장을 만나 오찬을 함께하며 " * 800,
)


@each_rule
def test_cost_grows_with_length_and_no_faster(rule: Rule) -> None:
    """On 20,000 letters a pattern that backtracks without bound takes minutes, a sound one milliseconds."""
    samples = [*HOSTILE, *(expectation(yes.text)[0] * (20_000 // max(1, len(yes.text))) for yes in rule.yes[:2])]
    for sample in samples:
        letters = tag_string(tokenize(sample, 0, len(sample)))[0] if isinstance(rule, ChunkRule) else sample
        begun = time.process_time()
        for _ in rule.compiled.finditer(letters):
            pass
        assert time.process_time() - begun < 4
