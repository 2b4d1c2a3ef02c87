"""Presses of buttons and inline queries: answered in time, once, and within the limits."""

from typing import Any

import pytest

from tests.bot_api.calling import refusal_of, result_of
from tests.support.bot_api import BotApi, Press
from tests.support.bot_api.queries import CALLBACK_SECONDS

pytestmark = pytest.mark.asyncio
TOO_OLD = "Bad Request: query is too old and response timeout expired or query ID is invalid"
KEYBOARD = {"inline_keyboard": [[{"text": "Thêm", "callback_data": "m"}]]}


async def pressed(api: BotApi) -> Press:
    """Return a press of a button under a message of the bot."""
    chat = api.private_chat(api.user(1, "An"))
    await result_of(api, "sendMessage", chat_id=1, text="x", reply_markup=KEYBOARD)
    return await chat.press(next(chat.replies()), "Thêm")


def article(result_id: str = "1", text: str = "x", **others: Any) -> dict[str, Any]:
    """Return an inline result."""
    content = {"message_text": text, "parse_mode": "HTML"}
    return {"type": "article", "id": result_id, "title": "Bài", "input_message_content": content, **others}


async def test_a_press_carries_data_and_message() -> None:
    async with BotApi() as api:
        press = await pressed(api)
        body = press.as_json()
        assert (body["data"], body["message"]["text"], body["from"]["id"]) == ("m", "x", 1)
        await result_of(api, "answerCallbackQuery", callback_query_id=press.id, text="Vâng")
        assert press.answer == "Vâng"


async def test_a_press_is_answered_once() -> None:
    async with BotApi() as api:
        press = await pressed(api)
        await result_of(api, "answerCallbackQuery", callback_query_id=press.id)
        assert press.answer == ""
        assert await refusal_of(api, "answerCallbackQuery", callback_query_id=press.id) == TOO_OLD


async def test_a_press_can_not_be_answered_late() -> None:
    now = [1_000.0]
    async with BotApi(clock=lambda: now[0]) as api:
        press = await pressed(api)
        now[0] += CALLBACK_SECONDS + 1
        assert await refusal_of(api, "answerCallbackQuery", callback_query_id=press.id) == TOO_OLD


async def test_a_long_answer_to_a_press_is_refused() -> None:
    async with BotApi() as api:
        press = await pressed(api)
        words = await refusal_of(api, "answerCallbackQuery", callback_query_id=press.id, text="x" * 201)
        assert words == "Bad Request: MESSAGE_TOO_LONG"


async def test_a_press_under_a_deleted_message_shows_no_more_than_its_id() -> None:
    async with BotApi() as api:
        press = await pressed(api)
        await result_of(api, "deleteMessage", chat_id=1, message_id=press.message.id)
        assert press.as_json()["message"] == {
            "message_id": press.message.id,
            "date": 0,
            "chat": {"id": 1, "type": "private", "first_name": "An"},
        }


@pytest.mark.parametrize(
    ("results", "words"),
    [
        ([article(str(n)) for n in range(51)], "too many inline query results specified"),
        ([article("ư" * 33)], "RESULT_ID_INVALID"),
        ([article("1"), article("1")], "RESULT_ID_DUPLICATE"),
        ([article(text="")], "can't parse inline query result: Message text is empty"),
        ([article(text="x" * 4097)], "can't parse inline query result: Message is too long"),
        ([article(text="<b>")], "can't parse entities: Can't find end tag"),
        ([{"type": "article", "id": "1"}], "can't parse inline query result: Can't find field \"title\""),
        ([article(reply_markup={"inline_keyboard": [[{"text": "x", "callback_data": "x" * 65}]]})], "BUTTON_DATA"),
        ({}, "expected an Array of inline query results"),
    ],
)
async def test_inline_results_are_refused(results: Any, words: str) -> None:
    async with BotApi() as api:
        query = await api.inline_query(api.user(1, "An"), "mưa")
        refused = await refusal_of(api, "answerInlineQuery", inline_query_id=query.id, results=results or {"a": 1})
        assert words.lower() in refused.lower()


async def test_a_chosen_inline_result_becomes_a_message_that_can_be_edited() -> None:
    async with BotApi() as api:
        user = api.user(1, "An")
        chat = api.group(-1001, "Nhóm")
        query = await api.inline_query(user, "mưa")
        result = article("7", "<b>lũ</b>", reply_markup=KEYBOARD)
        await result_of(api, "answerInlineQuery", inline_query_id=query.id, results=[result])
        assert [found["id"] for found in await api.results_of(query)] == ["7"]
        message = await api.choose(query, "7", chat)
        assert (message.text, message.marked("bold"), message.sender) == ("lũ", ["lũ"], user)
        press = await chat.press(message, "Thêm", user)
        assert press.as_json()["inline_message_id"] == message.inline_message_id
        edit = {"inline_message_id": message.inline_message_id, "text": "lụt"}
        assert await result_of(api, "editMessageText", **edit) is True
        assert message.text == "lụt"


@pytest.mark.parametrize("personal", [True, False])
async def test_results_are_remembered_for_everyone_unless_personal(personal: bool) -> None:
    async with BotApi() as api:
        first = await api.inline_query(api.user(1, "An"), "mưa")
        fields = {"results": [article()], "is_personal": personal}
        await result_of(api, "answerInlineQuery", inline_query_id=first.id, **fields)
        second = await api.inline_query(api.user(2, "Bình"), "mưa")
        assert second.from_cache is not personal


async def test_an_inline_query_is_answered_once() -> None:
    async with BotApi() as api:
        query = await api.inline_query(api.user(1, "An"), "mưa")
        await result_of(api, "answerInlineQuery", inline_query_id=query.id, results=[])
        assert query.results == []
        assert await refusal_of(api, "answerInlineQuery", inline_query_id=query.id, results=[]) == TOO_OLD
