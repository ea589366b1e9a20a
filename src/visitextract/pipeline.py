"""The order of the stages, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from time import monotonic

from visitextract.article import Article, plain_line, read_article
from visitextract.assemble import Assembler, derived_id
from visitextract.budget import Budget, OutOfTime, in_pieces
from visitextract.coreference import resolve_entities
from visitextract.entities import Cast
from visitextract.itineraries import itinerary
from visitextract.lexicon.user import Lexicon
from visitextract.meetings import MeetingFact, find_meetings
from visitextract.offices import bind_offices
from visitextract.patterns import lazily
from visitextract.places import PlaceFact, find_places
from visitextract.records import Extraction, When
from visitextract.sentences import Sentence, split_sentences
from visitextract.spans import normalize
from visitextract.statements import StatementFact, find_statements
from visitextract.times import SEOUL, Time, check_zone, day_in, resolve_times
from visitextract.visits import VisitFact, find_visits


@dataclass(frozen=True, slots=True)
class Analysis:
    """Everything the stages found in one article, in normalised offsets: what ``extract`` assembles and ``explain`` tells."""

    article: Article
    sentences: tuple[Sentence, ...]
    times: tuple[Time, ...]
    cast: Cast
    places: tuple[PlaceFact, ...]
    meetings: tuple[MeetingFact, ...]
    visits: tuple[VisitFact, ...]
    statements: tuple[StatementFact, ...]
    warnings: tuple[str, ...] = ()


def published_text(published: date | datetime | str | None) -> str | None:
    """A caller's publication date as ISO 8601 text.

    Raises:
        ValueError: a string that is not an ISO 8601 date or date-time.
    """
    if published is None:
        return None
    timespec = "seconds"
    if isinstance(published, str):
        timespec = "minutes" if _TO_THE_MINUTE.search(published) else "seconds"
        published = _parsed(published.strip())
    return published.isoformat(timespec=timespec) if isinstance(published, datetime) else published.isoformat()


_TO_THE_MINUTE = lazily(r"[T ]\d\d:?\d\d(?![:\d])")


def _parsed(text: str) -> date | datetime:
    """ISO 8601 text as a date where it names only a day, else as a date-time."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return datetime.fromisoformat(text)


def analyze(
    text: str,
    *,
    published: date | datetime | str | None = None,
    title: str | None = None,
    outlet: str | None = None,
    timezone: str = SEOUL,
    lexicon: Lexicon | None = None,
    infer_offices: bool = False,
    budget: float | None = None,
) -> Analysis:
    """Run every stage over one article; those that a time budget does not reach find nothing."""
    limit = Budget(budget, monotonic)
    zone = check_zone(timezone)
    article = read_article(limit.readable(normalize(text)), published_text(published), title, outlet)
    reference = day_in(article.published, zone)
    whole = in_pieces(article.text, split_sentences(article))
    sentences = limit.watched(whole)
    times = cast = places = meetings = visits = statements = None
    try:
        times = resolve_times(article.text, sentences, reference, zone)
        cast = resolve_entities(article.text, sentences, lexicon)
        if infer_offices:
            cast = bind_offices(article.text, sentences, cast, reference)
        places = find_places(article.text, sentences, cast)
        meetings = find_meetings(article.text, sentences, times, places, cast, article.reference)
        visits = find_visits(article.text, sentences, times, places, cast, reference)
        statements = find_statements(article.text, sentences, times, cast, reference)
    except OutOfTime:
        limit.ran_out(persons=cast, meetings=meetings, visits=visits, statements=statements)
    found = (times or (), cast or Cast((), (), ()), places or (), meetings or (), visits or (), statements or ())
    return Analysis(article, whole, *found, warnings=limit.warnings)


def extract(
    text: str,
    *,
    published: date | datetime | str | None = None,
    id: str | None = None,
    title: str | None = None,
    outlet: str | None = None,
    url: str | None = None,
    timezone: str = SEOUL,
    lexicon: Lexicon | None = None,
    infer_offices: bool = False,
    budget: float | None = None,
) -> Extraction:
    """The records of one Korean news article, every one backed by spans of ``text``.

    Args:
        text: the article as people have it: copied from a news page, furniture and all.
        published: when it was published (a date, a date-time, or ISO 8601 text); else the page's own date is used. Relative
            dates (28일, 지난달, 이날) stay unresolved when nobody says.
        id: the caller's id; else one is derived from the text.
        title: the headline, where the caller knows it better than the page.
        outlet: the publishing outlet, likewise.
        url: the article's address, likewise.
        lexicon: people, organizations and titles of the caller's own (``load_lexicon``, ``Lexicon.of``).
        infer_offices: whether an office without its holder (대통령은, 유엔 사무총장이) may stand for who held it on the day of
            publication, where the article names nobody of that office. Such a person is marked ``inferred``.
        timezone: whose days and clock times the article means where it does not say so (현지시간 beside a place does).
        budget: how many seconds it may take, for texts of which nobody knows that they are articles. What was found by then
            comes back, and ``warnings`` say what was not read. Without one, the result depends on the arguments alone.

    Returns:
        An ``Extraction``; an empty one where the text holds nothing to record. Any string is accepted.

    Raises:
        ValueError: ``published`` is not ISO 8601, or there is no such time zone, or ``budget`` is no positive number.

    >>> from visitextract import extract
    >>> extract("").meetings
    ()
    """
    found = analyze(
        text,
        published=published,
        title=title,
        outlet=outlet,
        timezone=timezone,
        lexicon=lexicon,
        infer_offices=infer_offices,
        budget=budget,
    )
    build = Assembler(found.article.source)
    return Extraction(
        article=build.article(found.article, id or (derived_id(normalize(text)) if found.warnings else None), url),
        persons=tuple(build.person(entity, found.cast) for entity in found.cast.persons),
        organizations=tuple(build.organization(entity, found.cast) for entity in found.cast.organizations),
        visits=tuple(
            build.visit(number, fact, itinerary(fact, found.visits, found.meetings))
            for number, fact in enumerate(found.visits, 1)
        ),
        meetings=tuple(build.meeting(number, fact) for number, fact in enumerate(found.meetings, 1)),
        statements=tuple(build.statement(number, fact) for number, fact in enumerate(found.statements, 1)),
        warnings=found.warnings,
    )


def find_times(text: str, *, published: date | datetime | str | None = None, timezone: str = SEOUL) -> list[When]:
    """Every date, clock time, period and duration of ``text`` in reading order.

    Args:
        text: any Korean text.
        published: the day that relative expressions count from; without it they come back unresolved, never guessed.
        timezone: whose days and clock times the text means where it does not say so (현지시간 beside a place does).

    Returns:
        ``When`` records: ISO 8601 ``start``/``end`` at the precision of the text; a bare duration has only ``duration``.
        ``anchor`` says what an expression was counted from: ``published``, ``event`` (a day told before), ``explicit`` (nothing)
        or ``unresolved``.

    Raises:
        ValueError: ``published`` is not ISO 8601, or there is no such time zone.

    >>> from visitextract import find_times
    >>> [when.start for when in find_times("회담은 2024년 2월 28일 열렸다.")]
    ['2024-02-28']
    """
    source = normalize(text)
    zone, told = check_zone(timezone), published_text(published)
    article = plain_line(source, told) if told and "\n" not in source.text else read_article(source, told)
    build = Assembler(source)
    sentences = in_pieces(source.text, split_sentences(article))
    times = resolve_times(source.text, sentences, day_in(article.published, zone), zone)
    return [build.time(time) for time in times]
