"""Factuality: what the predicate that governs an event says of it. The event's word stands in angle brackets."""

from __future__ import annotations

import pytest
import regex

from visitextract.article import Zone
from visitextract.factuality import status_of
from visitextract.sentences import Quote, Sentence


def read(marked: str) -> tuple[str, str, str]:
    """Status, note and cue words of the event marked in a sentence."""
    start, end = marked.index("<"), marked.index(">") - 1
    text = marked.replace("<", "").replace(">", "")
    quotes = tuple(Quote(m.start() + 1, m.end() - 1, m.start(), m.end(), True) for m in regex.finditer(r'"[^"]*"', text))
    status, cue = status_of(text, Sentence(0, 0, len(text), Zone.BODY, 0, quotes), start, end)
    return status, cue.note, text[cue.start : cue.end]


HELD = (
    "그는 지난 1월 <정상회담> 이후 두 달 만에 김 위원장을 다시 만난다.",
    "홍길동 대표는 3일 김민수 위원장을 <만나> 현안을 논의했다.",
    "홍길동 대표가 김민수 위원장을 <만났>다.",
    "홍 대표는 김 위원장을 <만난> 것으로 알려졌다.",
    "부산에서 열린 양국 <정상회담> 당시 약속에 대한 답방이다.",
    "두 사람은 3시간가량 진행된 <회동> 후 이렇게 말했다.",
    "김 위원장과 두 달 만에 <만나> 회담을 가졌습니다.",
    "두 장관과 각각 <회담>하고 필요성을 강조했다.",
    "그는 김 위원장과 <통화>했는데 진행 중이라고 했다.",
    "<회담>에서 협력을 제안했다.",
    "그는 김 위원장을 <만난> 데 이어 내일 박 장관과 회담한다.",
    "둘이 <만나> 모의했다는 혐의를 받는다.",
    "양국을 <방문>한 홍 대표는 곧 돌아간다.",
)
SCHEDULED = (
    "이번 <정상회담>에서 협력 방안이 논의될 것이라고 말했다.",
    "양국은 <정상회담> 일정을 공개했다.",
    "총리를 <만나>는 홍 대표는 말을 아꼈다.",
    "홍 대표는 6일 김 위원장을 <만난>다.",
    "홍 대표는 김 위원장을 <만나>는 것으로 알려졌다.",
    "홍 대표는 김 위원장을 <만날> 것으로 알려졌다.",
    "김 위원장과 <회동>할 예정이다.",
    "김 위원장과의 <만남>을 마지막으로 한국을 떠날 예정이다.",
    "김 위원장과 공식 환영식, <정상회담>, 서명식, 국빈 만찬 일정을 소화한다.",
    "김 위원장과의 <만찬>이 예정돼 있습니다.",
    "김 위원장을 <접견>해 오찬을 함께한다.",
    "오는 9일 <회담>을 열기로 합의했다.",
    "다음 주 중국을 <방문>하기로 했다.",
    "그는 김 위원장을 <만난> 뒤 떠날 예정이다.",
)
PROPOSED = (
    "위원장과 <면담>을 했으면 좋겠다고 했다.",
    "내달 <정상회담>을 하는 방안을 논의하고 있다.",
    "홍 대표는 김 위원장을 <예방>하는 일정을 조율 중인 것으로 알려졌다.",
    "김 위원장 <접견> 요청을 해와 일정 조율 중",
    "김민수 회장 <만남>도 추진하는 것으로 알려졌다.",
    "두 사람이 <회동>하는 방안이 검토되고 있다.",
    "홍 대표가 직접 <만나>자고 제안했다.",
    "<면담>을 요청받은 바 있다.",
)
POSSIBLE = (
    "홍 대표는 김 위원장을 <만날> 것으로 보인다.",
    "김 위원장을 <만나> 협업을 논의할 가능성도 제기된다.",
    "김 위원장과의 <만남>이 성사된다면 의미가 클 것이다.",
    "김 위원장과 <만찬>을 가질 가능성이 크다.",
    "김 위원장은 홍 대표와 <면담>해 의지를 밝힐 것으로 관측된다.",
)
CANCELLED = (
    "<회동>이 무산됐다.",
    "두 사람은 <만나>기로 했으나 일정 문제로 취소됐다.",
    "<면담> 요청을 거절했다.",
    "총리와의 <만남>은 한쪽이 피해 불발됐다.",
)


@pytest.mark.parametrize("marked", HELD)
def test_held(marked: str) -> None:
    assert read(marked)[0] == "held"


@pytest.mark.parametrize("marked", SCHEDULED)
def test_scheduled(marked: str) -> None:
    assert read(marked)[0] == "scheduled"


@pytest.mark.parametrize("marked", PROPOSED)
def test_proposed(marked: str) -> None:
    assert read(marked)[0] == "proposed"


@pytest.mark.parametrize("marked", POSSIBLE)
def test_possible(marked: str) -> None:
    assert read(marked)[0] == "possible"


@pytest.mark.parametrize("marked", CANCELLED)
def test_cancelled(marked: str) -> None:
    assert read(marked)[:2] == ("cancelled", "")


def test_a_plain_denial_is_marked() -> None:
    assert read("두 사람은 <만나>지 않았다.")[:2] == ("cancelled", "denied")
    assert read("두 사람은 <만난> 적이 없다.")[:2] == ("cancelled", "denied")


def test_what_happens_in_a_quotation_is_decided_there() -> None:
    assert read('"<만나>서 이야기했다"라고 밝힐 예정이다.')[0] == "held"
    assert read('홍 대표는 "내주 <만날> 예정"이라고 말했다.')[0] == "scheduled"


def test_a_quotation_behind_the_event_does_not_decide() -> None:
    assert read('김 위원장을 <만나> "다시 만날 예정"이라고 밝혔다.')[0] == "held"


def test_a_headline_noun_is_bare() -> None:
    assert read("홍길동, 김민수와 <회담>…협력 합의")[1] == "bare"


def test_what_is_ahead_is_marked_as_perhaps_over() -> None:
    assert read("<회담>을 앞두고 있다.")[:2] == ("scheduled", "ahead")
    assert read("김 위원장을 <만나>기 위해 도착했다.")[:2] == ("scheduled", "ahead")


def test_the_cue_stands_where_the_words_are() -> None:
    assert read("김 위원장과 <회동>할 예정이다.")[2] == "할 예정"
