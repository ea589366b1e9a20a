"""Which chains of a sentence take part in the meeting that a cue tells of: counterparts, subject, and who is no party."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from visitextract.lexicon import words
from visitextract.meetings.chains import Chain, group_name, vague
from visitextract.meetings.cues import Hit
from visitextract.patterns import lazily
from visitextract.rules.meetings import clause, context
from visitextract.sentences import Sentence

_NEXT = lazily(r"\s?(?:간|사이|양자)?의?\s?(?:[가-힣A-Za-z0-9·'‘]{1,7}\s?){0,2}?")  # 두 사람 간 비공개 (회동)
_PARTICLED = lazily(r"[가-힣](?:은|는|이|가|을|를|에서|에게|에|와|과|도|고|며)\s|(?:으로|로)\s[^\s]{1,4}(?:해|하여|겨)\s")
_BEHIND = 12  # how far behind the meeting's word those who are there may start
_NEAR_WORDS = 4  # words within which the predicate of a relative clause follows its subject
_REACH = 90  # how far before its word a counterpart may stand
_SEEN = lazily(r"관람|시사회|상영회|개막|영화제|제작")  # people of the news at a showing
_MEALS = ("breakfast", "luncheon", "dinner")
_ROUND_TABLE = lazily(r"(?:조찬|오찬|만찬)?\s?(?:간담|좌담회|차담회)")
_CHIEF, _SOURCE = (tuple(words("meeting_words", kind)) for kind in ("chief", "source"))


def counterparts_of(text: str, hit: Hit, chains: Sequence[Chain], floor: int) -> list[Chain]:
    """The chains before a cue that its word takes as the other side, in text order."""
    found: list[Chain] = []
    before = [chain for chain in chains if chain.after <= hit.start and chain.start >= floor]
    for chain in reversed(before):
        gap = text[chain.after : hit.start]
        if len(gap) > _REACH:
            break
        if chain.role == "object" and any(other.role == "object" for other in found):
            continue  # 영화를 보려고 들른 서울에서 김 대표를 만났다: one verb, one object
        if _takes(text, hit, chain, gap, nearest=chain is before[-1]):
            found.append(chain)
    return found[::-1]


def _takes(text: str, hit: Hit, chain: Chain, gap: str, *, nearest: bool) -> bool:
    """Whether a cue takes a chain as its counterpart, by the chain's particle and the words between."""
    blocked = closed(text, chain.after, hit.start)
    if hit.family == "weak":
        people = any(ref.kind == "person" or (ref.kind == "group" and _any(_CHIEF, ref.name)) for ref in chain.refs)
        return chain.role == "with" and people and not blocked and not clause.NO_COMPANION.compiled.match(gap)
    if chain.role == "with" and text.endswith(("함께", "더불어"), chain.end, chain.after):
        return not blocked
    if hit.family == "alone" and not _may_be_called_on(text, hit, chain, gap):
        return False
    if chain.role == "with":
        return not gap.strip() if hit.family == "attend" else not blocked and not clause.NO_COMPANION.compiled.match(gap)
    if hit.family == "attend":
        return False
    if hit.family == "meal" or text.startswith("전화를", hit.start):
        return chain.role == "to" and people_of(chain) and len(gap) <= 16 and not blocked
    if chain.role in ("object", "also"):
        return not blocked and _takes_object(text, hit, chain, gap)
    if chain.role == "bare" and hit.family == "verb":
        return nearest and gap == " " and not any(ref.pronoun for ref in chain.refs)  # a headline: 홍길동, 김 대표 만나
    if chain.role == "subject" and hit.family == "noun" and people_of(chain):
        at_it = context.TOOK_PART.compiled.match(text, hit.end) is not None
        return at_it and clause.HOSTED.compiled.fullmatch(gap) is not None
    return nearest and chain.role in ("of", "bare") and hit.family in ("noun", "call", "alone") and _names_noun(hit, chain, gap)


def _may_be_called_on(text: str, hit: Hit, chain: Chain, gap: str) -> bool:
    """Whether a chain can be whom 예방 or 접견 is of: an object, or right before the word; for 예방 somebody with a name."""
    if chain.role != "object" and (gap.strip() or chain.role == "also"):
        return False
    if not text.startswith("예방", hit.start):
        return True
    return any(ref.kind != "group" for ref in chain.refs) and (chain.role == "object" or people_of(chain))


