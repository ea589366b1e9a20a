"""Reported speech without quotation marks: the clause, its verb and its source."""

from __future__ import annotations

from dataclasses import dataclass

import regex

from visitextract.article import Zone
from visitextract.entities import PartyFact
from visitextract.rules import statements as rules
from visitextract.statements.circumstances import occasion, when_said
from visitextract.statements.facts import StatementFact
from visitextract.statements.frames import COUNTRY, UNLISTED, Frame, Predicate, party
from visitextract.statements.speakers import Memory, Speaker, goes_on, resolved
from visitextract.trace import Cue

_LEAD = regex.compile(r"(?:[\s,]|(?:이날|이어|또한|또|그러면서도?|아울러|특히|다만|앞서|한편|당시|최근|그리고|하지만|그러나|이에 대해|이에|현재|일단|이와 관련해|같은 날)(?=[\s,]))+")
_SHORTEST = 6
_CONCESSION = regex.compile(r"\s?(?:해서|해도|하더라도|할지라도|하면|하니|하지|한다|보기|볼|느끼|믿|알려|전해지|하는 것)")
_SUPPOSED = regex.compile(r"고 (?:하면|해도|해서|하더라도|치면|가정|볼 수)")
_MEANWHILE = regex.compile(r"[가-힣] 가운데,?\s")
_REACH = 60


@dataclass(frozen=True, slots=True)
class Clause:
    """A reported clause that ends at ``cut``; its complementizer ends at ``end``; ``predicate`` reports it (None: it goes on)."""

    cut: int
    end: int
    rule: str
    predicate: Predicate | None = None
    verb: str | None = None
    verb_end: int = 0


def indirect_statements(frame: Frame, direct: list[StatementFact], memory: Memory) -> list[StatementFact]:
    """The reported clauses of a sentence that have a source, in text order."""
    if frame.zone in (Zone.TITLE, Zone.SUBTITLE) or frame.depth:
        return []
    clauses = _clauses(frame)
    facts: list[StatementFact] = []
    floor = _opening(frame)
    for place, clause in enumerate(clauses):
        nested = place + 1 < len(clauses) and clause.verb_end and clauses[place + 1].cut <= clause.verb_end + 1
        floor = max([floor, *(_direct_end(frame, d) for d in direct if _direct_end(frame, d) <= clause.cut)])
        told = [f for f in [*direct, *facts] if f.end <= clause.cut and f.speaker is not None]
        earlier = max(told, key=lambda f: f.end).speaker if told else None
        fact = _fact(frame, clause, floor, direct, memory, earlier)
        outer = _fact(frame, clauses[place + 1], floor, direct, memory, earlier) if nested else None
        if fact is not None and outer is None:
            facts.append(fact)
            memory.hear(fact.speaker, frame.sentence)
        if not nested:
            floor = max(clause.verb_end, clause.end)
    return facts or _according(frame, direct, memory)


def _opening(frame: Frame) -> int:
    """Where the narration starts: after a quotation that stands before it as a sentence of its own."""
    for quote in frame.quotes:
        if quote.outer_start == frame.start and frame.text[quote.start : quote.end].rstrip()[-1:] in ".?!":
            return quote.outer_end
    return frame.start


def _direct_end(frame: Frame, fact: StatementFact) -> int:
    """Where the clause of a direct quotation is over."""
    tail = next((cue.end for cue in fact.cues if cue.field == "kind"), fact.end)
    return max(tail, fact.evidence[1] if fact.verb else tail)


def _clauses(frame: Frame) -> list[Clause]:
    found = [*_that(frame), *_chained(frame), *_nouns(frame)]
    return sorted(found, key=lambda clause: clause.cut)


