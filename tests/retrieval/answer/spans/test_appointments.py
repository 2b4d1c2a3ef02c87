"""Offices given in other words than beside a name: elected, listed behind the office; and who only tells."""

import pytest

from tests.retrieval.answer.spans.asking import answer, found_in

OLD = "Báo cáo do bà Ngô Thị Liên, Chủ tịch Hội Làm vườn, trình bày."
ELECTED = (
    "Ông Đinh Văn Thái, Phó Chủ tịch khóa trước, được bầu giữ chức Chủ tịch với 35 phiếu; "
    "ba Phó Chủ tịch là các ông, bà: Lê Văn Tám, Mai Thị Cúc, Hà Văn Sỹ."
)
HELD = "Các ông, bà Tạ Văn Hùng, Đỗ Thị Mơ giữ chức Phó Giám đốc."


def test_who_was_elected_holds_the_office_when_another_is_called_by_it() -> None:
    assert answer("Chủ tịch Hội Làm vườn là ai?", OLD, ELECTED) == "Đinh Văn Thái"


@pytest.mark.parametrize(
    "question", ["3 phó chủ tịch mới của Hội Làm vườn là những ai?", "Các phó chủ tịch Hội Làm vườn gồm những ai?"]
)
def test_all_named_behind_an_office_answer_when_several_are_asked_for(question: str) -> None:
    assert answer(question, OLD, ELECTED) == "Lê Văn Tám, Mai Thị Cúc, Hà Văn Sỹ"


def test_persons_before_the_office_given_to_them_answer_together() -> None:
    assert answer("Phó Giám đốc gồm những ai?", HELD) == "Tạ Văn Hùng, Đỗ Thị Mơ"


def test_office_of_the_school_counts_as_that_of_its_whole_name() -> None:
    sentences = (
        "Ông Cao Văn Lâm, Giám đốc Viện Lúa, tới dự lễ khai giảng của Trường Trung cấp Sông Cái.",
        "ThS. Lý Thị Vân, Hiệu trưởng nhà trường, đánh trống.",
    )

    assert answer("Hiệu trưởng Trường Trung cấp Sông Cái là ai?", *sentences) == "Lý Thị Vân"


def test_director_of_another_body_is_not_of_the_kind_asked_for() -> None:
    found, _ = found_in("Giám đốc Bảo tàng Gốm là ai?", "Ông Cao Văn Lâm, Giám đốc Viện Lúa, thăm Bảo tàng Gốm.")

    assert not found.has_type


def test_name_behind_the_abbreviated_city_is_no_person() -> None:
    found, _ = found_in("Ai thắng giải?", "Giải diễn ra ở TP. Hồ Chí Minh.")

    assert not found.has_type


def test_driver_answers_and_not_the_officer_who_tells_of_him() -> None:
    sentences = (
        "Thiếu tá Bùi Văn Hậu, Đội trưởng Đội Cảnh sát giao thông, cho biết người lái xe khách bị thương ở chân.",
        "Người lái xe khách bị thương là anh Phan Văn Tú.",
    )

    assert "Phan Văn Tú" in answer("Người lái xe khách bị thương tên gì?", *sentences)


def test_officer_answers_when_who_told_it_is_asked() -> None:
    sentence = "Thiếu tá Bùi Văn Hậu, Đội trưởng Đội Cảnh sát giao thông, cho biết đường đã thông."

    assert "Bùi Văn Hậu" in answer("Ai cho biết đường đã thông?", sentence)


def test_nobody_is_asked_for_where_the_question_says_nobody_came() -> None:
    found, text = found_in("Môn nào không có ai đăng ký?", "Môn bơi không có ai đăng ký, ông Vũ Văn Kỳ nói.")

    assert found.text_of(text).startswith("Môn bơi")
