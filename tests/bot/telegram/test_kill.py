"""kill -9 in the middle: no answer twice, nothing left unanswered, the database sound; and how a process ends."""

import asyncio
import random
import shutil
import signal
import sqlite3
from pathlib import Path

import pytest

from bot.telegram.state.store import FILE_NAME
from tests.bot.telegram.processes import bot_process
from tests.bot.telegram.test_asking import CHAIR
from tests.support.bot_api import BotApi

pytestmark = pytest.mark.asyncio
N_CHATS, N_QUESTIONS = 6, 4
_MAYBE_LOST = "Mình vừa bị gián đoạn"


@pytest.fixture
def data_dir(index_dir: Path, tmp_path: Path) -> Path:
    """Return a copy of the index that a process may have for itself."""
    return Path(shutil.copytree(index_dir, tmp_path / "data"))


async def test_killed_bot_answers_each_question_once_in_the_end(api: BotApi, data_dir: Path) -> None:
    dice = random.Random(20211)  # noqa: S311 (moments of a test)
    api.slow("sendMessage", 0.05)
    chats = [api.private_chat(api.user(100 + number, "Người")) for number in range(N_CHATS)]
    questions = [
        await chat.send(chat.user, f"Ai chủ trì hội nghị lần {number}?")
        for number in range(N_QUESTIONS)
        for chat in chats
        if chat.user is not None
    ]
    for n_sent in sorted(dice.sample(range(2, len(questions) - 4), 2)):
        async with bot_process(api, data_dir) as process:
            await api.wait_until(lambda n=n_sent: len(api.journal.of("sendMessage")) >= n, 60)  # type: ignore[misc]
            await asyncio.sleep(dice.random() / 20)
            process.kill()
    async with bot_process(api, data_dir):
        await api.wait_until(lambda: all(any(r.reply_to is q for r in q.chat.replies()) for q in questions), 60)
        press_on = next(reply for reply in chats[0].replies() if CHAIR in reply.text)
        await chats[0].press(press_on, "Đoạn khác")
        last = list(chats[0].replies())[-1]
        await chats[0].wait_for_reply(last)
    for question in questions:
        replies = [reply for reply in question.chat.replies() if reply.reply_to is question]
        answers = [reply for reply in replies if CHAIR in reply.text]
        notes = [reply for reply in replies if reply.text.startswith(_MAYBE_LOST)]
        assert len(answers) <= 1
        assert len(answers) + len(notes) == len(replies) >= 1
    with sqlite3.connect(data_dir / FILE_NAME) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    connection.close()


async def test_sigterm_ends_the_process_with_status_0_and_no_token_in_its_log(api: BotApi, data_dir: Path) -> None:
    an = api.user(11, "An")
    async with bot_process(api, data_dir) as process:
        assert CHAIR in (await api.private_chat(an).ask(an, "Ai chủ trì hội nghị?", 60)).text
        process.send_signal(signal.SIGTERM)
        out, err = await process.communicate()
    assert (process.returncode, out) == (0, b"")
    log = err.decode()
    assert "signed in as @hoidap_bot" in log
    assert "stopping: finishing the answers in hand" in log
    assert api.token not in log
    assert api.token.partition(":")[2] not in log


async def test_refused_token_ends_the_process_with_status_2_and_is_not_shown(api: BotApi, data_dir: Path) -> None:
    token = f"7000000001:{'another-token':_<35}"
    async with bot_process(api, data_dir, token) as process:
        _, err = await process.communicate()
    assert process.returncode == 2
    assert "does not accept the token" in err.decode()
    assert "another-token" not in err.decode()
