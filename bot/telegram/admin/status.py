"""/status and /unanswered: what an administrator wants to know of the bot."""

import asyncio
import datetime as dt
import os
import sqlite3
from pathlib import Path

from telegram import Update

from bot.telegram.admin.reindexing import Reindexing
from bot.telegram.admin.status_view import QUESTIONS_A_PAGE, Condition, status_body, unanswered_message
from bot.telegram.desk import SearchTimeoutError
from bot.telegram.handlers.context import Context
from bot.telegram.places import Place, place_of
from bot.telegram.rendering.articles import n_pages
from bot.telegram.rendering.markup import text_body
from bot.telegram.sending import Outgoing
from bot.telegram.services import Services
from bot.telegram.state.feedback import activity, n_refused_questions, refused_questions
from bot.telegram.state.store import QUESTIONS_KEPT_DAYS
from bot.telegram.texts import Texts
from retrieval.errors import RetrievalError
from retrieval.records import Generation

_VIETNAM = dt.timezone(dt.timedelta(hours=7))
_DAY_SECONDS = 86400
_ENGINE_SECONDS = 10.0  # an engine that does not answer must not hide everything else


class Status:
    """Tells how the bot is doing."""

    def __init__(self, services: Services, data_dir: Path, reindexing: Reindexing) -> None:
        """Take what is told about."""
        self._services = services
        self._data_dir = data_dir
        self._reindexing = reindexing

    async def command(self, update: Update, _: Context) -> None:
        """Answer /status."""
        message = update.message
        if message is not None:
            texts = self._services.texts(update)
            body = status_body(await self._condition(texts), texts)
            await self._services.sender.send(place_of(message), Outgoing(body), message.message_id)

    async def unanswered_command(self, update: Update, _: Context) -> None:
        """Answer /unanswered, in private: people's questions are not for a group."""
        message = update.message
        if message is None:
            return
        place, texts = place_of(message), self._services.texts(update)
        answer = self._unanswered(1, texts) if place.is_private else Outgoing(text_body(texts.admin.only_private))
        await self._services.sender.send(place, answer, message.message_id)

    async def turn_unanswered(self, place: Place, message_id: int, page: int, texts: Texts) -> None:
        """Show another page of the questions without an answer."""
        if place.is_private:
            await self._services.sender.edit(place, message_id, self._unanswered(page, texts))

    def _unanswered(self, page: int, texts: Texts) -> Outgoing:
        db = self._services.store.db
        total = n_refused_questions(db)
        page = min(max(1, page), n_pages(total, QUESTIONS_A_PAGE))
        questions = refused_questions(db, QUESTIONS_A_PAGE, skip=(page - 1) * QUESTIONS_A_PAGE)
        return unanswered_message(questions, page, total, self._services.clock(), texts)

    async def _condition(self, texts: Texts) -> Condition:
        now = self._services.clock()
        midnight = dt.datetime.fromtimestamp(now, _VIETNAM).replace(hour=0, minute=0, second=0, microsecond=0)
        db = self._services.store.db
        return Condition(
            now=now,
            generation=await self._generation(),
            started_at=self._services.health.started_at,
            last_poll_at=self._services.health.last_poll_at,
            today=activity(db, midnight.timestamp()),
            last_day=activity(db, now - _DAY_SECONDS),
            kept=activity(db, 0.0),
            kept_days=QUESTIONS_KEPT_DAYS,
            run=self._reindexing.words(texts),
            is_run_elsewhere=await self._reindexing.is_elsewhere(),
            data_bytes=await asyncio.to_thread(folder_bytes, self._data_dir),
        )

    async def _generation(self) -> Generation | None:
        """Return the generation that answers, None where there is none to be had."""
        desk = self._services.desk
        try:
            return await asyncio.wait_for(desk.call(lambda: desk.engine.generation), _ENGINE_SECONDS)
        except (RetrievalError, SearchTimeoutError, TimeoutError, sqlite3.Error, OSError):
            return None


def folder_bytes(folder: Path) -> int:
    """Return how much the files below a folder take, without those that vanish meanwhile."""
    total = 0
    for parent, _, names in os.walk(folder):
        for name in names:
            try:
                total += Path(parent, name).lstat().st_size
            except OSError:  # a run of indexing renames and removes files
                continue
    return total
