"""Evidence is exact: every span of every record is the caller's text, however that text is written."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from fixture_articles import FIXTURES, FixtureArticle
from visitextract import Extraction, RecordError, extract
from visitextract.testing import DISGUISES

ROOT = Path(__file__).parents[1]


@pytest.mark.parametrize("disguise", DISGUISES)
def test_the_spans_of_every_fixture_are_exact_in_disguise(disguise: str) -> None:
    spans = 0
    for fixture in FIXTURES:
        text = DISGUISES[disguise](fixture.text)
        found = extract(text, published=fixture.meta["published"])
        found.verify(text)
        spans += sum(1 for span in found.spans() if span.text.strip())
    assert spans > 10 * len(FIXTURES)


@pytest.mark.parametrize("fixture", FIXTURES[:5], ids=lambda fixture: fixture.id)
def test_another_text_is_found_out(fixture: FixtureArticle) -> None:
    found = Extraction.model_validate_json(fixture.extract().model_dump_json())
    found.verify(fixture.text)
    with pytest.raises(RecordError, match="holds"):
        found.verify("가" + fixture.text)


@pytest.mark.skipif(not os.environ.get("VISITEXTRACT_SHARED"), reason="VISITEXTRACT_SHARED does not name a folder with corpora")
def test_the_spans_of_real_news_are_exact_in_every_way_of_writing() -> None:
    """A sample; ``python benchmarks/sweep.py PATH --variants`` reads them all."""
    news = Path(os.environ["VISITEXTRACT_SHARED"]) / "corpus/news"
    command = [sys.executable, str(ROOT / "benchmarks/sweep.py"), str(news), "--every", "150", "--variants"]
    result = subprocess.run(command, capture_output=True, check=False, timeout=600, text=True)
    assert result.returncode == 0, result.stdout
    assert result.stdout.count(" 0 failed") == 6
    assert result.stdout.count(" 0 different") == 6
