"""The mentions of one real-world meeting → one fact; two facts where there were two."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from visitextract.article import Zone
from visitextract.entities import PartyFact
from visitextract.lexicon import words
from visitextract.meetings.fact import MeetingFact
from visitextract.meetings.mentions import KINDS, Mention
from visitextract.meetings.slots import Slots
from visitextract.times import WhenFact

_OFFICES = tuple(words("meeting_words", "official"))
_MEALS = frozenset({"breakfast", "luncheon", "dinner"})
_RANK = {"denied": 6, "cancelled": 5, "held": 4, "postponed": 3, "scheduled": 2, "proposed": 1, "possible": 0}
_AHEAD = frozenset({"scheduled", "proposed", "possible"})
_FAR = 12  # and 만찬은 …, where a dinner was told
_LISTED = 2  # and within which a list of people still goes with it
_REACH = 3  # sentences within which 회동은 … still speaks of the meeting told last


class _Meeting:
    """A meeting under construction: the mentions that tell of it, the first of which brought it in."""

    def __init__(self, mention: Mention) -> None:
        self.mentions: list[Mention] = []
        self.keys: set[str] = set()
        self.parties: set[PartyFact] = set()
        self.kinds: set[str] = set()
        self.led: frozenset[str] = frozenset()  # the countries of the leaders who meet
        self.countries: frozenset[str] = frozenset()  # and those by which the meeting is named
        self.statuses: tuple[set[str], set[str], set[str]] = (set(), set(), set())  # told by nothing, by open words, for sure
        self.date: str | None = None
        self.add(mention)

    def add(self, mention: Mention) -> None:
        """Another mention of this meeting."""
        self.mentions.append(mention)
        self.keys |= mention.keys
        self.led |= mention.led
        self.countries |= mention.countries
        self.parties.update(mention.parties)
        self.kinds.add(mention.kind)
        self.statuses[2 if mention.sure else 0 if mention.bare else 1].add(mention.status)
        if self.date is None and mention.slots.when:
            self.date = mention.slots.when.start

    @property
    def status(self) -> str:
        """What outranks the rest of what is told: facts before plans, plans before hopes."""
        nothing, words, sure = self.statuses
        status = max(sure or words or nothing, key=_RANK.__getitem__)
        if status == "held" and not sure and any(m.coming for m in self.mentions):
            return "scheduled"
        return status


def merge_mentions(mentions: Sequence[Mention]) -> tuple[MeetingFact, ...]:
    """One fact a meeting, in the order in which meetings are first told."""
    meetings: list[_Meeting] = []
    for mention in _told_apart(mentions):
        if mention.full:
            same = _same(meetings, mention)
            if same is not None:
                same.add(mention)
            elif mention.sentence.zone not in (Zone.TITLE, Zone.SUBTITLE) or mention.sure:
                meetings.append(_Meeting(mention))
    for mention in mentions:
        if mention.full or _refer(meetings, mention):
            continue
        if _of_the_two(mention):
            _add_pair(meetings, replace(mention, parties=mention.pair, keys=frozenset(p.key for p in mention.pair if p.key)))
        elif (
            mention.attended
            and len(mention.keys) + (1 if _held_by(mentions, mention) else 0) > 1
            and mention.cues[0].rule != "meeting.attend"
        ):
            meetings.append(_Meeting(mention))
            told = _held_by(mentions, mention)
            if told is not None:
                meetings[-1].mentions.insert(0, told)
                meetings[-1].keys |= told.keys
                meetings[-1].parties.update(told.parties)
    return tuple(_fact(meeting) for meeting in _one_occasion(meetings) if not _summed_up(meeting, meetings))


def _summed_up(meeting: _Meeting, meetings: Sequence[_Meeting]) -> bool:
    """Whether unnamed people met one after the other are those of several meetings that are told with their names."""
    held = meeting.status == "held"
    others = [m for m in meetings if meeting.keys < m.keys and (m.status == "held") == held]
    return all(mention.several for mention in meeting.mentions) and len(others) > 1


def _of_the_two(mention: Mention) -> bool:
    """Whether a summit told of nowhere else is of the only two leaders of the article, or of those of its two countries."""
    if mention.attended or mention.kind != "summit" or mention.sentence.zone not in (Zone.BODY, Zone.CAPTION):
        return False
    enough = 1 if mention.countries else 2  # 한일 정상회담: of the one leader whom the article names
    return len(mention.pair) >= enough and mention.keys <= {party.key for party in mention.pair}


def _add_pair(meetings: list[_Meeting], mention: Mention) -> None:
    """A summit of two leaders: told again of a meeting of theirs, or a meeting of its own that the words tell apart from it."""
    same = _same(meetings, mention)
    if same is None:
        summits = [m for m in meetings if mention.keys <= m.keys and "summit" in m.kinds and not _other_countries(m, mention)]
        same = next((m for m in summits if _dates_fit(m, mention) and mention.slots.when is None), None)
    if same is not None:
        same.add(mention if mention.sure else replace(mention, slots=Slots()))
        return
    held = mention.status == "held"
    told = [m for m in meetings if mention.keys <= m.keys and (m.status == "held") == held]
    if mention.slots.when is not None or (not told and (mention.sure or not meetings)) or (mention.countries and not told):
        meetings.append(_Meeting(mention))


def _held_by(mentions: Sequence[Mention], listed: Mention) -> Mention | None:
    """Who held the meeting whose list of people comes next: 홍 시장은 간담회를 열었다. 간담회에는 김 대표가 참석했다."""
    for told in mentions:
        near = 0 < listed.sentence.index - told.sentence.index <= 2 and told.sentence.zone is listed.sentence.zone
        alone = len(told.keys) == 1 and not told.full and not told.attended and not told.keys & listed.keys
        if near and alone and told.kind == listed.kind and told.status == listed.status == "held" and told.sure:
            return told
    return None


def _told_apart(mentions: Sequence[Mention]) -> list[Mention]:
    """A mention that sums up several meetings (``A와 B를 만났다``) as one mention for each that the article also tells alone."""
    alone: dict[frozenset[str], list[Mention]] = {}
    for mention in mentions:
        if mention.full and mention.kind != "call":
            alone.setdefault(mention.keys, []).append(mention)
    result: list[Mention] = []
    for mention in mentions:
        named = [(party, party.key) for party in mention.parties if party.key]
        pairs = [((named[0][0], party), frozenset({named[0][1], key})) for party, key in named[1:]]
        if mention.full and len(pairs) > 1 and all(_told_on(alone.get(keys, []), mention) for _, keys in pairs):
            result.extend(replace(mention, parties=parties, keys=keys) for parties, keys in pairs)
        else:
            result.append(mention)
    return result


def _told_on(alone: Sequence[Mention], together: Mention) -> bool:
    """Whether one of the mentions of a pair may be of the day on which a mention of more people tells that they met."""
    when = together.slots.when
    days = [(m.slots.when.start or "")[:10] for m in alone if m.slots.when]
    day = (when.start or "")[:10] if when else ""
    return bool(alone) and (len(days) < len(alone) or any(day.startswith(d) or d.startswith(day) for d in days))


def _one_occasion(meetings: Sequence[_Meeting]) -> list[_Meeting]:
    """Meetings of one person at one hour are one meeting, told with one companion at a time; so are photos of a place."""
    kept: list[_Meeting] = []
    for meeting in meetings:
        shared = (m for m in kept if m.keys & meeting.keys and "call" not in m.kinds | meeting.kinds)
        same = next((m for m in shared if _at_one_hour(m, meeting) or _photo_of(m, meeting)), None)
        if same is None:
            kept.append(meeting)
        else:
            for mention in meeting.mentions:
                same.add(mention)
    return kept


def _at_one_hour(one: _Meeting, other: _Meeting) -> bool:
    return one.date is not None and "T" in one.date and one.date == other.date


def _photo_of(meeting: _Meeting, other: _Meeting) -> bool:
    """Whether only captions date ``other``, on the day and at the venue of the meeting."""
    day = (other.date or "")[:10]
    at_venue = {m.slots.place.name for m in other.mentions if m.slots.place and m.slots.place.venue}
    told = {m.slots.place.name for m in meeting.mentions if m.slots.place}
    photos = all(m.sentence.zone is Zone.CAPTION for m in other.mentions if m.slots.when)
    return photos and len(day) == 10 and day == (meeting.date or "")[:10] and bool(at_venue & told)


def _same(meetings: Sequence[_Meeting], mention: Mention) -> _Meeting | None:
    """The meeting that a full mention tells of again, if any: the one it shares most parties with."""
    fitting = [m for m in meetings if _parties_fit(m, mention) and _dates_fit(m, mention) and _kinds_fit(m, mention)]
    fitting = [m for m in fitting if not _other_countries(m, mention)]
    return max(fitting, key=lambda m: len(m.keys & mention.keys), default=None)


def _parties_fit(meeting: _Meeting, mention: Mention) -> bool:
    told, new = meeting.keys, mention.keys
    if len(told) == 1 or len(new) == 1:  # one named party beside groups
        groups = [p.name for p in meeting.parties if not p.key]
        again = any(_same_group(name, p.name) for name in groups for p in mention.parties if not p.key)
        return (told & new == min(told, new, key=len) and again) or _vague(meeting, mention)
    clock = (
        mention.slots.when is not None and "T" in (mention.slots.when.start or "") and mention.slots.when.start == meeting.date
    )
    return told <= new or new <= told or len(told & new) >= (1 if clock else 2) or _vague(meeting, mention)


def _other_countries(meeting: _Meeting, mention: Mention) -> bool:
    """Whether the countries by which one is named (한일 정상회담) are not those of the other's leaders."""
    if mention.countries and meeting.countries and mention.countries != meeting.countries:
        return True
    return any(
        named and led and len(led) > 1 and not led <= named
        for named, led in ((mention.countries, meeting.led), (meeting.countries, mention.led))
    )


