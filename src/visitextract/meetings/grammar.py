"""Which chains of a sentence take part in the meeting that a cue tells of: counterparts, subject, and who is no party."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import regex

from visitextract.lexicon import words
from visitextract.meetings.chains import Chain
from visitextract.meetings.cues import Hit
from visitextract.rules.factuality import P, N
from visitextract.sentences import Sentence

# A predicate that closes a clause: what stands before it belongs to another event.
_BARRIER = regex.compile(
    r"(?:[하되갖짓보받주있열내오가맺리지치키서]고|[하되으이보리지치키내]며|면서|지만|는데|(?<=[가-힣]{2})(?<!올|남|동|서|이|피|손|북)해|[돼켜쳐겨]|하여|되어|"
    + P + r"(?:고|으며|지만|는데|다|으나|습니다))(?=[\s,])"
)
# Predicates that lead up to a meeting and do not close its clause.
_LEADING = regex.compile(
    r"(?:초청|초대|동석|동행|대동|배석|합석|함께|방문|방한|방중|방일|방미|이동|도착|입국|비롯|포함|통|위|마주|상대|참석|접견|예방|귀국)(?:해|하여)(?=[\s,])|함께하고|걸쳐|불러|찾아|모시고|맞아|맞이해|만나|갖고|이어서"
)
_NOT_WITH = regex.compile(r"\s?(?:관련|달리|같|비교|대한|대해|관한|맞서|경쟁|별도|무관|마찬|비슷|다르|다른|결별|갈등|충돌|싸우|싸운|거래|친분|친한|결혼|이혼|협력(?=[해하])|협업(?=[해하])|손(?:을|\s)?\s?잡)")
_NOT_OBJECT = regex.compile(r"\s?(?:위해|위한|통해|향해|향한|두고|놓고|상대로|대상으로|둘러싼|둘러싸|앞두|겨냥|중심으로|대신|제외|뺀|포함한|비롯한 [가-힣]+들이)")
_TRANSITIVE = regex.compile(r"면담|독대|대면|만남|접견|예방|알현")
_INVITING = regex.compile(r"초청|초대|불러|모시|맞아|맞이|찾아|비롯")
_NEXT = regex.compile(r"\s?(?:간|사이|양자)?의?\s?(?:[가-힣A-Za-z0-9·']{1,7}\s?){0,2}?")
_PARTICLED = regex.compile(r"[가-힣](?:은|는|이|가|을|를|에서|에게|에|와|과|도|고|며)\s")
_PRESS = regex.compile(r"(?:기자(?:들|단|와|회견)?|취재진|출입기자(?:단|들)?|언론(?:인)?(?:들)?|본지|특파원(?:단|들)?|매체)(?:과|와|을|를|의)?(?:의|도|는|은)?\s?(?:[^\s,]{1,8}\s){0,2}$")
_STORY = regex.compile(r"극\s?중|" + "|".join(sorted(words("meeting_words", "fiction"))))
_SPORT = regex.compile("|".join(sorted(words("meeting_words", "sport"))))
_OWN = regex.compile(r"[^\s,.]{2,}(?:(?:과|와)(?:의|도|는)?|을|를)\s(?:[^\s,.]{1,8}\s){0,2}$")
_GROUP = regex.compile(
    r"(?:^|[\s,])(?P<group>(?:[가-힣A-Za-z0-9·]+(?<![은는을를서로게고며에])\s){0,3}[가-힣A-Za-z0-9·]*(?:들|유족|가족|경영진|임원진|지도부|대표단|임직원|노조|(?<=[\s\d])여?\s?명))"
    r"(?:과|와|을|를)(?:의|도)?\s(?:[^\s,.]{1,6}\s)?$"
)
_PUBLIC = regex.compile(r"시민|주민|당원|지지자|팬|관객|관람객|손님|고객|소비자|독자|시청자|사람들|이들|아이들|기자|취재진|국민|학생|상인|관광객|환자|것들|친구")
_OWN_COMITATIVE = regex.compile(r"[^\s,.]{2,}(?:과|와)(?:의|도|는)?\s(?:[^\s,.]{1,8}\s){0,2}$")
_CHIEFS = regex.compile(r"경영진|임원진|수뇌부|지도부|대표단|총수|대표들|장관들|정상들")
_HEAD_VERB = regex.compile(r"[^\s,.]{0,3}" + N + r"\s")
_TAKING_PART = regex.compile(r"에\s(?:함께\s)?(?:참석|참여|배석|동석)(?:한|했던)\s")
_HEAD_NOUN = regex.compile(r"(?:(?:을|를|에)\s(?:[^\s,.]{1,6}\s)?[^\s,.]*|(?=[한된했]))" + N + r"\s")
_SOURCE = regex.compile(r"관계자|소식통|당국자|업계|언론|외신|측근|재계|정치권|정가")
_LAWYER = regex.compile(r"변호[인사]|구치소|수감|교도소|구속")
_RELATIVE = regex.compile(r"\s?(?:[^\s,]{1,10}\s){0,3}?(?!지난|오는|이런|다른|또한)[^\s,]*(?:[한된던온난린진친킨낸탄든]|[하되있없오가나리치지주]는)\s(?=[가-힣A-Z'‘\"])")


def counterparts_of(text: str, hit: Hit, chains: Sequence[Chain], floor: int) -> list[Chain]:
    """The chains before a cue that its word takes as the other side, in text order."""
    found: list[Chain] = []
    before = [chain for chain in chains if chain.after <= hit.start and chain.start >= floor]
    for chain in reversed(before):
        gap = text[chain.after : hit.start]
        if len(gap) > 90:
            break
        if _takes(text, hit, chain, gap, nearest=chain is before[-1]):
            found.append(chain)
    return found[::-1]


def _takes(text: str, hit: Hit, chain: Chain, gap: str, *, nearest: bool) -> bool:
    """Whether a cue takes a chain as its counterpart, by the chain's particle and the words between."""
    blocked = _BARRIER.search(_LEADING.sub("", gap)) is not None
    if hit.family == "weak":
        people = any(ref.kind == "person" or (ref.kind == "group" and _CHIEFS.search(ref.name)) for ref in chain.refs)
        return chain.role == "with" and people and not blocked and not _NOT_WITH.match(gap)
    if chain.role == "with":
        return not blocked and not _NOT_WITH.match(gap) and hit.family != "attend" or (hit.family == "attend" and not gap.strip())
    if hit.family == "attend":
        return False
    if hit.family == "meal":
        return chain.role == "to" and people_of(chain) and len(gap) <= 16 and not blocked
    if chain.role in ("object", "also"):
        if blocked or _NOT_OBJECT.match(gap):
            return False
        if hit.family == "alone":
            return len(gap) <= 12 and chain.role == "object"
        if hit.family == "verb" or _TRANSITIVE.match(text, hit.start):
            return chain.role == "object" or len(gap) <= 12
        return chain.role == "object" and _INVITING.match(gap.strip()) is not None
    if chain.role in ("of", "bare") and nearest and hit.family in ("noun", "call", "alone"):
        limit = 4 if hit.family == "alone" or chain.role == "bare" else 16
        if chain.role == "bare" and hit.family != "alone" and all(ref.kind == "organization" for ref in chain.refs):
            return False
        return len(gap.strip()) <= limit and _NEXT.fullmatch(gap) is not None and not _PARTICLED.search(gap)
    return False


