"""Frames: the narration around quotations, with the quoted words blanked, and what stands in it.

A frame is a sentence, or the inside of a quotation that quotes in its turn. Rules read the *masked* text, in which the words
between quotation marks are blanks of the same length: a verb inside a quotation reports nothing for the sentence around it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from visitextract.article import Zone
from visitextract.entities import Cast, Ref
from visitextract.patterns import lazily
from visitextract.sentences import Quote, Sentence
from visitextract.statements.predicates import Predicate, find_predicates
from visitextract.statements.subjects import Subject, find_subjects, quoted_names
from visitextract.times import Time

BLANK = "\ue000"  # a private character: no rule's pattern asks for it
_STOP = lazily(r"(?<=[가-힣])[.!?](?=\s|[가-힣])")


@dataclass(frozen=True, slots=True)
class Frame:
    """One stretch of narration; ``quotes``, ``subjects``, ``predicates``, ``refs`` and ``times`` stand outside its quotations.

    ``inside`` are the mentions within its quotations; ``depth`` is 0 for a sentence, 1 for the inside of one of its quotations.
    """

    text: str
    masked: str
    start: int
    end: int
    sentence: int
    zone: Zone
    quotes: tuple[Quote, ...]
    subjects: tuple[Subject, ...]
    predicates: tuple[Predicate, ...]
    refs: tuple[Ref, ...]
    times: tuple[Time, ...]
    inside: tuple[Ref, ...] = ()
    depth: int = 0

    def subjects_in(self, start: int, end: int) -> list[Subject]:
        """The subjects and topics that lie within ``start:end``, in order."""
        return [s for s in self.subjects if start <= s.start and s.end <= end and s.kind != "owner"]

    def predicate_after(self, start: int, reach: int) -> Predicate | None:
        """The first reporting verb that begins within ``reach`` characters after ``start``, before a sentence ends."""
        for predicate in self.predicates:
            if start <= predicate.start:
                near = predicate.start - start <= reach and not _STOP.search(self.masked, start, predicate.start)
                return predicate if near else None
        return None

    def words(self, quote: Quote) -> str:
        """The words of a quotation."""
        return self.text[quote.start : quote.end]


def frames(text: str, sentences: Sequence[Sentence], times: Sequence[Time], cast: Cast) -> Iterator[Frame]:
    """The frames of an article in text order: each sentence, and after it the quotations in it that hold quotations."""
    masks = [_mask(text, sentences, depth) for depth in (0, 1)]
    told: list[list[Time]] = [[] for _ in sentences]
    for time in times:
        told[time.sentence].append(time)
    for sentence in sentences:
        outer = tuple(quote for quote in sentence.quotes if quote.depth == 0)
        stretch = (text, masks[0], sentence.start, sentence.end)
        yield _frame(stretch, sentence, outer, told[sentence.index], cast, 0)
        for quote in outer:
            within = [q for q in sentence.quotes if quote.start <= q.outer_start and q.outer_end <= quote.end]
            inner = tuple(q for q in within if q.depth == 1)
            if inner and quote.closed:
                yield _frame((text, masks[1], quote.start, quote.end), sentence, inner, told[sentence.index], cast, 1)


def _mask(text: str, sentences: Sequence[Sentence], depth: int) -> str:
    """The text with the words of all quotations of one depth blanked."""
    parts, last = [], 0
    for sentence in sentences:
        for quote in sentence.quotes:
            if quote.depth == depth and quote.start >= last:
                parts += [text[last : quote.start], BLANK * (quote.end - quote.start)]
                last = quote.end
    return "".join([*parts, text[last:]])


def _frame(
    stretch: tuple[str, str, int, int],
    sentence: Sentence,
    quotes: tuple[Quote, ...],
    times: Sequence[Time],
    cast: Cast,
    depth: int,
) -> Frame:
    text, masked, start, end = stretch

    def outside(a: int, b: int) -> bool:
        return start <= a and b <= end and not any(quote.outer_start <= a and b <= quote.outer_end for quote in quotes)

    mentions = cast.between(start, end)
    refs = tuple(ref for ref in mentions if outside(ref.np_start, ref.np_end))
    subjects = [*find_subjects(masked, start, end, refs), *quoted_names(text, masked, quotes)]
    return Frame(
        text=text,
        masked=masked,
        start=start,
        end=end,
        sentence=sentence.index,
        zone=sentence.zone,
        quotes=quotes,
        subjects=tuple(sorted(subjects, key=lambda subject: subject.start)),
        predicates=find_predicates(masked, start, end),
        refs=refs,
        times=tuple(time for time in times if outside(time.start, time.end)),
        inside=tuple(ref for ref in mentions if ref not in refs) if len(refs) < len(mentions) else (),
        depth=depth,
    )
