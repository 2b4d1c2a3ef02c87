"""The title by which a question names an article is told from what it asks of it."""

import pytest

from retrieval.query.language import Language
from retrieval.query.names.quoted_article import find_quoted_article

VI, EN = Language.VIETNAMESE, Language.ENGLISH


@pytest.mark.parametrize(
    ("question", "language", "title", "rest"),
    [
        ("Dự án trong bài “Cầu mới” trị giá bao nhiêu?", VI, "Cầu mới", "Dự án trị giá bao nhiêu?"),
        ('Theo bài báo "Cầu mới", ai thiết kế cầu?', VI, "Cầu mới", "Ai thiết kế cầu?"),
        ("Ở bản tin «Cầu mới» có bao nhiêu nhịp?", VI, "Cầu mới", "Có bao nhiêu nhịp?"),
        ("Where was the fair in the article “Cầu mới” held?", EN, "Cầu mới", "Where was the fair held?"),
        ("According to the story “Cầu mới”, who paid?", EN, "Cầu mới", "Who paid?"),
    ],
)
def test_title_is_parted_from_what_is_asked(question: str, language: Language, title: str, rest: str) -> None:
    found = find_quoted_article(question, language)
    assert found is not None
    assert (found.title, found.rest) == (title, rest)


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("bài “Cầu mới” nói gì?", VI),
        ("còn bài “Cầu mới” thì sao?", VI),
        ("bài viết “Cầu mới” viết về nội dung gì?", VI),
        ("What is the article “Cầu mới” about?", EN),
        ("what about the article “Cầu mới”?", EN),
        ("Ai hát bài hát “Cầu mới”?", VI),
        ("Phim “Cầu mới” do ai đạo diễn?", VI),
        ("Bài báo nào viết về cầu mới?", VI),
        ("Dự án trong bài Cầu mới trị giá bao nhiêu?", VI),
    ],
)
def test_question_that_asks_nothing_else_or_quotes_no_article_is_whole(question: str, language: Language) -> None:
    assert find_quoted_article(question, language) is None
