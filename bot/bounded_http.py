"""One HTTP exchange that ends: after so many seconds, however slowly the server drips, and after so many bytes.

The timeouts of HTTP clients count from one piece of an answer to the next, so an endpoint that sends a byte a second
holds its caller for ever; and they put no limit on its length.
"""

import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import suppress
from types import TracebackType
from typing import Any, Self

import httpx2

_IDENTITY = "identity"
# What httpcore says when it has a connection, from where on it can be cut; with TLS the socket is another one.
_CONNECTED = (".connect_tcp.complete", ".start_tls.complete")


class TooLongError(httpx2.ReadError):
    """The answer has more bytes than it may have, or is compressed, so that its length is not known."""


class BoundedTransport(httpx2.BaseTransport):
    """A transport for one exchange: cut ``max_seconds`` after it is entered, and after ``max_bytes`` of an answer.

    Cutting shuts the connection down, which wakes a thread that waits for it. Requests go straight to their address:
    no proxy, no variable of the environment.
    """

    def __init__(self, tls: ssl.SSLContext, max_seconds: float, max_bytes: int) -> None:
        """Take what secures https, and the bounds."""
        self._inner = httpx2.HTTPTransport(verify=tls, trust_env=False)
        self.max_bytes = max_bytes
        self._socket: socket.socket | None = None
        self._lock = threading.Lock()
        self._timer = threading.Timer(max_seconds, self._cut)
        self._timer.daemon = True
        self.expired = False

    def __enter__(self) -> Self:
        """Start the clock."""
        self._timer.start()
        return self

    def __exit__(
        self,
        exc_type: type[BaseException] | None = None,
        exc_value: BaseException | None = None,
        traceback: TracebackType | None = None,
    ) -> None:
        """Stop the clock and close the connection."""
        self._timer.cancel()
        with self._lock:
            self._socket = None
        self._inner.close()

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        """Return the answer, whose body ends with an error where it goes beyond the bounds."""
        request.headers["Accept-Encoding"] = _IDENTITY
        request.extensions = {**request.extensions, "trace": self._watch}
        response = self._inner.handle_request(request)
        body = _BoundedBody(response, self)
        return httpx2.Response(response.status_code, headers=response.headers, stream=body)

    def _watch(self, event: str, info: dict[str, Any]) -> None:
        """Take the socket of a connection as soon as there is one."""
        if not event.endswith(_CONNECTED):
            return
        with self._lock:
            self._socket = info["return_value"].get_extra_info("socket")
        if self.expired:
            self._cut()

    def _cut(self) -> None:
        self.expired = True
        with self._lock:
            if self._socket is not None:
                with suppress(OSError):  # the other side was quicker
                    self._socket.shutdown(socket.SHUT_RDWR)


class _BoundedBody(httpx2.SyncByteStream):
    """The bytes of an answer, as long as they are not too many and come in time."""

    def __init__(self, response: httpx2.Response, bounds: BoundedTransport) -> None:
        self._response = response
        self._bounds = bounds

    def __iter__(self) -> Iterator[bytes]:
        if self._response.headers.get("Content-Encoding", _IDENTITY) != _IDENTITY:
            raise TooLongError("the answer is compressed, which was not asked for")
        n_bytes = 0
        for chunk in self._response.iter_raw():
            n_bytes += len(chunk)
            if n_bytes > self._bounds.max_bytes:
                raise TooLongError(f"the answer is longer than {self._bounds.max_bytes} bytes")
            yield chunk
        if self._bounds.expired:  # where no length was told, a connection that was cut looks like the end
            raise httpx2.ReadTimeout("the answer was cut")

    def close(self) -> None:
        self._response.close()
