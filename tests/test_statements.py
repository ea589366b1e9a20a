"""Statements as a reader finds them: the words, who says them, with which verb, when and where; and what is no statement."""

from __future__ import annotations

import pytest

from visitextract import Extraction, extract
from visitextract.explain import explain

PUBLISHED = "2024-05-04"


def said(text: str) -> list[tuple[str, str | None, str | None]]:
    """Words, speaker's name and verb of the direct statements of ``text``."""
    return told(extract(text, published=PUBLISHED), "direct")


def reported(text: str) -> list[tuple[str, str | None, str | None]]:
    """Words, speaker's name and verb of the indirect statements of ``text``."""
    return told(extract(text, published=PUBLISHED), "indirect")


def told(extraction: Extraction, kind: str) -> list[tuple[str, str | None, str | None]]:
    return [(s.text, s.speaker.name if s.speaker else None, s.verb) for s in extraction.statements if s.kind == kind]


def test_a_quotation_with_its_speaker_and_verb() -> None:
    assert said('홍길동 외교부 장관은 3일 "협력의 길이 열렸다"고 말했다.') == [("협력의 길이 열렸다", "홍길동", "말했다")]


def test_a_split_quotation_is_two_statements_of_one_speaker() -> None:
    assert said('홍길동 장관은 "길이 열렸다"며 "함께 가겠다"고 강조했다.') == [
        ("길이 열렸다", "홍길동", None),
        ("함께 가겠다", "홍길동", "강조했다"),
    ]


@pytest.mark.parametrize(
    ("sentence", "verb"),
    [
        ('"함께 가자"고 제안하기도 했다', "제안하기도 했다"),
        ('"함께 가자"라고 했다', "했다"),
        ('"함께 가자"면서 이같이 밝혔다', "밝혔다"),
        ('"함께 가자"며 우려를 나타냈다', "나타냈다"),
        ('"함께 가자"고 설명한 바 있다', "설명한 바 있다"),
        ('"함께 가자"고 경고하면서 자리를 떴다', "경고하면서"),
        ('"함께 가자"는 뜻을 밝혔습니다', "밝혔습니다"),
        ("“함께 가자”고 덕담을 건넸다", "건넸다"),
    ],
)
def test_the_verb_is_copied_as_it_stands(sentence: str, verb: str) -> None:
    assert said(f"홍길동 장관은 {sentence}.") == [("함께 가자", "홍길동", verb)]


def test_the_subject_after_the_words_wins() -> None:
    text = '홍길동 장관이 곧 떠난다. "홍 장관은 5일 출국한다"고 박서연 대변인이 전했다.'
    assert said(text) == [("홍 장관은 5일 출국한다", "박서연", "전했다")]


def test_the_addressee_is_not_the_speaker() -> None:
    assert said('홍길동 장관은 김민수 대표에게 "함께 가자"고 말했다.') == [("함께 가자", "홍길동", "말했다")]


def test_question_and_answer_have_their_own_speakers() -> None:
    text = '기자가 "언제 떠나느냐"고 묻자 홍길동 장관은 "내일 떠난다"고 답했다.'
    assert said(text) == [("언제 떠나느냐", "기자", "묻자"), ("내일 떠난다", "홍길동", "답했다")]


def test_a_question_put_to_the_speaker_is_not_his() -> None:
    text = '홍길동 장관은 "언제 떠나느냐"는 기자들의 질문에 "내일 떠난다"고 답했다.'
    assert said(text) == [("언제 떠나느냐", "기자들", None), ("내일 떠난다", "홍길동", "답했다")]


def test_an_inner_report_keeps_its_own_speaker() -> None:
    text = '가나통신은 홍길동 장관이 "길이 곧 열린다"고 말했다고 보도했다.'
    assert said(text) == [("길이 곧 열린다", "홍길동", "말했다")]


def test_what_is_told_of_does_not_speak() -> None:
    text = '홍길동 장관은 김민수 대표가 "옳은 길을 간다"고 평가했다.'
    assert said(text) == [("옳은 길을 간다", "홍길동", "평가했다")]


def test_a_dropped_subject_is_carried_over() -> None:
    text = '홍길동 장관은 "길이 열렸다"고 말했다. 이어 "함께 가겠다"고 덧붙였다.\n\n그러면서 "서두르지 않겠다"고 했다.'
    assert [speaker for _, speaker, _ in said(text)] == ["홍길동"] * 3


