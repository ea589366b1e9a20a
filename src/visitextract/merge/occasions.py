"""Which articles tell of one meeting or one visit: the same parties on the same day, then everything told less exactly.

Articles are taken in levels of precision: tellings of a day, of a month (or a range of days), of a year, of no date. A
telling joins what more precise ones have made where one occasion fits: its parties, its days (an article of the 21st that
tells a plan means no day before), its kind, and no other record of its own article. Where two fit, it stays apart, unless far
more articles tell of one of them than of all others: nothing is guessed. Everything looks only at occasions that share a pair
of parties, so that the cost grows with the number of articles and not with its square.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Generic, TypeVar

from visitextract.dossier import DossierArticle
from visitextract.merge.clusters import Clusters, only
from visitextract.merge.periods import Period, meant, published_day
from visitextract.records import Meeting, MeetingKind, MeetingStatus, Visit

Key = tuple[Hashable, ...]
Sides = frozenset[str]
Record = TypeVar("Record", bound=Meeting | Visit)

_CLOCKS_APART = 180  # minutes: two clock times of one kind of meeting on one day; nearer ones are two tellings of one
_NEAR = 90  # minutes: enough to prefer one of several meetings of a day
_SILENCE = 14  # days without a telling, after which an undated meeting is another one
MEALS = frozenset({MeetingKind.BREAKFAST, MeetingKind.LUNCHEON, MeetingKind.DINNER})
_ONCE = MEALS | {MeetingKind.COURTESY_CALL}  # of these two sides have one a day, however many of those present are told
ONE_SIDE = "one side"  # marks a telling that names one party only (이 대통령은 정상회담을 한다), and the meetings it can mean
_OUTWEIGHS = 3  # times as many sources as all others: what a stray date tells makes no telling doubtful
_FEW = 3  # sides up to which another side makes another meeting; a larger circle is rarely told in full


class Level(IntEnum):
    """How precisely an article tells when."""

    DAY = 0
    MONTH = 1
    YEAR = 2
    UNDATED = 3


@dataclass(frozen=True, slots=True)
class Telling(Generic[Record]):
    """One article's record of a meeting or visit, and all that decides which others tell of the same."""

    article: DossierArticle
    record: Record
    level: Level
    told: Period | None
    days: Period  # what it can mean, given when the article was published
    published: int | None
    planned: bool
    keys: frozenset[Key]
    weak: frozenset[Key] = frozenset()  # pairs with the organization that a person stands for
    sides: Sides = frozenset()
    kind: MeetingKind = MeetingKind.TALKS
    clock: int | None = None
    placed: bool = False
    gap: int = 0  # days between two tellings of one visit


def telling_of(
    article: DossierArticle, record: Record, level: Level, told: Period | None, keys: frozenset[Key]
) -> Telling[Record]:
    """A record as a telling: whether it plans, and the days that it can mean."""
    published = published_day(article.extraction.article.published)
    days = told if told and level is Level.DAY else meant(told, published, record.status)
    return Telling(article, record, level, told, days, published, record.status is not MeetingStatus.HELD, keys)


@dataclass(slots=True)
class _Occasion:
    """A cluster of tellings, summed up."""

    root: int
    days: Period
    level: Level
    articles: set[str] = field(default_factory=set)
    keys: set[Key] = field(default_factory=set)
    weak: set[Key] = field(default_factory=set)
    kinds: set[MeetingKind] = field(default_factory=set)
    sides: set[Sides] = field(default_factory=set)
    clocks: set[int] = field(default_factory=set)
    origins: set[str] = field(default_factory=set)
    placed: bool = False


def resolve(tellings: Sequence[Telling[Record]]) -> list[list[Telling[Record]]]:
    """The tellings of each occasion together, in the order of their first."""
    return [[tellings[number] for number in group] for group in _Resolver(tellings).run()]


