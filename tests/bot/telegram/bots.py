"""The bot as it runs, over HTTP against the strict server, started and stopped by a test."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from bot.secret import Secret
from bot.settings import Address, Settings, load_settings
from bot.telegram.desk import AnsweringEngine
from bot.telegram.pacing import Rates
from bot.telegram.permits import Rate
from bot.telegram.running import serve
from bot.telegram.services import Limits
from bot.telegram.state.store import BotStore, open_store
from tests.support.bot_api import BotApi

HOOK = "/hook-of-the-bot"
WEBHOOK_SECRET = "a-long-random-text"  # noqa: S105 (of a server that lives as long as a test)
# The rates are Telegram's business; a test that is not about them need not wait.
QUICK = Limits(rates=Rates(overall=Rate(5000, 5000), private=Rate(5000, 5000), group=Rate(5000, 5000)))


@dataclass(frozen=True, slots=True)
class RunningBot:
    """A bot that runs, and what it remembers."""

    settings: Settings
    store: BotStore
    stop: asyncio.Event
    task: "asyncio.Task[None]"


def settings_for(api: BotApi, data_dir: Path) -> Settings:
    """Return settings for a bot of the server."""
    settings = load_settings({}, data_dir / "no.env")
    return replace(settings, data_dir=data_dir, telegram_api_url=api.url, telegram_bot_token=Secret(api.token))


def webhook_settings(settings: Settings, port: int) -> Settings:
    """Return settings with which Telegram calls the bot, instead of being asked."""
    return replace(
        settings,
        telegram_webhook_url=f"http://127.0.0.1:{port}{HOOK}",
        telegram_webhook_secret=Secret(WEBHOOK_SECRET),
        telegram_webhook_listen=Address("127.0.0.1", port),
    )


@asynccontextmanager
async def running(
    api: BotApi, engine: AnsweringEngine, settings: Settings, limits: Limits = QUICK
) -> AsyncIterator[RunningBot]:
    """Run the bot while the block lasts; a bot that fails, fails the test."""
    store = open_store(settings.data_dir)
    stop = asyncio.Event()
    task = asyncio.create_task(serve(settings, Secret(api.token), engine, store, limits=limits, stop=stop))
    try:
        yield RunningBot(settings, store, stop, task)
    finally:
        stop.set()
        try:
            await asyncio.wait_for(task, 30)
        finally:
            store.close()


async def eventually(holds: Callable[[], bool], timeout_seconds: float = 10.0) -> None:
    """Return as soon as something holds that the server does not see, such as what the bot writes down."""
    async with asyncio.timeout(timeout_seconds):
        while not holds():  # noqa: ASYNC110 (what is waited for is a row in a database)
            await asyncio.sleep(0.01)
