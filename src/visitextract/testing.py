"""For tests, of this project and of pipelines built on it: the rule checker, and hypothesis strategies for news and records.

``extractions()`` gives any records that are allowed, so that what takes them (a loader, a table, a view) can be tested against
all of them; ``persons()``, ``meetings()`` and the others give one kind. ``news_text()`` and ``any_text()`` give texts. Needs
``hypothesis`` (``pip install 'visitextract[test]'``)::

    @given(extractions())
    def test_our_loader(extraction):
        assert load(store(extraction)) == extraction
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from datetime import timedelta, timezone
from typing import Any

from hypothesis import strategies as st

from visitextract import records as r
from visitextract.records import Extraction
from visitextract.rules.rule import check, expectation

__all__ = [
    "DISGUISES",
    "PIECES",
    "any_text",
    "articles",
    "assert_exact",
    "check",
    "durations",
    "expectation",
    "extractions",
    "iso_dates",
    "meetings",
    "news_text",
    "organizations",
    "parties",
    "persons",
    "places",
    "spans",
    "statements",
    "visits",
    "whens",
]

PIECES = (
    "홍길동", "김민수 한빛그룹 회장", "박서연 장관", "존 스미스 구글 최고경영자(CEO)", "김 회장", "양측", "두 사람", "그는",
    "은 ", "는 ", "이 ", "가 ", "과 ", "와 ", "을 ", "를 ", "에게 ", "에서 ", "의 ", "도 ",
    "28일 ", "이날 ", "지난달 ", "다음 달 3일 ", "2024년 2월 ", "오후 2시30분께 ", "4∼7일 ", "1시간40분가량 ",
    "서울", "미국", "한빛타워", "회담", "오찬", "정상회담", "면담을 가졌다", "만났다", "방한한다", "방문할 예정이다", "취소됐다",
    "“협력을 넓히겠다”", "\"검토 중", "라며 ", "라고 말했다", "고 밝혔다", "는 입장이다", "에 따르면 ",
    ".", ",", "…", "·", " ", "\n", "\n\n", "▲", "[사진=한빛뉴스]", "(서울=한빛뉴스) 박서연 기자 = ",
    "무단 전재 및 재배포 금지", "\"", "‘", "’", "(", ")",
)  # fmt: skip


def news_text(max_pieces: int = 40) -> st.SearchStrategy[str]:
    """Strings put together from the pieces that news about visits is made of, in any order."""
    return st.lists(st.sampled_from(PIECES), max_size=max_pieces).map("".join)


def any_text() -> st.SearchStrategy[str]:
    """Any string whatever, and news with anything in between."""
    stray = st.text(max_size=8)
    mixed = st.lists(st.one_of(st.sampled_from(PIECES), stray), max_size=30).map("".join)
    return st.one_of(st.text(), mixed, st.text(alphabet=st.characters(exclude_categories=())))


_FULL_WIDTH = {code: code + 0xFEE0 for code in range(0x21, 0x7F)} | {0x20: 0x3000}

DISGUISES: dict[str, Callable[[str], str]] = {
    "NFC": lambda text: unicodedata.normalize("NFC", text),
    "NFD": lambda text: unicodedata.normalize("NFD", text),
    "CRLF": lambda text: text.replace("\n", "\r\n"),
    "full-width letters": lambda text: text.translate(_FULL_WIDTH),
    "no-break spaces": lambda text: text.replace(" ", "\u00a0"),
    "zero-width spaces": "\u200b".join,
    "byte order mark": lambda text: f"\ufeff{text}",
    "padding": lambda text: f"\n\n{text}\n\n",
}
"""Ways of writing the same article with other code points: the records stay, only the spans move."""


def assert_exact(extraction: Extraction, text: str) -> None:
    """Check that every span is what stands in ``text`` and that the document survives its way through JSON.

    Raises:
        RecordError: a span does not fit.
        AssertionError: the document read back is another one.
    """
    extraction.verify(text)
    assert Extraction.model_validate(extraction.model_dump(mode="json")) == extraction


_WORDS = st.text(min_size=1, max_size=12) | st.sampled_from(["홍길동", "김민수", "한빛그룹", "서울", "회장", "협력을 넓히겠다"])
_FEW = 3  # of anything that a record has several of: enough for none, one and many


def _maybe(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | strategy


def _several(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(strategy, max_size=_FEW).map(tuple)


def spans() -> st.SearchStrategy[r.Span]:
    """Spans of any text at any place."""
    return st.builds(
        lambda start, text: r.Span(start=start, end=start + len(text), text=text), st.integers(0, 10**9), st.text(max_size=20)
    )


def iso_dates() -> st.SearchStrategy[str]:
    """Dates and times of every precision, with and without a zone."""
    zones = st.none() | st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
    moments = st.datetimes(timezones=zones).map(lambda moment: moment.replace(microsecond=0))
    days = st.dates().map(str)
    precise = st.tuples(moments, st.sampled_from(["minutes", "seconds"])).map(lambda pair: pair[0].isoformat(timespec=pair[1]))
    return st.one_of(days, days.map(lambda day: day[:7]), days.map(lambda day: day[:4]), precise)


def durations() -> st.SearchStrategy[str]:
    """ISO 8601 durations."""
    counts = st.integers(1, 999)
    return st.builds(str.format, st.sampled_from(["P{}D", "P{}W", "P{}M", "P{}Y", "PT{}H", "PT{}M", "PT{}H30M"]), counts)


def whens() -> st.SearchStrategy[r.When]:
    """Dates, ranges whose end is not before their start, and bare durations."""
    anchors = _maybe(st.sampled_from(["published", "event", "explicit", "unresolved"]))
    ends = st.tuples(_maybe(iso_dates()), _maybe(iso_dates())).map(_in_order)
    return st.builds(
        lambda ends, **rest: r.When(start=ends[0], end=ends[1], **rest),
        ends,
        duration=_maybe(durations()),
        approximate=st.booleans(),
        anchor=anchors,
        evidence=_maybe(spans()),
    )


def _in_order(ends: tuple[str | None, str | None]) -> tuple[str | None, str | None]:
    start, end = ends
    return (end, start) if start and end and r.before(end, start) else ends


def places() -> st.SearchStrategy[r.Place]:
    """Places with and without address and country."""
    countries = st.sampled_from(["KR", "US", "JP", "AE"])
    return st.builds(r.Place, name=_WORDS, address=_maybe(_WORDS), country=_maybe(countries))


def organizations() -> st.SearchStrategy[r.Organization]:
    """Organizations; their ids are distinct only within one extraction."""
    ids = st.integers(1, 10**6).map("organization-{}".format)
    return st.builds(
        r.Organization,
        id=ids,
        name=_WORDS,
        aliases=_several(_WORDS),
        kind=_maybe(st.sampled_from(r.OrganizationKind)),
        mentions=_several(spans()),
    )


def persons(employers: Sequence[r.Organization] = ()) -> st.SearchStrategy[r.Person]:
    """Persons, with roles at ``employers`` and at organizations that are no records."""
    known = [st.sampled_from([r.OrganizationRef(id=one.id, name=one.name) for one in employers])] if employers else []
    refs: st.SearchStrategy[r.OrganizationRef] = st.one_of(*known, st.builds(r.OrganizationRef, name=_WORDS))
    roles = st.builds(
        r.Role, title=_WORDS, abbreviation=_maybe(_WORDS), organization=_maybe(refs), former=st.booleans()
    )
    return st.builds(
        r.Person,
        id=st.integers(1, 10**6).map("person-{}".format),
        name=_WORDS,
        aliases=_several(_WORDS),
        roles=_several(roles),
        mentions=_several(spans()),
        inferred=st.booleans(),
    )


def parties(cast: Sequence[r.Person | r.Organization] = ()) -> st.SearchStrategy[r.Party]:
    """Unnamed groups, and those of ``cast``."""
    groups = st.builds(r.Party, type=st.just(r.PartyType.GROUP), name=_WORDS)
    return groups | st.sampled_from([_party(one) for one in cast]) if cast else groups


def _party(one: r.Person | r.Organization) -> r.Party:
    kind = r.PartyType.PERSON if isinstance(one, r.Person) else r.PartyType.ORGANIZATION
    return r.Party(type=kind, id=one.id, name=one.name)


def visits(cast: Sequence[r.Person | r.Organization] = ()) -> st.SearchStrategy[r.Visit]:
    """Visits of the people of ``cast`` or of groups; without an itinerary."""
    return st.builds(
        r.Visit,
        id=st.integers(1, 10**6).map("visit-{}".format),
        visitor=parties(cast),
        destination=places(),
        origin=_maybe(places()),
        status=st.sampled_from(r.MeetingStatus),
        when=_maybe(whens()),
        duration=_maybe(durations()),
        purpose=_maybe(_WORDS),
        delegation=_maybe(_WORDS),
        evidence=_several(spans()),
    )


def meetings(cast: Sequence[r.Person | r.Organization] = ()) -> st.SearchStrategy[r.Meeting]:
    """Meetings of the people of ``cast`` with each other and with groups, each of them there once."""
    together = st.lists(parties(cast), min_size=2, max_size=4, unique_by=lambda party: (party.type, party.id or party.name))
    return st.builds(
        r.Meeting,
        id=st.integers(1, 10**6).map("meeting-{}".format),
        kind=st.sampled_from(r.MeetingKind),
        status=st.sampled_from(r.MeetingStatus),
        participants=together.map(tuple),
        when=_maybe(whens()),
        duration=_maybe(durations()),
        place=_maybe(places()),
        topics=_several(_WORDS),
        host=_maybe(parties(cast)),
        format=_maybe(st.sampled_from(r.MeetingFormat)),
        outcome=_maybe(_WORDS),
        evidence=_several(spans()),
    )


def statements(cast: Sequence[r.Person | r.Organization] = ()) -> st.SearchStrategy[r.Statement]:
    """Statements of ``cast``, of groups and of nobody named."""
    return st.builds(
        r.Statement,
        id=st.integers(1, 10**6).map("statement-{}".format),
        kind=st.sampled_from(r.StatementKind),
        text=_WORDS,
        verb=_maybe(_WORDS),
        stance=_maybe(st.sampled_from(r.Stance)),
        speaker=_maybe(parties(cast)),
        addressee=_maybe(parties(cast)),
        when=_maybe(whens()),
        occasion=_maybe(_WORDS),
        evidence=spans(),
    )


def articles() -> st.SearchStrategy[r.Article]:
    """What pages say about themselves."""
    return st.builds(
        r.Article,
        id=_WORDS,
        title=_maybe(_WORDS),
        subtitles=_several(_WORDS),
        outlet=_maybe(_WORDS),
        authors=_several(_WORDS),
        published=_maybe(iso_dates()),
        modified=_maybe(iso_dates()),
        url=_maybe(_WORDS),
    )


@st.composite
def extractions(draw: st.DrawFn) -> Extraction:
    """Whole documents, in which every id resolves. The spans are of no text: ``verify`` has nothing to say about them."""

    def drawn(kind: st.SearchStrategy[Any]) -> tuple[Any, ...]:
        return tuple(draw(st.lists(kind, max_size=_FEW, unique_by=lambda record: record.id)))

    employers = drawn(organizations())
    people = drawn(persons(employers))
    cast = [*people, *employers]
    met, went = drawn(meetings(cast)), drawn(visits(cast))
    if went and met:  # what lies in a journey
        stops = draw(st.lists(st.sampled_from([meeting.id for meeting in met]), unique=True, max_size=_FEW))
        went = (went[0].model_copy(update={"itinerary": tuple(stops)}), *went[1:])
    return Extraction(
        article=draw(articles()),
        persons=people,
        organizations=employers,
        visits=went,
        meetings=met,
        statements=drawn(statements(cast)),
        warnings=draw(_several(_WORDS)),
    )
