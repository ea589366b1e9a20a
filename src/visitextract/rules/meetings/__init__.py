"""Meetings: the words that tell of one, how a clause hands out its roles, and what only looks like a meeting."""

from __future__ import annotations

from visitextract.rules.meetings import clause, context, cues, slots
from visitextract.rules.rule import Rule

RULES: tuple[Rule, ...] = (*cues.RULES, *context.RULES, *clause.RULES, *slots.RULES)
