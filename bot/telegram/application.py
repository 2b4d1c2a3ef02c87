"""Puts the bot together: services, lanes, and the handlers in the order in which they are asked."""

import asyncio
import time
from dataclasses import dataclass

from telegram import Update
from telegram.ext import (
    ApplicationBuilder,
    CallbackQueryHandler,
    CommandHandler,
    InlineQueryHandler,
    MessageHandler,
    TypeHandler,
    filters,
)
from telegram.request import HTTPXRequest

from bot.settings import Settings
from bot.telegram.access import Turnstile
from bot.telegram.addressing import question_in
from bot.telegram.admin.office import Office
from bot.telegram.desk import AnsweringEngine, Desk
from bot.telegram.handlers.asking import Asking
from bot.telegram.handlers.commands import Commands
from bot.telegram.handlers.context import BotApplication
from bot.telegram.handlers.errors import Errors
from bot.telegram.handlers.gate import Gate
from bot.telegram.handlers.inline import Inline
from bot.telegram.handlers.listings import Listings
from bot.telegram.handlers.passages import Passages
from bot.telegram.handlers.presses import Presses
from bot.telegram.inbox import Inbox
from bot.telegram.lanes import Lanes
from bot.telegram.pacing import Pace
from bot.telegram.places import is_group, place_of
from bot.telegram.reading import TolerantRequest
from bot.telegram.rendering.markup import text_body
from bot.telegram.sending import Outgoing, Sender
from bot.telegram.services import Health, Limits, Services
from bot.telegram.state.store import BotStore

# Groups of python-telegram-bot: every group sees an update, unless one stops it.
_GATE, _HANDLERS, _AFTERWARDS = -1, 0, 1
_CONNECTIONS = 48  # to Telegram at once; further requests wait for a free one
_CONNECT_SECONDS = 10.0
_READ_SECONDS = 30.0
_POOL_SECONDS = 60.0


@dataclass(frozen=True, slots=True)
class Built:
    """A bot that is ready to be started."""

    application: BotApplication
    services: Services
    inbox: Inbox
    lanes: Lanes
    office: Office


def build(settings: Settings, token: str, engine: AnsweringEngine, store: BotStore, limits: Limits) -> Built:
    """Return the bot of a token over an engine and a state; call it inside the event loop that will run it."""
    queue: asyncio.Queue[object] = asyncio.Queue()
    inbox = Inbox(store, queue)
    lanes = Lanes(limits.lanes, lambda update: _say_full(services, update), inbox.done)
    application: BotApplication = (
        ApplicationBuilder()
        .token(token)
        .base_url(f"{settings.telegram_api_url}/bot")
        .base_file_url(f"{settings.telegram_api_url}/file/bot")
        .request(_request(_CONNECTIONS))
        .get_updates_request(TolerantRequest(2, connect_timeout=_CONNECT_SECONDS, pool_timeout=_CONNECT_SECONDS))
        .updater(None)  # bot.telegram.receiving takes its place
        .job_queue(None)
        .update_queue(queue)
        .concurrent_updates(lanes)
        .build()
    )
    services = Services(
        bot=application.bot,
        store=store,
        desk=Desk(engine, limits.desk),
        sender=Sender(application.bot, Pace(limits.rates, time.monotonic)),
        turnstile=Turnstile(limits.allowances, time.monotonic),
        health=Health(started_at=time.time()),
        admins=settings.telegram_admins,
        allowed=settings.telegram_allowed,
        has_language_model=settings.llm_url is not None,
    )
    office = Office(services, settings)
    register_handlers(application, services, office)
    return Built(application, services, inbox, lanes, office)


def register_handlers(application: BotApplication, services: Services, office: Office) -> None:
    """Register every handler; within a group the first that fits an update has it."""
    listings = Listings(services)
    asking = Asking(services)
    presses = Presses(services, asking, Passages(services), listings, office)
    new, edited = filters.UpdateType.MESSAGE, filters.UpdateType.EDITED_MESSAGE

    # Before all others: strangers, floods and what is not meant for the bot end here.
    application.add_handler(TypeHandler(Update, Gate(services).check), _GATE)
    # Commands by name, of new messages only: an edited one would run twice.
    for name, handle in Commands(services, listings).all().items():
        application.add_handler(CommandHandler(name, handle, filters=new), _HANDLERS)
    # Administrators' commands: all others are refused, politely.
    for name, handle in office.commands().items():
        application.add_handler(CommandHandler(name, handle, filters=new), _HANDLERS)
    # A document in a private chat: one that an administrator sends can become an article.
    private_document = new & filters.ChatType.PRIVATE & filters.Document.ALL & ~filters.ANIMATION
    application.add_handler(MessageHandler(private_document, office.document()), _HANDLERS)
    # Whatever text is left is a question, or a command that nobody knows. /ask and /hoi come here too.
    application.add_handler(MessageHandler(new & filters.TEXT, asking.message), _HANDLERS)
    # A question that was edited has its answer edited.
    application.add_handler(MessageHandler(edited & filters.TEXT, asking.edited), _HANDLERS)
    # Stickers, pictures, voices: a private chat is told that only text is read.
    application.add_handler(MessageHandler(new & ~filters.TEXT, asking.unsupported), _HANDLERS)
    # Buttons of answers and lists, and administrators', of any age.
    application.add_handler(CallbackQueryHandler(presses.press), _HANDLERS)
    # "@bot question" in other chats.
    application.add_handler(InlineQueryHandler(Inline(services).query), _HANDLERS)
    # An administrator who writes for the first time has a chat from now on, and gets the menu for it.
    application.add_handler(MessageHandler(new & filters.ChatType.PRIVATE, office.greet), _AFTERWARDS)
    # Without this one, whoever asked would get silence when something fails.
    application.add_error_handler(Errors(services).handle)


def _request(n_connections: int) -> HTTPXRequest:
    return HTTPXRequest(
        n_connections,
        connect_timeout=_CONNECT_SECONDS,
        read_timeout=_READ_SECONDS,
        write_timeout=_READ_SECONDS,
        pool_timeout=_POOL_SECONDS,
    )


async def _say_full(services: Services, update: Update) -> None:
    """Tell whoever sent an update that too many wait; in a group only who asked the bot."""
    message = update.message
    if message is not None and (not is_group(message) or question_in(message, services.me) is not None):
        text = services.texts(update).queue_full
        await services.sender.send(place_of(message), Outgoing(text_body(text)), message.message_id)
    elif update.callback_query is not None:
        await services.sender.toast(update.callback_query.id, services.texts(update).too_fast_short)
