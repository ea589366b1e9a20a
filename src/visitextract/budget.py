"""How long one article may take: the last resort against texts that are no articles.

The stages are interrupted between sentences, never inside one: a single call of a pattern cannot be. What such a call reads is
therefore bounded: a stretch without a full stop is read in pieces, and of a text that is far longer than the budget can hold
only the beginning is read. The clock is handed in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from math import inf
from typing import Any, Self

from visitextract.sentences import Sentence
from visitextract.spans import NormalizedText

LONGEST_SENTENCE = 2000  # letters; the longest sentences of news have a few hundred
LETTERS = 50_000  # three times the longest articles of news; what is no longer is read whole with any budget
LETTERS_A_SECOND = 10_000  # of the budget, beyond that: about what all stages together can do


class OutOfTime(Exception):
    """The budget is used up; never leaves the pipeline."""


class Budget:
    """The time of one article, from the moment that this is made.

    Raises:
        ValueError: ``seconds`` is no positive number.
    """

    def __init__(self, seconds: float | None, clock: Callable[[], float]) -> None:
        if seconds is not None and not seconds > 0:
            raise ValueError(f"budget: {seconds} is not a number of seconds above 0")
        self.seconds = seconds
        self.clock = clock
        self.end = inf if seconds is None else clock() + seconds
        self.warnings: tuple[str, ...] = ()

    def check(self) -> None:
        """Go on, or raise ``OutOfTime``."""
        if self.clock() >= self.end:
            raise OutOfTime

    def readable(self, source: NormalizedText) -> NormalizedText:
        """The text, or as much of its beginning as the budget can hold."""
        most = inf if self.seconds is None else max(LETTERS, self.seconds * LETTERS_A_SECOND)
        if len(source.text) <= most:
            return source
        end = _blank_before(source.text, int(most))
        self.warnings += (f"only the first {end} of {len(source.text)} characters were read, for the time budget",)
        starts, ends = source.starts, source.ends
        return replace(source, text=source.text[:end], starts=starts and starts[:end], ends=ends and ends[:end])

    def watched(self, sentences: tuple[Sentence, ...]) -> tuple[Sentence, ...]:
        """The sentences; taking one of them checks the time."""
        return sentences if self.seconds is None else _Watched(sentences, self.check)

    def ran_out(self, **stages: object) -> None:
        """Remember that the time was up, and which stages have therefore found nothing (None)."""
        missing = [stage for stage, found in stages.items() if found is None]
        self.warnings += (f"the time budget of {self.seconds:g} s ran out; not read: {', '.join(missing)}",)


class _Watched(tuple[Sentence, ...]):
    check: Callable[[], None]

    def __new__(cls, sentences: tuple[Sentence, ...], check: Callable[[], None]) -> Self:
        made = super().__new__(cls, sentences)
        made.check = check
        return made

    def __iter__(self) -> Iterator[Sentence]:
        for sentence in super().__iter__():
            self.check()
            yield sentence

    def __getitem__(self, index: Any) -> Any:
        self.check()
        return super().__getitem__(index)


def in_pieces(text: str, sentences: tuple[Sentence, ...]) -> tuple[Sentence, ...]:
    """The sentences, each that is too long to be one cut at blanks; a quotation that a cut goes through is none."""
    if all(sentence.end - sentence.start <= LONGEST_SENTENCE for sentence in sentences):
        return sentences
    pieces: list[Sentence] = []
    for sentence in sentences:
        for start, end in _pieces(text, sentence.start, sentence.end):
            quotes = tuple(quote for quote in sentence.quotes if start <= quote.outer_start and quote.outer_end <= end)
            pieces.append(replace(sentence, index=len(pieces), start=start, end=end, quotes=quotes))
    return tuple(pieces)


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > LONGEST_SENTENCE:
        cut = start + _blank_before(text[start : start + LONGEST_SENTENCE], LONGEST_SENTENCE)
        yield start, start + len(text[start:cut].rstrip())
        start = cut
        while text[start].isspace():
            start += 1
    yield start, end


def _blank_before(text: str, end: int) -> int:
    """The last blank in the second half of ``text[:end]``, else ``end``."""
    found = max(text.rfind(blank, end // 2, end) for blank in " \n")
    return found if found > 0 else end