def test_a_pronoun_stands_for_who_spoke_before() -> None:
    text = '홍길동 장관은 "길이 열렸다"고 말했다. 그는 "함께 가겠다"고 강조했다.'
    assert said(text)[1] == ("함께 가겠다", "홍길동", "강조했다")


def test_an_unnamed_source_is_told_by_its_phrase() -> None:
    statement = extract('대통령실 관계자는 "일정을 조율 중"이라고 밝혔다.', published=PUBLISHED).statements[0]
    assert statement.speaker is not None
    assert (statement.speaker.type, statement.speaker.id) == ("group", None)
    assert "관계자" in statement.speaker.name


def test_nobody_is_made_up() -> None:
    assert said('"길이 열렸다"는 말도 했다고 한다. "쉽지 않은 길"이라고 했다.')[-1] == ("쉽지 않은 길", None, "했다")


@pytest.mark.parametrize(
    "text",
    [
        "홍길동 장관은 '한빛' 모델을 선보였다.",
        "두 사람은 '깜짝 오찬'을 했다.",
        '홍길동 장관은 "봄날의 산책"이라는 책을 냈다.',
        '이 거리는 "바람의 언덕"이라고 불린다.',
        "박서연 작가의 「먼 길」이 나왔다.",
    ],
)
def test_names_works_and_scare_quotes_are_no_statements(text: str) -> None:
    assert extract(text, published=PUBLISHED).statements == ()


def test_a_partial_quotation_is_direct_and_its_clause_is_not_told_twice() -> None:
    text = '홍길동 장관은 김민수 대표와 "매우 생산적이고 좋은" 대화를 했다고 밝혔다.'
    assert said(text) == [("매우 생산적이고 좋은", "홍길동", "밝혔다")]
    assert reported(text) == []


@pytest.mark.parametrize(
    "tag",
    ["[홍길동/한빛당 의원 (5월 3일)]", "[홍길동 의원 : ", "<홍길동 / 한빛당 의원> ", "홍길동 / 한빛당 의원"],
)
def test_a_broadcast_tag_names_the_speaker(tag: str) -> None:
    closing = "]" if tag.endswith(": ") else ""
    text = f'특검 수사가 끝났습니다.\n{tag}"금품을 받은 사실이 전혀 없습니다."{closing}'
    assert said(text) == [("금품을 받은 사실이 전혀 없습니다.", "홍길동", None)]


@pytest.mark.parametrize(
    ("text", "words", "speaker", "verb"),
    [
        ("홍길동 장관은 협의가 모두 끝났다고 밝혔다.", "협의가 모두 끝났다", "홍길동", "밝혔다"),
        ("홍길동 장관은 6월에 떠날 계획이라고 말했다.", "6월에 떠날 계획", "홍길동", "말했다"),
        ("홍길동 장관은 함께 힘을 모으자고 제안했다.", "함께 힘을 모으자", "홍길동", "제안했다"),
        ("6월에 서울에서 회담을 연다고 홍길동 장관이 3일 밝혔다.", "6월에 서울에서 회담을 연다", "홍길동", "밝혔다"),
        ("업계는 올해 수요가 크게 늘 것으로 내다봤다.", "올해 수요가 크게 늘 것", "업계", "내다봤다"),
        ("홍길동 장관은 대화가 먼저라는 입장이다.", "대화가 먼저", "홍길동", "입장이다"),
        ("홍길동 장관은 공장을 더 짓겠다는 구상을 밝혔다.", "공장을 더 짓겠다", "홍길동", "밝혔다"),
        ("공장을 내년에 연다는 게 홍길동 장관의 설명이다.", "공장을 내년에 연다", "홍길동", "설명이다"),
        ("한빛전자에 따르면 공장은 내년에 문을 연다.", "공장은 내년에 문을 연다", "한빛전자", "에 따르면"),
        ("한빛전자에 따르면 공장은 내년에 문을 열 것으로 알려졌다.", "공장은 내년에 문을 열 것", "한빛전자", "에 따르면"),
    ],
)
def test_reported_speech(text: str, words: str, speaker: str, verb: str) -> None:
    assert reported(text) == [(words, speaker, verb)]


