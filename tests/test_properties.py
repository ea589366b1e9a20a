"""What holds for any input: valid records, exact spans, the same bytes every time."""

from __future__ import annotations

import os
import subprocess
import sys
import unicodedata
from typing import Any

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from visitextract import Extraction, extract, find_times, json_schema
from visitextract.explain import explain
from visitextract.testing import DISGUISES, any_text, assert_exact, news_text

VALIDATOR = jsonschema.Draft202012Validator(json_schema())
ARTICLE = """홍길동 한빛그룹 회장, 존 스미스 구글 CEO와 오찬

(서울=한빛뉴스) 박서연 기자 = 존 스미스 구글 최고경영자(CEO)가 27일 한국을 방문했다.
스미스 CEO는 28일 낮 12시30분께 서울 한빛타워에서 홍길동 한빛그룹 회장과 1시간40분가량 오찬 회동을 가졌다.
홍 회장은 회동 뒤 "협력을 넓히겠다"며 "곧 다시 만날 것"이라고 말했다.
한빛그룹 관계자는 다음 달 3일 두 사람이 다시 만날 예정이라고 밝혔다.
"""
relaxed = settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])


def without_spans(value: Any) -> Any:
    """A JSON document without offsets, and its strings composed: what a disguise must not change."""
    if isinstance(value, dict):
        if value.keys() >= {"start", "end", "text"}:
            return None
        return {key: without_spans(item) for key, item in value.items() if key != "id"}
    if isinstance(value, list):
        return [without_spans(item) for item in value]
    return value


@relaxed
@given(any_text(), st.none() | st.dates().map(str))
def test_any_string_gives_a_valid_extraction(text: str, published: str | None) -> None:
    extraction = extract(text, published=published)
    assert_exact(extraction, text)
    VALIDATOR.validate(extraction.model_dump(mode="json"))


@relaxed
@given(news_text(), st.none() | st.dates().map(str))
def test_any_shuffled_news_gives_a_valid_extraction(text: str, published: str | None) -> None:
    extraction = extract(text, published=published)
    assert_exact(extraction, text)
    VALIDATOR.validate(extraction.model_dump(mode="json"))


@relaxed
@given(any_text() | news_text(), st.none() | st.dates().map(str))
def test_any_string_has_exact_times_and_an_explanation(text: str, published: str | None) -> None:
    for when in find_times(text, published=published):
        assert when.evidence is not None
        assert text[when.evidence.start : when.evidence.end] == when.evidence.text
        assert when.start or when.duration or when.anchor == "unresolved"
    explanation = explain(text, published=published)
    for candidate in explanation.passed_over:
        assert text[candidate.words.start : candidate.words.end] == candidate.words.text
        assert candidate.why


@pytest.mark.parametrize("disguise", DISGUISES)
def test_a_disguise_moves_the_spans_and_changes_nothing_else(disguise: str) -> None:
    plain = extract(ARTICLE, published="2024-02-29")
    assert len(plain.persons) == 2
    assert plain.meetings
    assert plain.visits
    assert len(plain.statements) >= 2
    text = DISGUISES[disguise](ARTICLE)
    other = extract(text, published="2024-02-29")
    assert_exact(other, text)
    assert without_spans(other.model_dump(mode="json")) == without_spans(plain.model_dump(mode="json"))


@relaxed
@given(news_text(), st.sampled_from(sorted(DISGUISES.keys() - {"padding"})))
def test_any_news_in_disguise_gives_the_same_records(text: str, disguise: str) -> None:
    plain = extract(text, published="2024-02-29").model_dump(mode="json")
    other = extract(DISGUISES[disguise](text), published="2024-02-29").model_dump(mode="json")
    assert without_spans(other) == without_spans(plain)


def test_statement_words_read_composed_and_evidence_reads_as_passed() -> None:
    text = unicodedata.normalize("NFD", ARTICLE)
    (first, *_) = [item for item in extract(text, published="2024-02-29").statements if "협력" in item.text]
    assert first.text == "협력을 넓히겠다"
    assert text[first.evidence.start : first.evidence.end] == first.evidence.text


def test_the_same_input_gives_the_same_bytes_in_any_process() -> None:
    script = (
        "import sys; from visitextract import extract; print(extract(sys.stdin.read(), published='2024-02-29').model_dump_json())"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", script],
            input=ARTICLE.encode(),
            capture_output=True,
            check=True,
            timeout=120,
            env=os.environ | {"PYTHONHASHSEED": seed, "TZ": zone, "PYTHONUTF8": "1"},
        ).stdout
        for seed, zone in (("0", "UTC"), ("1", "Asia/Seoul"), ("4242", "America/Los_Angeles"))
    }
    here = extract(ARTICLE, published="2024-02-29").model_dump_json() + "\n"
    assert outputs == {here.encode()}


def test_a_run_leaves_nothing_behind_for_the_next() -> None:
    before = extract(ARTICLE, published="2024-02-29")
    extract(ARTICLE.replace("홍길동", "김민수").replace("스미스", "브라운"), published="2023-06-01")
    assert extract(ARTICLE, published="2024-02-29") == before


@pytest.mark.parametrize("text", ["", " ", "\n", "\ufeff", "The ministers met in Seoul.", "\0", "\u200b" * 50, "“", "2024"])
def test_a_text_with_nothing_to_tell_gives_an_empty_extraction(text: str) -> None:
    extraction = extract(text)
    assert extraction == Extraction(article=extraction.article)


@pytest.mark.parametrize("piece", ["홍길동 회장은 ", "“", "가", "28일 ", "회담 ", "고 말했다. ", "\n", "("])
def test_a_sentence_without_end_is_read_to_its_end(piece: str) -> None:
    text = piece * (3_000 // len(piece))
    extract(text, published="2024-02-29").verify(text)


def test_a_very_long_page_is_read_to_its_end() -> None:
    lines = [line.replace("협력", f"{number}번째 협력") for number in range(150) for line in ARTICLE.splitlines()[2:]]
    text = "\n".join(lines)
    extraction = extract(text, published="2024-02-29")
    extraction.verify(text)
    assert extraction.statements[-1].evidence.start > len(text) - 500
