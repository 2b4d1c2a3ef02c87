"""The page's server: who may use it, what it refuses, and that the page needs nothing but itself."""

import re

import pytest

from tests.demo.fetching import fetch
from tests.support.bot_api import BotApi

pytestmark = pytest.mark.asyncio


async def test_page_is_one_document_that_allows_nothing_but_its_own_style_and_script(api: BotApi) -> None:
    answer = await fetch(api, "GET", "/")
    assert (answer.status, answer.headers["content-type"]) == (200, "text/html; charset=utf-8")
    policy = answer.headers["content-security-policy"]
    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    assert "unsafe" not in policy
    assert re.findall(r"""(?:src|href)=["'](?!#|data:)[^"']*["']""", answer.text) == []
    assert "innerHTML" not in answer.text


@pytest.mark.parametrize("path", ["/", "/demo/feed", "/bot{token}/getMe"])
@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "evil.example"},
        {"Host": "127.0.0.1"},
        {"Host": "127.0.0.1.evil.example:80"},
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:1"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
async def test_request_from_another_host_or_origin_is_refused(api: BotApi, path: str, headers: dict[str, str]) -> None:
    answer = await fetch(api, "GET", path.format(token=api.token), headers=headers)
    assert answer.status == 403


@pytest.mark.parametrize("name", ["127.0.0.1", "localhost"])
async def test_request_of_the_page_itself_is_served(api: BotApi, name: str) -> None:
    here = f"{name}:{api.web.port}"
    headers = {"Host": here, "Origin": f"http://{here}", "Sec-Fetch-Site": "same-origin"}
    answer = await fetch(api, "POST", "/demo/send", {"room": "private", "text": "chào"}, headers=headers)
    assert answer.status == 200
    assert [update.body["text"] for update in api.state.updates.pending] == ["chào"]


async def test_only_loopback_is_listened_on(api: BotApi) -> None:
    assert api.web._server is not None
    assert [listening.getsockname()[0] for listening in api.web._server.sockets] == ["127.0.0.1"]


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("send", b"no json"),
        ("send", b"[]"),
        ("send", b'{"room": "other", "text": "a"}'),
        ("send", b'{"room": "private"}'),
        ("send", b'{"room": "private", "text": "  "}'),
        ("send", b'{"room": "private", "text": "%s"}' % (b"a" * 4097)),
        ("send", b'{"room": "private", "text": "a", "reply_to": 999}'),
        ("edit", b'{"room": "private", "message": 102, "text": "a"}'),
        ("press", b'{"room": "private", "message": 102, "row": 0, "column": 0}'),
        ("press", b'{"room": ["private"], "message": "102"}'),
        ("language", b'{"language": "xx"}'),
        ("upload?room=private&name=a.txt", b""),
        ("upload?room=private&name=", b"a"),
        ("upload?name=a.txt", b"a"),
    ],
)
async def test_request_that_makes_no_sense_is_refused_and_changes_nothing(api: BotApi, name: str, body: bytes) -> None:
    answer = await fetch(api, "POST", f"/demo/{name}", body)
    assert answer.status == 400
    assert "error" in answer.json()
    assert api.state.updates.pending == []


@pytest.mark.parametrize(
    ("verb", "path"), [("GET", "/demo/send"), ("POST", "/demo/feed"), ("GET", "/demo/"), ("GET", "/x"), ("POST", "/")]
)
async def test_unknown_path_is_not_found(api: BotApi, verb: str, path: str) -> None:
    assert (await fetch(api, verb, path)).status == 404


async def test_uploaded_file_loses_the_path_in_its_name(api: BotApi) -> None:
    await fetch(api, "POST", "/demo/upload?room=admin&name=..%2F..%5Cb%C3%A0i.md", "# Bài".encode())
    (stored,) = api.state.files.by_id.values()
    assert (stored.name, stored.mime_type) == ("bài.md", "text/markdown")


async def test_feed_tells_only_what_changed_since(api: BotApi) -> None:
    first = (await fetch(api, "GET", "/demo/feed")).json()
    await fetch(api, "POST", "/demo/send", {"room": "private", "text": "một"})
    await fetch(api, "POST", "/demo/send", {"room": "group", "text": "hai"})
    query = f"/demo/feed?session={first['session']}&after={first['revision']}"
    second = (await fetch(api, "GET", query)).json()
    assert [message["text"] for message in second["messages"]] == ["một", "hai"]
    await fetch(api, "POST", "/demo/edit", {"room": "private", "message": 101, "text": "ba"})
    query = f"/demo/feed?session={second['session']}&after={second['revision']}"
    third = (await fetch(api, "GET", query)).json()
    assert [(message["text"], message["edited"]) for message in third["messages"]] == [("ba", True)]
    anew = (await fetch(api, "GET", f"/demo/feed?session=old&after={third['revision']}")).json()
    assert len(anew["messages"]) == 2
