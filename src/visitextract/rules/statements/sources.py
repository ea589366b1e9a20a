"""Who said it and where: 에 따르면, speaker tags, sentences that announce a quotation, occasions."""

from __future__ import annotations

from visitextract.rules.rule import No, Rule, Yes
from visitextract.rules.statements.verbs import main_form

ACCORDING = Rule(
    id="statement.source.according",
    means="에 따르면 after a source: the rest of the sentence is the source's",
    pattern=r"(?<=\S)(?P<mark>(?: 등(?: [가-힣]{1,8}){0,2})?에 (?:따르면|의하면)),?",
    yes=(
        Yes("국토교통부[mark:에 따르면] 도로가 열린다."),
        Yes("가나통신[mark: 등 외신에 따르면] 회담은 길어졌다."),
    ),
    no=(
        No("홍길동 장관의 지시에 따라 도로가 열린다.", why="에 따라 is no source"),
        No("규정에 따른 조치다.", why="no source"),
    ),
    value={"clause": "according"},
)

SPEAKER_TAG = Rule(
    id="statement.source.tag",
    means="a broadcast's speaker tag before the opening mark: [홍길동/국회의원 (3월 2일)], <홍길동 / 주민>, 홍길동 장관 :",
    pattern=(
        r"(?:[\[<◀]\s?(?:인터뷰|녹취|싱크|현장음)?\s?[|:/]?\s?(?P<who>(?!(?:현장음|인터뷰|녹취|앵커|기자|리포트)\s*[\]>▶])[^\[\]<>\"“”:.?!]{2,50}?)\s*"
        r"(?:\((?P<day>[^()]{2,20})\)\s*)?"
        r"(?::\s*|[\]>▶]\s*:?\s*)"
        r"|(?<![^\s.?!…\"”\]])\s*(?P<who>[가-힣]{2,5}(?:\([^()]{1,20}\))?\s?/\s?[^\"“”.,:/\n]{2,40}?)\s*:?\s*"
        r"|(?<![^\n.?!…\"”\]])\s*(?P<who>[가-힣]{2,5}\s[^\"“”.,:\n]{2,30}?)\s?:\s*)\Z"
    ),
    yes=(
        Yes("회의가 끝났습니다. [[who:홍길동 장관] : "),
        Yes("[[who:김민수/가나당 의원] ([day:3월 2일])]"),
        Yes("<[who:김민수 / 마을 주민]> "),
        Yes("◀[who:김민수 한빛학원 실장]▶"),
        Yes("이렇게 밝혔습니다.[who:박서연 / 가나청 대변인]"),
    ),
    no=(
        No("홍길동 장관은 ", why="an ordinary subject"),
        No("[현장음] ", why="nobody is named"),
        No("[사진=홍길동 기자] 회의가 끝났습니다. ", why="not before the mark"),
    ),
)

SAID_BEFORE = Rule(
    id="statement.tail.said_before",
    means="a sentence that only says that somebody spoke; his words follow as a sentence of their own",
    pattern=rf"(?:(?<![^\n])|(?<=[은는이가께도로게며]\s)|(?<=(?:다시|한번|한마디|이렇게|이처럼|크게|또|거듭|불쑥)\s)){main_form('say')}[.:]\s*\Z",
    yes=(
        Yes("홍길동 장관이 [verb:말했다]. "),
        Yes("옆에 있던 김민수 대표는 이렇게 [verb:물었다]."),
    ),
    no=(
        No("홍길동 장관은 준비가 됐다고 말했다. ", why="what he said is told already"),
        No("홍길동 장관이 말했다. 회의가 끝났다. ", why="another sentence stands between"),
    ),
)

OCCASION = Rule(
    id="statement.occasion",
    means="where or through what it was said: …에서, …을 통해",
    pattern=(
        r"(?<![^\s,\"”’])(?P<occasion>(?:[^\s\"“”'‘’,.]{1,15}(?<![은는이가도])\s){0,4}[^\s\"“”'‘’,.]{0,10}?"
        r"(?:{occasions:speech}|{occasions:media}|{occasions:event}))"
        r"(?:에서(?:도|는)?|에선|에(?! (?:대해|대한|관해|따라|따르|맞서|이어|앞서|비해))"
        r"|[을를] (?:통해|내고|내어|내)|로|으로)(?=[\s,])"
    ),
    yes=(
        Yes("홍길동 장관은 [occasion:국회 기자회견]에서 길이 열렸다고 밝혔다."),
        Yes("김민수 대표는 [occasion:페이스북]을 통해 사과했다."),
    ),
    no=(
        No("홍길동 장관은 기자회견을 열었다.", why="not where it was said"),
        No("공장에서 일한다.", why="no occasion of speech"),
    ),
)

ADDRESSEE = Rule(
    id="statement.addressee",
    means="whom it is said to: 에게, 한테, 께 or 을 향해 with at most two words between it and the words or the verb",
    pattern=(
        r"(?<![가-힣A-Za-z0-9])(?P<who>[가-힣A-Za-z0-9·]{1,14}?(?:\([^()]{1,20}\))?)"
        r"(?:(?:에게|한테|께)(?:는|도)?|[을를] 향해)(?:서)?,?"
        r"(?: (?!다시 말)[가-힣]{1,6}(?<![고며면서해여자던한된는은이가]),?){0,2}+\s?(?=[\"“]|\Z|[가-힣]+다)"
    ),
    yes=(
        Yes('홍길동 장관은 [who:취재진]에게 "길이 열렸다"고 말했다.'),
        Yes('김민수 대표는 박서연 [who:위원장]을 향해 "사과하라"고 외쳤다.'),
    ),
    no=(
        No('홍길동 장관은 "길이 열렸다"고 말했다.', why="nobody is spoken to"),
        No('홍길동 장관은 주민에게 쌀을 나눠 주고 "길이 열렸다"고 말했다.', why="the rice goes to them, not the words"),
    ),
)

FORMS = (ACCORDING, SPEAKER_TAG, SAID_BEFORE, OCCASION, ADDRESSEE)
