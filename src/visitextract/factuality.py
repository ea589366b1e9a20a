"""Whether an event is told as done, planned, proposed, possible, put off, called off or denied. Offsets: normalised text.

Korean says it at the end: the ending of the event's own verb (``만났다``, ``만날 예정``), the words that govern an event noun
(``회담을 추진``), or, for a chain (``만나 …을 논의했다``) and a setting (``회담에서 …라고 말했다``), the first tensed predicate
to the right.
"""

from __future__ import annotations

import regex

from visitextract.lexicon import words
from visitextract.rules import factuality as rules
from visitextract.rules.rule import Rule
from visitextract.sentences import Sentence
from visitextract.trace import Cue

_BRACKETS = regex.compile(r"\([^()\n]{1,40}\)")
_NEAR_WORDS = 2  # words that may stand between a modifier and its event noun
_AFTER = 400  # how far behind an event its governing predicate is looked for
_BEFORE = 60  # how far before an event noun its modifier is looked for

_Decision = tuple[Rule, int, int]  # the rule and the range of its cue


def status_of(text: str, sentence: Sentence, start: int, end: int) -> tuple[str, Cue]:
    """The status of the event whose word stands at ``start:end`` (an event noun or the stem of its verb), and its cue.

    The status is a value of ``MeetingStatus``. The cue's note is empty where the words decide, else

    - ``bare``: nothing tells (a headline's last noun, say); the status is then ``held``, and callers may know better;
    - ``ahead``: somebody sets out for it or does something before it; it may be over by now;
    - ``ongoing``: it is told as going on (``악수하고 있다``);
    - ``conjecture``: the author guesses at what was done;
    - ``generic``: no single event is meant (``만날 때마다``, ``친분을 쌓아왔다``);
    - ``denied``: it is negated rather than called off.
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
    if status != "held" and not stem and rules.SETTING.compiled.match(view, end, scope):
        status, note = "scheduled", note or "ahead"
    if status in ("scheduled", "proposed"):
        reversal = rules.REVERSAL.compiled.search(view, end, scope)
        if reversal:
            off = "postponed" if reversal["cue"].startswith(("연기", "미")) else "cancelled"
            return off, Cue("status", rules.REVERSAL.id, *reversal.span("cue"))
    return status, Cue("status", rule.id, at, stop, note)


def _scope(sentence: Sentence, start: int, end: int) -> int:
    """Where the search for the governing predicate stops: at the end of the innermost quotation around, or of the sentence."""
    ends = [quote.end for quote in sentence.quotes if quote.start <= start and end <= quote.end]
    return min([*ends, sentence.end, end + _AFTER])


def _masked(text: str, sentence: Sentence, end: int, scope: int) -> str:
    """The text with every quotation and bracket that opens between ``end`` and ``scope`` blanked out."""
    view = text
    for quote in sentence.quotes:
        if end <= quote.outer_start and quote.outer_end <= scope:
            view = view[: quote.start] + "□" * (quote.end - quote.start) + view[quote.end :]
    return _BRACKETS.sub(lambda m: "□" * len(m.group()), view, pos=end, endpos=scope) if "(" in view[end:scope] else view


def _noun(view: str, floor: int, start: int, end: int, scope: int) -> _Decision | None:
    """What stands around an event noun: a verb made of it, what governs it, or a modifier before it."""
    since = rules.SINCE.compiled.match(view, end, scope)
    if since:
        return rules.SINCE, *since.span("cue")
    light = rules.LIGHT.compiled.match(view, end, scope)
    if light:
        found = _form(view, light.end(), scope)
        if found and found[0].value["status"] != "carry":
            return found
    elif not rules.SETTING.compiled.match(view, end, scope):
        for rule in rules.NOUN:
            match = rule.compiled.match(view, end, scope)
            if match:
                return rule, *match.span("cue")
    return _before(view, floor, start)


def _before(view: str, floor: int, start: int) -> _Decision | None:
    """A modifier of an event noun: right before it, or before the names of those who meet (``예정된 A와 B의 회담``)."""
    for rule in rules.BEFORE:
        for match in rule.finditer(view, max(floor, start - _BEFORE), start):
            between = view[match.end() : start].split()
            near = len(between) <= _NEAR_WORDS or any(word.endswith(("의", "간")) for word in between[-2:])
            if near and not any(word.endswith((",", "은", "는", "이", "가", "을", "를")) for word in between):
                return rule, *match.span("cue")
    return None


def _form(view: str, at: int, scope: int) -> _Decision | None:
    """The ending of the event's verb; ``at`` is the last syllable of its stem, into which an ending may have run."""
    for rule in rules.FORM:
        for offset in (at, at + 1):
            match = rule.compiled.match(view, offset, scope)
            if match:
                return rule, *match.span("cue")
    return None


def _later(view: str, at: int, scope: int) -> _Decision | None:
    """The first tensed predicate from ``at`` on; where two rules find one at the same place the earlier rule wins."""
    hits = ((order, rule, rule.compiled.search(view, at, scope)) for order, rule in enumerate(rules.LATER))
    found = [(match.start(), order, rule, match) for order, rule, match in hits if match]
    if not found:
        return None
    _, _, rule, match = min(found, key=lambda item: item[:2])
    return rule, *match.span("cue")
