"""Shows "typing …" while an answer is worked on: Telegram takes it down after five seconds."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from bot.telegram.places import Place
from bot.telegram.sending import Sender

REFRESH_SECONDS = 4.0
_LAST_WORD_SECONDS = 2.0  # how long an answer waits for a request that is under way: typing must not come after it


@asynccontextmanager
async def typing_shown(sender: Sender, place: Place) -> AsyncIterator[None]:
    """Show typing in a place until the block is left."""
    is_over = asyncio.Event()
    task = asyncio.create_task(_keep_typing(sender, place, is_over))
    try:
        yield
    finally:
        is_over.set()
        with suppress(TimeoutError):
            await asyncio.wait_for(task, _LAST_WORD_SECONDS)


async def _keep_typing(sender: Sender, place: Place, is_over: asyncio.Event) -> None:
    while not is_over.is_set():
        await sender.show_typing(place)
        with suppress(TimeoutError):
            await asyncio.wait_for(is_over.wait(), REFRESH_SECONDS)
