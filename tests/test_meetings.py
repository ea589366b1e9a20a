"""Meetings: who met whom, of what kind, whether it happened, when and where; one fact a real-world meeting."""

from __future__ import annotations

import pytest

from visitextract.meetings import MeetingFact
from visitextract.pipeline import analyze

PEOPLE = (
    "홍길동 한빛전자 회장과 김민수 산업통상자원부 장관, 박서연 새벽당 대표, 최영호 국무총리, 이준혁 대통령이 한자리에 섰다. "
    "존 스미스 미국 대통령과 마리 뒤부아 프랑스 총리도 있었다."
)


def meetings(*sentences: str, title: str = "정재계 소식") -> tuple[MeetingFact, ...]:
    """The meetings of an article in which a first paragraph introduces everybody."""
    return analyze(f"{title}\n\n{PEOPLE}\n{' '.join(sentences)}\n", published="2024-05-04").meetings


def one(*sentences: str, title: str = "정재계 소식") -> MeetingFact:
    found = meetings(*sentences, title=title)
    assert len(found) == 1, [(m.kind, [p.name for p in m.parties]) for m in found]
    return found[0]


def names(meeting: MeetingFact) -> set[str]:
    return {party.name for party in meeting.parties}


@pytest.mark.parametrize(
    "sentence",
    [
        "홍길동 회장은 3일 김민수 장관을 만나 현안을 논의했다.",
        "홍길동 회장은 3일 김민수 장관과 만났다.",
        "홍길동 회장과 김민수 장관은 3일 서울에서 회동했다.",
        "홍길동 회장과 김민수 장관의 회동이 3일 열렸다.",
        "김민수 장관은 3일 홍길동 회장을 접견했다.",
        "김민수 장관은 3일 홍길동 회장을 청사로 초청해 오찬을 함께했다.",
        "김민수 장관을 만난 홍길동 회장은 밝은 표정이었다.",
        "홍길동 회장은 3일 김민수 장관과 반도체 투자 관련 논의를 했다.",
        "홍길동 회장이 김민수 장관에게 식사를 대접했다.",
        '3일 부산에서 열린 회담에서 홍길동 회장이 김민수 장관에게 "고맙다"고 말했다.',
        "3일 부산에서 열린 회담에서 홍길동 회장과 김민수 장관이 악수했다.",
        "홍길동 회장이 3일 부산에서 열린 회담에서 김민수 장관의 말을 듣고 있다.",
        "홍길동 회장과 김민수 장관의 ‘국밥회동’은 3일 내내 화제였다.",
        "홍길동 회장은 3일 김민수 장관과 함께한 간담회에서 협력을 약속했다.",
    ],
)
def test_each_construction_gives_the_two_who_met(sentence: str) -> None:
    meeting = one(sentence)
    assert names(meeting) == {"홍길동", "김민수"}
    assert meeting.status == "held"


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("홍길동 회장은 3일 김민수 장관과 조찬을 가졌다.", "breakfast"),
        ("홍길동 회장은 3일 김민수 장관과 만나 오찬을 함께했다.", "luncheon"),
        ("홍길동 회장은 3일 김민수 장관과 만찬 회동을 가졌다.", "dinner"),
        ("이준혁 대통령은 3일 존 스미스 대통령과 정상회담을 열었다.", "summit"),
        ("박서연 대표는 3일 최영호 총리를 예방했다.", "courtesy_call"),
        ("이준혁 대통령은 3일 존 스미스 대통령과 통화했다.", "call"),
        ("박서연 대표는 3일 최영호 총리와 면담했다.", "talks"),
    ],
)
def test_the_kind_is_the_narrowest_told(sentence: str, kind: str) -> None:
    assert one(sentence).kind == kind


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("홍길동 회장은 6일 김민수 장관을 만난다.", "scheduled"),
        ("홍길동 회장은 6일 김민수 장관과 회동할 예정이다.", "scheduled"),
        ("홍길동 회장은 김민수 장관과의 면담을 추진하고 있다.", "proposed"),
        ("홍길동 회장은 김민수 장관을 예방하는 일정을 조율 중이다.", "proposed"),
        ("홍길동 회장이 김민수 장관을 만날 가능성이 제기된다.", "possible"),
        ("홍길동 회장과 김민수 장관의 회동은 무산됐다.", "cancelled"),
    ],
)
def test_the_status_comes_with_its_cue(sentence: str, status: str) -> None:
    meeting = one(sentence)
    assert meeting.status == status
    assert any(cue.field == "status" and cue.rule.startswith("factuality.") for cue in meeting.cues)


