"""One small story with records written by hand, for the tests of every export: plans and facts, and text that means harm."""

from __future__ import annotations

from visitextract import Extraction, Span

HARM = '"><script>document.title="taken"</script>{{ 7 * 7 }}&amp;'
SCRIPT = f"""한빛 총리 방한, 홍길동 장관과 회담

존 스미스 한빛그룹 회장이 28일 서울을 찾는다. 그는 28일 낮 12시30분께 한빛타워에서 홍길동 장관과 오찬을 한다.
다음 달에는 마리 뒤부아 대표와도 만날 예정이다. 29일에는 홍길동 장관을 예방한다.
홍 장관은 "=HYPERLINK(1)"라고 말했다. {HARM}
"""


def span(text: str, words: str) -> dict[str, object]:
    start = text.index(words)
    return Span(start=start, end=start + len(words), text=words).model_dump()


def told(article: str = "story-1", text: str = SCRIPT, **about: object) -> Extraction:
    """The records of the story."""
    smith, hong, marie = (person(number) for number in PEOPLE)
    crowd: dict[str, object] = {"type": "group", "id": None, "name": "@기업인들"}

    def at(words: str) -> dict[str, object]:
        return span(text, words)

    noon = {"start": "2024-02-28T12:30:00+09:00", "approximate": True, "evidence": at("28일 낮 12시30분께")}
    month = {"start": "2024-03", "evidence": at("다음 달")}
    value = {
        "article": {"id": article, "title": "한빛 총리 방한, 홍길동 장관과 회담", "published": "2024-02-27", **about},
        "persons": [
            {
                "id": f"person-{number}",
                "name": name,
                "roles": [{"title": "회장", "organization": {"id": "organization-1", "name": "한빛그룹"}}] if number == 1 else [],
                "mentions": [at(name)],
            }
            for number, name in PEOPLE.items()
        ],
        "organizations": [{"id": "organization-1", "name": "한빛그룹", "kind": "company", "mentions": [at("한빛그룹")]}],
        "visits": [
            {
                "id": "visit-1",
                "visitor": smith,
                "destination": {"name": "서울", "country": "KR"},
                "status": "scheduled",
                "when": {"start": "2024-02-28", "evidence": at("28일")},
                "purpose": "=투자 유치",
                "delegation": "200여 명의 사절단",
                "evidence": [at("존 스미스 한빛그룹 회장이 28일 서울을 찾는다.")],
            }
        ],
        "meetings": [
            meeting(
                1, "luncheon", "scheduled", [smith, hong], noon, at("홍길동 장관과 오찬을 한다."), **GUEST, duration="PT1H30M"
            ),
            meeting(2, "talks", "scheduled", [smith, marie], month, at("마리 뒤부아 대표와도 만날 예정이다.")),
            meeting(3, "courtesy_call", "scheduled", [smith, hong, crowd], day(29), at("29일에는 홍길동 장관을 예방한다.")),
        ],
        "statements": [
            {
                "id": "statement-1",
                "kind": "direct",
                "text": "=HYPERLINK(1)",
                "verb": "말했다",
                "speaker": hong,
                "stance": "claim",
                "addressee": smith,
                "evidence": at('홍 장관은 "=HYPERLINK(1)"라고 말했다.'),
            },
            {"id": "statement-2", "kind": "indirect", "text": HARM, "speaker": None, "evidence": at(HARM)},
        ],
    }
    extraction = Extraction.model_validate(value)
    extraction.verify(text)
    return extraction


PEOPLE = {1: "존 스미스", 2: "홍길동", 3: "마리 뒤부아"}


GUEST: dict[str, object] = {
    "host": {"type": "person", "id": "person-2", "name": "홍길동"},
    "format": "private",
    "outcome": "+합의",
    "topics": ["@반도체"],
}


def person(number: int) -> dict[str, object]:
    return {"type": "person", "id": f"person-{number}", "name": PEOPLE[number]}


def day(number: int) -> dict[str, object]:
    return {"start": f"2024-02-{number}", "evidence": span(SCRIPT, f"{number}일")}


def meeting(
    number: int, kind: str, status: str, parties: list[dict[str, object]], when: object, evidence: object, **more: object
) -> dict[str, object]:
    place = {"name": "한빛타워", "address": "서울", "country": "KR"} if number == 1 else None
    record = {"id": f"meeting-{number}", "kind": kind, "status": status, "participants": parties, "place": place}
    return {**record, "when": when, "evidence": [evidence], **more}
