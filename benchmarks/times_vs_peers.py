#!/usr/bin/env python3
"""``find_times``, korean-datetime and dateparser over the same hand-written news sentences, side by side in one run.

    pip install '.[bench]'
    python benchmarks/times_vs_peers.py            # the table
    python benchmarks/times_vs_peers.py --misses   # with every expression that find_times has wrong
    python benchmarks/times_vs_peers.py --write    # write docs/times.md as well

The sentences stand in ``benchmarks/times/sentences.jsonl``: ``text``, ``published`` and the ``times`` that a reader finds, with
``start``/``end``/``duration`` as the records have them. Sentences without ``times`` hold numbers that are no dates.
"""

from __future__ import annotations

import argparse
import calendar
import importlib
import json
import platform
import re
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from importlib.metadata import version
from pathlib import Path
from typing import Any

from visitextract import find_times

SENTENCES = Path(__file__).parent / "times/sentences.jsonl"
PAGE = Path(__file__).parents[1] / "docs/times.md"
_CONTEXT = re.compile(r"이날|전날|같은 [날달해]|다음 날|이튿날|당시|그해|이듬해")
_LENGTH = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?")


@dataclass(frozen=True, slots=True)
class Found:
    """An expression and its value. ``point``: the tool gives one moment and says neither end nor precision."""

    begin: int
    end: int
    start: str | None = None
    until: str | None = None
    length: str | None = None
    near: bool = False
    point: bool = False


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, when it was published, and what a reader finds in it."""

    text: str
    published: str
    times: tuple[Found, ...]


_FIRST = (
    "The sentences have since served to mend the program. When it first read them it had 0.960 value accuracy, 1.000 precision,"
    " 0.966 recall and 3.2 % false alarms; in 42 of the 45 places where it disagreed with what was expected, the program was"
    " wrong (local clocks without the place's zone, bare quarters, Chinese numerals), in 3 the expectation.\n\n"
)
Tool = Callable[[str, str], list[Found]]


def sentences() -> list[Sentence]:
    """The hand-written sentences, in file order; every expression is looked for behind the one before it."""
    found = []
    for line in SENTENCES.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        times, at = [], 0
        for item in row["times"]:
            begin = row["text"].index(item["text"], at)
            at = begin + len(item["text"])
            times.append(Found(begin, at, item["start"], item["end"], item["duration"], item["approximate"]))
        found.append(Sentence(row["text"], row["published"], tuple(times)))
    return found


def ours(text: str, published: str) -> list[Found]:
    """What ``find_times`` returns; expressions whose day it leaves open count as found without a value."""
    return [
        Found(when.evidence.start, when.evidence.end, when.start, when.end, when.duration, when.approximate)
        for when in find_times(text, published=published)
        if when.evidence
    ]


def korean_datetime() -> Tool:
    """korean-datetime with the setting that its own documentation recommends for news."""
    module: Any = importlib.import_module("korean_datetime")
    parser = module.TemporalParser(module.ParseOptions(cycle=module.Cycle.NEAREST))

    def read(text: str, published: str) -> list[Found]:
        now = datetime.fromisoformat(published).replace(hour=9)
        return [_of_interval(item) for item in parser.parse_all(text, now=now)]

    return read


def _of_interval(item: Any) -> Found:
    """korean-datetime's half-open interval as start and end of the records' form."""
    begin, end = item.span
    last = item.end - timedelta(seconds=1)
    if item.grain.value in ("hour", "minute", "second"):
        until = item.end if item.is_range else None
        return Found(begin, end, f"{item.start:%Y-%m-%dT%H:%M}", f"{until:%Y-%m-%dT%H:%M}" if until else None)
    return Found(begin, end, f"{item.start:%Y-%m-%d}", f"{last:%Y-%m-%d}")


def dateparser() -> Tool:
    """dateparser's search in Korean, counting from nine in the morning of the publication day."""
    module: Any = importlib.import_module("dateparser.search")

    def read(text: str, published: str) -> list[Found]:
        base = datetime.fromisoformat(published).replace(hour=9)
        found, at = [], 0
        for words, value in module.search_dates(text, languages=["ko"], settings={"RELATIVE_BASE": base}) or ():
            begin = max(text.find(words, at), at)
            at = begin + len(words)
            found.append(Found(begin, at, f"{value:%Y-%m-%dT%H:%M}", point=True))
        return found

    return read


