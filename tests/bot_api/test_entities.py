"""What Telegram finds in a text by itself, and which links it takes."""

import pytest

from tests.support.bot_api.entities import found_entities
from tests.support.bot_api.links import checked_link, linked_user
from tests.support.bot_api.utf16 import cut, length


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("/ask Ai?", [("bot_command", "/ask")]),
        ("/ask@hoidap_bot Ai?", [("bot_command", "/ask@hoidap_bot")]),
        ("🌧 /hoi rồi /moi", [("bot_command", "/hoi"), ("bot_command", "/moi")]),
        ("1/2 và a/b, /hỏi", []),
        ("@hoidap_bot, @x và an@bao.vn", [("mention", "@hoidap_bot"), ("email", "an@bao.vn")]),
        ("#thời_tiết #123", [("hashtag", "#thời_tiết")]),
        ("xem https://bao.vn/a/b.html. Hay bao.vn!", [("url", "https://bao.vn/a/b.html"), ("url", "bao.vn")]),
        ("", []),
    ],
)
def test_entities_are_found_with_their_place_in_utf16(text: str, expected: list[tuple[str, str]]) -> None:
    found = found_entities(text)
    assert [(entity.type, cut(text, entity.offset, entity.length)) for entity in found] == expected


@pytest.mark.parametrize(
    ("link", "checked"),
    [
        ("https://bao.vn/bài?x=1", "https://bao.vn/bài?x=1"),
        ("bao.vn", "http://bao.vn"),
        ("http://127.0.0.1:80/a", "http://127.0.0.1:80/a"),
        ("tg://resolve?domain=x", "tg://resolve?domain=x"),
        ("http://localhost/a", None),
        ("localhost:3000", None),
        ("ftp://bao.vn", None),
        ("https://bao.vn/a b", None),
        ("https://bao.vn:x/", None),
        ("không", None),
        ("", None),
    ],
)
def test_a_link_is_taken_or_none(link: str, checked: str | None) -> None:
    assert checked_link(link) == checked


def test_a_link_to_a_user_names_him() -> None:
    assert (linked_user("tg://user?id=7"), linked_user("https://bao.vn")) == (7, None)


def test_lengths_count_characters_beyond_the_first_plane_twice() -> None:
    assert (length("lũ"), length("🌧"), cut("🌧lũ", 2, 2)) == (2, 2, "lũ")
