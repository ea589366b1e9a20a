"""Visit words with their destinations → tellings of visits → visits. Offsets: normalised text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from visitextract.article import Zone
from visitextract.entities import Cast, Ref
from visitextract.factuality import status_of
from visitextract.patterns import lazily
from visitextract.places import PlaceFact
from visitextract.rules.rule import Rule
from visitextract.rules.visits import context, events, slots
from visitextract.sentences import Sentence
from visitextract.times import Time
from visitextract.trace import Cue
from visitextract.visits.dates import day_before, day_in_list, day_of_departure, duration_of, is_remote, is_stay, since, time_of
from visitextract.visits.destinations import Hit, gapped, hit_of, is_generic
from visitextract.visits.facts import Telling, VisitFact
from visitextract.visits.merging import merge
from visitextract.visits.scene import Scene, is_headline, scope
from visitextract.visits.visitors import (
    asked,
    hangs_on_stranger,
    headlined,
    neighbour,
    relative_head,
    speaker_before,
    speaks_for_others,
    subject,
    topic_before,
)

_SLOT_REACH = 90  # how far before a visit word its purpose and company may stand
_VERBAL = lazily(r"하|했|한[ 다]|할|해[ ,]|합니다")


def find_visits(
    text: str,
    sentences: Sequence[Sentence],
    times: Sequence[Time],
    places: Sequence[PlaceFact],
    cast: Cast,
    reference: str | None = None,
) -> tuple[VisitFact, ...]:
    """Every visit of the article, one fact a real-world visit, in text order.

    ``reference`` is the publication day; with it, visits dated long before are kept apart from the one the article is about.
    """
    scene = Scene.of(text, sentences, times, places, cast)
    tellings: list[Telling] = []
    for sentence in sentences:
        floor = sentence.start
        for hit in _hits(scene, sentence):
            tellings.extend(_tellings(scene, hit, floor, reference))
            floor = hit.end
    return merge(text, tellings, reference, cast)


def _hits(scene: Scene, sentence: Sentence) -> list[Hit]:
    """The visit words of a sentence that have a destination, each once, left to right."""
    found: dict[int, Hit] = {}
    for rule in events.RULES:
        for match in rule.finditer(scene.text, sentence.start, sentence.end):
            start, end = match.span("cue")
            if start in found or _follows(context.UNREAL, scene.text, end):
                continue
            hit = hit_of(scene, sentence, rule, match)
            if hit and not context.HABIT.compiled.search(scene.text, max(sentence.start, hit.phrase - 14), hit.phrase):
                found[start] = hit
    return [found[start] for start in sorted(found)]


def _follows(rule: Rule, text: str, at: int) -> bool:
    """Whether a context rule's words stand right behind a visit word."""
    return rule.compiled.match(text, at) is not None


def _tellings(scene: Scene, hit: Hit, floor: int, reference: str | None) -> Iterator[Telling]:
    """What one hit tells, for every visitor and destination."""
    visitors, weak = _visitors(scene, hit)
    if not visitors or weak:
        yield from _scheduled(scene, hit)
    if not visitors:
        yield from since(scene, hit.sentence, hit.end, hit.destinations, ())
        return
    status, cue = _status(scene, hit)
    if cue.note == "denied":
        return
    time, until = _days(scene, hit, floor, visitors[0])
    told = Telling(
        visitor=None,
        destination=hit.destinations[0],
        status=status,
        evidence=(hit.sentence.start, hit.sentence.end),
        cues=(Cue("visit", hit.rule.id, hit.start, hit.end), cue),
        time=time,
        leaves=until,
        duration=duration_of(scene, hit.sentence, hit.start, floor),
        bare=cue.note == "bare" or _follows(context.TIMELESS, scene.text, hit.end),
        remote=is_remote(scene.text, time, reference),
        weak=weak or hit.weak,
        headline=is_headline(hit.sentence),
        purpose=_said_before(slots.PURPOSE, scene, hit, floor),
        delegation=_said_before(slots.DELEGATION, scene, hit, floor),
    )
    for ref in visitors:
        cues = (told.cues[0], Cue("visitor", ref.rule, ref.np_start, ref.np_end), cue)
        for party in scene.parties(ref):
            yield from _placed(scene, hit, replace(told, visitor=party, cues=cues), floor, reference)
    yield from since(scene, hit.sentence, hit.end, hit.destinations, () if weak else visitors)


def _days(scene: Scene, hit: Hit, floor: int, visitor: Ref) -> tuple[Time | None, Time | None]:
    """When the visit is and, where that is told apart, when it ends."""
    time, until = time_of(scene, hit.sentence, hit.start, floor, visitor)
    time = time or day_of_departure(scene, hit.sentence, hit.end) or day_before(scene, hit.sentence, hit.start)
    if _follows(context.LAST, scene.text, hit.end):
        return None, until or time
    return None if _follows(context.MIDDLE, scene.text, hit.end) else time, until


