"""Places: which words are places, how wide words before a venue become its address, and which country they lie in."""

from __future__ import annotations

import pytest

from visitextract.article import read_article
from visitextract.entities import Cast, Ref
from visitextract.places import PlaceFact, find_places
from visitextract.rules import places as rules
from visitextract.rules.rule import Rule, check
from visitextract.sentences import split_sentences
from visitextract.spans import normalize


def places(text: str, *refs: Ref) -> tuple[PlaceFact, ...]:
    """The places of a body text."""
    article = read_article(normalize(text))
    return find_places(article.text, split_sentences(article), Cast((), (), refs))


def named(text: str) -> list[tuple[str, str | None, str | None]]:
    return [(place.name, place.address, place.country) for place in places(text)]


@pytest.mark.parametrize("rule", rules.RULES, ids=lambda rule: rule.id)
def test_rules_prove_themselves(rule: Rule) -> None:
    assert check(rule) == []


def test_spans_and_particles_are_exact() -> None:
    text = "홍길동 장관은 오는 3일 프랑스를 찾는다."
    (place,) = places(text)
    assert text[place.start : place.end] == "프랑스"
    assert (place.particle, place.country_name, place.venue) == ("를", True, False)


def test_wider_words_become_the_address() -> None:
    assert named("두 사람은 서울 영등포구 여의도에 위치한 한빛트윈타워에서 만났다.") == [
        ("한빛트윈타워", "서울 영등포구 여의도", "KR")
    ]
    assert named("회담은 미국 워싱턴에 있는 한빛호텔에서 열렸다.") == [("한빛호텔", "미국 워싱턴", "US")]


def test_a_bare_head_takes_in_its_name() -> None:
    assert [place.name for place in places("홍길동 의원은 길동재단 사무실을 찾았다.")] == ["길동재단 사무실"]


def test_countries_joined_by_a_dot_stay_apart() -> None:
    assert [place.name for place in places("독일·폴란드를 방문한다.")] == ["독일", "폴란드"]


def test_a_headline_character_is_its_country() -> None:
    assert [(place.name, place.country) for place in places("홍 장관, 내달 美 방문")] == [("미국", "US")]


def test_here_stands_for_the_venue_before() -> None:
    found = places("홍길동 장관은 경기도 안성에 위치한 배움원을 방문했다. 홍 장관이 이곳을 찾은 것은 처음이다.")
    assert [place.name for place in found] == ["배움원", "배움원"]
    assert found[1].particle == "을"


@pytest.mark.parametrize(
    "text",
    [
        "호텔업계가 반발했다.",
        "한국인 관광객이 늘었다.",
        "경기가 나빠졌다.",
        "방문객이 매장을 가득 메웠다.",
        "그는 어르신들을 방문했다.",
    ],
)
def test_what_only_looks_like_a_place(text: str) -> None:
    assert places(text) == ()


def test_a_country_within_a_persons_title_is_no_place() -> None:
    text = "존 스미스 미국 대통령은 말했다."
    ref = Ref(0, 6, 0, 13, 0, "person", ("person-1",), "존 스미스", "은")
    assert places(text, ref) == ()
