"""Which quotations are statements: what follows the closing mark tells them from names, works and scare quotes."""

from __future__ import annotations

from dataclasses import dataclass

import regex

from visitextract.entities import PartyFact, Ref
from visitextract.lexicon import words
from visitextract.patterns import lazily
from visitextract.rules.statements import clauses, sources, tails
from visitextract.sentences import Quote
from visitextract.statements.frames import Frame
from visitextract.statements.predicates import Predicate
from visitextract.statements.speakers import NOBODY, Speaker
from visitextract.statements.subjects import party
from visitextract.statements.unnamed import reads_like_name, speaks

PARTIAL_ID, LISTED_ID, NAMED_ID = "statement.tail.partial", "statement.tail.list", "statement.source.name"
ALONE_ID, CROSSHEAD_ID = "statement.tail.alone", "statement.tail.crosshead"

_NAMING = lazily(  # 라고 불리는, 라고 적힌: a name or an inscription, nobody's words
    r"\s*(?:[가-힣]+\s){0,2}?(?:불리|불린|불렸|이름|적힌|적혀|쓰인|쓰여|새겨|새긴|표기|일컫|일컬"
    r"|알려진|해서|해도|하더라도|볼 수|보기)"
)
_CALLS = lazily(r"\s*(?:[가-힣]+\s){0,2}?(?:불러|부르|부른|불렀)")  # a name, unless the words are several
_CLAUSE_END = lazily(r"(?:[다요까죠자라냐네나지함음됨임것듯길걸게데야해]|\p{P})\s*\Z")
_IS = frozenset({"이다", "입니다", "이었다", "이었습니다", "였다"})
_RELAYED = lazily(r"(?:전|소개|인용|보도)[하했한]")
_SO_ON = lazily(r"(?:등(?:의|과 같은|으로)?(?: [가-힣]{1,6}[인한된는])?)?")  # "…", "…" 등 부정적인 반응을
_BETWEEN = lazily(r"\s*(?:\(\d[^()]{1,12}\))?\s*(?:[,·]|와|과|또는|이나|나|및|그리고)?\s*\Z")
_THEN = lazily(r",\s\Z")
_GLUED = lazily(r"[\"”가-힣]")  # what may stand right before words that are a sentence of their own
_GOES_INTO = lazily(r"(?:[되하이했됐였]|이었)(?:으?며|고|거나),?\s\Z")  # "…"되며, "…"라고 지적한다
_PUT = lazily(r"에(?:는|도|선)?\Z")  # …는 질문에: put to the sentence's subject by somebody else
_ARISES = lazily(r"\s*(?:받|대해|대한|관련|나오|나온|제기|일|불거|있|많|쏟아)")
_MERGES = lazily(r"\s|[이가을를은는에의로와과도](?![가-힣]*씨)|으로|에서|이었|였|했|한다|하다|하겠|이자")
_PRESS = lazily(r"(?:[가-힣]+\s)?\L<press>(?=의)", press=sorted(words("group_nouns", "press")))
_SENTENCE = lazily(r"(?<=[가-힣])[.!?]\s")
_WHOLE = frozenset(".?!…")
_FINAL = frozenset("다요까죠")  # "죄송하다"고: one word that is a sentence
_SPOKEN = lazily(r"(?:[다요까죠자냐지네라]|[인는은던]가|[가-힣]\?)[.?!…]*\s*\Z")  # how a sentence that somebody says ends
_GOES_ON = lazily(
    r"\s?(?:[은는이가을를의에와과도로]|등|들|이?라[고는며]?|고|며|면서|처럼|같은|에서|하[고며]|식의|[,(])(?![가-힣])|[이가]라[고는며]"
)
_CROSSHEAD = lazily(  # what a page glues behind a crosshead: the next sentence
    r"(?![가-힣]{1,2}[\s,.])(?!(?:이?라|하|했|으로|에서|에게|처럼|까지|부터|보다|이었|이다|입니|였|같)[가-힣])[가-힣A-Za-z0-9\-◆■◇□▶△▲\[(]"
)
QUESTION = lazily(  # what an interviewer asks, right before the answer
    r"(?:\?|(?:[나가까]요|니까|달라|주세요|주시죠|[은는인던]가)\.?)\s*\Z"
    r"|(?<![^\n.?!\"”])\s*(?:[-―—–]\s?|Q\d{0,2}[.:]\s?)[^\"“”\n]{4,120}\s*\Z"
)
_STANDING = 4  # so many words between the marks can stand as a sentence


