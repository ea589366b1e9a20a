"""Organizations, pronouns, the user's own words, and offices without their holder, as a user meets them."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from visitextract import Extraction, Lexicon, LexiconError, extract, load_lexicon
from visitextract.cli import main
from visitextract.rules import CATALOGUE
from visitextract.rules.rule import check

TOML = """
titles = ["파트장"]
people = ["가을", {name = "욘 노르드", aliases = ["노르다"]}]
organizations = [
    {name = "당근가게", aliases = ["당근가"], kind = "company"},
    "가나 AI연구원",
]
"""


def organizations(extraction: Extraction) -> dict[str, str | None]:
    """Name -> kind."""
    return {found.name: found.kind for found in extraction.organizations}


def test_organizations_with_their_kind() -> None:
    found = organizations(extract("가나전자는 국토교통부와 협약을 맺었다. 국민의힘은 반발했다. 한국은 이겼다."))
    assert found == {"가나전자": "company", "국토교통부": "government", "국민의힘": "party"}


def test_an_abbreviation_in_brackets_is_another_form() -> None:
    (found,) = extract("한국거래소(KRX)는 3일 밝혔다. KRX는 이를 부인했다.").organizations
    assert found.aliases == ("KRX",)
    assert [span.text for span in found.mentions] == ["한국거래소", "KRX", "KRX"]


@pytest.mark.parametrize("text", ["CCTV를 달았다.", "TF 단장은 웃었다.", "구내식당에서 먹었다.", "기업 수출대금 수취가 늘었다."])
def test_what_is_no_organization(text: str) -> None:
    assert organizations(extract(text)) == {}


def test_both_leaders_are_the_two_that_were_named() -> None:
    extraction = extract('홍길동 대통령은 3일 서울에서 존 스미스 미국 대통령과 정상회담을 했다. 양 정상은 "협력하겠다"고 밝혔다.')
    assert {party.name for party in extraction.meetings[0].participants} == {"홍길동", "존 스미스"}


def test_he_is_the_last_subject() -> None:
    (statement,) = extract('홍길동 장관은 3일 회견을 열었다. 그는 "사실이 아니다"라고 말했다.').statements
    assert statement.speaker is not None
    assert statement.speaker.name == "홍길동"


@pytest.fixture
def own() -> Lexicon:
    """The lexicon of the tests, from Python."""
    return Lexicon.of(
        titles=["파트장"],
        people=["가을", {"name": "욘 노르드", "aliases": ["노르다"]}],
        organizations=[{"name": "당근가게", "aliases": ["당근가"], "kind": "company"}, "가나 AI연구원"],
    )


def test_the_users_words_are_found(own: Lexicon) -> None:
    text = "가을 대표는 노르다를 만났다. 박서연 당근가 파트장은 웃었다. 가나 AI연구원은 이를 밝혔다."
    extraction = extract(text, lexicon=own)
    extraction.verify(text)
    found = {person.name: person for person in extraction.persons}
    assert list(found) == ["가을", "욘 노르드", "박서연"]
    assert found["욘 노르드"].aliases == ("노르다",)
    (role,) = found["박서연"].roles
    assert role.title == "파트장"
    assert {"당근가게": "company"}.items() <= organizations(extraction).items()
    assert "가나 AI연구원" in organizations(extraction)


def test_a_name_that_is_a_general_word_needs_a_title(own: Lexicon) -> None:
    assert extract("가을이 왔다. 가을은 짧다.", lexicon=own).persons == ()


def test_a_users_word_is_found_only_as_a_word_of_its_own(own: Lexicon) -> None:
    assert organizations(extract("당근가게들이 늘었다. 헌당근가게 골목이다.", lexicon=own)) == {}


def test_a_users_words_change_nothing_where_they_do_not_stand(own: Lexicon) -> None:
    for rule in CATALOGUE:
        for example in rule.yes[:1]:
            assert extract(example.text, lexicon=own) == extract(example.text)
    assert [problem for rule in CATALOGUE for problem in check(rule)] == []


def test_two_lexicons_do_not_know_of_each_other(own: Lexicon) -> None:
    text = "당근가게는 3일 밝혔다."
    assert organizations(extract(text, lexicon=own)) == {"당근가게": "company"}
    assert organizations(extract(text, lexicon=Lexicon.of(people=["박서연"]))) == organizations(extract(text))


def test_a_file_and_python_give_the_same(own: Lexicon, tmp_path: Path) -> None:
    path = tmp_path / "my.toml"
    path.write_text(TOML, encoding="utf-8")
    assert load_lexicon(path) == own


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ('titles = ["파트장"]\npeople = ["대통령"]', r"my\.toml:2: people\[0\]: '대통령': is a title already"),
        ('organizations = [{name = "가나랩", kind = "shop"}]', r"my\.toml:1: organizations\[0\]: 'shop': unknown kind"),
        ('titles = ["수석 파트장"]', r"my\.toml:1: titles\[0\]: '수석 파트장': a title must be one word"),
        ('persons = ["박서연"]', r"my\.toml:1: persons: 'persons': unknown key"),
        ('people = ["박서연", "박서연"]', r"'박서연': is given twice"),
        ('people = ["박"]', r"my\.toml:1: people\[0\]: '박': must be words of two letters"),
        ("people = [{alias = 3}]", r"people\[0\]: .* must be a word, or a table with a name"),
        ("people = [", r"my\.toml: "),
    ],
)
def test_a_wrong_entry_is_told_with_file_and_line(content: str, told: str, tmp_path: Path) -> None:
    path = tmp_path / "my.toml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(LexiconError, match=told):
        load_lexicon(path)


def test_the_command_line_takes_a_lexicon(tmp_path: Path) -> None:
    (tmp_path / "my.toml").write_text(TOML, encoding="utf-8")
    (tmp_path / "story.txt").write_text("당근가게는 3일 밝혔다.", encoding="utf-8")
    result = CliRunner().invoke(main, ["convert", str(tmp_path / "story.txt"), "--lexicon", str(tmp_path / "my.toml")])
    assert result.exit_code == 0
    assert '"당근가게"' in result.stdout
    wrong = CliRunner().invoke(main, ["convert", str(tmp_path / "story.txt"), "--lexicon", str(tmp_path / "none.toml")])
    assert wrong.exit_code == 2


@pytest.mark.parametrize(
    ("text", "published", "holder", "words"),
    [
        ("대통령은 3일 회의를 주재했다.", "2020-05-04", "문재인", "대통령"),
        ("유엔 사무총장이 서울을 방문했다.", "2010-05-04", "반기문", "유엔 사무총장"),
        ("홍길동 장관은 3일 미국 대통령과 만났다.", "2012-05-04", "버락 오바마", "미국 대통령"),
        ("문 대통령은 3일 회의를 주재했다.", "2020-05-04", "문재인", "문 대통령"),
        ("文대통령, 3일 방미", "2020-05-04", "문재인", "文대통령"),
    ],
)
def test_an_office_is_bound_by_the_date_where_asked_for(text: str, published: str, holder: str, words: str) -> None:
    extraction = extract(text, published=published, infer_offices=True)
    extraction.verify(text)
    (person,) = [person for person in extraction.persons if person.inferred]
    assert (person.name, [span.text for span in person.mentions]) == (holder, [words])
    assert not [person for person in extract(text, published=published).persons if person.inferred]


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("대통령은 3일 회의를 주재했다.", None),
        ("대통령은 3일 회의를 주재했다.", "2017-02-01"),
        ("홍길동 대통령은 웃었다. 대통령은 3일 떠난다.", "2020-05-04"),
        ("박 대통령은 웃었다. 대통령은 3일 떠난다.", "2020-05-04"),
        ("당시 대통령은 이를 부인했다.", "2020-05-04"),
        ("박 대통령은 3일 떠난다.", "2020-05-04"),
        ("임명은 대통령이 한다.", "2020-05-04"),
        ("전 대통령은 이를 부인했다.", "2020-05-04"),
        ("대통령이 되면 하겠다고 말했다.", "2020-05-04"),
        ("대통령 선거가 열린다.", "2020-05-04"),
        ("가나국의 대통령은 웃었다.", "2020-05-04"),
    ],
)
def test_an_office_stays_unbound_where_anything_speaks_against_it(text: str, published: str | None) -> None:
    assert not [person for person in extract(text, published=published, infer_offices=True).persons if person.inferred]
