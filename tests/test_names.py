"""Who is named: persons in every frame that news uses, and words that are none."""

from __future__ import annotations

import pytest

from visitextract import Person, extract


def persons(text: str) -> dict[str, Person]:
    """The persons of a text by name."""
    extraction = extract(text)
    extraction.verify(text)
    return {person.name: person for person in extraction.persons}


@pytest.mark.parametrize(
    "text",
    [
        "가나전자 홍길동 회장은 웃었다.",
        "홍길동 가나전자 회장은 웃었다.",
        "가나전자의 홍길동 회장은 웃었다.",
        "가나전자 회장 홍길동은 웃었다.",
    ],
)
def test_title_and_organization_on_either_side(text: str) -> None:
    (role,) = persons(text)["홍길동"].roles
    assert role.title == "회장"
    assert role.organization is not None
    assert role.organization.name == "가나전자"


def test_an_enumeration_shares_its_title() -> None:
    found = persons("홍길동·박서연·김민수 회장이 자리를 함께했다.")
    assert list(found) == ["홍길동", "박서연", "김민수"]
    assert {role.title for person in found.values() for role in person.roles} == {"회장"}


def test_a_caption_names_people_from_the_left() -> None:
    found = persons("홍길동 가나전자 사장(왼쪽부터), 존 스미스 오픈가나 CEO, 박서연 다라은행 행장이 기념촬영을 하고 있다.")
    assert list(found) == ["홍길동", "존 스미스", "박서연"]


@pytest.mark.parametrize("mark", ["전", "前", "당시"])
def test_a_past_role_is_former(mark: str) -> None:
    (role,) = persons(f"홍길동 {mark} 대통령은 웃었다.")["홍길동"].roles
    assert role.former


def test_relations_name_people() -> None:
    assert {"존 스미스", "마리 스미스"} <= set(persons("존 스미스 대통령은 부인 마리 스미스와 서울에 왔다."))


def test_hanja_and_short_forms_stand_for_who_is_named() -> None:
    (person,) = persons("尹, 5일 방미\n\n윤길동 대통령은 5일 미국을 방문한다. 윤 대통령은 10일 돌아온다.").values()
    assert person.name == "윤길동"
    assert {"尹", "윤 대통령"} <= set(person.aliases)


def test_two_of_one_surname_are_kept_apart_by_title() -> None:
    text = "김민수 대통령과 김서연 장관이 만났다. 김 장관은 웃었고 김 대통령은 고개를 끄덕였다."
    found = persons(text)
    assert "김 장관" in found["김서연"].aliases
    assert "김 대통령" in found["김민수"].aliases


def test_a_surname_of_two_syllables() -> None:
    (person,) = persons("제갈민수 가나전자 사장이 왔다. 제갈 사장은 웃었다.").values()
    assert person.aliases == ("제갈 사장",)


@pytest.mark.parametrize("text", ["조 사장은 웃었다.", "이 대통령이 말했다.", "김 씨는 떠났다.", "尹, 5일 방미"])
def test_a_surname_alone_makes_nobody(text: str) -> None:
    assert persons(text) == {}


def test_the_other_forms_of_a_foreign_name() -> None:
    (person,) = persons("존 스미스 미국 대통령이 왔다. 스미스 대통령은 웃었다. 스미스는 3일 떠난다.").values()
    assert person.name == "존 스미스"
    assert "스미스" in person.aliases


@pytest.mark.parametrize(
    ("text", "name", "organization"),
    [
        ("에리크 린드베리 노르드빅 최고경영자는 웃었다.", "에리크 린드베리", "노르드빅"),
        ("아이젠모터스의 카를 베버 구매총괄은 웃었다.", "카를 베버", "아이젠모터스"),
        ("가이 하트먼 네오소프트 회장은 웃었다.", "가이 하트먼", "네오소프트"),
    ],
)
def test_a_foreign_name_ends_where_the_company_begins(text: str, name: str, organization: str) -> None:
    (role,) = persons(text)[name].roles
    assert role.organization is not None
    assert role.organization.name == organization


def test_the_last_syllable_of_a_foreign_name_is_no_particle() -> None:
    assert list(persons("후안 과이도 국회의장이 왔다.")) == ["후안 과이도"]


def test_the_first_word_of_a_foreign_name_is_the_same_person() -> None:
    (person,) = persons("프락 소레이 캄보디아 부총리가 왔다. 프락 부총리는 웃었다.").values()
    assert person.name == "프락 소레이"


def test_an_abbreviation_in_brackets_and_titles_with_a_slash() -> None:
    roles = persons("박서연 가나전자 창업자/최고경영자(CEO)는 웃었다.")["박서연"].roles
    assert [(role.title, role.abbreviation) for role in roles] == [("창업자", None), ("최고경영자", "CEO")]


@pytest.mark.parametrize(
    "text",
    [
        "메모리 시장이 커졌다.",
        "능력을 갖춘 은행장을 찾는다.",
        "홍콩발 기사가 나왔다.",
        "이날 의원들이 모였다.",
        "정부는 대표를 보냈다.",
        "다룰 듯 대통령이 말했다.",
        "서비스인 신고 대행을 이용한다.",
        "사전 예고 없이 크게 기여한 선수를 뽑았다.",
    ],
)
def test_words_that_only_look_like_names(text: str) -> None:
    assert persons(text) == {}


