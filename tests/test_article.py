"""Reading a page: what each stretch is, and what the page says about itself."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from visitextract.article import Article, Zone, read_article
from visitextract.article.metadata import iso_date
from visitextract.spans import normalize

BODY = (
    "홍길동 가나부 장관이 5일 서울에서 마리 뒤부아 프랑스 외교장관을 만났다. 두 사람은 협력 방안을 논의했다.\n\n"
    '홍 장관은 "앞으로도 자주 만나겠다"고 말했다. 회담은 1시간가량 이어졌다.'
)
TITLE = "홍길동 장관, 프랑스 외교장관과 회담…\"협력 강화\""


def read(text: str, **known: str) -> Article:
    return read_article(normalize(text), **known)


def zone_of(article: Article, words: str) -> Zone:
    """The zone of the stretch that holds these words, the first time they stand in the text."""
    place = article.text.index(words)
    return next(s.zone for s in article.segments if s.start <= place < s.end)


PAGE = f"""본문 바로가기
• HOME >NEWS >정치
    • 페이스북 공유하기
    • 글자크게
{TITLE}
입력: 2023.04.05 09:10 / 수정: 2023.04.05 11:20

4년 만의 방한…내일 출국
"경제 협력도 논의"

홍길동 장관이 5일 서울 가나청사에서 회담장으로 들어서고 있다. /김민수 기자
홍길동 장관이 5일 서울 가나청사에서 회담장으로 들어서고 있다. /김민수 기자

[더팩트|박서연 기자] {BODY}

{TITLE} 회담 뒤 악수하는 두 장관의 모습.[사진=김민수 기자]

회담의 성과는

이어 두 장관은 만찬을 함께했다. 만찬에는 두 나라 기업인들이 참석해 협력 방안을 논의한 것으로 알려졌다.

hong@tf.co.kr

발로 뛰는 <더팩트>는 24시간 여러분의 제보를 기다립니다.
▶이메일: jebo@tf.co.kr
인기기사
  • 이순신 장관, 나들이 나서
실시간 암호화폐 시세
    • 91,272,000
    • +1.27%
