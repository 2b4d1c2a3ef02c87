"""Date expressions of Vietnamese and English news: what is read, and what must not be taken for a date."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retrieval.text.dates import DateSpan, Precision, find_dates


def _only(text: str, *, bare: bool = False) -> DateSpan:
    spans = find_dates(text, bare=bare)
    assert len(spans) == 1, spans
    return spans[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hội nghị ngày 12/3/2021 tại Huế", dt.date(2021, 3, 12)),
        ("từ 12-3-2021", dt.date(2021, 3, 12)),
        ("ngày 25-10-2021", dt.date(2021, 10, 25)),
        ("ngày 14 tháng 3 năm 2021", dt.date(2021, 3, 14)),
        ("ngày 14 tháng Ba năm 2021", dt.date(2021, 3, 14)),
        ("Sáng 12-3 năm 2021, tại Huế", dt.date(2021, 3, 12)),
        ("02/07/2018", dt.date(2018, 7, 2)),
        ("12.03.2021", dt.date(2021, 3, 12)),
        ("2021-03-12", dt.date(2021, 3, 12)),
        ("March 12, 2021", dt.date(2021, 3, 12)),
        ("on 12 March 2021", dt.date(2021, 3, 12)),
        ("the 12th of March 2021", dt.date(2021, 3, 12)),
        ("Sept. 3, 2020", dt.date(2020, 9, 3)),
        ("ngay 14 thang 3 nam 2021", dt.date(2021, 3, 14)),
        ("ngày 12/03/21", dt.date(2021, 3, 12)),
        ("12/03/21", dt.date(2021, 3, 12)),
        ("ngày 5/9/75", dt.date(1975, 9, 5)),
    ],
)
def test_whole_day_in_any_spelling_gives_the_day(text: str, expected: dt.date) -> None:
    span = _only(text)
    assert (span.start, span.end, span.precision, span.has_year) == (expected, expected, Precision.DAY, True)


@pytest.mark.parametrize(
    ("text", "start", "end", "precision"),
    [
        ("đầu tháng 12-2020", (2020, 12, 1), (2020, 12, 31), Precision.MONTH),
        ("tháng 2/2020", (2020, 2, 1), (2020, 2, 29), Precision.MONTH),
        ("tháng 3 năm 2021", (2021, 3, 1), (2021, 3, 31), Precision.MONTH),
        ("in March 2021", (2021, 3, 1), (2021, 3, 31), Precision.MONTH),
        ("(3/2021)", (2021, 3, 1), (2021, 3, 31), Precision.MONTH),
        ("năm 2021", (2021, 1, 1), (2021, 12, 31), Precision.YEAR),
        ("6 tháng đầu năm 2023", (2023, 1, 1), (2023, 6, 30), Precision.HALF),
        ("sơ kết 6 tháng năm 2023", (2023, 1, 1), (2023, 6, 30), Precision.HALF),
        ("kết quả chín tháng năm 2022", (2022, 1, 1), (2022, 9, 30), Precision.MONTHS),
        ("ngày 6 tháng năm 2023", (2023, 5, 6), (2023, 5, 6), Precision.DAY),
        ("sáu tháng cuối năm 2023", (2023, 7, 1), (2023, 12, 31), Precision.HALF),
        ("nửa đầu năm 2023", (2023, 1, 1), (2023, 6, 30), Precision.HALF),
        ("the first half of 2023", (2023, 1, 1), (2023, 6, 30), Precision.HALF),
        ("so ket 6 thang dau nam 2018", (2018, 1, 1), (2018, 6, 30), Precision.HALF),
        ("9 tháng đầu năm 2022", (2022, 1, 1), (2022, 9, 30), Precision.MONTHS),
        ("quý I/2024", (2024, 1, 1), (2024, 3, 31), Precision.QUARTER),
        ("quý 3 năm 2024", (2024, 7, 1), (2024, 9, 30), Precision.QUARTER),
        ("Q4 2024", (2024, 10, 1), (2024, 12, 31), Precision.QUARTER),
        ("nhiệm kỳ 2020-2025", (2020, 1, 1), (2025, 12, 31), Precision.YEARS),
        ("giai đoạn 2022- 2026", (2022, 1, 1), (2026, 12, 31), Precision.YEARS),
        ("từ năm 2016 đến năm 2020", (2016, 1, 1), (2020, 12, 31), Precision.YEARS),
        ("những năm 1970", (1970, 1, 1), (1979, 12, 31), Precision.YEARS),
        ("thập niên 90", (1990, 1, 1), (1999, 12, 31), Precision.YEARS),
        ("in the 1980s", (1980, 1, 1), (1989, 12, 31), Precision.YEARS),
        ("năm 1887", (1887, 1, 1), (1887, 12, 31), Precision.YEAR),
        ("mùa giải 2020/21", (2020, 1, 1), (2021, 12, 31), Precision.YEARS),
        ("trong 2 ngày 12 và 13-3-2021", (2021, 3, 12), (2021, 3, 13), Precision.DAY),
        ("từ 12-15/3/2021", (2021, 3, 12), (2021, 3, 15), Precision.DAY),
    ],
)
def test_wider_expression_gives_first_and_last_day(
    text: str, start: tuple[int, int, int], end: tuple[int, int, int], precision: Precision
) -> None:
    span = _only(text)
    assert (span.start, span.end, span.precision) == (dt.date(*start), dt.date(*end), precision)


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("(03/09/2020 07:55 AM)", dt.time(7, 55)),
        ("03/09/2020 07:55 PM", dt.time(19, 55)),
        ("12/03/2021 4:07:09 CH", dt.time(16, 7)),
        ("Cập nhật: 16:07 12/03/2021", dt.time(16, 7)),
        ("Cập nhật lúc 17:14, Thứ Hai, 02/07/2018 (GMT+7)", dt.time(17, 14)),
        ("đến 17 giờ, ngày 14-3-2021", dt.time(17)),
        ("8h30 ngày 1/2/2021", dt.time(8, 30)),
        ("2021-03-12T16:07:00Z", dt.time(16, 7, tzinfo=dt.UTC)),
        ("2021-03-12T16:07:00+07:00", dt.time(16, 7, tzinfo=dt.timezone(dt.timedelta(hours=7)))),
        ("Fri, 12 Mar 2021 16:07:00 +0700", dt.time(16, 7, tzinfo=dt.timezone(dt.timedelta(hours=7)))),
        ("ngày 12/3/2021", None),
    ],
)
def test_clock_time_beside_a_day_is_read(text: str, clock: dt.time | None) -> None:
    assert _only(text).clock == clock


@pytest.mark.parametrize(
    "text",
    [
        "đạt 113/172 biên chế",
        "Nghị quyết số 37-NQ/TW",
        "Chỉ thị số 05-CT/TW",
        "4.401.230/4.921.129 đảng viên",
        "phê duyệt 92/134 địa phương",
        "hoàn thành 7/18 đề án",
        "mỗi bàn 1-2 người",
        "từ 5-7 ngày",
        "thắng 3-1 trên sân nhà",
        "giảm 2.021 thôn",
        "Nghị định số 12/2020",
        "Nghị định 15/2020/NĐ-CP",
        "năm 2000 người đến dự",
        "ngày 30-2",
        "ngày 31/2/2021",
        "ngày 10 tháng 3 âm lịch",
        "nghỉ 2 tháng 3 ngày",
        "they may march 5 miles",
        "gọi 0912-3-2021",
        "dài 12,3 km",
    ],
)
def test_figures_that_are_no_dates_are_passed_over(text: str) -> None:
    assert find_dates(text) == []


@pytest.mark.parametrize(
    "text", ["Sáng 12-3", "chiều ngày 12/3", "hôm nay (12-3)", "Thứ Sáu, 12/3", "sang 12-3", "ngày 12 tháng 3"]
)
def test_day_without_year_keeps_day_and_month_only(text: str) -> None:
    span = _only(text)
    assert (span.day, span.month, span.has_year, span.start, span.end) == (12, 3, False, None, None)


def test_in_year_completes_a_day() -> None:
    completed = _only("Sáng 12-3").in_year(2021)
    assert completed is not None
    assert completed.start == completed.end == dt.date(2021, 3, 12)


def test_in_year_gives_nothing_where_the_day_is_missing() -> None:
    assert _only("ngày 29-2").in_year(2023) is None


def test_half_without_year_ends_in_june_of_the_given_year() -> None:
    completed = _only("6 tháng đầu năm").in_year(2023)
    assert completed is not None
    assert completed.end == dt.date(2023, 6, 30)


def test_year_is_shared_with_the_neighbour_of_a_range() -> None:
    spans = find_dates("từ ngày 28-2 đến 3-3-2021")
    assert [span.start for span in spans] == [dt.date(2021, 2, 28), dt.date(2021, 3, 3)]


def test_year_of_a_range_over_new_year_is_the_year_before() -> None:
    spans = find_dates("từ ngày 28-12 đến ngày 3-1-2021")
    assert [span.start for span in spans] == [dt.date(2020, 12, 28), dt.date(2021, 1, 3)]


def test_cue_carries_over_to_the_next_year() -> None:
    assert [span.year for span in find_dates("trong các năm 2019 và 2020")] == [2019, 2020]


def test_cue_does_not_carry_over_to_another_kind() -> None:
    assert [span.year for span in find_dates("năm 2019 và 3-1")] == [2019]


def test_bare_numbers_are_read_only_on_request() -> None:
    question = "who chaired the 2021 conference on 12-3"
    assert find_dates(question) == []
    assert [span.precision for span in find_dates(question, bare=True)] == [Precision.YEAR, Precision.DAY]


def test_month_comes_first_only_where_it_must() -> None:
    assert _only("03/09/2020").start == dt.date(2020, 9, 3)
    assert _only("03/25/2021").start == dt.date(2021, 3, 25)


def test_bare_count_is_no_year_even_on_request() -> None:
    assert find_dates("how many of the 1800 delegates, 2000 người", bare=True) == []


def test_typing_slip_before_a_half_year_is_skipped() -> None:
    text = "đề nghị trong tháng 6 tháng cuối năm 2018"
    span = _only(text)
    assert text[span.text_start : span.text_end] == "6 tháng cuối năm 2018"


def test_offsets_cover_the_date_without_its_cue() -> None:
    text = "Sáng 12-3, tháng 12-2020, năm 2021, ngày 14 tháng 3 năm 2021"
    covered = [text[span.text_start : span.text_end] for span in find_dates(text)]
    assert covered == ["12-3", "tháng 12-2020", "2021", "14 tháng 3 năm 2021"]


@settings(deadline=None)
@given(
    st.text(
        alphabet="0123456789/-.: ,()ngàythángămquýIVTZ+",
        max_size=60,
    )
)
def test_any_text_gives_ordered_spans_with_real_days(text: str) -> None:
    position = 0
    for span in find_dates(text, bare=True):
        assert position <= span.text_start < span.text_end <= len(text)
        assert span.start is None or span.end is None or span.start <= span.end
        position = span.text_end


@settings(deadline=None)
@given(st.dates(dt.date(1970, 1, 1), dt.date(2069, 12, 31)))
def test_every_day_is_read_back(day: dt.date) -> None:
    forms = [f"{day:%d/%m/%Y}", f"{day.day}-{day.month}-{day.year}", day.isoformat(), f"{day:%B} {day.day}, {day.year}"]
    forms.append(f"ngày {day.day} tháng {day.month} năm {day.year}")
    assert [_only(form).start for form in forms] == [day] * len(forms)