def test_two_reported_clauses_are_two_statements() -> None:
    text = "홍길동 장관은 회담이 6월에 열릴 예정이라며, 자세한 일정은 추후에 알리겠다고 설명했다."
    assert reported(text) == [
        ("회담이 6월에 열릴 예정", "홍길동", None),
        ("자세한 일정은 추후에 알리겠다", "홍길동", "설명했다"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "두 사람은 6월에 만날 것으로 알려졌다.",
        "회담은 미뤄진 것으로 전해졌다.",
        "수요가 크게 늘 것이라는 전망이 나온다.",
        "홍길동 장관이 밝힌 방안은 두 가지다.",
        "두 나라는 협력을 넓히기로 했다.",
    ],
)
def test_hearsay_and_decisions_are_no_statements(text: str) -> None:
    assert reported(text) == []


def test_day_and_occasion_of_a_statement() -> None:
    text = '홍길동 장관은 지난 2일 국회에서 열린 기자회견에서 "길이 열렸다"고 말했다.'
    statement = extract(text, published=PUBLISHED).statements[0]
    assert statement.when is not None
    assert statement.when.start == "2024-05-02"
    assert statement.occasion == "국회에서 열린 기자회견"


def test_evidence_shows_speaker_words_and_verb() -> None:
    text = '이날 회의가 끝났다. 홍길동 장관은 "길이 열렸다"고 말했다.'
    assert extract(text, published=PUBLISHED).statements[0].evidence.text == '홍길동 장관은 "길이 열렸다"고 말했다'


def test_the_headline_says_who_stands_right_before_the_words() -> None:
    text = '홍길동 장관 "길이 열렸다, 함께 가자"\n\n홍길동 외교부 장관은 3일 서울에서 "길이 열렸다"고 말했다.'
    assert [speaker for _, speaker, _ in said(text)] == ["홍길동", "홍길동"]


def test_the_headline_borrows_the_speaker_of_the_same_words_in_the_body() -> None:
    headline = '"철도 길이 다시 열렸다, 서두르자"'
    text = f'{headline}\n\n홍길동 외교부 장관은 3일 서울에서 "철도 길이 다시 열렸다. 모두 서두르자"고 말했다.'
    assert [speaker for _, speaker, _ in said(text)] == ["홍길동", "홍길동"]


def test_a_quotation_inside_another_is_a_statement_of_its_own() -> None:
    text = "홍길동 장관은 \"김민수 대표가 '함께 갈 수 없다'고 말했다\"고 전했다."
    assert said(text) == [
        ("김민수 대표가 '함께 갈 수 없다'고 말했다", "홍길동", "전했다"),
        ("함께 갈 수 없다", "김민수", "말했다"),
    ]


@pytest.mark.parametrize(
    ("verb", "stance"),
    [
        ("고 말했다", "neutral"),
        ("고 주장했다", "claim"),
        ("며 의혹을 부인했다", "denial"),
        ("고 촉구했다", "demand"),
        ("고 칭찬했다", "praise"),
        ("며 우려를 나타냈다", "criticism"),
        ("고 약속했다", "promise"),
    ],
)
def test_the_verb_carries_a_stance(verb: str, stance: str) -> None:
    assert extract(f'홍길동 장관은 "길이 곧 열린다"{verb}.', published=PUBLISHED).statements[0].stance == stance


def test_without_a_verb_there_is_no_stance() -> None:
    statements = extract('홍길동 장관은 "길이 열렸다"며 "함께 가겠다"고 약속했다.', published=PUBLISHED).statements
    assert [statement.stance for statement in statements] == [None, "promise"]


@pytest.mark.parametrize(
    ("sentence", "addressee"),
    [
        ('홍길동 장관은 취재진에게 "길이 열렸다"고 말했다.', "취재진"),
        ('홍길동 장관은 김민수 대표에게 "함께 가자"고 말했다.', "김민수"),
        ('홍길동 장관은 김민수 대표를 향해 "사과하라"고 외쳤다.', "김민수"),
        ('홍길동 장관은 "길이 열렸다"고 기자들에게 말했다.', "기자들"),
        ('홍길동 장관은 "길이 열렸다"고 말했다.', None),
        ('홍길동 장관은 주민들에게 쌀을 나눠 주고 "길이 열렸다"고 말했다.', None),
    ],
)
def test_whom_it_is_said_to(sentence: str, addressee: str | None) -> None:
    found = extract(sentence, published=PUBLISHED).statements[0].addressee
    assert (found.name if found else None) == addressee


