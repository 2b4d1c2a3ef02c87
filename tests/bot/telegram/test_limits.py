"""Who is answered, how fast, and what happens when too much is asked or an answer takes too long."""

import asyncio
import threading
from dataclasses import replace

import pytest

from bot.settings import Settings
from bot.telegram.access import Allowance, Allowances
from bot.telegram.desk import DeskLimits
from bot.telegram.lanes import LaneLimits
from retrieval.engine import Engine
from retrieval.errors import IndexUnusableError
from tests.bot.telegram.bots import QUICK, running
from tests.bot.telegram.engines import Wrapped
from tests.bot.telegram.test_asking import CHAIR
from tests.support.bot_api import BotApi

pytestmark = pytest.mark.asyncio
GROUP_ID = -1001000000001


async def test_list_of_allowed_lets_its_users_and_chats_ask(api: BotApi, engine: Engine, settings: Settings) -> None:
    an, binh, chi = api.user(11, "An"), api.user(12, "Bình"), api.user(13, "Chi")
    settings = replace(settings, telegram_allowed=frozenset({an.id, GROUP_ID}), telegram_admins=frozenset({chi.id}))
    async with running(api, engine, settings):
        assert CHAIR in (await api.private_chat(an).ask(an, "Ai chủ trì hội nghị?")).text
        assert CHAIR in (await api.group(GROUP_ID, "Nhóm").ask(binh, "/ask Ai chủ trì hội nghị?")).text
        assert CHAIR in (await api.private_chat(chi).ask(chi, "Ai chủ trì hội nghị?")).text


async def test_stranger_is_told_once_and_a_strange_group_is_left_alone(
    api: BotApi, engine: Engine, settings: Settings
) -> None:
    an, binh = api.user(11, "An"), api.user(12, "Bình")
    async with running(api, engine, replace(settings, telegram_allowed=frozenset({an.id}))):
        chat = api.private_chat(binh)
        first = await chat.ask(binh, "Ai chủ trì hội nghị?")
        assert first.text.startswith("Bot này chỉ dành cho một số người")
        await chat.send(binh, "Ai chủ trì hội nghị?")
        group = api.group(GROUP_ID, "Nhóm")
        await group.send(binh, "/ask Ai chủ trì hội nghị?")
        query = await api.inline_query(binh, "Ai chủ trì hội nghị?")
        assert await api.results_of(query) == []
        await api.private_chat(an).ask(an, "/new")
        assert (list(chat.replies()), list(group.replies())) == ([first], [])


async def test_press_of_a_stranger_gets_a_word(api: BotApi, engine: Engine, settings: Settings) -> None:
    an, binh = api.user(11, "An"), api.user(12, "Bình")
    group = api.group(GROUP_ID, "Nhóm")
    async with running(api, engine, replace(settings, telegram_allowed=frozenset({an.id}))):
        reply = await group.ask(an, "/ask Ai chủ trì hội nghị?")
        press = await group.press(reply, "👍", binh)
        assert (await api.answer_of(press)).startswith("Bot này chỉ dành cho")


async def test_person_who_asks_too_fast_is_told_once_and_answered_later(
    api: BotApi, engine: Engine, settings: Settings
) -> None:
    limits = replace(QUICK, allowances=Allowances(person=Allowance(n=2, per_seconds=2)))
    an = api.user(11, "An")
    chat = api.private_chat(an)
    async with running(api, engine, settings, limits):
        for _ in range(6):
            await chat.send(an, "Ai chủ trì hội nghị?")
        replies = await chat.wait_for_replies(3)
        await api.wait_until(lambda: not api.state.updates.pending)
        assert [CHAIR in reply.text for reply in replies] == [True, True, False]
        assert replies[2].text == "Bạn hỏi hơi nhanh, mình chưa theo kịp. Bạn chờ khoảng 1 giây rồi hỏi tiếp nhé."
        await asyncio.sleep(1.2)
        assert CHAIR in (await chat.ask(an, "Ai chủ trì hội nghị?")).text
        assert len(list(chat.replies())) == 4


