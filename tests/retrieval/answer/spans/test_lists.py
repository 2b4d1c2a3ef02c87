"""Which enumeration answers a question for several things, and where it begins and ends."""

import pytest

from retrieval.answer.spans.lists import ordinal
from tests.retrieval.answer.spans.asking import answer, answer_to_english, found_in

BOTH = "Câu lạc bộ vừa mở thêm lớp bơi, lớp cờ vua cho thiếu nhi ở ba phường."


@pytest.mark.parametrize(
    ("sentence", "items"),
    [
        ("Huyện khởi công 3 cây cầu (Suối Cái, Bàu Sen, Rạch Tre) trong quý I.", "Suối Cái, Bàu Sen, Rạch Tre"),
        ("Ba cây cầu gồm Suối Cái, Bàu Sen và Rạch Tre cũng được khởi công.", "Suối Cái, Bàu Sen và Rạch Tre"),
        ("Suối Cái, Bàu Sen và Rạch Tre là ba cây cầu được khởi công.", "Suối Cái, Bàu Sen và Rạch Tre"),
        ("Ba cây cầu được khởi công: Suối Cái; Bàu Sen; Rạch Tre.", "Suối Cái; Bàu Sen; Rạch Tre"),
    ],
)
def test_things_of_the_noun_and_number_asked_for_are_listed(sentence: str, items: str) -> None:
    question = "Ba cây cầu nào được huyện khởi công?"

    assert answer(question, "Huyện khởi công nhiều công trình: trường học, trạm y tế, chợ.", sentence) == items
    assert answer("ba cay cau nao duoc huyen khoi cong", sentence) == items


def test_list_of_another_number_gives_way() -> None:
    five = "Ngành nêu 5 giải pháp cứu lúa: bơm nước, nạo kênh, be bờ, chọn giống, lùi vụ."
    two = "Ngành nêu 2 giải pháp: đổi giống, đắp đập."

    assert answer("Hai giải pháp nào được ngành nêu để cứu lúa?", five, two) == "đổi giống, đắp đập"


def test_noun_like_the_one_asked_for_introduces_the_list() -> None:
    sentence = "Bốn địa phương bị nhắc tên gồm Lạc Sơn, Tân Hòa, Phú Lộc và Kỳ Anh."

    assert answer("Những huyện nào bị nhắc tên?", BOTH, sentence) == "Lạc Sơn, Tân Hòa, Phú Lộc và Kỳ Anh"


def test_heading_says_what_is_listed_below_it() -> None:
    heading = "Bảy đức tính của người thủ thư"
    sentence = "Thư viện tóm lại như sau: kiên nhẫn, ngăn nắp, cởi mở, chu đáo, ham đọc, đúng giờ, vui tính."
    expected = "kiên nhẫn, ngăn nắp, cởi mở, chu đáo, ham đọc, đúng giờ, vui tính"

    assert answer("Bảy đức tính của thủ thư là gì?", heading, sentence) == expected


def test_items_of_several_sentences_are_marked_up_to_the_last_one() -> None:
    intro = "Đội bóng rút ra ba bài học từ mùa giải."
    items = ("Thứ nhất, phải có lứa trẻ kế cận.", "Thứ hai, giữ chân trụ cột.", "Họ là linh hồn của đội.")
    last = "Thứ ba, tập thể lực đều."

    found, text = found_in("Đội bóng rút ra những bài học nào?", intro, *items, last, "Khán giả đồng tình.")

    assert [span.of(text) for span in found.spans] == [
        "Thứ nhất, phải có lứa trẻ kế cận",
        "Thứ hai, giữ chân trụ cột. Họ là linh hồn của đội",
        "Thứ ba, tập thể lực đều",
    ]
    assert found.is_safe


def test_bulleted_lines_are_the_items_without_their_bullets() -> None:
    lines = ("Chợ cấm bán những mặt hàng:", "- pháo nổ", "- thịt thú rừng", "- thuốc lá lậu", "Ban quản lý nhắc nhở.")
    found, text = found_in("Chợ cấm bán những mặt hàng nào?", *lines)

    assert [span.of(text) for span in found.spans] == ["pháo nổ", "thịt thú rừng", "thuốc lá lậu"]


