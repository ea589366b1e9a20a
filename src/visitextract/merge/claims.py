"""Who says what: values with their sources counted by origin, the best supported first, and what contradicts what."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from typing import NamedTuple, TypeVar

from visitextract.dossier import Claim, Conflict, DossierArticle, Source, StatusChange
from visitextract.merge.periods import UNDATED, instant
from visitextract.patterns import lazily
from visitextract.records import Meeting, MeetingStatus, Span, Visit

Value = TypeVar("Value", bound=Hashable)

_PROGRESS = (
    MeetingStatus.POSSIBLE,
    MeetingStatus.PROPOSED,
    MeetingStatus.SCHEDULED,
    MeetingStatus.POSTPONED,
    MeetingStatus.HELD,
    MeetingStatus.CANCELLED,
    MeetingStatus.DENIED,
)
_LENGTH = lazily(r"\d\s*+(?:시간|분|박|일|주|개월|년)|(?:하루|이틀|사흘|나흘|닷새|반나절)")
_COUNTED = lazily(r"(\d+)여?\s?명")
_LEVELS = (
    lazily(r"\p{L}+(?:특별시|광역시|특별자치시|특별자치도|[시도주])(?:에|의)?$"),
    lazily(r"\p{L}+[구군](?:에|의)?$"),
    lazily(r"[\p{L}\d]+[동읍면가리](?:에|의)?$"),
)


class Saying(NamedTuple):
    """One article's record saying a value."""

    article: DossierArticle
    record: str
    spans: tuple[Span, ...]
    approximate: bool = False


class Ledger:
    """Counts sources: knows the origin and the order of every article."""

    def __init__(self, articles: Sequence[DossierArticle]) -> None:
        self._origin = {article.id: article.origin for article in articles}
        self._order = {article.id: number for number, article in enumerate(articles)}
        self._sources: dict[tuple[str | int, ...], Source] = {}

    def sources(self, sayings: Iterable[Saying]) -> tuple[Source, ...]:
        """One source for each article's record, in the order of the articles, with its spans in the order of the text."""
        found: dict[tuple[str, str], list[Span]] = {}
        for saying in sayings:
            found.setdefault((saying.article.id, saying.record), []).extend(saying.spans)
        ordered = sorted(found, key=lambda place: (self._order[place[0]], len(place[1]), place[1]))
        return tuple(self._source(place, unique(found[place])) for place in ordered)

    def _source(self, place: tuple[str, str], spans: tuple[Span, ...]) -> Source:
        """One object for all claims that rest on the same words."""
        known: tuple[str | int, ...] = (*place, *(span.start for span in spans), *(span.end for span in spans))
        made = self._sources.get(known)
        if made is None:
            made = self._sources[known] = Source(article=place[0], record=place[1], spans=spans)
        return made

    def agreement(self, sources: Iterable[Source]) -> int:
        """How many independent texts the sources make."""
        return len({self._origin[source.article] for source in sources})

    def claims(
        self, values: Iterable[tuple[Value, Saying]], rank: Callable[[Value], Hashable] = lambda _value: 0
    ) -> tuple[Claim[Value], ...]:
        """The values, each with all its sources: by ``rank``, then the most agreed, the first told, the value itself."""
        found: dict[Value, list[Saying]] = {}
        for value, saying in values:
            found.setdefault(value, []).append(saying)
        made = []
        for value, sayings in found.items():
            sources = self.sources(sayings)
            about = all(saying.approximate for saying in sayings)
            made.append(Claim(value=value, sources=sources, agreement=self.agreement(sources), approximate=about))
        return tuple(
            sorted(
                made,
                key=lambda claim: (rank(claim.value), -claim.agreement, self._order[claim.sources[0].article], str(claim.value)),
            )
        )

    def history(self, told: Iterable[tuple[MeetingStatus, Saying]]) -> tuple[StatusChange, ...]:
        """The statuses in the order of publication, neighbours of one status as one.

        Articles without a date come first. Among those of one day the time decides where all have one; else a day is taken
        to go from possible to held.
        """
        days: dict[str, list[tuple[MeetingStatus, Saying]]] = {}
        for status, saying in told:
            published = instant(saying.article.extraction.article.published)
            days.setdefault("" if published == UNDATED else published[:10], []).append((status, saying))
        changes: list[list[tuple[MeetingStatus, Saying]]] = []
        for _, sayings in sorted(days.items()):
            for status, saying in sorted(sayings, key=_within_day(sayings)):
                if changes and changes[-1][0][0] is status:
                    changes[-1].append((status, saying))
                else:
                    changes.append([(status, saying)])
        return tuple(
            StatusChange(
                status=change[0][0],
                published=change[0][1].article.extraction.article.published,
                sources=self.sources(saying for _, saying in change),
            )
            for change in changes
        )

    def status_conflict(self, record: str, history: Sequence[StatusChange]) -> Iterator[Conflict]:
        """What is told both as held and as cancelled or denied; a plan that became an event is no conflict but a history."""
        sides = []
        for status in (MeetingStatus.HELD, MeetingStatus.CANCELLED, MeetingStatus.DENIED):
            sources = tuple(source for change in history if change.status is status for source in change.sources)
            if sources:
                sides.append(Claim[str](value=status.value, sources=sources, agreement=self.agreement(sources)))
        if len(sides) > 1 and sides[0].value == MeetingStatus.HELD:
            yield Conflict(record=record, field="status", sides=tuple(sides))


