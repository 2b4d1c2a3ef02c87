"""Questions and their answers in a private chat, end to end: what a person writes, and what then stands in the chat."""

import pytest

from tests.bot.telegram.bots import RunningBot
from tests.bot.telegram.corpus import MARKET_URL
from tests.support.bot_api import BotApi

pytestmark = pytest.mark.asyncio
CHAIR = "Nguyễn Văn An"
GOLD = "500.000 đồng"


@pytest.mark.usefixtures("bot")
async def test_answer_is_bold_with_its_excerpt_marked_and_newspaper_date_and_title(api: BotApi) -> None:
    an = api.user(11, "An")
    chat = api.private_chat(an)
    question = await chat.send(an, "Ai chủ trì hội nghị?")
    reply = await chat.wait_for_reply(question)
    assert CHAIR in reply.marked("bold")[0]
    assert CHAIR in reply.marked("underline")[0]
    assert "Sáng 12-3-2021, tỉnh tổ chức hội nghị tổng kết." in reply.marked("expandable_blockquote")[0]
    assert "Báo Thanh Hóa · 12/03/2021" in reply.text
    assert "Hội nghị tổng kết công tác năm 2020" in reply.marked("italic")
    assert " [1]" in reply.text.split("\n")[0]
    assert reply.reply_to is question


@pytest.mark.usefixtures("bot")
async def test_question_without_marks_is_answered_and_says_how_it_was_understood(api: BotApi) -> None:
    an = api.user(11, "An")
    reply = await api.private_chat(an).ask(an, "gia vang mieng tang bao nhieu dong moi luong")
    assert reply.text.startswith("Mình hiểu câu hỏi là: giá vàng miếng tăng")
    assert GOLD in reply.marked("bold")[0]


@pytest.mark.usefixtures("bot")
async def test_english_question_has_english_around_the_articles_words(api: BotApi) -> None:
    an = api.user(11, "An")
    reply = await api.private_chat(an).ask(an, "When did the football team win? bóng đá")
    assert "7 September 2022" in reply.text or "date unknown" in reply.text
    assert "Before and after" in [button.text for button in reply.buttons]


@pytest.mark.usefixtures("bot")
async def test_signs_of_markup_in_an_article_are_shown_as_they_are(api: BotApi) -> None:
    an = api.user(11, "An")
    reply = await api.private_chat(an).ask(an, "Giá bạc tăng bao nhiêu?")
    assert "Giá bạc <i>tăng</i> 5% & giá đồng < giá bạc." in reply.text
    assert "Giá <b>vàng</b> & bạc <script>" in reply.marked("italic")


@pytest.mark.usefixtures("bot")
async def test_article_with_an_address_has_a_button_that_opens_it(api: BotApi) -> None:
    an = api.user(11, "An")
    reply = await api.private_chat(an).ask(an, "Chợ hoa Tết có bao nhiêu gian hàng?")
    assert MARKET_URL in [button.url for button in reply.buttons]
    assert "Báo Chợ · 01/02/2024" in reply.text


@pytest.mark.usefixtures("bot")
async def test_refusal_says_why_and_shows_the_nearest_passages_unmarked(api: BotApi) -> None:
    an = api.user(11, "An")
    reply = await api.private_chat(an).ask(an, "Ai phát minh ra máy bay phản lực?")
    assert "Những đoạn gần với câu hỏi nhất:" in reply.text
    assert len(reply.marked("expandable_blockquote")) == 3
    assert reply.marked("underline") == []


@pytest.mark.usefixtures("bot")
async def test_typing_is_shown_before_the_answer(api: BotApi) -> None:
    an = api.user(11, "An")
    await api.private_chat(an).ask(an, "Ai chủ trì hội nghị?")
    spoken = [call.method for call in api.journal.accepted if call.method in {"sendChatAction", "sendMessage"}]
    assert spoken == ["sendChatAction", "sendMessage"]


