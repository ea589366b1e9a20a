"""Many articles: in order, in constant memory, on as many processes as wanted; what goes wrong costs its own article only.

Items are taken from the iterable only as fast as results are taken from the generator, up to a fixed number ahead, so that
an archive of any size streams through. Worker processes ignore Ctrl-C (the process that started them decides), end when
that process is gone, and are replaced when one of them is killed. An article has a budget of time (``budget.py``); a worker
that is stuck all the same, beyond what the budget can interrupt, ends itself and is replaced.
"""

from __future__ import annotations

import faulthandler
import signal
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import islice
from multiprocessing import connection, cpu_count, parent_process
from time import monotonic
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ConfigDict

from visitextract.lexicon.user import Lexicon
from visitextract.pipeline import extract
from visitextract.records import Extraction
from visitextract.times import SEOUL

FIELDS = ("text", "published", "id", "title", "outlet", "url")
CHUNK = 8  # articles a message between processes: the messages cost little beside the work, and few articles are under way
STDERR = 2  # where a stuck worker says, before it ends, in which line it was: for a report of the fault
BUDGET = 60.0  # seconds for one article, a thousand times what one takes: only a text that is no article comes near it
AHEAD = 4  # messages under way for each worker, so that none waits while the caller is busy with results

Item = TypeVar("Item")
Result = TypeVar("Result")


class FailedArticle(BaseModel):
    """Stands where the ``Extraction`` of an article would stand that could not be made.

    ``index`` counts the articles of the run from 0, ``id`` is the caller's, ``error`` the type of what went wrong
    (``ValueError``), and ``message`` says it for people.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    index: int
    id: str | None = None
    error: str
    message: str


@dataclass(frozen=True, slots=True)
class Fault:
    """What an exception was, in a form that travels between processes whatever the exception was made of."""

    error: str
    message: str


def extract_many(
    items: Iterable[Any],
    *,
    workers: int | None = None,
    timezone: str = SEOUL,
    lexicon: Lexicon | None = None,
    infer_offices: bool = False,
    budget: float | None = BUDGET,
) -> Generator[Extraction | FailedArticle, None, None]:
    """The records of many articles, in the order of ``items``, one result for each.

    Args:
        items: any iterable, also an endless one. Each item is a text, a mapping with the key ``text``, or an object with the
            attribute ``text``; ``published``, ``id``, ``title``, ``outlet`` and ``url`` are used where an item has them.
        workers: how many processes to use; ``None`` or 1 is this one alone, 0 one for each core. A script that uses more
            must keep its own work under ``if __name__ == "__main__":`` where processes are spawned (macOS, Windows).
        timezone, lexicon, infer_offices, budget: as for ``extract``, for every article. A process of several that is stuck
            for ``limit_of(budget)`` seconds is replaced, and its article fails.

    Returns:
        A generator of ``Extraction`` records, with a ``FailedArticle`` in place of each that could not be made. It never
        raises for an article; closing it ends the workers.

    Raises:
        ValueError: ``workers`` is negative, or ``budget`` is no positive number.

    >>> from visitextract import extract_many
    >>> [type(result).__name__ for result in extract_many(["두 장관은 3일 만났다.", {"text": None}])]
    ['Extraction', 'FailedArticle']
    """
    if budget is not None and not budget > 0:
        raise ValueError(f"budget: {budget} is not a number of seconds above 0")
    work = partial(_extracted, timezone=timezone, lexicon=lexicon, infer_offices=infer_offices, budget=budget)
    with closing(in_order(work, map(_job, items), workers=workers, limit=limit_of(budget))) as outcomes:
        for index, ((known, _), result) in enumerate(outcomes):
            if isinstance(result, Fault):
                yield FailedArticle(index=index, id=known, error=result.error, message=result.message)
            else:
                yield result


def limit_of(budget: float | None) -> float | None:
    """After how many seconds a worker counts as stuck: long after the budget should have ended the article.

    >>> limit_of(60)
    210
    """
    return None if budget is None else 3 * budget + 30


def in_order(
    work: Callable[[Item], Result], items: Iterable[Item], *, workers: int | None = None, limit: float | None = None
) -> Generator[tuple[Item, Result | Fault], None, None]:
    """Each item with what ``work`` makes of it, in order; a ``Fault`` where it raised, or its process was killed or stuck.

    Args:
        work: a function of a module, or a ``partial`` of one, so that it can be sent to other processes.
        items: what to work on; with more than one worker each must be picklable.
        workers: as for ``extract_many``.
        limit: how many seconds one item may keep a worker; with one process alone there is none to stop.

    Raises:
        ValueError: ``workers`` is negative.
    """
    count = cpu_count() if workers == 0 else workers or 1
    if count < 0:
        raise ValueError(f"workers: {workers} is negative")
    if count == 1:
        return ((item, _tried(work, item)) for item in items)
    return _Pool(work, count, limit).run(items)


class _Pool(Generic[Item, Result]):
    """Worker processes and the messages under way to them, oldest first."""

    def __init__(self, work: Callable[[Item], Result], count: int, limit: float | None) -> None:
        self.count = count
        self.limit = limit
        self.work = partial(_each, work, limit)
        self.executor = self._start()

    def _start(self) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(self.count, initializer=_begin)

    def run(self, items: Iterable[Item]) -> Generator[tuple[Item, Result | Fault], None, None]:
        """Keep the workers busy with what is next, and give the oldest results."""
        source = iter(items)
        waiting: deque[tuple[list[Item], Future[list[Result | Fault]]]] = deque()
        try:
            while True:
                while len(waiting) < AHEAD * self.count and (chunk := list(islice(source, CHUNK))):
                    try:
                        future = self.executor.submit(self.work, chunk)
                    except BrokenProcessPool as error:
                        future = Future()
                        future.set_exception(error)
                    waiting.append((chunk, future))
                if not waiting:
                    return
                chunk, future = waiting.popleft()
                try:
                    results = future.result()
                except BrokenProcessPool:
                    self.executor.shutdown(wait=True)
                    again = [chunk, *(other for other, _ in waiting)]
                    waiting.clear()
                    self.executor = self._start()
                    for chunk in again:
                        yield from zip(chunk, self._singly(chunk), strict=True)
                    continue
                yield from zip(chunk, results, strict=True)
        finally:
            self.executor.shutdown(wait=True, cancel_futures=True)

    def _singly(self, chunk: list[Item]) -> Iterator[Result | Fault]:
        """The results of one item after the other: the item that kills its worker fails, and no other."""
        for item in chunk:
            begun = monotonic()
            try:
                yield from self.executor.submit(self.work, [item]).result()
            except BrokenProcessPool:
                self.executor.shutdown(wait=True)
                self.executor = self._start()
                if self.limit and monotonic() - begun >= self.limit:
                    yield Fault("TimeoutError", f"not done after {self.limit:g} seconds; the process that worked on it was ended")
                else:
                    yield Fault("BrokenProcessPool", "the process that worked on this article was killed")


def _begin() -> None:
    """What a worker does first: leave Ctrl-C to the process that started it, and end when that one is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        signal.raise_signal(signal.SIGTERM)


