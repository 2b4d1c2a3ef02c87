"""Many chats at once, and requests of any kind: the server keeps up and breaks on none."""

import asyncio
import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.bot_api.plain_bot import polling
from tests.support.bot_api import BotApi, Chat, RefusedError, User
from tests.support.bot_api.fields import Fields
from tests.support.bot_api.methods import METHODS
from tests.support.bot_api.people import Bot
from tests.support.bot_api.state import State

_NAMES = (
    "chat_id text parse_mode entities reply_markup reply_parameters message_id message_thread_id inline_message_id "
    "callback_query_id inline_query_id results commands scope language_code file_id document caption action url "
    "secret_token link_preview_options name user_id offset allowed_updates menu_button"
)
NAMES = tuple(_NAMES.split(" "))
N_TURNS = 2
SCALARS = st.none() | st.booleans() | st.integers(-5, 300) | st.text(max_size=8) | st.sampled_from(NAMES)
KEYS = st.sampled_from(
    [*NAMES, "inline_keyboard", "keyboard", "type", "id", "title", "message_text", "command", "length"]
)
VALUES = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4), max_leaves=12
)
TEXTS = st.text(max_size=20) | st.sampled_from(["1", "101", "-1001", "HTML", "article"]) | VALUES.map(json.dumps)
SYNCHRONOUS = sorted(set(METHODS) - {"getUpdates", "setWebhook", "deleteWebhook"})


@pytest.mark.asyncio
async def test_a_hundred_chats_at_once_are_answered_in_order() -> None:
    async with BotApi() as api, polling(api, concurrent_updates=16):
        users = [api.user(number, f"Người {number}") for number in range(1, 101)]
        chats = [api.private_chat(user) for user in users]
        await asyncio.gather(*(_converse(chat, user) for chat, user in zip(chats, users, strict=True)))
        assert [[reply.text for reply in chat.replies()] for chat in chats] == [
            [f"{chat.id}: {turn}" for turn in range(N_TURNS)] for chat in chats
        ]
        assert api.journal.refused == []


@settings(suppress_health_check=[HealthCheck.too_slow])  # a loaded machine generates slowly, which is no fault
@given(st.sampled_from(SYNCHRONOUS), st.dictionaries(st.sampled_from(NAMES), TEXTS, max_size=8))
def test_any_request_is_answered_or_refused(method: str, texts: dict[str, str]) -> None:
    state = State(Bot(), lambda: 1_000.0)
    user = User(1, "An")
    state.users[1] = user
    state.chats[1] = Chat(state, 1, "private", user=user)
    state.chats[-1001] = Chat(state, -1001, "supergroup", "Nhóm", is_forum=True)
    METHODS["sendMessage"](state, Fields({"chat_id": "1", "text": "x"}))
    try:
        result = METHODS[method](state, Fields(texts))
    except RefusedError as error:
        assert error.code in {400, 403}  # noqa: PT017 - many requests are not refused
    else:
        json.dumps(result)


async def _converse(chat: Chat, user: User) -> None:
    for turn in range(N_TURNS):
        await chat.ask(user, f"{chat.id}: {turn}", timeout_seconds=60)
