"""The whole demonstration as a child process, as ``make demo`` starts it, for tests and for the README's picture."""

import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

_ROOT = Path(__file__).parents[3]
_ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+/")
_STOP_SECONDS = 40.0


@dataclass(frozen=True)
class Demo:
    """A demonstration that runs."""

    address: str
    data_dir: Path
    process: "subprocess.Popen[str]"


@contextmanager
def demo_running(articles: Path, data_dir: Path) -> Iterator[Demo]:
    """Run a demonstration on a free port while the block lasts.

    Raises:
        RuntimeError: it ended before it had an address; the message holds what it wrote.
    """
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.support.demo", "--port=0", f"--articles={articles}", f"--data-dir={data_dir}"],
        cwd=_ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        said = ""
        while (found := _ADDRESS.search(said)) is None:
            line = process.stdout.readline() if process.stdout else ""
            if not line:
                raise RuntimeError(f"the demonstration ended: {said}{process.communicate()[1]}")
            said += line
        yield Demo(found[0], data_dir, process)
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGINT)
        process.communicate(timeout=_STOP_SECONDS)
