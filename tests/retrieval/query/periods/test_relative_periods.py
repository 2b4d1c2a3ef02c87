"""Dates counted from today, in both languages and both spellings; 24 November 2026 is a Tuesday."""

import datetime as dt

import pytest

from retrieval.query.language import detect_language
from retrieval.query.periods import AskedPeriods, asked_periods
from retrieval.text.spelling import fold

TODAY = dt.date(2026, 11, 24)


def ask(question: str, today: dt.date = TODAY) -> AskedPeriods:
    return asked_periods(question, detect_language(question), today)


@pytest.mark.parametrize(
    ("question", "label"),
    [
        ("năm nay", "2026"),
        ("năm ngoái", "2025"),
        ("năm trước", "2025"),
        ("năm kia", "2024"),
        ("năm sau", "2027"),
        ("sang năm", "2027"),
        ("cuối năm ngoái", "2025-09/2025-12"),
        ("tháng này", "2026-11"),
        ("tháng trước", "2026-10"),
        ("tháng tới", "2026-12"),
        ("ngày 5 tháng trước", "2026-10-05"),
        ("tuần này", "2026-11-23/2026-11-29"),
        ("tuần trước", "2026-11-16/2026-11-22"),
        ("quý trước", "2026-07/2026-09"),
        ("hôm nay", "2026-11-24"),
        ("hôm qua", "2026-11-23"),
        ("sáng nay", "2026-11-24"),
        ("tối hôm qua", "2026-11-23"),
        ("hôm kia", "2026-11-22"),
        ("ngày mai", "2026-11-25"),
        ("cách đây 2 năm", "2024"),
        ("3 năm trước", "2023"),
        ("ba năm trước", "2023"),
        ("10 năm trước đây", "2016"),
        ("2 tháng trước", "2026-09"),
        ("3 ngày trước", "2026-11-21"),
        ("2 tuần trước", "2026-11-09/2026-11-15"),
        ("trong 3 năm qua", "2023/2026"),
        ("5 tháng qua", "2026-06/2026-11"),
        ("tuần qua", "2026-11-17/2026-11-24"),
        ("30 ngày qua", "2026-10-25/2026-11-24"),
        ("tháng 3 năm ngoái", "2025-03"),
        ("12-3 năm ngoái", "2025-03-12"),
        ("quý I năm nay", "2026-01/2026-03"),
        ("tháng 12 năm ngoái đến tháng 2 năm nay", "2025-12/2026-02"),
        ("từ đầu năm nay đến hết tháng 9", "2026-01/2026-09"),
    ],
)
def test_vietnamese_is_counted_from_today_in_both_spellings(question: str, label: str) -> None:
    for typed in (question, fold(question)):
        asked = ask(f"Có gì mới {typed} ở Huế?" if typed == question else f"co gi moi {typed} o hue")
        assert [(period.label, period.is_relative) for period in asked.periods] == [(label, True)]


@pytest.mark.parametrize(
    ("question", "label"),
    [
        ("this year", "2026"),
        ("last year", "2025"),
        ("next year", "2027"),
        ("early this year", "2026-01/2026-04"),
        ("this month", "2026-11"),
        ("last month", "2026-10"),
        ("last week", "2026-11-16/2026-11-22"),
        ("last quarter", "2026-07/2026-09"),
        ("yesterday", "2026-11-23"),
        ("the day before yesterday", "2026-11-22"),
        ("today", "2026-11-24"),
        ("tomorrow", "2026-11-25"),
        ("this morning", "2026-11-24"),
        ("three years ago", "2023"),
        ("a year ago", "2025"),
        ("2 months ago", "2026-09"),
        ("in the last 3 years", "2023/2026"),
        ("over the past year", "2025/2026"),
        ("in March last year", "2025-03"),
        ("last March", "2026-03"),
        ("last December", "2025-12"),
        ("next February", "2027-02"),
        ("in the first half of last year", "2025-01/2025-06"),
    ],
)
def test_english_is_counted_from_today(question: str, label: str) -> None:
    asked = ask(f"What was new {question} in Hue?")
    assert [(period.label, period.is_relative) for period in asked.periods] == [(label, True)]


@pytest.mark.parametrize(
    "question",
    [
        "Nhiều năm trước nơi đây là gì?",
        "Những năm trước giá ra sao?",
        "40000 năm trước ai sống ở đây?",
        "Hàng nghìn năm trước ai sống ở đây?",
        "Hai năm trước khi mất, ông sống ở đâu?",
        "Năm trước đó ai là chủ tịch?",
        "200 năm trước Công nguyên có gì?",
        "Nhiều nước ngày nay có luật gì?",
        "Phía nam sau khi sáp nhập có gì?",
        "Which walls can be seen even today?",
        "How many years did it last?",
    ],
)
def test_what_is_not_counted_from_today_is_no_period(question: str) -> None:
    assert ask(question).periods == ()


def test_south_is_no_year_in_a_question_with_marks() -> None:
    assert [period.label for period in ask("Miền Nam trước năm 1975 có bao nhiêu tỉnh?").periods] == ["../1975"]


def test_country_before_a_year_is_left_alone_without_marks() -> None:
    asked = ask("viet nam nam ngoai xuat khau bao nhieu gao")
    assert [period.label for period in asked.periods] == ["2025"]


@pytest.mark.parametrize(
    ("today", "question", "labels"),
    [
        (dt.date(2024, 3, 31), "tháng trước có gì?", ["2024-02"]),
        (dt.date(2024, 1, 1), "hôm qua có gì?", ["2023-12-31"]),
        (dt.date(2024, 1, 1), "tháng trước có gì?", ["2023-12"]),
        (dt.date(2024, 1, 2), "tuần trước có gì?", ["2023-12-25/2023-12-31"]),
        (dt.date(2024, 2, 10), "quý trước có gì?", ["2023-10/2023-12"]),
        (dt.date(1, 1, 1), "hôm qua, tháng trước, năm ngoái có gì?", []),
        (dt.date(9999, 12, 31), "ngày mai, tháng sau, năm sau có gì?", []),
    ],
)
def test_steps_cross_the_ends_of_months_and_years(today: dt.date, question: str, labels: list[str]) -> None:
    assert [period.label for period in ask(question, today).periods] == labels
