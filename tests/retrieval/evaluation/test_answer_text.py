"""Answers against what was expected: equal, alike, holding it, and how much is said beyond."""

import unicodedata

import pytest

from retrieval.evaluation.answer_text import (
    answer_holds_all,
    answer_words,
    exact_match,
    is_concise,
    n_extra_words,
    token_f1,
)
from retrieval.evaluation.gold import AnswerRule

ALL, ANY = AnswerRule.ALL, AnswerRule.ANY


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("  Ông «An», (Hà Nội). ", ["ông", "an", "hà", "nội"]),
        ("hoà bình", ["hòa", "bình"]),
        (unicodedata.normalize("NFD", "Thủ tướng"), ["thủ", "tướng"]),
        ("1.578 thôn, tăng 1,5%", ["1.578", "thôn", "tăng", "1,5"]),
        ("ngày 12-3-2021.", ["ngày", "12-3-2021"]),
        ("TP.HCM – “Sài-Gòn”", ["tphcm", "sàigòn"]),
        ("…", []),
    ],
)
def test_words_are_compared_without_signs_but_those_within_numbers(text: str, words: list[str]) -> None:
    assert answer_words(text) == words


def test_exact_match_needs_one_alternative() -> None:
    assert exact_match("“Đà Nẵng”.", ["Huế", "đà nẵng"], ANY)
    assert not exact_match("thành phố Đà Nẵng", ["Huế", "Đà Nẵng"], ANY)
    assert not exact_match("15", ["1,5"], ANY)


def test_exact_match_needs_all_expected_strings_in_any_order() -> None:
    assert exact_match("Trần Bình, Lê An", ["Lê An", "Trần Bình"], ALL)
    assert not exact_match("Lê An", ["Lê An", "Trần Bình"], ALL)
    assert not exact_match("ông Lê An, Trần Bình", ["Lê An", "Trần Bình"], ALL)


@pytest.mark.parametrize(
    ("text", "answers", "rule", "expected"),
    [
        ("Đà Nẵng", ["Đà Nẵng"], ANY, 1.0),
        ("thành phố Đà Nẵng", ["Đà Nẵng"], ANY, 2 / 3),  # precision 2/4, recall 1
        ("thành phố Đà Nẵng", ["Đà Nẵng", "thành phố Đà Nẵng"], ANY, 1.0),
        ("Huế", ["Đà Nẵng"], ANY, 0.0),
        ("", ["Đà Nẵng"], ANY, 0.0),
        ("vàng vàng bạc", ["vàng"], ANY, 0.5),  # a word counts as often as both have it: precision 1/3, recall 1
        ("Lê An", ["Lê An", "Trần Bình"], ALL, 2 / 3),  # precision 1, recall 2/4
        ("Lê An và Trần Bình", ["Lê An", "Trần Bình"], ALL, 8 / 9),  # precision 4/5, recall 1
    ],
)
def test_token_f1_equals_the_value_by_hand(text: str, answers: list[str], rule: AnswerRule, expected: float) -> None:
    assert token_f1(text, answers, rule) == pytest.approx(expected)


def test_an_answer_holds_all_expected_strings_or_one_alternative() -> None:
    text = "Bộ trưởng Lê An và Thứ trưởng Trần Bình"
    assert answer_holds_all(text, ["Lê An", "Trần Bình"], ALL)
    assert not answer_holds_all(text, ["Lê An", "Vũ Cường"], ALL)
    assert answer_holds_all(text, ["Lê An", "Vũ Cường"], ANY)


@pytest.mark.parametrize(
    ("text", "answers", "rule", "expected"),
    [
        ("Lê An", ["Lê An"], ALL, 0),
        ("Bộ trưởng Lê An và Thứ trưởng Trần Bình.", ["Lê An", "Trần Bình"], ALL, 5),
        ("tổng cộng 1.578 thôn – giảm", ["1.578"], ALL, 4),  # a dash is no word
        ("sáng 12-3-2021", ["2021"], ALL, 1),  # a word is expected where a part of it is
        ("quý 3 năm 2021", ["năm 2021", "2021"], ALL, 2),  # what two expected strings share counts once
        ("trong 12.021 hộ", ["2.021"], ALL, None),
        ("An, rồi lại An", ["An"], ALL, 3),  # said again is said beyond
        ("Lê An", ["Lê An", "Trần Bình"], ALL, None),
        ("ông Lê An", ["An", "Lê An"], ANY, 1),
        ("Huế", ["Đà Nẵng"], ANY, None),
    ],
)
def test_extra_words_are_those_that_no_expected_string_covers(
    text: str, answers: list[str], rule: AnswerRule, expected: int | None
) -> None:
    assert n_extra_words(text, answers, rule) == expected


def test_concise_allows_twelve_words_beyond() -> None:
    twelve = "một hai ba bốn năm sáu bảy tám chín mười mươi trăm"
    assert is_concise(f"{twelve} Huế", ["Huế"], ALL)
    assert not is_concise(f"{twelve} ngàn Huế", ["Huế"], ALL)
    assert not is_concise("Huế", ["Đà Nẵng"], ALL)
