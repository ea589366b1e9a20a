"""Whether an event is told as done, planned, proposed, possible or called off. Offsets: normalised text.

Korean says it at the end: the ending of the event's own verb (``만났다``, ``만날 예정``), the words that govern an event noun
(``회담을 추진``), or, for a chain (``만나 …을 논의했다``) and a setting (``회담에서 …라고 말했다``), the first tensed predicate to the right.
"""

from __future__ import annotations

import regex

from visitextract.lexicon import words
from visitextract.rules import factuality as rules
from visitextract.rules.rule import Rule
from visitextract.sentences import Sentence
from visitextract.trace import Cue

# After these an event noun is where or when something happens, not what is planned or proposed.
_SETTING = regex.compile(r"\s?(?:에서|에는|에선|에 이어|자리|석상|직후|이후|후(?=[ ,에])|뒤(?=[ ,에])|때|당시|도중|중(?=[ ,에])|결과|내내|을 (?:통해|계기|갖고|열고|마치|한 뒤)|를 (?:통해|계기|갖고|하고))")
_LIGHT = regex.compile(r"(?:을|를|도)?\s?(?=하[고며기면는자지려겠고던]|했|한[다\s]|할|합니다|해(?!외|법|당|온|양)|함)")
_REVERSAL = regex.compile(r"(?:(?:기로 (?:했|하)|예정(?:이었|됐|돼 있었)|계획(?:이었|했)|추진(?:했|하)|제안(?:했|하)|요청(?:했|하)|려 (?:했|하)|려던|려다)[^.]{0,40}?)(?P<cue>취소|무산|불발|거절|거부|철회|백지화|연기(?=[됐했돼된하]))")


def status_of(text: str, sentence: Sentence, start: int, end: int) -> tuple[str, Cue]:
    """The status of the event whose word stands at ``start:end`` (an event noun or the stem of its verb), and its cue.

    The status is a value of ``MeetingStatus``. The cue's note is ``denied`` where the event is negated rather than called off,
    ``ahead`` where somebody sets out for it or does something before it (it may be over by now), ``conjecture`` where the author
    guesses at what was done, ``generic`` where no single event is meant (``만날 때마다``, ``친분을 쌓아왔다``), ``bare`` where nothing tells (a headline's last noun, say); the status of a bare
    event is ``held``, and callers that know better should say so.
    """
    scope = _scope(sentence, start, end)
    view = _masked(text, sentence, end, scope)
    stem = max((len(word) for word in words("factuality", "stem") if text.startswith(word, start)), default=0)
    decided = _form(view, start + stem - 1, scope) if stem else _noun(view, sentence.start, start, end, scope)
    if decided is None or decided[0].value["status"] == "carry":
        decided = _later(view, decided[2] if decided else end, scope)
    if decided is None:
        return "held", Cue("status", "factuality.bare", start, end, "bare")
    rule, at, stop = decided
    status, note = rule.value["status"], rule.value.get("note", "")
    if status != "held" and not stem and _SETTING.match(view, end, scope):
        status, note = "scheduled", note or "ahead"
    if status in ("scheduled", "proposed"):
        reversal = _REVERSAL.search(view, end, scope)
        if reversal:
            return "cancelled", Cue("status", "factuality.reversal", *reversal.span("cue"))
    return status, Cue("status", rule.id, at, stop, note)


def _scope(sentence: Sentence, start: int, end: int) -> int:
    """Where the search for the governing predicate stops: the end of the innermost quotation around the event, or the sentence."""
    ends = [quote.end for quote in sentence.quotes if quote.start <= start and end <= quote.end]
    return min([*ends, sentence.end])


def _masked(text: str, sentence: Sentence, end: int, scope: int) -> str:
    """The text with every quotation and parenthesis that opens between ``end`` and ``scope`` blanked out."""
    view = text
    for quote in sentence.quotes:
        if end <= quote.outer_start and quote.outer_end <= scope:
            view = view[: quote.start] + "□" * (quote.end - quote.start) + view[quote.end :]
    return regex.sub(r"\([^()\n]{1,40}\)", lambda m: "□" * len(m.group()), view, pos=end, endpos=scope) if "(" in view[end:scope] else view


def _noun(view: str, floor: int, start: int, end: int, scope: int) -> tuple[Rule, int, int] | None:
    """What stands around an event noun: a verb made of it, what governs it, or a modifier before it."""
    light = _LIGHT.match(view, end, scope)
    if light:
        found = _form(view, light.end(), scope)
        if found and found[0].value["status"] != "carry":
            return found
    elif not _SETTING.match(view, end, scope):
        for rule in rules.NOUN:
            match = rule.compiled.match(view, end, scope)
            if match:
                return rule, *match.span("cue")
    for rule in rules.BEFORE:
        for match in rule.finditer(view, max(floor, start - 30), start):
            between = view[match.end() : start].split()
            if len(between) <= 2 and not any(word.endswith((",", "은", "는", "이", "가", "을", "를")) for word in between):
                return rule, *match.span("cue")
    return None


def _form(view: str, at: int, scope: int) -> tuple[Rule, int, int] | None:
    """The ending of the event's verb; ``at`` is the last syllable of its stem, into which an ending may have run."""
    for rule in rules.FORM:
        for offset in (at, at + 1):
            match = rule.compiled.match(view, offset, scope)
            if match:
                return rule, *match.span("cue")
    return None


def _later(view: str, at: int, scope: int) -> tuple[Rule, int, int] | None:
    """The first tensed predicate from ``at`` on; where two rules find one at the same place the earlier rule wins."""
    found = [(match.start(), order, rule, match) for order, rule in enumerate(rules.LATER) if (match := rule.compiled.search(view, at, scope))]
    if not found:
        return None
    _, _, rule, match = min(found, key=lambda item: item[:2])
    return rule, *match.span("cue")
