from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.index.capitals import CorpusNames
from retrieval.query.language import Language
from retrieval.query.names.asked_name import AskedName, NameKind
from retrieval.query.names.finding import asked_names
from retrieval.text.normal import single_spaced
from retrieval.text.spelling import fold

CORPUS = CorpusNames(["Mường Lống", "Đặng Bá Khải", "Sao Vàng", "Vietjet"])
PLACE, PERSON, OTHER = NameKind.PLACE, NameKind.PERSON, NameKind.OTHER


def names_in(understood: str, *, question: str = "", language: Language = Language.VIETNAMESE) -> tuple[AskedName, ...]:
    return asked_names(question or understood, understood, language, CORPUS)


def kinds_in(understood: str, **settings: str) -> list[tuple[NameKind, str, bool]]:
    found = names_in(understood, question=settings.get("question", ""))
    return [(name.kind, name.text, name.is_firm) for name in found]


def english_in(question: str) -> list[tuple[NameKind, str, bool]]:
    return [(name.kind, name.text, name.is_firm) for name in names_in(question, language=Language.ENGLISH)]


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("Bí thư Tỉnh ủy Nghệ An là ai?", [(NameKind.ROLE, "Bí thư Tỉnh ủy", False), (PLACE, "Nghệ An", True)]),
        ("Ban Tổ chức Trung ương họp ngày nào?", [(NameKind.ORGANISATION, "Ban Tổ chức Trung ương", False)]),
        (
            "Phó trưởng ban Tuyên giáo Thành ủy nói gì?",
            [(NameKind.ROLE, "Phó trưởng ban Tuyên giáo Thành ủy", False)],
        ),
        ("Ông Trần Quốc Bảo giữ chức gì?", [(PERSON, "Trần Quốc Bảo", True)]),
        ("Bà Hoa trồng bao nhiêu lúa?", [(PERSON, "Hoa", False)]),
        ("Ai thắng Đặng Bá Khải ở Vinh?", [(PERSON, "Đặng Bá Khải", True), (PLACE, "Vinh", True)]),
        ("Trường Tiểu học Kim Liên có mấy lớp?", [(NameKind.ORGANISATION, "Trường Tiểu học Kim Liên", True)]),
        ("Đảng Cộng hòa thắng ở đâu?", []),
        ("Trường THPT Quỳnh Thọ ở đâu?", [(NameKind.ORGANISATION, "Trường THPT Quỳnh Thọ", True)]),
        ("Công ty Sữa Ban Mai Farm ở đâu?", [(NameKind.ORGANISATION, "Công ty Sữa Ban Mai Farm", True)]),
        ("Chuỗi siêu thị An Khang Mart ở đâu?", [(NameKind.ORGANISATION, "Chuỗi siêu thị An Khang Mart", True)]),
        ("Tập đoàn Blue Falcon ở đâu?", [(NameKind.ORGANISATION, "Tập đoàn Blue Falcon", True)]),
        (
            "Hội nông dân Hà Giang họp khi nào?",
            [(NameKind.ORGANISATION, "Hội nông dân", False), (PLACE, "Hà Giang", True)],
        ),
        ("Đại học Harvard ở đâu?", [(NameKind.ORGANISATION, "Đại học Harvard", False)]),
        ("Báo Tuổi Trẻ đăng tin gì?", [(NameKind.ORGANISATION, "Báo Tuổi Trẻ", False)]),
        ("Huyện Kỳ Sơn trồng bao nhiêu mận?", [(PLACE, "Kỳ Sơn", True)]),
        ("Sông Hàn dài bao nhiêu?", [(PLACE, "Hàn", True)]),
        ("Ngoại trưởng Nga nói gì về NATO?", [(PLACE, "Nga", True), (NameKind.ORGANISATION, "NATO", False)]),
        ("Người Nhật ăn gì?", [(PLACE, "Nhật", False)]),
        ("Kinh tế Việt Nam tăng bao nhiêu?", [(PLACE, "Việt Nam", False)]),
        ("Roosevelt đắc cử năm nào?", [(OTHER, "Roosevelt", False)]),
        ("Vì sao George R. Martin viết truyện?", [(OTHER, "George R. Martin", False)]),
        ("UBND Thanh Hóa nói gì?", [(PLACE, "Thanh Hóa", True)]),
        ("Pháp có bao nhiêu dân?", [(PLACE, "Pháp", False)]),
    ],
)
def test_capitals_show_names(question: str, names: list[tuple[NameKind, str, bool]]) -> None:
    assert kinds_in(question) == names


