"""The records that visitextract returns: frozen pydantic models, and the only source of the JSON Schema.

Spans count Unicode code points of the text that the caller passed; dates and times are ISO 8601 at the precision that the
article supports (``2013-06``, ``2024-02-28``, ``2024-02-28T12:30:00+09:00``), durations ISO 8601 (``PT1H40M``, ``P3D``).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, Any, Self, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from visitextract.errors import RecordError

SCHEMA_VERSION = "1.0"

_Kind = TypeVar("_Kind")


def _on_the_calendar(value: str) -> str:
    """A date or time that there is: no thirtieth of February, no hour 25."""
    try:
        date.fromisoformat(f"{value[:10]}{'-01-01'[len(value[:10]) - 4 :]}")
        if "T" in value:
            datetime.fromisoformat(value)
    except ValueError as error:
        raise RecordError(f"{value}: there is no such date or time") from error
    return value


IsoDate = Annotated[
    str,
    Field(pattern=r"^\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d)?([+-]\d\d:\d\d|Z)?)?)?)?$"),
    AfterValidator(_on_the_calendar),
]
IsoDuration = Annotated[str, Field(pattern=r"^P(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(\d+H)?(\d+M)?(\d+S)?)?$")]


class MeetingStatus(StrEnum):
    """Whether a meeting or visit is told as fact, plan or hope (factuality)."""

    HELD = "held"
    SCHEDULED = "scheduled"
    PROPOSED = "proposed"
    POSSIBLE = "possible"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"
    DENIED = "denied"


class MeetingFormat(StrEnum):
    """How people met, where the article says it."""

    ONE_TO_ONE = "one_to_one"
    PRIVATE = "private"
    ENLARGED = "enlarged"


class MeetingKind(StrEnum):
    """What sort of meeting it is; ``talks`` is anything not named more narrowly."""

    BREAKFAST = "breakfast"
    LUNCHEON = "luncheon"
    DINNER = "dinner"
    SUMMIT = "summit"
    COURTESY_CALL = "courtesy_call"
    TALKS = "talks"
    CALL = "call"


class PartyType(StrEnum):
    """What a party to a record is; a ``group`` has no id."""

    PERSON = "person"
    ORGANIZATION = "organization"
    GROUP = "group"


class OrganizationKind(StrEnum):
    """The sort of organization, where name or lexicon says so."""

    COMPANY = "company"
    GOVERNMENT = "government"
    PARTY = "party"
    UNIVERSITY = "university"
    MEDIA = "media"
    INTERNATIONAL = "international"
    ASSOCIATION = "association"
    COURT = "court"
    TEAM = "team"
    OTHER = "other"


class StatementKind(StrEnum):
    """``direct``: the words stand between quotation marks; ``indirect``: they are reported."""

    DIRECT = "direct"
    INDIRECT = "indirect"


class Stance(StrEnum):
    """What the reporting verb makes of the words."""

    NEUTRAL = "neutral"
    CLAIM = "claim"
    DENIAL = "denial"
    DEMAND = "demand"
    PRAISE = "praise"
    CRITICISM = "criticism"
    PROMISE = "promise"


class _Record(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Span(_Record):
    """A stretch of the caller's text: ``text[start:end] == span.text``, counted in code points."""

    start: int = Field(ge=0)
    end: int = Field(ge=0)
    text: str

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if self.end - self.start != len(self.text):
            raise RecordError(f"span {self.start}:{self.end} cannot hold {len(self.text)} characters")
        return self


class When(_Record):
    """A date, clock time, range or duration as the article supports it; a bare duration has no ``start``."""

    start: IsoDate | None = None
    end: IsoDate | None = None
    duration: IsoDuration | None = None
    approximate: bool = False
    anchor: str | None = Field(
        default=None, description="what a relative expression was counted from: published, event, explicit, unresolved"
    )
    evidence: Span | None = None

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.start and self.end and before(self.end, self.start):
            raise RecordError(f"the end {self.end} is before the start {self.start}")
        return self


def before(one: str, other: str) -> bool:
    """Whether one ISO 8601 date or time is surely before another, as far as the less precise of them can tell.

    >>> before("2024-02-27", "2024-02-28T09:00"), before("2024-02", "2024-02-28")
    (True, False)
    """
    length = min(len(one), len(other), 10)
    if "T" in one and "T" in other:
        moments = datetime.fromisoformat(one), datetime.fromisoformat(other)
        if all(moment.tzinfo for moment in moments):
            return moments[0] < moments[1]
        length = 16  # one of them says no zone: by the clock
    return one[:length] < other[:length]


class OrganizationRef(_Record):
    """The organization of a role: its id when it is a record of its own, else only its name (a country, say)."""

    id: str | None = None
    name: str


class Role(_Record):
    """A title that a person holds, or held (``former``), with the organization as the article states it."""

    title: str
    abbreviation: str | None = None
    organization: OrganizationRef | None = None
    former: bool = False


class Person(_Record):
    """A named human: the fullest form of the name, other forms, roles and every mention."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()
    mentions: tuple[Span, ...] = ()
    inferred: bool = Field(
        default=False, description="the text names only the office; the holder is known from the publication date"
    )


class Organization(_Record):
    """A named organization with its other spellings and every mention."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    kind: OrganizationKind | None = None
    mentions: tuple[Span, ...] = ()


class Party(_Record):
    """Who takes part: a person, an organization, or an unnamed group (``id`` is then null)."""

    type: PartyType
    id: str | None = None
    name: str

    @model_validator(mode="after")
    def _identified(self) -> Self:
        if (self.id is None) != (self.type is PartyType.GROUP):
            raise RecordError(f"party {self.name!r}: persons and organizations have an id, groups have none")
        return self


