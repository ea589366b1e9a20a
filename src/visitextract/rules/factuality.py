"""From the predicate that governs an event to its status: held, scheduled, proposed, possible, cancelled, or read on.

Four families, each in order of precedence. ``BEFORE`` reads the words in front of an event noun (``열린 회담``), ``NOUN`` what
follows the noun at once (``회담을 추진``), ``FORM`` the ending of the event's own verb (``만났다``, ``만날 예정``), ``LATER`` the first
tensed predicate to the right, which governs a chain (``만나 …을 논의했다``). Status ``carry`` means: the form is open, read on.
"""

from __future__ import annotations

from visitextract.rules.rule import No, Rule, Yes


def _final(index: int) -> str:
    """A class of the syllables with one final consonant (4 ㄴ, 8 ㄹ, 17 ㅂ, 20 ㅆ), 있 and 겠 left out of ㅆ: they tell no tense."""
    return "[" + "".join(chr(code) for code in range(0xAC00 + index, 0xD7A4, 28) if chr(code) not in "있겠") + "]"


N, L, B, P = _final(4), _final(8), _final(17), _final(20)
_ENDS = r"(?:습니다|다(?!는|던|면)|고|으며|으나|지만|는데|음|기 때문|을 (?:때|당시)|어요|죠|자)"
_GAP = (
    r"(?:\s?(?:일정|개최|성사|방안|계획|회동|회담|간담회|자리|기회|여부|등))?"
    r"(?:을|를|이|가|은|는|도|의|에 대한|까지|에)?(?:\s(?:공식|적극|계속|직접|먼저|함께|다시|별도로|공식적으로|비공개로|현재|이미|전격|돌연|최종))?"
    r"\s?(?:일정|개최|성사|방안|계획|시기|여부)?(?:[을를이가도])?\s?"
)
_LIKELY = r"(?:제기|거론|점쳐|나온|나오|높|크다|큽|있)"

BEFORE = (
    Rule(
        id="factuality.before.held",
        means="a past modifier before the event noun: the event took place",
        pattern=r"(?P<cue>열린|열렸던|가진|가졌던|진행된|진행한|개최된|개최한|이뤄진|이루어진|마친|끝난|있었던|나눈|성사된)(?=\s)",
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
        pattern=r"(?P<cue>(?:취소|무산|불발|연기)[된됐])(?=\s)",
        yes=(Yes("지난주 [cue:무산된] 회동을"), Yes("[cue:취소된] 정상회담")),
        no=(No("계약이 취소돼 두 대표가 만났다", why="another event"), No("무산 위기", why="nothing was called off")),
        value={"status": "cancelled"},
    ),
    Rule(
        id="factuality.before.scheduled",
        means="a future modifier before the event noun",
        pattern=r"(?P<cue>열릴|열리는|가질|갖는|예정된|예정돼 있는|잡힌|앞둔|다가올|개최될|개최하는)(?=\s)",
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
        no=(No("회동을 제안했다", why="it follows the noun", belongs_to="factuality.noun.proposed"), No("사업 추진 방향", why="no event")),
        value={"status": "proposed"},
    ),
)

