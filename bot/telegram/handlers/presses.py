"""Presses of buttons: parsed, checked, and handed to what they ask for.

A press is data from outside. What it names is looked up in ``bot.db``, a question must belong to the chat that the
press comes from, and everything else gets a polite word.
"""

import asyncio

from telegram import CallbackQuery, Update

from bot.telegram.admin.office import Office
from bot.telegram.handlers.asking import Asking
from bot.telegram.handlers.context import Context
from bot.telegram.handlers.group_rights import may_decide_for_all
from bot.telegram.handlers.listings import Listings
from bot.telegram.handlers.passages import Passages
from bot.telegram.handlers.pressed import Pressed, pressed
from bot.telegram.rendering.buttons import ADMIN_ACTIONS, Action
from bot.telegram.rendering.markup import text_body
from bot.telegram.sending import Outgoing
from bot.telegram.services import Services
from bot.telegram.state.feedback import DOWN, UP, vote
from bot.telegram.state.records import Question, Shown
from bot.telegram.texts import Texts

_ABOUT_LISTS = frozenset({Action.SOURCES, Action.ARTICLE, Action.ARTICLE_TURN})
_RIGHTS_SECONDS = 3.0  # a press that waits for longer looks dead, and Telegram takes no late answer
_VOTES = {Action.UP: UP, Action.DOWN: DOWN}


class Presses:
    """Answers presses."""

    def __init__(
        self, services: Services, asking: Asking, passages: Passages, listings: Listings, office: Office
    ) -> None:
        """Take the handlers that do what buttons ask for."""
        self._services = services
        self._asking = asking
        self._passages = passages
        self._listings = listings
        self._office = office

    async def press(self, update: Update, _: Context) -> None:
        """Do what a button asks for."""
        query = update.callback_query
        if query is None:
            return
        texts = self._services.texts(update)
        found = pressed(query)
        if found is None:
            await self._services.sender.toast(query.id, texts.old_button)
        elif found.press.action in ADMIN_ACTIONS:
            await self._office.press(query, found, texts)
        elif found.press.action is Action.LANGUAGE:
            await self._language(query, found, texts)
        elif found.press.action in _ABOUT_LISTS:
            await self._services.sender.toast(query.id)  # soon: the work may have to wait for a thread
            await self._listings.press(found, texts)
        else:
            await self._about_a_question(query, found, texts)

    async def _language(self, query: CallbackQuery, found: Pressed, texts: Texts) -> None:
        """Change a chat's language for who may; the press is answered soon, however long Telegram takes to say who."""
        sender = self._services.sender
        asking = asyncio.create_task(may_decide_for_all(self._services.bot, found.place, query.from_user.id))
        try:
            known, _ = await asyncio.wait((asking,), timeout=_RIGHTS_SECONDS)
            if not known:
                await sender.toast(query.id, texts.language_checking)
            may_decide = await asking
        finally:
            asking.cancel()
        if known:
            await sender.toast(query.id, None if may_decide else texts.language_not_yours)
        elif not may_decide:
            await sender.send(found.place, Outgoing(text_body(texts.language_not_yours)), found.message_id)
        if may_decide:
            await self._listings.press(found, texts)

    async def _about_a_question(self, query: CallbackQuery, found: Pressed, texts: Texts) -> None:
        question = self._services.store.question(found.press.first)
        if question is None:
            await self._services.sender.toast(query.id, texts.old_button)
        elif question.place.chat_id != found.place.chat_id:
            await self._services.sender.toast(query.id, texts.not_yours)
        elif found.press.action is Action.AGAIN:
            await self._services.sender.toast(query.id)
            if found.message_id == question.answer_message_id:
                await self._asking.answer_after_all(question)
        elif question.shown is None:
            await self._services.sender.toast(query.id, texts.old_button)
        else:
            await self._about_an_answer(query, found, question, question.shown)

    async def _about_an_answer(self, query: CallbackQuery, found: Pressed, question: Question, shown: Shown) -> None:
        texts = self._services.answer_texts(question.place.chat_id, shown.language)
        if (value := _VOTES.get(found.press.action)) is not None:
            await self._vote(query, found, shown, value, texts)
            return
        await self._services.sender.toast(query.id)
        await self._passages.press(found, question.id, shown, texts)

    async def _vote(self, query: CallbackQuery, found: Pressed, shown: Shown, value: int, texts: Texts) -> None:
        meaning, db, now = found.press.second, self._services.store.db, self._services.clock()
        voted_on = shown.meaning(meaning)
        if voted_on is None:
            await self._services.sender.toast(query.id, texts.old_button)
            return
        vote(db, found.press.first, query.from_user.id, voted_on, value=value, at=now, meaning=meaning)
        await self._services.sender.toast(query.id, texts.thanks_up if value == UP else texts.thanks_down)
