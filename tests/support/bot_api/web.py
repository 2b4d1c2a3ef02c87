"""A small HTTP/1.1 server on loopback: h11 over asyncio, handlers by path, connections that can be cut on purpose.

A handler whose client goes away is cancelled, so that a killed bot leaves no poll behind. More routes may be added,
such as a page to chat with the bot in a browser.
"""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from http import HTTPStatus
from urllib.parse import unquote, urlsplit

import h11

HOST = "127.0.0.1"
_CHUNK_BYTES = 1 << 16


class DropConnectionError(Exception):
    """A handler raises it to have the connection cut without an answer."""


@dataclass(frozen=True)
class Request:
    """A request, read whole. ``headers`` have small names."""

    verb: str
    path: str
    query: str
    headers: dict[str, str]
    body: bytes


@dataclass(frozen=True)
class Response:
    """An answer."""

    status: int = 200
    body: bytes = b""
    content_type: str = "application/json"
    headers: dict[str, str] = field(default_factory=dict)


Handler = Callable[[Request], Awaitable[Response]]
Guard = Callable[[Request], Response | None]


class WebServer:
    """Serves routes by the longest prefix of the path that has one.

    ``guard`` sees every request first; what it returns is the answer, and None lets the request through.
    """

    def __init__(self) -> None:
        self.guard: Guard = lambda _request: None
        self._routes: dict[str, Handler] = {}
        self._server: asyncio.Server | None = None
        self._connections: set[asyncio.Task[None]] = set()
        self._errors: list[BaseException] = []
        self.port = 0

    def route(self, prefix: str, handler: Handler) -> None:
        """Let a handler answer what begins with a prefix."""
        self._routes[prefix] = handler

    async def start(self) -> None:
        """Listen: on a free port the first time, on the same one after a stop."""
        self._server = await asyncio.start_server(self._accept, HOST, self.port)
        self.port = self._server.sockets[0].getsockname()[1]

    async def stop(self) -> None:
        """Cut all connections and listen no more.

        Raises:
            BaseExceptionGroup: handlers failed since the start; that is a mistake in the server, not in its client.
        """
        if self._server is None:
            return
        self._server.close()
        connections = list(self._connections)
        for task in connections:
            task.cancel()
        await asyncio.gather(*connections, return_exceptions=True)
        await self._server.wait_closed()
        self._server = None
        errors, self._errors = self._errors, []
        if errors:
            raise BaseExceptionGroup("the Bot API server failed", errors)

    def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.get_running_loop().create_task(self._converse(reader, writer))
        self._connections.add(task)
        task.add_done_callback(self._close)

    def _close(self, task: asyncio.Task[None]) -> None:
        self._connections.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            self._errors.append(error)

    async def _converse(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        connection = h11.Connection(h11.SERVER)
        try:
            while (request := await _read(connection, reader, writer)) is not None:
                response = await self._answer(request, connection, reader)
                if response is None:
                    break
                _write(connection, writer, response)
                await writer.drain()
                if connection.our_state is not h11.DONE or connection.their_state is not h11.DONE:
                    break
                connection.start_next_cycle()
        except (ConnectionError, h11.ProtocolError, DropConnectionError):
            writer.transport.abort()
        finally:
            writer.close()
            with contextlib.suppress(ConnectionError):
                await writer.wait_closed()

    async def _answer(
        self, request: Request, connection: h11.Connection, reader: asyncio.StreamReader
    ) -> Response | None:
        """Return the handler's answer, or None where the client has gone before there was one."""
        if (refusal := self.guard(request)) is not None:
            return refusal
        prefix = max((known for known in self._routes if request.path.startswith(known)), key=len, default=None)
        if prefix is None:
            return Response(404, b"not found", "text/plain")
        handling = asyncio.ensure_future(self._routes[prefix](request))
        watching = asyncio.ensure_future(reader.read(_CHUNK_BYTES))
        try:
            await asyncio.wait({handling, watching}, return_when=asyncio.FIRST_COMPLETED)
            if not handling.done() and not watching.result():
                return None
            return await handling
        finally:
            handling.cancel()
            watching.cancel()
            await asyncio.gather(handling, watching, return_exceptions=True)
            if not watching.cancelled() and watching.exception() is None:
                connection.receive_data(watching.result())


async def _read(
    connection: h11.Connection, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
) -> Request | None:
    """Return the next request of a connection, None where it ends."""
    head: h11.Request | None = None
    body: list[bytes] = []
    while True:
        event = connection.next_event()
        if event is h11.NEED_DATA:
            if connection.they_are_waiting_for_100_continue:
                writer.write(connection.send(h11.InformationalResponse(status_code=100, headers=[])))
            connection.receive_data(await reader.read(_CHUNK_BYTES))
        elif isinstance(event, h11.Request):
            head = event
        elif isinstance(event, h11.Data):
            body.append(bytes(event.data))
        elif isinstance(event, h11.EndOfMessage) and head is not None:
            return _request(head, b"".join(body))
        else:
            return None


def _request(head: h11.Request, body: bytes) -> Request:
    target = urlsplit(head.target.decode("latin-1"))
    headers = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in head.headers}
    return Request(head.method.decode("latin-1"), unquote(target.path), target.query, headers, body)


def _reason(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return ""


def _write(connection: h11.Connection, writer: asyncio.StreamWriter, response: Response) -> None:
    headers = {
        "Content-Type": response.content_type,
        "Content-Length": str(len(response.body)),
        **response.headers,
    }
    for event in (
        h11.Response(status_code=response.status, headers=list(headers.items()), reason=_reason(response.status)),
        h11.Data(data=response.body),
        h11.EndOfMessage(),
    ):
        writer.write(connection.send(event) or b"")
