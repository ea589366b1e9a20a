"""Many articles as one story: what an analyst reads off a dossier."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

from fixture_articles import FIXTURES, FixtureArticle
from gold_extractions import as_extraction
from merge_stories import JAPAN, KOREA, Story
from visitextract import Dossier, Extraction, merge
from visitextract import records as r
from visitextract.dossier import Claim, ResolvedMeeting, ResolvedVisit, dossier_schema

SHARED = os.environ.get("VISITEXTRACT_SHARED")
FIVE = [fixture for fixture in FIXTURES if fixture.id.startswith("zuckerberg-2024-")]
COMPANY = r.OrganizationKind.COMPANY


def names(meeting: ResolvedMeeting) -> set[str]:
    return {party.name for party in meeting.participants}


def values(claims: tuple[Claim[str], ...]) -> list[str]:
    return [claim.value for claim in claims]


def meeting_of(dossier: Dossier, *who: str, kind: str | None = None, day: str = "") -> ResolvedMeeting:
    """The one meeting in which these people are."""
    found = [
        meeting
        for meeting in dossier.meetings
        if names(meeting) >= set(who)
        and kind in (None, meeting.kind)
        and (not day or any(value.startswith(day) for value in values(meeting.start)))
    ]
    assert len(found) == 1, [(meeting.kind, values(meeting.start), names(meeting)) for meeting in found]
    return found[0]


def visits_to(dossier: Dossier, visitor: str, place: str) -> list[ResolvedVisit]:
    return [visit for visit in dossier.visits if visit.visitor.name == visitor and place in values(visit.destination)]


def sides(dossier: Dossier, record: str, field: str) -> dict[str, set[str]]:
    """value -> the articles that say so, of one conflict."""
    return {
        side.value: {source.article for source in side.sources}
        for conflict in dossier.conflicts
        if (conflict.record, conflict.field) == (record, field)
        for side in conflict.sides
    }


# ---- the five articles on one visit ----


@pytest.fixture(scope="module")
def five() -> Dossier:
    """The five fixtures as careful readers recorded them."""
    return merge(as_extraction(fixture) for fixture in FIVE)


def article(name: str) -> str:
    return f"zuckerberg-2024-{name}"


def test_five_articles_tell_of_one_visit_with_its_itinerary_in_order(five: Dossier) -> None:
    (visit,) = [visit for visit in visits_to(five, "마크 저커버그", "한국") if visit.start[0].value.startswith("2024")]
    assert visit.start[0].value == "2024-02-27"
    assert visit.start[0].agreement == 3
    assert (values(visit.end), values(visit.duration)) == (["2024-02-29"], ["P3D"])
    assert visit.agreement == 5
    assert [(change.status, change.published) for change in visit.history] == [("possible", "2024-02-21"), ("held", "2024-02-28")]
    meetings = {meeting.id: meeting for meeting in five.meetings}
    stops = [meetings[stop.record] for stop in visit.stops if stop.record in meetings]
    assert [(meeting.kind, meeting.start[0].value[:10]) for meeting in stops] == [
        ("luncheon", "2024-02-28"),
        ("talks", "2024-02-28"),
        ("dinner", "2024-02-28"),
        ("courtesy_call", "2024-02-29"),
    ]
    assert ["조주완" in names(stops[0]), "이재용" in names(stops[2]), "윤석열" in names(stops[3])] == [True] * 3


def test_the_dinner_is_one_meeting_with_five_sources_and_its_history(five: Dossier) -> None:
    dinner = meeting_of(five, "마크 저커버그", "이재용", kind="dinner", day="2024-02-28")
    assert {source.article for source in dinner.sources} == {fixture.id for fixture in FIVE}
    assert dinner.agreement == 5
    assert [(change.status, (change.published or "")[:10]) for change in dinner.history] == [
        ("possible", "2024-02-21"),
        ("scheduled", "2024-02-28"),
        ("held", "2024-02-29"),
    ]
    assert dinner.status == "held"
    assert "프리실라 챈" in names(dinner)


def test_what_the_five_disagree_about_stands_side_by_side(five: Dossier) -> None:
    luncheon = meeting_of(five, "마크 저커버그", "조주완")
    assert sides(five, luncheon.id, "start") == {
        "2024-02-28T12:30:00+09:00": {article("webpage")},
        "2024-02-28T12:23:00+09:00": {article("seungjiwon")},
    }
    assert sides(five, luncheon.id, "duration") == {"PT1H40M": {article("webpage")}, "PT1H30M": {article("seungjiwon")}}
    dinner = meeting_of(five, "마크 저커버그", "이재용", kind="dinner", day="2024-02-28")
    address = sides(five, dinner.id, "address")
    assert address["서울 용산구 한남동"] == {article("webpage")}
    assert address["서울 용산구 이태원동"] == {article("seungjiwon")}


def test_the_visit_of_2013_is_one_with_both_of_its_meetings(five: Dossier) -> None:
    (visit,) = [visit for visit in visits_to(five, "마크 저커버그", "한국") if values(visit.start) == ["2013-06"]]
    assert {source.article for source in visit.sources} == {article("duplicated"), article("seungjiwon")}
    assert len(visit.stops) == 2
    assert meeting_of(five, "마크 저커버그", "이재용", day="2013-06").agreement == 2
    assert meeting_of(five, "마크 저커버그", "박근혜").agreement == 2


def test_a_claim_shows_the_words_that_say_so(five: Dossier) -> None:
    texts = {fixture.id: fixture.text for fixture in FIVE}
    claims = [claim for meeting in five.meetings for claim in (*meeting.start, *meeting.place, *meeting.duration)]
    for claim in claims:
        for source in claim.sources:
            assert source.spans
            assert all(texts[source.article][span.start : span.end] == span.text for span in source.spans)
    dinner = meeting_of(five, "마크 저커버그", "이재용", kind="dinner", day="2024-02-28")
    assert {span.text for source in dinner.place[0].sources for span in source.spans} >= {"승지원"}


def test_the_program_s_own_extractions_give_the_same_story() -> None:
    dossier = merge(fixture.extract() for fixture in FIVE)
    (visit,) = [
        visit
        for visit in visits_to(dossier, "마크 저커버그", "한국")
        if any(value.startswith("2024") for value in values(visit.start))
    ]
    assert "2024-02-27" in values(visit.start)
    luncheon = meeting_of(dossier, "마크 저커버그", "조주완", kind="luncheon")
    assert luncheon.agreement >= 4
    assert set(sides(dossier, luncheon.id, "start")) >= {"2024-02-28T12:30:00+09:00", "2024-02-28T12:23:00+09:00"}
    assert meeting_of(dossier, "마크 저커버그", "윤석열", day="2024-02-29").status == "held"
    assert len([stop for stop in visit.stops if stop.record.startswith("meeting")]) >= 3


def seeds() -> list[FixtureArticle]:
    """The five articles of the shared corpus."""
    folder = Path(str(SHARED)) / "corpus/seeds"
    found = []
    for path in sorted(folder.glob("*.txt")):
        gold = json.loads((folder / "gold" / f"{path.stem}.json").read_text(encoding="utf-8"))
        meta = {"published": gold.get("reference_date"), "url": None}
        found.append(FixtureArticle(path.stem, folder, path.read_text(encoding="utf-8"), meta, gold))
    return found


@pytest.mark.skipif(not SHARED, reason="VISITEXTRACT_SHARED does not name a folder with corpora")
@pytest.mark.parametrize(("reader", "least"), [("gold", 5), ("program", 5)])
def test_the_seed_articles_are_one_story(reader: str, least: int) -> None:
    dossier = merge(as_extraction(seed) if reader == "gold" else seed.extract() for seed in seeds())
    (now,) = [v for v in visits_to(dossier, "마크 저커버그", "한국") if any(s.startswith("2024-02") for s in values(v.start))]
    (then,) = [v for v in visits_to(dossier, "마크 저커버그", "한국") if "2013-06" in values(v.start)]
    assert now.agreement >= least
    assert then.agreement >= 2
    dinner = meeting_of(dossier, "마크 저커버그", "이재용", kind="dinner")
    assert dinner.agreement >= least
    history = [change.status.value for change in dinner.history]
    assert history[0] in {"possible", "proposed"}
    assert history[-2:] == ["scheduled", "held"]
    luncheon = meeting_of(dossier, "마크 저커버그", "조주완", "박형세")
    assert set(sides(dossier, luncheon.id, "duration")) == {"PT1H30M", "PT1H40M"}
    assert set(sides(dossier, luncheon.id, "start")) == {"2024-02-28T12:23:00+09:00", "2024-02-28T12:30:00+09:00"}
    assert {address.split()[-1] for address in sides(dossier, dinner.id, "address")} == {"한남동", "이태원동"}
    assert meeting_of(dossier, "마크 저커버그", "윤석열").start[0].value == "2024-02-29"
    days = [(stop.start or "")[:10] for stop in now.stops]
    assert days == sorted(days)
    meetings = {meeting.id: names(meeting) for meeting in dossier.meetings}
    stops = [meetings[stop.record] for stop in now.stops if stop.record in meetings]
    assert [any(name in stop for stop in stops) for name in ("조주완", "이재용", "윤석열")] == [True] * 3


# ---- articles ----


def test_any_process_gives_the_same_bytes() -> None:
    """Sets of strings are walked in another order under every hash seed."""
    code = (
        "from fixture_articles import FIXTURES; from gold_extractions import as_extraction; from visitextract import merge;"
        "print(merge(as_extraction(f) for f in FIXTURES).model_dump_json())"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(Path(__file__).parent), "PYTHONUTF8": "1"},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "2")
    }
    assert len(outputs) == 1


def test_one_article_twice_counts_once() -> None:
    story = Story("a", "2024-02-29").meeting("홍길동", "존 스미스", start="2024-02-28").done()
    assert merge([story, story.model_copy(deep=True)]) == merge([story])
    assert merge([]) == Dossier()


def test_a_dossier_fits_its_schema_and_gives_its_articles_back(five: Dossier) -> None:
    schema = dossier_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(five.model_dump(mode="json"), schema)
    for fixture in FIVE:
        assert five.extraction(fixture.id) == as_extraction(fixture)
    with pytest.raises(KeyError):
        five.extraction("unknown")


def test_a_dossier_that_names_what_it_does_not_hold_is_refused(five: Dossier) -> None:
    with pytest.raises(ValueError, match="does not exist"):
        Dossier(meetings=five.meetings)
    with pytest.raises(ValueError, match="two articles"):
        Dossier(articles=five.articles * 2)


def test_versions_of_one_page_are_kept_and_count_as_one_source() -> None:
    early = Story("a", "2024-02-27").meeting("홍길동", "존 스미스", start="2024-02-28", status="scheduled").done()
    late = Story("a", "2024-02-29").meeting("홍길동", "존 스미스", start="2024-02-28").done()
    dossier = merge([late, early])
    assert len({item.id for item in dossier.articles}) == 2
    assert all(item.id.startswith("a#") for item in dossier.articles)
    assert {item.origin for item in dossier.articles} == {dossier.articles[0].id}
    (meeting,) = dossier.meetings
    assert (len(meeting.sources), meeting.agreement, meeting.status) == (2, 1, "held")
    assert [change.status for change in meeting.history] == ["scheduled", "held"]


def test_an_id_that_looks_like_a_version_s_stays_apart() -> None:
    versions = [Story("a", day).done() for day in ("2024-02-27", "2024-02-29")]
    taken = merge(versions).articles[0].id
    ids = [item.id for item in merge([*versions, Story(taken).done()]).articles]
    assert len(set(ids)) == 3


AGENCY = (
    "홍길동 한빛전자 회장이 서울 한빛타워에서 방한 중인 존 스미스 아크미 최고경영자를 만나 반도체 협력을 논의했다",
    "스미스 최고경영자는 회담을 마친 뒤 취재진의 질문에 답하지 않고 곧바로 다음 일정이 있는 공항으로 향했다",
)


def print_of(name: str, day: str, *sentences: str) -> Extraction:
    story = Story(name, day).meeting("홍길동", "존 스미스", start="2024-02-28", evidence=sentences[0])
    for sentence in sentences[1:]:
        story.visit("존 스미스", KOREA, start="2024-02-28", evidence=sentence)
    return story.done()


def test_ten_reprints_of_an_agency_text_count_as_one_source() -> None:
    reprints = [print_of(f"print-{number}", "2024-02-28", *AGENCY) for number in range(10)]
    own = Story("own", "2024-02-28").meeting("홍길동", "존 스미스", start="2024-02-28").done()
    dossier = merge([*reprints, own])
    (meeting,) = dossier.meetings
    assert len(meeting.sources) == 11
    assert meeting.agreement == 2
    assert meeting.start[0].agreement == 2
    assert len({item.origin for item in dossier.articles}) == 2


def test_a_quotation_that_two_articles_share_makes_no_reprint() -> None:
    words = "한국의 협력사들과 함께 새로운 반도체를 만들어 나가겠다는 뜻을 이 자리에서 분명히 말씀드린다" * 3
    first = Story("a", "2024-02-28").statement("홍길동", words, reporter="밝혔다").done()
    second = Story("b", "2024-02-28").statement("홍길동", words, reporter="했다").done()
    dossier = merge([first, second])
    assert {item.origin for item in dossier.articles} == {"a", "b"}
    (statement,) = dossier.statements
    assert statement.agreement == 2


def test_a_text_of_weeks_before_is_no_reprint() -> None:
    dossier = merge([print_of("a", "2024-01-02", *AGENCY), print_of("b", "2024-02-28", *AGENCY)])
    assert {item.origin for item in dossier.articles} == {"a", "b"}


# ---- people and organizations ----


def persons(*stories: Story) -> list[tuple[str, int]]:
    return sorted((person.name, len(person.sources)) for person in merge(story.done() for story in stories).persons)


def test_transcriptions_and_short_forms_of_a_foreign_name_are_one_person() -> None:
    dossier = merge(
        story.done()
        for story in (
            Story("a").person("존 스미스", "아크미 최고경영자", aliases=("스미스",)),
            Story("b").person("죤 스미쓰", "아크미 CEO"),
            Story("c").person("존스미스", "아크미 CEO"),
            Story("d").person("스미스", "아크미 CEO"),
        )
    )
    (person,) = dossier.persons
    assert person.name == "존 스미스"
    assert set(values(person.names)) == {"존 스미스", "죤 스미쓰", "존스미스", "스미스"}


def test_a_short_form_that_two_could_bear_joins_neither() -> None:
    smiths = (Story("a").person("존 스미스", "아크미 최고경영자"), Story("b").person("메리 스미스", "델타 회장"))
    assert persons(*smiths, Story("c").person("스미스")) == [("메리 스미스", 1), ("스미스", 1), ("존 스미스", 1)]
    assert persons(*smiths, Story("c").person("스미스", "델타 회장")) == [("메리 스미스", 2), ("존 스미스", 1)]


def test_two_of_one_article_are_never_one() -> None:
    both = Story("a").person("존 스미스", "아크미 최고경영자").person("스미스", "아크미 이사")
    assert persons(both, Story("b").person("존 스미스", "아크미 최고경영자")) == [("스미스", 1), ("존 스미스", 2)]


def test_a_short_form_told_beside_the_full_name_is_somebody_else_everywhere() -> None:
    both = Story("a").person("존 스미스").person("스미스")
    assert persons(both, Story("b").person("스미스")) == [("스미스", 2), ("존 스미스", 1)]
    spelled = Story("c").person("존 스미스", "아크미 회장").person("죤 스미쓰", "아크미 회장")
    assert len(persons(spelled, Story("d").person("존 스미쓰", "아크미 회장"))) == 2


def test_people_of_one_name_with_nothing_else_in_common_are_two() -> None:
    chair = Story("a").person("홍길동", "한빛전자 회장")
    minister = Story("b").person("홍길동", "외교부 장관")
    assert persons(chair, minister) == [("홍길동", 1), ("홍길동", 1)]
    met = Story("c").person("홍길동", "한빛전자 회장").person("박서연")
    later = Story("d").person("홍길동", "한빛재단 이사장").person("박서연")
    assert ("홍길동", 2) in persons(met, later)


def test_a_name_without_a_role_joins_the_only_bearer() -> None:
    chair = Story("a").person("홍길동", "한빛전자 회장")
    assert persons(chair, Story("b").person("홍길동")) == [("홍길동", 2)]
    minister = Story("c").person("홍길동", "외교부 장관")
    assert persons(chair, minister, Story("b").person("홍길동")) == [("홍길동", 1)] * 3
    assert persons(chair, minister, Story("b").person("홍길동", "장관")) == [("홍길동", 1), ("홍길동", 2)]


def test_roles_are_claims_and_name_the_dossier_s_organization() -> None:
    stories = [
        Story(name).organization(spelling, COMPANY).person("홍길동", f"{spelling} 회장").done()
        for name, spelling in (("a", "한빛전자"), ("b", "㈜한빛전자"), ("c", "한빛 전자"))
    ]
    dossier = merge(stories)
    (organization,) = dossier.organizations
    assert set(values(organization.names)) == {"한빛전자", "㈜한빛전자", "한빛 전자"}
    (person,) = dossier.persons
    assert {claim.value.organization.id for claim in person.roles if claim.value.organization} == {organization.id}


def test_a_title_is_one_however_it_is_written() -> None:
    meta = r.OrganizationRef(name="아크미")
    roles = (
        r.Role(title="최고경영자", abbreviation="CEO", organization=meta),
        r.Role(title="CEO", abbreviation="CEO", organization=meta),
        r.Role(title="최고경영자", organization=meta),
    )
    person = Story("").person("존 스미스").persons["존 스미스"]
    stories = [
        Story(str(number), persons={"": person.model_copy(update={"roles": (role,)})}) for number, role in enumerate(roles)
    ]
    (found,) = merge(story.done() for story in stories).persons
    assert [(claim.value, claim.agreement) for claim in found.roles] == [(roles[0], 3)]


def test_an_alias_joins_organizations_only_where_it_is_unmistakable() -> None:
    full = Story("a").organization("한빛전자통신", COMPANY, aliases=("한전통",))
    short = Story("b").organization("한전통", COMPANY)
    assert len(merge([full.done(), short.done()]).organizations) == 1
    other = Story("c").organization("한국전통문화원", aliases=("한전통",))
    assert len(merge([full.done(), short.done(), other.done()]).organizations) == 3
    both = Story("d").organization("한빛전자통신", COMPANY).organization("한전통", COMPANY)
    assert len(merge([full.done(), short.done(), both.done()]).organizations) == 2


# ---- meetings ----


def meetings(*stories: Story) -> list[tuple[str, int]]:
    return [(meeting.kind.value, len(meeting.sources)) for meeting in merge(story.done() for story in stories).meetings]


@pytest.mark.parametrize("told", ["2024", "2024-02", "2024-02-28", "2024-02-28T12:30:00+09:00"])
def test_dates_of_different_precision_are_of_one_meeting(told: str) -> None:
    exact = Story("a", "2024-02-29").meeting("홍길동", "존 스미스", start="2024-02-28T12:30:00+09:00")
    vague = Story("b", "2024-02-29").meeting("홍길동", "존 스미스", start=told)
    dossier = merge([exact.done(), vague.done()])
    (meeting,) = dossier.meetings
    assert meeting.start[0].value == "2024-02-28T12:30:00+09:00"
    assert dossier.conflicts == ()


def test_another_day_is_another_meeting() -> None:
    stories = [Story(day, "2024-02-29").meeting("홍길동", "존 스미스", start=day) for day in ("2024-02-27", "2024-02-28")]
    assert meetings(*stories) == [("talks", 1)] * 2
    assert meetings(*stories, Story("c", "2024-02-29").meeting("홍길동", "존 스미스", start="2024-02")) == [("talks", 1)] * 3


def test_a_plan_told_without_a_date_is_the_meeting_that_followed() -> None:
    plan = Story("a", "2024-02-21").meeting("홍길동", "존 스미스", status="possible")
    past = Story("b", "2024-02-29").meeting("홍길동", "존 스미스", start="2023-06-18")
    held = Story("c", "2024-02-29").meeting("홍길동", "존 스미스", kind="dinner", start="2024-02-28")
    dossier = merge(story.done() for story in (plan, past, held))
    assert [(meeting.status.value, len(meeting.sources)) for meeting in dossier.meetings] == [("held", 1), ("held", 2)]
    assert [change.status for change in dossier.meetings[1].history] == ["possible", "held"]


def test_a_luncheon_and_a_dinner_of_one_day_are_two_and_plain_talks_join_neither() -> None:
    meals = (
        Story("a", "2024-02-29")
        .meeting("홍길동", "존 스미스", kind="luncheon", start="2024-02-28")
        .meeting("홍길동", "존 스미스", kind="dinner", start="2024-02-28")
    )
    talks = Story("b", "2024-02-29").meeting("홍길동", "존 스미스", start="2024-02-28")
    assert meetings(meals, talks) == [("luncheon", 1), ("dinner", 1), ("talks", 1)]
    luncheon = Story("c", "2024-02-29").meeting("홍길동", "존 스미스", kind="luncheon", start="2024-02-28")
    assert meetings(luncheon, talks) == [("luncheon", 2)]


def test_talks_of_two_and_talks_of_three_are_two_meetings() -> None:
    cast = {"홍길동": "한국 장관", "존 스미스": "미국 장관", "다나카 이치로": "일본 장관"}

    def told(name: str, *who: str) -> Story:
        story = Story(name, "2024-02-29")
        for person in who:
            story.person(person, cast[person])
        return story.meeting(*who, start="2024-02-28")

    both, three = ("홍길동", "존 스미스"), tuple(cast)
    assert meetings(told("a", *both), told("b", *three), told("c", *three)) == [("talks", 1), ("talks", 2)]


def test_who_else_was_there_makes_no_other_meeting() -> None:
    full = Story("a", "2024-02-29").person("홍길동", "한빛전자 회장").person("김민수", "한빛전자 사장")
    full.meeting("홍길동", "김민수", "존 스미스", start="2024-02-28")
    part = Story("b", "2024-02-29").person("홍길동", "한빛전자 회장").meeting("홍길동", "존 스미스", start="2024-02-28")
    dossier = merge([full.done(), part.done()])
    (meeting,) = dossier.meetings
    assert {party.name: party.agreement for party in meeting.participants} == {"홍길동": 2, "존 스미스": 2, "김민수": 1}


def test_a_company_s_management_is_its_people() -> None:
    people = Story("a", "2024-02-29").organization("한빛전자", COMPANY).person("홍길동", "한빛전자 회장")
    people.meeting("홍길동", "존 스미스", start="2024-02-28")
    company = Story("b", "2024-02-29").organization("한빛전자", COMPANY)
    company.meeting("한빛전자", "존 스미스", start="2024-02-28")
    assert meetings(people, company) == [("talks", 2)]
    other = Story("c", "2024-02-29").organization("한빛전자", COMPANY).person("김민수", "한빛전자 사장")
    other.meeting("김민수", "존 스미스", start="2024-02-28", kind="dinner")
    people.meetings[0] = people.meetings[0].model_copy(update={"kind": r.MeetingKind.LUNCHEON})
    assert meetings(people, company, other) == [("luncheon", 1), ("talks", 1), ("dinner", 1)]


def test_an_unnamed_group_is_known_by_its_telling_words() -> None:
    startups = Story("a", "2024-02-29").meeting("존 스미스", "group:국내 유력 스타트업 관계자", start="2024-02-28")
    same = Story("b", "2024-02-29").meeting("존 스미스", "group:국내 스타트업 대표들", start="2024-02-28")
    others = Story("c", "2024-02-29").meeting("존 스미스", "group:국내 조선업계 대표들", start="2024-02-28")
    assert meetings(startups, same, others) == [("talks", 2), ("talks", 1)]


def test_the_history_follows_publication_and_held_stays_held() -> None:
    told = [
        ("c", "2024-02-28", "scheduled"),
        ("a", "2024-02-21", "possible"),
        ("d", "2024-02-29", "held"),
        ("b", None, "proposed"),
    ]
    stories = [Story(n, p).meeting("홍길동", "존 스미스", start="2024-02-28", status=s).done() for n, p, s in told]
    late = Story("e", "2024-03-01").meeting("홍길동", "존 스미스", start="2024-02-28", status="scheduled").done()
    (meeting,) = merge([*stories, late]).meetings
    assert [change.status for change in meeting.history] == ["proposed", "possible", "scheduled", "held", "scheduled"]
    assert meeting.status == "held"
    called_off = Story("f", "2024-02-29").meeting("홍길동", "존 스미스", start="2024-02-28", status="cancelled").done()
    (meeting,) = merge([*stories[:2], called_off]).meetings
    assert meeting.status == "cancelled"


def test_held_and_cancelled_contradict() -> None:
    stories = [Story(s, "2024-02-29").meeting("홍길동", "존 스미스", start="2024-02-28", status=s) for s in ("held", "cancelled")]
    dossier = merge(story.done() for story in stories)
    (meeting,) = dossier.meetings
    assert sides(dossier, meeting.id, "status") == {"held": {"held"}, "cancelled": {"cancelled"}}


def test_publication_times_of_different_zones_are_compared_as_moments() -> None:
    first = Story("a", "2024-02-28T20:00:00-05:00").meeting("홍길동", "존 스미스", start="2024-02-28", status="held")
    before = Story("b", "2024-02-29T09:00:00+09:00").meeting("홍길동", "존 스미스", start="2024-02-28", status="scheduled")
    (meeting,) = merge([first.done(), before.done()]).meetings
    assert [change.status for change in meeting.history] == ["scheduled", "held"]


def test_conflicts_are_what_cannot_both_be_true() -> None:
    tower = r.Place(name="한빛타워", address="서울 강남구 역삼동", country="KR")
    other = r.Place(name="청솔호텔", address="서울 중구", country="KR")
    city = r.Place(name="서울", country="KR")
    some = r.Place(name="호텔")
    stories = [
        Story(name, "2024-02-29").meeting("홍길동", "존 스미스", start=start, duration=duration, place=place).done()
        for name, start, duration, place in (
            ("a", "2024-02-28T12:30:00+09:00", "PT1H40M", tower),
            ("b", "2024-02-28T12:23:00+09:00", "PT1H30M", other),
            ("c", "2024-02-28", None, city),
            ("d", "2024-02-28", None, some),
        )
    ]
    dossier = merge(stories)
    assert {conflict.field for conflict in dossier.conflicts} == {"start", "duration", "place", "address"}
    record = dossier.meetings[0].id
    assert sides(dossier, record, "place") == {"한빛타워": {"a"}, "청솔호텔": {"b"}}
    assert sides(dossier, record, "start") == {"2024-02-28T12:30:00+09:00": {"a"}, "2024-02-28T12:23:00+09:00": {"b"}}


# ---- visits ----


def test_visits_to_a_country_are_told_apart_by_their_days() -> None:
    stories = [
        Story("a", "2024-02-29").visit("존 스미스", KOREA, start="2024-02-27", end="2024-02-29"),
        Story("b", "2024-02-29").visit("존 스미스", KOREA, start="2024-02-28"),
        Story("c", "2024-02-21").visit("존 스미스", KOREA, start="2024-02", status="scheduled"),
        Story("d", "2024-02-29").visit("존 스미스", KOREA, start="2013-06"),
        Story("e", "2024-02-29").visit("존 스미스", JAPAN, start="2024-02-26"),
    ]
    dossier = merge(story.done() for story in stories)
    assert [len(visit.sources) for visit in visits_to(dossier, "존 스미스", "한국")] == [1, 3]
    assert len(visits_to(dossier, "존 스미스", "일본")) == 1


def test_an_itinerary_holds_what_happened_there_in_order() -> None:
    tower = r.Place(name="한빛타워", country="KR")
    stories = [
        Story("a", "2024-02-29").visit("존 스미스", KOREA, start="2024-02-27", duration="P3D"),
        Story("b", "2024-02-29").meeting("존 스미스", "홍길동", kind="dinner", start="2024-02-28"),
        Story("c", "2024-02-29").meeting("존 스미스", "김민수", start="2024-02-28T09:30:00+09:00"),
        Story("d", "2024-02-29").visit("존 스미스", tower, start="2024-02-28T15:00:00+09:00"),
        Story("e", "2024-02-29").meeting("존 스미스", "다나카 이치로", start="2024-02-27", place=JAPAN),
        Story("f", "2024-02-29").person("다나카 이치로", "일본 총리").meeting("존 스미스", "다나카 이치로", start="2024-02-29"),
        Story("g", "2024-02-29").meeting("홍길동", "김민수", start="2024-02-28"),
        Story("h", "2024-03-02").meeting("존 스미스", "박서연", start="2024-03-01"),
    ]
    dossier = merge(story.done() for story in stories)
    (visit,) = visits_to(dossier, "존 스미스", "한국")
    meetings = {meeting.id: sorted(names(meeting) - {"존 스미스"}) for meeting in dossier.meetings}
    assert [meetings.get(stop.record, stop.place) for stop in visit.stops] == [["김민수"], "한빛타워", ["홍길동"]]


def test_a_day_between_two_countries_is_counted_once() -> None:
    india = r.Place(name="인도", country="IN")
    stories = [
        Story("a", "2024-02-29").visit("존 스미스", KOREA, start="2024-02-27", end="2024-02-29"),
        Story("b", "2024-02-29").visit("존 스미스", KOREA, start="2024-02-27", end="2024-02-29"),
        Story("c", "2024-02-29").visit("존 스미스", india, start="2024-02-29", status="scheduled"),
        Story("d", "2024-02-29").meeting("존 스미스", "홍길동", start="2024-02-29"),
    ]
    dossier = merge(story.done() for story in stories)
    assert len(visits_to(dossier, "존 스미스", "한국")[0].stops) == 1
    assert visits_to(dossier, "존 스미스", "인도")[0].stops == ()


# ---- statements ----


def test_wordings_of_one_statement_are_one_record() -> None:
    stories = [
        Story("a", "2024-02-28").statement("홍길동", "내년에는 함께 만든 새 기기를 시장에 내놓을 수 있을 것"),
        Story("b", "2024-02-28").statement("홍길동", "내년은 돼야 함께 만든 새 기기를 시장에 내놓을 수 있을 것"),
        Story("c", "2024-02-28").statement("김민수", "내년에는 함께 만든 새 기기를 시장에 내놓을 수 있을 것"),
        Story("d", "2024-02-28").statement("홍길동", "함께 만들 새 기기의 생산은 협력사에 맡길 생각이다"),
        Story("e", "2024-06-28").statement("홍길동", "내년에는 함께 만든 새 기기를 시장에 내놓을 수 있을 것"),
    ]
    dossier = merge(story.done() for story in stories)
    assert sorted(len(statement.texts) for statement in dossier.statements) == [1, 1, 1, 2]


def test_what_people_always_say_is_said_each_time() -> None:
    stories = [Story(name, "2024-02-28").statement("group:관계자", "확인 중").done() for name in ("a", "b")]
    assert len(merge(stories).statements) == 2


# ---- what stories of the news taught ----


def test_two_of_one_house_can_meet_too() -> None:
    def told(name: str, kind: str) -> Story:
        story = Story(name, "2024-02-29").organization("한빛전자", COMPANY)
        story.person("홍길동", "한빛전자 대표").person("김민수", "한빛전자 의장")
        return story.meeting("홍길동", "김민수", kind=kind, start="2024-02-28")

    assert meetings(told("a", "breakfast"), told("b", "breakfast"), told("c", "talks")) == [("breakfast", 3)]


def test_nobody_dines_twice_on_one_day_in_whatever_company() -> None:
    people = Story("a", "2024-02-29").meeting("홍길동", "group:현지 교민들", kind="dinner", start="2024-02-28")
    others = Story("b", "2024-02-29").meeting("홍길동", "group:재외 동포", kind="dinner", start="2024-02-28")
    next_day = Story("c", "2024-02-29").meeting("홍길동", "group:재외 동포", kind="dinner", start="2024-02-29")
    assert meetings(people, others, next_day) == [("dinner", 2), ("dinner", 1)]


def test_one_stray_date_does_not_keep_a_plan_from_the_meeting_that_many_tell_of() -> None:
    held = [Story(f"h{n}", "2024-02-29").meeting("홍길동", "존 스미스", kind="summit", start="2024-02-28") for n in range(3)]
    stray = Story("s", "2024-02-29").meeting("홍길동", "존 스미스", kind="summit", start="2024-02-20")
    plan = Story("p", "2024-02-10").meeting("홍길동", "존 스미스", kind="summit", status="scheduled", start="2024-02")
    assert meetings(*held, stray, plan) == [("summit", 1), ("summit", 4)]
    assert meetings(*held[:2], stray, plan) == [("summit", 1), ("summit", 1), ("summit", 2)]  # two are not enough


def test_talks_at_a_place_are_no_call() -> None:
    call = Story("a", "2024-02-29").meeting("홍길동", "존 스미스", kind="call", start="2024-02-28")
    there = Story("b", "2024-02-29").meeting("홍길동", "존 스미스", start="2024-02-28", place=r.Place(name="한빛타워"))
    assert meetings(call, there) == [("call", 1), ("talks", 1)]
    assert meetings(call, Story("c", "2024-02-29").meeting("홍길동", "존 스미스", start="2024-02-28")) == [("call", 2)]


def test_who_sat_beside_them_makes_no_second_audience() -> None:
    cast = {"홍길동": "한국 대통령", "존 스미스": "미국 의장", "마리 뒤부아": "프랑스 대사"}

    def told(name: str, *who: str, kind: str = "courtesy_call") -> Story:
        story = Story(name, "2024-02-29")
        for person in who:
            story.person(person, cast[person])
        return story.meeting(*who, kind=kind, start="2024-02-28")

    assert meetings(told("a", "홍길동", "존 스미스"), told("b", *cast)) == [("courtesy_call", 2)]
    assert meetings(told("a", "홍길동", "존 스미스", kind="summit"), told("b", *cast, kind="summit")) == [("summit", 1)] * 2


def test_nearly_one_name_in_one_office_is_one_person() -> None:
    assert persons(Story("a").person("쑨하이둥", "외교부 부부장"), Story("b").person("쑨하이동", "외교부 부부장")) == [
        ("쑨하이동", 2)
    ]
    assert len(persons(Story("a").person("쑨하이둥", "외교부 부부장"), Story("b").person("쑨하이동", "국방부 부부장"))) == 2
    assert len(persons(Story("a").person("존 스미스", "아크미 회장"), Story("b").person("존 프레슨", "아크미 회장"))) == 2
    spelled = Story("c").person("홍길현", "한빛전자 의장", aliases=("홍길헌",))
    assert len(persons(spelled, Story("d").person("홍길헌", "한빛전자 의장"))) == 1
    assert len(persons(Story("e").person("홍길현", "한빛전자 의장"), Story("d").person("홍길헌", "한빛전자 의장"))) == 2


def test_a_title_without_its_employer_still_tells_who_it_is() -> None:
    party = Story("a").person("홍길동", "한빛당 총비서", "국무위원장")
    assert persons(party, Story("b").person("홍길동", "북한 국무위원장")) == [("홍길동", 2)]
    assert len(persons(party, Story("b").person("홍길동", "한빛전자 사장"))) == 2


def test_one_article_s_two_names_of_one_office_are_one_person() -> None:
    twice = Story("a").person("존 스미스", "아크미 회장").person("스미스", "아크미 회장")
    assert persons(twice, Story("b").person("스미스", "아크미 회장")) == [("존 스미스", 3)]


def test_a_site_is_one_under_its_full_and_its_short_name() -> None:
    names = ("한빛기념관 청사", "한빛기념관", "한빛기념관청사")
    stories = [Story(name, "2024-02-29").visit("존 스미스", r.Place(name=name), start="2024-02-28").done() for name in names]
    assert [len(visit.sources) for visit in merge(stories).visits] == [3]
    other = Story("d", "2024-02-29").visit("존 스미스", r.Place(name="한빛기념관 별관"), start="2024-02-28").done()
    assert sorted(len(visit.sources) for visit in merge([*stories, other]).visits) == [1, 1, 2]  # what fits two joins neither


def test_a_later_day_of_a_stay_does_not_contradict_its_beginning() -> None:
    stay = Story("a", "2024-03-02").visit("존 스미스", KOREA, start="2024-02-27", end="2024-02-29")
    there = Story("b", "2024-03-02").visit("존 스미스", KOREA, start="2024-02-28")
    before = Story("c", "2024-03-02").visit("존 스미스", KOREA, start="2024-02-26")
    assert merge([stay.done(), there.done()]).conflicts == ()
    dossier = merge(story.done() for story in (stay, there, before))
    assert set(sides(dossier, dossier.visits[0].id, "start")) == {"2024-02-26", "2024-02-27"}


# ---- host, form, outcome, purpose, company ----


def test_host_form_and_outcome_are_claims_with_their_sources() -> None:
    first = Story("a", "2024-02-29").person("홍길동", "한국 대통령").person("존 스미스", "미국 대통령")
    first.meeting("홍길동", "존 스미스", start="2024-02-28", host="홍길동", form="private", outcome="교역을 확대")
    second = Story("b", "2024-02-29").person("홍길동", "한국 대통령").person("존 스미스", "미국 대통령")
    second.meeting("홍길동", "존 스미스", start="2024-02-28", host="존 스미스", form="private")
    dossier = merge([first.done(), second.done()])
    (meeting,) = dossier.meetings
    assert [(claim.value, claim.agreement) for claim in meeting.format] == [("private", 2)]
    assert values(meeting.outcome) == ["교역을 확대"]
    assert sides(dossier, meeting.id, "hosts") == {"홍길동": {"a"}, "존 스미스": {"b"}}


def test_hosts_of_one_house_do_not_contradict() -> None:
    stories = [
        Story(who, "2024-02-29").person("홍길동", "한국 대통령").person("김민수", "한국 총리") for who in ("홍길동", "김민수")
    ]
    dossier = merge(story.meeting("홍길동", "김민수", "존 스미스", start="2024-02-28", host=story.id).done() for story in stories)
    (meeting,) = dossier.meetings
    assert {party.name for party in meeting.hosts} == {"홍길동", "김민수"}
    assert dossier.conflicts == ()


def test_purpose_and_company_of_a_visit_are_claims_and_numbers_can_contradict() -> None:
    told = {"a": ("투자 유치", "200여 명의 경제사절단"), "b": ("정상회의 참석", "160명의 경제사절단"), "c": (None, "경제사절단")}
    stories = [
        Story(name, "2024-02-29").visit("존 스미스", KOREA, start="2024-02-28", purpose=purpose, delegation=company)
        for name, (purpose, company) in told.items()
    ]
    dossier = merge(story.done() for story in stories)
    (visit,) = dossier.visits
    assert values(visit.purpose) == ["투자 유치", "정상회의 참석"]
    assert sides(dossier, visit.id, "delegation") == {"200여 명의 경제사절단": {"a"}, "160명의 경제사절단": {"b"}}


def test_stance_and_addressee_of_a_statement_are_kept() -> None:
    story = Story("a", "2024-02-28").statement("홍길동", "그런 일은 결코 없었다고 본다", stance="denial", addressee="존 스미스")
    (statement,) = merge([story.done()]).statements
    assert [claim.value for claim in statement.stance] == ["denial"]
    assert [party.name for party in statement.addressees] == ["존 스미스"]


def test_a_telling_of_one_side_is_the_only_meeting_that_it_can_be() -> None:
    both = Story("a", "2024-02-29").meeting("홍길동", "존 스미스", kind="summit", start="2024-02-28")
    one = Story("b", "2024-02-27").meeting("홍길동", kind="summit", status="scheduled", start="2024-02")
    assert meetings(both, one) == [("summit", 2)]
    another = Story("c", "2024-02-29").meeting("홍길동", "마리 뒤부아", kind="summit", start="2024-02-28")
    assert meetings(both, another, one) == [("summit", 1)] * 3
    third = Story("e", "2024-02-27").meeting("홍길동", "김민수", status="possible")
    assert sorted(meetings(both, one, third)) == [("summit", 2), ("talks", 1)]
    talks = Story("d", "2024-02-29").meeting("홍길동", start="2024-02-28")
    assert sorted(meetings(both, talks)) == [("summit", 1), ("talks", 1)]
