"""Questions: taken from a message, answered in its chat, and answered anew where the message is edited."""

import asyncio
import datetime as dt
import logging
import sqlite3
from collections.abc import Callable

from telegram import Message, Update
from telegram.constants import ChatType

from bot.courtesies import Said, courtesy_in
from bot.telegram.addressing import command_of, question_in
from bot.telegram.desk import SearchTimeoutError
from bot.telegram.handlers.context import Context
from bot.telegram.places import place_of
from bot.telegram.rendering.answers import reply_body, shown_citations
from bot.telegram.rendering.buttons import Action, answer_keyboard, button, keyboard
from bot.telegram.rendering.markup import clean, text_body
from bot.telegram.sending import Delivery, Outgoing, Sent
from bot.telegram.services import Services, sender_id
from bot.telegram.state.records import Question, QuestionState
from bot.telegram.texts import Texts
from bot.telegram.typing_shown import typing_shown
from embeddings.base import EmbeddingError
from retrieval.answer.reply import Reply
from retrieval.errors import RetrievalError
from retrieval.query.language import detect_language

TOP_KEPT = 12  # passages kept for an answer: three are shown, the others are paged to
MAX_QUESTION_CHARS = 4096
NEW_BY_EDIT_SECONDS = 600.0  # an edited message that was no question before is one now, if it is no older
_VIETNAM = dt.timezone(dt.timedelta(hours=7))  # whose "today" the articles and their readers mean
_LOG = logging.getLogger(__name__)


