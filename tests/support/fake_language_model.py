"""An endpoint with OpenAI's chat interface on loopback that answers, or misbehaves, as a test tells it to."""

import json
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, Self

_DRIP_SECONDS = 0.05


@dataclass(frozen=True, slots=True)
class Received:
    """One request as it came in; header names are in small letters."""

    path: str
    headers: dict[str, str]
    body: dict[str, Any]

    @property
    def user_message(self) -> str:
        return str(self.body["messages"][-1]["content"])


@dataclass(frozen=True, slots=True)
class Response:
    """What to send: the head in pieces, then the body in pieces; ``pause_seconds`` before each piece."""

    head: tuple[bytes, ...]
    body: Callable[[], Iterator[bytes]]
    pause_seconds: float = 0.0


def http(status: int, body: bytes, *headers: str) -> Response:
    lines = [f"HTTP/1.1 {status} Whatever", "Content-Type: application/json", f"Content-Length: {len(body)}", *headers]
    return Response((("\r\n".join(lines) + "\r\nConnection: close\r\n\r\n").encode(),), lambda: iter([body]))


def says(text: str | None, **more: Any) -> Response:
    """Return the response of a model that says this; ``more`` goes into the choice."""
    choice = {"index": 0, "message": {"role": "assistant", "content": text}, "finish_reason": "stop"} | more
    return http(200, json.dumps({"id": "1", "object": "chat.completion", "choices": [choice]}).encode())


def endless(piece: bytes, pause_seconds: float = 0.0) -> Response:
    """Return a body without end."""

    def body() -> Iterator[bytes]:
        while True:
            yield piece

    head = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n"
    return Response((head,), body, pause_seconds)


def dripping_head() -> Response:
    """Return a response whose head comes byte by byte and never ends."""
    return Response((b"HTTP/1.1 200 OK\r\n", *([b"X"] * 1000)), lambda: iter([]), _DRIP_SECONDS)


class FakeLanguageModel:
    """Listens while it is entered; each request is answered with ``response``."""

    def __init__(self) -> None:
        self.response: Response = says("")
        self.received: list[Received] = []
        self.stopping = threading.Event()
        self._server = _Server(self)
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01})

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}/v1"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.stopping.set()
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()


class _Server(ThreadingHTTPServer):
    daemon_threads = False  # server_close() waits for them

    def __init__(self, fake: FakeLanguageModel) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.fake = fake


class _Handler(BaseHTTPRequestHandler):
    server: _Server

    def do_POST(self) -> None:
        fake = self.server.fake
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        fake.received.append(Received(self.path, {name.lower(): value for name, value in self.headers.items()}, body))
        response = fake.response
        try:
            for piece in response.head:
                self._send(piece, response.pause_seconds)
            for piece in response.body():
                self._send(piece, response.pause_seconds)
                if fake.stopping.is_set():
                    break
        except OSError:
            self.close_connection = True  # the client hung up, as it should

    def _send(self, piece: bytes, pause_seconds: float) -> None:
        if pause_seconds:
            self.server.fake.stopping.wait(pause_seconds)
        if not self.server.fake.stopping.is_set():
            self.wfile.write(piece)

    def log_message(self, *_: object) -> None:
        """Say nothing: a test's output is its own."""
