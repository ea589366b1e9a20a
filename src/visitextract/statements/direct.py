"""Quotations that are statements: what follows the closing mark tells them from names, works and scare quotes."""

from __future__ import annotations

from dataclasses import dataclass

import regex

from visitextract.article import Zone
from visitextract.entities import PartyFact
from visitextract.rules import statements as rules
from visitextract.sentences import Quote
from visitextract.statements.circumstances import occasion, when_said
from visitextract.statements.facts import StatementFact
from visitextract.statements.frames import Frame, Predicate, party
from visitextract.statements.speakers import NOBODY, Memory, Speaker, speaker_of
from visitextract.trace import Cue

_NAMING = regex.compile(r"\s*(?:[가-힣]+\s){0,2}?(?:불리|불린|불렸|불러|부르|부른|불렀|이름|적힌|적혀|쓰인|쓰여|새겨|새긴|표기|일컫|일컬|알려진|해서|해도|하더라도|볼 수|보기)")
_CLAUSE_END = regex.compile(r"(?:[다요까죠자라냐네나지함음됨임것듯길걸게데야해]|\p{P})\s*\Z")
_BETWEEN = regex.compile(r"\s*(?:[,·]|와|과|또는|이나|나|및|그리고)?\s*\Z")
_THIRD = ("에", "에는", "에도", "에선")
_NEXT = regex.compile(r"\s*(?:을|를)?\s*(?:받|대해|대한|관련|나오|제기|일|불거|있|많|쏟아)")
_PARTIAL = regex.compile(r"\s|[이가을를은는에의로와과도](?![가-힣]*[씨])|으로|에서|이었|였|했|한다|하다|하겠|이자")


@dataclass(frozen=True, slots=True)
class Verdict:
    """Why a quotation is a statement: the rule, where its quoting particle ends, and its verb; ``other`` when somebody other
    than the sentence's subject said it (…는 질문에), ``owner`` who then did, if the text says."""

    quote: Quote
    rule: str
    tail_end: int
    predicate: Predicate | None = None
    other: bool = False
    owner: Speaker = NOBODY


def direct_statements(frame: Frame, memory: Memory) -> list[StatementFact]:
    """The quotations of a frame that somebody says, in text order."""
    if frame.zone in (Zone.TITLE, Zone.SUBTITLE):
        return _headlines(frame)
    verdicts: dict[int, Verdict] = {}
    for place in range(len(frame.quotes) - 1, -1, -1):
        quote = frame.quotes[place]
        following = verdicts.get(place + 1)
        verdict = _verdict(frame, quote, following)
        if verdict is not None:
            verdicts[place] = verdict
    facts = []
    for place in sorted(verdicts):
        facts.append(_fact(frame, verdicts[place], verdicts.get(place + 1), memory))
        memory.hear(facts[-1].speaker, frame.sentence)
    return facts


def _verdict(frame: Frame, quote: Quote, following: Verdict | None) -> Verdict | None:
    if not quote.closed or quote.end - quote.start < 2:
        return None
    tagged = _tagged(frame, quote) or _alone(frame, quote)
    if tagged is not None:
        return tagged
    close = quote.outer_end - 1
    chain = rules.TAIL_CHAIN.compiled.match(frame.masked, close, frame.end)
    if chain and (quote.double or _is_clause(frame, quote)):
        return Verdict(quote, rules.TAIL_CHAIN.id, chain.end())
    that = rules.TAIL_THAT.compiled.match(frame.masked, close, frame.end)
    if that:
        return _that(frame, quote, that.end())
    noun = rules.TAIL_NOUN.compiled.match(frame.masked, close, frame.end)
    if noun:
        return _noun(frame, quote, noun)
    said = rules.TAIL_WORDS.compiled.match(frame.masked, close, frame.end)
    if said and quote.double:
        return _words(frame, quote, said)
    if quote.double and rules.TAIL_OBJECT.compiled.match(frame.masked, close, frame.end) and _is_clause(frame, quote):
        return Verdict(quote, rules.TAIL_OBJECT.id, quote.outer_end + 1, frame.predicate_after(quote.outer_end, 20))
    if following is not None and quote.double and _BETWEEN.match(frame.masked, quote.outer_end, following.quote.outer_start):
        return Verdict(quote, "statement.tail.list", following.tail_end, None, following.other, following.owner)
    return _partial(frame, quote) if quote.double else None


def _that(frame: Frame, quote: Quote, tail_end: int) -> Verdict | None:
    predicate = frame.predicate_after(tail_end, 70)
    if predicate is not None and (quote.double or (predicate.start - tail_end <= 25 and predicate.kind == "say" and _is_clause(frame, quote))):
        if not _NAMING.match(frame.masked, tail_end, frame.end):
            return Verdict(quote, rules.TAIL_THAT.id, tail_end, predicate)
    if quote.double and _is_clause(frame, quote) and not _NAMING.match(frame.masked, tail_end, frame.end):
        return Verdict(quote, rules.TAIL_THAT.id, tail_end)
    return None


