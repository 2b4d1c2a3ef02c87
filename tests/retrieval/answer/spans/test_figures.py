"""When and how many: whole expressions, the one that belongs to what is asked, with its clause where it is not sure."""

import pytest

from retrieval.answer.spans.numbers import find_quantities
from retrieval.answer.spans.times import TimeKind, find_durations, find_times, widened_time
from tests.retrieval.answer.spans.asking import answer, answer_to_english, found_in


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sáng 9-3, giải chạy khai mạc.", [("Sáng 9-3", TimeKind.DAY)]),
        ("Trận đấu lúc 19 giờ, ngày 18-3-2020 bị hoãn.", [("lúc 19 giờ, ngày 18-3-2020", TimeKind.DAY)]),
        ("Chùa dựng cuối thế kỷ 17.", [("cuối thế kỷ 17", TimeKind.CENTURY)]),
        ("Thành cổ bị phá năm 330 TCN.", [("năm 330 TCN", TimeKind.YEAR)]),
        ("Lúa mất trắng mùa hè năm 2019.", [("mùa hè năm 2019", TimeKind.YEAR)]),
        ("Tổ 12 đi đường 3-2 vào hẻm 5.", []),
    ],
)
def test_times_are_whole_expressions(text: str, expected: list[tuple[str, TimeKind]]) -> None:
    assert [(text[each.start : each.end], each.kind) for each in find_times(text)] == expected


def test_time_takes_in_what_leads_up_to_it_and_what_is_joined() -> None:
    text = "Cầu được xây từ năm 1961 đến năm 1964 bằng đá."
    first = find_times(text)[0]

    start, end = widened_time(text, first.start, first.end)

    assert text[start:end] == "từ năm 1961 đến năm 1964"


def test_durations_have_number_and_unit() -> None:
    text = "Kỳ thi kéo dài khoảng ba ngày, chấm trong 2 đến 3 tuần."

    assert [text[each.start : each.end] for each in find_durations(text)] == ["khoảng ba ngày", "trong 2 đến 3 tuần"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("tỉnh có 1.204 thôn và 3 thị xã", ["1.204 thôn", "3 thị xã"]),
        ("chi khoảng 85 tỷ đồng", ["khoảng 85 tỷ đồng"]),
        ("lương thực tăng 4,75%", ["4,75%"]),
        ("đã cấp 41/50 giấy phép (đạt 82%)", ["41/50 giấy phép (đạt 82%)"]),
        ("có hơn 2,3 triệu người xem", ["hơn 2,3 triệu người xem"]),
        ("ba đội vào chung kết lần thứ 2", ["ba đội"]),
        ("theo Nghị quyết số 9-NQ/HU và Đề án 44", []),
        ("mỗi đội có 3 đồng chí", ["3 đồng chí"]),
    ],
)
def test_figures_come_with_what_they_count(text: str, expected: list[str]) -> None:
    found = find_quantities(text, find_times(text))

    assert [
        text[each.whole_start : each.whole_end] for each in found if "(" not in text or not each.is_percent
    ] == expected


def test_date_of_the_event_answers_not_another_one_nearby() -> None:
    sentence = "Ngày 3-5-2022, tỉnh khánh thành bệnh viện, công trình khởi công ngày 19-8-2019."

    assert "19-8-2019" in answer("Bệnh viện khởi công ngày nào?", sentence)
    assert "3-5-2022" not in answer("Bệnh viện khởi công ngày nào?", sentence)


def test_only_date_is_marked_alone() -> None:
    found, text = found_in("Giải bóng đá khai mạc ngày nào?", "Giải bóng đá nữ khai mạc chiều 4-7-2023 tại Vinh.")

    assert found.is_safe
    assert [span.of(text) for span in found.marked] == ["chiều 4-7-2023"]


def test_figure_that_counts_what_is_asked_answers() -> None:
    sentence = "Bão làm sập 42 ngôi nhà, cuốn trôi 15 cây cầu và khiến 3 trường học đóng cửa."

    assert "15 cây cầu" in answer("Bão cuốn trôi bao nhiêu cây cầu?", sentence)
    assert "42" not in answer("Bão cuốn trôi bao nhiêu cây cầu?", sentence)


def test_sum_of_money_answers_when_money_is_asked_for() -> None:
    sentence = "Sau khi gộp 12 xã, huyện tiết kiệm mỗi năm 8,5 tỷ đồng."

    assert "8,5 tỷ đồng" in answer("Huyện tiết kiệm mỗi năm bao nhiêu tiền?", sentence)


def test_two_figures_answer_when_two_things_are_counted() -> None:
    sentence = "Chương trình trao 1.450 suất học bổng cho học sinh của 96 trường."

    assert answer("Có bao nhiêu suất học bổng, cho bao nhiêu trường?", sentence) == "1.450 suất học bổng, 96 trường"


def test_figures_answer_when_what_is_counted_second_has_another_noun_or_none() -> None:
    text = "Xã mở 06 lớp trung cấp lý luận chính trị với 420 học viên, chuyển 13 cán bộ lên tỉnh, 03 đồng chí về bản."
    assert answer("Xã mở mấy lớp, bao nhiêu người học?", text) == "06 lớp trung cấp lý luận chính trị, 420 học viên"
    moved = answer("Xã chuyển bao nhiêu cán bộ lên tỉnh và bao nhiêu về bản?", text)
    assert moved == "13 cán bộ, 03 đồng chí"


