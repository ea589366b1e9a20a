"""The command line: the only part that prints, reads arguments or exits.

Results go to standard output, messages for people to standard error. Exit codes: 0 everything was read, 1 some inputs could
not be read, or not to their end (the others were), 2 the command was used wrongly, 3 the results could not be written,
130 and 143 stopped by Ctrl-C and by a request to end (SIGTERM).
"""

from __future__ import annotations

import json
import logging
import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import Any

import click

from visitextract import __version__
from visitextract.batch import BUDGET
from visitextract.cli import options
from visitextract.cli.batch import Batch, tell
from visitextract.cli.catalogue import rules_command
from visitextract.cli.convert import Run
from visitextract.cli.export import export_command
from visitextract.cli.merge import Members
from visitextract.cli.output import NotWritten, pretty, put, save
from visitextract.cli.report import report_command
from visitextract.cli.scaffold import new_rule_command
from visitextract.cli.summary import account, summary, uncoded_words
from visitextract.cli.timeline import timeline
from visitextract.explain.uncoded import Census
from visitextract.lexicon.user import Lexicon
from visitextract.records import json_schema


class _Commands(click.Group):
    """The commands, content to stop when the reader of a pipe has seen enough (``visitextract convert … | head``)."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            with _ending():
                return super().invoke(ctx)
        except BrokenPipeError:
            _quiet()
            ctx.exit(0)
        except OSError as error:
            if not error.filename:  # reading and writing files names them; what is left is standard output
                _quiet()
            raise NotWritten(f"{error.filename or 'standard output'}: {error.strerror or error}") from error
        except KeyboardInterrupt:
            tell("stopped")
            raise SystemExit(128 + signal.SIGINT) from None


def _quiet() -> None:
    """Nothing more to standard output, so that the interpreter's last flush does not fail again."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


@contextmanager
def _ending() -> Iterator[None]:
    """A request to end (SIGTERM) leaves the command as Ctrl-C does: nothing half written, no worker behind."""

    def end(number: int, _frame: object) -> None:
        raise SystemExit(128 + number)

    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGTERM, end)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="visitextract")
def main() -> None:
    """Korean news about visits and meetings, turned into records: who met whom, when, where, whether it happened, and who
    said what.

    FILES are .txt, .md, .html, .htm or .jsonl (.gz, .zst) files, folders that hold such files, or - for standard input.
    Results go to standard output, messages to standard error. Exit codes: 0 everything was read, 1 some inputs could not be
    read, or not to their end (the others were), 2 wrong usage, 3 the results could not be written, 130 stopped by Ctrl-C.

    \b
    Examples:
      visitextract show story.txt
      visitextract convert articles/ --out-dir out
      visitextract COMMAND --help
    """
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # what it could not read is told in our own words


@main.command()
@options.files
@click.option(
    "--format",
    "form",
    type=click.Choice(["json", "jsonl"]),
    default="json",
    show_default=True,
    help="json: indented documents, one after another; jsonl: one document a line.",
)
@click.option(
    "--out-dir",
    type=click.Path(file_okay=False, path_type=Path),
    help="Write one file per article into this folder instead of standard output.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write one document a line into this .jsonl, .jsonl.gz or .jsonl.zst file instead of standard output.",
)
@click.option("--workers", type=click.IntRange(min=0), default=1, show_default=True, help="Processes; 0: one for each core.")
@click.option(
    "--budget",
    type=click.FloatRange(min=0, min_open=True),
    default=BUDGET,
    show_default=True,
    metavar="SECONDS",
    help="How long one article may take; what was found by then is written, with a warning.",
)
@click.option("--resume", is_flag=True, help="Leave out what an earlier run has written to --out-dir or --output, and go on.")
@options.published
@options.lexicon
def convert(
    files: tuple[str, ...],
    form: str,
    out_dir: Path | None,
    output: Path | None,
    workers: int,
    budget: float,
    resume: bool,
    published: str | None,
    lexicon: Lexicon | None,
) -> None:
    """Write the records of each article as JSON.

    A .jsonl file holds one article a line, in the field "text"; "id", "title", "published", "url" and "outlet" are used where
    they are given. Beside an article.txt, a meta.json may hold the same fields. With --out-dir, files are called after the
    article's id or file (article.txt: after its folder); for an HTML page the text that was taken out of it is written too,
    because that is the text in which offsets count. A run that was cut off, even killed, goes on with --resume where it was.

    \b
    Examples:
      visitextract convert story.txt
      visitextract convert story.txt --published 2024-02-29 > story.json
      visitextract convert articles/ more.jsonl.gz --out-dir out
      visitextract convert news.jsonl --format jsonl > records.jsonl
      visitextract convert archive/*.jsonl.gz -o records.jsonl.zst --workers 0 --resume
      curl -s https://example.org/story.html | visitextract convert -
    """
    if out_dir and output:
        raise click.UsageError("--out-dir and --output cannot go together")
    if resume and not (out_dir or output):
        raise click.UsageError("--resume needs --out-dir or --output")
    batch = Batch(files, published, progress=bool(out_dir or output) or not sys.stdout.isatty(), lexicon=lexicon)
    run = Run(form, workers, resume, budget)
    if output:
        run.to_file(batch, output)
    elif out_dir:
        run.to_folder(batch, out_dir)
    else:
        run.to_output(batch)
    batch.finish()


