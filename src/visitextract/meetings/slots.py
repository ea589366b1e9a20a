"""Time, place, duration and evidence of a meeting's clause. Offsets: normalised text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import regex

from visitextract.meetings.chains import Chain, quote_at
from visitextract.meetings.cues import Hit
from visitextract.meetings.grammar import closed
from visitextract.places import PlaceFact
from visitextract.rules.meetings import context
from visitextract.sentences import Sentence
from visitextract.times import Time, WhenFact
from visitextract.trace import Cue

_LONGEST = 80
_NOT_EVENT_DAY = regex.compile(r"\s?(?:이후|부터|까지|만에|만의|이래|전후|당시|생|일정으로|간의 일정)")
_PAST_WORD = regex.compile(r"지난|전날|어제|앞서|그제|작년|당시")
_TO = frozenset({"로", "으로", "을", "를", "에"})
_WENT = regex.compile(
    r"(?:으로|로|을|를|에)\s?(?:(?:직접\s)?(?:이동|자리를 옮|옮겨|찾아|찾은|방문해|방문한|들러|초청|초대|불러|도착|건너))"
)
_OVER = regex.compile(r"(?:까지|에)?\s?(?:끝|종료|마무리|마쳤)")
_SPAN = regex.compile(r"\s?(?:여|가량|정도|쯤)?\s?(?:만에|만의|일정|전|후|뒤|앞)")


@dataclass(frozen=True, slots=True)
class Slots:
    """What a clause says of when, how long and where; any of them may be missing."""

    when: WhenFact | None = None
    duration: str | None = None
    place: PlaceFact | None = None


def slots_of(
    text: str,
    sentence: Sentence,
    times: Sequence[Time],
    places: Sequence[PlaceFact],
    hits: Sequence[Hit],
    cue: Cue,
    chains: Sequence[Chain],
    told: Sequence[int],
    *,
    ahead: bool,
) -> Slots:
    """The slots of the clause of ``hits`` up to its governing predicate.

    A past day is no day of a meeting that lies ahead; a place told before an earlier clause (``told``: their ends) is not taken.
    """
    floor = max([sentence.start, *(end for end in told if end < hits[0].start)])
    first, stop = hits[0].start, min(sentence.end, max(hits[-1].end, cue.end) + 4)
    quote = quote_at(sentence, hits[0].start, hits[0].end)
    near = [t for t in times if t.sentence == sentence.index and t.start < stop and quote_at(sentence, t.start, t.end) == quote]
    near = [
        t for t in near if not any(ref.np_start < t.start < ref.np_end for chain in chains for ref in chain.refs)
    ]  # 당시 대통령
    duration = next(
        (
            t.duration
            for t in near
            if t.duration and t.start >= floor and t.duration.startswith("PT") and not _SPAN.match(text, t.end)
        ),
        None,
    )
    near = [t for t in near if not context.ELSEWHERE.compiled.match(text, t.end, first)]
    near = [t for t in near if t.end > first or not closed(text, t.end, first) or any(t.end < end <= first for end in told)]
    if ahead:
        near = [time for time in near if not _PAST_WORD.match(text, time.start)]
    return Slots(_when(text, near, first), duration, _place(text, sentence, places, floor, first, stop))


def said_before(text: str, sentence: Sentence, times: Sequence[Time], first: Hit) -> bool:
    """Whether the sentence dates what was said of a meeting ahead (``지난 25일 …과 만날 것이라고 예고했다``)."""
    before = [t for t in times if t.sentence == sentence.index and t.end <= first.start and t.date]
    return bool(before) and _PAST_WORD.match(text, before[-1].start) is not None


def _when(text: str, near: Sequence[Time], first: int) -> WhenFact | None:
    """The day nearest before the cue (else after it), with the clock time told beside it."""
    days = [t for t in near if t.date and (t.until or not _NOT_EVENT_DAY.match(text, t.end))]
    if not days:
        return None
    before = [t for t in days if t.end <= first]
    day = before[-1] if before else days[0]
    finer = [t for t in before if len(t.date or "") > len(day.date or "") and (t.date or "").startswith(day.date or "-")]
    day = finer[-1] if finer else day
    clock = day.clock or next((t.clock for t in near if t.clock and t.end <= first and t.date in (None, day.date)), None)
    start = day.date or ""
    if day.until and len(start) == 10 and day.until != start:
        # the meeting falls on some day of the range: the month is all the text supports
        month = start[:7] if day.until.startswith(start[:7]) else start[:4]
        return WhenFact(month, None, True, day.anchor, (day.start, day.end))
    stamp = f"{start}T{clock}:00+09:00" if clock and len(start) == 10 else start
    over = next((t.clock for t in near if t.clock and t.start > first and _OVER.match(text, t.end)), None)
    until = day.clock_until or over
    end = f"{start}T{until}:00+09:00" if until and len(start) == 10 else None
    return WhenFact(stamp, end, day.approximate, day.anchor, (day.start, day.end))


def _place(text: str, sentence: Sentence, places: Sequence[PlaceFact], floor: int, first: int, stop: int) -> PlaceFact | None:
    """The place with 에서 nearest before the cue, or one that they went to for it; else one the clause names after the cue."""
    inside = [place for place in places if place.sentence == sentence.index and floor <= place.start < stop]
    inside = [
        place for place in inside if not context.ELSEWHERE.compiled.match(text, place.end, first)
    ]  # where something else was held
    here = [
        p for p in inside if p.particle in ("에서", "서", "에선", "에서는") or (p.particle in _TO and _WENT.match(text, p.end))
    ]
    before = [place for place in here if place.end <= first]
    chosen = before or here
    return chosen[-1] if chosen else None


def evidence_of(text: str, sentence: Sentence, start: int, last: Hit, cue: Cue) -> tuple[int, int]:
    """The stretch that shows the meeting: from its first party to its predicate, at most 80 characters and within the line."""
    end = max(last.end, cue.end if cue.end - last.end <= 40 else last.end)
    while end < sentence.end and text[end] not in " \n,\"'”’)":
        end += 1
    begin = max(start, end - _LONGEST, sentence.start)
    if begin > start:
        blank = text.find(" ", begin, last.start)
        begin = blank + 1 if blank >= 0 else begin
    while end - begin < 10 and begin > sentence.start:
        begin -= 1
    return begin, min(end, begin + _LONGEST)
