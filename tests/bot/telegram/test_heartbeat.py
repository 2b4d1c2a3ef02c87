"""The bot's sign of life, and what ``hoidap bot --health`` makes of it."""

import asyncio
import json
import logging
import time
from pathlib import Path

import pytest

from bot.cli.main import main
from bot.settings import Settings
from bot.telegram.heartbeat import FILE_NAME, beating, check
from retrieval.engine import Engine
from tests.bot.telegram.bots import running, webhook_settings
from tests.support.bot_api import BotApi

NOW = 1_800_000_000.0


@pytest.fixture
def hooked(settings: Settings, unused_tcp_port: int) -> Settings:
    """Return settings for a bot that Telegram calls."""
    return webhook_settings(settings, unused_tcp_port)


def write_beat(folder: Path, at: float | None, heard_at: float | None, started_at: float | None) -> Path:
    beat = {"at": at, "heard_at": heard_at, "started_at": started_at}
    (folder / FILE_NAME).write_text(json.dumps(beat), "utf-8")
    return folder


@pytest.mark.parametrize(
    ("seconds_ago", "is_well", "reason"),
    [
        ((3, 20, 5000), True, "well: Telegram answered 20 s ago"),
        ((61, 20, 5000), False, "the bot hangs or was killed: no sign of life for 61 s"),
        ((3, 181, 5000), False, "Telegram has not answered for 181 s; the bot's log says why"),
        ((3, None, 100), True, "the bot is waiting for Telegram's first answer, for 100 s"),
        ((3, None, 200), False, "Telegram has not answered for 200 s; the bot's log says why"),
    ],
)
def test_health_is_judged_by_the_ages_in_the_file(
    tmp_path: Path, seconds_ago: tuple[float, float | None, float], is_well: bool, reason: str
) -> None:
    at, heard_at, started_at = (None if seconds is None else NOW - seconds for seconds in seconds_ago)
    assert check(write_beat(tmp_path, at, heard_at, started_at), NOW) == (is_well, reason)


@pytest.mark.parametrize("content", ["", "{}", "[]", '{"at": "x", "heard_at": 1, "started_at": 1}', "\x00"])
def test_health_is_bad_when_the_file_makes_no_sense(tmp_path: Path, content: str) -> None:
    (tmp_path / FILE_NAME).write_text(content, "utf-8")
    assert check(tmp_path, NOW).is_well is False


def test_health_command_exits_with_1_where_no_bot_runs_and_0_where_one_is_well(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command = ["bot", "--health", "--data-dir", str(tmp_path)]
    assert main(command) == 1
    write_beat(tmp_path, time.time(), time.time() - 7, NOW)
    assert main(command) == 0
    assert capsys.readouterr().out.splitlines() == [
        f"no bot runs here: there is no {tmp_path / FILE_NAME}",
        "well: Telegram answered 7 s ago",
    ]


@pytest.mark.asyncio
async def test_polling_bot_is_well_while_it_runs_and_leaves_no_sign_of_life(
    api: BotApi, engine: Engine, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.telegram.heartbeat.EVERY_SECONDS", 0.02)
    an = api.user(11, "An")
    async with running(api, engine, settings):
        await api.private_chat(an).ask(an, "/new")
        await asyncio.sleep(0.1)
        verdict = check(settings.data_dir, time.time())
        assert (verdict.is_well, verdict.reason[:24]) == (True, "well: Telegram answered ")
    assert not list(settings.data_dir.glob(f"{FILE_NAME}*"))


@pytest.mark.asyncio
async def test_webhook_that_telegram_confirms_is_well(
    api: BotApi, engine: Engine, hooked: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.telegram.heartbeat.EVERY_SECONDS", 0.02)
    async with running(api, engine, hooked):
        await api.wait_until(lambda: api.journal.of("getWebhookInfo"))
        await asyncio.sleep(0.1)
        assert check(hooked.data_dir, time.time()).reason.startswith("well: Telegram answered ")


@pytest.mark.asyncio
async def test_webhook_that_was_taken_away_is_told_in_the_log_once_and_is_no_answer(
    api: BotApi,
    engine: Engine,
    hooked: Settings,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setattr("bot.telegram.webhook._WATCH_SECONDS", 0.02)
    caplog.set_level(logging.ERROR, "bot.telegram.webhook")
    async with running(api, engine, hooked):
        await api.wait_until(lambda: api.journal.of("getWebhookInfo"))
        api.state.deliveries.set(type(api.state.deliveries.webhook)(""))
        n_asked = len(api.journal.of("getWebhookInfo"))
        await api.wait_until(lambda: len(api.journal.of("getWebhookInfo")) > n_asked + 3)
    assert [record.getMessage() for record in caplog.records] == [
        "the webhook does not work: another program has removed or replaced it; stop that one, and start this one again"
    ]


@pytest.mark.asyncio
async def test_disk_that_takes_no_sign_of_life_is_told_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("bot.telegram.heartbeat.EVERY_SECONDS", 0.01)
    async with beating(tmp_path / "missing", lambda: None):
        await asyncio.sleep(0.05)
    assert [record.levelname for record in caplog.records] == ["WARNING"]
