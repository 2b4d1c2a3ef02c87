"""Takes updates from Telegram: by asking for them (polling), until told to stop.

python-telegram-bot's Updater dies for good when the token is refused once, says nothing of timeouts, and has no limit
on a request that hangs. This loop waits for the network with a line in the log, explains a conflict with a second
bot, and notes when Telegram last answered.
"""

import asyncio
import logging
import math
import sqlite3
import time
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from typing import Any, TypeVar

from telegram import Bot, Update
from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError

from bot.telegram.inbox import Inbox
from bot.telegram.reading import ALLOWED_UPDATES
from bot.telegram.sending import retry_seconds
from bot.telegram.services import Health

POLL_SECONDS = 25
_STUCK_SECONDS = 20.0  # beyond which a request that should have come back is given up
_FIRST_PAUSE_SECONDS = 1.0
_MAX_PAUSE_SECONDS = 30.0
_CONFLICT_PAUSE_SECONDS = 5.0
_CONFLICT_SILENCE_SECONDS = 60.0
_CONFIRM_SECONDS = 3.0
_LOG = logging.getLogger(__name__)
_Result = TypeVar("_Result")

CONFLICT = (
    "another program takes this bot's updates: either a second bot runs with the same token, or a webhook was set "
    "elsewhere. Stop the other one; until then some questions go there. Trying again"
)


class TokenRefusedError(Exception):
    """Telegram does not know the token."""


class Backoff:
    """Pauses between tries, growing; says once that Telegram cannot be reached, and once that it can be again."""

    def __init__(self, what: str) -> None:
        """Take what is being tried, for the log."""
        self._what = what
        self._pause_seconds = 0.0
        self._conflict_said_at = -math.inf

    def failed(self, error: Exception) -> float:
        """Note a failure and return the seconds to wait."""
        if isinstance(error, RetryAfter):
            return retry_seconds(error)
        if isinstance(error, Conflict):
            if time.monotonic() - self._conflict_said_at > _CONFLICT_SILENCE_SECONDS:
                self._conflict_said_at = time.monotonic()
                _LOG.error(CONFLICT)
            return _CONFLICT_PAUSE_SECONDS
        if not self._pause_seconds:
            _LOG.warning("Telegram cannot be reached (%s: %s); waiting for it", self._what, error)
        self._pause_seconds = min(_MAX_PAUSE_SECONDS, max(_FIRST_PAUSE_SECONDS, 1.5 * self._pause_seconds))
        return self._pause_seconds

    def succeeded(self) -> None:
        """Note a success."""
        if self._pause_seconds:
            _LOG.info("Telegram can be reached again")
        self._pause_seconds = 0.0


async def until_done(what: str, attempt: Callable[[], Awaitable[_Result]], stop: asyncio.Event) -> _Result | None:
    """Return what an attempt gives, made again while the network is down; None once a stop is asked for.

    Raises:
        TokenRefusedError: Telegram does not know the token.
    """
    backoff = Backoff(what)
    while not stop.is_set():
        try:
            result = await attempt()
        except InvalidToken as error:
            raise TokenRefusedError from error
        except TelegramError as error:
            await pause(backoff.failed(error), stop)
        else:
            backoff.succeeded()
            return result
    return None


async def pause(seconds: float, stop: asyncio.Event) -> None:
    """Wait, but no longer than until a stop is asked for."""
    with suppress(TimeoutError):
        await asyncio.wait_for(stop.wait(), seconds)


class Poller:
    """Asks Telegram for updates."""

    def __init__(self, bot: Bot, inbox: Inbox, health: Health) -> None:
        """Take where updates go."""
        self._bot = bot
        self._inbox = inbox
        self._health = health
        self._offset: int | None = None

    async def run(self, stop: asyncio.Event) -> None:
        """Take updates until a stop is asked for.

        Raises:
            TokenRefusedError: Telegram does not know the token.
        """
        await until_done("removing the webhook", self._bot.delete_webhook, stop)
        backoff = Backoff("asking for updates")
        while not stop.is_set():
            try:
                updates = await self._ask(stop)
            except InvalidToken as error:
                raise TokenRefusedError from error
            except (TelegramError, TimeoutError) as error:
                await pause(backoff.failed(error), stop)
            else:
                backoff.succeeded()
                await self._take(updates, stop)

    async def _ask(self, stop: asyncio.Event) -> Sequence[Update]:
        """Return the next updates, none where a stop is asked for meanwhile."""
        asking = asyncio.create_task(self._updates(POLL_SECONDS))
        stopping = asyncio.create_task(stop.wait())
        await asyncio.wait(
            (asking, stopping), timeout=POLL_SECONDS + _STUCK_SECONDS, return_when=asyncio.FIRST_COMPLETED
        )
        if asking.done() and not stopping.done():
            stopping.cancel()
            self._health.last_poll_at = time.time()
            return asking.result()
        if stopping.done():
            await self._confirm()  # which also ends the request under way: Telegram answers only the later one
        await end(stopping, 0)
        await end(asking, _CONFIRM_SECONDS if stop.is_set() else 0)
        if stop.is_set():
            return ()
        raise TimeoutError("a request for updates hung")

    async def _updates(self, seconds: int) -> Sequence[Update]:
        return await self._bot.get_updates(self._offset, timeout=seconds, allowed_updates=ALLOWED_UPDATES)

    async def _take(self, updates: Sequence[Update], stop: asyncio.Event) -> None:
        try:
            for update in updates:
                await self._inbox.put(update)
                self._offset = update.update_id + 1
        except sqlite3.Error as error:  # a full disk, such as; what was not written down is asked for again
            _LOG.error("updates cannot be written down: %s", error)
            await pause(_MAX_PAUSE_SECONDS, stop)

    async def _confirm(self) -> None:
        """Tell Telegram which updates have been taken, so that the next start does not get them again."""
        try:
            await asyncio.wait_for(self._updates(0), _CONFIRM_SECONDS)
        except (TelegramError, TimeoutError) as error:
            _LOG.info("the last updates were not confirmed and will come again: %s", error)


async def end(task: "asyncio.Task[Any]", seconds: float) -> None:
    """Let a task end by itself for a while, then cancel it; what it gives is not wanted any more."""
    await asyncio.wait((task,), timeout=seconds)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
