"""Statements across articles: one speaker's words, in every wording that articles give them."""

from __future__ import annotations

import zlib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from visitextract.dossier import DossierArticle, ResolvedStatement
from visitextract.merge.cast import Cast
from visitextract.merge.claims import Ledger, Saying, naming
from visitextract.merge.clusters import Clusters
from visitextract.merge.names import key
from visitextract.merge.periods import published_day
from visitextract.records import Statement, StatementKind

_RUN = 3  # letters
_SKETCH = 6  # smallest hashes that two wordings need one in common of to be compared
_SHARE = 0.6  # of the runs of both: two wordings of one statement
_SHORTEST = 8  # letters; shorter words (확인 중) are said again and again
_DAYS_APART = 7
_COMPARED = 16  # wordings that a wording is compared with for one hash


@dataclass(frozen=True, slots=True)
class _Told:
    article: DossierArticle
    statement: Statement
    speaker: str
    words: str
    day: int | None


def resolve_statements(articles: Sequence[DossierArticle], cast: Cast, ledger: Ledger) -> tuple[ResolvedStatement, ...]:
    """The statements of all articles, in the order in which they were first published."""
    told = [
        _Told(
            article,
            statement,
            cast.handle(article, statement.speaker) if statement.speaker else "",
            key(statement.text),
            published_day(article.extraction.article.published),
        )
        for article in articles
        for statement in article.extraction.statements
    ]
    same = Clusters(range(len(told)))
    _join_equals(told, same)
    _join_wordings(told, same)
    return tuple(_statement(number, [told[at] for at in group], cast, ledger) for number, group in enumerate(same.groups(), 1))


def _join_equals(told: Sequence[_Told], same: Clusters[int]) -> None:
    """The same words of the same speaker within some days; in reprints even words too short to prove it alone."""
    reprints: dict[tuple[str, str, str], int] = {}
    equal: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for number, one in enumerate(told):
        same.join((reprints.setdefault((one.article.origin, one.speaker, one.words), number), number))
        if len(one.words) >= _SHORTEST:
            equal[one.speaker, one.words].append(number)
    for numbers in equal.values():
        for earlier, later in pairwise(numbers):  # articles come in the order of publication
            if _near(told[earlier], told[later]):
                same.join((earlier, later))


def _join_wordings(told: Sequence[_Told], same: Clusters[int]) -> None:
    """Nearly the same words of one known speaker."""
    blocks: defaultdict[tuple[str, int], list[tuple[int, frozenset[int]]]] = defaultdict(list)
    for number in dict.fromkeys(same.find(number) for number in range(len(told))):
        one = told[number]
        if not one.speaker or len(one.words) < _SHORTEST:
            continue
        runs = frozenset(_runs(one.words))
        for smallest in sorted(runs)[:_SKETCH]:
            block = blocks[one.speaker, smallest]
            for other, other_runs in block[-_COMPARED:]:
                if same.find(other) == same.find(number) or not _near(one, told[other]):
                    continue
                if len(runs & other_runs) >= _SHARE * len(runs | other_runs):
                    same.join((other, number))
            block.append((number, runs))


def _runs(words: str) -> Iterator[int]:
    for at in range(max(len(words) - _RUN + 1, 1)):
        yield zlib.crc32(words[at : at + _RUN].encode("utf-8", "surrogatepass"))


def _near(one: _Told, other: _Told) -> bool:
    return one.day is None or other.day is None or abs(one.day - other.day) <= _DAYS_APART


def _statement(number: int, told: Sequence[_Told], cast: Cast, ledger: Ledger) -> ResolvedStatement:
    says = [(one.article, one.statement, Saying(one.article, one.statement.id, (one.statement.evidence,))) for one in told]
    sources = ledger.sources(
        Saying(article, item.id, (item.evidence, item.when.evidence) if item.when and item.when.evidence else (item.evidence,))
        for article, item, _ in says
    )
    speakers = cast.parties(
        (article, item.id, item.speaker, (item.evidence,)) for article, item, _ in says if item.speaker is not None
    )
    addressees = cast.parties(
        (article, item.id, item.addressee, naming((item.evidence,), item.addressee.name))
        for article, item, _ in says
        if item.addressee is not None
    )
    direct = any(item.kind is StatementKind.DIRECT for _, item, _ in says)
    dates = (
        (item.when.start, Saying(article, item.id, (item.when.evidence,) if item.when.evidence else (item.evidence,)))
        for article, item, _ in says
        if item.when and item.when.start
    )
    return ResolvedStatement(
        id=f"statement-{number}",
        sources=sources,
        agreement=ledger.agreement(sources),
        kind=StatementKind.DIRECT if direct else StatementKind.INDIRECT,
        speaker=speakers[0] if speakers else None,
        texts=ledger.claims((item.text, saying) for _, item, saying in says),
        verbs=ledger.claims((item.verb, saying) for _, item, saying in says if item.verb),
        stance=ledger.claims((item.stance, saying) for _, item, saying in says if item.stance),
        addressees=addressees,
        when=ledger.claims(dates),
        occasions=ledger.claims((item.occasion, saying) for _, item, saying in says if item.occasion),
    )
