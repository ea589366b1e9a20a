"""Visit words → tellings of visits → visits. Offsets: normalised text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

import regex

from visitextract.article import Zone
from visitextract.entities import Cast, Ref
from visitextract.factuality import status_of
from visitextract.lexicon import Entry, load, words
from visitextract.places import PlaceFact
from visitextract.rules import visits as rules
from visitextract.rules.rule import Rule
from visitextract.sentences import Sentence
from visitextract.times import Time
from visitextract.trace import Cue
from visitextract.visits.dates import day_before, duration_of, is_remote, parties, since, time_of
from visitextract.visits.facts import Telling, VisitFact
from visitextract.visits.merging import merge
from visitextract.visits.visitors import (
    Stage, asked, hangs_on_stranger, headlined, neighbour, relative_head, scope, speaker_before, subject, topic_before,
)

# After these the words are no visit of anybody: conditions, abilities, habits.
_UNREAL = regex.compile(
    r"(?:[가-힣]{0,2} )?(?:하면|한다면|할 경우|하려면|해야|할 때마다|할 때면|할 수|하기 (?:어려|쉬|좋)|하도록|하기만|하는 (?:이|사람|고객|손님|시민|주민|관광객|외국인)|하지 (?:않|못|말))"
    r"|(?:으면|는다면|을 경우|으려면|아야|을 때|을 수|도록|지 (?:않|못|말))"
)
_HABIT = regex.compile(r"(?:매년|매달|매월|매주|해마다|자주|종종|수시로|평소|여러 차례|수차례|여러 번|\d+여? ?차례|\d+번) (?:[가-힣]{1,4} ){0,2}?$")
# The noun of a visit with these behind it refers to one that is told elsewhere.
_SETTING = regex.compile(r"(?:은|이|의|에|에서|에는|에서는|으로|도)? ?(?:기간|중(?!인| 인)|때|당시|이후|이전|전(?=[ ,에])|후(?=[ ,에])|결과|성과|계기|소식|일정|외교|의미|경제사절단|사절단|단(?=[이은을]))|(?:은|의|에|에서|에는|으로|도|과)(?=[ ,])|(?:을|를) (?:통해|계기|앞두)")
_GOVERNED = regex.compile(
    r"(?: ?일정)?(?:을|를|에|길에|길을|차)? ?(?:직접 |공식 |본격 )?(?:추진|계획|검토|조율|마치|마친|마무리|나서|나섰|나선|올랐|오른|오를|오른다|떠나|떠났|예정|취소|연기|시작|소화|강행|타진|확정|희망|출국|위해|하[고며는여기]|했|한|할|합니다|해)"
)
_DONE_BACKGROUND = regex.compile(r" ?(?:이후|에 이어|당시|이래)")
_INTENDED = regex.compile(r"(?:할|을) (?:계획|예정|것|생각)|하겠|겠다|하기로|한다|한 바|했[다습]|았[다습]")
_DURING = regex.compile(r" ?(?:일정|기간)? ?(?:중|도중|동안)(?=[ ,에])")
_UNDER_WAY = regex.compile(r" ?중(?:인| 인|이(?:다|던|며)|에 |에도|,)")
_TIMELESS = regex.compile(r"하는 |는 ")  # 방한하는 X, 한국을 찾는 X: neither done nor planned by its form
_REQUEST = regex.compile(r"(?:해|하여)? ?(?:달라|줄 것|주길|주기를|을 (?:요청|권유|제안|초청|촉구)|하도록 (?:요청|권유|제안|초청)|하라고|해 달라|토록)")
_ORIGIN = regex.compile(r"(?:을|를) (?:떠나|출발해|뒤로하고)|에서 (?:[\p{L}]+ )?(?:출발|이동)| 일정을 (?:마치|마친|마무리)")
_INTO = frozenset(("에", "으로", "로"))


@dataclass(frozen=True, slots=True)
class _Hit:
    """A visit word with its destinations; ``phrase`` is where the words of destination and visit start."""

    rule: Rule
    sentence: Sentence
    start: int
    end: int
    phrase: int
    destinations: tuple[PlaceFact, ...]
    weak: bool = False


def find_visits(
    text: str, sentences: Sequence[Sentence], times: Sequence[Time], places: Sequence[PlaceFact], cast: Cast, reference: str | None = None
) -> tuple[VisitFact, ...]:
    """Every visit of the article, one fact a real-world visit, in text order.

    ``reference`` is the publication day; with it, visits dated long before are kept apart from the one the article is about.
    """
    stage = Stage(text, sentences, times, places, cast)
    tellings: list[Telling] = []
    for sentence in sentences:
        hits = list(_hits(stage, sentence))
        for position, hit in enumerate(hits):
            floor = hits[position - 1].end if position else sentence.start
            tellings.extend(_tellings(stage, hit, floor, reference))
    return merge(text, tellings, reference, cast)


def _hits(stage: Stage, sentence: Sentence) -> Iterator[_Hit]:
    """The visit words of a sentence that have a destination, each once."""
    taken: set[int] = set()
    found: list[_Hit] = []
    for rule in rules.RULES:
        for match in rule.finditer(stage.text, sentence.start, sentence.end):
            start, end = match.span("cue")
            if start in taken or _UNREAL.match(stage.text, end):
                continue
            hit = _hit(stage, sentence, rule, match)
            if hit is not None and not _HABIT.search(stage.text, max(sentence.start, hit.phrase - 14), hit.phrase):
                taken.add(start)
                found.append(hit)
    yield from sorted(found, key=lambda hit: hit.start)


def _hit(stage: Stage, sentence: Sentence, rule: Rule, match: regex.Match[str]) -> _Hit | None:
    """The hit with its destinations, or None when no place is where the rule wants one."""
    start, end = match.span("cue")
    shape = rule.value["shape"]
    if shape == "compound":
        place = _compound_place(match["cue"], sentence, start, end)
        return _Hit(rule, sentence, start, end, match.start(), (place,))
    if shape == "enter":
        return _entered(stage, sentence, rule, match)
    if shape == "where":
        after = [place for place in stage.places if match.end() <= place.start < min(sentence.end, match.end() + 60)]
        return _Hit(rule, sentence, start, end, start, (after[0],)) if after else None
    if shape == "head":
        return _headed(stage, sentence, rule, match)
    if shape == "into":
        return _into(stage, sentence, rule, match)
    edge = match.start("object") if "object" in match.re.groupindex else match.start()
    last = _ending_at(stage, sentence, edge)
    if last is None or (shape == "leave" and last.venue) or last.name in words("venue_endings", "vague"):
        return None
    destinations = _with_siblings(stage, sentence, last)
    return _Hit(rule, sentence, start, end, _phrase_start(destinations[0]), destinations)


def _headed(stage: Stage, sentence: Sentence, rule: Rule, match: regex.Match[str]) -> _Hit | None:
    """X가 방문한 [place]: the place starts right behind the clause."""
    start, end = match.span("cue")
    for place in stage.places:
        if _phrase_start(place) == match.end():
            return _Hit(rule, sentence, start, end, start, (place,))
    return None


def _into(stage: Stage, sentence: Sentence, rule: Rule, match: regex.Match[str]) -> _Hit | None:
    """[place]에 X가 방문해: only the visitor stands between place and verb."""
    start, end = match.span("cue")
    for place in reversed([place for place in stage.places if sentence.start <= place.start and place.end < start]):
        if place.particle in _INTO:
            persons = stage.persons(place.end, match.start())
            gap = persons and stage.text[place.end + len(place.particle) : persons[0].np_start]
            return _Hit(rule, sentence, start, end, persons[0].np_start, (place,)) if persons and not (gap or "").strip() else None
    return None


@cache
def _compounds() -> dict[str, Entry]:
    return {entry.surface: entry for entry in load("countries") if entry.kind == "visit"}


def _compound_place(word: str, sentence: Sentence, start: int, end: int) -> PlaceFact:
    entry = _compounds()[word]
    return PlaceFact(start, end, sentence.index, entry.note, None, entry.meaning, "", True, False)


def _entered(stage: Stage, sentence: Sentence, rule: Rule, match: regex.Match[str]) -> _Hit | None:
    """입국: the country named with 에, or Korea through one of its airports, or (weakly) Korea."""
    start, end = match.span("cue")
    before = [place for place in stage.places if sentence.start <= place.start and place.end <= start]
    named = [place for place in before if place.particle in _INTO and not place.venue and start - place.end <= 6]
    if named:
        return _Hit(rule, sentence, start, end, named[-1].start, (named[-1],))
    airport = any(place.venue and place.country == "KR" and "공항" in stage.text[max(0, place.end - 20) : place.end] for place in before)
    korea = PlaceFact(start, end, sentence.index, "한국", None, "KR", "", True, False)
    return _Hit(rule, sentence, start, end, start, (korea,), weak=not airport)


def _ending_at(stage: Stage, sentence: Sentence, edge: int) -> PlaceFact | None:
    """The place whose words end at ``edge``; a bracket, 등 and a quotation mark may stand between."""
    for place in reversed(stage.places):
        if place.end > edge or place.start < sentence.start:
            if place.start < sentence.start:
                break
            continue
        return place if regex.fullmatch(r"(?:\([^()\n]{1,20}\))?['’\"”]?(?: ?등| (?:일대|지역|시설|현장|상권|곳곳|등지))? ?", stage.text[place.end : edge]) else None
    return None


def _phrase_start(place: PlaceFact) -> int:
    return place.start - (len(place.address) + 1 if place.address else 0)


def _with_siblings(stage: Stage, sentence: Sentence, last: PlaceFact) -> tuple[PlaceFact, ...]:
    """``last`` and the places joined to it: X와 Y를, X·Y, X에 이어 Y를."""
    group = [last]
    for place in reversed([p for p in stage.places if sentence.start <= p.start and p.end <= last.start]):
        gap = stage.text[place.end : group[-1].start]
        address = group[-1].address
        if address and gap.endswith(address + " "):
            gap = gap[: -len(address) - 1]
        if not regex.fullmatch(r"(?:\([^()\n]{1,20}\))?(?:과|와|·|,|에 이어|(?:을|를) 거쳐| 및| 그리고) ?", gap):
            break
        group.append(place)
    return tuple(reversed(group))


def _tellings(stage: Stage, hit: _Hit, floor: int, reference: str | None) -> Iterator[Telling]:
    """What one hit tells, for every visitor and destination."""
    visitors, weak = _visitors(stage, hit)
    status, cue = _status(stage, hit)
    if not visitors or cue.note == "denied":
        return
    earlier = visitors[0].np_start < floor  # the same person as at the visit word before: its date may hold for both
    time, until = time_of(stage, hit.sentence, hit.start, floor, earlier)
    if time and _of_another(stage, hit.sentence, visitors[0], time):
        time = None
    time = time or day_before(stage, hit.sentence, hit.start)
    origin = _origin(stage, hit)
    for ref in visitors:
        for party in parties(stage, ref):
            told = Telling(
                visitor=party,
                destination=hit.destinations[0],
                status=status,
                evidence=(hit.sentence.start, hit.sentence.end),
                cues=(Cue("visit", hit.rule.id, hit.start, hit.end), Cue("visitor", ref.rule, ref.np_start, ref.np_end), cue),
                time=time,
                leaves=until,
                duration=duration_of(stage, hit.sentence, hit.start, floor),
                bare=cue.note == "bare" or bool(_TIMELESS.match(stage.text, hit.end)),
                remote=is_remote(stage.text, time, reference),
                weak=weak or hit.weak,
                headline=hit.sentence.zone in (Zone.TITLE, Zone.SUBTITLE),
            )
            for place in hit.destinations:
                yield replace(told, destination=place, origin=origin if origin and origin.name != place.name else None)
            if origin and hit.rule is rules.LEAVE:  # who leaves for the next place ends the visit to the last one
                yield replace(told, destination=origin, weak=True, leaves=time, time=None, duration=None, remote=False)
    yield from since(stage, hit.sentence, hit.end, hit.destinations, visitors)


def _of_another(stage: Stage, sentence: Sentence, visitor: Ref, time: Time) -> bool:
    """Whether a day belongs to the predicate of another subject: 위 실장은 [2일] X의 방문을 앞두고 …라고 말했다."""
    if visitor.particle not in ("", "의") or time.end > visitor.np_start:
        return False
    start, _ = scope(sentence, time.start)
    return any(ref.particle in ("은", "는", "이", "가") and not ref.in_role for ref in stage.cast.between(start, time.start))


def _status(stage: Stage, hit: _Hit) -> tuple[str, Cue]:
    """Whether the visit is told as done, planned and so on."""
    if _UNDER_WAY.match(stage.text, hit.end) or (_DONE_BACKGROUND.match(stage.text, hit.end) and hit.rule is not rules.LEAVE):
        return "held", Cue("status", "visit.under_way", hit.start, hit.end)
    # For a journey told beside others the words before it (일정을 마친 뒤) say nothing of its own status.
    view = replace(hit.sentence, start=hit.start) if hit.rule is rules.LEAVE else hit.sentence
    during = _DURING.match(stage.text, hit.end)
    status, cue = status_of(stage.text, view, hit.start, during.end() if during else hit.end)
    if status == "held" and _REQUEST.match(stage.text, hit.end):
        return "proposed", Cue("status", "visit.asked", hit.start, hit.end)
    return status, cue


def _visitors(stage: Stage, hit: _Hit) -> tuple[tuple[Ref, ...], bool]:
    """Who goes, and whether the words only refer to a visit told elsewhere."""
    sentence, text = hit.sentence, stage.text
    noun = hit.rule.value["shape"] in ("noun", "compound") and not regex.match(r"하|했|한[ 다]|할|해[ ,]|합니다", text[hit.end : hit.end + 3])
    head = () if hit.rule is rules.HEAD else relative_head(stage, sentence, hit.end)
    if head:
        return head, False
    if hit.rule is not rules.HEAD and hangs_on_stranger(stage, hit.end):
        return (), False
    if _REQUEST.match(text, hit.end):
        return neighbour(stage, sentence, hit.phrase) or asked(stage, sentence, hit.phrase), False
    near = neighbour(stage, sentence, hit.phrase)
    if near and (noun or sentence.zone in (Zone.TITLE, Zone.SUBTITLE)):
        return near, False
    who = subject(stage, sentence, hit.start, hit.phrase)
    headline = sentence.zone in (Zone.TITLE, Zone.SUBTITLE)
    weak = noun and not headline and not _GOVERNED.match(text, hit.end)
    if who is None:
        return (), False
    if who:
        return who, weak
    if scope(sentence, hit.start) != (sentence.start, sentence.end):
        return (speaker_before(stage, sentence, hit.start) if _INTENDED.search(text[hit.end : hit.end + 12]) else ()), weak
    if headline:
        return headlined(stage, sentence, hit.phrase), False
    return topic_before(stage, sentence), weak


def _origin(stage: Stage, hit: _Hit) -> PlaceFact | None:
    """Where the visitor comes from: 한국을 떠나 인도로, 베이징 일정을 마치고 상하이로."""
    for place in reversed(stage.places):
        if hit.sentence.start <= place.start and place.end <= hit.phrase and not place.venue and _ORIGIN.match(stage.text, place.end):
            return place
    return None
