"""Reported speech without quotation marks: the clause, its verb and its source."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from visitextract.entities import PartyFact
from visitextract.lexicon import words
from visitextract.patterns import lazily
from visitextract.rules.statements import clauses, sources
from visitextract.statements.circumstances import addressee, occasion, said_in, when_said
from visitextract.statements.facts import StatementFact, cues_of
from visitextract.statements.frames import Frame
from visitextract.statements.predicates import noun_stance
from visitextract.statements.reports import Report, find_reports
from visitextract.statements.speakers import NOBODY, Memory, Speaker, goes_on, resolved
from visitextract.statements.subjects import Subject, party
from visitextract.statements.unnamed import COUNTRY_ID, UNLISTED_ID, is_document

_SHORTEST = 6
_LEAD = lazily(
    r"(?:[\s,]|(?:이날|이어|또한|또|그러면서도?|아울러|특히|다만|앞서|한편|당시|최근|그리고|하지만|그러나"
    r"|이에 대해|이를 두고|이에|현재|일단|이와 관련해|같은 날)(?=[\s,]))++"
)
_NAME = lazily(r"(?<![가-힣A-Za-z0-9·])[가-힣A-Za-z0-9·&]{2,15}\Z")
_TO_PRESS = lazily(  # 현지 언론에, 기자들에게: whom it is said to
    r"(?:[가-힣A-Za-z]{1,10}\s)?[가-힣A-Za-z]{0,8}(?:언론|매체|취재진|기자|기자들|통신|방송|신문|뉴스)(?:에게|에)\s"
)
_CITING = lazily(r"[^,.\"“]{1,40}?[을를] 인용해,?\s")  # 소식통을 인용해 …다고 보도했다
_INNER = lazily(r"[가-힣A-Za-z0-9)][이가은는]\s|[다라자냐]고\s|[다라]며\s|것으로\s")  # a clause with a subject, or another report
_RELATIVE = lazily(r"[가-힣](?:던|한|된)\s[가-힣]")
_MEANWHILE = lazily(r"[가-힣] 가운데,?\s")


def indirect_statements(frame: Frame, direct: list[StatementFact], memory: Memory) -> list[StatementFact]:
    """The reported clauses of a sentence that have a source, in text order."""
    reports = find_reports(frame)
    facts: list[StatementFact] = []
    floor = _opening(frame)
    for place, report in enumerate(reports):
        floor = max([floor, *(_said_by(fact) for fact in direct if _said_by(fact) <= report.cut)])
        told = [fact for fact in [*direct, *facts] if fact.end <= report.cut and fact.speaker is not None]
        earlier = max(told, key=lambda fact: fact.end).speaker if told else None
        outer = reports[place + 1] if place + 1 < len(reports) and report.holds(reports[place + 1]) else None
        if outer is None or _fact(frame, outer, floor, direct, memory, earlier) is None:
            fact = _fact(frame, report, floor, direct, memory, earlier)
            if fact is not None:
                facts.append(fact)
                memory.hear(fact.speaker, frame.sentence)
        if outer is None:
            floor = report.over
    return facts or _according(frame, direct, memory)


def _opening(frame: Frame) -> int:
    """Where the narration starts: after a quotation that stands before it as a sentence of its own."""
    for quote in frame.quotes:
        if quote.outer_start == frame.start and frame.words(quote).rstrip()[-1:] in (".", "?", "!"):
            return quote.outer_end
    return frame.start


def _said_by(fact: StatementFact) -> int:
    """Where the clause of a quotation is over."""
    tail = next((cue.end for cue in fact.cues if cue.field == "kind"), fact.end)
    return max(tail, fact.evidence[1] if fact.verb else tail)


def _fact(
    frame: Frame, report: Report, floor: int, direct: list[StatementFact], memory: Memory, earlier: PartyFact | None
) -> StatementFact | None:
    speaker = _speaker(frame, report, memory, floor, earlier, direct)
    if speaker.party is None:
        return None
    begin = max(floor, speaker.end) if speaker.start >= 0 and speaker.end <= report.cut else floor
    start = _trim(frame, _after_aside(frame, begin, report.cut), report.cut)
    if report.cut - start < _SHORTEST or any(start <= fact.start and fact.end <= report.cut for fact in direct):
        return None
    ranges = said_in(frame, speaker.start, (report.end, report.over), (begin, start))
    return StatementFact(
        kind="indirect",
        start=start,
        end=report.cut,
        evidence=(speaker.start if 0 <= speaker.start < start else begin, report.over),
        sentence=frame.sentence,
        verb=report.verb,
        speaker=speaker.party,
        when=when_said(frame, ranges),
        occasion=occasion(frame, ranges),
        stance=_stance(report),
        addressee=addressee(frame, [(begin, start), (report.end, report.over)], speaker.party),
        cues=cues_of((report.rule, report.cut, report.end), speaker, report.predicate),
    )


def _stance(report: Report) -> str | None:
    """The stance of the verb, else of the noun that closes the clause (…다는 반론이다); a clause that goes on has none."""
    if report.predicate is not None:
        own = noun_stance(report.noun) if report.noun else "neutral"
        return own if own != "neutral" else report.predicate.stance
    return noun_stance(report.noun) if report.noun else None


def _speaker(
    frame: Frame, report: Report, memory: Memory, floor: int, earlier: PartyFact | None, direct: list[StatementFact]
) -> Speaker:
    """The source of a reported clause: after it, else the first topic of its sentence, else its first subject."""
    if report.predicate is not None:
        after = [s for s in frame.subjects_in(report.end, report.predicate.start) if s.party is not None]
        if after:
            return Speaker(after[-1].party, "statement.speaker.after", after[-1].start, after[-1].end)
    if report.rule == clauses.REPORTED_OWNER.id:
        owners = [ref for ref in frame.refs if report.end <= ref.np_start and ref.np_end <= report.over and not ref.in_role]
        return Speaker(party(owners[-1]), report.rule, owners[-1].np_start, owners[-1].np_end) if owners else NOBODY
    before = frame.subjects_in(floor, report.cut)
    if floor > frame.start:
        before = [s for s in before if s.kind == "topic" and frame.masked[s.end - 1] != "도"]
        if not before:
            outer = [s for s in frame.subjects_in(frame.start, floor) if s.kind == "topic"]
            if not outer and earlier is not None:
                return Speaker(earlier, "statement.speaker.shared")
            before = outer[-1:] or frame.subjects_in(frame.start, floor)
    before = _doubtless(frame, report, memory, floor, before)
    chosen = next((s for s in before if s.kind == "topic"), before[0] if before else None)
    if chosen is not None and chosen.kind == "subject":  # X가 …했다고 지적하며 "…": whoever says the words says the clause
        later = next((fact.speaker for fact in direct if fact.start >= report.over and fact.speaker is not None), None)
        if later is not None and later != chosen.party:
            return Speaker(later, "statement.speaker.shared")
    return resolved(chosen, "statement.speaker.before", frame, memory) if chosen is not None else memory.carry(frame)


def _doubtless(frame: Frame, report: Report, memory: Memory, floor: int, before: list[Subject]) -> list[Subject]:
    """The candidates without those that are rather what is told of than who tells."""
    if report.rule == clauses.REPORTED_NOUN.id and report.predicate is None:
        before = [s for s in before if s.kind == "topic"]  # X가 …다는 지적이다
    elif all(s.kind == "subject" for s in before):
        turns = [match.end() for match in _MEANWHILE.finditer(frame.masked, floor, report.cut)]
        before = [s for s in before if turns and s.start >= turns[-1]] or before
        while len(before) > 1 and _RELATIVE.search(frame.masked, before[0].end, before[1].start):
            before = before[1:]  # X가 찾았던 공장에 Y가 와서: X belongs to 찾았던
    governing = frame.predicate_after(report.end, 300) if report.predicate is None else report.predicate
    if memory.speaker is not None and (goes_on(frame) or (governing is not None and governing.kind == "think")):
        before = [s for s in before if s.rule not in (COUNTRY_ID, UNLISTED_ID)]  # 이어 가나국은 …다고 말했다
    return before


def _after_aside(frame: Frame, start: int, cut: int) -> int:
    """``start``, or the end of a clause that only says how he speaks: ``각오를 밝히며 …겠다고 강조했다``."""
    for predicate in frame.predicates:
        aside = predicate.form == "link" and predicate.verb.endswith(("며", "면서")) and cut - predicate.end > _SHORTEST
        if aside and start <= predicate.start and not _INNER.search(frame.masked, start, predicate.start):
            start = predicate.end
    return start


def _trim(frame: Frame, start: int, cut: int) -> int:
    """The clause's start without connectives and without the phrase that says when and where it was said."""
    for _ in range(3):
        for said in (_LEAD, _CITING, _TO_PRESS):
            if (match := said.match(frame.masked, start, cut)) and cut - match.end() >= _SHORTEST:
                start = match.end()
        skipped = next((time.end for time in frame.times if time.start == start), start)
        place = sources.OCCASION.compiled.search(frame.masked, skipped, min(cut, skipped + 60))
        if place is None or frame.masked[skipped : place.start()].strip() or cut - place.end() < _SHORTEST:
            break
        start = place.end()
    return start


