"""The commands that everybody has, and the menus that Telegram shows."""

import pytest

from bot.telegram.state.feedback import all_feedback
from tests.bot.telegram.bots import RunningBot
from tests.bot.telegram.test_asking import CHAIR
from tests.support.bot_api import BotApi

pytestmark = pytest.mark.asyncio


@pytest.mark.usefixtures("bot")
@pytest.mark.parametrize(
    ("language_code", "expected"), [("vi", "Chào bạn!"), ("en", "Hello!"), ("en-GB", "Hello!"), ("fr", "Chào bạn!")]
)
async def test_start_greets_in_the_language_of_the_client(api: BotApi, language_code: str, expected: str) -> None:
    an = api.user(11, "An", language_code)
    assert (await api.private_chat(an).ask(an, "/start")).marked("bold") == [expected]


@pytest.mark.usefixtures("bot")
@pytest.mark.parametrize("command", ["help", "privacy", "language", "sources", "article", "new", "forget", "ask"])
@pytest.mark.parametrize("language_code", ["vi", "en"])
async def test_every_command_is_answered_in_both_languages(api: BotApi, command: str, language_code: str) -> None:
    an = api.user(11, "An", language_code)
    reply = await api.private_chat(an).ask(an, f"/{command}")
    assert reply.text
    assert "{" not in reply.text


@pytest.mark.usefixtures("bot")
async def test_sources_lists_articles_newest_first_and_opens_them(api: BotApi) -> None:
    an = api.user(11, "An")
    chat = api.private_chat(an)
    reply = await chat.ask(an, "/sources")
    assert reply.text.startswith(
        "6 bài báo, mới nhất trước (trang 1/1):\n\n1. Chợ Tết đông khách\nBáo Chợ · 01/02/2024"
    )
    await chat.press(reply, "1")
    article = await chat.wait_for_reply(reply)
    assert article.text.startswith("Chợ Tết đông khách\nBáo Chợ · 01/02/2024\n\n")
    assert (await chat.ask(an, "/article 1")).text == article.text


@pytest.mark.usefixtures("bot")
async def test_article_that_is_not_there_is_told(api: BotApi) -> None:
    an = api.user(11, "An")
    for unknown in ("999", "khong-co.txt", "1" * 40, "<b>"):
        reply = await api.private_chat(an).ask(an, f"/article {unknown}")
        assert reply.text == "Mình không có bài nào như vậy. Bạn xem danh sách bằng /sources nhé."


@pytest.mark.usefixtures("bot")
async def test_language_is_chosen_by_button_and_by_word(api: BotApi) -> None:
    an = api.user(11, "An")
    chat = api.private_chat(an)
    prompt = await chat.ask(an, "/language")
    await chat.press(prompt, "English")
    await chat.wait_for_edit(prompt)
    assert prompt.text == "From now on I answer in English."
    reply = await chat.ask(an, "Ai chủ trì hội nghị?")
    assert "12 March 2021" in reply.text
    assert (await chat.ask(an, "/language vi")).text == "Từ giờ mình trả lời bằng tiếng Việt."
    assert (await chat.ask(an, "/language auto")).text == "Từ giờ mình trả lời theo ngôn ngữ của câu hỏi."


async def test_forget_deletes_everything_of_a_person(api: BotApi, bot: RunningBot) -> None:
    an = api.user(11, "An")
    chat = api.private_chat(an)
    reply = await chat.ask(an, "Ai chủ trì hội nghị?")
    await api.answer_of(await chat.press(reply, "👍"))
    await chat.ask(an, "/language en")
    await chat.ask(an, "/forget")
    assert list(all_feedback(bot.store.db)) == []
    assert bot.store.question(1) is None
    assert bot.store.language(11) is None
    press = await chat.press(reply, "👍")
    assert await api.answer_of(press) == "Nút này không còn dùng được. Bạn hãy hỏi lại nhé."


@pytest.mark.usefixtures("bot")
async def test_unknown_command_in_a_private_chat_is_pointed_to_help(api: BotApi) -> None:
    an = api.user(11, "An")
    reply = await api.private_chat(an).ask(an, "/abc")
    assert reply.text == "Mình không biết lệnh này. Gõ /help để xem hướng dẫn."


@pytest.mark.usefixtures("bot")
async def test_edited_command_does_not_run_again(api: BotApi) -> None:
    an = api.user(11, "An")
    chat = api.private_chat(an)
    command = await chat.send(an, "/help")
    await chat.wait_for_reply(command)
    await chat.edit(command, "/sources")
    await chat.ask(an, "/new")
    assert len(list(chat.replies())) == 2


@pytest.mark.usefixtures("bot")
async def test_menus_are_set_for_each_scope_and_language(api: BotApi) -> None:
    await api.wait_until(lambda: len(api.journal.of("setMyCommands")) == 9)
    calls = api.journal.of("setMyCommands")
    assert {(call.fields.text("scope").split('"')[3], call.fields.text("language_code")) for call in calls} == {
        (scope, language)
        for scope in ("default", "all_private_chats", "all_group_chats")
        for language in ("", "vi", "en")
    }


@pytest.mark.usefixtures("bot")
async def test_question_after_the_command_is_asked_in_private_too(api: BotApi) -> None:
    an = api.user(11, "An")
    reply = await api.private_chat(an).ask(an, "/ask Ai chủ trì hội nghị?")
    assert CHAIR in reply.marked("bold")[0]
