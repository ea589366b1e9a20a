"""Reported clauses: where each ends, and which verb reports it. Says nothing of their sources."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import regex

from visitextract.patterns import lazily
from visitextract.rules.rule import Rule
from visitextract.rules.statements import clauses
from visitextract.statements.frames import Frame
from visitextract.statements.predicates import Predicate

_REACH = 60  # how far behind the clause its verb may begin
_CONCESSION = lazily(r"\s?(?:해서|해도|하더라도|할지라도|하면|하니|하지|한다|보기|볼|느끼|믿|알려|전해지|하는 것)")
_SUPPOSED = lazily(r"고 (?:하면|해도|해서|하더라도|치면|가정|볼 수)")


@dataclass(frozen=True, slots=True)
class Report:
    """A reported clause that ends at ``cut``, its particle or noun at ``end``, its verb at ``over``.

    ``predicate`` is None where the clause goes on (다며) or closes with a noun (다는 입장이다): then ``verb`` is that noun
    with its particle and ``noun`` the noun alone.
    """

    cut: int
    end: int
    over: int
    rule: str
    predicate: Predicate | None = None
    verb: str | None = None
    noun: str = ""

    def holds(self, other: Report) -> bool:
        """Whether ``other`` reports this report: ``…라고 말했다고`` 전했다."""
        return self.predicate is not None and other.cut <= self.over + 1


def find_reports(frame: Frame) -> list[Report]:
    """The reported clauses of a frame, in order of their ends."""
    return sorted([*_that(frame), *_chained(frame), *_nouns(frame), *_owned(frame)], key=lambda report: report.cut)


def _after_quotation(frame: Frame, match: regex.Match[str]) -> bool:
    return any(quote.outer_end == match.start() for quote in frame.quotes)


def _that(frame: Frame) -> Iterator[Report]:
    """``…다고`` and ``…것으로`` with the verb after it; of two such clauses before one verb the nearer is the one reported."""
    rules: tuple[Rule, ...] = (clauses.REPORTED, clauses.EXPECTED)
    found = [(match, rule.id) for rule in rules for match in rule.finditer(frame.masked, frame.start, frame.end)]
    found.sort(key=lambda pair: pair[0].start("that"))
    for place, (match, rule) in enumerate(found):
        predicate = frame.predicate_after(match.end(), _REACH)
        if _after_quotation(frame, match) or _CONCESSION.match(frame.masked, match.end(), frame.end):
            continue
        if predicate is None or predicate.form == "mod" or _SUPPOSED.match(frame.masked, predicate.end, frame.end):
            continue
        nearer = place + 1 < len(found) and found[place + 1][0].start("that") < predicate.start
        quoted = any(quote.double and match.end() <= quote.outer_start < predicate.start for quote in frame.quotes)
        if not nearer and not quoted:
            yield Report(match.start(), match.end(), predicate.end, rule, predicate, predicate.verb)


def _chained(frame: Frame) -> Iterator[Report]:
    """``…다며`` where a verb of speech follows later."""
    for match in clauses.REPORTED_CHAIN.finditer(frame.masked, frame.start, frame.end):
        inside = any(predicate.start <= match.start() <= predicate.end for predicate in frame.predicates)
        if not inside and not _after_quotation(frame, match) and frame.predicate_after(match.end(), 300) is not None:
            yield Report(match.start(), match.end(), match.end(), clauses.REPORTED_CHAIN.id)


def _owned(frame: Frame) -> Iterator[Report]:
    """``…다는 게 홍 장관의 설명이다``; the source lies between ``end`` and ``over``."""
    for match in clauses.REPORTED_OWNER.finditer(frame.masked, frame.start, frame.end):
        if not _after_quotation(frame, match):
            verb = match["noun"] + match["particle"]
            yield Report(match.start(), match.start("owner"), match.end(), clauses.REPORTED_OWNER.id, None, verb, match["noun"])


def _nouns(frame: Frame) -> Iterator[Report]:
    """``…다는 입장이다``, ``…라는 구상을 밝혔다``."""
    for match in clauses.REPORTED_NOUN.finditer(frame.masked, frame.start, frame.end):
        if _after_quotation(frame, match):
            continue
        if match["particle"] not in ("을", "를"):
            verb = match["noun"] + match["particle"]
            yield Report(match.start(), match.end(), match.end(), clauses.REPORTED_NOUN.id, None, verb, match["noun"])
            continue
        near = (p for p in frame.predicates if match.start("noun") <= p.start <= match.end() + 12)
        predicate = next(near, None)
        if predicate is not None and predicate.form != "mod":
            over, rule = predicate.end, clauses.REPORTED_NOUN.id
            yield Report(match.start(), match.end(), over, rule, predicate, predicate.verb, match["noun"])
