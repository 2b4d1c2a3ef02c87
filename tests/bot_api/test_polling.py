"""A plain bot that polls: what users do reaches it as the library expects, and what it does reaches them."""

import pytest

from tests.bot_api.plain_bot import polling
from tests.support.bot_api import BotApi

pytestmark = pytest.mark.asyncio


async def test_a_message_is_answered_in_a_private_chat() -> None:
    async with BotApi() as api, polling(api):
        user = api.user(11, "An")
        chat = api.private_chat(user)
        question = await chat.send(user, "Mưa ở đâu?")
        reply = await chat.wait_for_reply(question)
        assert (reply.text, reply.marked("bold"), reply.reply_to) == ("Mưa ở đâu?", ["Mưa ở đâu?"], question)
        assert [button.text for button in reply.buttons] == ["Ai bấm?"]
        assert api.journal.refused == []


async def test_a_command_carries_its_arguments() -> None:
    async with BotApi() as api, polling(api):
        user = api.user(11, "An")
        reply = await api.private_chat(user).ask(user, "/start a b")
        assert reply.text == "Chào bạn! ['a', 'b']"


async def test_a_press_is_answered_and_edits_its_message() -> None:
    async with BotApi() as api, polling(api):
        user = api.user(11, "An")
        chat = api.private_chat(user)
        reply = await chat.ask(user, "Xin chào")
        press = await chat.press(reply, "bấm")
        await chat.wait_for_edit(reply)
        assert (press.answer, reply.text, reply.buttons) == ("who", "An đã bấm", [])
        assert [version.text for version in reply.versions] == ["Xin chào"]


async def test_an_edited_message_comes_as_one() -> None:
    async with BotApi() as api, polling(api):
        user = api.user(11, "An")
        chat = api.private_chat(user)
        question = await chat.send(user, "Gía vàng")
        await chat.wait_for_replies(1, question)
        await chat.edit(question, "Giá vàng")
        assert (await chat.wait_for_replies(2, question))[1].text == "Đã sửa: Giá vàng"


async def test_messages_wait_for_a_bot_that_is_not_there_yet() -> None:
    async with BotApi() as api:
        user = api.user(11, "An")
        chat = api.private_chat(user)
        first = await chat.send(user, "một")
        async with polling(api):
            assert (await chat.wait_for_reply(first)).text == "một"
        second = await chat.send(user, "hai")
        async with polling(api):
            assert (await chat.wait_for_reply(second)).text == "hai"
        assert [reply.text for reply in chat.replies()] == ["một", "hai"]
