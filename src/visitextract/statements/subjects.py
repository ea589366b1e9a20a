"""Who a clause may be about: mentions with a topic or subject particle, and unnamed or unlisted people before one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from visitextract.entities import PartyFact, Ref
from visitextract.patterns import lazily
from visitextract.sentences import Quote
from visitextract.statements.unnamed import (
    JOINT_ID,
    PRONOUN_ID,
    QUOTED_ID,
    UNLISTED_ID,
    UNNAMED_ID,
    find_phrases,
    is_one_person,
    names_body,
    whole_phrase,
    without_lead,
)

_PARTICLE = lazily(
    r"(?:\([^()]{1,30}\))?(?:\s등)?(?:\s?(?:측|쪽)|\s(?:안팎|내부|일각|주변|사이))?"
    r"(?P<particle>께서는|께서도|께서|에서는|에선|에서도|[은는이가도의]|\s?역시|\s또한|,?(?=\s?[\"“]))(?![가-힣])"
)
_SUBJECT, _OWNER = frozenset({"이", "가", "께서"}), "의"
_SIDE = lazily(r"\s?측(?:은|이|도|에서는|에선)(?![가-힣])")  # 가나전자 측은: the company speaks
_AFTER_NAME = lazily(r"(?:\([^()]{1,20}\))?\s?(?:측)?(?P<particle>[은는이가도])(?![가-힣])")
_AND = lazily(r"\s?·\s?|,\s|[와과]\s|\s및\s")
_WITH = lazily(r"\s?·\s?|[와과]\s|\s및\s")
_QUOTING = lazily(r"[\"”'’]고\s")


@dataclass(frozen=True, slots=True)
class Subject:
    """A noun phrase with its particle at ``start:end``; ``kind`` is topic (은, 는, 도), subject (이, 가) or owner (의).

    ``party`` is None for a pronoun that nobody could resolve. ``rule`` says how the party was found.
    """

    start: int
    end: int
    kind: str
    party: PartyFact | None
    rule: str
    pronoun: bool = False


def party(ref: Ref) -> PartyFact | None:
    """The party that a mention stands for: its person or organization, else the phrase as a group."""
    if len(ref.keys) == 1:
        return PartyFact("organization" if ref.keys[0].startswith("organization") else "person", ref.keys[0], ref.name)
    if ref.pronoun and not ref.keys:
        return None
    return PartyFact("group", None, without_lead(ref.name))


def find_subjects(masked: str, start: int, end: int, refs: Sequence[Ref]) -> tuple[Subject, ...]:
    """The subjects, topics and owners of ``masked[start:end]`` in order; a known party wins over an unnamed one."""
    found: list[Subject] = []
    for place, ref in enumerate(refs):
        if ref.in_role and not _SIDE.match(masked, ref.np_end, end):
            continue
        if match := _PARTICLE.match(masked, ref.np_end, end):
            quoting = _QUOTING.match(masked, max(start, ref.np_start - 1), end)  # "…"고 홍길동 대변인이: no 고(故)
            begin = quoting.end() if quoting and quoting.end() <= ref.start else ref.np_start
            who, rule = party(ref), ref.rule or "entity"
            if (first := _first_of(masked, refs, place)) is not None:
                begin, rule, who = first, JOINT_ID, PartyFact("group", None, masked[first : ref.np_end])
            elif ref.kind == "group":
                whole = whole_phrase(masked, start, ref.np_start, one=is_one_person(ref.name))
                begin, who = (whole, PartyFact("group", None, masked[whole : ref.np_end])) if whole < begin else (begin, who)
            found.append(Subject(begin, match.end(), _kind(match["particle"]), who, rule, ref.pronoun))
    taken = [(ref.np_start, ref.np_end) for ref in refs if not ref.in_role]
    for phrase in find_phrases(masked, start, end):
        end_of_name = phrase.start + len(phrase.text.split("(")[0])
        known = phrase.rule in (UNNAMED_ID, UNLISTED_ID) and any(a < end_of_name <= b for a, b in taken)
        if known or any(other.start < phrase.end and phrase.start < other.end for other in found):
            continue
        group = None if phrase.rule == PRONOUN_ID else PartyFact("group", None, phrase.text)
        found.append(Subject(phrase.start, phrase.end, _kind(phrase.particle), group, phrase.rule, phrase.rule == PRONOUN_ID))
    return tuple(sorted(found, key=lambda subject: subject.start))


def _first_of(masked: str, refs: Sequence[Ref], place: int) -> int | None:
    """Where a list of people or bodies begins that speak with one voice (홍길동·김민수 의원은), None for one alone."""
    begin, last = refs[place].np_start, refs[place]
    for ref in reversed(refs[:place]):
        if ref.in_role or ref.np_start >= begin or ref.kind != last.kind or ref.kind == "group" or ref.pronoun:
            continue
        together = _AND if last.kind == "person" else _WITH
        if not together.fullmatch(masked, ref.np_end, begin) or ref.keys == last.keys:
            break
        begin = ref.np_start
    return begin if begin < last.np_start and not last.pronoun else None


def quoted_names(text: str, masked: str, quotes: Sequence[Quote]) -> list[Subject]:
    """Bodies whose name stands between single marks: ‘마을지킴 시민모임’은."""
    found = []
    before: Quote | None = None
    for quote in quotes:
        name = text[quote.start : quote.end].strip()
        if quote.double or not quote.closed or not names_body(name):
            before = None
            continue
        start = quote.outer_start
        if before is not None and _WITH.fullmatch(masked, before.outer_end, start):  # ‘가나모임’과 ‘다라연대’는
            name, start = f"{text[before.start : before.end].strip()}{masked[before.outer_end : start]}{name}", before.outer_start
        before = quote
        if match := _AFTER_NAME.match(masked, quote.outer_end):
            named = PartyFact("group", None, name)
            found.append(Subject(start, match.end(), _kind(match["particle"]), named, QUOTED_ID))
    return found


def _kind(particle: str) -> str:
    if particle == _OWNER:
        return "owner"
    return "subject" if particle in _SUBJECT else "topic"
