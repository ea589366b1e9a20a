"""The way from the text that rules read back to the text that the caller passed."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from visitextract.spans import normalize


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("２８일", "28일"),
        ("이재명\u200b 대통령", "이재명 대통령"),
        ("한·미", "한\u00b7미"),
        ("한ㆍ미", "한\u00b7미"),
        ("4∼7일", "4~7일"),
        ("4～7일", "4~7일"),
        ("홍길동\u00a0회장", "홍길동 회장"),
        ("첫째\r\n둘째\r셋째", "첫째\n둘째\n셋째"),
        (unicodedata.normalize("NFD", "회담을 열었다"), "회담을 열었다"),
        ("\ufeff회담", "회담"),
        ("「회담」", "「회담」"),
        ("｢회담｣", "「회담」"),
    ],
)
def test_one_meaning_is_read_one_way(written: str, read: str) -> None:
    assert normalize(written).text == read


def test_a_range_comes_back_whole() -> None:
    text = unicodedata.normalize("NFD", "앞 회담 뒤")
    source = normalize(text)
    start = source.text.index("회담")
    a, b = source.to_original(start, start + 2)
    assert unicodedata.normalize("NFC", text[a:b]) == "회담"


@given(st.text())
def test_any_string_is_normalised_and_every_range_maps_back(text: str) -> None:
    source = normalize(text)
    assert source.original == text
    last = 0
    for position in range(len(source.text)):
        start, end = source.to_original(position, position + 1)
        assert 0 <= start < end <= len(text)
        assert start >= last
        last = start
    assert source.to_original(0, len(source.text))[1] <= len(text)


@given(st.text(alphabet="가나다 회담을했다.\n28일"))
def test_plain_text_is_left_alone(text: str) -> None:
    source = normalize(text)
    assert source.text == text
    assert source.starts is None


@given(st.text(alphabet=st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3) | st.sampled_from(" \n.,28")))
def test_composed_and_decomposed_letters_read_the_same(text: str) -> None:
    assert normalize(unicodedata.normalize("NFD", text)).text == normalize(text).text
