"""The real bot as a child process, on articles and data of its own, so that trying it out changes nothing else."""

import asyncio
import os
import shutil
import sys
from pathlib import Path

from bot.settings import SETTINGS
from tests.support.bot_api import BotApi
from tests.support.demo.stage import ADMIN_ID

_STOP_SECONDS = 25.0  # longer than the bot takes to finish what is in hand
_BOT_STATE = "bot.db*"


class BotEndedError(Exception):
    """The indexing failed, or the bot ended by itself; what it wrote says why."""


class BotProcess:
    """The bot's life, from its articles to its end."""

    def __init__(self, api: BotApi, articles: Path, data_dir: Path) -> None:
        """Take the server to talk to, the articles to copy, and where the copy and the index are kept."""
        self._articles = articles
        self._data_dir = data_dir.absolute()
        self._corpus = self._data_dir / "articles"
        self._variables = dict.fromkeys(SETTINGS, "") | {  # an empty one also hides what a .env says
            "HOIDAP_DATA_DIR": str(self._data_dir),
            "HOIDAP_CORPUS": str(self._corpus),
            "TELEGRAM_BOT_TOKEN": api.token,
            "TELEGRAM_API_URL": api.url,
            "TELEGRAM_ADMINS": str(ADMIN_ID),
        }
        self._process: asyncio.subprocess.Process | None = None

    def lay_out(self) -> None:
        """Copy the articles afresh and forget the last demonstration's conversations: its chats are gone as well."""
        self._data_dir.mkdir(parents=True, exist_ok=True)
        shutil.rmtree(self._corpus, ignore_errors=True)
        shutil.copytree(self._articles, self._corpus)
        for left in self._data_dir.glob(_BOT_STATE):
            left.unlink()

    async def index(self) -> None:
        """Make the index; quick where it was made before.

        Raises:
            BotEndedError: it could not be made.
        """
        self._process = await self._start("index", "--quiet")
        if status := await self._process.wait():
            raise BotEndedError(f"indexing ended with status {status}")

    async def run(self) -> None:
        """Run the bot until it ends.

        Raises:
            BotEndedError: it ended, though nobody asked it to.
        """
        self._process = await self._start("bot")
        status = await self._process.wait()
        raise BotEndedError(f"the bot ended with status {status}")

    async def stop(self) -> None:
        """End what runs: ask, wait until it has finished what is in hand, and then insist."""
        process = self._process
        if process is None or process.returncode is not None:
            return
        process.terminate()
        try:
            await asyncio.wait_for(process.wait(), _STOP_SECONDS)
        except TimeoutError:
            process.kill()
            await process.wait()

    async def _start(self, *words: str) -> asyncio.subprocess.Process:
        environment = {**os.environ, **self._variables}  # noqa: TID251 (handed on as it is)
        return await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot.cli.main", *words, env=environment, stdin=asyncio.subprocess.DEVNULL
        )
