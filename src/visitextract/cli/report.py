"""``visitextract report``: articles and their records as one page for a browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import click

from visitextract.cli import options
from visitextract.cli.batch import Batch, NothingRead
from visitextract.cli.output import check_extra, put, save
from visitextract.errors import VisitextractError
from visitextract.export import html_report
from visitextract.records import Extraction


@click.command(name="report")
@options.files
@click.option(
    "-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Write the page into this file, not standard output."
)
@click.option("--title", help="Title of the page; else the article's own, or the visit that most sources tell of.")
@click.option(
    "--language",
    type=click.Choice(["ko", "en"]),
    default="ko",
    show_default=True,
    help="Labels that the page opens with; it has both and a switch.",
)
@options.published
def report_command(
    files: tuple[str, ...], output: Path | None, title: str | None, language: Literal["ko", "en"], published: str | None
) -> None:
    """Make one HTML page of articles and what was found in them.

    Texts with their evidence marked, records, a timeline, who met whom, and where articles differ. The page is one file that
    needs no network. Needs the extra report: pip install 'visitextract[report]'.

    \b
    Examples:
      visitextract report story.txt -o report.html
      visitextract report articles/ -o report.html --language en
    """
    check_extra("jinja2", "report")
    batch = Batch(files, published, progress=output is not None)

    def read() -> Iterator[tuple[Extraction, str]]:
        for document, extraction in batch.results(batch.extract):
            yield extraction, document.text

    articles = list(read())
    if not articles:
        raise NothingRead
    try:
        page = html_report(articles, language=language, title=title)
    except VisitextractError as error:
        raise click.ClickException(str(error)) from error
    if output is not None:
        save(output, page)
    else:
        put(page)
    batch.finish()
