"""How passages fit the periods of a question, above all the two articles that both fit "the 2021 conference"."""

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retrieval.answer.dates.dating import DatedArticle, DateFit, Ground, date_fit, recency_scores
from retrieval.answer.dates.mentions import mentions_in
from retrieval.query.language import detect_language
from retrieval.query.periods import Order, Period, asked_periods

TODAY = dt.date(2026, 11, 24)
HELD_IN_2021 = "Sáng 12-3, Sở Du lịch tổ chức hội nghị tổng kết công tác năm 2020, triển khai nhiệm vụ năm 2021."
HELD_IN_2022 = "Ngày 13-1, Sở Du lịch tổ chức hội nghị tổng kết công tác năm 2021, triển khai nhiệm vụ năm 2022."
NAMELESS = "Giám đốc Sở chủ trì hội nghị tại Huế."


def article(
    text: str,
    *,
    event: dt.date | None = None,
    published: dt.date | None = None,
    reviewed: tuple[int, ...] = (),
) -> DatedArticle:
    return DatedArticle(published or event, (event, event) if event else None, reviewed, mentions_in(text))


A = article(HELD_IN_2021, event=dt.date(2021, 3, 12), reviewed=(2020,))
B = article(HELD_IN_2022, event=dt.date(2022, 1, 13), reviewed=(2021,))
UNDATED = article("")


def periods(question: str) -> tuple[Period, ...]:
    return asked_periods(question, detect_language(question), TODAY).periods


def fit(question: str, dated: DatedArticle, passage: str, sentence: str | None = None) -> DateFit:
    return date_fit(periods(question), dated, passage, sentence)


@pytest.mark.parametrize(
    "question", ["who chaired the 2021 conference", "Ai chủ trì hội nghị năm 2021?", "ai chu tri hoi nghi nam 2021"]
)
def test_conference_of_a_year_is_the_one_held_then_and_the_one_that_reviews_it_stays(question: str) -> None:
    held = fit(question, A, HELD_IN_2021, HELD_IN_2021)
    reviewing = fit(question, B, HELD_IN_2022, HELD_IN_2022)
    assert (held, reviewing.excluded) == (DateFit(1.0, Ground.EVENT), False)
    assert held.value - reviewing.value >= 0.5


def test_article_of_january_tells_nothing_of_the_half_year_that_it_does_not_name() -> None:
    asked = "6 tháng đầu năm 2022 Sở Du lịch đón bao nhiêu khách?"
    assert fit(asked, B, HELD_IN_2022, NAMELESS).excluded
    assert not fit(asked, B, HELD_IN_2022, "Sở dự kiến đón 5 triệu khách trong 6 tháng đầu năm 2022.").excluded
    assert not fit("Năm 2022 Sở Du lịch đón bao nhiêu khách?", B, HELD_IN_2022, NAMELESS).excluded
    assert not fit("Đầu năm 2022 Sở Du lịch đón bao nhiêu khách?", B, HELD_IN_2022, NAMELESS).excluded


def test_second_choice_stays_where_its_passage_names_no_year() -> None:
    assert fit("the 2021 conference", B, NAMELESS, NAMELESS) == DateFit(0.3, Ground.REVIEWED)


@pytest.mark.parametrize(
    "question", ["Ai chủ trì hội nghị tổng kết công tác năm 2021?", "who chaired the meeting that reviewed 2021"]
)
def test_conference_that_reviews_a_year_is_preferred_where_the_review_is_asked_for(question: str) -> None:
    reviewing = fit(question, B, HELD_IN_2022, HELD_IN_2022)
    held = fit(question, A, HELD_IN_2021, HELD_IN_2021)
    assert reviewing == DateFit(1.0, Ground.REVIEWED)
    assert held.value <= 0.2


def test_tasks_of_a_year_are_set_where_the_year_before_is_reviewed() -> None:
    question = "Hội nghị triển khai nhiệm vụ năm 2022 do ai chủ trì?"
    assert fit(question, B, HELD_IN_2022, HELD_IN_2022) == DateFit(1.0, Ground.SENTENCE)
    assert fit(question, B, NAMELESS, NAMELESS) == DateFit(0.7, Ground.REVIEWED)
    assert fit(question, A, HELD_IN_2021, HELD_IN_2021).excluded