def subject_of(text: str, hit: Hit, chains: Sequence[Chain], counterparts: Sequence[Chain]) -> Chain | None:
    """Who meets: the nearest subject or topic before the cue; a subject inside a relative clause yields to the topic before it."""
    before = [c for c in chains if c.after <= hit.start and c.role in ("topic", "subject") and c not in counterparts and not _source(c)]
    topics = [chain for chain in before if chain.role == "topic"]
    for chain in reversed(before):
        if chain.role == "subject" and any(topic.start < chain.start for topic in topics):
            match = _RELATIVE.match(text, chain.after, hit.start)
            if match and not any(other.start == match.end() for other in counterparts):
                continue
        return chain
    return None


def _source(chain: Chain) -> bool:
    """Whether a chain is somebody who only tells of the meeting (대통령실 관계자는, 업계는)."""
    return all(ref.kind == "group" and _SOURCE.search(ref.name) for ref in chain.refs)


def head_of(text: str, hit: Hit, chains: Sequence[Chain]) -> Chain | None:
    """The noun phrase that a meeting clause modifies: ``총리를 만난 홍 대표는``."""
    after = next((chain for chain in chains if chain.start >= hit.end), None)
    if after is None or after.start - hit.end > 14:
        return None
    if hit.family == "verb":
        modifies = _HEAD_VERB.fullmatch(text, hit.end - 1, after.start)
    else:
        modifies = _HEAD_NOUN.fullmatch(text, hit.end, after.start)
    return after if modifies and (people_of(after) or _TAKING_PART.match(text, hit.end)) else None


