"""Dates that the text of an article names, and the periods that they name."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retrieval.answer.dates.mentions import Mention, mentions_in, names
from retrieval.query.language import Language
from retrieval.query.periods import Period, asked_periods


def period_of(question: str) -> Period:
    (period,) = asked_periods(question, Language.VIETNAMESE, dt.date(2026, 11, 24)).periods
    return period


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Năm 2021, tỉnh xây 12 cầu.", {Mention(2021)}),
        ("Ngày 12/3/2021, hội chợ mở cửa.", {Mention(2021, 3, 3, 12)}),
        ("Sáng 12-3, hội chợ mở cửa.", {Mention(None, 3, 3, 12)}),
        ("Sáng 12-3 năm 2021, hội chợ mở cửa.", {Mention(None, 3, 3, 12), Mention(2021)} - {Mention(None, 3, 3, 12)}
         | {Mention(2021, 3, 3, 12)}),
        ("14 tháng Ba năm 2021", {Mention(2021, 3, 3, 14), Mention(2021)}),
        ("đầu tháng 12-2020", {Mention(2020, 12, 12)}),
        ("tháng 3 vừa rồi", {Mention(None, 3, 3)}),
        ("6 tháng đầu năm 2018", {Mention(2018, 1, 6), Mention(2018)}),
        ("6 tháng cuối năm", {Mention(None, 7, 12)}),
        ("sáu tháng đầu năm", {Mention(None, 1, 6)}),
        ("quý III/2022", {Mention(2022, 7, 9), Mention(2022)}),
        ("giữa năm 2018", {Mention(2018, 5, 8), Mention(2018)}),
        ("giai đoạn 2015-2020", {Mention(2015, is_aside=True), Mention(2020, is_aside=True)}),
        ("từ 12-15/3/2021", {Mention(2021, 3, 3, 12), Mention(2021, 3, 3, 15)}),
        ("thập niên 90", {Mention(1990)}),
        ("Nghị định 15/2021/NĐ-CP", set()),
        ("Quy định 126-QĐ/TW", set()),
        ("hơn 2021 người, 1.578 thôn, 6,08% và 12,3 km", set()),
    ],
)  # fmt: skip
def test_dates_of_a_text_are_read(text: str, expected: set[Mention]) -> None:
    assert mentions_in(text) == expected


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("năm 2021", "Ngày 12-3-2021, hội chợ mở cửa."),
        ("năm 2021", "trong các năm 2020, 2021"),
        ("tháng 3/2021", "Ngày 12-3-2021, hội chợ mở cửa."),
        ("tháng 3/2021", "tháng 3 năm 2021"),
        ("ngày 12/3/2021", "12 tháng 3 năm 2021"),
        ("ngày 12/3/2021", "Sáng 12-3"),
        ("6 tháng đầu năm 2021", "6 tháng đầu năm"),
        ("6 tháng đầu năm 2021", "tháng 5-2021"),
        ("giữa năm 2021", "6 tháng đầu năm 2021"),
        ("quý I/2021", "3 tháng đầu năm 2021"),
        ("từ năm 2019 đến năm 2021", "năm 2020"),
        ("những năm 1990", "năm 1995"),
        ("những năm 1990", "thập niên 90"),
        ("sau năm 1986", "Từ sau năm 1986"),
        ("tháng 3", "tháng 3 hằng năm"),
        ("tháng 3", "ngày 5-3-2019"),
        ("ngày 12-3", "12/3/2019"),
        ("từ tháng 11 đến tháng 2", "tháng 12"),
        ("từ ngày 1/3/2021 đến ngày 9/3/2021", "ngày 5-3-2021"),
    ],
)
def test_text_that_names_the_period_is_seen(question: str, text: str) -> None:
    assert names(period_of(question), mentions_in(text), (2021,), aside=True)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("năm 2021", "năm 2020"),
        ("tháng 3/2021", "năm 2021"),
        ("tháng 3/2021", "tháng 4-2021"),
        ("tháng 3/2021", "tháng 3-2020"),
        ("ngày 12/3/2021", "tháng 3/2021"),
        ("ngày 12/3/2021", "ngày 13/3/2021"),
        ("ngày 12/3/2019", "Sáng 12-3"),
        ("6 tháng đầu năm 2021", "năm 2021"),
        ("6 tháng đầu năm 2021", "6 tháng cuối năm 2021"),
        ("giữa năm 2022", "ngày 13-1-2022"),
        ("tháng 3", "năm 2021"),
        ("tháng 3", "ngày 3-4"),
        ("ngày 12-3", "tháng 3"),
    ],
)
def test_text_that_names_another_time_is_not_taken_for_it(question: str, text: str) -> None:
    assert not names(period_of(question), mentions_in(text), (2021,), aside=True)


def test_ends_of_a_term_name_their_years_only_where_asked() -> None:
    term = mentions_in("nhiệm kỳ 2015-2020")
    assert names(period_of("năm 2015"), term, (), aside=True)
    assert not names(period_of("năm 2015"), term, (), aside=False)


@pytest.mark.parametrize(
    "text",
    [
        "theo Chỉ thị số 05-CT/TW ngày 15/5/2016 của Bộ Chính trị",
        "Nghị quyết số 18-NQ/TW, khóa XII, ngày 25/10/2016",
        "Quyết định 18 ngày 25 tháng 10 năm 2016",
    ],
)
def test_day_of_a_document_names_its_year_only_where_asked(text: str) -> None:
    assert names(period_of("năm 2016"), mentions_in(text), (), aside=True)
    assert not names(period_of("năm 2016"), mentions_in(text), (), aside=False)


def test_day_behind_a_boat_s_number_names_its_year() -> None:
    text = "tàu QNg 90-TS ngày 5/6/2016 gặp nạn"
    assert names(period_of("năm 2016"), mentions_in(text), (), aside=False)


def test_end_of_a_year_is_named_by_all_of_it() -> None:
    assert names(period_of("cuối năm 2025"), mentions_in("tạm dừng đến hết năm 2025"), (), aside=False)


@settings(deadline=None)
@given(st.text(alphabet="0123456789-/.–, thánggnămqyuýIVđầcối", max_size=60))
def test_any_text_gives_real_months_and_days(text: str) -> None:
    for mention in mentions_in(text):
        assert 1 <= mention.first_month <= mention.last_month <= 12
        assert mention.day is None or 1 <= mention.day <= 31
