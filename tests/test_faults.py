"""Faults of the surroundings, injected: full disks, closed pipes, folders that cannot be written, two runs at once, signals.

What is complete stays as it was, nothing half written has a final name, and the exit code says what happened.
"""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

import pytest

from visitextract import Extraction
from visitextract.readers import open_lines

pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals, limits and devices of POSIX systems")

TEXT = "홍길동 한빛그룹 회장은 {day}일 서울에서 존 스미스 구글 최고경영자를 만났다. 홍 회장은 “협력을 넓히겠다”고 말했다.\n"
ENVIRONMENT = os.environ | {"PYTHONUNBUFFERED": "", "COVERAGE_PROCESS_START": ""}


def archive(path: Path, count: int) -> Path:
    rows = ({"text": TEXT.format(day=n % 28 + 1), "id": f"a-{n}", "published": "2024-02-29"} for n in range(count))
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def command(*arguments: str | Path) -> list[str]:
    return [sys.executable, "-m", "visitextract.cli", *map(str, arguments)]


def run(*arguments: str | Path, **options: Any) -> subprocess.CompletedProcess[bytes]:
    options = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "stdin": subprocess.DEVNULL} | options
    done: Any = subprocess.run(command(*arguments), check=False, timeout=180, env=ENVIRONMENT, **options)
    return done  # type: ignore[no-any-return]


def small_files(size: int) -> Callable[[], None]:
    """A disk on which no file can grow beyond ``size`` bytes."""

    def limit() -> None:
        import resource

        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    return limit


def whole_lines(path: Path) -> list[Extraction]:
    with open_lines(path) as stream:
        return [Extraction.model_validate_json(line) for line in stream.read().splitlines()]


def leftovers(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.name.startswith(".") or path.suffix in {".tmp", ".part"})


@contextmanager
def tiny_disk(folder: Path) -> Iterator[Path]:
    """A file system of its own with room for 64 KiB; skips where mounting is not allowed."""
    folder.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", folder], check=False, capture_output=True)
    if mounted.returncode:
        pytest.skip("no right to mount a file system")
    try:
        yield folder
    finally:
        subprocess.run(["umount", folder], check=True)


@pytest.mark.parametrize("command_line", [["convert"], ["convert", "--format", "jsonl", "--workers", "2"], ["show"], ["times"]])
def test_a_full_standard_output_is_told_with_its_exit_code(command_line: list[str], tmp_path: Path) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("no /dev/full here")
    news = archive(tmp_path / "news.jsonl", 20)
    with Path("/dev/full").open("wb") as full:
        result = run(*command_line, news, stdout=full)
    assert result.returncode == 3
    assert result.stderr == b"Error: standard output: No space left on device\n"


