"""What merging promises for any articles: a function of their set, nothing lost, nothing told twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from merge_stories import JAPAN, KOREA, Story
from visitextract import Dossier, Extraction, Span, extract, merge
from visitextract import records as r
from visitextract.dossier import Claim, ResolvedParty, Source
from visitextract.merge.names import key
from visitextract.testing import any_text, news_text

PEOPLE = ("홍길동", "김민수", "박서연", "존 스미스", "죤 스미쓰", "스미스", "메리 스미스", "김 회장", "金")
ROLES = ((), ("한빛전자 회장",), ("한빛 사장",), ("former:한빛전자 부회장",), ("대통령",), ("일본 총리", "회장"))
ORGANIZATIONS = ("한빛", "한빛전자", "㈜한빛", "한빛 전자", "외교부", "청솔")
GROUPS = ("group:국내 스타트업 대표들", "group:관계자", "group:스타트업 관계자")
CLOCKS = ("2024-02-28T12:30:00+09:00", "2024-02-28T19:00:00+09:00")
DATES = ("2024", "2024-02", "2024-02-27", "2024-02-28", *CLOCKS, "0001", "9999-12-31")
PUBLISHED = (None, "2024-02", "2024-02-21", "2024-02-28", "2024-02-29T09:00:00+09:00", "2024-02-29T01:00:00Z", "9999-12-31")
DURATIONS = (None, "PT1H30M", "PT1H40M", "P3D", "P2Y")
TOWER = r.Place(name="한빛타워", address="서울 강남구 역삼동", country="KR")
PLACES = (None, KOREA, JAPAN, TOWER, r.Place(name="서울", country="KR"))
OUTCOMES = (None, "교역을 확대", "새 기구를 설치")
PURPOSES = (None, "투자 유치", "정상회의 참석")
DELEGATIONS = (None, "경제사절단", "200여 명의 경제사절단", "160명의 경제사절단")
WORDS = ("협력을 넓혀 나가겠다는 뜻을 밝힌다", "협력을 더 넓혀 나가겠다는 뜻을 밝힌다", "확인 중", "")


@st.composite
def stories(draw: st.DrawFn) -> Extraction:
    """An article of few people and dates, so that many tell of the same."""
    story = Story(
        draw(st.sampled_from(("a", "b", "c", "d"))),
        draw(st.sampled_from(PUBLISHED)),
        draw(st.sampled_from((None, "회동"))),
        draw(st.sampled_from((None, None, "https://news.example/1"))),
    )
    for name in draw(st.lists(st.sampled_from(ORGANIZATIONS), max_size=3, unique=True)):
        aliases = tuple(draw(st.lists(st.sampled_from(("한빛", "HB", "외교부")), max_size=1)))
        story.organization(name, draw(st.sampled_from((None, r.OrganizationKind.COMPANY))), aliases)
    for name in draw(st.lists(st.sampled_from(PEOPLE), max_size=4, unique=True)):
        aliases = tuple(draw(st.lists(st.sampled_from(("스미스", "홍 회장", "김 회장")), max_size=1)))
        story.person(name, *draw(st.sampled_from(ROLES)), aliases=aliases)
    party = st.sampled_from((*PEOPLE, *GROUPS, *story.organizations))
    status = st.sampled_from([item.value for item in r.MeetingStatus])
    when = st.one_of(st.none(), st.sampled_from(DATES))
    for parties in draw(st.lists(st.lists(party, max_size=4, unique=True), max_size=3)):
        story.meeting(
            *parties,
            kind=draw(st.sampled_from([item.value for item in r.MeetingKind])),
            status=draw(status),
            start=draw(when),
            end=draw(when),
            duration=draw(st.sampled_from(DURATIONS)),
            place=draw(st.sampled_from(PLACES)),
            host=draw(st.one_of(st.none(), party)),
            form=draw(st.sampled_from((None, *(item.value for item in r.MeetingFormat)))),
            outcome=draw(st.sampled_from(OUTCOMES)),
            topics=tuple(draw(st.lists(st.sampled_from(("반도체", "교역")), max_size=2, unique=True))),
        )
    for visitor in draw(st.lists(party, max_size=2)):
        destination = draw(st.sampled_from([place for place in PLACES if place]))
        story.visit(
            visitor,
            destination,
            draw(status),
            draw(when),
            draw(when),
            duration=draw(st.sampled_from(DURATIONS)),
            purpose=draw(st.sampled_from(PURPOSES)),
            delegation=draw(st.sampled_from(DELEGATIONS)),
        )
    for speaker in draw(st.lists(st.one_of(st.none(), party), max_size=2)):
        story.statement(
            speaker,
            draw(st.sampled_from(WORDS)),
            draw(st.sampled_from(("direct", "indirect"))),
            stance=draw(st.sampled_from((None, *(item.value for item in r.Stance)))),
            addressee=draw(st.one_of(st.none(), party)),
        )
    return story.done()


def articles() -> st.SearchStrategy[list[Extraction]]:
    return st.lists(stories(), max_size=8)


def read(text: str) -> Extraction:
    return extract(text, published="2024-02-29")


thorough = settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@thorough
@given(articles(), st.randoms(use_true_random=False))
def test_the_order_of_the_articles_does_not_matter(found: list[Extraction], random: object) -> None:
    dossier = merge(found)
    shuffled = list(found)
    getattr(random, "shuffle")(shuffled)  # noqa: B009
    assert merge(shuffled) == dossier
    assert merge(reversed(found)).model_dump_json() == dossier.model_dump_json()


@thorough
@given(articles(), articles(), articles())
def test_how_articles_were_merged_before_does_not_matter(a: list[Extraction], b: list[Extraction], c: list[Extraction]) -> None:
    whole = merge([*a, *b, *c])
    assert merge([merge([merge(a), merge(b)]), merge(c)]) == whole
    assert merge([merge(a), merge([merge(b), merge(c)])]) == whole
    assert merge([merge(c), *a, merge(b)]) == whole


@thorough
@given(articles())
def test_merging_again_changes_nothing(found: list[Extraction]) -> None:
    dossier = merge(found)
    assert merge([dossier]) == dossier
    assert merge([dossier, dossier, *found]) == dossier
    assert Dossier.model_validate_json(dossier.model_dump_json()) == dossier


Record = r.Person | r.Organization | r.Meeting | r.Visit | r.Statement


def records(found: Extraction) -> list[Record]:
    return [*found.persons, *found.organizations, *found.visits, *found.meetings, *found.statements]


def sources(dossier: Dossier) -> Iterator[Source]:
    """Every source of every record."""
    for person in dossier.persons:
        yield from person.sources
    for organization in dossier.organizations:
        yield from organization.sources
    for visit in dossier.visits:
        yield from visit.sources
    for meeting in dossier.meetings:
        yield from meeting.sources
    for statement in dossier.statements:
        yield from statement.sources


def evidence(record: Record) -> Iterator[Span]:
    """Every span of a record."""
    if isinstance(record, (r.Person, r.Organization)):
        yield from record.mentions
        return
    yield from (record.evidence,) if isinstance(record, r.Statement) else record.evidence
    if record.when and record.when.evidence:
        yield record.when.evidence


def assert_complete(dossier: Dossier) -> None:
    """Every record of every article stands in exactly one of the dossier's, with all of its spans."""
    told = Counter((source.article, source.record) for source in sources(dossier))
    spans = {(source.article, source.record): source.spans for source in sources(dossier)}
    count = 0
    for article in dossier.articles:
        for record in records(article.extraction):
            count += 1
            assert told[article.id, record.id] == 1
            assert set(evidence(record)) <= set(spans[article.id, record.id])
    assert told.total() == count


