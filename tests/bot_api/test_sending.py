"""What sendMessage and its kin take and what they refuse."""

from typing import Any

import pytest

from tests.bot_api.calling import refusal_of, result_of
from tests.support.bot_api import BotApi

pytestmark = pytest.mark.asyncio
KEY = {"text": "Thêm", "callback_data": "m"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "Bad Request: message text is empty"),
        (" \n ", "Bad Request: text must be non-empty"),
        ("<b></b>", "Bad Request: text must be non-empty"),
        ("ư" * 4097, "Bad Request: message is too long"),
        ("🌧" * 2049, "Bad Request: message is too long"),
        ("<b>x</b>" * 4097, "Bad Request: text is too long"),
        ("<b>x", "Bad Request: can't parse entities: Can't find end tag corresponding to start tag \"b\""),
    ],
)
async def test_a_text_is_refused(text: str, words: str) -> None:
    async with BotApi() as api:
        chat = api.private_chat(api.user(1, "An"))
        assert await refusal_of(api, "sendMessage", chat_id=chat.id, text=text, parse_mode="HTML") == words
        assert [call.refusal.description for call in api.journal.refused if call.refusal] == [words]
        assert list(chat.replies()) == []


@pytest.mark.parametrize("text", ["ư" * 4096, "🌧" * 2048, f"<b>{'x' * 4096}</b>", "&amp;" * 4096])
async def test_a_text_at_the_limit_is_taken(text: str) -> None:
    async with BotApi() as api:
        chat = api.private_chat(api.user(1, "An"))
        await result_of(api, "sendMessage", chat_id=chat.id, text=text, parse_mode="HTML")
        assert len(next(chat.replies()).text.encode("utf-16-le")) == 2 * 4096


async def test_a_parse_mode_that_does_not_exist_is_refused() -> None:
    async with BotApi() as api:
        api.private_chat(api.user(1, "An"))
        words = await refusal_of(api, "sendMessage", chat_id=1, text="x", parse_mode="XML")
        assert words == "Bad Request: unsupported parse_mode"


async def test_a_text_without_parse_mode_is_taken_as_it_is() -> None:
    async with BotApi() as api:
        api.private_chat(api.user(1, "An"))
        message = await result_of(api, "sendMessage", chat_id=1, text="a <b> &lt; @an_nguyen")
        assert message["text"] == "a <b> &lt; @an_nguyen"
        assert message["entities"] == [{"type": "mention", "offset": 11, "length": 10}]


@pytest.mark.parametrize(
    ("entities", "words"),
    [
        ([{"type": "block_quote", "offset": 0, "length": 1}], "can't parse MessageEntity: Unsupported type specified"),
        ([{"offset": 0, "length": 1}], "can't parse MessageEntity: Can't find field \"type\""),
        (
            [{"type": "bold", "offset": 2, "length": 9}],
            "entity beginning at UTF-16 offset 2 ends after the end of the text at UTF-16 offset 11",
        ),
    ],
)
async def test_entities_by_hand_are_checked(entities: list[dict[str, Any]], words: str) -> None:
    async with BotApi() as api:
        api.private_chat(api.user(1, "An"))
        refused = await refusal_of(api, "sendMessage", chat_id=1, text="mưa lũ", entities=entities)
        assert refused == f"Bad Request: {words}"


@pytest.mark.parametrize(
    ("keyboard", "words"),
    [
        ("{", "can't parse reply keyboard markup JSON object"),
        ([], "object expected as reply markup"),
        ({"inline_keyboard": [KEY]}, 'field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays'),
        ({"inline_keyboard": [[{**KEY, "callback_data": "ư" * 33}]]}, "BUTTON_DATA_INVALID"),
        ({"inline_keyboard": [[{"text": "x", "callback_data": ""}]]}, "Text buttons are unallowed"),
        ({"inline_keyboard": [[{"text": "x"}]]}, "Text buttons are unallowed in the inline keyboard"),
        (
            {"inline_keyboard": [[{"callback_data": "x"}]]},
            "can't parse inline keyboard button: Can't find field \"text\"",
        ),
        ({"inline_keyboard": [[{**KEY, "text": ""}]]}, "inline keyboard button text must be non-empty"),
        (
            {"inline_keyboard": [[{"text": "x", "url": "localhost:80"}]]},
            "inline keyboard button URL 'localhost:80' is invalid: Wrong HTTP URL",
        ),
        ({"inline_keyboard": [[{"text": "x", "url": "ftp://a.vn"}]]}, "is invalid: Wrong HTTP URL"),
        ({"inline_keyboard": [[{"text": "x", "url": "https://bao.vn/a b"}]]}, "is invalid: Wrong HTTP URL"),
        ({"inline_keyboard": [[KEY] * 8] * 13}, "reply markup is too long"),
    ],
)
async def test_a_keyboard_is_refused(keyboard: Any, words: str) -> None:
    async with BotApi() as api:
        api.private_chat(api.user(1, "An"))
        refused = await refusal_of(api, "sendMessage", chat_id=1, text="x", reply_markup=keyboard)
        assert refused.startswith("Bad Request: ")
        assert words in refused


