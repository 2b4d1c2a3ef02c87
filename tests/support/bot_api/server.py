"""The Bot API server itself: what comes in by HTTP goes to a method, what a test does comes in by this object.

    async with BotApi() as api:
        user = api.user(5, "An")
        chat = api.private_chat(user)
        ...  # start the bot with base_url=api.base_url and api.token
        reply = await chat.ask(user, "Ai chủ trì hội nghị?")

It refuses what Telegram refuses. It keeps its state over restarts of the bot, and over its own stop and start.
"""

import asyncio
import inspect
import json
import re
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from types import TracebackType
from typing import Any, Self

from tests.support.bot_api.bodies import read_fields
from tests.support.bot_api.chats import WAIT_SECONDS, Chat
from tests.support.bot_api.faults import Fault, Faults
from tests.support.bot_api.fields import Json
from tests.support.bot_api.journal import Call, Journal, Outcome
from tests.support.bot_api.messages import Message
from tests.support.bot_api.methods import BY_LOWER_NAME, METHODS
from tests.support.bot_api.people import Bot, User
from tests.support.bot_api.queries import InlineQuery, Press
from tests.support.bot_api.rates import Rates
from tests.support.bot_api.refusals import RefusedError, unauthorized, unknown_method
from tests.support.bot_api.state import State
from tests.support.bot_api.web import DropConnectionError, Request, Response, WebServer

_METHOD_PATH = re.compile(r"/bot([^/]+)/([A-Za-z]+)/?")
_FILE_PATH = re.compile(r"/file/bot([^/]+)/(.+)")
_TOKEN = re.compile(r"\d+:[A-Za-z0-9_-]{35}")
MAX_INLINE_CHARS = 256
_MALFORMED = RefusedError(404, "Not Found")