def _same_group(one: str, other: str) -> bool:
    """Whether two phrases name the same unnamed people: one is the end of the other, or both end in one word of them."""
    a, b = one.split(), other.split()
    return one.endswith(other) or other.endswith(one) or (a[-1] == b[-1] and bool(set(a[:-1]) & set(b[:-1])))


def _vague(meeting: _Meeting, mention: Mention) -> bool:
    """Whether one of the two names only groups and organizations beside a party they share (``경영진과의 오찬``)."""
    date = mention.slots.when.start if mention.slots.when else None
    told, new = meeting.parties, set(mention.parties)
    shared = {p for p in told & new if p.kind == "person"}
    if not shared or mention.kind not in meeting.kinds:
        return False
    near = min(abs(mention.sentence.index - m.sentence.index) for m in meeting.mentions) <= _REACH
    others = [side - shared for side in (told, new)]
    peopled = [any(p.kind == "person" for p in side) for side in others]
    if peopled[0] != peopled[1]:
        named, unnamed = others if peopled[0] else others[::-1]
        single = [p.name.endswith(_OFFICES) for p in unnamed]
        if len(named) == 1 == len(unnamed) and all(single):
            return near  # 우크라이나 대통령과의 회동, then told with the name
        if len(named) == 1 and mention.kind in ("call", "talks") and any(p.name.endswith("들") for p in unnamed):
            return False  # 유럽 정상들: more than the one who is named
    if not ((date and meeting.date) or (mention.kind != "talks" and mention.status == meeting.status == "held")):
        return False
    return (near or mention.kind != "talks") and peopled[0] != peopled[1]


