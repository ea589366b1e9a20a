"""``explain`` says why each record is there and what was passed over."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from visitextract import extract
from visitextract.cli import main
from visitextract.explain import explain

TEXT = (
    "홍길동 한빛그룹 회장은 28일 서울에서 존 스미스 구글 최고경영자와 오찬을 함께했다. "
    "홍 회장은 “협력을 넓히겠다”고 말했다. 스미스 최고경영자는 27일 한국을 방문했다."
)


def test_every_record_has_an_account_with_rules_and_words() -> None:
    explanation = explain(TEXT, published="2024-02-29")
    extraction = extract(TEXT, published="2024-02-29")
    every = (extraction.persons, extraction.organizations, extraction.meetings, extraction.visits, extraction.statements)
    told = [item.record for item in (*explanation.persons, *explanation.organizations, *explanation.meetings)]
    told += [item.record for item in (*explanation.visits, *explanation.statements)]
    assert told == [record.id for records in every for record in records]
    (meeting,) = explanation.meetings
    assert meeting.summary == "held luncheon: 홍길동, 존 스미스"
    by_field = {reason.field: reason for reason in meeting.reasons}
    assert by_field["kind"].words.text == "오찬"
    assert by_field["status"].rule.startswith("factuality.")


@pytest.mark.parametrize("name", ["meetings", "visits", "statements", "persons", "organizations", "times"])
def test_every_reason_names_a_rule_and_words_of_the_text(name: str) -> None:
    accounts = getattr(explain(TEXT, published="2024-02-29"), name)
    assert accounts
    for account in accounts:
        assert account.reasons
        for reason in account.reasons:
            assert TEXT[reason.words.start : reason.words.end] == reason.words.text
            assert reason.rule, (account.record, reason.field)


def passed(text: str, words: str, published: str | None = "2024-02-29") -> str:
    """Why the words were passed over."""
    (why,) = {item.why for item in explain(text, published=published).passed_over if words in item.words.text}
    return why


def test_what_was_passed_over_is_told_with_the_reason() -> None:
    assert passed("이날 회담이 열렸다.", "회담") == "nobody is named in the sentence"
    assert passed("“아직 멀었다.” 날씨는 흐렸다.", "아직") == "a word or two set off, no reporting verb"
    assert passed("전 세계 회장들이 모인다는 소문이 있다.", "회장") == "no name was found beside it"
    assert passed("회의는 28일 열렸다.", "28일", None) == "the publication date is not known"


def test_what_led_to_a_record_is_not_passed_over() -> None:
    assert [item.words.text for item in explain(TEXT, published="2024-02-29").passed_over] == []


def test_furniture_is_told_and_not_read(tmp_path: Path) -> None:
    story = tmp_path / "story.txt"
    story.write_text(f"{TEXT}\n\n<저작권자 ⓒ 한빛뉴스, 무단 전재 및 재배포 금지>\n", encoding="utf-8")
    result = CliRunner().invoke(main, ["explain", str(story), "--published", "2024-02-29"])
    assert result.exit_code == 0
    (line,) = [line for line in result.stdout.splitlines() if "무단 전재" in line and line.split()[0] == "furniture"]
    assert line.split()[1].startswith("page.")
    assert "meeting-1  held luncheon: 홍길동, 존 스미스" in result.stdout
