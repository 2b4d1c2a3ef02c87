"""The child process for heavy work: ``python -m bot.telegram.admin.worker``, a job on stdin, events on stdout.

Indexing and reading foreign documents take memory and time, and can crash: none of that may touch the answers. The
child steps back for everybody else (priority, memory), and it ends with the bot however that ends, because the bot
holds the other end of its standard input. Indexing may be killed at any moment; the index is then as it was.
"""

import json
import os
import signal
import sqlite3
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import NoReturn

from bot.telegram.admin.jobs import Event, Failed, Fault, Indexed, IndexJob, InspectJob, Names, Stage, event_line
from embeddings.base import EmbeddingError
from retrieval.errors import CorpusError, IndexBusyError, IndexUnusableError

_NICENESS = {"index": 19, "inspect": 5}  # answers come first; for a document that was sent somebody waits
_KILL_ME_FIRST = "800"  # of 1000, when the machine runs out of memory
_EVENT_SECONDS = 0.5  # between two events of a stage
_STOPPED = 143  # exit status, as the shell reports SIGTERM
_STDIN = 0
_CHUNK_BYTES = 65536
Tell = Callable[[Event], None]


def main() -> int:
    """Do the job on stdin; return 0 where an event told how it ended."""
    tell = _events_to_stdout()
    signal.signal(signal.SIGTERM, _stop)
    job = json.loads(_first_line())
    _step_back(_NICENESS[job["job"]])
    threading.Thread(target=_end_with_the_bot, daemon=True).start()
    if job["job"] == "index":
        tell(run_index(IndexJob.from_json(job), tell))
    else:
        from bot.telegram.admin.inspection import inspect_document

        tell(inspect_document(InspectJob.from_json(job).path))
    return 0


def run_index(job: IndexJob, tell: Tell) -> Indexed | Failed:
    """Index, telling each stage, and return what changed or why nothing did."""
    os.chdir(job.folder)  # where relative paths, the model's too, count from
    from bot.app import MODELS_DIR
    from embeddings import open_encoder
    from retrieval.index.builder import build_index

    try:
        before = _hashes(job.data_dir)
        encoder = open_encoder(job.model, job.data_dir / MODELS_DIR)
        report = build_index(job.data_dir, job.roots, encoder, progress=StageEvents(tell))
        after = _hashes(job.data_dir)
    except IndexBusyError as error:
        return Failed(Fault.BUSY, str(error))
    except CorpusError as error:
        return Failed(Fault.CORPUS, str(error))
    except IndexUnusableError as error:
        return Failed(Fault.INDEX, str(error))
    except EmbeddingError as error:
        return Failed(Fault.MODEL, str(error))
    except (OSError, sqlite3.Error) as error:
        return Failed(Fault.DISK, f"{type(error).__name__}: {error}")
    failed = report.articles.failed
    names = Names.of([failure.path for failure in failed]).names
    return Indexed(
        generation=report.generation,
        added=Names.of(sorted(after.keys() - before.keys())),
        changed=Names.of(sorted(name for name in after.keys() & before.keys() if after[name] != before[name])),
        removed=Names.of(sorted(before.keys() - after.keys())),
        n_unchanged=report.articles.unchanged,
        n_failed=len(failed),
        failed=tuple((name, failure.error[:500]) for name, failure in zip(names, failed, strict=False)),
        n_passages=report.passages,
        n_embedded=report.embedded,
        seconds=report.seconds,
    )


class StageEvents:
    """Tells how far indexing has come, not more often than a person can read; an IndexProgress."""

    def __init__(self, tell: Tell, clock: Callable[[], float] = time.monotonic) -> None:
        """Take where events go; ``clock`` gives seconds."""
        self._tell = tell
        self._clock = clock
        self._told_at = clock()
        self._stage = Stage("", 0, 0)

    def start(self, stage: str, total: int) -> None:
        """Tell that a stage begins."""
        self._put(Stage(stage, 0, total))

    def advance(self, done: int) -> None:
        """Tell that more is done, unless something was told just now."""
        self._stage = Stage(self._stage.name, self._stage.done + done, self._stage.total)
        if self._clock() - self._told_at >= _EVENT_SECONDS:
            self._put(self._stage)

    def _put(self, stage: Stage) -> None:
        self._stage = stage
        self._told_at = self._clock()
        self._tell(stage)


def _hashes(data_dir: Path) -> dict[str, str]:
    """Return the content hash of each article by id; nothing where there is no index yet."""
    from retrieval.index.store import FILE_NAME, open_for_reading

    if not (data_dir / FILE_NAME).exists():
        return {}
    store = open_for_reading(data_dir)
    try:
        return {article_id: found[0] for article_id, found in store.content_hashes().items()}
    finally:
        store.close()


def _events_to_stdout() -> Tell:
    """Return what writes events to stdout; whatever a library prints goes to stderr from now on."""
    events = os.fdopen(os.dup(sys.stdout.fileno()), "wb", buffering=0)
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())

    def tell(event: Event) -> None:
        events.write(event_line(event))

    return tell


def _step_back(niceness: int) -> None:
    """Let the bot go first, for time and for memory; where that cannot be, work all the same."""
    with suppress(OSError):
        os.nice(niceness)
    with suppress(OSError):
        Path("/proc/self/oom_score_adj").write_text(_KILL_ME_FIRST, encoding="ascii")


def _first_line() -> bytes:
    """Return the job; read without a buffer, which a thread that waits for more would hold on to at the end."""
    line = b""
    while not line.endswith(b"\n"):
        chunk = os.read(_STDIN, _CHUNK_BYTES)
        if not chunk:
            os._exit(_STOPPED)
        line += chunk
    return line


def _end_with_the_bot() -> None:
    """Wait for the bot's end of stdin to close, and go."""
    while os.read(_STDIN, _CHUNK_BYTES):
        pass
    os._exit(_STOPPED)


def _stop(_number: int, _frame: object) -> NoReturn:
    """Leave as soon as Python can, with what is open closed."""
    raise SystemExit(_STOPPED)


if __name__ == "__main__":
    sys.exit(main())
