"""The first tensed predicate to the right of an open form: it governs the chain (``만나 …을 논의했다``)."""

from __future__ import annotations

from visitextract.rules.factuality.endings import ACT, BIEUP, NIEUN, PAST, RIEUL, SSANG_SIOT
from visitextract.rules.rule import No, Rule, Yes

LATER = (
    Rule(
        id="factuality.later.question",
        means="the chain is a question: whether they met, when they will",
        pattern=r"(?P<cue>[가-힣]냐(?=[\s?고는가’'”\"]|$))",
        yes=(Yes("만나 돈을 받았[cue:느냐]고 물었다"), Yes("그를 만나서 받[cue:았냐]고 했다")),
        no=(No("만나 돈을 받았다", why="told", belongs_to="factuality.later.past"), No("냐옹 하고 울었다", why="no ending")),
        value={"status": "possible", "note": "generic"},
    ),
    Rule(
        id="factuality.later.off",
        means="the chain ends in a cancellation",
        pattern=r"(?P<cue>(?:무산|불발|취소|백지화)(?:됐|되|된|했|돼))",
        yes=(Yes("만남은 한쪽이 피해 [cue:불발됐]다"), Yes("일정이 겹쳐 [cue:취소됐]다")),
        no=(
            No("무산 위기를 넘겼다", why="it was not called off"),
            No("현안을 논의했다", why="past", belongs_to="factuality.later.past"),
        ),
        value={"status": "cancelled"},
    ),
    Rule(
        id="factuality.later.postponed",
        means="the chain ends in a delay",
        pattern=r"(?P<cue>(?:연기|순연|보류)(?:됐|되|된|했|돼)|미뤄[졌진]|미뤘)",
        yes=(Yes("회담은 일정이 겹쳐 [cue:연기됐]다"), Yes("만남은 내달로 [cue:미뤄졌]다")),
        no=(No("배우로 연기를 펼쳤다", why="acting"), No("회담을 열었다", why="past", belongs_to="factuality.later.past")),
        value={"status": "postponed"},
    ),
    Rule(
        id="factuality.later.conjecture",
        means="the chain ends under conjecture about what was done",
        pattern=SSANG_SIOT + r"을\s(?P<cue>것(?:으로|이라)|가능성|것 같|수도|듯)",
        yes=(Yes("만나 의견을 나눴을 [cue:가능성]이 있다"), Yes("현안을 다뤘을 [cue:것으로] 보인다")),
        no=(No("논의했을 때", why="a fact"), No("논의할 가능성", why="future", belongs_to="factuality.later.open")),
        value={"status": "possible", "note": "conjecture"},
    ),
    Rule(
        id="factuality.later.fact",
        means="the chain ends as reported past: -ㄴ 것으로 알려졌다, -ㄴ 바 있다",
        pattern=r"(?P<cue>" + NIEUN + r" (?:것으로 (?:{factuality:evident}|보인|보이|풀이)|것이다|바 있|적이 있))",
        yes=(Yes("만나 현안을 논의[cue:한 것으로 알려]졌다"), Yes("두 차례 방문[cue:한 바 있]다")),
        no=(
            No("논의할 것으로 알려졌다", why="future", belongs_to="factuality.later.planned"),
            No("논의한 뒤 떠났다", why="not final"),
        ),
        value={"status": "held"},
    ),
    Rule(
        id="factuality.later.alleged",
        means="the chain ends in a past clause that hangs on a noun: -았다는 의혹",
        pattern=r"(?P<cue>" + SSANG_SIOT + r"다는)(?=\s)",
        yes=(Yes("둘이 만나 모의[cue:했다는] 혐의를 받는다"), Yes("식사를 함께[cue:했다는] 주장이 나왔다")),
        no=(No("만나 논의한다는 계획이다", why="future"), No("만나 논의했다", why="final", belongs_to="factuality.later.past")),
        value={"status": "held"},
    ),
    Rule(
        id="factuality.later.habit",
        means="the chain ends in contacts kept up over time, no single event",
        pattern=r"(?P<cue>(?:해|쌓아|이어|나눠|맺어|다져|벌여)\s?(?:왔|온(?=\s(?:것|바|셈|터|사이))))",
        yes=(Yes("해마다 만나 친분을 [cue:쌓아왔]다"), Yes("수시로 의견을 교환[cue:해 왔]다")),
        no=(
            No("집으로 돌아왔다", why="a movement"),
            No("조율해온 방안을 논의할 예정", why="a modifier", belongs_to="factuality.later.planned"),
            No("친분을 쌓았다", why="one event", belongs_to="factuality.later.past"),
        ),
        value={"status": "held", "note": "generic"},
    ),
    Rule(
        id="factuality.later.past",
        means="the chain ends in a past predicate",
        pattern=r"(?P<cue>" + PAST + r"|" + SSANG_SIOT + r"던 것)",
        yes=(Yes("현안을 논의[cue:했다]."), Yes("의견을 나[cue:눴고] 곧 떠날 예정이다")),
        no=(
            No("현안을 논의한다", why="present", belongs_to="factuality.later.present"),
            No("지난해 추진했던 사업", why="a modifier, not the predicate"),
        ),
        value={"status": "held"},
    ),
    Rule(
        id="factuality.later.prepared",
        means="the chain is what an occasion in preparation is for: 만나 의견을 듣는 자리를 준비하고 있다",
        pattern=r"(?P<cue>는\s(?:자리|행사|기회)(?:을|를|도)?\s(?:준비|마련)(?:하고 있|할 예정| 중))",
        yes=(Yes("만나 의견을 듣[cue:는 자리를 준비하고 있]다"), Yes("함께 식사하[cue:는 행사도 마련할 예정]이다")),
        no=(No("의견을 듣는 자리를 마련했다", why="past"), No("자료를 준비하고 있다", why="no occasion")),
        value={"status": "scheduled"},
    ),
    Rule(
        id="factuality.later.ongoing",
        means="the chain ends in what goes on: a photo's caption tells of a meeting that way",
        pattern=r"(?P<cue>고 있(?:다|습니다|는 모습))",
        yes=(Yes("악수하[cue:고 있다]"), Yes("이야기를 나누[cue:고 있는 모습]")),
        no=(No("악수했다", why="past", belongs_to="factuality.later.past"), No("악수하고 있던 사이", why="a modifier")),
        value={"status": "held", "note": "ongoing"},
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
        pattern=r"(?P<cue>" + RIEUL + r" ?(?:{factuality:open}|듯(?!이)|수도|것 같|지(?:도| ) ?(?:모|주목|관심)|것(?:으로|이라고|"
        r"이라는|이란)\s?(?:도 )?(?:{factuality:guess})))",
        yes=(Yes("만나 협업을 논의[cue:할 가능성]이 제기된다"), Yes("현안을 다[cue:룰 것으로 보인]다")),
        no=(
            No("논의할 예정이다", why="plan", belongs_to="factuality.later.planned"),
            No("논의했다", why="past", belongs_to="factuality.later.past"),
        ),
        value={"status": "possible"},
    ),
    Rule(
        id="factuality.later.wish",
        means="the chain ends in an offer, a wish or a demand about the chain itself",
        pattern=r"(?P<cue>고 싶|" + RIEUL + r" (?:의향|용의)|자고 (?:{factuality:offer}))",
        yes=(Yes("만나 대화하[cue:자고 제안]했다"), Yes("함께 이야기하[cue:고 싶]다")),
        no=(No("대화하고 돌아왔다", why="a fact"), No("대화할 예정", why="plan", belongs_to="factuality.later.planned")),
        value={"status": "proposed"},
    ),
    Rule(
        id="factuality.later.before",
        means="the chain is what something else goes before or serves: -기 하루 전, -기 위해",
        pattern=r"(?P<cue>(?:갖|열|하|만나|가지|들어가)기(?:도|에)?\s?(?:하루|이틀|사흘|직|바로)?\s?(?:전|앞서|위해|위한))",
        yes=(Yes("만나 정상회담을 [cue:갖기 하루 전]에 이뤄졌다"), Yes("만나 현안을 논의[cue:하기 위해] 떠났다")),
        no=(No("만나 논의했다", why="past", belongs_to="factuality.later.past"), No("하기 나름이다", why="another noun")),
        value={"status": "scheduled", "note": "ahead"},
    ),
    Rule(
        id="factuality.later.agreed",
        means="the chain ends in what they agreed when they met: 만나 공급하기로 했다",
        pattern=r"(?<![논협]의하|회담하|면담하|회동하|대화하|진행하|개최하|방문하|참석하|함께하|이어가|만나|가지|나누|[갖열])"
        r"(?P<cue>기로 (?:했|한|합의|결정|뜻|하))",
        yes=(Yes("만나 부품을 공급하[cue:기로 했]다"), Yes("회담을 갖고 서로 돕[cue:기로 합의]했다")),
        no=(
            No("내주 만나 현안을 논의하기로 했다", why="the talk itself is ahead", belongs_to="factuality.later.planned"),
            No("현안을 논의했다", why="past", belongs_to="factuality.later.past"),
        ),
        value={"status": "held"},
    ),
    Rule(
        id="factuality.later.promised",
        means="the chain ends in a promise made on the spot: 찾아 적극 지원하겠다고 밝혔다",
        pattern=r"(?P<cue>(?:지원|노력|협력|개선|보답|검토|마련|강화|확대|반영|해결)(?:을 )?(?:하|해 나가|다하)?"
        r"겠다(?:고 (?:밝|말|약속|강조|전했|화답|다짐|격려)|"
        r"는 (?:의지|뜻|각오|포부|계획|방침)(?:를|을|도)? (?:밝혔|전했|다졌|강조했|내비쳤|드러냈)))",
        yes=(
            Yes("현장을 찾아 적극 [cue:지원하겠다고 밝]혔다"),
            Yes("주민들을 만나 대책을 [cue:마련하겠다고 약속]했다"),
            Yes("공장을 방문해 안전을 [cue:강화하겠다는 의지를 밝혔]다"),
        ),
        no=(
            No("만나 설득하겠다고 밝혔다", why="what the visit is for", belongs_to="factuality.later.planned"),
            No("지원할 예정이다", why="plan", belongs_to="factuality.later.planned"),
        ),
        value={"status": "held"},
    ),
    Rule(
        id="factuality.later.planned",
        means="the chain ends in a plan",
        pattern=r"(?P<cue>"
        + RIEUL
        + r" ?(?:예정|계획|방침)|"
        + ACT
        + r" ?(?:것이(?:라|다|며|고)|것으로|것$|것임|것입|겁니다|거라)|(?:논의|협의|진행|개최|다뤄|이뤄|이어|열)(?:될|질|릴) 것"
        r"(?:이(?:라|다|며|고)|으로 (?:{factuality:evident}))|(?<![가-힣])(?:예정|계획|방침)"
        r"(?=[이인입으,.…]|$)|겠(?:다|습)|(?<=[가-힣])(?<!크|가|열|시)키로(?=$|[.…\"”])"
        r"|기로 (?:했|한|합의|결정|뜻|하))",
        yes=(Yes("만찬을 가[cue:질 예정]이다"), Yes("협력을 논의[cue:할 것이라]고 했다"), Yes("면담을 진행하[cue:기로 했]다")),
        no=(No("논의했다", why="past", belongs_to="factuality.later.past"), No("계획안을 냈다", why="another noun")),
        value={"status": "scheduled"},
    ),
    Rule(
        id="factuality.later.condition",
        means="the chain is a condition",
        pattern=r"(?P<cue>(?:" + NIEUN + r"|는)다면|되면(?=[ ,])|할 경우)",
        yes=(Yes("만남이 이뤄[cue:진다면] 처음이다"), Yes("회담이 성사[cue:되면] 의미가 크다")),
        no=(No("이뤄진다", why="present", belongs_to="factuality.later.present"), No("한다며", why="a quotation")),
        value={"status": "possible"},
    ),
    Rule(
        id="factuality.later.ought",
        means="the chain ends in what ought to be said or done there: ahead, unless told as done elsewhere",
        pattern=r"(?P<cue>(?<=[해돼나와가워줘])야 (?:한다는|할))",
        yes=(Yes("회담에서 이 문제를 제기해[cue:야 한다는] 입장"), Yes("만나 사과해[cue:야 할] 것")),
        no=(
            No("제기했다", why="past", belongs_to="factuality.later.past"),
            No("제기해야 한다고 말했다", why="what was said", belongs_to="factuality.later.past"),
        ),
        value={"status": "scheduled", "note": "ahead"},
    ),
    Rule(
        id="factuality.later.told",
        means="the chain ends in a verb of speaking in the narrator's present: what was said there",
        pattern=r"(?P<cue>(?:언급|토로|지적|반박|당부|화답)(?:합니다|한다(?=[.,\s]|$))|털어놓(?:습니다|는다))",
        yes=(Yes("통화에서 무역 문제를 [cue:언급합니다]"), Yes("만나 어려움을 [cue:토로한다].")),
        no=(No("만나 언급할 예정", why="plan", belongs_to="factuality.later.planned"), No("회담을 엽니다", why="ahead")),
        value={"status": "held"},
    ),
    Rule(
        id="factuality.later.present",
        means="the chain ends in the present ending of news, said of what is coming",
        pattern=r"(?P<cue>(?<!지지|생각|환영|희망|기대|요구|촉구|존중|동의|인식|평가|주장|반대|우려|중요|필요)(?:"
        + NIEUN
        + r"|는)다(?!면|던|는)|(?!입|습)"
        + BIEUP
        + r"니다)",
        yes=(Yes("오후에 만찬을 갖[cue:는다]."), Yes("국빈 일정을 소화[cue:합니다]")),
        no=(No("만찬을 가졌다", why="past", belongs_to="factuality.later.past"), No("처음입니다", why="a copula tells no tense")),
        value={"status": "scheduled"},
    ),
)

REVERSAL = Rule(
    id="factuality.reversal",
    means="what was planned, proposed or agreed came to nothing",
    pattern=r"(?:기로 (?:했|하)|예정(?:이었|됐|돼 있었)|계획(?:이었|했)|추진(?:했|하)|제안(?:했|하)|"
    r"요청(?:했|하)|려 (?:했|하)|려던|려다)[^.]{0,40}?(?P<cue>취소|무산|불발|거절|거부|철회|백지화|"
    r"연기(?=[됐했돼된하])|미뤄[졌진]|미뤘)",
    yes=(Yes("만나기로 했으나 일정 탓에 [cue:취소]됐다"), Yes("면담을 요청했지만 [cue:거절]당했다")),
    no=(
        No("만나기로 했다", why="it stands"),
        No("회담이 취소됐다", why="nothing was planned in words", belongs_to="factuality.later.off"),
    ),
    value={"status": "cancelled"},
)
