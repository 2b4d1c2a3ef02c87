"""When an expected answer counts as standing in a text."""

import unicodedata

import pytest

from retrieval.evaluation.answers import has_answers
from retrieval.evaluation.gold import AnswerRule


def _stands(answer: str, text: str) -> bool:
    return has_answers([text], [answer], AnswerRule.ALL)


@pytest.mark.parametrize(
    ("answer", "text"),
    [
        ("Nguyễn Văn An", "Đồng chí nguyễn văn an chủ trì"),
        ("Hạt nhân hoá", "gồm hạt nhân hóa lãnh đạo"),
        ("Nguyễn Văn An", "Nguyễn\n  Văn\u00a0An"),
        ("Nguyễn Văn An", unicodedata.normalize("NFD", "Nguyễn Văn An")),
        ("12-3", "ngày 12-3-2021"),
        ("6,08%", "tăng 6,08%, cao nhất"),
        ("19", "có 19, không hơn"),
        ("50- QĐ/TW", "Quy định số 50- QĐ/TW"),
        ("(a+b)", "là (a+b)."),
    ],
)
def test_same_words_in_another_spelling_count(answer: str, text: str) -> None:
    assert _stands(answer, text)


@pytest.mark.parametrize(
    ("answer", "text"),
    [
        ("19", "năm 2019"),
        ("19", "tăng 19,5%"),
        ("46", "tổng cộng 1.046 và 2.46"),
        ("2/7", "ngày 12/7"),
        ("An", "Anh đến"),
        ("ban", "bán"),
        ("Nguyễn Văn An", "Nguyễn Văn Bình và Trần An"),
    ],
)
def test_part_of_a_word_or_number_or_other_marks_do_not_count(answer: str, text: str) -> None:
    assert not _stands(answer, text)


def test_an_answer_is_not_pieced_together_from_two_texts() -> None:
    assert not has_answers(["Nguyễn Văn", "An"], ["Nguyễn Văn An"], AnswerRule.ANY)


def test_no_answers_are_not_found() -> None:
    assert not has_answers(["một"], [], AnswerRule.ALL)
    assert not has_answers(["một"], [], AnswerRule.ANY)
