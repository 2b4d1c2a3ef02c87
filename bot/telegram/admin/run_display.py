"""The one message that shows a run of indexing: edited as the run goes on, no more often than Telegram likes."""

import asyncio
from collections.abc import Callable
from contextlib import suppress

from bot.telegram.places import Place
from bot.telegram.rendering.markup import Body, text_body
from bot.telegram.sending import Delivery, Outgoing
from bot.telegram.services import Services
from bot.telegram.state.admin import RunMessage, forget_run_message, note_run_message
from bot.telegram.texts import Texts

EDIT_SECONDS = 3.0  # between two edits in a private chat
GROUP_EDIT_SECONDS = 10.0  # a group takes 20 messages a minute, and answers need most of them
LONG_RUN_SECONDS = 60.0  # after which the report is a message of its own, since an edit makes no sound


class RunDisplay:
    """Shows one run."""

    def __init__(self, services: Services, place: Place, reply_to: int | None, texts: Texts) -> None:
        """Take where the message goes, and the message that it replies to."""
        self._services = services
        self._place = place
        self._reply_to = reply_to
        self._texts = texts
        self._message: RunMessage | None = None
        self._shown: Outgoing | None = None
        self._edited_at: float | None = None
        self._is_over = asyncio.Event()
        self._following: asyncio.Task[None] | None = None
        self._seconds = EDIT_SECONDS if place.is_private else GROUP_EDIT_SECONDS

    async def open(self, current: Callable[[], Outgoing]) -> None:
        """Send the message, and edit it from now on whenever ``current`` gives something new.

        Where it cannot be sent, the run is shown by its report only.
        """
        self._shown = current()
        sent = await self._services.sender.send(self._place, self._shown, self._reply_to)
        if sent.message_id is not None:
            self._message = RunMessage(self._place, sent.message_id, self._texts.language)
            note_run_message(self._services.store.db, self._message)
            self._following = asyncio.create_task(self._follow(current))

    async def abandon(self) -> None:
        """Leave the message as it is."""
        if self._following is not None:
            self._following.cancel()
            await asyncio.gather(self._following, return_exceptions=True)

    async def close(self, report: Body, seconds: float) -> None:
        """Show how the run ended; ``seconds`` is how long it took."""
        self._is_over.set()
        if self._following is not None:
            await self._following
        message = self._message
        if message is None:
            await self._services.sender.send(self._place, Outgoing(report), self._reply_to)
            return
        if self._edited_at is not None:
            await asyncio.sleep(max(0.0, self._edited_at + self._seconds - self._now()))
        if seconds >= LONG_RUN_SECONDS:
            await self._edit(Outgoing(text_body(self._texts.admin.run_done_below)))
            await self._services.sender.send(self._place, Outgoing(report), message.message_id)
        elif not await self._edit(Outgoing(report)):
            await self._services.sender.send(self._place, Outgoing(report), self._reply_to)
        forget_run_message(self._services.store.db, message)

    async def _follow(self, current: Callable[[], Outgoing]) -> None:
        while not self._is_over.is_set():
            with suppress(TimeoutError):
                await asyncio.wait_for(self._is_over.wait(), self._seconds)
            message = current()
            if not self._is_over.is_set() and message != self._shown:
                await self._edit(message)

    async def _edit(self, message: Outgoing) -> bool:
        """Edit the message and return whether it was there to be edited."""
        if self._message is None:
            return False
        sent = await self._services.sender.edit(self._place, self._message.message_id, message)
        self._shown = message
        self._edited_at = self._now()
        return sent.delivery is Delivery.DELIVERED

    @staticmethod
    def _now() -> float:
        return asyncio.get_running_loop().time()
