"""Inline mode: what a person who types the bot's name in another chat can post there."""

import pytest

from tests.bot.telegram.corpus import MARKET_URL
from tests.bot.telegram.test_asking import CHAIR
from tests.support.bot_api import BotApi

pytestmark = [pytest.mark.asyncio, pytest.mark.usefixtures("bot")]


async def test_answer_comes_first_then_each_excerpt(api: BotApi) -> None:
    an = api.user(11, "An")
    query = await api.inline_query(an, "Ai chủ trì hội nghị?")
    results = await api.results_of(query)
    assert [result["id"] for result in results] == ["answer", *(f"passage-{rank}" for rank in range(1, 6))]
    assert CHAIR in results[0]["title"]
    assert results[0]["description"] == "Báo Thanh Hóa · 12/03/2021"
    posted = results[0]["formatted"]
    assert posted.text.startswith("Ai chủ trì hội nghị?\n")
    assert query.is_personal


async def test_posted_answer_has_a_button_to_the_article_and_none_that_calls_back(api: BotApi) -> None:
    an = api.user(11, "An")
    results = await api.results_of(await api.inline_query(an, "Chợ hoa Tết có bao nhiêu gian hàng?"))
    buttons = [button for row in results[0]["reply_markup"]["inline_keyboard"] for button in row]
    assert [button.get("url") for button in buttons] == [MARKET_URL]


@pytest.mark.parametrize("text", ["", "   ", "?!"])
async def test_query_without_a_question_gets_no_results(api: BotApi, text: str) -> None:
    an = api.user(11, "An")
    assert await api.results_of(await api.inline_query(an, text)) == []
