"""``visitextract rules``: the list of the rules, a family of it, or some in full."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

import click

from visitextract.cli.output import put
from visitextract.cli.steps import STEPS
from visitextract.cli.summary import rule_page
from visitextract.rules import CATALOGUE


@click.command(name="rules")
@click.argument("ids", nargs=-1, metavar="[ID]...")
def rules_command(ids: tuple[str, ...]) -> None:
    """List the rules, or print some in full.

    With IDs, each is printed with its pattern and examples; the beginning of an ID (meeting, meeting.cue) lists the rules of
    that family.

    \b
    Examples:
      visitextract rules
      visitextract rules meeting
      visitextract rules meeting.cue.noun
    """
    means = {rule.id: rule.means for rule in CATALOGUE}
    put("".join([_answer(name, means) for name in ids]) if ids else _listed(means.items()))


def _answer(name: str, means: dict[str, str]) -> str:
    """What there is to say about an id, or about those that begin with it."""
    if name in means:
        return rule_page(next(rule for rule in CATALOGUE if rule.id == name))
    if name in STEPS:
        return f"{name} is a step of the program, not a rule of its own: {STEPS[name]}\n"
    family = f"{name.rstrip('.')}."
    for known in (means, STEPS):
        if found := [(one, told) for one, told in known.items() if one.startswith(family)]:
            return _listed(found)
    near = get_close_matches(name, [*means, *STEPS, *sorted({one.partition(".")[0] for one in means})], n=3)
    hint = f"did you mean {' or '.join(near)}?" if near else "'visitextract rules' lists them all"
    raise click.UsageError(f"there is no rule {name!r}; {hint}")


def _listed(rows: Iterable[tuple[str, str]]) -> str:
    return "".join(f"{name}\t{means}\n" for name, means in rows)
