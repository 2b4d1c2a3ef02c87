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
from collections.abc import Awaitable, Callable
from types import TracebackType
from typing import Any, Self

from tests.support.bot_api.bodies import read_fields
from tests.support.bot_api.chats import Chat
from tests.support.bot_api.faults import Fault, Faults
from tests.support.bot_api.fields import Fields
from tests.support.bot_api.journal import Call, Journal
from tests.support.bot_api.methods import BY_LOWER_NAME, METHODS
from tests.support.bot_api.people import Bot, User
from tests.support.bot_api.refusals import RefusedError, unauthorized, unknown_method
from tests.support.bot_api.state import State
from tests.support.bot_api.web import DropConnectionError, Request, Response, WebServer

_METHOD_PATH = re.compile(r"/bot([^/]+)/([A-Za-z]+)/?")
_FILE_PATH = re.compile(r"/file/bot([^/]+)/(.+)")
_TOKEN = re.compile(r"\d+:[A-Za-z0-9_-]{35}")
_MALFORMED = RefusedError(404, "Not Found")


class BotApi:
    """A Telegram with one bot."""

    def __init__(self, bot: Bot | None = None, clock: Callable[[], float] = time.time) -> None:
        self.state = State(bot or Bot(), clock)
        self.faults = Faults()
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

    async def wait_until(self, holds: Callable[[], object], timeout_seconds: float = 10.0, what: str = "it") -> None:
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
        try:
            result = await self._work(method, fields)
        except RefusedError as error:
            call.refusal = error
            return _refusal(error)
        finally:
            call.done = True
            call.seconds = self.state.clock() - call.at
            self.state.changed.fire()
        return Response(body=json.dumps({"ok": True, "result": result}, ensure_ascii=False).encode())

    async def _work(self, method: str, fields: Fields) -> Any:
        fault = self.faults.next(method) or Fault()
        if fault.delay_seconds:
            await asyncio.sleep(fault.delay_seconds)
        if fault.error is not None:
            raise fault.error
        if fault.drop and not fault.after_work:
            raise DropConnectionError
        if method not in METHODS:
            raise unknown_method()
        result: Any | Awaitable[Any] = METHODS[method](self.state, fields)
        if inspect.isawaitable(result):
            result = await result
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