@dataclass(frozen=True, slots=True)
class Verdict:
    """Why a quotation is a statement: the rule, where its quoting particle ends, and the verb that reports it.

    ``other`` is true when somebody else than the sentence's subject said it (…는 질문에); ``owner`` is he, if the text says.
    """

    quote: Quote
    rule: str
    tail_end: int
    predicate: Predicate | None = None
    other: bool = False
    owner: Speaker = NOBODY


def verdicts(frame: Frame) -> list[Verdict]:
    """The quotations of a frame that somebody says, in text order."""
    found: list[Verdict] = []
    for quote in reversed(frame.quotes):
        following = found[-1] if found else None
        if quote.closed and quote.end - quote.start >= 2 and (verdict := _verdict(frame, quote, following)):
            found.append(verdict)
    return found[::-1]


def _verdict(frame: Frame, quote: Quote, following: Verdict | None) -> Verdict | None:
    if named := _tagged(frame, quote) or _alone(frame, quote) or _scripted(frame, quote) or _crosshead(frame, quote):
        return named
    close = quote.outer_end - 1
    if quote.double and (match := tails.TAIL_SOURCE.compiled.match(frame.masked, close, frame.end)):
        source = _bracketed(frame, match)
        if source.party is not None:
            return Verdict(quote, tails.TAIL_SOURCE.id, match.end(), None, True, source)
    if match := tails.TAIL_CHAIN.compiled.match(frame.masked, close, frame.end):
        return Verdict(quote, tails.TAIL_CHAIN.id, match.end()) if quote.double or is_clause(frame, quote) else None
    if match := tails.TAIL_THAT.compiled.match(frame.masked, close, frame.end):
        return _that(frame, quote, match.end())
    if match := tails.TAIL_OWNER.compiled.match(frame.masked, close, frame.end):
        owner = _owner(frame, match)
        said = owner.party is not None and (quote.double or is_clause(frame, quote))
        return Verdict(quote, tails.TAIL_OWNER.id, match.end(), None, True, owner) if said else None
    if match := tails.TAIL_NOUN.compiled.match(frame.masked, close, frame.end):
        return _noun(frame, quote, match)
    if not quote.double:
        return None
    if match := tails.TAIL_WORDS.compiled.match(frame.masked, close, frame.end):
        return _words(frame, quote, match)
    several = len(frame.words(quote).split()) > 1
    if several and (match := tails.TAIL_OBJECT.compiled.match(frame.masked, close, frame.end)):
        return Verdict(quote, tails.TAIL_OBJECT.id, match.end("tail"), frame.predicate_after(match.end("tail"), 20))
    if is_clause(frame, quote) and (match := tails.TAIL_BARE.compiled.match(frame.masked, close, frame.end)):
        return Verdict(quote, tails.TAIL_BARE.id, match.end(), frame.predicate_after(match.end(), 3))
    if following is not None and _BETWEEN.match(frame.masked, quote.outer_end, following.quote.outer_start):
        return Verdict(quote, LISTED_ID, following.tail_end, None, following.other, following.owner)
    if following is not None and is_clause(frame, quote) and _each_his(frame, quote, following):
        return Verdict(quote, LISTED_ID, quote.outer_end)
    if following is not None and _GOES_INTO.match(frame.masked, quote.outer_end, following.quote.outer_start):
        said = not following.other and len(frame.words(quote).split()) > 1
        return Verdict(quote, PARTIAL_ID, following.tail_end) if said else None
    return _partial(frame, quote) or _standing(frame, quote)


