"""/status and /unanswered, and the menu that administrators see."""

import datetime as dt
import re

import pytest

from bot.telegram.admin.status_view import Condition, status_body
from bot.telegram.places import Place
from bot.telegram.rendering.buttons import ADMIN_ACTIONS
from bot.telegram.state.records import Activity
from bot.telegram.texts import ENGLISH, VIETNAMESE
from retrieval.answer.reply import Refusal, RefusalReason, Reply, Status
from retrieval.query.language import Language
from retrieval.records import Generation
from tests.bot.telegram.admins import ADMIN_ID, Premises, admin_of
from tests.bot.telegram.bots import RunningBot, running
from tests.support.bot_api import BotApi

NOW = dt.datetime(2024, 5, 6, 3, 0, tzinfo=dt.UTC).timestamp()
GENERATION = Generation(
    number=7,
    created_at="2024-05-05T02:30:00+00:00",
    roots="[]",
    pipeline="1",
    model="multilingual-e5-small",
    fingerprint="f",
    dimension=384,
    n_articles=120,
    n_passages=640,
    dense_sha256="",
    lexical_sha256="",
)
CONDITION = Condition(
    now=NOW,
    generation=GENERATION,
    started_at=NOW - 2 * 86400 - 3600,
    last_poll_at=NOW - 4,
    today=Activity(12, 3, 0.1, 0.2),
    last_day=Activity(20, 5, 0.125, 0.75),
    kept=Activity(345, 60, 0.1, 0.2),
    kept_days=90,
    run=None,
    is_run_elsewhere=False,
    data_bytes=1536 * 1024,
)


def refuse(bot: RunningBot, message_id: int, text: str, reason: RefusalReason = RefusalReason.LOW_CONFIDENCE) -> None:
    """Have the bot remember a question that it refused."""
    question, _ = bot.store.open_question(Place(12), message_id, 12, text)
    refusal = Refusal(reason, "Không có.")
    bot.store.save_reply(question, Reply(text, Language.VIETNAMESE, Status.REFUSED, 0.1, None, refusal, ()), 0.5)


def test_status_tells_everything_in_vietnamese() -> None:
    assert status_body(CONDITION, VIETNAMESE).plain == (
        "Tình trạng của bot\n"
        "Kho bài báo: bản số 7, lập lúc 09:30:00 ngày 05/05/2024 (1 ngày trước)\n"
        "120 bài, 640 đoạn\n"
        "Mô hình: multilingual-e5-small\n"
        "\n"
        "Đã chạy 2 ngày 1 giờ\n"
        "Liên lạc được với Telegram lần cuối: 09:59:56 ngày 06/05/2024 (4 giây trước)\n"
        "Thư mục dữ liệu: 1,5 MB\n"
        "Không có lượt cập nhật nào đang chạy.\n"
        "\n"
        "Hôm nay: 12 câu hỏi, 3 câu chưa trả lời được\n"
        "Tất cả (90 ngày qua): 345 câu hỏi, 60 câu chưa trả lời được\n"
        "Thời gian trả lời trong 24 giờ qua: một nửa số câu trong 0,12 giây, 95% trong 0,75 giây"
    )


def test_status_tells_what_is_not_known_in_english() -> None:
    unknown = Condition(
        now=NOW,
        generation=None,
        started_at=NOW - 90,
        last_poll_at=None,
        today=Activity(0, 0, None, None),
        last_day=Activity(0, 0, None, None),
        kept=Activity(0, 0, None, None),
        kept_days=90,
        run="Reading files: 1/2",
        is_run_elsewhere=False,
        data_bytes=10,
    )
    assert status_body(unknown, ENGLISH).plain == (
        "How the bot is doing\n"
        "Articles: the index cannot be used; run hoidap doctor on the server.\n"
        "\n"
        "Running for 1 min\n"
        "Telegram has not been reached since the start.\n"
        "Data directory: 10 bytes\n"
        "An update is running: Reading files: 1/2\n"
        "\n"
        "Questions today: 0, without an answer: 0\n"
        "Questions in 90 days: 0, without an answer: 0\n"
        "Time to answer: no questions in the last 24 hours"
    )


