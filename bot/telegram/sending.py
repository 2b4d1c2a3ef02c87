"""The one way out to Telegram: paced, repeated after a 429, in plain text where the markup is refused.

What came of a message is said in one word (:class:`Delivery`), so that callers need not know Telegram's errors:

    DELIVERED    it stands in the chat
    IMPOSSIBLE   it never will: the bot was blocked or removed, may not write, or the chat is gone
    UNKNOWN      the connection broke after the message left: it may have arrived, so it is not sent again
    FAILED       Telegram refused it, and another try would fail too
"""

import asyncio
import datetime as dt
import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeAlias

import httpx
from telegram import (
    Bot,
    InlineKeyboardMarkup,
    InlineQueryResult,
    InlineQueryResultsButton,
    LinkPreviewOptions,
    Message,
    ReplyParameters,
)
from telegram.constants import ChatAction, ParseMode
from telegram.error import BadRequest, ChatMigrated, Forbidden, NetworkError, RetryAfter, TelegramError

from bot.telegram.pacing import Pace
from bot.telegram.places import NO_TOPIC, Place
from bot.telegram.rendering.markup import Body, cut

MAX_RETRY_SECONDS = 300.0  # longer than this a message is not worth waiting for
MAX_NETWORK_TRIES = 5
_NETWORK_PAUSE_SECONDS = 0.5  # doubled with each try
INLINE_CACHE_SECONDS = 30
_MAX_TOAST = 200  # characters that Telegram shows over a chat
_MAX_QUERY_PAUSE_SECONDS = 10.0
_LOG = logging.getLogger(__name__)

_BUTTONS_REFUSED = ("button_", "url host", "wrong http url", "inline keyboard button url", "reply markup")
_CHAT_GONE = (
    "chat not found", "not enough rights", "need administrator rights", "chat_write_forbidden", "topic_closed",
    "have no rights", "group chat was deactivated", "peer_id_invalid", "user_is_blocked", "topic_deleted",
)  # fmt: skip
_MESSAGE_GONE = ("message to edit not found", "message can't be edited", "message_id_invalid", "message identifier")
_NOT_MODIFIED = "message is not modified"
_TOPIC_GONE = "message thread not found"


class Delivery(StrEnum):
    """What came of a message."""

    DELIVERED = "delivered"
    IMPOSSIBLE = "impossible"
    UNKNOWN = "unknown"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A message to send, or to put in the place of another."""

    body: Body
    buttons: InlineKeyboardMarkup | None = None


@dataclass(frozen=True, slots=True)
class Sent:
    """What came of it, and the message's id where it stands in the chat."""

    delivery: Delivery
    message_id: int | None = None


class Sender:
    """Sends and edits messages."""

    def __init__(self, bot: Bot, pace: Pace) -> None:
        """Take the bot that sends."""
        self._bot = bot
        self._pace = pace

    async def send(
        self,
        place: Place,
        message: Outgoing,
        reply_to: int | None = None,
        on_attempt: Callable[[bool], None] | None = None,
    ) -> Sent:
        """Send a message, as a reply to another where one is named.

        ``on_attempt`` is called with True before each request leaves, and with False when Telegram has said that it
        did not take the message.
        """

        async def attempt(plain: bool, buttons: InlineKeyboardMarkup | None, topic_id: int, chat_id: int) -> Message:
            if on_attempt is not None:
                on_attempt(True)
            return await self._bot.send_message(
                chat_id,
                message.body.plain if plain else message.body.html,
                parse_mode=None if plain else ParseMode.HTML,
                reply_markup=buttons,
                message_thread_id=topic_id or None,
                link_preview_options=LinkPreviewOptions(is_disabled=True),
                reply_parameters=ReplyParameters(reply_to, allow_sending_without_reply=True) if reply_to else None,
            )

        return await self._deliver(attempt, _Draft(place, message.buttons), on_attempt)

    async def edit(self, place: Place, message_id: int, message: Outgoing) -> Sent:
        """Put a message in the place of another; FAILED where that one is gone."""

        async def attempt(plain: bool, buttons: InlineKeyboardMarkup | None, _: int, chat_id: int) -> Message | bool:
            return await self._bot.edit_message_text(
                message.body.plain if plain else message.body.html,
                chat_id,
                message_id,
                parse_mode=None if plain else ParseMode.HTML,
                reply_markup=buttons,
                link_preview_options=LinkPreviewOptions(is_disabled=True),
            )

        sent = await self._deliver(attempt, _Draft(place, message.buttons, is_edit=True), None)
        return replace(sent, message_id=message_id) if sent.delivery is Delivery.DELIVERED else sent

    async def remove_buttons(self, place: Place, message_id: int) -> None:
        """Take the buttons from a message; nothing happens where there are none, or no message."""
        try:
            await self._bot.edit_message_reply_markup(place.chat_id, message_id)
        except TelegramError as error:
            _LOG.debug("buttons of message %s stay: %s", message_id, error)

    async def toast(self, query_id: str, text: str | None = None) -> None:
        """Answer the press of a button, with a few words that show for a moment or with nothing."""
        await self._answer_query(lambda: self._bot.answer_callback_query(query_id, text and cut(text, _MAX_TOAST)))

    async def answer_inline(
        self, query_id: str, results: Sequence[InlineQueryResult], button: InlineQueryResultsButton | None
    ) -> None:
        """Answer an inline query, for the person who typed it only."""
        await self._answer_query(
            lambda: self._bot.answer_inline_query(
                query_id, results, cache_time=INLINE_CACHE_SECONDS, is_personal=True, button=button
            )
        )

    async def _answer_query(self, answer: Callable[[], Awaitable[bool]]) -> None:
        """Answer a query of either kind; when it is too old nobody waits for the answer any more."""
        try:
            try:
                await answer()
            except RetryAfter as error:
                await asyncio.sleep(min(retry_seconds(error), _MAX_QUERY_PAUSE_SECONDS))
                await answer()
        except TelegramError as error:
            _LOG.info("a query was not answered: %s", error)

    async def show_typing(self, place: Place) -> None:
        """Show once that an answer is being worked on; Telegram shows it for five seconds."""
        try:
            await self._bot.send_chat_action(place.chat_id, ChatAction.TYPING, message_thread_id=place.topic_id or None)
        except TelegramError as error:  # it is only a courtesy
            _LOG.debug("typing could not be shown in %s: %s", place.chat_id, error)

    async def _deliver(self, attempt: "_Attempt", draft: "_Draft", on_attempt: Callable[[bool], None] | None) -> Sent:
        """Make attempts until one is taken, or none will be."""
        until = asyncio.get_running_loop().time() + MAX_RETRY_SECONDS
        while True:
            await self._pace.wait(draft.chat_id)
            try:
                message = await attempt(draft.is_plain, draft.buttons, draft.topic_id, draft.chat_id)
            except TelegramError as error:
                if _may_have_arrived(error) and not draft.is_edit:
                    _LOG.warning("the connection broke while a message was sent: %s", type(error.__cause__).__name__)
                    return Sent(Delivery.UNKNOWN)
                if on_attempt is not None:
                    on_attempt(False)
                if (outcome := draft.outcome(error)) is not None:
                    return Sent(outcome)
                pause_seconds = draft.next_try(error)
                if pause_seconds is None or asyncio.get_running_loop().time() + pause_seconds > until:
                    _LOG.error("a message to chat %s was refused for good: %s", draft.chat_id, error)
                    return Sent(Delivery.FAILED)
                self._pace.hold(draft.chat_id, pause_seconds)
            else:
                return Sent(Delivery.DELIVERED, message.message_id if isinstance(message, Message) else None)


