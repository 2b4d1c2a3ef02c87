"""What happens when a handler fails: a line in the log with a code, and a few useful words to the person."""

import logging
import secrets

from telegram import Message, Update
from telegram.error import Forbidden

from bot.telegram.desk import SearchTimeoutError
from bot.telegram.handlers.context import Context
from bot.telegram.places import place_of
from bot.telegram.rendering.markup import text_body
from bot.telegram.sending import Outgoing
from bot.telegram.services import Services

_LOG = logging.getLogger(__name__)


class Errors:
    """Answers for what went wrong."""

    def __init__(self, services: Services) -> None:
        """Take what handlers work with."""
        self._services = services

    async def handle(self, update: object, context: Context) -> None:
        """Log an error and tell the person, without anything internal."""
        error = context.error
        if isinstance(error, Forbidden):  # blocked by the user, or thrown out of a group: no error of ours
            _LOG.info("a chat cannot be written to: %s", error)
            return
        code = secrets.token_hex(3)
        _LOG.error("update failed (code %s)", code, exc_info=error)
        if not isinstance(update, Update):
            return
        texts = self._services.texts(update)
        message = update.message or update.edited_message
        if update.callback_query is not None:
            await self._services.sender.toast(update.callback_query.id, texts.failed_short)
            pressed = update.callback_query.message  # the press itself may have been answered before
            message = pressed if isinstance(pressed, Message) else None
        if message is not None:
            is_late = isinstance(error, SearchTimeoutError)
            text = texts.timed_out if is_late else texts.failed.format(code=code)
            await self._services.sender.send(place_of(message), Outgoing(text_body(text)), message.message_id)