def _takes_object(text: str, hit: Hit, chain: Chain, gap: str) -> bool:
    """Whether a cue takes an object (장관을 만나, 장관을 초청해 회담), or an object that 도 marks (장관도 만나)."""
    if clause.NO_OBJECT.compiled.match(gap):
        return False
    if hit.family == "alone":
        return len(gap) <= 12 and chain.role == "object"
    if hit.family == "verb" or clause.TRANSITIVE.compiled.match(text, hit.start):
        return chain.role == "object" or len(gap) <= 12
    return chain.role == "object" and clause.INVITING.compiled.search(gap) is not None


def _names_noun(hit: Hit, chain: Chain, gap: str) -> bool:
    """Whether a chain with 의, or without a particle, says whose meeting the noun names (A와 B의 비공개 회동)."""
    if pair_of(chain) and gap.startswith((" 간", " 사이")):
        return len(gap) <= 16 and not _PARTICLED.search(gap)
    limit = 4 if hit.family == "alone" or chain.role == "bare" else 16
    if chain.role == "bare" and hit.family != "alone" and all(ref.kind == "organization" for ref in chain.refs):
        return False
    return len(gap.strip()) <= limit and _NEXT.fullmatch(gap) is not None and not _PARTICLED.search(gap)


def _any(parts: tuple[str, ...], phrase: str) -> bool:
    return any(part in phrase for part in parts)


def closed(text: str, start: int, end: int) -> bool:
    """Whether a predicate between two offsets closes a clause, so that what stands before it belongs to another event."""
    return clause.CLOSING.compiled.search(clause.LEADING.compiled.sub("", text[start:end])) is not None


def subject_of(text: str, hit: Hit, chains: Sequence[Chain], counterparts: Sequence[Chain]) -> Chain | None:
    """Who meets: the nearest subject or topic before the cue; a subject in a relative clause yields to the topic before it."""
    before = [
        c for c in chains if c.after <= hit.start and c.role in ("topic", "subject") and c not in counterparts and not _source(c)
    ]
    topics = [chain for chain in before if chain.role == "topic"]
    for chain in reversed(before):
        if chain.role == "subject" and any(topic.start < chain.start for topic in topics):
            match = clause.RELATIVE.compiled.search(text, chain.after, hit.start)
            near = match is not None and text.count(" ", chain.after, match.start()) <= _NEAR_WORDS
            if match and near and not any(other.start == match.end() for other in counterparts):
                continue
        return chain
    return None


def _source(chain: Chain) -> bool:
    """Whether a chain is somebody who only tells of the meeting (대통령실 관계자는, 업계는)."""
    return all(ref.kind == "group" and _any(_SOURCE, ref.name) for ref in chain.refs)


def head_of(text: str, hit: Hit, chains: Sequence[Chain]) -> Chain | None:
    """The noun phrase that a meeting clause modifies: ``총리를 만난 홍 대표는``."""
    after = next((chain for chain in chains if chain.start >= hit.end), None)
    if after is None or after.start - hit.end > 14:
        return None
    if hit.family == "verb":
        modifies = clause.HEAD_OF_VERB.compiled.fullmatch(text, hit.end - 1, after.start)
    else:
        modifies = clause.HEAD_OF_NOUN.compiled.fullmatch(text, hit.end, after.start)
    return after if modifies and (people_of(after) or context.TOOK_PART.compiled.match(text, hit.end)) else None


def present_behind(text: str, hit: Hit, chains: Sequence[Chain], subject: Chain | None) -> list[Chain]:
    """Who meets where the meeting is the setting, the subject first: ``회담에서 A가 B에게``, ``회담에 앞서 A와 B가 악수``."""
    setting = clause.AT_TALKS.compiled.match(text, hit.end)
    if setting is None:
        return []
    behind = [chain for chain in chains if chain.start >= setting.end()]
    if not behind or behind[0].start - setting.end() > _BEHIND or not people_of(behind[0]):
        return []
    if behind[0].role in ("subject", "topic"):
        if pair_of(behind[0]) and clause.GREETS.compiled.match(text, behind[0].after + 1):
            return behind[:1]
        subject, behind = behind[0], behind[1:2]
    if subject is None or pair_of(subject) or not behind or not people_of(subject) or not people_of(behind[0]):
        return []
    return [subject, behind[0]] if _faces(text, behind[0]) and behind[0].keys.isdisjoint(subject.keys) else []


def _faces(text: str, chain: Chain) -> bool:
    """Whether somebody is addressed, greeted or listened to (B에게, B와 악수, B의 말을 듣고)."""
    if chain.role == "of":
        return clause.HEARS.compiled.match(text, chain.after) is not None
    return chain.role == "to" or (chain.role == "with" and clause.GREETS.compiled.match(text, chain.after + 1) is not None)


