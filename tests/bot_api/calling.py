"""Calls to the server as any client could make them, so that a test sees its very words."""

import json
import ssl
from typing import Any

import httpx

from tests.support.bot_api import BotApi

_NO_TLS = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)  # loopback only: loading the certificates would take most of a test


async def call(api: BotApi, method: str, **fields: Any) -> dict[str, Any]:
    """Return the body of the answer to a call; fields that are no texts are sent as JSON."""
    data = {
        name: value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
        for name, value in fields.items()
    }
    async with httpx.AsyncClient(verify=_NO_TLS) as client:
        answer = await client.post(f"{api.base_url}{api.token}/{method}", data=data)
    body = answer.json()
    assert body["ok"] == answer.is_success
    assert body.get("error_code", answer.status_code) == answer.status_code
    assert isinstance(body, dict)
    return body


async def result_of(api: BotApi, method: str, **fields: Any) -> Any:
    """Return the result of a call that succeeds."""
    body = await call(api, method, **fields)
    assert body["ok"], body
    return body["result"]


async def refusal_of(api: BotApi, method: str, **fields: Any) -> str:
    """Return the words of a call that is refused."""
    body = await call(api, method, **fields)
    assert not body["ok"], body
    return str(body["description"])
