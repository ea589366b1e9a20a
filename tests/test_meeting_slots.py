"""What is told beside who, when and where: put off or denied, host, form, outcome; of a visit why, with whom, its stops."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from visitextract import Extraction, extract
from visitextract.cli import main
from visitextract.errors import RecordError
from visitextract.records import MeetingFormat

NO_MEETING = [
    "홍길동 의원과 김민수 의원은 3일 국회 본회의에서 법안에 찬성했다.",
    "홍길동 감독은 3일 시합에서 김민수 감독을 만나 2대 1로 이겼다. 두 팀은 4강에서 만났다.",
    "홍길동 대표는 3일 방한복을 입고 나왔다. 김민수 대표도 방한복 차림이었다.",
    "홍길동 대표는 김민수 대표의 방문 판매 업체를 조사했다.",
    "전시장에서 홍길동 작가와 김민수 작가를 만나 볼 수 있다.",
    "홍길동 대통령과 김민수 주석의 회담록이 3일 공개됐다.",
    "홍길동 감독의 영화 '위험한 만남'에는 김민수 배우가 나온다.",
    "홍길동 회장은 3일 재판에서 김민수 대표와 대면했다.",
    "홍길동 장관은 3일 기자들과 만나 김민수 의원을 비판했다.",
    "홈페이지 방문자는 홍길동 대표와 김민수 대표의 글을 읽었다.",
    "홍길동 위원장은 피해 예방과 구제 방안을 김민수 과장에게 지시했다.",
    "홍길동 대표는 3일 김민수 편집장과 대면 인터뷰를 했다.",
]


def read(text: str) -> Extraction:
    return extract(text, published="2024-05-08")


@pytest.mark.parametrize("sentence", NO_MEETING)
def test_what_only_sounds_like_a_meeting_is_none(sentence: str) -> None:
    assert [(m.kind, [p.name for p in m.participants]) for m in read(sentence).meetings] == []


@pytest.mark.parametrize("sentence", [NO_MEETING[2], NO_MEETING[3], NO_MEETING[9]])
def test_what_only_sounds_like_a_visit_is_none(sentence: str) -> None:
    assert read(sentence).visits == ()


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("홍길동 장관과 김민수 장관의 회담이 연기됐다.", "postponed"),
        ("홍길동 장관과 김민수 장관은 3일 만나기로 했으나 회담은 내달로 미뤄졌다.", "postponed"),
        ("홍길동 장관과 김민수 장관의 회담이 취소됐다.", "cancelled"),
        ("홍길동 대표는 김민수 회장을 만난 적이 없다고 밝혔다.", "denied"),
        ("홍길동 의원은 김민수 회장을 만났다는 의혹을 부인했다.", "denied"),
        ("홍길동 회장은 김민수 장관과의 회동설에 대해 사실무근이라고 밝혔다.", "denied"),
        ("홍길동 회장은 김민수 시장을 만나 적극 지원하겠다고 약속했다.", "held"),
        ("홍길동 회장은 김민수 시장을 만나 설득하겠다고 밝혔다.", "scheduled"),
        ("홍길동 대통령은 김민수 장관과의 통화에서 무역 문제를 언급합니다.", "held"),
    ],
)
def test_status(sentence: str, status: str) -> None:
    assert [m.status for m in read(sentence).meetings] == [status]


def test_the_day_told_decides_what_the_words_leave_open() -> None:
    over, ahead = (
        "홍길동 대통령이 1월 5일 존 스미스 총리와 정상회담을 앞두고 악수하고 있다.",
        "홍길동 대통령이 9일 존 스미스 총리와 정상회담을 앞두고 있다.",
    )
    assert [m.status for m in read(over).meetings] == ["held"]
    assert [m.status for m in read(ahead).meetings] == ["scheduled"]


def test_a_second_call_is_another_call_of_the_same_two() -> None:
    calls = read("홍길동 대통령은 3일 존 스미스 대통령과 통화했다. 두 정상은 다음 주 다시 통화할 예정이다.").meetings
    assert [call.status for call in calls] == ["held", "scheduled"]
    assert {p.name for p in calls[0].participants} == {p.name for p in calls[1].participants} == {"홍길동", "존 스미스"}


def test_who_held_a_round_table_and_who_came_are_one_meeting() -> None:
    (meeting,) = read("홍길동 시장은 3일 시청에서 간담회를 열었다. 간담회에는 김민수 대표와 박서연 사장이 참석했다.").meetings
    assert {p.name for p in meeting.participants} == {"홍길동", "김민수", "박서연"}
    assert meeting.when is not None
    assert meeting.when.start == "2024-05-03"


def test_a_place_outside_the_quotation_is_where_it_was_said() -> None:
    (meeting,) = read(
        '김민수 대변인은 국회에서 브리핑을 열고 "홍길동 대통령이 3일 존 스미스 총리와 오찬을 했다"고 말했다.'
    ).meetings
    assert meeting.place is None


@pytest.mark.parametrize(
    ("sentence", "host"),
    [
        ("홍길동 대통령은 3일 존 스미스 총리를 관저로 초청해 만찬을 함께했다.", "홍길동"),
        ("홍길동 대통령은 3일 존 스미스 총리를 접견했다.", "홍길동"),
        ("존 스미스 장관은 3일 홍길동 대통령을 예방했다.", "홍길동"),
        ("홍길동 대통령은 3일 존 스미스 총리를 만났다.", None),
    ],
)
def test_the_host_is_who_asked_in_or_received(sentence: str, host: str | None) -> None:
    (meeting,) = read(sentence).meetings
    assert (meeting.host.name if meeting.host else None) == host


@pytest.mark.parametrize(
    ("sentence", "form"),
    [
        ("홍길동 대표는 3일 김민수 대표와 비공개로 만났다.", MeetingFormat.PRIVATE),
        ("홍길동 대표는 3일 김민수 대표와 단독 회담을 했다.", MeetingFormat.ONE_TO_ONE),
        ("홍길동 대통령은 3일 존 스미스 총리와 확대 정상회담을 열었다.", MeetingFormat.ENLARGED),
        ("홍길동 대통령은 3일 존 스미스 총리와 단독 회담을 한 뒤 확대 회담을 했다.", None),
        ("홍길동 대표는 3일 김민수 대표와 만나 교역 확대를 논의했다.", None),
    ],
)
def test_the_format_is_told_by_one_word(sentence: str, form: MeetingFormat | None) -> None:
    (meeting,) = read(sentence).meetings
    assert meeting.format == form


@pytest.mark.parametrize(
    ("sentence", "outcome"),
    [
        ("홍길동 회장은 3일 존 스미스 대표를 만나 부품 10만개를 공급하기로 합의했다.", "부품 10만개를 공급"),
        ("두 나라의 홍길동 장관과 존 스미스 장관은 3일 회담을 열고 교전 중단에 합의했다.", "교전 중단"),
        ("홍길동 회장은 3일 존 스미스 대표를 만나 협력 방안을 논의했다.", None),
        ("홍길동 회장은 존 스미스 대표를 만나 다시 회동하기로 합의할 가능성이 있다.", None),
    ],
)
def test_the_outcome_is_what_they_agreed_there(sentence: str, outcome: str | None) -> None:
    (meeting,) = read(sentence).meetings
    assert meeting.outcome == outcome


def test_why_and_with_whom_somebody_goes() -> None:
    (first,) = read("홍길동 대통령은 정상회의 참석차 9일 일본을 방문한다.").visits
    (second,) = read("홍길동 장관은 경제사절단을 이끌고 5일 베트남을 방문했다.").visits
    assert (first.purpose, first.delegation) == ("정상회의 참석", None)
    assert (second.purpose, second.delegation) == (None, "경제사절단")


def test_the_itinerary_holds_what_falls_into_the_days_of_the_journey() -> None:
    found = read(
        "홍길동 대통령은 4월 4일부터 7일까지 중국을 국빈 방문했다. "
        "홍 대통령은 4월 5일 베이징에서 존 스미스 주석과 정상회담을 했다. "
        "홍 대통령은 4월 6일 상하이를 방문했다. 홍 대통령은 4월 20일 김민수 대표와 회동했다."
    )
    trip = next(visit for visit in found.visits if visit.destination.name == "중국")
    summit = next(meeting for meeting in found.meetings if meeting.kind == "summit")
    stop = next(visit for visit in found.visits if visit.destination.name == "상하이")
    assert trip.itinerary == (summit.id, stop.id)
    assert stop.itinerary == ()


def test_an_itinerary_names_records_that_exist() -> None:
    found = read("홍길동 대통령은 5일 중국을 방문했다.")
    told = found.model_dump()
    told["visits"][0]["itinerary"] = ("meeting-9",)
    with pytest.raises((RecordError, ValueError)):
        Extraction.model_validate(told)


def test_uncoded_words_are_counted_over_all_files_with_examples(tmp_path: Path) -> None:
    corpus = tmp_path / "news.jsonl"
    texts = ["양측의 회담은 길었다. 회담은 끝났다.", "이번 회담은 처음이다.", "정상 간 통화는 없던 일이 됐다."]
    corpus.write_text("".join(json.dumps({"text": text, "published": "2024-05-08"}) + "\n" for text in texts), encoding="utf-8")
    result = CliRunner().invoke(main, ["explain", str(corpus), "--uncoded", "--format", "json"])
    assert result.exit_code == 0
    first = json.loads(result.stdout)[0]
    assert (first["sort"], first["words"], first["count"], first["articles"]) == ("meeting word", "회담", 3, 2)
    assert first["examples"] == ["양측의 [회담]은 길었다. 회담은 끝났다.", "이번 [회담]은 처음이다."]
    table = CliRunner().invoke(main, ["explain", str(corpus), "--uncoded", "--top", "1"])
    assert table.stdout.splitlines()[0].split()[:5] == ["3", "2", "articles", "meeting", "word"]
    assert "통화" not in table.stdout


def test_the_eve_told_is_the_day_before_the_meeting() -> None:
    found = read("홍길동 대통령은 8일 존 스미스 총리와의 정상회담을 하루 앞두고 말을 아꼈다.").meetings
    assert [m.when.start for m in found if m.when] == ["2024-05-09"]


def test_the_day_of_a_briefing_is_not_that_of_the_meeting() -> None:
    found = read("김민수 실장은 7일 춘추관 브리핑에서 홍길동 대통령이 존 스미스 총리와 정상회담을 한다고 밝혔다.").meetings
    assert [m.when for m in found] == [None]


def test_the_stamp_of_a_caption_dates_its_bare_day() -> None:
    page = (
        "홍길동 대통령 소식\n\n▲ 홍길동 대통령이 17일 김민수 대표와 오찬을 하고 있다. 2023.7.17\n\n"
        "홍길동 대통령은 8일 말을 아꼈다. 김민수 대표도 말이 없었다.\n"
    )
    assert [m.when.start for m in read(page).meetings if m.when] == ["2023-07-17"]


def test_how_long_a_call_was_is_not_how_long_the_meeting_was() -> None:
    text = "홍길동 대통령은 3일 존 스미스 총리와 회담했다. 홍길동 대통령은 회담 도중 김민수 장관과 한 시간가량 통화했다."
    found = read(text).meetings
    assert [(m.kind, m.duration) for m in found] == [("talks", None), ("call", "PT1H")]


def test_a_dinner_on_arrival_is_at_the_place_of_arrival() -> None:
    found = read("홍길동 대통령은 3일 베이징 도착 직후 현지 동포들과 만찬 간담회를 했다.").meetings
    assert [m.place.name for m in found if m.place] == ["베이징"]
