"""How the clause around a meeting's word hands out its roles: where it is closed, what a noun phrase is to the word."""

from __future__ import annotations

from visitextract.rules.factuality.endings import NIEUN, SSANG_SIOT
from visitextract.rules.rule import No, Rule, Yes

CLOSING = Rule(
    id="meeting.clause.closing",
    means="a predicate that closes a clause: what stands before it belongs to another event",
    pattern=r"(?P<cue>[하되갖짓보받주있열내오가맺리지치키서]고|[하되으이보리지치키내]며|면서|지만|는데|"
    r"(?<=[가-힣]{2})(?<!올|남|동|서|이|피|손|북)해|[돼켜쳐겨]|"
    r"하여|되어|" + SSANG_SIOT + r"(?:고|으며|지만|는데|다|으나|습니다))(?=[\s,])",
    yes=(Yes("김 대표와 협력[cue:하고], 3일 박 장관을 만났다."), Yes("김 대표와 손잡[cue:았지만] 박 장관도 만났다.")),
    no=(No("김 대표와 서울에서 만났다.", why="a place"), No("김 대표와 올해 만났다.", why="a time")),
)

LEADING = Rule(
    id="meeting.clause.leading",
    means="a predicate that leads up to the meeting and does not close its clause",
    pattern=r"(?P<cue>(?:{meeting_words:lead})(?:해|하여)(?=[\s,])|함께하고|걸쳐|걸으며|둘러보며|나누며|마치고|끝내고|(?:마친|"
    r"끝난)\s(?:뒤|후)|불러|찾아|모시고|맞아|맞이해|만나|갖고|이어서)",
    yes=(Yes("김 대표를 관저로 [cue:초청해] 만찬을 했다."), Yes("김 대표와 호텔로 [cue:이동해] 회담했다.")),
    no=(No("김 대표와 협력해 일했다.", why="another event"), No("김 대표를 비판하고 떠났다.", why="another event")),
)

NO_COMPANION = Rule(
    id="meeting.clause.no_companion",
    means="the comitative belongs to another word: 김 대표와 관련해, 김 대표와 달리",
    pattern=r"\s?(?P<cue>관련|달리|같|비교|대한|대해|관한|맞서|경쟁|별도|무관|마찬|비슷|다르|다른|결별|"
    r"갈등|충돌|싸우|싸운|거래|친분|친한|결혼|이혼|"
    r"협력(?=[해하])|협업(?=[해하])|손(?:을|\s)?\s?잡)",
    yes=(Yes("김 대표와 [cue:관련]해 논의했다."), Yes("김 대표와 [cue:달리] 박 장관은 만났다.")),
    no=(No("김 대표와 만났다.", why="the companion of the meeting"), No("김 대표와 서울에서 회담했다.", why="a place between")),
)

NO_OBJECT = Rule(
    id="meeting.clause.no_object",
    means="the object belongs to another word: 김 대표를 위해, 협상을 앞두고",
    pattern=r"\s?(?P<cue>위해|위한|통해|향해|향한|두고|놓고|상대로|대상으로|둘러싼|둘러싸|앞두|겨냥|"
    r"중심으로|대신|제외|뺀|포함한|비롯한 [가-힣]+들이)",
    yes=(Yes("김 대표를 [cue:위해] 만찬을 열었다."), Yes("김 대표를 [cue:대신]해 만났다.")),
    no=(No("김 대표를 만났다.", why="the object of the meeting"), No("김 대표를 서울에서 접견했다.", why="a place between")),
)

INVITING = Rule(
    id="meeting.clause.inviting",
    means="a host asks somebody in, or a guest comes by",
    pattern=r"(?P<cue>{meeting_words:invite})",
    yes=(Yes("김 대표를 [cue:초청]해 오찬을 했다."), Yes("김 대표를 [cue:찾아] 면담했다.")),
    no=(No("김 대표를 비판했다.", why="no invitation"), No("김 대표를 만났다.", why="the meeting itself")),
)

TRANSITIVE = Rule(
    id="meeting.clause.transitive",
    means="a meeting noun that takes whom one meets as its object (장관을 면담)",
    pattern=r"(?P<cue>면담|독대|대면|만남|접견|예방|알현)",
    yes=(Yes("장관을 [cue:면담]했다."), Yes("장관을 [cue:독대]했다.")),
    no=(No("장관과 회담했다.", why="a comitative"), No("만찬을 했다.", why="a meal")),
)

