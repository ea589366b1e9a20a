"""Time, place, duration and evidence of a meeting's clause. Offsets: normalised text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from visitextract.lexicon import words
from visitextract.meetings.chains import Chain, quote_at
from visitextract.meetings.cues import Hit
from visitextract.meetings.grammar import closed
from visitextract.patterns import lazily
from visitextract.places import PlaceFact
from visitextract.rules.factuality import SETTING
from visitextract.rules.meetings import context, slots
from visitextract.sentences import Sentence
from visitextract.times import Time, WhenFact, moment
from visitextract.trace import Cue

_LONGEST, _SHORTEST = 80, 10  # characters of an evidence range
_DAY = 10  # letters of a date that is precise to the day
_TOPIC_REACH = 40  # how far behind the predicate's cue its last verb may reach
_FORM_BEFORE, _FORM_AFTER = 8, 6  # characters around a cue within which a word of form is looked for
_AROUND = 400  # how far from a cue its time may stand
_NOT_EVENT_DAY = lazily(r"\s?(?:이후|부터|까지|만에|만의|이래|전후|당시|생|일정으로|간의 일정)")
_NOT_DURATION = lazily(r"\s?(?:여|가량|정도|쯤)?\s?(?:만에|만의|일정|전|후|뒤|앞)")
_PAST_WORD = lazily(r"지난|전날|어제|앞서|그제|작년|당시")
_OVER = lazily(r"(?:까지|에)?\s?(?:끝|종료|마무리|마쳤)")
_SAID = lazily(
    r"(?:은|는|에)?,?\s(?:오전|오후|저녁|밤)?\s?(?:[^\s,.]{1,12}\s){0,4}?"
    r"\L<said>(?:에서|을 통해|를 통해|을 열|에|와의|으로|을|를)",
    said=list(words("visit_words", "said")),
)
_EVE = lazily(r"(?:을|를)?\s?(?P<days>하루|이틀|사흘|나흘)\s?(?:앞|전)")
_EVES = {"하루": 1, "이틀": 2, "사흘": 3, "나흘": 4}
_AT = ("에서", "서", "에선", "에서는")
_TO = ("로", "으로", "을", "를", "에")
_ON_ARRIVAL = lazily(r"\s도착\s?(?:직후|후|뒤)")
_WENT = lazily(r"(?:으로|로|을|를|에)\s?(?:직접\s)?(?:이동|자리를 옮|옮겨|찾아|찾은|방문해|방문한|들러|초청|초대|불러|도착|건너)")


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence with what the other stages found in it."""

    text: str
    sentence: Sentence
    times: Sequence[Time]
    places: Sequence[PlaceFact]
    chains: Sequence[Chain]


@dataclass(frozen=True, slots=True)
class Slots:
    """What a clause says of when, how long and where; any of them may be missing."""

    when: WhenFact | None = None
    duration: str | None = None
    place: PlaceFact | None = None
    topics: tuple[str, ...] = ()
    format: str | None = None
    outcome: str | None = None


def slots_of(scene: Scene, hits: Sequence[Hit], cue: Cue, floor: int, *, ahead: bool) -> Slots:
    """The slots of the clause of ``hits`` up to its governing predicate; ``floor`` is where the clause before it ended.

    A past day is no day of a meeting that lies ahead; a place or a duration told before an earlier clause is not taken.
    """
    first, stop = hits[0].start, min(scene.sentence.end, max(hits[-1].end, cue.end) + 4)
    near = _times(scene, hits[0], stop)
    setting = SETTING.compiled.match(scene.text, hits[-1].end) is not None  # 회담 도중 한 시간 통화했다: how long the call was
    lasting = [t for t in near if t.duration and t.duration.startswith("PT") and t.start >= floor]
    lasting = [t for t in lasting if not (setting and t.start > first)]
    duration = next((t.duration for t in lasting if not _NOT_DURATION.match(scene.text, t.end)), None)
    days = [t for t in near if not context.ELSEWHERE.compiled.match(scene.text, t.end, first)]
    days = [t for t in days if t.end > first or t.end < floor <= first or not closed(scene.text, t.end, first)]
    if ahead:
        days = [t for t in days if not _PAST_WORD.match(scene.text, t.start)]
    days = [t for t in days if not _SAID.match(scene.text, t.end, max(t.end, first))]
    return Slots(
        _on_the_eve(scene.text, _when(scene.text, days, hits[0]), hits[-1].end),
        duration,
        _place(scene, floor, first, stop),
        _topics(scene, first, stop),
        _format(scene, first, stop),
        None if ahead else _outcome(scene, hits[-1]),
    )


