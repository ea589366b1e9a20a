"""Quotations and reported speech with their speakers. Offsets: normalised text.

``frames`` blanks the quoted words and lists ``subjects`` and reporting ``predicates``; ``verdicts`` tells which quotations
are said and ``direct`` makes statements of them; ``reports`` finds reported clauses and ``indirect`` makes statements of
them; ``speakers`` says who speaks, ``circumstances`` when and where, ``headlines`` who says the words
of a headline, ``quoted`` who says a quotation inside another, ``standing`` who says one that stands alone.
"""

from __future__ import annotations

from collections.abc import Sequence

from visitextract.article import Zone
from visitextract.entities import Cast
from visitextract.sentences import Sentence
from visitextract.statements.direct import direct_statements
from visitextract.statements.facts import StatementFact
from visitextract.statements.frames import frames
from visitextract.statements.headlines import is_crosshead, with_speakers
from visitextract.statements.indirect import indirect_statements
from visitextract.statements.named import with_named_speakers
from visitextract.statements.quoted import with_outer_speaker
from visitextract.statements.speakers import Memory
from visitextract.statements.standing import with_standing_speakers
from visitextract.times import Time

__all__ = ["StatementFact", "find_statements"]


def find_statements(
    text: str,
    sentences: Sequence[Sentence],
    times: Sequence[Time],
    cast: Cast,
    reference: str | None = None,  # noqa: ARG001  (the stage interface; the times are resolved against it already)
) -> tuple[StatementFact, ...]:
    """Every statement of the article, in text order; a speaker whom the text does not give stays None."""
    headlines: list[StatementFact] = []
    body: list[StatementFact] = []
    memory = Memory()
    told = list(frames(text, sentences, times, cast))
    for frame in told:
        direct = direct_statements(frame, memory)
        if frame.zone in (Zone.TITLE, Zone.SUBTITLE):
            headlines += direct
            continue
        if frame.depth:
            body += with_outer_speaker(frame, direct, body)
            continue
        headlines += [fact for fact in direct if is_crosshead(fact)]
        body += [*(fact for fact in direct if not is_crosshead(fact)), *indirect_statements(frame, direct, memory)]
        if frame.zone is Zone.BODY:
            memory.tell(frame)
    body = with_named_speakers(with_standing_speakers(body, told), cast)
    found = [*with_speakers(text, with_named_speakers(headlines, cast), body), *body]
    return tuple(sorted(found, key=lambda fact: (fact.start, fact.end)))
