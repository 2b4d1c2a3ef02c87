"""Trouble on demand and Telegram's own: wrong tokens, too many messages, cut connections, a network that is down."""

import asyncio

import httpx
import pytest
from telegram import Bot as LibraryBot
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter

from tests.bot_api.calling import call, refusal_of, result_of
from tests.bot_api.plain_bot import polling
from tests.support.bot_api import BotApi, RefusedError, bad_request, too_many_requests

pytestmark = pytest.mark.asyncio


@pytest.mark.parametrize(
    ("token", "code", "words"),
    [
        (f"7000000001:{'x' * 35}", 401, "Unauthorized"),
        ("nonsense", 404, "Not Found"),
        ("7000000001:short", 404, "Not Found"),
    ],
)
async def test_a_wrong_token_is_refused(token: str, code: int, words: str) -> None:
    async with BotApi() as api:
        async with httpx.AsyncClient() as client:
            answer = await client.post(f"{api.base_url}{token}/getMe")
        assert answer.json() == {"ok": False, "error_code": code, "description": words}
        assert answer.status_code == code
        assert api.journal.calls == []


async def test_the_library_knows_the_bot() -> None:
    async with BotApi() as api, LibraryBot(api.token, base_url=api.base_url) as bot:
        assert (bot.username, bot.id, bot.bot.can_read_all_group_messages) == ("hoidap_bot", 7_000_000_001, False)


async def test_refusals_on_demand_hit_the_next_calls_of_their_method() -> None:
    async with BotApi() as api, LibraryBot(api.token, base_url=api.base_url) as bot:
        api.private_chat(api.user(1, "An"))
        api.fail_next("sendMessage", too_many_requests(7))
        api.fail_next("sendMessage", bad_request("can't parse entities: made up"))
        await bot.send_chat_action(1, "typing")
        with pytest.raises(RetryAfter) as refused:
            await bot.send_message(1, "x")
        assert str(refused.value).endswith("7 seconds")
        with pytest.raises(BadRequest, match="Can't parse entities: made up"):
            await bot.send_message(1, "x")
        await bot.send_message(1, "x")


async def test_a_refusal_is_unhandled_until_a_good_message_follows() -> None:
    async with BotApi() as api:
        api.private_chat(api.user(1, "An"))
        api.private_chat(api.user(2, "Bình"))
        await refusal_of(api, "sendMessage", chat_id=1, text="<b>", parse_mode="HTML")
        await result_of(api, "sendMessage", chat_id=2, text="x")
        with pytest.raises(AssertionError, match="refused and not made good"):
            api.check()
        await result_of(api, "sendMessage", chat_id=1, text="x")
        api.check()


async def test_a_slow_method_takes_its_time() -> None:
    async with BotApi() as api:
        api.slow("getMe", 0.05)
        loop = asyncio.get_running_loop()
        began = loop.time()
        await result_of(api, "getMe")
        assert loop.time() - began >= 0.05


@pytest.mark.parametrize(("after_work", "n_messages"), [(False, 0), (True, 1)])
async def test_a_connection_is_cut_before_or_after_the_work(after_work: bool, n_messages: int) -> None:
    async with BotApi() as api, LibraryBot(api.token, base_url=api.base_url) as bot:
        chat = api.private_chat(api.user(1, "An"))
        api.drop_connection("sendMessage", after_work=after_work)
        with pytest.raises(NetworkError):
            await bot.send_message(1, "x")
        assert len(list(chat.replies())) == n_messages
        assert len(api.journal.unhandled()) == 1 - n_messages
        await bot.send_message(1, "x")
        assert api.journal.unhandled() == []


async def test_rates_are_kept_on_request() -> None:
    now = [1_000.0]
    async with BotApi(clock=lambda: now[0]) as api:
        api.group(-1001, "Nhóm")
        for number in range(1, 32):
            api.private_chat(api.user(number, "An"))
        api.rates.enforced = True
        await result_of(api, "sendMessage", chat_id=1, text="x")
        again = await call(api, "sendMessage", chat_id=1, text="y")
        assert (again["error_code"], again["parameters"]) == (429, {"retry_after": 1})
        assert again["description"] == "Too Many Requests: retry after 1"
        for number in range(2, 31):
            await result_of(api, "sendMessage", chat_id=number, text="x")
        assert (await call(api, "sendMessage", chat_id=31, text="x"))["error_code"] == 429
        for _ in range(20):
            now[0] += 1
            await result_of(api, "sendMessage", chat_id=-1001, text="x")
        now[0] += 1
        assert (await call(api, "sendMessage", chat_id=-1001, text="x"))["parameters"] == {"retry_after": 40}
        await result_of(api, "sendMessage", chat_id=1, text="z")


async def test_a_polling_bot_outlives_an_outage_and_misses_nothing() -> None:
    async with BotApi() as api:
        user = api.user(1, "An")
        chat = api.private_chat(user)
        async with polling(api):
            await chat.ask(user, "trước")
            async with api.outage():
                with pytest.raises(httpx.ConnectError):
                    await call(api, "getMe")
                question = await chat.send(user, "sau")
            assert (await chat.wait_for_reply(question)).text == "sau"


async def test_waiting_in_vain_tells_what_was_refused() -> None:
    async with BotApi() as api:
        user = api.user(1, "An")
        chat = api.private_chat(user)
        question = await chat.send(user, "Ai?")
        await refusal_of(api, "sendMessage", chat_id=1, text="")
        with pytest.raises(TimeoutError, match=r"no reply in chat 1 to 'Ai\?'; refused.*message text is empty"):
            await chat.wait_for_reply(question, 0.01)


async def test_a_poll_of_a_killed_bot_leaves_nothing_behind() -> None:
    async with BotApi() as api:
        with pytest.raises(httpx.ReadTimeout):
            async with httpx.AsyncClient(timeout=0.05) as client:
                await client.post(f"{api.base_url}{api.token}/getUpdates", data={"timeout": "30"})
        await api.wait_until(lambda: api.journal.calls[0].outcome == "dropped")
        user = api.user(1, "An")
        await api.private_chat(user).send(user, "mưa")
        assert len(await result_of(api, "getUpdates")) == 1


async def test_errors_in_the_servers_own_code_are_raised_when_it_stops() -> None:
    api = BotApi()
    await api.start()
    api.private_chat(api.user(1, "An"))
    api.state.clock = lambda: 1 / 0
    async with httpx.AsyncClient() as client:
        with pytest.raises(httpx.RemoteProtocolError):
            await client.post(f"{api.base_url}{api.token}/sendMessage", data={"chat_id": "1", "text": "x"})
    with pytest.raises(BaseExceptionGroup, match="the Bot API server failed"):
        await api.stop()


async def test_forbidden_is_what_the_library_takes_for_it() -> None:
    async with BotApi() as api, LibraryBot(api.token, base_url=api.base_url) as bot:
        api.private_chat(api.user(1, "An")).block()
        with pytest.raises(Forbidden, match="bot was blocked by the user"):
            await bot.send_message(1, "x")
        assert api.journal.unhandled() == []
        assert isinstance(api.journal.refused[0].refusal, RefusedError)
