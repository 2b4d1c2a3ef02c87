"""The buttons under answers and lists: what they bring, after a restart too, and what forged ones get."""

import pytest

from bot.settings import Settings
from bot.telegram.state.feedback import all_feedback
from retrieval.engine import Engine
from tests.bot.telegram.bots import RunningBot, running
from tests.bot.telegram.engines import OfTwoMeanings
from tests.support.bot_api import BotApi

pytestmark = pytest.mark.asyncio
OLD_BUTTON = "Nút này không còn dùng được. Bạn hãy hỏi lại nhé."


@pytest.mark.usefixtures("bot")
async def test_more_passages_are_paged_in_one_message(api: BotApi) -> None:
    an = api.user(11, "An")
    chat = api.private_chat(an)
    reply = await chat.ask(an, "Mưa lũ ở đâu?")
    assert reply.text.count("\n[") == 3
    await chat.press(reply, "Đoạn khác")
    more = await chat.wait_for_reply(reply)
    assert more.text.startswith("Những đoạn liên quan khác (1/3):\n\n[4] ")
    assert len(more.marked("expandable_blockquote")) == 3
    await chat.press(more, "▶")
    await chat.wait_for_edit(more)
    assert more.text.startswith("Những đoạn liên quan khác (2/3):\n\n[7] ")
    await chat.press(more, "◀")
    await chat.wait_for_edit(more, 2)
    assert more.text.startswith("Những đoạn liên quan khác (1/3):\n\n[4] ")


@pytest.mark.usefixtures("bot")
async def test_passage_is_shown_with_what_stands_around_it_and_leads_to_the_article(api: BotApi) -> None:
    an = api.user(11, "An")
    chat = api.private_chat(an)
    reply = await chat.ask(an, "Chợ hoa Tết có bao nhiêu gian hàng?")
    press = await chat.press(reply, "Đoạn trước và sau")
    around = await chat.wait_for_reply(reply)
    assert press.answer == ""
    assert around.text.startswith(
        "Đoạn trích cùng phần trước và sau:\n\n[1] Chợ Tết đông khách\nBáo Chợ · 01/02/2024\n"
    )
    assert "Chợ hoa Tết mở cửa từ ngày 20 tháng Chạp." in around.marked("expandable_blockquote")[0]
    await chat.press(around, "Xem cả bài")
    article = await chat.wait_for_reply(around)
    assert article.marked("bold") == ["Chợ Tết đông khách"]


@pytest.mark.usefixtures("bot")
async def test_long_article_is_turned_page_by_page(api: BotApi) -> None:
    an = api.user(11, "An")
    chat = api.private_chat(an)
    article = await chat.ask(an, "/article mua-lu.txt")
    assert "Trang 1/2" in article.text
    await chat.press(article, "▶")
    await chat.wait_for_edit(article)
    assert "Trang 2/2" in article.text
    assert [button.text for button in article.buttons] == ["◀"]


async def test_vote_is_kept_with_question_answer_and_generation(api: BotApi, bot: RunningBot) -> None:
    an = api.user(11, "An")
    chat = api.private_chat(an)
    reply = await chat.ask(an, "Ai chủ trì hội nghị?")
    press = await chat.press(reply, "👎")
    assert await api.answer_of(press) == "Cảm ơn bạn, mình đã ghi lại để sửa."
    press = await chat.press(reply, "👍")
    assert await api.answer_of(press) == "Cảm ơn bạn!"
    (vote,) = all_feedback(bot.store.db)
    assert (vote.vote, vote.question, vote.generation) == (1, "Ai chủ trì hội nghị?", 1)
    assert vote.answer is not None
    assert "Nguyễn Văn An" in vote.answer
    assert vote.articles[0] == "hoi-nghi.txt"


async def test_buttons_of_old_answers_work_after_a_restart(api: BotApi, engine: Engine, settings: Settings) -> None:
    an = api.user(11, "An")
    chat = api.private_chat(an)
    async with running(api, engine, settings):
        reply = await chat.ask(an, "Mưa lũ ở đâu?")
    async with running(api, engine, settings):
        await chat.press(reply, "Đoạn khác")
        assert (await chat.wait_for_reply(reply)).text.startswith("Những đoạn liên quan khác (1/3)")


@pytest.mark.usefixtures("bot")
@pytest.mark.parametrize(
    "data", ["", "x", "m:1", "m:999999999999:1", "u:999", "m:1:1:1", "z:1:1", "m:-1:1", "t:1\n", "s:٣:1", "g:1" * 20]
)
async def test_forged_press_gets_a_polite_word(api: BotApi, data: str) -> None:
    an = api.user(11, "An")
    chat = api.private_chat(an)
    started = await chat.ask(an, "/start")
    press = await chat.press(started, "", data=data)
    assert await api.answer_of(press) == OLD_BUTTON


