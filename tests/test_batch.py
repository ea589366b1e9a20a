"""Many articles at once: order, memory, errors, workers that are killed, runs that are cut off and taken up again."""

from __future__ import annotations

import gzip
import itertools
import json
import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from visitextract import Extraction, extract
from visitextract.batch import AHEAD, CHUNK, FailedArticle, Fault, extract_many, in_order

TEXT = "홍길동 한빛그룹 회장은 {day}일 서울에서 존 스미스 구글 최고경영자를 만났다."


def articles(count: int) -> list[dict[str, Any]]:
    return [{"text": TEXT.format(day=n % 28 + 1), "id": f"a-{n}", "published": "2024-02-29"} for n in range(count)]


@dataclass
class Row:
    text: str
    published: date
    section: str = "정치"


@pytest.mark.parametrize("workers", [None, 2])
def test_results_are_those_of_extract_in_the_same_order(workers: int | None) -> None:
    given = articles(50)
    assert list(extract_many(iter(given), workers=workers)) == [extract(**article) for article in given]


@pytest.mark.parametrize(
    "item",
    [
        TEXT.format(day=3),
        {"text": TEXT.format(day=3), "section": "정치", "title": None, "outlet": float("nan")},
        SimpleNamespace(text=TEXT.format(day=3), body=lambda: "not picklable"),
    ],
    ids=["text", "mapping", "object"],
)
def test_an_item_may_be_a_text_a_mapping_or_an_object(item: Any) -> None:
    for workers in (1, 2):
        assert list(extract_many([item], workers=workers)) == [extract(TEXT.format(day=3))]


def test_an_object_s_other_fields_are_used() -> None:
    (found,) = extract_many([Row(TEXT.format(day=3), date(2024, 2, 29))])
    assert found == extract(TEXT.format(day=3), published="2024-02-29")


@pytest.mark.parametrize("workers", [1, 2])
def test_what_goes_wrong_costs_its_own_article(workers: int) -> None:
    bad: list[Any] = [
        {"text": "가", "published": "어제", "id": "late"},
        {"title": "no text"},
        None,
        {"text": b"bytes", "id": 7},
        {"text": "가", "title": ["list"]},
    ]
    found = list(extract_many([TEXT, *bad, TEXT], workers=workers))
    assert [type(result) for result in found] == [Extraction, *[FailedArticle] * len(bad), Extraction]
    failed = [result for result in found if isinstance(result, FailedArticle)]
    assert [(one.index, one.id, one.error) for one in failed] == [
        (1, "late", "ValueError"),
        (2, None, "TypeError"),
        (3, None, "TypeError"),
        (4, "7", "TypeError"),
        (5, None, "TypeError"),
    ]
    assert failed[3].message == "'text' is bytes, not text"


def test_a_failure_is_a_record_that_travels() -> None:
    (failed,) = extract_many([{"id": "x"}])
    assert FailedArticle.model_validate_json(failed.model_dump_json()) == failed


@pytest.mark.parametrize("workers", [1, 2])
def test_an_endless_input_is_taken_only_a_little_ahead_of_the_results(workers: int) -> None:
    taken = 0

    def endless() -> Iterator[str]:
        nonlocal taken
        for taken in itertools.count(1):
            yield TEXT.format(day=taken % 28 + 1)

    results = extract_many(endless(), workers=workers)
    assert len(list(itertools.islice(results, 20))) == 20
    results.close()
    assert taken <= 20 + (AHEAD + 1) * CHUNK * workers
    assert multiprocessing.active_children() == []


def test_workers_cannot_be_negative() -> None:
    with pytest.raises(ValueError, match="-1"):
        next(extract_many([TEXT], workers=-1))


def _fragile(word: str) -> str:
    if word == "kill":
        os.kill(os.getpid(), signal.SIGKILL)
    if word == "raise":
        raise KeyError(word)
    return word.upper()


def test_a_worker_that_is_killed_costs_the_article_it_worked_on_and_no_other() -> None:
    words = [f"w{n}" for n in range(3 * CHUNK)]
    words[5], words[9], words[CHUNK + 2] = "kill", "raise", "kill"
    outcomes = list(in_order(_fragile, words, workers=2))
    assert [word for word, _ in outcomes] == words
    for word, result in outcomes:
        if word == "kill":
            assert isinstance(result, Fault)
            assert "killed" in result.message
        else:
            assert result == (Fault("KeyError", "'raise'") if word == "raise" else word.upper())