def test_what_somebody_said_behind_a_colon_is_no_list() -> None:
    sentence = "Về các dự án, ông Hòa nói: đường xấu, mưa nhiều và thiếu vốn."
    found, text = found_in("Các dự án nào dang dở?", sentence)

    assert found.text_of(text) == sentence
    assert not found.is_safe


def test_english_question_counts_the_items_too() -> None:
    three = "Tỉnh sáp nhập 3 tổ chức hội: Hội Làm vườn, Hội Nuôi ong và Hội Sinh vật cảnh."
    other = "Tỉnh sáp nhập nhiều cơ quan, đơn vị, tổ chức."

    items = "Hội Làm vườn, Hội Nuôi ong và Hội Sinh vật cảnh"
    assert answer_to_english("Which three associations were merged by the province?", other, three) == items


def test_list_that_fits_scores_higher_than_one_that_does_not() -> None:
    question = "Hai bảo tàng nào mở cửa miễn phí?"
    fits, _ = found_in(question, "Hai bảo tàng mở cửa miễn phí gồm: Bảo tàng Gốm, Bảo tàng Lúa.")
    differs, _ = found_in(question, "Các bảo tàng mở cửa miễn phí dịp hè, dịp Tết.")

    assert fits.score > differs.score + 3
    assert fits.has_type


def test_all_offices_of_a_person_answer_where_a_sentence_has_them() -> None:
    short = "Ông Lê Văn Bình, Chủ tịch xã, trả lời người dân về những chức vụ ông giữ."
    full = "Ông Lê Văn Bình, Phó Bí thư Đảng ủy, Chủ tịch UBND xã, Trưởng ban Dân vận phát biểu."
    offices = "Phó Bí thư Đảng ủy, Chủ tịch UBND xã, Trưởng ban Dân vận"

    assert answer("Ông Lê Văn Bình giữ những chức vụ gì?", short, full) == offices
    assert answer("ong le van binh giu nhung chuc gi", full) == offices


def test_passage_without_the_person_asked_about_does_not_answer() -> None:
    found, _ = found_in("Bà Ngô Thị Mận làm chức gì?", "Chủ tịch xã Lê Văn Bình làm việc với bà con.")

    assert not found.has_type


@pytest.mark.parametrize(
    ("sentence", "has_type"),
    [
        ("Tuyến phà dừng chạy do sóng lớn, gió giật cấp 8.", True),
        ("Tuyến phà dừng chạy từ sáng nay.", False),
    ],
)
def test_reason_must_be_said(sentence: str, has_type: bool) -> None:
    found, _ = found_in("Vì sao tuyến phà dừng chạy?", sentence)

    assert found.has_type is has_type


def test_reason_in_so_many_words_scores_higher() -> None:
    question = "Vì sao tuyến phà dừng chạy?"
    told, _ = found_in(question, "Nguyên nhân tuyến phà dừng chạy là sóng lớn.")
    untold, _ = found_in(question, "Tuyến phà dừng chạy từ hôm qua là bình thường.")

    assert told.score > untold.score + 1


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Thứ nhất, chọn giống.", 1),
        ("Thứ tư là, giữ nước.", 4),
        ("Hai là bón phân.", 2),
        ("3. Làm cỏ.", 3),
        ("Thứ 5 là, thu hoạch.", 5),
        ("Năm 2021 được mùa.", None),
        ("2 xã được mùa.", None),
    ],
)
def test_ordinal_at_the_beginning_tells_the_item(text: str, number: int | None) -> None:
    assert ordinal(text) == number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Thứ hai, sửa đường.", 2),
        ("Một là sửa đường.", 1),
        ("Một làng nghề mở cửa.", None),
        ("Thứ Hai, 14/3/2024", None),
        ("THỨ HAİ, sửa đường.", None),
    ],
)
def test_an_item_of_an_enumeration_is_told_from_words_that_begin_like_it(text: str, number: int | None) -> None:
    assert ordinal(text) == number
