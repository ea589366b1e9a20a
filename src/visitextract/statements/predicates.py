"""Reporting verbs as they stand in a stretch of narration."""

from __future__ import annotations

from dataclasses import dataclass

from visitextract.rules.statements import verbs


@dataclass(frozen=True, slots=True)
class Predicate:
    """A reporting verb at ``start:end`` (with its noun, if it needs one); ``verb`` is the verb alone as it stands.

    ``kind``: ``say``, ``think`` or ``light`` (says only with a noun); ``form``: ``main``, ``link`` or ``mod``.
    """

    start: int
    end: int
    verb: str
    kind: str
    form: str
    rule: str


def find_predicates(masked: str, start: int, end: int) -> tuple[Predicate, ...]:
    """The reporting verbs of ``masked[start:end]`` in order; where rules overlap, the earlier rule wins."""
    found: list[Predicate] = []
    for rule in verbs.FORMS:
        for match in rule.finditer(masked, start, end):
            if any(other.start < match.end() and match.start() < other.end for other in found):
                continue
            form = rule.value["form"] if "form" in rule.value else ("main" if match["verb"].endswith("다") else "link")
            found.append(Predicate(match.start(), match.end(), match["verb"], rule.value["kind"], form, rule.id))
    return tuple(sorted(found, key=lambda predicate: predicate.start))
