"""Documents that an administrator sends: fetched, read as indexing would read them, shown, and added on a button press.

Until then a document lies in the inbox folder of the data directory, which is swept of old ones.
"""

import asyncio
import datetime as dt
import logging
import shutil
from pathlib import Path

from telegram import CallbackQuery, Document, Message, Update
from telegram.error import BadRequest, RetryAfter, TelegramError

from bot.telegram.admin.child import working
from bot.telegram.admin.corpus_folder import (
    DOCUMENT_SUFFIXES,
    CorpusFolder,
    FolderState,
    NameTakenError,
    safe_name,
)
from bot.telegram.admin.document_view import decision_buttons, preview_message
from bot.telegram.admin.inspection import digest_of
from bot.telegram.admin.jobs import Event, Failed, Fault, Inspected, InspectJob, Unreadable
from bot.telegram.admin.reindexing import Reindexing, Request
from bot.telegram.admin.run_view import read_fault
from bot.telegram.handlers.context import Context
from bot.telegram.handlers.pressed import Pressed
from bot.telegram.places import place_of
from bot.telegram.rendering.buttons import Action
from bot.telegram.rendering.markup import text_body
from bot.telegram.sending import Outgoing, retry_seconds
from bot.telegram.services import Services
from bot.telegram.state.admin import Upload, close_upload, expire_uploads, find_upload, open_upload
from bot.telegram.texts import Texts
from bot.telegram.typing_shown import typing_shown

INBOX_DIR = "inbox"
MAX_BYTES = 20 * 1024 * 1024  # what Telegram lets a bot download
KEPT_SECONDS = 24 * 3600.0
INSPECT_SECONDS = 90.0
_N_TRIES = 3  # to download
_TRY_PAUSE_SECONDS = 1.0
_VIETNAM = dt.timezone(dt.timedelta(hours=7))
_LOG = logging.getLogger(__name__)


