from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.answer.evidence.naming import name_support, stands_in
from retrieval.index.capitals import CorpusNames
from retrieval.query.language import Language
from retrieval.query.names.asked_name import AskedName, NameKind
from retrieval.query.names.finding import asked_names

NOTHING = CorpusNames([])


def asked(question: str, *, typed: str = "") -> AskedName:
    """Return the first name of a Vietnamese question."""
    return asked_names(typed or question, question, Language.VIETNAMESE, NOTHING)[0]


def asked_in_english(question: str) -> AskedName:
    return asked_names(question, question, Language.ENGLISH, NOTHING)[0]


@pytest.mark.parametrize(
    ("question", "text", "stands"),
    [
        # Places: as written, in capitals, in either style, under another name; whole, and not part of another name.
        ("Ai dự ở Khánh Hòa?", "Mưa lớn ở Khánh Hoà đêm qua.", True),
        ("Ai dự ở Khánh Hòa?", "KHÁNH HÒA: MƯA LỚN", True),
        ("Ai dự ở Khánh Hòa?", "khánh hòa", False),
        ("Ai dự ở TP.HCM?", "Chợ hoa Sài Gòn mở muộn.", True),
        ("Ai dự ở Thành phố Hồ Chí Minh?", "Tuyến metro của TP HCM chạy thử.", True),
        ("Ai dự ở Hà Nam?", "Bão vào Hà Nam Ninh cũ.", True),
        ("Ai dự ở Thái Bình?", "Tàu ra Thái Bình Dương.", False),
        ("Ai dự ở Bình Dương?", "Tàu ra Thái Bình Dương.", False),
        ("Nước Đức có gì?", "Thủ tướng Đức đến thăm.", True),
        ("Nước Đức có gì?", "Ông Trần Đức Lương đến thăm, nói về đạo đức.", False),
        ("Nước Đức có gì?", "Ca sĩ Đức Phúc hát.", False),
        ("Nước Mỹ có gì?", "Hoa Kỳ tăng thuế.", True),
        ("Nước Mỹ có gì?", "Tổng thống Mỹ Donald Trump nói.", True),
        ("Ai dự ở Huế?", "Lễ hội tại Huế.", True),
        ("Ai dự ở Huế?", "Chị Huệ trồng hoa huế.", False),
        # People: whole, by middle and given name, by one name alone.
        ("Ông Phan Quốc Bảo nói gì?", "Ông Phan Quốc Bảo nói ngắn.", True),
        ("Ông Phan Quốc Bảo nói gì?", "Huấn luyện viên Quốc Bảo nói ngắn.", True),
        ("Ông Phan Quốc Bảo nói gì?", "Ông Phan Quốc Huy nói ngắn.", False),
        ("Bà Mai nói gì?", "Bà Trương Thị Mai nói ngắn.", True),
        ("Bà Mai nói gì?", "Ông Mai Văn Bảy nói ngắn, ngày mai họp.", False),
        ("Ông Trump nói gì?", "Donald Trump đến trễ.", True),
        ("Vì sao Donald Trump đến trễ?", "Ông Trump xin lỗi.", True),
        ("Vì sao Donald Trump đến trễ?", "Trumpet là một loại kèn.", False),
        # Roles and bodies: in any capitals, and a deputy is not the head.
        ("Bí thư Tỉnh ủy là ai?", "Bí thư tỉnh uỷ phát biểu.", True),
        ("Bí thư Tỉnh ủy là ai?", "Phó Bí thư Tỉnh ủy phát biểu.", False),
        ("Phó Bí thư Tỉnh ủy là ai?", "Phó Bí thư Tỉnh ủy phát biểu.", True),
        # Documents: however their sign is joined, and not another one's.
        ("Nghị quyết 19-NQ/TW nói gì?", "theo Nghị quyết số 19 - NQ/TW của Đảng", True),
        ("Nghị quyết 19-NQ/TW nói gì?", "theo Nghị quyết số 119-NQ/TW của Đảng", False),
        ("Nghị quyết 19-NQ/TW nói gì?", "theo Nghị quyết số 19-NQ/TU", False),
        ("quy định 07-qd/tw nói gì", "Quy định số 7- QĐ/TW", True),
        ("Thông tư số 22 nói gì?", "Thông tư 22/2021/TT-BGDĐT", True),
        ("Thông tư số 22 nói gì?", "Thông tư 221 có hiệu lực", False),
        # Figures: digit by digit, over the ways to group them.
        ("Ai có 6,5% phiếu?", "được 6,5 % số phiếu", True),
        ("Ai có 6,5% phiếu?", "được 16,5% số phiếu", False),
        ("Vì sao 12500 hộ mất điện?", "làm 12.500 hộ mất điện", True),
        ("Vì sao 12.500 hộ mất điện?", "làm 12.500.000 hộ mất điện", False),
        # Offices: the body may stand apart, but the rank must be held in no other.
        ("Ai là Phó Bí thư Đảng ủy cơ quan?", "Đảng ủy cơ quan họp; ông Lê Tú, Phó Bí thư Đảng ủy, nói", True),
        ("Ai là Phó trưởng ban Dân vận Tỉnh ủy?", "Ban Dân vận Tỉnh ủy: Phó Trưởng ban Lê Tú nói", True),
        ("Ai là Bí thư Tỉnh ủy?", "Bí thư Thành ủy Lê Tú thăm Tỉnh ủy", False),
        ("Ai là Bí thư Tỉnh ủy?", "Phó Bí thư Lê Tú thăm Tỉnh ủy", False),
        ("Ai là Phó Giám đốc Sở Y tế?", "Sở Y tế mời Phó Giám đốc Công an tỉnh", False),
        ("Ai là Chủ tịch tỉnh?", "Chủ tịch UBND tỉnh Lê Tú", True),
        ("Ai là Chủ tịch tỉnh?", "Phó Chủ tịch UBND tỉnh Lê Tú", False),
        ("Ai là Chủ tịch UBND huyện?", "Chủ tịch Ủy ban nhân dân huyện Lê Tú", True),
        # Editions: however numbered; a text that numbers none may be about it.
        ("Đại hội nghề cá lần 4 họp ở đâu?", "đại hội lần thứ IV khai mạc", True),
        ("Hội thi cồng chiêng lần sáu ở đâu?", "hội thi lần thứ 6 khai mạc", True),
        ("Hội thi cồng chiêng lần thứ 7 ở đâu?", "hội thi lần thứ 6 khai mạc Thứ 7", False),
        ("Hội thi cồng chiêng lần thứ 7 ở đâu?", "hội thi khai mạc", True),
        # Quoted words, over punctuation and spelled-out figures.
        ("“4 tại chỗ” là gì?", "phương châm Bốn tại chỗ", True),
        ("“vừa học, vừa làm” là gì?", "Vừa học vừa làm", True),
        ("“vừa học, vừa làm” là gì?", "vừa học vừa chơi", False),
    ],
)
def test_a_name_stands_in_a_text(question: str, text: str, stands: bool) -> None:
    assert stands_in(asked(question), text) is stands


