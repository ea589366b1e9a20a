"""An office named without its holder (대통령은, 유엔 사무총장이) → who held it on the publication date, marked as inferred.

Only where the date is known and falls in a term of ``lexicon/office_holders.tsv``, the article names nobody of that office, and
nothing around the office says that another time or another country is meant. Offsets: normalised text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import regex

from visitextract.entities import Cast, Entity, Ref, RoleFact
from visitextract.korean.names import HANJA_SURNAMES, surname_of
from visitextract.lexicon import load
from visitextract.patterns import lazily
from visitextract.rules.names import OFFICE_ALONE, OFFICE_WITH_SURNAME, OTHER_TIME
from visitextract.sentences import Sentence
from visitextract.trace import Cue

_ISO_DAY = lazily(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class Term:
    """One holder of an office, from the first to the last day."""

    office: str
    holder: str
    first: str
    last: str


@lru_cache(maxsize=1)
def terms() -> tuple[Term, ...]:
    """The table of office holders."""
    return tuple(Term(entry.surface, entry.meaning, *entry.kind.split("..")) for entry in load("office_holders"))


def holder_of(office: str, day: str) -> str | None:
    """Who held an office on a day (ISO 8601), by the table; None where it does not say.

    >>> holder_of("유엔 사무총장", "2010-05-01")
    '반기문'
    """
    return next((term.holder for term in terms() if term.office == office and term.first <= day <= term.last), None)


def bind_offices(text: str, sentences: Sequence[Sentence], cast: Cast, published: str | None) -> Cast:
    """The cast with the holders of offices that the article names without holder; the same cast where there are none."""
    match = _ISO_DAY.match(published or "")
    if match is None:
        return cast
    found: dict[str, list[Ref]] = {}
    for office, ref in _offices(text, sentences):
        holder = holder_of(office, match[0])
        fixed = any(other.np_start < ref.end and ref.start < other.np_end for other in cast.refs if _fixed(other))
        if holder and not fixed and _surname_fits(text, ref, holder):
            found.setdefault(office, []).append(replace(ref, name=holder))
    persons, refs = list(cast.persons), list(cast.refs)
    for office, mentions in found.items():
        holder = mentions[0].name
        if _contradicted(text, office, holder, cast):
            continue
        key = f"person-{len(persons) + 1}"
        organization, _, title = office.rpartition(" ")
        cues = tuple(Cue("name", ref.rule, ref.start, ref.end, f"holder of the office on {match[0]}") for ref in mentions)
        persons.append(Entity(key, holder, (), (RoleFact(title, organization=organization or None),), None, cues, inferred=True))
        refs += [replace(ref, keys=(key,)) for ref in mentions]
    return Cast(tuple(persons), cast.organizations, tuple(sorted(refs, key=lambda ref: (ref.np_start, ref.np_end, ref.start))))


def _fixed(ref: Ref) -> bool:
    """Whether a ref says that its words are something else; the organization of the office does not."""
    return ref.kind != "organization"


def _offices(text: str, sentences: Sequence[Sentence]) -> Iterator[tuple[str, Ref]]:
    """The offices that stand alone as a subject, object or counterpart."""
    for sentence in sentences:
        if OTHER_TIME.compiled.search(text, sentence.start, sentence.end):
            continue
        with_surname: set[int] = set()
        for rule in (OFFICE_WITH_SURNAME, OFFICE_ALONE):
            for match in rule.finditer(text, sentence.start, sentence.end):
                start, end = match.span("office")
                if rule is OFFICE_WITH_SURNAME:
                    with_surname.add(start)
                    start = match.start("surname")
                elif start in with_surname:
                    continue
                office = " ".join(match["office"].split())
                yield office, Ref(
                    start, end, start, end, sentence.index, "person", (), office, match["particle"] or "", rule=rule.id
                )  # fmt: skip


def _surname_fits(text: str, ref: Ref, holder: str) -> bool:
    """Whether the surname before the office, if there is one, is the holder's (이 대통령, 李대통령)."""
    surname = "" if ref.rule == OFFICE_ALONE.id else text[ref.start]
    return not surname or HANJA_SURNAMES.get(surname, surname) == surname_of(holder)


def _contradicted(text: str, office: str, holder: str, cast: Cast) -> bool:
    """Whether the article names somebody of that office, or the holder in his own right, or abbreviates another (박 대통령)."""
    organization, _, title = office.rpartition(" ")
    for person in cast.persons:
        if person.name.split()[-1] == holder.split()[-1]:
            return True
        for role in person.roles:
            same = role.title.split()[-1].endswith(title) or title.endswith(role.title.split()[-1])
            if same and not role.former and (role.organization in (None, organization, "한국") or not organization):
                return True
    surname = surname_of(holder)
    short = regex.finditer(rf"(?<![가-힣])(?P<surname>[가-힣\p{{Han}}]) ?{title}", text)
    return not organization and any(HANJA_SURNAMES.get(m["surname"], m["surname"]) != surname for m in short)