def _each_his(frame: Frame, quote: Quote, following: Verdict) -> bool:
    """Whether two people say their words with one verb: ``홍 의원은 "…", 김 의원도 "…"고 했다``."""
    between = frame.subjects_in(quote.outer_end, following.quote.outer_start)
    before = frame.subjects_in(frame.start, quote.outer_start)
    if len(between) != 1 or not before or following.rule not in (tails.TAIL_THAT.id, tails.TAIL_CHAIN.id):
        return False
    return _THEN.match(frame.masked, quote.outer_end, between[0].start) is not None


def is_clause(frame: Frame, quote: Quote) -> bool:
    """Whether the quoted words can be a clause, not a name."""
    content = frame.words(quote)
    length = len(content.split())
    return length >= 3 or (length >= 2 and _CLAUSE_END.search(content) is not None)


def _that(frame: Frame, quote: Quote, tail_end: int) -> Verdict | None:
    """``"…"라고`` with the verb that reports it; a single-quoted one needs a verb of speech close by."""
    if _NAMING.match(frame.masked, tail_end, frame.end):
        return None
    if _CALLS.match(frame.masked, tail_end, frame.end):
        spoken = quote.double and len(frame.words(quote).split()) >= _STANDING
        return Verdict(quote, tails.TAIL_THAT.id, tail_end) if spoken else None
    predicate = frame.predicate_after(tail_end, 70)
    clause = is_clause(frame, quote)
    if predicate is not None and (quote.double or (clause and predicate.start - tail_end <= 25 and predicate.kind == "say")):
        return Verdict(quote, tails.TAIL_THAT.id, tail_end, predicate)
    spoken = clause or frame.words(quote).rstrip()[-1:] in _FINAL
    return Verdict(quote, tails.TAIL_THAT.id, tail_end) if quote.double and spoken else None


def _noun(frame: Frame, quote: Quote, match: regex.Match[str]) -> Verdict | None:
    """``"…"라는`` with a noun of speech: the subject's own words, or another's put to him."""
    owner = _owner(frame, match)
    question = match["noun"] in words("reporting_nouns", "asked")
    arises = match["particle"] in (None, "이", "가", "도", "을", "를") and _ARISES.match(frame.masked, match.end(), frame.end)
    if arises or _PUT.match(match["particle"] or ""):
        told = question or (quote.double and owner.party is not None)
        return Verdict(quote, tails.TAIL_NOUN.id, match.end(), None, True, owner) if told else None
    if (not quote.double and not is_clause(frame, quote)) or (match["noun"] == "뜻" and match["particle"] == "의"):
        return None  # …는 뜻의 사자성어: a meaning
    if owner.party is not None:
        return Verdict(quote, tails.TAIL_NOUN.id, match.end(), None, True, owner)
    if match["particle"] in _IS:
        return Verdict(quote, tails.TAIL_NOUN.id, match.end()) if _holds(frame, quote, match["noun"]) else None
    predicate = frame.predicate_after(match.start("noun"), 30)
    if predicate is not None and _RELAYED.match(predicate.verb) and match["noun"] in words("reporting_nouns", "relayed"):
        return Verdict(quote, tails.TAIL_NOUN.id, match.end(), None, True)  # 가나방송은 "…"라는 비판을 전했다: others' words
    return Verdict(quote, tails.TAIL_NOUN.id, match.end(), predicate) if predicate is not None else None


def _holds(frame: Frame, quote: Quote, noun: str) -> bool:
    """Whether ``…는 입장이다`` tells what somebody holds: the topic before it, or with a noun of one's own the one who spoke."""
    topic = any(s.kind == "topic" for s in frame.subjects_in(frame.start, quote.outer_start))
    return noun in words("reporting_nouns", "stand") and (topic or noun in words("reporting_nouns", "own"))