"""


def test_a_page_gives_its_headline_sub_headlines_outlet_author_and_dates() -> None:
    article = read(PAGE)
    assert article.title == TITLE
    assert article.subtitles == ("4년 만의 방한…내일 출국", '"경제 협력도 논의"')
    assert article.outlet == "더팩트"
    assert article.authors == ("박서연",)
    assert article.published == "2023-04-05T09:10:00+09:00"
    assert article.modified == "2023-04-05T11:20:00+09:00"
    assert article.reference == "2023-04-05"


@pytest.mark.parametrize(
    ("words", "zone"),
    [
        ("본문 바로가기", Zone.FURNITURE),
        ("페이스북 공유하기", Zone.FURNITURE),
        ("입력: 2023", Zone.FURNITURE),
        ("4년 만의 방한", Zone.SUBTITLE),
        ("장관이 5일 서울 가나청사에서", Zone.CAPTION),
        ("/김민수 기자", Zone.BYLINE),
        ("[더팩트|박서연 기자]", Zone.BYLINE),
        ("홍길동 가나부 장관이", Zone.BODY),
        ("악수하는 두 장관의 모습", Zone.CAPTION),
        ("[사진=김민수 기자]", Zone.BYLINE),
        ("회담의 성과는", Zone.SUBTITLE),
        ("이어 두 장관은", Zone.BODY),
        ("hong@tf.co.kr", Zone.BYLINE),
        ("▶이메일", Zone.FURNITURE),
        ("이순신 장관", Zone.FURNITURE),
        ("91,272,000", Zone.FURNITURE),
    ],
)
def test_each_stretch_of_a_page_is_what_it_is(words: str, zone: Zone) -> None:
    assert zone_of(read(PAGE), words) is zone


def test_a_repeated_caption_is_read_once_and_a_headline_before_a_caption_not_again() -> None:
    article = read(PAGE)
    duplicates = [article.text[s.start : s.end].strip() for s in article.segments if s.zone is Zone.DUPLICATE]
    assert duplicates == ["홍길동 장관이 5일 서울 가나청사에서 회담장으로 들어서고 있다. /김민수 기자", TITLE]


def test_a_body_that_stands_twice_is_read_once() -> None:
    article = read(f"{TITLE}\n-\n공유\n-\n{BODY}\n/연합뉴스\n{BODY}\n/연합뉴스")
    bodies = [article.text[s.start : s.end] for s in article.segments if s.zone is Zone.BODY]
    assert len(bodies) == len(set(bodies)) == 2
    assert article.outlet == "연합뉴스"


@pytest.mark.parametrize(
    ("byline", "outlet", "authors"),
    [
        ("(서울=연합뉴스) 홍길동 김민수 기자 = ", "연합뉴스", ("홍길동", "김민수")),
        ("(워싱턴=연합뉴스) 홍길동 특파원 = ", "연합뉴스", ("홍길동",)),
        ("[서울=뉴시스]홍길동 기자 = ", "뉴시스", ("홍길동",)),
        ("[헤럴드경제=홍길동 기자] ", "헤럴드경제", ("홍길동",)),
        ("[헤럴드경제(광주)=홍길동 기자] ", "헤럴드경제", ("홍길동",)),
        ("[파이낸셜뉴스] ", "파이낸셜뉴스", ()),
        ("[이데일리 홍길동 김민수 기자] ", "이데일리", ("홍길동", "김민수")),
        ("〔스포츠서울│오산=홍길동기자〕", "스포츠서울", ("홍길동",)),
        ("[더팩트ㅣ강화=홍길동 기자] ", "더팩트", ("홍길동",)),
        ("[데일리안 = 홍길동 기자] ", "데일리안", ("홍길동",)),
        ("베이징=홍길동 특파원 ", None, ("홍길동",)),
        ("[홍길동 디지털팀 기자 hong@example.com] ", None, ("홍길동",)),
    ],
)
def test_a_dateline_names_outlet_and_reporters_and_is_no_body(byline: str, outlet: str | None, authors: tuple[str, ...]) -> None:
    article = read(f"{TITLE}\n\n{byline}{BODY}")
    assert (article.outlet, article.authors) == (outlet, authors)
    first = next(s for s in article.segments if s.zone is Zone.BODY)
    assert article.text[first.start : first.end].strip().startswith("홍길동 가나부 장관이")


@pytest.mark.parametrize(
    ("ending", "outlet", "authors"),
    [
        (" hong@yna.co.kr", "연합뉴스", ()),
        ("[워싱턴 홍길동 특파원]", None, ("홍길동",)),
        (" 홍길동 기자", None, ("홍길동",)),
        ("경기ㅣ홍길동 스포츠동아 기자 hong@donga.com", "스포츠동아", ("홍길동",)),
        (" KBS 뉴스 홍길동입니다. 촬영기자:김민수/영상편집:박서연■ 제보하기▷ 전화 : 02-000-0000", "KBS", ("홍길동",)),
        ("MBC뉴스 홍길동입니다.영상편집 : 김민수", "MBC", ("홍길동",)),
        ("TV조선 홍길동입니다.", "TV조선", ("홍길동",)),
        ("#외교 #회담연합뉴스TV 기사문의 및 제보 : 카톡/라인 jebo00", "연합뉴스TV", ()),
        ("당신의 제보가 뉴스로 만들어집니다.SBS Biz는 여러분의 제보를 기다리고 있습니다.", "SBS Biz", ()),
        ("\n<ⓒ경제를 보는 눈, 아시아경제(www.asiae.co.kr) 무단전재 배포금지>", "아시아경제", ()),
        ("(사진=연합뉴스)", None, ()),
    ],
)
def test_a_sign_off_is_cut_from_the_body(ending: str, outlet: str | None, authors: tuple[str, ...]) -> None:
    article = read(f"{TITLE}\n\n{BODY}{ending}")
    assert (article.outlet, article.authors) == (outlet, authors)
    last = [s for s in article.segments if s.zone is Zone.BODY][-1]
    assert article.text[last.start : last.end].strip().endswith("이어졌다.")


def test_a_presenter_s_handover_names_the_reporter() -> None:
    article = read(f"{TITLE}\n\n[앵커]두 장관이 만났습니다.외교 소식, 홍길동 기자입니다.[기자]회담은 한 시간 동안 이어졌습니다.")
    assert article.authors == ("홍길동",)
    assert zone_of(article, "[앵커]") is Zone.FURNITURE
    assert zone_of(article, "외교 소식") is Zone.BYLINE


def test_a_speaker_s_tag_stays_in_the_body() -> None:
    article = read(f'{TITLE}\n\n두 장관이 만났습니다.[홍길동/가나부 장관 (8월 27일)]"자주 만나겠습니다."회담은 끝났습니다.')
    assert zone_of(article, "[홍길동/가나부") is Zone.BODY


@pytest.mark.parametrize(
    ("glued", "caption"),
    [
        ("홍길동 장관이 회의에서 발언하고 있다. [국회사진기자단]", "홍길동 장관이 회의에서 발언하고 있다."),
        ("[홍길동(왼쪽)과 뒤부아 (AFP=연합뉴스 자료사진)]", "홍길동(왼쪽)과 뒤부아"),
        ("▲ 회의에 참석한 홍길동 장관.ⓒ 김민수", "회의에 참석한 홍길동 장관."),
        ("가나부 청사 조감도. 가나부 제공", "가나부 청사 조감도."),
        ("홍길동 가나부 장관. 김민수 기자", "홍길동 가나부 장관."),
    ],
)
def test_a_caption_glued_before_the_body_ends_at_its_credit(glued: str, caption: str) -> None:
    article = read(f"{TITLE}\n\n{glued}지난 5일 홍 장관은 뒤부아 장관을 만났다. 회담은 한 시간가량 이어졌다.")
    found = [article.text[s.start : s.end].strip() for s in article.segments if s.zone is Zone.CAPTION]
    assert found == [caption]
    assert zone_of(article, "지난 5일 홍 장관은") is Zone.BODY
    assert article.authors == ()


def test_sub_headlines_glued_before_a_dateline_or_the_body_are_no_body() -> None:
    before_dateline = read(f'{TITLE}\n\n4년 만의 회담"자주 만나자" 뜻 모아[이데일리 홍길동 기자] {BODY}')
    assert before_dateline.subtitles == ('4년 만의 회담"자주 만나자" 뜻 모아',)
    before_body = read(f'{TITLE}\n\n"경제 협력도 논의하기로"{BODY}')
    assert before_body.subtitles == ('"경제 협력도 논의하기로"',)
    noun = read(f"{TITLE}\n\n양국 협력 방안 논의{BODY}\n\n홍길동 장관은 6일 떠난다. 뒤부아 장관도 6일 귀국길에 오른다.")
    assert noun.subtitles == ("양국 협력 방안 논의",)
    side_by_side = read(f'{TITLE}\n\n"경제 협력 논의""안보 대화도 재개"\n\n{BODY}')
    assert side_by_side.subtitles == ('"경제 협력 논의"', '"안보 대화도 재개"')


def test_a_quotation_that_opens_the_body_is_body() -> None:
    article = read(f'{TITLE}\n\n"자주 만나겠다"고 홍길동 장관이 5일 말했다. 회담은 한 시간가량 이어졌다.')
    assert article.subtitles == ()
    assert zone_of(article, '"자주 만나겠다"') is Zone.BODY


def test_the_caller_knows_better() -> None:
    article = read(PAGE, published="2023-04-06", title=TITLE, outlet="가나일보")
    assert (article.published, article.outlet, article.title) == ("2023-04-06", "가나일보", TITLE)
    assert zone_of(article, TITLE) is Zone.TITLE


def test_a_headline_that_the_page_lacks_takes_no_line() -> None:
    article = read(BODY, title="다른 제목")
    assert article.title == "다른 제목"
    assert {s.zone for s in article.segments} == {Zone.BODY}


def test_a_site_s_name_behind_the_headline_is_the_outlet() -> None:
    article = read(f"홍길동 장관, 프랑스 외교장관과 회담 - 조선일보\n\n{BODY}")
    assert (article.title, article.outlet) == ("홍길동 장관, 프랑스 외교장관과 회담", "조선일보")


@pytest.mark.parametrize("text", ["", " \n\n", "12,300\n+1.2%"])
def test_a_page_without_words_is_an_empty_article(text: str) -> None:
    article = read(text)
    assert (article.title, article.outlet, article.authors) == (None, None, ())


def test_a_headline_may_carry_a_label() -> None:
    article = read(f"홍길동 장관, 전방 부대 찾아 격려 [가나사진관]\n\n{BODY}")
    assert article.title == "홍길동 장관, 전방 부대 찾아 격려 [가나사진관]"


def test_a_sentence_alone_is_body_without_a_headline() -> None:
    article = read("홍길동 장관은 3일 서울에서 김철수 대표를 만났다.")
    assert article.title is None
    assert [s.zone for s in article.segments] == [Zone.BODY]


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("2023.04.05 오후 1:20", "2023-04-05T13:20:00+09:00"),
        ("2023-04-05 09:10:33", "2023-04-05T09:10:33+09:00"),
        ("2023년 4월 5일", "2023-04-05"),
        ("2023.04.05 오전 12:05", "2023-04-05T00:05:00+09:00"),
        ("2023.02.30 10:00", None),
        ("2023.04.05 25:00", None),
    ],
)
def test_a_page_s_date(words: str, wanted: str | None) -> None:
    assert iso_date(words) == wanted


def test_a_reporter_s_photograph_does_not_make_an_author() -> None:
    article = read(f"{TITLE}\n\n[이데일리 홍길동 기자] {BODY}\n\n홍 장관이 발언하고 있다. [이데일리 김민수 기자]")
    assert article.authors == ("홍길동",)


_PIECES = st.sampled_from(
    ["(서울=연합뉴스) 홍길동 기자 =", "[", "]", "▲", "ⓒ", "#가나 ", "\n", " ", "기자", "다.", "제공", "(사진=", ")", "@a.kr"]
)


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(), st.lists(_PIECES, max_size=40).map("".join)))
def test_any_string_gives_ordered_segments_within_their_lines(text: str) -> None:
    article = read(text)
    previous = 0
    for segment in article.segments:
        assert previous <= segment.start < segment.end <= len(article.text)
        assert "\n" not in article.text[segment.start : segment.end]
        previous = segment.end
    for field in (article.title, article.outlet, *article.authors, *article.subtitles):
        assert field is None or field in article.text or field in read_outlets()


def read_outlets() -> frozenset[str]:
    from visitextract.lexicon import meanings

    return frozenset({*meanings("outlets", "outlet").values(), *meanings("outlets", "domain").values()})


@pytest.mark.parametrize(
    "unit",
    [
        "홍길동 장관은 5일 회담했다.",
        "[가나=홍길동 ",
        "(서울=",
        "#가나 ",
        '"가"나',
        "▲가 ⓒ",
        "a@b.",
        "가나 기자 ",
        "입력 2023.",
        "가나다라\n",
        "\n",
        "사진=",
        "Copyright ",
        "■ ",
    ],
)
def test_reading_grows_linearly_with_the_text(unit: str) -> None:
    def seconds(length: int) -> float:
        text = unit * (length // len(unit))
        start = time.perf_counter()
        read(text)
        return time.perf_counter() - start

    seconds(2_000)
    small, large = min(seconds(8_000) for _ in range(3)), min(seconds(32_000) for _ in range(2))
    assert large < 4 * 3 * small + 0.05, f"{large / small:.1f} times the time for 4 times the text"
