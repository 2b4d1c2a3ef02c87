"""Which sentences of an article can tell of the time that a question names."""

import datetime as dt

import pytest

from retrieval.answer.dates.dating import DatedArticle
from retrieval.answer.dates.mentions import mentions_in
from retrieval.answer.dates.telling import Telling, told_of
from retrieval.query.language import detect_language
from retrieval.query.periods import asked_periods

TODAY = dt.date(2026, 11, 24)
FAIR = (
    "Sáng 7-12, hội chợ gốm sứ khai mạc tại Bát Tràng với 250 gian hàng.",
    "Ông Phạm Huy Khôi phát biểu khai mạc.",
    "Hội chợ năm 2016 chỉ có 120 gian hàng, do bà Hà Thị Vinh khai mạc.",
    "Khi đó, ban tổ chức mới thu hút 9.000 khách.",
    "Doanh số giảm so với năm 2017.",
)
FAIR_2018 = DatedArticle(
    dt.date(2018, 12, 8), (dt.date(2018, 12, 7), dt.date(2018, 12, 7)), (), mentions_in(" ".join(FAIR))
)
UNDATED = DatedArticle()


def told(question: str, article: DatedArticle, sentences: tuple[str, ...]) -> Telling:
    periods = asked_periods(question, detect_language(question), TODAY).periods
    return told_of(question, periods, article, sentences)


@pytest.mark.parametrize(
    "question", ["Hội chợ năm 2018 có bao nhiêu gian hàng?", "how many stands were there at the 2018 fair?"]
)
def test_another_years_event_is_left_out_of_an_article_of_the_asked_year(question: str) -> None:
    assert told(question, FAIR_2018, FAIR) == Telling((0, 1, 3, 4))


@pytest.mark.parametrize(
    "question",
    ["Hội chợ năm 2016 có bao nhiêu gian hàng?", "hoi cho nam 2016 ai khai mac", "Who opened the 2016 fair?"],
)
def test_event_of_another_year_is_told_only_where_its_year_is_named_or_meant(question: str) -> None:
    assert told(question, FAIR_2018, FAIR) == Telling((2, 3), is_elsewhere=True, of_event=(2,))


def test_year_that_another_is_held_against_is_not_told_of() -> None:
    assert told("Hội chợ năm 2017 do ai khai mạc?", FAIR_2018, FAIR) == Telling((), is_elsewhere=True)


def test_fact_of_a_year_may_stand_in_any_sentence_of_an_article_of_another_year() -> None:
    assert told("Năm 2016 làng nghề có bao nhiêu gian hàng?", FAIR_2018, FAIR) == Telling((0, 1, 2, 3, 4))


def test_same_figure_of_another_year_is_left_out() -> None:
    sentences = ("Công ty trả cổ tức năm 2021 là 18%.", "Năm 2020, công ty lỗ.", "Kế hoạch cổ tức năm 2022 là 20%.")
    article = DatedArticle(dt.date(2022, 4, 28), mentions=mentions_in(" ".join(sentences)))
    assert told("Cổ tức năm 2022 của công ty là bao nhiêu?", article, sentences) == Telling((2,))


def test_years_that_one_question_joins_are_alternatives() -> None:
    sentences = ("Hội chợ năm 2016 có 120 gian hàng.", "Hội chợ năm 2017 có 130 gian hàng.", "Làng có 200 lò gốm.")
    question = "Hội chợ năm 2016 và năm 2017 có bao nhiêu gian hàng?"
    assert told(question, FAIR_2018, sentences) == Telling((0, 1), is_elsewhere=True, of_event=(0, 1))


def test_year_under_review_or_planned_for_is_not_that_of_the_conference() -> None:
    sentences = ("Sở họp hội nghị tổng kết công tác năm 2017.", "Hội nghị triển khai nhiệm vụ năm 2019.")
    assert told("Hội nghị năm 2018 có gì?", FAIR_2018, sentences) == Telling((0, 1))


def test_review_of_another_year_is_told_only_where_that_year_is_named() -> None:
    sentences = ("Sở tổng kết công tác năm 2020.", "Năm 2018, sở xây 12 trường.", "Giám đốc sở chủ trì.")
    article = DatedArticle(dt.date(2021, 1, 5), (dt.date(2021, 1, 4), dt.date(2021, 1, 4)), (2020,))
    question = "Hội nghị tổng kết công tác năm 2018 do ai chủ trì?"
    assert told(question, article, sentences) == Telling((1,), is_elsewhere=True)


@pytest.mark.parametrize("question", ["Hội chợ năm 2016 ở đâu?", "Hội chợ trước năm 2017 ở đâu?", "Hội chợ ở đâu?"])
def test_text_that_nothing_dates_but_itself_keeps_all_its_sentences(question: str) -> None:
    assert told(question, UNDATED, FAIR) == Telling((0, 1, 2, 3, 4))


def test_open_time_shuts_no_sentence_out() -> None:
    assert not told("Hội chợ trước năm 2017 ở đâu?", FAIR_2018, FAIR).is_elsewhere


def test_news_without_a_day_of_publication_is_dated_by_what_it_reviews() -> None:
    sentences = ("Ngày 13-1, sở tổng kết công tác năm 2021.", "Ông Lý Văn Bình chủ trì.")
    event = (dt.date(2022, 1, 13), dt.date(2022, 1, 13))
    news = DatedArticle(None, event, (2021,), opens_as_news=True)
    question = "Ai chủ trì hội nghị năm 2017?"
    assert told(question, news, sentences) == Telling((), is_elsewhere=True)
    assert told(question, DatedArticle(None, event, (2021,)), sentences) == Telling((0, 1))
