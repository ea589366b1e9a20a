"""Visits across articles: one traveller, one destination, days that belong together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from visitextract.dossier import Claim, Conflict, DossierArticle, ResolvedVisit
from visitextract.merge.cast import Cast
from visitextract.merge.claims import (
    Ledger,
    Saying,
    conflict,
    dates_differ,
    days,
    latest,
    naming,
    numbers_differ,
    saying,
    telling_length,
    unequal,
    vagueness,
)
from visitextract.merge.names import key
from visitextract.merge.occasions import Level, Telling, resolve, telling_of
from visitextract.merge.periods import UNDATED, Period, days_of, period
from visitextract.merge.places import country_of
from visitextract.records import Visit

_DAY = len("2024-02-28")
_GAP = 2  # days by which articles may differ about a stay in a country; a site is left and entered any day


def resolve_visits(
    articles: Sequence[DossierArticle], cast: Cast, ledger: Ledger
) -> tuple[tuple[ResolvedVisit, ...], list[Conflict]]:
    """The visits of all articles by date, still without stops, and where their sources differ."""
    found = [(article, visit) for article in articles for visit in article.extraction.visits]
    sites = _Sites(found, cast)
    tellings = [_telling(article, visit, cast, sites) for article, visit in found]
    groups = [[(telling.article, telling.record) for telling in group] for group in resolve(tellings)]
    made = [_visit(group, cast, ledger) for group in groups]
    order = sorted(range(len(made)), key=lambda at: (made[at].start[0].value if made[at].start else UNDATED, at))
    visits = tuple(made[at].model_copy(update={"id": f"visit-{number}"}) for number, at in enumerate(order, 1))
    return visits, [item for visit in visits for item in _conflicts(visit, ledger)]


class _Sites:
    """The fullest name under which articles tell of a site that a visitor went to on a day."""

    def __init__(self, found: Sequence[tuple[DossierArticle, Visit]], cast: Cast) -> None:
        names: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
        for article, visit in found:
            if visit.when and len(visit.when.start or "") >= _DAY and not country_of(visit.destination.name):
                names[self._place(article, visit, cast)].add(key(visit.destination.name))
        self._fullest = {place: {name: _holding(name, told) for name in told} for place, told in names.items()}

    @staticmethod
    def _place(article: DossierArticle, visit: Visit, cast: Cast) -> tuple[str, str]:
        return cast.handle(article, visit.visitor), ((visit.when and visit.when.start) or "")[:_DAY]

    def name(self, article: DossierArticle, visit: Visit, cast: Cast) -> str:
        """The name by which this visit's destination is known."""
        own = key(visit.destination.name)
        return self._fullest.get(self._place(article, visit, cast), {}).get(own, own)


def _holding(name: str, told: set[str]) -> str:
    """The one name that holds this one and all others that do (한빛기념관 청사 for 청사); else the name itself."""
    longer = [other for other in told if name in other]
    fullest = max(longer, key=lambda other: (len(other), other))
    return fullest if all(other in fullest for other in longer) else name


def _telling(article: DossierArticle, visit: Visit, cast: Cast, sites: _Sites) -> Telling[Visit]:
    start, end = (visit.when.start, visit.when.end) if visit.when else (None, None)
    told = period(start, end)
    level = Level.UNDATED if told is None or start is None else _level(len(start))
    if told and level is Level.DAY and not end:
        told = Period(told.first, told.first + max(days_of(visit.duration) or 1, 1) - 1)
    code = country_of(visit.destination.name)
    keys = frozenset({(cast.handle(article, visit.visitor), code or sites.name(article, visit, cast))})
    return replace(telling_of(article, visit, level, told, keys), gap=_GAP if code else 0)


def _level(precision: int) -> Level:
    return Level.DAY if precision >= _DAY else Level.MONTH if precision == 7 else Level.YEAR


def _visit(told: Sequence[tuple[DossierArticle, Visit]], cast: Cast, ledger: Ledger) -> ResolvedVisit:
    sources = ledger.sources(saying(article, item) for article, item in told)
    history = ledger.history((item.status, saying(article, item)) for article, item in told)
    origins = ((item.origin.name, article, item) for article, item in told if item.origin)
    countries = ((item.destination.country, article, item) for article, item in told if item.destination.country)
    return ResolvedVisit(
        id="",
        sources=sources,
        agreement=ledger.agreement(sources),
        visitor=cast.parties((article, item.id, item.visitor, item.evidence) for article, item in told)[0],
        status=latest(history),
        history=history,
        destination=ledger.claims(
            (item.destination.name, Saying(article, item.id, naming(item.evidence, item.destination.name)))
            for article, item in told
        ),
        country=ledger.claims((code, Saying(article, item.id, item.evidence)) for code, article, item in countries),
        origin=ledger.claims((name, Saying(article, item.id, naming(item.evidence, name))) for name, article, item in origins),
        start=ledger.claims(days(told, "start"), vagueness),
        end=ledger.claims(days(told, "end"), vagueness),
        purpose=ledger.claims(_words(told, "purpose")),
        delegation=ledger.claims(_words(told, "delegation")),
        duration=ledger.claims(
            (item.duration, Saying(article, item.id, telling_length(item.evidence))) for article, item in told if item.duration
        ),
    )


def _words(told: Sequence[tuple[DossierArticle, Visit]], field: str) -> Iterator[tuple[str, Saying]]:
    for article, item in told:
        value = getattr(item, field)
        if isinstance(value, str):
            yield value, Saying(article, item.id, naming(item.evidence, value))


def _beginnings(visit: ResolvedVisit) -> tuple[Claim[str], ...]:
    """The claims of its start without those of a later day of the stay: on the 7th in the city may mean since the 6th."""
    told = period(visit.start[0].value if visit.start else None, visit.end[0].value if visit.end else None)
    length = days_of(visit.duration[0].value) if visit.duration else None
    if told is None:
        return visit.start
    last = max(told.last, told.first + (length or 1) - 1)
    later = Period(told.first + 1, last)
    days = ((claim, period(claim.value)) for claim in visit.start)
    return tuple(claim for claim, day in days if day is None or len(claim.value) < _DAY or not day.within(later))


def _conflicts(visit: ResolvedVisit, ledger: Ledger) -> Iterable[Conflict]:
    yield from ledger.status_conflict(visit.id, visit.history)
    yield from conflict(visit.id, "start", _beginnings(visit), dates_differ)
    yield from conflict(visit.id, "end", visit.end, dates_differ)
    yield from conflict(visit.id, "duration", visit.duration, unequal)
    yield from conflict(visit.id, "delegation", visit.delegation, numbers_differ)
