"""A plain bot behind a webhook, and what is delivered again."""

import socket

import pytest

from tests.bot_api.calling import result_of
from tests.bot_api.plain_bot import PUBLIC, webhook
from tests.support.bot_api import BotApi
from tests.support.bot_api.web import HOST, Request, Response, WebServer

pytestmark = pytest.mark.asyncio
SECRET = "abc_-1"  # noqa: S105 - made up


def free_port() -> int:
    """Return a port on which nobody listens."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


class Receiver:
    """A web server that notes what is delivered and answers as it is told; the last answer is repeated."""

    def __init__(self, *statuses: int) -> None:
        self.web = WebServer()
        self.web.route("/", self._take)
        self.requests: list[Request] = []
        self.statuses = list(statuses)

    async def _take(self, request: Request) -> Response:
        self.requests.append(request)
        return Response(self.statuses.pop(0) if len(self.statuses) > 1 else self.statuses[0])


async def test_a_bot_behind_a_webhook_answers() -> None:
    port = free_port()
    async with BotApi() as api:
        api.state.deliveries.proxies[PUBLIC] = f"http://{HOST}:{port}"
        async with webhook(api, port, SECRET):
            user = api.user(1, "An")
            chat = api.private_chat(user)
            reply = await chat.ask(user, "Mưa ở đâu?")
            assert reply.text == "Mưa ở đâu?"
            press = await chat.press(reply, "bấm")
            assert await api.answer_of(press) == "who"
        await api.wait_until(lambda: not api.state.updates.pending)


@pytest.mark.parametrize("secret", ["wrong", None])
async def test_a_bot_behind_a_webhook_takes_nothing_without_its_secret(secret: str | None) -> None:
    port = free_port()
    async with BotApi() as api:
        deliveries = api.state.deliveries
        deliveries.proxies[PUBLIC] = f"http://{HOST}:{port}"
        async with webhook(api, port, SECRET):
            deliveries.webhook.secret = secret
            user = api.user(1, "An")
            chat = api.private_chat(user)
            question = await chat.send(user, "Mưa ở đâu?")
            await api.wait_until(lambda: deliveries.answers)
            assert deliveries.answers[0] == 403
            assert list(chat.replies()) == []
            deliveries.webhook.secret = SECRET
            assert (await chat.wait_for_reply(question)).text == "Mưa ở đâu?"


async def test_what_was_not_taken_is_delivered_again_in_order() -> None:
    receiver = Receiver(500, 502, 200)
    await receiver.web.start()
    async with BotApi() as api:
        api.state.deliveries.retry_seconds = 0.01
        await result_of(api, "setWebhook", url=f"http://{HOST}:{receiver.web.port}/hook", secret_token=SECRET)
        user = api.user(1, "An")
        chat = api.private_chat(user)
        await chat.send(user, "một")
        await chat.send(user, "hai")
        await api.wait_until(lambda: not api.state.updates.pending)
        info = await result_of(api, "getWebhookInfo")
    await receiver.web.stop()
    assert ["một" in request.body.decode() for request in receiver.requests] == [True, True, True, False]
    assert {request.headers["x-telegram-bot-api-secret-token"] for request in receiver.requests} == {SECRET}
    assert info["last_error_message"] == "Wrong response from the webhook: 502 Bad Gateway"


async def test_what_nobody_takes_waits() -> None:
    async with BotApi() as api:
        api.state.deliveries.retry_seconds = 0.01
        await result_of(api, "setWebhook", url=f"http://{HOST}:{free_port()}/hook")
        user = api.user(1, "An")
        await api.private_chat(user).send(user, "một")
        await api.wait_until(lambda: api.state.deliveries.webhook.last_error)
        assert len(api.state.updates.pending) == 1


async def test_nothing_is_delivered_beyond_this_machine() -> None:
    async with BotApi() as api:
        await result_of(api, "setWebhook", url=f"{PUBLIC}/hook")
        user = api.user(1, "An")
        await api.private_chat(user).send(user, "một")
        await api.wait_until(lambda: api.state.deliveries.webhook.last_error)
        assert api.state.deliveries.webhook.last_error.startswith("Failed to resolve host")


async def test_chats_do_not_wait_for_one_another() -> None:
    receiver = Receiver(500)
    await receiver.web.start()
    async with BotApi() as api:
        await result_of(api, "setWebhook", url=f"http://{HOST}:{receiver.web.port}/hook")
        for number in (1, 2, 3):
            user = api.user(number, "An")
            await api.private_chat(user).send(user, "một")
            await api.private_chat(user).send(user, "hai")
        await api.wait_until(lambda: len(receiver.requests) >= 3)
    await receiver.web.stop()
    assert ["một" in request.body.decode() for request in receiver.requests[:3]] == [True, True, True]
