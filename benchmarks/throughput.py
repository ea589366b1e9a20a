#!/usr/bin/env python3
"""How fast extraction is, beside what else people run over Korean news, on the same texts in the same run.

    pip install '.[bench]'
    python benchmarks/throughput.py                     # the articles of fixtures/
    python benchmarks/throughput.py news.jsonl --take 200
    python benchmarks/throughput.py --write             # write docs/benchmarks.md as well, with benchmarks/scaling.py

Every tool reads every text once a round, in turn; after a round for warming up, each round gives one ratio to Kiwi's
``tokenize``. Printed are medians and the smallest and largest round. Times are the processor's, so that what else runs on the
machine counts little. Peers that are not installed are left out.
"""

from __future__ import annotations

import argparse
import importlib
import io
import platform
import statistics
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from importlib.metadata import version
from itertools import islice
from pathlib import Path
from typing import Any

import scaling

from visitextract import extract, find_times
from visitextract.lexicon import names, words
from visitextract.readers import Document, read_documents

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs/benchmarks.md"
KIWI = "Kiwi `tokenize`"
Tool = Callable[[Document], object]


@dataclass(slots=True)
class Timed:
    """A tool, and the seconds that each round over all texts took."""

    name: str
    run: Tool
    rounds: list[float] = field(default_factory=list)


def ours() -> Iterable[tuple[str, Callable[[], Tool]]]:
    """What this package does."""
    yield "visitextract `extract`", lambda: lambda one: extract(one.text, published=one.published or "2024-02-29")
    yield "visitextract `find_times`", lambda: lambda one: find_times(one.text, published=one.published or "2024-02-29")


def kiwi() -> Tool:
    """Kiwi's morphological analysis, on one thread as everything else here."""
    analyzer: Any = importlib.import_module("kiwipiepy").Kiwi(num_workers=1)
    return lambda one: analyzer.tokenize(one.text)


def dateparser() -> Tool:
    """dateparser's search for dates in Korean."""
    search: Any = importlib.import_module("dateparser.search").search_dates
    return lambda one: search(one.text, languages=["ko"])


def korean_datetime() -> Tool:
    """korean-datetime's search for time expressions."""
    parse: Any = importlib.import_module("korean_datetime").parse_all
    return lambda one: parse(one.text)


def aho_corasick() -> Tool:
    """One pass of an Aho-Corasick automaton over every word of our lexicons: the least that a reading by words can cost."""
    automaton: Any = importlib.import_module("ahocorasick").Automaton()
    for word in {word for name in names() for word in words(name)}:
        automaton.add_word(word, word)
    automaton.make_automaton()
    return lambda one: sum(1 for _ in automaton.iter(one.text))


PEERS = ((KIWI, kiwi), ("dateparser `search_dates`", dateparser), ("korean-datetime `parse_all`", korean_datetime))
TOOLS = (*ours(), *PEERS, ("bare Aho-Corasick pass", aho_corasick))


def prepare(tools: Iterable[tuple[str, Callable[[], Tool]]] = TOOLS) -> list[Timed]:
    """The tools that are installed; the others are named on standard error."""
    ready = []
    for name, make in tools:
        try:
            ready.append(Timed(name, make()))
        except ImportError as error:
            print(f"left out: {name}: {error}", file=sys.stderr)
    return ready


def measure(tools: Sequence[Timed], texts: Sequence[Document], rounds: int) -> None:
    """Run all tools over all texts, ``rounds`` times and once before."""
    for number in range(rounds + 1):
        for tool in tools:
            begun = time.process_time()
            for text in texts:
                tool.run(text)
            if number:
                tool.rounds.append(time.process_time() - begun)


def table(tools: Sequence[Timed], texts: Sequence[Document]) -> str:
    """The rounds as a Markdown table."""
    letters = sum(len(text.text) for text in texts)
    kiwi_rounds = next((tool.rounds for tool in tools if tool.name == KIWI), None)
    lines = [
        "| tool | ms for 2,800 characters | articles a second | times as fast as Kiwi (smallest to largest round) |",
        "|---|---|---|---|",
    ]
    for tool in tools:
        middle = statistics.median(tool.rounds)
        ratio = "–"
        if kiwi_rounds:
            ratios = [theirs / own for theirs, own in zip(kiwi_rounds, tool.rounds, strict=True)]
            ratio = f"{statistics.median(ratios):.2f} ({min(ratios):.2f} to {max(ratios):.2f})"
        lines.append(f"| {tool.name} | {middle / letters * 2.8e6:.2f} | {len(texts) / middle:,.0f} | {ratio} |")
    return "\n".join(lines) + "\n"


def report(tools: Sequence[Timed], texts: Sequence[Document], rounds: int, source: str) -> str:
    """The page ``docs/benchmarks.md``."""
    letters = sum(len(text.text) for text in texts)
    peers = ("kiwipiepy", "dateparser", "korean-datetime", "pyahocorasick")
    return f"""# Benchmarks

<!-- Written by benchmarks/throughput.py --write: change the program, not this page. -->

Measured with visitextract {version("visitextract")} on {platform.python_implementation()} {platform.python_version()},
{platform.system()} {platform.machine()}; {", ".join(f"{name} {_version(name)}" for name in peers)}. How to run it again:
`pip install '.[bench]'`, then `python benchmarks/throughput.py --write`.

## Beside others

{len(texts)} texts ({source}; {letters / len(texts):,.0f} characters each on average), the same for every tool, in the same run,
{rounds} rounds, one thread, time of the processor.

{table(tools, texts)}
{scaling.report([text.text for text in texts])}"""


def _version(name: str) -> str:
    try:
        return version(name)
    except importlib.metadata.PackageNotFoundError:
        return "not installed"


def main() -> None:
    """Measure what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("inputs", nargs="*", help="files and folders, as for visitextract convert (default: fixtures/articles)")
    parser.add_argument("--take", type=int, default=200, help="at most so many articles (default: 200)")
    parser.add_argument("--rounds", type=int, default=5, help="rounds after the first (default: 5)")
    parser.add_argument("--write", action="store_true", help="write docs/benchmarks.md")
    arguments = parser.parse_args()
    found = read_documents(arguments.inputs or [str(ROOT / "fixtures/articles")], io.BytesIO())
    texts = list(islice((one for one in found if isinstance(one, Document)), arguments.take))
    if not texts:
        parser.error("no article to read")
    tools = prepare()
    measure(tools, texts, arguments.rounds)
    if not arguments.write:
        print(table(tools, texts), end="")
        return
    source = ", ".join(Path(name).name for name in arguments.inputs) or "fixtures/articles"
    PAGE.write_text(report(tools, texts, arguments.rounds, source), encoding="utf-8")
    print(PAGE.read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()