def test_a_denial_is_no_meeting() -> None:
    assert meetings("홍길동 회장은 김민수 장관을 만나지 않았다고 했다.") == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "홍길동 회장은 이날 기자들과 만나 계획을 밝혔다.",
        "홍길동 회장은 본지와의 통화에서 계획을 밝혔다.",
        "새 전시관에서 한빛전자의 신작을 만나볼 수 있다.",
        "김민수 장관은 독감 예방을 당부했다.",
        "홍길동 회장은 구치소에서 변호인을 접견했다.",
        "홍길동 회장은 시민들을 만나 인사했다.",
        "두 사람의 정상회담록이 공개됐다.",
    ],
)
def test_what_only_looks_like_a_meeting_is_none(sentence: str) -> None:
    assert meetings(sentence) == ()


def test_several_counterparts_without_a_word_of_order_are_one_meeting() -> None:
    assert names(one("홍길동 회장은 3일 김민수 장관과 박서연 대표를 만났다.")) == {"홍길동", "김민수", "박서연"}


@pytest.mark.parametrize(
    "sentences",
    [
        ("홍길동 회장은 3일 김민수 장관과 박서연 대표를 잇따라 만났다.",),
        ("홍길동 회장은 3일 김민수 장관, 박서연 대표와 각각 회동했다.",),
        ("홍길동 회장은 3일 김민수 장관을 만난 데 이어 박서연 대표와도 회동했다.",),
        ("홍길동 회장은 3일 김민수 장관을 만났다.", "홍길동 회장은 이날 박서연 대표와도 면담했다."),
    ],
)
def test_one_meeting_for_each_counterpart(sentences: tuple[str, ...]) -> None:
    assert [names(m) for m in meetings(*sentences)] == [{"홍길동", "김민수"}, {"홍길동", "박서연"}]


def test_sentences_on_the_same_meeting_make_one_fact() -> None:
    meeting = one(
        "홍길동 회장은 3일 김민수 장관과 만찬 회동을 했다.",
        "김민수 장관은 이날 홍길동 회장과 만나 투자를 당부했다.",
        "만찬에는 박서연 대표가 배석했다.",
        title="홍길동·김민수 만찬 회동",
    )
    assert names(meeting) == {"홍길동", "김민수", "박서연"}
    assert meeting.kind == "dinner"
    assert len(meeting.evidence) > 1


def test_another_day_is_another_meeting() -> None:
    found = meetings(
        "홍길동 회장은 3일 김민수 장관과 만났다.", "홍길동 회장은 2013년 6월에도 김민수 장관과 7시간에 걸쳐 면담했다."
    )
    assert [m.when.start if m.when else None for m in found] == ["2024-05-03", "2013-06"]
    assert found[1].duration == "PT7H"


def test_what_was_held_outranks_what_was_planned() -> None:
    meeting = one("홍길동 회장은 3일 김민수 장관과 회동했다.", title="홍길동, 김민수와 3일 회동 예정")
    assert meeting.status == "held"


def test_a_dropped_subject_is_whom_the_last_sentence_was_about() -> None:
    found = meetings("홍길동 회장은 3일 공장을 둘러봤다.", "6일에는 김민수 장관과 회동할 예정이다.")
    assert [names(m) for m in found] == [{"홍길동", "김민수"}]


def test_a_country_pair_stands_for_its_leaders() -> None:
    assert names(one("지난해 10월 서울에서 열린 한미 정상회담 당시 약속이다.")) == {"이준혁", "존 스미스"}


def test_unnamed_people_take_part_as_a_group() -> None:
    meeting = one("박서연 대표는 3일 국회에서 피해자 유족을 만났다.")
    assert [(p.kind, p.key, p.name) for p in meeting.parties if p.kind == "group"] == [("group", None, "피해자 유족")]