def _dates_fit(meeting: _Meeting, mention: Mention) -> bool:
    told = meeting.date
    new = mention.slots.when.start if mention.slots.when else None
    if told and new:
        size = min(len(told), len(new), 10 if mention.sure else 7)
        if size < 10 and mention.sure and meeting.statuses[2] and {mention.status, meeting.status} == {"held", "scheduled"}:
            return mention.sentence.zone is not Zone.BODY  # met on the 3rd, and to meet again next week
        return told[:size] == new[:size]
    if mention.status == "scheduled" and told and any(m.over for m in meeting.mentions):
        return False  # 회담을 앞두고: not that of last month
    if mention.over and mention.status == "held" and meeting.status in _AHEAD and not told and not mention.full:
        return False  # the summit of last November is not the one to come
    if not mention.sure or not meeting.statuses[2]:
        return True
    if "denied" in (mention.status, meeting.status):
        return True
    if "possible" in (mention.status, meeting.status) and not (told or new or mention.again):
        return True
    if (mention.status == "held") == (meeting.status == "held"):
        return True
    # One is over, the other ahead: two meetings, unless a caption or a headline tells of it as it was before.
    return mention.sentence.zone is not Zone.BODY or all(m.sentence.zone is not Zone.BODY for m in meeting.mentions)


def _kinds_fit(meeting: _Meeting, mention: Mention) -> bool:
    kinds = meeting.kinds
    if (mention.kind == "call") != ("call" in kinds):
        return False
    meals = (kinds | {mention.kind}) & _MEALS
    return len(meals) < 2