def _days(start: str, until: str | None) -> tuple[str, str]:
    """First and last day of a value that may be a year or a month."""
    last = (until or start)[:10]
    if len(last) == 4:
        last += "-12"
    if len(last) == 7:
        last += f"-{calendar.monthrange(int(last[:4]), int(last[5:7]))[1]}"
    return (start[:10] + "-01-01"[len(start[:10]) - 4 :])[:10], last


def _minutes(length: str) -> tuple[int, int]:
    """A duration as months and minutes, so that PT90M and PT1H30M are equal."""
    match = _LENGTH.fullmatch(length)
    years, months, weeks, days, hours, minutes = (int(number or 0) for number in match.groups()) if match else (0,) * 6
    return years * 12 + months, ((weeks * 7 + days) * 24 + hours) * 60 + minutes


def right(wanted: Found, got: Found) -> bool:
    """Whether a value is the one wanted, at the precision of the one wanted.

    An inexact period (이달 말) is also right as any part of itself; a tool that gives moments need only give one that lies in it,
    and its clock is looked at only where one is wanted. A zone is compared only where the tool gives one.
    """
    if wanted.length or got.length:
        return bool(wanted.length and got.length and _minutes(wanted.length) == _minutes(got.length))
    if not wanted.start or not got.start:
        return wanted.start == got.start
    if "T" in wanted.start:
        ends = got.point or (wanted.until or "")[:16] == (got.until or "")[:16]
        zone = len(got.start) < 25 or got.start == wanted.start
        return wanted.start[:16] == got.start[:16] and ends and zone
    first, last = _days(wanted.start, wanted.until)
    begin, end = _days(got.start, got.until)
    if got.point:
        return first <= begin <= last
    return first <= begin <= end <= last if wanted.near else (first, last) == (begin, end)


@dataclass(slots=True)
class Score:
    """Counts of one tool over the sentences; ``seconds`` is what one reading of them all takes."""

    wanted: int = 0
    matched: int = 0
    correct: int = 0
    near: int = 0
    given: int = 0
    touching: int = 0
    empty: int = 0
    alarmed: int = 0
    seconds: float = 0.0
    count: int = 0
    misses: list[str] = field(default_factory=list)

    def add(self, sentence: Sentence, got: Sequence[Found], keep: Callable[[str], bool]) -> None:
        """Compare what a tool gives with what is wanted; ``keep`` leaves out expressions that are not to be scored."""
        self.count += 1
        if not sentence.times:
            self.empty += 1
            self.alarmed += bool(got)
            self.misses += [f"alarm   {sentence.text}  {sentence.text[a.begin : a.end]}={_value(a)}" for a in got]
            return
        scored = [item for item in sentence.times if keep(_shown(sentence, item))]
        for item in got:
            near = [other for other in sentence.times if other.begin < item.end and item.begin < other.end]
            if near and not any(other in scored for other in near):
                continue
            self.given += 1
            self.touching += bool(near)
            if not near:
                self.misses.append(f"surplus {sentence.text}  {sentence.text[item.begin : item.end]}={_value(item)}")
        for wanted in scored:
            self._value(sentence, wanted, [item for item in got if item.begin < wanted.end and wanted.begin < item.end])

    def _value(self, sentence: Sentence, wanted: Found, near: Sequence[Found]) -> None:
        self.wanted += 1
        self.matched += bool(near)
        hit = next((item for item in near if right(wanted, item)), None)
        self.correct += hit is not None
        self.near += hit is not None and hit.near == wanted.near
        if hit is None or hit.near != wanted.near:
            given = ", ".join(_value(item) for item in near) or "not found"
            words = f"{sentence.text[wanted.begin : wanted.end]}={_value(wanted)}"
            self.misses.append(f"{'near' if hit else 'wrong':7} {sentence.published} {sentence.text}  {words} got {given}")