def _that(frame: Frame) -> list[Clause]:
    found = []
    matches = sorted(
        [*rules.REPORTED.finditer(frame.masked, frame.start, frame.end), *rules.EXPECTED.finditer(frame.masked, frame.start, frame.end)],
        key=lambda m: m.start("that"),
    )
    for place, match in enumerate(matches):
        if any(q.outer_end == match.start() for q in frame.quotes) or _CONCESSION.match(frame.masked, match.end(), frame.end):
            continue
        predicate = frame.predicate_after(match.end(), _REACH)
        if predicate is None or predicate.form == "mod" or _SUPPOSED.match(frame.masked, predicate.end, frame.end):
            continue
        if place + 1 < len(matches) and matches[place + 1].start("that") < predicate.start:
            continue  # the nearer clause is the one reported
        if any(match.end() <= q.outer_start < predicate.start and q.double for q in frame.quotes):
            continue
        found.append(Clause(match.start(), match.end(), _rule_of(match), predicate, predicate.verb, predicate.end))
    return found


def _rule_of(match: regex.Match[str]) -> str:
    return rules.EXPECTED.id if match["that"] in ("으로", "로") else rules.REPORTED.id


def _chained(frame: Frame) -> list[Clause]:
    found = []
    for match in rules.REPORTED_CHAIN.finditer(frame.masked, frame.start, frame.end):
        if any(q.outer_end == match.start() for q in frame.quotes) or any(p.start <= match.start() <= p.end for p in frame.predicates):
            continue
        later = frame.predicate_after(match.end(), 300)
        if later is not None:
            found.append(Clause(match.start(), match.end(), rules.REPORTED_CHAIN.id, None, None, 0))
    return found


def _nouns(frame: Frame) -> list[Clause]:
    found = []
    for match in rules.REPORTED_NOUN.finditer(frame.masked, frame.start, frame.end):
        if any(q.outer_end == match.start() for q in frame.quotes):
            continue
        if match["particle"] in ("을", "를"):
            predicate = next((p for p in frame.predicates if match.start("noun") <= p.start <= match.end() + 12), None)
            if predicate is None or predicate.form == "mod":
                continue
            found.append(Clause(match.start(), match.end(), rules.REPORTED_NOUN.id, predicate, predicate.verb, predicate.end))
        else:
            found.append(Clause(match.start(), match.end(), rules.REPORTED_NOUN.id, None, match["noun"] + match["particle"], match.end()))
    return found


def _fact(
    frame: Frame, clause: Clause, floor: int, direct: list[StatementFact], memory: Memory, earlier: PartyFact | None
) -> StatementFact | None:
    if clause.rule == rules.REPORTED_CHAIN.id:
        predicate = frame.predicate_after(clause.end, 300)
    else:
        predicate = clause.predicate
    speaker = _speaker(frame, clause, predicate, memory, floor, earlier)
    if speaker.party is None:
        return None
    begin = max(floor, speaker.end if speaker.start >= 0 and speaker.end <= clause.cut else floor)
    start = _trim(frame, begin, clause.cut)
    if clause.cut - start < _SHORTEST or any(start <= d.start and d.end <= clause.cut for d in direct):
        return None
    low = speaker.start if 0 <= speaker.start < start else begin
    end = clause.verb_end or clause.end
    ranges = [(clause.end, end), (min(begin, start), start), (frame.start, max(frame.start, min(speaker.start, start)))]
    cues = [Cue("kind", clause.rule, clause.cut, clause.end), Cue("speaker", speaker.rule, max(speaker.start, 0), max(speaker.end, 0))]
    if clause.verb:
        cues.append(Cue("verb", clause.predicate.rule if clause.predicate else clause.rule, end - len(clause.verb), end))
    return StatementFact(
        kind="indirect",
        start=start,
        end=clause.cut,
        evidence=(low, end),
        sentence=frame.sentence,
        verb=clause.verb,
        speaker=speaker.party,
        when=when_said(frame, ranges),
        occasion=occasion(frame, ranges),
        cues=tuple(cues),
    )


