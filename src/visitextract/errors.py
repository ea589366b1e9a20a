"""Every error that visitextract raises on purpose.

::

    VisitextractError
    ├── InputError          what the caller passed cannot be read (file, line and cause are in the message)
    │   └── NotKoreanError  the text holds no Korean
    ├── LexiconError        a lexicon file is wrong: names file, line and value
    ├── RuleError           a rule does not do what its own examples say
    └── RecordError         a record would contradict itself or its text

``extract()`` itself raises none of these for any string: a text without Korean gives an empty ``Extraction``.
"""

from __future__ import annotations


class VisitextractError(Exception):
    """Base of all errors of this package; catch it to catch them all."""


class InputError(VisitextractError):
    """An input that cannot be read: missing, undecodable, broken JSON, empty, not Korean."""


class NotKoreanError(InputError):
    """A text that holds no Hangul where Korean news was expected."""


class LexiconError(VisitextractError):
    """A lexicon file with a wrong row; the message names file, line and value."""


class RuleError(VisitextractError):
    """A rule whose pattern cannot be built or whose examples do not hold."""


class RecordError(VisitextractError, ValueError):
    """A record that contradicts itself, names an id that does not exist, or whose span is not in the text."""
