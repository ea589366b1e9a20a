"""From the predicate that governs an event to its status: held, scheduled, proposed, possible, postponed, cancelled,
denied, or read on.

Four families, each in order of precedence: ``BEFORE`` and ``NOUN`` for an event noun, ``FORM`` for the ending of the event's own
verb, ``LATER`` for the predicate that closes a chain; ``SETTING``, ``LIGHT`` and ``REVERSAL`` say how to read on.
"""

from __future__ import annotations

from visitextract.rules.factuality.chains import LATER, REVERSAL
from visitextract.rules.factuality.forms import FORM
from visitextract.rules.factuality.nouns import BEFORE, LIGHT, NOUN, SETTING, SINCE
from visitextract.rules.rule import Rule

__all__ = ["BEFORE", "FORM", "LATER", "LIGHT", "NOUN", "REVERSAL", "RULES", "SETTING", "SINCE"]

RULES: tuple[Rule, ...] = (*BEFORE, SINCE, SETTING, LIGHT, *NOUN, *FORM, *LATER, REVERSAL)
