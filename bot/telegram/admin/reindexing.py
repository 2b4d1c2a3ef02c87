"""Runs of indexing, started and stopped in the chat: one at a time, in a child process, beside the answers."""

import asyncio
import logging
import sqlite3
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

from telegram import Update

from bot.settings import Settings
from bot.telegram.admin.child import Child, working
from bot.telegram.admin.jobs import Event, Failed, Fault, Indexed, IndexJob, Stage
from bot.telegram.admin.roots import Roots, roots_to_index
from bot.telegram.admin.run_display import RunDisplay
from bot.telegram.admin.run_view import RunProgress, one_line, progress_message, progress_words, report_body
from bot.telegram.desk import SearchTimeoutError
from bot.telegram.handlers.context import Context
from bot.telegram.places import Place, place_of
from bot.telegram.rendering.buttons import Action, button, keyboard
from bot.telegram.rendering.markup import Body, text_body
from bot.telegram.sending import Outgoing
from bot.telegram.services import Services
from bot.telegram.state.admin import forget_run_message, run_messages
from bot.telegram.texts import TEXTS, Texts
from retrieval.errors import RetrievalError
from retrieval.index.builder import is_indexing
from retrieval.query.language import Language

_CLOSE_SECONDS = 8.0  # for the last words about a run when the bot stops
_MAX_ROOTS, _MAX_ROOT_CHARS = 6, 300  # of the folders that are named in a message
_LOG = logging.getLogger(__name__)


class Ending(Enum):
    """Why a run was stopped."""

    ASKED = auto()
    SHUTDOWN = auto()


@dataclass(frozen=True, slots=True)
class Request:
    """A run that was asked for: where it is shown, and the message that asked."""

    place: Place
    reply_to: int | None
    texts: Texts


@dataclass(slots=True)
class _Run:
    """The run at work."""

    request: Request
    started_at: float
    child: Child | None = None
    stage: Stage | None = None
    stage_began_at: float = 0.0
    ending: Ending | None = None

    def note(self, stage: Stage, now: float) -> None:
        """Note how far it is."""
        if self.stage is None or self.stage.name != stage.name:
            self.stage_began_at = now
        self.stage = stage

    def progress(self, now: float) -> RunProgress:
        """Return how far it is."""
        return RunProgress(self.stage, now - self.stage_began_at if self.stage is not None else 0.0)


