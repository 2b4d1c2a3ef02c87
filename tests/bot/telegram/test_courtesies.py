"""Greetings and thanks: a kind word comes back, and nothing of it counts as a question."""

import pytest

from bot.courtesies import Courtesy
from bot.telegram.places import Place
from bot.telegram.state.feedback import activity, n_refused_questions
from bot.telegram.texts import ENGLISH, VIETNAMESE
from tests.bot.telegram.bots import RunningBot
from tests.bot.telegram.test_asking import CHAIR, GOLD
from tests.support.bot_api import BotApi


@pytest.mark.asyncio
async def test_courtesies_are_returned_and_are_no_questions(api: BotApi, bot: RunningBot) -> None:
    an = api.user(11, "An")
    chat = api.private_chat(an)
    assert (await chat.ask(an, "xin chào")).text == VIETNAMESE.courtesies[Courtesy.GREETING]
    assert (await chat.ask(an, "thanks")).text == VIETNAMESE.courtesies[Courtesy.THANKS]
    assert (await chat.ask(an, "thank you very much")).text == ENGLISH.courtesies[Courtesy.THANKS]
    assert (await chat.ask(an, "👍")).text == VIETNAMESE.courtesies[Courtesy.ACKNOWLEDGEMENT]
    assert activity(bot.store.db, since=0).n_questions == 0
    assert CHAIR in (await chat.ask(an, "xin chào, ai chủ trì hội nghị?")).marked("bold")[0]
    assert activity(bot.store.db, since=0).n_questions == 1


@pytest.mark.asyncio
@pytest.mark.usefixtures("bot")
async def test_courtesy_is_returned_in_the_language_of_the_client_or_the_one_chosen(api: BotApi) -> None:
    binh = api.user(12, "Bình", "en")
    chat = api.private_chat(binh)
    assert (await chat.ask(binh, "hello")).text == ENGLISH.courtesies[Courtesy.GREETING]
    assert (await chat.ask(binh, "tạm biệt")).text == VIETNAMESE.courtesies[Courtesy.FAREWELL]
    await chat.ask(binh, "/language en")
    assert (await chat.ask(binh, "tạm biệt")).text == ENGLISH.courtesies[Courtesy.FAREWELL]


@pytest.mark.asyncio
async def test_conversation_goes_on_over_thanks(api: BotApi, bot: RunningBot) -> None:
    an = api.user(11, "An")
    chat = api.private_chat(an)
    await chat.ask(an, "Ai chủ trì hội nghị?")
    await chat.ask(an, "cảm ơn bạn")
    asked = await chat.send(an, "Giá vàng miếng tăng bao nhiêu?")
    assert GOLD in (await chat.wait_for_reply(asked)).marked("bold")[0]
    row = bot.store.question_of(11, asked.id)
    assert row is not None
    assert row.previous is not None
    assert row.previous.question == "Ai chủ trì hội nghị?"


@pytest.mark.asyncio
@pytest.mark.usefixtures("bot")
async def test_thanks_in_reply_to_the_bot_are_returned_in_a_group(api: BotApi) -> None:
    binh = api.user(12, "Bình")
    group = api.group(-1001000000001, "Nhóm")
    answer = await group.ask(binh, "/ask Ai chủ trì hội nghị?")
    thanks = await group.send(binh, "cảm ơn bạn", reply_to=answer)
    assert (await group.wait_for_reply(thanks)).text == VIETNAMESE.courtesies[Courtesy.THANKS]


@pytest.mark.asyncio
@pytest.mark.usefixtures("bot")
async def test_greeting_that_is_edited_into_a_question_is_answered(api: BotApi) -> None:
    an = api.user(11, "An")
    chat = api.private_chat(an)
    greeting = await chat.send(an, "chào bạn")
    word = await chat.wait_for_reply(greeting)
    await chat.edit(greeting, "Ai chủ trì hội nghị?")
    answer = await chat.wait_for_reply(word)
    assert CHAIR in answer.marked("bold")[0]
    assert (word.n_edits, len(list(chat.replies()))) == (0, 2)


@pytest.mark.asyncio
async def test_question_that_is_edited_into_thanks_has_its_answer_replaced_and_may_be_asked_again(
    api: BotApi, bot: RunningBot
) -> None:
    an = api.user(11, "An")
    chat = api.private_chat(an)
    question = await chat.send(an, "Ai chủ trì hội nghị ở Cà Mau?")
    answer = await chat.wait_for_reply(question)
    assert n_refused_questions(bot.store.db) == 1
    assert bot.store.turn(Place(chat.id)) is not None
    await chat.edit(question, "cảm ơn bạn")
    await chat.wait_for_edit(answer)
    assert (answer.text, answer.buttons) == (VIETNAMESE.courtesies[Courtesy.THANKS], [])
    assert n_refused_questions(bot.store.db) == 0
    assert bot.store.turn(Place(chat.id)) is None
    await chat.edit(question, "Ai chủ trì hội nghị?")
    await chat.wait_for_edit(answer, 2)
    assert CHAIR in answer.marked("bold")[0]
    assert len(list(chat.replies())) == 1


@pytest.mark.asyncio
@pytest.mark.usefixtures("bot")
async def test_greeting_that_is_edited_into_another_changes_nothing(api: BotApi) -> None:
    an = api.user(11, "An")
    chat = api.private_chat(an)
    greeting = await chat.send(an, "chào bạn")
    word = await chat.wait_for_reply(greeting)
    await chat.edit(greeting, "cảm ơn")
    await chat.ask(an, "/new")
    assert (word.n_edits, len(list(chat.replies()))) == (0, 2)
