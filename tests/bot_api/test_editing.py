"""Edits and deletions of what the bot has said."""

import pytest

from tests.bot_api.calling import refusal_of, result_of
from tests.support.bot_api import BotApi
from tests.support.bot_api.messages import Message

pytestmark = pytest.mark.asyncio
KEYBOARD = {"inline_keyboard": [[{"text": "Thêm", "callback_data": "m"}]]}
NOT_MODIFIED = (
    "Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a "
    "current content and reply markup of the message"
)


async def said(api: BotApi) -> Message:
    """Return a message of the bot, with a keyboard."""
    chat = api.private_chat(api.user(1, "An"))
    await result_of(api, "sendMessage", chat_id=1, text="<b>mưa</b>", parse_mode="HTML", reply_markup=KEYBOARD)
    return next(chat.replies())


async def test_an_edit_replaces_text_and_keyboard() -> None:
    async with BotApi() as api:
        message = await said(api)
        result = await result_of(api, "editMessageText", chat_id=1, message_id=message.id, text="lũ")
        assert (result["text"], "reply_markup" in result, "edit_date" in result) == ("lũ", False, True)
        assert (message.text, message.buttons, message.versions[0].text) == ("lũ", [], "mưa")


async def test_an_edit_that_changes_nothing_is_refused() -> None:
    async with BotApi() as api:
        message = await said(api)
        same = {"chat_id": 1, "message_id": message.id, "reply_markup": KEYBOARD}
        assert await refusal_of(api, "editMessageText", text=" <b>mưa</b> ", parse_mode="HTML", **same) == NOT_MODIFIED
        assert await refusal_of(api, "editMessageReplyMarkup", **same) == NOT_MODIFIED
        await result_of(api, "editMessageText", text="mưa", **same)
        assert message.n_edits == 1
        assert api.journal.unhandled() == []


async def test_an_edit_is_measured_as_a_message_is() -> None:
    async with BotApi() as api:
        message = await said(api)
        words = await refusal_of(api, "editMessageText", chat_id=1, message_id=message.id, text="x" * 4097)
        assert words == "Bad Request: MESSAGE_TOO_LONG"


async def test_only_messages_of_the_bot_that_are_there_can_be_edited() -> None:
    async with BotApi() as api:
        user = api.user(1, "An")
        question = await api.private_chat(user).send(user, "Ai?")
        words = await refusal_of(api, "editMessageText", chat_id=1, message_id=question.id, text="x")
        assert words == "Bad Request: message can't be edited"
        words = await refusal_of(api, "editMessageText", chat_id=1, message_id=question.id + 1, text="x")
        assert words == "Bad Request: message to edit not found"


async def test_a_deleted_message_is_gone() -> None:
    async with BotApi() as api:
        message = await said(api)
        assert await result_of(api, "deleteMessage", chat_id=1, message_id=message.id) is True
        words = await refusal_of(api, "deleteMessage", chat_id=1, message_id=message.id)
        assert words == "Bad Request: message to delete not found"
        words = await refusal_of(api, "editMessageText", chat_id=1, message_id=message.id, text="x")
        assert words == "Bad Request: message to edit not found"
        assert list(message.chat.replies()) == []


async def test_a_message_of_others_in_a_group_can_not_be_deleted() -> None:
    async with BotApi() as api:
        user = api.user(1, "An")
        question = await api.group(-1001, "Nhóm").send(user, "Ai?")
        words = await refusal_of(api, "deleteMessage", chat_id=-1001, message_id=question.id)
        assert words == "Bad Request: message can't be deleted for everyone"
