#!/usr/bin/env python3
"""Statements against gold: F1 with exact spans, with tight (0.8) and with loose (0.3) overlap, and the speakers that match.

    python benchmarks/statement_scores.py                                      # the hand-written articles of fixtures/
    VISITEXTRACT_SHARED=../shared python benchmarks/statement_scores.py        # a folder that holds corpus/dev as well

Published systems for other languages are scored by overlap (the share of words that two quotations have in common), so the three
figures stand side by side: exact asks for the same words, tight for 0.8 of them, loose for 0.3. A speaker matches when the gold
record has that name for the same person or organization; speakers are compared where the words overlap loosely.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from visitextract import extract

FIXTURES = Path(__file__).parents[1] / "fixtures/articles"
THRESHOLDS = {"exact": 1.0, "tight": 0.8, "loose": 0.3}

Json = dict[str, Any]


@dataclass(slots=True)
class Counts:
    """How many statements were found, made up and missed, and how many of the found ones have the right speaker."""

    hits: int = 0
    surplus: int = 0
    missing: int = 0
    speakers: int = 0

    def add(self, other: Counts) -> None:
        """Add another article's counts."""
        self.hits += other.hits
        self.surplus += other.surplus
        self.missing += other.missing
        self.speakers += other.speakers

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.hits / max(1, 2 * self.hits + self.surplus + self.missing)


def main() -> int:
    """Score the corpora that are at hand and print one row for each kind of statement."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.parse_args()
    for name, articles in _corpora():
        print(f"{name}: {len(articles)} articles")
        print(f"  {'kind':10}{'exact':>8}{'tight':>8}{'loose':>8}{'speaker':>9}")
        for kind in ("direct", "indirect"):
            totals = {label: Counts() for label in THRESHOLDS}
            for text, gold in articles:
                for label, counts in scores(text, gold, kind).items():
                    totals[label].add(counts)
            loose = totals["loose"]
            figures = "".join(f"{totals[label].f1:8.3f}" for label in THRESHOLDS)
            print(f"  {kind:10}{figures}{loose.speakers / max(1, loose.hits):9.3f}")
    return 0


def _corpora() -> Iterator[tuple[str, list[tuple[str, Json]]]]:
    """Every corpus at hand with its articles and their gold records."""
    folders = sorted(folder for folder in FIXTURES.iterdir() if folder.is_dir())
    yield "fixtures", [(_read(folder / "article.txt"), _gold(folder)) for folder in folders]
    shared = os.environ.get("VISITEXTRACT_SHARED")
    if shared:
        dev = Path(shared) / "corpus/dev"
        golds = sorted((dev / "gold").glob("*.json"))
        yield "dev", [(_read(dev / f"{path.stem}.txt"), json.loads(_read(path))) for path in golds]


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _gold(folder: Path) -> Json:
    gold: Json = json.loads(_read(folder / "gold.json"))
    meta = folder / "meta.json"
    if meta.exists():
        gold.setdefault("reference_date", json.loads(_read(meta)).get("published"))
    return gold


def scores(text: str, gold: Json, kind: str) -> dict[str, Counts]:
    """The counts of one article at every threshold."""
    found = extract(text, published=gold.get("reference_date")).model_dump(mode="json")["statements"]
    found = [statement for statement in found if statement["kind"] == kind]
    wanted = sorted((s for s in gold.get("statements", []) if s["kind"] == kind), key=lambda s: bool(s.get("optional")))
    forms = _forms(gold)
    return {label: _paired(wanted, found, threshold, forms) for label, threshold in THRESHOLDS.items()}


def _paired(wanted: Sequence[Json], found: Sequence[Json], threshold: float, forms: dict[str, str]) -> Counts:
    """Pair every gold record with the found one that shares most words; what is marked optional counts neither way."""
    counts, left = Counts(), list(found)
    for record in wanted:
        best = max(left, key=lambda s: overlap(record["text"], s["text"]), default=None)
        if best is None or overlap(record["text"], best["text"]) < threshold:
            counts.missing += not record.get("optional")
            continue
        left.remove(best)
        if not record.get("optional"):
            counts.hits += 1
            counts.speakers += _same_speaker(record, best, forms)
    counts.surplus += len(left)
    return counts


def overlap(one: str, other: str) -> float:
    """The share of words that two texts have in common, 1.0 for the same words.

    >>> overlap("길이 곧 열린다", "길이 열린다")
    0.6666666666666666
    """
    a, b = Counter(_words(one)), Counter(_words(other))
    return (a & b).total() / max(1, (a | b).total())


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", unicodedata.normalize("NFKC", text))


def _folded(name: str | None) -> str:
    return "".join(_words(name or "")).casefold()


def _forms(gold: Json) -> dict[str, str]:
    """Every form of a gold person's or organization's name -> its canonical name."""
    known: dict[str, str] = {}
    for record in [*gold.get("organizations", []), *gold.get("persons", [])]:
        for form in [*record.get("aliases", []), record["name"]]:
            known[_folded(form)] = _folded(record["name"])
    return known


def _same_speaker(record: Json, statement: Json, forms: dict[str, str]) -> bool:
    names = record["speaker"] if isinstance(record["speaker"], list) else [record["speaker"]]
    accepted = {forms.get(_folded(name), _folded(name)) for name in names}
    name = _folded((statement.get("speaker") or {}).get("name"))
    if forms.get(name, name) in accepted:
        return True
    return bool(record.get("anonymous") and name and any(name in other or other in name for other in accepted))


if __name__ == "__main__":
    sys.exit(main())
