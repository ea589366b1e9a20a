"""What ``merge`` returns: the records of many articles as one story, every value with the articles and spans that say so.

A ``Dossier`` carries the extractions it was made from and is a function of their set alone, so that dossiers can be merged
again. Spans count code points of the text of the article that their ``Source`` names.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Generic, Self, TypeVar

from pydantic import BaseModel, ConfigDict, Field, model_validator

from visitextract.errors import RecordError
from visitextract.records import (
    Extraction,
    IsoDate,
    MeetingFormat,
    MeetingKind,
    MeetingStatus,
    OrganizationKind,
    PartyType,
    Role,
    Span,
    Stance,
    StatementKind,
)

DOSSIER_VERSION = "1.0"

Value = TypeVar("Value")


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Source(_Part):
    """One article's record and the spans of that article that say something."""

    article: str = Field(description="id of the article within the dossier")
    record: str = Field(description="id of the record within that article's extraction")
    spans: tuple[Span, ...] = ()


class Claim(_Part, Generic[Value]):
    """A value, who says so, and how many independent sources that makes: reprints of one text count once."""

    value: Value
    sources: tuple[Source, ...]
    agreement: int
    approximate: bool = Field(default=False, description="every source says about, 께, 경, 가량")


class StatusChange(_Part):
    """From when on (by publication) articles told a status, and which; ``published`` is null where no article has a date."""

    status: MeetingStatus
    published: IsoDate | None = None
    sources: tuple[Source, ...]


class Conflict(_Part):
    """Values of one field that cannot all be true, side by side; nothing is chosen and nothing averaged."""

    record: str = Field(description="id of the dossier's record")
    field: str
    sides: tuple[Claim[str], ...]


class DossierArticle(_Part):
    """One article of the dossier.

    ``id`` is the article's own id, with a suffix where two articles of different content share one. ``origin`` is the id of
    the first article that carries the same text: reprints of one agency text and versions of one page have one origin.
    """

    id: str
    origin: str
    extraction: Extraction


class _Told(_Part):
    id: str
    sources: tuple[Source, ...] = Field(description="every article's record of it, with all of its evidence")
    agreement: int = Field(description="how many independent sources tell of it")


class ResolvedParty(_Part):
    """Who takes part, as the dossier knows them, and who says so; a ``group`` has no id."""

    type: PartyType
    id: str | None = None
    name: str
    sources: tuple[Source, ...] = ()
    agreement: int = 0


class ResolvedPerson(_Told):
    """One human across articles: the fullest and most told form of the name, every form, every role."""

    name: str
    names: tuple[Claim[str], ...]
    roles: tuple[Claim[Role], ...] = ()
    inferred: bool = Field(default=False, description="no article names more than the office")


class ResolvedOrganization(_Told):
    """One organization across articles, with every spelling."""

    name: str
    names: tuple[Claim[str], ...]
    kind: tuple[Claim[OrganizationKind], ...] = ()


class ResolvedMeeting(_Told):
    """One meeting across articles. Of every field the best supported value comes first."""

    kind: MeetingKind
    status: MeetingStatus
    history: tuple[StatusChange, ...]
    participants: tuple[ResolvedParty, ...]
    kinds: tuple[Claim[MeetingKind], ...]
    start: tuple[Claim[str], ...] = ()
    end: tuple[Claim[str], ...] = ()
    duration: tuple[Claim[str], ...] = ()
    place: tuple[Claim[str], ...] = ()
    address: tuple[Claim[str], ...] = ()
    country: tuple[Claim[str], ...] = ()
    topics: tuple[Claim[str], ...] = ()
    hosts: tuple[ResolvedParty, ...] = ()
    format: tuple[Claim[MeetingFormat], ...] = ()
    outcome: tuple[Claim[str], ...] = ()


class Stop(_Part):
    """A station of a visit: the meeting or visit of the dossier that it is, and its best known time and place."""

    record: str
    start: IsoDate | None = None
    place: str | None = None


class ResolvedVisit(_Told):
    """One visit across articles, with its itinerary: the ordered meetings and visits to places within it."""

    visitor: ResolvedParty
    status: MeetingStatus
    history: tuple[StatusChange, ...]
    destination: tuple[Claim[str], ...]
    country: tuple[Claim[str], ...] = ()
    origin: tuple[Claim[str], ...] = ()
    start: tuple[Claim[str], ...] = ()
    end: tuple[Claim[str], ...] = ()
    duration: tuple[Claim[str], ...] = ()
    purpose: tuple[Claim[str], ...] = ()
    delegation: tuple[Claim[str], ...] = ()
    stops: tuple[Stop, ...] = ()


class ResolvedStatement(_Told):
    """What one source said, in every wording that articles give it."""

    kind: StatementKind
    speaker: ResolvedParty | None = None
    texts: tuple[Claim[str], ...]
    verbs: tuple[Claim[str], ...] = ()
    stance: tuple[Claim[Stance], ...] = ()
    addressees: tuple[ResolvedParty, ...] = ()
    when: tuple[Claim[str], ...] = ()
    occasions: tuple[Claim[str], ...] = ()


class Dossier(_Part):
    """Many articles as one story: who, which organizations, visits, meetings and statements, and where sources differ.

    >>> from visitextract import extract, merge
    >>> told = ("홍길동 장관은 3일 서울에서 김철수 대표를 만났다.", "홍길동 장관이 3일 김철수 대표를 만났다.")
    >>> merge(extract(text, published="2024-05-04") for text in told).meetings[0].agreement
    2
    """

    dossier_version: str = DOSSIER_VERSION
    articles: tuple[DossierArticle, ...] = ()
    persons: tuple[ResolvedPerson, ...] = ()
    organizations: tuple[ResolvedOrganization, ...] = ()
    visits: tuple[ResolvedVisit, ...] = ()
    meetings: tuple[ResolvedMeeting, ...] = ()
    statements: tuple[ResolvedStatement, ...] = ()
    conflicts: tuple[Conflict, ...] = ()

    @model_validator(mode="after")
    def _resolves(self) -> Self:
        records = {item.id for group in (self.persons, self.organizations, self.visits, self.meetings) for item in group}
        records.update(item.id for item in self.statements)
        named = [party.id for party in self.parties() if party.id] + [stop.record for v in self.visits for stop in v.stops]
        named += [conflict.record for conflict in self.conflicts]
        articles = {article.id for article in self.articles}
        if len(articles) != len(self.articles):
            raise RecordError("an id stands for two articles")
        for name in named:
            if name not in records:
                raise RecordError(f"record {name!r} does not exist")
        for article in self.articles:
            if article.origin not in articles:
                raise RecordError(f"article {article.origin!r} does not exist")
        return self

    def parties(self) -> Iterator[ResolvedParty]:
        """Every party that a visit, meeting or statement names."""
        for visit in self.visits:
            yield visit.visitor
        for meeting in self.meetings:
            yield from meeting.participants
            yield from meeting.hosts
        for statement in self.statements:
            if statement.speaker is not None:
                yield statement.speaker
            yield from statement.addressees

    def extraction(self, article: str) -> Extraction:
        """The records of one of its articles.

        Raises:
            KeyError: the dossier has no such article.
        """
        for item in self.articles:
            if item.id == article:
                return item.extraction
        raise KeyError(article)


def dossier_schema() -> dict[str, Any]:
    """The published JSON Schema (draft 2020-12) of a ``Dossier``."""
    schema = Dossier.model_json_schema(mode="serialization")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:visitextract:dossier:{DOSSIER_VERSION}",
        **schema,
    }
