"""Meetings across articles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from visitextract import lexicon
from visitextract.dossier import Claim, Conflict, DossierArticle, ResolvedMeeting
from visitextract.merge.cast import Cast
from visitextract.merge.claims import (
    Ledger,
    Saying,
    addresses_differ,
    conflict,
    dates_differ,
    days,
    latest,
    naming,
    saying,
    telling_length,
    unequal,
    vagueness,
)
from visitextract.merge.names import key
from visitextract.merge.occasions import MEALS, ONE_SIDE, Key, Level, Telling, resolve, telling_of
from visitextract.merge.periods import UNDATED, clock, period
from visitextract.merge.places import addresses, country_of, places_differ
from visitextract.patterns import lazily
from visitextract.records import Meeting, MeetingKind, PartyType

_PARTIES = 8  # the first named; a longer list would only give more pairs
_WORD = lazily(r"\p{L}{2,}")
_PLURAL = lazily(r"(?<=\p{L}{2})들$")


def resolve_meetings(
    articles: Sequence[DossierArticle], cast: Cast, ledger: Ledger
) -> tuple[tuple[ResolvedMeeting, ...], list[Conflict]]:
    """The meetings of all articles by date, and where their sources differ."""
    tellings = [_telling(article, meeting, cast) for article in articles for meeting in article.extraction.meetings]
    groups = [[(telling.article, telling.record) for telling in group] for group in resolve(tellings)]
    made = [_Build(group, cast, ledger).meeting() for group in groups]
    order = sorted(range(len(made)), key=lambda at: (_when(made[at]), at))
    meetings = tuple(made[at].model_copy(update={"id": f"meeting-{number}"}) for number, at in enumerate(order, 1))
    return meetings, [item for meeting in meetings for item in _conflicts(meeting, cast, ledger)]


def _when(meeting: ResolvedMeeting) -> str:
    return meeting.start[0].value if meeting.start else UNDATED


def _telling(article: DossierArticle, meeting: Meeting, cast: Cast) -> Telling[Meeting]:
    start, end = (meeting.when.start, meeting.when.end) if meeting.when else (None, None)
    told = period(start, end)
    level = Level.UNDATED if told is None or start is None else _level(len(start), told.last - told.first)
    handles = [(party.type, cast.handle(article, party)) for party in meeting.participants[:_PARTIES]]
    keys, weak = _pairs(handles, cast)
    if meeting.kind in MEALS and level is Level.DAY:  # nobody dines twice: the company may be told in other words
        keys |= {("at table", handle) for kind, handle in handles if kind is PartyType.PERSON}
    one_sided = frozenset((ONE_SIDE, handle) for kind, handle in handles if kind is not PartyType.GROUP)
    if len(handles) > 1:
        weak |= one_sided
    elif meeting.kind is not MeetingKind.TALKS:  # he had talks: with anybody
        keys |= one_sided
    sides = frozenset(side for kind, handle in handles if kind is not PartyType.GROUP and (side := cast.side(handle)))
    return replace(
        telling_of(article, meeting, level, told, keys),
        weak=weak,
        sides=sides,
        kind=meeting.kind,
        clock=clock(start),
        placed=meeting.place is not None and country_of(meeting.place.name) is None,
    )


def _level(precision: int, width: int) -> Level:
    if precision >= 10 and width == 0:
        return Level.DAY
    return Level.MONTH if width <= 31 else Level.YEAR


def _pairs(handles: Sequence[tuple[PartyType, str]], cast: Cast) -> tuple[frozenset[Key], frozenset[Key]]:
    """The pairs of parties from two sides (of one, if all are of it); and those in which an organization stands for a person."""
    strong: set[Key] = set()
    weak: set[Key] = set()
    named = [handle for kind, handle in handles if kind is not PartyType.GROUP]
    pairs = list(combinations(dict.fromkeys(named), 2))
    apart = [(a, b) for a, b in pairs if cast.side(a) is None or cast.side(a) != cast.side(b)]
    for a, b in apart or pairs:
        strong.add(tuple(sorted((a, b))))
        for one, other in ((a, b), (b, a)):
            employer = cast.employer(other)
            if employer:
                weak.add(tuple(sorted((one, employer))))
    for group in (handle for kind, handle in handles if kind is PartyType.GROUP):
        strong.update(("group", one, word) for one in named for word in _words(group))
    return frozenset(strong), frozenset(weak - strong)


def _words(group: str) -> set[str]:
    """What tells an unnamed group from others: its words, but for those that any group has."""
    words = {_PLURAL.sub("", word) for word in _WORD.findall(group)}
    telling = words - lexicon.words("group_nouns") - lexicon.words("merge_vague")
    return telling or {key(group)}


class _Build:
    """One meeting out of its tellings."""

    def __init__(self, told: Sequence[tuple[DossierArticle, Meeting]], cast: Cast, ledger: Ledger) -> None:
        self.told = told
        self.cast = cast
        self.ledger = ledger

    def meeting(self) -> ResolvedMeeting:
        """The meeting, still without a number."""
        sources = self.ledger.sources(saying(article, item) for article, item in self.told)
        history = self.ledger.history((item.status, saying(article, item)) for article, item in self.told)
        parties = ((article, item.id, party, item.evidence) for article, item in self.told for party in item.participants)
        kinds = self.ledger.claims(
            ((item.kind, saying(article, item)) for article, item in self.told), lambda kind: kind is MeetingKind.TALKS
        )
        return ResolvedMeeting(
            id="",
            sources=sources,
            agreement=self.ledger.agreement(sources),
            kind=kinds[0].value,
            status=latest(history),
            history=history,
            participants=self.cast.parties(parties),
            kinds=kinds,
            start=self.ledger.claims(days(self.told, "start"), vagueness),
            end=self.ledger.claims(days(self.told, "end"), vagueness),
            duration=self.ledger.claims(self._durations()),
            place=self.ledger.claims(self._place("name")),
            address=self.ledger.claims(self._addresses()),
            country=self.ledger.claims(self._place("country")),
            topics=self.ledger.claims(self._topics()),
            hosts=self.cast.parties(
                (article, item.id, item.host, naming(item.evidence, item.host.name)) for article, item in self.told if item.host
            ),
            format=self.ledger.claims((item.format, saying(article, item)) for article, item in self.told if item.format),
            outcome=self.ledger.claims(self._outcomes()),
        )

    def _durations(self) -> Iterator[tuple[str, Saying]]:
        for article, item in self.told:
            if item.duration:
                yield item.duration, Saying(article, item.id, telling_length(item.evidence))

    def _topics(self) -> Iterator[tuple[str, Saying]]:
        for article, item in self.told:
            for topic in item.topics:
                yield topic, Saying(article, item.id, naming(item.evidence, topic))

    def _outcomes(self) -> Iterator[tuple[str, Saying]]:
        for article, item in self.told:
            if item.outcome:
                yield item.outcome, Saying(article, item.id, naming(item.evidence, item.outcome))

    def _place(self, field: str) -> Iterator[tuple[str, Saying]]:
        for article, item in self.told:
            value = getattr(item.place, field, None)
            if item.place and isinstance(value, str):
                yield value, Saying(article, item.id, naming(item.evidence, item.place.name))

    def _addresses(self) -> Iterator[tuple[str, Saying]]:
        for article, item in self.told:
            if item.place:
                for address, spans in addresses(item.place, item.evidence):
                    yield address, Saying(article, item.id, spans)


def _conflicts(meeting: ResolvedMeeting, cast: Cast, ledger: Ledger) -> Iterable[Conflict]:
    yield from ledger.status_conflict(meeting.id, meeting.history)
    yield from conflict(meeting.id, "start", meeting.start, dates_differ)
    yield from conflict(meeting.id, "end", meeting.end, dates_differ)
    yield from conflict(meeting.id, "duration", meeting.duration, unequal)
    yield from conflict(meeting.id, "place", meeting.place, places_differ)
    yield from conflict(meeting.id, "address", meeting.address, addresses_differ)
    yield from conflict(meeting.id, "country", meeting.country, unequal)
    yield from _hosts_differ(meeting, cast)


def _hosts_differ(meeting: ResolvedMeeting, cast: Cast) -> Iterator[Conflict]:
    """Hosts of two sides; a couple, or a president and the president's office, are one."""
    known = {host.id: cast.side(host.id) for host in meeting.hosts if host.id}
    if len({side for side in known.values() if side}) > 1:
        sides = tuple(
            Claim[str](value=host.name, sources=host.sources, agreement=host.agreement)
            for host in meeting.hosts
            if host.id and known[host.id]
        )
        yield Conflict(record=meeting.id, field="hosts", sides=sides)