@pytest.mark.parametrize("name", ["out.jsonl", "out.jsonl.gz"])
def test_a_full_disk_stops_the_run_and_the_next_goes_on(name: str, tmp_path: Path) -> None:
    news, out, whole = archive(tmp_path / "news.jsonl", 140), tmp_path / "out" / name, tmp_path / name
    assert run("convert", news, "-o", whole).returncode == 0
    result = run("convert", news, "-o", out, preexec_fn=small_files(whole.stat().st_size // 2))
    assert result.returncode == 3
    assert result.stderr.decode() == f"Error: {out}.part: File too large\n"
    assert [path.name for path in out.parent.iterdir()] == [f"{name}.part"]
    assert run("convert", news, "-o", out, "--resume").returncode == 0
    assert whole_lines(out) == whole_lines(whole)
    assert leftovers(out.parent) == []


def test_a_full_disk_leaves_whole_files_only(tmp_path: Path) -> None:
    news = archive(tmp_path / "news.jsonl", 100)
    with tiny_disk(tmp_path / "disk") as disk:
        result = run("convert", news, "--out-dir", disk / "out")
        assert result.returncode == 3
        assert result.stderr.endswith(b": No space left on device\n")
        written = sorted((disk / "out").glob("*.json"))
        assert written
        for path in written:
            Extraction.model_validate_json(path.read_bytes())
        assert leftovers(disk / "out") == []


WRITERS = [["merge"], ["export", "--format", "jsonld"], ["report"]]


@pytest.mark.parametrize("arguments", WRITERS, ids=lambda arguments: arguments[0])
def test_a_file_that_cannot_be_written_whole_leaves_the_old_one(arguments: list[str], tmp_path: Path) -> None:
    news, out = archive(tmp_path / "news.jsonl", 3), tmp_path / "out.file"
    out.write_text("of yesterday", encoding="utf-8")
    result = run(*arguments, news, "-o", out, preexec_fn=small_files(1000))
    assert result.returncode == 3
    assert result.stderr.decode() == f"Error: {out}: File too large\n"
    assert out.read_text(encoding="utf-8") == "of yesterday"
    assert leftovers(tmp_path) == []


@pytest.mark.parametrize("workers", ["1", "2"])
def test_a_reader_that_has_seen_enough_ends_the_run_quietly(workers: str, tmp_path: Path) -> None:
    news = archive(tmp_path / "news.jsonl", 150)
    with subprocess.Popen(
        command("convert", news, "--format", "jsonl", "--workers", workers), stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(timeout=60) == 0


@contextmanager
def closed_folder(folder: Path) -> Iterator[Path]:
    """A folder that cannot be written: by its rights, and for root, who may write anywhere, on a read-only file system."""
    if os.getuid():
        folder.mkdir(mode=0o555)
        yield folder
        return
    with tiny_disk(folder):
        subprocess.run(["mount", "-o", "remount,ro", folder], check=True)
        yield folder


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    news = archive(tmp_path / "news.jsonl", 2)
    with closed_folder(tmp_path / "closed") as folder:
        for option, place in (("--out-dir", folder), ("-o", folder / "out.jsonl"), ("--out-dir", folder / "deeper")):
            result = run("convert", news, option, place)
            assert result.returncode == 3, result.stderr
            assert result.stderr.decode().startswith(f"Error: {folder}")
            assert result.stderr.decode().endswith((": Permission denied\n", ": Read-only file system\n"))
        assert list(folder.iterdir()) == []


@pytest.mark.parametrize("arguments", [["--out-dir", "out"], ["-o", "out.jsonl"]], ids=["folder", "file"])
def test_the_second_of_two_runs_into_one_place_is_refused(arguments: list[str], tmp_path: Path) -> None:
    archive(tmp_path / "news.jsonl", 150)
    with subprocess.Popen(command("convert", "news.jsonl", *arguments), cwd=tmp_path, env=ENVIRONMENT) as first:
        while first.poll() is None and not list(tmp_path.glob("out*")):
            time.sleep(0.01)
        os.kill(first.pid, signal.SIGSTOP)
        second = run("convert", "news.jsonl", *arguments, "--resume", cwd=tmp_path)
        os.kill(first.pid, signal.SIGCONT)
        assert second.returncode == 3
        assert second.stderr.endswith(b": another run is writing to it\n")
        assert first.wait(timeout=180) == 0
    if arguments[0] == "-o":
        assert len(whole_lines(tmp_path / "out.jsonl")) == 150
    else:
        assert len(list((tmp_path / "out").glob("*.json"))) == 150


def wait_for_some(process: subprocess.Popen[bytes], count: Callable[[], int], least: int) -> None:
    deadline = time.monotonic() + 120
    while process.poll() is None and count() < least and time.monotonic() < deadline:
        time.sleep(0.005)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM], ids=lambda number: number.name)
@pytest.mark.parametrize("workers", ["1", "2"])
def test_a_run_that_is_asked_to_end_leaves_whole_things(number: signal.Signals, workers: str, tmp_path: Path) -> None:
    news, out, folder = archive(tmp_path / "news.jsonl", 150), tmp_path / "out.jsonl", tmp_path / "out"
    part = tmp_path / "out.jsonl.part"
    for option, place, count in (
        ("-o", out, lambda: part.stat().st_size if part.exists() else 0),
        ("--out-dir", folder, lambda: len(list(folder.glob("*.json")))),
    ):
        with subprocess.Popen(
            command("convert", news, option, place, "--workers", workers),
            stderr=subprocess.PIPE,
            env=ENVIRONMENT,
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # a shell starts what runs behind deaf to it
        ) as process:
            assert process.stderr is not None
            wait_for_some(process, count, 3)
            process.send_signal(number)
            told = process.stderr.read()
            assert process.wait(timeout=60) == 128 + number
            assert told == (b"stopped\n" if number is signal.SIGINT else b"")
    assert not out.exists()
    assert part.read_bytes().endswith(b"\n")
    assert [name for name in leftovers(folder) if name.endswith(".tmp")] == []
    for path in folder.glob("*.json"):
        Extraction.model_validate_json(path.read_bytes())
    for option, place in (("-o", out), ("--out-dir", folder)):
        assert run("convert", news, option, place, "--resume", "--workers", "2").returncode == 0
    assert len(whole_lines(out)) == len(list(folder.glob("*.json"))) == 150


@pytest.mark.parametrize("name", ["out.jsonl", "out.jsonl.gz"])
def test_runs_killed_at_any_moment_come_to_the_same_end(name: str, tmp_path: Path) -> None:
    news, out, whole = archive(tmp_path / "news.jsonl", 150), tmp_path / name, tmp_path / f"whole-{name}"
    assert run("convert", news, "-o", whole).returncode == 0
    moments = random.Random(name)
    for _ in range(4):
        with subprocess.Popen(command("convert", news, "-o", out, "--resume", "--workers", "2"), env=ENVIRONMENT) as process:
            try:
                process.wait(timeout=moments.uniform(0.4, 2.5))
            except subprocess.TimeoutExpired:
                process.kill()
        if out.exists():
            assert whole_lines(out) == whole_lines(whole)  # what has the name is complete
    assert run("convert", news, "-o", out, "--resume").returncode == 0
    assert whole_lines(out) == whole_lines(whole)


def test_a_folder_whose_runs_are_killed_at_any_moment_holds_whole_files(tmp_path: Path) -> None:
    news, out = archive(tmp_path / "news.jsonl", 150), tmp_path / "out"
    moments = random.Random(3)
    for _ in range(3):
        with subprocess.Popen(command("convert", news, "--out-dir", out, "--resume"), env=ENVIRONMENT) as process:
            try:
                process.wait(timeout=moments.uniform(0.4, 2.0))
            except subprocess.TimeoutExpired:
                process.kill()
        for path in out.glob("*.json"):
            Extraction.model_validate_json(path.read_bytes())
    for path in out.glob(".*.tmp"):
        os.utime(path, (0, 0))  # as if an hour had gone by
    assert run("convert", news, "--out-dir", out, "--resume").returncode == 0
    assert sorted(path.name for path in out.iterdir()) == sorted(f"a-{n}.json" for n in range(150))


def test_more_articles_are_added_to_a_complete_file(tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl.gz"
    assert run("convert", archive(tmp_path / "news.jsonl", 70), "-o", out).returncode == 0
    before = out.read_bytes()
    assert run("convert", tmp_path / "news.jsonl", "-o", out, "--resume").returncode == 0
    assert out.read_bytes() == before  # nothing new, nothing touched
    assert run("convert", archive(tmp_path / "more.jsonl", 75), "-o", out, "--resume").returncode == 0
    assert [found.article.id for found in whole_lines(out)] == [f"a-{n}" for n in range(75)]
    assert leftovers(tmp_path) == []


@pytest.mark.parametrize("size", [1, 2000, None], ids=["a byte", "half", "all"])
def test_a_copy_that_was_cut_off_costs_no_record_of_the_complete_file(size: int | None, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    assert run("convert", archive(tmp_path / "news.jsonl", 5), "-o", out).returncode == 0
    (tmp_path / "out.jsonl.part").write_bytes(out.read_bytes()[:size])
    rows = json.dumps({"text": TEXT.format(day=3), "id": "new"})
    (tmp_path / "other.jsonl").write_text(rows, encoding="utf-8")
    assert run("convert", tmp_path / "other.jsonl", "-o", out, "--resume").returncode == 0
    assert [found.article.id for found in whole_lines(out)] == [*(f"a-{n}" for n in range(5)), "new"]
    assert leftovers(tmp_path) == []


def test_a_run_from_the_start_replaces_the_old_file_only_when_it_is_done(tmp_path: Path) -> None:
    news, out = archive(tmp_path / "news.jsonl", 150), tmp_path / "out.jsonl"
    out.write_text("of yesterday\n", encoding="utf-8")
    with subprocess.Popen(command("convert", news, "-o", out), env=ENVIRONMENT) as process:
        wait_for_some(process, lambda: sum(path.stat().st_size for path in tmp_path.glob("*.part")), 3)
        process.kill()
    assert out.read_text(encoding="utf-8") == "of yesterday\n"
    assert run("convert", news, "-o", out).returncode == 0
    assert len(whole_lines(out)) == 150


@pytest.mark.parametrize("arguments", WRITERS[:2], ids=lambda arguments: arguments[0])
def test_a_pipe_or_device_given_as_the_output_is_written_to_and_not_replaced(arguments: list[str], tmp_path: Path) -> None:
    news, pipe = archive(tmp_path / "news.jsonl", 2), tmp_path / "pipe"
    os.mkfifo(pipe)
    read: IO[bytes]
    with subprocess.Popen(command(*arguments, news, "-o", pipe)) as process:
        with pipe.open("rb") as read:
            document = json.loads(read.read())
        assert process.wait(timeout=60) == 0
    assert document
    assert pipe.is_fifo()


def test_a_link_given_as_the_output_stays_a_link(tmp_path: Path) -> None:
    news = archive(tmp_path / "news.jsonl", 2)
    for arguments, name in ((["merge"], "out.json"), (["convert"], "out.jsonl")):
        (tmp_path / "elsewhere").mkdir(exist_ok=True)
        link, target = tmp_path / name, tmp_path / "elsewhere" / name
        link.symlink_to(target)
        assert run(*arguments, news, "-o", link).returncode == 0
        assert link.is_symlink()
        assert target.stat().st_size > 100


def test_records_on_standard_input_are_read_as_they_come() -> None:
    row = json.dumps({"text": TEXT.format(day=3), "id": "first"}) + "\n"
    with subprocess.Popen(command("convert", "-", "--format", "jsonl"), stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(row.encode())
        process.stdin.flush()
        assert json.loads(process.stdout.readline())["article"]["id"] == "first"  # while the input is still open
        process.stdin.close()
        assert process.wait(timeout=60) == 0


def test_a_file_nobody_sends_more_of_is_read_to_where_it_broke_off(tmp_path: Path) -> None:
    news = archive(tmp_path / "news.jsonl", 5)
    data = news.read_bytes()
    news.write_bytes(data[:-30])
    result = run("convert", news, "--format", "jsonl")
    assert result.returncode == 1
    assert result.stdout.count(b"\n") == 4
    assert result.stderr.decode().startswith(f"error: {news}:5: broken JSON")