def test_dead_and_injured_are_two_figures() -> None:
    text = "Vụ lật thuyền làm 3 người chết, 11 người bị thương, 2 nhà hư hại."
    assert answer("Vụ lật thuyền làm mấy người chết và bị thương?", text) == "3 người chết, 11 người bị thương"


def test_other_figures_of_what_is_counted_once_stay_out() -> None:
    text = "Có 120 đại biểu đến từ Hà Nội và Huế dự hội nghị, trong đó có 35 đại biểu nữ."
    assert answer("Bao nhiêu đại biểu đến từ Hà Nội và Huế?", text).startswith("120 đại biểu")
    assert "35" not in answer("Bao nhiêu đại biểu và khách mời dự hội nghị?", text)


def test_people_in_millions_and_their_households_are_two_figures() -> None:
    text = "Tỉnh hiện có 1,2 triệu dân với 300 nghìn hộ."
    assert answer("Tỉnh có bao nhiêu người, bao nhiêu hộ?", text) == "1,2 triệu dân, 300 nghìn hộ"


def test_english_count_is_found_by_its_vietnamese_noun() -> None:
    sentence = "Năm ngoái, tỉnh sáp nhập 31 xã, xây mới 7 trạm y tế."

    assert "31 xã" in answer_to_english("How many communes were merged?", sentence)


def test_answer_that_is_not_sure_is_short_and_its_sentence_marked() -> None:
    sentence = "Huyện trồng 120 ha rừng ở phía bắc, 80 ha ở phía nam, nuôi 45 ha tôm, lúa đạt 300 ha và rau 60 ha."
    found, text = found_in("Huyện có bao nhiêu?", sentence)

    assert not found.is_safe
    assert [span.of(text) for span in found.marked] == [sentence]


def test_figure_counts_by_the_words_of_its_own_part_of_the_sentence() -> None:
    sentence = "Tỉnh cử 25 đoàn nông dân đi học nghề ở nước ngoài và 12 đoàn đi dự hội chợ; ngày 3-4 mở 2 lớp."

    assert answer("Tỉnh cử bao nhiêu đoàn đi học nghề ở nước ngoài?", sentence).startswith("25 đoàn")
    assert answer("Bao nhiêu đoàn đi dự hội chợ?", sentence).startswith("12 đoàn")


def test_day_of_the_year_asked_about_is_an_answer_not_a_repetition() -> None:
    sentence = "Hội sách diễn ra ngày 9-6-2023 tại Huế, sơ kết 6 tháng đầu năm."

    assert "9-6-2023" in answer("Hội sách năm 2023 diễn ra khi nào?", sentence)


@pytest.mark.parametrize(
    ("question", "sentence", "has_type"),
    [
        ("Bao nhiêu huyện ngập lụt?", "Một số huyện ngập lụt.", False),
        ("Bao nhiêu huyện ngập lụt?", "Một huyện ngập lụt.", True),
        ("Có bao nhiêu người dự thi?", "Tỉnh có 34 giáo viên dự thi.", True),
        ("Số trạm y tế giảm bao nhiêu?", "Số trạm y tế giảm 7.", True),
        ("Bao nhiêu người dự thi?", "Cuộc thi có 34 bài dự thi.", False),
    ],
)
def test_figure_must_count_what_is_asked_for(question: str, sentence: str, has_type: bool) -> None:
    found, _ = found_in(question, sentence)
    assert found.has_type is has_type


def test_of_a_very_long_sentence_the_part_that_answers_is_shown_and_all_of_it_marked() -> None:
    parts = ["xây cầu " + "rất dài " * 10, "mở rộng chợ đầu mối " + "khang trang " * 6, "trồng rừng " + "phòng hộ " * 8]
    sentence = "; ".join(part.strip() for part in parts) + "."
    found, text = found_in("Chợ đầu mối ra sao?", sentence)

    assert found.text_of(text) == parts[1].strip()
    assert [span.of(text) for span in found.marked] == [sentence]


def test_whom_people_are_counted_by_is_no_attribute_of_those_asked_for() -> None:
    text = "Xã mở 06 lớp với 420 học viên; cử 34 đồng chí đi đào tạo cao cấp."
    assert answer("Xã cử bao nhiêu người đi học cao cấp?", text).startswith("34 đồng chí")


def test_tons_are_counted_twice_when_asked_twice() -> None:
    text = "Tỉnh bán hết 215.800 tấn vải, trong đó xuất khẩu 89.300 tấn."
    assert answer("Tỉnh bán bao nhiêu tấn vải, xuất khẩu bao nhiêu tấn?", text) == "215.800 tấn vải, 89.300 tấn"


def test_total_is_one_figure_of_all() -> None:
    text = "Tỉnh dôi dư tất cả 712 người, gồm 498 cán bộ và 214 khuyến nông viên."
    assert answer("Tỉnh dôi dư tất cả bao nhiêu cán bộ và khuyến nông viên?", text) in {"712 người", "498 cán bộ"}
