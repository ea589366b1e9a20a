"""An event noun: what stands before it (``열린 회담``) and what governs it at once (``회담을 추진``)."""

from __future__ import annotations

from visitextract.rules.factuality.endings import GAP
from visitextract.rules.rule import No, Rule, Yes

BEFORE = (
    Rule(
        id="factuality.before.held",
        means="a past modifier before the event noun: the event took place",
        pattern=(
            r"(?P<cue>열린|열렸던|가진|가졌던|진행된|진행한|개최된|개최한|이뤄진|이루어진|마친|끝난|"
            r"있었던|나눈|성사된)(?=\s)"
        ),
        yes=(Yes("지난 5월 부산에서 [cue:열린] 양국 정상회담 결과"), Yes("두 사람이 [cue:가진] 만찬 회동")),
        no=(
            No("내달 열릴 회담", why="a future modifier", belongs_to="factuality.before.scheduled"),
            No("회담이 열렸다", why="the event's own predicate", belongs_to="factuality.later.past"),
        ),
        value={"status": "held"},
    ),
    Rule(
        id="factuality.before.cancelled",
        means="the event noun is modified by a word of cancellation",
        pattern=r"(?P<cue>(?:취소|무산|불발)[된됐])(?=\s)",
        yes=(Yes("지난주 [cue:무산된] 회동을"), Yes("[cue:취소된] 정상회담")),
        no=(No("계약이 취소돼 두 대표가 만났다", why="another event"), No("무산 위기", why="nothing was called off")),
        value={"status": "cancelled"},
    ),
    Rule(
        id="factuality.before.postponed",
        means="the event noun is modified by a word of delay",
        pattern=r"(?P<cue>(?:연기|순연|보류)[된됐]|미뤄진)(?=\s)",
        yes=(Yes("지난주 [cue:연기된] 회동을"), Yes("한 차례 [cue:미뤄진] 정상회담")),
        no=(
            No("배우의 연기를 본 뒤 만났다", why="acting"),
            No("취소된 회담", why="off", belongs_to="factuality.before.cancelled"),
        ),
        value={"status": "postponed"},
    ),
    Rule(
        id="factuality.before.scheduled",
        means="a future modifier before the event noun",
        pattern=r"(?P<cue>열릴|열리는|가질|갖는|예정된|예정돼 있는|잡힌|앞둔|다가올|개최될|개최되는|개최하는)(?=\s)",
        yes=(Yes("다음 달 서울에서 [cue:열릴] 정상회담"), Yes("5일로 [cue:예정된] 오찬 회동")),
        no=(
            No("서울에서 열린 회담", why="past", belongs_to="factuality.before.held"),
            No("회담은 열릴지", why="no noun after it"),
        ),
        value={"status": "scheduled"},
    ),
    Rule(
        id="factuality.before.proposed",
        means="the event noun is modified by a word of proposal",
        pattern=r"(?P<cue>(?:{factuality:offer})(?:\s중인|하는|하던|하고 있는|해온|한|된|되는))(?=\s)",
        yes=(Yes("양측이 [cue:추진 중인] 정상회담"), Yes("김 대표가 [cue:제안한] 회동")),
        no=(
            No("회동을 제안했다", why="it follows the noun", belongs_to="factuality.noun.proposed"),
            No("사업 추진 방향", why="no event"),
        ),
        value={"status": "proposed"},
    ),
)