@pytest.mark.parametrize(
    ("question", "text", "stands"),
    [
        ("Who chaired the Da Nang venue?", "tại điểm cầu Đà Nẵng", True),
        ("Who won in Germany?", "Đội tuyển Đức thắng.", True),
        ("Who won in Germany?", "Người có đức thắng.", False),
        ("Who lives in Ky Son district?", "huyện Kỳ Sơn", True),
        ("Who lives in Ky Son district?", "kỳ sơn", False),
        ("What did Nguyen Van Teo say?", "anh Nguyễn Văn Tèo kể", True),
        ("What did Nguyen Khac Thuong say?", "anh Nguyễn Khắc Mẫn kể", False),
        ("What did Donald Duck say?", "Vịt Donald kể", True),
        ("Who were the Normans?", "người Norman đến đảo", True),
        ("Who is the mayor?", "Chủ tịch UBND thành phố Lê Tú", True),
        ("Who is the mayor?", "Bí thư Thành ủy Lê Tú", False),
        ("Who is the vice mayor?", "Chủ tịch UBND thành phố Lê Tú", False),
        ("Who is the chairman of the Ky Son People's Committee?", "Chủ tịch UBND huyện Lê Tú", True),
        ("Who is the chairman of the Ky Son People's Committee?", "Chủ tịch HĐND huyện Lê Tú", False),
        ("Who is the People's Council chair?", "Chủ tịch HĐND huyện Lê Tú", True),
        ("Who won at the 8th flower festival?", "Lễ hội hoa lần thứ VIII", True),
        ("Who won at the eighth flower festival?", "Lễ hội hoa lần thứ 9", False),
        ("What is resolution 18?", "Nghị quyết số 18-NQ/TW", True),
        ("Who got 6.5% of the vote?", "được 6,5% số phiếu", True),
    ],
)
def test_a_name_of_an_english_question_stands_in_a_text(question: str, text: str, stands: bool) -> None:
    assert stands_in(asked_in_english(question), text) is stands


def test_marks_that_were_guessed_need_not_agree() -> None:
    guessed = asked("ông nguyễn văn teo", typed="ong nguyen van teo")
    assert stands_in(guessed, "Anh Nguyễn Văn Tèo kể.")
    assert not stands_in(replace(guessed, any_marks=False), "Anh Nguyễn Văn Tèo kể.")


ARTICLE = (
    "Hội thao ngành điện mở ở Nha Trang. Điểm cầu tỉnh Khánh Hòa có 12 đội. "
    "Ông Phan Quốc Bảo trao giải. Đội Cam Ranh về nhất."
)
PASSAGE = ARTICLE[: ARTICLE.index(" Đội Cam")]
SENTENCE = "Ông Phan Quốc Bảo trao giải."


