"""Plain requests to a server that runs in the test's own event loop."""

import asyncio
import http.client
import json
from typing import Any, NamedTuple

from tests.support.bot_api import BotApi

_JSON = {"Content-Type": "application/json"}
_TIMEOUT_SECONDS = 20.0


class Answer(NamedTuple):
    """What came back; headers have small names."""

    status: int
    headers: dict[str, str]
    text: str

    def json(self) -> Any:
        """Return the body, read as JSON."""
        return json.loads(self.text)


async def fetch(
    api: BotApi, verb: str, path: str, body: Any = None, *, headers: dict[str, str] | None = None
) -> Answer:
    """Return the answer to a request; a body that is no bytes goes out as JSON."""
    content = body if isinstance(body, bytes | None) else json.dumps(body).encode()
    return await asyncio.to_thread(_fetch, api.web.port, verb, path, content, {**_JSON, **(headers or {})})


def _fetch(port: int, verb: str, path: str, content: bytes | None, headers: dict[str, str]) -> Answer:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=_TIMEOUT_SECONDS)
    try:
        connection.request(verb, path, content, headers)
        response = connection.getresponse()
        text = response.read().decode()
    finally:
        connection.close()
    return Answer(response.status, {name.lower(): value for name, value in response.getheaders()}, text)
