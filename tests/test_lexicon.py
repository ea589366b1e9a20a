"""The word lists: every file is well formed, says where it comes from, and is used; a wrong row is told exactly."""

from __future__ import annotations

import unicodedata
from importlib.resources import files
from pathlib import Path

import pytest
import regex

import visitextract
from visitextract import LexiconError, lexicon
from visitextract.rules import CATALOGUE

SOURCES = {path: path.read_text(encoding="utf-8") for path in Path(visitextract.__file__).parent.rglob("*.py")}
HEADER = "surface\tclass\tmeaning\tnote"
each_lexicon = pytest.mark.parametrize("name", lexicon.names())


@each_lexicon
def test_it_loads_and_says_where_it_comes_from(name: str) -> None:
    assert lexicon.load(name)
    content = files("visitextract.lexicon").joinpath(f"{name}.tsv").read_text(encoding="utf-8")
    (provenance,) = [line for line in content.splitlines() if line.startswith("# provenance: ")]
    assert len(provenance) > 30


@each_lexicon
def test_words_are_written_as_rules_read_them(name: str) -> None:
    for entry in lexicon.load(name):
        assert entry.surface == unicodedata.normalize("NFC", entry.surface)
        assert not regex.search(r"\s{2}|[\u200b\u00a0]", entry.surface)


@each_lexicon
def test_it_is_used_by_a_rule_or_a_stage(name: str) -> None:
    slots = any(f"{{{name}}}" in rule.pattern or f"{{{name}:" in rule.pattern for rule in CATALOGUE)
    code = any(regex.search(rf"""["']{name}["']|\{{{name}[:}}]""", source) for source in SOURCES.values())
    assert slots or code


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        (f"# provenance: x\n{HEADER}\n회담\n", "sample.tsv:3: '회담' is not"),
        (f"# provenance: x\n{HEADER}\n회담\t\n", "sample.tsv:3:"),
        (f"# provenance: x\n{HEADER}\n회담 \ttalks\n", "blanks at the edge"),
        (f"# provenance: x\n{HEADER}\n회담\ttalks\n회담\ttalks\n", "sample.tsv:4: '회담' stands twice in class 'talks'"),
        (f"# provenance: x\n{HEADER}\n회담\ta\tb\tc\td\n", "sample.tsv:3:"),
        (f"{HEADER}\n회담\ttalks\n", "no '# provenance: ' line"),
        ("# provenance: x\nsurface\tclass\n회담\ttalks\n", "sample.tsv:2: the header is"),
        ("", "no '# provenance: ' line or no header"),
    ],
)
def test_a_wrong_file_is_told_with_file_line_and_value(rows: str, message: str) -> None:
    with pytest.raises(LexiconError) as caught:
        lexicon.parse("sample", rows)
    assert message in str(caught.value)


def test_a_lexicon_that_does_not_exist_is_an_error() -> None:
    with pytest.raises(LexiconError, match="no lexicon 'nothing'"):
        lexicon.load("nothing")
