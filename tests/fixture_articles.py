"""The articles under ``fixtures/articles`` as the suite sees them: text, meta data, gold, and the program's snapshot."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from visitextract import Extraction, extract

ROOT = Path(__file__).parent.parent / "fixtures" / "articles"

_SPAN = re.compile(r'\{\s*"start": (\d+),\s*"end": (\d+),\s*"text": ("(?:[^"\\]|\\.)*")\s*\}')


@dataclass(frozen=True, slots=True)
class FixtureArticle:
    """One fixture: the article as a reader would paste it, and the two expectations about it."""

    id: str
    folder: Path
    text: str
    meta: dict[str, Any]
    gold: dict[str, Any]

    @property
    def snapshot(self) -> Path:
        """Where the program's own result is kept; the file need not exist."""
        return self.folder / "snapshot.json"

    def extract(self) -> Extraction:
        """What the program finds, told the publication date and nothing else that gold is scored on."""
        return extract(self.text, published=self.meta["published"], id=self.id, url=self.meta["url"])


def load(folder: Path) -> FixtureArticle:
    """Read one fixture folder."""
    meta, gold = (json.loads((folder / name).read_text(encoding="utf-8")) for name in ("meta.json", "gold.json"))
    return FixtureArticle(folder.name, folder, (folder / "article.txt").read_text(encoding="utf-8"), meta, gold)


FIXTURES = [load(path.parent) for path in sorted(ROOT.glob("*/article.txt"))]


def snapshot_text(extraction: Extraction) -> str:
    """The result as stable JSON, each span on one line so that a difference reads well."""
    text = json.dumps(extraction.model_dump(mode="json"), ensure_ascii=False, indent=1)
    return _SPAN.sub(r'{"start": \1, "end": \2, "text": \3}', text) + "\n"
