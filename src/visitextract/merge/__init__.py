"""Many articles to one dossier: order-free, idempotent and associative, because it is a function of the set of articles.

The set is put in one order first (``articles``); after that every step is deterministic, so that neither the order in which
articles come nor the way they were merged before can show in the result. Nothing is compared pair by pair over all
articles: every step looks only within blocks (one name, one pair of parties, one speaker).
"""

from __future__ import annotations

from collections.abc import Iterable

from visitextract.dossier import Dossier
from visitextract.merge.articles import gather
from visitextract.merge.cast import Cast
from visitextract.merge.claims import Ledger
from visitextract.merge.itinerary import with_stops
from visitextract.merge.meetings import resolve_meetings
from visitextract.merge.organizations import resolve_organizations
from visitextract.merge.persons import resolve_persons
from visitextract.merge.statements import resolve_statements
from visitextract.merge.visits import resolve_visits
from visitextract.records import Extraction

__all__ = ["merge"]


def merge(extractions: Iterable[Extraction | Dossier]) -> Dossier:
    """One dossier of many articles; dossiers among them bring the articles that they were made of.

    The same article twice counts once. Two articles of one id and different content are both kept, as versions of one page:
    their ids get a suffix and they count as one source.

    Returns:
        A ``Dossier`` that depends on nothing but the set of articles.

    >>> from visitextract import extract, merge
    >>> story = extract("홍길동 장관은 3일 서울에서 김철수 대표를 만났다.", published="2024-05-04")
    >>> merge([story, story]) == merge([merge([story])])
    True
    """
    articles = gather(extractions)
    ledger = Ledger(articles)
    organizations = resolve_organizations(articles)
    persons = resolve_persons(articles, organizations)
    cast = Cast(persons, organizations, ledger)
    meetings, meeting_conflicts = resolve_meetings(articles, cast, ledger)
    visits, visit_conflicts = resolve_visits(articles, cast, ledger)
    return Dossier(
        articles=articles,
        persons=cast.persons,
        organizations=cast.organizations,
        visits=with_stops(visits, meetings, cast),
        meetings=meetings,
        statements=resolve_statements(articles, cast, ledger),
        conflicts=(*meeting_conflicts, *visit_conflicts),
    )