def _according(frame: Frame, direct: list[StatementFact], memory: Memory) -> list[StatementFact]:
    """``X에 따르면`` where the sentence has no reporting verb of its own."""
    if any(fact.verb for fact in direct):
        return []
    for source, begin, match in _sources(frame):
        start = _trim(frame, match.end(), frame.end)
        tail = clauses.HEARSAY_END.compiled.search(frame.masked, start, frame.end)
        cut = tail.start() if tail else frame.end - (frame.masked[frame.end - 1] == ".")
        if cut - start < _SHORTEST or any(start <= fact.start and fact.end <= cut for fact in direct):
            return []
        memory.hear(source, frame.sentence)
        speaker = Speaker(source, sources.ACCORDING.id, begin, match.start())
        return [
            StatementFact(
                kind="indirect",
                start=start,
                end=cut,
                evidence=(begin, cut),
                sentence=frame.sentence,
                verb=match["mark"].strip(" ,"),
                speaker=source,
                stance="neutral",
                when=when_said(frame, [(frame.start, begin)]),
                cues=cues_of((sources.ACCORDING.id, match.start(), match.end()), speaker, None),
            )
        ]
    return []


def _sources(frame: Frame) -> Iterator[tuple[PartyFact, int, regex.Match[str]]]:
    """Every ``X에 따르면``: the source, where its phrase begins, and the match; a name on no list counts, a document does not."""
    for match in sources.ACCORDING.finditer(frame.masked, frame.start, frame.end):
        known = [ref for ref in frame.refs if ref.np_end == match.start() and not ref.in_role]
        if known and (source := party(known[-1])) is not None:
            yield source, known[-1].np_start, match
            continue
        name = _NAME.search(frame.masked, max(frame.start, match.start() - 20), match.start())
        owner = [ref for ref in frame.refs if name is not None and ref.np_end == name.start() - 1]
        if name is not None and owner and name.group() in words("speaker_nouns", "head") and (source := party(owner[-1])):
            yield source, owner[-1].np_start, match  # 가나 통신에 따르면
        elif name is not None and name.group() not in words("common_words") and not is_document(name.group()):
            yield PartyFact("group", None, name.group()), name.start(), match
