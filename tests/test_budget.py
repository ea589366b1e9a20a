"""The time budget of an article: a partial result with a warning, never a stuck run; and the bounds that let it work."""

from __future__ import annotations

import re
import time
from itertools import count
from typing import Any

import pytest

from test_patterns import RULES, stage_patterns
from visitextract import Extraction, FailedArticle, extract, extract_many
from visitextract.article import read_article
from visitextract.batch import in_order, limit_of
from visitextract.budget import LETTERS, LONGEST_SENTENCE, Budget, OutOfTime, in_pieces
from visitextract.sentences import Sentence, split_sentences
from visitextract.spans import normalize
from visitextract.testing import assert_exact

STORY = "홍길동 장관은 3일 서울에서 김민수 대표를 만나 \"협력을 넓히겠다\"고 말했다. "
MEGABYTE_LINES = {
    "sentences": STORY,
    "no full stop": STORY.replace(".", ""),
    "one syllable": "가",
    "open quotations": "“가나다 ",
    "open brackets": "(가",
    "names": "김민수 장관 ",
    "dates": "3일 ",
    "captions": "▶ 인터뷰 : ",
    "marks": "\"'“(",
    "decomposed": "\u1112\u1169\u11bc",
}


def test_an_ordinary_article_is_the_same_with_a_budget() -> None:
    for text in (STORY, STORY * 20):
        assert extract(text, published="2024-05-04", budget=600) == extract(text, published="2024-05-04")
    assert extract(STORY).warnings == ()


def test_a_budget_that_runs_out_leaves_what_was_found_and_says_so() -> None:
    text = STORY * 300
    found = extract(text, published="2024-05-04", id="long", budget=0.001)
    assert_exact(found, text)
    assert found.article.id == "long"
    assert found.statements == ()
    (warning,) = found.warnings
    assert warning.startswith("the time budget of 0.001 s ran out; not read: ")
    assert warning.endswith("statements")


