"""The right one of several figures: by the verb of change before it, what it counts, of each one, and two at once."""

import pytest

from retrieval.answer.spans.numbers import find_phones, find_quantities
from retrieval.answer.spans.quantities import change_before
from retrieval.answer.spans.times import find_times
from retrieval.query.request.amounts import Change
from tests.retrieval.answer.spans.asking import answer, answer_to_english, found_in

MERGED = "Sở Y tế đã sắp xếp lại 58 trạm y tế, giảm đi 21 trạm y tế, còn 37 trạm y tế mới."


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Sở Y tế giảm bao nhiêu trạm y tế?", "21 trạm y tế"),
        ("so y te giam duoc may tram y te", "21 trạm y tế"),
        ("Sau khi sắp xếp còn bao nhiêu trạm y tế?", "37 trạm y tế mới"),
    ],
)
def test_verb_of_change_decides_between_the_figures_of_one_sentence(question: str, expected: str) -> None:
    assert answer(question, MERGED) == expected


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("By how many hospitals did the province shrink?", "6 bệnh viện"),
        ("How many hospitals are left in the province?", "9 bệnh viện"),
    ],
)
def test_verb_of_change_decides_for_an_english_question(question: str, expected: str) -> None:
    sentence = "Tỉnh đã sắp xếp lại 15 bệnh viện, giảm 6 bệnh viện, còn 9 bệnh viện."

    assert answer_to_english(question, sentence) == expected


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("số lớp giảm được khoảng ", Change.FALL),
        ("tăng thêm ", Change.RISE),
        ("giảm từ 12 xuống còn ", Change.RESULT),
        ("tỉnh có ", None),
    ],
)
def test_words_before_a_figure_tell_what_it_is_of_a_change(before: str, expected: Change | None) -> None:
    assert change_before(before) is expected


def test_percentage_does_not_answer_a_count() -> None:
    found, text = found_in(
        "Bao nhiêu ca mắc sởi được ghi nhận?", "Tỷ lệ tiêm phòng đạt 91,5%.", "Cả tỉnh ghi nhận 48 ca mắc sởi."
    )

    assert found.text_of(text) == "48 ca mắc sởi"
    assert found.has_type


def test_share_alone_is_no_count() -> None:
    found, _ = found_in("Bao nhiêu ca mắc sởi được ghi nhận?", "Ca mắc sởi được ghi nhận tăng 6,08%.")

    assert not found.has_type


def test_one_that_counts_nothing_is_no_count() -> None:
    found, _ = found_in("Kế hoạch có mấy bước?", "Huyện đã tiến thêm cho đến nay từng bước, sắp xếp một bước kế hoạch.")

    assert not found.has_type


def test_figure_of_each_one_answers_when_it_is_asked_for() -> None:
    sentence = "Toàn xã có 940 hộ trồng cam, mỗi hộ thu 120 triệu đồng, cả vụ thu 112 tỷ đồng."

    assert answer("Mỗi hộ thu bao nhiêu tiền?", sentence) == "120 triệu đồng"


def test_what_is_counted_more_closely_answers() -> None:
    sentence = "Ban chấp hành mới có 39 người, trong đó có 7 người nữ và 2 người dưới 30 tuổi."

    assert answer("Ban chấp hành mới có mấy người nữ?", sentence) == "7 người nữ"


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Cấp tỉnh có mấy đội, cấp huyện có mấy đội?", "12 đội, 36 đội"),
        ("cap tinh co may doi, cap huyen co may doi", "12 đội, 36 đội"),
        ("Cấp tỉnh có bao nhiêu đội và cấp huyện bao nhiêu?", "12 đội, 36 đội"),
    ],
)
def test_two_figures_of_one_thing_answer_by_their_own_parts_of_the_question(question: str, expected: str) -> None:
    assert answer(question, "Ở cấp tỉnh có 12 đội dự giải, ở cấp huyện có 36 đội dự giải.") == expected


def test_figures_of_two_things_are_found_in_neighbouring_sentences() -> None:
    found, text = found_in("Lễ hội có bao nhiêu gian hàng và bao nhiêu lượt khách?",
                           "Lễ hội trái cây có 85 gian hàng.", "Ban tổ chức đón 40.000 lượt khách.")  # fmt: skip

    assert [span.of(text) for span in found.marked] == ["85 gian hàng", "40.000 lượt khách"]


def test_two_figures_of_different_units_answer() -> None:
    sentence = "Quán ăn bị phạt 25 triệu đồng và phải đóng cửa 3 tháng vì bán hàng quá hạn."

    assert answer("Quán ăn bị phạt bao nhiêu tiền và đóng cửa mấy tháng?", sentence) == "25 triệu đồng, 3 tháng"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("huyện có 8 trung tâm học tập cộng đồng ở các xã", "8 trung tâm học tập cộng đồng"),
        ("trao bằng khen cho 5 tập thể", "5 tập thể"),
        ("khởi công 12 dự án", "12 dự án"),
        ("trao 2.000 suất quà trị giá lớn", "2.000 suất quà"),
        ("có 7 ca mắc Covid-19 mới", "7 ca mắc Covid-19"),
        ("giá lên 45.000 đồng/kg", "45.000 đồng/kg"),
        ("làm 9 người bị thương nặng", "9 người bị thương nặng"),
    ],
)
def test_compound_nouns_and_rates_stay_whole(text: str, expected: str) -> None:
    found = find_quantities(text, find_times(text))

    assert text[found[0].whole_start : found[0].whole_end] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gọi 0912.345.678 hoặc (024) 3825 1234.", ["0912.345.678", "(024) 3825 1234"]),
        ("Tổng đài 1900 6789 nhận phản ánh.", ["1900 6789"]),
        ("Đường dây nóng: 1022.", ["1022"]),
        ("Trường có 1.204 em, thu 85 tỷ đồng.", []),
    ],
)
def test_telephone_numbers_are_whole(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in find_phones(text)] == expected


def test_telephone_number_answers_when_one_is_asked_for() -> None:
    sentence = "Sở có 14 phòng; người dân phản ánh qua đường dây nóng 0236 3822 999 hoặc tới 2 điểm tiếp dân."

    assert answer("Số điện thoại đường dây nóng của Sở là bao nhiêu?", sentence) == "0236 3822 999"


def test_sentence_with_the_count_goes_before_the_first_that_only_names_the_event() -> None:
    opening = "Hội thi tay nghề trẻ tỉnh Sóc Trăng lần thứ 6 khai mạc sáng 4-5 tại Trường Cao đẳng nghề tỉnh."
    later = "Năm nay có 132 thí sinh ở 11 nghề."

    assert answer("Hội thi tay nghề trẻ tỉnh Sóc Trăng có bao nhiêu thí sinh?", opening, later) == "132 thí sinh"