def test_a_list_of_appointments_names_holders_not_branches() -> None:
    found = persons("◇ 지점장\n△문정역 금융센터장 홍길동 △가양역 금융센터장 박서연")
    assert not {"문정역", "가양역"} & set(found)


def test_a_name_glued_to_the_sentence_before_is_read() -> None:
    assert "홍길동" in persons('피해가 늘어날 전망입니다홍길동 / 가나시민연대 사무처장"지켜봐야 합니다"')


def test_bylines_are_nobody() -> None:
    assert persons("(서울=가나뉴스) 홍길동 기자 = 두 나라는 3일 서울에서 회담했다.") == {}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("교황 요한 4세가 왔다.", ["요한 4세"]),
        ("요한4세 교황은 웃었다.", ["요한 4세"]),
        ("프라보토 스미르노프 인도네시아 대통령이 왔다.", ["프라보토 스미르노프"]),
        ("나라대 야마시타 하루히토(山下春人) 교수가 왔다.", ["야마시타 하루히토"]),
        ("직원들은 공장을 찾아 스미르노프 회장을 만났다.", []),
        ("<인터뷰> 김민수 / 가나대 건축학과 3학년“좋습니다.”", ["김민수"]),
    ],
)
def test_names_of_several_words_stay_whole(text: str, names: list[str]) -> None:
    assert [p.name for p in extract(text).persons if names or " " in p.name] == names


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("대통령 특사를 맡고 있는 김민수 의원은 떠났다.", {"대통령 특사", "의원"}),
        ("홍길동 대통령 비서실장은 웃었다.", {"대통령 비서실장"}),
        ("박서연 전 의원을 국토교통부 장관 후보자로 지명했다.", {"의원", "장관 후보자"}),
        ("박서연 전 의원을 국토교통부 장관 후보자로 지명할지 모른다.", {"의원"}),
    ],
)
def test_roles_that_a_clause_tells(text: str, roles: set[str]) -> None:
    assert {role.title for person in extract(text).persons for role in person.roles} == roles


def test_a_shared_title_does_not_replace_ones_own() -> None:
    found = extract("김민수 가나그룹 회장이 왔다. 김민수·박서연 가나전자 회장이 함께 웃었다.").persons
    assert {p.name: [r.organization.name for r in p.roles if r.organization] for p in found} == {
        "김민수": ["가나그룹"],
        "박서연": ["가나전자"],
    }


@pytest.mark.parametrize(
    ("text", "name", "title"),
    [
        ("마리아 코리나 로사도는 웃었다.", "마리아 코리나 로사도", None),
        ("장-폴 뒤부아 프랑스 외교장관은 웃었다.", "장-폴 뒤부아", "외교장관"),
        ("프랑스 외교장관 장-폴 바로는 웃었다.", "장-폴 바로", "외교장관"),
        ("JD 스미스 부통령은 웃었다.", "JD 스미스", "부통령"),
        ("존 스미스 주니어 하원의원이 왔다.", "존 스미스 주니어", "하원의원"),
        ("마크 펜스 전 미국 부통령이 왔다.", "마크 펜스", "부통령"),
        ("마르타 로페스 당시 노르드빅 회장은 웃었다.", "마르타 로페스", "회장"),
        ("홍길동 '가나의혹' 특별검사는 웃었다.", "홍길동", "특별검사"),
        ("홍길동 총리님이 오셨다.", "홍길동", "총리"),
        ("가나대병원 예방의학과 홍길동 교수팀은 이를 발표했다.", "홍길동", "교수"),
        ("홍길동 기후부 장관은 웃었다.", "홍길동", "장관"),
        ("바로 홍길동 대표였습니다.", "홍길동", "대표"),
        ("홍길동 현 사장은 웃었다.", "홍길동", "사장"),
        ("국토교통부 장관에 홍길동을 임명했다.", "홍길동", "장관"),
        ("△재무부장 홍길동 △총무부장 박서연", "홍길동", "재무부장"),
    ],
)
def test_names_and_titles_in_rarer_frames(text: str, name: str, title: str | None) -> None:
    titles = [role.title for role in persons(text)[name].roles]
    assert title in titles if title else not titles


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("홍길동, 박서연, 김민수 전 의원이 왔다.", ["홍길동", "박서연", "김민수"]),
        ("작가 홍길동·박서연이 왔다.", ["홍길동", "박서연"]),
        ("재판은 홍길동 박서연 김민수 판사가 맡았다.", ["홍길동", "박서연", "김민수"]),
        ("가나위원회 부의장 홍길동·다라위원회 부의장 박서연이 왔다.", ["홍길동", "박서연"]),
        ("장길동(가명) 씨는 웃었다. 길동 씨는 떠났다.", ["장길동"]),
        ("홍길동 (주)라마바 회장은 웃었다.", ["홍길동"]),
        ("서울가나호텔 F&B 총괄은 웃었다.", []),
    ],
)
def test_lists_and_doubles(text: str, names: list[str]) -> None:
    assert list(persons(text)) == names


def test_who_is_appointed_holds_the_office() -> None:
    found = persons("대통령은 가나위원회 부의장에 홍길동 전 의원을 임명했다.")["홍길동"]
    assert {(role.title, role.former) for role in found.roles} == {("의원", True), ("부의장", False)}


def test_a_case_named_after_a_person_gives_no_office() -> None:
    found = persons("홍길동 특검은 3일 발표했다. 홍길동 씨는 웃었다.")["홍길동"]
    assert found.roles == ()
