"""Periods as they are said back to the reader."""

import datetime as dt

import pytest

from retrieval.query.language import Language
from retrieval.query.periods import asked_periods, describe_period

TODAY = dt.date(2026, 11, 24)


@pytest.mark.parametrize(
    ("question", "vietnamese", "english"),
    [
        ("năm 2021", "năm 2021", "2021"),
        ("năm ngoái", "năm 2025", "2025"),
        ("tháng 3/2021", "tháng 3/2021", "March 2021"),
        ("tháng 3", "tháng 3", "March"),
        ("ngày 12-3-2021", "ngày 12/3/2021", "12 March 2021"),
        ("ngày 12-3", "ngày 12/3", "12 March"),
        ("6 tháng đầu năm 2018", "6 tháng đầu năm 2018", "the first half of 2018"),
        ("6 tháng cuối năm 2018", "6 tháng cuối năm 2018", "the second half of 2018"),
        ("6 tháng đầu năm", "6 tháng đầu năm", "the first half of the year"),
        ("9 tháng đầu năm 2018", "9 tháng đầu năm 2018", "the first nine months of 2018"),
        ("quý III năm 2018", "quý III/2018", "Q3 2018"),
        ("đầu năm 2018", "đầu năm 2018", "early 2018"),
        ("giữa năm 2018", "giữa năm 2018", "mid-2018"),
        ("cuối năm 2018", "cuối năm 2018", "late 2018"),
        ("từ năm 2019 đến năm 2021", "từ năm 2019 đến năm 2021", "2019 to 2021"),
        ("những năm 1990", "những năm 1990", "the 1990s"),
        ("từ tháng 3 đến tháng 5/2021", "từ tháng 3 đến tháng 5/2021", "March to May 2021"),
        ("từ tháng 3 đến tháng 5", "từ tháng 3 đến tháng 5", "March to May"),
        ("tháng 12/2020 đến tháng 2/2021", "từ tháng 12/2020 đến tháng 2/2021", "December 2020 to February 2021"),
        ("từ 12 đến 15/3/2021", "từ ngày 12/3 đến ngày 15/3/2021", "12 March to 15 March 2021"),
        ("từ 30/12/2020 đến 2/1/2021", "từ ngày 30/12/2020 đến ngày 2/1/2021", "30 December 2020 to 2 January 2021"),
        ("từ ngày 2/3 đến ngày 5/3", "từ ngày 2/3 đến ngày 5/3", "2 March to 5 March"),
        ("trước năm 1975", "trước năm 1975", "before 1975"),
        ("sau năm 1986", "sau năm 1986", "after 1986"),
        ("kể từ tháng 3/2021", "từ tháng 3/2021", "since March 2021"),
    ],
)
def test_period_is_said_in_both_languages(question: str, vietnamese: str, english: str) -> None:
    (period,) = asked_periods(question, Language.VIETNAMESE, TODAY).periods
    said = (describe_period(period, Language.VIETNAMESE), describe_period(period, Language.ENGLISH))
    assert said == (vietnamese, english)