def _shown(sentence: Sentence, item: Found) -> str:
    return f"{sentence.text[item.begin : item.end]}{' LENGTH' if item.length else ''}"


def _value(item: Found) -> str:
    until = f"/{item.until}" if item.until else ""
    return f"{item.length or item.start}{until}{'~' if item.near else ''}"


def _supported(shown: str) -> bool:
    """What korean-datetime does not decline by policy: no length, and no day that the sentence before tells."""
    return not shown.endswith(" LENGTH") and not _CONTEXT.search(shown)


def run(tool: Tool, rows: Sequence[Sentence], keep: Callable[[str], bool] = bool) -> Score:
    """One tool over all sentences. The clock runs over the best of five later readings (of the processor's time)."""
    score = Score(seconds=float("inf"))
    results = [tool(row.text, row.published) for row in rows]
    for _ in range(5):
        begun = time.process_time()
        for row in rows:
            tool(row.text, row.published)
        score.seconds = min(score.seconds, time.process_time() - begun)
    for row, got in zip(rows, results, strict=True):
        score.add(row, got, keep)
    return score


def gold_dates(tools: Iterable[tuple[str, Tool]], folder: Path) -> str:
    """Of the dates that the gold records of a corpus give to meetings and visits, those that each tool reads.

    The tool is given the whole article. A date counts as read where it is among those found in the words that the record rests
    on, or, where it finds none in them, is the last one before them.
    """
    articles = []
    for path in sorted((folder / "gold").glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        published = gold.get("reference_date") or _first(gold["article"].get("published"))
        records = [record for kind in ("meetings", "visits") for record in gold.get(kind, [])]
        dated = [(_all(record.get("date") or record.get("start")), record["evidence"]) for record in records]
        if published:
            text = (folder / f"{path.stem}.txt").read_text(encoding="utf-8")
            articles.append((text, published[:10], [(dates, words) for dates, words in dated if dates and words in text]))
    lines = []
    for name, tool in tools:
        total = read = 0
        for text, published, records in articles:
            found = tool(text, published)
            for dates, words in records:
                begin = text.index(words)
                told = [item for item in found if item.start and item.begin < begin + len(words)]
                near = [item.start for item in told if item.begin >= begin] or [item.start for item in told[-1:]]
                total += 1
                read += any(start.startswith(date) for start in near if start for date in dates)
        lines.append(f"{name} {read} of {total} ({_share(read, total)})")
    return (
        f"Dates of meetings and visits in the gold records of {len(articles)} whole articles (the corpus that the program was"
        f" developed on), read in the words that the record rests on or, where they give none, last before them:"
        f" {'; '.join(lines)}.\n"
    )


def _all(value: Any) -> list[str]:
    return [] if value is None else [str(item) for item in value] if isinstance(value, list) else [str(value)]


def _first(value: Any) -> str | None:
    return next(iter(_all(value)), None)


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.3f}" if whole else "—"


def table(scores: dict[str, Score], pace: float) -> Iterator[str]:
    """The figures as a Markdown table; ``pace`` is the sentences per second that the ratios count from."""
    yield "| | value accuracy | precision | recall | value right of all | false alarms | sentences/s (ratio) |\n"
    yield "|---|---:|---:|---:|---:|---:|---:|\n"
    for name, s in scores.items():
        speed = s.count / s.seconds
        cells = (
            _share(s.correct, s.matched),
            _share(s.touching, s.given),
            _share(s.matched, s.wanted),
            _share(s.correct, s.wanted),
            f"{100 * s.alarmed / s.empty:.1f} %",
            f"{speed / pace:.2f}",
        )
        yield f"| {name} | {' | '.join(cells)} |\n"


