"""Who: by what they did, by their office, all that are named together; and who somebody is."""

import pytest

from tests.retrieval.answer.spans.asking import answer, answer_to_english, found_in

OPENING = "Sáng 5-6, Sở Giáo dục và Đào tạo Hải Phòng tổ chức hội nghị tổng kết năm học."
CHAIRS = (
    "Các đồng chí: Lê Hoàng Sơn, Thành ủy viên, Giám đốc Sở; "
    "Vũ Thị Hà, Phó Giám đốc Sở Giáo dục và Đào tạo, chủ trì hội nghị."
)
GUEST = "Dự hội nghị có đồng chí Trần Văn Khoa, Phó Chủ tịch UBND thành phố."


def test_all_chairs_are_named_when_one_predicate_has_two_subjects() -> None:
    assert answer("Ai chủ trì hội nghị tổng kết năm học?", OPENING, CHAIRS, GUEST) == "Lê Hoàng Sơn, Vũ Thị Hà"


def test_names_are_verbatim_spans_inside_the_sentence_when_safe() -> None:
    found, text = found_in("Ai chủ trì hội nghị tổng kết năm học?", OPENING, CHAIRS, GUEST)

    assert found.is_safe
    assert found.marked == found.spans
    assert [span.of(text) for span in found.spans] == ["Lê Hoàng Sơn", "Vũ Thị Hà"]
    assert found.sentence.of(text) == CHAIRS


def test_only_its_own_subject_answers_when_another_person_did_something_else() -> None:
    sentence = "Ông Đặng Quang Minh phát biểu khai mạc, bà Ngô Thanh Thủy trao giải cho đội vô địch."

    assert answer("Ai trao giải cho đội vô địch?", sentence) == "Ngô Thanh Thủy"


def test_names_joined_by_and_are_one_span() -> None:
    sentence = "Hai cầu thủ Nguyễn Văn Toàn và Phan Văn Đức ghi bàn cho đội khách."

    assert answer("Ai ghi bàn cho đội khách?", sentence).endswith("Nguyễn Văn Toàn và Phan Văn Đức")


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("Giám đốc Sở Giáo dục và Đào tạo là ai?", "Lê Hoàng Sơn"),
        ("Phó Giám đốc Sở Giáo dục và Đào tạo Hải Phòng tên là gì?", "Vũ Thị Hà"),
        ("Ai là Phó Chủ tịch UBND thành phố?", "Trần Văn Khoa"),
        ("pho chu tich ubnd thanh pho la ai", "Trần Văn Khoa"),
    ],
)
def test_holder_is_named_when_an_office_is_asked_for(question: str, name: str) -> None:
    assert answer(question, OPENING, CHAIRS, GUEST) == name


def test_office_before_the_name_counts_as_one_behind_it() -> None:
    sentence = "Bí thư Huyện ủy, Chủ tịch HĐND huyện Đoàn Thị Lan; Trưởng phòng Nội vụ Bùi Đức Thắng cùng đến dự."

    assert answer("Bí thư Huyện ủy là ai?", sentence) == "Đoàn Thị Lan"
    assert answer("Trưởng phòng Nội vụ là ai?", sentence) == "Bùi Đức Thắng"


def test_signature_below_the_text_has_its_office_on_the_next_line() -> None:
    lines = ("Mưa lớn còn kéo dài ở miền núi phía Bắc.", "Hoàng Công Vinh", "Giám đốc Đài Khí tượng Thủy văn khu vực")

    assert answer("Giám đốc Đài Khí tượng Thủy văn khu vực là ai?", *lines) == "Hoàng Công Vinh"


def test_offices_answer_when_a_name_is_asked_about() -> None:
    sentence = (
        "Tham dự có ông Phạm Đình Tú - Viện trưởng Viện Lúa, Chủ tịch Hội Giống cây trồng; bà Lưu Thị Hạnh, nông dân."
    )

    assert answer("Ông Phạm Đình Tú giữ chức vụ gì?", sentence) == "Viện trưởng Viện Lúa, Chủ tịch Hội Giống cây trồng"
    assert answer("Phạm Đình Tú là ai?", sentence) == "Viện trưởng Viện Lúa, Chủ tịch Hội Giống cây trồng"


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Ông Danh Sóc Kha, 61 tuổi, là người chỉ huy nhịp chèo trên ghe.", "Danh Sóc Kha"),
        ("Nhịp chèo trên ghe do nghệ nhân Phú Ngọc Kha chỉ huy.", "nghệ nhân Phú Ngọc Kha"),
    ],
)
def test_whoever_is_addressed_or_called_by_a_profession_has_a_whole_name(sentence: str, name: str) -> None:
    assert answer("Ai chỉ huy nhịp chèo trên ghe?", sentence) == name


def test_fishermen_of_a_commune_are_no_name() -> None:
    found, text = found_in("Ai cứu tàu hàng?", "Nhờ ngư dân Lập Lễ, tàu hàng thoát nạn.")
    assert found.text_of(text) != "Lập Lễ"


def test_pronoun_is_taken_for_the_subject_before_it() -> None:
    first = "Phát biểu tại lễ khánh thành, Bộ trưởng Nguyễn Hồng Phong cảm ơn các nhà thầu."
    second = "Đồng chí yêu cầu hoàn thành tuyến đường ven biển trước mùa mưa."

    assert answer("Ai yêu cầu hoàn thành tuyến đường ven biển trước mùa mưa?", first, second) == "Nguyễn Hồng Phong"


def test_street_named_after_a_person_is_nobody() -> None:
    found, text = found_in("Ai sửa đường?", "Công nhân sửa đường Nguyễn Trãi trong đêm.")

    assert found.text_of(text) == "Công nhân sửa đường Nguyễn Trãi trong đêm."
    assert not found.has_type


def test_english_question_names_the_chairs_of_a_vietnamese_sentence() -> None:
    assert answer_to_english("Who chaired the conference?", OPENING, CHAIRS, GUEST) == "Lê Hoàng Sơn, Vũ Thị Hà"


def test_sentence_that_asks_itself_does_not_answer() -> None:
    found, text = found_in("Cha của nhà thơ là ai?", "Cha của nhà thơ là ai?", "Ông Lê Văn Tám là cha của nhà thơ.")
    assert "Lê Văn Tám" in found.text_of(text)
    alone, _ = found_in("Ai xây cầu?", "Ai xây cầu?")
    assert not alone.has_type


def test_office_asked_for_without_an_interrogative_finds_its_holder() -> None:
    sentence = "Dự lễ có Chủ tịch Hội Nhà văn Phan Văn Hùng và Phó Chủ tịch Hội Nhà văn Lê Thị Sáu."
    assert answer("phó chủ tịch hội nhà văn", sentence) == "Lê Thị Sáu"
    assert answer("chủ tịch hội nhà văn", sentence) == "Phan Văn Hùng"
