"""Rules for the words right behind (or before) a visit word: whether anybody's visit is told there at all, and how.

The stage tries them at the place where the visit word ends, except ``HABIT`` (before the destination) and ``LEAVING`` (behind the
place that is left). Group ``cue`` is what decides.
"""

from __future__ import annotations

from visitextract.rules.rule import No, Rule, Yes

_WORD = r"(?<=방문|순방|답방|방[한중미일북]|입국|출국|도착|이동|찾|향|들)"

UNREAL = Rule(
    id="visit.context.unreal",
    means="a condition, an ability or a purpose: no visit is told",
    pattern=_WORD
    + r"(?P<cue>(?:[가-힣]{0,2} )?(?:하면|한다면|할 경우|하려면|해야|할 때마다|할 때면|할 수|하기 (?:어려|쉬|좋)|하도록"
    r"|하지 (?:않|못|말))"
    r"|으면|는다면|을 경우|으려면|아야|을 때|을 수|도록|지 (?:않|못|말))",
    yes=(Yes("배움원을 방문[cue:하면] 설명을 듣는다."), Yes("홍길동 장관은 배움원을 찾[cue:지 않]았다.")),
    no=(No("배움원을 방문한 뒤 떠났다.", why="a visit that took place"), No("면담하면 된다.", why="not a visit word")),
)

HABIT = Rule(
    id="visit.context.habit",
    means="visits without number before the destination: no single visit is told",
    pattern=r"(?P<cue>매년|매달|매월|매주|해마다|자주|종종|수시로|평소|여러 차례|수차례|여러 번|(?<!\d)\d++(?:여? ?차례|번)) "
    r"(?:[가-힣]{1,4} ){0,2}?$",
    yes=(Yes("홍 구청장은 [cue:매년] 연말 "), Yes("그는 그 집을 [cue:여러 차례] ")),
    no=(No("홍 구청장은 지난 연말 ", why="one time"), No("매년 열리는 행사를 보러 올해 처음으로 ", why="said of something else")),
)

UNDER_WAY = Rule(
    id="visit.context.under_way",
    means="the visit is going on: 방문 중인",
    pattern=_WORD + r" ?(?P<cue>중)(?:인| 인|이(?:다|던|며)|에 |에도|,)",
    yes=(Yes("중국을 국빈 방문 [cue:중]인 홍길동 대통령"), Yes("방한 [cue:중]이던 존 스미스 회장")),
    no=(No("방문 중 만난 사람", why="says when something else happened"), No("검토 중인 방안", why="not a visit word")),
)

BACKGROUND = Rule(
    id="visit.context.background",
    means="a visit that something else is measured from: 방중 이후 9년 만",
    pattern=_WORD + r" ?(?P<cue>이후|이래|당시|에 이어)",
    yes=(Yes("2017년 홍길동 대통령 방중 [cue:이후] 9년 만이다."), Yes("지난해 방한 [cue:당시] 만난 사람")),
    no=(No("방중 이전에 끝낸다.", why="a visit to come"), No("취임 이후 처음이다.", why="not a visit word")),
)

DURING = Rule(
    id="visit.context.during",
    means="the time of the visit as a setting: 방문 일정 중",
    pattern=_WORD + r"(?P<cue> ?(?:일정|기간)? ?(?:중|도중|동안))(?=[ ,에])",
    yes=(Yes("미국 방문[cue: 일정 중] 그는 뉴욕에 들렀다."), Yes("방한[cue: 기간 동안] 만났다.")),
    no=(No("방문 일정을 조율 중이다.", why="a plan"), No("중국 방문에 동행했다.", why="no setting")),
)

TIMELESS = Rule(
    id="visit.context.timeless",
    means="a present modifier, which tells neither a past nor a coming visit: 방한하는 X",
    pattern=_WORD + r"(?P<cue>하는|는) ",
    yes=(Yes("10년 만에 방한[cue:하는] 존 스미스 회장"), Yes("한국을 찾[cue:는] 존 스미스 회장")),
    no=(No("한국을 찾는다.", why="a plain predicate"), No("방문한 사람", why="past")),
)

REQUESTED = Rule(
    id="visit.context.requested",
    means="the visit is asked for: 방문해 달라고, 방북을 권유",
    pattern=_WORD
    + r"(?P<cue>(?:해|하여)? ?(?:달라|줄 것|주길|주기를)|을 (?:요청|권유|제안|초청|촉구)|하도록 (?:요청|권유|제안|초청)|하라고)",
    yes=(Yes("북한을 방문[cue:해 달라]고 했다."), Yes("총장의 방북[cue:을 권유]했다.")),
    no=(No("방북을 마쳤다.", why="it took place"), No("협력을 요청했다.", why="not a visit word")),
)

