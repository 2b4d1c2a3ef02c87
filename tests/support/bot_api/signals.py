"""Waiting for something to become true without asking every few milliseconds."""

import asyncio
from collections.abc import Callable
from typing import TypeVar

Found = TypeVar("Found")


class Signal:
    """Wakes those who wait whenever anything happens on the server."""

    def __init__(self) -> None:
        self._waiting: set[asyncio.Future[None]] = set()

    def fire(self) -> None:
        """Let all who wait look again."""
        waiting, self._waiting = self._waiting, set()
        for future in waiting:
            if not future.done():
                future.set_result(None)

    async def wait(self, timeout_seconds: float | None = None) -> None:
        """Return at the next event, or after the time, if one is given."""
        future: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.add(future)
        try:
            async with asyncio.timeout(timeout_seconds):
                await future
        except TimeoutError:
            return
        finally:
            self._waiting.discard(future)

    async def until(self, look: Callable[[], Found | None], timeout_seconds: float, what: Callable[[], str]) -> Found:
        """Return what ``look`` finds, as soon as it finds something that is neither None nor False.

        Raises:
            TimeoutError: it found nothing in time; ``what`` says what was waited for and what came instead.
        """
        loop = asyncio.get_running_loop()
        end = loop.time() + timeout_seconds
        while True:
            found = look()
            if found is not None and found is not False:
                return found
            left = end - loop.time()
            if left <= 0:
                raise TimeoutError(f"{what()} (waited {timeout_seconds} s)")
            await self.wait(left)
