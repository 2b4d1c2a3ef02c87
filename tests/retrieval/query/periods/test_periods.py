"""What a question says about time: which period, what it says of the thing asked about, and where it stands."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retrieval.query.language import Language, detect_language
from retrieval.query.periods import AskedPeriods, Bound, Role, asked_periods
from retrieval.text.spelling import fold

TODAY = dt.date(2026, 11, 24)  # a Tuesday


def ask(question: str) -> AskedPeriods:
    return asked_periods(question, detect_language(question), TODAY)


def labels_and_roles(asked: AskedPeriods) -> list[tuple[str, str]]:
    return [(period.label, period.role.value) for period in asked.periods]


# Each is asked with its marks and without.
VIETNAMESE = [
    ("Hội thảo về biến đổi khí hậu năm 2022 do ai chủ trì?", [("2022", "held")]),
    ("Đại hội cổ đông thường niên năm 2023 thông qua mức cổ tức nào?", [("2023", "held")]),
    ("Ai phát biểu tại lễ trao giải năm 2019?", [("2019", "held")]),
    ("Ai chủ trì hội nghị ngành du lịch được tổ chức năm 2021?", [("2021", "held")]),
    ("Cuộc họp về an toàn thực phẩm diễn ra tháng 5 năm 2022 ở đâu?", [("2022-05", "held")]),
    ("Hội nghị tháng 3/2021 tại Huế bàn việc gì?", [("2021-03", "held")]),
    ("Hội nghị ngày 12-3-2021 có những ai dự?", [("2021-03-12", "held")]),
    ("Năm 2021 ai chủ trì hội nghị ngành du lịch?", [("2021", "held")]),
    ("Hội nghị sơ kết giữa năm 2022 diễn ra ở đâu?", [("2022-05/2022-08", "held")]),
    ("Hội nghị tổng kết công tác dân vận năm 2022 tổ chức ở đâu?", [("2022", "reviewed")]),
    ("Ai chủ trì hội nghị sơ kết 6 tháng đầu năm 2018 của Sở Y tế?", [("2018-01/2018-06", "reviewed")]),
    ("Hội nghị sơ kết quý I năm 2024 diễn ra ở đâu?", [("2024-01/2024-03", "reviewed")]),
    ("Ai báo cáo kết quả công tác năm 2020?", [("2020", "reviewed")]),
    ("Hội nghị triển khai nhiệm vụ năm 2022 của Sở Giao thông họp ngày nào?", [("2022", "planned")]),
    ("Phương hướng năm 2024 của ngành thuế là gì?", [("2024", "planned")]),
    ("Mục tiêu tăng trưởng năm 2025 là bao nhiêu?", [("2025", "planned")]),
    (
        "Hội nghị tổng kết năm 2020, triển khai nhiệm vụ năm 2021 do ai chủ trì?",
        [("2020", "reviewed"), ("2021", "planned")],
    ),
    ("Bao nhiêu đơn vị hoàn thành xuất sắc nhiệm vụ năm 2022?", [("2022", "fact")]),
    ("Năm 2020 kinh tế Cần Thơ tăng trưởng bao nhiêu phần trăm?", [("2020", "fact")]),
    ("Tăng trưởng công nghiệp năm 2020 đạt bao nhiêu?", [("2020", "fact")]),
    ("Trong hai năm 2019 và 2020 tỉnh xây bao nhiêu trường?", [("2019", "fact"), ("2020", "fact")]),
    ("Từ năm 2019 đến năm 2021 tỉnh xây bao nhiêu trường?", [("2019/2021", "fact")]),
    ("Từ tháng 3 đến tháng 5/2021 có mấy cơn bão?", [("2021-03/2021-05", "fact")]),
    ("Quý 2 năm 2023 thu ngân sách đạt bao nhiêu?", [("2023-04/2023-06", "fact")]),
    ("9 tháng đầu năm 2022 xuất khẩu gạo đạt bao nhiêu?", [("2022-01/2022-09", "fact")]),
    ("Đầu năm 2023 giá vé máy bay tăng bao nhiêu?", [("2023-01/2023-04", "fact")]),
    ("Đến cuối năm 2025 sẽ hoàn thành bao nhiêu km cao tốc?", [("2025-09/2025-12", "fact")]),
    ("Những năm 1990 ngành dệt may có gì mới?", [("1990/1999", "fact")]),
    ("Trước năm 1975 thành phố tên là gì?", [("../1975", "fact")]),
    ("Kể từ năm 2010 sân bay được mở rộng mấy lần?", [("2010/..", "fact")]),
    ("Hội nghị tháng 3 bàn việc gì?", [("--03", "held")]),
    ("Sáng 13/1, ai khai mạc hội thảo?", [("--01-13", "held")]),
    ("Lễ hội diễn ra tháng 3 ở Huế năm 2021 do ai tổ chức?", [("--03", "held"), ("2021", "held")]),
    ("Quy hoạch cán bộ nhiệm kỳ 2025-2030 theo quy định nào?", [("2025/2030", "name")]),
    ("Giai đoạn 2021-2025 tỉnh đầu tư bao nhiêu tuyến đường?", [("2021/2025", "name")]),
    ("World Cup 2022 tổ chức ở đâu?", [("2022", "name")]),
    ("Luật Đất đai năm 2013 có bao nhiêu điều?", [("2013", "name")]),
    ("Quyết định số 45/QĐ-UBND ngày 5-6-2020 nói gì?", [("2020-06-05", "name")]),
    ("Dịp 30/4 có bao nhiêu khách du lịch?", [("--04-30", "name")]),
    ("Hội nghị tổng kết năm học 2021-2022 do ai chủ trì?", [("2021/2022", "name")]),
    ("Năm ngoái xuất khẩu cà phê đạt bao nhiêu?", [("2025", "fact")]),
    ("Hội nghị năm nay bàn việc gì?", [("2026", "held")]),
    ("Tháng trước giá gạo xuất khẩu là bao nhiêu?", [("2026-10", "fact")]),
    ("Trong 6 tháng đầu năm nay, xuất khẩu cà phê đạt bao nhiêu?", [("2026-01/2026-06", "fact")]),
    ("Tháng 3 năm ngoái có bao nhiêu vụ cháy?", [("2025-03", "fact")]),
    ("Cuộc họp ở Sở Xây dựng về kế hoạch năm 2022 bàn gì?", [("2022", "planned")]),
    ("Phiên họp cho biết xuất khẩu gạo năm 2020 đạt bao nhiêu?", [("2020", "fact")]),
    ("Buổi họp tại trường năm 2021 bàn gì?", [("2021", "held")]),
]

ENGLISH = [
    ("who chaired the 2021 conference", [("2021", "held")]),
    ("Who presided over the farmers' conference held in Da Nang in 2021?", [("2021", "held")]),
    ("Who spoke at the March 2021 workshop?", [("2021-03", "held")]),
    ("Who spoke at the March conference?", [("--03", "held")]),
    ("When did the health sector hold its mid-2018 online briefing?", [("2018-05/2018-08", "held")]),
    ("Who co-chaired the mid-year review in June 2023?", [("2023-06", "held")]),
    ("Who won the 2019 election?", [("2019", "held")]),
    ("Who chaired the meeting that reviewed the year 2021?", [("2021", "reviewed")]),
    ("What did the review of 2020 say about tourism?", [("2020", "reviewed")]),
    ("When did the conference on the tasks for 2022 take place?", [("2022", "planned")]),
    ("What was the growth target for 2025?", [("2025", "planned")]),
    ("How many schools were built between 2019 and 2021?", [("2019/2021", "fact")]),
    ("How many storms hit between March and May 2021?", [("2021-03/2021-05", "fact")]),
    ("How much did exports grow in the first six months of 2023?", [("2023-01/2023-06", "fact")]),
    ("Who reviewed the book in 2021?", [("2021", "fact")]),
    ("What was built in the 1990s?", [("1990/1999", "fact")]),
    ("Who was the director before 2010?", [("../2010", "fact")]),
    ("How did exports change since 2015?", [("2015/..", "fact")]),
    ("What was the name of the storm in May of 2012?", [("2012-05", "fact")]),
    ("Which regulation governs the 2025-2030 term?", [("2025/2030", "name")]),
    ("Who won the 2022 World Cup?", [("2022", "name")]),
    ("What did the 2013 Land Law change?", [("2013", "name")]),
    ("What was exported in the second quarter of last year?", [("2025-04/2025-06", "fact")]),
    ("Who won the race last year?", [("2025", "held")]),
]


@pytest.mark.parametrize(("question", "expected"), VIETNAMESE + ENGLISH)
def test_period_and_role_are_those_of_the_words_around(question: str, expected: list[tuple[str, str]]) -> None:
    assert labels_and_roles(ask(question)) == expected


@pytest.mark.parametrize("question", [question for question, _ in VIETNAMESE])
def test_question_without_marks_has_the_same_periods(question: str) -> None:
    assert asked_periods(fold(question), Language.VIETNAMESE, TODAY) == ask(question)


@pytest.mark.parametrize(
    "question",
    [
        "Hội nghị tổng kết được tổ chức ngày nào?",
        "Ngày tháng năm nào khởi công cầu?",
        "When was the bridge opened?",
        "In what year did the bridge open?",
        "Năm người nào được khen thưởng?",
        "Đội nào thắng 3-1?",
        "Có 1/3 hay 2/3 số hộ được cấp nước?",
        "Nghị định 12/2020 quy định gì?",
        "Kết luận số 21-KL/TW nói về việc gì?",
        "Miền Nam có bao nhiêu tỉnh?",
        "phia nam co bao nhieu tinh",
        "Hơn 1950 học sinh của trường nào?",
        "How many delegates from 2000 communes came?",
        "Who may attend the meeting?",
        "Quy định nào đã được sơ kết 3 năm thực hiện?",
        "Lãi suất kỳ hạn 12 tháng là bao nhiêu?",
        "",
    ],
)
def test_question_that_names_no_period_has_none(question: str) -> None:
    assert ask(question) == AskedPeriods()


@pytest.mark.parametrize(
    ("question", "covered"),
    [
        ("Hội nghị năm 2021 bàn việc gì?", ["2021"]),
        ("Hội nghị giữa năm 2021 bàn việc gì?", ["giữa năm 2021"]),
        ("Từ năm 2019 đến năm 2021 có gì mới?", ["2019 đến năm 2021"]),
        ("Tháng 3 năm ngoái và tháng 5 năm nay có gì mới?", ["Tháng 3 năm ngoái", "tháng 5 năm nay"]),
        ("Who won the race last year?", ["last year"]),
        ("What happened three years ago in Hue in 2020?", ["three years ago", "2020"]),
    ],
)
def test_offsets_cover_what_was_typed(question: str, covered: list[str]) -> None:
    assert [question[period.text_start : period.text_end] for period in ask(question).periods] == covered


def test_marks_left_out_of_a_part_of_the_question_do_not_matter() -> None:
    assert labels_and_roles(ask("hội nghị thang 3 nam 2021 ở Huế do ai chủ trì")) == [("2021-03", "held")]


def test_investment_is_no_since_in_either_spelling() -> None:
    for question in ("Vốn đầu tư năm 2021 là bao nhiêu?", "von dau tu nam 2021 la bao nhieu"):
        assert [period.bound for period in ask(question).periods] == [Bound.WITHIN]


def test_names_are_no_constraints_and_have_no_label() -> None:
    asked = ask("Hội nghị năm 2024 bàn gì về quy hoạch nhiệm kỳ 2025-2030?")
    assert [period.role for period in asked.periods] == [Role.HELD, Role.NAME]
    assert [period.label for period in asked.constraints] == ["2024"]
    assert asked.labels == ("2024",)


@pytest.mark.parametrize(
    ("question", "label", "covered"),
    [
        ("Giá xăng mới nhất là bao nhiêu?", "latest", "mới nhất"),
        ("gia xang moi nhat la bao nhieu", "latest", "moi nhat"),
        ("Gần đây có vụ cháy nào?", "latest", "Gần đây"),
        ("Hội nghị gần nhất của Bộ Y tế diễn ra khi nào?", "latest", "gần nhất"),
        ("Lãi suất hiện nay là bao nhiêu?", "latest", "hiện nay"),
        ("What is the latest news on coffee prices?", "latest", "latest"),
        ("Who chaired the most recent meeting?", "latest", "most recent"),
        ("Who chaired the last meeting?", "latest", "last"),
        ("Bài báo cũ nhất về lũ lụt nói gì?", "earliest", "cũ nhất"),
        ("What does the oldest article say?", "earliest", "oldest article"),
    ],
)
def test_recency_is_a_wish_and_no_period(question: str, label: str, covered: str) -> None:
    asked = ask(question)
    assert asked.recency is not None
    assert (asked.labels, asked.periods) == ((label,), ())
    assert question[asked.recency.text_start : asked.recency.text_end].endswith(covered)


@pytest.mark.parametrize(
    "question",
    [
        "Bệnh viện gần nhất ở đâu?",
        "Ai là tổng thống đầu tiên?",
        "Cây cầu cũ nhất ở đâu?",
        "Loài cá xuất hiện tại đâu?",
        "Who was the first president?",
        "Who was the last king?",
        "Tuần vừa qua có mấy vụ cháy?",
    ],
)
def test_words_of_place_and_order_are_no_wish_for_the_newest(question: str) -> None:
    assert ask(question).recency is None


def test_period_touches_days_up_to_its_ends() -> None:
    (march,) = ask("Hội nghị tháng 3/2021 bàn gì?").periods
    inside, outside = dt.date(2021, 3, 31), dt.date(2021, 4, 1)
    assert march.touches(inside, outside)
    assert not march.touches(outside, outside)
    assert (march.days_apart(inside), march.days_apart(outside), march.days_apart(dt.date(2021, 2, 27))) == (0, 1, -2)


def test_month_of_any_year_touches_it_in_each_year() -> None:
    (march,) = ask("Hội nghị tháng 3 bàn gì?").periods
    assert march.touches(dt.date(2019, 3, 5), dt.date(2019, 3, 6))
    assert not march.touches(dt.date(2019, 4, 5), dt.date(2019, 12, 6))
    assert march.touches(dt.date(2019, 12, 30), dt.date(2020, 3, 1))


def test_range_over_new_year_touches_both_sides() -> None:
    (winter,) = ask("Từ tháng 11 đến tháng 2 mưa bao nhiêu?").periods
    assert winter.label == "--11/--02"
    assert winter.touches(dt.date(2021, 1, 5), dt.date(2021, 1, 5))
    assert winter.touches(dt.date(2021, 12, 5), dt.date(2021, 12, 5))
    assert not winter.touches(dt.date(2021, 6, 5), dt.date(2021, 6, 5))


@pytest.mark.parametrize(
    ("question", "in_1974", "in_1975", "in_1976"),
    [
        ("Trước năm 1975 có gì?", True, False, False),
        ("Sau năm 1975 có gì?", False, False, True),
        ("Từ năm 1975 có gì?", False, True, True),
    ],
)
def test_bound_opens_one_end(question: str, in_1974: bool, in_1975: bool, in_1976: bool) -> None:
    (period,) = ask(question).periods
    touched = [period.touches(dt.date(year, 5, 1), dt.date(year, 5, 1)) for year in (1974, 1975, 1976)]
    assert touched == [in_1974, in_1975, in_1976]


@settings(deadline=None, max_examples=300)
@given(st.text(max_size=120), st.dates(), st.sampled_from(list(Language)))
def test_any_text_on_any_day_is_read_without_error(text: str, today: dt.date, language: Language) -> None:
    asked = asked_periods(text, language, today)
    for period in asked.periods:
        assert 0 <= period.text_start < period.text_end <= len(text)
        assert period.label
    assert not (asked.periods and not text.strip())


_PIECES = [
    *(
        "năm ",
        "nam ",
        "tháng ",
        "thang ",
        "ngày ",
        "2021 ",
        "3 ",
        "12-3",
        "12/3/2021 ",
        "nay ",
        "trước ",
        "đến ",
        "từ ",
    ),
    *("giữa ", "cuối ", "hội nghị ", "tổng kết ", "last ", "year ", "in ", "March ", "between ", "and ", "ago ", ", "),
    *("quý I ", "6 tháng đầu năm ", "nhiệm kỳ ", "2015-2020 ", "sau ", "week ", "May ", "qua ", "İ", "mid-", "1990s "),
]


@settings(deadline=None, max_examples=300)
@given(st.lists(st.sampled_from(_PIECES), max_size=12).map("".join), st.dates(dt.date(1, 1, 1), dt.date(9999, 12, 31)))
def test_any_order_of_date_words_gives_ordered_periods(text: str, today: dt.date) -> None:
    position = 0
    for period in asked_periods(text, Language.VIETNAMESE, today).periods:
        assert position <= period.text_start < period.text_end <= len(text)
        assert period.first is None or period.last is None or period.first <= period.last
        position = period.text_end