GOVERNED = Rule(
    id="visit.context.governed",
    means="the noun of a visit under a verb of doing or planning: the subject of the sentence goes",
    pattern=_WORD + r"(?P<cue>(?: 등(?:의)?(?: 공식)?)?(?: ?일정)?(?:을|를|에|길에|길을|차)? ?(?:직접 |공식 |본격 )?"
    r"(?:추진|계획|검토|조율|마치|마친|마무리|나서|나섰|나선|올랐|오른|오를|떠나|떠났|예정|취소|연기|이어|시작|소화|강행|타진|확정|희망|출국|위해|하[고며는여기]|했|한|할|합니다|해))",
    yes=(
        Yes("홍길동 장관은 방미[cue:를 추진]한다."),
        Yes("그는 상하이 공장 방문[cue: 등의 일정을 소화]하고 귀국한다."),
        Yes("그는 중국 국빈 방문[cue:길에 올랐]다."),
        Yes("그는 방중[cue:에 이어] 서울로 왔다."),
    ),
    no=(No("방중에 대한 평가", why="spoken of"), No("예산을 추진한다.", why="not a visit word")),
)

INTENDED = Rule(
    id="visit.context.intended",
    means="the speaker of a quotation says that he goes or went himself",
    pattern=_WORD + r"(?P<cue>(?:할|을) (?:계획|예정|것|생각)|하겠|겠다|하기로|한다|한 바|했[다습]|았[다습])",
    yes=(Yes("내년에 미국을 방문[cue:할 계획]"), Yes("그곳을 찾[cue:았다]")),
    no=(No("방문한 사람이 많다", why="a modifier"), No("만날 계획", why="not a visit word")),
)

LEAVING = Rule(
    id="visit.context.leaving",
    means="a place that somebody leaves for the next: 한국을 떠나, 베이징 일정을 마치고",
    pattern=r"(?<=[\p{L}\d])(?P<cue>(?:을|를) (?:떠나|출발해|뒤로하고)|에서 (?:[\p{L}]{1,8} )?(?:출발|이동)"
    r"| 일정을 (?:마치|마친|마무리))",
    yes=(Yes("한국[cue:을 떠나] 인도로 향했다."), Yes("베이징[cue: 일정을 마치]고 상하이로 이동한다.")),
    no=(No("한국에서 사흘을 보냈다.", why="nobody leaves"), No("인도로 떠났다.", why="where to, not where from")),
)

SCHEDULE = Rule(
    id="visit.context.schedule",
    means="the visit as topic, with its days behind it: 이번 방중은 4일부터 7일까지",
    pattern=_WORD + r"(?P<cue>(?: ?일정)?(?:은|는)) (?=[\p{L}\d ]{0,12}\d)",
    yes=(Yes("이번 국빈 방중[cue:은] 1월 4일부터 7일까지 진행된다."), Yes("이번 중국 방문[cue: 일정은] 3박 4일이다.")),
    no=(No("이번 방중은 취임 이후 처음이다.", why="no days"), No("회담은 4일 열린다.", why="not a visit word")),
)

LAST = Rule(
    id="visit.context.last",
    means="the end of the visit is told: a day beside it is the last, not the first",
    pattern=_WORD + r"(?P<cue>(?: ?일정)?(?:의|을|를)? ?(?:모두 |공식 )?(?:마지막|마무리|마치|마친))",
    yes=(Yes("7일 방중[cue: 일정을 마무리]할 예정이다."), Yes("7일 중국 방문[cue: 마지막] 일정으로 상하이를 찾는다.")),
    no=(
        No("방중 일정을 시작한다.", why="its beginning"),
        No("마지막 일정으로 상하이를 찾는다.", why="not a visit word before it"),
    ),
)

MIDDLE = Rule(
    id="visit.context.middle",
    means="a day within the visit: 방중 사흘째",
    pattern=_WORD + r"(?P<cue>(?: ?일정)? ?(?:이틀째|사흘째|나흘째|닷새째|이튿날|둘째 날|셋째 날|\d+일 ?차))",
    yes=(Yes("6일 중국 국빈 방문[cue: 사흘째]를 맞았다."), Yes("방한[cue: 이틀째]인 28일 만났다.")),
    no=(No("방중 첫날인 4일 만났다.", why="the first day"), No("단식 사흘째다.", why="not a visit word")),
)

RULES = (LAST, MIDDLE, SCHEDULE, UNREAL, HABIT, UNDER_WAY, BACKGROUND, DURING, TIMELESS, REQUESTED, GOVERNED, INTENDED, LEAVING)
