"""Rules that find the words of a visit.

Group ``cue`` is the event's word, ``object`` the particle that ties the destination to it. ``value["shape"]`` tells the stage
where the destination stands: before the object particle (``verb``), right before the cue (``noun``), in the cue itself
(``compound``: 방한), behind it (``where``, ``head``), or earlier with 에 (``into``); ``enter`` and ``leave`` are 입국 and 출국.
"""

from __future__ import annotations

from visitextract.rules.rule import No, Rule, Yes

_MANNER = r"(?:['\"‘“]?{visit_words:manner}['\"’”]? ?){0,4}+"
# 방문 as a way of doing something else: 방문 판매, 방문객, 방문 요양, 방문의 해.
_NOT_VISIT = (
    r"(?!객|자[ 가들은의를수]"
    r"| ?(?:판매|요양|진료|돌봄|간호|접수|신청|상담|면접|조사원|교사|서비스|재활|건강|의료|제출|고객)"
    r"| ?(?:인증|게시|목욕|횟수|후기|수요|목적|건수)|의 해|을? (?:원하|희망하|독려|유도|권장))"
)
_DONE = r"했|한[ 다]|할|합니다|해[ ,]|해서"
_NOUN_END = (
    r"(?=$|[\s,.…\"'”’·)\]]|(?:을|은|이|에|의|과|으로|도|만|차|길|하|했|한|할|해|중|까지|부터|에서|에는)(?![\p{L}])"
    r"|길에|하[고며는여기면]|했[다던으고]|합니다|한다|해 )"
)

OBJECT = Rule(
    id="visit.object",
    means="방문하다 with its destination as object",
    needs=("방문",),
    pattern=rf"(?P<object>을|를|에|도) {_MANNER}(?P<cue>방문){_NOT_VISIT}",
    value={"shape": "verb"},
    yes=(
        Yes("홍길동 장관이 3일 프랑스[object:를] 국빈 [cue:방문]했다."),
        Yes("박서연 대표는 배움원[object:을] 차례로 [cue:방문]할 예정이다."),
    ),
    no=(
        No("매장을 방문객이 가득 메웠다.", why="visitors"),
        No("증빙서류를 방문 제출하면 된다.", why="a way of handing in papers"),
    ),
)

NOUN = Rule(
    id="visit.noun",
    means="a destination and the noun 방문 or 순방 without a particle between",
    needs=("방문", "순방", "답방"),
    pattern=rf"(?<=[\p{{L}}\d)]) ?{_MANNER}(?P<cue>방문|순방|답방){_NOT_VISIT}{_NOUN_END}",
    value={"shape": "noun"},
    yes=(
        Yes('홍길동, 한빛협회 [cue:방문]…"지원 늘릴 것"'),
        Yes("김민수 장관의 프랑스 국빈 [cue:방문]을 앞두고"),
    ),
    no=(
        No("재활 방문 서비스를 시작했다.", why="a service at home"),
        No("올해 방문객이 늘었다.", why="visitors"),
    ),
)

COMPOUND = Rule(
    id="visit.compound",
    means="방 or 내 with a country's syllable: 방한, 방중, 내한",
    pattern=r"(?<![가-힣A-Za-z\d]|마음 )(?:국빈|공식|첫|실무)?(?P<cue>{countries:visit})"
    # 방한용품, 방한복: against the cold; 내한공연, 방한 관광객: no visit of anybody
    r"(?!용|복|화[가를도 ]|제품|객|공연|모자|의류|커버|대책|장갑|캠페인|효과|텐트|물품|기능|인 관광|[ ]?(?:외국인|관광객))"
    r"(?=$|[\s,.…\"'”’·)\]]"
    r"|(?:을|를|은|는|이|가|에|의|과|와|으로|로|도|만|차|길|단|사절단|중|때|전|후|시|하|했|한|할|해)(?![\p{L}])"
    r"|길|하[고며는여기면려]|했[다던으고]|합니다|한다|할 |해서)",
    value={"shape": "compound"},
    yes=(
        Yes("존 스미스 회장이 10년 만에 [cue:방한]했다."),
        Yes("홍길동 장관의 [cue:방중]은 처음이다."),
    ),
    no=(
        No("방한용품을 챙겨야 한다.", why="against the cold"),
        No("개방한 시장을 노린다.", why="end of another verb"),
    ),
)

