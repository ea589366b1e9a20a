"""Who says it: the subject before the words, the subject before the verb, the speaker of the sentence before."""

from __future__ import annotations

from dataclasses import dataclass, field

from visitextract.entities import PartyFact
from visitextract.lexicon import words
from visitextract.patterns import lazily
from visitextract.rules.statements import clauses
from visitextract.statements.frames import Frame
from visitextract.statements.predicates import Predicate
from visitextract.statements.subjects import Subject, party
from visitextract.statements.unnamed import COUNTRY_ID, PRONOUN_ID, UNLISTED_ID, is_one_person, names_body, speaks

_REACH = 4  # how many sentences back a dropped subject may be looked for, where the sentence says that it goes on
_NEAR = 2  # the same, where it does not say so
_NEXT = 2  # how far behind a verb that qualifies a noun this noun may begin
_BRIEF = 20  # how far behind its subject a clause that says what the words are about may end
_TIGHT = 40  # how far before the words the subject of an inner report may end

_IS_HIM = lazily(r"(?:이었|였|이다|입니|이에)[가-힣]*\.?\Z")  # 그를 두둔한 사람이 있었다. 바로 홍 대표였다.
_MANY = lazily(r"들\Z|[·,]|[와과]\s|\s?측\Z")
_SHORTENED = 2  # a shortened name has at least so many letters
_POINTING = lazily(r"(?:이|그|해당|동)\s")
_CONTINUES = lazily(
    r"(?:이어|또한|또|그러면서도?|아울러|특히|다만|하지만|그러나|그리고|이에|나아가|더불어|앞서|반면|한편으로|계속해서"
    r"|마지막으로|끝으로|덧붙여|그|이와 함께|이 자리에서|이날)"
    r"(?:서|는)?[\s,]"
)
_GOES_ON_SAYING = lazily(r"(?:이어|이어서|또|또한|아울러|그러면서)[\s,]")
_NOT_ITS_OWN = lazily(  # X가 제기한 의혹에 대해: X is the subject of 제기한, not of the speech
    r"[가-힣]*[한된린인는던힌낸온긴킨운른]\s(?:[가-힣]+\s){0,3}?[가-힣]*(?:에|데) (?:대해|대한|관해|맞서)"
    r"|[한된는던힌낸온]\s[^,]{0,20}?(?:과|와) 관련"
    r"|[한된는던힌낸온린인]\s(?:것|점|데|일)(?:을 두고|에 대해)|것을 두고|질문에|지적에"
)
_OTHER_SUBJECT = lazily(r"[가-힣A-Za-z0-9][이가]\s")
_TURN = lazily(r"[가-힣](?:는데|지만|으나|자),?\s")  # endings after which the subject may change
_ARTICLE = lazily(r"\d[조항호]\Z")  # 제3조는: a law says nothing by itself
_TELLER = lazily(r"[가-힣][이가은는]\s\Z")  # …했다고 가나통신이 전했다: who tells on stands behind
_TOLD_ON = lazily(r"(?:고[도만]?|며|면서)(?![가-힣])")
_STRANGER = lazily(  # a topic right before the words that is nobody we know
    r"(?<![가-힣A-Za-z0-9])(?P<np>(?:[가-힣]\s)?[가-힣A-Za-z0-9·&]{1,15})"
    r"(?:(?<!에|서|로|면|지|고|부터|때|날|해|번|엔|또|있|없|하|되|데|늘)는|(?<!많|같|받|적|높|낮|작|좋|번|들)은)\s\Z"
)


@dataclass(frozen=True, slots=True)
class Speaker:
    """A speaker with the rule and the words that gave him; ``start`` is -1 when he stands in an earlier sentence."""

    party: PartyFact | None
    rule: str
    start: int = -1
    end: int = -1


_DERIVED = frozenset({PRONOUN_ID, "statement.speaker.carried", "statement.speaker.topic_before"})
CALLED = "statement.speaker.shortened"
NOBODY = Speaker(None, "statement.speaker.unstated")