def _words(frame: Frame, quote: Quote, match: regex.Match[str]) -> Verdict | None:
    """``"…" 입장을 밝혔다``, ``"…" 홍 장관의 말이다``."""
    if match["particle"] in ("을", "를"):
        predicate = frame.predicate_after(match.start("noun"), 30)
        own = predicate is not None and _SO_ON.fullmatch(match["middle"].strip()) is not None
        return Verdict(quote, tails.TAIL_WORDS.id, match.end(), predicate) if own else None
    owner = _owner(frame, match)
    return Verdict(quote, tails.TAIL_WORDS.id, match.end(), None, True, owner) if owner.party is not None else None


def _owner(frame: Frame, match: regex.Match[str]) -> Speaker:
    """The ``X의`` before a noun of speech."""
    for ref in frame.refs:
        if match.start("middle") <= ref.np_start and ref.np_end <= match.end("middle") and not ref.in_role:
            return Speaker(party(ref), "statement.speaker.owner", ref.np_start, ref.np_end)
    if press := _PRESS.search(frame.masked, match.start("middle"), match.end("middle")):
        return Speaker(PartyFact("group", None, press.group()), "statement.speaker.owner", *press.span())
    words_before = match["middle"].split()
    if words_before and match["particle"] not in ("을", "를") and speaks(words_before[-1]):  # "…"는 정부 입장과
        end = match.start("middle") + len(match["middle"].rstrip())
        begin = end - len(words_before[-1])
        return Speaker(PartyFact("group", None, words_before[-1]), "statement.speaker.owner", begin, end)
    return NOBODY


def _bracketed(frame: Frame, match: regex.Match[str]) -> Speaker:
    """Whoever stands in brackets after the closing mark."""
    start, end = match.span("who")
    inside = [ref for ref in frame.refs if start <= ref.np_start and ref.np_end <= end and not ref.in_role]
    if inside and (found := party(inside[-1])) is not None:
        return Speaker(found, tails.TAIL_SOURCE.id, start, end)
    who = match["who"].strip()
    return Speaker(PartyFact("group", None, who), tails.TAIL_SOURCE.id, start, end) if speaks(who.split()[-1]) else NOBODY


def _partial(frame: Frame, quote: Quote) -> Verdict | None:
    """A few quoted words inside a reported clause: ``"매우 곧" 시작될 것이라고 말했다``."""
    content = frame.words(quote).rstrip()
    if len(content.split()) < 2 or content[-1] in _WHOLE or not _MERGES.match(frame.masked, quote.outer_end, frame.end):
        return None
    for match in clauses.REPORTED.finditer(frame.masked, quote.outer_end, frame.end):
        predicate = frame.predicate_after(match.end(), 60)
        if predicate is not None and predicate.form != "mod" and predicate.kind == "say":
            crosses = _SENTENCE.search(frame.masked, quote.outer_end, match.start())
            return None if crosses else Verdict(quote, PARTIAL_ID, match.end(), predicate)
    chain = next(clauses.REPORTED_CHAIN.finditer(frame.masked, quote.outer_end, frame.end), None)
    if chain is not None and frame.predicate_after(chain.end(), 200) is not None:
        return Verdict(quote, PARTIAL_ID, chain.end())
    return None


def _tagged(frame: Frame, quote: Quote) -> Verdict | None:
    """A quotation behind a broadcast's speaker tag."""
    if not quote.double or frame.depth:
        return None
    match = sources.SPEAKER_TAG.compiled.search(frame.masked, max(frame.start, quote.outer_start - 80), quote.outer_start)
    if match is None:
        return None
    inside = [ref for ref in frame.refs if match.start("who") <= ref.np_start and ref.np_end <= match.end("who")]
    ref = next((r for r in inside if r.kind != "organization"), next((r for r in inside if not r.in_role), None))
    name, slash, _ = match["who"].partition("/")
    if ref is not None and slash and ref.np_start > match.start("who") + len(name):
        ref = None  # 박 모 씨 / 가나협회 회장: who stands before the stroke
    found = party(ref) if ref is not None else PartyFact("group", None, name.strip())
    speaker = Speaker(found, sources.SPEAKER_TAG.id, *match.span("who"))
    return Verdict(quote, sources.SPEAKER_TAG.id, quote.outer_end, None, True, speaker)


