"""Greetings and thanks are known as such, with their language, and a question never passes for one."""

import pytest

from bot.courtesies import Courtesy, Said, courtesy_in
from retrieval.query.language import Language

VI, EN = Language.VIETNAMESE, Language.ENGLISH


@pytest.mark.parametrize(
    ("text", "courtesy", "language"),
    [
        ("xin chào", Courtesy.GREETING, VI),
        ("Chào bot!", Courtesy.GREETING, VI),
        ("chao ban", Courtesy.GREETING, VI),
        ("Chào buổi sáng ạ", Courtesy.GREETING, VI),
        ("Chào bạn, bạn có khoẻ không?", Courtesy.GREETING, VI),
        ("hello", Courtesy.GREETING, None),
        ("Hellooo 😀", Courtesy.GREETING, None),
        ("Good morning!", Courtesy.GREETING, EN),
        ("cảm ơn", Courtesy.THANKS, VI),
        ("Cám ơn bạn rất nhiều nhé ❤️", Courtesy.THANKS, VI),
        ("cam on nhieu", Courtesy.THANKS, VI),
        ("thanks", Courtesy.THANKS, None),
        ("Thank you so much!", Courtesy.THANKS, EN),
        ("🙏", Courtesy.THANKS, None),
        ("ok, cảm ơn bot", Courtesy.THANKS, VI),
        ("ok", Courtesy.ACKNOWLEDGEMENT, None),
        ("OK.", Courtesy.ACKNOWLEDGEMENT, None),
        ("dạ vâng ạ", Courtesy.ACKNOWLEDGEMENT, VI),
        ("👍🏽👍", Courtesy.ACKNOWLEDGEMENT, None),
        ("that’s all", Courtesy.ACKNOWLEDGEMENT, EN),
        ("tạm biệt nhé", Courtesy.FAREWELL, VI),
        ("bye", Courtesy.FAREWELL, None),
    ],
)
def test_message_that_is_a_courtesy_is_known_with_its_language(
    text: str, courtesy: Courtesy, language: Language | None
) -> None:
    assert courtesy_in(text) == Said(courtesy, language)


@pytest.mark.parametrize(
    "text",
    [
        "xin chào, ai chủ trì hội nghị?",
        "cảm ơn, còn năm 2023?",
        "ok thế ở Đà Nẵng thì sao",
        "Ai nói lời cảm ơn?",
        "thank you for what?",
        "chào mừng",
        "cháo",
        "vàng",
        "vang",
        "da",
        "bạn",
        "ai?",
        "?",
        "🤔",
        "2023 👍",
        "",
        "chào " * 40,
    ],
)
def test_message_that_may_be_a_question_is_no_courtesy(text: str) -> None:
    assert courtesy_in(text) is None
