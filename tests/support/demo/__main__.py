"""``python -m tests.support.demo``: start Telegram's stand-in, the page and the bot; Ctrl-C ends all three."""

import argparse
import asyncio
import secrets
import signal
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.support.bot_api import Bot, BotApi
from tests.support.demo.bot_process import BotEndedError, BotProcess
from tests.support.demo.site import Site

_START_SECONDS = 120.0
_BOT_ID = 7000000001
_SECRET_BYTES = 26  # 35 characters once encoded, as many as Telegram's tokens have


def main(argv: Sequence[str] | None = None) -> int:
    """Run the demonstration and return 0 once it was told to stop."""
    parser = argparse.ArgumentParser(prog="make demo", description="Chat with the bot in a browser, without a token.")
    parser.add_argument("--port", type=int, default=8765, help="where the page is; 0 takes a free one (default: 8765)")
    parser.add_argument("--articles", type=Path, default=Path("seeds/articles"), help="the folder that is asked about")
    parser.add_argument("--data-dir", type=Path, default=Path("data/demo"), help="where index and copies are kept")
    arguments = parser.parse_args(argv)
    try:
        asyncio.run(demonstrate(arguments.port, arguments.articles, arguments.data_dir))
    except BotEndedError as error:
        _say(f"The demo cannot go on: {error}.")
        return 1
    except OSError as error:
        _say(f"The demo cannot start: {error.strerror or error}. Try another port: make demo PORT=0")
        return 2
    return 0


async def demonstrate(port: int, articles: Path, data_dir: Path) -> None:
    """Run until SIGINT or SIGTERM.

    Raises:
        BotEndedError: the bot ended, though nobody asked it to.
        OSError: the port is taken, or the articles cannot be copied.
    """
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    api = BotApi(Bot(token=f"{_BOT_ID}:{secrets.token_urlsafe(_SECRET_BYTES)}"))  # a page elsewhere cannot guess it
    api.web.port = port
    Site(api)
    async with api:
        bot = BotProcess(api, articles, data_dir)
        bot.lay_out()
        stopping, living = asyncio.create_task(stop.wait()), asyncio.create_task(_live(bot, api))
        try:
            await asyncio.wait((stopping, living), return_when=asyncio.FIRST_COMPLETED)
            if not stop.is_set():
                await living
        finally:
            for task in (stopping, living):
                task.cancel()
            await asyncio.gather(stopping, living, return_exceptions=True)
            await bot.stop()
    _say("The demo has ended.")


async def _live(bot: BotProcess, api: BotApi) -> None:
    """Bring the bot up, say where to find it, and see that it stays."""
    _say("Indexing the articles (half a minute the first time) ...")
    await bot.index()
    running = asyncio.create_task(bot.run())
    asking = asyncio.create_task(
        api.wait_until(lambda: api.state.updates.polled_at, _START_SECONDS, "the bot's first request for updates")
    )
    try:
        await asyncio.wait((running, asking), return_when=asyncio.FIRST_COMPLETED)
        if asking.done():
            await asking
            _say(f"Chat with the bot at {api.url}/ - end it with Ctrl-C.")
        await running
    finally:
        for task in (running, asking):
            task.cancel()
        await asyncio.gather(running, asking, return_exceptions=True)


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