@dataclass(slots=True)
class Memory:
    """Who spoke last and whom the narration was about last, with the index of that sentence."""

    speaker: PartyFact | None = None
    spoke_at: int = -9
    topic: PartyFact | None = None
    told_at: int = -9
    was_topic: bool = False
    heard: list[PartyFact] = field(default_factory=list)

    def hear(self, party: PartyFact | None, sentence: int) -> None:
        """Remember who spoke."""
        if party is not None:
            self.speaker, self.spoke_at = party, sentence
            if not self.heard or self.heard[-1] != party:
                self.heard.append(party)

    def called(self, phrase: str) -> PartyFact | None:
        """Who spoke under a longer name that ends so: 국립해양조사원 for 조사원, 미국 국무부 대변인 for 이 대변인.

        A word that fits many (관계자, 연구팀) is the one who spoke last, a name is the only one that ends so.
        """
        word = _POINTING.sub("", phrase)
        if len(word) < _SHORTENED or " " in word:
            return None
        heard = self.heard[-1:] if speaks(word) else self.heard
        longer = {p.name: p for p in heard if p.kind != "person" and p.name.endswith(word) and len(p.name) > len(phrase)}
        return next(iter(longer.values())) if len(longer) == 1 else None

    def other_than(self, party: PartyFact) -> PartyFact | None:
        """The person who spoke last before that one."""
        return next((p for p in reversed(self.heard) if p != party and _is_human(p)), None)

    def tell(self, frame: Frame) -> None:
        """Remember whom a sentence was about: its first topic, else its first subject."""
        known = [s for s in frame.subjects if s.party is not None and s.kind != "owner"]
        known = [s for s in known if "등이" not in frame.masked[s.start : s.end]]  # A, B 등이 배석했다: not what it goes on about
        chosen = next((s for s in known if s.kind == "topic"), known[0] if known else None)
        if chosen is not None:
            self.topic, self.told_at = chosen.party, frame.sentence
            self.was_topic = chosen.kind == "topic" and not chosen.pronoun
        elif named := [ref for ref in frame.refs if _IS_HIM.match(frame.masked, ref.np_end, frame.end)]:
            self.topic, self.told_at, self.was_topic = party(named[-1]), frame.sentence, True

    def carry(self, frame: Frame) -> Speaker:
        """The speaker of a sentence that names none."""
        spoke, told = frame.sentence - self.spoke_at, frame.sentence - self.told_at
        continued = goes_on(frame)
        if self.speaker is not None and spoke <= told and spoke <= (_REACH if continued else _NEAR):
            return Speaker(self.speaker, "statement.speaker.carried")
        if self.topic is not None and told <= _NEAR:
            return Speaker(self.topic, "statement.speaker.topic_before")
        if self.speaker is not None and continued and spoke <= _REACH:
            return Speaker(self.speaker, "statement.speaker.carried")
        return NOBODY


def goes_on(frame: Frame) -> bool:
    """Whether the sentence opens with a word that goes on with what came before (이어, 또, 그러면서)."""
    return _CONTINUES.match(frame.masked, frame.start, frame.end) is not None


def speaker_of(
    frame: Frame, begin: int, tail_end: int, predicate: Predicate | None, memory: Memory, *, whole: bool = False
) -> Speaker:
    """Who says the words that begin at ``begin`` and whose quoting particle ends at ``tail_end``.

    One who is only told by a pronoun or not at all does not speak of himself by his title: then it is who spoke before.
    """
    found = _speaker_of(frame, begin, tail_end, predicate, memory, whole=whole)
    if found.party is not None and found.rule in _DERIVED and _spoken_of(frame, found.party):
        other = memory.other_than(found.party)
        return Speaker(other, found.rule, found.start, found.end) if other is not None else found
    return found


