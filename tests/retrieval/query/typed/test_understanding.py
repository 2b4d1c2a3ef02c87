from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.index.lexical import LexicalIndex, load_lexical, save_lexical
from retrieval.query.language import Language
from retrieval.query.typed.understanding import understand
from tests.support.keyboards import TELEX, VNI, typed

TEXTS = [
    "Đồng chí Đặng Bá Khải chủ trì hội nghị tổng kết năm học tại Nghệ An.",
    "Năm nay mưa lũ ở miền Trung gây thiệt hại cho năm huyện; virus lây nhanh.",
    "Ai chủ trì hội nghị thì người đó ký biên bản.",
]
VIETNAMESE, ENGLISH = Language.VIETNAMESE, Language.ENGLISH


@pytest.fixture(scope="module")
def lexical(tmp_path_factory: pytest.TempPathFactory) -> LexicalIndex:
    folder: Path = tmp_path_factory.mktemp("lexical")
    return load_lexical(folder, len(TEXTS), save_lexical(folder, TEXTS))


@pytest.mark.parametrize(
    ("question", "text", "language", "typed_bare"),
    [
        ("Ai chủ trì hội nghị?", "Ai chủ trì hội nghị?", VIETNAMESE, False),
        ("ai chu tri hoi nghi", "ai chủ trì hội nghị", VIETNAMESE, True),
        ("ai chủ trì hoi nghi tong ket", "ai chủ trì hội nghị tổng kết", VIETNAMESE, False),
        (typed("ai chủ trì hội nghị", TELEX), "ai chủ trì hội nghị", VIETNAMESE, False),
        (typed("ai chủ trì hội nghị", VNI), "ai chủ trì hội nghị", VIETNAMESE, False),
        ("ai chur trif hooij nghij o can tho", "ai chủ trì hội nghị ở cần thơ", VIETNAMESE, False),
        ("who was the first chair", "who was the first chair", ENGLISH, False),
        ("how many floods in Nghe An", "how many floods in Nghe An", ENGLISH, False),
        ("", "", VIETNAMESE, False),
    ],
)
def test_letters_language_and_marks_are_understood(
    lexical: LexicalIndex, question: str, text: str, language: Language, typed_bare: bool
) -> None:
    understood = understand(question, lexical)
    assert (understood.text, understood.language, understood.typed_bare) == (text, language, typed_bare)


def test_the_letters_are_the_question_without_guesses(lexical: LexicalIndex) -> None:
    assert understand("ai chu tri hoi nghi", lexical).letters == "ai chu tri hoi nghi"
    assert understand("ai chur trif hooij nghij can tho", lexical).letters == "ai chủ trì hội nghị can tho"


def test_a_word_that_the_articles_have_is_no_keystrokes(lexical: LexicalIndex) -> None:
    assert understand("virus lay the nao", lexical).text.startswith("virus ")


def test_a_place_that_no_article_has_is_still_spelled(lexical: LexicalIndex) -> None:
    assert understand("ai chu tri hoi nghi o quang nam", lexical).text == "ai chủ trì hội nghị ở quảng nam"


def test_an_empty_index_understands_questions(tmp_path: Path) -> None:
    empty = load_lexical(tmp_path, 0, save_lexical(tmp_path, []))
    assert understand("lu lut tai can tho", empty).text == "lũ lụt tại cần thơ"


@given(st.text(max_size=80))
def test_no_text_raises(lexical: LexicalIndex, question: str) -> None:
    assert understand(question, lexical).language in Language