@pytest.mark.usefixtures("bot")
async def test_five_questions_at_once_are_answered_in_order(api: BotApi) -> None:
    an = api.user(11, "An")
    chat = api.private_chat(an)
    questions = [await chat.send(an, f"Ai chủ trì hội nghị lần {number}?") for number in range(5)]
    replies = await chat.wait_for_replies(5)
    assert [reply.reply_to for reply in replies] == questions


@pytest.mark.usefixtures("bot")
async def test_edited_question_has_its_answer_edited(api: BotApi) -> None:
    an = api.user(11, "An")
    chat = api.private_chat(an)
    question = await chat.send(an, "Ai chủ trì hội nghị?")
    reply = await chat.wait_for_reply(question)
    await chat.edit(question, "Giá vàng miếng tăng bao nhiêu?")
    await chat.wait_for_edit(reply)
    assert GOLD in reply.marked("bold")[0]
    assert len(list(chat.replies())) == 1


@pytest.mark.usefixtures("bot")
async def test_edit_that_changes_no_word_changes_nothing(api: BotApi) -> None:
    an = api.user(11, "An")
    chat = api.private_chat(an)
    question = await chat.send(an, "Ai chủ trì hội nghị?")
    reply = await chat.wait_for_reply(question)
    await chat.edit(question, "Ai chủ trì hội nghị?")
    await chat.ask(an, "/new")
    assert reply.n_edits == 0
    assert api.journal.of("editMessageText") == []


@pytest.mark.usefixtures("bot")
async def test_edited_question_whose_answer_was_deleted_gets_a_new_one(api: BotApi) -> None:
    an = api.user(11, "An")
    chat = api.private_chat(an)
    question = await chat.send(an, "Ai chủ trì hội nghị?")
    reply = await chat.wait_for_reply(question)
    reply.deleted = True
    await chat.edit(question, "Giá vàng miếng tăng bao nhiêu?")
    again = await chat.wait_for_reply(reply)
    assert GOLD in again.marked("bold")[0]


@pytest.mark.usefixtures("bot")
async def test_sticker_is_told_that_only_text_is_read(api: BotApi) -> None:
    an = api.user(11, "An")
    chat = api.private_chat(an)
    picture = [{"file_id": "f", "file_unique_id": "u", "width": 90, "height": 90}]
    sent = await chat.send(an, "", extra={"photo": picture})
    assert (await chat.wait_for_reply(sent)).text == "Mình chỉ đọc được chữ. Bạn gõ câu hỏi giúp mình nhé."


async def test_turn_of_the_conversation_is_kept_until_new(api: BotApi, bot: RunningBot) -> None:
    an = api.user(11, "An")
    chat = api.private_chat(an)
    await chat.ask(an, "Ai chủ trì hội nghị?")
    first = await chat.ask(an, "Giá vàng miếng tăng bao nhiêu?")
    row = bot.store.question_of(11, first.reply_to.id if first.reply_to else 0)
    assert row is not None
    assert row.previous is not None
    assert row.previous.question == "Ai chủ trì hội nghị?"
    assert row.previous.passages[0] == "hoi-nghi.txt#1"
    await chat.ask(an, "/new")
    second = await chat.ask(an, "Giá bạc tăng bao nhiêu?")
    row = bot.store.question_of(11, second.reply_to.id if second.reply_to else 0)
    assert row is not None
    assert row.previous is None


@pytest.mark.usefixtures("bot")
async def test_very_long_question_is_answered(api: BotApi) -> None:
    an = api.user(11, "An")
    reply = await api.private_chat(an).ask(an, "Ai chủ trì hội nghị? " + "rất dài " * 480)
    assert reply.text


@pytest.mark.usefixtures("bot")
async def test_own_inline_message_is_no_question(api: BotApi) -> None:
    an = api.user(11, "An")
    chat = api.private_chat(an)
    me = api.state.bot.user.as_json()
    await chat.send(an, "Đồng chí Nguyễn Văn An", extra={"via_bot": me})
    await chat.ask(an, "/new")
    assert len(list(chat.replies())) == 1
