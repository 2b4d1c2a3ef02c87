"""The bot's life: wait for Telegram, take up what was left, answer until told to stop, finish what is in hand."""

import asyncio
import logging
import secrets
import signal
import threading
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager

from bot.secret import Secret
from bot.settings import Settings
from bot.telegram.application import Built, build
from bot.telegram.desk import AnsweringEngine
from bot.telegram.heartbeat import beating
from bot.telegram.menus import register_menus
from bot.telegram.reading import ALLOWED_UPDATES
from bot.telegram.receiving import Poller, TokenRefusedError, end, pause, until_done
from bot.telegram.services import Limits, limits_for
from bot.telegram.state.store import BotStore
from bot.telegram.webhook import WebhookServer, watch

STOP_SECONDS = 20.0  # what is in hand by then is answered by the next start
_PRUNE_SECONDS = 6 * 3600.0
_MENU_SECONDS = 3.0
_LOG = logging.getLogger(__name__)

__all__ = ["TokenRefusedError", "serve"]


async def serve(
    settings: Settings,
    token: Secret,
    engine: AnsweringEngine,
    store: BotStore,
    *,
    limits: Limits | None = None,
    stop: asyncio.Event | None = None,
) -> None:
    """Run the bot until SIGTERM, SIGINT, or the event given.

    Raises:
        TokenRefusedError: Telegram does not know the token.
        ListeningError: the address for the webhook cannot be used.
    """
    stop = stop or asyncio.Event()
    built = build(settings, token.reveal(), engine, store, limits or limits_for(settings))
    with _stopping_on_signals(stop):
        try:
            async with beating(settings.data_dir, lambda: built.services.health.last_poll_at):
                await until_done("signing in", built.application.initialize, stop)
                if not stop.is_set():
                    await _run(built, settings, stop)
        finally:
            await built.application.shutdown()
            await built.application.bot.shutdown()  # where signing in failed, the application leaves this undone
            built.services.desk.close()


async def _run(built: Built, settings: Settings, stop: asyncio.Event) -> None:
    services = built.services
    _LOG.info("signed in as @%s", services.me.username)
    if not services.me.supports_inline_queries:
        _LOG.info("inline mode is off; @BotFather turns it on with /setinline")
    store_upkeep = asyncio.create_task(_prune(services.store, stop))
    menus = asyncio.create_task(register_menus(services.bot, services.admins))
    n_left = await built.inbox.resume(services.bot)
    if n_left:
        _LOG.info("taking up %s updates that the last run left", n_left)
    await built.application.start()
    built.office.start()
    try:
        await _receive(built, settings, stop)
    finally:
        await built.office.close()
        await _finish(built)
        await end(menus, _MENU_SECONDS)
        await end(store_upkeep, 0)


async def _receive(built: Built, settings: Settings, stop: asyncio.Event) -> None:
    """Take updates until a stop is asked for."""
    services = built.services
    if settings.telegram_webhook_url is None:
        _LOG.info("asking Telegram for updates; stop with Ctrl-C")
        await Poller(services.bot, built.inbox, services.health).run(stop)
        return
    secret = settings.telegram_webhook_secret or Secret(secrets.token_urlsafe(32))
    async with _listening(built, settings, settings.telegram_webhook_url, secret):
        url, listen = settings.telegram_webhook_url, settings.telegram_webhook_listen
        await until_done(
            "setting the webhook",
            lambda: services.bot.set_webhook(
                url, secret_token=secret.reveal(), allowed_updates=ALLOWED_UPDATES, drop_pending_updates=False
            ),
            stop,
        )
        _LOG.info("Telegram calls %s; listening on %s:%s; stop with Ctrl-C", url, listen.host, listen.port)
        await watch(services.bot, url, services.health, stop)


@asynccontextmanager
async def _listening(built: Built, settings: Settings, url: str, secret: Secret) -> AsyncIterator[None]:
    server = WebhookServer(url, secret, built.services.bot, built.inbox, built.services.health)
    server.listen(settings.telegram_webhook_listen)
    try:
        yield
    finally:
        await server.close()


async def _finish(built: Built) -> None:
    """Answer what is in hand, as far as time allows."""
    _LOG.info("stopping: finishing the answers in hand")
    try:
        await asyncio.wait_for(built.application.stop(), STOP_SECONDS)
    except TimeoutError:
        await built.lanes.abandon()
        _LOG.warning("some questions are left for the next start")


async def _prune(store: BotStore, stop: asyncio.Event) -> None:
    while not stop.is_set():
        store.prune()
        await pause(_PRUNE_SECONDS, stop)


@contextmanager
def _stopping_on_signals(stop: asyncio.Event) -> Iterator[None]:
    """Set the event on the first SIGTERM or SIGINT; the second one ends the process as usual."""
    loop = asyncio.get_running_loop()
    numbers = (signal.SIGTERM, signal.SIGINT)

    def ask_to_stop() -> None:
        stop.set()
        for number in numbers:
            loop.remove_signal_handler(number)

    is_main_thread = threading.current_thread() is threading.main_thread()
    for number in numbers if is_main_thread else ():
        loop.add_signal_handler(number, ask_to_stop)
    try:
        yield
    finally:
        for number in numbers if is_main_thread else ():
            loop.remove_signal_handler(number)
