"""An administrator's surroundings for tests: a folder of articles, an index of it, and children that a test directs."""

import asyncio
import shutil
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass, field
from pathlib import Path

from bot.settings import Settings
from bot.telegram.admin.inspection import inspect_document
from bot.telegram.admin.jobs import Event, IndexJob, Stage
from bot.telegram.admin.worker import run_index
from retrieval.engine import Engine
from tests.support.bot_api import BotApi, Chat, User

ADMIN_ID = 77


@dataclass(frozen=True, slots=True)
class Premises:
    """What a bot with an administrator works on; a test may change the folder."""

    settings: Settings
    engine: Engine
    corpus: Path

    @property
    def generation(self) -> int:
        """Return the number of the current generation."""
        return self.engine.generation.number


def copy_premises(model: Path, folder: Path) -> None:
    """Copy articles and index from one folder to another; the index then knows where they are."""
    for name in ("bai-bao", "state"):
        shutil.copytree(model / name, folder / name, dirs_exist_ok=True)
    with closing(sqlite3.connect(folder / "state" / "index.db")) as db, db:
        for table, column in (("article", "path"), ("file", "path"), ("generation", "roots")):
            db.execute(f"UPDATE {table} SET {column} = replace({column}, ?, ?)", [str(model), str(folder)])  # noqa: S608


def admin_of(api: BotApi, language_code: str = "vi") -> tuple[User, Chat]:
    """Return the administrator and the chat with the bot."""
    admin = api.user(ADMIN_ID, "Quản Trị", language_code)
    return admin, api.private_chat(admin)


@dataclass
class DirectedChild:
    """A child process as a test directs it: the events that are put in come out."""

    queue: "asyncio.Queue[Event | None]" = field(default_factory=asyncio.Queue)
    jobs: list[IndexJob] = field(default_factory=list)
    was_stopped: bool = False

    @asynccontextmanager
    async def working(self, job: IndexJob) -> AsyncIterator["DirectedChild"]:
        """Stand in for bot.telegram.admin.child.working."""
        self.jobs.append(job)
        self.was_stopped = False
        yield self

    async def events(self) -> AsyncIterator[Event]:
        """Yield the events up to the last, or until it is stopped."""
        while (event := await self.queue.get()) is not None:
            yield event
            if not isinstance(event, Stage):
                return

    def stop(self) -> None:
        """End the events."""
        self.was_stopped = True
        self.queue.put_nowait(None)


class ThreadChild(DirectedChild):
    """Does the job in a thread of this process: a process of its own takes seconds to start."""

    @asynccontextmanager
    async def working(self, job: IndexJob) -> AsyncIterator[DirectedChild]:
        """Index in a thread."""
        self.jobs.append(job)
        loop = asyncio.get_running_loop()

        def tell(event: Event) -> None:
            loop.call_soon_threadsafe(self.queue.put_nowait, event)

        work = asyncio.create_task(asyncio.to_thread(lambda: tell(run_index(job, tell))))
        yield self
        await work


async def inspect_in_a_thread(path: Path) -> Event | None:
    """Stand in for bot.telegram.admin.uploads.inspect."""
    return await asyncio.to_thread(inspect_document, path)
