"""The report as a file: whole, safe, the same every time, and leading from every record to its words and back."""

from __future__ import annotations

import base64
import hashlib
from enum import StrEnum
from html.parser import HTMLParser
from pathlib import Path

import pytest
import regex
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings

from export_story import HARM, SCRIPT, told
from fixture_articles import FIXTURES
from merge_stories import JAPAN, Story
from visitextract import Extraction, RecordError, extract, merge
from visitextract.cli import main
from visitextract.export import html, html_report
from visitextract.export.html.marks import shown
from visitextract.export.html.wording import clock, day, length, moment
from visitextract.records import MeetingFormat, MeetingKind, MeetingStatus, OrganizationKind, PartyType, Stance, StatementKind
from visitextract.testing import any_text

FEW = [article for article in FIXTURES if article.id.startswith("zuckerberg-2024")]


class Page(HTMLParser):
    """The elements of a page: ids, links, scripts, and the text of the articles."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.ids: list[str] = []
        self.links: list[str] = []
        self.outside: list[tuple[str, str]] = []
        self.handlers: list[str] = []
        self.scripts: list[str] = []
        self.policy = ""
        self.texts: list[str] = []
        self._script = False
        self._depth = 0
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self._script = tag in ("script", "style")
        if values.get("http-equiv") == "Content-Security-Policy":
            self.policy = values["content"]
        if "id" in values:
            self.ids.append(values["id"])
        if values.get("href", "").startswith("#"):
            self.links.append(values["href"][1:])
        self.outside += [(tag, values[name]) for name in ("src", "href", "srcset", "data", "action") if name in values]
        self.handlers += [name for name in values if name.startswith("on") or name == "style"]
        if self._script:
            self.scripts.append("")
        if tag == "div" and (self._depth or values.get("class") == "text"):
            self._depth += 1
            if self._depth == 1:
                self.texts.append("")

    def handle_endtag(self, tag: str) -> None:
        self._script = False
        if tag == "div" and self._depth:
            self._depth -= 1

    def handle_data(self, data: str) -> None:
        if self._script:
            self.scripts[-1] += data
        elif self._depth:
            self.texts[-1] += data


@pytest.fixture(scope="module")
def page() -> str:
    return html_report((article.extract(), article.text) for article in FEW)


def test_every_link_leads_somewhere_and_every_record_has_a_card(page: str) -> None:
    read = Page(page)
    assert len(read.ids) == len(set(read.ids))
    assert set(read.links) - set(read.ids) == set()
    dossier = merge(article.extract() for article in FEW)
    records = (*dossier.persons, *dossier.organizations, *dossier.visits, *dossier.meetings, *dossier.statements)
    assert {record.id for record in records} <= set(read.ids)


def test_the_texts_stand_in_it_whole(page: str) -> None:
    assert sorted(Page(page).texts) == sorted(shown(article.text) for article in FEW)


def test_it_fetches_nothing(page: str) -> None:
    outside = [(tag, address) for tag, address in Page(page).outside if not address.startswith("#")]
    assert outside == [("a", article.meta["url"]) for article in sorted(FEW, key=lambda one: page.index(one.meta["url"]))]
    assert not regex.search(r"@import|url\(|fetch\(|XMLHttpRequest|import\(", page)


def test_its_policy_knows_its_style_and_script_only(page: str) -> None:
    read = Page(page)
    style, _data, script = read.scripts
    hashes = [f"'sha256-{base64.b64encode(hashlib.sha256(part.encode()).digest()).decode()}'" for part in (style, script)]
    policy = dict(part.strip().split(" ", 1) for part in read.policy.split(";"))
    assert policy == {
        "default-src": "'none'", "style-src": hashes[0], "script-src": hashes[1], "base-uri": "'none'", "form-action": "'none'",
    }  # fmt: skip
    assert read.handlers == []


def test_it_depends_on_the_articles_only(page: str) -> None:
    assert html_report([(article.extract(), article.text) for article in reversed(FEW)]) == page


def test_hostile_text_is_shown_and_not_obeyed() -> None:
    read = Page(html_report([(told(url="javascript:alert(1)"), SCRIPT)], title=HARM))
    assert read.texts == [SCRIPT]
    assert len(read.scripts) == 3
    assert [address for _, address in read.outside if not address.startswith("#")] == []
    assert read.handlers == []


@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(any_text())
def test_any_text_gives_a_whole_page(text: str) -> None:
    extraction = extract(text, published="2024-02-29")
    read = Page(html_report([(extraction, text)], title=text))
    assert read.texts == [shown(text).encode("utf-8", "replace").decode()]
    assert len(read.scripts) == 3
    assert set(read.links) <= set(read.ids)


def test_a_text_that_is_not_the_article_s_is_refused() -> None:
    with pytest.raises(RecordError):
        html_report([(told(), SCRIPT.replace("존", "전"))])


def test_both_languages_stand_in_it(page: str) -> None:
    for words in ("누가 누구를 만났나", "Who met whom", "엇갈리는 보도", "Where reports differ", "오찬", "luncheon"):
        assert words in page
    assert '<html lang="en" data-language="en">' in html_report([(told(), SCRIPT)], language="en")


@pytest.mark.parametrize(
    "values", [MeetingStatus, MeetingKind, MeetingFormat, OrganizationKind, StatementKind, PartyType, Stance]
)
def test_every_value_has_a_label(values: type[StrEnum]) -> None:
    labels = (Path(html.__file__).parent / "templates" / "labels.html").read_text(encoding="utf-8")
    assert [value for value in values if f'"{value}": [' not in labels] == []


def test_cards_say_who_received_whom_how_and_what_for() -> None:
    page = html_report([(told(), SCRIPT)], language="en")
    for words in ("Host", "private", "Outcome", "+합의", "@반도체", "Purpose", "=투자 유치", "200여 명의 사절단", "Said to"):
        assert words in page


def told_on(day: str, status: str, visit: bool) -> tuple[Extraction, str]:
    """A text with one meeting, and a visit beside it."""
    text = "홍길동 장관이 존 스미스 대표와 회담했다. 김민수 대표는 베트남을 방문했다."
    story = Story(day, f"2024-02-{day}").meeting("홍길동", "존 스미스", start="2024-02-28", status=status)
    if visit:
        story.visit("김민수", JAPAN, start="2024-02-01")
    found = story.done()
    blank = " " * max(span.end for span in found.spans())
    for span in found.spans():
        blank = blank[: span.start] + span.text + blank[span.end :]
    return found, blank + text


def test_the_page_is_named_after_what_most_articles_tell_of_and_a_status_is_said_in_its_language() -> None:
    page = html_report([told_on("28", "held", True), told_on("29", "cancelled", False)])
    assert "<title>존 스미스, 홍길동</title>" in page
    sides = page[page.index('class="conflicts"') :].partition("</table>")[0]
    assert "이루어짐" in sides
    assert "취소" in sides
    assert "<bdi>held<" not in page


def test_no_article_gives_an_empty_page() -> None:
    assert "만남이나 방문이 없습니다." in html_report([])


def test_the_command_writes_the_page(tmp_path: Path) -> None:
    out = tmp_path / "pages" / "report.html"
    folder = FEW[0].folder
    result = CliRunner().invoke(main, ["report", str(folder), "-o", str(out), "--language", "en", "--title", "한빛 & 사람들"])
    assert (result.exit_code, result.stdout) == (0, "")
    assert "<title>한빛 &amp; 사람들</title>" in out.read_text(encoding="utf-8")
    assert list(out.parent.iterdir()) == [out]


def test_the_command_tells_what_it_cannot_read(tmp_path: Path) -> None:
    out = tmp_path / "report.html"
    result = CliRunner().invoke(main, ["report", str(tmp_path / "none.txt"), "-o", str(out)])
    assert result.exit_code == 1
    assert "none.txt" in result.stderr
    assert not out.exists()


def test_dates_are_as_precise_as_they_are_told() -> None:
    assert day("2024") == ("2024년", "2024")
    assert moment("2024-02-28") == ("2024년 2월 28일", "28 Feb 2024")
    assert moment("2024-02-28T09:05:00+09:00").ko == "2024년 2월 28일 09:05"
    assert clock("2024-02-28T09:05:00-05:00") == "09:05 -05:00"
    assert length("P2DT3H", approximate=True) == ("2일 3시간가량", "about 2 days 3 h")
