"""The report in a real browser: from record to text and back, filters, keys, switches, and no script but its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from selenium.webdriver import Chrome, Keys
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.select import Select

import renew_screenshots
from browser import chromium
from export_story import SCRIPT, told
from fixture_articles import FIXTURES
from visitextract.export import html_report


@pytest.fixture(scope="module")
def browser() -> Iterator[Chrome]:
    with chromium() as started:
        yield started


@pytest.fixture
def page(browser: Chrome, tmp_path: Path) -> Chrome:
    """The story of the exports' tests, whose text tries to run a script."""
    return opened(browser, tmp_path, html_report([(told(), SCRIPT)], title="회담"))


@pytest.fixture
def visit(browser: Chrome, tmp_path: Path) -> Chrome:
    """Five articles on one visit."""
    few = [article for article in FIXTURES if article.id.startswith("zuckerberg-2024")]
    return opened(browser, tmp_path, html_report((article.extract(), article.text) for article in few))


def opened(browser: Chrome, folder: Path, content: str) -> Chrome:
    path = folder / "report.html"
    path.write_text(content, encoding="utf-8")
    browser.get(path.as_uri())
    assert browser.execute_script("return document.documentElement.dataset.ready") == "yes"
    return browser


def all_of(page: Chrome, selector: str) -> list[WebElement]:
    return page.find_elements(By.CSS_SELECTOR, selector)


def one(page: Chrome, selector: str) -> WebElement:
    return page.find_element(By.CSS_SELECTOR, selector)


def words(page: Chrome, selector: str) -> list[str]:
    return [element.text for element in all_of(page, selector) if element.is_displayed()]


def in_sight(page: Chrome, element: WebElement) -> bool:
    """Whether the middle of its first line is what stands at that place of the window."""
    script = """const box = arguments[0].getClientRects()[0];
        const there = document.elementFromPoint(box.left + box.width / 2, box.top + Math.min(box.height / 2, 12));
        return arguments[0].contains(there) || there === arguments[0];"""
    return bool(page.execute_script(script, element))


def click(page: Chrome, element: WebElement) -> None:
    page.execute_script("arguments[0].scrollIntoView({block: 'center'})", element)
    element.click()


def press(page: Chrome, *keys: str) -> None:
    for key in keys:
        page.switch_to.active_element.send_keys(key)


def test_a_record_leads_to_its_words(visit: Chrome) -> None:
    card = next(card for card in all_of(visit, ".card.k-meeting") if "오찬" in card.text)
    click(visit, card.find_element(By.TAG_NAME, "h4"))
    marked = all_of(visit, ".mark.on")
    assert any("오찬" in mark.text for mark in marked)
    assert any(in_sight(visit, mark) for mark in marked)
    assert "on" in str(card.get_attribute("class"))


def test_a_source_of_a_value_leads_to_the_words_that_say_it(visit: Chrome) -> None:
    card = next(card for card in all_of(visit, ".card.k-meeting") if "오찬" in card.text)
    cite = next(cite for cite in card.find_elements(By.CSS_SELECTOR, ".value .cite") if cite.text == "5")
    target = str(cite.get_attribute("href")).partition("#")[2]
    click(visit, cite)
    assert in_sight(visit, one(visit, f"[id='{target}']"))


def test_words_lead_to_their_record(page: Chrome) -> None:
    mark = next(mark for mark in all_of(page, ".mark") if mark.text == "마리 뒤부아")
    click(page, mark)
    (card,) = all_of(page, ".card.on")
    assert card.find_element(By.TAG_NAME, "h4").text == "마리 뒤부아"
    assert in_sight(page, card)
    mark.click()
    (card,) = all_of(page, ".card.on")
    assert "회담·면담" in card.text


def test_a_kind_can_be_left_out(page: Chrome) -> None:
    one(page, "[data-toggle='meeting']").click()
    assert words(page, ".card.k-meeting") == []
    assert all_of(page, ".mark.k-meeting") == []
    assert words(page, ".entry.k-meeting") == []
    assert len(words(page, ".card.k-person")) == 3
    one(page, "[data-toggle='meeting']").click()
    assert len(words(page, ".card.k-meeting")) == 3


def test_a_person_can_be_singled_out(page: Chrome) -> None:
    Select(one(page, "#who")).select_by_visible_text("마리 뒤부아")
    meeting, person = words(page, ".card h4")
    assert sorted(meeting.split(", ")) == ["마리 뒤부아", "존 스미스"]
    assert person == "마리 뒤부아"
    assert "기록 2건" in str(one(page, "#count").get_property("textContent"))
    press(page, Keys.ESCAPE, Keys.ESCAPE)
    assert len(words(page, ".card h4")) > 2


def test_records_can_be_searched(page: Chrome) -> None:
    press(page, "/")
    one(page, "#search").send_keys("한빛타워")
    assert [sorted(title.split(", ")) for title in words(page, ".card h4")] == [["존 스미스", "홍길동"]]
    one(page, "#search").send_keys("없는말")
    assert words(page, ".card") == []
    assert words(page, "#nothing") == ["조건에 맞는 기록이 없습니다."]


