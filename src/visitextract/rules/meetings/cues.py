"""The words that tell of a meeting: the verb, the nouns, the words of talking, and those who sat in.

Group ``cue`` is the word itself; ``value["family"]`` says how the reader treats it: ``verb`` and ``noun`` make a meeting with
one counterpart, ``weak`` only beside a person in the comitative, ``alone`` only with the counterpart right before it,
``meal`` with guests in the dative as well (``에게 식사를 대접``).
"""

from __future__ import annotations

from visitextract.rules.rule import No, Rule, Yes

_NOT_NOUN = (
    r"(?!록|장(?!관)|실(?!시)|량|정책|스와프|스왑|권(?!유)|형|방(?!문|한|중)|접종|률|책|법|"
    r"주(?![최석관선요])|복|당국|가치|안정|완화|긴축|위원|신(?!임)|[가-힣]?적\s|"
    r"용(?=\s)|단체|효과|백신|주사|수칙|교육|체(?=[\s를가는도])|팀|서비스|요금|품질|내역|기록|녹음|녹취|버튼)"
)

VERB = Rule(
    id="meeting.cue.met",
    means="the verb 만나다 in any form",
    pattern=r"(?<![가-힣])(?P<cue>만(?:나(?!\s?볼|\s?보[실세]|이|\s?뵐)|난(?!을)|날|났|납|나뵙))",
    needs=("만나", "만난", "만날", "만났", "만납"),
    yes=(Yes("홍길동 대표는 3일 김민수 장관을 [cue:만났]다."), Yes("홍 대표와 [cue:만나] 현안을 논의했다.")),
    no=(
        No("전시장에서 신작을 만나볼 수 있다.", why="an offer to customers"),
        No("만나이로 서른이다.", why="another word"),
        No("둘의 만남은 짧았다.", why="a noun", belongs_to="meeting.cue.noun"),
    ),
    value={"family": "verb"},
)

NOUN = Rule(
    id="meeting.cue.noun",
    means="a noun that names a meeting, alone or behind another noun (국빈만찬, 한중정상회담)",
    pattern=r"(?<!기자|취재|언론|[남북]매|[가-힣]의)(?P<cue>{meeting_nouns:summit}|"
    r"{meeting_nouns:breakfast}|{meeting_nouns:luncheon}|{meeting_nouns:dinner}"
    r"|골프\s?(?:라운딩|라운드)|회담|회동|간담회|면담|영수회담|상견례|독대|차담회|차담|티타임|회합|담판|(?<![가-힣])(?:만남|"
    r"대면(?!\s?{meeting_words:face_to_face})|간담|좌담회))" + _NOT_NOUN,
    yes=(
        Yes("두 정상은 6일 [cue:정상회담]을 열었다."),
        Yes("3일 저녁 [cue:만찬] [cue:회동]을 가졌다."),
        Yes("국빈[cue:만찬]에 이어"),
    ),
    no=(
        No("남북정상회담록을 공개했다.", why="a document"),
        No("기자간담회를 열었다.", why="a press encounter"),
        No("공연이 끝나고 회담장에 들어섰다.", why="a place"),
        No("사흘간 대면 인터뷰를 했다.", why="an interview"),
    ),
    value={"family": "noun"},
)

COURTESY = Rule(
    id="meeting.cue.courtesy",
    means="예방 and 접견, words with other meanings: the person called on must stand right before them",
    pattern=r"(?<![가-힣])(?P<cue>{meeting_nouns:courtesy_call})(?!(?:과|에)\s|\s?및|·|"
    r"\s?(?:활동|대책|관리|차원|조치|캠페인|사업|체계)|을\s위)" + _NOT_NOUN,
    needs=("예방", "접견", "알현"),
    yes=(Yes("홍 대표는 전직 대통령을 [cue:예방]했다."), Yes("총리를 [cue:접견]한 자리에서")),
    no=(No("산재예방 대책", why="prevention"), No("접견실로 들어섰다.", why="a room"), No("피해 예방과 구제", why="prevention")),
    value={"family": "alone"},
)

