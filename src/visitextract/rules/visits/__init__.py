"""Visits: the words that tell one, and the words beside them that say how it is told."""

from __future__ import annotations

from visitextract.rules.rule import Rule
from visitextract.rules.visits import context, events, slots

RULES: tuple[Rule, ...] = (*events.RULES, *context.RULES, *slots.RULES)
