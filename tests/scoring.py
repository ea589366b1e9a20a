"""Fact-level precision and recall of an extraction against a fixture's ``gold.json``.

A fact is one slot of one record: a person, one of their roles, an organization, a meeting, each participant, its status or date,
a quotation, its speaker. Records are paired first (by name, parties or likeness of the words), then their slots are compared.
A gold record or slot marked optional is neither rewarded nor punished.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Any

Json = dict[str, Any]
Accepts = Callable[[str, list[str]], bool]

LIKENESS = {"direct": 0.9, "indirect": 0.6}
"""How alike two statements' words must be to count as the same statement."""

MEETING_SLOTS = ("status", "kind", "date", "start", "end", "duration", "place")
VISIT_SLOTS = ("status", "start", "end", "duration")


@dataclass(slots=True)
class Tally:
    """How many facts of one type were found, invented and missed."""

    hits: int = 0
    surplus: int = 0
    missing: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.hits + other.hits, self.surplus + other.surplus, self.missing + other.missing)

    @property
    def precision(self) -> float:
        """The share of the found facts that gold has."""
        return self.hits / max(1, self.hits + self.surplus)

    @property
    def recall(self) -> float:
        """The share of gold's facts that were found."""
        return self.hits / max(1, self.hits + self.missing)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(slots=True)
class Score:
    """The tallies of one article (or, summed, of many) by fact type, with a line for every fact missed or invented."""

    tallies: defaultdict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    notes: list[str] = field(default_factory=list)

    def hit(self, kind: str) -> None:
        """Count a fact that both have."""
        self.tallies[kind].hits += 1

    def surplus(self, kind: str, what: object) -> None:
        """Count a fact that gold does not have."""
        self.tallies[kind].surplus += 1
        self.notes.append(f"+ {kind}: {what}")

    def miss(self, kind: str, what: object) -> None:
        """Count a fact that only gold has."""
        self.tallies[kind].missing += 1
        self.notes.append(f"- {kind}: {what}")

    def slot(self, kind: str, record: Json, name: str, found: str | None, accepts: Accepts) -> None:
        """Compare one slot of a paired record with the values that gold accepts."""
        if name in record.get("optional_slots", []):
            return
        wanted = accepted(record.get(name))
        if wanted and found and accepts(found, wanted):
            self.hit(kind)
            return
        if wanted:
            self.miss(kind, f"{name} {wanted} ({label(record)})")
        if found:
            self.surplus(kind, f"{name} {found} ({label(record)})")

    @property
    def total(self) -> Tally:
        """All facts together."""
        return sum(self.tallies.values(), Tally())

    def __add__(self, other: Score) -> Score:
        both = Score(notes=[*self.notes, *other.notes])
        for kind in {**self.tallies, **other.tallies}:
            both.tallies[kind] = self.tallies.get(kind, Tally()) + other.tallies.get(kind, Tally())
        return both

    def table(self) -> str:
        """One line for each fact type and one for all facts."""
        rows = [*sorted(self.tallies.items()), ("all facts", self.total)]
        lines = [f"{k:28}{t.precision:6.3f}{t.recall:7.3f}{t.f1:7.3f}{t.hits:6}{t.surplus:5}{t.missing:5}" for k, t in rows]
        return "\n".join([f"{'fact':28}{'P':>6}{'R':>7}{'F1':>7}{'hit':>6}{'+':>5}{'-':>5}", *lines])


def score(gold: Json, predicted: Json) -> Score:
    """Score one extraction (``Extraction.model_dump(mode="json")``) against its gold."""
    result = Score()
    names = Names(gold)
    _article(result, gold["article"], predicted["article"])
    _persons(result, gold["persons"], predicted["persons"])
    _organizations(result, gold["organizations"], predicted["organizations"])
    _meetings(result, gold["meetings"], predicted["meetings"], names)
    _visits(result, gold["visits"], predicted["visits"], names)
    for kind in LIKENESS:
        _statements(result, kind, gold["statements"], predicted["statements"], names)
    return result


def fold(value: object) -> str:
    """A string without spaces, punctuation and case: what two spellings of a name have in common."""
    return re.sub(r"[\s\W_]+", "", unicodedata.normalize("NFKC", str(value or ""))).lower()


def accepted(value: Any) -> list[str]:
    """The values that gold accepts in a slot: a list, one value, or none."""
    if not value:
        return []
    return [str(item) for item in value] if isinstance(value, list) else [str(value)]


def label(record: Json) -> str:
    """A few words that tell a reader which record is meant."""
    return str(record.get("evidence") or record.get("name") or record.get("text") or "article")[:30]