OWN_COUNTERPART = Rule(
    id="meeting.clause.own",
    means="right before the word stands an object or a comitative of its own; read up to the word",
    pattern=r"(?P<cue>(?:[^\s,.]{2,14}|\d여?\s?명)(?:(?:과|와)(?:의|도|는)?|을|를))\s(?:[^\s,.]{1,8}\s){0,2}$",
    yes=(Yes("홍 장관은 [cue:시민들을] 직접 "), Yes("홍 장관은 3일 [cue:노조와] ")),
    no=(No("홍 장관은 3일 서울에서 ", why="a place"), No("홍 장관은 노조와 합의한 뒤 3일 서울 모처에서 ", why="too far")),
)

OWN_COMPANION = Rule(
    id="meeting.clause.own_companion",
    means="right before the word stands a comitative of its own; read up to the word",
    pattern=r"(?P<cue>(?:[^\s,.]{2,14}|\d여?\s?명)(?:과|와)(?:의|도|는)?)\s(?:[^\s,.]{1,8}\s){0,2}$",
    yes=(Yes("홍 장관은 [cue:노조와의] 첫 "), Yes("홍 장관은 3일 [cue:노조와] ")),
    no=(No("홍 장관은 시민들을 ", why="an object", belongs_to="meeting.clause.own"), No("홍 장관은 3일 ", why="a time")),
)

GROUP = Rule(
    id="meeting.clause.group",
    means="unnamed people as the counterpart; read up to the word",
    pattern=r"(?:^|[\s,])(?P<cue>(?:[가-힣A-Za-z0-9·]+(?<![은는을를서로게고며에])\s){0,3}"
    r"[가-힣A-Za-z0-9·]*(?:들|유족|가족|경영진|임원진|지도부|대표단|임직원|노조|(?:진영|정치권|재계|정계|학계|종교계|경제계|각계|고위급|야권|여권)\s인사|(?<=[\s\d])"
    r"여?\s?명))(?:과|와|을|를)(?:의|도)?\s(?:[^\s,.]{1,6}\s)?$",
    yes=(Yes("홍 장관은 3일 국회에서 [cue:피해자 유족]을 "), Yes("홍 대통령은 [cue:현지 동포들]과 만찬 ")),
    no=(No("홍 장관은 김 대표와 ", why="a named person"), No("홍 장관은 협상을 ", why="no people")),
)

HEARD = Rule(
    id="meeting.clause.heard",
    means="whose views a round table is there to hear; read up to its word: 주민 의견을 듣는 (간담회)",
    pattern=r"(?P<cue>(?:[가-힣A-Za-z0-9·]{1,10}(?<![은는이가을를에서고며해])\s){0,2}[가-힣A-Za-z0-9·]{0,8}(?:{meeting_words:resident})들?)(?:의)?\s"
    r"(?:의견|목소리|애로사항|애로|건의사항|고충|어려움|이야기)(?:을|를)\s"
    r"(?:[가-힣]{1,4}\s)?(?:청취하|듣|경청하|나누|수렴하)(?:는|기 위한)\s$",
    yes=(Yes("박 대표는 [cue:현장 임직원] 의견을 청취하는 "), Yes("[cue:지역 상인들]의 목소리를 듣는 ")),
    no=(No("박 대표는 정책 의견을 듣는 ", why="no people"), No("주민들과 함께하는 ", why="a comitative")),
)

RESIDENTS = Rule(
    id="meeting.clause.residents",
    means="part of the public as those whom a round table is for",
    pattern=r"(?P<cue>(?:(?<![가-힣])[가-힣A-Za-z0-9·]{1,10}\s){0,2}(?:{meeting_words:resident})(?:들|\s[\d,]{1,4}여?\s?명))$",
    yes=(Yes("[cue:한빛읍 주민들]"), Yes("[cue:지역 상인 20여 명]")),
    no=(No("출입기자들", why="the press"), No("주민들과 대표단", why="more than the residents")),
)