def page(everything: dict[str, Score], supported: dict[str, Score], versions: str, gold: str = "") -> str:
    """The results page."""
    first = next(iter(everything.values()))
    pace = everything["korean-datetime"].count / everything["korean-datetime"].seconds
    return "".join((
        "# Time expressions: measured beside korean-datetime and dateparser\n\n",
        "<!-- Written by benchmarks/times_vs_peers.py --write: change the program, not this page. -->\n\n",
        f"{first.count - first.empty} hand-written Korean news sentences with {first.wanted} time expressions, and {first.empty}",
        " sentences whose numbers are no dates (`benchmarks/times/sentences.jsonl`). The values were written from the sentences,",
        f" before any of the programs read them. {versions}.\n\n",
        _FIRST,
        *table(everything, pace),
        "\n- **value accuracy**: of the expressions found, those with the right value; **precision**: of what a tool gives, what",
        " overlaps an expression; **recall**: of the expressions, those found; **value right of all**: found and right.\n",
        "- **false alarms**: sentences without a date in which a tool finds one. **sentences/s**: all in one run,",
        " of the processor's time, as ratios to korean-datetime.\n",
        f"- visitextract also says which values are inexact (께, 가량, 말 …): right for {_share(first.near, first.correct)} of",
        " its right values. The others do not say.\n",
        "- Values are compared at the precision that the sentence supports. An inexact period (이달 말) is right as any part of",
        " itself. dateparser gives moments without precision or end: a moment inside the period is taken as right.\n",
        "- korean-datetime runs with `cycle=NEAREST`, which its documentation recommends for news. By policy it declines days",
        " told by an earlier sentence (이날, 전날, 다음 날, 당시) and lengths (1시간40분가량), and does not read zones",
        " (현지시간); clocks are compared without zones for it and dateparser. Some of",
        " its alarms are conventions: it reads the next 매주 월요일, and 1990년 in 1990년대.\n\n",
        "Without the expressions that korean-datetime declines by policy:\n\n",
        *table(supported, pace),
        *(["\n", gold] if gold else []),
    ))  # fmt: skip


def _tools() -> Iterable[tuple[str, Tool]]:
    yield "visitextract", ours
    yield "korean-datetime", korean_datetime()
    yield "dateparser", dateparser()


def main() -> int:
    """Run the comparison. Exit code 1 when a figure of find_times is below its bar."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--misses", action="store_true", help="print every expression that find_times has wrong")
    parser.add_argument("--write", action="store_true", help="write docs/times.md")
    parser.add_argument("--alone", action="store_true", help="only find_times, which needs no peers installed")
    parser.add_argument("--gold", type=Path, metavar="FOLDER", help="score the dates of a corpus with gold records too")
    arguments = parser.parse_args()
    rows = sentences()
    tools = [("visitextract", ours)] if arguments.alone else list(_tools())
    everything = {name: run(tool, rows) for name, tool in tools}
    score = everything["visitextract"]
    if arguments.misses:
        print(*score.misses, sep="\n")
    if arguments.alone:
        sys.stdout.writelines(table(everything, score.count / score.seconds))
    else:
        supported = {name: run(tool, rows, _supported) for name, tool in tools}
        versions = ", ".join(f"{name} {version(name)}" for name in ("visitextract", "korean-datetime", "dateparser"))
        gold = gold_dates(tools, arguments.gold) if arguments.gold else ""
        content = page(everything, supported, f"{versions}, Python {platform.python_version()}", gold)
        print(content)
        if arguments.write:
            PAGE.write_text(content, encoding="utf-8")
    alarms = score.alarmed / score.empty
    return int(score.correct / score.matched < 0.95 or score.touching / score.given < 0.97 or alarms > 0.01)


if __name__ == "__main__":
    sys.exit(main())
