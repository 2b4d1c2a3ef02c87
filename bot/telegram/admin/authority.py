"""Who is an administrator: a person whose id is in TELEGRAM_ADMINS, and nobody else.

A menu of commands is no permission, an edited message runs nothing, and whoever writes in the name of a group or a
channel is no person: all anonymous administrators of groups share one account.
"""

import logging

from telegram import CallbackQuery, Message, Update

from bot.telegram.addressing import ANONYMOUS_ADMIN_ID
from bot.telegram.handlers.commands import Handler
from bot.telegram.handlers.context import Context
from bot.telegram.places import place_of
from bot.telegram.rendering.markup import text_body
from bot.telegram.sending import Outgoing
from bot.telegram.services import Services, sender_id

_LOG = logging.getLogger(__name__)


class Authority:
    """Tells administrators from others, and refuses the others politely."""

    def __init__(self, services: Services) -> None:
        """Take the list of administrators and the way to answer."""
        self._services = services

    def may(self, user_id: int) -> bool:
        """Return whether a person is an administrator."""
        return user_id in self._services.admins and user_id != ANONYMOUS_ADMIN_ID

    def wrote(self, message: Message) -> bool:
        """Return whether an administrator wrote a message, as himself."""
        user = message.from_user
        return user is not None and not user.is_bot and message.sender_chat is None and self.may(user.id)

    def pressed(self, query: CallbackQuery) -> bool:
        """Return whether an administrator pressed a button."""
        return not query.from_user.is_bot and self.may(query.from_user.id)

    def only_admins(self, what: str, handle: Handler) -> Handler:
        """Return a handler of new messages that lets administrators through and refuses all others."""

        async def handle_if_allowed(update: Update, context: Context) -> None:
            message = update.message
            if message is None:
                return
            if self.wrote(message):
                await handle(update, context)
            else:
                self.log_refusal(what, sender_id(message), message.chat.id)
                text = self._services.texts(update).admin.refused
                await self._services.sender.send(place_of(message), Outgoing(text_body(text)), message.message_id)

        return handle_if_allowed

    @staticmethod
    def log_refusal(what: str, user_id: int, chat_id: int) -> None:
        """Note that somebody tried what only administrators may do."""
        _LOG.warning("user %s in chat %s tried %s and is no administrator", user_id, chat_id, what)
