"""When a visit was or will be: the time words that belong to a visit word. Offsets: normalised text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from visitextract.entities import Ref
from visitextract.lexicon import words
from visitextract.patterns import lazily
from visitextract.places import PlaceFact
from visitextract.sentences import Sentence
from visitextract.times import Time, WhenFact
from visitextract.trace import Cue
from visitextract.visits.facts import Telling
from visitextract.visits.scene import Scene, is_headline, quoted, scope

# A date that says when something was said, not when somebody went.
_SAID = lazily(
    r"(?:은|는|에|에는)?,? ?(?:오전|오후|저녁|밤)?,? ?(?:\([^()]{1,10}\))?,? ?(?:[\p{L}·]{1,12} ){0,4}?\L<said>(?!룸|실)",
    said=list(words("visit_words", "said")),
)
_ANNIVERSARY = lazily(r"(?:은|는)? [^.,]{0,30}?(?:탄생|탄신|서거|별세|창립|창사|창간|수립|개교|수교) ?\d{1,4}(?:주년|주기|돌)")
_AGO = lazily(r"(?:동안|간|간의|의)? ?(?:만에|전|앞|뒤|후|째|이내|넘|가까이|새|여 만)")
_OVER = lazily(r"(?:간의?)? ?[가-힣]{0,6} ?일정을 (?:모두 )?(?:마치|마친|마무리|끝)")
_PURPOSE = lazily(r"[^.,\n]{0,20}위해 ")
_DEPARTS = lazily(r"[\p{L} ]{0,12}(?:출국|출발|떠났|떠난|향했)")
_DAYS = lazily(r"P\d+[DW]$")
_GOING_ON = lazily(r"(?<![가-힣])\L<words>(?![가-힣])", words=list(words("visit_words", "going_on")))
_BOUNDS = lazily(r"[~\-]|부터|까지|에서")
# A clause of its own ends between the day and the visit.
_CLAUSE = lazily(r"[했됐왔갔았었였렸](?:으며|지만|으나|는데),? |다\.")
# Who has spent the days told somewhere else goes on afterwards: 4일부터 6일까지 베이징에서 회담한 뒤 상하이로.
_STAYED = lazily(r"에서 [^.]{0,60}(?:한|친|진|낸|은) (?:뒤|후|다음)(?:엔|에는|에)?,? ")
_SLATED = lazily(r"(?:로|에) (?:예정|계획)")
_YEAR = lazily(r"\d{4}년|지난해|작년|재작년")
_SINCE = lazily(r"(?:은|는|이)? |(?:한|은|하는|는) (?:건|것은|것이|게|지) ")
_GENERAL = lazily(r"하?는 ")
_AFTER_DATE = lazily(r"(?:[가-힣]{0,3} )?(?:첫 방문 )?(?:이후|이래)|(?:이|가) 마지막")
_YEARS = lazily(r",? (?:약 )?\d{1,2}년 ?(?:여 ?)?만")
_AFTER_PERSON = lazily(r"(?:의 [가-힣 ]{0,8})? ?이후")


def time_of(scene: Scene, sentence: Sentence, at: int, floor: int, visitor: Ref) -> tuple[Time | None, Time | None]:
    """The dated time expression nearest before ``at``, and the day until which (7일까지) somebody stays.

    ``floor`` is where the visit word before ends; dates before it count only where the same person goes on.
    """
    start, _ = scope(sentence, at)
    times = [
        time
        for time in scene.times_in(sentence)
        if start <= time.start
        and time.end <= at
        and time.date
        and not _SAID.match(scene.text, time.end, min(at, time.end + 45))
        and not _AGO.match(scene.text, time.end)
        and not _ANNIVERSARY.match(scene.text, time.end, at)
        and not (time.until and _STAYED.search(scene.text, time.end, at))
        and not _CLAUSE.search(scene.text, time.end, at)
        and not quoted(sentence, time.start, at)
        and not _of_another(scene, sentence, visitor, time, at)
    ]
    until = [time for time in times if scene.text.startswith("까지", time.end) and time.until is None and time.start >= floor]
    times = [time for time in times if time not in until]
    inside = [time for time in times if time.start >= floor] or (times if visitor.np_start < floor else [])
    return (inside[-1] if inside else None), (until[-1] if until else None)


def _of_another(scene: Scene, sentence: Sentence, visitor: Ref, time: Time, at: int) -> bool:
    """Whether a day belongs to the predicate of another subject: 위 실장은 [2일] X의 방문을 앞두고 …라고 말했다."""
    if visitor.np_start >= at or time.end > visitor.np_start or _SLATED.match(scene.text, time.end):
        return False
    start, _ = scope(sentence, time.start)
    return any(ref.particle in ("은", "는", "이", "가") and not ref.in_role for ref in scene.cast.between(start, time.start))


def day_in_list(scene: Scene, sentence: Sentence, floor: int, at: int) -> Time | None:
    """The date nearest before ``at``, an item of a list: [10월] 폴란드를, 11월에는 체코를 방문했다."""
    days = [time for time in scene.times_in(sentence) if floor <= time.start and time.end <= at and time.date]
    return days[-1] if days and not _AGO.match(scene.text, days[-1].end) else None


def day_before(scene: Scene, sentence: Sentence, at: int) -> Time | None:
    """The day of the sentence before, where this one goes on with 이어, 이후 and the like."""
    if sentence.index == 0 or not _GOING_ON.search(scene.text, sentence.start, at):
        return None
    other = scene.sentences[sentence.index - 1]
    days = [
        time
        for time in scene.times_in(other)
        if time.date
        and len(time.date) == 10
        and not _SAID.match(scene.text, time.end)
        and not any(quote.start <= time.start < quote.end for quote in other.quotes)
    ]
    return days[-1] if days and sentence.paragraph - other.paragraph <= 2 else None


def day_of_departure(scene: Scene, sentence: Sentence, end: int) -> Time | None:
    """The day behind the visit word on which somebody sets out for it: 국빈 방문을 위해 4일 출국했다."""
    purpose = _PURPOSE.match(scene.text, end)
    times = [time for time in scene.times_in(sentence) if purpose and purpose.end() <= time.start <= purpose.end() + 4]
    return next((time for time in times if time.date and _DEPARTS.match(scene.text, time.end)), None)


def duration_of(scene: Scene, sentence: Sentence, at: int, floor: int) -> Time | None:
    """The length of the stay: 2박 3일 일정으로, 사흘간; in headlines it may follow."""
    lengths = [time for time in scene.times_in(sentence) if is_stay(scene.text, time)]
    before = [time for time in lengths if floor <= time.start < at and not _OVER.match(scene.text, time.end)]
    after = [time for time in lengths if 0 <= time.start - at <= 25 and is_headline(sentence)]
    return before[-1] if before else next(iter(after), None)


def is_stay(text: str, time: Time) -> bool:
    """Whether a time expression is the length of a stay in days, not how long ago or since when."""
    return time.duration is not None and _DAYS.match(time.duration) is not None and not _AGO.match(text, time.end)


def is_remote(text: str, time: Time | None, reference: str | None) -> bool:
    """Whether a date belongs to another visit than the one an article of day ``reference`` is about."""
    if time is None or time.date is None:
        return False
    if reference is None:
        return bool(_YEAR.search(text, time.start, time.end))
    year, month = int(reference[:4]), int(reference[5:7])
    parts = time.date.split("-")
    if len(parts) == 1:
        return int(parts[0]) < year or int(parts[0]) > year + 1
    months = (int(parts[0]) - year) * 12 + int(parts[1]) - month
    if len(parts) == 3 and months < 0 and int(parts[2]) > int(reference[8:10]):
        months += 1  # full months only
    return months <= -2 or months > 14


def since(
    scene: Scene, sentence: Sentence, end: int, destinations: Sequence[PlaceFact], visitors: Sequence[Ref]
) -> Iterator[Telling]:
    """The earlier visit in X의 방한은 2013년 6월 이후 처음이다, … 2019년 [Y 전 대통령] 이후 …, and 방문은 2005년이 마지막."""
    link = _SINCE.match(scene.text, end)
    time = next((time for time in scene.times_in(sentence) if link and link.end() <= time.start <= end + 40 and time.date), None)
    if time is None:
        if link:
            yield from _since_whom(scene, sentence, link.end(), destinations)
        return
    persons = [ref for ref in scene.persons(time.end, min(sentence.end, time.end + 80)) if ref.np_start - time.end <= 2]
    follower = _AFTER_DATE.match(scene.text, time.end)
    if not follower and persons:
        follower = _AFTER_PERSON.match(scene.text, persons[0].np_end)
    if not follower:
        return
    cue = Cue("visit", "visit.since", time.start, follower.end())
    if not persons and _GENERAL.match(scene.text, end):
        return  # 대통령이 중국을 방문하는 것은 2017년 이후 처음: somebody's who is not named
    for ref in persons[:1] or visitors:
        for party in scene.parties(ref):
            for place in destinations:
                yield Telling(party, place, "held", (sentence.start, sentence.end), (cue,), time=time, remote=True)


def _since_whom(scene: Scene, sentence: Sentence, at: int, destinations: Sequence[PlaceFact]) -> Iterator[Telling]:
    """The earlier visitor in 방중은 [X 전 대통령] 이후 9년 만이다, where no year is told."""
    ref = next(iter(scene.persons(at, min(sentence.end, at + 40))), None)
    follower = _AFTER_PERSON.match(scene.text, ref.np_end) if ref and ref.np_start - at <= 2 else None
    if ref is None or follower is None or not _YEARS.match(scene.text, follower.end()):
        return
    cue = Cue("visit", "visit.since", ref.np_start, follower.end())
    for party in scene.parties(ref):
        for place in destinations:
            yield Telling(party, place, "held", (sentence.start, sentence.end), (cue,), remote=True)


def when_of(text: str, times: Sequence[Time], left: Time | None = None) -> WhenFact | None:
    """The most precise of the dates told of one visit; a range wins over a day of the same precision; ``left`` may end it."""
    dated = [time for time in times if time.date]
    if not dated:
        return None
    best = max(dated, key=lambda time: (len(time.date or ""), bool(time.until), -times.index(time)))
    start, end = best.date or "", best.until
    if end and not _BOUNDS.search(text, best.start, best.end):  # 내주, 상반기: within it, not from its first day to its last
        start, end = (start[:7], None) if start[:7] == end[:7] or len(start) == 10 else (start[:4], None)
    if end and len(start) == 7:  # 6∼7월: some day within
        end = None
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
    """Whether a day or month lies after the publication day."""
    if time is None or not time.date or reference is None or len(time.date) < 7:
        return False
    return time.date > reference[: len(time.date)]
