"""Five articles of invented people on one visit, which disagree as five articles do: raw texts, for the whole way to a dossier.

The facts are those of any executive's visit: announced a week ahead, two meals and talks on one day, an audience on the next,
and an earlier visit eleven years before.
"""

from __future__ import annotations

from visitextract import Dossier, Extraction, extract, merge

ANNOUNCED = """스미스 CEO 이달 말 방한…대통령 예방 조율

2024-02-21 14:05

존 스미스 아크미 최고경영자(CEO)가 이달 말 한국을 방문한다. 재계에 따르면 스미스 CEO는 방한 기간 박서연 대통령을 \
예방하는 일정을 조율 중이다.

스미스 CEO가 이번에 김민수 청솔전자 회장을 만나 반도체 협력을 논의할 가능성도 제기된다. 홍길동 새길전자 사장과의 만남도 \
추진하는 것으로 알려졌다.

스미스 CEO는 2013년 6월 1박 2일 일정으로 한국을 찾아 김민수 당시 청솔전자 부회장을 만났다.

이영희 기자 yhlee@saebyeok.example
"""

PLANNED = """스미스 CEO 11년 만에 방한…오늘 새길·청솔과 연쇄 회동

2024-02-28 09:10

존 스미스 아크미 최고경영자(CEO)가 11년 만에 한국을 방문했다. 스미스 CEO는 27일 한국에 도착했다.

스미스 CEO는 28일 낮 서울 영등포구 여의도 새길타워에서 홍길동 새길전자 사장과 오찬을 할 예정이다.

이날 저녁에는 김민수 청솔전자 회장과 만찬을 한다. 스미스 CEO는 29일 박서연 대통령을 예방한다.

최수진 기자 sjchoi@nuri.example
"""

LUNCHEON = """홍길동 새길전자 사장 "아크미와 새 기기 내년 출시"

2024-02-28 18:00

존 스미스 아크미 최고경영자(CEO)가 28일 낮 12시23분께 서울 영등포구 여의도 새길타워에서 홍길동 새길전자 사장과 \
1시간30분가량 오찬 회동을 했다.

홍 사장은 회동 뒤 기자들에게 "내년에는 함께 만든 기기를 내놓을 수 있을 것"이라고 말했다.

스미스 CEO는 이날 저녁 김민수 청솔전자 회장과 만찬을 할 예정이다.

정하늘 기자 sky@haneul.example
"""

WHOLE_DAY = """새길타워에서 솔밭원까지…스미스 CEO의 하루

2024-02-29 07:40

존 스미스 아크미 최고경영자(CEO)가 27일부터 29일까지 2박 3일 일정으로 한국을 방문했다.

스미스 CEO는 28일 낮 12시30분께 서울 영등포구 여의도 새길타워에서 홍길동 새길전자 사장을 만나 1시간40분 동안 오찬을 함께했다.

스미스 CEO는 28일 오후 3시 서울 강남구 아크미코리아에서 국내 스타트업 대표들과 간담회를 열었다.

스미스 CEO는 28일 저녁 서울 용산구 한남동에 있는 솔밭원에서 김민수 청솔전자 회장과 만찬을 했다.

스미스 CEO는 29일 오전 박서연 대통령을 예방할 예정이다.

이영희 기자 yhlee@saebyeok.example
"""

DINNER = """솔밭원서 만난 김민수 회장과 스미스 CEO

2024-02-29 11:10

김민수 청솔전자 회장이 28일 저녁 서울 용산구 이태원동에 있는 솔밭원에서 존 스미스 아크미 최고경영자(CEO)와 만찬을 했다. \
만찬에는 스미스 CEO의 부인 마리 뒤부아가 함께 참석했다.

스미스 CEO는 2013년 6월 방한해 김민수 당시 청솔전자 부회장과 7시간 동안 면담했다.

재계 관계자는 "오래 알고 지낸 사이"라고 말했다.

최수진 기자 sjchoi@nuri.example
"""

TEXTS = {"announced": ANNOUNCED, "planned": PLANNED, "luncheon": LUNCHEON, "whole-day": WHOLE_DAY, "dinner": DINNER}


def extractions() -> list[Extraction]:
    """What the program finds in the five, told nothing but the texts."""
    return [extract(text, id=name) for name, text in TEXTS.items()]


def story() -> Dossier:
    """The five as one dossier."""
    return merge(extractions())