class BotApi:
    """A Telegram with one bot."""

    def __init__(self, bot: Bot | None = None, clock: Callable[[], float] = time.time) -> None:
        self.state = State(bot or Bot(), clock)
        self.faults = Faults()
        self.rates = Rates(clock)
        self.web = WebServer()
        self.web.route("/bot", self._call)
        self.web.route("/file/bot", self._download)

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.stop()

    async def start(self) -> None:
        """Begin to listen; after a stop on the same port."""
        await self.web.start()
        self.state.deliveries.start()

    async def stop(self) -> None:
        """Cut all connections, as when the network is down; ``start`` brings the server back as it was."""
        await self.state.deliveries.stop()
        await self.web.stop()

    @property
    def url(self) -> str:
        """Return the root of the server, what TELEGRAM_API_URL takes."""
        return f"http://127.0.0.1:{self.web.port}"

    @property
    def base_url(self) -> str:
        """Return what python-telegram-bot takes as base_url."""
        return f"{self.url}/bot"

    @property
    def base_file_url(self) -> str:
        """Return what python-telegram-bot takes as base_file_url."""
        return f"{self.url}/file/bot"

    @property
    def token(self) -> str:
        """Return the bot's token."""
        return self.state.bot.token

    @property
    def journal(self) -> Journal:
        """Return what the bot asked for so far."""
        return self.state.journal

    # Who is there

    def user(
        self, user_id: int, first_name: str, language_code: str = "vi", *, last_name: str = "", username: str = ""
    ) -> User:
        """Return a new user."""
        user = User(user_id, first_name, language_code, last_name, username)
        self.state.users[user_id] = user
        return user

    def private_chat(self, user: User) -> Chat:
        """Return the chat of a user with the bot."""
        return self._chat(Chat(self.state, user.id, "private", user=user))

    def group(self, chat_id: int, title: str, *, kind: str = "supergroup") -> Chat:
        """Return a group with the bot in it; ids of groups are negative."""
        return self._chat(Chat(self.state, chat_id, kind, title))

    def forum(self, chat_id: int, title: str) -> Chat:
        """Return a group with topics; ``open_topic`` makes them."""
        return self._chat(Chat(self.state, chat_id, "supergroup", title, is_forum=True))

    def channel(self, chat_id: int, title: str) -> Chat:
        """Return a channel with the bot in it."""
        return self._chat(Chat(self.state, chat_id, "channel", title, bot_status="administrator"))

    # What happens

    async def inline_query(self, user: User, text: str, offset: str = "", *, chat_type: str = "sender") -> InlineQuery:
        """Return what a user types behind the bot's name in any chat, cut to 256 characters as clients do."""
        return self.state.ask_inline(user, text[:MAX_INLINE_CHARS], offset, chat_type)

    async def results_of(self, query: InlineQuery, timeout_seconds: float = WAIT_SECONDS) -> list[Json]:
        """Return the results of an inline query; each has its text, parsed, as "formatted".

        Raises:
            TimeoutError: there were none in time.
        """
        return await self.state.changed.until(
            lambda: query.results, timeout_seconds, lambda: f"no results for {query.query!r}"
        )

    async def choose(self, query: InlineQuery, result_id: str, chat: Chat) -> Message:
        """Return the message that a user sends to a chat by tapping a result of an inline query.

        Raises:
            LookupError: the query has no such result.
        """
        return self.state.choose(query, result_id, chat)

    async def answer_of(self, press: Press, timeout_seconds: float = WAIT_SECONDS) -> str:
        """Return the text that the bot showed when a button was pressed, "" for none.

        Raises:
            TimeoutError: it did not answer in time.
        """
        return await self.state.changed.until(
            lambda: press.answer, timeout_seconds, lambda: f"no answer to the press of {press.data!r}"
        )

    @asynccontextmanager
    async def outage(self) -> AsyncIterator[None]:
        """Have the server not be there for a while; users go on meanwhile."""
        await self.stop()
        try:
            yield
        finally:
            await self.start()

    async def migrate(self, group: Chat, new_id: int, by: User) -> Chat:
        """Return the supergroup that a group becomes; the old id is refused from then on, with the new one."""
        successor = self.group(new_id, group.title)
        group.migrated_to = new_id
        await group.send(by, "", extra={"migrate_to_chat_id": new_id})
        await successor.send(by, "", extra={"migrate_from_chat_id": group.id})
        return successor

    def inject(self, update: dict[str, Any]) -> int:
        """Return the id of an update that is given to the bot as it is, sound or not; an id of its own is kept."""
        kind, body = next(((name, value) for name, value in update.items() if name != "update_id"), ("unknown", {}))
        update_id = self.state.updates.put(kind, body)
        given = update.get("update_id")
        if isinstance(given, int):
            self.state.updates.pending[-1].update_id = given
            return given
        return update_id

    def fail_next(self, method: str, error: RefusedError, times: int = 1) -> None:
        """Let the next calls of a method ("" for any) fail."""
        self.faults.add(method, Fault(error=error, n_left=times))

    def slow(self, method: str, seconds: float, times: int | None = None) -> None:
        """Let calls of a method ("" for any) take longer, all to come unless a number is given."""
        self.faults.add(method, Fault(delay_seconds=seconds, n_left=times))

    def drop_connection(self, method: str, times: int = 1, *, after_work: bool = False) -> None:
        """Cut the connection of the next calls of a method, before or after the server has done what they ask."""
        self.faults.add(method, Fault(drop=True, after_work=after_work, n_left=times))

    async def wait_until(
        self, holds: Callable[[], object], timeout_seconds: float = WAIT_SECONDS, what: str = "it"
    ) -> None:
        """Return as soon as something holds that changes with what the bot does.

        Raises:
            TimeoutError: it did not in time.
        """
        await self.state.changed.until(lambda: bool(holds()), timeout_seconds, lambda: f"{what} did not come true")

    def check(self) -> None:
        """Raise an AssertionError if the bot left a refused message at that."""
        left = [
            f"{call.method} {dict(call.fields.texts)}: {call.refusal.description}"
            for call in self.journal.unhandled()
            if call.refusal
        ]
        if left:
            raise AssertionError(f"refused and not made good: {left}")

    # What comes in

    def _chat(self, chat: Chat) -> Chat:
        self.state.chats[chat.id] = chat
        return chat

    async def _call(self, request: Request) -> Response:
        found = _METHOD_PATH.fullmatch(request.path)
        if found is None or not _TOKEN.fullmatch(found[1]):
            return _refusal(_MALFORMED)
        if found[1] != self.token:
            return _refusal(unauthorized())
        try:
            fields = read_fields(request)
        except RefusedError as error:
            return _refusal(error)
        method = BY_LOWER_NAME.get(found[2].lower(), found[2])
        call = Call(method, fields, self.state.clock())
        self.journal.calls.append(call)
        call.outcome = Outcome.DROPPED
        try:
            result = await self._work(call)
        except RefusedError as error:
            call.refusal, call.outcome = error, Outcome.REFUSED
            return _refusal(error)
        finally:
            call.seconds = self.state.clock() - call.at
            self.state.changed.fire()
        return Response(body=json.dumps({"ok": True, "result": result}, ensure_ascii=False).encode())

    async def _work(self, call: Call) -> Any:
        """Return the result of a call."""
        method, fields = call.method, call.fields
        fault = self.faults.next(method) or Fault()
        if fault.delay_seconds:
            await asyncio.sleep(fault.delay_seconds)
        if fault.error is not None:
            raise fault.error
        if fault.drop and not fault.after_work:
            raise DropConnectionError
        if method not in METHODS:
            raise unknown_method()
        self.rates.check(method, fields.text("chat_id"))
        result: Any | Awaitable[Any] = METHODS[method](self.state, fields)
        if inspect.isawaitable(result):
            result = await result
        call.outcome = Outcome.ACCEPTED
        if fault.drop:
            raise DropConnectionError
        return result

    async def _download(self, request: Request) -> Response:
        found = _FILE_PATH.fullmatch(request.path)
        stored = self.state.files.at(found[2]) if found is not None and found[1] == self.token else None
        if stored is None:
            return _refusal(_MALFORMED)
        return Response(body=stored.content, content_type="application/octet-stream")


def _refusal(error: RefusedError) -> Response:
    return Response(error.code, json.dumps(error.as_json(), ensure_ascii=False).encode())
