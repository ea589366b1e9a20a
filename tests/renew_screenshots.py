#!/usr/bin/env python3
"""Renew the pictures of docs/report.md: the report of five invented articles in a headless Chromium.

    python tests/renew_screenshots.py [FOLDER]

Needs Debian's packages chromium and chromium-driver, and selenium. Nothing of it goes over a network.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from selenium.webdriver import Chrome
from selenium.webdriver.support.wait import WebDriverWait

from browser import chromium
from one_visit import TEXTS
from visitextract import extract
from visitextract.export import html_report

IMAGES = Path(__file__).parents[1] / "docs" / "img"
_CHOOSE = "[...document.querySelectorAll('.stops .event')].find((entry) => entry.textContent.includes('만찬')).click()"
_DIFFERENCES = "document.querySelector('.conflicts').closest('section').scrollIntoView()"


def main(folder: Path = IMAGES) -> None:
    """Write one picture for each state of the page that the documentation shows."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place, chromium(1360, 940) as browser:
        page = Path(place) / "report.html"
        page.write_text(html_report((extract(text, id=name), text) for name, text in TEXTS.items()), encoding="utf-8")
        for name, scheme, script in (
            ("report-light", "light", ""),
            ("report-dark", "dark", _CHOOSE),
            ("report-differences", "light", _DIFFERENCES),
        ):
            shoot(browser, page, scheme, script, folder / f"{name}.png")


def shoot(browser: Chrome, page: Path, scheme: str, script: str, out: Path) -> None:
    """One picture of the page in a colour scheme, after a script."""
    feature = {"name": "prefers-color-scheme", "value": scheme}
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [feature]})
    browser.get(page.as_uri())
    browser.execute_script(script)
    WebDriverWait(browser, 10).until(lambda there: there.execute_script("return document.getAnimations().length === 0"))
    if not browser.save_screenshot(str(out)):
        raise OSError(f"{out} could not be written")
    print(out)


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:2]))
