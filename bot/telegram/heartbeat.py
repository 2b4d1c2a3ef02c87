"""A small file that says when the bot was last well, for whatever watches it from outside: ``hoidap bot --health``.

A process that runs may hang, or wait for Telegram for hours. The bot's event loop writes the file every few seconds,
with the time when Telegram last answered; the reader judges by both ages. It imports nothing heavy.
"""

import asyncio
import json
import logging
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import NamedTuple

FILE_NAME = "bot.heartbeat"
EVERY_SECONDS = 10.0
HUNG_SECONDS = 60.0  # without a beat; a loaded machine may miss some
SILENT_SECONDS = 180.0  # without an answer of Telegram; a request for updates takes up to 45
_LOG = logging.getLogger(__name__)


class Verdict(NamedTuple):
    """Whether the bot is well, and a line that says why."""

    is_well: bool
    reason: str


@asynccontextmanager
async def beating(data_dir: Path, heard_at: Callable[[], float | None]) -> AsyncIterator[None]:
    """Keep the file up to date while the block lasts, and remove it then.

    ``heard_at`` gives when Telegram last answered, in seconds since 1970, None if it has not yet.
    """
    path = data_dir / FILE_NAME
    heart = asyncio.create_task(_beat(path, heard_at))
    try:
        yield
    finally:
        heart.cancel()
        await asyncio.gather(heart, return_exceptions=True)
        with suppress(OSError):
            path.unlink(missing_ok=True)


def check(data_dir: Path, now: float) -> Verdict:
    """Return how the bot of a data directory fares at a time, in seconds since 1970."""
    path = data_dir / FILE_NAME
    try:
        beat = json.loads(path.read_text("utf-8"))
        at, heard_at = float(beat["at"]), float(beat["heard_at"] or beat["started_at"])
        has_heard = beat["heard_at"] is not None
    except FileNotFoundError:
        return Verdict(False, f"no bot runs here: there is no {path}")
    except (OSError, ValueError, TypeError, KeyError) as error:
        return Verdict(False, f"{path} cannot be read ({type(error).__name__})")
    if now - at > HUNG_SECONDS:
        return Verdict(False, f"the bot hangs or was killed: no sign of life for {now - at:.0f} s")
    if now - heard_at > SILENT_SECONDS:
        return Verdict(False, f"Telegram has not answered for {now - heard_at:.0f} s; the bot's log says why")
    if not has_heard:
        return Verdict(True, f"the bot is waiting for Telegram's first answer, for {now - heard_at:.0f} s")
    return Verdict(True, f"well: Telegram answered {max(0.0, now - heard_at):.0f} s ago")


async def _beat(path: Path, heard_at: Callable[[], float | None]) -> None:
    started_at = time.time()
    complained = False
    while True:
        try:
            _write(path, {"at": time.time(), "heard_at": heard_at(), "started_at": started_at})
        except OSError as error:
            if not complained:
                _LOG.warning("%s cannot be written: %s", path, error.strerror)
            complained = True
        else:
            complained = False
        await asyncio.sleep(EVERY_SECONDS)


def _write(path: Path, beat: dict[str, float | None]) -> None:
    """Put the file in place whole, so that nobody reads half of it."""
    new = path.with_name(f"{path.name}.new")
    new.write_text(json.dumps(beat), "utf-8")
    new.replace(path)
