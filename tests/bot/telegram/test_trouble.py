"""Refusals of Telegram and faults of the network: every answer arrives once, or the person is told how to get it."""

from dataclasses import replace

import pytest

from bot.settings import Settings
from retrieval.engine import Engine
from tests.bot.telegram.bots import QUICK, RunningBot, eventually, running
from tests.bot.telegram.corpus import MARKET_URL
from tests.bot.telegram.engines import Wrapped
from tests.bot.telegram.test_asking import CHAIR
from tests.support.bot_api import BotApi
from tests.support.bot_api.refusals import RefusedError, bad_request, forbidden, too_many_requests

pytestmark = pytest.mark.asyncio
GROUP_ID = -1001000000001


@pytest.mark.usefixtures("bot")
async def test_429_is_waited_out_and_the_answer_sent_again(api: BotApi) -> None:
    an = api.user(11, "An")
    api.fail_next("sendMessage", too_many_requests(1))
    reply = await api.private_chat(an).ask(an, "Ai chủ trì hội nghị?")
    refused, accepted = api.journal.of("sendMessage")
    assert CHAIR in reply.text
    assert accepted.at - refused.at >= 1


@pytest.mark.usefixtures("bot")
async def test_answer_whose_markup_is_refused_goes_out_as_plain_text(api: BotApi) -> None:
    an = api.user(11, "An")
    api.fail_next("sendMessage", bad_request('Can\'t parse entities: unsupported start tag "x" at byte offset 0'))
    reply = await api.private_chat(an).ask(an, "Ai chủ trì hội nghị?")
    assert CHAIR in reply.text
    assert "<" not in reply.text
    assert reply.marked("bold") == reply.marked("expandable_blockquote") == []
    assert reply.buttons != []


@pytest.mark.usefixtures("bot")
async def test_answer_whose_address_button_is_refused_goes_out_without_it(api: BotApi) -> None:
    an = api.user(11, "An")
    api.fail_next("sendMessage", bad_request("BUTTON_URL_INVALID"))
    reply = await api.private_chat(an).ask(an, "Chợ hoa Tết có bao nhiêu gian hàng?")
    assert reply.marked("bold") != []
    assert MARKET_URL not in [button.url for button in reply.buttons]
    assert "👍 Đúng" in [button.text for button in reply.buttons]


