"""Write the program's present result beside every fixture: ``python tests/renew_snapshots.py [id …]``.

Read the difference before you commit it: a snapshot that changes is a change that callers will see, and goes into the changelog.
Gold is never written by a program.
"""

from __future__ import annotations

import sys

from fixture_articles import FIXTURES, snapshot_text


def main(wanted: list[str]) -> int:
    """Renew the snapshots of the named fixtures, or of all; 2 when a name is unknown."""
    unknown = set(wanted) - {fixture.id for fixture in FIXTURES}
    if unknown:
        print(f"no such fixture: {', '.join(sorted(unknown))}", file=sys.stderr)
        return 2
    for fixture in FIXTURES:
        if wanted and fixture.id not in wanted:
            continue
        before = fixture.snapshot.read_text(encoding="utf-8") if fixture.snapshot.exists() else None
        after = snapshot_text(fixture.extract())
        if after != before:
            fixture.snapshot.write_text(after, encoding="utf-8")
            print(f"{'new    ' if before is None else 'changed'} {fixture.id}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
