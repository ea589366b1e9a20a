"""Griffe extension for the API page: an example in a docstring (``>>> …``) is code, not a quotation in Markdown."""

from __future__ import annotations

import re
from typing import Any

import griffe

_EXAMPLE = re.compile(r"(?:^>>> .*\n?(?:^(?!\s*$).*\n?)*)", re.M)


class Doctests(griffe.Extension):  # type: ignore[misc]  # griffe is there only where the site is built
    """Fences every example."""

    def on_object(self, *, obj: griffe.Object, **_: Any) -> None:
        """Called for every module, class and function that is read."""
        if obj.docstring:
            obj.docstring.value = fenced(obj.docstring.value)


def fenced(docstring: str) -> str:
    """The docstring with a fence around each run of lines that begins with ``>>>``."""
    return _EXAMPLE.sub(lambda example: f"```python\n{example.group().rstrip()}\n```\n", docstring)
