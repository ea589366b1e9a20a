"""What looks like a meeting and is none, and what a meeting's sentence says of the meeting as a whole."""

from __future__ import annotations

from visitextract.rules.factuality.endings import SSANG_SIOT
from visitextract.rules.rule import No, Rule, Yes

PRESS = Rule(
    id="meeting.context.press",
    means="the other side is the press; read in the words right before a cue",
    pattern=r"(?P<cue>{meeting_words:press})(?:과|와|을|를)?(?:의|도|는|은)?\s?(?:[^\s,]{1,8}\s){0,2}$",
    yes=(Yes("홍 장관은 회담 뒤 [cue:기자들]과 "), Yes("홍 의원은 [cue:본지]와 전화 ")),
    no=(
        No("홍 장관은 기자 출신 의원들과 3일 낮 국회에서 ", why="a former trade"),
        No("홍 장관은 김 대표와 ", why="a named party"),
    ),
)

INTERVIEW = Rule(
    id="meeting.context.interview",
    means="an interview: they met so that the reporter could hear it",
    pattern=r"(?P<cue>들었다|들었습니다|들어\s?봤|들어보|물었다|물어봤|인터뷰)",
    yes=(Yes("홍 대표를 만나 앞으로의 계획을 [cue:들었다]."), Yes("홍 대표를 만나 이야기를 [cue:들어봤]습니다.")),
    no=(No("홍 대표를 만나 의견을 나눴다.", why="two who talk"), No("힘들어했다", why="another verb")),
)

STORY = Rule(
    id="meeting.context.story",
    means="a story on screen or page, where characters meet",
    pattern=r"(?P<cue>극\s?중|{meeting_words:fiction})",
    yes=(Yes("[cue:드라마] 속 두 사람은 다시 만난다."), Yes("[cue:극중] 형사는 범인을 만난다.")),
    no=(No("두 장관은 3일 만난다.", why="people of the news"), No("극적인 만남", why="a manner")),
)

SPORT = Rule(
    id="meeting.context.sport",
    means="a fixture: the two sides only play",
    pattern=r"(?P<cue>{meeting_words:sport}|\d\s?대\s?\d{1,2}(?:로|으로)\s)",
    yes=(Yes("한국은 [cue:8강]에서 강호를 만난다."), Yes("두 팀은 [cue:결승]에서 만났다.")),
    no=(No("두 대표는 국회에서 만났다.", why="a meeting"), No("경기도지사를 만났다.", why="a province")),
)

COURT = Rule(
    id="meeting.context.court",
    means="people who face each other in court; read in the words before a cue",
    pattern=r"(?P<cue>(?:재판|공판|법정|항소심|상고심|심리|영장실질심사|구속심사|대질(?:조사|신문)?)(?:에서|장에서|에)(?:도|는)?\s)",
    yes=(Yes("홍 회장은 [cue:재판에서 ]김 대표와 대면했다."), Yes("두 사람은 [cue:법정에서 ]다시 만났다.")),
    no=(No("두 사람은 국회에서 만났다.", why="no court"), No("재판을 앞두고 변호사를 만났다.", why="before it")),
)

CUSTODY = Rule(
    id="meeting.context.custody",
    means="a lawyer's visit to somebody in custody",
    pattern=r"(?P<cue>{meeting_words:custody})",
    yes=(Yes("[cue:변호인]을 접견했다."), Yes("[cue:구치소]에서 접견했다.")),
    no=(No("대통령이 총리를 접견했다.", why="an audience"), No("변화를 요구했다.", why="another word")),
)

SEPARATE = Rule(
    id="meeting.context.separate",
    means="one meeting for each counterpart",
    pattern=r"(?P<cue>{meeting_words:separate})(?![가-힣]*법)",
    yes=(Yes("두 장관을 [cue:잇따라] 만났다."), Yes("두 장관과 [cue:각각] 회담했다.")),
    no=(No("두 장관을 함께 만났다.", why="one meeting"), No("두 장관과 회담했다.", why="no word of order")),
)

DEFINITE = Rule(
    id="meeting.context.definite",
    means="the meeting told before: 이번 회담, 이날 회동; read in the words right before the noun",
    pattern=r"(?P<cue>이번|이날|해당|당시|이|양국)\s(?:[가-힣0-9]{1,3}\s)?$",
    yes=(Yes("두 정상은 [cue:이번] "), Yes("[cue:이날] 3국 ")),
    no=(No("두 정상은 다음 ", why="another meeting"), No("두 정상은 이번 회담에서", why="the noun stands in between")),
)

GOES_ON = Rule(
    id="meeting.context.goes_on",
    means="the sentence goes on from the day told before",
    pattern=r"(?<![가-힣])(?P<cue>이어|이후|이어서|곧이어|곧바로|그 뒤|그 후|오후|저녁|같은 날)(?:에는|에|엔)?[\s,]",
    yes=(Yes("[cue:이어] 박 장관과 만찬을 갖는다."), Yes("[cue:오후]에는 총리를 만난다.")),
    no=(No("박 장관과 만찬을 갖는다.", why="no such word"), No("이어폰을 골랐다.", why="another word")),
)

AGAIN = Rule(
    id="meeting.context.again",
    means="another meeting than the one told before: 다시 만날; read in the words right before the cue",
    pattern=r"(?<![가-힣])(?P<cue>다시|또|재차|추가로?|후속|두 번째|차기|다음)(?=\s)",
    yes=(Yes("두 정상이 [cue:다시] 만날"), Yes("두 장관의 [cue:추가] 회담")),
    no=(No("두 정상이 만날", why="no such word"), No("또한 두 장관은 만난다", why="another word")),
)

