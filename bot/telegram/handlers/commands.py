"""The commands that everybody has, except those that ask: they stand with the questions."""

from collections.abc import Awaitable, Callable, Coroutine
from typing import Any, TypeAlias

from telegram import Message, Update

from bot.telegram.addressing import after_command
from bot.telegram.handlers.context import Context
from bot.telegram.handlers.group_rights import may_decide_for_all
from bot.telegram.handlers.listings import Listings
from bot.telegram.places import place_of
from bot.telegram.rendering.buttons import LANGUAGES
from bot.telegram.rendering.markup import text_body
from bot.telegram.sending import Outgoing
from bot.telegram.services import Services, sender_id
from bot.telegram.state.store import CONVERSATION_KEPT_HOURS, QUESTIONS_KEPT_DAYS
from bot.telegram.texts import Texts

Handler: TypeAlias = Callable[[Update, Context], Coroutine[Any, Any, None]]
_MAX_NUMBER_DIGITS = 12


class Commands:
    """Answers commands."""

    def __init__(self, services: Services, listings: Listings) -> None:
        """Take what handlers work with."""
        self._services = services
        self._listings = listings

    def all(self) -> dict[str, Handler]:
        """Return each command with what answers it."""
        answers: dict[str, Callable[[Message, Texts], Awaitable[Outgoing]]] = {
            "start": self._start,
            "help": self._help,
            "privacy": self._privacy,
            "new": self._new,
            "forget": self._forget,
            "language": self._language,
            "sources": self._sources,
            "article": self._article,
        }
        return {name: self._answering(answer) for name, answer in answers.items()}

    def _answering(self, answer: Callable[[Message, Texts], Awaitable[Outgoing]]) -> Handler:
        async def handle(update: Update, _: Context) -> None:
            message = update.message
            if message is not None:
                outgoing = await answer(message, self._services.texts(update))
                await self._services.sender.send(place_of(message), outgoing, message.message_id)

        return handle

    async def _start(self, _: Message, texts: Texts) -> Outgoing:
        return Outgoing(text_body(texts.start))

    async def _help(self, _: Message, texts: Texts) -> Outgoing:
        return Outgoing(text_body(texts.help.format(username=self._services.me.username or "")))

    async def _privacy(self, _: Message, texts: Texts) -> Outgoing:
        elsewhere = texts.sent_to_model if self._services.has_language_model else texts.sent_nowhere
        said = texts.privacy.format(days=QUESTIONS_KEPT_DAYS, hours=CONVERSATION_KEPT_HOURS, elsewhere=elsewhere)
        return Outgoing(text_body(said))

    async def _new(self, message: Message, texts: Texts) -> Outgoing:
        self._services.store.forget_conversation(place_of(message))
        return Outgoing(text_body(texts.new_conversation))

    async def _forget(self, message: Message, texts: Texts) -> Outgoing:
        self._services.store.forget_person(sender_id(message))
        return Outgoing(text_body(texts.forgotten))

    async def _language(self, message: Message, texts: Texts) -> Outgoing:
        if not await may_decide_for_all(self._services.bot, place_of(message), sender_id(message)):
            return Outgoing(text_body(texts.language_not_yours))
        chosen = after_command(message).casefold()
        if chosen not in LANGUAGES:
            return self._listings.language_prompt(texts)
        said = self._listings.choose(message.chat.id, LANGUAGES.index(chosen), texts)
        return Outgoing(text_body(said))

    async def _sources(self, message: Message, texts: Texts) -> Outgoing:
        page = after_command(message)
        return await self._listings.sources(int(page) if _is_number(page) else 1, texts)

    async def _article(self, message: Message, texts: Texts) -> Outgoing:
        wanted = after_command(message)
        if not wanted:
            return Outgoing(text_body(texts.article_usage))
        article_id = self._services.store.article_of(int(wanted)) if _is_number(wanted) else None
        return await self._listings.article(article_id or wanted, 1, texts)


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= _MAX_NUMBER_DIGITS