class _Resolver(Generic[Record]):
    def __init__(self, tellings: Sequence[Telling[Record]]) -> None:
        self.tellings = tellings
        self.same = Clusters(range(len(tellings)))

    def run(self) -> list[list[int]]:
        self._join_reprints()
        done: list[int] = []
        for level in Level:
            numbers = [number for number, telling in enumerate(self.tellings) if telling.level is level]
            free = self._attach(numbers, _Index(self._occasions(done))) if done else numbers
            self._join_equals(free, level)
            done += numbers
            self._join_doubtful(free, done)
        return self.same.groups()

    def _join_reprints(self) -> None:
        """The same evidence in articles of one origin is the same record."""
        first: dict[Hashable, int] = {}
        for number, telling in enumerate(self.tellings):
            words = tuple("".join(span.text.split()) for span in telling.record.evidence)
            if words:
                same = (telling.article.origin, telling.told, telling.planned, telling.keys, words)
                self.same.join((first.setdefault(same, number), number))

    def _occasions(self, numbers: Iterable[int]) -> list[_Occasion]:
        found: dict[int, _Occasion] = {}
        for number in numbers:
            telling = self.tellings[number]
            root = self.same.find(number)
            days = telling.told if telling.level < Level.UNDATED and telling.told else telling.days
            occasion = found.setdefault(root, _Occasion(root, days, telling.level))
            if telling.level < occasion.level:
                occasion.level, occasion.days = telling.level, days
            elif telling.level == occasion.level:
                occasion.days = Period(min(occasion.days.first, days.first), max(occasion.days.last, days.last))
            occasion.articles.add(telling.article.id)
            occasion.keys |= telling.keys
            occasion.weak |= telling.weak
            occasion.kinds.add(telling.kind)
            occasion.sides.add(telling.sides)
            occasion.origins.add(telling.article.origin)
            occasion.placed |= telling.placed
            if telling.clock is not None:
                occasion.clocks.add(telling.clock)
        return list(found.values())

    def _attach(self, numbers: Sequence[int], index: _Index) -> list[int]:
        """Let each telling join the only occasion that it can mean; what is left comes back."""
        chosen: list[tuple[int, int]] = []
        free: list[int] = []
        for number in numbers:
            (one,) = self._occasions((number,))
            one.days = self.tellings[number].days
            root = _choice(one, [other for other in index.like(one) if _may_join(one, other)])
            if root is None:
                free.append(number)
            else:
                chosen.append((root, number))
        for pair in chosen:
            self.same.join(pair)
        return free

    def _join_equals(self, numbers: Iterable[int], level: Level) -> None:
        """Join tellings of one level that say the same: a shared pair, one kind, one time."""
        blocks: defaultdict[tuple[Key, MeetingKind], list[int]] = defaultdict(list)
        for number in numbers:
            for key in self.tellings[number].keys:
                blocks[key, self.tellings[number].kind].append(number)
        for block in blocks.values():
            for run in self._runs(block, level):
                for group in self._by_sides(run):
                    self.same.join(group)

    def _runs(self, block: list[int], level: Level) -> Iterator[list[int]]:
        """A block cut where the days do, or on one day the clock times do."""
        if level is Level.DAY:
            for run in _chain(block, lambda n: self.tellings[n].days, self.tellings[block[0]].gap):
                yield from self._by_clock(run)
        elif level is Level.UNDATED:
            for planned in (False, True):
                part = [number for number in block if self.tellings[number].planned is planned]
                yield from _chain(part, lambda n: _point(self.tellings[n].published), _SILENCE)
        else:
            periods: defaultdict[Period | None, list[int]] = defaultdict(list)
            for number in block:
                periods[self.tellings[number].told].append(number)
            yield from periods.values()

    def _by_clock(self, run: list[int]) -> Iterator[list[int]]:
        timed = [number for number in run if self.tellings[number].clock is not None]
        rest = [number for number in run if self.tellings[number].clock is None]
        parts = list(_chain(timed, lambda n: _point(self.tellings[n].clock), _CLOCKS_APART))
        if len(parts) <= 1:
            yield run
        else:
            yield from parts
            yield rest

    def _by_sides(self, run: list[int]) -> Iterator[list[int]]:
        """Talks of two and talks of three that share a pair are two meetings; a large circle is told in part."""
        sides: defaultdict[Sides, list[int]] = defaultdict(list)
        if run and self.tellings[run[0]].kind in _ONCE:
            yield run  # nobody dines twice
            return
        for number in run:
            sides[self.tellings[number].sides].append(number)
        small = [group for key, group in sides.items() if len(key) <= _FEW]
        if len(small) <= 1:
            yield run
        else:
            yield from small
            yield [number for key, group in sides.items() if len(key) > _FEW for number in group]

    def _join_doubtful(self, numbers: Iterable[int], done: Iterable[int]) -> None:
        """Plain talks join the one meal, call or summit they can be; then organizations the meeting of their people."""
        for doubtful in (_only_talks, _any):
            everything = self._occasions(done)
            roots = {self.same.find(number) for number in numbers}
            index = _Index([other for other in everything if doubtful is _any or not _only_talks(other)])
            chosen: list[tuple[int, int]] = []
            for one in everything:
                if one.root not in roots or not doubtful(one):
                    continue
                fits = (other for other in index.like(one) if other.root != one.root and _may_join(one, other))
                if doubtful is _any:
                    fits = (other for other in fits if not one.keys & other.keys and one.keys & other.weak)
                root = _choice(one, list(fits))
                if root is not None:
                    chosen.append((root, one.root))
            for pair in chosen:
                self.same.join(pair)


