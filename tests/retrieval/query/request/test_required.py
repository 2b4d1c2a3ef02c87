"""What the question asks for more closely: a measure, a sum, and what the sentence that answers must say."""

import pytest

from retrieval.query.language import Language
from retrieval.query.request.answer_type import AnswerType, Unit, answer_request
from retrieval.query.request.measures import Measure
from retrieval.text.spelling import fold

MEASURES = {
    "Tháp truyền hình cao bao nhiêu?": Measure.LENGTH,
    "Đường hầm dài bao nhiêu ki lô mét?": Measure.LENGTH,
    "Đập chứa được bao nhiêu mét khối nước?": Measure.VOLUME,
    "Vụ này cả xã trồng bao nhiêu ha ngô?": Measure.AREA,
    "Con cá nặng bao nhiêu?": Measure.WEIGHT,
    "Nghệ nhân ấy bao nhiêu tuổi?": Measure.AGE,
    "Nhiệt độ ngoài trời là bao nhiêu?": Measure.TEMPERATURE,
    "Đội bóng đá nữ xếp hạng thứ mấy?": Measure.RANK,
    "Đại hội nông dân xã lần thứ mấy bầu ông Tám?": Measure.ORDINAL,
    "Kỳ họp thứ mấy thông qua phí gửi xe?": Measure.ORDINAL,
}
ENGLISH_MEASURES = {
    "How tall is the tower?": Measure.LENGTH,
    "How heavy was the fish?": Measure.WEIGHT,
    "How many hectares of maize were planted?": Measure.AREA,
    "How old is the potter?": Measure.AGE,
}
MONEY = (
    "Học phí một kỳ là bao nhiêu?",
    "Thu nhập bình quân của thợ gốm bao nhiêu?",
    "Chủ xe bị phạt bao nhiêu?",
    "Lương của kỹ sư mới một tháng bao nhiêu?",
    "Nhà máy năm ngoái lỗ bao nhiêu?",
)
ENGLISH_MONEY = (
    "What did the new stadium cost?",
    "What net profit did the airline make?",
    "How much is the tuition?",
    "What does the town spend each year, in millions of dong, on lights?",
)


@pytest.mark.parametrize(("question", "measure"), MEASURES.items())
def test_measure_is_read_with_marks_and_without(question: str, measure: Measure) -> None:
    for spelled in (question, fold(question)):
        assert answer_request(spelled, Language.VIETNAMESE).measure is measure


@pytest.mark.parametrize(("question", "measure"), ENGLISH_MEASURES.items())
def test_measure_is_read_in_english(question: str, measure: Measure) -> None:
    assert answer_request(question, Language.ENGLISH).measure is measure


@pytest.mark.parametrize(
    "question",
    [
        *("Tòa nhà cao bao nhiêu tầng?", "Lễ hội có bao nhiêu khách?", "Xuất sang Hoa Kỳ bao nhiêu thùng vải?"),
        *("Phiên tòa mở vào thứ mấy?", "Mỗi khóa mấy học viên?"),
    ],
)
def test_no_measure_is_read_where_things_are_counted(question: str) -> None:
    assert answer_request(question, Language.VIETNAMESE).measure is None


@pytest.mark.parametrize("question", MONEY)
def test_money_is_asked_for_by_the_name_of_a_sum(question: str) -> None:
    request = answer_request(question, Language.VIETNAMESE)
    assert (request.type, request.unit) == (AnswerType.NUMBER, Unit.MONEY)


@pytest.mark.parametrize("question", ENGLISH_MONEY)
def test_money_is_asked_for_in_english(question: str) -> None:
    request = answer_request(question, Language.ENGLISH)
    assert (request.type, request.unit) == (AnswerType.NUMBER, Unit.MONEY)


@pytest.mark.parametrize(
    "question", ["Lễ hội đón bao nhiêu khán giả?", "Bao nhiêu tác giả dự thi?", "Kho có bao nhiêu sản lượng gạo?"]
)
def test_no_money_is_read_in_other_words_with_its_syllables(question: str) -> None:
    assert answer_request(question, Language.VIETNAMESE).unit is None


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        ("Bao nhiêu hộ chưa nhận đất?", "Còn 12 hộ chưa nhận.", "Đã có 79 hộ nhận đất."),
        ("Cầu hoàn thành khi nào?", "Dự kiến thông xe quý II.", "Sáng 5-8, huyện khởi công cầu."),
        ("Lễ hội kết thúc ngày nào?", "Lễ hội từ ngày 5 đến ngày 7-3.", "Lễ hội khai mạc ngày 5-3."),
        ("Ông Tám sinh năm nào?", "Ông Tám (sinh năm 1960) là thợ gốm.", "Ông Tám dạy học sinh từ năm 1990."),
        ("Huyện có bao nhiêu dân?", "Huyện có 42.000 dân.", "Ủy ban nhân dân có 42 người."),
        ("Kinh tế tăng trưởng bao nhiêu?", "GRDP tăng 6,1%.", "Kinh tế chiếm 6,1% số vốn."),
        ("Đội khách mặc áo màu gì?", "Đội khách mặc áo xanh.", "Đội khách mặc áo mới."),
        ("Nữ họa sĩ quê ở đâu?", "Chị quê ở Thái Bình.", "Chị mở triển lãm ở Huế."),
        ("Đoàn làm phim ở khách sạn nào?", "Đoàn nghỉ tại khách sạn Hoa Sen.", "Đoàn nghỉ tại một khách sạn nhỏ."),
        ("Ai thiết kế nhà thờ?", "Bản thiết kế là của ông Nam.", "Ông Nam dự lễ khánh thành."),
        ("Ai ký quyết định thành lập đội?", "Quyết định do ông Nam ký.", "Đội có 12 người."),
        ("Hãng hàng không nào mở đường bay?", "Sao Biển Airways mở đường bay.", "Một hãng hàng không mở đường bay."),
        ("Có bao nhiêu công nhân nữ?", "Xưởng có 40 nữ công nhân.", "Xưởng có 90 công nhân."),
        ("Những xã nào bị ngập?", "Nước ngập các xã Hòa An, Tân Phú.", "Nước ngập 12 xã ven sông."),
    ],
)
def test_sentence_that_answers_must_say_what_is_asked(question: str, told: str, untold: str) -> None:
    (required,) = answer_request(question, Language.VIETNAMESE).required
    assert required.told.search(told) is not None
    assert required.told.search(untold) is None


@pytest.mark.parametrize("question", ["Vì sao đội đổi màu áo?", "Bao nhiêu đội dự giải?", "Lễ hội mở khi nào?"])
def test_nothing_more_is_required_of_other_questions(question: str) -> None:
    assert answer_request(question, Language.VIETNAMESE).required == ()


def test_office_behind_an_opening_asks_for_a_person() -> None:
    request = answer_request("Sau khi hợp nhất, giám đốc bệnh viện tên là gì?", Language.VIETNAMESE)
    assert request.type is AnswerType.PERSON


def test_birth_is_no_part_of_other_words() -> None:
    assert not answer_request("Trường tuyển sinh năm nào?", Language.VIETNAMESE).required