ELSEWHERE = Rule(
    id="meeting.context.elsewhere",
    means="the place or day before it belongs to an event that was held there, not to the meeting",
    pattern=r"(?:에서|에)?\s(?:[^\s,]+\s)?(?P<cue>열린|개최된|열리는|열렸던|치러진|진행된)\s[^.]{0,40}(?:{meeting_words:event})",
    yes=(Yes("부산에서 [cue:열린] 다자 정상회의 이후 다시 만났다."), Yes("3일 [cue:개최된] 경제 포럼을 계기로 만났다.")),
    no=(No("부산에서 열린 회담에서 만났다.", why="the meeting itself"), No("부산에서 만났다.", why="no other event")),
)

NEXT_EVENT = Rule(
    id="meeting.context.next_event",
    means="between a cue and a day after it: the day is that of what comes next",
    pattern=r"(?P<cue>"
    + SSANG_SIOT
    + r"(?:고|으며),?|[하되갖짓보받열내가맺리치]고,|[하되으]며,|(?:한|난|친|진|연|끝난)\s(?:뒤|후|다음)"
    r"(?:엔|에는|에)?,?|을 끝으로|에 이어|\s이후,)(?=\s)",
    yes=(Yes("만찬을 [cue:하고,] 7일엔 포럼에 참석한다."), Yes("회담[cue:한 뒤] 28일 떠난다.")),
    no=(No("만난 것은 3일이다.", why="the day of the meeting"), No("회담은 3일 열린다.", why="the day of the meeting")),
)

TOOK_PART = Rule(
    id="meeting.context.took_part",
    means="the meeting noun is what somebody took part in: 회동에 참석한",
    pattern=r"(?P<cue>에(?:는|도)?\s(?:함께\s)?(?:참석|참여|배석|동석|합석))",
    yes=(Yes("회동[cue:에 참석]한 홍 대표는"), Yes("이번 회담[cue:에 함께 배석]했다.")),
    no=(No("회동에서 말했다.", why="a setting"), No("회동을 가졌다.", why="they held it")),
)

AT_IT = Rule(
    id="meeting.context.at_it",
    means="the meeting noun is what a list of people were at: 회동에는, 만찬은",
    pattern=r"(?P<cue>에(?:는|도|선)?|은|는)\s",
    yes=(Yes("회동[cue:에는] 홍 대표가"), Yes("만찬[cue:은] 두 사람만이")),
    no=(No("회동을 가졌다.", why="they held it"), No("회동이 끝났다.", why="the meeting itself")),
)

SIDES = Rule(
    id="meeting.context.sides",
    means="who came for one side: 미국 측에서는",
    pattern=r"(?P<cue>측(?:에서는|에서|에선|은))\s",
    yes=(Yes("미국 [cue:측에서는] 스미스 장관이 참석했다."), Yes("우리 [cue:측에선] 홍 장관이 배석했다.")),
    no=(No("측면에서 지원했다.", why="another word"), No("홍 대표 측과 만났다.", why="a party")),
)

HOLDS = Rule(
    id="meeting.context.holds",
    means="a verb of holding right after the meeting noun: its subject is who meets",
    pattern=r"(?P<cue>(?:을|를|도|에)?\s?{meeting_words:hold}|(?:이|가)\s)",
    yes=(Yes("회동[cue:을 가졌]다."), Yes("만찬[cue:을 갖]는다.")),
    no=(No("회동 사진", why="the meeting only names a photo"), No("회동 소식은", why="news of it")),
)

REPORTED = Rule(
    id="meeting.context.reported",
    means="what stands before it is what somebody says: the sentence's subject may only speak of the meeting",
    pattern=r"(?P<cue>[다라](?:고|며|면서|는)(?=\s))",
    yes=(Yes("정상회담을 했[cue:다고] 밝혔다."), Yes("정상회담을 할 것이[cue:라며] 기대를 보였다.")),
    no=(No("정상회담을 했다.", why="told by the author"), No("만나고 돌아왔다.", why="a chain")),
)

TOPIC = Rule(
    id="meeting.slot.topic",
    means="what they talked of: a short noun phrase before 논의하다, 협의하다",
    pattern=r"(?<![가-힣A-Za-z0-9·])(?P<cue>(?!(?:방안|문제|내용|현안|사항|만나|직접|함께|최근|이날|향후)[을를에\s])"
    r"(?:[가-힣A-Za-z0-9·]{1,12}(?<![은는이가을를고며서해에도과와로한된나])\s){0,3}[가-힣A-Za-z0-9·]{2,12})"
    r"(?:을|를|에 대해|에 관해|에 대한)\s(?:[가-힣]{1,5}\s)?(?:논의|협의|의논|의견을)",
    needs=("논의", "협의", "의논", "의견을"),
    yes=(Yes("김 장관을 만나 [cue:반도체 투자 방안]을 논의했다."), Yes("김 대표와 [cue:임금 인상안]에 대해 협의했다.")),
    no=(No("김 대표와 논의했다.", why="no topic"), No("김 장관이 투자를 결정했다.", why="no talk")),
)

RULES = (
    TOPIC,
    REPORTED,
    AGAIN,
    NEXT_EVENT,
    PRESS,
    INTERVIEW,
    STORY,
    SPORT,
    COURT,
    CUSTODY,
    SEPARATE,
    DEFINITE,
    GOES_ON,
    ELSEWHERE,
    TOOK_PART,
    AT_IT,
    SIDES,
    HOLDS,
)