class _Index:
    """Occasions by pair and by day."""

    def __init__(self, occasions: Iterable[_Occasion]) -> None:
        self._strong: defaultdict[Key, list[_Occasion]] = defaultdict(list)
        self._weak: defaultdict[Key, list[_Occasion]] = defaultdict(list)
        self._width: dict[Key, int] = {}
        for one in sorted(occasions, key=lambda occasion: occasion.days):
            for keys, lists in ((one.keys, self._strong), (one.weak, self._weak)):
                for key in keys:
                    lists[key].append(one)
                    self._width[key] = max(self._width.get(key, 0), one.days.last - one.days.first)

    def like(self, one: _Occasion) -> Iterator[_Occasion]:
        """The occasions that share a pair and a day with this one, each once."""
        seen: set[int] = set()
        for keys, lists in ((one.keys, self._strong), (one.keys, self._weak), (one.weak, self._strong)):
            for key in keys:
                found = lists.get(key, ())
                at = bisect_left(found, one.days.first - self._width.get(key, 0), key=lambda occasion: occasion.days.first)
                while at < len(found) and found[at].days.first <= one.days.last:
                    if found[at].days.meets(one.days) and found[at].root not in seen:
                        seen.add(found[at].root)
                        yield found[at]
                    at += 1


def _choice(one: _Occasion, fits: Sequence[_Occasion]) -> int | None:
    """The occasion that a telling joins: the only one, the only preferred one, or the one that outweighs the others."""
    root = only({other.root: _prefers(one, other) for other in fits})
    if root is not None or not fits:
        return root
    likely = [other for other in fits if _prefers(one, other)] or fits
    best = max(likely, key=lambda other: len(other.origins))
    others = sum(len(other.origins) for other in likely if other is not best)
    return best.root if len(best.origins) >= _OUTWEIGHS * others else None


def _may_join(one: _Occasion, other: _Occasion) -> bool:
    if one.articles & other.articles or _apart(one, other) or _apart(other, one):
        return False
    if not one.kinds & other.kinds and not _only_talks(one) and not _only_talks(other):
        return False
    if _one_sided(one) or _one_sided(other):
        return True
    if not any(key[0] != ONE_SIDE for key in (one.keys | one.weak) & (other.keys | other.weak)):
        return False
    once = bool(_ONCE & one.kinds & other.kinds or MEALS & (one.kinds | other.kinds))
    return any(_one_circle(a, b, once=once) for a in one.sides for b in other.sides)


def _one_sided(one: _Occasion) -> bool:
    """Whether nobody tells more than one of its sides."""
    return all(key[0] == ONE_SIDE for key in one.keys)


def _apart(talks: _Occasion, call: _Occasion) -> bool:
    """Whether talks that had a place are set beside a call."""
    return _only_talks(talks) and talks.placed and call.kinds == {MeetingKind.CALL}


def _one_circle(one: Sides, other: Sides, *, once: bool) -> bool:
    """Whether two lists of who took part can be of one meeting: talks of two and of three are two, a meal may be told in part."""
    return one == other or len(one) > _FEW or len(other) > _FEW or (once and (one <= other or other <= one))


def _prefers(one: _Occasion, other: _Occasion) -> bool:
    if one.clocks and other.clocks:
        return min(abs(a - b) for a in one.clocks for b in other.clocks) <= _NEAR
    return not _only_talks(one) and bool(one.kinds & other.kinds)


def _only_talks(one: _Occasion) -> bool:
    return one.kinds == {MeetingKind.TALKS}


def _any(_one: _Occasion) -> bool:
    return True


def _point(value: int | None) -> Period:
    return Period(value or 0, value or 0)


def _chain(numbers: Iterable[int], days: Callable[[int], Period], gap: int) -> Iterator[list[int]]:
    """Runs of numbers in the order of their days, none further from the days before it than ``gap``."""
    run: list[int] = []
    last = 0
    for number in sorted(numbers, key=lambda n: (days(n), n)):
        if run and days(number).first > last + gap:
            yield run
            run = []
        last = max(last, days(number).last) if run else days(number).last
        run.append(number)
    if run:
        yield run
