"""What a bot sets about itself, what it learns about chats, and the files it sends and fetches."""

from typing import Any

import pytest
from telegram import Bot as LibraryBot
from telegram import BotCommand, BotCommandScopeAllPrivateChats, BotCommandScopeChat
from telegram.error import BadRequest, Forbidden

from tests.bot_api.calling import refusal_of, result_of
from tests.support.bot_api import BotApi
from tests.support.bot_api.methods.account import scope_key

pytestmark = pytest.mark.asyncio
PRIVATE = {"type": "all_private_chats"}


async def test_commands_are_kept_by_scope_and_language() -> None:
    async with BotApi() as api, LibraryBot(api.token, base_url=api.base_url) as bot:
        api.private_chat(api.user(1, "An"))
        await bot.set_my_commands([BotCommand("hoi", "Đặt câu hỏi")], BotCommandScopeAllPrivateChats(), "vi")
        await bot.set_my_commands([BotCommand("reindex", "Lập lại chỉ mục")], BotCommandScopeChat(1))
        assert await bot.get_my_commands(BotCommandScopeAllPrivateChats(), "vi") == (BotCommand("hoi", "Đặt câu hỏi"),)
        assert await bot.get_my_commands() == ()
        await bot.delete_my_commands(BotCommandScopeChat(1))
        assert list(api.state.profile.commands) == [(scope_key(PRIVATE), "vi")]


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"commands": [{"command": "hỏi", "description": "x"}]}, "BOT_COMMAND_INVALID"),
        ({"commands": [{"command": "x" * 33, "description": "x"}]}, "BOT_COMMAND_INVALID"),
        ({"commands": [{"command": "x", "description": ""}]}, "BOT_COMMAND_DESCRIPTION_INVALID"),
        ({"commands": [{"command": "x", "description": "x" * 257}]}, "BOT_COMMAND_DESCRIPTION_INVALID"),
        ({"commands": [{"command": "x", "description": "x"}] * 101}, "BOT_COMMANDS_TOO_MUCH"),
        ({"commands": [{"command": "x"}]}, "can't parse BotCommand: Can't find field \"description\""),
        ({"commands": {"command": "x"}}, "expected an Array of BotCommand"),
        ({"commands": [], "language_code": "vie"}, "invalid language code specified"),
        ({"commands": [], "scope": {"type": "all"}}, "can't parse BotCommandScope: Unsupported type specified"),
        ({"commands": [], "scope": {"type": "chat"}}, "can't parse BotCommandScope: Empty chat_id specified"),
        ({"commands": [], "scope": {"type": "chat", "chat_id": 9}}, "chat not found"),
    ],
)
async def test_commands_are_refused(fields: dict[str, Any], words: str) -> None:
    async with BotApi() as api:
        assert await refusal_of(api, "setMyCommands", **fields) == f"Bad Request: {words}"


async def test_names_and_descriptions_fall_back_to_those_without_language() -> None:
    async with BotApi() as api, LibraryBot(api.token, base_url=api.base_url) as bot:
        await bot.set_my_description("Hỏi báo")
        await bot.set_my_description("Ask the news", "en")
        assert (await bot.get_my_description("vi")).description == "Hỏi báo"
        assert (await bot.get_my_description("en")).description == "Ask the news"
        assert (await bot.get_my_name()).name == "Hỏi đáp"
        with pytest.raises(BadRequest, match="too long"):
            await bot.set_my_short_description("x" * 121)


async def test_chats_and_members_can_be_asked_for() -> None:
    async with BotApi() as api, LibraryBot(api.token, base_url=api.base_url) as bot:
        group = api.group(-1001, "Nhóm")
        api.user(1, "An")
        api.user(2, "Bình")
        group.admins.add(1)
        assert (await bot.get_chat(-1001)).title == "Nhóm"
        assert (await bot.get_chat_member(-1001, 2)).status == "member"
        assert [admin.user.id for admin in await bot.get_chat_administrators(-1001)] == [1]
        group.set_bot_status("kicked")
        with pytest.raises(Forbidden, match="bot was kicked from the supergroup chat"):
            await bot.get_chat_administrators(-1001)
        group.set_bot_status("member")
        with pytest.raises(BadRequest, match="Invalid user_id specified"):
            await bot.get_chat_member(-1001, 3)


async def test_a_file_that_a_user_sends_can_be_fetched() -> None:
    content = "Bài báo về mưa lũ".encode()
    async with (
        BotApi() as api,
        LibraryBot(api.token, base_url=api.base_url, base_file_url=api.base_file_url) as bot,
    ):
        user = api.user(1, "An")
        message = await api.private_chat(user).send_document(user, content, "bài.txt")
        document = message.extra["document"]
        assert (document["file_name"], document["file_size"]) == ("bài.txt", len(content))
        file = await bot.get_file(document["file_id"])
        assert bytes(await file.download_as_bytearray()) == content


async def test_a_file_over_twenty_megabytes_can_not_be_fetched() -> None:
    async with BotApi() as api:
        user = api.user(1, "An")
        chat = api.private_chat(user)
        big = await chat.send_document(user, b"x", "a.pdf", size_bytes=20 * 1024 * 1024 + 1)
        words = await refusal_of(api, "getFile", file_id=big.extra["document"]["file_id"])
        assert words == "Bad Request: file is too big"
        words = await refusal_of(api, "getFile", file_id="made-up")
        assert words == "Bad Request: wrong file_id or the file is temporarily unavailable"


async def test_a_document_of_the_bot_arrives_with_its_caption() -> None:
    async with BotApi() as api, LibraryBot(api.token, base_url=api.base_url) as bot:
        chat = api.private_chat(api.user(1, "An"))
        content = bytes(range(256)) * 2
        await bot.send_document(1, content, caption="<b>Câu hỏi</b>", parse_mode="HTML", filename="hỏi.jsonl")
        sent = next(chat.replies())
        stored = api.state.files.by_id[sent.extra["document"]["file_id"]]
        assert (stored.name, stored.content) == ("hỏi.jsonl", content)
        assert (sent.text, sent.marked("bold")) == ("Câu hỏi", ["Câu hỏi"])
        with pytest.raises(BadRequest, match="Message caption is too long"):
            await bot.send_document(1, content, caption="x" * 1025)
        with pytest.raises(BadRequest, match="There is no text in the message to edit"):
            await bot.edit_message_text("x", 1, sent.id)


async def test_a_request_may_come_as_json_or_in_the_address() -> None:
    import httpx

    async with BotApi() as api, httpx.AsyncClient() as client:
        chat = api.private_chat(api.user(1, "An"))
        address = f"{api.base_url}{api.token}/sendMessage"
        await client.post(address, json={"chat_id": 1, "text": "mưa"})
        await client.get(address, params={"chat_id": 1, "text": "lũ"})
        assert [reply.text for reply in chat.replies()] == ["mưa", "lũ"]
        assert (await client.get(f"{api.base_file_url}{api.token}/documents/none.txt")).status_code == 404
        assert (await client.get(f"{api.url}/elsewhere")).status_code == 404
        assert (await result_of(api, "getMe"))["is_bot"]
