"""The door for updates: each is written down before Telegram is told that it arrived, and let in once.

Telegram delivers an update again until it is confirmed, and forgets it then. What stands here with a payload was
confirmed but not dealt with: the run after a crash takes it up.
"""

import asyncio
import json
import logging

from telegram import Bot, Update

from bot.telegram.state.store import BotStore

RESUME_SECONDS = 15 * 60.0  # a question older than this is not answered unasked any more
_LOG = logging.getLogger(__name__)


class Inbox:
    """Takes updates from polling or webhook and hands them to the application."""

    def __init__(self, store: BotStore, queue: "asyncio.Queue[object]") -> None:
        """Take the application's queue."""
        self._store = store
        self._queue = queue

    async def put(self, update: Update) -> None:
        """Let an update in, unless it came before."""
        is_worth_resuming = update.message is not None or update.edited_message is not None
        payload = update.to_json() if is_worth_resuming else None  # a press or an inline query is too old by then
        if self._store.record_update(update.update_id, payload):
            await self._queue.put(update)
        else:
            _LOG.debug("update %s came again", update.update_id)

    async def resume(self, bot: Bot) -> int:
        """Let in again what an earlier run left undone, and return how many updates that were."""
        payloads = self._store.unfinished_updates(RESUME_SECONDS)
        for payload in payloads:
            update = Update.de_json(json.loads(payload), bot)
            await self._queue.put(update)
        return len(payloads)

    def done(self, update: Update) -> None:
        """Note that an update has been dealt with."""
        self._store.finish_update(update.update_id)
