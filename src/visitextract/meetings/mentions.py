"""One clause that tells of a meeting → one mention: who, of what kind, whether it happened, when and where."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from visitextract.article import Zone
from visitextract.entities import Cast, PartyFact
from visitextract.factuality import status_of
from visitextract.meetings.chains import Chain, chains_of, quote_at
from visitextract.meetings.clauses import Clause, clauses_of
from visitextract.meetings.cues import Hit
from visitextract.meetings.grammar import pair_of, people_of
from visitextract.meetings.leaders import only_two
from visitextract.meetings.people import People
from visitextract.meetings.slots import Scene, Slots, arrival, day_before, days_between, evidence_of, said_before, slots_of
from visitextract.patterns import lazily
from visitextract.places import PlaceFact
from visitextract.rules.meetings import context
from visitextract.rules.meetings import slots as slot_rules
from visitextract.rules.meetings.clause import BESIDE, BY_SCREEN, EARLIER
from visitextract.rules.rule import Rule
from visitextract.sentences import Sentence
from visitextract.times import Time, WhenFact
from visitextract.trace import Cue

KINDS = ("summit", "breakfast", "luncheon", "dinner", "courtesy_call", "call", "talks")  # the narrowest first
_ZONES = (Zone.BODY, Zone.CAPTION, Zone.SUBTITLE, Zone.TITLE)
_SAT_IN = ("배석", "동석", "합석")
_CLOSE = 8  # a word that means the meeting told before stands this near the cue
_SCREEN = 50  # a word of a call by video stands this near the cue
_EARLIER = 60  # and the words of an earlier summit within this
_OPENING = 24  # a word that goes on from the day told before stands this near the sentence's start
_SEVERAL = lazily(r"차례|여러|잇단|역대|매년|두 번의|세 번의|(?:정부|정권|시절)\s")  # several summits, or those of others
_STAMP = lazily(r"(?<!\d)(?P<year>20\d\d)[.\-/] ?(?P<month>1[0-2]|0?[1-9])[.\-/] ?(?P<day>3[01]|[12]\d|0?[1-9])(?!\d)")
_STAMP_REACH = 14  # how far behind a caption its stamp ends
_DAY = 10  # letters of a date that is precise to the day
_OTHER_SUBJECT = lazily(r"[가-힣](?:이|가)\s")
_OPEN = frozenset({"bare", "ahead", "conjecture", "ongoing"})  # notes of a status that another mention overrides
_NO_EVENT = frozenset({"denied", "generic"})


@dataclass(frozen=True, slots=True)
class Mention:
    """A clause that tells of a meeting.

    ``full`` tells a mention with all its parties from a reference to a meeting told before (``만찬에는 …가 참석했다``);
    ``sure`` is False where the words leave the status open (a headline's noun, a purpose); ``attended`` marks a list of those
    who were there, ``definite`` a word that means the meeting told before (이번 회담), ``again`` one that means another
    (다시 만날), ``over`` a day well before the article's, ``coming`` one after it, ``bare`` that nothing tells the status.
    ``keys`` are those of the named parties; ``pair`` is who a summit that names nobody can only be of,
    ``countries`` are those by which a summit is named (한중 정상회담), ``led`` those that its parties lead;
    ``several`` marks unnamed people met one after the other.
    """

    sentence: Sentence
    kind: str
    status: str
    parties: tuple[PartyFact, ...]
    keys: frozenset[str]
    cues: tuple[Cue, ...]
    evidence: tuple[int, int]
    full: bool
    sure: bool
    slots: Slots
    attended: bool = False
    definite: bool = False
    again: bool = False
    host: PartyFact | None = None
    over: bool = False
    coming: bool = False
    bare: bool = False
    pair: tuple[PartyFact, ...] = ()
    countries: frozenset[str] = frozenset()
    led: frozenset[str] = frozenset()
    several: bool = False


def read_mentions(
    text: str,
    sentences: Sequence[Sentence],
    times: Sequence[Time],
    places: Sequence[PlaceFact],
    cast: Cast,
    reference: str | None = None,
) -> tuple[Mention, ...]:
    """The mentions of an article: those of the body in order, then those of captions, sub-headlines and the headline."""
    reader = _Reader(text, times, places, cast, reference)
    found: list[Mention] = []
    for zone in _ZONES:
        if zone is Zone.CAPTION:
            reader.people.topic = None
        for sentence in sentences:
            if sentence.zone is zone:
                found.extend(reader.read(sentence))
    return tuple(found)


class _Reader:
    """Reads one article sentence by sentence; remembers only whom and which day the last sentences were about."""

    def __init__(self, text: str, times: Sequence[Time], places: Sequence[PlaceFact], cast: Cast, reference: str | None) -> None:
        self.text, self.people = text, People(text, cast)
        self.times: defaultdict[int, list[Time]] = defaultdict(list)
        self.places: defaultdict[int, list[PlaceFact]] = defaultdict(list)
        for time in times:
            self.times[time.sentence].append(time)
        for place in places:
            self.places[place.sentence].append(place)
        self.day: WhenFact | None = None
        self.arrived: WhenFact | None = None  # the hour of an arrival that the last sentence told
        self.reference = reference
        self.summit: tuple[PartyFact, ...] = ()  # who took part in the summit told last
        self.called: tuple[PartyFact, ...] = ()  # who took part in the call told last

    def read(self, sentence: Sentence) -> list[Mention]:
        """The mentions of one sentence."""
        chains = chains_of(self.text, sentence, self.people.cast)
        scene = Scene(self.text, sentence, self.times[sentence.index], self.places[sentence.index], chains)
        found: list[Mention] = []
        floor = sentence.start  # where the clause before ended
        for clause in clauses_of(self.text, sentence, chains, self.people):
            found.extend(self.dated(scene, clause, mention, found) for mention in self.mentions(scene, clause, floor))
            self.called = next((m.parties for m in reversed(found) if m.kind == "call" and m.full), self.called)
            self.summit = next((m.parties for m in reversed(found) if m.kind == "summit" and m.full), self.summit)
            floor = clause.hits[-1].end
        self.people.follow(chains)
        self.day = day_before(self.text, scene.times, sentence.end) or self.day
        self.arrived = None if found else arrival(scene)
        return found

    def mentions(self, scene: Scene, clause: Clause, floor: int) -> list[Mention]:
        """A clause as one mention, or as one for each counterpart where it says 잇따라 or 각각."""
        status, cue = self.status(scene.sentence, clause)
        clause = _mutual(clause)
        own = self.own(clause)
        subject = self.told_before(scene, clause, own) or self.subject(scene, clause, own)
        if cue.note in _NO_EVENT or any(party.key in self.people.media for party in [*subject, *own]):
            return []  # nothing happened, or it was an interview
        slots = self.stamped(scene.sentence, self.slots(scene, clause, cue, floor, own, ahead=status != "held"))
        if scene.sentence.zone is Zone.CAPTION and cue.note == "ongoing" and self.days_off(slots) > 0:
            return []  # a photo of another meeting, whose month nobody tells
        separate = context.SEPARATE.compiled.search(self.text, _begin(clause), clause.hits[-1].end) is not None
        mention = replace(
            self.of_nobody(scene, clause, self.seen_from_today(status, cue, slots), cue, slots),
            several=separate and not any(party.key for party in own),
            host=self.host(clause, subject, own),
        )
        each = [party for party in own if party.key] or own
        if clause.counterparts and separate and len(each) > 1 and subject:
            return [self.apart(scene, clause, self.told_of(mention, [*subject, party]), party) for party in each]
        return [self.told_of(mention, [*subject, *own])]

    def of_nobody(self, scene: Scene, clause: Clause, status: str, cue: Cue, slots: Slots) -> Mention:
        """What the words of a clause tell of its meeting, before anybody takes part in it."""
        first, last = clause.hits[0], clause.hits[-1]
        return Mention(
            sentence=scene.sentence,
            kind=self.kind(scene, clause),
            status=status,
            parties=(),
            keys=frozenset(),
            cues=(Cue("kind", first.rule, first.start, first.end), cue),
            evidence=evidence_of(self.text, scene.sentence, _begin(clause), last, cue),
            full=False,
            sure=self.sure(scene, clause, status, cue),
            slots=slots,
            attended=last.family == "attend" or context.TOOK_PART.compiled.match(self.text, last.end) is not None,
            definite=self.before(context.DEFINITE, scene, first, _CLOSE) or self.sat_in(first, last),
            again=self.before(context.AGAIN, scene, first, _OPENING),
            over=self.days_off(slots) < 0,
            coming=self.days_off(slots) > 0,
            bare=cue.note == "bare",
            pair=self.pair(scene, clause),
            countries=frozenset(clause.countries),
        )

    def told_of(self, mention: Mention, parties: Sequence[PartyFact]) -> Mention:
        """The mention with its parties, and the countries that they lead."""
        return replace(_with(mention, parties), led=self.people.led(parties))

    def pair(self, scene: Scene, clause: Clause) -> tuple[PartyFact, ...]:
        """Of whom a summit is that names nobody: the leaders of its countries, or the only two of the article."""
        word = clause.hits[0].start
        if not self.summits(clause) or _SEVERAL.search(self.text, max(scene.sentence.start, word - 2 * _CLOSE), word):
            return ()
        return clause.leaders or only_two(self.people.cast)

    def summits(self, clause: Clause) -> bool:
        """Whether a clause tells of a summit."""
        return any(hit.kind == "summit" for hit in clause.hits)

    def kind(self, scene: Scene, clause: Clause) -> str:
        """The narrowest kind that the clause's words name; talks told as held by telephone or video are a call."""
        kind = min((hit.kind for hit in clause.hits), key=KINDS.index)
        return "call" if kind == "talks" and self.before(BY_SCREEN, scene, clause.hits[0], _SCREEN) else kind

    def told_before(self, scene: Scene, clause: Clause, own: Sequence[PartyFact]) -> tuple[PartyFact, ...]:
        """Those of the call or the summit told last, where the clause only says that it is theirs again, or an earlier one."""
        if own or not clause.subject:
            return ()
        if clause.hits[0].family == "call" and clause.subject.refs[0].pronoun:
            return self.called  # 두 정상은 다시 통화하기로
        earlier = not clause.leaders and self.before(EARLIER, scene, clause.hits[0], _EARLIER)
        return self.earlier(clause.subject) if earlier else ()

    def earlier(self, subject: Chain) -> tuple[PartyFact, ...]:
        """The pair of the summit told last, where one of them speaks of an earlier one (지난해 열린 첫 정상회담을 거론하며)."""
        pair = self.summit if len(self.summit) == 2 else ()
        return pair if any(party in pair for party in self.people.of(subject)) else ()

    def slots(self, scene: Scene, clause: Clause, cue: Cue, floor: int, own: Sequence[PartyFact], *, ahead: bool) -> Slots:
        """When, where and how, as far as the clause tells it of this meeting and not of another or of what is said of it."""
        if cue.rule == "factuality.form.reckoned":
            return Slots()  # 만나는 것은 지난해 3일 이후 처음: the day of another meeting
        slots = slots_of(scene, clause.hits, cue, floor, ahead=ahead)
        told = slots.when.evidence if slots.when else None
        if clause.leaders and told and _OTHER_SUBJECT.search(self.text, told[1], clause.hits[0].start):
            slots = replace(slots, when=None)  # 지난해 3월 발표가 한중 정상회담에 영향을 줬다: the day of something else
        spoken_of = clause.subject is not None and _whole(clause, own)  # 한빛당은 6일 A와 B의 회담을 비판했다
        day = slots.when.evidence if slots.when else None
        return replace(slots, when=None) if spoken_of and day and day[1] <= clause.counterparts[0].start else slots

    def stamped(self, sentence: Sentence, slots: Slots) -> Slots:
        """The slots of a caption whose bare day (17일) is the day of the stamp behind it (2025.7.17)."""
        stamp = _STAMP.search(self.text, sentence.start, sentence.end + _STAMP_REACH) if sentence.zone is Zone.CAPTION else None
        when = slots.when
        if stamp is None or when is None:
            return slots
        day = f"{stamp['year']}-{int(stamp['month']):02}-{int(stamp['day']):02}"
        same = len(when.start or "") == _DAY and (when.start or "")[8:] == day[8:]
        return replace(slots, when=replace(when, start=day)) if same else slots

    def before(self, rule: Rule, scene: Scene, first: Hit | Chain, reach: int) -> bool:
        """Whether a rule finds its words within ``reach`` letters before the cue."""
        return rule.compiled.search(self.text, max(scene.sentence.start, first.start - reach), first.start) is not None

    def sat_in(self, first: Hit, last: Hit) -> bool:
        """Whether the clause lists who was there: of a meeting that it names, or by a word that means one (배석)."""
        return last.family == "attend" and (first is not last or self.text.startswith(_SAT_IN, last.start))

    def days_off(self, slots: Slots) -> int:
        """-1 where the day told lies before yesterday, 1 where it is to come, as seen from the article's day; else 0."""
        day = slots.when.start if slots.when and slots.when.anchor != "unresolved" else None
        if not day or not self.reference or len(self.reference) < 10:
            return 0
        if len(day) < 10:  # a month or a year: whole ones before or after the article's
            now = self.reference[: len(day)]
            return (day > now) - (day < now)
        return days_between(self.reference, day)

    def seen_from_today(self, status: str, cue: Cue, slots: Slots) -> str:
        """The status, where the day told contradicts words that leave it open (지난 3일 회담을 앞두고 악수하는 …)."""
        later = cue.rule.startswith("factuality.later")
        if status == "scheduled" and (cue.note == "ahead" or later) and self.days_off(slots) < 0:
            return "held"
        if status == "held" and (cue.note or later) and self.days_off(slots) > 0:
            return "scheduled"
        return status

    def status(self, sentence: Sentence, clause: Clause) -> tuple[str, Cue]:
        """The status that the clause's first decided cue gives."""
        hits = [hit for hit in clause.hits if hit.family != "attend"] or clause.hits
        found = [status_of(self.text, sentence, hit.start, hit.end) for hit in hits]
        return next((f for f in found if f[1].note not in _OPEN), found[0])

    def sure(self, scene: Scene, clause: Clause, status: str, cue: Cue) -> bool:
        """Whether the words decide the status; a photo's caption tells what goes on as a fact."""
        if cue.note in _OPEN and not (cue.note == "ongoing" and scene.sentence.zone is Zone.CAPTION):
            return False
        return status == "held" or not said_before(scene, clause.hits[0])

    def own(self, clause: Clause) -> list[PartyFact]:
        """The other side."""
        own = [party for chain in clause.counterparts for party in self.people.of(chain)]
        if clause.group:
            own.append(clause.group)
        if len(own) == 1 and not own[0].key and clause.phrase and clause.phrase.endswith(own[0].name):
            own = [replace(own[0], name=clause.phrase)]
        return own

    def subject(self, scene: Scene, clause: Clause, own: Sequence[PartyFact]) -> tuple[PartyFact, ...]:
        """Who meets them."""
        pair = clause.counterparts[0] if clause.counterparts and clause.counterparts[-1].role in ("of", "bare") else None
        if pair and len(own) == 1 and self.before(BESIDE, scene, pair, _OPENING):
            return ()  # 한빛시장과 홍 장관의 면담: whoever the sentence is about has no part in it
        subject = clause.leaders or (
            self.stated(clause, clause.subject, own) if clause.subject else self.dropped(scene, clause, own)
        )
        end = clause.hits[-1].end
        held = clause.subject and context.HOLDS.compiled.match(self.text, end)
        if held and not context.REPORTED.compiled.search(self.text, end, scene.sentence.end):
            return subject  # 홍 위원장은 … 정상회담을 했다
        return self.people.leading(subject, own) if self.summits(clause) else subject

    def host(self, clause: Clause, subject: Sequence[PartyFact], own: Sequence[PartyFact]) -> PartyFact | None:
        """Who asked the others in or received them: the subject of 초청해 and 접견, the one whom somebody else calls on."""
        hit = clause.hits[0]
        guests = [chain for chain in clause.counterparts if chain.role == "object"]
        if not guests:
            return None
        if self.text.startswith("예방", hit.start):
            return own[0] if len(own) == 1 else None
        asked = slot_rules.HOSTING.compiled.search(self.text, guests[-1].after, hit.start)
        received = self.text.startswith("접견", hit.start)
        return subject[0] if len(subject) == 1 and (asked or received) else None

    def stated(self, clause: Clause, subject: Chain, own: Sequence[PartyFact]) -> tuple[PartyFact, ...]:
        """The clause's subject, unless it only speaks of a meeting of others (``대통령실이 홍 주석과의 회담 사진을 올렸다``)."""
        if _whole(clause, own):
            return ()
        if clause.hits[0].family in ("noun", "call") and clause.hits[-1].family != "attend":
            meets = people_of(subject) and (bool(own) or pair_of(subject))
            if not meets and not context.HOLDS.compiled.match(self.text, clause.hits[-1].end):
                return ()
        return self.people.of(subject)

    def dropped(self, scene: Scene, clause: Clause, own: Sequence[PartyFact]) -> tuple[PartyFact, ...]:
        """A dropped subject: who says the quotation around, whom a headline starts with, or whom the article was last about."""
        if not own or _whole(clause, own):
            return ()
        hit = clause.hits[0]
        if hit.family == "verb" and clause.counterparts and clause.counterparts[0].start > hit.end:
            return ()  # 현장에서 만난 홍길동 씨는: whom the reporter met
        if quote_at(scene.sentence, hit.start, hit.end) >= 0 and (speaker := self.people.speaker_around(scene.chains)):
            return speaker
        if scene.sentence.zone not in (Zone.TITLE, Zone.SUBTITLE):
            return (self.people.topic,) if self.people.topic and self.people.topic not in own else ()
        first = next(iter(scene.chains), None)
        if first is None or first.role != "bare" or first.start - scene.sentence.start > 2 or not people_of(first):
            return ()
        return tuple(party for party in self.people.of(first) if party not in own)

    def apart(self, scene: Scene, clause: Clause, mention: Mention, party: PartyFact) -> Mention:
        """One of several meetings told at once, with the day told right before its own counterpart, if there is one."""
        refs = [ref for chain in clause.counterparts for ref in chain.refs]
        at = next((n for n, ref in enumerate(refs) if party.key in ref.keys), 0)
        floor = refs[at - 1].np_end if at > 0 else scene.sentence.start
        when = day_before(self.text, [time for time in scene.times if floor <= time.start], refs[at].np_start)
        return replace(mention, slots=replace(mention.slots, when=when)) if when else mention

    def dated(self, scene: Scene, clause: Clause, mention: Mention, told: Sequence[Mention]) -> Mention:
        """A mention that names no day takes the day told just before, where the sentence says that it goes on from there."""
        if mention.slots.when is not None or not mention.full or scene.sentence.zone is not Zone.BODY:
            return mention
        same = [m.slots.when for m in told if m.slots.when and (m.status == "held") == (mention.status == "held")]
        also = any(self.text.endswith(("와도", "과도"), chain.end, chain.after) for chain in clause.counterparts)
        start = scene.sentence.start
        goes_on = context.GOES_ON.compiled.search(self.text, start, min(clause.hits[0].start, start + _OPENING))
        when = same[-1] if same else self.day if also or goes_on else None
        if self.arrived and mention.slots.duration and slot_rules.THEN.compiled.match(self.text, start):
            when = self.arrived  # 12시23분께 도착했다. 이후 1시간가량 논의했다
        return replace(mention, slots=replace(mention.slots, when=when)) if when else mention


def _begin(clause: Clause) -> int:
    """Where the first of the meeting's word and of those who meet stands."""
    chains = [*clause.counterparts, *([clause.subject] if clause.subject else [])]
    return min([clause.hits[0].start, *(chain.start for chain in chains)])


def _mutual(clause: Clause) -> Clause:
    """The clause; where it has only one noun phrase, of two people with 도 (A와 B도 만나), the two met each other."""
    alone = clause.counterparts[-1] if clause.counterparts and not clause.subject else None
    if alone and alone.role == "also" and pair_of(alone):
        return replace(clause, subject=alone, counterparts=[])
    return clause


def _whole(clause: Clause, own: Sequence[PartyFact]) -> bool:
    """Whether the phrase before a meeting noun names everybody (``A와 B의 회담``): a subject only speaks of it."""
    if clause.hits[0].family == "alone":
        return False  # 홍 대표, 3일 A·B 예방: the object without its particle
    return bool(clause.counterparts) and clause.counterparts[-1].role in ("of", "bare") and len(own) > 1


def _with(mention: Mention, parties: Sequence[PartyFact]) -> Mention:
    """The mention with its parties; full if it names two, one of them a person, or two organizations."""
    unique = tuple(dict.fromkeys(parties))
    named = [party for party in unique if party.key]
    groups = [p for p in unique if not p.key and not any(o.kind == "organization" and o.name in p.name for o in named)]
    somebody = len(named) > 1 or any(party.kind == "person" for party in named)
    full = len(named) + len(groups) >= 2 and somebody and not mention.attended
    return replace(mention, parties=unique, keys=frozenset(p.key for p in named if p.key), full=full)
