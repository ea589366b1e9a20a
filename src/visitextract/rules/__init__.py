"""The catalogue: every rule of every family, in the order in which the stages read a text."""

from __future__ import annotations

from types import ModuleType

from visitextract.rules import (
    bylines,
    captions,
    factuality,
    furniture,
    meetings,
    names,
    places,
    statements,
    times,
    visits,
)
from visitextract.rules.rule import Rule

FAMILIES: tuple[ModuleType, ...] = (
    furniture,
    bylines,
    captions,
    times,
    names,
    places,
    factuality,
    meetings,
    visits,
    statements,
)


def rules_of(family: ModuleType) -> tuple[Rule, ...]:
    """The rules of a family: ``RULES`` in order of precedence, then those that a stage runs by name."""
    named = {value.id: value for value in vars(family).values() if isinstance(value, Rule)}
    return tuple(({rule.id: rule for rule in family.RULES} | named).values())


CATALOGUE: tuple[Rule, ...] = tuple(rule for family in FAMILIES for rule in rules_of(family))