@pytest.mark.parametrize(
    "question",
    [
        "ai chủ trì hội nghị năm 2015",
        "Hội nghị tổng kết năm 2015 do ai chủ trì?",
        "Who chaired the March 2015 meeting?",
        "Hội nghị giữa năm 2021 do ai chủ trì?",
        "Hội nghị ngày 12-4 do ai chủ trì?",
        "Hội nghị tháng 4/2021 do ai chủ trì?",
        "Hội nghị tuần trước do ai chủ trì?",
    ],
)
def test_conference_of_another_time_is_excluded(question: str) -> None:
    for dated, text in ((A, HELD_IN_2021), (B, HELD_IN_2022)):
        found = fit(question, dated, text, text)
        assert (found.value, found.ground, found.excluded) == (-1.0, Ground.CONFLICT, True)


def test_year_named_far_from_the_passage_does_not_save_an_event_of_another_time() -> None:
    dated = article(f"{HELD_IN_2021} Hai năm 2018 và 2019, khách tăng.", event=dt.date(2021, 3, 12), reviewed=(2020,))
    assert fit("ai chủ trì hội nghị năm 2019", dated, NAMELESS).excluded


def test_year_that_only_ends_a_term_elsewhere_in_the_article_does_not_make_it_one_of_that_year() -> None:
    text = f"{HELD_IN_2021} Nhiệm kỳ 2015-2020, ngành đón 40 triệu lượt khách."
    dated = article(text, event=dt.date(2021, 3, 12), reviewed=(2020,))
    assert fit("Năm 2015 ngành du lịch đón bao nhiêu khách?", dated, NAMELESS).excluded
    assert not fit("Năm 2015 ngành du lịch đón bao nhiêu khách?", dated, text).excluded


@pytest.mark.parametrize(
    ("question", "dated", "expected"),
    [
        ("Hội nghị ngày 12-3-2021 do ai chủ trì?", A, 1.0),
        ("Hội nghị ngày 12-3 do ai chủ trì?", A, 1.0),
        ("Hội nghị ngày 13-3-2021 do ai chủ trì?", A, -1.0),
        ("Hội nghị tháng 3/2021 do ai chủ trì?", A, 1.0),
        ("Hội nghị tháng 3 do ai chủ trì?", A, 1.0),
        ("Hội nghị tháng 1 do ai chủ trì?", B, 1.0),
        ("Hội nghị đầu năm 2021 do ai chủ trì?", A, 1.0),
        ("Hội nghị trước năm 2022 do ai chủ trì?", A, 1.0),
        ("Hội nghị từ năm 2019 đến năm 2021 do ai chủ trì?", A, 1.0),
    ],
)
def test_day_and_month_are_stricter_than_the_year(question: str, dated: DatedArticle, expected: float) -> None:
    assert fit(question, dated, NAMELESS, NAMELESS).value == expected


def test_publication_stands_in_where_no_event_is_known() -> None:
    question = "Hội nghị năm 2021 bàn việc gì?"
    inside = article(NAMELESS, published=dt.date(2021, 5, 1))
    soon_after = article(NAMELESS, published=dt.date(2022, 1, 3))
    later = article(NAMELESS, published=dt.date(2022, 6, 3))
    fits = [fit(question, dated, NAMELESS, NAMELESS) for dated in (inside, soon_after, later)]
    assert fits[:2] == [DateFit(0.6, Ground.PUBLISHED), DateFit(0.4, Ground.NEAR)]
    assert fits[2].excluded


def test_fact_counts_where_the_sentence_names_its_year_whenever_it_was_published() -> None:
    question = "Năm 2017 xuất khẩu gạo đạt bao nhiêu?"
    text = "Năm 2017, xuất khẩu gạo đạt 6 triệu tấn. Năm 2018, dự kiến tăng."
    first, second = text.split(". ")
    dated = article(text, published=dt.date(2018, 7, 2))
    assert fit(question, dated, text, first) == DateFit(1.0, Ground.SENTENCE)
    assert fit(question, dated, text, second) == DateFit(0.3, Ground.PASSAGE)
    assert fit(question, dated, "Giá gạo tăng nhẹ.", "Giá gạo tăng nhẹ.") == DateFit(0.1, Ground.ARTICLE)