SOUGHT = Rule(
    id="visit.sought",
    means="찾다 with a place as object (the stage asks for a known place)",
    needs=("찾",),
    pattern=rf"(?P<object>을|를) {_MANNER}(?P<cue>찾)"
    r"(?=았|는다|는[ ]|은[ ]|을 (?:예정|계획|것으로|전망|방침|듯)|기로|습니다|아(?:[ ,서가와왔간온갔])|고 [가-힣])"
    r"(?!아 (?:나서|나섰|나선|냈|낸|내|달라|주|준|줬|볼|헤매|보)|을 수|는 (?:데|것|방법|중))",
    value={"shape": "verb"},
    yes=(
        Yes("존 스미스 회장이 이달 말 한국[object:을] [cue:찾]는다."),
        Yes("홍길동 장관은 한빛공장[object:을] 직접 [cue:찾]아 설명을 들었다."),
    ),
    no=(
        No("해결책을 찾아 나섰다.", why="searching"),
        No("그는 답을 찾을 수 없었다.", why="finding"),
    ),
)

ENTER = Rule(
    id="visit.enter",
    means="입국하다: into the country of the airport, or the one that 에 names",
    needs=("입국",),
    pattern=rf"(?<![가-힣])(?P<cue>입국)(?=[ ]?(?:{_DONE}|하[는고며면여기였])|[.…]|[ ](?:예정|직후|다음|당시))",
    value={"shape": "enter"},
    yes=(
        Yes("마리 뒤부아 대표는 27일 인천국제공항을 통해 [cue:입국]했다."),
        Yes("그는 [cue:입국] 다음 날부터 움직였다."),
    ),
    no=(
        No("최대 수입국인 중국", why="an importing country"),
        No("입국심사를 기다렸다.", why="passport control"),
    ),
)

LEAVE = Rule(
    id="visit.leave",
    means="to set out for a place: 로 출국하다, 향하다, 떠나다, 이동하다",
    needs=("출국", "향", "떠나", "떠났", "떠난", "이동", "출발"),
    pattern=r"(?P<object>으로|로) (?:(?![가-힣]{0,3}로 )[가-힣]{1,4} ){0,2}?"
    rf"(?P<cue>출국|향(?={_DONE}|하[는고며])|떠(?=나[는며고기]|났|난[ 다]|날|납)|(?:이동|출발)(?={_DONE}|하[는고며여]))"
    r"(?! ?(?:금지|정지|규제))",
    value={"shape": "leave"},
    yes=(
        Yes("홍길동 대통령은 4일 베이징[object:으로] [cue:출국]했다."),
        Yes("박서연 장관은 오늘 상하이[object:로] [cue:향]합니다."),
        Yes("그는 빛의 도시로 불리는 파리[object:로] [cue:이동]했다."),
    ),
    no=(
        No("한파 재난 경보를 상향했다.", why="raising a level"),
        No("미국으로 출국 금지됐다.", why="a ban"),
    ),
)

DEPART = Rule(
    id="visit.depart",
    means="a headline's 베이징 향발, 도쿄행, 미국 출국",
    needs=("향발", "출국", "도착"),
    pattern=r"(?<=[\p{L}\d)]) (?P<cue>향발|출국|도착)(?=$|[\s,.…\"'”’·])(?! ?(?:금지|정지|규제|심사|장|고객|항공))",
    value={"shape": "noun"},
    yes=(
        Yes("홍 대통령, 베이징 [cue:향발]…3박4일"),
        Yes("김민수 장관, 파리 [cue:도착]"),
    ),
    no=(
        No("법무부, 미국 출국 금지 조치", why="a ban"),
        No("출국장이 붐볐다.", why="a departure hall"),
    ),
)

