"""The administrators' side of the bot in one object: commands, documents and buttons, each behind the authority."""

import asyncio
import logging

from telegram import CallbackQuery, Update
from telegram.constants import ChatType

from bot.settings import Settings
from bot.telegram.admin.authority import Authority
from bot.telegram.admin.corpus_folder import CorpusFolder
from bot.telegram.admin.reindexing import Reindexing, Request
from bot.telegram.admin.removal import Removal
from bot.telegram.admin.status import Status
from bot.telegram.admin.uploads import Uploads
from bot.telegram.handlers.commands import Handler
from bot.telegram.handlers.context import Context
from bot.telegram.handlers.pressed import Pressed
from bot.telegram.menus import register_admin_menu
from bot.telegram.rendering.buttons import Action
from bot.telegram.rendering.markup import text_body
from bot.telegram.sending import Outgoing
from bot.telegram.services import Services
from bot.telegram.texts import Texts

_SWEEP_SECONDS = 3600.0
_UPLOAD_ACTIONS = frozenset({Action.UPLOAD_ADD, Action.UPLOAD_REPLACE, Action.UPLOAD_DROP})
_REMOVAL_ACTIONS = frozenset({Action.REMOVE, Action.REMOVE_NOT})
_LOG = logging.getLogger(__name__)


class Office:
    """What administrators can do."""

    def __init__(self, services: Services, settings: Settings) -> None:
        """Take what handlers work with, and where articles and index lie."""
        self._services = services
        self._authority = Authority(services)
        folder = CorpusFolder(settings.corpus)
        self._reindexing = Reindexing(services, settings)
        self._status = Status(services, settings.data_dir, self._reindexing)
        self._uploads = Uploads(services, settings.data_dir, folder, self._reindexing)
        self._removal = Removal(services, folder, self._reindexing)
        self._with_menu: set[int] = set()
        self._tasks: list[asyncio.Task[None]] = []

    def commands(self) -> dict[str, Handler]:
        """Return each command with what answers it, for administrators, and refuses, for all others."""
        commands: dict[str, Handler] = {
            "reindex": self._reindexing.command,
            "cancel": self._reindexing.cancel,
            "status": self._status.command,
            "unanswered": self._status.unanswered_command,
            "remove": self._removal.command,
        }
        return {name: self._authority.only_admins(f"/{name}", handle) for name, handle in commands.items()}

    def document(self) -> Handler:
        """Return what takes documents, from administrators, and refuses them, from all others."""
        return self._authority.only_admins("to add a document", self._uploads.document)

    async def press(self, query: CallbackQuery, found: Pressed, texts: Texts) -> None:
        """Do what a button asks for, if an administrator pressed it."""
        if self._authority.pressed(query):
            await self._do(query, found, texts)
        else:
            self._authority.log_refusal("an administrator's button", query.from_user.id, found.place.chat_id)
            await self._services.sender.toast(query.id, texts.admin.refused)

    async def greet(self, update: Update, _: Context) -> None:
        """Give an administrator the menu of commands: at the start there may have been no chat to give it to."""
        message = update.message
        if message is None or message.chat.type != ChatType.PRIVATE or not self._authority.wrote(message):
            return
        if message.chat.id not in self._with_menu:
            self._with_menu.add(message.chat.id)
            await register_admin_menu(self._services.bot, message.chat.id)

    def start(self) -> None:
        """Begin what goes on beside the answers: old documents are swept, and cut-off runs are told of."""
        self._tasks = [
            asyncio.create_task(self._reindexing.tell_of_interrupted()),
            asyncio.create_task(self._sweep()),
        ]
        for task in self._tasks:
            task.add_done_callback(_log_fault)

    async def close(self) -> None:
        """Stop what is at work."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self._reindexing.close()

    async def _do(self, query: CallbackQuery, found: Pressed, texts: Texts) -> None:
        action = found.press.action
        if action in _UPLOAD_ACTIONS:
            await self._uploads.press(query, found, texts)
        elif action in _REMOVAL_ACTIONS:
            await self._removal.press(query, found, texts)
        elif action is Action.RUN_STOP:
            await self._services.sender.toast(query.id, await self._reindexing.stop_words(texts))
        elif action is Action.UNANSWERED:
            await self._services.sender.toast(query.id)
            await self._status.turn_unanswered(found.place, found.message_id, found.press.second, texts)
        else:
            await self._services.sender.toast(query.id)
            await self._decide_on_roots(found, texts)

    async def _decide_on_roots(self, found: Pressed, texts: Texts) -> None:
        if found.press.action is Action.ROOTS:
            await self._services.sender.remove_buttons(found.place, found.message_id)
            await self._reindexing.start(Request(found.place, found.message_id, texts), is_confirmed=True)
        else:
            kept = Outgoing(text_body(texts.admin.roots_kept))
            await self._services.sender.edit(found.place, found.message_id, kept)

    async def _sweep(self) -> None:
        while True:
            await self._uploads.sweep()
            await asyncio.sleep(_SWEEP_SECONDS)


def _log_fault(task: "asyncio.Task[None]") -> None:
    """Note a fault of work that nobody waits for."""
    if not task.cancelled() and (error := task.exception()) is not None:
        _LOG.error("work beside the answers failed", exc_info=error)
