"""The bot's life: what it needs at the start, what it waits for, and how it ends."""

import asyncio
import logging
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from bot.cli.main import main
from bot.secret import Secret
from bot.settings import Settings
from bot.telegram.receiving import TokenRefusedError
from bot.telegram.running import serve
from bot.telegram.state.store import open_store
from bot.telegram.webhook import ListeningError
from retrieval.engine import Engine
from tests.bot.telegram.bots import HOOK, QUICK, WEBHOOK_SECRET, eventually, running, webhook_settings
from tests.bot.telegram.engines import Wrapped
from tests.bot.telegram.test_asking import CHAIR
from tests.support.bot_api import BotApi

pytestmark = pytest.mark.asyncio
OTHER_TOKEN = f"7000000001:{'another-token':_<35}"


async def test_network_that_is_down_at_the_start_is_waited_for(
    api: BotApi, engine: Engine, settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    an = api.user(11, "An")
    chat = api.private_chat(an)
    question = await chat.send(an, "Ai chủ trì hội nghị?")
    await api.stop()
    async with running(api, engine, settings):
        await asyncio.sleep(0.3)
        await api.start()
        assert CHAIR in (await chat.wait_for_reply(question, 20)).text
    said = [record.message for record in caplog.records if "cannot be reached" in record.message]
    assert len(said) == 1


async def test_stop_while_the_network_is_down_ends_at_once(api: BotApi, engine: Engine, settings: Settings) -> None:
    await api.stop()
    async with running(api, engine, settings) as bot:
        await asyncio.sleep(0.2)
        bot.stop.set()
        await asyncio.wait_for(bot.task, 5)
        assert (bot.task.done(), bot.task.exception()) == (True, None)
    await api.start()
    assert api.journal.calls == []  # nothing was asked of Telegram, and nothing waited for it


async def test_token_that_telegram_does_not_know_ends_the_bot(engine: Engine, settings: Settings) -> None:
    store = open_store(settings.data_dir)
    with pytest.raises(TokenRefusedError):
        await serve(settings, Secret(OTHER_TOKEN), engine, store, limits=QUICK)
    store.close()


async def test_second_poller_is_explained_and_survived(
    api: BotApi, engine: Engine, settings: Settings, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.telegram.receiving._CONFLICT_PAUSE_SECONDS", 0.1)
    an = api.user(11, "An")
    async with running(api, engine, settings):
        await api.private_chat(an).ask(an, "/new")
        async with httpx.AsyncClient() as other:
            await other.post(f"{api.base_url}{api.token}/getUpdates", json={"timeout": 0})
        await api.wait_until(lambda: any("second bot" in record.message for record in caplog.records))
        assert CHAIR in (await api.private_chat(an).ask(an, "Ai chủ trì hội nghị?")).text


async def test_webhook_of_an_earlier_life_is_removed_when_polling(
    api: BotApi, engine: Engine, settings: Settings
) -> None:
    an = api.user(11, "An")
    async with httpx.AsyncClient() as other:
        await other.post(f"{api.base_url}{api.token}/setWebhook", json={"url": "http://127.0.0.1:9/old"})
    async with running(api, engine, settings):
        assert CHAIR in (await api.private_chat(an).ask(an, "Ai chủ trì hội nghị?")).text


async def test_webhook_answers_like_polling(
    api: BotApi, engine: Engine, settings: Settings, unused_tcp_port: int
) -> None:
    an = api.user(11, "An")
    chat = api.private_chat(an)
    waiting = await chat.send(an, "Ai chủ trì hội nghị?")
    async with running(api, engine, webhook_settings(settings, unused_tcp_port)):
        reply = await chat.wait_for_reply(waiting)
        assert CHAIR in reply.text
        await chat.press(reply, "Đoạn khác")
        assert (await chat.wait_for_reply(reply)).text.startswith("Những đoạn liên quan khác")
    assert api.journal.of("getUpdates") == []


async def test_webhook_has_a_route_for_monitors_and_refuses_calls_without_the_secret(
    api: BotApi, engine: Engine, settings: Settings, unused_tcp_port: int
) -> None:
    url = f"http://127.0.0.1:{unused_tcp_port}"
    update = {"update_id": 5, "message": {"message_id": 1, "date": 0, "chat": {"id": 11, "type": "private"}}}
    header = "X-Telegram-Bot-Api-Secret-Token"
    async with running(api, engine, webhook_settings(settings, unused_tcp_port)) as bot, httpx.AsyncClient() as outside:
        await api.wait_until(lambda: api.journal.of("setWebhook"))
        assert (await outside.get(f"{url}/healthz")).json() == {"ok": True}
        assert (await outside.post(url + HOOK, json=update)).status_code == 403
        assert (await outside.post(url + HOOK, json=update, headers={header: "wrong"})).status_code == 403
        assert (await outside.post(f"{url}/elsewhere", json=update)).status_code == 404
        right = {header: WEBHOOK_SECRET}
        for content in (b"{", b"[]", b'{"update_id": "x"}', b'{"update_id": 7, "message": {}}', b"\xff"):
            assert (await outside.post(url + HOOK, content=content, headers=right)).status_code == 200
        assert bot.store.record_update(5, None)  # none of them was let in


async def test_answers_in_hand_are_finished_before_the_end(api: BotApi, engine: Engine, settings: Settings) -> None:
    an = api.user(11, "An")
    chat = api.private_chat(an)
    slow = Wrapped(engine)
    async with running(api, slow, settings) as bot:
        questions = [await chat.send(an, "Ai chủ trì hội nghị?") for _ in range(3)]
        await api.wait_until(lambda: not api.state.updates.pending or slow.asked)
        await api.wait_until(lambda: bot.store.question_of(11, questions[0].id) is not None)
        bot.stop.set()
        await asyncio.sleep(0.1)
        slow.opened.set()
        await asyncio.wait_for(bot.task, 10)
    assert [reply.reply_to for reply in chat.replies()] == questions


async def test_what_cannot_be_finished_in_time_is_answered_by_the_next_start(
    api: BotApi, engine: Engine, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.telegram.running.STOP_SECONDS", 0.2)
    an = api.user(11, "An")
    chat = api.private_chat(an)
    slow = Wrapped(engine)
    async with running(api, slow, settings) as bot:
        questions = [await chat.send(an, f"Ai chủ trì hội nghị {number}?") for number in range(3)]
        await eventually(lambda: bool(slow.asked))
        bot.stop.set()
        await asyncio.wait_for(bot.task, 10)
    slow.opened.set()
    assert list(chat.replies()) == []
    async with running(api, engine, settings):
        replies = await chat.wait_for_replies(3)
    assert [reply.reply_to for reply in replies] == questions


async def test_address_that_is_taken_is_named(
    api: BotApi, engine: Engine, settings: Settings, unused_tcp_port: int
) -> None:
    taken = await asyncio.start_server(lambda _, writer: writer.close(), "127.0.0.1", unused_tcp_port)
    store = open_store(settings.data_dir)
    with pytest.raises(ListeningError, match=f"TELEGRAM_WEBHOOK_LISTEN=127.0.0.1:{unused_tcp_port} cannot be"):
        await serve(webhook_settings(settings, unused_tcp_port), Secret(api.token), engine, store, limits=QUICK)
    store.close()
    taken.close()


async def test_update_that_comes_again_is_answered_once(api: BotApi, engine: Engine, settings: Settings) -> None:
    an = api.user(11, "An")
    chat = api.private_chat(an)
    async with running(api, engine, settings):
        question = await chat.send(an, "Ai chủ trì hội nghị?")
        await chat.wait_for_reply(question)
        update_id = api.state.updates.last_id
        api.inject({"update_id": update_id, "message": question.as_json()})
        api.inject({"message": question.as_json()})
        await chat.ask(an, "/new")
        assert len(list(chat.replies())) == 2


@pytest.fixture
def log_as_it_was() -> Iterator[None]:
    """Take back afterwards how the command sets up the log for the rest of its process."""
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    yield
    for handler in set(root.handlers) - set(handlers):
        root.removeHandler(handler)
    root.setLevel(level)


@pytest.mark.usefixtures("log_as_it_was")
async def test_bot_without_a_token_an_index_or_a_model_does_not_start(
    index_dir: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], api: BotApi
) -> None:
    assert main(["bot", "--data-dir", str(tmp_path / "none")]) == 2
    assert "set TELEGRAM_BOT_TOKEN" in capsys.readouterr().err
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", api.token)
    assert main(["bot", "--data-dir", str(tmp_path / "none")]) == 3
    assert "there is no index" in capsys.readouterr().err
    monkeypatch.setenv("HOIDAP_MODEL", str(tmp_path / "no-model"))
    assert main(["bot", "--data-dir", str(index_dir)]) == 3
    said = capsys.readouterr().err
    assert "no-model; set HOIDAP_MODEL to the folder of a Sentence Transformers model" in said
    assert api.token not in said