@pytest.mark.asyncio
async def test_status_counts_questions_and_refusals(api: BotApi, admin_bot: RunningBot) -> None:
    admin, chat = admin_of(api)
    await chat.ask(admin, "Ai chủ trì hội nghị?")
    refuse(admin_bot, 9001, "Ai là hiệu trưởng?")
    text = (await chat.ask(admin, "/status")).text
    assert "Kho bài báo: bản số 1, lập lúc " in text
    assert "\n3 bài, 3 đoạn\n" in text
    assert "\nHôm nay: 2 câu hỏi, 1 câu chưa trả lời được\n" in text
    assert re.search(r"\nLiên lạc được với Telegram lần cuối: .* giây trước\)\n", text)
    assert re.search(r"\nThời gian trả lời trong 24 giờ qua: một nửa số câu trong \d+,\d\d", text)


@pytest.mark.asyncio
async def test_unanswered_questions_are_listed_escaped_and_paged(api: BotApi, admin_bot: RunningBot) -> None:
    admin, chat = admin_of(api)
    for n in range(1, 11):
        refuse(admin_bot, n, f"Câu <b>thứ</b> {n} & {'dài ' * 300}", RefusalReason.NAME_NOT_FOUND)
    listed = await chat.ask(admin, "/unanswered")
    assert listed.text.startswith(
        "10 câu hỏi chưa trả lời được, mới nhất trước (trang 1/2):\n\n1. Câu <b>thứ</b> 10 & dài dài"
    )
    assert "giây trước · không có tên được hỏi" in listed.text
    await chat.press(listed, "▶")
    await chat.wait_for_edit(listed)
    assert "(trang 2/2):\n\n9. Câu <b>thứ</b> 2 & dài" in listed.text
    assert [button.text for button in listed.buttons] == ["◀"]


@pytest.mark.asyncio
@pytest.mark.usefixtures("admin_bot")
async def test_unanswered_says_when_there_is_none(api: BotApi) -> None:
    admin, chat = admin_of(api, "en")
    assert (await chat.ask(admin, "/unanswered")).text == "So far there is no question that I could not answer."


@pytest.mark.asyncio
async def test_unanswered_questions_are_not_shown_in_a_group(api: BotApi, admin_bot: RunningBot) -> None:
    refuse(admin_bot, 1, "Chuyện riêng?")
    admin, _ = admin_of(api)
    group = api.group(-1001234, "Toà soạn")
    reply = await group.ask(admin, "/unanswered")
    assert reply.text == "Lệnh này bạn dùng trong cuộc trò chuyện riêng với mình nhé."
    press = await group.press(reply, "", admin, data="q:0:1")
    assert await api.answer_of(press) == ""
    assert reply.n_edits == 0


@pytest.mark.asyncio
@pytest.mark.usefixtures("admin_bot")
@pytest.mark.parametrize("action", sorted(ADMIN_ACTIONS))
async def test_button_of_administrators_refuses_everyone_else(api: BotApi, action: str) -> None:
    binh = api.user(12, "Bình", "en")
    chat = api.private_chat(binh)
    started = await chat.ask(binh, "/start")
    press = await chat.press(started, "", data=f"{action}:1:1")
    expected = "Only those who run this bot can do that. Just type a question, and I will answer it."
    assert await api.answer_of(press) == expected


@pytest.mark.asyncio
async def test_administrator_without_a_chat_is_no_error_and_gets_the_menu_with_the_first_message(
    api: BotApi, premises: Premises
) -> None:
    place = f'{{"chat_id": {ADMIN_ID}, "type": "chat"}}'
    async with running(api, premises.engine, premises.settings):
        await api.wait_until(lambda: len(api.journal.of("setMyCommands")) == 12)
        assert [call.refusal.description for call in api.journal.refused if call.refusal] == 3 * [
            "Bad Request: chat not found"
        ]
        admin, chat = admin_of(api)
        await chat.ask(admin, "/start")
        commands = api.state.profile.commands
        await api.wait_until(lambda: (place, "en") in commands)
        assert [entry["command"] for entry in commands[place, "vi"]][-5:] == [
            "reindex", "cancel", "status", "unanswered", "remove",
        ]  # fmt: skip
        assert commands[place, "en"][-1]["description"] == "Remove an article"
        assert (place, "") in commands