def _alone(frame: Frame, quote: Quote) -> Verdict | None:
    """A quotation that is a sentence of its own, behind its speaker's bare name or a sentence that says that he spoke."""
    if not quote.double or frame.depth or frame.masked[quote.outer_end : frame.end].strip(" ."):
        return None
    if frame.words(quote).rstrip()[-1:] not in _WHOLE:
        return None
    if (ref := _bare_name(frame, quote)) is not None:
        return Verdict(quote, NAMED_ID, quote.outer_end, None, True, Speaker(party(ref), NAMED_ID, ref.np_start, ref.np_end))
    if frame.start == quote.outer_start:
        said = sources.SAID_BEFORE.compiled.search(frame.masked, max(0, frame.start - 80), frame.start)
        if said and "\n" not in frame.masked[said.end("verb") : frame.start]:
            return Verdict(quote, sources.SAID_BEFORE.id, quote.outer_end)
    return None


def _scripted(frame: Frame, quote: Quote) -> Verdict | None:
    """A line of a transcript or a play: a bare name, then the words, then perhaps the next name: 재판부 “…?” 홍길동 “….”"""
    content = frame.words(quote).rstrip()
    if not quote.double or frame.depth or content[-1:] not in _WHOLE or not _SPOKEN.search(content):
        return None
    if _GOES_ON.match(frame.masked, quote.outer_end, frame.end):
        return None
    begin = max([frame.start, *(other.outer_end for other in frame.quotes if other.outer_end <= quote.outer_start)])
    name = frame.masked[begin : quote.outer_start].strip()
    start = frame.masked.find(name, begin) if name else begin
    if not name or len(name.split()) > 2 or (begin > frame.start and frame.masked[begin - 1] not in "\"”"):
        return None
    span = (start, start + len(name))
    known = next((party(ref) for ref in frame.refs if (ref.np_start, ref.np_end) == span and ref.kind == "person"), None)
    said = known or (PartyFact("group", None, name) if speaks(name) or reads_like_name(name) else None)
    return Verdict(quote, NAMED_ID, quote.outer_end, None, True, Speaker(said, NAMED_ID, *span)) if said is not None else None


def _crosshead(frame: Frame, quote: Quote) -> Verdict | None:
    """A quotation between two paragraphs that the page glued to the next sentence."""
    content = frame.words(quote).rstrip()
    if not quote.double or frame.depth or frame.start != quote.outer_start or content[-1:] in _WHOLE:
        return None
    glued = frame.start > 0 and frame.masked[frame.start - 1] in ".\n"
    if not glued or len(content.split()) < _STANDING - 1 or not _CROSSHEAD.match(frame.masked, quote.outer_end, frame.end):
        return None
    return Verdict(quote, CROSSHEAD_ID, quote.outer_end, None, True)


def _standing(frame: Frame, quote: Quote) -> Verdict | None:
    """A quotation that is a sentence of its own; who says it, the sentences around it tell."""
    content = frame.words(quote).rstrip()
    opens = frame.start == quote.outer_start or _GLUED.match(frame.masked, quote.outer_start - 1) is not None
    if frame.depth or not opens or content[-1:] not in _WHOLE:
        return None
    asked = QUESTION.search(frame.masked, max(0, frame.start - 130), frame.start) if frame.start == quote.outer_start else None
    if len(content.split()) < _STANDING and asked is None:
        return None
    if not _SPOKEN.search(content) or _GOES_ON.match(frame.masked, quote.outer_end, frame.end):
        return None
    return Verdict(quote, ALONE_ID, quote.outer_end, None, True)


def _bare_name(frame: Frame, quote: Quote) -> Ref | None:
    """The mention that is all that stands before a quotation."""
    before = [ref for ref in frame.refs if ref.np_end <= quote.outer_start and not ref.in_role]
    if not before or frame.masked[frame.start : before[0].np_start].strip():
        return None
    if frame.masked[before[-1].np_end : quote.outer_start].strip():
        return None
    return before[0] if before[0].kind == "person" else before[-1]