class Reindexing:
    """Starts runs, shows them, stops them."""

    def __init__(self, services: Services, settings: Settings) -> None:
        """Take what handlers work with, and where articles and index lie."""
        self._services = services
        self._settings = settings
        self._folder = Path.cwd()
        self._run: _Run | None = None
        self._next: tuple[Request, Roots] | None = None
        self._tasks: set[asyncio.Task[None]] = set()
        self._is_closing = False

    # --- what administrators ask for ---

    async def command(self, update: Update, _: Context) -> None:
        """Start a run, or say that one is at work."""
        message = update.message
        if message is None:
            return
        texts = self._services.texts(update)
        words = self.words(texts)
        if words is not None:
            await self._say(place_of(message), texts.admin.run_busy.format(progress=words), message.message_id)
        else:
            await self.start(Request(place_of(message), message.message_id, texts))

    async def cancel(self, update: Update, _: Context) -> None:
        """Stop the run at work."""
        message = update.message
        if message is not None:
            text = await self.stop_words(self._services.texts(update))
            await self._say(place_of(message), text, message.message_id)

    async def stop_words(self, texts: Texts) -> str:
        """Stop the run at work, if it is the bot's, and return what there is to say."""
        if self._stop(Ending.ASKED):
            return texts.admin.run_stopping
        is_elsewhere = await self.is_elsewhere()
        return texts.admin.run_not_ours if is_elsewhere else texts.admin.run_nothing_to_stop

    async def start(self, request: Request, *, is_confirmed: bool = False) -> None:
        """Start a run, or let it follow the one at work; ask first where it would replace an index from elsewhere."""
        if self._is_closing:
            await self._say(request.place, request.texts.admin.run_shut_down, request.reply_to)
            return
        roots = await asyncio.to_thread(roots_to_index, self._settings.data_dir, self._settings.corpus)
        if roots.replaced and not is_confirmed:
            await self._ask_about_roots(request, roots)
        elif self._run is not None:
            self._next = (request, roots)
            await self._say(request.place, request.texts.admin.run_queued, request.reply_to)
        else:
            self._begin(request, roots)

    # --- what others want to know ---

    def words(self, texts: Texts) -> str | None:
        """Return how far the run at work is, None where there is none."""
        return progress_words(self._run.progress(self._now()), texts) if self._run is not None else None

    async def is_elsewhere(self) -> bool:
        """Return whether another program is indexing."""
        return self._run is None and await asyncio.to_thread(is_indexing, self._settings.data_dir)

    # --- the bot's life ---

    async def tell_of_interrupted(self) -> None:
        """Say of runs that ended with an earlier process that they did."""
        for message in run_messages(self._services.store.db):
            text = TEXTS[Language(message.language)].admin.run_interrupted
            await self._services.sender.edit(message.place, message.message_id, Outgoing(text_body(text)))
            forget_run_message(self._services.store.db, message)

    async def close(self) -> None:
        """Stop the run at work and say so."""
        self._is_closing = True
        self._next = None
        self._stop(Ending.SHUTDOWN)
        if self._tasks:
            _, late = await asyncio.wait(self._tasks, timeout=_CLOSE_SECONDS)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)

    # --- a run ---

    def _begin(self, request: Request, roots: Roots) -> None:
        self._run = run = _Run(request, self._now())
        job = IndexJob(self._folder, self._settings.data_dir, roots.paths, self._settings.model)
        task = asyncio.create_task(self._carry_out(run, job))
        self._tasks.add(task)
        task.add_done_callback(self._ended)

    async def _carry_out(self, run: _Run, job: IndexJob) -> None:
        """Index, show it, and begin the run that waits."""
        request = run.request
        display = RunDisplay(self._services, request.place, request.reply_to, request.texts)
        try:
            await display.open(lambda: progress_message(run.progress(self._now()), request.texts))
            outcome = await self._work(run, job)
            if isinstance(outcome, Indexed):
                await self._open_new_generation()
        except BaseException:
            await display.abandon()
            raise
        finally:
            self._run = None
            self._begin_next()
        seconds = self._now() - run.started_at
        await display.close(self._words_at_the_end(run, outcome, seconds), seconds)

    async def _work(self, run: _Run, job: IndexJob) -> Event | None:
        """Return the last event of a child process, None where it was stopped before there was one."""
        outcome: Event | None = None
        try:
            async with working(job) as child:
                run.child = child
                if run.ending is not None:  # it was asked for before there was a child
                    child.stop()
                async for event in child.events():
                    if isinstance(event, Stage):
                        run.note(event, self._now())
                    else:
                        outcome = event
        except (OSError, ValueError) as error:
            outcome = Failed(Fault.CRASH, f"{type(error).__name__}: {error}")
        return outcome

    async def _open_new_generation(self) -> None:
        """Let the engine open what is new now, so that the next question need not wait for it."""
        try:
            await self._services.desk.call(lambda: self._services.desk.engine.generation)
        except (RetrievalError, SearchTimeoutError, sqlite3.Error, OSError) as error:
            _LOG.error("the new generation cannot be opened: %s", error)

    def _ended(self, task: "asyncio.Task[None]") -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            _LOG.error("a run of indexing was not carried out", exc_info=error)

    def _begin_next(self) -> None:
        waiting, self._next = self._next, None
        if waiting is not None and not self._is_closing:
            self._begin(*waiting)

    def _words_at_the_end(self, run: _Run, outcome: Event | None, seconds: float) -> Body:
        admin = run.request.texts.admin
        if isinstance(outcome, Indexed):
            _LOG.info("indexed: generation %s in %.1f s", outcome.generation, seconds)
            return report_body(outcome, seconds, run.request.texts)
        if run.ending is not None:
            return text_body(admin.run_shut_down if run.ending is Ending.SHUTDOWN else admin.run_stopped)
        failed = outcome if isinstance(outcome, Failed) else Failed(Fault.CRASH, "the child said nothing")
        _LOG.error("indexing failed (%s): %s", failed.fault, failed.detail)
        return text_body(admin.run_faults[failed.fault])

    def _stop(self, ending: Ending) -> bool:
        """Stop the run at work; return False where there is none."""
        run = self._run
        if run is None:
            return False
        run.ending = run.ending or ending
        self._next = None
        if run.child is not None:
            run.child.stop()
        return True

    async def _ask_about_roots(self, request: Request, roots: Roots) -> None:
        admin = request.texts.admin
        former = [*roots.replaced[:_MAX_ROOTS], *(["…"] if len(roots.replaced) > _MAX_ROOTS else [])]
        old, new = ([one_line(str(root), _MAX_ROOT_CHARS) for root in paths] for paths in (former, roots.paths))
        question = admin.roots_question.format(old="\n".join(old), new="\n".join(new))
        row = [button(admin.roots_button, Action.ROOTS, 0), button(admin.keep_button, Action.ROOTS_NOT, 0)]
        await self._services.sender.send(
            request.place, Outgoing(text_body(question), keyboard([row])), request.reply_to
        )

    async def _say(self, place: Place, text: str, reply_to: int | None) -> None:
        await self._services.sender.send(place, Outgoing(text_body(text)), reply_to)

    @staticmethod
    def _now() -> float:
        return asyncio.get_running_loop().time()