def _times(scene: Scene, hit: Hit, stop: int) -> list[Time]:
    """The times around a cue, in the same quotation as it; 당시 in a title (당시 대통령) is none."""
    quote = quote_at(scene.sentence, hit.start, hit.end)
    near = [t for t in scene.times if hit.start - _AROUND <= t.start < stop]
    near = [t for t in near if quote_at(scene.sentence, t.start, t.end) == quote]
    titles = [ref for chain in scene.chains for ref in chain.refs if ref.np_start < stop and ref.np_end > hit.start - _AROUND]
    return [t for t in near if not any(ref.np_start < t.start < ref.np_end for ref in titles)]


def said_before(scene: Scene, first: Hit) -> bool:
    """Whether the sentence dates what was said of a meeting ahead (``지난 25일 …과 만날 것이라고 예고했다``)."""
    before = [t for t in scene.times if t.end <= first.start and t.date]
    return bool(before) and _PAST_WORD.match(scene.text, before[-1].start) is not None


def day_before(text: str, times: Sequence[Time], end: int) -> WhenFact | None:
    """The last single day told before ``end``."""
    days = [t for t in times if t.end <= end and t.date and len(t.date) == 10 and not t.until]
    days = [t for t in days if not _SAID.match(text, t.end)]
    return WhenFact(days[-1].date, None, days[-1].approximate, "event", (days[-1].start, days[-1].end)) if days else None


def _when(text: str, near: Sequence[Time], hit: Hit) -> WhenFact | None:
    """The day nearest before the cue (else after it), with the clock time told beside it."""
    first = hit.start
    days = [t for t in near if t.date and (t.until or not _NOT_EVENT_DAY.match(text, t.end))]
    if not days:
        return None
    before = [t for t in days if t.end <= first]
    days = before or [t for t in days if not context.NEXT_EVENT.compiled.search(text, first, t.start)]
    if not days:
        return None
    day = before[-1] if before else days[0]
    finer = [t for t in before if len(t.date or "") > len(day.date or "") and (t.date or "").startswith(day.date or "-")]
    day = finer[-1] if finer else day
    start, evidence = day.date or "", (day.start, day.end)
    if day.until and len(start) == 10 and day.until != start:
        # the meeting falls on some day of the range: the month is all the text supports
        month = start[:7] if day.until.startswith(start[:7]) else start[:4]
        return WhenFact(month, None, True, day.anchor, evidence)
    if len(start) < 10:
        return WhenFact(start, None, day.approximate, day.anchor, evidence)
    if day.end <= first and _of_what_followed(text, hit):
        return WhenFact(start, None, day.approximate and not day.clock, day.anchor, evidence)
    told = day if day.clock else next((t for t in near if t.clock and t.end <= first and t.date in (None, day.date)), day)
    over = next((t.clock for t in near if t.clock and t.start > first and _OVER.match(text, t.end)), None)
    until = day.clock_until or over
    return WhenFact(
        moment(start, told.clock, told.zone) if told.clock else start,
        moment(start, until, told.zone) if until else None,
        day.approximate,
        day.anchor,
        evidence,
    )


def _on_the_eve(text: str, when: WhenFact | None, end: int) -> WhenFact | None:
    """The day of the meeting, where the day told is one before it (4일 회담을 하루 앞두고)."""
    eve = _EVE.match(text, end)
    if eve is None or when is None or len(when.start or "") != _DAY:
        return when
    day = date.fromisoformat(when.start or "") + timedelta(days=_EVES[eve["days"]])
    return replace(when, start=day.isoformat(), end=None)


