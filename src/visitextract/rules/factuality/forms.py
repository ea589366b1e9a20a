"""The ending of the event's own verb: ``만났다``, ``만날 예정``, ``만나는 방안을 조율``; status ``carry`` says read on."""

from __future__ import annotations

from visitextract.rules.factuality.endings import BIEUP, NIEUN, PAST, RIEUL, SSANG_SIOT
from visitextract.rules.rule import No, Rule, Yes

FORM = (
    Rule(
        id="factuality.form.conjecture",
        means="a past form under conjecture: -았을 가능성, -았을 것으로 보인다",
        pattern=SSANG_SIOT + r"을\s(?P<cue>것(?:으로|이라)|가능성|것 같|수도|듯)",
        yes=(Yes("두 사람이 만났을 [cue:가능성]이 있다"), Yes("의견을 나눴을 [cue:것으로] 보인다")),
        no=(
            No("만났을 때", why="a fact", belongs_to="factuality.form.past"),
            No("만날 가능성", why="future", belongs_to="factuality.form.open"),
        ),
        value={"status": "possible", "note": "conjecture"},
    ),
    Rule(
        id="factuality.form.contested",
        means="the event is alleged and the allegation denied: 만났다는 의혹을 부인했다, 만난 적이 없다고 밝혔다",
        pattern=r"(?:"
        + SSANG_SIOT
        + r"다는\s(?:[^\s.,]{1,8}\s){0,3}?(?P<cue>부인(?=했|하[고며]|한|해)|사실무근|사실이 아니|사실이 아닌)|(?P<cue>"
        + NIEUN
        + r" (?:적|바|사실|일)(?:이|도|은|조차)?\s?(?:전혀\s)?없(?:었)?다(?=고|며|면서|는 (?:입장|취지|것))))",
        yes=(Yes("김 회장을 만[cue:난 적이 없다]고 밝혔다"), Yes("김 회장을 만났다는 의혹을 [cue:부인]했다")),
        no=(
            No("두 사람은 만난 적이 없다.", why="told by the author", belongs_to="factuality.form.denied"),
            No("만났다는 의혹을 받는다", why="not denied", belongs_to="factuality.form.past"),
        ),
        value={"status": "denied"},
    ),
    Rule(
        id="factuality.form.reckoned",
        means="the event is spoken of for how often or how long since: 만나는 것은 두 달 만이다",
        pattern=r"(?P<cue>(?:는 (?:것은|건)|" + NIEUN + r" (?:것은|건))(?=\s[^.]{2,60}(?:만이|만에|번째|처음|이후|이래)))",
        yes=(Yes("두 정상이 만나[cue:는 것은] 두 달 만이다"), Yes("두 사람이 만[cue:난 것은] 이번이 처음이다")),
        no=(
            No("만난 것으로 알려졌다", why="hearsay", belongs_to="factuality.form.fact"),
            No("만나는 것은 좋다", why="an opinion"),
        ),
        value={"status": "held", "note": "bare"},
    ),
    Rule(
        id="factuality.form.hoped",
        means="a wish in the past form: -았으면 좋겠다, -았으면 한다",
        pattern=r"(?P<cue>" + SSANG_SIOT + r"으면\s?(?:좋|한다|하는|합니다|싶))",
        yes=(Yes("직접 만[cue:났으면 좋]겠다"), Yes("둘이 면담[cue:했으면 한다]고 했다")),
        no=(
            No("만났으면서 모른 척했다", why="done"),
            No("만났다", why="past", belongs_to="factuality.form.past"),
        ),
        value={"status": "proposed"},
    ),
    Rule(
        id="factuality.form.past",
        means="a past ending on the event's verb: it took place",
        pattern=r"(?P<cue>" + PAST + r"|" + SSANG_SIOT + r"(?:다는|던|다던))",
        yes=(Yes("홍길동 대표를 만[cue:났다]."), Yes("위원장을 만[cue:났던] 김 의원"), Yes("총리와 회담[cue:했습니다]")),
        no=(No("홍길동 대표를 만난다.", why="present", belongs_to="factuality.form.present"), No("만나겠다", why="intention")),
        value={"status": "held"},
    ),
    Rule(
        id="factuality.form.denied",
        means="the event's verb is negated",
        pattern=r"(?P<cue>지(?:는|도)?\s?(?:않|못|말)|"
        + NIEUN
        + r" (?:적|바|사실)(?:이|도|은)?\s?(?:없|전혀)|"
        + RIEUL
        + r" 수(?:는|도|가)? 없)",
        yes=(Yes("두 사람은 만나[cue:지 않]았다"), Yes("그를 만[cue:난 적이 없]다")),
        no=(No("만난 적이 있다", why="affirmed", belongs_to="factuality.form.fact"), No("만날지 주목된다", why="open")),
        value={"status": "cancelled", "note": "denied"},
    ),
    Rule(
        id="factuality.form.generic",
        means="no single event: whenever they meet, habitual contacts, what somebody ought to do",
        pattern=r"(?P<cue>"
        + RIEUL
        + r"\s?때(?:마다|면)?(?=[\s,])|"
        + RIEUL
        + r"수록|곤\s?(?:했|하|한)|(?:해|만나)\s?(?:왔|온)|(?<=[가-힣])야(?=만?[\s,]))",
        yes=(
            Yes("손님을 만[cue:날 때] 쓰인다"),
            Yes("자주 면담[cue:해 왔]다"),
            Yes("이웃은 만[cue:날수록] 친해진다"),
            Yes("둘이 만나[cue:야] 풀린다"),
        ),
        no=(
            No("손님을 만나서 말했다", why="one event", belongs_to="factuality.later.past"),
            No("만날 예정", why="plan", belongs_to="factuality.form.planned"),
        ),
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
        pattern=r"(?P<cue>자(?:고|는|며)|고 싶|기(?:를|도)? ?(?:희망|원|바라|바란|기대|요청|제안)|"
        + RIEUL
        + r" ?(?:{factuality:wish})|"
        + RIEUL
        + r" 것을 (?:{factuality:offer})|[아어해] ?달라|"
        + RIEUL
        + r" 수 있(?:도록|게|기를))",
        yes=(Yes("직접 만나[cue:자고] 제안했다"), Yes("그와 만[cue:날 의향]이 있다"), Yes("홍 대표를 만나[cue:고 싶]다")),
        no=(
            No("만나고 돌아왔다", why="a chain", belongs_to="factuality.later.past"),
            No("만날 예정이다", why="plan", belongs_to="factuality.form.planned"),
        ),
        value={"status": "proposed"},
    ),
    Rule(
        id="factuality.form.arranged",
        means="the event is the content of an arrangement under way: 만나는 방안을 조율 중",
        pattern=(
            r"(?P<cue>는\s(?:방안|일정|계획|것|안|문제|방향|시기|장소|자리)(?:을|를|도|이|으로|에 대해)"
            r"?\s(?:[가-힣]{1,5}(?:게|로|히|적)\s)?(?:{factuality:offer}|협의|논의(?= 중|하고|되고)|희망|거론|추천))"
        ),
        yes=(Yes("대통령을 만나[cue:는 방안을 조율] 중이다"), Yes("장관을 예방하[cue:는 일정을 검토]하고 있다")),
        no=(
            No("만나는 것은 처음이다", why="no arrangement"),
            No("만나 협력 방안을 조율했다", why="what they talked of", belongs_to="factuality.later.past"),
        ),
        value={"status": "proposed"},
    ),
    Rule(
        id="factuality.form.open",
        means="the future form under possibility or forecast: -ㄹ 가능성, -ㄹ 것으로 보인다, -ㄹ 수 있다, -ㄹ지",
        pattern=r"(?P<cue>" + RIEUL + r" ?(?:{factuality:open}|듯|수도|수 있|것 같|지도? ?(?:모|주목|관심|여부|미지수|불투명|도 "
        r"관심)|지(?=[ ,.…?]|$)|것(?:으로|이라고|이라는|이란)\s?(?:도 )?(?:{factuality:guess})))",
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
        pattern=r"(?P<cue>" + RIEUL + r" ?(?:{factuality:planned}|것(?:이|임|입|으로|을|도|$)|거라|거예요|겁니다|당시|듯이)|"
        r"겠(?:다|습|으)|" + RIEUL + r"게(?=[요.]))",
        yes=(Yes("회장을 만[cue:날 예정]이다"), Yes("총리와 면담[cue:할 것이]라고 했다"), Yes("그를 만나[cue:겠다]고 했다")),
        no=(
            No("회장을 만났다", why="past", belongs_to="factuality.form.past"),
            No("만날 가능성", why="open", belongs_to="factuality.form.open"),
        ),
        value={"status": "scheduled"},
    ),
    Rule(
        id="factuality.form.condition",
        means="a condition: -면, -ㄴ다면, -ㄹ 경우",
        pattern=r"(?P<cue>(?:" + NIEUN + r"|는)다면|면(?!서|담|접|모)(?=[ ,은]))",
        yes=(Yes("두 사람이 만[cue:난다면] 처음이다"), Yes("그와 만나[cue:면] 묻겠다")),
        no=(No("만나면서 말했다", why="a chain", belongs_to="factuality.later.past"), No("만나 면담했다", why="a noun follows")),
        value={"status": "possible"},
    ),
    Rule(
        id="factuality.form.purpose",
        means="the event is what someone sets out for: -러, -려고, -기 위해, -고자",
        pattern=r"(?P<cue>려(?:고|는|던|다)?|(?<!들)러(?=\s)|고자|기 위(?:해|한|하)|기에 앞서|기 (?:전|앞서|직전))",
        yes=(Yes("회장을 만나[cue:기 위해] 왔다"), Yes("총리를 만나[cue:려] 한다")),
        no=(No("만나기로 했다", why="agreed", belongs_to="factuality.form.agreed"), No("만나 보니", why="a chain")),
        value={"status": "scheduled", "note": "ahead"},
    ),
    Rule(
        id="factuality.form.reported_plan",
        means="a present modifier under hearsay or before a fixed noun: 만나는 것으로 알려졌다",
        pattern=(
            r"(?P<cue>는\s(?:것으로|것이|방향으로|쪽으로|일정(?:이|을)|계획(?:을|이))"
            r"\s(?:{factuality:evident}|확정|정해|가닥|잡|세))"
        ),
        yes=(Yes("장관을 만나[cue:는 것으로 알려]졌다"), Yes("총리를 예방하[cue:는 계획을 세]웠다")),
        no=(No("만난 것으로 알려졌다", why="past", belongs_to="factuality.form.fact"), No("만나는 것은 좋다", why="general")),
        value={"status": "scheduled"},
    ),
    Rule(
        id="factuality.form.present",
        means="the present ending of news on the event's own verb, said of what is coming: 만난다, 만납니다",
        pattern=r"(?P<cue>" + NIEUN + r"다(?!면|던)|는다(?!면|던)|" + BIEUP + r"니다)",
        yes=(Yes("6일 총리를 만[cue:난다]."), Yes("오후에 회담[cue:합니다]")),
        no=(
            No("총리를 만난 뒤", why="a modifier", belongs_to="factuality.form.after"),
            No("만났다", why="past", belongs_to="factuality.form.past"),
        ),
        value={"status": "scheduled"},
    ),
    Rule(
        id="factuality.form.after",
        means="the event comes before what the sentence tells: its predicate decides",
        pattern=r"(?P<cue>" + NIEUN + r" ?(?:뒤|후|직후|이후|다음|가운데|상태|채))",
        yes=(Yes("총리를 만[cue:난 뒤] 떠날 예정"), Yes("회담[cue:한 후] 말했다")),
        no=(
            No("만난 사람은", why="a fact", belongs_to="factuality.form.fact"),
            No("만날 예정", why="plan", belongs_to="factuality.form.planned"),
        ),
        value={"status": "carry"},
    ),
    Rule(
        id="factuality.form.fact",
        means="the past modifier of the event's verb: 만난 홍 대표는, 만난 것으로 알려졌다, 만난 바 있다",
        pattern=r"(?P<cue>(?!는)" + NIEUN + r")(?=[\s(])",
        yes=(Yes("총리를 만[cue:난] 홍 대표는"), Yes("회담[cue:한] 것으로 알려졌다")),
        no=(No("총리를 만난다", why="present", belongs_to="factuality.form.present"), No("만날 때", why="future")),
        value={"status": "held"},
    ),
    Rule(
        id="factuality.form.modifier",
        means="the present modifier: it goes on, or is coming, as seen from the day it is told of",
        pattern=r"(?P<cue>는)(?=\s)",
        yes=(Yes("총리를 만나[cue:는] 홍 대표"), Yes("총리와 회담하[cue:는] 홍 대표")),
        no=(
            No("총리를 만나는지 물었다", why="open"),
            No("총리를 만난 홍 대표", why="past", belongs_to="factuality.form.fact"),
        ),
        value={"status": "scheduled", "note": "ahead"},
    ),
    Rule(
        id="factuality.form.future",
        means="the bare future modifier: what they are to talk of, whom one is to meet",
        pattern=r"(?P<cue>" + RIEUL + r")(?=\s[가-힣])",
        yes=(Yes("총리와 논의[cue:할] 종전안"), Yes("총리와 만[cue:날] 홍 대표")),
        no=(
            No("총리와 만나 논의했다", why="past", belongs_to="factuality.later.past"),
            No("총리와 면담한 홍 대표", why="past", belongs_to="factuality.form.fact"),
        ),
        value={"status": "scheduled", "note": "ahead"},
    ),
)