def test_an_addressee_is_a_party_of_the_document() -> None:
    extraction = extract('홍길동 장관은 김민수 대표에게 "함께 가자"고 말했다.', published=PUBLISHED)
    assert {party.name for party in extraction.parties()} == {"홍길동", "김민수"}


def test_a_document_without_the_newer_fields_can_be_read() -> None:
    document = extract('홍길동 장관은 "길이 열렸다"고 말했다.', published=PUBLISHED).model_dump(mode="json")
    for statement in document["statements"]:
        del statement["stance"], statement["addressee"]
    assert Extraction.model_validate(document).statements[0].text == "길이 열렸다"


def test_explain_says_why_nobody_is_named() -> None:
    reasons = explain('"쉽지 않은 길"이라고 했다.', published=PUBLISHED).statements[0].reasons
    assert [(r.rule, r.note) for r in reasons if r.field == "speaker"] == [
        ("statement.speaker.unstated", "the text does not say who says it")
    ]


def test_the_answers_of_an_interview_are_the_interviewee_s() -> None:
    text = (
        "지난 2일 홍길동 대표를 인터뷰했다.\n\n"
        "-공장은 언제 여는가?\n“내년 봄에 문을 열 계획입니다.”\n"
        "-사람은 얼마나 뽑나?\n“백 명쯤 새로 뽑으려고 합니다.”"
    )
    assert said(text) == [
        ("내년 봄에 문을 열 계획입니다.", "홍길동", None),
        ("백 명쯤 새로 뽑으려고 합니다.", "홍길동", None),
    ]


def test_an_opening_quotation_belongs_to_the_one_named_next() -> None:
    text = '"올해는 함께 새로운 길을 열어 가겠습니다."\n홍길동 장관은 2일 신년사에서 이같이 밝혔다.'
    assert said(text) == [("올해는 함께 새로운 길을 열어 가겠습니다.", "홍길동", None)]


def test_the_lines_of_a_transcript_have_their_speakers() -> None:
    text = "재판부 “증인은 그날 어디에 있었습니까?”홍길동 “집에서 혼자 쉬고 있었습니다.”"
    text = f"홍길동 전 장관이 증인으로 나왔다.\n{text}"
    assert [(words, speaker) for words, speaker, _ in said(text)] == [
        ("증인은 그날 어디에 있었습니까?", "재판부"),
        ("집에서 혼자 쉬고 있었습니다.", "홍길동"),
    ]


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ('홍길동 장관은 페이스북에 글을 올려 "길이 열렸다"고 적었다.', "홍길동"),
        ('홍길동 장관은 성명에서 "길이 열렸다"고 밝혔다.', "홍길동"),
        ('한빛당은 입장문을 통해 "길이 열렸다"고 밝혔다.', "한빛당"),
        ('당에서는 "길이 열렸다"(홍길동 의원)는 말이 나온다.', "홍길동"),
        ('홍길동 장관은 "길이 열렸다" 밝혔다.', "홍길동"),
        ('"길이 열렸다"고 규정한 한빛당은 표결에 나섰다.', "한빛당"),
        ('이 소유주는 문이 "안에서 열리지 않는다"고 주장했다.', "이 소유주"),
        ('주민 모임인 ‘한빛마을 시민모임’은 "물이 마른다"며 반대했다.', "한빛마을 시민모임"),
    ],
)
def test_who_says_it(sentence: str, speaker: str) -> None:
    assert [name for _, name, _ in said(f"한빛당이 회의를 열었다.\n{sentence}")] == [speaker]


def test_the_subject_of_a_reported_clause_does_not_speak() -> None:
    text = '홍길동 장관은 "길이 열렸다"고 말했다. 김민수 대표가 반대에 앞장섰다고 지적하며 "아쉽다"고 했다.'
    assert said(text)[1][1] == "홍길동"


def test_he_is_the_one_the_sentence_before_is_about() -> None:
    text = '김민수 대표는 회의를 열었다. 홍길동 장관은 김민수 대표를 높이 샀다. 그는 "처음 보는 솜씨"라고 했다.'
    assert said(text)[0][1] == "홍길동"


