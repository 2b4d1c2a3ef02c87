"""Runs a job in a child process: starts it, passes its events on, and sees to it that it ends."""

import asyncio
import logging
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import bot
from bot.telegram.admin.jobs import Event, Failed, Fault, IndexJob, InspectJob, Stage, parse_event

STOP_SECONDS = 5.0  # after which a child that was asked to stop is killed
_MAX_LINE_BYTES = 1024 * 1024
_KEPT_REMARKS_BYTES = 4000
_CODE_ROOT = Path(bot.__file__).resolve().parents[1]  # the child runs the same code as the bot, wherever that is
_LOG = logging.getLogger(__name__)


class Child:
    """A child process at work."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        """Take the process; use :func:`working`."""
        self._process = process
        self._remarks = b""
        self.was_stopped = False

    async def events(self) -> AsyncIterator[Event]:
        """Yield its events; the last one tells how the job ended, unless it was stopped."""
        assert self._process.stdout is not None  # noqa: S101 (it was asked for)
        drain = asyncio.create_task(self._keep_remarks())
        is_over = False
        try:
            while line := await self._process.stdout.readline():
                event = parse_event(line)
                is_over = not isinstance(event, Stage)
                yield event
            status = await self._process.wait()
        finally:
            await drain if self._process.returncode is not None else drain.cancel()
        if not is_over and not self.was_stopped:
            remarks = self._remarks.decode("utf-8", "replace").strip()
            yield Failed(Fault.CRASH, f"exit status {status}: {remarks[-_KEPT_REMARKS_BYTES:]}")

    def stop(self) -> None:
        """Ask it to stop; it is killed where it does not."""
        if self.was_stopped or self._process.returncode is not None:
            return
        self.was_stopped = True
        with suppress(ProcessLookupError):
            self._process.terminate()
        asyncio.get_running_loop().call_later(STOP_SECONDS, self._kill)

    async def end(self) -> None:
        """See that it has ended: whoever worked with it leaves."""
        if self._process.returncode is None:
            with suppress(ProcessLookupError):
                self._process.terminate()
            try:
                await asyncio.wait_for(self._process.wait(), STOP_SECONDS)
            except TimeoutError:
                self._kill()
                await self._process.wait()
        if self._process.stdin is not None:
            self._process.stdin.close()

    def _kill(self) -> None:
        if self._process.returncode is None:
            with suppress(ProcessLookupError):
                self._process.kill()

    async def _keep_remarks(self) -> None:
        """Read what it writes to stderr, so that it never waits for a reader, and keep the end of it."""
        assert self._process.stderr is not None  # noqa: S101 (it was asked for)
        while chunk := await self._process.stderr.read(_KEPT_REMARKS_BYTES):
            self._remarks = (self._remarks + chunk)[-_KEPT_REMARKS_BYTES:]


@asynccontextmanager
async def working(job: IndexJob | InspectJob) -> AsyncIterator[Child]:
    """Run a job while the block lasts; a child that is still at work then is ended.

    Raises:
        OSError: no process can be started.
    """
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "bot.telegram.admin.worker",
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
        limit=_MAX_LINE_BYTES,
        cwd=_CODE_ROOT,
        process_group=0,  # Ctrl-C in a terminal is for the bot, which then ends its children
    )
    child = Child(process)
    try:
        if process.stdin is not None:
            with suppress(ConnectionError):  # it died at once: its events say why
                process.stdin.write(job.to_line())
                await process.stdin.drain()
        yield child
    finally:
        await child.end()
