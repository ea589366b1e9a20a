"""What every export takes, and the libraries that only some of them need."""

from __future__ import annotations

import importlib
from collections.abc import Iterable
from typing import Any, TypeAlias

from visitextract.dossier import Dossier
from visitextract.errors import VisitextractError
from visitextract.merge import merge
from visitextract.records import Extraction

Told: TypeAlias = Dossier | Extraction | Iterable[Extraction | Dossier]


def dossier_of(told: Told) -> Dossier:
    """The records as one dossier; one extraction becomes a dossier of one article."""
    if isinstance(told, Dossier):
        return told
    return merge([told] if isinstance(told, Extraction) else told)


def library(module: str, extra: str) -> Any:
    """A module that an extra of this package installs.

    Raises:
        VisitextractError: it is not installed; the message says how to install it.
    """
    try:
        return importlib.import_module(module)
    except ImportError as error:
        package = module.partition(".")[0]
        raise VisitextractError(f"this needs {package}; install it with: pip install 'visitextract[{extra}]'") from error


def writable(text: str) -> str:
    """The text without what no file format can hold: lone surrogates and null characters become question marks.

    >>> writable("회담\\ud800")
    '회담?'
    """
    return text.encode("utf-8", "replace").decode("utf-8").replace("\0", "?")