def test_residents_at_a_round_table_are_a_group_but_the_press_is_none() -> None:
    assert names(one("최영호 총리는 3일 한빛읍 주민들과 간담회를 열었다.")) == {"최영호", "한빛읍 주민들"}
    assert meetings("최영호 총리는 3일 기자들과 간담회를 열었다.") == ()


def test_talks_by_video_are_a_call() -> None:
    assert one("이준혁 대통령은 3일 화상회의로 존 스미스 대통령과도 회담했다.").kind == "call"


def test_an_earlier_summit_is_that_of_the_same_two() -> None:
    found = meetings(
        "이준혁 대통령은 3일 존 스미스 대통령과 정상회담을 열었다.",
        "이 대통령은 지난해 11월 부산에서 열린 첫 번째 정상회담을 거론했다.",
    )
    assert [names(meeting) for meeting in found] == [{"이준혁", "존 스미스"}] * 2


def test_time_place_and_duration_come_from_the_clause() -> None:
    meeting = one("홍길동 회장은 3일 오후 2시 서울 한빛호텔에서 김민수 장관과 2시간 동안 회담했다.")
    assert meeting.when is not None
    assert meeting.when.start == "2024-05-03T14:00:00+09:00"
    assert meeting.duration == "PT2H"
    assert meeting.place is not None
    assert "한빛호텔" in meeting.place.name


def test_the_day_carries_on_to_what_follows() -> None:
    found = meetings("홍길동 회장은 6일 김민수 장관과 오찬을 갖는다.", "이어 박서연 대표와 만찬을 함께할 예정이다.")
    assert [m.when.start[:10] if m.when and m.when.start else None for m in found] == ["2024-05-06", "2024-05-06"]


def test_evidence_is_short_and_stays_on_its_line() -> None:
    text = f"정재계 소식\n\n{PEOPLE}\n홍길동 회장은 3일 김민수 장관을 만나 반도체 투자와 인력 양성 방안을 폭넓게 논의했다.\n"
    (meeting,) = analyze(text, published="2024-05-04").meetings
    for start, end in meeting.evidence:
        assert 10 <= end - start <= 80
        assert "\n" not in text[start:end]


def test_no_people_no_meetings() -> None:
    assert analyze("", published="2024-05-04").meetings == ()
    assert analyze("회담이 열렸다. 만났다. 정상회담을 가졌다.", published="2024-05-04").meetings == ()


def test_what_they_talked_of_is_a_short_noun_phrase() -> None:
    assert one("홍길동 회장은 3일 김민수 장관을 만나 반도체 투자 방안을 논의했다.").topics == ("반도체 투자 방안",)
    assert one("홍길동 회장은 3일 김민수 장관을 만나 논의했다.").topics == ()


@pytest.mark.parametrize(
    ("sentence", "group"),
    [
        ("홍길동 회장은 3일 환경부 차관을 만나 지원을 요청했다.", "환경부 차관"),
        ("홍길동 회장은 3일 광주 국회의원을 공장으로 초대해 오찬을 했다.", "광주 국회의원"),
        ("홍길동 회장은 3일 현지 관계자들과 간담회를 열었다.", "현지 관계자들"),
        ("홍길동 회장은 3일 현장 임직원 의견을 청취하는 간담회를 진행했다.", "현장 임직원"),
        ("홍길동 회장은 3일 재계 인사를 만났다.", "재계 인사"),
    ],
)
def test_people_told_by_office_or_trade_are_a_party(sentence: str, group: str) -> None:
    assert names(one(sentence)) == {"홍길동", group}


def test_an_official_whom_nobody_knows_keeps_the_topic_from_before_out() -> None:
    meeting = one("홍길동 회장은 3일 귀국했다.", "환경부 차관은 4일 김민수 장관을 만났다.")
    assert names(meeting) == {"환경부 차관", "김민수"}


def test_a_list_of_places_is_no_companion() -> None:
    meeting = one("정치권 일각과 부산권 등에서 말이 나오는 가운데, 홍길동 회장이 3일 김민수 장관을 만났다.")
    assert names(meeting) == {"홍길동", "김민수"}


