"""One run of a command over many inputs: what cannot be read is told in one line, counted, and the rest goes on."""

from __future__ import annotations

import sys
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import ExitStack, closing
from io import BytesIO
from typing import BinaryIO, TypeVar

import click
from tqdm import tqdm

from visitextract.article import read_article
from visitextract.batch import BUDGET, Fault, in_order, limit_of
from visitextract.errors import InputError
from visitextract.explain import Explanation, explain
from visitextract.lexicon.user import Lexicon
from visitextract.pipeline import extract, find_times
from visitextract.readers import Document, count_documents, read_documents
from visitextract.records import Extraction, When
from visitextract.spans import normalize
from visitextract.times import SEOUL

FAILED = 1
_UNDATED = "no publication date, so 28일 and the like stay empty; give it with --published"

Result = TypeVar("Result")


def tell(message: str) -> None:
    """One line for people, on standard error, above a progress bar if there is one."""
    with tqdm.external_write_mode(file=sys.stderr):
        click.echo(message, err=True)


class NothingRead(click.ClickException):
    """No input could be read: what is there already is left as it is."""

    exit_code = FAILED

    def __init__(self) -> None:
        super().__init__("none of the inputs could be read; nothing was written")


class Batch:
    """The documents of a command's inputs; ``failed`` and ``read`` count those that could not and could be read."""

    def __init__(
        self,
        inputs: Sequence[str],
        published: str | None,
        *,
        progress: bool = False,
        stdin: BinaryIO | None = None,
        lexicon: Lexicon | None = None,
    ) -> None:
        self.inputs = inputs
        self.fallback = published
        self.lexicon = lexicon
        self.stdin = stdin or (sys.stdin.buffer if sys.stdin else BytesIO())
        self.progress = progress and sys.stderr.isatty()
        self.read = 0
        self.failed = 0
        self._encodings: set[tuple[str, str]] = set()
        self._undated, self._first_undated = 0, ""

    def documents(self) -> Iterator[Document]:
        """The documents that can be read; errors and unusual encodings go to standard error as they are met."""
        for document in read_documents(self.inputs, self.stdin):
            if isinstance(document, InputError):
                self.fail(str(document))
                continue
            if document.encoding != "utf-8" and (document.file, document.encoding) not in self._encodings:
                self._encodings.add((document.file, document.encoding))
                tell(f"note: {document.file} is read as {document.encoding.upper()}")
            self.read += 1
            yield document

    def results(
        self,
        work: Callable[[Document], Result],
        *,
        workers: int | None = None,
        choose: Callable[[Document], Document | None] = lambda document: document,
        budget: float = BUDGET,
    ) -> Generator[tuple[Document, Result], None, None]:
        """Each document with what ``work`` makes of it, in order. A fault of the program costs its own article and no other.

        With several ``workers``, ``work`` is a function of a module, and one that is stuck far beyond ``budget`` seconds is
        replaced. ``choose`` gives the document to work on, or None to leave it out.
        """
        tqdm.monitor_interval = 0  # no thread of its own: processes are forked here
        total = count_documents(self.inputs) if self.progress else None
        bar = tqdm(total=total, unit=" articles", file=sys.stderr, disable=not self.progress, delay=1, leave=False)
        with ExitStack() as stack:
            stack.enter_context(bar)

            def wanted() -> Iterator[Document]:
                for document in self.documents():
                    chosen = choose(document)
                    if chosen is not None:
                        yield chosen
                    elif bar.total:
                        bar.total -= 1

            outcomes = stack.enter_context(closing(in_order(work, wanted(), workers=workers, limit=limit_of(budget))))
            for document, result in outcomes:
                bar.update()
                if isinstance(result, Fault):
                    told = f"{result.error}: {result.message}"
                    self.fail(f"{document.source}: a fault of the program, please report it: {told}")
                else:
                    yield document, result
                bar.set_postfix(failed=self.failed, refresh=False)

    def fail(self, message: str) -> None:
        """Tell one failure and count it."""
        self.failed += 1
        tell(f"error: {message}")

    def warn(self, document: Document, warnings: Sequence[str]) -> None:
        """Tell what was not read of a document, which counts as a failure although there are records of it."""
        for warning in warnings:
            tell(f"warning: {document.source}: {warning}")
        self.failed += bool(warnings)

    def note_date(self, document: Document, published: str | None) -> None:
        """Remember an article without a publication date, to be told at the end of the run."""
        if published is None:
            self._undated += 1
            self._first_undated = self._first_undated or document.source

    def published(self, document: Document) -> str | None:
        """The date to pass on: the document's own; the fallback only where the page's text carries none either."""
        return _published(document, self.fallback)

    def extract(self, document: Document) -> Extraction:
        """The records of a document, with what its input says about it."""
        extraction = extracted(document, self.fallback, self.lexicon)
        self.warn(document, extraction.warnings)
        self.note_date(document, extraction.article.published)
        return extraction

    def explain(self, document: Document) -> Explanation:
        """The reasons behind the records of a document."""
        return explain(
            document.text,
            published=self.published(document),
            title=document.title,
            outlet=document.outlet,
            lexicon=self.lexicon,
        )

    def times(self, document: Document, timezone: str = SEOUL) -> list[When]:
        """The time expressions of a document, its clock times of that zone."""
        day = self.published(document) or read_article(normalize(document.text)).published
        self.note_date(document, day)
        return find_times(document.text, published=day, timezone=timezone)

    def finish(self) -> None:
        """End the command: tell which dates stay empty and why; exit code 1 when something could not be read."""
        if self._undated:
            which = f"{self._undated} articles carry" if self._undated > 1 else f"{self._first_undated} carries"
            tell(f"note: {which} {_UNDATED}")
        if self.failed:
            raise click.exceptions.Exit(FAILED)


def _published(document: Document, fallback: str | None) -> str | None:
    if document.published or fallback is None:
        return document.published
    return None if read_article(normalize(document.text)).published else fallback


def extracted(
    document: Document, fallback: str | None, lexicon: Lexicon | None = None, budget: float | None = BUDGET
) -> Extraction:
    """The records of a document; ``fallback`` is the publication date where neither the input nor the page says one."""
    return extract(
        document.text,
        published=_published(document, fallback),
        id=document.id,
        title=document.title,
        outlet=document.outlet,
        url=document.url,
        lexicon=lexicon,
        budget=budget,
    )