def group_before(text: str, hit: Hit, floor: int) -> str | None:
    """The unnamed people whom a cue takes as its counterpart (``참사 유족을 만나`` gives ``참사 유족``); none for the public at large."""
    match = _GROUP.search(text, max(floor, hit.start - 40), hit.start)
    return match["group"].strip() if match and not _PUBLIC.search(match["group"]) else None


def unnamed_before(text: str, hit: Hit, chains: Sequence[Chain], floor: int) -> bool:
    """Whether a cue has a counterpart of its own that is nobody the article names (``시민들을 만났다``)."""
    own = _OWN if hit.family in ("verb", "alone") or _TRANSITIVE.match(text, hit.start) else _OWN_COMITATIVE
    match = own.search(text, max(floor, hit.start - 24), hit.start)
    return match is not None and not any(chain.start <= match.start() < chain.after for chain in chains)


def pair_of(chain: Chain) -> bool:
    """Whether a chain alone names two parties who can meet each other (두 정상은, A와 B는)."""
    return len(chain.keys) + sum(1 for ref in chain.refs if not ref.keys and not ref.pronoun) >= 2


def people_of(chain: Chain) -> bool:
    """Whether a chain holds a person, not organizations alone."""
    return any(ref.kind == "person" for ref in chain.refs)


def is_press(text: str, hit: Hit, floor: int, chains: Sequence[Chain], media: Collection[str]) -> bool:
    """Whether the other side is the press: 기자들과 만나, 본지와 통화에서."""
    if _PRESS.search(text[max(floor, hit.start - 30) : hit.start]):
        return True
    near = [chain for chain in chains if chain.after <= hit.start and hit.start - chain.after <= 12]
    if near and near[-1].role == "with":
        organizations = [ref for ref in near[-1].refs if ref.kind == "organization"]
        only = len(organizations) == len(near[-1].refs)
        if any(key in media for ref in organizations for key in ref.keys):
            return True
        return only and hit.family == "call"
    return hit.family == "call" and regex.match(r"에서|에\s", text[hit.end : hit.end + 2]) is not None and not near


def is_story(text: str, sentence: Sentence, hit: Hit, chains: Sequence[Chain], teams: Collection[str]) -> bool:
    """Whether the word tells of a fixture, a story on screen or a lawyer's visit rather than of a meeting."""
    if hit.family == "verb" and (
        _SPORT.search(text, sentence.start, sentence.end) or any(key in teams for chain in chains for key in chain.keys)
    ):
        return True
    if hit.kind == "courtesy_call" and _LAWYER.search(text, max(sentence.start, hit.start - 30), hit.start):
        return True
    return _STORY.search(text, sentence.start, hit.start) is not None and hit.family == "verb"
