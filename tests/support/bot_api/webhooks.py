"""Updates pushed to the bot: one POST each, in order within a chat, again and again until the bot answers with 2xx.

As a Bot API server on one's own machine does, plain HTTP is taken on loopback. An https address is delivered through
``proxies``, which stand for the reverse proxy in front of the bot: public origin → where the bot listens.
"""

import asyncio
import json
import re
import ssl
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import httpx

from tests.support.bot_api.fields import Json
from tests.support.bot_api.refusals import bad_request
from tests.support.bot_api.updates import Pending, UpdateQueue

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the name of a header
MAX_SECRET_CHARS = 256
_SECRET = re.compile(r"[A-Za-z0-9_-]*")
_PORTS = {443, 80, 88, 8443}
_LOOPBACK = {"127.0.0.1", "::1", "localhost"}
_DELIVERY_SECONDS = 60.0


@dataclass
class Webhook:
    """Where updates go. ``secret`` may be changed by a test, to deliver with a wrong one or with none (None)."""

    url: str
    secret: str | None = None
    max_connections: int = 40
    ip_address: str = ""
    last_error_at: float | None = None
    last_error: str = ""

    def as_json(self, queue: UpdateQueue) -> Json:
        """Return the WebhookInfo."""
        value: Json = {
            "url": self.url,
            "has_custom_certificate": False,
            "pending_update_count": len(queue.pending),
        }
        if self.url:
            value["max_connections"] = self.max_connections
        if self.last_error_at is not None:
            value.update(last_error_date=int(self.last_error_at), last_error_message=self.last_error)
        return value


def checked_address(url: str) -> str:
    """Return the address of a webhook.

    Raises:
        RefusedError: Telegram would not deliver there.
    """
    try:
        parts = urlsplit(url if "://" in url else f"https://{url}")
        port = parts.port or (443 if parts.scheme == "https" else 80)
    except ValueError:
        raise bad_request("invalid webhook URL specified") from None
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise bad_request("invalid webhook URL specified")
    if parts.scheme == "http" and parts.hostname not in _LOOPBACK:
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    if parts.scheme == "https" and port not in _PORTS:
        raise bad_request("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443")
    return parts.geturl()


def checked_secret(secret: str) -> str:
    """Return the secret of a webhook.

    Raises:
        RefusedError: it is too long, or has other characters than A-Z a-z 0-9 _ and -.
    """
    if len(secret) > MAX_SECRET_CHARS:
        raise bad_request("secret token is too long")
    if not _SECRET.fullmatch(secret):
        raise bad_request("secret token contains unallowed characters")
    return secret


@dataclass
class Deliveries:
    """Pushes what waits while a webhook is set. ``retry_seconds`` is how long a refused update waits."""

    queue: UpdateQueue
    clock: Callable[[], float]
    webhook: Webhook = field(default_factory=lambda: Webhook(""))
    proxies: dict[str, str] = field(default_factory=dict)
    retry_seconds: float = 0.2
    answers: list[int] = field(default_factory=list)
    _loop: asyncio.Task[None] | None = None
    _posts: set[asyncio.Task[None]] = field(default_factory=set)

    def set(self, webhook: Webhook) -> None:
        """Deliver to a webhook from now on; one without an address stops deliveries."""
        self.webhook = webhook
        self.queue.webhook_active = bool(webhook.url)
        if webhook.url:
            self.queue.terminate_poll("Terminated by setWebhook request")
        self.queue.changed.fire()

    def start(self) -> None:
        """Begin to deliver."""
        self._loop = asyncio.get_running_loop().create_task(self._deliver())

    async def stop(self) -> None:
        """Deliver no more; what was under way is delivered again after the next start."""
        tasks = [*self._posts, *([self._loop] if self._loop else [])]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        self._loop = None

    async def _deliver(self) -> None:
        no_tls = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)  # deliveries stay on loopback, so no certificates are loaded
        async with httpx.AsyncClient(timeout=_DELIVERY_SECONDS, verify=no_tls) as client:
            while True:
                if self.webhook.url:
                    for update in self.queue.due()[: self.webhook.max_connections - len(self._posts)]:
                        self._begin(client, update)
                await self.queue.changed.wait()

    def _begin(self, client: httpx.AsyncClient, update: Pending) -> None:
        update.in_delivery = True
        task = asyncio.get_running_loop().create_task(self._post(client, update, self.webhook))
        self._posts.add(task)
        task.add_done_callback(self._posts.discard)

    async def _post(self, client: httpx.AsyncClient, update: Pending, webhook: Webhook) -> None:
        try:
            headers = {"Content-Type": "application/json"}
            if webhook.secret:
                headers[SECRET_HEADER] = webhook.secret
            body = json.dumps(update.as_json(), ensure_ascii=False).encode()
            try:
                answer = await client.post(self._address(webhook.url), content=body, headers=headers)
            except (httpx.HTTPError, ConnectionError) as error:
                webhook.last_error = str(error) or type(error).__name__
            else:
                self.answers.append(answer.status_code)
                if answer.is_success:
                    self.queue.confirm([update.update_id])
                    return
                webhook.last_error = f"Wrong response from the webhook: {answer.status_code} {answer.reason_phrase}"
            webhook.last_error_at = self.clock()
            self.queue.changed.fire()
            await asyncio.sleep(self.retry_seconds)
        finally:
            update.in_delivery = False
            self.queue.changed.fire()

    def _address(self, url: str) -> str:
        for public, inner in self.proxies.items():
            if url.startswith(public):
                url = inner + url.removeprefix(public)
        if urlsplit(url).hostname not in _LOOPBACK:
            raise ConnectionError("Failed to resolve host: Name or service not known")  # no test leaves this machine
        return url