NOUN = (
    Rule(
        id="factuality.noun.done",
        means="the event noun is what somebody has held or brought about, in a modifier",
        pattern=(
            r"(?:을|를)?\s?(?:[가-힣]{1,6}\s)?(?P<cue>성사시킨|성사된|마친|가진|끝낸|진행한|개최한|"
            r"치른|열린)(?=\s(?!뒤|후|다음|직후|이후))"
        ),
        yes=(Yes("첫 회담을 일찍 [cue:성사시킨] 만큼"), Yes("만찬을 [cue:마친] 홍 대표는")),
        no=(No("만찬을 마친 뒤 떠난다", why="the predicate decides"), No("만찬을 가질 홍 대표", why="future")),
        value={"status": "held"},
    ),
    Rule(
        id="factuality.noun.off",
        means="the event noun is cancelled, falls through or is turned down",
        pattern=GAP + r"(?:{factuality:offer})?(?:을|를|이|도)?\s?(?P<cue>(?:{factuality:off}))(?!\s?(?:가능성|여부|없이))",
        yes=(Yes("회담이 돌연 [cue:취소]됐다"), Yes("만찬 [cue:무산]"), Yes("면담 요청을 [cue:거절]했다")),
        no=(
            No("회담을 열었다", why="held", belongs_to="factuality.later.past"),
            No("회담이 취소 없이 열렸다", why="the cancellation is denied"),
        ),
        value={"status": "cancelled"},
    ),
    Rule(
        id="factuality.noun.declined",
        means="somebody stays away from the event, or it does not take place",
        pattern=r"(?:에는|에도|에|은|는|이|가|을|를|도)?\s?"
        r"(?P<cue>불참|보이콧|(?:응하|참석하|나가|나서|열리|성사되|이뤄지|이루어지)지 (?:않|못))",
        yes=(Yes("회담에도 [cue:응하지 않]기로 했다"), Yes("회동에 [cue:불참]하기로 했다"), Yes("회담이 [cue:열리지 않]았다")),
        no=(
            No("회담에 응하기로 했다", why="it is accepted"),
            No("회담이 취소됐다", why="called off", belongs_to="factuality.noun.off"),
        ),
        value={"status": "cancelled"},
    ),
    Rule(
        id="factuality.noun.postponed",
        means="the event noun is put off to a later day",
        pattern=GAP + r"(?:{factuality:offer})?(?:을|를|이|도)?\s?(?P<cue>(?:{factuality:later}))(?!\s?(?:가능성|여부|없이)|자)",
        yes=(Yes("회담이 돌연 [cue:연기]됐다"), Yes("면담 일정을 [cue:미뤄] 달라고 했다")),
        no=(
            No("회담이 취소됐다", why="called off", belongs_to="factuality.noun.off"),
            No("회담이 연기 없이 열렸다", why="the delay is denied"),
        ),
        value={"status": "postponed"},
    ),
    Rule(
        id="factuality.noun.denied",
        means="somebody denies that the event took place or will: 회동설을 부인",
        pattern=r"(?:설|사실|의혹|보도|주장|여부|가능성)?(?:을|를|은|는|이|에 대해|에 대해선)?\s(?:[가-힣]{1,6}\s){0,2}?"
        r"(?P<cue>부인(?=했|하[고며]|한|해)|사실무근|사실이 아니|없었다(?=고|며|는))",
        yes=(Yes("회동설을 [cue:부인]했다"), Yes("회동 보도는 [cue:사실무근]이라고 했다"), Yes("면담은 [cue:없었다]고 밝혔다")),
        no=(No("회담에는 부인이 동행했다", why="a wife"), No("만찬을 부인과 함께했다", why="a wife")),
        value={"status": "denied"},
    ),
    Rule(
        id="factuality.noun.open",
        means="the event noun is a possibility, a forecast or a condition",
        pattern=GAP + r"(?P<cue>(?:{factuality:open})(?=[이은도을가에,.… ]|$)|성사될|성사되면|성사된다면|"
        r"이뤄진다면|이루어진다면|이뤄질지|성사 여부)",
        yes=(Yes("정상회담 [cue:가능성]이 나온다"), Yes("회동이 [cue:성사될] 수 있다"), Yes("만남이 [cue:이뤄진다면]")),
        no=(No("회담이 성사됐다", why="held", belongs_to="factuality.later.past"), No("회담 전망대", why="a building")),
        value={"status": "possible"},
    ),
    Rule(
        id="factuality.noun.proposed",
        means="the event noun is asked for, arranged, proposed or considered",
        pattern=GAP + r"(?P<cue>(?:{factuality:offer})|협의 중|논의 중|협의하고 있|논의하고 있|원한|원하|바란|"
        r"바라)(?!기|위|사(?:업|항)|세)",
        yes=(Yes("회동을 [cue:추진]하고 있다"), Yes("면담 일정을 [cue:조율] 중이다"), Yes("접견 [cue:요청]을 해왔다")),
        no=(
            No("회담에서 뜻을 모았다", why="the noun is the setting", belongs_to="factuality.later.past"),
            No("회담을 열고", why="no offer"),
        ),
        value={"status": "proposed"},
    ),
    Rule(
        id="factuality.noun.planned",
        means="the event noun is planned, ahead, or fixed",
        pattern=GAP + r"(?P<cue>(?:{factuality:planned})(?=[이으인된돼됐을도에로한하,.… ]|$)(?!\s?(?:을|를|도|"
        r"으로|로|에|을 마|을 끝))|잡혀|확정|(?<=일정을\s|일정도\s|개최를\s)(?:확인|공개|발표|소개|설명)(?=했|하[고며]|한|됐))",
        yes=(Yes("회담이 [cue:확정]됐다"), Yes("만찬이 [cue:예정]돼 있다"), Yes("정상회담 일정을 [cue:공개]했다")),
        no=(
            No("회담을 마쳤다", why="held", belongs_to="factuality.later.past"),
            No("만찬 일정을 소화했다", why="the predicate decides"),
        ),
        value={"status": "scheduled"},
    ),
    Rule(
        id="factuality.noun.ahead",
        means="the event noun is what something else goes before or serves: ahead when that happened, perhaps over by now",
        pattern=GAP + r"(?P<cue>앞두|앞둔|앞서|앞선|위해|위한|열리기도? 전|시작되기 전)",
        yes=(Yes("회담을 [cue:앞두]고 있다"), Yes("오찬을 [cue:위해] 도착했다")),
        no=(
            No("회담을 마쳤다", why="held", belongs_to="factuality.later.past"),
            No("회담이 예정돼 있다", why="planned", belongs_to="factuality.noun.planned"),
        ),
        value={"status": "scheduled", "note": "ahead"},
    ),
)