def _spoken_of(frame: Frame, party: PartyFact) -> bool:
    """Whether the quoted words name a person with his title: 장 대표가."""
    named = (ref for ref in frame.inside if ref.keys == (party.key,) and not ref.pronoun)
    return any(frame.text[ref.np_start : ref.np_end] != ref.name for ref in named)


def _speaker_of(
    frame: Frame, begin: int, tail_end: int, predicate: Predicate | None, memory: Memory, *, whole: bool
) -> Speaker:
    """The speaker as far as grammar tells.

    The subject between the words and their verb comes first (``"…"고 홍 장관이 말했다``), then the topic or subject before the
    words, then the speaker of the sentences before. ``whole`` words are a sentence of their own, so that a topic before them
    cannot be part of what is said.
    """
    if predicate is not None and (after := frame.subjects_in(tail_end, predicate.start)):
        return resolved(after[-1], "statement.speaker.after", frame, memory)
    if predicate is not None and predicate.form == "mod":  # "…"라고 규정한 가나당은
        owner = next((s for s in frame.subjects if 0 <= s.start - predicate.end <= _NEXT and s.kind == "topic"), None)
        if owner is not None and owner.party is not None:
            return Speaker(owner.party, "statement.speaker.after", owner.start, owner.end)
        if predicate.verb.endswith("는"):  # "…"고 말하는 취재진을 향해
            whose = next((ref for ref in frame.refs if 0 <= ref.np_start - predicate.end <= _NEXT and not ref.in_role), None)
            if whose is not None and (found := party(whose)) is not None:
                return Speaker(found, "statement.speaker.after", whose.np_start, whose.np_end)
    subject = _before(frame, begin, predicate, memory)
    if subject is not None:
        return resolved(subject, "statement.speaker.before", frame, memory)
    if frame.depth:
        return NOBODY
    stranger = _STRANGER.search(frame.masked, max(frame.start, begin - 30), begin)
    if stranger is None:
        return memory.carry(frame)
    if _ARTICLE.search(stranger["np"]):
        return NOBODY
    if (known := memory.called(stranger["np"])) is not None:
        return Speaker(known, CALLED, *stranger.span("np"))
    if stranger["np"].split()[-1] not in words("common_words"):
        return Speaker(PartyFact("group", None, stranger["np"]), UNLISTED_ID, *stranger.span("np"))
    return NOBODY if whole else memory.carry(frame)


def resolved(subject: Subject, rule: str, frame: Frame, memory: Memory) -> Speaker:
    """The speaker that a subject stands for.

    그 is whoever spoke in the sentence before, else its topic, else what it was resolved to.
    """
    spoke, told = frame.sentence - memory.spoke_at, frame.sentence - memory.told_at
    heard = memory.speaker if spoke <= 1 or (spoke <= told and spoke <= _NEAR) else None
    if heard is None and memory.was_topic and told <= _NEAR:
        heard = memory.topic
    single = frame.masked.startswith("그", subject.start) and not frame.masked.startswith("그들", subject.start)
    if subject.pronoun and heard is not None and _is_human(heard) and single:
        return Speaker(heard, PRONOUN_ID, subject.start, subject.end)
    if subject.party is None and frame.depth:
        return NOBODY
    if subject.party is None:
        carried = memory.carry(frame).party
        fits = carried is not None and (not single or _is_human(carried))
        return Speaker(carried if fits else None, PRONOUN_ID, subject.start, subject.end)
    known = memory.called(subject.party.name) if subject.party.kind == "group" else None
    if known is not None:
        return Speaker(known, CALLED, subject.start, subject.end)
    return Speaker(subject.party, rule, subject.start, subject.end)


def _is_human(found: PartyFact) -> bool:
    """Whether 그 can stand for a party: a person, named or not, or a name on no list that is no body's."""
    if found.kind != "group":
        return found.kind == "person"
    listed = found.name in words("countries") or found.name in words("common_words")
    return is_one_person(found.name) or not (listed or _MANY.search(found.name) or names_body(found.name))


