"""Figures of the asked kind only: metres for a height, dong for a salary, a rank for a place; else there is none."""

import pytest

from retrieval.answer.spans.measured import is_measured_in
from retrieval.query.language import Language
from retrieval.query.request.measures import Measure
from tests.retrieval.answer.spans.asking import answer, found_in


def test_height_is_answered_in_metres() -> None:
    assert answer("Tháp chuông cao bao nhiêu?", "Tháp chuông có 9 tầng, cao 42 m, xây trong 3 năm.") == "42 m"


def test_age_is_answered_in_years_of_age() -> None:
    text = "Thợ gốm Lê Văn Tám, 61 tuổi, có 40 học trò và 3 xưởng."
    assert answer("Thợ gốm Lê Văn Tám bao nhiêu tuổi?", text) == "61 tuổi"


def test_age_may_stand_behind_its_word() -> None:
    assert answer("Thủ môn bao nhiêu tuổi khi thắng giải?", "Thủ môn thắng giải ở tuổi 39, sau 12 trận.") == "39"


@pytest.mark.parametrize(
    ("measure", "text", "expected"),
    [
        (Measure.AGE, "Bà Sáu, 61 tuổi, bán cháo.", True),
        (Measure.AGE, "Bà Sáu sinh năm 1960.", True),
        (Measure.AGE, "Bà Sáu bán 60 tô cháo.", False),
        (Measure.LENGTH, "Cầu dài hai mét.", True),
        (Measure.LENGTH, "Cầu có 3 nhịp, tốn 5 m3 gỗ, chạy 5 km/h.", False),
        (Measure.SPEED, "Tốc độ tăng 18%.", True),
    ],
)
def test_what_is_measured_anywhere_is_told_from_what_is_not(measure: Measure, text: str, expected: bool) -> None:
    assert is_measured_in(measure, text) is expected


def test_time_of_day_counts_nothing() -> None:
    assert answer("Xe chở bao nhiêu khách?", "Lúc 1h30, xe chở 27 khách; 7:45 tới nơi.") == "27 khách"


def test_rank_is_answered_with_a_rank() -> None:
    text = "Sau 12 trận, đội xếp thứ 4 với 20 điểm."
    assert answer("Đội xếp thứ mấy?", text) == "xếp thứ 4"


def test_ordinal_is_answered_with_an_ordinal_of_what_is_asked() -> None:
    text = "Kỳ họp thứ 9 của hội đồng khóa XII bàn 4 nội dung."
    assert answer("Hội đồng họp kỳ thứ mấy?", text) == "Kỳ họp thứ 9"
    assert "khóa XII" in answer("Hội đồng khóa mấy bàn việc này?", text)


def test_time_of_day_is_not_told_by_a_day() -> None:
    found, _ = found_in("Phiên họp kết thúc lúc mấy giờ?", "Phiên họp kết thúc ngày 5-6 với 4 nghị quyết.")
    assert not found.has_type


def test_houses_are_counted_by_any_of_their_counters() -> None:
    text = "Lốc xoáy làm 3 người bị thương, 28 ngôi nhà tốc mái."
    assert answer("Lốc xoáy làm tốc mái bao nhiêu căn nhà?", text).startswith("28 ngôi nhà")


def test_sum_behind_its_name_is_the_one_asked_for() -> None:
    text = "Xưởng có vốn 8 tỷ đồng, thu nhập bình quân của thợ là 11 triệu đồng, doanh thu 30 tỷ đồng."
    assert answer("Thu nhập bình quân của thợ bao nhiêu?", text).endswith("11 triệu đồng")


def test_term_of_prison_is_told_whole() -> None:
    assert answer("Kế toán bị phạt mấy năm tù?", "Kế toán bị phạt 4 năm tù về tội tham ô.") == "4 năm tù"


def test_sentence_without_money_is_not_of_the_kind() -> None:
    found, _ = found_in("Học phí lớp bơi là bao nhiêu?", "Lớp bơi có 30 học viên, học 12 buổi.")
    assert not found.has_type


def test_measure_of_something_else_is_not_of_the_kind() -> None:
    found, _ = found_in("Huyện trồng bao nhiêu ha ngô?", "Huyện trồng 300 ha lúa.")
    assert not found.has_type


def test_person_beside_another_deed_is_not_of_the_kind() -> None:
    found, _ = found_in("Ai thiết kế cây cầu?", "Ông Trần Văn Minh cắt băng khánh thành cây cầu.")
    assert not found.has_type


def test_deed_in_the_sentence_before_counts() -> None:
    found, _ = found_in("Ai thiết kế cây cầu?", "Bản thiết kế được chọn năm 2019.", "Cây cầu do ông Trần Văn Minh vẽ.")
    assert found.has_type


def test_hotel_without_a_name_is_not_of_the_kind() -> None:
    found, _ = found_in("Which hotel hosted the workshop?", "Hội thảo diễn ra tại Hà Nội.", language=Language.ENGLISH)
    assert not found.has_type
