"""One demonstration and one browser for all tests of the page; without Chromium they are skipped, and say so."""

import shutil
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
import pytest_asyncio

from tests.demo.articles import write_articles
from tests.support.bot_api import BotApi
from tests.support.chromium import Page, chromium_running, find_chromium, open_page
from tests.support.demo.running import Demo, demo_running
from tests.support.demo.site import Site


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demo]:
    """Return a demonstration."""
    folder = tmp_path_factory.mktemp("demo")
    with demo_running(write_articles(folder / "corpus"), folder / "data") as running:
        yield running


@pytest.fixture
def indexed(demo: Demo, tmp_path: Path) -> Path:
    """Return a copy of the demonstration's data directory, with its index."""
    return Path(shutil.copytree(demo.data_dir, tmp_path / "data"))


@pytest.fixture(scope="session")
def devtools() -> Iterator[str]:
    """Return the address of a browser's DevTools."""
    program = find_chromium()
    if program is None:
        pytest.skip("there is no Chromium on this machine")
    with chromium_running(program) as address:
        yield address


@pytest_asyncio.fixture
async def page(devtools: str, demo: Demo) -> AsyncIterator[Page]:
    """Return the page in a phone's size; at the end nothing may have gone wrong in it."""
    async with open_page(devtools) as tab:
        await tab.go(demo.address)
        await tab.until("document.querySelector('#rooms input')")
        yield tab
        assert tab.problems == []


@pytest_asyncio.fixture
async def api() -> AsyncIterator[BotApi]:
    """Return a server with the page's routes and no bot."""
    server = BotApi()
    Site(server)
    async with server:
        yield server


@pytest_asyncio.fixture
async def still_page(devtools: str, api: BotApi) -> AsyncIterator[Page]:
    """Return the page on a server without a bot, whose part the test plays."""
    async with open_page(devtools) as tab:
        await tab.go(f"{api.url}/")
        await tab.until("document.querySelector('#rooms input')")
        yield tab
        assert tab.problems == []