@thorough
@given(articles())
def test_no_record_and_no_evidence_is_lost(found: list[Extraction]) -> None:
    assert_complete(merge(found))


def told_values(dossier: Dossier) -> Counter[tuple[str, str, str, str]]:
    """(article, record, field, value) of every value that a meeting, visit or statement of the dossier has a source for."""
    found: Counter[tuple[str, str, str, str]] = Counter()
    for record in (*dossier.meetings, *dossier.visits, *dossier.statements):
        for field in type(record).model_fields:
            values = getattr(record, field)
            for claim in values if isinstance(values, tuple) else ():
                if isinstance(claim, (Claim, ResolvedParty)):
                    value = str(claim.value) if isinstance(claim, Claim) else claim.id or claim.name
                    found.update((source.article, source.record, field, value) for source in claim.sources)
    return found


FIELDS = {
    "format": "format", "outcome": "outcome", "topics": "topics", "duration": "duration", "purpose": "purpose",
    "delegation": "delegation", "stance": "stance", "verb": "verbs", "text": "texts", "occasion": "occasions",
}  # fmt: skip


@thorough
@given(articles())
def test_no_value_of_any_field_is_lost(found: list[Extraction]) -> None:
    dossier = merge(found)
    told = told_values(dossier)
    fields = Counter((article, record, field) for article, record, field, _ in told)
    handles = {
        (source.article, source.record): who.id for who in (*dossier.persons, *dossier.organizations) for source in who.sources
    }
    for article in dossier.articles:
        found_in = article.extraction
        happened: list[r.Meeting | r.Visit | r.Statement] = [*found_in.meetings, *found_in.visits, *found_in.statements]
        for record in happened:
            for field, name in FIELDS.items():
                values = getattr(record, field, None)
                for value in values if isinstance(values, tuple) else (values,):
                    assert value is None or told[article.id, record.id, name, str(value)] == 1
            for field, name in (("host", "hosts"), ("addressee", "addressees")):
                assert not getattr(record, field, None) or fields[article.id, record.id, name] == 1
            if isinstance(record, r.Meeting):
                parties = {handles.get((article.id, party.id or ""), party.name) for party in record.participants}
                assert all(told[article.id, record.id, "participants", name] == 1 for name in parties)
            if not isinstance(record, r.Statement) and record.when:
                times = {"start": record.when.start, "end": record.when.end}
                assert all(told[article.id, record.id, name, value] == 1 for name, value in times.items() if value)


