"""The updates that wait for the bot: kept until it has confirmed them or they are too old, whoever polls for them."""

import asyncio
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from tests.support.bot_api.fields import Json
from tests.support.bot_api.refusals import conflict
from tests.support.bot_api.signals import Signal

_FIRST_UPDATE_ID = 700_000_001
_ALL_KINDS = (
    "message",
    "edited_message",
    "channel_post",
    "edited_channel_post",
    "inline_query",
    "chosen_inline_result",
    "callback_query",
    "my_chat_member",
    "poll",
    "poll_answer",
    "chat_join_request",
    "shipping_query",
    "pre_checkout_query",
    "business_connection",
    "business_message",
    "edited_business_message",
    "deleted_business_messages",
    "chat_boost",
    "removed_chat_boost",
    "purchased_paid_media",
)
_ON_REQUEST = ("chat_member", "message_reaction", "message_reaction_count")
_LIFETIME_SECONDS = {"callback_query": 150, "inline_query": 30, "chosen_inline_result": 600}
_DAY_SECONDS = 86_400

TERMINATED = "Terminated by other getUpdates request; make sure that only one bot instance is running"
WEBHOOK_ACTIVE = "Can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"


@dataclass
class Pending:
    """An update that the bot has not confirmed."""

    update_id: int
    kind: str
    body: Any
    expires_at: float
    in_delivery: bool = False

    def as_json(self) -> Json:
        """Return the Update."""
        return {"update_id": self.update_id, self.kind: self.body}

    @property
    def line(self) -> str:
        """Return what updates are delivered in order by: the chat, or the user where there is none."""
        body = self.body if isinstance(self.body, dict) else {}
        holder = body.get("message") if isinstance(body.get("message"), dict) else body
        place = holder.get("chat") or body.get("from") if isinstance(holder, dict) else None
        return str(place.get("id")) if isinstance(place, dict) else ""


@dataclass
class UpdateQueue:
    """What waits for the bot, in order; it outlives the bot's process."""

    clock: Callable[[], float]
    changed: Signal
    pending: list[Pending] = field(default_factory=list)
    allowed: frozenset[str] = frozenset(_ALL_KINDS)
    webhook_active: bool = False
    last_id: int = _FIRST_UPDATE_ID - 1
    polled_at: float | None = None
    _poll: asyncio.Future[str] | None = None

    def add(self, kind: str, body: Any) -> int | None:
        """Queue an update and return its id; None for a kind that the bot did not ask for."""
        if kind not in self.allowed:
            return None
        return self.put(kind, body)

    def put(self, kind: str, body: Any) -> int:
        """Queue an update of any kind and return its id."""
        self.last_id += 1
        lifetime = _LIFETIME_SECONDS.get(kind, _DAY_SECONDS)
        self.pending.append(Pending(self.last_id, kind, body, self.clock() + lifetime))
        self._wake("")
        self.changed.fire()
        return self.last_id

    def allow(self, kinds: Any) -> None:
        """Set what kinds are queued from now on; an empty list means Telegram's choice, anything else no change."""
        if not isinstance(kinds, list):
            return
        known = frozenset(str(kind) for kind in kinds) & {*_ALL_KINDS, *_ON_REQUEST}
        self.allowed = known or frozenset(_ALL_KINDS)

    def confirm(self, update_ids: Iterable[int]) -> None:
        """Forget updates that the bot has got."""
        confirmed = set(update_ids)
        self.pending = [update for update in self.pending if update.update_id not in confirmed]
        self.changed.fire()

    def clear(self) -> None:
        """Forget all updates."""
        self.pending.clear()

    def terminate_poll(self, words: str) -> None:
        """End a poll that is under way with a 409."""
        self._wake(words)

    async def poll(self, offset: int, limit: int, timeout_seconds: int) -> list[Json]:
        """Return the updates from an offset on, waiting for one if there is none; those before it are confirmed.

        Raises:
            RefusedError: 409, another poll came or a webhook is set.
        """
        if self.webhook_active:
            raise conflict(WEBHOOK_ACTIVE)
        self.terminate_poll(TERMINATED)
        self.polled_at = self.clock()
        self.changed.fire()
        loop = asyncio.get_running_loop()
        end = loop.time() + timeout_seconds
        while not (updates := self._from(offset, limit)) and loop.time() < end:
            self._poll = future = loop.create_future()
            try:
                async with asyncio.timeout_at(end):
                    words = await future
            except TimeoutError:
                break
            finally:
                if self._poll is future:
                    self._poll = None
            if words:
                raise conflict(words)
        return [update.as_json() for update in updates]

    def due(self) -> list[Pending]:
        """Return the first update of each chat that is not being delivered already, for a webhook."""
        self._expire()
        busy = {update.line for update in self.pending if update.in_delivery}
        due: list[Pending] = []
        for update in self.pending:
            if update.line not in busy:
                busy.add(update.line)
                due.append(update)
        return due

    def _from(self, offset: int, limit: int) -> list[Pending]:
        self._expire()
        if offset < 0:
            offset = self.pending[offset].update_id if -offset <= len(self.pending) else 0
        if offset > 0:
            self.pending = [update for update in self.pending if update.update_id >= offset]
        return self.pending[:limit]

    def _expire(self) -> None:
        now = self.clock()
        self.pending = [update for update in self.pending if update.expires_at > now]

    def _wake(self, words: str) -> None:
        future, self._poll = self._poll, None
        if future is not None and not future.done():
            future.set_result(words)