def test_the_question_is_not_the_answerer_s() -> None:
    text = '홍길동 장관은 "길이 열렸다"고 했다. 그러면서 "언제 떠나느냐"고 묻자 김민수 대표가 "내일 떠난다"고 답했다.'
    assert [name for _, name, _ in said(text)] == ["홍길동", "홍길동", "김민수"]


def test_a_headline_may_name_an_unnamed_body() -> None:
    assert said('정부 "길이 곧 열린다"\n\n길이 열렸다.')[0][1] == "정부"


def test_the_paper_is_the_one_just_named() -> None:
    text = '3일 노르드타임스가 협상이 끝났다고 보도했다. 신문은 "양쪽이 크게 물러섰다"고 전했다.'
    assert said(text)[0][1] == "노르드타임스"
    assert said('협상이 끝났다. 신문은 "양쪽이 크게 물러섰다"고 전했다.')[0][1] == "신문"


def test_a_research_firm_on_no_list_is_a_source() -> None:
    found = extract("3일 마르덱스에 따르면 수출이 줄었다.", published=PUBLISHED)
    assert [o.name for o in found.organizations] == ["마르덱스"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('한빛전자는 "확인하고 있다"는 입장이다.', "한빛전자"),
        ('홍길동·김민수 의원은 "길이 열렸다"고 밝혔다.', "홍길동·김민수 의원"),
        ('홍길동 장관과 김민수 대표는 "길이 열렸다"고 밝혔다.', "홍길동 장관과 김민수 대표"),
        ('바이오업계 한 관계자는 "수요가 늘고 있다"고 말했다.', "바이오업계 한 관계자"),
        ('인터넷 업계 관계자는 "수요가 늘고 있다"고 말했다.', "인터넷 업계 관계자"),
        ('시 관계자는 "공사를 서두르겠다"고 말했다.', "시 관계자"),
        ('한빛시민연대는 "공사를 멈추라"고 요구했다.', "한빛시민연대"),
        ('이날 회의에서 칼럼니스트 마르덴 뒤몽은 "공사를 멈추라"고 했다.', "마르덴 뒤몽"),
        ('박서은 교수는 "공사를 멈추라"고 했다.', "박서은"),
        ('홍길동 장관은 김민수 대표를 "끝까지 맞서 싸운 훌륭한 사람"이라고 부르며 손을 흔들었다.', "홍길동"),
        ('이 대통령은 김민수 후보자가 날을 세웠던 것을 두고 "차이를 좁혀 가야 한다"고 말했다고 전했다.', "이 대통령"),
        ('홍길동 대표는 공장의 때를 묻자 "아직 모른다"며 말을 아꼈다.', "홍길동"),
        ('홍길동 장관은 "길이 끊긴 것은 부끄러운 일로 치부"되며, "이제 고쳐야 한다"고 지적했다.', "홍길동"),
    ],
)
def test_a_speaker_has_his_whole_phrase(text: str, speaker: str) -> None:
    assert {name for _, name, _ in said(text)} == {speaker}


def test_an_opinion_passed_on_is_not_the_paper_s() -> None:
    assert said('가나방송은 "속이 빈 대책"이라는 비판을 전했다.') == [("속이 빈 대책", None, None)]


@pytest.mark.parametrize(
    ("first", "second", "speaker"),
    [
        ("홍길동 특별검사보가 회견을 열었다.", "홍 특검보", "홍길동"),
        ("홍길동 정책기획수석비서관을 만났다.", "홍 수석", "홍길동"),
        ("홍길동 여사가 복지관을 찾았다. 홍민수 대표가 맞았다.", "홍 여사", "홍길동"),
    ],
)
def test_a_surname_with_a_short_title_is_the_one_named(first: str, second: str, speaker: str) -> None:
    assert said(f'{first} {second}는 "이제 시작"이라고 말했다.')[0][1] in (speaker, f"{second}")
    assert said(f'{first}\n\n{second}은 "이제 시작이다"라고 말했다.')[0][1] == speaker


def test_a_shortened_name_is_the_body_that_spoke() -> None:
    text = '국립마르해양연구원은 3일 물이 찼다고 밝혔다. 바다는 따뜻해졌다. 연구원은 "앞으로 더 오른다"고 전했다.'
    assert said(text)[0][1] == "국립마르해양연구원"
    text = '미국 국무부 대변인은 "알지 못한다"고 말했다. 대변인은 "더 묻지 말라"고 했다.'
    assert {name for _, name, _ in said(text)} == {"미국 국무부 대변인"}


