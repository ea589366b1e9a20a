"""MkDocs hook: README, CONTRIBUTING and CHANGELOG become pages of the site, and links lead to pages of the site.

In the repository a page links to files (``docs/fields.md``, ``../CHANGELOG.md``), so that links work where the files are read. On
the site these files stand elsewhere; a link to a file that is no page (a word list, a fixture) keeps its words only.
"""

from __future__ import annotations

import posixpath
import re
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
PAGES = {
    "README.md": "index.md",
    "README.ko.md": "ko/index.md",
    "CONTRIBUTING.md": "contributing.md",
    "CHANGELOG.md": "changelog.md",
    "SECURITY.md": "security.md",
}
"""Files of the project's folder, and where they stand on the site."""

_LINK = re.compile(
    r"(?P<code>^```.*?^```$|`[^`\n]+`)|(?<!!)\[(?P<words>[^\]\n]*)\]\((?P<target>[^)#\s]+)(?P<anchor>#[^)\s]*)?\)", re.S | re.M
)


def on_files(files: Any, *, config: Any) -> Any:
    """Add the project's own files to the site."""
    from mkdocs.structure.files import File

    for source, page in PAGES.items():
        files.append(File.generated(config, page, abs_src_path=str(ROOT / source)))
    return files


def on_page_markdown(markdown: str, *, page: Any, config: Any, files: Any) -> str:  # noqa: ARG001 -- MkDocs calls it so
    """A page with its links as the site has them."""
    return linked(markdown, page.file.src_uri)


def linked(markdown: str, page: str) -> str:
    """The text of a page of the site with links between the pages of the site."""
    origin = {place: source for source, place in PAGES.items()}.get(page, f"docs/{page}")

    def place(link: re.Match[str]) -> str:
        if link["code"] or "://" in link["target"] or link["target"].startswith("mailto:"):
            return link.group()
        file = posixpath.normpath(posixpath.join(posixpath.dirname(origin), link["target"]))
        there = PAGES.get(file) or (file.removeprefix("docs/") if file.startswith("docs/") else None)
        if there is None:
            return link["words"]
        return f"[{link['words']}]({posixpath.relpath(there, posixpath.dirname(page) or '.')}{link['anchor'] or ''})"

    return _LINK.sub(place, markdown)