def test_what_is_said_of_a_time_before_it_is_foreseen() -> None:
    question, text = "Năm 2023 đảo đón bao nhiêu khách?", "Năm 2023, đảo dự kiến đón 95.000 khách."
    before, then = (article(text, published=dt.date(year, 12, 5)) for year in (2022, 2023))
    later = "Cả năm, đảo đón 165.000 khách."
    assert fit(question, before, text, text) == DateFit(0.4, Ground.SENTENCE)
    assert fit(question, then, text, text) == DateFit(1.0, Ground.SENTENCE)
    assert fit(question, then, later, later) == DateFit(0.5, Ground.PUBLISHED)


def test_sentence_that_names_no_time_is_of_its_articles_own() -> None:
    question, passage = "Năm 2022 đảo đón bao nhiêu khách?", "Đảo đón 165.000 khách, tăng so với năm 2022."
    own, other = (article(passage, published=dt.date(year, 12, 5)) for year in (2022, 2023))
    fits = [fit(question, dated, passage, "Đảo đón 165.000 khách.") for dated in (own, other)]
    assert [found.value for found in fits] == [0.6, 0.3]


def test_conference_of_a_year_is_told_from_the_review_of_it_without_days_of_publication() -> None:
    held = DatedArticle(None, A.event, A.reviewed_years, A.mentions)
    reviewing = DatedArticle(None, B.event, B.reviewed_years, B.mentions)
    fits = [fit("Ai chủ trì hội nghị năm 2021?", dated, NAMELESS, NAMELESS) for dated in (held, reviewing)]
    assert fits == [DateFit(0.8, Ground.EVENT), DateFit(0.3, Ground.REVIEWED)]


def test_fact_of_an_unnamed_year_stands_in_an_article_of_that_year_only() -> None:
    question, text = "Năm 2021 giá gạo ra sao?", "Giá gạo tăng nhẹ."
    assert fit(question, article(text, published=dt.date(2021, 7, 2)), text, text) == DateFit(0.5, Ground.PUBLISHED)
    assert fit(question, article(text, published=dt.date(2018, 7, 2)), text, text).excluded


def test_fact_of_another_year_is_no_evidence_in_an_article_of_the_asked_year() -> None:
    text = "Năm 2020, giá gạo tăng nhẹ."
    found = fit("Năm 2021 giá gạo ra sao?", article(text, published=dt.date(2021, 2, 2)), text, text)
    assert found == DateFit(0.1, Ground.PUBLISHED)


@pytest.mark.parametrize(
    ("passage", "expected"),
    [
        ("Năm 1945, thành phố có 100.000 dân.", DateFit(1.0, Ground.SENTENCE)),
        ("Thành phố có 100.000 dân.", DateFit(0.0, Ground.NEUTRAL)),
        ("Năm 1975, thành phố có 400.000 dân.", DateFit(-0.3, Ground.OTHER)),
    ],
)
def test_text_without_dates_of_its_own_is_never_excluded(passage: str, expected: DateFit) -> None:
    assert fit("Năm 1945 thành phố có bao nhiêu dân?", UNDATED, passage, passage) == expected


def test_day_read_in_an_undated_text_excludes_nothing() -> None:
    dated = DatedArticle(None, (dt.date(1944, 6, 6), dt.date(1944, 6, 6)), ())
    assert not fit("Ai chủ trì hội nghị năm 1945?", dated, NAMELESS, NAMELESS).excluded


def test_grounds_of_a_held_conference_are_ordered() -> None:
    question = "Ai chủ trì hội nghị năm 2021?"
    in_report = "Hội nghị năm 2021 do Giám đốc Sở chủ trì."
    fits = [
        fit(question, A, NAMELESS, NAMELESS),
        fit(question, article("", published=dt.date(2021, 5, 1)), in_report, in_report),
        fit(question, UNDATED, in_report, in_report),
        fit(question, UNDATED, in_report),
        fit(question, article("", event=dt.date(2023, 5, 1)), in_report, in_report),
        fit(question, B, NAMELESS, NAMELESS),
        fit(question, article("", event=dt.date(2023, 5, 1)), in_report, NAMELESS),
        fit(question, UNDATED, NAMELESS, NAMELESS),
        fit(question, article("", event=dt.date(2023, 5, 1)), NAMELESS, NAMELESS),
    ]
    assert all(better.value > worse.value for better, worse in pairwise(fits))