@pytest.mark.parametrize(
    "sentence",
    [
        "이번 정상회담에서는 통상 문제가 논의될 예정이다.",
        "미국과 프랑스의 정상회담이 내주 열린다.",
    ],
)
def test_a_summit_without_names_is_of_the_only_two_leaders(sentence: str) -> None:
    text = f"존 스미스 미국 대통령이 내주 파리를 방문한다. 마리 뒤부아 프랑스 총리가 초청했다. {sentence}"
    (meeting,) = analyze(f"정상 소식\n\n{text}\n", published="2024-05-04").meetings
    assert (names(meeting), meeting.kind, meeting.status) == ({"존 스미스", "마리 뒤부아"}, "summit", "scheduled")


def test_a_summit_with_a_country_is_with_its_leader() -> None:
    text = "존 스미스 미국 대통령이 말했다. 마리 뒤부아 프랑스 총리도 왔다. 김이반 러시아 대통령은 없었다."
    text += " 존 스미스 대통령은 프랑스와의 정상회담을 3일 열었다."
    found = analyze(f"정상 소식\n\n{text}\n", published="2024-05-04").meetings
    assert [names(meeting) for meeting in found] == [{"존 스미스", "마리 뒤부아"}]


def test_summits_of_other_countries_are_other_summits() -> None:
    text = (
        "이준혁 대통령과 존 스미스 미국 대통령이 있다. 이준혁 대통령은 3일 존 스미스 미국 대통령과 정상회담을 했다. "
        "한일 정상회담은 다음 달 13일 열린다."
    )
    found = analyze(f"정상 소식\n\n{text}\n", published="2024-05-04").meetings
    assert [(names(m), m.status) for m in found] == [({"이준혁", "존 스미스"}, "held"), ({"이준혁"}, "scheduled")]


def test_a_summit_counted_from_is_over_though_the_next_is_to_come() -> None:
    text = "이준혁 대통령은 지난 1월 존 스미스 미국 대통령과의 정상회담 이후 석 달 만에 다시 존 스미스 대통령을 만난다."
    found = meetings(text)
    assert {(m.status, m.when.start if m.when else None) for m in found} == {("held", "2024-01"), ("scheduled", None)}


def test_whoever_invites_to_a_meal_is_there() -> None:
    meeting = one("9일 청와대에서 이준혁 대통령 초청으로 홍길동 회장과 김민수 장관이 오찬간담회를 가진다.")
    assert names(meeting) == {"이준혁", "홍길동", "김민수"}


def test_a_dinner_that_somebody_gives_has_a_guest() -> None:
    meeting = one("홍길동 회장은 3일 저녁 김민수 장관이 주최하는 만찬에 참석했다.")
    assert names(meeting) == {"홍길동", "김민수"}


def test_whose_residence_it_is_is_no_party() -> None:
    assert all("최영호" not in names(m) for m in meetings("홍길동 회장은 3일 최영호 총리의 공관으로 이동해 차담회를 가졌다."))


def test_whom_a_reporter_meets_is_no_party_of_the_topic() -> None:
    assert meetings("홍길동 회장은 3일 말했다.", "이날 현장에서 만난 박서연 대표는 “걱정이 크다”고 했다.") == ()


def test_a_question_whether_they_met_tells_of_none() -> None:
    assert meetings("홍길동 회장은 “김민수 장관을 만나 돈을 받았느냐가 핵심”이라고 했다.") == ()


def test_a_call_by_telephone_to_somebody() -> None:
    meeting = one("홍길동 회장은 3일 김민수 장관에게 전화를 걸어 설득했다.")
    assert (meeting.kind, names(meeting)) == ("call", {"홍길동", "김민수"})


def test_a_golf_round_is_a_meeting() -> None:
    assert names(one("홍길동 회장은 3일 김민수 장관과 골프 라운드를 진행했다.")) == {"홍길동", "김민수"}


def test_leaders_beside_the_one_named_are_another_call() -> None:
    found = meetings("이준혁 대통령은 3일 존 스미스 미국 대통령과 통화했다.", "이준혁 대통령은 이후 유럽 정상들과도 통화했다.")
    assert [names(m) for m in found] == [{"이준혁", "존 스미스"}, {"이준혁", "유럽 정상들"}]


def test_the_ministry_of_an_official_met_is_no_party_of_its_own() -> None:
    meeting = one("홍길동 회장은 3일 김민수 장관, 박서연 대표 등 청와대 참모들과 오찬을 했다.")
    assert not any(party.kind == "organization" for party in meeting.parties)
