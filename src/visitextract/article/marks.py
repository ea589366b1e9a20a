"""The page rules run over the whole text: stretches that say by themselves what they are."""

from __future__ import annotations

from dataclasses import dataclass

from visitextract.article.model import Zone
from visitextract.article.reporters import reporters
from visitextract.rules import bylines, captions, furniture
from visitextract.rules.rule import Rule, worth_trying

# An agency's dateline first, lest its bracket be taken for a picture's credit; captions before other bylines, whose
# photographers they hold.
CATALOGUE: tuple[Rule, ...] = (*furniture.RULES, bylines.AGENCY, *captions.RULES, *bylines.RULES[1:])


@dataclass(frozen=True, slots=True)
class Mark:
    """A rule's hit ``start:end`` within one line: its zone, whether it closes the article, and its fields' ranges."""

    start: int
    end: int
    zone: Zone
    rule: str
    closes: bool
    fields: tuple[tuple[str, int, int], ...]

    def field(self, *names: str) -> tuple[int, int] | None:
        """The range of the first of the named fields that the hit has."""
        return next(((start, end) for name, start, end in self.fields if name in names), None)


def find_marks(text: str) -> list[Mark]:
    """The hits of all page rules, in order, none overlapping; the catalogue's order is the precedence."""
    taken = bytearray(len(text))
    marks: list[Mark] = []
    for rule in worth_trying(CATALOGUE, text):
        zone, rest, closes = Zone(rule.value["zone"]), rule.value["extent"] == "rest", "closes" in rule.value
        for match in rule.finditer(text):
            start, end = match.span()
            if start == end or taken[start]:
                continue
            if rest:
                line_end = text.find("\n", start)
                end = len(text) if line_end < 0 else line_end
            free = taken.find(1, start, end)
            if free >= 0:
                end = free
            fields = tuple(
                (name, *match.span(name)) for name in match.re.groupindex if match.group(name) and match.end(name) <= end
            )
            mark = Mark(start, end, zone, rule.id, closes, fields)
            if zone is Zone.BYLINE and not _names_somebody(text, mark):
                continue
            taken[start:end] = b"\1" * (end - start)
            marks.append(mark)
    return sorted(marks, key=lambda mark: mark.start)


def _names_somebody(text: str, mark: Mark) -> bool:
    """Whether a byline holds what its rule is for: a rule that finds reporters must find one."""
    where = mark.field("inner", "who")
    if where is None:
        return mark.rule not in ("byline.bracket", "byline.tail", "byline.place", "byline.signoff", "byline.introduced")
    return bool(reporters(text[where[0] : where[1]]).names)
