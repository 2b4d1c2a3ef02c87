"""Capitals that are given back to questions typed in small letters."""

import pytest

from retrieval.index.capitals import CorpusNames
from retrieval.query.typed.capitals import with_capitals

NAMES = CorpusNames(["Mường Lống", "Canada", "Đặng Bá Khải"])


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("ai mở trường ở mường lống năm ngoái?", "Ai mở trường ở Mường Lống năm ngoái?"),
        ("canada có bao nhiêu bang", "Canada có bao nhiêu bang"),
        ("đặng bá khải, canada", "Đặng Bá Khải, Canada"),
        ("giá vàng tăng", "Giá vàng tăng"),
        ("2021 có gì mới", "2021 có gì mới"),
        ("", ""),
    ],
)
def test_capitals_come_back_in_small_letters(typed: str, written: str) -> None:
    assert with_capitals(typed, NAMES) == written


def test_a_question_with_a_capital_stays_as_typed() -> None:
    assert with_capitals("canada và Pháp", NAMES) == "canada và Pháp"