def _noun(frame: Frame, quote: Quote, match: regex.Match[str]) -> Verdict | None:
    """``…라는`` with a noun of speech: the subject's own words, or another's put to him."""
    particle = match["particle"] or ""
    owner = _owner(frame, match)
    if particle in _THIRD or (particle in ("을", "를", "이", "가", "도", "") and _NEXT.match(frame.masked, match.end(), frame.end)):
        question = match["noun"] in ("질문", "물음", "질의")
        if (quote.double or question) and (owner.party is not None or question):
            return Verdict(quote, rules.TAIL_NOUN.id, match.end(), None, True, owner)
        return None
    if not quote.double and not _is_clause(frame, quote):
        return None
    if owner.party is not None:
        return Verdict(quote, rules.TAIL_NOUN.id, match.end(), None, True, owner)
    predicate = frame.predicate_after(match.start("noun"), 30)
    if predicate is None:
        return None
    return Verdict(quote, rules.TAIL_NOUN.id, match.end(), predicate)


def _owner(frame: Frame, match: regex.Match[str]) -> Speaker:
    """The ``X의`` before a noun of speech, or the press before a question."""
    for ref in frame.refs:
        if match.start("middle") <= ref.np_start and ref.np_end <= match.end("middle") and not ref.in_role and party(ref) is not None:
            return Speaker(party(ref), "statement.speaker.owner", ref.np_start, ref.np_end)
    press = regex.search(r"(?:취재진|기자들|기자|언론)(?=의)", match["middle"])
    if press:
        start = match.start("middle") + press.start()
        return Speaker(PartyFact("group", None, press.group()), "statement.speaker.owner", start, start + len(press.group()))
    return NOBODY


def _words(frame: Frame, quote: Quote, match: regex.Match[str]) -> Verdict | None:
    owner = _owner(frame, match)
    if match["particle"] in ("을", "를"):
        predicate = frame.predicate_after(match.start("noun"), 30)
        listed = match["middle"].strip() in ("", "등", "등의")
        return Verdict(quote, rules.TAIL_WORDS.id, match.end(), predicate) if predicate and listed else None
    if owner.party is None:
        return None
    return Verdict(quote, rules.TAIL_WORDS.id, match.end(), None, True, owner)


def _partial(frame: Frame, quote: Quote) -> Verdict | None:
    """A few quoted words inside a reported clause: ``"매우 곧" 시작될 것이라고 말했다``."""
    content = frame.text[quote.start : quote.end]
    if len(content.split()) < 2 or content.rstrip()[-1:] in ".?!…" or not _PARTIAL.match(frame.masked, quote.outer_end, frame.end):
        return None
    for match in rules.REPORTED.finditer(frame.masked, quote.outer_end, frame.end):
        predicate = frame.predicate_after(match.end(), 60)
        if predicate is not None and predicate.form != "mod" and predicate.kind == "say":
            if regex.search(r"(?<=[가-힣])[.!?]\s", frame.masked[quote.outer_end : match.start()]):
                return None
            return Verdict(quote, "statement.tail.partial", match.end(), predicate)
    chain = next(rules.REPORTED_CHAIN.finditer(frame.masked, quote.outer_end, frame.end), None)
    if chain is not None and frame.predicate_after(chain.end(), 200) is not None:
        return Verdict(quote, "statement.tail.partial", chain.end())
    return None


def _tagged(frame: Frame, quote: Quote) -> Verdict | None:
    """A quotation behind a broadcast's speaker tag."""
    if not quote.double or frame.depth:
        return None
    start = max(frame.start, quote.outer_start - 80)
    match = next(rules.SPEAKER_TAG.compiled.finditer(frame.masked, start, quote.outer_start), None)
    if match is None:
        return None
    who = next((r for r in frame.refs if match.start("who") <= r.np_start and r.np_end <= match.end("who") and r.kind != "organization"), None)
    who = who or next((r for r in frame.refs if match.start("who") <= r.np_start and r.np_end <= match.end("who") and not r.in_role), None)
    found = party(who) if who is not None else PartyFact("group", None, match["who"].split("/")[0].strip())
    speaker = Speaker(found, rules.SPEAKER_TAG.id, match.start("who"), match.end("who"))
    return Verdict(quote, rules.SPEAKER_TAG.id, quote.outer_end, None, True, speaker)