CALL = Rule(
    id="meeting.cue.call",
    means="a talk by telephone or video",
    pattern=r"(?<![가-힣])(?P<cue>{meeting_nouns:call}|전화(?=를\s?(?:했|해|하[고며]|한\s|걸[어었]|건\s))"
    r"|(?:전화|화상|유선|영상)(?:상)?(?:으로|를 통해|로)"
    r"\s(?:회의|대화|회담|논의|면담|협의))" + _NOT_NOUN,
    needs=("통화", "화상", "전화", "영상", "유선"),
    yes=(
        Yes("두 장관은 3일 [cue:전화통화]를 했다."),
        Yes("김 장관과 [cue:화상으로 회의]를 가졌다."),
        Yes("대표와 [cue:통화]했다."),
        Yes("김 장관에게 [cue:전화]를 걸어 설득했다."),
    ),
    no=(No("통화정책을 정한다.", why="money"), No("통화량이 늘었다.", why="money"), No("전화로 주문했다.", why="no talk of two")),
    value={"family": "call"},
)

MEAL = Rule(
    id="meeting.cue.meal",
    means="to share or offer a meal: a meeting with those who are its guests",
    pattern=r"(?<![가-힣])(?P<cue>{meeting_nouns:meal})(?=(?:을|를)?\s?(?:대접|함께|같이|하며|하면서|를 한|를 했|을 했|을 한))",
    needs=("식사", "점심", "저녁"),
    yes=(Yes("홍 회장은 김 대표에게 [cue:식사]를 대접했다."), Yes("박 장관과 [cue:점심]을 함께했다.")),
    no=(No("저녁 7시에 열린다.", why="a time of day"), No("식사 메뉴는 비빔밥이었다.", why="food")),
    value={"family": "meal"},
)

WEAK = Rule(
    id="meeting.cue.talk",
    means="to talk something over, to sit together: a meeting only where somebody is named with whom",
    pattern=r"(?P<cue>(?<=[는인한]\s)자리(?=를\s(?:가[졌진질]|갖))|(?<![가-힣])(?:{meeting_nouns:weak}))(?=(?:을|를|도)?\s?(?:했|하[고며였]|한\s|할\s|"
    r"합니|해(?!\s?온)|나[눴누눈눌]|가[졌질진]|갖|이어[갔간]|교환))",
    yes=(
        Yes("조 대표와 사업 [cue:논의]를 했다."),
        Yes("이 장관과 방안을 [cue:협의]했다."),
        Yes("김 사장과 [cue:의견]을 나눴다."),
        Yes("김 대표와 소통하는 [cue:자리]를 가졌다."),
    ),
    no=(No("논의 끝에 물러났다.", why="no act of talking"), No("국회 논의가 길어졌다.", why="a process")),
    value={"family": "weak"},
)

ATTEND = Rule(
    id="meeting.attend",
    means="who was there: 배석했다, 동석했다, 회동에는 A, B가 참석했다",
    pattern=r"(?P<cue>(?<![가-힣])(?:배석|동석|합석|참석|참여|자리를? ?함께|함께 ?자리|자리(?=했)|"
    r"함께(?!\s?한\s(?:[^\s,.]{1,6}\s)?{meeting_nouns})))"
    r"(?=(?:을|를)?\s?(?:했|한\s|하[고며여]|할\s|합니|해(?=[\s,])))",
    yes=(Yes("이날 회동에는 김 실장과 박 수석이 [cue:배석]했다."), Yes("만찬에는 홍 대표가 [cue:참석]했다.")),
    no=(
        No("배석자는 없었다.", why="nobody"),
        No("참석자들은 박수를 쳤다.", why="a noun"),
        No("주민들과 함께한 간담회에서", why="with whom the meeting was", belongs_to="meeting.cue.noun"),
    ),
    value={"family": "attend"},
)

RULES = (VERB, NOUN, COURTESY, CALL, MEAL, WEAK, ATTEND)