class Asking:
    """Answers questions."""

    def __init__(self, services: Services) -> None:
        """Take what handlers work with."""
        self._services = services

    async def message(self, update: Update, _: Context) -> None:
        """Answer a message that is a question."""
        message = update.message
        if message is None:
            return
        asked = question_in(message, self._services.me)
        if asked is None:
            if message.chat.type == ChatType.PRIVATE:
                await self._say(message, self._services.texts(update).unknown_command)
        elif not asked:
            await self._say(message, self._services.texts(update).ask_usage)
        elif (said := self._courtesy(message, asked)) is not None:
            await self._say(message, self._courtesy_texts(update, said).courtesies[said.courtesy])
        else:
            await self._open(message, asked)

    async def edited(self, update: Update, _: Context) -> None:
        """Answer a question that was edited, in the message that holds its answer."""
        message = update.edited_message
        asked = question_in(message, self._services.me) if message is not None else None
        if message is None or not asked:
            return
        question = self._services.store.question_of(message.chat.id, message.message_id)
        text = clean(asked)[:MAX_QUESTION_CHARS]
        if (said := self._courtesy(message, asked)) is not None:
            if question is not None:
                await self._withdraw(question, text, self._courtesy_texts(update, said).courtesies[said.courtesy])
        elif question is None:
            age_seconds = self._services.clock() - message.date.timestamp()
            if age_seconds <= NEW_BY_EDIT_SECONDS:
                await self._open(message, asked)
        elif text != question.text or question.state is QuestionState.RECEIVED:
            self._services.store.reword_question(question.id, text)
            await self._answer_again(question.id)

    async def unsupported(self, update: Update, _: Context) -> None:
        """Say what can be read, to a sticker or a picture in a private chat."""
        message = update.message
        if message is not None and message.chat.type == ChatType.PRIVATE and not _is_service(message):
            await self._say(message, self._services.texts(update).only_text)

    async def answer_after_all(self, question: Question) -> None:
        """Answer a question whose answer may have been lost, in the message that said so."""
        self._services.store.set_state(question.id, QuestionState.RECEIVED)
        await self._answer_again(question.id)

    async def _withdraw(self, question: Question, text: str, said: str) -> None:
        """Put a kind word in the place of the answer to a question that was edited into a courtesy."""
        self._services.store.withdraw_question(question.id, text)
        if question.answer_message_id is not None:
            await self._services.sender.edit(question.place, question.answer_message_id, Outgoing(text_body(said)))

    def _courtesy(self, message: Message, asked: str) -> Said | None:
        """Return the courtesy that a message is; what stands behind a command that asks is a question all the same."""
        return courtesy_in(asked) if command_of(message, self._services.me) is None else None

    def _courtesy_texts(self, update: Update, said: Said) -> Texts:
        """Return the texts in the language of a courtesy, or of whoever said it in words that both languages use."""
        chat = update.effective_chat
        if said.language is None or chat is None:
            return self._services.texts(update)
        return self._services.answer_texts(chat.id, said.language)

    async def _open(self, message: Message, asked: str) -> None:
        place = place_of(message)
        text = clean(asked)[:MAX_QUESTION_CHARS]
        question, _ = self._services.store.open_question(place, message.message_id, sender_id(message), text)
        if question.state is QuestionState.SENDING:
            await self._say_it_may_be_lost(question)
        elif question.state is QuestionState.RECEIVED:
            await self._answer(question)

    async def _answer_again(self, question_id: int) -> None:
        question = self._services.store.question(question_id)
        if question is not None:
            await self._answer(question)

    async def _answer(self, question: Question) -> None:
        """Find the answer and put it into the chat."""
        started = asyncio.get_running_loop().time()
        async with typing_shown(self._services.sender, question.place):
            found = await self._find(question)
        if isinstance(found, Reply):
            elapsed_seconds = asyncio.get_running_loop().time() - started
            shown = self._services.store.save_reply(question, found, elapsed_seconds)
            texts = self._services.answer_texts(question.place.chat_id, found.language)
            buttons = answer_keyboard(question.id, shown, shown_citations(found), texts)
            message = Outgoing(reply_body(found, texts), buttons)
        else:
            message = Outgoing(text_body(found))
        sent = await self._put(question, message)
        await self._note(question, sent)

    async def _find(self, question: Question) -> Reply | str:
        """Return the reply, or what to say where there is none."""
        engine = self._services.desk.engine
        today = dt.datetime.fromtimestamp(question.asked_at, _VIETNAM).date()
        try:
            return await self._services.desk.call(
                engine.ask, question.text, top=TOP_KEPT, previous=question.previous, today=today
            )
        except SearchTimeoutError as error:
            _LOG.warning("question %s: %s", question.id, error)
            return self._question_texts(question).timed_out
        except (RetrievalError, EmbeddingError, sqlite3.Error, OSError) as error:
            _LOG.error("question %s cannot be answered: %s", question.id, error)
            return self._question_texts(question).index_unusable

    async def _put(self, question: Question, message: Outgoing) -> Sent:
        """Edit the message that stands for the answer, or send one where there is none or it is gone."""
        if question.answer_message_id is not None:
            sent = await self._services.sender.edit(question.place, question.answer_message_id, message)
            if sent.delivery is not Delivery.FAILED:
                return sent
        return await self._services.sender.send(
            question.place, message, question.message_id, self._noting_attempts(question.id)
        )

    def _noting_attempts(self, question_id: int) -> Callable[[bool], None]:
        def note(is_leaving: bool) -> None:
            state = QuestionState.SENDING if is_leaving else QuestionState.RECEIVED
            self._services.store.set_state(question_id, state)

        return note

    async def _note(self, question: Question, sent: Sent) -> None:
        """Write down what came of an answer; say so where nobody can know whether it arrived."""
        if sent.delivery is Delivery.UNKNOWN:
            await self._say_it_may_be_lost(question)
        elif sent.delivery is Delivery.FAILED:
            text = self._question_texts(question).failed_short
            sent = await self._services.sender.send(question.place, Outgoing(text_body(text)), question.message_id)
            self._services.store.answered(question.id, sent.message_id)
        else:
            self._services.store.answered(question.id, sent.message_id)

    async def _say_it_may_be_lost(self, question: Question) -> None:
        texts = self._question_texts(question)
        again = keyboard([[button(texts.again_button, Action.AGAIN, question.id)]])
        note = Outgoing(text_body(texts.maybe_unsent), again)
        sent = await self._services.sender.send(question.place, note, question.message_id)
        self._services.store.answered(question.id, sent.message_id)

    def _question_texts(self, question: Question) -> Texts:
        return self._services.answer_texts(question.place.chat_id, detect_language(question.text))

    async def _say(self, message: Message, text: str) -> None:
        await self._services.sender.send(place_of(message), Outgoing(text_body(text)), message.message_id)


def _is_service(message: Message) -> bool:
    """Return whether a message only reports something, such as a new member or a pinned message."""
    return message.effective_attachment is None and not message.text
