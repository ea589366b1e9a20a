"""What a meeting's clause says of its form and of what came of it."""

from __future__ import annotations

from visitextract.rules.rule import No, Rule, Yes

_WORD = r"(?:정상)?(?:회담|회동|면담|만찬|오찬|조찬|만남|간담회|차담|환담|접견)"

ONE_TO_ONE = Rule(
    id="meeting.format.one_to_one",
    means="two people without others",
    pattern=r"(?P<cue>(?:단독|일대일|1대1|1:1)\s?" + _WORD + r"|독대|배석자 없이)",
    yes=(Yes("두 정상은 [cue:단독 회담]을 했다."), Yes("홍 대표와 [cue:독대]했다.")),
    no=(No("단독 보도에 따르면 만났다.", why="news"), No("두 정상은 회담했다.", why="no such word")),
    value={"format": "one_to_one"},
)

ENLARGED = Rule(
    id="meeting.format.enlarged",
    means="with the delegations of both sides",
    pattern=r"(?P<cue>확대\s?" + _WORD + r")",
    yes=(Yes("두 정상은 [cue:확대 정상회담]을 했다."), Yes("이어 [cue:확대회담]에 들어갔다.")),
    no=(No("교역 확대 방안을 논의했다.", why="trade"), No("두 정상은 회담했다.", why="no such word")),
    value={"format": "enlarged"},
)

PRIVATE = Rule(
    id="meeting.format.private",
    means="behind closed doors",
    pattern=r"(?P<cue>비공개(?:로|\s|\s?양자\s?)?\s?(?:" + _WORD + r"|만[나났난날]|대화)|비공개로 (?:진행|열[렸린릴]|이뤄))",
    yes=(Yes("홍 대표와 [cue:비공개로 만났]다."), Yes("두 장관은 [cue:비공개 면담]을 했다.")),
    no=(No("비공개 자료를 보여 줬다.", why="a document"), No("홍 대표와 만났다.", why="no such word")),
    value={"format": "private"},
)

OUTCOME = Rule(
    id="meeting.slot.outcome",
    means="what they agreed there, as a short noun phrase: 부품을 공급(하기로 합의했다), 교전 중단(에 합의했다)",
    pattern=r"(?<=[가-힣])[^\s,.]{0,4}(?<![은는이가])(?:\s(?:열|갖|하|가지|마치)고|\s통해|\s한 뒤)?,?\s"
    r"(?P<cue>(?:[^\s,.\"“”]{1,14}(?<![은는이가고며])\s){0,6}?"
    r"[^\s,.\"“”]{2,14}?)"
    r"(?:하기로\s(?:[가-힣]{1,4}\s)?(?:했|합의|뜻을 모|의견을 모)|에\s(?:[가-힣]{1,4}\s)?합의(?:했|하고|하며))",
    yes=(Yes("만나 [cue:부품 10만 개를 공급]하기로 했다."), Yes("회담을 열고 [cue:교전 중단]에 합의했다.")),
    no=(No("만나 협력 방안을 논의했다.", why="no agreement"), No("만났고 김 대표는 투자하기로 했다.", why="somebody else")),
)

HOSTING = Rule(
    id="meeting.slot.hosting",
    means="between the guest and the cue: the subject asks somebody in",
    pattern=r"(?P<cue>초청해|초대해|불러|맞아|맞이해|모시고)",
    yes=(Yes("총리를 관저로 [cue:초청해] 만찬을 했다."), Yes("대표단을 [cue:맞아] 오찬을 함께했다.")),
    no=(No("총리를 만나 만찬을 했다.", why="no host"), No("총리의 초청으로 방문했다.", why="the visit's reason")),
)

AFTERWARDS = Rule(
    id="meeting.slot.afterwards",
    means="right behind a meeting noun: the hour told before it is that of what came next",
    pattern=r"(?<=[가-힣])(?P<cue>(?:\s?(?:직후|이후)|\s[후뒤])(?:에|에는|엔)?)(?=[\s,])",
    yes=(Yes("오후 2시 회동[cue: 직후] 기자들과 만났다."), Yes("3시 회담[cue: 뒤에] 발표문을 냈다.")),
    no=(No("회동을 마쳤다.", why="nothing follows"), No("회담 후보지를 골랐다.", why="another word")),
)

BEFORE_PRESS = Rule(
    id="meeting.slot.before_press",
    means="right behind a verb of meeting: the hour told before it may be that of what the press was told",
    pattern=r"(?P<cue>[가-힣]?\s(?:뒤|후|다음)(?:에)?\s(?:열린|가진|마련된|진행된|이어진)\s(?:[가-힣]{1,6}\s)?"
    r"(?:기자회견|기자간담회|브리핑|언론발표|질의응답))",
    yes=(Yes("2시 김 대표와 만[cue:난 뒤 열린 기자회견]에서"), Yes("3시 김 대표를 만[cue:난 후 가진 브리핑]에서")),
    no=(No("만난 뒤 자리를 떴다.", why="the hour of the meeting"), No("만난 기자회견장에서", why="where they met")),
)

ARRIVAL = Rule(
    id="meeting.slot.arrival",
    means="read from an hour to the end of the sentence: when they came to where the meeting told next began",
    pattern=r"(?P<cue>도착(?:했|하였)|들어섰|찾았|모습을 드러냈)[^.]{0,4}\.?\s?$",
    yes=(Yes("오후 2시께 한빛타워에 [cue:도착했]다."), Yes("오후 2시께 정문에 [cue:들어섰]다.")),
    no=(No("2시께 공항에 도착해 쉬었다.", why="another clause"), No("2시께 떠났다.", why="they left")),
)

THEN = Rule(
    id="meeting.slot.then",
    means="the sentence goes straight on from the one before it, with how long they talked",
    pattern=r"(?<![가-힣,]\s)(?P<cue>이후|곧이어|곧바로|이어|그 뒤)\s(?=약?\s?(?:\d|한|두|세))",
    yes=(Yes("[cue:이후] 1시간가량 김 대표와 논의했다."), Yes("[cue:이어] 약 2시간 동안 회담했다.")),
    no=(No("이후 김 대표와 만났다.", why="no length"), No("그는 이후 1시간 쉬었다.", why="not where it begins")),
)

FORMATS = (ONE_TO_ONE, ENLARGED, PRIVATE)
RULES = (*FORMATS, OUTCOME, HOSTING, AFTERWARDS, BEFORE_PRESS, ARRIVAL, THEN)
