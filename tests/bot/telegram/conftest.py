"""One small index for all tests of the bot, and a strict server a test."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
import pytest_asyncio

from bot.settings import Settings
from embeddings import DEFAULT_MODEL, Encoder, open_encoder
from retrieval.engine import Engine
from retrieval.index.builder import build_index
from tests.bot.telegram.bots import RunningBot, running, settings_for
from tests.bot.telegram.corpus import write_articles
from tests.support.bot_api import BotApi


def default_encoder(folder: Path) -> Encoder:
    """Return the model that the bot has when nothing is set."""
    return open_encoder(DEFAULT_MODEL, folder / "models")


@pytest.fixture(scope="session")
def index_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a data directory with an index; tests do not change it."""
    folder = tmp_path_factory.mktemp("telegram")
    build_index(folder / "data", [write_articles(folder / "corpus")], default_encoder(folder))
    return folder / "data"


@pytest.fixture(scope="session")
def engine(index_dir: Path) -> Iterator[Engine]:
    engine = Engine(index_dir, default_encoder(index_dir.parent))
    yield engine
    engine.close()


@pytest_asyncio.fixture
async def api() -> AsyncIterator[BotApi]:
    """Return a Bot API server; at the end, no message may have been refused without a good one following."""
    async with BotApi() as server:
        yield server
        server.check()


@pytest.fixture
def settings(api: BotApi, tmp_path: Path) -> Settings:
    return settings_for(api, tmp_path / "state")


@pytest_asyncio.fixture
async def bot(api: BotApi, engine: Engine, settings: Settings) -> AsyncIterator[RunningBot]:
    """Return the bot, polling."""
    async with running(api, engine, settings) as started:
        yield started
