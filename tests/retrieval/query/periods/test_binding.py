"""Whether a period stands right beside an event, so that only what was held then is meant."""

import datetime as dt

import pytest

from retrieval.query.language import detect_language
from retrieval.query.periods import AskedPeriods, Role, asked_periods


def ask(question: str) -> AskedPeriods:
    return asked_periods(question, detect_language(question), dt.date(2026, 11, 24))


@pytest.mark.parametrize(
    "question",
    [
        "Ai chủ trì hội nghị năm 2019?",
        "ai chu tri hoi nghi nam 2019",
        "Năm 2019 ai chủ trì hội nghị?",
        "Trong năm 2019, hội nghị do ai chủ trì?",
        "Ai khai mạc triển lãm được tổ chức năm 2019?",
        "Hội nghị tổng kết công tác năm 2019 do ai chủ trì?",
        "Trọng tài trận chung kết năm 2019 là ai?",
        "Bão năm 2019 làm bao nhiêu nhà tốc mái?",
        "Vụ cháy năm 2019 ở Huế làm mấy người bị thương?",
        "who chaired the 2019 conference",
        "Who refereed the final in 2019?",
        "How many houses did the 2019 storm damage?",
        "Who chaired the March 2019 conference?",
    ],
)
def test_time_right_beside_the_event_binds(question: str) -> None:
    (period,) = ask(question).periods
    assert (period.binds, period.role in {Role.HELD, Role.REVIEWED}) == (True, True)


@pytest.mark.parametrize(
    "question",
    [
        "Năm 2019 tỉnh đón bao nhiêu khách?",
        "Hội nghị cho biết năm 2019 tỉnh đón bao nhiêu khách?",
        "Theo báo cáo tại hội nghị do ông An chủ trì, năm 2019 tỉnh đón bao nhiêu khách?",
        "Doanh thu năm 2019 được báo cáo tại hội nghị là bao nhiêu?",
        "Ai chủ trì hội nghị về ngân sách năm 2019?",
        "Năm 2019 có mấy cơn bão?",
        "How many visitors in 2019 did the conference report?",
        "At the conference chaired by Mr An, how many visitors were reported for 2019?",
    ],
)
def test_time_of_a_fact_told_at_an_event_does_not_bind(question: str) -> None:
    assert [period.binds for period in ask(question).periods] == [False]


@pytest.mark.parametrize(
    "question",
    [
        "Doanh thu của bến cảng tăng bao nhiêu so với năm ngoái?",
        "doanh thu ben cang tang bao nhieu so voi nam ngoai",
        "Nước nào mua nhiều cà phê hơn năm trước?",
        "Sản lượng tôm giảm bao nhiêu so với cùng kỳ năm 2019?",
        "How much did port revenue grow compared with 2019?",
        "By how much were there more visitors than in 2019?",
    ],
)
def test_time_that_a_figure_is_held_against_is_not_the_time_asked_about(question: str) -> None:
    assert {period.role for period in ask(question).periods} <= {Role.NAME}
    assert ask(question).labels == ()


def test_time_beside_the_one_it_is_held_against_counts() -> None:
    question = "Năm 2021 khách tăng bao nhiêu so với năm 2020?"
    assert [(period.role, period.first and period.first.year) for period in ask(question).periods] == [
        (Role.FACT, 2021),
        (Role.NAME, 2020),
    ]
