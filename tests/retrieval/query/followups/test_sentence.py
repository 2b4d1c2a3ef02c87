"""How a question made of two halves begins and ends."""

import pytest

from retrieval.query.followups.sentence import as_sentence, small_start


def test_sentence_has_one_capital_one_mark_and_single_spaces() -> None:
    assert as_sentence("who  won the cup in 2022 ?!") == "Who won the cup in 2022?"


@pytest.mark.parametrize(
    ("text", "small"),
    [
        ("Giá vàng tăng", "giá vàng tăng"),
        ("Was the cup won", "was the cup won"),
        ("Đà Nẵng đón khách", "Đà Nẵng đón khách"),
        ("Nguyễn Văn An nói", "Nguyễn Văn An nói"),
        ("Ronaldo scored twice", "Ronaldo scored twice"),
        ("GDP tăng", "GDP tăng"),
        ("", ""),
    ],
)
def test_first_letter_becomes_small_unless_a_name_begins(text: str, small: str) -> None:
    assert small_start(text) == small
