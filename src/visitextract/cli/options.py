"""Arguments and options that several commands share."""

from __future__ import annotations

import click

from visitextract.pipeline import published_text


def _date(_ctx: click.Context, _parameter: click.Parameter, value: str | None) -> str | None:
    try:
        return published_text(value)
    except ValueError as error:
        raise click.BadParameter(f"{value!r} is not a date like 2024-02-29 or 2024-02-29T09:30:00+09:00") from error


files = click.argument("files", nargs=-1, required=True, metavar="FILES...")
published = click.option(
    "--published",
    metavar="DATE",
    callback=_date,
    help="Publication date (ISO 8601) for texts that carry none; relative dates such as 28일 count from it.",
)
