#!/usr/bin/env python3
"""Coverage-guided fuzzing with atheris, or with mutations alone where atheris is not installed.

    python fuzz/run.py records -runs=100000          # options after the target are libFuzzer's
    python fuzz/run.py files -max_total_time=60

Targets: records, times, reasons, dossiers, files (``checks.py`` says what each holds to). What breaks an invariant is written
into ``fuzz/findings/`` as text, once for each place in the program, and the run goes on; a finding that is mended becomes a case
of ``tests/test_fuzz_findings.py``. Every ten thousandth run prints the counts. Needs
``pip install atheris`` (in an environment of its own) beside the library.
"""

from __future__ import annotations

import hashlib
import random
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable
from pathlib import Path

try:
    import atheris
except ImportError:
    atheris = None

if atheris:
    with atheris.instrument_imports(include=["visitextract"]):
        import checks
        import inputs
else:
    import checks
    import inputs

FINDINGS = Path(__file__).parent / "findings"
TARGETS: dict[str, Callable[[str], None]] = {
    check.__name__: check for check in (checks.records, checks.times, checks.reasons, checks.dossiers)
}


class Runs:
    """The runs of one target: counted, timed, and what they find written down."""

    def __init__(self, target: str) -> None:
        self.target = target
        self.counts: Counter[str] = Counter()
        self.begun = time.monotonic()

    def __call__(self, data: bytes) -> None:
        """One run."""
        self.counts["runs"] += 1
        try:
            if self.target == "files":
                checks.files(data)
            else:
                TARGETS[self.target](inputs.text_of(data))
        except Exception as error:
            self.found(data, error)
        if self.counts["runs"] % 10_000 == 0:
            self.tell()

    def found(self, data: bytes, error: Exception) -> None:
        """Write a finding down, the first for each place and the shortest of those that follow."""
        frames = [f"{Path(frame.filename).name}:{frame.lineno}" for frame in traceback.extract_tb(error.__traceback__)[-3:]]
        place = hashlib.sha256(f"{type(error).__name__} {frames}".encode()).hexdigest()[:12]
        self.counts["findings"] += 1
        FINDINGS.mkdir(exist_ok=True)
        path = FINDINGS / f"{self.target}-{place}.txt"
        shown = repr(data if self.target == "files" else inputs.text_of(data))
        if not path.exists() or len(shown) < len(path.read_text(encoding="utf-8").splitlines()[0]):
            told = "".join(traceback.format_exception(error)[-8:])
            path.write_text(f"{shown}\n{told}", encoding="utf-8", errors="backslashreplace")

    def tell(self) -> None:
        """One line of counts."""
        print(f"{self.target}: {dict(self.counts)} in {time.monotonic() - self.begun:.0f} s", file=sys.stderr, flush=True)


def by_mutation(run: Runs, count: int) -> None:
    """Random bytes, each the last ones changed: what is left where there is no atheris."""
    generator = random.Random(count)
    data = bytearray(b"\x05\0\0")
    for _ in range(count):
        if generator.random() < 0.05:
            data = bytearray(generator.randbytes(generator.randrange(1, 80)))
        data[generator.randrange(len(data))] = generator.randrange(256)
        data += generator.randbytes(generator.randrange(3))
        run(bytes(data[:200]))


def main() -> None:
    """Run the target that the command line names."""
    if len(sys.argv) < 2 or sys.argv[1] not in {*TARGETS, "files"}:
        sys.exit(__doc__)
    run = Runs(sys.argv.pop(1))
    if atheris:
        atheris.Setup(["fuzz", "-max_len=200", "-timeout=60", *sys.argv[1:]], run)
        try:
            atheris.Fuzz()
        finally:
            run.tell()
    else:
        count = next((int(option.partition("=")[2]) for option in sys.argv if option.startswith("-runs=")), 10_000)
        by_mutation(run, count)
        run.tell()


if __name__ == "__main__":
    main()
