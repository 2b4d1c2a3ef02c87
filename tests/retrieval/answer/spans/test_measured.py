"""Figures of the asked kind only: metres for a height, dong for a salary, a rank for a place; else there is none."""

import pytest

from retrieval.answer.spans.measured import lacks_age, lacks_measure
from retrieval.query.language import Language
from retrieval.query.request.answer_type import answer_request
from tests.retrieval.answer.spans.asking import answer, found_in


def test_height_is_answered_in_metres() -> None:
    assert answer("Tháp chuông cao bao nhiêu?", "Tháp chuông có 9 tầng, cao 42 m, xây trong 3 năm.") == "42 m"


def test_age_is_answered_in_years_of_age() -> None:
    text = "Thợ gốm Lê Văn Tám, 61 tuổi, có 40 học trò và 3 xưởng."
    assert answer("Thợ gốm Lê Văn Tám bao nhiêu tuổi?", text) == "61 tuổi"


def test_age_may_stand_behind_its_word() -> None:
    assert answer("Thủ môn bao nhiêu tuổi khi thắng giải?", "Thủ môn thắng giải ở tuổi 39, sau 12 trận.") == "39"


@pytest.mark.parametrize(
    ("question", "text", "lacks"),
    [
        ("Cầu dài bao nhiêu mét?", "Cầu dài hai mét.", False),
        ("Cầu dài bao nhiêu mét?", "Cầu có 3 nhịp, tốn 5 m3 gỗ, chạy 5 km/h.", True),
        ("cau dai bao nhieu met", "Cầu có 3 nhịp.", True),
        ("Cầu dài bao nhiêu?", "Cầu có 3 nhịp.", False),
        ("Cô gái cao bao nhiêu mét?", "Cô gái cao 1m72.", False),
        ("Vườn rộng bao nhiêu ha?", "Vườn rộng 5 hec-ta.", False),
        ("Trận đấu kéo dài mấy tiếng?", "Giải kéo dài 6 tháng, ông Chính cho biết.", True),
        ("Trận đấu kéo dài bao nhiêu phút?", "Trận đấu kéo dài 90 phút.", False),
        ("Trận đấu kéo dài bao lâu?", "Giải kéo dài 6 tháng.", False),
    ],
)
def test_unit_that_is_asked_for_must_be_told_somewhere(question: str, text: str, lacks: bool) -> None:
    assert lacks_measure(answer_request(question, Language.VIETNAMESE), text) is lacks


@pytest.mark.parametrize(
    ("text", "lacks"),
    [
        ("Bà Sáu, 61 tuổi, bán cháo.", False),
        ("Bà Sáu (sinh 1960) bán cháo.", False),
        ("Bà Sáu bán cháo ở tuổi tám mươi.", False),
        ("Bà Sáu bán 60 tô cháo.", True),
    ],
)
def test_age_is_told_in_years_by_the_year_of_birth_or_behind_its_word(text: str, lacks: bool) -> None:
    assert lacks_age(text) is lacks


def test_time_of_day_counts_nothing() -> None:
    assert answer("Xe chở bao nhiêu khách?", "Lúc 1h30, xe chở 27 khách; 7h45 tới nơi.") == "27 khách"


def test_ratio_and_hours_of_work_are_no_times_of_day() -> None:
    assert answer("Tỷ lệ thầy và trò là bao nhiêu?", "Tỷ lệ thầy và trò là 1:15.").endswith("15")
    assert "120" in answer("Mỗi đoàn viên làm bao nhiêu giờ?", "Mỗi đoàn viên làm 120h, mỗi ngày 2 ca.")


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
