"""When a visit was or will be: the time words that belong to a visit word. Offsets: normalised text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
import regex

from visitextract.article import Zone
from visitextract.entities import PartyFact, Ref
from visitextract.places import PlaceFact
from visitextract.sentences import Sentence
from visitextract.times import Time, WhenFact
from visitextract.trace import Cue
from visitextract.visits.facts import Telling
from visitextract.visits.visitors import Stage, scope

# A date that says when something was said, not when somebody went.
_SAID = regex.compile(
    r"(?:은|는|에|에는)?,? ?(?:오전|오후|저녁|밤)?,? ?(?:\([^()]{1,10}\))?,? ?(?:[\p{L}·]{1,12} ){0,4}?"
    r"(?:에 따르면|따르면|브리핑|기자회견|기자간담회|페이스북|SNS|보도자료|보도|자료를|언론 공지|소셜미디어|트루스소셜|인터뷰|발표|성명)"
)
_SPAN = regex.compile(r"(?:동안|간|간의|의)? ?(?:만에|전|앞|뒤|후|째|이내|넘|가까이|새|여 만)")
_DAYS = regex.compile(r"P\d+[DW]$")
_GOING_ON = regex.compile(r"(?<![가-힣])(?:이어|이후|곧바로|같은 날|그 뒤|그 후|다음으로|마친 뒤|마친 후|마친 이후|마치고|가장 먼저|먼저)(?![가-힣])")
_BOUNDS = regex.compile(r"[~\-]|부터|까지|에서")
# A clause of its own ends between the day and the visit.
_CLAUSE = regex.compile(r"[했됐왔갔았었였렸](?:으며|지만|으나|는데),? |다\.")
_UNTIL = regex.compile(r"까지")
_SINCE = regex.compile(r"(?:은|는|이)? |(?:한|은) (?:건|것은|것이|게|지) ")
_AFTER_DATE = regex.compile(r"(?:[가-힣]{0,3} )?(?:첫 방문 )?(?:이후|이래)|(?:이|가) 마지막")
_AFTER_PERSON = regex.compile(r"(?:의 [가-힣 ]{0,8})? ?이후")
_ANONYMOUS = regex.compile(r"^[A-Z](?:씨|양|군)?$|.모$")


def time_of(stage: Stage, sentence: Sentence, at: int, floor: int, earlier: bool) -> tuple[Time | None, Time | None]:
    """The dated time expression nearest before ``at``, and the day until which (7일까지) somebody stays.

    ``floor`` is where the visit word before ends; dates before it count only with ``earlier``.
    """
    start, _ = scope(sentence, at)
    times = [
        time
        for time in stage.times
        if start <= time.start
        and time.end <= at
        and time.date
        and not _SAID.match(stage.text, time.end, min(at, time.end + 45))
        and not _SPAN.match(stage.text, time.end)
        and not _CLAUSE.search(stage.text, time.end, at)
        and not any(quote.start <= time.start < quote.end for quote in sentence.quotes if quote.double and not quote.start <= at < quote.end)
    ]
    until = [time for time in times if _UNTIL.match(stage.text, time.end) and time.until is None and time.start >= floor]
    times = [time for time in times if time not in until]
    inside = [time for time in times if time.start >= floor] or (times if earlier else [])
    return (inside[-1] if inside else None), (until[-1] if until else None)


def day_before(stage: Stage, sentence: Sentence, at: int) -> Time | None:
    """The day of the sentence before, where this one goes on with 이어, 이후 and the like."""
    if sentence.index == 0 or not _GOING_ON.search(stage.text, sentence.start, at):
        return None
    other = stage.sentences[sentence.index - 1]
    days = [
        time for time in stage.times
        if other.start <= time.start < other.end and time.date and len(time.date) == 10 and not _SAID.match(stage.text, time.end)
        and not any(q.start <= time.start < q.end for q in other.quotes)
    ]  # fmt: skip
    return days[-1] if days and sentence.paragraph - other.paragraph <= 2 else None


def duration_of(stage: Stage, sentence: Sentence, at: int, floor: int) -> Time | None:
    """The length of the stay told in the sentence: 2박 3일 일정으로, 사흘간."""
    lengths = [
        time for time in stage.times
        if sentence.start <= time.start < sentence.end and time.duration and _DAYS.match(time.duration) and not _SPAN.match(stage.text, time.end)
    ]  # fmt: skip
    before = [time for time in lengths if floor <= time.start < at]
    near = [time for time in lengths if 0 <= time.start - at <= 25 and sentence.zone in (Zone.TITLE, Zone.SUBTITLE)]
    return before[-1] if before else near[0] if near else None


def is_remote(text: str, time: Time | None, reference: str | None) -> bool:
    """Whether a date belongs to another visit than the one an article of day ``reference`` is about."""
    if time is None or time.date is None:
        return False
    if reference is None:
        return bool(regex.search(r"\d{4}년|지난해|작년|재작년", text[time.start : time.end]))
    year, month = int(reference[:4]), int(reference[5:7])
    parts = time.date.split("-")
    if len(parts) == 1:
        return abs(int(parts[0]) - year) > 1 or int(parts[0]) < year
    distance = (int(parts[0]) - year) * 12 + int(parts[1]) - month
    if len(parts) == 3:
        distance += (int(parts[2]) > int(reference[8:10])) * (distance < 0)  # full months only
    return distance <= -2 or distance > 14


def parties(stage: Stage, ref: Ref) -> Iterator[PartyFact]:
    """The persons behind a mention, by their canonical names; nobody for anonymised ones (A씨, 김모)."""
    names = {entity.key: entity.name for entity in stage.cast.persons}
    for key in ref.keys:
        name = names.get(key, ref.name)
        if not _ANONYMOUS.search(name):
            yield PartyFact("person", key, name)


def since(stage: Stage, sentence: Sentence, end: int, destinations: Sequence[PlaceFact], visitors: Sequence[Ref]) -> Iterator[Telling]:
    """The earlier visit in X의 방한은 2013년 6월 이후 10년 만이다, in … 2019년 [문재인 전 대통령] 이후 …, and in 방문한 것은 2005년이 마지막."""
    link = _SINCE.match(stage.text, end)
    if not link:
        return
    for time in stage.times:
        if not link.end() <= time.start <= min(end + 40, sentence.end) or time.date is None:
            continue
        persons = [ref for ref in stage.persons(time.end, sentence.end) if ref.np_start - time.end <= 2]
        follower = _AFTER_DATE.match(stage.text, time.end)
        if not follower and persons:
            follower = _AFTER_PERSON.match(stage.text, persons[0].np_end)
        if not follower:
            return
        for ref in persons[:1] or visitors:
            for party in parties(stage, ref):
                for place in destinations:
                    cue = Cue("visit", "visit.since", time.start, follower.end())
                    yield Telling(party, place, "held", (sentence.start, sentence.end), (cue,), time=time, remote=True)
        return


def when_of(text: str, times: Sequence[Time], left: Time | None = None) -> WhenFact | None:
    """The most precise of the dates told of one visit; a range wins over a day of the same precision; ``left`` may end it."""
    dated = [time for time in times if time.date]
    if not dated:
        return None
    best = max(dated, key=lambda time: (len(time.date or ""), bool(time.until), -times.index(time)))
    start, end = best.date or "", best.until
    if end and not _BOUNDS.search(text, best.start, best.end):  # 내주, 상반기: within it, not from its first day to its last
        start, end = (start[:7], None) if start[:7] == end[:7] or len(start) == 10 else (start[:4], None)
    if end is None and left and left.date and len(left.date) == len(start) and left.date > start:
        end = left.date
    return WhenFact(start, end, best.approximate, best.anchor, (best.start, best.end))


def compatible(one: Time | None, other: Time | None) -> bool:
    """Whether two dates may be of one visit: one is part of the other, or lies in its range."""
    if one is None or other is None or one.date is None or other.date is None:
        return True
    a, b = one.date, other.date
    a_end, b_end = one.until or a, other.until or b
    width = min(len(a), len(b), len(a_end), len(b_end))
    return a[:width] <= b_end[:width] and b[:width] <= a_end[:width]


def in_future(time: Time | None, reference: str | None) -> bool:
    """Whether a day lies after the publication day."""
    if time is None or not time.date or reference is None or len(time.date) < 7:
        return False
    return time.date > reference[: len(time.date)]