@pytest.mark.parametrize(
    "button",
    [
        {"text": "x", "callback_data": "ư" * 32},
        {"text": "x", "url": "https://báo.vn/bài-viết?a=1"},
        {"text": "x", "url": "baothanhhoa.vn"},
        {"text": "x", "url": "tg://user?id=5"},
    ],
)
async def test_a_button_at_the_limit_is_taken(button: dict[str, str]) -> None:
    async with BotApi() as api:
        chat = api.private_chat(api.user(1, "An"))
        keyboard = {"inline_keyboard": [[button], []]}
        message = await result_of(api, "sendMessage", chat_id=1, text="x", reply_markup=keyboard)
        assert message["reply_markup"] == {"inline_keyboard": [[button]]}
        assert [found.text for found in next(chat.replies()).buttons] == ["x"]


async def test_an_unknown_chat_is_refused() -> None:
    async with BotApi() as api:
        assert await refusal_of(api, "sendMessage", chat_id=9, text="x") == "Bad Request: chat not found"
        assert await refusal_of(api, "sendMessage", text="x") == "Bad Request: chat_id is empty"


async def test_a_user_who_blocked_the_bot_is_out_of_reach_until_he_unblocks_it() -> None:
    async with BotApi() as api:
        chat = api.private_chat(api.user(1, "An"))
        chat.block()
        words = await refusal_of(api, "sendMessage", chat_id=1, text="x")
        assert words == "Forbidden: bot was blocked by the user"
        chat.unblock()
        await result_of(api, "sendMessage", chat_id=1, text="x")
        changes = [update.body["new_chat_member"]["status"] for update in api.state.updates.pending]
        assert changes == ["kicked", "member"]


async def test_a_reply_needs_its_message() -> None:
    async with BotApi() as api:
        user = api.user(1, "An")
        chat = api.private_chat(user)
        question = await chat.send(user, "Ai?")
        missing = {"message_id": question.id + 5}
        words = await refusal_of(api, "sendMessage", chat_id=1, text="x", reply_parameters=missing)
        assert words == "Bad Request: message to be replied not found"
        forgiven = {**missing, "allow_sending_without_reply": True}
        message = await result_of(api, "sendMessage", chat_id=1, text="x", reply_parameters=forgiven)
        assert "reply_to_message" not in message
        given = {"message_id": question.id}
        message = await result_of(api, "sendMessage", chat_id=1, text="x", reply_parameters=given)
        assert message["reply_to_message"]["text"] == "Ai?"


async def test_a_group_that_became_a_supergroup_names_its_new_id() -> None:
    async with BotApi() as api:
        user = api.user(1, "An")
        group = api.group(-5, "Nhóm", kind="group")
        await api.migrate(group, -1005, user)
        await refusal_of(api, "sendMessage", chat_id=-5, text="x")
        assert api.journal.refused[0].refusal is not None
        assert api.journal.refused[0].refusal.parameters == {"migrate_to_chat_id": -1005}


@pytest.mark.parametrize(("action", "taken"), [("typing", True), ("sleeping", False)])
async def test_only_known_actions_are_taken(action: str, taken: bool) -> None:
    async with BotApi() as api:
        api.private_chat(api.user(1, "An"))
        if taken:
            assert await result_of(api, "sendChatAction", chat_id=1, action=action) is True
        else:
            words = await refusal_of(api, "sendChatAction", chat_id=1, action=action)
            assert words == "Bad Request: wrong parameter action in request"


async def test_an_unknown_method_is_not_found() -> None:
    async with BotApi() as api:
        assert await refusal_of(api, "sendTelepathy") == "Not Found: method not found"


async def test_methods_are_known_in_any_case() -> None:
    async with BotApi() as api:
        assert (await result_of(api, "GETME"))["username"] == "hoidap_bot"
        assert api.journal.calls[0].method == "getMe"