class Uploads:
    """Takes documents."""

    def __init__(self, services: Services, data_dir: Path, folder: CorpusFolder, reindexing: Reindexing) -> None:
        """Take where documents wait, and where they go."""
        self._services = services
        self._inbox = data_dir.absolute() / INBOX_DIR  # the child process has another working directory
        self._folder = folder
        self._reindexing = reindexing

    async def document(self, update: Update, _: Context) -> None:
        """Fetch a document, read it, and ask whether to add it."""
        message = update.message
        if message is None or message.document is None:
            return
        texts = self._services.texts(update)
        name = safe_name(message.document.file_name, message.document.mime_type)
        refusal = self._refusal(message.document, name, texts)
        if refusal is not None or name is None:
            answer = Outgoing(text_body(refusal or ""))
        else:
            async with typing_shown(self._services.sender, place_of(message)):
                answer = await self._take(message, message.document, name, texts)
        await self._services.sender.send(place_of(message), answer, message.message_id)

    async def press(self, query: CallbackQuery, pressed: Pressed, texts: Texts) -> None:
        """Add a document, or drop it."""
        upload = find_upload(self._services.store.db, pressed.press.first)
        if upload is None or upload.chat_id != pressed.place.chat_id:
            await self._services.sender.toast(query.id, texts.admin.doc_gone)
            return
        await self._services.sender.toast(query.id)
        if pressed.press.action is Action.UPLOAD_DROP:
            await self._close(upload)
            said = Outgoing(text_body(texts.admin.doc_dropped.format(name=upload.file_name)))
            await self._services.sender.edit(pressed.place, pressed.message_id, said)
        else:
            await self._add(upload, pressed, texts)

    async def sweep(self) -> None:
        """Drop the documents that nobody decided on in time."""
        before = self._services.clock() - KEPT_SECONDS
        expire_uploads(self._services.store.db, before)
        await asyncio.to_thread(_remove_old, self._inbox, before)

    def _refusal(self, document: Document, name: str | None, texts: Texts) -> str | None:
        """Return why a document is not taken, None where it is."""
        refusal = folder_refusal(self._folder, texts)
        if refusal is not None:
            return refusal
        if name is None:
            return texts.admin.doc_kind.format(kinds=" ".join(DOCUMENT_SUFFIXES))
        return texts.admin.doc_too_big if (document.file_size or 0) > MAX_BYTES else None

    async def _take(self, message: Message, document: Document, name: str, texts: Texts) -> Outgoing:
        """Return what there is to say of a document."""
        upload = open_upload(self._services.store.db, message.chat.id, name, self._services.clock())
        answer: Outgoing | str
        try:
            answer = await self._fetch(document, self._path(upload), texts) or await self._preview(upload, texts)
        except BaseException:
            await self._close(upload)
            raise
        if isinstance(answer, Outgoing):
            return answer
        await self._close(upload)
        return Outgoing(text_body(answer))

    async def _fetch(self, document: Document, path: Path, texts: Texts) -> str | None:
        """Download a document; return why that could not be done, None where it was."""
        await asyncio.to_thread(path.parent.mkdir, parents=True, exist_ok=True)
        for n_tries in range(1, _N_TRIES + 1):
            try:
                file = await document.get_file()
                await file.download_to_drive(path)
            except RetryAfter as error:
                await asyncio.sleep(retry_seconds(error))
            except BadRequest as error:
                _LOG.warning("a document was not fetched: %s", error)
                return texts.admin.doc_too_big if "too big" in error.message else texts.admin.doc_not_fetched
            except TelegramError as error:
                _LOG.warning("a document was not fetched: %s", error)
                await asyncio.sleep(_TRY_PAUSE_SECONDS * n_tries)
            else:
                return None
        return texts.admin.doc_not_fetched

    async def _preview(self, upload: Upload, texts: Texts) -> Outgoing | str:
        """Return the document as it would be indexed, or why it would not be."""
        found = await inspect(self._path(upload))
        if isinstance(found, Unreadable):
            return texts.admin.doc_unreadable.format(error=read_fault(found.error, upload.file_name, texts))
        if found is None:
            return texts.admin.doc_too_slow
        if not isinstance(found, Inspected):
            _LOG.error("a document was not checked: %s", found)
            return texts.admin.doc_not_checked
        return preview_message(
            upload.id,
            upload.file_name,
            found,
            same_text=await self._article_of_text(found.text_digest),
            is_taken=await asyncio.to_thread(self._folder.named, upload.file_name) is not None,
            today=dt.datetime.fromtimestamp(self._services.clock(), _VIETNAM).date(),
            texts=texts,
        )

    async def _article_of_text(self, digest: str) -> str | None:
        """Return the id of an indexed article of the same text, or None."""
        engine = self._services.desk.engine

        def search() -> str | None:
            return next((article.id for article in engine.articles() if digest_of(article.text) == digest), None)

        return await self._services.desk.call(search)

    async def _add(self, upload: Upload, pressed: Pressed, texts: Texts) -> None:
        """Put a document into the folder of articles and index it."""
        admin, place, name = texts.admin, pressed.place, upload.file_name
        replace = pressed.press.action is Action.UPLOAD_REPLACE
        try:
            await asyncio.to_thread(self._folder.put, self._path(upload), name, replace=replace)
        except NameTakenError:
            buttons = decision_buttons(upload.id, is_taken=True, texts=texts)
            question = Outgoing(text_body(admin.doc_name_taken.format(name=name)), buttons)
            await self._services.sender.edit(place, pressed.message_id, question)
            return
        except OSError as error:
            _LOG.error("a document was not put into the folder of articles: %s", error)
            text = folder_refusal(self._folder, texts) or admin.doc_not_stored.format(name=name)
            await self._services.sender.send(place, Outgoing(text_body(text)), pressed.message_id)
            return
        _LOG.info("the document %s was added", name)
        await self._close(upload)
        said = (admin.doc_replaced if replace else admin.doc_added).format(name=name)
        await self._services.sender.edit(place, pressed.message_id, Outgoing(text_body(said)))
        await self._reindexing.start(Request(place, pressed.message_id, texts))

    async def _close(self, upload: Upload) -> None:
        close_upload(self._services.store.db, upload.id)
        await asyncio.to_thread(shutil.rmtree, self._path(upload).parent, ignore_errors=True)

    def _path(self, upload: Upload) -> Path:
        return self._inbox / str(upload.id) / upload.file_name


async def inspect(path: Path) -> Event | None:
    """Return what a child process finds in a document, None where it takes too long."""
    outcome: Event = Failed(Fault.CRASH, "the child said nothing")
    try:
        async with asyncio.timeout(INSPECT_SECONDS), working(InspectJob(path)) as child:
            async for event in child.events():
                outcome = event
    except TimeoutError:
        return None
    except (OSError, ValueError) as error:
        return Failed(Fault.CRASH, f"{type(error).__name__}: {error}")
    return outcome


def folder_refusal(folder: CorpusFolder, texts: Texts) -> str | None:
    """Return why nothing can be put into or taken out of the folder, None where it can."""
    refusals = {
        FolderState.NO_FOLDER: texts.admin.doc_no_folder,
        FolderState.NOT_WRITABLE: texts.admin.doc_not_writable,
    }
    refusal = refusals.get(folder.state)
    return refusal.format(corpus=folder.path.absolute()) if refusal is not None else None


def _remove_old(inbox: Path, before: float) -> None:
    """Remove what came before a moment (seconds since 1970)."""
    if not inbox.is_dir():
        return
    for path in inbox.iterdir():
        if path.stat().st_mtime < before:
            shutil.rmtree(path, ignore_errors=True)
