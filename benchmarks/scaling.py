#!/usr/bin/env python3
"""How the cost of extraction grows: with the length of a text, with the number of worker processes, with the number of articles.

    python benchmarks/scaling.py                       # the articles of fixtures/
    python benchmarks/scaling.py news.jsonl --articles 100000

Long texts are articles one after another. Every measurement of memory or of importing runs in a process of its own.
"""

from __future__ import annotations

import argparse
import io
import itertools
import json
import statistics
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from visitextract import extract, extract_many
from visitextract.readers import Document, read_documents

LENGTHS = (1_000, 10_000, 100_000, 1_000_000)
ROOT = Path(__file__).parents[1]

IMPORT = """
import time; begun = time.perf_counter(); import visitextract; print(time.perf_counter() - begun)
"""
MEMORY = """
import json, multiprocessing, sys
from pathlib import Path
from visitextract import extract_many
def peak(process):  # of this program alone: what getrusage tells counts the process that started it
    status = Path(f"/proc/{process}/status").read_text()
    return int(status.partition("VmHWM:")[2].split()[0])
texts, count, workers = json.loads(sys.stdin.read())
early = child = 0
for number, _ in enumerate(extract_many((texts[n % len(texts)] for n in range(count)), workers=workers)):
    if number == count // 10:
        early = peak("self")
    if number == count - 1:
        child = max((peak(one.pid) for one in multiprocessing.active_children()), default=0)
print(early, peak("self"), child)
"""


def by_length(texts: Sequence[str]) -> Iterator[tuple[int, float]]:
    """Length of a text, and microseconds a character that its extraction takes (the best of three for short ones)."""
    for length in LENGTHS:
        joined = "\n\n".join(itertools.islice(itertools.cycle(texts), 1 + length // min(map(len, texts))))[:length]
        best = float("inf")
        for _ in range(3 if length < 1_000_000 else 1):
            begun = time.process_time()
            extract(joined, published="2024-02-29")
            best = min(best, time.process_time() - begun)
        yield length, best / length * 1e6


def by_workers(texts: Sequence[str], counts: Iterable[int] = (1, 2), rounds: int = 3) -> dict[int, float]:
    """Articles a second by the clock on the wall, for each number of worker processes: the best round."""
    many = [texts[n % len(texts)] for n in range(max(200, len(texts)))]
    best: dict[int, float] = {}
    for _, count in itertools.product(range(rounds), counts):
        results = extract_many(many, workers=count)
        next(results)  # the workers have started
        begun = time.perf_counter()
        for _ in results:
            pass
        best[count] = max(best.get(count, 0.0), (len(many) - 1) / (time.perf_counter() - begun))
    return best


def import_seconds(rounds: int = 5) -> float:
    """What ``import visitextract`` takes in a new process (the median)."""
    runs = [subprocess.run([sys.executable, "-c", IMPORT], capture_output=True, text=True, check=True) for _ in range(rounds)]
    return statistics.median(float(run.stdout) for run in runs)


def peak_megabytes(texts: Sequence[str], count: int, workers: int) -> tuple[float, float, float]:
    """The largest memory after a tenth of the articles and after all, and that of the largest worker (Linux only)."""
    task = json.dumps([list(texts), count, workers])
    run = subprocess.run([sys.executable, "-c", MEMORY], input=task, capture_output=True, text=True, check=True)
    early, late, child = (int(number) / 1024 for number in run.stdout.split())
    return early, late, child


def report(texts: Sequence[str], articles: int = 2000) -> str:
    """All of it as Markdown."""
    lengths = "\n".join(f"| {length:,} | {cost:.2f} |" for length, cost in by_length(texts))
    rates = by_workers(texts)
    workers = "\n".join(f"| {count} | {rate:,.0f} | {rate / rates[1]:.2f} |" for count, rate in rates.items())
    early, late, _ = peak_megabytes(texts, articles, 1)
    _, parent, child = peak_megabytes(texts, articles, 2)
    return f"""## By length of the text

| characters | µs a character |
|---|---|
{lengths}

## By workers

| workers | articles a second | times one |
|---|---|---|
{workers}

## Memory and start

- `import visitextract`: {import_seconds():.2f} s
- largest memory over {articles:,} articles in one process: {late:.0f} MB ({early:.0f} MB after the first tenth of them)
- with two workers: {parent:.0f} MB in the process that reads, {child:.0f} MB in a worker
"""


def main() -> None:
    """Measure what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("inputs", nargs="*", help="files and folders, as for visitextract convert (default: fixtures/articles)")
    parser.add_argument("--articles", type=int, default=2000, help="articles for the measurement of memory (default: 2000)")
    arguments = parser.parse_args()
    found = read_documents(arguments.inputs or [str(ROOT / "fixtures/articles")], io.BytesIO())
    print(report([one.text for one in found if isinstance(one, Document)][:1000], arguments.articles), end="")


if __name__ == "__main__":
    main()