def group_before(text: str, hit: Hit, floor: int) -> str | None:
    """The unnamed people whom a cue takes as its counterpart (``피해자 유족을 만나``); None for the public at large."""
    view = text, max(floor, hit.start - 40), hit.start
    if _ROUND_TABLE.match(text, hit.start) and (heard := clause.HEARD.compiled.search(*view)):
        return group_name(heard["cue"].strip())
    match = clause.GROUP.compiled.search(*view)
    name = group_name(match["cue"].strip()) if match else ""
    return name if name and (not vague(name) or _hears_residents(text, hit, name)) else None


def _hears_residents(text: str, hit: Hit, name: str) -> bool:
    """Whether a group too vague to be met elsewhere is whom a round table is for (주민들과 간담회를 열었다)."""
    return _ROUND_TABLE.match(text, hit.start) is not None and clause.RESIDENTS.compiled.fullmatch(name) is not None


def unnamed_before(text: str, hit: Hit, chains: Sequence[Chain], floor: int) -> bool:
    """Whether a cue has a counterpart of its own that is nobody the article names (``시민들을 만났다``)."""
    own = (
        clause.OWN_COUNTERPART
        if hit.family in ("verb", "alone") or clause.TRANSITIVE.compiled.match(text, hit.start)
        else clause.OWN_COMPANION
    )
    if _ROUND_TABLE.match(text, hit.start) and clause.HEARD.compiled.search(text, max(floor, hit.start - 40), hit.start):
        return True
    match = own.compiled.search(text, max(floor, hit.start - 24), hit.start)
    return match is not None and not any(chain.start <= match.start() < chain.after for chain in chains)


def inviting(text: str, hit: Hit, chains: Sequence[Chain], subject: Chain | None) -> Chain | None:
    """At whose invitation a meal or round table is held, where the sentence says who comes (홍 시장 초청으로 상인들이 오찬을)."""
    for chain in chains:
        if subject is None or chain.after > subject.start:
            break
        if not people_of(chain):
            continue
        if chain.role in ("bare", "of") and clause.INVITED.compiled.match(text, chain.end) and chain.quote == subject.quote:
            return chain if hit.kind in _MEALS or _ROUND_TABLE.match(text, hit.start) else None
    return None


def pair_of(chain: Chain) -> bool:
    """Whether a chain alone names two parties who can meet each other (두 정상은, A와 B는)."""
    return len(chain.keys) + sum(1 for ref in chain.refs if not ref.keys and not ref.pronoun) >= 2


def people_of(chain: Chain) -> bool:
    """Whether a chain holds a person, not organizations alone."""
    return any(ref.kind == "person" for ref in chain.refs)


def is_press(text: str, hit: Hit, floor: int, chains: Sequence[Chain], media: Collection[str]) -> bool:
    """Whether the other side is the press: 기자들과 만나, 본지와 통화에서."""
    if (
        hit.family == "verb"
        and context.INTERVIEW.compiled.search(text, hit.end, min(len(text), hit.end + 70))
        and not _heads(chains, hit)
    ):
        return True
    if context.PRESS.compiled.search(text, max(floor, hit.start - 30), hit.start):
        return True
    near = [chain for chain in chains if chain.after <= hit.start and hit.start - chain.after <= 12]
    if near and near[-1].role == "with":
        organizations = [ref for ref in near[-1].refs if ref.kind == "organization"]
        only = len(organizations) == len(near[-1].refs)
        if any(key in media for ref in organizations for key in ref.keys):
            return True
        return only and hit.family == "call"
    return hit.family == "call" and text.startswith(("에서", "에 "), hit.end) and not near


def _heads(chains: Sequence[Chain], hit: Hit) -> bool:
    return any(chain.role in ("topic", "subject") and chain.after <= hit.start for chain in chains)


def is_story(text: str, sentence: Sentence, hit: Hit, chains: Sequence[Chain], teams: Collection[str]) -> bool:
    """Whether the word tells of a fixture, a story on screen or a lawyer's visit rather than of a meeting."""
    if hit.family == "verb" and (
        context.SPORT.compiled.search(text, sentence.start, sentence.end)
        or any(key in teams for chain in chains for key in chain.keys)
    ):
        return True
    if (hit.family == "verb" or text.startswith("대면", hit.start)) and context.COURT.compiled.search(
        text, max(sentence.start, hit.start - 60), hit.start
    ):
        return True
    if hit.kind == "courtesy_call" and context.CUSTODY.compiled.search(text, max(sentence.start, hit.start - 30), hit.start):
        return True
    story = context.STORY.compiled.search(text, sentence.start, hit.start)
    return story is not None and hit.family == "verb" and not _SEEN.search(text, story.end(), hit.start)
