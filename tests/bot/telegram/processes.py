"""The bot as a process of its own, for what only a process can show: a kill, a signal, an exit status."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from tests.support.bot_api import BotApi

REPOSITORY = Path(__file__).parents[3]


@asynccontextmanager
async def bot_process(
    api: BotApi, data_dir: Path, token: str | None = None, **settings: str
) -> AsyncIterator[asyncio.subprocess.Process]:
    """Run ``hoidap bot`` with further settings; whatever is left of it at the end is killed."""
    environment = {
        "PATH": os.defpath,
        "PYTHONPATH": str(REPOSITORY),
        "HOIDAP_DATA_DIR": str(data_dir),
        "TELEGRAM_BOT_TOKEN": token or api.token,
        "TELEGRAM_API_URL": api.url,
        **settings,
    }
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-m", "bot.cli.main", "bot"),
        env=environment,
        cwd=data_dir,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    try:
        yield process
    finally:
        if process.returncode is None:
            process.kill()
        await process.communicate()
