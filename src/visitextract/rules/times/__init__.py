"""The catalogue of time expressions: order is precedence, and what is no time comes first."""

from __future__ import annotations

from visitextract.rules.rule import Rule
from visitextract.rules.times import clocks, days, deixis, durations, not_times

RULES: tuple[Rule, ...] = (*not_times.FORMS, *durations.FORMS, *clocks.FORMS, *deixis.FORMS[:7], *days.FORMS, *deixis.FORMS[7:])