@pytest.mark.parametrize(
    "question",
    [
        "Ai chủ trì hội nghị tổng kết?",
        "Trung ương giao mấy việc?",
        "Đạo đức và pháp luật khác nhau thế nào?",
        "Hòa bình là gì?",
        "Anh hùng lao động được thưởng gì?",
        "Mỹ phẩm giả bán ở đâu?",
        "Ý kiến của cử tri là gì?",
        "Hội nghị ngày 12-3-2021 và 6 tháng đầu năm 2018",
        "Tại sao giá vàng tăng trong quý I?",
        "",
    ],
)
def test_ordinary_words_are_no_names(question: str) -> None:
    assert kinds_in(question) == []


@pytest.mark.parametrize(
    ("typed", "understood", "names"),
    [
        ("ai chu tri tai diem cau can tho", "ai chủ trì tại điểm cầu cần thơ", [(PLACE, "cần thơ", True)]),
        ("muong long trong bao nhieu man", "mường lống trồng bao nhiêu mận", [(OTHER, "mường lống", False)]),
        ("xa muong long co may thon", "xã mường lống có mấy thôn", [(PLACE, "mường lống", True)]),
        ("dang ba khai la ai", "đặng bá khải là ai", [(PERSON, "đặng bá khải", True)]),
        ("bi can le van sau khai gi", "bị can lê văn sáu khai gì", [(PERSON, "lê văn sáu", True)]),
        ("thi sinh tran dinh tho thi o dau", "thí sinh trăn định thơ thi ở đâu", [(PERSON, "trăn định thơ", True)]),
        ("ong nguyen van teo noi gi", "ông nguyễn văn tèo nói gì", [(PERSON, "nguyễn văn tèo", True)]),
        ("nuoc phap co bao nhieu dan", "nước pháp có bao nhiêu dân", [(PLACE, "pháp", True)]),
        ("phap luat quy dinh gi", "pháp luật quy định gì", []),
        ("trung cau y dan o dau", "trưng cầu ý dân ở đâu", []),
        ("tinh hoa binh co may huyen", "tỉnh hòa bình có mấy huyện", [(PLACE, "hòa bình", True)]),
        ("vi sao can hoa binh", "vì sao cần hòa bình", []),
        ("gia lua o ca na da", "giá lúa ở ca na da", []),
    ],
)
def test_small_letters_are_looked_up(typed: str, understood: str, names: list[tuple[NameKind, str, bool]]) -> None:
    assert kinds_in(understood, question=typed) == names


@pytest.mark.parametrize("write", [str.upper, str.title])
def test_capitals_everywhere_show_no_names(write: Callable[[str], str]) -> None:
    names = names_in(write("ai chủ trì hội nghị tại điểm cầu cần thơ"))
    assert [(name.kind, fold(name.text)) for name in names] == [(PLACE, "can tho")]


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("Who chaired the conference at the Hue venue?", [(PLACE, "Hue", True)]),
        ("What is the capital of france?", [(PLACE, "france", True)]),
        ("How many communes did Quang Binh province merge?", [(PLACE, "Quang Binh", True)]),
        ("Who lives in Muong Long town?", [(PLACE, "Muong Long", True)]),
        ("Who plays for the New York Yankees?", [(PLACE, "New York", False), (OTHER, "Yankees", False)]),
        ("What did Nguyen Van Teo say in March?", [(PERSON, "Nguyen Van Teo", True)]),
        (
            "Who is the party secretary of Da Nang?",
            [(NameKind.ROLE, "party secretary", False), (PLACE, "Da Nang", True)],
        ),
        ("Who is the mayor of Hue?", [(NameKind.ROLE, "mayor", False), (PLACE, "Hue", True)]),
        (
            "Who is the vice chairwoman of the People's Council of Hue?",
            [(NameKind.ROLE, "vice chairwoman of the People's Council", False), (PLACE, "Hue", True)],
        ),
        (
            "Who heads the Central Organisation Commission?",
            [(NameKind.ROLE, "Central Organisation Commission", False)],
        ),
        ("Which people live in Vietnam?", [(PLACE, "Vietnam", False)]),
        ("Who told us about it?", []),
        ("What did the US say?", [(PLACE, "US", False)]),
        ("When did the Chinese economy grow?", []),
        ("Who won the last World Cup?", [(OTHER, "World Cup", False)]),
    ],
)
def test_english_names_are_found(question: str, names: list[tuple[NameKind, str, bool]]) -> None:
    assert english_in(question) == names


