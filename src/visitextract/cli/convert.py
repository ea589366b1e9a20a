"""One run of ``visitextract convert``: where each article's records go, and which of them an earlier run has written."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from visitextract.assemble import derived_id
from visitextract.batch import BUDGET
from visitextract.cli.batch import Batch, extracted
from visitextract.cli.lines import Lines
from visitextract.cli.output import Folder, pretty, put
from visitextract.lexicon.user import Lexicon
from visitextract.readers import Document
from visitextract.spans import normalize


@dataclass(frozen=True, slots=True)
class Run:
    """How a run of ``convert`` is to go: layout, processes, and whether to leave out what is done."""

    form: str
    workers: int
    resume: bool
    budget: float = BUDGET

    def to_output(self, batch: Batch) -> None:
        """Everything to standard output."""
        with closing(batch.results(self._work(batch), workers=self.workers, budget=self.budget)) as results:
            for _, content in _told(batch, results):
                put(content)

    def to_file(self, batch: Batch, path: Path) -> None:
        """A line for each article into one file."""

        def undone(document: Document) -> Document | None:
            return None if lines.take(document.id or derived_id(normalize(document.text))) else document

        work = replace(self, form="jsonl")._work(batch)
        with (
            Lines(path, resume=self.resume) as lines,
            closing(batch.results(work, workers=self.workers, choose=undone, budget=self.budget)) as results,
        ):
            for _, content in _told(batch, results):
                lines.write(content)

    def to_folder(self, batch: Batch, path: Path) -> None:
        """A file for each article, called after it."""
        folder = Folder(path)

        def undone(document: Document) -> Document | None:
            name = folder.free(document.stem)
            return None if self.resume and folder.holds(f"{name}.{self.form}") else replace(document, stem=name)

        work = self._work(batch)
        with (
            folder.claimed(),
            closing(batch.results(work, workers=self.workers, choose=undone, budget=self.budget)) as results,
        ):
            folder.sweep()
            for document, content in _told(batch, results):
                if document.extracted:
                    folder.write(f"{document.stem}.txt", document.text)
                folder.write(f"{document.stem}.{self.form}", content)

    def _work(self, batch: Batch) -> partial[Rendered]:
        return partial(rendered, fallback=batch.fallback, form=self.form, lexicon=batch.lexicon, budget=self.budget)


@dataclass(frozen=True, slots=True)
class Rendered:
    """The records of a document as the JSON to write, what was not read of it, and its date."""

    content: str
    warnings: tuple[str, ...] = ()
    published: str | None = None


def rendered(
    document: Document, *, fallback: str | None, form: str, lexicon: Lexicon | None = None, budget: float | None = None
) -> Rendered:
    """What ``convert`` makes of a document, in whichever process."""
    extraction = extracted(document, fallback, lexicon, budget)
    record = extraction.model_dump(mode="json")
    content = pretty(record) if form == "json" else json.dumps(record, ensure_ascii=False)
    return Rendered(f"{content}\n", extraction.warnings, extraction.article.published)


def _told(batch: Batch, results: Iterator[tuple[Document, Rendered]]) -> Iterator[tuple[Document, str]]:
    """The content of each document; what was not read of it is told."""
    for document, result in results:
        batch.warn(document, result.warnings)
        batch.note_date(document, result.published)
        yield document, result.content
