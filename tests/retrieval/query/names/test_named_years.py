"""Terms, school years and seasons named by their years, and which articles are about another one."""

import pytest

from retrieval.answer.evidence.naming import stands_in
from retrieval.query.language import Language
from retrieval.query.names.asked_name import NameKind
from retrieval.query.names.named_years import find_named_years

VIETNAMESE, ENGLISH = Language.VIETNAMESE, Language.ENGLISH


@pytest.mark.parametrize(
    ("question", "language", "found"),
    [
        ("Nhiệm kỳ 2005-2010 huyện mở mấy trạm y tế?", VIETNAMESE, [("2005-2010", "nhiệm kỳ")]),
        ("Hội Sinh viên khóa IX, nhiệm kỳ 2013 – 2018 bầu ai?", VIETNAMESE, [("2013 – 2018", "nhiệm kỳ")]),
        ("Năm học 2019/20 trường có mấy lớp?", VIETNAMESE, [("2019/20", "năm học")]),
        ("Giai đoạn 1981-1990 nhà máy có mấy lò?", VIETNAMESE, []),
        ("Mùa 2022 đội thắng mấy trận?", VIETNAMESE, []),
        ("Nhiệm kỳ 2018-2013 có ai?", VIETNAMESE, []),
        ("Who led the union in the 2013-2018 term?", ENGLISH, [("2013-2018", "nhiệm kỳ")]),
        ("How many classes opened in the school year 2019-2020?", ENGLISH, [("2019-2020", "năm học")]),
        ("What was built from 1689 to 1763 or in 1990-1995?", ENGLISH, []),
    ],
)
def test_years_behind_a_head_name_an_edition(question: str, language: Language, found: list[tuple[str, str]]) -> None:
    names = list(find_named_years(question, language))
    assert [(name.text, name.head) for name in names] == found
    assert all(name.is_firm and name.kind is NameKind.EDITION for name in names)


@pytest.mark.parametrize(
    ("article", "may_answer"),
    [
        ("Đại hội Hội Sinh viên nhiệm kỳ 2013 – 2018 có 90 đại biểu.", True),
        ("Đại hội Hội Sinh viên nhiệm kỳ 2018-2023 có 120 đại biểu.", False),
        ("Năm học 2018-2019, Hội Sinh viên có 120 chi hội.", True),
        ("Hội Sinh viên có 120 chi hội.", True),
    ],
)
def test_an_article_on_another_term_is_about_another_one(article: str, may_answer: bool) -> None:
    (name,) = find_named_years("Hội Sinh viên nhiệm kỳ 2013-2018 có bao nhiêu đại biểu?", VIETNAMESE)
    assert stands_in(name, article) is may_answer
