"""Quotations → statements: the speaker, the verb, the day and the occasion of those that somebody says."""

from __future__ import annotations

from visitextract.article import Zone
from visitextract.entities import PartyFact
from visitextract.lexicon import words
from visitextract.patterns import lazily
from visitextract.rules.statements import clauses, sources, tails
from visitextract.statements.circumstances import addressee, occasion, said_in, when_said
from visitextract.statements.facts import StatementFact, cues_of
from visitextract.statements.frames import Frame
from visitextract.statements.predicates import Predicate
from visitextract.statements.speakers import NOBODY, Memory, Speaker, speaker_of
from visitextract.statements.subjects import party
from visitextract.statements.unnamed import reads_like_name, speaks
from visitextract.statements.verdicts import Verdict, verdicts

_SENTENCE_FINAL = frozenset("다요까죠자라냐")
_HEADLINE_NAME = lazily(r"(?<![가-힣A-Za-z0-9])(?P<who>[가-힣A-Za-z]{2,10})[,:]?\s?\Z")  # 정부 "…"
_BEFORE_WORDS = lazily(r"(?:에선|에서는|[은는이가도]|\s?측)?[\s,:…]*")  # 홍 장관 "…", 가나당에선 "…"
_TAG = lazily(r"\[[^\[\]]{1,12}\]")  # [단독]
_FULL = 4  # so many words with a final ending are a sentence of their own


def direct_statements(frame: Frame, memory: Memory) -> list[StatementFact]:
    """The quotations of a frame that somebody says, in text order."""
    if frame.zone in (Zone.TITLE, Zone.SUBTITLE):
        return _headlines(frame)
    found = verdicts(frame)
    facts = []
    for place, verdict in enumerate(found):
        following = found[place + 1] if place + 1 < len(found) else None
        fact = _fact(frame, verdict, following, memory)
        if frame.depth == 0 and verdict.rule != sources.SPEAKER_TAG.id:  # an insert: the report goes on with whom it told of
            memory.hear(fact.speaker, frame.sentence)
        facts.append(fact)
    return facts


def _fact(frame: Frame, verdict: Verdict, following: Verdict | None, memory: Memory) -> StatementFact:
    quote = verdict.quote
    speaker = verdict.owner if verdict.other else _speaker(frame, verdict, following, memory)
    predicate = verdict.predicate or (_last_verb(frame, verdict) if following is None else None)
    end = predicate.end if predicate is not None else verdict.tail_end
    start = speaker.start if 0 <= speaker.start < quote.outer_start else quote.outer_start
    ranges = said_in(frame, speaker.start, (start, quote.outer_start), (verdict.tail_end, end))
    return StatementFact(
        kind="direct",
        start=quote.start,
        end=quote.end,
        evidence=(start, max(end, quote.outer_end)),
        sentence=frame.sentence,
        verb=predicate.verb if predicate is not None else None,
        speaker=speaker.party,
        when=when_said(frame, ranges),
        occasion=occasion(frame, ranges),
        stance=predicate.stance if predicate is not None else None,
        addressee=addressee(frame, [(start, quote.outer_start), (verdict.tail_end, end)], speaker.party),
        cues=cues_of((verdict.rule, quote.outer_start, verdict.tail_end), speaker, predicate),
    )


def _speaker(frame: Frame, verdict: Verdict, following: Verdict | None, memory: Memory) -> Speaker:
    """The subject of the sentence, else the one between this quotation and the next, which are then one speech."""
    governing = verdict.predicate
    if governing is None and following is not None and following.tail_end < verdict.tail_end:
        governing = following.predicate
    content = frame.words(verdict.quote).rstrip(" .?!…")
    whole = len(content.split()) >= _FULL and content[-1:] in _SENTENCE_FINAL
    speaker = speaker_of(frame, verdict.quote.outer_start, verdict.tail_end, governing, memory, whole=whole)
    if speaker.start < 0 and verdict.predicate is None and following is not None and not following.other:
        shared = frame.subjects_in(verdict.tail_end, following.quote.outer_start)
        if shared and shared[-1].party is not None:
            return Speaker(shared[-1].party, "statement.speaker.shared", shared[-1].start, shared[-1].end)
    return speaker


def _last_verb(frame: Frame, verdict: Verdict) -> Predicate | None:
    """The verb of speech after ``"…"라며``, unless it reports a clause of its own."""
    if verdict.rule != tails.TAIL_CHAIN.id:
        return None
    last = frame.predicate_after(verdict.tail_end, 200)
    if last is None or any(clauses.REPORTED.finditer(frame.masked, verdict.tail_end, last.start)):
        return None
    return last


def _opens(frame: Frame, start: int) -> bool:
    """Whether nothing but a tag ([단독]) stands before ``start``."""
    return not _TAG.sub("", frame.masked[frame.start : start]).strip()


def _can_speak(word: str) -> bool:
    """Whether a word right before the words of a headline can be who says them: a body, a country, a Korean name."""
    if word[-1] in "의에서로":
        return False
    return speaks(word) or reads_like_name(word) or word in words("countries", "country")


def _headlines(frame: Frame) -> list[StatementFact]:
    """The quotations of a headline: whoever stands right before one says it, else whoever opens the headline."""
    facts = []
    for quote in frame.quotes:
        if not quote.double or not quote.closed or len(frame.words(quote).split()) < 2:
            continue
        named = [ref for ref in frame.refs if ref.np_end <= quote.outer_start and not ref.in_role]
        near = [ref for ref in named if _BEFORE_WORDS.fullmatch(frame.masked, ref.np_end, quote.outer_start)]
        opens = [ref for ref in named if _opens(frame, ref.np_start) and frame.masked[ref.np_end : ref.np_end + 1] == ","]
        speaker = NOBODY
        for ref in [*near[-1:], *opens][:1]:
            speaker = Speaker(party(ref), "statement.speaker.headline", ref.np_start, ref.np_end)
        unnamed = _HEADLINE_NAME.search(frame.masked, frame.start, quote.outer_start)
        if speaker.party is None and unnamed and _can_speak(unnamed["who"]):
            speaker = Speaker(PartyFact("group", None, unnamed["who"]), "statement.speaker.headline", *unnamed.span("who"))
        facts.append(
            StatementFact(
                kind="direct",
                start=quote.start,
                end=quote.end,
                evidence=(speaker.start if speaker.start >= 0 else quote.outer_start, quote.outer_end),
                sentence=frame.sentence,
                speaker=speaker.party,
                cues=cues_of(("statement.tail.headline", quote.outer_start, quote.outer_end), speaker, None),
            )
        )
    return facts