def test_years_of_one_role_are_alternatives() -> None:
    question = "Trong hai năm 2019 và 2020 tỉnh xây bao nhiêu trường?"
    text = "Năm 2020, tỉnh xây 12 trường."
    found = fit(question, article(text, published=dt.date(2021, 1, 5)), text, text)
    assert (found.value, found.ground, found.excluded) == (0.0, Ground.CONFLICT, False)


def test_periods_of_different_roles_must_all_fit() -> None:
    question = "Tại hội nghị năm 2021, tăng trưởng năm 2020 được nêu là bao nhiêu?"
    text = "Năm 2020, ngành tăng trưởng 6%."
    assert fit(question, A, text, text) == DateFit(1.0, Ground.EVENT)
    assert fit(question, article(text, event=dt.date(2023, 3, 1)), text, text).excluded


def test_month_and_year_apart_must_both_fit() -> None:
    question = "Lễ hội diễn ra tháng 3 ở Huế năm 2021 do ai tổ chức?"
    assert fit(question, A, NAMELESS) == DateFit(1.0, Ground.EVENT)
    assert fit(question, article("", event=dt.date(2020, 3, 12)), NAMELESS).excluded
    assert fit(question, article("", event=dt.date(2021, 5, 12)), NAMELESS).excluded


@pytest.mark.parametrize("question", ["Quy hoạch nhiệm kỳ 2025-2030 có gì?", "World Cup 2022 ở đâu?", "Huế ở đâu?"])
def test_names_and_questions_without_a_period_say_nothing(question: str) -> None:
    assert fit(question, A, NAMELESS) == DateFit(0.0, Ground.NEUTRAL)


def test_newest_article_scores_one_and_undated_ones_nothing() -> None:
    days = [dt.date(2018, 7, 2), dt.date(2023, 6, 29), dt.date(2021, 3, 12), dt.date(2021, 3, 12)]
    dated = [article("", published=day) for day in days] + [UNDATED]
    assert recency_scores(dated) == [pytest.approx(1 / 3), 1.0, pytest.approx(2 / 3), pytest.approx(2 / 3), 0.0]
    assert recency_scores(dated, Order.OLDEST)[:2] == [1.0, pytest.approx(1 / 3)]


def test_recency_goes_by_the_event_before_the_publication() -> None:
    early = DatedArticle(dt.date(2021, 5, 1), (dt.date(2019, 1, 1), dt.date(2019, 1, 2)))
    late = DatedArticle(dt.date(2021, 4, 1))
    assert recency_scores([early, late]) == [0.5, 1.0]


def test_recency_of_nothing_is_nothing() -> None:
    assert recency_scores([]) == []


@settings(deadline=None)
@given(
    st.sampled_from(
        ["Hội nghị năm 2021", "tổng kết năm 2021", "nhiệm vụ năm 2021", "Năm 2021 ai", "họp 12-3", "mid 2021"]
    ),
    st.text(alphabet="0123456789-/ nămthág.", max_size=40),
    st.dates(),
    st.none() | st.dates(),
    st.lists(st.integers(1900, 2100), max_size=2),
)
def test_any_article_gets_a_value_from_minus_one_to_one(
    question: str, text: str, published: dt.date, event: dt.date | None, reviewed: list[int]
) -> None:
    dated = article(text, event=event, published=published, reviewed=tuple(reviewed))
    found = fit(question, dated, text, text)
    assert -1 <= found.value <= 1
    assert found.excluded == (found.value == -1)


@pytest.mark.parametrize(
    ("question", "excluded"),
    [
        ("Từ đầu năm 2024 Sở thu được bao nhiêu?", True),
        ("How much has the office collected since 2024?", True),
        ("Từ năm 2019 Sở thu được bao nhiêu?", False),
    ],
)
def test_article_does_not_know_what_was_so_since_a_later_time(question: str, excluded: bool) -> None:
    assert fit(question, A, NAMELESS, NAMELESS).excluded is excluded
