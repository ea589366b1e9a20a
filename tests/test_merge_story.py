"""From the raw texts of five articles on one visit to what an analyst reads off the dossier; no record is written by hand."""

from __future__ import annotations

import pytest

from one_visit import TEXTS, story
from visitextract import Dossier, extract, merge
from visitextract.dossier import Claim, ResolvedMeeting, ResolvedVisit


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    return story()


def values(claims: tuple[Claim[str], ...]) -> list[str]:
    return [claim.value for claim in claims]


def visit_in(dossier: Dossier, year: str) -> ResolvedVisit:
    """The one visit of the executive to Korea that began in a year."""
    (visit,) = [visit for visit in dossier.visits if visit.visitor.name == "존 스미스" and visit.start[0].value.startswith(year)]
    assert values(visit.destination) == ["한국"]
    return visit


def meeting_with(dossier: Dossier, name: str, year: str = "2024") -> ResolvedMeeting:
    (meeting,) = [
        meeting
        for meeting in dossier.meetings
        if name in {party.name for party in meeting.participants} and meeting.start[0].value.startswith(year)
    ]
    return meeting


def sides(dossier: Dossier, record: str, field: str) -> dict[str, set[str]]:
    """value -> the articles that say so."""
    (conflict,) = [one for one in dossier.conflicts if (one.record, one.field) == (record, field)]
    return {side.value: {source.article for source in side.sources} for side in conflict.sides}


def test_five_articles_tell_of_one_visit_with_its_itinerary_in_order(dossier: Dossier) -> None:
    visit = visit_in(dossier, "2024")
    assert (visit.start[0].value, values(visit.end), values(visit.duration)) == ("2024-02-27", ["2024-02-29"], ["P3D"])
    assert [str(change.status) for change in visit.history] == ["scheduled", "held"]
    stops = [next(meeting for meeting in dossier.meetings if meeting.id == stop.record) for stop in visit.stops]
    assert [(str(meeting.kind), meeting.start[0].value[:10]) for meeting in stops] == [
        ("luncheon", "2024-02-28"),
        ("talks", "2024-02-28"),
        ("dinner", "2024-02-28"),
        ("courtesy_call", "2024-02-29"),
    ]
    met = [{party.name for party in meeting.participants} - {"존 스미스"} for meeting in stops]
    assert met == [{"홍길동"}, {"국내 스타트업 대표들"}, {"김민수", "마리 뒤부아"}, {"박서연"}]


def test_the_dinner_is_one_meeting_with_five_sources_and_its_history(dossier: Dossier) -> None:
    dinner = meeting_with(dossier, "김민수")
    assert {source.article for source in dinner.sources} == set(TEXTS)
    assert (str(dinner.kind), str(dinner.status), dinner.agreement) == ("dinner", "held", 5)
    assert [(str(change.status), (change.published or "")[:10]) for change in dinner.history] == [
        ("possible", "2024-02-21"),
        ("scheduled", "2024-02-28"),
        ("held", "2024-02-29"),
    ]


def test_what_they_disagree_about_stands_side_by_side(dossier: Dossier) -> None:
    luncheon, dinner = meeting_with(dossier, "홍길동"), meeting_with(dossier, "김민수")
    assert sides(dossier, luncheon.id, "start") == {
        "2024-02-28T12:30:00+09:00": {"whole-day"},
        "2024-02-28T12:23:00+09:00": {"luncheon"},
    }
    assert sides(dossier, luncheon.id, "duration") == {"PT1H40M": {"whole-day"}, "PT1H30M": {"luncheon"}}
    assert sides(dossier, dinner.id, "address") == {
        "서울 용산구 한남동": {"whole-day"},
        "서울 용산구 이태원동": {"dinner"},
    }
    assert len(dossier.conflicts) == 3
    for conflict in dossier.conflicts:
        for side in conflict.sides:
            for source in side.sources:
                assert source.spans
                assert all(TEXTS[source.article][span.start : span.end] == span.text for span in source.spans)


def test_the_earlier_visit_is_one_too(dossier: Dossier) -> None:
    visit = visit_in(dossier, "2013")
    assert {source.article for source in visit.sources} == {"announced", "dinner"}
    assert values(visit.start) == ["2013-06"]
    talks = meeting_with(dossier, "김민수", "2013")
    assert [stop.record for stop in visit.stops] == [talks.id]
    assert (talks.agreement, values(talks.duration)) == (2, ["PT7H"])


def test_everybody_is_one_person_with_every_title(dossier: Dossier) -> None:
    people = {person.name: person for person in dossier.persons}
    assert set(people) == {"존 스미스", "홍길동", "김민수", "박서연", "마리 뒤부아"}
    assert {(claim.value.title, claim.value.former) for claim in people["김민수"].roles} == {("회장", False), ("부회장", True)}
    assert {person.agreement for person in people.values()} == {5, 4, 3, 1}


def test_the_order_of_the_texts_does_not_matter(dossier: Dossier) -> None:
    shuffled = [extract(TEXTS[name], id=name) for name in ("dinner", "announced", "whole-day", "luncheon", "planned")]
    assert merge([merge(shuffled[:2]), *shuffled[1:]]) == dossier


def test_one_article_that_gives_a_venue_two_addresses_contradicts_itself() -> None:
    text = (
        "김민수 청솔전자 회장은 28일 저녁 서울 용산구 한남동에 있는 솔밭원에서 존 스미스 아크미 최고경영자와 만찬을 했다.\n\n"
        "▲ 존 스미스 아크미 최고경영자가 28일 저녁 서울 용산구 이태원동에 위치한 솔밭원에서 "
        "김민수 청솔전자 회장과 만찬을 하고 있다.\n"
    )
    dossier = merge([extract(text, published="2024-02-29", id="one")])
    (dinner,) = dossier.meetings
    assert sides(dossier, dinner.id, "address") == {"서울 용산구 한남동": {"one"}, "서울 용산구 이태원동": {"one"}}
