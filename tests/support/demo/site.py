"""The page and what it talks to, on the Bot API server's own port; only this machine's browser may use them.

Loopback alone keeps no other web site out: a page from anywhere may have the browser send requests here, or point a
name of its own at 127.0.0.1. So every request has to name this host, and may name no origin but this one.
"""

import base64
import hashlib
import json
from pathlib import Path
from urllib.parse import parse_qs

from tests.support.bot_api import BotApi
from tests.support.bot_api.fields import Json, whole_number
from tests.support.bot_api.web import Request, Response
from tests.support.demo.actions import Actions, WrongRequestError
from tests.support.demo.feed import Feed
from tests.support.demo.stage import Stage

_PAGE = Path(__file__).with_name("page")
_SCRIPTS = ("words.js", "rich.js", "server.js", "messages.js", "composer.js", "app.js")  # in the order they run in
_FORBIDDEN = Response(403, b"this address is for the page that is served here\n", "text/plain; charset=utf-8")
_NOT_FOUND = Response(404, b"not found\n", "text/plain; charset=utf-8")


class Site:
    """The routes of the demonstration."""

    def __init__(self, api: BotApi) -> None:
        """Add the routes to a server that has not been started, and people to its Telegram."""
        self._api = api
        self.stage = Stage(api)
        self._feed = Feed(api, self.stage)
        self._actions = Actions(api, self.stage).by_name()
        self._page = page()
        api.web.guard = self.refusal
        api.web.route("/", self._serve_page)
        api.web.route("/demo/", self._serve)

    def refusal(self, request: Request) -> Response | None:
        """Return a 403 for what comes from elsewhere than this host and origin, None for all else."""
        hosts = [f"127.0.0.1:{self._api.web.port}", f"localhost:{self._api.web.port}"]
        host = request.headers.get("host", "")
        origin = request.headers.get("origin")
        here = host in hosts and origin in {None, f"http://{host}"}
        return None if here and request.headers.get("sec-fetch-site", "none") in {"none", "same-origin"} else _FORBIDDEN

    async def _serve_page(self, request: Request) -> Response:
        return self._page if request.verb == "GET" and request.path == "/" else _NOT_FOUND

    async def _serve(self, request: Request) -> Response:
        name = request.path.removeprefix("/demo/")
        if request.verb == "GET" and name == "feed":
            return _json(await self._feed.after(self._asked_revision(request)))
        action = self._actions.get(name)
        if request.verb != "POST" or action is None:
            return _NOT_FOUND
        try:
            return _json(await action(request))
        except WrongRequestError as error:
            return _json({"error": str(error)}, 400)

    def _asked_revision(self, request: Request) -> int:
        """Return the revision that a page has; 0 for one that was opened before this server started."""
        query = parse_qs(request.query)
        if query.get("session") != [self._feed.session]:
            return 0
        return whole_number(query.get("after", ["0"])[0]) or 0


def page() -> Response:
    """Return the page: one document that fetches nothing, whose own style and script are all that may run in it."""
    style = (_PAGE / "chat.css").read_text("utf-8")
    script = '"use strict";\n' + "".join((_PAGE / name).read_text("utf-8") for name in _SCRIPTS)
    html = (_PAGE / "chat.html").read_text("utf-8").replace("{{style}}", style).replace("{{script}}", script)
    policy = (
        f"default-src 'none'; script-src '{_digest(script)}'; style-src '{_digest(style)}'; connect-src 'self'; "
        "img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'"
    )
    headers = {
        "Content-Security-Policy": policy,
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cache-Control": "no-store",
    }
    return Response(200, html.encode(), "text/html; charset=utf-8", headers)


def _digest(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def _json(value: Json, status: int = 200) -> Response:
    headers = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}
    body = json.dumps(value, ensure_ascii=False).encode("utf-8", "replace")
    return Response(status, body, "application/json; charset=utf-8", headers)