async def test_user_who_blocked_the_bot_is_no_error(
    api: BotApi, engine: Engine, settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    an, binh = api.user(11, "An"), api.user(12, "Bình")
    chat = api.private_chat(an)
    slow = Wrapped(engine)
    async with running(api, slow, settings) as bot:
        question = await chat.send(an, "Ai chủ trì hội nghị?")
        await api.wait_until(lambda: api.journal.of("sendChatAction", 11))
        chat.block()
        slow.opened.set()
        assert CHAIR in (await api.private_chat(binh).ask(binh, "Ai chủ trì hội nghị?")).text
        await api.wait_until(lambda: api.journal.of("sendMessage", 11))
        asked = bot.store.question_of(11, question.id)
        assert asked is not None
    assert [record.message for record in caplog.records if record.levelname == "ERROR"] == []
    assert len(api.journal.of("sendMessage", 11)) == 1


async def test_question_is_noted_as_undeliverable_when_the_bot_is_thrown_out(api: BotApi, bot: RunningBot) -> None:
    binh = api.user(12, "Bình")
    group = api.group(GROUP_ID, "Nhóm")
    api.fail_next("sendMessage", forbidden("bot was kicked from the supergroup chat"))
    question = await group.send(binh, "/ask Ai chủ trì hội nghị?")
    await eventually(lambda: _state(bot, GROUP_ID, question.id) == "undeliverable")
    assert len(api.journal.of("sendMessage")) == 1


@pytest.mark.usefixtures("bot")
async def test_group_that_became_a_supergroup_gets_its_answer_there(api: BotApi) -> None:
    binh = api.user(12, "Bình")
    group = api.group(-77, "Nhóm", kind="group")
    successor = api.group(GROUP_ID, "Nhóm")
    migrated = RefusedError(
        400, "Bad Request: group chat was upgraded to a supergroup chat", {"migrate_to_chat_id": GROUP_ID}
    )
    api.fail_next("sendMessage", migrated)
    await group.send(binh, "/ask Ai chủ trì hội nghị?")
    assert CHAIR in (await successor.wait_for_reply()).text
    api.journal.calls.remove(*api.journal.refused)  # made good in another chat, which check() does not know of


@pytest.mark.usefixtures("bot")
async def test_topic_that_was_deleted_meanwhile_has_its_answer_in_the_group(api: BotApi) -> None:
    binh = api.user(12, "Bình")
    forum = api.forum(GROUP_ID, "Diễn đàn")
    topic = forum.open_topic("Một", binh)
    api.fail_next("sendMessage", bad_request("message thread not found"))
    await forum.send(binh, "/ask Ai chủ trì hội nghị?", topic=topic)
    assert CHAIR in (await forum.wait_for_reply()).text


@pytest.mark.usefixtures("bot")
@pytest.mark.parametrize("code", [500, 502])
async def test_fault_of_telegram_is_tried_again(api: BotApi, code: int) -> None:
    an = api.user(11, "An")
    api.fail_next("sendMessage", RefusedError(code, "Bad Gateway"))
    assert CHAIR in (await api.private_chat(an).ask(an, "Ai chủ trì hội nghị?")).text


@pytest.mark.usefixtures("bot")
@pytest.mark.parametrize("after_work", [False, True])
async def test_answer_that_may_have_arrived_is_not_sent_twice_but_offered(api: BotApi, after_work: bool) -> None:
    an = api.user(11, "An")
    chat = api.private_chat(an)
    api.drop_connection("sendMessage", after_work=after_work)
    question = await chat.send(an, "Ai chủ trì hội nghị?")
    replies = await chat.wait_for_replies(2 if after_work else 1)
    note = replies[-1]
    assert note.text.startswith("Mình vừa bị gián đoạn đúng lúc gửi câu trả lời")
    assert note.reply_to is question
    await chat.press(note, "Trả lời lại")
    await chat.wait_for_edit(note)
    assert CHAIR in note.marked("bold")[0]
    assert len(list(chat.replies())) == (2 if after_work else 1)


@pytest.mark.usefixtures("bot")
async def test_press_that_came_too_late_is_still_served(api: BotApi) -> None:
    an = api.user(11, "An")
    chat = api.private_chat(an)
    reply = await chat.ask(an, "Mưa lũ ở đâu?")
    words = "query is too old and response timeout expired or query ID is invalid"
    api.fail_next("answerCallbackQuery", bad_request(words))
    await chat.press(reply, "Đoạn khác")
    assert (await chat.wait_for_reply(reply)).text.startswith("Những đoạn liên quan khác")


@pytest.mark.usefixtures("bot")
async def test_outage_is_waited_out(api: BotApi) -> None:
    an = api.user(11, "An")
    chat = api.private_chat(an)
    await chat.ask(an, "/new")
    async with api.outage():
        question = await chat.send(an, "Ai chủ trì hội nghị?")
    assert CHAIR in (await chat.wait_for_reply(question, 20)).text


async def test_telegrams_own_rates_are_kept_to(api: BotApi, engine: Engine, settings: Settings) -> None:
    api.rates.enforced = True
    people = [api.user(100 + number, "Người") for number in range(3)]
    chats = [api.private_chat(person) for person in people]
    limits = replace(QUICK, rates=type(QUICK.rates)())
    async with running(api, engine, settings, limits):
        for chat, person in zip(chats, people, strict=True):
            for number in range(3):
                await chat.send(person, f"Ai chủ trì hội nghị {number}?")
        for chat in chats:
            replies = await chat.wait_for_replies(3, timeout_seconds=30)
            assert [reply.reply_to.text if reply.reply_to else "" for reply in replies] == [
                f"Ai chủ trì hội nghị {number}?" for number in range(3)
            ]


def _state(bot: RunningBot, chat_id: int, message_id: int) -> str:
    question = bot.store.question_of(chat_id, message_id)
    return str(question.state) if question is not None else ""
