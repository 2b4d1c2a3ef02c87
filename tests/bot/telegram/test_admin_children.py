"""The child process by itself, and what it and the bot say to each other."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from bot.telegram.admin.child import working
from bot.telegram.admin.inspection import inspect_document
from bot.telegram.admin.jobs import (
    MAX_NAMES,
    Failed,
    Fault,
    Indexed,
    IndexJob,
    Inspected,
    InspectJob,
    Names,
    Stage,
    Unreadable,
    event_line,
    parse_event,
)
from bot.telegram.admin.roots import Roots, roots_to_index
from bot.telegram.admin.worker import StageEvents, run_index
from tests.bot.telegram.admins import Premises
from tests.support.corpora import write_corpus

REPOSITORY = Path(__file__).parents[3]
MODEL = "multilingual-e5-small"


@pytest.mark.parametrize(
    "event",
    [
        Stage("read", 3, 10),
        Failed(Fault.DISK, "no room"),
        Indexed(3, Names(2, ("a <b>.txt", "\udce9.txt")), Names(), Names(1, ("c",)), 5, 1, (("d", "d is empty"),)),
        Inspected("T", None, None, "2024-01-02", "url", "…", 2, 300, "Mở đầu", "0f"),
        Unreadable("x.txt is empty"),
    ],
)
def test_event_is_the_same_on_the_other_side(event: Stage | Failed | Indexed | Inspected | Unreadable) -> None:
    line = event_line(event)
    assert line.count(b"\n") == 1
    assert parse_event(line) == event


@pytest.mark.parametrize("line", [b"", b"Traceback\n", b"[]\n", b'{"event": "x"}\n', b'{"event": "stage"}\n', b"7\n"])
def test_line_that_is_no_event_is_refused(line: bytes) -> None:
    with pytest.raises(ValueError, match=r"\S"):
        parse_event(line)


def test_names_are_counted_whole_and_kept_in_part() -> None:
    names = Names.of([f"{n}-{'x' * 400}" for n in range(100)])
    assert (names.n, len(names.names), len(names.names[0])) == (100, MAX_NAMES, 300)


def test_stages_are_told_at_once_and_their_progress_now_and_then() -> None:
    told: list[object] = []
    clock = iter([0.0, 0.0, 0.1, 0.2, 0.7, 0.7, 0.8, 0.8])
    events = StageEvents(told.append, lambda: next(clock))
    events.start("read", 9)
    for _ in range(3):
        events.advance(2)
    events.start("embed", 4)
    assert told == [Stage("read", 0, 9), Stage("read", 6, 9), Stage("embed", 0, 4)]


@pytest.mark.parametrize(
    ("corpus", "data", "fault"),
    [("nowhere", "state", Fault.CORPUS), ("empty", "state", Fault.CORPUS), ("bai-bao", "file", Fault.DISK)],
)
def test_run_that_fails_says_which_kind_of_fault(
    premises: Premises, monkeypatch: pytest.MonkeyPatch, corpus: str, data: str, fault: Fault
) -> None:
    folder = premises.corpus.parent
    monkeypatch.chdir(folder)
    (folder / "empty").mkdir()
    (folder / "file").write_text("no folder")
    job = IndexJob(folder, Path(data), (Path(corpus),), MODEL)
    failed = run_index(job, lambda _: None)
    assert isinstance(failed, Failed)
    assert failed.fault == fault


def test_damaged_index_is_a_fault_of_its_own(premises: Premises) -> None:
    (premises.settings.data_dir / "index.db").write_bytes(b"no database" * 500)
    job = IndexJob(premises.corpus.parent, premises.settings.data_dir, (premises.corpus,), MODEL)
    failed = run_index(job, lambda _: None)
    assert isinstance(failed, Failed)
    assert failed.fault == Fault.INDEX


@pytest.mark.parametrize("job", [b"", b'{"job": "inspect"'])
def test_child_ends_when_the_bot_does(job: bytes) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "bot.telegram.admin.worker"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=REPOSITORY,
    )
    out, err = process.communicate(job, timeout=60)
    assert (process.returncode, out, err) == (143, b"", b"")


@pytest.mark.asyncio
async def test_child_that_crashes_leaves_its_last_words(tmp_path: Path) -> None:
    async with working(IndexJob(tmp_path / "nowhere", tmp_path, (tmp_path,), MODEL)) as child:
        events = [event async for event in child.events()]
    (failed,) = events
    assert isinstance(failed, Failed)
    assert failed.fault == Fault.CRASH
    assert "FileNotFoundError" in failed.detail


@pytest.mark.asyncio
async def test_child_that_is_left_alone_is_ended(premises: Premises) -> None:
    async with working(IndexJob(premises.corpus, premises.settings.data_dir, (premises.corpus,), MODEL)) as child:
        pid = child._process.pid
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


@pytest.mark.asyncio
async def test_child_reads_a_document_with_low_priority_and_keeps_stdout_clean(tmp_path: Path) -> None:
    write_corpus(tmp_path, {"tin 2024-03-01.txt": "Tin thời tiết\n\nTrời nắng đẹp ở cả ba miền trong ngày hôm nay.\n"})
    async with working(InspectJob(tmp_path / "tin 2024-03-01.txt")) as child:
        pid, nice = child._process.pid, 0
        deadline = time.monotonic() + 60
        while not nice and time.monotonic() < deadline:  # it says no word before it has stepped back
            nice = os.getpriority(os.PRIO_PROCESS, pid)
        events = [event async for event in child.events()]
    (found,) = events
    assert nice >= 5
    assert isinstance(found, Inspected)
    assert (found.title, found.n_passages) == ("Tin thời tiết", 1)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("bai.txt", "Mở đường mới\n\nTỉnh mở con đường mới dài 12 km qua ba xã miền núi."),
        ("bai.md", "# Mở đường mới\n\nTỉnh mở con đường mới dài 12 km qua ba xã miền núi."),
        (
            "bai.html",
            "<html><head><title>Mở đường mới</title></head><body><article><h1>Mở đường mới</h1>"
            "<p>Tỉnh mở con đường mới dài 12 km qua ba xã miền núi.</p></article></body></html>",
        ),
    ],
)
def test_document_of_each_kind_is_read_as_indexing_reads_it(tmp_path: Path, name: str, content: str) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8")
    found = inspect_document(tmp_path / name)
    assert isinstance(found, Inspected)
    assert (found.title, found.n_passages) == ("Mở đường mới", 1)
    assert "Tỉnh mở con đường mới dài 12 km qua ba xã miền núi." in found.opening


def test_roots_are_those_of_the_index_if_the_own_folder_is_among_them(premises: Premises, tmp_path: Path) -> None:
    data_dir, corpus = premises.settings.data_dir, premises.corpus
    below = corpus / "thang-5"
    below.mkdir()
    assert roots_to_index(data_dir, corpus) == Roots((corpus,))
    assert roots_to_index(data_dir, below) == Roots((corpus,))
    assert roots_to_index(data_dir, tmp_path / "khac") == Roots((tmp_path / "khac",), (str(corpus),))
    assert roots_to_index(tmp_path / "no-index", corpus) == Roots((corpus,))
