"""For tests, of this project and of pipelines built on it: the rule checker, and hypothesis strategies for Korean news.

Needs ``hypothesis`` (``pip install 'visitextract[test]'``).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

from hypothesis import strategies as st

from visitextract.records import Extraction
from visitextract.rules.rule import check, expectation

__all__ = ["DISGUISES", "any_text", "assert_exact", "check", "expectation", "news_text"]

PIECES = (
    "홍길동", "김민수 한빛그룹 회장", "박서연 장관", "존 스미스 구글 최고경영자(CEO)", "김 회장", "양측", "두 사람", "그는",
    "은 ", "는 ", "이 ", "가 ", "과 ", "와 ", "을 ", "를 ", "에게 ", "에서 ", "의 ", "도 ",
    "28일 ", "이날 ", "지난달 ", "다음 달 3일 ", "2024년 2월 ", "오후 2시30분께 ", "4∼7일 ", "1시간40분가량 ",
    "서울", "미국", "한빛타워", "회담", "오찬", "정상회담", "면담을 가졌다", "만났다", "방한한다", "방문할 예정이다", "취소됐다",
    "“협력을 넓히겠다”", "\"검토 중", "라며 ", "라고 말했다", "고 밝혔다", "는 입장이다", "에 따르면 ",
    ".", ",", "…", "·", " ", "\n", "\n\n", "▲", "[사진=한빛뉴스]", "(서울=한빛뉴스) 박서연 기자 = ",
    "무단 전재 및 재배포 금지", "\"", "‘", "’", "(", ")",
)  # fmt: skip


def news_text(max_pieces: int = 40) -> st.SearchStrategy[str]:
    """Strings put together from the pieces that news about visits is made of, in any order."""
    return st.lists(st.sampled_from(PIECES), max_size=max_pieces).map("".join)


def any_text() -> st.SearchStrategy[str]:
    """Any string whatever, and news with anything in between."""
    stray = st.text(max_size=8)
    mixed = st.lists(st.one_of(st.sampled_from(PIECES), stray), max_size=30).map("".join)
    return st.one_of(st.text(), mixed, st.text(alphabet=st.characters(exclude_categories=())))


_FULL_WIDTH = {code: code + 0xFEE0 for code in range(0x21, 0x7F)} | {0x20: 0x3000}

DISGUISES: dict[str, Callable[[str], str]] = {
    "NFC": lambda text: unicodedata.normalize("NFC", text),
    "NFD": lambda text: unicodedata.normalize("NFD", text),
    "CRLF": lambda text: text.replace("\n", "\r\n"),
    "full-width letters": lambda text: text.translate(_FULL_WIDTH),
    "no-break spaces": lambda text: text.replace(" ", "\u00a0"),
    "zero-width spaces": "\u200b".join,
    "byte order mark": lambda text: f"\ufeff{text}",
    "padding": lambda text: f"\n\n{text}\n\n",
}
"""Ways of writing the same article with other code points: the records stay, only the spans move."""


def assert_exact(extraction: Extraction, text: str) -> None:
    """Check that every span is what stands in ``text`` and that the document survives its way through JSON.

    Raises:
        RecordError: a span does not fit.
        AssertionError: the document read back is another one.
    """
    extraction.verify(text)
    assert Extraction.model_validate(extraction.model_dump(mode="json")) == extraction