@main.command()
@options.files
@options.published
@options.lexicon
def show(files: tuple[str, ...], published: str | None, lexicon: Lexicon | None) -> None:
    """Print a summary of each article for people.

    \b
    Examples:
      visitextract show story.txt
      visitextract show story.html --published 2024-02-29
      visitextract show news.jsonl | less
    """
    batch = Batch(files, published, lexicon=lexicon)
    for document, extraction in batch.results(batch.extract):
        put(f"{document.source}\n{summary(extraction)}\n")
    batch.finish()


@main.command(name="merge")
@options.files
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Write the dossier into this file.")
@click.option("--summary", "told", is_flag=True, help="Print a timeline for people to standard output.")
@options.published
def merge_command(files: tuple[str, ...], output: Path | None, told: bool, published: str | None) -> None:
    """Make one dossier of many articles.

    Persons, organizations, visits, meetings and statements are resolved across the articles; every value comes with the
    articles and words that say so, and what contradicts stands side by side. Besides articles, FILES may be documents that
    convert or merge wrote before (.json, .jsonl).

    \b
    Examples:
      visitextract merge articles/ --summary
      visitextract merge articles/ -o dossier.json
      visitextract merge dossier.json today.txt -o dossier.json
    """
    members = Members(files, published)
    dossier = members.dossier()
    if output is not None:
        save(output, dossier.model_dump_json() + "\n")
    elif not told:
        put(pretty(dossier.model_dump(mode="json")) + "\n")
    if told:
        put(timeline(dossier))
    members.finish()


@main.command(name="explain")
@options.files
@options.published
@options.lexicon
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="How to tell it.")
@click.option(
    "--uncoded", is_flag=True, help="Over all files: the words that called for a record and led to none, with examples."
)
@click.option("--top", type=click.IntRange(min=1), default=50, show_default=True, help="How many words --uncoded tells.")
def explain_command(
    files: tuple[str, ...], published: str | None, form: str, lexicon: Lexicon | None, uncoded: bool, top: int
) -> None:
    """Say which rule and words gave each field.

    What was passed over, and why, comes at the end. With --uncoded, instead: the meeting and visit words, reporting verbs and
    titles of the whole corpus that led to no record, most frequent first.

    \b
    Examples:
      visitextract explain story.txt
      visitextract explain story.txt --format json
      visitextract explain news.jsonl --uncoded --top 20
      visitextract rules meeting.cue.noun
    """
    batch = Batch(files, published, lexicon=lexicon, progress=uncoded)
    census = Census()
    for document, explanation in batch.results(batch.explain):
        if uncoded:
            census.add(document.text, explanation)
        elif form == "json":
            put(pretty(explanation.model_dump(mode="json")) + "\n")
        else:
            put(f"{document.source}\n{account(explanation)}\n")
    if uncoded:
        found = census.most_frequent()[:top]
        put(pretty([asdict(item) for item in found]) + "\n" if form == "json" else uncoded_words(found))
    batch.finish()


@main.command()
@options.files
@options.published
@options.timezone
def times(files: tuple[str, ...], published: str | None, timezone: str) -> None:
    """Print every date, time and duration as JSON.

    One a line, in reading order.

    \b
    Examples:
      visitextract times story.txt
      echo '회담은 28일 오후 2시에 열렸다.' | visitextract times - --published 2024-02-29
    """
    batch = Batch(files, published)
    for _, found in batch.results(partial(batch.times, timezone=timezone)):
        put("".join(json.dumps(when.model_dump(mode="json"), ensure_ascii=False) + "\n" for when in found))
    batch.finish()


@main.command()
@options.files
def text(files: tuple[str, ...]) -> None:
    """Print the text of each article as it is read.

    That is the file decoded, or the article taken out of its HTML page. Offsets in the records count the characters (Unicode
    code points) of this text.

    \b
    Examples:
      visitextract text story.html > story.txt
      visitextract text euc-kr.txt
    """
    batch = Batch(files, None)
    for document in batch.documents():
        put(document.text)
    batch.finish()


@main.command()
def schema() -> None:
    """Print the JSON Schema of the records.

    \b
    Examples:
      visitextract schema > extraction.schema.json
    """
    put(json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n")


main.add_command(rules_command)
main.add_command(report_command)
main.add_command(export_command)
main.add_command(new_rule_command)
