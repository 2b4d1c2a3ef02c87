"""/remove: an article's file is deleted from the folder of articles, once the administrator has said yes."""

import asyncio
import logging
from dataclasses import dataclass
from pathlib import Path

from telegram import CallbackQuery, Message, Update

from bot.telegram.addressing import after_command
from bot.telegram.admin.corpus_folder import CorpusFolder
from bot.telegram.admin.document_view import removal_message
from bot.telegram.admin.reindexing import Reindexing, Request
from bot.telegram.admin.run_view import one_line
from bot.telegram.admin.uploads import folder_refusal
from bot.telegram.handlers.context import Context
from bot.telegram.handlers.pressed import Pressed
from bot.telegram.places import place_of
from bot.telegram.rendering.buttons import Action
from bot.telegram.rendering.markup import text_body
from bot.telegram.sending import Outgoing
from bot.telegram.services import Services
from bot.telegram.texts import Texts
from retrieval.corpus.reading import list_files
from retrieval.records import ArticleRecord

VALID_SECONDS = 3600.0  # how long the question may be answered: files change
_MAX_NAME_CHARS = 250
_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Removable:
    """An article whose file can be deleted; ``name`` is the file's path below the folder, cut."""

    article: ArticleRecord
    path: Path
    name: str


class Removal:
    """Removes articles."""

    def __init__(self, services: Services, folder: CorpusFolder, reindexing: Reindexing) -> None:
        """Take the folder that files are deleted from."""
        self._services = services
        self._folder = folder
        self._reindexing = reindexing

    async def command(self, update: Update, _: Context) -> None:
        """Ask whether an article is to be removed, or say why it cannot be."""
        message = update.message
        if message is None:
            return
        answer = await self._answer(message, self._services.texts(update))
        await self._services.sender.send(place_of(message), answer, message.message_id)

    async def press(self, query: CallbackQuery, pressed: Pressed, texts: Texts) -> None:
        """Remove an article, or keep it."""
        article_id = self._services.store.article_of(pressed.press.first)
        if article_id is None or not self._is_valid(query):
            await self._services.sender.toast(query.id, texts.old_button)
            return
        await self._services.sender.toast(query.id)
        if pressed.press.action is Action.REMOVE_NOT:
            said = texts.admin.remove_kept.format(path=one_line(article_id, _MAX_NAME_CHARS))
            await self._services.sender.edit(pressed.place, pressed.message_id, Outgoing(text_body(said)))
            return
        found = await self._find(article_id, texts)
        is_removed, said = (False, found) if isinstance(found, str) else await self._remove(found, texts)
        await self._services.sender.edit(pressed.place, pressed.message_id, Outgoing(text_body(said)))
        if is_removed:
            await self._reindexing.start(Request(pressed.place, pressed.message_id, texts))

    async def _answer(self, message: Message, texts: Texts) -> Outgoing:
        if not place_of(message).is_private:
            return Outgoing(text_body(texts.admin.only_private))
        wanted = after_command(message)
        if not wanted:
            return Outgoing(text_body(texts.admin.remove_usage))
        numbered = self._services.store.article_of(int(wanted)) if wanted.isascii() and wanted.isdigit() else None
        found = await self._find(numbered or wanted, texts)
        if isinstance(found, str):
            return Outgoing(text_body(found))
        (number,) = self._services.store.article_numbers([found.article.id])
        return removal_message(found.article, number, found.name, texts)

    async def _find(self, article_id: str, texts: Texts) -> Removable | str:
        """Return an article that can be removed, or why it cannot be."""
        desk, admin = self._services.desk, texts.admin
        view = await desk.call(desk.engine.show, article_id)
        if view is None:
            return texts.article_unknown
        return await asyncio.to_thread(self._check, view.article, texts) or admin.remove_gone

    def _check(self, article: ArticleRecord, texts: Texts) -> Removable | str | None:
        """Return the file of an article if it can be deleted, or why not; None where it is gone."""
        admin, path = texts.admin, Path(article.path)
        refusal = folder_refusal(self._folder, texts)
        if refusal is not None:
            return refusal
        if not self._folder.contains(path):
            return admin.remove_outside.format(corpus=self._folder.path.absolute())
        name = self._folder.relative(path)
        if name is None:
            return None
        if article.line is not None:
            return admin.remove_line.format(line=article.line, path=one_line(name, _MAX_NAME_CHARS))
        if len(list_files(self._folder.path).files) <= 1:  # indexing refuses an empty folder, and keeps what it had
            return admin.remove_last
        return Removable(article, path, one_line(name, _MAX_NAME_CHARS))

    async def _remove(self, found: Removable, texts: Texts) -> tuple[bool, str]:
        """Delete a file; return whether that was done, and what there is to say."""
        try:
            await asyncio.to_thread(found.path.unlink)
        except OSError as error:
            _LOG.error("an article was not removed: %s", error)
            return False, texts.admin.remove_failed.format(path=found.name)
        _LOG.info("the article %s was removed", found.article.id)
        return True, texts.admin.removed.format(path=found.name)

    def _is_valid(self, query: CallbackQuery) -> bool:
        """Return whether the question is young enough for its answer to count."""
        message = query.message
        if not isinstance(message, Message):
            return False
        return self._services.clock() - message.date.timestamp() <= VALID_SECONDS