async def test_group_that_asks_too_fast_is_told_once(api: BotApi, engine: Engine, settings: Settings) -> None:
    limits = replace(QUICK, allowances=Allowances(group=Allowance(n=1, per_seconds=60)))
    group = api.group(GROUP_ID, "Nhóm")
    async with running(api, engine, settings, limits):
        for number in range(4):
            await group.send(api.user(20 + number, "Người"), "/ask Ai chủ trì hội nghị?")
        replies = await group.wait_for_replies(2)
        an = api.user(11, "An")
        await api.private_chat(an).ask(an, "/new")
        assert "hỏi hơi nhanh" in replies[1].text
        assert len(list(group.replies())) == 2


async def test_lane_that_is_full_says_so_once_and_answers_what_it_took(
    api: BotApi, engine: Engine, settings: Settings
) -> None:
    limits = replace(QUICK, lanes=LaneLimits(in_a_lane=3, overall=100))
    slow = Wrapped(engine)
    an = api.user(11, "An")
    chat = api.private_chat(an)
    async with running(api, slow, settings, limits):
        for _ in range(6):
            await chat.send(an, "Ai chủ trì hội nghị?")
        full = await chat.wait_for_reply()
        assert full.text.startswith("Đang có quá nhiều câu hỏi cùng lúc")
        slow.opened.set()
        replies = await chat.wait_for_replies(4)
        assert [CHAIR in reply.text for reply in replies] == [False, True, True, True]


async def test_chat_that_waits_does_not_hold_up_another(api: BotApi, engine: Engine, settings: Settings) -> None:
    an, binh = api.user(11, "An"), api.user(12, "Bình")
    slow = Wrapped(engine)
    async with running(api, slow, settings):
        chat = api.private_chat(an)
        waiting = await chat.send(an, "Ai chủ trì hội nghị?")
        assert "Chào bạn" in (await api.private_chat(binh).ask(binh, "/start")).text
        assert list(chat.replies()) == []
        slow.opened.set()
        assert CHAIR in (await chat.wait_for_reply(waiting)).text


async def test_search_that_takes_too_long_ends_with_a_message(api: BotApi, engine: Engine, settings: Settings) -> None:
    slow = Wrapped(engine, threading.Event())
    an = api.user(11, "An")
    async with running(api, slow, settings, replace(QUICK, desk=DeskLimits(search_seconds=0.2))):
        reply = await api.private_chat(an).ask(an, "Ai chủ trì hội nghị?")
        assert reply.text == "Câu này mình tìm quá lâu mà chưa xong. Bạn hỏi lại sau ít phút nhé."
        slow.opened.set()


async def test_typing_goes_on_while_a_search_takes_long(
    api: BotApi, engine: Engine, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.telegram.typing_shown.REFRESH_SECONDS", 0.05)
    slow = Wrapped(engine)
    an = api.user(11, "An")
    chat = api.private_chat(an)
    async with running(api, slow, settings):
        question = await chat.send(an, "Ai chủ trì hội nghị?")
        await api.wait_until(lambda: len(api.journal.of("sendChatAction")) >= 3)
        slow.opened.set()
        await chat.wait_for_reply(question)
        assert [call.method for call in api.journal.calls][-1] != "sendChatAction"


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (IndexUnusableError("/srv/secret/index.db is damaged"), "Kho bài báo tạm thời chưa dùng được."),
        (RuntimeError("/srv/secret fell over"), "Có lỗi khi xử lý yêu cầu này; mình đã ghi lại (mã "),
    ],
)
async def test_fault_tells_something_useful_and_nothing_internal(
    api: BotApi, engine: Engine, settings: Settings, error: Exception, expected: str
) -> None:
    broken = Wrapped(engine, error=error)
    broken.opened.set()
    an = api.user(11, "An")
    async with running(api, broken, settings):
        reply = await api.private_chat(an).ask(an, "Ai chủ trì hội nghị?")
        assert reply.text.startswith(expected)
        assert "secret" not in reply.text
