"""How Korean news says that somebody said something: reporting verbs, the words around quotations, reported clauses, sources."""

from __future__ import annotations

from visitextract.rules.rule import Rule
from visitextract.rules.statements import clauses, sources, tails, verbs

RULES: tuple[Rule, ...] = (*verbs.FORMS, *tails.FORMS, *clauses.FORMS, *sources.FORMS)
