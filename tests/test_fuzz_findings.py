"""What fuzzing (``fuzz/run.py``) and hostile texts found, each mended and kept: nothing raises, every span is exact."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from visitextract import extract, find_times
from visitextract.testing import assert_exact

sys.path.insert(0, str(Path(__file__).parents[1] / "fuzz"))

import checks  # type: ignore[import-not-found]
import inputs  # type: ignore[import-not-found]

FINDINGS = {
    "numerals that are no number": "八八月 十五日에 열렸다.",
    "a day in numerals that is no number": "홍길동八月 十五五日에 열렸다.",
    "a range whose end is before its start": "홍길동 장관은 3일 오후 3시∼오후 1시 김민수 대표를 만났다.",
    "a day that the month does not have": "홍길동 장관은 2월 30일 김민수 대표를 만났다.",
    "half a surrogate pair in a name": "박서연 \ud800장관은 “협력\udfff을 넓히겠다”고 말했다.",
    "quotation marks that nobody closes": "홍길동 장관은 " + "“‘\"「" * 60 + "만났다고 말했다.",
    "brackets within brackets": "([{<" * 200 + "홍길동 장관은 만났다" + ">}])" * 200,
    "letters that change the direction": "\u202e홍길동\u202c 장관은 \u2066김민수\u2069 대표를 만났다.",
    "control characters": "".join(map(chr, range(32))) + "홍길동 장관은\x00 3일\x1b[31m 김민수 대표를 만났다.",
    "one letter of each plane": "".join(chr(plane << 16 | 0xAC00) for plane in range(17)) + " 장관은 3일 만났다.",
    "combining marks without end": "홍" + "\u0301" * 3000 + "길동 장관은 3일 만났다.",
    "jamo that make no syllable": "\u1100\u1100\u11a8\u1161\u11a8 장관은 3일 만났다.",
}


@pytest.mark.parametrize("text", FINDINGS.values(), ids=FINDINGS)
def test_what_was_found_stays_mended(text: str) -> None:
    for written in (text, f"{text}\n\n{text}", text * 3):
        assert_exact(extract(written, published="2024-02-29"), written)
        for when in find_times(written, published="2024-02-29"):
            assert when.evidence is not None
            assert written[when.evidence.start : when.evidence.end] == when.evidence.text


@pytest.mark.parametrize("text", FINDINGS.values(), ids=FINDINGS)
def test_records_of_any_text_are_json(text: str) -> None:
    document = json.dumps(extract(text, published="2024-02-29").model_dump(mode="json"))
    assert json.loads(document)["article"]["id"]


CHECKS = [checks.records, checks.times, checks.reasons, checks.dossiers]


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
@settings(deadline=None, max_examples=40)
@given(data=st.binary(max_size=60))
def test_the_fuzzer_s_invariants_hold_for_texts_made_of_bytes(check: object, data: bytes) -> None:
    assert callable(check)
    check(inputs.text_of(data))


@settings(deadline=None, max_examples=150)
@given(data=st.binary(max_size=60) | st.text(max_size=30).map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_any_bytes_are_a_text_or_an_error_that_says_so(data: bytes) -> None:
    checks.files(data)


def test_the_fuzzer_makes_texts_of_every_way() -> None:
    texts = {way: inputs.text_of(bytes([way]) + bytes(range(40, 100))) for way in range(8)}
    assert len(set(texts.values())) == 4
    assert all(texts.values())
