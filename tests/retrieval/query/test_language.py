import pytest

from retrieval.query.language import Language, detect_language


@pytest.mark.parametrize(
    "question",
    [
        "Ai chủ trì hội nghị năm 2021?",
        "ai chu tri hoi nghi",
        "gia vang hom nay bao nhieu",
        "Ai là CEO của Facebook?",
        "Ông Tim Cook gặp ai ở Hà Nội?",
        "canada co bao nhieu nguoi",
        "giam doc tt phuc vu hanh chinh cong dak nong",
        "37-NQ/TW",
        'Ai hát "I want to hold your hand in the morning"?',
        "“giá vàng”",
        "2021",
        "",
    ],
)
def test_vietnamese_is_told_with_and_without_marks(question: str) -> None:
    assert detect_language(question) is Language.VIETNAMESE


@pytest.mark.parametrize(
    "question",
    [
        "who chaired the 2021 conference",
        "Who is Phạm Minh Chính?",
        "who is phạm minh chính",
        "How many communes did Thanh Hoa merge?",
        "On what date was the meeting held?",
        "2021 conference chair",
        "How much did it cost in the article “Khởi công cây cầu mới ở xã miền núi”?",
    ],
)
def test_english_is_told_even_around_vietnamese_names(question: str) -> None:
    assert detect_language(question) is Language.ENGLISH
