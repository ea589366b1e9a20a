"""The same run as ``extract``, told backwards: which rule and which words gave each field, and what was passed over and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime

from pydantic import BaseModel, ConfigDict

from visitextract.article import Segment
from visitextract.assemble import Assembler
from visitextract.entities import Entity, PartyFact, Ref
from visitextract.explain.passed_over import passed_over
from visitextract.lexicon.user import Lexicon
from visitextract.meetings import MeetingFact
from visitextract.pipeline import Analysis, analyze
from visitextract.places import PlaceFact
from visitextract.records import Span
from visitextract.rules import places as place_rules
from visitextract.statements import StatementFact
from visitextract.times import Time, WhenFact
from visitextract.trace import Cue, PassedOver
from visitextract.visits import VisitFact


class _Told(BaseModel):
    model_config = ConfigDict(frozen=True)


class Reason(_Told):
    """Why a field holds what it holds: the rule, the words it read, and a remark."""

    field: str
    rule: str
    words: Span
    note: str = ""


class Account(_Told):
    """One record (``meeting-1``), a line that says what it holds, and the reasons."""

    record: str
    summary: str
    reasons: tuple[Reason, ...] = ()


class Line(_Told):
    """What a stretch of the page was taken for, and by which rule."""

    zone: str
    rule: str
    words: Span


class Candidate(_Told):
    """Words that might have led to a record and did not, the rule that took them for a sign, and why nothing came of them."""

    rule: str
    words: Span
    why: str


class Explanation(_Told):
    """Everything that can be said about one run over one article. Spans count in the caller's text."""

    page: tuple[Line, ...]
    article: Account
    times: tuple[Account, ...]
    persons: tuple[Account, ...]
    organizations: tuple[Account, ...]
    meetings: tuple[Account, ...]
    visits: tuple[Account, ...]
    statements: tuple[Account, ...]
    passed_over: tuple[Candidate, ...]


def explain(
    text: str,
    *,
    published: date | datetime | str | None = None,
    title: str | None = None,
    outlet: str | None = None,
    lexicon: Lexicon | None = None,
) -> Explanation:
    """The reasons for what ``extract`` returns for the same arguments, and the candidates that it passed over.

    Raises:
        ValueError: ``published`` is not ISO 8601.

    >>> explain("홍길동 장관이 김철수 대표를 만났다.").meetings == ()
    False
    """
    found = analyze(text, published=published, title=title, outlet=outlet, lexicon=lexicon)
    return _Teller(found).explanation()