_Attempt: TypeAlias = Callable[[bool, InlineKeyboardMarkup | None, int, int], Awaitable[Message | bool]]


class _Draft:
    """A message on its way, made plainer each time Telegram refuses a part of it."""

    def __init__(self, place: Place, buttons: InlineKeyboardMarkup | None, *, is_edit: bool = False) -> None:
        self.chat_id = place.chat_id
        self.topic_id = place.topic_id
        self.buttons = buttons
        self.is_plain = False
        self.is_edit = is_edit
        self._n_network_tries = 0

    def outcome(self, error: TelegramError) -> Delivery | None:
        """Return what an error makes of the message for good, None where another try may do better."""
        text = error.message.casefold()
        if _NOT_MODIFIED in text:
            return Delivery.DELIVERED
        if isinstance(error, Forbidden) or (isinstance(error, BadRequest) and _names(text, _CHAT_GONE)):
            _LOG.info("chat %s cannot be written to: %s", self.chat_id, error)
            return Delivery.IMPOSSIBLE
        if isinstance(error, BadRequest) and _names(text, _MESSAGE_GONE):
            return Delivery.FAILED
        return None

    def next_try(self, error: TelegramError) -> float | None:
        """Change what was refused and return the seconds to wait, None where nothing is left to change."""
        if isinstance(error, RetryAfter):
            return retry_seconds(error)
        if isinstance(error, ChatMigrated):
            self.chat_id = error.new_chat_id
            return 0.0
        if isinstance(error, BadRequest):
            return 0.0 if self._make_plainer(error.message.casefold()) else None
        if isinstance(error, NetworkError) and self._n_network_tries < MAX_NETWORK_TRIES:
            self._n_network_tries += 1
            return _NETWORK_PAUSE_SECONDS * 2.0**self._n_network_tries
        return None

    def _make_plainer(self, text: str) -> bool:
        """Leave out what a refusal names, or else the next best thing; return whether there was any."""
        if self.topic_id != NO_TOPIC and _TOPIC_GONE in text:
            self.topic_id = NO_TOPIC
        elif self.buttons is not None and _names(text, _BUTTONS_REFUSED):
            self.buttons = _without_addresses(self.buttons)
        elif not self.is_plain:
            _LOG.warning("markup was refused, the message goes out as plain text: %s", text)
            self.is_plain = True
        else:
            return False
        return True


def _without_addresses(buttons: InlineKeyboardMarkup) -> InlineKeyboardMarkup | None:
    """Return the buttons that only call back, None where there is none or all of them did."""
    rows = [[button for button in row if button.url is None] for row in buttons.inline_keyboard]
    kept = InlineKeyboardMarkup([row for row in rows if row])
    return kept if kept.inline_keyboard and kept != buttons else None


def _names(text: str, parts: tuple[str, ...]) -> bool:
    return any(part in text for part in parts)


def retry_seconds(error: RetryAfter) -> float:
    """Return how long Telegram asks to wait."""
    retry_after = error.retry_after
    return retry_after.total_seconds() if isinstance(retry_after, dt.timedelta) else float(retry_after)


def _may_have_arrived(error: TelegramError) -> bool:
    """Return whether the request left this machine and no answer came back."""
    cause = error.__cause__
    never_left = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.UnsupportedProtocol)
    return isinstance(cause, httpx.HTTPError) and not isinstance(cause, never_left)
