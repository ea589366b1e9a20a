"""What somebody goes for, and with whom: read in the words before the visit word."""

from __future__ import annotations

from visitextract.rules.rule import No, Rule, Yes

_NAME = r"[가-힣A-Za-z0-9·]"
_GROUP = r"(?:사절단|대표단|방문단|특사단|시찰단|참관단|수행단)"

PURPOSE = Rule(
    id="visit.slot.purpose",
    means="what the visitor goes for, as a short noun phrase: 정상회의 참석(차), 투자 유치(를 위해); read up to the visit word",
    pattern=r"(?<!"
    + _NAME
    + r")(?P<cue>(?!\d+일|오[는전후]|지난|이날|최근|이를|이번)(?:"
    + _NAME
    + r"{1,16}(?<![은는이가을를에서로도과와고며해일])(?<!과의|와의)\s){0,2}(?:(?!참석)"
    + _NAME
    + r"{2,16}(?<![문중한일미러인기들두구])(?=(?:을|를)\s위해\s)|"
    r"(?:참석|참가|관람|협의|면담|점검|회담|출장)(?=\s?차\s)))"
    r"(?:(?:을|를)\s위해|\s?차)\s(?:[^.,\"“”]{0,30})$",
    yes=(Yes("홍 대통령은 5일 [cue:정상회의 참석]차 "), Yes("홍 장관은 [cue:투자 유치]를 위해 5일 미국 워싱턴을 ")),
    no=(
        No("홍 장관은 국빈 방문을 위해 ", why="the visit itself"),
        No("홍 장관은 일정을 소화하기 위해 ", why="a clause, no noun"),
    ),
)

DELEGATION = Rule(
    id="visit.slot.delegation",
    means="who comes along as a group: 경제사절단을 이끌고",
    pattern=r"(?<!" + _NAME + r")(?P<cue>(?:\d+여?\s?명(?:의|으로 구성된|\s규모의)\s)?" + _NAME + r"{0,8}" + _GROUP + r")"
    r"(?:(?:을|를)\s(?:이끌|인솔|대동|동반)|(?:과|와)\s함께)",
    yes=(Yes("[cue:경제사절단]을 이끌고 베트남을 찾았다."), Yes("[cue:200여 명의 경제사절단]과 함께 방문했다.")),
    no=(No("대표단이 방문했다.", why="the group is the visitor"), No("대표단을 만났다.", why="whom they met")),
)

RULES = (PURPOSE, DELEGATION)