def _refer(meetings: Sequence[_Meeting], mention: Mention) -> bool:
    """Whether a mention without all its parties added to a meeting: the one told last before it, or in the headline."""
    if mention.cues[0].rule == "meeting.attend":  # the other side's list goes where the first side's went
        beside = next(
            (m for m in meetings if any(o.attended and 0 <= mention.sentence.index - o.sentence.index <= 1 for o in m.mentions)),
            None,
        )
        if beside is not None:
            beside.add(mention)
            return True
    reachable = [(distance, m) for m in meetings if (distance := _distance(m, mention)) is not None]
    if mention.cues[0].rule == "meeting.attend" and not mention.definite:
        reachable = [(distance, m) for distance, m in reachable if distance <= _LISTED]
    narrow = mention.kind != "talks"  # 이날 접견에는: the audience, though a summit was spoken of in between
    for _, meeting in sorted(reachable, key=lambda pair: (narrow and mention.kind not in pair[1].kinds, pair[0])):
        if _other_countries(meeting, mention) or not _kinds_fit(meeting, mention):
            continue
        if not _dates_fit(meeting, mention) or not _speaks_of(meeting, mention):
            continue
        if mention.keys and not mention.attended and not mention.keys <= meeting.keys:
            continue
        if (
            mention.attended
            and mention.cues[0].rule != "meeting.attend"
            and not mention.definite
            and not mention.keys & meeting.keys
        ):
            continue
        slots = mention.slots
        if mention.kind not in _MEALS and meeting.kinds <= _MEALS and not mention.definite:
            slots = Slots()  # 만찬 …. 회담은 지난해 3일: the day is not the dinner's
        told = mention if mention.attended else replace(mention, sure=False, parties=(), keys=frozenset(), slots=slots)
        meeting.add(told)
        return True
    return False


def _speaks_of(meeting: _Meeting, mention: Mention) -> bool:
    """Whether a reference's word (만찬은, 정상회담에서) can mean a meeting: a meal is a meal, and what is over is not ahead."""
    if mention.kind in _MEALS and mention.kind not in meeting.kinds:
        return False
    if mention.kind == "summit" and "summit" not in meeting.kinds and (meeting.kinds <= _MEALS or not mention.sure):
        return False
    return not mention.sure or (mention.status == "held") == (meeting.status == "held")


def _distance(meeting: _Meeting, mention: Mention) -> int | None:
    """How many sentences lie between a reference and the last full mention of a meeting before it; None where out of reach."""
    here = mention.sentence.index
    told = [
        here - m.sentence.index for m in meeting.mentions if m.sentence.index <= here and m.sentence.zone is mention.sentence.zone
    ]
    reach = _FAR if mention.kind != "talks" and mention.kind in meeting.kinds else _REACH
    near = [distance for distance in told if distance <= reach]
    if near:
        return min(near)
    ahead = [m.sentence.index - here for m in meeting.mentions if m.sentence.zone is mention.sentence.zone and m.full]
    if mention.keys and ahead and min(ahead) <= _REACH:
        return _REACH + min(ahead)
    headline = any(m.sentence.zone in (Zone.TITLE, Zone.SUBTITLE) for m in meeting.mentions)
    return 2 * _REACH + 1 if headline and mention.sentence.zone is Zone.BODY else None


def _fact(meeting: _Meeting) -> MeetingFact:
    mentions = meeting.mentions
    parties: dict[PartyFact, None] = {}
    for mention in mentions:
        people = [party for party in mention.parties if party.kind == "person"]
        if mention.full and parties and len(people) < 2 and sum(party.kind == "person" for party in parties) > 1:
            continue  # told again with unnamed people where others are named
        parties.update(dict.fromkeys(mention.parties))
    for party in [p for p in parties if not p.key]:  # 민주당 국회의원, then 국회의원: the same people
        if any(other is not party and not other.key and other.name.endswith(party.name) for other in parties):
            del parties[party]
    whens = [m.slots.when for m in mentions if m.slots.when]
    places = [m.slots.place for m in mentions if m.slots.place]
    status = meeting.status
    return MeetingFact(
        kind=min((m.kind for m in mentions), key=KINDS.index),
        status=status,
        parties=tuple(parties),
        when=_finest(whens),
        duration=next((m.slots.duration for m in mentions if m.slots.duration), None),
        place=next((p for p in places if p.venue), places[0] if places else None),
        topics=tuple(dict.fromkeys(topic for m in mentions for topic in m.slots.topics)),
        evidence=tuple(dict.fromkeys(m.evidence for m in mentions)),
        host=next((m.host for m in mentions if m.host in parties), None),
        format=next((m.slots.format for m in mentions if m.slots.format), None),
        outcome=next((m.slots.outcome for m in mentions if m.slots.outcome), None) if status == "held" else None,
        cues=tuple(dict.fromkeys(cue for m in mentions for cue in m.cues)),
    )


def _finest(whens: Sequence[WhenFact]) -> WhenFact | None:
    """The most precise of the dates told; an hour of ending that another mention of the same day tells is taken along."""
    best = max(whens, key=lambda w: len(w.start or ""), default=None)
    if best is None or best.end or not best.start:
        return best
    end = next((w.end for w in whens if w.end and w.end[:10] == best.start[:10]), None)
    return replace(best, end=end)
