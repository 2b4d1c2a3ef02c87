"""The gate before all other handlers: who may ask, how fast, and what is none of the bot's business."""

import logging

from telegram import CallbackQuery, InlineQuery, Message, Update
from telegram.constants import ChatType
from telegram.ext import ApplicationHandlerStop

from bot.telegram.access import Allowance, Verdict, is_allowed
from bot.telegram.addressing import command_of, is_from_a_person, question_in
from bot.telegram.handlers.context import Context
from bot.telegram.places import is_group, place_of
from bot.telegram.rendering.markup import text_body
from bot.telegram.sending import Outgoing
from bot.telegram.services import Services, sender_id
from bot.telegram.texts import VIETNAMESE

KNOWN_COMMANDS = frozenset(VIETNAMESE.commands) | frozenset(VIETNAMESE.admin_commands) | {"start"}
_STRANGER = Allowance(n=1, per_seconds=86400)  # how often a person who may not ask is told so
_LOG = logging.getLogger(__name__)


class Gate:
    """Lets an update pass to the other handlers, or stops it."""

    def __init__(self, services: Services) -> None:
        """Take what handlers work with."""
        self._services = services

    async def check(self, update: Update, _: Context) -> None:
        """Return where an update may pass.

        Raises:
            ApplicationHandlerStop: it may not, and all that had to be said is said.
        """
        message = update.message or update.edited_message
        if message is not None:
            passes = await self._message(update, message)
        elif update.callback_query is not None:
            passes = await self._press(update, update.callback_query)
        elif update.inline_query is not None:
            passes = await self._inline(update.inline_query)
        else:
            passes = False  # channel posts, reactions, polls: nothing that this bot answers
        if not passes:
            raise ApplicationHandlerStop

    async def _message(self, update: Update, message: Message) -> bool:
        if not self._is_meant(message):
            return False
        user_id = sender_id(message)
        if not is_allowed(self._services.allowed, self._services.admins, user_id, message.chat.id):
            await self._turn_away(update, message)
            return False
        return await self._is_slow_enough(update, message)

    def _is_meant(self, message: Message) -> bool:
        """Return whether a message is for this bot at all."""
        me = self._services.me
        if not is_from_a_person(message, me):
            return False
        if message.chat.type == ChatType.PRIVATE:
            return True
        if not is_group(message):
            return False
        return question_in(message, me) is not None or command_of(message, me) in KNOWN_COMMANDS

    async def _turn_away(self, update: Update, message: Message) -> None:
        """Tell a stranger once, in private; a group gets no answer."""
        _LOG.info("user %s in chat %s is not on the list", sender_id(message), message.chat.id)
        if message.chat.type != ChatType.PRIVATE:
            return
        verdict, _ = self._services.turnstile.check("stranger", message.chat.id, _STRANGER)
        if verdict is Verdict.PASS:
            text = self._services.texts(update).not_allowed
            await self._services.sender.send(place_of(message), Outgoing(text_body(text)))

    async def _is_slow_enough(self, update: Update, message: Message) -> bool:
        allowances = self._services.turnstile.allowances
        verdict, seconds = self._services.turnstile.check("person", sender_id(message), allowances.person)
        if verdict is Verdict.PASS and is_group(message):
            verdict, seconds = self._services.turnstile.check("group", message.chat.id, allowances.group)
        if verdict is Verdict.TELL:
            text = self._services.texts(update).too_fast.format(seconds=seconds)
            await self._services.sender.send(place_of(message), Outgoing(text_body(text)), message.message_id)
        return verdict is Verdict.PASS

    async def _press(self, update: Update, query: CallbackQuery) -> bool:
        user_id = query.from_user.id
        chat_id = query.message.chat.id if query.message is not None else None
        texts = self._services.texts(update)
        if not is_allowed(self._services.allowed, self._services.admins, user_id, chat_id):
            await self._services.sender.toast(query.id, texts.not_allowed)
            return False
        allowance = self._services.turnstile.allowances.presses
        verdict, _ = self._services.turnstile.check("press", user_id, allowance)
        if verdict is not Verdict.PASS:  # each press waits for an answer of some kind
            await self._services.sender.toast(query.id, texts.too_fast_short)
        return verdict is Verdict.PASS

    async def _inline(self, query: InlineQuery) -> bool:
        user_id = query.from_user.id
        if not is_allowed(self._services.allowed, self._services.admins, user_id, None):
            await self._services.sender.answer_inline(query.id, [], None)
            return False
        allowance = self._services.turnstile.allowances.inline
        return self._services.turnstile.check("inline", user_id, allowance)[0] is Verdict.PASS