@pytest.mark.parametrize(
    ("question", "kind", "variants", "is_firm"),
    [
        ("Nghị quyết 19-NQ/TW nói gì?", NameKind.DOCUMENT, ("19-NQ/TW",), True),
        ("nghi dinh 100/2019/nd-cp phat bao nhieu", NameKind.DOCUMENT, ("100/2019/nd-cp",), True),
        ("Thông tư số 22 nói gì?", NameKind.DOCUMENT, ("thông tư số 22", "thông tư 22"), True),
        ("Đội nào có 6,5% phiếu?", NameKind.FIGURE, ("6,5%", "6,5 %", "6,5 phần trăm"), True),
        ("Vì sao 12.500 hộ mất điện?", NameKind.FIGURE, ("12.500", "12500"), True),
        ("Ai trao 3 giải?", NameKind.FIGURE, ("3 giải", "ba giải"), False),
        ("“4 tại chỗ” là gì?", NameKind.QUOTED, ("4 tại chỗ", "bốn tại chỗ"), True),
        (
            "Ai thắng giải cờ làng lần thứ 12?",
            NameKind.EDITION,
            (
                "lần thứ 12",
                "lần 12",
                "khóa 12",
                "lần thứ xii",
                "lần xii",
                "khóa xii",
                "thứ xii",
                "đại hội xii",
                "thứ 12",
            ),
            True,
        ),
        ('"Sống chậm" là gì?', NameKind.QUOTED, ("Sống chậm",), False),
    ],
)
def test_signs_figures_and_quotations_are_found(
    question: str, kind: NameKind, variants: tuple[str, ...], is_firm: bool
) -> None:
    name = names_in(question)[0]
    assert (name.kind, name.variants, name.is_firm) == (kind, variants, is_firm)


def test_english_documents_and_figures_are_written_as_in_vietnamese() -> None:
    first, second = names_in("What does resolution 18 say of 1,250.5%?", language=Language.ENGLISH)
    assert first.variants == ("nghị quyết số 18", "nghị quyết 18")
    assert second.variants[0] == "1.250,5%"


@pytest.mark.parametrize(
    ("question", "head"),
    [
        ("Ai dự ở điểm cầu Huế?", "điểm cầu"),
        ("Ai dự ở đầu cầu thành phố Huế?", "đầu cầu"),
        ("Tỉnh Hà Nam có mấy huyện?", "tỉnh"),
        ("Huế có gì?", ""),
    ],
)
def test_the_word_before_a_place_says_what_it_is_there(question: str, head: str) -> None:
    assert [name.head for name in names_in(question)] == [head]


def test_marks_that_were_not_typed_are_not_relied_on() -> None:
    assert names_in("đặng bá khải là ai", question="dang ba khai la ai")[0].variants[0] == "Đặng Bá Khải"
    assert names_in("ông nguyễn văn tèo", question="ong nguyen van teo")[0].any_marks
    assert not names_in("Ông Nguyễn Văn Tèo")[0].any_marks


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("Who is Mr Tran Gia Khanh?", [(PERSON, "Tran Gia Khanh", True)]),
        ("Who chairs Dong Xuan Bank?", [(OTHER, "Dong Xuan Bank", True)]),
        ("How long is the Suoi Ngoc trail?", [(OTHER, "Suoi Ngoc", True)]),
        ("Who founded HaiLongMart?", [(OTHER, "HaiLongMart", True)]),
        ("Who directs Vo Thi Sau School?", [(OTHER, "Vo Thi Sau School", False)]),
        ("Who wrote about McDonald?", [(OTHER, "McDonald", False)]),
        ("Who won the Champions League?", [(OTHER, "Champions League", False)]),
    ],
)
def test_vietnamese_syllables_and_brands_of_an_english_question_are_firm(
    question: str, names: list[tuple[NameKind, str, bool]]
) -> None:
    assert english_in(question) == names


def test_a_name_with_foreign_words_may_be_called_by_what_tells_it_apart() -> None:
    (chain,) = names_in("Chuỗi siêu thị An Khang Mart ở đâu?")
    assert chain.variants == ("Chuỗi siêu thị An Khang Mart", "An Khang Mart", "An Khang")
    (bank,) = names_in("Who chairs Dong Xuan Bank?", language=Language.ENGLISH)
    assert bank.variants == ("Dong Xuan",)


def test_one_name_asked_twice_is_one() -> None:
    assert [name.text for name in names_in("Huế cách Thái Lan bao xa, và Thái Lan cách Huế bao xa?")] == [
        "Huế",
        "Thái Lan",
    ]


@given(st.text(max_size=80), st.sampled_from(Language))
def test_offsets_give_the_text_and_nothing_overlaps(text: str, language: Language) -> None:
    text = single_spaced(text)  # as questions are before anything is read in them
    names = asked_names(text, text, language, CORPUS)
    assert all(text[name.text_start : name.text_end] == name.text and name.variants for name in names)
    assert all(left.text_end <= right.text_start for left, right in pairwise(names))