class _Teller:
    """Turns one analysis into an explanation."""

    def __init__(self, found: Analysis) -> None:
        self.found = found
        self.build = Assembler(found.article.source)

    def explanation(self) -> Explanation:
        found = self.found
        return Explanation(
            page=tuple(self.line(segment) for segment in found.article.segments),
            article=self.article(),
            times=tuple(self.time(number, time) for number, time in enumerate(found.times, 1)),
            persons=tuple(self.entity(entity) for entity in found.cast.persons),
            organizations=tuple(self.entity(entity) for entity in found.cast.organizations),
            meetings=tuple(self.meeting(number, fact) for number, fact in enumerate(found.meetings, 1)),
            visits=tuple(self.visit(number, fact) for number, fact in enumerate(found.visits, 1)),
            statements=tuple(self.statement(number, fact) for number, fact in enumerate(found.statements, 1)),
            passed_over=tuple(self.candidate(item) for item in passed_over(found)),
        )

    def line(self, segment: Segment) -> Line:
        return Line(zone=segment.zone, rule=segment.rule, words=self.build.span(segment.start, segment.end))

    def candidate(self, item: PassedOver) -> Candidate:
        return Candidate(rule=item.rule, words=self.build.span(item.start, item.end), why=item.why)

    def told(self, cues: Iterable[Cue]) -> tuple[Reason, ...]:
        """The reasons in the order given, each once; a cue without words says nothing."""
        once = dict.fromkeys(cue for cue in cues if cue.start < cue.end)
        return tuple(
            Reason(field=cue.field, rule=cue.rule, words=self.build.span(cue.start, cue.end), note=cue.note) for cue in once
        )

    def article(self) -> Account:
        article = self.found.article
        summary = " | ".join(filter(None, (article.title, article.outlet, ", ".join(article.authors), article.published)))
        return Account(record="article", summary=summary, reasons=self.told(article.cues))

    def time(self, number: int, time: Time) -> Account:
        when = self.build.time(time)
        value = " to ".join(filter(None, (when.start, when.end))) or when.duration or "no date"
        cue = Cue("when", time.rule, time.start, time.end, f"counted from: {time.anchor}")
        return Account(record=f"time-{number}", summary=value, reasons=self.told((cue,)))

    def entity(self, entity: Entity) -> Account:
        roles = ", ".join(" ".join(filter(None, (role.organization, role.title))) for role in entity.roles)
        summary = " | ".join(filter(None, (entity.name, roles, "also " + ", ".join(entity.aliases) if entity.aliases else "")))
        mentions = [self.mention(ref) for ref in self.found.cast.refs if entity.key in ref.keys]
        named = {(cue.rule, cue.start, cue.end) for cue in mentions}
        cues = [cue for cue in entity.cues if (cue.rule, cue.start, cue.end) not in named]
        return Account(record=entity.key, summary=summary, reasons=self.told([*cues, *mentions]))

    def mention(self, ref: Ref) -> Cue:
        note = "stands for several" if len(ref.keys) > 1 else "pronoun" if ref.pronoun else ""
        return Cue("mention", ref.rule, ref.np_start, ref.np_end, note)

    def meeting(self, number: int, fact: MeetingFact) -> Account:
        summary = f"{fact.status} {fact.kind}: {', '.join(party.name for party in fact.parties) or 'nobody named'}"
        cues = [*fact.cues]
        for party in fact.parties:
            cues += self.party("participant", party, fact.evidence)
        cues += self.slots({"place": fact.place}, fact.when, fact.evidence, fact.duration)
        return Account(record=f"meeting-{number}", summary=summary, reasons=self.told(cues))

    def visit(self, number: int, fact: VisitFact) -> Account:
        summary = f"{fact.status}: {fact.visitor.name} to {fact.destination.name}"
        cues = [
            *fact.cues,
            *self.slots({"destination": fact.destination, "origin": fact.origin}, fact.when, fact.evidence, fact.duration),
        ]
        return Account(record=f"visit-{number}", summary=summary, reasons=self.told(cues))

    def statement(self, number: int, fact: StatementFact) -> Account:
        summary = f"{fact.kind}: {fact.speaker.name if fact.speaker else 'speaker not given'}"
        rule = fact.cues[0].rule if fact.cues else ""
        cues = [Cue("text", rule, fact.start, fact.end), *fact.cues, *self.slots({}, fact.when, (fact.evidence,))]
        return Account(record=f"statement-{number}", summary=summary, reasons=self.told(cues))

    def party(self, field: str, party: PartyFact, evidence: Iterable[tuple[int, int]]) -> Iterator[Cue]:
        """Where the evidence names a party; only the first place of each range."""
        for start, end in evidence:
            for ref in self.found.cast.between(start, end):
                if party.key in ref.keys or (party.key is None and ref.name == party.name):
                    yield Cue(field, ref.rule, ref.np_start, ref.np_end, party.name)
                    break

    def slots(
        self,
        places: Mapping[str, PlaceFact | None],
        when: WhenFact | None,
        evidence: Iterable[tuple[int, int]],
        duration: str | None = None,
    ) -> Iterator[Cue]:
        """The words behind a record's date, duration and places."""
        for time in self.found.times:
            if when and when.evidence and time.start < when.evidence[1] and when.evidence[0] < time.end:
                yield Cue("when", time.rule, time.start, time.end, f"counted from: {time.anchor}")
            elif duration == time.duration is not None and any(start <= time.start < end for start, end in evidence):
                yield Cue("duration", time.rule, time.start, time.end)
        for field, place in places.items():
            if place:
                yield Cue(field, self.place_rule(place), place.start, place.end)

    def place_rule(self, place: PlaceFact) -> str:
        """The rule that found the narrowest word of a place."""
        sentence = self.found.sentences[place.sentence]
        for rule in place_rules.RULES:
            for hit in rule.finditer(self.found.article.text, sentence.start, sentence.end):
                if hit.end("name") == place.end:
                    return rule.id
        return "place.words_before"