@thorough
@given(articles())
def test_two_names_of_one_article_are_two_people(found: list[Extraction]) -> None:
    dossier = merge(found)
    for person in dossier.persons:
        names: dict[str, set[str]] = {}
        for source in person.sources:
            record = next(one for one in dossier.extraction(source.article).persons if one.id == source.record)
            names.setdefault(source.article, set()).add(record.name)
        for told in names.values():
            fullest = max(told, key=lambda name: (len(name), name))
            assert all(key(name) == key(fullest) or name in fullest.split() for name in told)


@thorough
@given(articles())
def test_every_value_has_its_sources_and_no_more_agreement_than_articles(found: list[Extraction]) -> None:
    dossier = merge(found)
    origins = {article.id: article.origin for article in dossier.articles}
    for meeting in dossier.meetings:
        claims = (*meeting.start, *meeting.end, *meeting.duration, *meeting.place, *meeting.address)
        own = {source.article for source in meeting.sources}
        for claim in claims:
            told = {source.article for source in claim.sources}
            assert told
            assert told <= own
            assert claim.agreement == len({origins[name] for name in told})
        assert {source.article for change in meeting.history for source in change.sources} == own
        assert meeting.agreement <= len(own)
    for conflict in dossier.conflicts:
        assert len({side.value for side in conflict.sides}) >= 2


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.one_of(news_text(), any_text()).map(read), max_size=4), st.integers(min_value=0, max_value=4))
def test_extractions_of_any_texts_can_be_merged(found: list[Extraction], cut: int) -> None:
    dossier = merge(found)
    assert merge([merge(found[cut:]), merge(found[:cut])]) == dossier
    assert_complete(dossier)
