"""Where questions wait for the engine: off the event loop, a few at a time, each with a limit on its time."""

import asyncio
import datetime as dt
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import ParamSpec, Protocol, TypeVar

from retrieval.answer.reply import Reply
from retrieval.engine import ArticleView, Surroundings
from retrieval.query.conversation import Turn
from retrieval.records import ArticleRecord, Generation

_Arguments = ParamSpec("_Arguments")
_Result = TypeVar("_Result")


class AnsweringEngine(Protocol):
    """What the bot asks of the engine; :class:`retrieval.engine.Engine` is one."""

    @property
    def generation(self) -> Generation:
        """Return the current generation."""
        ...

    def ask(self, question: str, *, top: int = ..., previous: Turn | None = ..., today: dt.date | None = ...) -> Reply:
        """Return the reply to one question."""
        ...

    def show(self, article_id: str) -> ArticleView | None:
        """Return one article as indexed, or None."""
        ...

    def surroundings(self, passage_id: str) -> Surroundings | None:
        """Return a cited passage with its neighbours, or None."""
        ...

    def articles(self) -> list[ArticleRecord]:
        """Return every article, newest first."""
        ...


@dataclass(frozen=True, slots=True)
class DeskLimits:
    """How much is done at once, and for how long."""

    n_threads: int = 2  # the engine answers one question at a time; the second thread prepares
    search_seconds: float = 30.0
    waiting_seconds: float = 180.0


class SearchTimeoutError(Exception):
    """A question waited too long, or its search did not end in time."""


class Desk:
    """Runs calls of the engine in threads; the event loop goes on meanwhile."""

    def __init__(self, engine: AnsweringEngine, limits: DeskLimits) -> None:
        """Take the engine that answers."""
        self.engine = engine
        self._limits = limits
        self._threads = ThreadPoolExecutor(limits.n_threads, thread_name_prefix="hoidap-search")
        self._free = asyncio.Semaphore(limits.n_threads)

    def close(self) -> None:
        """Let go of the threads; a search that hangs is left behind."""
        self._threads.shutdown(wait=False, cancel_futures=True)

    async def call(
        self, function: Callable[_Arguments, _Result], *arguments: _Arguments.args, **options: _Arguments.kwargs
    ) -> _Result:
        """Return what a function of the engine gives, run in a thread.

        Raises:
            SearchTimeoutError: no thread came free in time, or the function took too long.
        """
        try:
            await asyncio.wait_for(self._free.acquire(), self._limits.waiting_seconds)
        except TimeoutError as error:
            raise SearchTimeoutError("no thread came free in time") from error
        work = asyncio.get_running_loop().run_in_executor(self._threads, lambda: function(*arguments, **options))
        work.add_done_callback(self._release)  # not before: a thread that hangs is not free
        try:
            return await asyncio.wait_for(asyncio.shield(work), self._limits.search_seconds)
        except TimeoutError as error:
            raise SearchTimeoutError("a search did not end in time") from error

    def _release(self, work: "asyncio.Future[_Result]") -> None:
        self._free.release()
        if not work.cancelled():
            work.exception()  # read, so that nobody complains of an error that came after the time was up