@pytest.mark.parametrize("piece", MEGABYTE_LINES.values(), ids=MEGABYTE_LINES)
def test_a_line_of_ten_megabytes_ends(piece: str) -> None:
    text = piece * (10_000_000 // len(piece.encode()))
    found = extract(text, published="2024-05-04", id="x", budget=0.5)
    found.verify(text)
    assert any(warning.startswith("only the first ") for warning in found.warnings)


def test_the_id_of_a_text_too_long_to_be_read_is_that_of_the_whole_text() -> None:
    one, other = (STORY * 2000 + end for end in ("가", "나"))
    ids = [extract(text, budget=0.1).article.id for text in (one, other, one)]
    assert ids[0] == ids[2] != ids[1]


@pytest.mark.parametrize("budget", [0, -1, float("nan")])
def test_a_budget_is_a_positive_number(budget: float) -> None:
    with pytest.raises(ValueError, match="budget"):
        extract(STORY, budget=budget)
    with pytest.raises(ValueError, match="budget"):
        list(extract_many([STORY], budget=budget))


def test_stages_are_interrupted_between_sentences() -> None:
    sentences = split_sentences(read_article(normalize(STORY * 10)))
    ticks = count()
    watched = Budget(5, lambda: next(ticks)).watched(sentences)
    taken: list[Sentence] = []
    with pytest.raises(OutOfTime):
        taken.extend(iter(watched))
    assert 0 < len(taken) < len(sentences)


@pytest.mark.parametrize("text", ["가" * 9_000, "가나 " * 3_000, "“" + "홍길동은 " * 2_000 + "”라고 말했다.", STORY * 3])
def test_no_pattern_is_given_more_than_a_long_sentence_at_once(text: str) -> None:
    article = read_article(normalize(text))
    sentences = split_sentences(article)
    pieces = in_pieces(article.text, sentences)
    assert max(piece.end - piece.start for piece in pieces) <= LONGEST_SENTENCE
    assert [piece.index for piece in pieces] == list(range(len(pieces)))

    def letters(stretches: object) -> str:
        return "".join("".join(article.text[one.start : one.end].split()) for one in stretches)  # type: ignore[attr-defined]

    assert letters(pieces) == letters(sentences)  # nothing is lost, nothing read twice
    for piece in pieces:
        assert article.text[piece.start : piece.end].strip() == article.text[piece.start : piece.end] != ""
        assert all(piece.start <= quote.outer_start and quote.outer_end <= piece.end for quote in piece.quotes)


def test_a_text_is_cut_at_a_blank_and_offsets_stay_the_caller_s() -> None:
    text = "\u200b".join(STORY * (2 * LETTERS // len(STORY)))
    limit = Budget(1, time.monotonic)
    read = limit.readable(normalize(text))
    assert LETTERS // 2 < len(read.text) <= LETTERS
    assert read.text == normalize(text).text[: len(read.text)]
    assert read.to_original(0, 3) == (0, 5)
    assert len(limit.warnings) == 1


def _work(word: str) -> str:
    if word == "asleep":
        time.sleep(600)
    if word == "in a pattern":
        re.match(r"(?:a+)+b", "a" * 60)  # what no rule may be, and what nothing written in Python can interrupt
    return word.upper()


@pytest.mark.parametrize("stuck", ["asleep", "in a pattern"])
def test_a_worker_that_is_stuck_is_replaced_and_costs_its_own_article(stuck: str, capfd: pytest.CaptureFixture[str]) -> None:
    words = ["a", "b", stuck, *"cdefghijklmnop"]
    outcomes = list(in_order(_work, words, workers=2, limit=1.5))
    assert [word for word, _ in outcomes] == words
    results = dict(outcomes)
    fault = results.pop(stuck)
    assert getattr(fault, "error", None) == "TimeoutError"
    assert "1.5 seconds" in getattr(fault, "message", "")
    assert list(results.values()) == [word.upper() for word in results]
    assert "test_budget.py" in capfd.readouterr().err  # where it was stuck, for a report


def test_batches_have_a_budget_of_their_own_accord() -> None:
    limit = limit_of(60.0)
    assert limit is not None
    assert limit > 60
    assert limit_of(None) is None
    long = STORY * 300
    results = list(extract_many([STORY, long, STORY], budget=0.001, workers=1))
    assert [type(result) for result in results] == [Extraction] * 3
    assert not isinstance(results[1], FailedArticle)
    assert results[1].warnings


LITERAL = re.compile(r"[가-힣A-Za-z一-龥]{1,8}|[\"'“”‘’()\[\],.:·~∼\-/]")
MARKUP = re.compile(r"\\[pP]\{\w+\}|\(\?P?<?\w*[>:=!]|\\.|\{[a-z_:]+\}")
PATTERNS = [
    *((name, pattern, vars(pattern)["_made_of"][0], vars(pattern)["_made_of"][2]) for name, pattern in stage_patterns()),
    *((rule.id, rule.compiled, rule.pattern, {}) for rule in RULES),
]


def hostile(source: str, lists: dict[str, frozenset[str]]) -> list[str]:
    """What a pattern is made of, over and over: its literals together, apart and alone, and what its classes take."""
    literals = list(dict.fromkeys(LITERAL.findall(MARKUP.sub("", source))))
    literals = [*literals, *(word for words in lists.values() for word in sorted(words)[:3])][:24]
    pieces = dict.fromkeys(["".join(literals) or "가", " ".join(literals) or "가 ", *literals[:3], "가", "가나 ", "12"])
    return [(piece * (LONGEST_SENTENCE // len(piece) + 1))[:LONGEST_SENTENCE] for piece in pieces]


@pytest.mark.parametrize(("pattern", "source", "lists"), [rest for _, *rest in PATTERNS], ids=[name for name, *_ in PATTERNS])
def test_no_pattern_takes_long_over_the_longest_sentence_made_of_its_own_literals(
    pattern: Any, source: str, lists: dict[str, frozenset[str]]
) -> None:
    """A pattern that backtracks without bound takes minutes for one of these; a sound one milliseconds."""
    pattern.search("가")
    for text in hostile(source, lists):
        begun = time.process_time()
        for _ in pattern.finditer(text):
            pass
        assert time.process_time() - begun < 4
