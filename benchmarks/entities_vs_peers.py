#!/usr/bin/env python3
"""Persons and organizations of a gold corpus, by visitextract and by the packages a user would try instead, in one run.

    pip install visitextract kiwipiepy pecab
    python benchmarks/entities_vs_peers.py CORPUS     # a folder of .txt articles with gold/<id>.json beside them

A name counts once for each article. A predicted name is right when it is, without blanks, the name or an alias of a gold record
(for an organization: any accepted spelling); records that the gold marks optional neither reward nor punish. A tagger whose
proper nouns say nothing of their sort is given the kinder reading: a proper noun is right when it is a name of either sort, and
the recall of each sort is told apart. Peers that are not installed are left out of the table.
"""

from __future__ import annotations

import argparse
import json
import re
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

Names = dict[str, set[str]]  # "person", "organization" or "any" -> folded names


def fold(name: str) -> str:
    """A name without blanks, marks and case."""
    return re.sub(r"[\s\W_]+", "", name).lower()


@dataclass
class Score:
    """Right, surplus and missing names of one sort."""

    right: int = 0
    surplus: int = 0
    found: int = 0
    wanted: int = 0

    def row(self) -> tuple[float, float, float]:
        """Precision, recall and F1."""
        p = self.right / (self.right + self.surplus) if self.right + self.surplus else 0.0
        r = self.found / self.wanted if self.wanted else 0.0
        return p, r, 2 * p * r / (p + r) if p + r else 0.0


@dataclass
class Article:
    """A text with the names of its gold records: each a set of accepted forms, and whether it is optional."""

    text: str
    published: str | None
    gold: dict[str, list[tuple[set[str], bool]]] = field(default_factory=dict)


def articles(corpus: Path) -> Iterator[Article]:
    """The articles of a corpus that have gold."""
    for path in sorted((corpus / "gold").glob("*.json")):
        gold: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        text = (corpus / f"{path.stem}.txt").read_text(encoding="utf-8")
        article = Article(text, gold.get("reference_date"))
        for sort in ("person", "organization"):
            article.gold[sort] = []
            for record in gold.get(f"{sort}s", []):
                names = record["name"] if isinstance(record["name"], list) else [record["name"]]
                forms = {fold(form) for form in (*names, *record.get("aliases", []))} - {""}
                article.gold[sort].append((forms, bool(record.get("optional"))))
        yield article


def ours() -> Callable[[Article], Names]:
    """visitextract's own persons and organizations."""
    from visitextract import extract

    def read(article: Article) -> Names:
        found = extract(article.text, published=article.published)
        return {"person": {fold(p.name) for p in found.persons}, "organization": {fold(o.name) for o in found.organizations}}

    return read


def kiwi() -> Callable[[Article], Names]:
    """Kiwi's proper nouns (NNP); neighbours that no blank parts are one name."""
    from kiwipiepy import Kiwi

    tagger = Kiwi()

    def read(article: Article) -> Names:
        names: list[str] = []
        end = -1
        for token in tagger.tokenize(article.text):
            if token.tag == "NNP":
                names[-1:] = [names[-1] + token.form] if token.start == end and names else [*names[-1:], token.form]
                end = token.start + token.len
        return {"any": {fold(name) for name in names}}

    return read


def pecab() -> Callable[[Article], Names]:
    """PeCab's proper nouns (NNP)."""
    from pecab import PeCab  # type: ignore[import-not-found]

    tagger = PeCab()
    return lambda article: {
        "any": {fold(form) for line in article.text.split("\n") if line for form, tag in tagger.pos(line) if tag == "NNP"}
    }


PEERS: dict[str, Callable[[], Callable[[Article], Names]]] = {"visitextract": ours, "kiwipiepy NNP": kiwi, "pecab NNP": pecab}


def judge(found: Names, article: Article, scores: dict[str, Score]) -> None:
    """Count one article."""
    everything = [record for records in article.gold.values() for record in records]
    for sort, records in article.gold.items():
        names = found.get(sort, found.get("any", set()))
        scores[sort].wanted += sum(not optional for _, optional in records)
        scores[sort].found += sum(not optional and bool(forms & names) for forms, optional in records)
        pool = records if sort in found else everything
        for name in names:
            kept = [optional for forms, optional in pool if name in forms]
            if not kept:
                scores[sort].surplus += 1
            elif not all(kept):
                scores[sort].right += 1


def main() -> None:
    """Print the table."""
    arguments = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    arguments.add_argument("corpus", type=Path)
    corpus = list(articles(arguments.parse_args().corpus))
    print("| package | person P | R | F1 | organization P | R | F1 | seconds |\n|---|--:|--:|--:|--:|--:|--:|--:|")
    for name, make in PEERS.items():
        try:
            read = make()
        except ImportError:
            continue
        scores = {"person": Score(), "organization": Score()}
        start = time.perf_counter()
        for article in corpus:
            judge(read(article), article, scores)
        seconds = time.perf_counter() - start
        figures = " | ".join(f"{value:.3f}" for sort in scores.values() for value in sort.row())
        print(f"| {name} | {figures} | {seconds:.1f} |")


if __name__ == "__main__":
    main()
