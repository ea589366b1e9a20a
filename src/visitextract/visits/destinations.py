"""Where somebody goes: the place or places that a visit word governs. Offsets: normalised text."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import regex

from visitextract.lexicon import Entry, load, words
from visitextract.patterns import lazily
from visitextract.places import PlaceFact
from visitextract.rules.rule import Rule
from visitextract.rules.visits import events
from visitextract.sentences import Sentence
from visitextract.visits.scene import Scene

_INTO = frozenset(("에", "으로", "로"))
_KIND = lazily(r"\L<kinds>$", kinds=list(words("visit_words", "kind")))
# What may stand between a destination and the particle that ties it to its verb: a bracket, a closing mark, 등, 일대 …
_BETWEEN = lazily(r"(?:\([^()\n]{1,20}\))?['’\"”]?(?: ?등| (?:일대|지역|시설|현장|상권|곳곳|등지))? ?")
_GAP = lazily(r"(?:을|를), ?[^.,\"“]*$")
_GAP_REACH = 24  # letters between the object of a clause without its verb and that of the next
_AND = lazily(r"(?:\([^()\n]{1,20}\))?(?:과|와|·|, ?|에 이어|(?:을|를) 거쳐| 및| 그리고) ?")


@dataclass(frozen=True, slots=True)
class Hit:
    """A visit word at ``start:end`` with its destinations; ``phrase`` is where the words of destination and visit start.

    ``weak`` marks a destination that the sentence does not name (입국 without a country).
    """

    rule: Rule
    sentence: Sentence
    start: int
    end: int
    phrase: int
    destinations: tuple[PlaceFact, ...]
    weak: bool = False


def hit_of(scene: Scene, sentence: Sentence, rule: Rule, match: regex.Match[str]) -> Hit | None:
    """A rule's hit with its destinations, or None when no place is where the rule wants one."""
    start, end = match.span("cue")
    shape = rule.value["shape"]
    if shape == "compound":
        return Hit(rule, sentence, start, end, match.start(), (_compound_place(match["cue"], sentence, start, end),))
    if shape == "enter":
        return _entered(scene, sentence, rule, match)
    if shape in ("where", "head"):
        return _behind(scene, sentence, rule, match)
    if shape == "into":
        return _into(scene, sentence, rule, match)
    last = _ending_at(scene, sentence, match.start("object") if "object" in match.re.groupindex else match.start())
    if last is None or (shape == "leave" and last.venue) or last.name in words("venue_endings", "vague"):
        return None
    if (
        rule is events.SOUGHT
        and last.address is None
        and last.name in words("visit_words", "kind") | words("visit_words", "alone")
    ):
        return None
    destinations = _with_siblings(scene, sentence, last)
    return Hit(rule, sentence, start, end, _phrase_start(destinations[0]), destinations)


def is_generic(place: PlaceFact) -> bool:
    """Whether a destination is any of its kind (병원, 관계 기관), so that only a named subject makes it a visit."""
    vague = place.name in words("venue_endings", "bare") | words("visit_words", "alone") or _KIND.search(place.name) is not None
    return place.venue and place.address is None and vague


@cache
def _compounds() -> dict[str, Entry]:
    return {entry.surface: entry for entry in load("countries") if entry.kind == "visit"}


def _compound_place(word: str, sentence: Sentence, start: int, end: int) -> PlaceFact:
    """The destination in 방한, 방중 …; the lexicon's note holds its name."""
    entry = _compounds()[word]
    return PlaceFact(start, end, sentence.index, entry.note, None, entry.meaning, "", True, False)


def _entered(scene: Scene, sentence: Sentence, rule: Rule, match: regex.Match[str]) -> Hit:
    """입국: the country named with 에, or Korea through one of its airports, or (weakly) Korea."""
    start, end = match.span("cue")
    before = [place for place in scene.places_in(sentence) if place.end <= start]
    if before and before[-1].particle in _INTO and not before[-1].venue and start - before[-1].end <= 6:
        return Hit(rule, sentence, start, end, _phrase_start(before[-1]), (before[-1],))
    airport = any(
        place.venue and place.country == "KR" and "공항" in scene.text[max(0, place.end - 20) : place.end] for place in before
    )
    korea = PlaceFact(start, end, sentence.index, "한국", None, "KR", "", True, False)
    return Hit(rule, sentence, start, end, start, (korea,), weak=not airport)


def _behind(scene: Scene, sentence: Sentence, rule: Rule, match: regex.Match[str]) -> Hit | None:
    """방문한 곳은 [place]다: the first place behind; X가 방문한 [place]: only one that follows at once."""
    start, end = match.span("cue")
    reach = 60 if rule is events.WHERE else 0
    for place in scene.places_in(sentence):
        if match.end() <= _phrase_start(place) <= match.end() + reach:
            return Hit(rule, sentence, start, end, start, (place,))
    return None


def _into(scene: Scene, sentence: Sentence, rule: Rule, match: regex.Match[str]) -> Hit | None:
    """[place]에 X가 방문해: only the visitor stands between place and verb."""
    start, end = match.span("cue")
    places = [place for place in scene.places_in(sentence) if place.end < match.start() and place.particle in _INTO]
    if not places:
        return None
    persons = scene.persons(places[-1].end, match.start())
    if not persons or scene.text[places[-1].end + len(places[-1].particle) : persons[0].np_start].strip():
        return None
    return Hit(rule, sentence, start, end, persons[0].np_start, (places[-1],))


def _ending_at(scene: Scene, sentence: Sentence, edge: int) -> PlaceFact | None:
    """The place whose words end at ``edge``."""
    before = [place for place in scene.places_in(sentence) if place.end <= edge]
    return before[-1] if before and _BETWEEN.fullmatch(scene.text, before[-1].end, edge) else None


def _phrase_start(place: PlaceFact) -> int:
    return place.start - (len(place.address) + 1 if place.address else 0)


def gapped(scene: Scene, hit: Hit, floor: int) -> tuple[PlaceFact, ...]:
    """The destinations of a clause that shares its verb with the next: 10월 폴란드와 [체코]를, 11월에는 영국을 방문했다."""
    found: list[PlaceFact] = []
    edge = hit.phrase
    for place in reversed([place for place in scene.places_in(hit.sentence) if floor <= place.start and place.end <= hit.phrase]):
        if _GAP.match(scene.text, place.end, edge) and edge - place.end <= _GAP_REACH:
            siblings = _with_siblings(scene, hit.sentence, place)
            found.extend(siblings)
            edge = siblings[0].start
    return tuple(found)


def _with_siblings(scene: Scene, sentence: Sentence, last: PlaceFact) -> tuple[PlaceFact, ...]:
    """``last`` and the places joined to it: X와 Y를, X·Y, X에 이어 Y를."""
    group = [last]
    for place in reversed([place for place in scene.places_in(sentence) if place.end <= last.start]):
        gap = scene.text[place.end : group[-1].start].removesuffix(f"{group[-1].address} " if group[-1].address else "")
        if not _AND.fullmatch(gap):
            break
        group.append(place)
    return tuple(reversed(group))
