"""``visitextract export``: records in the forms that other programs read."""

from __future__ import annotations

from pathlib import Path

import click

from visitextract.cli import options
from visitextract.cli.batch import tell
from visitextract.cli.merge import Members
from visitextract.cli.output import Folder, check_extra, put, save
from visitextract.dossier import Dossier
from visitextract.errors import VisitextractError
from visitextract.export import calendar, csv_tables, json_ld, parquet_tables, web_annotations

_FOLDERS = ("csv", "parquet")
_LIBRARIES = {"ics": "icalendar", "parquet": "pyarrow"}  # by the format, which is also the name of the extra


@click.command(name="export")
@options.files
@click.option(
    "--format",
    "form",
    type=click.Choice(["jsonld", "csv", "ics", "annotations", "parquet"]),
    required=True,
    help="jsonld: schema.org terms; csv, parquet: a folder of tables; ics: scheduled meetings; annotations: W3C Web Annotation.",
)
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), help="File to write, not standard output; for csv and parquet, the folder."
)
@options.published
def export_command(files: tuple[str, ...], form: str, output: Path | None, published: str | None) -> None:
    """Write records in a form that other programs read.

    Articles are merged first, so that everybody and every meeting stands in the result once. Besides articles, FILES may be
    documents that convert or merge wrote (.json, .jsonl). ics needs the extra ics, parquet the extra parquet.

    \b
    Examples:
      visitextract export articles/ --format csv -o tables
      visitextract export articles/ --format jsonld > story.jsonld
      visitextract export dossier.json --format ics -o meetings.ics
    """
    if form in _FOLDERS and output is None:
        raise click.UsageError(f"--format {form} writes several tables: say into which folder with -o")
    if form in _LIBRARIES:
        check_extra(_LIBRARIES[form], form)
    texts: dict[str, str] | None = {} if form == "annotations" else None
    members = Members(files, published, texts=texts)
    try:
        _write(form, members.dossier(), output, texts or {})
    except VisitextractError as error:
        raise click.ClickException(str(error)) from error
    members.finish()


def _write(form: str, dossier: Dossier, output: Path | None, texts: dict[str, str]) -> None:
    if output is not None and form in _FOLDERS:
        contents = csv_tables(dossier) if form == "csv" else parquet_tables(dossier)
        folder = Folder(output)
        for name, content in contents.items():
            # the byte order mark tells spreadsheets that this is UTF-8
            folder.write(f"{name}.{form}", content.encode("utf-8-sig") if isinstance(content, str) else content)
        return
    content = _document(form, dossier, texts)
    if output is not None:
        save(output, content)
    else:
        put(content)


def _document(form: str, dossier: Dossier, texts: dict[str, str]) -> str | bytes:
    if form == "jsonld":
        return json_ld(dossier)
    if form == "annotations":
        return web_annotations(dossier, texts)
    book = calendar(dossier)
    for meeting in book.left_out:
        tell(f"note: left out, because no day is told: {meeting}")
    return book.content
