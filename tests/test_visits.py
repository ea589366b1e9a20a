"""Visits: who goes where, whether it happened, when, and that many tellings of one visit make one record."""

from __future__ import annotations

import pytest
import regex

from visitextract.article import read_article
from visitextract.entities import Cast, Entity, Ref
from visitextract.places import find_places
from visitextract.rules import visits as rules
from visitextract.rules.rule import Rule, check
from visitextract.sentences import split_sentences
from visitextract.spans import normalize
from visitextract.times import resolve_times
from visitextract.visits import VisitFact, find_visits

DAY = "2026-01-05"


def visits(text: str, day: str = DAY, **people: str) -> tuple[VisitFact, ...]:
    """The visits of a text in which ``people`` (name -> pattern of the phrases that mean them) are known."""
    article = read_article(normalize(text), day)
    sentences = split_sentences(article)
    refs = []
    for name, phrases in people.items():
        for match in regex.finditer(
            rf"(?:{phrases})(?P<particle>께서|에게|은|는|이|가|의|와|과|을|를)?(?![가-힣])", article.text
        ):
            index = next(s.index for s in sentences if s.start <= match.start() < s.end)
            end = match.start("particle") if match["particle"] else match.end()
            refs.append(Ref(match.start(), end, match.start(), end, index, "person", (name,), name, match["particle"] or ""))
    cast = Cast(tuple(Entity(name, name) for name in people), (), tuple(sorted(refs, key=lambda ref: ref.np_start)))
    times = resolve_times(article.text, sentences, article.reference)
    places = find_places(article.text, sentences, cast)
    return find_visits(article.text, sentences, times, places, cast, article.reference)


def told(text: str, **people: str) -> list[tuple[str, str, str]]:
    return [(visit.visitor.name, visit.destination.name, visit.status) for visit in visits(text, **people)]


def dated(text: str, **people: str) -> list[tuple[str | None, str | None, str | None]]:
    return [
        (visit.when.start if visit.when else None, visit.when.end if visit.when else None, visit.duration)
        for visit in visits(text, **people)
    ]


HONG = {"홍길동": "홍길동 (?:장관|대통령|회장|의원)|홍길동|홍 (?:장관|대통령|회장|의원)"}
BOTH = HONG | {"박서연": "박서연 (?:총리|대표)|박 (?:총리|대표)|박서연"}


@pytest.mark.parametrize("rule", rules.RULES, ids=lambda rule: rule.id)
def test_rules_prove_themselves(rule: Rule) -> None:
    assert check(rule) == []


@pytest.mark.parametrize(
    ("text", "where", "status"),
    [
        ("홍길동 장관은 지난 2일 프랑스를 방문했다.", "프랑스", "held"),
        ("홍길동 장관이 내달 3일 프랑스를 국빈 방문한다.", "프랑스", "scheduled"),
        ("홍길동 장관은 이달 말 베이징을 찾을 예정이다.", "베이징", "scheduled"),
        ("홍길동 장관은 지난달 방일해 회담했다.", "일본", "held"),
        ("홍길동 장관은 방미를 추진하고 있다.", "미국", "proposed"),
        ("홍길동 장관의 방중이 무산됐다.", "중국", "cancelled"),
        ("홍길동 장관은 4일 도쿄로 출국했다.", "도쿄", "held"),
        ("홍길동 장관은 3일 인천국제공항을 통해 입국했다.", "한국", "held"),
        ("홍길동 장관이 3일 찾은 곳은 경기 안성에 위치한 배움원이었다.", "배움원", "held"),
        ("지난 3일 한국을 방문한 홍길동 회장은 공장을 둘러봤다.", "한국", "held"),
        ("파리에 홍길동 장관이 직접 방문해 지원을 약속했다.", "파리", "held"),
    ],
)
def test_a_visit_in_its_many_wordings(text: str, where: str, status: str) -> None:
    assert told(text, **HONG) == [("홍길동", where, status)]


