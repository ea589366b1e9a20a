"""Score floors and a sweep over real news: only where the shared corpora are at hand (``VISITEXTRACT_SHARED``).

The corpora are other people's texts and no part of this project. A floor is the score at the last release, less a little: a
change that falls below it has broken something. ``docs/scores.md`` holds the figures.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

SHARED = Path(os.environ.get("VISITEXTRACT_SHARED", ""))
ROOT = Path(__file__).parents[1]
FLOORS = {"seeds": 0.97, "dev": 0.95}

pytestmark = pytest.mark.skipif(
    not os.environ.get("VISITEXTRACT_SHARED"), reason="VISITEXTRACT_SHARED does not name a folder with corpora"
)


@pytest.mark.parametrize("corpus", FLOORS)
def test_facts_score_above_the_floor(corpus: str) -> None:
    command = [sys.executable, str(SHARED / "eval/score.py"), str(SHARED / "corpus" / corpus), "--json"]
    result = subprocess.run(command, capture_output=True, check=True, timeout=300)
    assert json.loads(result.stdout)["fact_f1"] >= FLOORS[corpus]


def test_real_news_is_read_without_a_fault() -> None:
    """A tenth of the articles; ``python benchmarks/sweep.py PATH`` reads them all."""
    command = [sys.executable, str(ROOT / "benchmarks/sweep.py"), str(SHARED / "corpus/news"), "--every", "10"]
    result = subprocess.run(command, capture_output=True, check=False, timeout=600)
    assert result.returncode == 0, result.stdout.decode()[-2000:] + result.stderr.decode()[-2000:]
