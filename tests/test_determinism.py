"""The same article gives the same bytes: in any process, with any hash seed, any number of workers, any supported Python.

``fixtures/articles/*/snapshot.json`` hold the bytes; ``test_fixtures.py`` compares them in the Python that runs the tests.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

import visitextract
from fixture_articles import FIXTURES
from visitextract import Extraction, extract_many

TESTS = Path(__file__).parent
DIGEST = """
import sys
sys.path[:0] = sys.argv[1:3]
from test_determinism import digest
print(digest(int(sys.argv[3])))
"""
SCRIPT_OF_ANOTHER_PYTHON = """
import hashlib, json, pathlib, sys
sys.path.insert(0, sys.argv[1])
from visitextract import extract
found = hashlib.sha256()
for path in sorted(pathlib.Path(sys.argv[2]).glob("*/article.txt")):
    meta = json.loads((path.parent / "meta.json").read_text(encoding="utf-8"))
    with path.open(encoding="utf-8", newline="") as stream:
        text = stream.read()
    record = extract(text, published=meta["published"], id=path.parent.name, url=meta["url"])
    found.update(record.model_dump_json().encode() + b"\\n")
print(found.hexdigest())
"""


@cache
def digest(workers: int = 1) -> str:
    """A digest of the records of all fixtures."""
    items = [{"text": one.text, "published": one.meta["published"], "id": one.id, "url": one.meta["url"]} for one in FIXTURES]
    found = hashlib.sha256()
    for result in extract_many(items, workers=workers):
        assert isinstance(result, Extraction)
        found.update(result.model_dump_json().encode() + b"\n")
    return found.hexdigest()


@pytest.mark.parametrize(("seed", "zone", "workers"), [("0", "UTC", 1), ("4242", "Asia/Seoul", 2), ("random", "America/Lima", 1)])
def test_hash_seed_time_zone_and_workers_change_nothing(seed: str, zone: str, workers: int) -> None:
    result = subprocess.run(
        [sys.executable, "-c", DIGEST, str(Path(visitextract.__file__).parents[1]), str(TESTS), str(workers)],
        capture_output=True,
        check=True,
        timeout=300,
        text=True,
        env=os.environ | {"PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": "C", "PYTHONUTF8": "0"},
    )
    assert result.stdout.strip() == digest()


@pytest.mark.parametrize("version", ["3.11", "3.12", "3.13", "3.14"])
def test_every_python_that_can_run_it_gives_the_same(version: str) -> None:
    """Where another Python is installed and has what the library needs; the others run the whole suite in CI."""
    if version == f"{sys.version_info.major}.{sys.version_info.minor}":
        pytest.skip("this one")
    python = os.environ.get(f"VISITEXTRACT_PYTHON_{version.replace('.', '')}") or shutil.which(f"python{version}")
    command = [python or "", "-c", SCRIPT_OF_ANOTHER_PYTHON, str(TESTS.parent / "src")]
    needed = [python or sys.executable, "-c", "import pydantic, regex, dateutil"]
    if not python or subprocess.run(needed, capture_output=True, check=False).returncode:
        pytest.skip(f"no Python {version} with the library's dependencies")
    result = subprocess.run(
        [*command, str(TESTS.parent / "fixtures/articles")], capture_output=True, check=True, timeout=300, text=True
    )
    assert result.stdout.strip() == digest()


def test_line_ends_of_any_platform_give_the_same_records() -> None:
    for fixture in FIXTURES[:8]:
        told = []
        for line_end in ("\n", "\r\n", "\r"):
            text = fixture.text.replace("\n", line_end)
            (found,) = extract_many([{"text": text, "published": fixture.meta["published"]}])
            assert isinstance(found, Extraction)
            found.verify(text)
            told.append(
                [
                    found.article,
                    [(person.name, person.aliases, person.roles) for person in found.persons],
                    [(one.kind, one.status, one.participants, one.place) for one in found.meetings],
                    [(one.visitor, one.destination, one.status) for one in found.visits],
                    [(one.text, one.speaker, one.verb) for one in found.statements],
                ]
            )
        assert told[0] == told[1] == told[2]
