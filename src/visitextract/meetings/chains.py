"""Who stands in a sentence and in which role: refs joined into chains (``A, B와 C를``), each with the particle that ends it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import regex

from visitextract.entities import Cast, Entity, Ref
from visitextract.lexicon import words
from visitextract.patterns import lazily
from visitextract.rules.meetings import clause
from visitextract.sentences import Sentence

_TAIL = (
    r"(?:\s겸\s(?:[^\s,.]{1,12}\s){0,2}?[^\s,.]{0,8}(?:장|관|수석|위원|대표|대사|특사|총리|교수|이사)(?=[은는이가을를의과와도에]))?"
    r"(?:\([^()\n]{1,40}\))?(?:\s?(?:등(?![가-힣])|등(?=[이은을과의에])|측|부부|내외|일행|양측|"
    r"모두|두 사람|세 사람|등 [\d가-힣]{1,4}명|외 \d{1,3}명|[\d,]{1,4}(?:여\s?)?명|단독))"
    r"*(?:만(?=[이을은과와]))?"
)
_ROLES = (
    ("with", r"(?:와|과)(?:의|는|도|만)?(?:\s?(?:함께|더불어|같이))?|하고|이랑|랑"),
    ("topic", r"은|는|께서는|에서는|에선|\s역시"),
    ("subject", r"이|가|께서"),
    ("object", r"을|를"),
    ("of", r"의"),
    ("to", r"에게|께|한테|에게서|로부터|으로부터"),
    ("also", r"도"),
    ("other", r"에|에서|로|으로|에는|보다|부터|까지|처럼|에게는"),
    ("bare", r""),
)
_END = lazily(_TAIL + "(?:" + "|".join(f"(?P<{name}>(?:{form}))" for name, form in _ROLES) + r")(?=[\s,.…·\"'”’)\]\-]|$)")
_JOIN = lazily(
    _TAIL + r"(?:(?:와|과|하고)(?=\s)(?!\s(?:함께|더불어|같이))|\s?(?:및|,|·|/|-)|(?:을|를)\s(?:비롯해|비롯한|포함해|포함한))"
    r"\s?(?:및\s|그리고\s|또\s)?(?P<between>.{0,25})"
)
_AND_MORE = lazily(  # A와 무엇 등에서: what follows the comitative is one more of a list, not the predicate
    r"(?:[^\s,.\"“”]{1,12}(?<![은는이가을를에서로])\s){0,3}?[^\s,.\"“”]{1,12}(?<![은는이가을를])\s등(?=[이은을를에])"
)
_TALKS = lazily(r"회담|회동|만찬|오찬|조찬|간담|면담|통화|접견|예방|논의|협의")
_SUCH_AS = lazily(r"\s등\s(?:[^\s,]{1,6}\s)?")  # A, B 등 참모들: the group behind 등 is the same people
_OWNER = lazily(
    r"의\s(?:[^\s,]+\s){0,2}?[^\s,]+(?:인|이자|이던|였던)\s"
)  # 홍 대통령의 사위인 김 대표: the first is no party
_UNNAMED = lazily(
    r"\s?(?:및|,|·|와|과)\s?(?:[^\s,.]+(?<![은는이가을를에서])\s){0,3}?[^\s,.]*?(?:들|단|진|부|"
    r"관계자|일행|의원|여 명|\d명)(?=[은는이가을를과와])"
)
_MODIFIER = lazily(
    r"(?:[^\s,…\"“”]*[^\s,…\"“”은는이가을를고며서해에도로과와한난던]\s){0,4}|[^\s…\"“”]*의\s|'[^']{1,20}'\s"
)
_LEAD = lazily(
    r".*(?:해|찾아|에서도|에서|으로|로|에|며|고|은|는|을|를|앞서|뒤|후|등[이은과]|"
    r"(?:대통령|총리|장관|대표|회장|의원|위원장|시장|지사)이|"
    r"포함한|비롯한|만난|나서|조만간|내주|도중|도중에|직후|직전|"
    r"\d{1,2}일|에도|[\d시]분?경|께|지난달|이날|이번 달|이번|우선|먼저|직접|최근|올해)\s"
)
_NO_PARTY = lazily(  # people too vague to be a party, the public at large, and the press
    r"인사|(?:.*\s)?(?:"
    + "|".join(sorted(words("meeting_words", "public") | words("meeting_words", "press"), key=len, reverse=True))
    + r")들?|(?:.*(?:다른|여타|주요|현지|국내외) )?(?:지도자급 )?(?:관계자|인사|지도자|분|사람)들?"
)


_NESTED = 12  # quotations looked back over for the one around an offset


@dataclass(frozen=True, slots=True)
class Chain:
    """Refs joined to one noun phrase ``start:end``; ``after`` is the offset behind its particle.

    ``role`` is what the particle says: ``topic`` 은/는, ``subject`` 이/가, ``object`` 을/를, ``with`` 와/과, ``of`` 의,
    ``to`` 에게, ``also`` 도, ``bare`` none.
    """

    refs: tuple[Ref, ...]
    start: int
    end: int
    after: int
    role: str
    quote: int

    @property
    def keys(self) -> frozenset[str]:
        """The entity keys in the chain."""
        return frozenset(key for ref in self.refs for key in ref.keys)


def quote_at(sentence: Sentence, start: int, end: int) -> int:
    """The index of the innermost double quotation around a range, or -1."""
    after = bisect_right(sentence.quotes, start, key=lambda quote: quote.start)
    for number in range(after - 1, max(-1, after - 1 - _NESTED), -1):
        quote = sentence.quotes[number]
        if quote.double and end <= quote.end:
            return number
    return -1


def chains_of(text: str, sentence: Sentence, cast: Cast) -> tuple[Chain, ...]:
    """The chains of a sentence in order; an organization that only qualifies a title is in none."""
    named = cast.between(sentence.start, sentence.end)
    refs = _outermost(text, (*named, *_officials(text, sentence, named, cast)))
    refs = [
        ref
        for ref, after in zip(refs, [*refs[1:], None], strict=False)
        if not (after and _OWNER.fullmatch(text, ref.np_end, after.np_start))
    ]
    groups: list[list[Ref]] = []
    for ref in refs:
        if (
            groups
            and _joined(text, groups[-1][-1], ref)
            and quote_at(sentence, ref.start, ref.end) == quote_at(sentence, groups[-1][-1].start, groups[-1][-1].end)
        ):
            groups[-1].append(ref)
        else:
            groups.append([ref])
    return tuple(_chain(text, sentence, group) for group in groups)


def _officials(text: str, sentence: Sentence, named: Sequence[Ref], cast: Cast) -> Iterator[Ref]:
    """Officials whom the sentence names by office alone, or by a name that nobody knows (``환경부 장관``), as groups.

    One whose phrase holds a part of a known person's name is that person (``시하삭 장관`` where ``시하삭 홍길동`` is known).
    """
    for match in clause.OFFICIAL.finditer(text, sentence.start, sentence.end):
        start, end = match.span("cue")
        touching = [ref for ref in named if ref.np_start < end and start < ref.np_end]
        if any(ref.kind != "organization" or not start <= ref.np_start < ref.np_end <= end for ref in touching):
            continue
        known = [person for person in cast.persons if _short_for(match["cue"], person)]
        if len(known) == 1:
            yield Ref(start, end, start, end, sentence.index, "person", (known[0].key,), known[0].name, rule=clause.OFFICIAL.id)
        elif not known:
            yield Ref(start, end, start, end, sentence.index, "group", (), match["cue"], rule=clause.OFFICIAL.id)


def _short_for(phrase: str, person: Entity) -> bool:
    """Whether a phrase holds part of a person's name: 시하삭 장관 of 시하삭 홍길동, 자오 위원장 of 자오러지, 리 총리 of 리창."""
    *parts, title = phrase.split()
    if " " in person.name:
        return bool(set(parts) & set(person.name.split()))
    first = parts[-1] if parts else ""
    held = any(role.title.endswith(title) or title.endswith(role.title) for role in person.roles)
    return bool(first) and first != person.name and person.name.startswith(first) and (len(first) > 1 or held)


