"""Takes updates that Telegram sends (webhook): a small HTTP server behind a reverse proxy.

python-telegram-bot's own server has no route that tells a monitor whether the bot lives, and answers 400 to an update
that it cannot read, which Telegram then sends again and again.
"""

import asyncio
import hmac
import json
import logging
import re
import socket
import time
from urllib.parse import urlsplit

import tornado.httpserver
import tornado.web
from telegram import Bot, Update
from telegram.error import TelegramError

from bot.secret import Secret
from bot.settings import Address
from bot.telegram.inbox import Inbox
from bot.telegram.reading import read_update
from bot.telegram.receiving import pause
from bot.telegram.services import Health

HEALTH_PATH = "/healthz"
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 (the header's name)
MAX_UPDATE_BYTES = 1024 * 1024
_FORBIDDEN = 403
_BACKLOG = 128
_WATCH_SECONDS = 60.0
_LOG = logging.getLogger(__name__)


class ListeningError(Exception):
    """The address for Telegram's calls cannot be used; the message names the setting."""


class WebhookServer:
    """Listens for Telegram's calls."""

    def __init__(self, url: str, secret: Secret, bot: Bot, inbox: Inbox, health: Health) -> None:
        """Take the public address, whose path is served, and what Telegram has to say with each call."""
        path = urlsplit(url).path or "/"
        self._server = tornado.httpserver.HTTPServer(
            _Quiet(
                [
                    (HEALTH_PATH, _Alive),
                    (re.escape(path), _Updates, {"secret": secret, "bot": bot, "inbox": inbox, "health": health}),
                ]
            ),
            max_body_size=MAX_UPDATE_BYTES,
        )

    def listen(self, address: Address) -> None:
        """Begin to listen.

        Raises:
            ListeningError: the address is taken, or not this machine's.
        """
        try:
            family = socket.AF_INET6 if ":" in address.host else socket.AF_INET
            listening = socket.create_server(address, family=family, backlog=_BACKLOG)
        except OSError as error:
            raise ListeningError(
                f"TELEGRAM_WEBHOOK_LISTEN={address.host}:{address.port} cannot be listened on "
                f"({(error.strerror or str(error)).lower()}): free it, or set another host:port"
            ) from error
        listening.setblocking(False)
        self._server.add_socket(listening)

    async def close(self) -> None:
        """Take no more calls, and finish those under way."""
        self._server.stop()
        await self._server.close_all_connections()


async def watch(bot: Bot, url: str, health: Health, stop: asyncio.Event) -> None:
    """Ask Telegram again and again, until a stop is asked for, whether it still calls the webhook; log what is wrong.

    Only where nothing is does it count as an answer of Telegram: a webhook that nobody calls is silent for ever.
    """
    said = ""
    while not stop.is_set():
        wrong = await _what_is_wrong(bot, url)
        if not wrong:
            health.last_poll_at = time.time()
        elif wrong != said:
            _LOG.error("the webhook does not work: %s", wrong)
        said = wrong
        await pause(_WATCH_SECONDS, stop)


async def _what_is_wrong(bot: Bot, url: str) -> str:
    """Return why Telegram's calls do not come in, "" where they do."""
    try:
        info = await bot.get_webhook_info()
    except TelegramError as error:
        return f"Telegram cannot be reached ({error})"
    if info.url != url:
        return "another program has removed or replaced it; stop that one, and start this one again"
    if info.pending_update_count and info.last_error_date is not None and info.last_error_message:
        return f"{info.pending_update_count} updates wait, and the last call failed: {info.last_error_message}"
    return ""


def _literally(path: str) -> str:
    """Return a pattern for one path."""
    import re

    return re.escape(path)


class _Quiet(tornado.web.Application):
    def log_request(self, handler: tornado.web.RequestHandler) -> None:
        """Log nothing: a path can be a secret."""


class _Alive(tornado.web.RequestHandler):
    def get(self) -> None:
        """Say that the bot runs."""
        self.write({"ok": True})


class _Updates(tornado.web.RequestHandler):
    def initialize(self, secret: Secret, bot: Bot, inbox: Inbox, health: Health) -> None:
        """Take where updates go."""
        self._secret = secret
        self._bot = bot
        self._inbox = inbox
        self._health = health

    async def post(self) -> None:
        """Take an update; an answer of 200 says that it is written down, and need not come again."""
        given = self.request.headers.get(SECRET_HEADER, "")
        if not hmac.compare_digest(given.encode(), self._secret.reveal().encode()):
            _LOG.warning("a call without the secret was refused")
            raise tornado.web.HTTPError(_FORBIDDEN)
        self._health.last_poll_at = time.time()
        update = _parsed(self.request.body, self._bot)
        if update is not None:
            await self._inbox.put(update)


def _parsed(content: bytes, bot: Bot) -> Update | None:
    """Return the update of a call, None where it cannot be read."""
    try:
        values = json.loads(content)
    except (ValueError, RecursionError):
        _LOG.warning("a call of %s bytes is not JSON", len(content))
        return None
    return Update.de_json(values, bot) if read_update(values) is not None else None
