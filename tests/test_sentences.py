"""Sentences and quotations."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from visitextract.article import Article, Segment, Zone, read_article
from visitextract.sentences import Sentence, split_sentences
from visitextract.spans import normalize


def of_body(text: str) -> tuple[Article, tuple[Sentence, ...]]:
    """A text that is nothing but one paragraph of body, and its sentences."""
    source = normalize(text)
    article = Article(source, (Segment(0, len(source.text), Zone.BODY, 0),) if source.text else ())
    return article, split_sentences(article)


def split(text: str) -> list[str]:
    article, sentences = of_body(text)
    return [article.text[s.start : s.end] for s in sentences]


@pytest.mark.parametrize(
    "marked",
    [
        "두 장관이 만났다.|이날 회담은 짧았다.",
        "두 장관이 만났다. |29일 회담은 짧았다.",
        "회담이 끝났다.|29일에는 만찬이 있었다.",
        "회담이 끝났습니다.|AI 협력도 논의했습니다.",
        "코스피는 3.5% 올라 4220.56에 마감했다. |환율은 내렸다.",
        "J.D. 밴스 부통령이 왔다. |그는 웃었다.",
        "St. 루이스에서 온 존 스미스 대표가 말했다. |그는 웃었다.",
        "회담은 2024. 2. 29. 서울에서 열렸다. |만찬도 있었다.",
        "자료는 www.example.co.kr 에 있다. |누구나 볼 수 있다.",
        "왜 왔을까? |그는 답하지 않았다.",
        "정말 놀랍다! |모두가 웃었다.",
        '그는 "만나겠다. 곧 보자"고 말했다. |회담은 끝났다.',
        "그는 “만나겠다. 곧 보자.”라며 “기대한다”고 말했다.|이날 회담은 짧았다.",
        '그는 웃었다."자주 만나자"고 말했다.'.replace('웃었다."', '웃었다.|"'),
        "홍 장관(그는 웃었다. 크게.)이 말했다. |끝.",
        '회담이 끝났습니다.|[홍길동/국회의원 (8월 27일)]"만나겠습니다. 곧 보겠습니다."|회담은 짧았습니다.',
        '회담이 끝났습니다. |[홍길동 대통령 : "만나겠습니다."] |회담은 짧았습니다.',
        '회담이 끝났습니다. |▶ 인터뷰 : 홍길동 / 국회의원- "만나겠습니다." |회담은 짧았습니다.',
        "회담은 AI. 그리고 안보였다.".replace("AI. ", "AI. |"),
        "가. 회담의 경과를 설명했다. |나. 결과는 없었다.",
        "그는 말을 잇지 못했다… |회담은 끝났다.",
        "한.미 정상이 만났다. |여.야도 만났다.",
        "1. 두 나라는 협력한다. |2. 대화를 이어간다.",
    ],
)
def test_sentences_end_where_a_reader_would_end_them(marked: str) -> None:
    assert split(marked.replace("|", "")) == [part.strip() for part in marked.split("|")]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ('그는 "만나겠다"며 "곧 보자"고 했다.', ["D0:만나겠다", "D0:곧 보자"]),
        ("그는 “‘예’라고 했다”고 말했다.", ["D0:‘예’라고 했다", "S1:예"]),
        ("그는 '예'라고 했다.", ["S0:예"]),
        ('그는 “만나겠다"고 했다.', ["D0:만나겠다"]),
        ("그는 ”만나겠다”고 했다.", ["D0:만나겠다"]),
        ("그는 “만나겠다’고 했다.", ["D0:만나겠다"]),
        ("그는 ''만나겠다''고 했다.", ["D0:만나겠다"]),
        ("Korea's ‘26년 계획'은 그대로다.".replace("‘26년 계획'", "’26년 계획"), []),
        ("키는 6'2\"다.", []),
        ("소설 《가나다》와 「라마」를 썼다.", ["S0:가나다", "S0:라마"]),
        ('장관은"우리는 만났다"고 했다.', ["D0:우리는 만났다"]),
        ('그가 "나는 "안 된다"고 했다"고 말했다.', ['D0:나는 "안 된다"고 했다', "D1:안 된다"]),
    ],
)
def test_quotations_are_paired(text: str, wanted: list[str]) -> None:
    article, sentences = of_body(text)
    found = [f"{'D' if q.double else 'S'}{q.depth}:{article.text[q.start : q.end]}" for s in sentences for q in s.quotes]
    assert found == wanted


def test_a_missing_closing_mark_swallows_no_more_than_its_own_words() -> None:
    text = '그는 "효과적이라며 "꾸준히 하자"고 말했다. 이어 "만나자"고 했다.'
    article, sentences = of_body(text)
    assert len(sentences) == 2
    quotes = [(article.text[q.start : q.end], q.closed) for s in sentences for q in s.quotes]
    assert quotes == [("효과적", False), ("꾸준히 하자", True), ("만나자", True)]


def test_a_quotation_left_open_ends_with_its_sentence() -> None:
    text = "그는 “만나겠다고 했다. 회담은 끝났다. 그는 “곧 보자”고 했다."
    article, sentences = of_body(text)
    found = [article.text[s.start : s.end] for s in sentences]
    assert found == ["그는 “만나겠다고 했다.", "회담은 끝났다.", "그는 “곧 보자”고 했다."]
    assert [q.closed for s in sentences for q in s.quotes] == [False, True]


def test_a_mark_left_open_does_not_reach_the_next_paragraph() -> None:
    source = normalize("홍길동 장관 방한\n\n그는 “만나겠다고 했다. 회담은 길었다고 한다.\n그는 “곧 보자”고 했다. 회담은 끝났다.")
    sentences = split_sentences(read_article(source))
    quotes = [source.text[q.start : q.end] for s in sentences for q in s.quotes if q.closed]
    assert quotes == ["곧 보자"]


def test_a_headline_is_one_sentence_and_only_read_zones_have_any() -> None:
    source = normalize(
        "\"만나자. 곧.\" 홍길동 방한? 글쎄\n\n"
        "[더팩트|김민수 기자] 두 장관이 5일 서울에서 만났다. 회담은 짧았다.\nⓒ 가나신문, 무단전재 금지"
    )
    sentences = split_sentences(read_article(source))
    assert [s.zone for s in sentences] == [Zone.TITLE, Zone.BODY, Zone.BODY]
    assert source.text[sentences[0].start : sentences[0].end] == "\"만나자. 곧.\" 홍길동 방한? 글쎄"
    assert [s.index for s in sentences] == list(range(len(sentences)))


_PIECES = st.sampled_from(
    ['"', "“", "”", "'", "‘", "’", "「", "」", "(", ")", "[", "]", "다.", "고 ", "라며", "가나", " ", ".", "▶ 가- ", "[가나 : "]
)


@settings(max_examples=200, deadline=None)
@given(st.one_of(st.text(), st.lists(_PIECES, max_size=60).map("".join)))
def test_any_string_gives_ordered_sentences_and_nested_quotations(text: str) -> None:
    article, sentences = of_body(text)
    previous = 0
    for sentence in sentences:
        assert previous <= sentence.start < sentence.end <= len(article.text)
        previous = sentence.end
        around: list[int] = []
        for quote in sentence.quotes:
            assert sentence.start <= quote.outer_start <= quote.start <= quote.end <= quote.outer_end
            while around and around[-1] <= quote.outer_start:
                around.pop()
            assert quote.depth == len(around)
            assert not around or quote.outer_end <= around[-1]
            around.append(quote.outer_end)


@pytest.mark.parametrize(
    "unit", ['"가 ', "“가", "‘나 ", "가다.나", "(", "[가 : ", '▶ 가- "나" ', "「", ". ", '"가"', "가" * 50, "J.D. ", "'' "]
)
def test_splitting_grows_linearly_with_the_text(unit: str) -> None:
    def seconds(length: int) -> float:
        text = unit * (length // len(unit))
        start = time.perf_counter()
        of_body(text)
        return time.perf_counter() - start

    seconds(2_000)
    small, large = min(seconds(8_000) for _ in range(3)), min(seconds(32_000) for _ in range(2))
    assert large < 4 * 3 * small + 0.05, f"{large / small:.1f} times the time for 4 times the text"