def test_the_timeline_shows_the_stops_of_a_visit_in_order(visit: Chrome) -> None:
    stops = next(tour for tour in all_of(visit, ".tour") if "오찬" in tour.text).text
    assert stops.index("한국") < stops.index("오찬") < stops.index("만찬") < stops.index("윤석열")
    entry = next(event for event in all_of(visit, ".stops .event") if "오찬" in event.text)
    click(visit, entry)
    (card,) = all_of(visit, ".card.on")
    assert "오찬" in card.text
    assert in_sight(visit, card)


def test_the_network_names_who_met_whom(visit: Chrome) -> None:
    assert "마크 저커버그" in words(visit, ".network .name")
    edge = one(visit, ".network a[aria-label='마크 저커버그 – 조주완'], .network a[aria-label='조주완 – 마크 저커버그']")
    visit.execute_script("arguments[0].dispatchEvent(new MouseEvent('click', {bubbles: true, cancelable: true}))", edge)
    assert "조주완" in one(visit, ".card.on h4").text


def test_conflicts_stand_side_by_side(visit: Chrome) -> None:
    assert any("12:30" in row and "12:23" in row for row in words(visit, ".conflicts tbody tr"))
    assert any(row.count("2024") >= 2 for row in words(visit, ".histories tbody tr"))


def test_keys_move_between_records_and_marks(page: Chrome) -> None:
    first, second, *_ = all_of(page, ".card")
    page.execute_script("arguments[0].focus()", first)
    press(page, Keys.ARROW_DOWN)
    assert page.switch_to.active_element == second
    press(page, Keys.ENTER)
    assert all_of(page, ".mark.on")
    press(page, Keys.ESCAPE)
    assert all_of(page, ".on") == []
    mark = all_of(page, ".mark")[0]
    page.execute_script("arguments[0].focus()", mark)
    press(page, Keys.ARROW_RIGHT, Keys.ENTER)
    assert all_of(page, ".card.on")


def test_tab_passes_one_card_and_one_mark(page: Chrome) -> None:
    count = "return [...document.querySelectorAll(arguments[0])].filter((element) => element.tabIndex === 0).length"
    assert [page.execute_script(count, selector) for selector in (".card", ".mark")] == [1, 1]


def test_the_labels_change_their_language(page: Chrome) -> None:
    assert "시간순" in words(page, "h2")
    one(page, "#language").click()
    assert "Timeline" in words(page, "h2")
    assert "시간순" not in words(page, "h2")
    assert one(page, "#search").get_attribute("placeholder") == "Find records"
    assert page.execute_script("return document.documentElement.lang") == "en"


def test_the_theme_changes(page: Chrome) -> None:
    ground = "return getComputedStyle(document.body).backgroundColor"
    before = page.execute_script(ground)
    one(page, "#theme").click()
    after = page.execute_script(ground)
    assert before != after
    one(page, "#theme").click()
    assert page.execute_script(ground) == before


def test_a_script_in_an_article_does_not_run(page: Chrome) -> None:
    assert page.title == "회담"
    assert any("<script>" in text for text in words(page, ".text"))
    inject = """const script = document.createElement("script"); script.textContent = "window.taken = true";
        document.body.append(script); const button = document.createElement("button");
        button.setAttribute("onclick", "window.taken = true"); document.body.append(button); button.click();
        return window.taken === undefined;"""
    assert page.execute_script(inject) is True


def test_it_loads_nothing(visit: Chrome) -> None:
    loaded: list[Any] = visit.execute_script("return performance.getEntriesByType('resource').map((entry) => entry.name)")
    assert loaded == []
    assert visit.execute_script("return document.documentElement.scrollWidth <= innerWidth") is True


def test_everything_is_there_on_paper(page: Chrome) -> None:
    page.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    try:
        assert words(page, "#bar") == []
        clipped = "return [...document.querySelectorAll('.pane')].some((pane) => pane.scrollHeight > pane.clientHeight + 2)"
        assert page.execute_script(clipped) is False
    finally:
        page.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})


def test_a_narrow_window_needs_no_sideways_scrolling(browser: Chrome, tmp_path: Path) -> None:
    browser.set_window_size(500, 900)
    try:
        page = opened(browser, tmp_path, html_report([(told(), SCRIPT)]))
        assert page.execute_script("return document.documentElement.scrollWidth <= innerWidth") is True
    finally:
        browser.set_window_size(1440, 1000)


def test_the_pictures_of_the_documentation_can_be_made_again(tmp_path: Path) -> None:
    renew_screenshots.main(tmp_path)
    page = (renew_screenshots.IMAGES.parent / "report.md").read_text(encoding="utf-8")
    made = sorted(path.name for path in tmp_path.iterdir())
    assert made == sorted(path.name for path in renew_screenshots.IMAGES.iterdir())
    assert all(f"(img/{name})" in page for name in made)
    assert all((tmp_path / name).read_bytes().startswith(b"\x89PNG") for name in made)
