"""Arguments and options that several commands share."""

from __future__ import annotations

from pathlib import Path

import click

from visitextract.errors import LexiconError
from visitextract.lexicon.user import Lexicon, load_lexicon
from visitextract.pipeline import published_text
from visitextract.times import SEOUL, check_zone


def _date(_ctx: click.Context, _parameter: click.Parameter, value: str | None) -> str | None:
    try:
        return published_text(value)
    except ValueError as error:
        raise click.BadParameter(f"{value!r} is not a date like 2024-02-29 or 2024-02-29T09:30:00+09:00") from error


def _zone(_ctx: click.Context, _parameter: click.Parameter, value: str) -> str:
    try:
        return check_zone(value)
    except ValueError as error:
        raise click.BadParameter(f"{error}; a name is one such as {SEOUL}") from error


def _words(_ctx: click.Context, _parameter: click.Parameter, value: Path | None) -> Lexicon | None:
    try:
        return load_lexicon(value) if value else None
    except LexiconError as error:
        raise click.BadParameter(str(error)) from error


lexicon = click.option(
    "--lexicon",
    metavar="FILE",
    type=click.Path(path_type=Path),
    callback=_words,
    help="People, organizations and titles of your own, in a TOML file.",
)
timezone = click.option(
    "--timezone",
    metavar="ZONE",
    default=SEOUL,
    show_default=True,
    callback=_zone,
    help="Whose days and clock times the texts mean where they do not say so, by its name in the tz database.",
)
files = click.argument("files", nargs=-1, required=True, metavar="FILES...")
published = click.option(
    "--published",
    metavar="DATE",
    callback=_date,
    help="Publication date (ISO 8601) for texts that carry none; relative dates such as 28일 count from it.",
)