ARRIVE = Rule(
    id="visit.arrive",
    means="to arrive at or drop in at a place",
    needs=("도착", "들른", "들렀", "들러", "들를", "다녀"),
    pattern=r"(?P<object>에|를|을|도) (?:(?![가-힣]{0,3}[에를을도] )[가-힣]{1,4} ){0,2}?"
    rf"(?P<cue>도착(?={_DONE}|하[는고며여자])|들(?=른|렀|러[ ,]|를 )|다녀(?=갔|간 |왔|온 |올 |갈 ))",
    value={"shape": "verb"},
    yes=(
        Yes("홍길동 대표는 오후 춘추관[object:에] 잠시 [cue:들]렀다."),
        Yes("존 스미스 회장이 한빛타워[object:에] [cue:도착]했다."),
        Yes("박서연 의장은 지난달 부산[object:을] [cue:다녀]갔다."),
    ),
    no=(
        No("새 환급액이 도착했다.", why="nobody travels"),
        No("한빛타워에 도착 예정 시각이 떴다.", why="a timetable"),
    ),
)

WHERE = Rule(
    id="visit.where",
    means="방문한 곳은 X다: the destination follows",
    needs=("방문한 곳은", "찾은 곳은"),
    pattern=r"(?P<cue>방문|찾)(?:한|은) 곳은(?= )",
    value={"shape": "where"},
    yes=(
        Yes("존 스미스 회장이 가장 먼저 [cue:방문]한 곳은 여의도 한빛타워다."),
        Yes("그가 [cue:찾]은 곳은 경기 안성의 배움원이었다."),
    ),
    no=(
        No("방문한 곳을 묻자 답하지 않았다.", why="no statement of the place"),
        No("찾은 것은 열쇠다.", why="a thing"),
    ),
)

HEAD = Rule(
    id="visit.head",
    means="the place that a visit clause hangs on: X가 방문한 배움원",
    needs=("방문한", "찾은", "방문할", "찾을"),
    pattern=r"(?<=(?:이|가|께서|날|오늘|오전|오후|어제|내일|직접|먼저|처음|일) )(?P<cue>방문|찾)(?:한|은|할|을) "
    r"(?!곳|것|건|게|뒤|후|적|자리|때|바|이유|배경|경우|예정|계획|수|점|가운데|데|이후|직후|만큼)",
    value={"shape": "head"},
    yes=(
        Yes("박서연 총리가 오늘 [cue:방문]한 한빛발전소는 주민이 함께 세웠다."),
        Yes("홍길동 회장이 [cue:찾]은 한빛쇼핑몰은 지난해 문을 열었다."),
    ),
    no=(
        No("박서연 총리가 방문한 뒤 공사가 빨라졌다.", why="no place follows"),
        No("한빛공장을 방문한 홍길동 회장은 설명을 들었다.", why="the visitor follows", belongs_to="visit.object"),
    ),
)

INTO = Rule(
    id="visit.into",
    means="방문하다 with its subject between destination and verb: 배움원에 박서연 총리가 방문해",
    needs=("방문",),
    pattern=rf"(?<=(?:이|가|께서) ){_MANNER}(?P<cue>방문)(?=하[고며는여기면]|했|한다|해[ ,])",
    value={"shape": "into"},
    yes=(
        Yes("전남 신안군에 박서연 총리가 직접 [cue:방문]해 지원을 약속했다."),
        Yes("한빛공장에 존 스미스 회장이 [cue:방문]했다."),
    ),
    no=(
        No("박서연 총리가 배움원을 방문했다.", why="a plain object", belongs_to="visit.object"),
        No("총 3만 명이 방문한 것으로 집계됐다.", why="a count of visitors"),
    ),
)

STOP = Rule(
    id="visit.stop",
    means="the business of a journey named by its place: 첫 호남 일정으로, 전북 일정을 마친",
    needs=("일정으로", "일정을"),
    pattern=r"(?<=(?:첫|마지막|이번) (?:[가-힣]{2,10})) (?P<cue>일정)(?=으로 |을 (?:시작|소화|마치|마친|마무리))",
    value={"shape": "noun"},
    yes=(
        Yes("박서연 대표는 첫 호남 [cue:일정]으로 시장을 둘러봤다."),
        Yes("이번 부산 [cue:일정]을 마친 김민수 장관은"),
    ),
    no=(
        No("박서연 대표는 3일 일정으로 떠났다.", why="how long"),
        No("첫 일정으로 시장을 찾았다.", why="no place"),
    ),
)

RULES = (WHERE, OBJECT, SOUGHT, COMPOUND, NOUN, HEAD, INTO, ENTER, LEAVE, DEPART, ARRIVE, STOP)