def _before(frame: Frame, begin: int, predicate: Predicate | None, memory: Memory) -> Subject | None:
    """The subject or topic before the words that says them."""
    before = frame.subjects_in(frame.start, begin)
    while before and _asked(frame, before[-1], begin):
        before = before[:-2] if len(before) > 1 and before[-2].kind == "subject" else before[:-1]
    if not before:
        return None
    known = [s for s in before if s.rule != UNLISTED_ID]
    before = known if any(s.kind == "topic" for s in known) else before
    nearest = before[-1]
    topics = [s for s in before if s.kind == "topic"]
    if nearest.kind == "topic":
        told = any(True for _ in clauses.REPORTED_CHAIN.finditer(frame.masked, nearest.end, begin))
        goes_on_between = any(topics[0].end <= p.start <= nearest.start for p in frame.predicates)
        return topics[0] if told and not goes_on_between else nearest  # A는 B는 …했다며 "…": A says both
    inner = predicate is not None and (predicate.form == "mod" or _told_on(frame, predicate))
    if topics:
        turned = begin - nearest.end <= 2 and _TURN.search(frame.masked, topics[-1].end, nearest.start)
        within = inner and begin - nearest.end <= _TIGHT and not _NOT_ITS_OWN.search(frame.masked, nearest.end, begin)
        return nearest if turned or within else topics[-1]
    if len(before) > 1 and _another_s(frame, nearest, min(begin, nearest.end + _BRIEF)):
        return before[-2]  # A가 B가 사퇴한 것과 관련 "…"고 밝혔다
    if memory.speaker is not None and _reported(frame, nearest, begin):
        return None
    goes_on_telling = nearest.rule == COUNTRY_ID and _GOES_ON_SAYING.match(frame.masked, frame.start, frame.end)
    if goes_on_telling and memory.speaker is not None and memory.spoke_at == frame.sentence - 1:
        return None  # 이어 가나국이 증거를 "내놓지 않을 것"이라며: what the speaker before says of it
    return None if memory.speaker is not None and _another_s(frame, nearest, begin) else nearest


def _another_s(frame: Frame, subject: Subject, begin: int) -> bool:
    """Whether a subject belongs to a clause that only says what the words are about: ``X가 제기한 의혹에 대해``."""
    theirs = _NOT_ITS_OWN.search(frame.masked, subject.end, begin)
    return theirs is not None and not _OTHER_SUBJECT.search(frame.masked, subject.end, theirs.end())


def _reported(frame: Frame, subject: Subject, begin: int) -> bool:
    """Whether a subject rather belongs to a reported clause before the words: ``X가 …에 나섰다고 지적하며 "…"``."""
    for clause in clauses.REPORTED.finditer(frame.masked, subject.end, begin):
        if any(clause.end() <= p.start and p.end <= begin and p.form == "link" for p in frame.predicates):
            return _OTHER_SUBJECT.search(frame.masked, subject.end, clause.start()) is None
    return False


def _asked(frame: Frame, subject: Subject, begin: int) -> bool:
    """Whether a clause of asking closes between the subject and the words: ``기자가 …고 묻자 "…"``.

    A topic is rather the one who is asked: ``홍 대표는 때를 묻자 "…"``.
    """
    asked = (p for p in frame.predicates if p.form == "link" and p.verb.endswith("자"))
    return subject.kind == "subject" and any(subject.end <= p.start and p.end <= begin for p in asked)


def _told_on(frame: Frame, predicate: Predicate) -> bool:
    """Whether the report is itself reported: ``말했다고 보도했다``, ``말하며 …했다고 전했다``."""
    later = [p for p in frame.predicates if p.start >= predicate.start and p.form == "main"]
    told = next((p for p in later if _TOLD_ON.match(frame.masked, p.end, frame.end)), None)
    if told is None:
        return False
    last = next((p for p in later if p.start > told.end), None)
    return last is None or _TELLER.search(frame.masked, told.end, last.start) is None