def support_of(question: str, title: str | None = None) -> tuple[float, str | None]:
    names = asked_names(question, question, Language.VIETNAMESE, NOTHING)
    support = name_support(names, SENTENCE, PASSAGE, title, ARTICLE)
    return support.share, support.missing_firm.text if support.missing_firm else None


@pytest.mark.parametrize(
    ("question", "title", "share", "missing"),
    [
        ("Ai về nhất?", None, 1.0, None),
        ("Ông Phan Quốc Bảo làm gì?", None, 1.0, None),
        ("Ai trao giải ở Nha Trang?", None, 0.8, None),
        ("Ai trao giải ở Cam Ranh?", None, 0.5, None),
        ("Ai trao giải ở Cần Thơ?", None, 0.0, "Cần Thơ"),
        ("Ai trao giải ở Cần Thơ?", "Hội thao Cần Thơ", 0.5, None),
        ("Ông Phan Quốc Bảo trao giải gì ở Quy Nhơn?", None, 0.5, "Quy Nhơn"),
        ("Roosevelt trao giải gì ở Nha Trang?", None, 0.8 / 1.75, None),
    ],
)
def test_support_is_weighed_by_kind_and_nearness(
    question: str, title: str | None, share: float, missing: str | None
) -> None:
    found_share, found_missing = support_of(question, title)
    assert found_share == pytest.approx(share)
    assert found_missing == missing


def test_the_first_missing_firm_name_is_told_and_all_missing_ones_listed() -> None:
    question = "Roosevelt gặp ai ở Đà Lạt và Quy Nhơn?"
    names = asked_names(question, question, Language.VIETNAMESE, NOTHING)
    support = name_support(names, SENTENCE, PASSAGE, None, ARTICLE)
    assert support.missing_firm is not None
    assert support.missing_firm.text == "Đà Lạt"
    assert [name.text for name in support.missing] == ["Roosevelt", "Đà Lạt", "Quy Nhơn"]


@pytest.mark.parametrize(
    ("question", "at_venue"),
    [
        ("Ai dự ở điểm cầu Khánh Hòa?", True),
        ("Ai dự ở đầu cầu Nha Trang?", False),
        ("Ai dự ở Khánh Hòa?", False),
    ],
)
def test_a_venue_is_where_the_article_calls_it_one(question: str, at_venue: bool) -> None:
    found = name_support([asked(question)], SENTENCE, PASSAGE, None, ARTICLE).names[0]
    assert (found.in_article, found.at_venue) == (True, at_venue)


def test_a_role_weighs_less_than_a_place() -> None:
    question = "Bí thư Tỉnh ủy Cần Thơ là ai?"
    names = asked_names(question, question, Language.VIETNAMESE, NOTHING)
    assert [name.kind for name in names] == [NameKind.ROLE, NameKind.PLACE]
    sentence = "Bí thư Tỉnh ủy phát biểu."
    assert name_support(names, sentence, sentence, None, sentence).share == pytest.approx(0.5 / 1.5)


@given(st.text(max_size=60), st.text(max_size=60), st.sampled_from(Language))
def test_no_question_and_no_article_raise(question: str, article: str, language: Language) -> None:
    names = asked_names(question, question, language, NOTHING)
    support = name_support(names, article, article, None, article)
    assert 0 <= support.share <= 1
    assert len(support.names) == len(names)


@given(st.text(max_size=60))
def test_quoted_words_stand_in_the_text_that_they_are_taken_from(text: str) -> None:
    for name in asked_names(text, text, Language.VIETNAMESE, NOTHING):
        if name.kind in {NameKind.OTHER, NameKind.DOCUMENT}:
            assert stands_in(name, text)


def test_a_title_without_a_number_is_no_other_edition() -> None:
    names = asked_names(q := "Ai thắng giải Hoa Sen lần thứ 3?", q, Language.VIETNAMESE, NOTHING)
    article = "Tối qua, giải Hoa Sen lần thứ 2 trao cho An."
    assert name_support(names, article, article, "Giải Hoa Sen bế mạc", article).missing_firm in names


@pytest.mark.parametrize(
    ("article", "is_missing"),
    [
        ("Hội nghị trực tuyến mở ở Huế.", False),
        ("Tại đầu cầu Huế, hội nghị mở lúc 8 giờ.", False),
        ("Trường ở Huế đón sinh viên.", True),
    ],
)
def test_a_place_asked_for_as_a_venue_needs_an_article_on_venues(article: str, is_missing: bool) -> None:
    names = asked_names(q := "Ai dự ở điểm cầu Huế?", q, Language.VIETNAMESE, NOTHING)
    assert (name_support(names, article, article, None, article).missing_firm is not None) is is_missing