def test_he_does_not_speak_of_himself_by_his_title() -> None:
    text = (
        '홍길동 전 대통령은 "어려운 때"라고 말했다. 김민수 대표는 이날 홍 전 대통령을 예방했다. '
        '그는 "김 대표가 할 일이 많다"고 했다.'
    )
    assert said(text)[-1][1] == "홍길동"


def test_answers_of_an_interview_belong_to_the_one_interviewed() -> None:
    text = (
        "[인터뷰] 홍길동 대표\n\n홍길동 대표를 인터뷰했다.\n\n"
        "- 공장은 언제 여나.\n“내년에 엽니다.”\n\n▶ 값은 어떻게 보시나요.\n“더 내릴 수는 없습니다.”"
    )
    assert said(text) == [("내년에 엽니다.", "홍길동", None), ("더 내릴 수는 없습니다.", "홍길동", None)]


def test_a_crosshead_is_told_where_the_body_says_its_words() -> None:
    body = '홍길동 장관은 "절차를 어기면 통합은 반드시 실패한다"고 말했다.'
    crosshead = '"절차를 어기면 통합은 실패"'
    assert ("절차를 어기면 통합은 실패", "홍길동", None) in said(f"협의가 끝났다.{crosshead}정부는 4일 쉰다. {body}")
    assert said('협의가 끝났다."새해 복 많이 받으세요"정부는 4일 쉰다.') == []


def test_a_written_plan_is_no_source() -> None:
    assert reported("한빛마을 정비사업계획에 따르면 집은 모두 서른 채가 들어선다.") == []


def test_whom_it_is_told_to_is_not_part_of_what_is_told() -> None:
    assert reported("홍길동 시장은 현지 언론에 길을 곧 다시 연다고 말했다.") == [("길을 곧 다시 연다", "홍길동", "말했다")]
    assert reported("마르통신은 익명의 소식통을 인용해 길을 곧 다시 연다고 보도했다.")[0][0] == "길을 곧 다시 연다"


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ('홍길동 의원은 "원칙을 깬 일이다", 김민수 의원도 "납득하기 어렵다"고 반발했다.', ["홍길동", "김민수"]),
        ('참석자들이 홍길동 장관에게 "집을 잘 지키셔야겠다"고 농담했다.', ["참석자들"]),
        ('박서연 의원은 홍길동 대표가 물러난 것과 관련해 "자리를 서둘러 채우겠다"고 밝혔다.', ["박서연"]),
        ("ㄱ씨는 3일 “길이 이상하다”며 경찰에 신고했다.", ["ㄱ씨"]),
        ('‘한빛마을 시민모임’과 ‘나라사랑 시민연대’는 "공사를 멈추라"고 했다.', ["한빛마을 시민모임과 나라사랑 시민연대"]),
        ('홍길동 장관은 이 일을 "새로운 도약의 때"로 규정했다.', ["홍길동"]),
        ('한 직원은 "죄송하다"고 고개를 숙였다.', ["한 직원"]),
        ('◀홍길동 한빛학원 실장▶"올해는 문제가 무척 어려웠습니다."', ["홍길동"]),
    ],
)
def test_each_says_his_own(text: str, speakers: list[str]) -> None:
    assert [name for _, name, _ in said(f"회의가 열렸다.\n{text}")] == speakers


def test_an_insert_does_not_speak_for_the_report() -> None:
    text = (
        '국민의힘은 "길이 열렸다"고 밝혔습니다.\n[홍길동/가나당 의원]"표결은 내일 있을 것으로 봅니다."\n'
        '또 정부를 향해 "서두르라"고 했습니다.'
    )
    assert said(text)[-1][1] == "국민의힘"


def test_how_he_speaks_is_not_what_he_says() -> None:
    text = "홍길동 장관은 각오를 밝히며 길을 곧 다시 열겠다고 강조했다."
    assert reported(text) == [("길을 곧 다시 열겠다", "홍길동", "강조했다")]


def test_the_city_is_the_one_the_article_names() -> None:
    assert reported("성남시가 길을 냈다.\n시는 길이 더 넓어질 것으로 내다봤다.")[-1][1] == "성남시"
