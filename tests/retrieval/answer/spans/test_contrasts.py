"""One of two opposites is asked about; the other, in the next clause or the next sentence, does not answer."""

import pytest

from retrieval.query.language import Language
from retrieval.query.request.answer_type import answer_request
from retrieval.query.request.contrasts import Contrast
from tests.retrieval.answer.spans.asking import answer, answer_to_english

RACE = "Ở cự ly 10km nam, Trần Văn Bảo về nhất, còn ở cự ly 10km nữ, Lê Thị Hoa về nhất."
AGES = "Học viên cao tuổi nhất là ông Phạm Văn Lộc, 81 tuổi; học viên trẻ nhất là chị Vũ Thị Nga, 18 tuổi."


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("Ai về nhất cự ly 10km nam?", "Trần Văn Bảo"),
        ("Ai về nhất cự ly 10km nữ?", "Lê Thị Hoa"),
        ("ai ve nhat cu ly 10km nu", "Lê Thị Hoa"),
    ],
)
def test_winner_of_the_race_asked_about_answers(question: str, name: str) -> None:
    assert name in answer(question, RACE)


@pytest.mark.parametrize(
    ("question", "name"),
    [("Học viên trẻ nhất là ai?", "Vũ Thị Nga"), ("Học viên cao tuổi nhất là ai?", "Phạm Văn Lộc")],
)
def test_youngest_and_oldest_are_told_apart_in_one_sentence(question: str, name: str) -> None:
    assert answer(question, AGES) == name


def test_oldest_is_named_when_english_asks() -> None:
    assert answer_to_english("Who was the oldest student?", AGES) == "Phạm Văn Lộc"


@pytest.mark.parametrize(
    ("question", "is_superlative"),
    [
        ("Xã nào có nhiều hộ nghèo nhất?", True),
        ("xa nao it ho ngheo nhat", True),
        ("Hội thi lần thứ nhất ở đâu?", False),
        ("Ai thống nhất với báo cáo?", False),
    ],
)
def test_first_of_several_is_told_from_other_words(question: str, is_superlative: bool) -> None:
    assert answer_request(question, Language.VIETNAMESE).asks_superlative is is_superlative


@pytest.mark.parametrize(
    ("question", "is_superlative"),
    [("Which commune has the fewest poor families?", True), ("How many people were there at least?", False)],
)
def test_first_of_several_is_told_from_other_words_in_english(question: str, is_superlative: bool) -> None:
    assert answer_request(question, Language.ENGLISH).asks_superlative is is_superlative


@pytest.mark.parametrize(
    ("question", "contrasts"),
    [
        ("Ai về nhất cự ly 10km nam?", (Contrast(0, 0), Contrast(3, 0))),
        ("Đội tuyển Việt Nam thắng mấy trận?", ()),
        ("Ít nhất bao nhiêu người dự?", ()),
        ("Ai được nhận thận của người hiến?", ()),
    ],
)
def test_opposites_are_read_only_where_one_is_asked_about(question: str, contrasts: tuple[Contrast, ...]) -> None:
    assert answer_request(question, Language.VIETNAMESE).contrasts == contrasts