AT_TALKS = Rule(
    id="meeting.clause.at_talks",
    means="the meeting is the setting; who is there stands right behind: 회담에서 A가 B에게, 회담에 앞서 A와 B가",
    pattern=r"(?P<cue>에서|에 앞서|(?:\s?(?:중|도중|직후|직전))에?|(?:을|를) (?:마친 (?:뒤|후)|마치고|갖기 전))\s",
    yes=(Yes("회담[cue:에서] 홍 대표가"), Yes("회담[cue:에 앞서] 홍 대표와"), Yes("만찬[cue:을 마친 뒤] 홍 대표가")),
    no=(No("회담을 열었다.", why="they held it"), No("회담에는 홍 대표가 참석했다.", why="a list of those there")),
)

HOSTED = Rule(
    id="meeting.clause.hosted",
    means="whose dinner or reception it is, read between the host and the word: 홍 시장이 주최하는 (만찬)",
    pattern=r"\s?(?:[^\s,.]{1,8}\s)?(?P<cue>(?:주최|주재|개최|초청|마련)(?:하는|한|할)|베푸는|베푼|여는|연)\s(?:[^\s,.]{1,8}\s){0,2}$",
    yes=(Yes(" [cue:주최하는] "), Yes(" [cue:베푼] 환영 ")),
    no=(No(" 주최 측 ", why="no clause"), No(" 주최하는 행사, 이어 열린 ", why="another event")),
)

INVITED = Rule(
    id="meeting.clause.invited",
    means="at whose invitation they meet: 홍 시장의 초청으로",
    pattern=r"(?:의)?\s(?P<cue>초청으로|초대로|초청에 따라)\s",
    yes=(Yes(" [cue:초청으로] 오찬을 했다."), Yes("의 [cue:초대로] 만났다.")),
    no=(No("의 초청장을 받았다.", why="a letter"), No("의 초청을 거절했다.", why="declined")),
)

GREETS = Rule(
    id="meeting.clause.greets",
    means="what two who meet do with each other at the meeting",
    pattern=r"(?:[^\s,.]{1,10}\s){0,3}?(?P<cue>(?:기념\s?)?악수|기념\s?(?:사진|촬영)|사진을 찍|인사(?=를? ?나|하)|포옹|"
    r"대화(?=를? ?나|하)|이야기(?=를? ?나|하)|환담|건배|포즈를|자리에 앉|나란히|마주)",
    yes=(Yes("[cue:악수]하고 있다."), Yes("반갑게 [cue:인사]를 나누고 있다.")),
    no=(No("협력해 왔다.", why="no greeting"), No("인사 문제를 논의했다.", why="posts, not a greeting")),
)

HEARS = Rule(
    id="meeting.clause.hears",
    means="somebody listens to the one who speaks: (A가) B의 말을 듣고",
    pattern=r"\s(?:[^\s,.]{1,6}\s)?(?P<cue>(?:말|발언|설명|이야기|얘기|모두발언|인사말|보고)(?:을|를)\s(?:[^\s,.]{1,6}\s)?(?:듣|들[은었으]|경청))",
    yes=(Yes(" [cue:말을 듣]고 있다."), Yes(" [cue:발언을 경청]하고 있다.")),
    no=(No(" 말을 전했다.", why="nobody listens"), No(" 입장을 들었다.", why="a position may be heard from afar")),
)

BY_SCREEN = Rule(
    id="meeting.clause.by_screen",
    means="the meeting is held by telephone or video; read up to the word: 화상회의로 지도자들과 (회담)",
    pattern=r"(?<![가-힣])(?P<cue>(?:화상|전화|영상|유선)(?:\s?(?:회의|통화))?"
    r"(?:으로|로|를 통해|을 통해))\s(?:[^\s,.]{1,12}\s){0,5}$",
    yes=(Yes("[cue:화상회의로] 각국 지도자들과 "), Yes("[cue:전화로] 홍 장관과 ")),
    no=(No("화상회의를 마치고 서울에서 ", why="another event"), No("홍 장관과 ", why="no such word")),
)

OFFICIAL = Rule(
    id="meeting.clause.official",
    means="somebody told by an office without a known name, as a noun phrase of the sentence",
    pattern=r"(?<![가-힣A-Za-z0-9·])(?P<cue>(?:(?!(?:이번|이날|지난|오는|현재|당시|현지|관련|모든|해당|각|다른|초순|중순|하순|초|말)\s)"
    r"[가-힣A-Za-z·]{1,12}(?<![은는이가을를에의고며와과도로서해한된인할던등들간중뒤후룰될올볼갈])\s){0,2}?"
    r"[가-힣A-Za-z·]{0,10}(?:{meeting_words:official}))(?<![A-Z]의원)"
    r"(?=(?:은|는|이|가|을|를|과|와|과의|와의|과도|와도|에게|도)[\s,]|\s만(?:나|난|났))",
    yes=(
        Yes("마리는 3일 [cue:환경부 장관]을 만났다."),
        Yes("[cue:한빛부 차관]과 면담했다."),
        Yes("마리는 3일 [cue:한빛특례시장]과 만났다."),
    ),
    no=(
        No("마리는 남대문시장을 찾았다.", why="a market"),
        No("장관급 회담을 열었다.", why="a rank"),
        No("기업인들과 만났다.", why="a group"),
    ),
)