class Place(_Record):
    """A place: the narrowest name the article gives, the address or wider place, and the country (ISO 3166-1 alpha-2)."""

    name: str
    address: str | None = None
    country: Annotated[str, Field(pattern=r"^[A-Z]{2}$")] | None = None


class Visit(_Record):
    """A person or delegation who goes, went or will go somewhere."""

    id: str
    visitor: Party
    destination: Place
    origin: Place | None = None
    status: MeetingStatus
    when: When | None = None
    duration: IsoDuration | None = None
    purpose: str | None = None
    delegation: str | None = None
    itinerary: tuple[str, ...] = Field(default=(), description="ids of the visits and meetings inside it, by day")
    evidence: tuple[Span, ...]


class Meeting(_Record):
    """One real-world meeting, however many sentences tell of it."""

    id: str
    kind: MeetingKind
    status: MeetingStatus
    participants: tuple[Party, ...]
    when: When | None = None
    duration: IsoDuration | None = None
    place: Place | None = None
    topics: tuple[str, ...] = ()
    host: Party | None = None
    format: MeetingFormat | None = None
    outcome: str | None = None
    evidence: tuple[Span, ...]

    @model_validator(mode="after")
    def _with_others(self) -> Self:
        known = [(party.type, party.id) for party in self.participants if party.id is not None]
        if len(set(known)) != len(known):
            raise RecordError(f"{self.id}: somebody meets themself")
        return self


class Statement(_Record):
    """What a source said or wrote. A speaker whom the text does not give stays ``None``."""

    id: str
    kind: StatementKind
    text: str
    verb: str | None = None
    stance: Stance | None = None
    speaker: Party | None = None
    addressee: Party | None = None
    when: When | None = None
    occasion: str | None = None
    evidence: Span


class Article(_Record):
    """What the page says about itself. ``published`` keeps the precision of the page (a date, or a date-time with zone)."""

    id: str
    title: str | None = None
    subtitles: tuple[str, ...] = ()
    outlet: str | None = None
    authors: tuple[str, ...] = ()
    published: IsoDate | None = None
    modified: IsoDate | None = None
    url: str | None = None


class Extraction(_Record):
    """Everything that one article yields. Every id resolves within it and every span fits the text.

    >>> from visitextract import extract
    >>> extraction = extract("홍길동 장관은 3일 서울에서 김철수 대표를 만났다.", published="2024-05-04")
    >>> extraction.verify("홍길동 장관은 3일 서울에서 김철수 대표를 만났다.")
    """

    schema_version: str = SCHEMA_VERSION
    article: Article
    persons: tuple[Person, ...] = ()
    organizations: tuple[Organization, ...] = ()
    visits: tuple[Visit, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    statements: tuple[Statement, ...] = ()
    warnings: tuple[str, ...] = Field(default=(), description="what was not read of the article, and why")

    @model_validator(mode="after")
    def _resolved(self) -> Self:
        ids = [
            record.id
            for group in (self.persons, self.organizations, self.visits, self.meetings, self.statements)
            for record in group
        ]
        if len(set(ids)) != len(ids):
            raise RecordError("an id stands for two records")
        stops = {record.id for group in (self.visits, self.meetings) for record in group}
        for visit in self.visits:
            if unknown := set(visit.itinerary) - (stops - {visit.id}):
                raise RecordError(f"{visit.id}: itinerary id {min(unknown)!r} is no other visit and no meeting")
        known = {
            PartyType.PERSON: {p.id for p in self.persons},
            PartyType.ORGANIZATION: {o.id for o in self.organizations},
        }
        for party in self.parties():
            if party.id is not None and party.id not in known[party.type]:
                raise RecordError(f"{party.type} id {party.id!r} does not exist")
        for person in self.persons:
            for role in person.roles:
                employer = role.organization
                if employer is not None and employer.id is not None and employer.id not in known[PartyType.ORGANIZATION]:
                    raise RecordError(f"organization id {employer.id!r} does not exist")
        return self

    def parties(self) -> Iterator[Party]:
        """Every party that a visit, meeting or statement names."""
        for visit in self.visits:
            yield visit.visitor
        for meeting in self.meetings:
            yield from meeting.participants
            if meeting.host is not None:
                yield meeting.host
        for statement in self.statements:
            yield from (party for party in (statement.speaker, statement.addressee) if party is not None)

    def spans(self) -> Iterator[Span]:
        """Every span of every record, in no promised order."""
        yield from inside(self, Span)

    def verify(self, text: str) -> None:
        """Check every span against the text that was extracted from.

        Raises:
            RecordError: a span is not what stands in ``text`` at its offsets.
        """
        for span in self.spans():
            if text[span.start : span.end] != span.text:
                raise RecordError(f"span {span.start}:{span.end} holds {text[span.start : span.end]!r}, not {span.text!r}")


def inside(value: object, kind: type[_Kind]) -> Iterator[_Kind]:
    """Every value of a type that a record holds, itself among them, however deep."""
    if isinstance(value, kind):
        yield value
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from inside(getattr(value, name), kind)
    elif isinstance(value, tuple):
        for item in value:
            yield from inside(item, kind)


def json_schema() -> dict[str, Any]:
    """The published JSON Schema (draft 2020-12) of an ``Extraction``."""
    schema = Extraction.model_json_schema(mode="serialization")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:visitextract:extraction:{SCHEMA_VERSION}",
        **schema,
    }