class Names:
    """Gold's canonical names, looked up by any form of them."""

    def __init__(self, gold: Json) -> None:
        self._canonical: dict[str, str] = {}
        for record in [*gold["organizations"], *gold["persons"]]:
            for form in [*record["aliases"], record["name"]]:
                self._canonical[fold(form)] = fold(record["name"])

    def __call__(self, name: object) -> str:
        return self._canonical.get(fold(name), fold(name))

    def of(self, names: Iterable[object]) -> set[str]:
        """The canonical forms of several names."""
        return {self(name) for name in names}


def _same(found: str, wanted: list[str]) -> bool:
    return fold(found) in map(fold, wanted)


def _dated(found: str, wanted: list[str]) -> bool:
    return any(found[: len(value)] == value for value in wanted)


def _placed(found: str, wanted: list[str]) -> bool:
    return any(fold(value) in fold(found) for value in wanted)


def _agree(found: str, wanted: list[str]) -> bool:
    """Whether two dates can be the same, each as precise as it is; one that is left out agrees with any."""
    return not found or not wanted or any(found[: len(value)] == value[: len(found)] for value in wanted)


def _ordered(records: list[Json]) -> Iterator[Json]:
    """Required records first, so that an optional one never takes their counterpart."""
    return iter(sorted(records, key=lambda record: bool(record.get("optional"))))


def _article(result: Score, gold: Json, found: Json) -> None:
    for name, accepts in (("title", _same), ("outlet", _same), ("published", _dated)):
        if name in gold:
            result.slot(f"article.{name}", gold, name, found.get(name), accepts)
    if "authors" in gold:
        wanted, got = set(gold["authors"]), set(found["authors"])
        for name in wanted | got:
            if name in wanted & got:
                result.hit("article.author")
            elif name in wanted:
                result.miss("article.author", name)
            else:
                result.surplus("article.author", name)


def _persons(result: Score, gold: list[Json], found: list[Json]) -> None:
    left = {fold(person["name"]): person for person in found}
    for person in gold:
        match = left.pop(fold(person["name"]), None)
        if person.get("optional"):
            continue
        if match is None:
            result.miss("person", person["name"])
        else:
            result.hit("person")
        _roles(result, person, match["roles"] if match else [])
    for person in left.values():
        result.surplus("person", person["name"])


def _roles(result: Score, person: Json, found: list[Json]) -> None:
    left = list(found)
    for role in person["roles"]:
        titles, employers = set(map(fold, accepted(role.get("title")))), set(map(fold, accepted(role.get("organization"))))
        matches = [
            other
            for other in left
            if titles & {fold(other["title"]), fold(other["abbreviation"])} - {""}
            and (role.get("organization_optional") or (_employer(other) in employers if employers else not _employer(other)))
        ]
        left = [other for other in left if other not in matches]
        if matches and not role.get("optional"):
            result.hit("person.role")
        elif not role.get("optional"):
            result.miss("person.role", f"{person['name']}: {role['title'][0]}")
    for role in left:
        result.surplus("person.role", f"{person['name']}: {role['title']} / {_employer(role)}")


def _employer(role: Json) -> str:
    return fold((role["organization"] or {}).get("name"))


def _organizations(result: Score, gold: list[Json], found: list[Json]) -> None:
    forms = {id(item): {fold(item["name"]), *map(fold, item["aliases"])} for item in [*gold, *found]}
    left = list(found)
    for organization in gold:
        matches = [other for other in left if forms[id(other)] & forms[id(organization)]]
        left = [other for other in left if other not in matches]
        if organization.get("optional"):
            continue
        if matches:
            result.hit("organization")
        else:
            result.miss("organization", organization["name"])
    for organization in left:
        result.surplus("organization", organization["name"])


def _meetings(result: Score, gold: list[Json], found: list[Json], names: Names) -> None:
    pairs = _pair_meetings(gold, found, names)
    for i, meeting in enumerate(gold):
        if meeting.get("optional"):
            continue
        slots = [slot for slot in ("participants", "organizations") if slot not in meeting.get("optional_slots", [])]
        required = names.of(name for slot in slots for name in meeting[slot])
        other = found[pairs[i]] if i in pairs else None
        parties = _parties(other, names) if other else set()
        if other is None:
            result.miss("meeting", label(meeting))
        else:
            result.hit("meeting")
        for _ in required & parties:
            result.hit("meeting.participant")
        for name in required - parties:
            result.miss("meeting.participant", f"{name} ({label(meeting)})")
        if "participants" not in meeting.get("optional_slots", []):
            for name in parties - names.of([*meeting["participants"], *meeting["organizations"]]):
                result.surplus("meeting.participant", f"{name} ({label(meeting)})")
        values = _meeting_values(other)
        for slot in MEETING_SLOTS:
            kind = "clock" if slot in ("start", "end") else slot
            accepts = {"date": _dated, "place": _placed}.get(slot, _same)
            result.slot(f"meeting.{kind}", meeting, slot, values.get(slot), accepts)
    for j, other in enumerate(found):
        if j not in pairs.values():
            result.surplus("meeting", f"{sorted(_parties(other, names))} {other['status']}: {other['evidence'][0]['text'][:30]}")


