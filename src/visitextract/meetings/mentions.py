"""One clause that tells of a meeting → one mention: who, of what kind, whether it happened, when and where."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from visitextract.article import Zone
from visitextract.entities import Cast, PartyFact
from visitextract.factuality import status_of
from visitextract.lexicon import words
from visitextract.meetings.chains import Chain, chains_of, parties_of, quote_at
from visitextract.meetings.cues import Hit, hits_of
from visitextract.meetings.grammar import (
    counterparts_of,
    group_before,
    head_of,
    is_press,
    is_story,
    pair_of,
    people_of,
    subject_of,
    unnamed_before,
)
from visitextract.meetings.leaders import leaders_before
from visitextract.meetings.slots import Slots, evidence_of, said_before, slots_of
from visitextract.places import PlaceFact
from visitextract.rules.meetings import context
from visitextract.sentences import Sentence
from visitextract.times import Time, WhenFact
from visitextract.trace import Cue

_ZONES = (Zone.BODY, Zone.CAPTION, Zone.SUBTITLE, Zone.TITLE)
_NARROW = ("summit", "breakfast", "luncheon", "dinner", "courtesy_call", "call", "talks")
_OPENING = 24  # a word that goes on from the day told before stands this near the sentence's start
_OPEN = frozenset({"bare", "ahead", "conjecture", "ongoing"})  # notes of a status that another mention of the meeting overrides


@dataclass(frozen=True, slots=True)
class Mention:
    """A clause that tells of a meeting.

    ``full`` tells a mention with all its parties from a reference to a meeting told before (``만찬에는 …가 참석했다``);
    ``sure`` is False where the words leave the status open (a headline's noun, a purpose).
    """

    sentence: Sentence
    kind: str
    status: str
    parties: tuple[PartyFact, ...]
    cues: tuple[Cue, ...]
    evidence: tuple[int, int]
    full: bool
    sure: bool
    slots: Slots
    again: bool = False
    attended: bool = False
    definite: bool = False

    @property
    def keys(self) -> frozenset[str]:
        """The keys of the named parties."""
        return frozenset(party.key for party in self.parties if party.key)


def read_mentions(
    text: str, sentences: Sequence[Sentence], times: Sequence[Time], places: Sequence[PlaceFact], cast: Cast
) -> tuple[Mention, ...]:
    """The mentions of an article: those of the body in order, then those of captions, sub-headlines and the headline."""
    reader = _Reader(text, times, places, cast)
    found: list[Mention] = []
    for zone in _ZONES:
        reader.topic = None if zone is Zone.CAPTION else reader.topic
        for sentence in sentences:
            if sentence.zone is zone:
                found.extend(reader.read(sentence))
    return tuple(found)


@dataclass(slots=True)
class _Clause:
    """A clause under construction: its cues and the chains that take part."""

    hits: list[Hit]
    counterparts: list[Chain]
    subject: Chain | None
    leaders: tuple[PartyFact, ...] = ()
    group: PartyFact | None = None
    longer: str | None = None  # the whole phrase of an unnamed counterpart (피해자 유족)


class _Reader:
    """Reads one article sentence by sentence; remembers only who the last sentences were about."""

    def __init__(self, text: str, times: Sequence[Time], places: Sequence[PlaceFact], cast: Cast) -> None:
        self.text, self.times, self.places, self.cast = text, times, places, cast
        self.names = {e.key: PartyFact("person", e.key, e.name) for e in cast.persons}
        self.names |= {e.key: PartyFact("organization", e.key, e.name) for e in cast.organizations}
        self.media = {e.key for e in cast.organizations if e.kind == "media"}
        self.teams = {e.key for e in cast.organizations if e.kind == "team"}
        self.speakers = {
            e.key for e in cast.persons if any(role.title.endswith(tuple(words("meeting_words", "speaker"))) for role in e.roles)
        }
        leading = tuple(words("meeting_words", "leader"))
        self.leaders = {key for ref in cast.refs for key in ref.keys if text[ref.np_start : ref.np_end].endswith(leading)}
        self.leaders |= {person.key for person in cast.persons if any(role.title.endswith(leading) for role in person.roles)}
        self.former = {person.key for person in cast.persons if person.roles and all(role.former for role in person.roles)}
        self.topic: tuple[PartyFact, ...] | None = None
        self.day: WhenFact | None = None

    def read(self, sentence: Sentence) -> list[Mention]:
        """The mentions of one sentence."""
        chains = chains_of(self.text, sentence, self.cast)
        found: list[Mention] = []
        clauses = self.clauses(sentence, chains)
        told = [clause.hits[-1].end for clause in clauses]
        for clause in clauses:
            found.extend(
                self.dated(sentence, clause, mention, found) for mention in self.mentions(sentence, clause, chains, told)
            )
        self.follow(chains)
        days = [t for t in self.times if t.sentence == sentence.index and t.date and len(t.date) == 10 and not t.until]
        if days:
            self.day = WhenFact(days[-1].date, None, days[-1].approximate, "event", (days[-1].start, days[-1].end))
        return found

    def dated(self, sentence: Sentence, clause: _Clause, mention: Mention, told: Sequence[Mention]) -> Mention:
        """A mention that names no day takes the day told just before, where the sentence says that it goes on from there."""
        if mention.slots.when is not None or not mention.full or sentence.zone is not Zone.BODY:
            return mention
        same = [m.slots.when for m in told if m.slots.when and (m.status == "held") == (mention.status == "held")]
        also = any(self.text[chain.end : chain.after].endswith(("와도", "과도")) for chain in clause.counterparts)
        goes_on = (
            context.GOES_ON.compiled.search(self.text, sentence.start, min(clause.hits[0].start, sentence.start + _OPENING))
            is not None
        )
        when = same[-1] if same else self.day if (also or goes_on) else None
        return replace(mention, slots=replace(mention.slots, when=when)) if when else mention

    def follow(self, chains: Sequence[Chain]) -> None:
        """Remember whom the sentence was about: its first topic or subject that is a person and no spokesman."""
        for chain in chains:
            if chain.role in ("topic", "subject") and chain.quote < 0:
                people = [
                    p for p in parties_of(chain, self.cast, self.names) if p.kind == "person" and p.key not in self.speakers
                ]
                if people:
                    self.topic = self.topic if len(people) > 1 and self.topic and self.topic[0] in people else (people[0],)
                    return

    def clauses(self, sentence: Sentence, chains: Sequence[Chain]) -> list[_Clause]:
        """The clauses of a sentence that tell of meetings; a cue without a counterpart of its own joins the clause before it."""
        found: list[_Clause] = []
        floor, scope = sentence.start, -1
        hits = hits_of(self.text, sentence)
        for number, hit in enumerate(hits):
            if (
                hit.family == "attend"
                and self.text.startswith("해", hit.end)
                and any(h.family == "noun" for h in hits[number + 1 :])
            ):
                continue  # 동석해 오찬을 즐겼다: the meal is the meeting
            quote = quote_at(sentence, hit.start, hit.end)
            if quote != scope:
                floor = sentence.quotes[quote].start if quote >= 0 else max(floor, sentence.start)
                scope = quote
            inside = [chain for chain in chains if chain.quote == quote]
            if is_press(self.text, hit, floor, inside, self.media) or is_story(self.text, sentence, hit, inside, self.teams):
                floor = hit.end
                continue
            counterparts = counterparts_of(self.text, hit, inside, floor)
            subject = subject_of(self.text, hit, inside, counterparts)
            head = head_of(self.text, hit, inside)
            if head is not None and head not in counterparts:
                subject, counterparts = (subject, [head]) if hit.family == "verb" and not counterparts else (head, counterparts)
            if hit.family == "attend" and found and context.TOOK_PART.compiled.match(self.text, found[-1].hits[-1].end):
                continue
            if hit.family == "attend":
                self.attendance(found, hit, inside, subject)
            elif counterparts:
                found.append(_Clause([hit], counterparts, subject, longer=group_before(self.text, hit, floor)))
            elif unnamed_before(self.text, hit, inside, floor):
                group = group_before(self.text, hit, floor) if hit.family in ("verb", "noun", "call") else None
                if group:
                    found.append(_Clause([hit], [], subject, group=PartyFact("group", None, group)))
            elif subject is not None and subject.start >= floor and pair_of(subject) and subject.refs[0].pronoun:
                found.append(_Clause([hit], [], subject))
            elif found and quote_at(sentence, found[-1].hits[-1].start, found[-1].hits[-1].end) == quote:
                found[-1].hits.append(hit)
            elif hit.family in ("verb", "noun", "call"):
                found.append(_Clause([hit], [], subject, leaders_before(self.text, hit.start, floor, self.cast)))
            floor = hit.end
        return found

    def attendance(self, found: list[_Clause], hit: Hit, inside: Sequence[Chain], subject: Chain | None) -> None:
        """``회동에는 A와 B가 참석했다``: those named take part in the meeting that the clause, or the one before, tells of."""
        here = [c for c in inside if c.after <= hit.start and c.role in ("subject", "with", "topic", "also", "bare", "object")]
        told = next((h for clause in found for h in clause.hits if h.family == "noun" and self.at_it(h)), None)
        sat_in = self.text.startswith(("배석", "동석", "합석"), hit.start)
        from_side = here and context.SIDES.compiled.search(self.text, max(0, here[0].start - 12), hit.start)
        final = not self.text.startswith(("해", "하여"), hit.end)  # 참석해 배웅했다: they were elsewhere
        if not here or (told is None and not (final and (sat_in or from_side))):
            return
        start = 0 if told is None or sat_in else min(told.start, here[0].start)
        taking_part = [c for c in here if c.start >= start and c is not subject]
        found.append(_Clause([told, hit] if told else [hit], taking_part, subject))

    def at_it(self, hit: Hit) -> bool:
        """Whether a meeting noun is what people were at: 회동에는, 이번 회담에."""
        return context.AT_IT.compiled.match(self.text, hit.end) is not None

    def mentions(self, sentence: Sentence, clause: _Clause, around: Sequence[Chain], told: Sequence[int]) -> list[Mention]:
        """A clause as one mention, or as one for each counterpart where it says 잇따라 or 각각."""
        statuses = [(hit, *status_of(self.text, sentence, hit.start, hit.end)) for hit in clause.hits if hit.family != "attend"]
        if not statuses:
            statuses = [(hit, *status_of(self.text, sentence, hit.start, hit.end)) for hit in clause.hits]
        decided = [s for s in statuses if s[2].note not in _OPEN] or statuses
        _, status, cue = decided[0]
        if cue.note in ("denied", "generic"):
            return []
        first, last = clause.hits[0], clause.hits[-1]
        chains = [*clause.counterparts, *([clause.subject] if clause.subject else [])]
        own = [party for chain in clause.counterparts for party in parties_of(chain, self.cast, self.names)]
        own += [clause.group] if clause.group else []
        if len(own) == 1 and not own[0].key and clause.longer and clause.longer.endswith(own[0].name):
            own = [replace(own[0], name=clause.longer)]
        subject = clause.leaders or self.subject(sentence, clause, own)
        if any(hit.kind == "summit" for hit in clause.hits):
            subject = self.leading(subject, own)
        if any(party.key in self.media for party in [*subject, *own]):
            return []  # an interview
        start = min([first.start, *(chain.start for chain in chains)])
        attended = (
            any(h.family == "attend" for h in clause.hits) or context.TOOK_PART.compiled.match(self.text, last.end) is not None
        )
        kinds = [h.kind for h in clause.hits]
        mention = Mention(
            sentence=sentence,
            kind=min(kinds, key=_NARROW.index),
            status=status,
            parties=_unique([*subject, *own]),
            cues=(Cue("kind", first.rule, first.start, first.end), cue),
            evidence=evidence_of(self.text, sentence, start, last, cue),
            full=False,
            sure=(cue.note not in _OPEN or (cue.note == "ongoing" and sentence.zone is Zone.CAPTION))
            and not (status != "held" and said_before(self.text, sentence, self.times, first)),
            slots=slots_of(self.text, sentence, self.times, self.places, clause.hits, cue, around, told, ahead=status != "held"),
            definite=last.family == "attend"
            or context.DEFINITE.compiled.search(self.text, max(sentence.start, first.start - 8), first.start) is not None,
            again=context.AGAIN.compiled.search(self.text, start, first.start) is not None,
            attended=attended,
        )
        each = [party for party in own if party.key] or own
        if clause.counterparts and context.SEPARATE.compiled.search(self.text, start, last.end) and len(each) > 1 and subject:
            return [
                _whole(self.apart(sentence, clause, replace(mention, parties=_unique([*subject, party])), party))
                for party in each
            ]
        return [_whole(mention)]

    def apart(self, sentence: Sentence, clause: _Clause, mention: Mention, party: PartyFact) -> Mention:
        """One of several meetings told at once, with the day told right before its own counterpart, if there is one."""
        refs = [ref for chain in clause.counterparts for ref in chain.refs]
        at = next((n for n, ref in enumerate(refs) if party.key in ref.keys), 0)
        floor = refs[at - 1].np_end if at > 0 else sentence.start
        days = [
            t
            for t in self.times
            if t.sentence == sentence.index and t.date and floor <= t.start and refs and t.end <= refs[at].np_start
        ]
        if not days or not days[-1].date:
            return mention
        when = WhenFact(days[-1].date, None, days[-1].approximate, days[-1].anchor, (days[-1].start, days[-1].end))
        return replace(mention, slots=replace(mention.slots, when=when))

    def subject(self, sentence: Sentence, clause: _Clause, own: Sequence[PartyFact]) -> tuple[PartyFact, ...]:
        """Who meets them: the clause's subject, the speaker around a quotation, or whom the last sentence was about."""
        if clause.subject is not None and clause.hits[-1].family == "attend":
            return parties_of(clause.subject, self.cast, self.names)
        if clause.subject is not None:
            if any(ref.pronoun and "정상" in ref.name for ref in clause.subject.refs):
                return tuple(p for p in parties_of(clause.subject, self.cast, self.names) if p.key not in self.former)
            outside = own and not people_of(clause.subject) and clause.hits[0].family == "noun"
            if outside and not context.HOLDS.compiled.match(self.text, clause.hits[-1].end):
                return ()  # 백악관이 홍 주석과의 회담 사진을 올렸다
            together = pair_of(clause.subject) and people_of(clause.subject)
            if (
                not own
                and not together
                and clause.hits[0].family == "noun"
                and not context.HOLDS.compiled.match(self.text, clause.hits[-1].end)
            ):
                return ()
            return parties_of(clause.subject, self.cast, self.names)
        if not own or (clause.counterparts and clause.counterparts[-1].role not in ("object", "with", "to") and len(own) > 1):
            return ()
        hit = clause.hits[0]
        if quote_at(sentence, hit.start, hit.end) >= 0:
            for chain in chains_of(self.text, sentence, self.cast):
                if chain.role in ("topic", "subject") and chain.quote < 0:
                    parties = parties_of(chain, self.cast, self.names)
                    if parties and not any(party.key in self.speakers for party in parties):
                        return parties
        if sentence.zone in (Zone.TITLE, Zone.SUBTITLE):
            return self.headline_subject(sentence, own)
        return tuple(party for party in self.topic or () if party not in own)

    def leading(self, subject: tuple[PartyFact, ...], own: Sequence[PartyFact]) -> tuple[PartyFact, ...]:
        """Who holds a summit: an official who speaks of it gives way to the leader whom the article was last about."""
        if (
            not subject
            or any(party.key in self.leaders for party in subject)
            or not any(party.key in self.leaders for party in own)
        ):
            return subject
        return tuple(party for party in self.topic or () if party.key in self.leaders and party not in own)

    def headline_subject(self, sentence: Sentence, own: Sequence[PartyFact]) -> tuple[PartyFact, ...]:
        """A headline's first name, which stands without a particle (``홍길동 내주 방한, 김민수와 회동 추진``)."""
        first = next(iter(chains_of(self.text, sentence, self.cast)), None)
        if first is None or first.role != "bare" or first.start - sentence.start > 2 or not people_of(first):
            return ()
        return tuple(party for party in parties_of(first, self.cast, self.names) if party not in own)


def _unique(parties: Sequence[PartyFact]) -> tuple[PartyFact, ...]:
    return tuple(dict.fromkeys(parties))


def _whole(mention: Mention) -> Mention:
    """Whether a mention names enough parties to stand for itself: two, one of them a person or an organization."""
    named = [party for party in mention.parties if party.key]
    groups = [p for p in mention.parties if not p.key and not any(o.kind == "organization" and o.name in p.name for o in named)]
    return replace(mention, full=len(named) + len(groups) >= 2 and bool(named) and not mention.attended)
