"""What all handlers work with: one record, made once, passed to each of them."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field

from telegram import Bot, Message, Update, User

from bot.settings import Settings
from bot.telegram.access import Allowances, Turnstile
from bot.telegram.addressing import ANONYMOUS_ADMIN_ID
from bot.telegram.desk import Desk, DeskLimits
from bot.telegram.lanes import LaneLimits
from bot.telegram.pacing import Rates
from bot.telegram.sending import Sender
from bot.telegram.state.store import BotStore
from bot.telegram.texts import TEXTS, Texts, texts_for
from retrieval.query.language import Language

_PHRASING_THREADS = 8  # they wait for a language model most of the time


@dataclass(frozen=True, slots=True)
class Limits:
    """Everything that is bounded, with the units in the records themselves."""

    rates: Rates = field(default_factory=Rates)
    allowances: Allowances = field(default_factory=Allowances)
    lanes: LaneLimits = field(default_factory=LaneLimits)
    desk: DeskLimits = field(default_factory=DeskLimits)


def limits_for(settings: Settings) -> Limits:
    """Return the limits of a bot; where a language model phrases answers, a search may take its time as well."""
    if settings.llm_url is None:
        return Limits()
    usual = DeskLimits()
    return Limits(desk=DeskLimits(_PHRASING_THREADS, usual.search_seconds + settings.llm_timeout_seconds))


@dataclass(slots=True)
class Health:
    """How the bot fares; times are seconds since 1970."""

    started_at: float
    last_poll_at: float | None = None  # when Telegram last gave updates, or called or confirmed the webhook


@dataclass(frozen=True, slots=True)
class Services:
    """What handlers need."""

    bot: Bot
    store: BotStore
    desk: Desk
    sender: Sender
    turnstile: Turnstile
    health: Health
    admins: frozenset[int] = frozenset()
    allowed: frozenset[int] = frozenset()
    has_language_model: bool = False  # which is sent questions and excerpts
    clock: Callable[[], float] = field(default=time.time)

    @property
    def me(self) -> User:
        """Return the bot's own account; known once the application is initialised."""
        return self.bot.bot

    def texts(self, update: Update) -> Texts:
        """Return the texts for whoever an update came from."""
        chat = update.effective_chat
        user = update.effective_user
        chat_id = chat.id if chat is not None else user.id if user is not None else 0
        return texts_for(self.store.language(chat_id), user.language_code if user is not None else None)

    def answer_texts(self, chat_id: int, language: Language) -> Texts:
        """Return the texts around an answer: in the language that the chat chose, or else the question's."""
        chosen = self.store.language(chat_id)
        return TEXTS[Language(chosen) if chosen is not None else language]


def sender_id(message: Message) -> int:
    """Return who sent a message, 0 where nobody is named.

    An anonymous administrator counts as the group: all of them, everywhere, share one account.
    """
    if message.from_user is None:
        return 0
    if message.from_user.id == ANONYMOUS_ADMIN_ID and message.sender_chat is not None:
        return message.sender_chat.id
    return message.from_user.id