def _pair_meetings(gold: list[Json], found: list[Json], names: Names) -> dict[int, int]:
    """Each gold meeting with the found one that shares most of its parties and does not contradict its date."""
    candidates = []
    for i, meeting in enumerate(gold):
        wanted = names.of([*meeting["participants"], *meeting["organizations"]])
        for j, other in enumerate(found):
            everyone = wanted | _parties(other, names)
            overlap = len(wanted & _parties(other, names)) / len(everyone) if everyone else 0.4
            start = str((other["when"] or {}).get("start") or "")
            if start and meeting.get("date") and "date" not in meeting.get("optional_slots", []):
                if not _agree(start[:10], accepted(meeting["date"])):
                    continue
                overlap += 0.2
            if overlap >= 0.4:
                candidates.append((-overlap, i, j))
    pairs: dict[int, int] = {}
    for _, i, j in sorted(candidates):
        if i not in pairs and j not in pairs.values():
            pairs[i] = j
    return pairs


def _parties(meeting: Json, names: Names) -> set[str]:
    return names.of(party["name"] for party in meeting["participants"] if party["type"] != "group")


def _meeting_values(meeting: Json | None) -> dict[str, str | None]:
    if meeting is None:
        return {}
    when, place = meeting["when"] or {}, meeting["place"] or {}
    clocks = {name: (re.findall(r"T(\d\d:\d\d)", when.get(name) or "") or [None])[0] for name in ("start", "end")}
    return {
        "status": meeting["status"],
        "kind": meeting["kind"],
        "date": (when.get("start") or "")[:10] or None,
        **clocks,
        "duration": meeting["duration"],
        "place": " ".join(filter(None, (place.get("name"), place.get("address")))) or None,
    }


def _visits(result: Score, gold: list[Json], found: list[Json], names: Names) -> None:
    left = list(found)
    for visit in _ordered(gold):
        destinations, starts = list(map(fold, accepted(visit["destination"]))), accepted(visit.get("start"))
        match = None
        for other in left:
            start = str((other["when"] or {}).get("start") or "")[:10]
            same_place = fold(other["destination"]["name"]) in destinations
            if names(other["visitor"]["name"]) == names(visit["visitor"]) and same_place and _agree(start, starts):
                match = other
                break
        if match is not None:
            left.remove(match)
        if visit.get("optional"):
            continue
        if match is None:
            result.miss("visit", label(visit))
        else:
            result.hit("visit")
        when = (match["when"] or {}) if match else {}
        values = {"start": when.get("start"), "end": when.get("end")}
        if match:
            values |= {"status": match["status"], "duration": match["duration"]}
        for slot in VISIT_SLOTS:
            result.slot("visit.slot", visit, slot, values.get(slot), _dated if slot in ("start", "end") else _same)
    for other in left:
        result.surplus("visit", f"{other['visitor']['name']} → {other['destination']['name']} {other['status']}")


def _statements(result: Score, kind: str, gold: list[Json], found: list[Json], names: Names) -> None:
    left = [statement for statement in found if statement["kind"] == kind]
    for statement in _ordered([statement for statement in gold if statement["kind"] == kind]):
        text = fold(statement["text"])
        ratios = [SequenceMatcher(None, text, fold(other["text"]), autojunk=False).ratio() for other in left]
        best = max(range(len(left)), key=ratios.__getitem__, default=None)
        match = left.pop(best) if best is not None and ratios[best] >= LIKENESS[kind] else None
        if statement.get("optional"):
            continue
        if match is None:
            result.miss(f"statement.{kind}", statement["text"][:50])
        else:
            result.hit(f"statement.{kind}")
        _speaker(result, f"statement.{kind}.speaker", statement, ((match or {}).get("speaker") or {}).get("name"), names)
    for other in left:
        result.surplus(f"statement.{kind}", other["text"][:50])


def _speaker(result: Score, kind: str, statement: Json, found: str | None, names: Names) -> None:
    wanted = names.of(accepted(statement["speaker"]))
    name = names(found)
    part = statement.get("anonymous") and name and any(name in other or other in name for other in wanted)
    if name and (name in wanted or part):
        result.hit(kind)
        return
    result.miss(kind, f"{statement['speaker']} ({label(statement)})")
    if name:
        result.surplus(kind, f"{found} ({label(statement)})")
