"""The kind of answer that a question wants, in its three spellings, and what it counts or calls by name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.query.language import Language
from retrieval.query.request.answer_type import AnswerType, Unit, answer_request
from retrieval.text.spelling import fold

VIETNAMESE = {
    "Ai ghi bàn thắng quyết định?": AnswerType.PERSON,
    "Giải thưởng do ai trao?": AnswerType.PERSON,
    "Hiệu trưởng trường chuyên là ai?": AnswerType.PERSON,
    "Bộ trưởng nào phát biểu khai mạc?": AnswerType.PERSON,
    "Chủ tịch hội đồng thi tên là gì?": AnswerType.PERSON,
    "Những ai được tặng huân chương?": AnswerType.PERSONS,
    "Hai cầu thủ nào bị đuổi khỏi sân?": AnswerType.PERSONS,
    "Trận chung kết diễn ra khi nào?": AnswerType.DATE,
    "Cầu mới thông xe ngày nào?": AnswerType.DATE,
    "Nhà hát được xây vào năm bao nhiêu?": AnswerType.DATE,
    "Mấy giờ thì tàu chạy?": AnswerType.DATE,
    "Lễ hội tổ chức ở đâu?": AnswerType.PLACE,
    "Đoàn xe dừng tại tỉnh nào?": AnswerType.PLACE,
    "Xã có bao nhiêu hộ nghèo?": AnswerType.NUMBER,
    "Đội đã ghi mấy bàn liên tiếp?": AnswerType.NUMBER,
    "Mỗi năm bao nhiêu tiền được chi cho thư viện?": AnswerType.NUMBER,
    "Dự án kéo dài bao lâu?": AnswerType.NUMBER,
    "Đội xếp thứ mấy trên bảng?": AnswerType.NUMBER,
    "Tập đoàn nào trúng thầu?": AnswerType.ORGANISATION,
    "Em học trường nào?": AnswerType.ORGANISATION,
    "Việc này theo nghị định nào?": AnswerType.DOCUMENT,
    "Chợ đóng cửa theo công văn số mấy?": AnswerType.DOCUMENT,
    "Hồ sơ gồm những gì?": AnswerType.LIST,
    "Kể tên các loài chim trong vườn.": AnswerType.LIST,
    "Hai nghị quyết nào được thông qua?": AnswerType.LIST,
    "Những tỉnh nào có mưa đá?": AnswerType.LIST,
    "Cuộc họp có ba nội dung trọng tâm nào?": AnswerType.LIST,
    "Các mục tiêu chính của dự án là gì?": AnswerType.LIST,
    "Bốn khâu then chốt của mùa vụ gồm những gì?": AnswerType.LIST,
    "Nêu tên bảy loài cá quý.": AnswerType.LIST,
    "Dịch vụ nào bị tạm dừng?": AnswerType.FREE,
    "Vì sao giá cà phê tăng?": AnswerType.REASON,
    "Sao giá cà phê năm nay lại tăng?": AnswerType.REASON,
    "Nguyên nhân vụ cháy là gì?": AnswerType.REASON,
    "Lý do chợ đóng cửa sớm?": AnswerType.REASON,
    "Lý do ai nghỉ việc?": AnswerType.PERSON,
    "Giống lúa mới có ưu điểm gì?": AnswerType.FREE,
    "Bão ảnh hưởng như thế nào?": AnswerType.FREE,
    "Ông Trần Văn Bảy là ai?": AnswerType.FREE,
    "Tin thời tiết": AnswerType.FREE,
    "Sao ông Bảy rút khỏi dự án nuôi cá lồng?": AnswerType.REASON,
    "Sao Mai là giải thưởng của nước nào?": AnswerType.PLACE,
    "Vụ cháy chợ được cho là do cái gì?": AnswerType.REASON,
    "Xã động viên nhóm cán bộ nào sau sáp nhập?": AnswerType.FREE,
    "Đoàn kiểm tra xử lý đối tượng nào?": AnswerType.PERSON,
    "Đại diện Cà Mau nào phát biểu?": AnswerType.PERSON,
    "Đại diện cho đơn vị nào phát biểu?": AnswerType.ORGANISATION,
    "Cô Lan dạy trường nào?": AnswerType.ORGANISATION,
    "Cô điều dưỡng về hưu nào mở quán cơm?": AnswerType.PERSON,
    "Thiếu tá đứng đầu công an xã tên gì?": AnswerType.PERSON,
    "Ai thi công tuyến kè?": AnswerType.ORGANISATION,
    "Ai thiết kế tuyến kè?": AnswerType.PERSON,
    "Mấy trạm nào được gộp lại?": AnswerType.LIST,
    "Có mấy trạm được gộp lại?": AnswerType.NUMBER,
    "Nhà máy dệt nào xả thải?": AnswerType.ORGANISATION,
    "Kỳ thủ 9 tuổi nào thắng giải?": AnswerType.PERSON,
    "Số quyết định điều động ông Bảy là bao nhiêu?": AnswerType.DOCUMENT,
    "Số quyết định được ban hành là bao nhiêu?": AnswerType.NUMBER,
    "Số hiệu công văn về thu phí": AnswerType.DOCUMENT,
    "Đại hội hội nông dân lần thứ mấy?": AnswerType.NUMBER,
    "Chủ tịch hội nhà văn": AnswerType.PERSON,
    "Giám đốc sở y tế Cà Mau": AnswerType.PERSON,
    "Mẹ của thủ môn đội tuyển": AnswerType.PERSON,
    "Người sáng lập hãng phim": AnswerType.PERSON,
    "Vị vua trẻ nhất của nước ấy": AnswerType.PERSON,
    "Bài hát là của nhạc sỹ nào?": AnswerType.PERSON,
    "Tên thật của nghệ sĩ ấy là gì?": AnswerType.PERSON,
    "Chủ tịch Trần Văn Bảy": AnswerType.FREE,
    "Người lao động được nghỉ lễ": AnswerType.FREE,
    "Người đứng đầu có từ chức không": AnswerType.FREE,
    "Nhờ đâu kinh tế tỉnh tăng nhanh?": AnswerType.REASON,
    "Sao phải đóng cửa cảng?": AnswerType.REASON,
    "Sao lại hoãn trận đấu?": AnswerType.REASON,
    "Tỷ lệ hộ nghèo của huyện năm 2017": AnswerType.NUMBER,
    "Tốc độ tăng trưởng kinh tế quý I": AnswerType.NUMBER,
    "Chỉ thị của Thủ tướng về phòng cháy rừng ban hành hôm qua mang số mấy?": AnswerType.DOCUMENT,
    "Nghị quyết về phát triển du lịch biển là nghị quyết số mấy?": AnswerType.DOCUMENT,
    "Quyết định có số hiệu bao nhiêu?": AnswerType.DOCUMENT,
    "Quyết định mới cắt giảm tổng số bao nhiêu phòng?": AnswerType.NUMBER,
    "Số điện thoại là gì?": AnswerType.NUMBER,
    "Số điện thoại của tòa soạn là gì?": AnswerType.NUMBER,
    "Dân số thành phố": AnswerType.NUMBER,
    "Tỷ lệ sinh có tăng không": AnswerType.FREE,
    "Tòa soạn có số điện thoại nào?": AnswerType.NUMBER,
    "Hotline của bệnh viện là gì?": AnswerType.NUMBER,
    "Mở mấy lớp, dạy bao nhiêu học viên?": AnswerType.NUMBER,
    "Ba giảng viên bị tai nạn năm 1980 tên là gì?": AnswerType.PERSON,
}
ENGLISH = {
    "What's the deadline for the museum tickets?": AnswerType.DATE,
    "On what grounds was the sale cancelled?": AnswerType.REASON,
    "What sparked the forest fire?": AnswerType.REASON,
    "Circular on port fees - date of issue?": AnswerType.DATE,
    "What is believed to have caused the crash?": AnswerType.REASON,
    "What excuse did the clerk give?": AnswerType.REASON,
    "Which official letter started the inspection?": AnswerType.DOCUMENT,
    "Official letter number on port fees": AnswerType.DOCUMENT,
    "Resolution on school meals: what's its number?": AnswerType.DOCUMENT,
    "How far had the ministry got with its plans?": AnswerType.FREE,
    "How far did the boats race?": AnswerType.NUMBER,
    "Name of the standing deputy head of the museum board": AnswerType.PERSON,
    "What does the town spend each year on street lights?": AnswerType.NUMBER,
    "Which nurse gave the first dose?": AnswerType.PERSON,
    "Which student union won the debate?": AnswerType.FREE,
    "Name the woman from the museum board.": AnswerType.PERSON,
    "What is the name of the chairman of the chess club?": AnswerType.PERSON,
    "What is the coach's full name?": AnswerType.PERSON,
    "date of Decree 30": AnswerType.DATE,
    "What were the port's total exports in May?": AnswerType.NUMBER,
    "How heavy was the bell?": AnswerType.NUMBER,
    "By how many did the town cut its schools?": AnswerType.NUMBER,
    "Who scored the winning goal?": AnswerType.PERSON,
    "Who co-chaired the forum?": AnswerType.PERSONS,
    "Which officials opened the road?": AnswerType.PERSONS,
    "Which minister signed it?": AnswerType.PERSON,
    "When did the river flood?": AnswerType.DATE,
    "On what date was the bridge opened?": AnswerType.DATE,
    "Where is the museum?": AnswerType.PLACE,
    "In which province was it grown?": AnswerType.PLACE,
    "How many households have water?": AnswerType.NUMBER,
    "What percentage of voters took part?": AnswerType.NUMBER,
    "How long did the strike last?": AnswerType.NUMBER,
    "Which football club won?": AnswerType.ORGANISATION,
    "Which government decree sets the fee?": AnswerType.DOCUMENT,
    "What are the three aims?": AnswerType.LIST,
    "Why were schools closed?": AnswerType.REASON,
    "What does the new rule say?": AnswerType.FREE,
    "How is tea dried?": AnswerType.FREE,
    "Chairman of the writers' association": AnswerType.PERSON,
    "Mother of the goalkeeper": AnswerType.PERSON,
    "What is the date of the ceremony?": AnswerType.DATE,
    "What was the date of publication?": AnswerType.DATE,
    "What is the number of the resolution?": AnswerType.DOCUMENT,
    "What is the number of the document on tourism?": AnswerType.DOCUMENT,
    "What number does the decree have?": AnswerType.DOCUMENT,
    "What was the number of documents issued?": AnswerType.NUMBER,
    "What is the number of provinces?": AnswerType.NUMBER,
    "In which regions was rain heavy?": AnswerType.PLACE,
    "Which two units won the prize?": AnswerType.LIST,
    "Which hotel hosted the summit?": AnswerType.PLACE,
    "At which venue did the exam take place?": AnswerType.PLACE,
    "What was Vietnam's economic growth?": AnswerType.NUMBER,
    "What was the city's economic growth rate in 2019?": AnswerType.NUMBER,
    "Which provinces attended?": AnswerType.PLACE,
    "Which companies reported losses?": AnswerType.LIST,
    "Which ministries drafted the law?": AnswerType.LIST,
    "How old is the bridge?": AnswerType.NUMBER,
    "Which three provinces merged?": AnswerType.PLACE,
    "Which documents were approved?": AnswerType.DOCUMENT,
    "Which schools closed?": AnswerType.LIST,
    "What is the role of population growth?": AnswerType.FREE,
    "What is the phone number of the newsroom?": AnswerType.NUMBER,
    "Which crops grew best?": AnswerType.LIST,
    "Which virus caused the disease?": AnswerType.FREE,
    "Which teams reached the final?": AnswerType.LIST,
    "What date did the article appear?": AnswerType.DATE,
    "What did the growth depend on?": AnswerType.FREE,
    "What is the price of rice?": AnswerType.NUMBER,
    "Which two cities signed?": AnswerType.PLACE,
    "Which dance won?": AnswerType.FREE,
    "On which dates do the exams fall?": AnswerType.DATE,
    "Which hospitals?": AnswerType.LIST,
    "Unemployment rate in 2019": AnswerType.NUMBER,
    "What types of schools closed?": AnswerType.FREE,
    "What is one way in which tolls can be paid?": AnswerType.FREE,
    "When the port looked back on 2020, who spoke?": AnswerType.PERSON,
    "When exactly did the man who stole the boat sail?": AnswerType.DATE,
    "Which three provinces sent officials?": AnswerType.PLACE,
    "Which two Ca Mau port officials came?": AnswerType.PERSONS,
}


@pytest.mark.parametrize(("question", "expected"), VIETNAMESE.items())
def test_kind_is_told_by_the_wording_of_a_vietnamese_question(question: str, expected: AnswerType) -> None:
    assert answer_request(question, Language.VIETNAMESE).type is expected


@pytest.mark.parametrize(("question", "expected"), VIETNAMESE.items())
def test_kind_is_the_same_without_marks(question: str, expected: AnswerType) -> None:
    assert answer_request(fold(question), Language.VIETNAMESE).type is expected


@pytest.mark.parametrize(("question", "expected"), ENGLISH.items())
def test_kind_is_told_by_the_wording_of_an_english_question(question: str, expected: AnswerType) -> None:
    assert answer_request(question, Language.ENGLISH).type is expected


def test_counted_noun_is_the_head_when_it_follows_the_interrogative() -> None:
    request = answer_request("Huyện có bao nhiêu trạm y tế được xây mới?", Language.VIETNAMESE)

    assert request.heads == ((("trạm", "y", "tế"), ("trạm", "y"), ("trạm",)),)


def test_each_of_two_things_counted_has_its_head() -> None:
    request = answer_request("Bao nhiêu vé được bán và bao nhiêu xe được xếp chỗ?", Language.VIETNAMESE)

    assert [heads[-1] for heads in request.heads] == [("vé",), ("xe",)]


@pytest.mark.parametrize(
    ("question", "language", "heads"),
    [
        ("Vụ cháy làm bao nhiêu người chết và bị thương?", Language.VIETNAMESE, [("người",), ("thương",)]),
        ("How many schools and bridges were built?", Language.ENGLISH, [("trường",), ("cầu",)]),
        ("Bao nhiêu đại biểu đến từ Hà Nội và Huế?", Language.VIETNAMESE, [("đại", "biểu")]),
        ("Bao nhiêu người tham dự và ai chủ trì?", Language.VIETNAMESE, [("người",)]),
        ("How many people came from Hue and Vinh?", Language.ENGLISH, [("người",)]),
    ],
)
def test_thing_behind_and_is_counted_too(question: str, language: Language, heads: list[tuple[str, ...]]) -> None:
    request = answer_request(question, language)

    assert len(request.heads) == len(heads)
    assert all(head in ways for head, ways in zip(heads, request.heads, strict=True))


def test_sort_of_what_is_asked_for_in_english_stays_among_the_words() -> None:
    request = answer_request("Which two primary schools closed?", Language.ENGLISH)

    assert any(("trường", "tiểu", "học") in word.ways for word in request.words)


@pytest.mark.parametrize(
    ("question", "language", "roles"),
    [
        ("Ai đứng đầu Tỉnh ủy Cà Mau?", Language.VIETNAMESE, (("bí", "thư"),)),
        ("ai dung dau truong dai hoc song hinh", Language.VIETNAMESE, (("hieu", "truong"), ("giam", "doc"))),
        ("Ai đứng đầu Ủy ban Mặt trận Tổ quốc?", Language.VIETNAMESE, (("chủ", "tịch"), ("chủ", "nhiệm"))),
        ("Who headed the provincial party committee?", Language.ENGLISH, (("bí", "thư"),)),
        ("Who leads the provincial people's committee?", Language.ENGLISH, (("chủ", "tịch"), ("chủ", "nhiệm"))),
        ("Who was deputy head of the district party committee?", Language.ENGLISH, (("phó", "bí", "thư"),)),
    ],
)
def test_head_is_called_as_heads_of_such_bodies_are(
    question: str, language: Language, roles: tuple[tuple[str, ...], ...]
) -> None:
    assert answer_request(question, language).roles == roles


def test_head_of_any_other_body_may_be_called_anything() -> None:
    roles = answer_request("Ai đứng đầu Bộ Tài nguyên và Môi trường?", Language.VIETNAMESE).roles
    assert {("bộ", "trưởng"), ("giám", "đốc")} < set(roles)


def test_office_of_a_relation_is_not_asked_for() -> None:
    assert answer_request("Vợ anh Sáu giám đốc hợp tác xã tên gì?", Language.VIETNAMESE).roles == ()


def test_things_counted_come_in_the_order_of_the_question() -> None:
    request = answer_request("Xưởng mở mấy ca, mấy tổ và bao nhiêu công nhân?", Language.VIETNAMESE)

    assert [heads[0] for heads in request.heads] == [("ca",), ("tổ",), ("công", "nhân")]


def test_deed_stays_among_the_words_when_several_persons_are_asked_for() -> None:
    request = answer_request("Who co-chaired the forum?", Language.ENGLISH)

    assert any(("chủ", "trì") in word.ways for word in request.words)


@pytest.mark.parametrize(
    ("question", "head"),
    [
        ("How many of the eighteen bridges were finished?", ("cầu",)),
        ("By how many did the town cut its schools?", ("trường", "học")),
    ],
)
def test_what_is_counted_is_read_behind_its_preposition_or_verb(question: str, head: tuple[str, ...]) -> None:
    assert head in {way for ways in answer_request(question, Language.ENGLISH).heads for way in ways}


def test_an_english_measure_stays_among_the_words() -> None:
    request = answer_request("How heavy was the bell?", Language.ENGLISH)

    assert [word.distance for word in request.words if ("nặng",) in word.ways] == [1]


def test_an_english_office_with_its_body_is_a_role() -> None:
    request = answer_request("Who is the provincial party secretary of Nam Dinh?", Language.ENGLISH)

    assert request.roles == (("bí", "thư", "tỉnh", "ủy"),)


def test_english_count_has_the_vietnamese_words_for_its_head() -> None:
    request = answer_request("How many communes were flooded?", Language.ENGLISH)

    assert request.heads == ((("xã",),),)


@pytest.mark.parametrize(
    ("question", "language", "unit"),
    [
        ("Xuất khẩu tăng bao nhiêu phần trăm?", Language.VIETNAMESE, Unit.PERCENT),
        ("Tỷ lệ thất nghiệp là bao nhiêu?", Language.VIETNAMESE, Unit.PERCENT),
        ("Sửa chợ hết bao nhiêu tiền?", Language.VIETNAMESE, Unit.MONEY),
        ("Nghỉ hè bao nhiêu tuần?", Language.VIETNAMESE, Unit.DURATION),
        ("Buổi diễn dài mấy tiếng?", Language.VIETNAMESE, Unit.DURATION),
        ("quoc gia nay co bao nhieu dao", Language.VIETNAMESE, None),
        ("How much did the stadium cost?", Language.ENGLISH, Unit.MONEY),
        ("How long was the road closed?", Language.ENGLISH, Unit.DURATION),
    ],
)
def test_unit_is_told_where_the_question_says_it(question: str, language: Language, unit: Unit | None) -> None:
    assert answer_request(question, language).unit is unit


@pytest.mark.parametrize(
    ("question", "language", "count"),
    [
        ("Ba loài chim nào về đầm?", Language.VIETNAMESE, 3),
        ("bay loai chim nao ve dam", Language.VIETNAMESE, 7),
        ("3 nước nhập nhiều gạo nhất là những nước nào?", Language.VIETNAMESE, 3),
        ("Những loài chim nào về đầm?", Language.VIETNAMESE, None),
        ("Bà Lan nêu những loài chim nào?", Language.VIETNAMESE, None),
        ("Which three companies reported losses?", Language.ENGLISH, 3),
        ("What are the two main aims?", Language.ENGLISH, 2),
        ("What are the aims?", Language.ENGLISH, None),
    ],
)
def test_number_of_things_to_list_is_told_where_the_question_says_it(
    question: str, language: Language, count: int | None
) -> None:
    assert answer_request(question, language).count == count


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("ong pham van hoa giu nhung chuc gi", ("pham", "van", "hoa")),
        ("bà lê thị hoa hiện giữ chức vụ gì", ("le", "thi", "hoa")),
        ("Trưởng ban kiêm chức gì", ()),
        ("o huyen moi truong ban van hoa kiem luon chuc gi", ()),
    ],
)
def test_name_in_small_letters_is_whose_office_is_asked_for(question: str, name: tuple[str, ...]) -> None:
    assert answer_request(question, Language.VIETNAMESE).name == name


def test_words_have_their_side_and_distance_from_the_interrogative() -> None:
    request = answer_request("Hội thi do ai tổ chức?", Language.VIETNAMESE)

    places = {word.ways[0][0]: word.distance for word in request.words}
    assert places == {"hội": -2, "thi": -1, "tổ": 1, "chức": 2}


@pytest.mark.parametrize(
    ("question", "role"),
    [
        ("Bí thư Huyện ủy Sa Pa dự lễ là ai?", ("bí", "thư", "huyện", "ủy", "sa", "pa")),
        ("Ai đang giữ chức giám đốc bảo tàng?", ("giám", "đốc", "bảo", "tàng")),
        ("pho giam doc nao ky van ban", ("pho", "giam", "doc")),
    ],
)
def test_office_is_what_the_person_asked_for_is_called(question: str, role: tuple[str, ...]) -> None:
    assert answer_request(question, Language.VIETNAMESE).roles == (role,)


def test_no_office_is_asked_for_by_a_general_word() -> None:
    assert answer_request("Lãnh đạo nào cắt băng khánh thành?", Language.VIETNAMESE).roles == ()


@pytest.mark.parametrize(
    "question", ["Bà Đỗ Thị Mây giữ chức vụ gì ở ngân hàng?", "Đỗ Thị Mây là ai?", "do thi may la ai"]
)
def test_name_is_kept_when_somebody_s_office_is_asked(question: str) -> None:
    assert answer_request(question, Language.VIETNAMESE).name == ("do", "thi", "may")


def test_byline_is_asked_for_when_the_author_of_an_article_is() -> None:
    assert answer_request("Ai viết bài về mùa cam ở Cao Phong?", Language.VIETNAMESE).asks_author
    assert answer_request("Người viết bài về mùa cam là ai vậy?", Language.VIETNAMESE).asks_author
    assert answer_request("Phóng viên nào viết tin về lễ hội?", Language.VIETNAMESE).asks_author
    assert answer_request("Who wrote the article on orange farms?", Language.ENGLISH).asks_author
    assert not answer_request("Ai viết bài hát Tiến quân ca?", Language.VIETNAMESE).asks_author


ASKING_PUBLICATION = [
    "Bài viết về mùa cam Cao Phong đăng ngày nào?",
    "Tin về trận chung kết được đăng khi nào?",
    "Bài báo nói về giá tôm lên mạng hôm nào?",
    "Ngày đăng bài về lễ hội đua thuyền là ngày nào?",
    "Báo nào đăng bài về xâm nhập mặn và đăng vào ngày mấy?",
    "Khi nào bài về cầu vượt biển được xuất bản?",
]
ASKING_ANOTHER_DATE = [
    "Bài hát ấy được phát hành năm nào?",
    "Bài phát biểu được đăng khi nào?",
    "Thông tin tuyển sinh được đăng khi nào?",
    "Ai viết bài về mùa cam ở Cao Phong?",
    "Thí sinh đăng ký thi ngày nào?",
    "Bài viết về mùa cam đăng ở báo nào?",
    "Cuốn sách xuất bản năm nào?",
]


@pytest.mark.parametrize("question", ASKING_PUBLICATION)
def test_day_of_publication_is_asked_for_with_marks_and_without(question: str) -> None:
    for typed in (question, fold(question)):
        request = answer_request(typed, Language.VIETNAMESE)
        assert request.asks_published
        assert request.type is AnswerType.DATE


@pytest.mark.parametrize("question", ASKING_ANOTHER_DATE)
def test_day_of_publication_is_not_asked_for_by_another_thing_or_day(question: str) -> None:
    for typed in (question, fold(question)):
        assert not answer_request(typed, Language.VIETNAMESE).asks_published


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("When was the article on orange farms published?", True),
        ("On what date did the story about the flood appear?", True),
        ("What is the publication date of the article on shrimp prices?", True),
        ("When was the law published?", False),
        ("When does the article say the bridge opened?", False),
        ("Who wrote the article on orange farms?", False),
    ],
)
def test_day_of_publication_is_asked_for_in_english(question: str, expected: bool) -> None:
    assert answer_request(question, Language.ENGLISH).asks_published is expected


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Cơ quan nào cấp phép xây bến cảng?", AnswerType.ORGANISATION),
        ("Hội nào trao học bổng?", AnswerType.ORGANISATION),
        ("Nhà máy nào ngừng sản xuất?", AnswerType.ORGANISATION),
        ("Biện pháp nào giảm ùn tắc?", AnswerType.FREE),
        ("Loại vũ khí nào bị cấm?", AnswerType.FREE),
        ("Cầu mới thông xe hồi nao?", AnswerType.DATE),
    ],
)
def test_kind_is_told_by_the_marks_given_back_then_without_them(question: str, expected: AnswerType) -> None:
    assert answer_request(question, Language.VIETNAMESE, restored=True).type is expected


def test_heads_have_no_marks_where_they_were_given_back() -> None:
    request = answer_request("Huyện có bao nhiêu ao cá?", Language.VIETNAMESE, restored=True)

    assert request.is_folded
    assert request.heads[0][0] == ("ao", "ca")


@given(st.text(max_size=80), st.sampled_from(Language))
def test_any_text_has_a_kind(question: str, language: Language) -> None:
    assert answer_request(question, language).type in AnswerType
