"""Small indexes of a test's own articles, with what asks them and what was found in them."""

import datetime as dt
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest

from retrieval.answer.ranking.finding import Finding
from retrieval.answer.reply import Reply
from retrieval.engine import Engine
from retrieval.index.builder import build_index
from tests.support.corpora import write_corpus
from tests.support.encoders import CountingEncoder

TODAY = dt.date(2024, 5, 6)
Ask = Callable[..., Reply]
Find = Callable[..., list[Finding]]


@pytest.fixture(scope="module")
def engine_of(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[dict[str, str]], Engine]]:
    """Return what indexes articles, the same ones once."""
    with ExitStack() as stack:
        made: dict[tuple[tuple[str, str], ...], Engine] = {}

        def make(articles: dict[str, str]) -> Engine:
            key = tuple(sorted(articles.items()))
            if key not in made:
                folder: Path = tmp_path_factory.mktemp("answering")
                build_index(folder / "data", [write_corpus(folder / "corpus", articles)], CountingEncoder())
                made[key] = stack.enter_context(closing(Engine(folder / "data", CountingEncoder())))
            return made[key]

        yield make


@pytest.fixture
def ask_of(engine_of: Callable[[dict[str, str]], Engine]) -> Callable[[dict[str, str]], Ask]:
    """Return what answers questions about articles."""
    return lambda articles: lambda question, top=3: engine_of(articles).ask(question, top=top, today=TODAY)


@pytest.fixture
def find_of(engine_of: Callable[[dict[str, str]], Engine]) -> Callable[[dict[str, str]], Find]:
    """Return what finds passages of articles, examined and ranked."""
    return lambda articles: lambda question, top=3: engine_of(articles).findings(question, top=top, today=TODAY)