@pytest.mark.parametrize(
    "text",
    [
        "홍길동 장관은 해결책을 찾았다.",
        "홍길동 장관은 방한용품을 나눠 줬다.",
        "홍길동 장관은 방문객이 늘었다고 말했다.",
        "홍길동 장관은 미국으로 출국 금지됐다.",
        "홍길동 장관은 시민들이 청와대를 방문하도록 했다.",
        "홍길동 장관은 한국에 도착한 난민들을 격려했다.",
        "홍길동 장관은 프랑스를 방문하지 않았다.",
        "홍길동 장관은 매년 프랑스를 방문한다.",
        "홍길동 장관은 비판이 정부로 향했다고 말했다.",
        "야당 대표가 내년에 중국을 방문할 예정이다.",
    ],
)
def test_no_visit(text: str) -> None:
    assert told(text, **HONG) == []


def test_the_nearest_subject_goes() -> None:
    assert told("박서연 총리는 홍길동 장관이 3일 프랑스를 방문했다고 밝혔다.", **BOTH) == [("홍길동", "프랑스", "held")]


def test_the_head_of_a_clause_goes_not_the_host() -> None:
    assert told("박서연 총리가 지난 3일 한국을 방문한 홍길동 회장과 만났다.", **BOTH) == [("홍길동", "한국", "held")]


def test_the_owner_of_the_visit_goes_not_who_talks_about_it() -> None:
    assert told("박서연 총리는 홍길동 장관의 중국 국빈 방문을 앞두고 회의를 열었다.", **BOTH)[0][:2] == ("홍길동", "중국")


def test_two_subjects_make_two_visits() -> None:
    assert told("홍길동 장관과 박서연 총리가 3일 프랑스를 방문했다.", **BOTH) == [
        ("홍길동", "프랑스", "held"),
        ("박서연", "프랑스", "held"),
    ]


def test_a_dropped_subject_is_the_topic_before() -> None:
    text = "홍길동 장관은 3일 회의를 열었다. 이어 내일은 파리를 방문한다."
    assert told(text, **HONG) == [("홍길동", "파리", "scheduled")]


def test_who_is_asked_to_come_is_the_visitor() -> None:
    assert told("박서연 총리가 홍길동 회장에게 북한을 방문해 달라고 요청했다.", **BOTH) == [("홍길동", "북한", "proposed")]


def test_joined_destinations_make_a_visit_each() -> None:
    assert [visit[1] for visit in told("홍길동 장관은 내달 독일과 폴란드를 방문한다.", **HONG)] == ["독일", "폴란드"]


def test_one_visit_told_often_is_one_record() -> None:
    text = (
        "홍길동 장관이 오는 4~7일 중국을 국빈 방문한다.\n\n홍 장관은 3박 4일 일정으로 중국을 방문한다고 대변인이 밝혔다."
        "\n\n홍 장관의 방중은 처음이다. 홍 장관은 방중 기간 기업인들을 만난다."
    )
    (visit,) = visits(text, "2026-01-02", **HONG)
    assert (visit.status, visit.duration) == ("scheduled", "P4D")
    assert visit.when is not None
    assert (visit.when.start, visit.when.end) == ("2026-01-04", "2026-01-07")
    assert len(visit.evidence) >= 3


def test_an_old_visit_stays_apart() -> None:
    text = "홍길동 회장이 10년 만에 한국을 찾았다.\n\n앞서 홍 회장은 2013년 6월 1박 2일 일정으로 방한해 박서연 대표와 면담했다."
    assert dated(text, **BOTH) == [(None, None, None), ("2013-06", None, "P2D")]


def test_who_leaves_ends_the_visit() -> None:
    text = "홍길동 회장은 지난 3일 한국을 방문했다.\n\n홍 회장은 5일 한국을 떠나 인도로 향할 예정이다."
    assert dated(text, **HONG) == [("2026-01-03", "2026-01-05", None), ("2026-01-05", None, None)]


def test_the_day_of_saying_is_not_the_day_of_going() -> None:
    assert dated("5일 대통령실에 따르면 홍길동 대통령은 프랑스를 방문했다.", **HONG) == [(None, None, None)]
    assert dated("홍길동 대통령은 지난 3일 프랑스를 방문했다고 5일 밝혔다.", **HONG) == [("2026-01-03", None, None)]


def test_spans_are_of_the_text() -> None:
    text = "홍길동 장관은 지난 3일 프랑스를 방문했다."
    (visit,) = visits(text, **HONG)
    assert visit.when is not None
    assert visit.when.evidence is not None
    assert "3일" in text[slice(*visit.when.evidence)]
    assert text[slice(*visit.evidence[0])] == text