NOUN = (
    Rule(
        id="factuality.noun.off",
        means="the event noun is cancelled, falls through, is put off or turned down",
        pattern=_GAP + r"(?:{factuality:offer})?(?:을|를|이|도)?\s?(?P<cue>(?:{factuality:off}))(?!\s?(?:가능성|여부|없이))",
        yes=(Yes("회담이 돌연 [cue:취소]됐다"), Yes("만찬 [cue:무산]"), Yes("면담 요청을 [cue:거절]했다")),
        no=(
            No("회담을 열었다", why="held", belongs_to="factuality.later.past"),
            No("회담이 취소 없이 열렸다", why="the cancellation is denied"),
        ),
        value={"status": "cancelled"},
    ),
    Rule(
        id="factuality.noun.open",
        means="the event noun is a possibility, a forecast or a condition",
        pattern=_GAP + r"(?P<cue>(?:{factuality:open})(?=[이은도을가에,.… ]|$)|성사될|성사되면|성사된다면|이뤄진다면|이루어진다면|이뤄질지|성사 여부)",
        yes=(Yes("정상회담 [cue:가능성]이 나온다"), Yes("회동이 [cue:성사될] 수 있다"), Yes("만남이 [cue:이뤄진다면]")),
        no=(No("회담이 성사됐다", why="held", belongs_to="factuality.later.past"), No("회담 전망대", why="a building")),
        value={"status": "possible"},
    ),
    Rule(
        id="factuality.noun.proposed",
        means="the event noun is asked for, arranged, proposed or considered",
        pattern=_GAP + r"(?P<cue>(?:{factuality:offer})|협의 중|논의 중|협의하고 있|논의하고 있|원한|원하|바란|바라)(?!기|위|사(?:업|항)|세)",
        yes=(Yes("회동을 [cue:추진]하고 있다"), Yes("면담 일정을 [cue:조율] 중이다"), Yes("접견 [cue:요청]을 해왔다")),
        no=(No("회담에서 뜻을 모았다", why="the noun is the setting", belongs_to="factuality.later.past"), No("회담을 열고", why="no offer")),
        value={"status": "proposed"},
    ),
    Rule(
        id="factuality.noun.planned",
        means="the event noun is planned, ahead, or fixed",
        pattern=_GAP + r"(?P<cue>(?:{factuality:planned})(?=[이으인된돼됐을도에로한하,.… ]|$)(?!\s?(?:을|를|도|으로|로|에|을 마|을 끝))|잡혀|확정)",
        yes=(Yes("회담이 [cue:확정]됐다"), Yes("만찬이 [cue:예정]돼 있다")),
        no=(No("회담을 마쳤다", why="held", belongs_to="factuality.later.past"), No("만찬 일정을 소화했다", why="the predicate decides")),
        value={"status": "scheduled"},
    ),
    Rule(
        id="factuality.noun.ahead",
        means="the event noun is what something else goes before or serves: ahead when that happened, perhaps over by now",
        pattern=_GAP + r"(?P<cue>앞두|앞둔|앞서|앞선|위해|위한)",
        yes=(Yes("회담을 [cue:앞두]고 있다"), Yes("오찬을 [cue:위해] 도착했다")),
        no=(No("회담을 마쳤다", why="held", belongs_to="factuality.later.past"), No("회담이 예정돼 있다", why="planned", belongs_to="factuality.noun.planned")),
        value={"status": "scheduled", "note": "ahead"},
    ),
)