SINCE = Rule(
    id="factuality.noun.since",
    means="the event noun is what a later event is counted from: 회담 이후 두 달 만에",
    pattern=r"(?P<cue>\s?(?:이후|후|뒤))(?:에)?\s(?:불과\s|약\s|꼭\s)?(?:[^\s.,]{1,6}\s?){1,2}만(?=에|의|이|으로|\s)",
    yes=(Yes("첫 회담[cue: 이후] 두 달 만에 다시 만난다"), Yes("정상회담[cue: 후] 2개월만이다")),
    no=(
        No("회담 이후 두 장관이 떠났다", why="nothing is counted", belongs_to="factuality.noun.setting"),
        No("회담을 두 달 만에 열었다", why="the event itself comes after so long"),
    ),
    value={"status": "held"},
)

SETTING = Rule(
    id="factuality.noun.setting",
    means="the event noun is when or where something happens, not what is planned or proposed",
    pattern=r"(?P<cue>\s?(?:에서|서(?=\s)|에는|에선|에 이어|자리|석상|직후|이후|후(?=[ ,에])|뒤(?=[ ,에])|때(?!문)|당시|"
    r"도중|중(?=[ ,에])|결과|내내|"
    r"을 (?:통해|계기|갖고|열고|마치|한 뒤)|를 (?:통해|계기|갖고|하고)))",
    yes=(Yes("정상회담[cue:에서] 협력을 제안했다"), Yes("만찬[cue:을 계기]로 약속했다"), Yes("회동[cue: 직후] 떠났다")),
    no=(
        No("회담을 제안했다", why="the noun is what is proposed", belongs_to="factuality.noun.proposed"),
        No("회동이 열린다", why="a subject"),
    ),
    value={"status": "carry"},
)

LIGHT = Rule(
    id="factuality.noun.light",
    means="하다 makes a verb of the event noun",
    pattern=r"(?P<cue>(?:을|를|도)?\s?)(?=하[고며기면는자지려겠던]|했|한[다\s]|할|합니다|해(?!외|법|당|온|양)|함)",
    yes=(Yes("총리와 회담[cue:을 ]했다"), Yes("총리와 면담[cue:을 ]할 예정")),
    no=(No("회담을 열었다", why="another verb", belongs_to="factuality.later.past"), No("회담이 끝났다", why="another verb")),
)