def test_the_days_of_a_visit_spoken_of_belong_to_it() -> None:
    text = "홍길동 장관이 중국을 국빈 방문한다.\n\n이번 방중은 1월 7일부터 10일까지 3박 4일 일정으로 진행된다."
    assert dated(text, **HONG) == [("2026-01-07", "2026-01-10", "P4D")]


def test_here_is_the_place_told_before() -> None:
    article = "홍길동 장관은 3일 한빛온라인365센터를 방문해 설명을 들었다. 홍 장관은 이곳을 처음 찾았다."
    assert [visit[1] for visit in told(article, **HONG)] == ["한빛온라인365센터"]


def test_the_last_day_is_not_the_first() -> None:
    text = "홍길동 장관이 4일 중국 방문길에 올랐다. 홍 장관은 7일 방중 일정을 마무리할 예정이다."
    assert dated(text, **HONG) == [("2026-01-04", "2026-01-07", None)]


def test_the_day_of_departure_begins_the_visit() -> None:
    assert dated("홍길동 장관이 중국 국빈 방문을 위해 4일 출국했다.", **HONG) == [("2026-01-04", None, None)]


def test_a_bracket_behind_a_country_does_not_hide_it() -> None:
    found = told("홍길동 장관은 지난달 아랍에미리트(UAE)와 폴란드 등을 방문했다.", **HONG)
    assert [name for _, name, _ in found] == ["아랍에미리트", "폴란드"]


def test_an_earlier_visit_named_beside_another_counts() -> None:
    found = told("홍길동 장관은 지난 11월 부산 방문에 이어 3일 춘천을 찾았다.", **HONG)
    assert [name for _, name, _ in found] == ["부산", "춘천"]


def test_a_resolve_spoken_on_the_spot_leaves_the_visit_done() -> None:
    found = told("홍길동 장관은 3일 폴란드를 방문해 협력을 강화하겠다는 의지를 밝혔다.", **HONG)
    assert found == [("홍길동", "폴란드", "held")]


def test_clauses_that_share_a_verb_each_have_their_day() -> None:
    found = visits("홍길동 장관은 지난 10월 폴란드와 체코를, 11월에는 독일을 방문했다.", **HONG)
    days = [(visit.destination.name, visit.when.start if visit.when else None) for visit in found]
    assert sorted(days) == [("독일", "2025-11"), ("체코", "2025-10"), ("폴란드", "2025-10")]


def test_an_anniversary_is_no_day_of_a_visit() -> None:
    assert dated("홍길동 장관은 2026년 한빛 선생 탄생 150주년을 앞두고 중국을 방문한다.", **HONG) == [(None, None, None)]


def test_days_spent_elsewhere_are_not_those_of_the_next_place() -> None:
    found = visits("홍길동 장관은 4일부터 6일까지 베이징에서 일정을 진행한 뒤 상하이로 이동한다.", **HONG)
    assert [(v.destination.name, v.when) for v in found if v.destination.name == "상하이"] == [("상하이", None)]


def test_the_day_of_a_visit_does_not_make_the_person_met_the_visitor() -> None:
    people = {"홍길동": "홍길동 장관", "스미스": "존 스미스 위원장"}
    found = told("홍길동 장관은 중국 방문 사흘째인 6일 존 스미스 위원장을 만났다.", **people)
    assert [(who, where) for who, where, _ in found] == [("홍길동", "중국")]


def test_business_named_by_its_place_is_a_visit() -> None:
    assert told("홍길동 장관은 첫 호남 일정으로 시장을 둘러봤다.", **HONG) == [("홍길동", "호남", "held")]


def test_the_visitor_before_needs_no_year() -> None:
    found = told("우리 대통령이 중국을 방문하는 것은 김민수 전 대통령 이후 9년 만이다.", 김민수="김민수 전 대통령")
    assert found == [("김민수", "중국", "held")]


def test_a_word_before_the_destination_does_not_hide_it() -> None:
    assert told("홍길동 장관은 빛의 도시로 불리는 파리로 이동했다.", **HONG) == [("홍길동", "파리", "held")]