BESIDE = Rule(
    id="meeting.clause.beside",
    means="an official not named in full is the other side; read up to the named one: 한빛시장과 (홍 장관의 면담)",
    pattern=r"(?P<cue>[^\s,.]{0,10}(?:장|관|의원|대표|총리|대통령|주석|대사|씨)(?:과|와))\s$",
    yes=(Yes("이후 [cue:한빛시장과] "), Yes("방한한 [cue:외교장관과] ")),
    no=(No("이후 한빛시장은 ", why="a topic"), No("협력과 ", why="no office")),
)

EARLIER = Rule(
    id="meeting.clause.earlier",
    means="a summit held at a time told, before the one the article is about; read up to the word",
    pattern=r"(?P<cue>(?:지난|작년|\d{1,2}월|\d{4}년)[^,.\"“”]{0,40}(?:열린|열렸던|가진|가졌던|개최된|이뤄진))\s(?:첫\s|(?:첫|두|세)\s번째\s|\d차\s)?$",
    yes=(Yes("홍 대통령은 [cue:지난해 11월 부산에서 열린] 첫 번째 "), Yes("[cue:지난 9월 가진] ")),
    no=(No("홍 대통령은 이번 ", why="the one told"), No("홍 대통령은 지난해 열린 경제 포럼과 ", why="another event")),
)

HEAD_OF_VERB = Rule(
    id="meeting.clause.head_of_verb",
    means="what stands between the verb's stem and the noun it modifies: 만난 홍 대표는",
    pattern=r"(?P<cue>[^\s,.]{0,3}" + NIEUN + r")\s",
    yes=(Yes("[cue:만난] 홍 대표"), Yes("[cue:만나뵌] 홍 대표")),
    no=(No("만나 홍 대표", why="a chain"), No("만날 홍 대표", why="the future")),
)

HEAD_OF_NOUN = Rule(
    id="meeting.clause.head_of_noun",
    means="what stands between a meeting noun and the noun that its clause modifies: 회담을 마친 홍 대표는",
    pattern=r"(?P<cue>(?:(?:을|를|에)\s(?:[^\s,.]{1,6}\s)?[^\s,.]{0,12}|(?=[한된했]))(?:[친진연낸한둔던눈끈른된]|(?:예정|중)인))\s",
    yes=(Yes("회담[cue:을 마친] 홍 대표"), Yes("회동[cue:한] 홍 대표")),
    no=(No("회담은 홍 대표", why="a topic"), No("회담을 하고 홍 대표", why="a chain")),
)

RELATIVE = Rule(
    id="meeting.clause.relative",
    means="a subject that belongs to a relative clause: 홍 회장이 탄 차량",
    pattern=r"(?<=\s)(?P<cue>(?!지난|오는|이런|다른|또한)[^\s,]{0,12}(?:[한된던온난린진친킨낸탄든]|[하되있없오가나리치지주]는))\s(?=[가-힣A-Z'‘\"])",
    yes=(Yes("이 [cue:탄] 차량"), Yes("이 회의에 [cue:배석하는] 가운데")),
    no=(No("이 지난 3일", why="a time"), No("이 만나고", why="a chain")),
)

RULES = (
    CLOSING,
    LEADING,
    NO_COMPANION,
    NO_OBJECT,
    INVITING,
    TRANSITIVE,
    OWN_COUNTERPART,
    OWN_COMPANION,
    GROUP,
    HEARD,
    RESIDENTS,
    AT_TALKS,
    HOSTED,
    INVITED,
    GREETS,
    HEARS,
    BY_SCREEN,
    OFFICIAL,
    BESIDE,
    EARLIER,
    HEAD_OF_VERB,
    HEAD_OF_NOUN,
    RELATIVE,
)
