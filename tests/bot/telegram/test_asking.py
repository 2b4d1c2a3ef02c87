"""Questions and their answers, end to end: what a person writes, and what then stands in the chat."""


import pytest

from tests.support.bot_api import BotApi

pytestmark = [pytest.mark.asyncio, pytest.mark.usefixtures("bot")]
CHAIR = "Đồng chí Nguyễn Văn An chủ trì hội nghị."


async def test_question_in_a_private_chat_is_answered_in_bold_with_excerpt_newspaper_and_date(api: BotApi) -> None:
    an = api.user(11, "An")
    chat = api.private_chat(an)
    question = await chat.send(an, "Ai chủ trì hội nghị?")
    reply = await chat.wait_for_reply(question)
    assert reply.marked("bold")[0] == CHAIR
    assert CHAIR in reply.marked("underline")
    assert "Sáng 12-3-2021, tỉnh tổ chức hội nghị tổng kết." in reply.marked("expandable_blockquote")[0]
    assert "Báo Thanh Hóa · 12/03/2021" in reply.text
    assert "Hội nghị tổng kết công tác năm 2020" in reply.marked("italic")
    assert reply.reply_to is question