def _outermost(text: str, refs: Sequence[Ref]) -> list[Ref]:
    """The refs that are noun phrases of their own: not in a title, not inside a longer one, no vague crowd (관계자들)."""
    kept: list[Ref] = []
    for ref in sorted(refs, key=lambda r: (r.np_start, -r.np_end)):
        if ref.in_role or (kept and ref.np_end <= kept[-1].np_end):
            continue
        if ref.kind == "group" and not ref.pronoun:
            name = group_name(ref.name)
            if vague(name):
                continue
            ref = (
                replace(ref, np_start=ref.np_end - len(name), name=name) if text.endswith(name, ref.np_start, ref.np_end) else ref
            )
        kept.append(ref)
    return kept


def _joined(text: str, left: Ref, right: Ref) -> bool:
    if right.kind == "group" and _SUCH_AS.fullmatch(text, left.np_end, right.np_start):
        return True
    match = _JOIN.fullmatch(text, left.np_end, right.np_start)
    return match is not None and (not match["between"] or _MODIFIER.fullmatch(match["between"]) is not None)


def _chain(text: str, sentence: Sentence, refs: list[Ref]) -> Chain:
    last = refs[-1]
    role, after = _particle(text, last.np_end, sentence.end)
    more: regex.Match[str] | None = None
    if role == "with" and text.startswith(" ", after):
        more = _AND_MORE.match(text, after + 1, sentence.end)
        more = None if more and _TALKS.search(more.group()) else more
    elif role == "bare":
        more = _UNNAMED.match(text, last.np_end, sentence.end)
    if more and _END.match(text, more.end(), sentence.end):
        role, after = _particle(text, more.end(), sentence.end)
    return Chain(tuple(refs), refs[0].np_start, last.np_end, after, role, quote_at(sentence, last.start, last.end))


def _particle(text: str, end: int, stop: int) -> tuple[str, int]:
    """The role that the particle behind ``end`` gives, and where it ends."""
    match = _END.match(text, end, stop)
    if match is None:
        return "bare", end
    return next(name for name, _ in _ROLES if match[name] is not None), match.end()


def vague(name: str) -> bool:
    """Whether a group's name says too little to be a party (``관계자들``, ``다른 인사들``), or means the press."""
    return _NO_PARTY.fullmatch(name) is not None


def group_name(phrase: str) -> str:
    """A group's phrase without words that belong to the clause before it (``방한해 홍길동그룹 경영진``).

    >>> group_name("지난달 방한해 홍길동그룹 경영진")
    '홍길동그룹 경영진'
    """
    return phrase[cut.end() :] if (cut := _LEAD.match(phrase)) else phrase