SPAWNED = """
import multiprocessing
from visitextract.batch import extract_many
if __name__ == "__main__":
    multiprocessing.set_start_method("spawn")
    print(sum(len(found.meetings) for found in extract_many(["홍길동 장관은 3일 김민수 회장을 만났다."] * 20, workers=2)))
"""

ENDLESS = """
import itertools, multiprocessing, sys
from visitextract.batch import extract_many
multiprocessing.set_start_method("fork")
for number, _ in enumerate(extract_many(itertools.repeat("홍길동 장관은 3일 김민수 회장을 만났다." * 20), workers=2)):
    if number == 20:
        print(*[child.pid for child in multiprocessing.active_children()], flush=True)
"""


def test_spawned_workers_give_the_same(tmp_path: Path) -> None:
    (tmp_path / "script.py").write_text(SPAWNED, encoding="utf-8")
    result = subprocess.run([sys.executable, tmp_path / "script.py"], capture_output=True, text=True, check=False, timeout=120)
    assert (result.stdout, result.stderr) == ("20\n", "")


def _gone(pid: int, seconds: float = 20.0) -> bool:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        try:
            os.kill(pid, 0)
            state = Path(f"/proc/{pid}/stat")
            if state.exists() and state.read_text().rpartition(")")[2].split()[0] == "Z":
                return True
        except (ProcessLookupError, FileNotFoundError):
            return True
        time.sleep(0.05)
    return False


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX systems")
@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGKILL], ids=lambda stop: stop.name)
def test_no_worker_outlives_the_run(stop: signal.Signals) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", ENDLESS], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    ) as process:
        assert process.stdout is not None
        workers = [int(pid) for pid in process.stdout.readline().split()]
        assert len(workers) == 2
        if stop is signal.SIGINT:
            os.killpg(process.pid, stop)  # as a terminal does: to all of them
        else:
            process.kill()
        _, told = process.communicate(timeout=30)
        assert all(_gone(pid) for pid in workers)
    assert told.count("Traceback") == (1 if stop is signal.SIGINT else 0)


def write_archive(path: Path, count: int) -> Path:
    lines = "".join(json.dumps({**article, "text": article["text"] * 3}) + "\n" for article in articles(count))
    path.write_bytes(gzip.compress(lines.encode()) if path.suffix == ".gz" else lines.encode())
    return path


def convert(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "visitextract.cli", "convert", *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
        stdin=subprocess.DEVNULL,
    )


def unpacked(path: Path) -> bytes:
    from visitextract.readers import open_lines

    with open_lines(path) as stream:
        return stream.read()