def _alone(frame: Frame, quote: Quote) -> Verdict | None:
    """A quotation that is a sentence of its own, behind its speaker's bare name or a sentence that says that he spoke."""
    if not quote.double or frame.depth or frame.masked[quote.outer_end : frame.end].strip(" ."):
        return None
    if frame.text[quote.start : quote.end].rstrip()[-1:] not in ".?!…":
        return None
    before = [r for r in frame.refs if r.np_end <= quote.outer_start and not r.in_role]
    if before and not frame.masked[frame.start : before[0].np_start].strip() and not frame.masked[before[-1].np_end : quote.outer_start].strip():
        ref = before[0] if before[0].kind == "person" else before[-1]
        return Verdict(quote, "statement.source.name", quote.outer_end, None, True, Speaker(party(ref), "statement.source.name", ref.np_start, ref.np_end))
    low = max(0, frame.start - 80)
    if frame.start == quote.outer_start and (said := next(rules.SAID_BEFORE.compiled.finditer(frame.masked, low, frame.start), None)):
        if "\n" not in frame.masked[said.end("verb") : frame.start]:
            return Verdict(quote, rules.SAID_BEFORE.id, quote.outer_end)
    return None


def _is_clause(frame: Frame, quote: Quote) -> bool:
    content = frame.text[quote.start : quote.end]
    return len(content.split()) >= 3 or (len(content.split()) >= 2 and _CLAUSE_END.search(content) is not None)


def _fact(frame: Frame, verdict: Verdict, following: Verdict | None, memory: Memory) -> StatementFact:
    quote, predicate = verdict.quote, verdict.predicate
    if verdict.other:
        speaker = verdict.owner
    else:
        governing = predicate
        if governing is None and following is not None and following.predicate is not None:
            governing = following.predicate if following.tail_end - verdict.tail_end < 0 else None
        content = frame.text[quote.start : quote.end].rstrip(" .?!…")
        whole = len(content.split()) >= 4 and content[-1:] in "다요까죠자라냐"
        speaker = speaker_of(frame, quote.outer_start, verdict.tail_end, governing, memory, whole=whole)
        if speaker.start < 0 and following is not None and not following.other:
            shared = frame.subjects_in(verdict.tail_end, following.quote.outer_start)
            if shared and shared[-1].party is not None:
                speaker = Speaker(shared[-1].party, "statement.speaker.shared", shared[-1].start, shared[-1].end)
    verb = predicate.verb if predicate else None
    end = predicate.end if predicate else verdict.tail_end
    if verb is None and verdict.rule == rules.TAIL_CHAIN.id and following is None:
        last = frame.predicate_after(verdict.tail_end, 200)
        if last is not None and not any(m for m in rules.REPORTED.finditer(frame.masked, verdict.tail_end, last.start)):
            verb, end = last.verb, last.end
    start = quote.outer_start if not 0 <= speaker.start < quote.outer_start else speaker.start
    ranges = [(max(frame.start, start), quote.outer_start), (frame.start, quote.outer_start), (verdict.tail_end, end)]
    cues = [Cue("kind", verdict.rule, quote.outer_start, verdict.tail_end), Cue("speaker", speaker.rule, max(speaker.start, 0), max(speaker.end, 0))]
    if verb:
        cues.append(Cue("verb", predicate.rule if predicate else "statement.verb.last", end - len(verb), end))
    return StatementFact(
        kind="direct",
        start=quote.start,
        end=quote.end,
        evidence=(start, min(frame.end, max(end, quote.outer_end))),
        sentence=frame.sentence,
        verb=verb,
        speaker=speaker.party,
        when=when_said(frame, ranges),
        occasion=occasion(frame, ranges),
        cues=tuple(cues),
    )


def _headlines(frame: Frame) -> list[StatementFact]:
    """The quotations of a headline: whoever stands right before one says it, else whoever opens the headline."""
    facts = []
    for quote in frame.quotes:
        if not quote.double or not quote.closed or len(frame.text[quote.start : quote.end].split()) < 2:
            continue
        named = [r for r in frame.refs if r.np_end <= quote.outer_start and not r.in_role]
        near = [r for r in named if not frame.masked[r.np_end : quote.outer_start].strip(" ,:…")]
        opens = [r for r in named if r.np_start == frame.start and frame.masked[r.np_end : r.np_end + 1] == ","]
        ref = (near[-1:] or opens or [None])[0]
        speaker = Speaker(party(ref), "statement.speaker.headline", ref.np_start, ref.np_end) if ref is not None else NOBODY
        cues = (Cue("kind", "statement.tail.headline", quote.outer_start, quote.outer_end), Cue("speaker", speaker.rule, max(speaker.start, 0), max(speaker.end, 0)))
        start = speaker.start if speaker.start >= 0 else quote.outer_start
        facts.append(StatementFact("direct", quote.start, quote.end, (start, quote.outer_end), frame.sentence, None, speaker.party, cues=cues))
    return facts
