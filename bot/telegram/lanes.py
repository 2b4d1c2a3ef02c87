"""In which order updates are dealt with: one after another within a chat, chats side by side.

Each update is a task of its own; the tasks of one lane take turns in the order in which they came. Presses of
buttons have a lane beside their chat's, and inline queries one for each person: both must be answered soon.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from telegram import Update
from telegram.ext import BaseUpdateProcessor

LaneKey: TypeAlias = tuple[str, int]
_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class LaneLimits:
    """How many updates may wait: in one lane, and all together."""

    in_a_lane: int = 20
    overall: int = 3000


@dataclass(slots=True)
class _Lane:
    turn: asyncio.Lock = field(default_factory=asyncio.Lock)
    n_waiting: int = 0
    was_told: bool = False  # that it is full; until it is empty, once is enough


class Lanes(BaseUpdateProcessor):
    """Deals with updates lane by lane."""

    def __init__(
        self,
        limits: LaneLimits,
        on_full: Callable[[Update], Awaitable[None]],
        on_done: Callable[[Update], None],
    ) -> None:
        """Take what to do with an update that finds its lane full, and with one that has been dealt with."""
        super().__init__(max_concurrent_updates=2 * limits.overall)
        self._limits = limits
        self._on_full = on_full
        self._on_done = on_done
        self._lanes: dict[LaneKey, _Lane] = {}
        self._n_waiting = 0
        self._tasks: set[asyncio.Task[Any]] = set()
        self._is_closing = False

    async def initialize(self) -> None:
        """Do nothing: there is nothing to prepare."""

    async def shutdown(self) -> None:
        """Do nothing: tasks are waited for by whoever stops the application."""

    async def do_process_update(self, update: object, coroutine: Awaitable[Any]) -> None:
        """Wait for the update's turn and deal with it."""
        if not isinstance(update, Update):
            await coroutine
            return
        task = asyncio.current_task()
        if task is not None:
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)
        key = lane_of(update)
        lane = self._lanes.setdefault(key, _Lane())
        if lane.n_waiting >= self._limits.in_a_lane or self._n_waiting >= self._limits.overall:
            await self._refuse(update, lane, coroutine)
            return
        lane.n_waiting += 1
        self._n_waiting += 1
        try:
            async with lane.turn:
                if not self._is_closing:
                    await coroutine
            if not self._is_closing:
                self._on_done(update)
        finally:
            _dispose(coroutine)
            lane.n_waiting -= 1
            self._n_waiting -= 1
            if not lane.n_waiting and self._lanes.get(key) is lane:
                del self._lanes[key]

    async def abandon(self) -> None:
        """Drop everything at once; what was not done stays so in the database, and the next start takes it up."""
        self._is_closing = True
        tasks = list(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _refuse(self, update: Update, lane: _Lane, coroutine: Awaitable[Any]) -> None:
        """Leave an update undone for good, and say so once until the lane has emptied."""
        _dispose(coroutine)
        was_told, lane.was_told = lane.was_told, True
        if not was_told:
            _LOG.warning("a lane is full: %s updates wait in it, %s in all", lane.n_waiting, self._n_waiting)
            await self._on_full(update)
        self._on_done(update)


def lane_of(update: Update) -> LaneKey:
    """Return which updates an update waits for: those of its chat, or of its person."""
    if update.inline_query is not None:
        return "inline", update.inline_query.from_user.id
    chat_id = update.effective_chat.id if update.effective_chat else 0
    if update.callback_query is not None:
        return "press", chat_id or update.callback_query.from_user.id
    return "chat", chat_id


def _dispose(coroutine: Awaitable[Any]) -> None:
    """Let go of a coroutine, so that Python does not warn of one that was never awaited."""
    close = getattr(coroutine, "close", None)
    if close is not None:
        close()