def _within_day(sayings: Sequence[tuple[MeetingStatus, Saying]]) -> Callable[[tuple[MeetingStatus, Saying]], tuple[str, int]]:
    timed = all(len(saying.article.extraction.article.published or "") >= 16 for _, saying in sayings)

    def order(told: tuple[MeetingStatus, Saying]) -> tuple[str, int]:
        status, saying = told
        return instant(saying.article.extraction.article.published) if timed else "", _PROGRESS.index(status)

    return order


def latest(history: Sequence[StatusChange]) -> MeetingStatus:
    """Where a history has led: what was told as held stays so, else the last that was told."""
    if any(change.status is MeetingStatus.HELD for change in history):
        return MeetingStatus.HELD
    return history[-1].status


def saying(article: DossierArticle, record: Meeting | Visit) -> Saying:
    """That a record says what it says: on its evidence, and on the words of its date where it has one."""
    spans = (*record.evidence, record.when.evidence) if record.when and record.when.evidence else record.evidence
    return Saying(article, record.id, spans)


def days(told: Iterable[tuple[DossierArticle, Meeting | Visit]], field: str) -> Iterator[tuple[str, Saying]]:
    """The dates that records tell in ``field`` (``start``, ``end``), each on its own words."""
    for article, record in told:
        value = getattr(record.when, field, None)
        if record.when and isinstance(value, str):
            spans = (record.when.evidence,) if record.when.evidence else record.evidence
            yield value, Saying(article, record.id, spans, record.when.approximate)


def vagueness(iso: str) -> int:
    """Ranks dates: the more precise first."""
    return -len(iso)


def unique(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Spans in the order of the text, each once."""
    if len(spans) <= 1:
        return tuple(spans)
    found = {(span.start, span.end): span for span in spans}
    return tuple(found[place] for place in sorted(found))


def naming(spans: Sequence[Span], words: str) -> tuple[Span, ...]:
    """The places in the evidence where the words stand; all of the evidence where they stand nowhere."""
    found = [
        Span(start=span.start + at, end=span.start + at + len(words), text=words)
        for span in spans
        if words and (at := span.text.find(words)) >= 0
    ]
    return tuple(found) or tuple(spans)


def telling_length(spans: Sequence[Span]) -> tuple[Span, ...]:
    """The evidence that holds a length of time, else all of it."""
    return tuple(span for span in spans if _LENGTH.search(span.text)) or tuple(spans)


def conflict(record: str, field: str, claims: Sequence[Claim[str]], differ: Callable[[str, str], bool]) -> Iterator[Conflict]:
    """The claims that contradict another one, if there are any."""
    sides = tuple(one for one in claims if any(differ(one.value, other.value) for other in claims if other is not one))
    if sides:
        yield Conflict(record=record, field=field, sides=sides)


def unequal(one: str, other: str) -> bool:
    """Whether two values differ at all."""
    return one != other


def dates_differ(one: str, other: str) -> bool:
    """Whether neither of two dates is the other one told more precisely."""
    a, b = one[:16], other[:16]
    return not a.startswith(b) and not b.startswith(a)


def numbers_differ(one: str, other: str) -> bool:
    """Whether two groups are counted, and not alike (200여 명의 사절단, 160명의 사절단)."""
    a, b = set(_COUNTED.findall(one)), set(_COUNTED.findall(other))
    return bool(a and b) and not a & b


def addresses_differ(one: str, other: str) -> bool:
    """Whether two addresses name different provinces, districts or neighbourhoods."""
    for level in _LEVELS:
        a, b = ({word.rstrip("에의") for word in address.split() if level.match(word)} for address in (one, other))
        if a and b and not a & b:
            return True
    return False
