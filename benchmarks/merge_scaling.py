#!/usr/bin/env python3
"""How merging grows: articles made from the fixtures with variations, up to 10,000, with time and memory for each number.

    python benchmarks/merge_scaling.py [--most 10000]

Every number is merged in a process of its own, once as many events (people and days of their own; the head of state is the same
in all; one article in four is a reprint) and once as if all articles told of the same events. The exit code is 1 where 10,000
articles take longer or need more memory than promised, or where doubling the number takes much more than double.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import random
import resource
import sys
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import regex

from visitextract import Extraction, extract, merge
from visitextract.lexicon import load

SECONDS = 120  # of processor time for 10,000 articles
MEGABYTES = 4000
GROWTH = 2.8  # times as long for twice the articles

FIXTURES = Path(__file__).parents[1] / "fixtures" / "articles"
_DATE = regex.compile(r'"(\d{4}-\d\d-\d\d)')
_FREQUENT = "은는이가을를에서고며도의한다"
_HELD_OFFICE = "대통령"


def fixtures() -> list[Extraction]:
    """What the program finds in every fixture."""
    found = []
    for path in sorted(FIXTURES.glob("*/article.txt")):
        meta = json.loads(path.with_name("meta.json").read_text(encoding="utf-8"))
        found.append(extract(path.read_text(encoding="utf-8"), published=meta["published"], id=path.parent.name))
    return found


def variation(number: int, event: int, told: str, people: list[str], syllables: list[str]) -> Extraction:
    """An article of an event: other people, other days, other words, fewer statements; every fourth is a reprint."""
    chance = random.Random(event if number % 4 == 0 else number)
    for word in sorted({word for name in people for word in name.split() if len(word) > 1}, key=len, reverse=True):
        other = "".join(syllables[(ord(c) * 7 + event * 31 + at) % len(syllables)] for at, c in enumerate(word))
        told = told.replace(word, other)
    shifted = _DATE.sub(lambda match: f'"{date.fromisoformat(match[1]) + timedelta(days=event % 3000)}', told)
    record = json.loads(shifted)
    record["article"]["id"] = f"article-{number}"
    record["statements"] = [statement for statement in record["statements"] if chance.random() < 2 / 3]
    for item in (*record["meetings"], *record["visits"]):
        for span in item["evidence"]:
            span["text"] = reworded(span["text"], chance)
    for statement in record["statements"]:
        statement["evidence"]["text"] = reworded(statement["evidence"]["text"], chance)
    return Extraction.model_validate(record)


def reworded(text: str, chance: random.Random) -> str:
    """As many letters, but many of the frequent ones others."""
    return "".join(chance.choice(_FREQUENT) if letter in _FREQUENT else letter for letter in text)


def articles(count: int, *, one_event: bool) -> Iterator[Extraction]:
    """Varied articles: all of the same events, or of others for every four rounds of the fixtures."""
    originals = fixtures()
    syllables = sorted(entry.surface for entry in load("given_syllables") if len(entry.surface) == 1)
    for number in range(count):
        original = originals[number % len(originals)]
        event = 0 if one_event else number // (4 * len(originals))
        people = [
            person.name
            for person in original.persons
            if len(person.name) > 2 and not any(role.title == _HELD_OFFICE for role in person.roles)
        ]
        yield variation(number, event, original.model_dump_json(), people, syllables)


def measure(count: int, one_event: bool, answer: multiprocessing.SimpleQueue[tuple[float, float, float, int]]) -> None:
    """Merge, and answer with processor seconds, megabytes before and at the peak, and meetings."""
    found = list(articles(count, one_event=one_event))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    start = time.process_time()
    dossier = merge(found)
    seconds = time.process_time() - start
    answer.put((seconds, before, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, len(dossier.meetings)))


def main() -> int:
    """Print a table; 1 where a promise is broken."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--most", type=int, default=10_000, help="the largest number of articles")
    most: int = parser.parse_args().most
    broken = False
    context = multiprocessing.get_context("spawn")
    for one_event in (False, True):
        print("one event" if one_event else "many events")
        last = 0.0
        for count in (most // 8, most // 4, most // 2, most):
            answer: multiprocessing.SimpleQueue[tuple[float, float, float, int]] = context.SimpleQueue()
            process = context.Process(target=measure, args=(count, one_event, answer))
            process.start()
            process.join()
            seconds, before, peak, meetings = answer.get()
            growth = seconds / last if last else 1.0
            memory = f"{peak:5.0f} MB ({before:.0f} before)"
            print(f"{count:7} articles {seconds:6.1f} s  {memory}  {meetings:5} meetings  x{growth:.2f}", flush=True)
            broken |= growth > GROWTH or (count >= 10_000 and (seconds > SECONDS or peak > MEGABYTES))
            last = seconds
    return int(broken)


if __name__ == "__main__":
    sys.exit(main())