def _placed(scene: Scene, hit: Hit, told: Telling, floor: int, reference: str | None) -> Iterator[Telling]:
    """A telling for each destination, those of the clause before that shares the verb, and the place that is left."""
    origin = _origin(scene, hit)
    for place in hit.destinations:
        yield replace(told, destination=place, origin=origin if origin and origin.name != place.name else None)
    for place in gapped(scene, hit, floor) if hit.rule.value["shape"] == "verb" else ():
        day = day_in_list(scene, hit.sentence, floor, place.start)
        yield replace(told, destination=place, time=day, leaves=None, remote=is_remote(scene.text, day, reference))
    if origin and hit.rule is events.LEAVE:  # who leaves for the next place ends the visit to the last one
        yield replace(told, destination=origin, weak=True, leaves=told.time, time=None, duration=None, remote=False)


def _said_before(rule: Rule, scene: Scene, hit: Hit, floor: int) -> str | None:
    """What a rule finds between the visit word before and the visit word; the last of several."""
    hits = list(rule.compiled.finditer(scene.text, max(floor, hit.start - _SLOT_REACH), hit.start))
    return hits[-1]["cue"] if hits else None


def _scheduled(scene: Scene, hit: Hit) -> Iterator[Telling]:
    """The days of a visit that is only spoken of: 이번 방중은 4일부터 7일까지, 3박 4일 일정으로 …."""
    if not _follows(context.SCHEDULE, scene.text, hit.end):
        return
    near = [time for time in scene.times_in(hit.sentence) if 0 <= time.start - hit.end <= 30]
    day = next((time for time in near if time.date), None)
    stay = next((time for time in near if is_stay(scene.text, time)), None)
    if day or stay:
        cue = Cue("visit", context.SCHEDULE.id, hit.start, hit.end)
        evidence = (hit.sentence.start, hit.sentence.end)
        yield Telling(None, hit.destinations[0], "held", evidence, (cue,), time=day, duration=stay, weak=True)


def _status(scene: Scene, hit: Hit) -> tuple[str, Cue]:
    """Whether the visit is told as done, planned and so on."""
    leaves = hit.rule is events.LEAVE
    for rule in (context.UNDER_WAY, context.BACKGROUND):
        if _follows(rule, scene.text, hit.end) and not (leaves and rule is context.BACKGROUND):
            return "held", Cue("status", rule.id, hit.start, hit.end)
    # For a journey told beside others the words before it (일정을 마친 뒤) say nothing of its own status.
    view = replace(hit.sentence, start=hit.start) if leaves else hit.sentence
    during = context.DURING.compiled.match(scene.text, hit.end)
    status, cue = status_of(scene.text, view, hit.start, during.end() if during else hit.end)
    if status == "held" and _follows(context.REQUESTED, scene.text, hit.end):
        return "proposed", Cue("status", context.REQUESTED.id, hit.start, hit.end)
    return status, cue


def _visitors(scene: Scene, hit: Hit) -> tuple[tuple[Ref, ...], bool]:
    """Who goes, and whether the words only refer to a visit told elsewhere."""
    sentence, text = hit.sentence, scene.text
    noun = hit.rule.value["shape"] in ("noun", "compound") and not _VERBAL.match(text, hit.end)
    if hit.rule is not events.HEAD:
        head = relative_head(scene, sentence, hit.end)
        if head:
            return head, False
        if hangs_on_stranger(scene, hit.end):
            return (), False
    near = neighbour(scene, sentence, hit.phrase)
    if _follows(context.REQUESTED, text, hit.end):
        return near or asked(scene, sentence, hit.phrase), False
    headline = is_headline(sentence)
    if near and (noun or headline):
        return near, False
    weak = noun and not headline and hit.rule is not events.STOP and not _follows(context.GOVERNED, text, hit.end)
    who = subject(scene, sentence, hit.start, hit.phrase)
    if who is None:
        return (), False
    if who and _follows(context.MIDDLE, text, hit.end) and not speaks_for_others(scene, who[-1]):
        weak = False  # 홍 장관은 한국 방문 사흘째인 6일
    return who or _unsaid(scene, hit), weak


def _unsaid(scene: Scene, hit: Hit) -> tuple[Ref, ...]:
    """Who goes where the clause has no subject: the speaker of a quotation, a headline's person, or the topic before."""
    sentence = hit.sentence
    if scope(sentence, hit.start) != (sentence.start, sentence.end):
        return speaker_before(scene, sentence, hit.start) if _follows(context.INTENDED, scene.text, hit.end) else ()
    if is_headline(sentence):
        return headlined(scene, sentence, hit.phrase)
    if sentence.zone is Zone.CAPTION or any(map(is_generic, hit.destinations)):
        return ()
    return topic_before(scene, sentence)


def _origin(scene: Scene, hit: Hit) -> PlaceFact | None:
    """Where the visitor comes from: 한국을 떠나 인도로, 베이징 일정을 마치고 상하이로."""
    for place in reversed(scene.places_in(hit.sentence)):
        if place.end <= hit.phrase and not place.venue and _follows(context.LEAVING, scene.text, place.end):
            return place
    return None
