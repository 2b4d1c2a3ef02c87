"""What the store knows of an article's dates, and whether its text is news."""

import datetime as dt
from dataclasses import replace

import pytest

from retrieval.answer.dates.dating import date_fit, dated_article
from retrieval.query.language import Language
from retrieval.query.periods import asked_periods
from retrieval.records import ArticleRecord

RECORD = ArticleRecord(
    id="a.txt",
    path="/a.txt",
    line=None,
    format="txt",
    text="Năm 2019, tỉnh xây 12 cầu.",
    title="Tổng kết năm 2018",
    source=None,
    author=None,
    url=None,
    published="2020-01-05",
    published_time=None,
    event=("2020-01-03", "2020-01-04"),
    reviewed_years=(2018,),
    provenance={},
    content_hash="",
)


def test_dates_are_taken_from_the_article_as_indexed() -> None:
    dated = dated_article(RECORD)
    assert (dated.published, dated.event) == (dt.date(2020, 1, 5), (dt.date(2020, 1, 3), dt.date(2020, 1, 4)))
    assert (dated.reviewed_years, dated.own_years, dated.latest) == ((2018,), (2020,), dt.date(2020, 1, 4))
    assert {mention.year for mention in dated.mentions} == {2018, 2019}


@pytest.mark.parametrize(
    ("method", "evidence", "reviewed", "expected"),
    [
        ("inferred_from_text", "Ngày 13-1, Sở", (2021,), True),
        ("inferred_from_text", "Ngày 13-1, Sở", (2018,), False),
        ("lead", "Sáng 13-1-2022, Sở", (), True),
        ("lead", "Ngày 13/1/2022, Sở", (), True),
        ("lead", "Ngày 13 tháng 1 năm 2022, quân", (), False),
    ],
)
def test_text_without_a_day_of_publication_is_news_by_how_it_opens(
    method: str, evidence: str, reviewed: tuple[int, ...], expected: bool
) -> None:
    record = replace(
        RECORD,
        published=None,
        event=("2022-01-13", "2022-01-13"),
        reviewed_years=reviewed,
        provenance={"event": {"method": method, "evidence": evidence}},
    )
    dated = dated_article(record)
    periods = asked_periods("Ai chủ trì hội nghị năm 2017?", Language.VIETNAMESE, dt.date(2026, 11, 24)).periods
    text = "Giám đốc Sở chủ trì hội nghị tại Huế."
    assert (dated.is_news, date_fit(periods, dated, text, text).excluded) == (expected, expected)