def _each(work: Callable[[Item], Result], limit: float | None, chunk: list[Item]) -> list[Result | Fault]:
    """What a worker makes of a message. Its watch is no thread of Python's: it ends the process even inside a pattern."""
    if limit is None:
        return [_tried(work, item) for item in chunk]
    results = []
    for item in chunk:
        faulthandler.dump_traceback_later(limit, exit=True, file=STDERR)
        results.append(_tried(work, item))
    faulthandler.cancel_dump_traceback_later()
    return results


def _tried(work: Callable[[Item], Result], item: Item) -> Result | Fault:
    try:
        return work(item)
    except Exception as error:
        return Fault(type(error).__name__, str(error))


def _extracted(job: tuple[str | None, dict[str, Any] | Fault], **options: Any) -> Extraction | Fault:
    _, given = job
    return given if isinstance(given, Fault) else extract(**given, **options)


def _job(item: Any) -> tuple[str | None, dict[str, Any] | Fault]:
    """The caller's id and what ``extract`` is to be called with, free of the item itself, which may not be picklable."""
    known = item.get("id") if isinstance(item, Mapping) else getattr(item, "id", None)
    name = str(known) if isinstance(known, (str, int)) else None
    try:
        return name, arguments_of(item)
    except Exception as error:
        return name, Fault(type(error).__name__, str(error))


def arguments_of(item: Any) -> dict[str, Any]:
    """The arguments of ``extract`` that an item holds.

    Raises:
        TypeError: the item has no text, or a value that is not text (``published`` may be a date).

    >>> arguments_of({"text": "두 장관은 만났다.", "id": 7, "section": "정치"})
    {'text': '두 장관은 만났다.', 'id': '7'}
    """
    if isinstance(item, str):
        return {"text": item}
    found: dict[str, Any] = {}
    for name in FIELDS:
        value = item.get(name) if isinstance(item, Mapping) else getattr(item, name, None)
        if value is None or value != value:  # a table's way of saying nothing: NaN, NaT
            continue
        if name == "id" and isinstance(value, int) and not isinstance(value, bool):
            value = str(value)
        if not isinstance(value, str) and not (name == "published" and isinstance(value, date)):
            raise TypeError(f"{name!r} is {type(value).__name__}, not text")
        if value != "" or name == "text":
            found[name] = value
    if "text" not in found:
        raise TypeError(f"an article without 'text': {type(item).__name__}")
    return found
