from pathlib import Path

import pytest

from retrieval.index.lexical import LexicalIndex, load_lexical, save_lexical
from retrieval.query.typed.restoring import lacks_marks, restore_marks

TEXTS = [
    "Đồng chí Nguyễn Văn An chủ trì hội nghị tổng kết năm 2021 tại Thanh Hóa.",
    "Hội nghị bàn về giá vàng và mưa lũ ở miền Trung năm nay.",
    "Nam giới và nữ giới đều dự hội nghị; bạn đọc hỏi nghỉ phép bao nhiêu ngày.",
    "Facebook và UBND tỉnh Thanh Hóa nói về đội tuyển bóng đá.",
]


@pytest.fixture(scope="module")
def lexical(tmp_path_factory: pytest.TempPathFactory) -> LexicalIndex:
    folder: Path = tmp_path_factory.mktemp("lexical")
    return load_lexical(folder, len(TEXTS), save_lexical(folder, TEXTS))


@pytest.mark.parametrize(
    ("typed", "restored"),
    [
        ("ai chu tri hoi nghi tong ket", "ai chủ trì hội nghị tổng kết"),
        ("gia vang nam nay", "giá vàng năm nay"),
        ("Nguyen Van An", "Nguyễn Văn An"),
        ("nghi phep bao nhieu ngay", "nghỉ phép bao nhiêu ngày"),
        ("hoi nghi o Thanh Hoa?", "hội nghị ở Thanh Hóa?"),
    ],
)
def test_marks_come_back_as_the_articles_spell_them(lexical: LexicalIndex, typed: str, restored: str) -> None:
    assert restore_marks(typed, lexical) == restored


@pytest.mark.parametrize(
    "question",
    ["ai chủ trì hội nghị", "Facebook", "xyz 2021 37-NQ/TW", "", "?!", "UBND"],
)
def test_what_has_marks_or_no_other_spelling_stays(lexical: LexicalIndex, question: str) -> None:
    assert restore_marks(question, lexical) == question


def test_a_mark_that_was_typed_is_kept_among_bare_words(lexical: LexicalIndex) -> None:
    assert restore_marks("ai chu tri hoi nghỉ tong ket nam", lexical).split()[4] == "nghỉ"


@pytest.mark.parametrize(
    ("typed", "restored"),
    [
        ("ai chủ trì hoi nghi tổng kết", "ai chủ trì hội nghị tổng kết"),
        ("Hội nghị về gia vang", "Hội nghị về giá vàng"),
        ("bạn đọc hỏi nghỉ phép bao nhieu ngày", "bạn đọc hỏi nghỉ phép bao nhiêu ngày"),
    ],
)
def test_marks_left_out_among_others_come_back(lexical: LexicalIndex, typed: str, restored: str) -> None:
    assert restore_marks(typed, lexical) == restored


@pytest.mark.parametrize(
    "question",
    [
        "Nam giới nghỉ phép bao nhiêu ngày",
        "ông Charles de Gaulle và hội nghị năm 2021",
        "đội bóng của cô ba đá ra sao",
    ],
)
def test_a_bare_word_that_nothing_speaks_against_stays_among_marks(lexical: LexicalIndex, question: str) -> None:
    assert restore_marks(question, lexical) == question


@pytest.mark.parametrize(
    ("typed", "restored"),
    [
        ("mua lu o can tho", "mưa lũ ở cần thơ"),
        ("Mua lu o Quang Ngai", "Mưa lũ ở Quảng Ngãi"),
        ("hoi nghi o hue", "hội nghị ở huế"),
        ("hoi nghi co may nguoi", "hội nghị có mấy người"),
    ],
)
def test_places_and_question_words_are_known_without_the_articles(
    lexical: LexicalIndex, typed: str, restored: str
) -> None:
    assert restore_marks(typed, lexical) == restored


@pytest.mark.parametrize(
    ("typed", "restored"),
    [
        ("so dien thoai la gi", "số điện thoại là gì"),
        ("du bao thoi tiet ngay mai the nao", "dự báo thời tiết ngày mai thế nào"),
        ("ai huan luyen doi tuyen bong da", "ai huấn luyện đội tuyển bóng đá"),
        ("tien thuong la bao nhieu", "tiền thưởng là bao nhiêu"),
    ],
)
def test_common_words_are_known_without_the_articles(lexical: LexicalIndex, typed: str, restored: str) -> None:
    assert restore_marks(typed, lexical) == restored


def test_a_place_behind_its_unit_is_surer_than_common_words(tmp_path: Path) -> None:
    texts = ["Ai đã nâng mức thưởng và đã làm đồng hồ.", "Thành ủy họp, đã làm xong."]
    few = load_lexical(tmp_path, len(texts), save_lexical(tmp_path, texts))

    assert restore_marks("bi thu thanh uy da nang ten gi", few) == "bí thư thành ủy đà nẵng tên gì"
    assert restore_marks("tinh lam dong o dau", few) == "tỉnh lâm đồng ở đâu"


def test_only_a_question_mostly_without_marks_lacks_them() -> None:
    assert lacks_marks(["ai", "chu", "tri", "hoi", "nghi"])
    assert lacks_marks(["ai", "chu", "tri", "hoi", "nghị"])
    assert not lacks_marks(["ai", "chủ", "trì", "hội", "nghi"])
    assert not lacks_marks(["2021"])
