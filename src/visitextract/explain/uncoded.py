"""What was seen and not coded over a whole corpus: the words that called for a record and led to none, most frequent first."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field

from visitextract.explain import Candidate, Explanation

_SORTS = {"meeting": "meeting word", "visit": "visit word", "statement": "reporting verb", "title": "title"}
_AROUND = 36  # letters shown on either side of an example
_EXAMPLES = 3


@dataclass(frozen=True, slots=True)
class Uncoded:
    """One word: of what sort it is, how often and in how many articles it led to no record, the usual reasons, and examples."""

    sort: str
    words: str
    count: int
    articles: int
    why: tuple[tuple[str, int], ...]
    examples: tuple[str, ...]


@dataclass(slots=True)
class _Tally:
    count: int = 0
    articles: int = 0
    why: Counter[str] = field(default_factory=Counter)
    examples: list[str] = field(default_factory=list)


class Census:
    """Counts the uncoded words of one article after another."""

    def __init__(self) -> None:
        self._tallies: defaultdict[tuple[str, str], _Tally] = defaultdict(_Tally)

    def add(self, text: str, explanation: Explanation) -> None:
        """Count what one article's explanation lists as passed over; ``text`` is the article's."""
        seen: set[tuple[str, str]] = set()
        for candidate in explanation.passed_over:
            sort = _SORTS.get(candidate.rule.split(".")[0])
            if sort is None:
                continue
            key = sort, candidate.words.text
            tally = self._tallies[key]
            tally.count += 1
            tally.why[candidate.why] += 1
            if key not in seen:
                tally.articles += 1
                if len(tally.examples) < _EXAMPLES:
                    tally.examples.append(_example(text, candidate))
            seen.add(key)

    def most_frequent(self) -> tuple[Uncoded, ...]:
        """The words, most frequent first; equals in the order of the words."""
        found = [
            Uncoded(sort, words, tally.count, tally.articles, tuple(tally.why.most_common()), tuple(tally.examples))
            for (sort, words), tally in self._tallies.items()
        ]
        return tuple(sorted(found, key=lambda item: (-item.count, item.sort, item.words)))


def _example(text: str, candidate: Candidate) -> str:
    """The words in their surroundings, on one line, between brackets."""
    start, end = candidate.words.start, candidate.words.end
    before, after = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    return " ".join(f"{before}[{text[start:end]}]{after}".split())
