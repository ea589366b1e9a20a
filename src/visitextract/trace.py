"""Why a field holds what it holds: the facts that stages hand on beside their results, for ``explain``."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cue:
    """One reason: which field, by which rule, from which words (a range of the normalised text), with a remark."""

    field: str
    rule: str
    start: int
    end: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class PassedOver:
    """A candidate that led to no record, and why: ``start:end`` of the normalised text, the rule, the reason."""

    start: int
    end: int
    rule: str
    why: str
