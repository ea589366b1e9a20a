"""One run of ``visitextract convert``: where each article's records go, and which of them an earlier run has written."""

from __future__ import annotations

import json
from contextlib import closing
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from visitextract.assemble import derived_id
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

    def to_output(self, batch: Batch) -> None:
        """Everything to standard output."""
        with closing(batch.results(self._work(batch), workers=self.workers)) as results:
            for _, content in results:
                put(content)

    def to_file(self, batch: Batch, path: Path) -> None:
        """A line for each article into one file."""
        lines = Lines(path, resume=self.resume)

        def undone(document: Document) -> Document | None:
            return None if lines.take(document.id or derived_id(normalize(document.text))) else document

        work = partial(rendered, fallback=batch.fallback, form="jsonl", lexicon=batch.lexicon)
        with closing(lines), closing(batch.results(work, workers=self.workers, choose=undone)) as results:
            for _, content in results:
                lines.write(content)

    def to_folder(self, batch: Batch, path: Path) -> None:
        """A file for each article, called after it."""
        folder = Folder(path)
        if self.resume:
            folder.sweep()

        def undone(document: Document) -> Document | None:
            name = folder.free(document.stem)
            return None if self.resume and folder.holds(f"{name}.{self.form}") else replace(document, stem=name)

        with closing(batch.results(self._work(batch), workers=self.workers, choose=undone)) as results:
            for document, content in results:
                if document.extracted:
                    folder.write(f"{document.stem}.txt", document.text)
                folder.write(f"{document.stem}.{self.form}", content)

    def _work(self, batch: Batch) -> partial[str]:
        return partial(rendered, fallback=batch.fallback, form=self.form, lexicon=batch.lexicon)


def rendered(document: Document, *, fallback: str | None, form: str, lexicon: Lexicon | None = None) -> str:
    """The records of a document as the JSON to write."""
    record = extracted(document, fallback, lexicon).model_dump(mode="json")
    return (pretty(record) if form == "json" else json.dumps(record, ensure_ascii=False)) + "\n"