@pytest.mark.parametrize("name", ["out.jsonl", "out.jsonl.gz", "out.jsonl.zst"])
def test_a_run_that_is_killed_is_taken_up_where_it_was(name: str, tmp_path: Path) -> None:
    if name.endswith(".zst"):
        pytest.importorskip("backports.zstd" if sys.version_info < (3, 14) else "compression.zstd")
    news, whole, cut = write_archive(tmp_path / "news.jsonl.gz", 400), tmp_path / f"whole-{name}", tmp_path / f"cut-{name}"
    part = cut.with_name(f"{cut.name}.part")
    assert convert(news, "-o", whole).returncode == 0
    command = [sys.executable, "-m", "visitextract.cli", "convert", str(news), "-o", str(cut), "--workers", "2"]
    with subprocess.Popen(command, start_new_session=True) as process:
        while process.poll() is None and not (part.exists() and part.stat().st_size > whole.stat().st_size // 4):
            time.sleep(0.005)
        process.kill()
    assert not cut.exists()  # what has its name is complete
    written = part.read_bytes()
    with part.open("ab") as stream:
        stream.write(whole.read_bytes()[:40])  # and half a record more
    result = convert(news, "-o", cut, "--workers", "2", "--resume")
    assert (result.returncode, result.stderr) == (0, "")
    assert unpacked(cut) == unpacked(whole)
    assert not part.exists()
    if name == "out.jsonl":
        assert cut.read_bytes().startswith(written[: written.rindex(b"\n") + 1])


def test_a_folder_is_taken_up_by_the_files_that_are_there(tmp_path: Path) -> None:
    news = write_archive(tmp_path / "news.jsonl", 6)
    out = tmp_path / "out"
    assert convert(news, "--out-dir", out).returncode == 0
    assert len(list(out.iterdir())) == 6
    (out / "a-3.json").unlink()
    (out / "a-1.json").write_text("kept", encoding="utf-8")
    (out / ".visitextract-1.tmp").write_text("half", encoding="utf-8")
    os.utime(out / ".visitextract-1.tmp", (0, 0))  # left behind long ago, not just being written by another command
    assert convert(news, "--out-dir", out, "--resume", "--workers", "2").returncode == 0
    assert sorted(path.name for path in out.iterdir()) == [f"a-{n}.json" for n in range(6)]
    assert (out / "a-1.json").read_text(encoding="utf-8") == "kept"


def test_articles_without_an_id_are_known_by_their_text(tmp_path: Path) -> None:
    rows = [{"text": TEXT.format(day=3)}, {"text": TEXT.format(day=4)}, {"text": TEXT.format(day=3)}]
    news = tmp_path / "news.jsonl"
    news.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    out = tmp_path / "out.jsonl"
    convert(news, "-o", out)
    whole = out.read_bytes()
    out.write_bytes(whole[: whole.index(b"\n") + 20])
    assert convert(news, "-o", out, "--resume").returncode == 0
    assert out.read_bytes() == whole
    assert whole.count(b"\n") == 3


def test_more_workers_write_the_same_bytes(tmp_path: Path) -> None:
    news = write_archive(tmp_path / "news.jsonl", 60)
    with news.open("a", encoding="utf-8") as stream:
        stream.write('{"text": 3}\n')
    one, two = (convert(news, "--format", "jsonl", "--workers", str(count)) for count in (1, 2))
    assert one.stdout == two.stdout
    assert one.stdout.count("\n") == 60
    assert one.returncode == two.returncode == 1
    assert one.stderr == two.stderr == f"error: {news}:61: the field 'text' is not text\n"


@pytest.mark.parametrize(
    "arguments", [["--resume"], ["--resume", "-o", "x.json"], ["-o", "x.jsonl", "--out-dir", "x"], ["--workers", "-1"]]
)
def test_options_that_do_not_fit_are_refused(arguments: list[str], tmp_path: Path) -> None:
    result = convert(write_archive(tmp_path / "news.jsonl", 1), *arguments)
    assert result.returncode == 2
    assert "Usage:" in result.stderr


def test_a_file_of_something_else_is_not_gone_on_with(tmp_path: Path) -> None:
    news, out = write_archive(tmp_path / "news.jsonl", 1), tmp_path / "out.jsonl"
    out.write_text('{"my": "notes"}\n', encoding="utf-8")
    result = convert(news, "-o", out, "--resume")
    assert result.returncode == 1
    assert "holds a line that is no record" in result.stderr
    assert out.read_text(encoding="utf-8") == '{"my": "notes"}\n'


@pytest.mark.skipif(os.name != "posix", reason="resource use of POSIX systems")
def test_memory_does_not_grow_with_the_archive(tmp_path: Path) -> None:
    """One megabyte and thirty, of which most is no article's text: a run that held on to its input would need that much more."""
    row = {"text": TEXT.format(day=3), "html": "x" * 300_000}
    peaks = []
    for count in (3, 100):
        command = [sys.executable, "-m", "visitextract.cli", "convert", "-", "-o", str(tmp_path / f"{count}.jsonl")]
        with subprocess.Popen(command, stdin=subprocess.PIPE) as process:
            assert process.stdin is not None
            for number in range(count):
                process.stdin.write((json.dumps(row | {"id": number}) + "\n").encode())
            process.stdin.close()
            _, status, used = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
        assert process.returncode == 0
        assert len(unpacked(tmp_path / f"{count}.jsonl").splitlines()) == count
        peaks.append(used.ru_maxrss)
    assert peaks[1] < peaks[0] * 1.2