def _of_what_followed(text: str, hit: Hit) -> bool:
    """Whether an hour told before the cue is that of what followed the meeting (2시께 회동 직후 기자들과 만나)."""
    noun = hit.family == "noun" and slots.AFTERWARDS.compiled.match(text, hit.end)
    return bool(noun or slots.BEFORE_PRESS.compiled.match(text, hit.end))


def arrival(scene: Scene) -> WhenFact | None:
    """The hour at which the sentence says that they arrived."""
    for time in scene.times:
        if time.clock and len(time.date or "") == 10 and slots.ARRIVAL.compiled.search(scene.text, time.end, scene.sentence.end):
            return WhenFact(moment(time.date or "", time.clock, time.zone), None, True, "event", (time.start, time.end))
    return None


def _topics(scene: Scene, first: int, stop: int) -> tuple[str, ...]:
    """What the clause says that they talked of."""
    view = scene.text, first, min(scene.sentence.end, stop + _TOPIC_REACH)
    return tuple(match["cue"] for match in context.TOPIC.finditer(*view))


def _format(scene: Scene, first: int, stop: int) -> str | None:
    """How they met (``one_to_one``, ``private``, ``enlarged``), where one word says it."""
    start = max(scene.sentence.start, first - _FORM_BEFORE)
    told = {rule.value["format"] for rule in slots.FORMATS if rule.compiled.search(scene.text, start, stop + _FORM_AFTER)}
    return told.pop() if len(told) == 1 else None


def _outcome(scene: Scene, last: Hit) -> str | None:
    """What the clause right behind the cue says that they agreed."""
    match = slots.OUTCOME.compiled.match(scene.text, last.end, scene.sentence.end)
    return match["cue"] if match else None


def _place(scene: Scene, floor: int, first: int, stop: int) -> PlaceFact | None:
    """The place with 에서 nearest before the cue, or one that they went to for it; else one the clause names after the cue."""
    inside = [place for place in scene.places if floor <= place.start < stop]
    quote = quote_at(scene.sentence, first, first + 1)
    inside = [p for p in inside if quote_at(scene.sentence, p.start, p.end) == quote]  # 공원에서 "A와 만났다"고: said there
    inside = [p for p in inside if not context.ELSEWHERE.compiled.match(scene.text, p.end, first)]  # where another event was
    here = [p for p in inside if p.particle in _AT or _ON_ARRIVAL.match(scene.text, p.end) or _went(scene.text, p)]
    after = [place for place in here if not context.NEXT_EVENT.compiled.search(scene.text, first, place.start)]
    chosen = [place for place in here if place.end <= first] or after
    return chosen[-1] if chosen else None


def _went(text: str, place: PlaceFact) -> bool:
    """Whether they went to a place for the meeting (관저로 초청해)."""
    return place.particle in _TO and _WENT.match(text, place.end) is not None


def days_between(today: str, day: str) -> int:
    """-1 for a day before yesterday, 1 for one to come, 0 for those between; both ISO 8601, at least a day long."""
    distance = (date.fromisoformat(day[:10]) - date.fromisoformat(today[:10])).days
    return -1 if distance < -1 else 1 if distance > 0 else 0


def evidence_of(text: str, sentence: Sentence, start: int, last: Hit, cue: Cue) -> tuple[int, int]:
    """The stretch that shows the meeting: from its first party to its predicate, at most 80 characters and within the line."""
    end = max(last.end, cue.end if cue.end - last.end <= 40 else last.end)
    while end < sentence.end and text[end] not in " \n,\"'”’)":
        end += 1
    begin = max(start, end - _LONGEST, sentence.start)
    if begin > start:
        blank = text.find(" ", begin, last.start)
        begin = blank + 1 if blank >= 0 else begin
    while end - begin < _SHORTEST and begin > sentence.start:
        begin -= 1
    while end - begin < _SHORTEST and end < sentence.end:
        end += 1
    return begin, min(end, begin + _LONGEST)