FORM = (
    Rule(
        id="factuality.form.conjecture",
        means="a past form under conjecture: -았을 가능성, -았을 것으로 보인다",
        pattern=P + r"을\s(?P<cue>것(?:으로|이라)|가능성|것 같|수도|듯)",
        yes=(Yes("두 사람이 만났을 [cue:가능성]이 있다"), Yes("의견을 나눴을 [cue:것으로] 보인다")),
        no=(No("만났을 때", why="a fact", belongs_to="factuality.form.past"), No("만날 가능성", why="future", belongs_to="factuality.form.open")),
        value={"status": "possible", "note": "conjecture"},
    ),
    Rule(
        id="factuality.form.past",
        means="a past ending on the event's verb: it took place",
        pattern=r"(?P<cue>" + P + _ENDS + r"|" + P + r"(?:다는|던|다던))",
        yes=(Yes("홍길동 대표를 만[cue:났다]."), Yes("위원장을 만[cue:났던] 김 의원"), Yes("총리와 회담[cue:했습니다]")),
        no=(No("홍길동 대표를 만난다.", why="present", belongs_to="factuality.form.present"), No("만나겠다", why="intention")),
        value={"status": "held"},
    ),
    Rule(
        id="factuality.form.denied",
        means="the event's verb is negated",
        pattern=r"(?P<cue>지(?:는|도)?\s?(?:않|못|말)|" + N + r" (?:적|바|사실)(?:이|도|은)?\s?(?:없|전혀)|" + L + r" 수(?:는|도|가)? 없)",
        yes=(Yes("두 사람은 만나[cue:지 않]았다"), Yes("그를 만[cue:난 적이 없]다")),
        no=(No("만난 적이 있다", why="affirmed", belongs_to="factuality.form.fact"), No("만날지 주목된다", why="open")),
        value={"status": "cancelled", "note": "denied"},
    ),
    Rule(
        id="factuality.form.generic",
        means="no single event: whenever they meet, habitual contacts",
        pattern=r"(?P<cue>" + L + r"\s?때(?:마다|면)?(?=[\s,])|" + L + r"수록|곤\s?(?:했|하|한)|(?:해|만나)\s?(?:왔|온))",
        yes=(Yes("손님을 만[cue:날 때] 쓰인다"), Yes("자주 면담[cue:해 왔]다"), Yes("이웃은 만[cue:날수록] 친해진다")),
        no=(No("손님을 만나서 말했다", why="one event", belongs_to="factuality.later.past"), No("만날 예정", why="plan", belongs_to="factuality.form.planned")),
        value={"status": "held", "note": "generic"},
    ),
    Rule(
        id="factuality.form.agreed",
        means="the parties agreed or decided to do it: -기로",
        pattern=r"(?P<cue>기로)(?=\s)",
        yes=(Yes("다음 주 만나[cue:기로] 했다"), Yes("위원장을 예방하[cue:기로] 했다")),
        no=(No("만나기 위해", why="purpose", belongs_to="factuality.form.purpose"), No("만나기를 희망한다", why="wish")),
        value={"status": "scheduled"},
    ),
    Rule(
        id="factuality.form.wish",
        means="the event is proposed, asked for or wished: -자고, -고 싶다, -기를 희망, -ㄹ 의향, -야 한다",
        pattern=r"(?P<cue>자(?:고|는|며)|고 싶|기(?:를|도)? ?(?:희망|원|바라|바란|기대|요청|제안)|" + L + r" ?(?:{factuality:wish})|" + L
        + r" 것을 (?:{factuality:offer})|[아어야해] ?(?:야|달라)|" + L + r" 수 있(?:도록|게|기를))",
        yes=(Yes("직접 만나[cue:자고] 제안했다"), Yes("그와 만[cue:날 의향]이 있다"), Yes("홍 대표를 만나[cue:고 싶]다")),
        no=(No("만나고 돌아왔다", why="a chain", belongs_to="factuality.form.chain"), No("만날 예정이다", why="plan", belongs_to="factuality.form.planned")),
        value={"status": "proposed"},
    ),
    Rule(
        id="factuality.form.arranged",
        means="the event is the content of an arrangement under way: 만나는 방안을 조율 중",
        pattern=r"(?P<cue>는\s(?:방안|일정|계획|것|안|문제|방향|시기|장소|자리)(?:을|를|도|이|으로|에 대해)?\s(?:[가-힣]{1,5}(?:게|로|히|적)\s)?(?:{factuality:offer}|협의|논의 중|희망|거론|추천))",
        yes=(Yes("대통령을 만나[cue:는 방안을 조율] 중이다"), Yes("장관을 예방하[cue:는 일정을 검토]하고 있다")),
        no=(No("만나는 것은 처음이다", why="no arrangement"), No("만나 협력 방안을 조율했다", why="what they talked of", belongs_to="factuality.later.past")),
        value={"status": "proposed"},
    ),
    Rule(
        id="factuality.form.open",
        means="the future form under possibility or forecast: -ㄹ 가능성, -ㄹ 것으로 보인다, -ㄹ 수 있다, -ㄹ지",
        pattern=r"(?P<cue>" + L + r" ?(?:{factuality:open}|듯|수도|수 있|것 같|지도? ?(?:모|주목|관심|여부|미지수|불투명|도 관심)|지(?=[ ,.…?]|$)|것(?:으로|이라고|이라는|이란)\s?(?:도 )?(?:{factuality:guess})))",
        yes=(Yes("둘이 만[cue:날 가능성]이 크다"), Yes("총리와 회동[cue:할 것으로 보인]다"), Yes("둘이 만[cue:날 수도] 있다")),
        no=(
            No("만날 것으로 알려졌다", why="hearsay told as fact", belongs_to="factuality.form.planned"),
            No("만날 예정", why="plan", belongs_to="factuality.form.planned"),
        ),
        value={"status": "possible"},
    ),
    Rule(
        id="factuality.form.planned",
        means="the future form: -ㄹ 예정, -ㄹ 것이라고 밝혔다, -ㄹ 것으로 알려졌다, -겠다",
        pattern=r"(?P<cue>" + L + r" ?(?:{factuality:planned}|것(?:이|임|입|으로|을|도)|거라|거예요|겁니다|당시|듯이)|겠(?:다|습|으)|" + L + r"게(?=[요.]))",
        yes=(Yes("회장을 만[cue:날 예정]이다"), Yes("총리와 면담[cue:할 것이]라고 했다"), Yes("그를 만나[cue:겠다]고 했다")),
        no=(No("회장을 만났다", why="past", belongs_to="factuality.form.past"), No("만날 가능성", why="open", belongs_to="factuality.form.open")),
        value={"status": "scheduled"},
    ),
    Rule(
        id="factuality.form.condition",
        means="a condition: -면, -ㄴ다면, -ㄹ 경우",
        pattern=r"(?P<cue>(?:" + N + r"|는)다면|면(?!서|담|접|모)(?=[ ,은]))",
        yes=(Yes("두 사람이 만[cue:난다면] 처음이다"), Yes("그와 만나[cue:면] 묻겠다")),
        no=(No("만나면서 말했다", why="a chain", belongs_to="factuality.form.chain"), No("만나 면담했다", why="a noun follows")),
        value={"status": "possible"},
    ),
    Rule(
        id="factuality.form.purpose",
        means="the event is what someone sets out for: -러, -려고, -기 위해, -고자",
        pattern=r"(?P<cue>려(?:고|는|던|다)?|러(?=\s)|고자|기 위(?:해|한|하)|기에 앞서|기 (?:전|앞서|직전))",
        yes=(Yes("회장을 만나[cue:기 위해] 왔다"), Yes("총리를 만나[cue:려] 한다")),
        no=(No("만나기로 했다", why="agreed", belongs_to="factuality.form.agreed"), No("만나 보니", why="a chain")),
        value={"status": "scheduled", "note": "ahead"},
    ),
    Rule(
        id="factuality.form.reported_plan",
        means="a present modifier under hearsay or before a fixed noun: 만나는 것으로 알려졌다",
        pattern=r"(?P<cue>는\s(?:것으로|것이|방향으로|쪽으로|일정(?:이|을)|계획(?:을|이))\s(?:{factuality:evident}|확정|정해|가닥|잡|세))",
        yes=(Yes("장관을 만나[cue:는 것으로 알려]졌다"), Yes("총리를 예방하[cue:는 계획을 세]웠다")),
        no=(No("만난 것으로 알려졌다", why="past", belongs_to="factuality.form.fact"), No("만나는 것은 좋다", why="general")),
        value={"status": "scheduled"},
    ),
    Rule(
        id="factuality.form.present",
        means="the present ending of news on the event's own verb, said of what is coming: 만난다, 만납니다",
        pattern=r"(?P<cue>" + N + r"다(?!면|던)|는다(?!면|던)|" + B + r"니다)",
        yes=(Yes("6일 총리를 만[cue:난다]."), Yes("오후에 회담[cue:합니다]")),
        no=(No("총리를 만난 뒤", why="a modifier", belongs_to="factuality.form.after"), No("만났다", why="past", belongs_to="factuality.form.past")),
        value={"status": "scheduled"},
    ),
    Rule(
        id="factuality.form.after",
        means="the event comes before what the sentence tells: its predicate decides",
        pattern=r"(?P<cue>" + N + r" ?(?:뒤|후|직후|이후|다음|가운데|상태|채))",
        yes=(Yes("총리를 만[cue:난 뒤] 떠날 예정"), Yes("회담[cue:한 후] 말했다")),
        no=(No("만난 사람은", why="a fact", belongs_to="factuality.form.fact"), No("만날 예정", why="plan", belongs_to="factuality.form.planned")),
        value={"status": "carry"},
    ),
    Rule(
        id="factuality.form.fact",
        means="the past modifier of the event's verb: 만난 저커버그는, 만난 것으로 알려졌다, 만난 바 있다",
        pattern=r"(?P<cue>" + N + r")(?=[\s(])",
        yes=(Yes("총리를 만[cue:난] 홍 대표는"), Yes("회담[cue:한] 것으로 알려졌다")),
        no=(No("총리를 만난다", why="present", belongs_to="factuality.form.present"), No("만날 때", why="future")),
        value={"status": "held"},
    ),
    Rule(
        id="factuality.form.future",
        means="the bare future modifier: what they are to talk of, whom one is to meet",
        pattern=r"(?P<cue>" + L + r")(?=\s[가-힣])",
        yes=(Yes("총리와 논의[cue:할] 종전안"), Yes("총리와 만[cue:날] 홍 대표")),
        no=(No("총리와 만나 논의했다", why="past", belongs_to="factuality.later.past"), No("총리와 면담한 홍 대표", why="past", belongs_to="factuality.form.fact")),
        value={"status": "scheduled", "note": "ahead"},
    ),
)

