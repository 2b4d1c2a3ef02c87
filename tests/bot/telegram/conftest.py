"""One small index for all tests of the bot, and a strict server a test."""

from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import pytest_asyncio

from bot.settings import Settings
from bot.telegram.admin import reindexing, uploads
from embeddings import DEFAULT_MODEL, Encoder, open_encoder
from retrieval.engine import Engine
from retrieval.index.builder import build_index
from tests.bot.telegram.admins import (
    ADMIN_ID,
    DirectedChild,
    Premises,
    ThreadChild,
    copy_premises,
    inspect_in_a_thread,
)
from tests.bot.telegram.bots import RunningBot, running, settings_for, webhook_settings
from tests.bot.telegram.corpus import write_articles
from tests.support.bot_api import BotApi
from tests.support.corpora import write_corpus


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


@pytest_asyncio.fixture(params=["polling", "webhook"])
async def bot(
    api: BotApi, engine: Engine, settings: Settings, request: pytest.FixtureRequest, unused_tcp_port: int
) -> AsyncIterator[RunningBot]:
    """Return the bot; whatever a test shows of it, it shows by polling and by webhook."""
    if request.param == "webhook":
        settings = webhook_settings(settings, unused_tcp_port)
    async with running(api, engine, settings) as started:
        yield started


@pytest.fixture(scope="session")
def model_premises(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Encoder]:
    """Return a folder with three articles and an index of them, and the encoder; tests copy it."""
    folder = tmp_path_factory.mktemp("premises")
    encoder = default_encoder(folder)
    build_index(folder / "state", [write_corpus(folder / "bai-bao")], encoder)
    return folder, encoder


@pytest.fixture
def premises(settings: Settings, tmp_path: Path, model_premises: tuple[Path, Encoder]) -> Iterator[Premises]:
    """Return a folder of three articles with an index of it, and settings with an administrator."""
    model, encoder = model_premises
    corpus = tmp_path / "bai-bao"
    copy_premises(model, tmp_path)
    engine = Engine(settings.data_dir, encoder)
    yield Premises(replace(settings, corpus=corpus, telegram_admins=frozenset({ADMIN_ID})), engine, corpus)
    engine.close()


@pytest_asyncio.fixture(params=["polling", "webhook"])
async def admin_bot(
    api: BotApi, premises: Premises, request: pytest.FixtureRequest, unused_tcp_port: int
) -> AsyncIterator[RunningBot]:
    """Return the bot with an administrator; it indexes and reads documents in processes of their own."""
    settings = premises.settings
    if request.param == "webhook":
        settings = webhook_settings(settings, unused_tcp_port)
    async with running(api, premises.engine, settings) as started:
        yield started


@pytest.fixture
def child(monkeypatch: pytest.MonkeyPatch) -> DirectedChild:
    """Return what stands in for the process that indexes: the test says what it tells."""
    directed = DirectedChild()
    monkeypatch.setattr(reindexing, "working", directed.working)
    return directed


@pytest.fixture
def quick_children(monkeypatch: pytest.MonkeyPatch) -> None:
    """Do in threads what the bot does in processes of their own."""
    monkeypatch.setattr(reindexing, "working", ThreadChild().working)
    monkeypatch.setattr(uploads, "inspect", inspect_in_a_thread)
