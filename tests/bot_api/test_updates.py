"""How updates leave the server: kept until confirmed, one poller at a time, or pushed to a webhook."""

import asyncio

import pytest

from tests.bot_api.calling import refusal_of, result_of
from tests.support.bot_api import BotApi
from tests.support.bot_api.updates import Pending

pytestmark = pytest.mark.asyncio


async def test_updates_are_kept_until_a_higher_offset_confirms_them() -> None:
    async with BotApi() as api:
        user = api.user(1, "An")
        chat = api.private_chat(user)
        for text in ("một", "hai", "ba"):
            await chat.send(user, text)
        first = await result_of(api, "getUpdates", limit=2)
        assert [update["message"]["text"] for update in first] == ["một", "hai"]
        assert await result_of(api, "getUpdates", limit=2) == first
        rest = await result_of(api, "getUpdates", offset=first[1]["update_id"] + 1)
        assert [update["message"]["text"] for update in rest] == ["ba"]
        assert len(api.state.updates.pending) == 1


async def test_a_negative_offset_takes_the_last_updates_and_forgets_the_others() -> None:
    async with BotApi() as api:
        user = api.user(1, "An")
        for text in ("một", "hai", "ba"):
            await api.private_chat(user).send(user, text)
        assert [update["message"]["text"] for update in await result_of(api, "getUpdates", offset=-1)] == ["ba"]
        assert len(api.state.updates.pending) == 1


async def test_a_poll_waits_for_an_update() -> None:
    async with BotApi() as api:
        user = api.user(1, "An")
        chat = api.private_chat(user)
        poll = asyncio.create_task(result_of(api, "getUpdates", timeout=10))
        await api.wait_until(lambda: api.state.updates.polled_at)
        await chat.send(user, "mưa")
        assert [update["message"]["text"] for update in await poll] == ["mưa"]


async def test_a_second_poller_ends_the_first() -> None:
    async with BotApi() as api:
        first = asyncio.create_task(refusal_of(api, "getUpdates", timeout=10))
        await api.wait_until(lambda: api.state.updates.polled_at)
        await result_of(api, "getUpdates")
        assert await first == (
            "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
        )


async def test_old_updates_are_forgotten() -> None:
    now = [1_000.0]
    async with BotApi(clock=lambda: now[0]) as api:
        user = api.user(1, "An")
        await api.private_chat(user).send(user, "mưa")
        await api.inline_query(user, "mưa")
        now[0] += 31
        assert [list(update)[1] for update in await result_of(api, "getUpdates")] == ["message"]
        now[0] += 86_400
        assert await result_of(api, "getUpdates") == []


async def test_only_the_kinds_that_were_asked_for_are_queued() -> None:
    async with BotApi() as api:
        user = api.user(1, "An")
        chat = api.private_chat(user)
        await result_of(api, "getUpdates", allowed_updates=["edited_message"])
        message = await chat.send(user, "mưa")
        await chat.edit(message, "lũ")
        await result_of(api, "getUpdates", allowed_updates=[])
        await chat.send(user, "nắng")
        assert [update.kind for update in api.state.updates.pending] == ["edited_message", "message"]


async def test_polling_is_refused_while_a_webhook_is_set() -> None:
    async with BotApi() as api:
        await result_of(api, "setWebhook", url="https://bao.example/hook", max_connections=7)
        words = await refusal_of(api, "getUpdates")
        assert words == (
            "Conflict: can't use getUpdates method while webhook is active; "
            "use deleteWebhook to delete the webhook first"
        )
        info = await result_of(api, "getWebhookInfo")
        assert (info["url"], info["max_connections"]) == ("https://bao.example/hook", 7)
        await result_of(api, "deleteWebhook")
        assert await result_of(api, "getUpdates") == []


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"url": "http://bao.example/hook"}, "bad webhook: An HTTPS URL must be provided for webhook"),
        (
            {"url": "https://bao.example:8080/hook"},
            "bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443",
        ),
        ({"url": "https:///hook"}, "invalid webhook URL specified"),
        ({"url": "https://bao.example", "secret_token": "x" * 257}, "secret token is too long"),
        ({"url": "https://bao.example", "secret_token": "a b"}, "secret token contains unallowed characters"),
    ],
)
async def test_a_webhook_is_refused(fields: dict[str, str], words: str) -> None:
    async with BotApi() as api:
        assert await refusal_of(api, "setWebhook", **fields) == f"Bad Request: {words}"


async def test_setting_a_webhook_ends_a_poll_and_may_drop_what_waits() -> None:
    async with BotApi() as api:
        user = api.user(1, "An")
        poll = asyncio.create_task(refusal_of(api, "getUpdates", timeout=10))
        await api.wait_until(lambda: api.state.updates.polled_at)
        await result_of(api, "setWebhook", url="https://bao.example")
        assert await poll == "Conflict: terminated by setWebhook request"
        await api.private_chat(user).send(user, "mưa")
        await result_of(api, "deleteWebhook", drop_pending_updates=True)
        assert api.state.updates.pending == []


async def test_an_injected_update_comes_as_it_is() -> None:
    async with BotApi() as api:
        first = api.inject({"message": {"nonsense": None}})
        api.inject({"update_id": first, "message": {"again": 1}})
        assert await result_of(api, "getUpdates") == [
            {"update_id": first, "message": {"nonsense": None}},
            {"update_id": first, "message": {"again": 1}},
        ]


@pytest.mark.parametrize(
    ("body", "line"),
    [
        ({"chat": {"id": 5}, "from": {"id": 7}}, "5"),
        ({"message": {"chat": {"id": 6}}, "from": {"id": 7}}, "6"),
        ({"from": {"id": 7}}, "7"),
        ("broken", ""),
    ],
)
async def test_deliveries_keep_the_order_within_a_chat(body: object, line: str) -> None:
    assert Pending(1, "message", body, 0.0).line == line