@pytest.mark.usefixtures("bot")
@pytest.mark.parametrize("action", ["m", "n", "s", "a", "u", "d", "r"])
async def test_press_that_names_a_question_of_another_chat_shows_nothing_of_it(api: BotApi, action: str) -> None:
    an, binh = api.user(11, "An"), api.user(12, "Bình")
    await api.private_chat(an).ask(an, "Ai chủ trì hội nghị?")
    other = api.private_chat(binh)
    started = await other.ask(binh, "/start")
    press = await other.press(started, "", data=f"{action}:1:1")
    assert await api.answer_of(press) == "Nút này thuộc về một cuộc trò chuyện khác."
    assert len(list(other.replies())) == 1


@pytest.mark.usefixtures("bot")
async def test_press_beyond_what_there_is_gets_what_there_is(api: BotApi) -> None:
    an = api.user(11, "An")
    chat = api.private_chat(an)
    reply = await chat.ask(an, "Ai chủ trì hội nghị?")
    for data, expected in [
        ("m:1:999", "Những đoạn liên quan khác"),
        ("s:1:999", "Bài báo này không còn trong kho nữa."),
        ("s:1:0", "Bài báo này không còn trong kho nữa."),
        ("a:1:5", "Bài báo này không còn trong kho nữa."),
        ("t:999:1", "Mình không có bài nào như vậy."),
    ]:
        last = list(chat.replies())[-1]
        await chat.press(reply, "", data=data)
        assert (await chat.wait_for_reply(last)).text.startswith(expected)


@pytest.mark.usefixtures("bot")
async def test_press_on_a_message_that_was_deleted_is_answered(api: BotApi) -> None:
    an = api.user(11, "An")
    chat = api.private_chat(an)
    reply = await chat.ask(an, "Mưa lũ ở đâu?")
    button = reply.button("Đoạn khác")
    reply.deleted = True
    await chat.press(reply, button)
    assert (await chat.wait_for_reply(reply)).text.startswith("Những đoạn liên quan khác")


async def test_other_meaning_is_offered_and_shown_with_its_own_answer_which_can_be_voted_on(
    api: BotApi, engine: Engine, settings: Settings
) -> None:
    an = api.user(11, "An")
    chat = api.private_chat(an)
    async with running(api, OfTwoMeanings(engine), settings) as bot:
        reply = await chat.ask(an, "Ai chủ trì hội nghị?")
        await chat.press(reply, "Hay bạn hỏi về: hội nghị khác")
        other = await chat.wait_for_reply(reply)
        assert other.text.startswith("Nếu bạn muốn hỏi về: hội nghị khác\n")
        assert len(other.marked("expandable_blockquote")) == 1
        buttons = [button.text for button in other.buttons]
        assert (buttons[0], buttons[-2:]) == ("Xem cả bài", ["👍 Đúng", "👎 Chưa đúng"])
        assert await api.answer_of(await chat.press(reply, "👎")) == "Cảm ơn bạn, mình đã ghi lại để sửa."
        assert await api.answer_of(await chat.press(other, "👎")) == "Cảm ơn bạn, mình đã ghi lại để sửa."
        assert await api.answer_of(await chat.press(other, "👍")) == "Cảm ơn bạn!"
        assert await api.answer_of(await chat.press(other, "", data="u:1:2")) == OLD_BUTTON
        first, second = all_feedback(bot.store.db)
    assert [(vote.question, vote.vote, vote.generation) for vote in (first, second)] == [
        ("Ai chủ trì hội nghị?", -1, 1),
        ("Ai chủ trì hội nghị?", 1, 1),
    ]
    assert (first.articles[0], second.answer) == ("hoi-nghi.txt", other.marked("bold")[0])
    assert second.articles == [first.articles[1]]
    assert second.answer not in {None, first.answer}


async def test_passage_that_changed_since_is_shown_as_it_is_now(api: BotApi, bot: RunningBot) -> None:
    an = api.user(11, "An")
    chat = api.private_chat(an)
    reply = await chat.ask(an, "Chợ hoa Tết có bao nhiêu gian hàng?")
    bot.store.db.execute('UPDATE question SET shown = replace(shown, \'"digest": "\', \'"digest": "x\')')
    await chat.press(reply, "Đoạn trước và sau")
    around = await chat.wait_for_reply(reply)
    assert "Bài báo đã thay đổi từ lúc mình trả lời; đây là nội dung hiện nay." in around.marked("italic")
    assert around.marked("underline") == []
    bot.store.db.execute("UPDATE question SET shown = replace(shown, 'cho-tet#', 'khong-con#')")
    await chat.press(reply, "Đoạn trước và sau")
    assert (await chat.wait_for_reply(around)).text == "Bài báo này không còn trong kho nữa."