def _speaker(frame: Frame, clause: Clause, predicate: Predicate | None, memory: Memory, floor: int, earlier: PartyFact | None) -> Speaker:
    """The source of a reported clause: after it, else the first topic of its sentence, else its first subject."""
    if predicate is not None:
        after = frame.subjects_in(clause.end, predicate.start)
        if after and after[-1].party is not None and clause.rule != rules.REPORTED_CHAIN.id:
            return Speaker(after[-1].party, "statement.speaker.after", after[-1].start, after[-1].end)
    before = frame.subjects_in(floor, clause.cut)
    if floor > frame.start:
        before = [s for s in before if s.kind == "topic" and frame.masked[s.end - 1] in "은는선"]
        if not before:
            outer = [s for s in frame.subjects_in(frame.start, floor) if s.kind == "topic"]
            if not outer and earlier is not None:
                return Speaker(earlier, "statement.speaker.shared")
            before = outer[-1:] or frame.subjects_in(frame.start, floor)
    if clause.rule == rules.REPORTED_NOUN.id and predicate is None:
        before = [s for s in before if s.kind == "topic"]  # X가 …다는 지적이다: X is what is told of
    elif (turn := list(_MEANWHILE.finditer(frame.masked, floor, clause.cut))) and all(s.kind == "subject" for s in before):
        before = [s for s in before if s.start >= turn[-1].end()] or before
    doubtful = goes_on(frame) or (predicate is not None and predicate.kind == "think")
    if memory.speaker is not None and doubtful:
        before = [s for s in before if s.rule not in (COUNTRY, UNLISTED)]  # 이어 북한은 …다고 말했다: what is told, not who tells
    chosen = next((s for s in before if s.kind == "topic"), before[0] if before else None)
    if chosen is None:
        return memory.carry(frame)
    return resolved(chosen, "statement.speaker.before", frame, memory)


def _trim(frame: Frame, start: int, cut: int) -> int:
    """The clause's start without connectives and without the phrase that says where it was said."""
    for _ in range(3):
        lead = _LEAD.match(frame.masked, start, cut)
        if lead:
            start = lead.end()
        place = rules.OCCASION.compiled.search(frame.masked, start, min(cut, start + 60))
        if place is None or frame.masked[start : place.start()].strip():
            timed = next((t.end for t in frame.times if t.start == start), None)
            place = rules.OCCASION.compiled.search(frame.masked, timed, min(cut, timed + 60)) if timed else None
            if place is None or timed is None or len(frame.masked[timed : place.start()].strip()) > 1:
                break
        if cut - place.end() < _SHORTEST:
            break
        start = place.end()
    return start


def _according(frame: Frame, direct: list[StatementFact], memory: Memory) -> list[StatementFact]:
    """``X에 따르면`` where the sentence has no reporting verb of its own."""
    if any(d.verb for d in direct):
        return []
    for ref in frame.refs:
        match = rules.ACCORDING.compiled.match(frame.masked, ref.np_end, frame.end)
        source = party(ref)
        if match is None or ref.in_role or source is None:
            continue
        start = _trim(frame, match.end(), frame.end)
        tail = next(rules.HEARSAY_END.compiled.finditer(frame.masked, start, frame.end), None)
        cut = tail.start() if tail else frame.end - (frame.masked[frame.end - 1] == ".")
        if cut - start < _SHORTEST or any(start <= d.start and d.end <= cut for d in direct):
            return []
        cues = (Cue("kind", rules.ACCORDING.id, match.start(), match.end()), Cue("speaker", rules.ACCORDING.id, ref.np_start, ref.np_end),
                Cue("verb", rules.ACCORDING.id, match.start("mark"), match.end("mark")))
        memory.hear(source, frame.sentence)
        return [StatementFact("indirect", start, cut, (ref.np_start, cut), frame.sentence, match["mark"].strip(" ,"), source,
                              when_said(frame, [(frame.start, ref.np_start)]), None, cues)]
    return []