LATER = (
    Rule(
        id="factuality.later.conjecture",
        means="the chain ends under conjecture about what was done",
        pattern=P + r"을\s(?P<cue>것(?:으로|이라)|가능성|것 같|수도|듯)",
        yes=(Yes("만나 의견을 나눴을 [cue:가능성]이 있다"), Yes("현안을 다뤘을 [cue:것으로] 보인다")),
        no=(No("논의했을 때", why="a fact"), No("논의할 가능성", why="future", belongs_to="factuality.later.open")),
        value={"status": "possible", "note": "conjecture"},
    ),
    Rule(
        id="factuality.later.fact",
        means="the chain ends as reported past: -ㄴ 것으로 알려졌다, -ㄴ 바 있다",
        pattern=r"(?P<cue>" + N + r" (?:것으로 (?:{factuality:evident}|보인|보이|풀이)|것이다|바 있|적이 있))",
        yes=(Yes("만나 현안을 논의[cue:한 것으로 알려]졌다"), Yes("두 차례 방문[cue:한 바 있]다")),
        no=(No("논의할 것으로 알려졌다", why="future", belongs_to="factuality.later.planned"), No("논의한 뒤 떠났다", why="not final")),
        value={"status": "held"},
    ),
    Rule(
        id="factuality.later.habit",
        means="the chain ends in contacts kept up over time, no single event",
        pattern=r"(?P<cue>(?:해|쌓아|이어|나눠|맺어|다져|벌여)\s?(?:왔|온))",
        yes=(Yes("해마다 만나 친분을 [cue:쌓아왔]다"), Yes("수시로 의견을 교환[cue:해 왔]다")),
        no=(No("집으로 돌아왔다", why="a movement"), No("친분을 쌓았다", why="one event", belongs_to="factuality.later.past")),
        value={"status": "held", "note": "generic"},
    ),
    Rule(
        id="factuality.later.past",
        means="the chain ends in a past predicate",
        pattern=r"(?P<cue>" + P + _ENDS + r"|" + P + r"던 것|[고](?:\s)있(?:다|습니다|는 모습))",
        yes=(Yes("현안을 논의[cue:했다]."), Yes("의견을 나[cue:눴고] 곧 떠날 예정이다"), Yes("악수하[cue:고 있다]")),
        no=(No("현안을 논의한다", why="present", belongs_to="factuality.later.present"), No("지난해 추진했던 사업", why="a modifier, not the predicate")),
        value={"status": "held"},
    ),
    Rule(
        id="factuality.later.arranged",
        means="the chain is the content of an arrangement under way",
        pattern=r"(?P<cue>는\s(?:방안|일정|계획|것)(?:을|를|도)?\s(?:{factuality:offer}|협의)\s?(?:중|하고 있))",
        yes=(Yes("만나 식사하[cue:는 방안을 조율 중]이다"), Yes("함께 방문하[cue:는 일정을 추진하고 있]다")),
        no=(No("협력하는 방안을 논의했다", why="what they talked of"), No("조율 중이던 협상", why="another event")),
        value={"status": "proposed"},
    ),
    Rule(
        id="factuality.later.open",
        means="the chain ends in a possibility or forecast",
        pattern=r"(?P<cue>" + L + r" ?(?:{factuality:open}|듯(?!이)|수도|것 같|지(?:도| ) ?(?:모|주목|관심)|것(?:으로|이라고|이라는|이란)\s?(?:도 )?(?:{factuality:guess})))",
        yes=(Yes("만나 협업을 논의[cue:할 가능성]이 제기된다"), Yes("현안을 다[cue:룰 것으로 보인]다")),
        no=(No("논의할 예정이다", why="plan", belongs_to="factuality.later.planned"), No("논의했다", why="past", belongs_to="factuality.later.past")),
        value={"status": "possible"},
    ),
    Rule(
        id="factuality.later.wish",
        means="the chain ends in an offer, a wish or a demand about the chain itself",
        pattern=r"(?P<cue>고 싶|" + L + r" (?:의향|용의)|자고 (?:{factuality:offer}))",
        yes=(Yes("만나 대화하[cue:자고 제안]했다"), Yes("함께 이야기하[cue:고 싶]다")),
        no=(No("대화하고 돌아왔다", why="a fact"), No("대화할 예정", why="plan", belongs_to="factuality.later.planned")),
        value={"status": "proposed"},
    ),
    Rule(
        id="factuality.later.planned",
        means="the chain ends in a plan",
        pattern=r"(?P<cue>" + L + r" ?(?:예정|계획|방침|것이(?:라|다|며|고)|것으로|것임|것입|겁니다|거라)|(?<![가-힣])(?:예정|계획|방침)(?=[이인입으,.…]|$)|겠(?:다|습)"
        r"|기로 (?:했|한|합의|결정|뜻|하))",
        yes=(Yes("만찬을 가[cue:질 예정]이다"), Yes("협력을 논의[cue:할 것이라]고 했다"), Yes("면담을 진행하[cue:기로 했]다")),
        no=(No("논의했다", why="past", belongs_to="factuality.later.past"), No("계획안을 냈다", why="another noun")),
        value={"status": "scheduled"},
    ),
    Rule(
        id="factuality.later.condition",
        means="the chain is a condition",
        pattern=r"(?P<cue>(?:" + N + r"|는)다면|되면(?=[ ,])|할 경우)",
        yes=(Yes("만남이 이뤄[cue:진다면] 처음이다"), Yes("회담이 성사[cue:되면] 의미가 크다")),
        no=(No("이뤄진다", why="present", belongs_to="factuality.later.present"), No("한다며", why="a quotation")),
        value={"status": "possible"},
    ),
    Rule(
        id="factuality.later.present",
        means="the chain ends in the present ending of news, said of what is coming",
        pattern=r"(?P<cue>(?:" + N + r"|는)다(?!면|던|는)|(?!입|습)" + B + r"니다)",
        yes=(Yes("오후에 만찬을 갖[cue:는다]."), Yes("국빈 일정을 소화[cue:합니다]")),
        no=(No("만찬을 가졌다", why="past", belongs_to="factuality.later.past"), No("처음입니다", why="a copula tells no tense")),
        value={"status": "scheduled"},
    ),
)

RULES = (*BEFORE, *NOUN, *FORM, *LATER)
