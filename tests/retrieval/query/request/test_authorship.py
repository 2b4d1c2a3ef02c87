"""Who wrote an article: the ways of asking for it, and the works that are told of in articles."""

import pytest

from retrieval.query.language import Language
from retrieval.query.request.answer_type import AnswerType, answer_request
from retrieval.text.spelling import fold

VIETNAMESE = [
    "Ai viết bài này?",
    "Ai viết tin này?",
    "Ai là người viết bài báo về giá gạo?",
    "Ai là tác giả của bài viết về bão số 3?",
    "Ai chấp bút bài viết về hạn mặn?",
    "Ai viết những bài về chuyển đổi số?",
    "Tác giả bài viết về giá xăng là ai?",
    "Tác giả của bài báo nói về thuế là người nào?",
    "Cho tôi biết tác giả bài báo về tuyển sinh",
    "Tên tác giả bài viết về học phí là gì?",
    "Người viết bài về chợ nổi là ai?",
    "Nhà báo nào viết bài về cầu Cần Thơ?",
    "Bài về lễ hội hoa của phóng viên nào?",
    "Bài viết về giải bóng đá do ai viết?",
    "Bài báo về giá vàng là của ai?",
    "Bài phỏng vấn bộ trưởng do ai thực hiện?",
    "Bài viết về hạn mặn ai viết vậy?",
    "Bài viết này tác giả là ai?",
    "Bài về đội tuyển đoạt giải do ai viết?",
    "Người tổng hợp bản tin về mưa lũ tên là gì?",
    "Phóng viên nào đứng tên bài trên báo về mùa nho?",
]
ENGLISH = [
    "Who wrote this article?",
    "Who wrote the article on rice prices?",
    "Which reporter wrote the story on the new bridge?",
    "Who is the author of the article on tuition fees?",
    "Name the author of the piece on tourism",
    "What is the name of the reporter who wrote the article on salt?",
    "By whom was the article on the airport written?",
    "Who was the report on pork prices written by?",
    "Whose byline is on the article about schools?",
    "The article on the metro was written by whom?",
    "Who put together the article on salt?",
    "Who signed the May article about the port?",
]
POSSIBLE = [
    ("Bài “Đà Lạt vào mùa hoa” do ai viết?", Language.VIETNAMESE),
    ("Ai đã viết về vụ cháy rừng?", Language.VIETNAMESE),
    ("Phóng viên nào đưa tin mưa lũ?", Language.VIETNAMESE),
    ("Tin mưa lũ trên báo Quảng Trị do ai viết?", Language.VIETNAMESE),
    ("Who wrote about the flood?", Language.ENGLISH),
    ("Who reported on the storm?", Language.ENGLISH),
    ("Which journalist covered the final?", Language.ENGLISH),
]
OTHERS = [
    ("Ai viết bài hát Tiến quân ca?", Language.VIETNAMESE),
    ("Ai là tác giả bài thơ Tự tình?", Language.VIETNAMESE),
    ("Bài thơ này do ai viết?", Language.VIETNAMESE),
    ("Ai viết cuốn sách về Hà Nội?", Language.VIETNAMESE),
    ("Bài về cuốn sách do ai viết?", Language.VIETNAMESE),
    ("Ai viết thư cho học sinh?", Language.VIETNAMESE),
    ("Ai viết tin nhắn cho nạn nhân?", Language.VIETNAMESE),
    ("Bài phát biểu của ai được chú ý?", Language.VIETNAMESE),
    ("Ai là tác giả bài báo đoạt giải A?", Language.VIETNAMESE),
    ("Cuộc thi trao giải cho bài viết của ai?", Language.VIETNAMESE),
    ("Bài viết về hội nghị do ai chủ trì?", Language.VIETNAMESE),
    ("Bài viết nhắc đến ai?", Language.VIETNAMESE),
    ("Tác giả bài viết nói gì về giá xăng?", Language.VIETNAMESE),
    ("Tác giả bài viết cho rằng nguyên nhân là gì?", Language.VIETNAMESE),
    ("Who wrote the song Tien Quan Ca?", Language.ENGLISH),
    ("Who wrote the short story about the war?", Language.ENGLISH),
    ("Which author wrote Love Story?", Language.ENGLISH),
    ("Who wrote the letter to the pupils?", Language.ENGLISH),
    ("Who wrote the article that won the prize?", Language.ENGLISH),
    ("What does the author of the article say about prices?", Language.ENGLISH),
    ("Who was the report written for?", Language.ENGLISH),
    ("Who is the report about?", Language.ENGLISH),
    ("Who reported on behalf of the port?", Language.ENGLISH),
    ("Who put together the team in the article?", Language.ENGLISH),
    ("Who signed the agreement on the port?", Language.ENGLISH),
]


@pytest.mark.parametrize("question", VIETNAMESE)
def test_author_of_an_article_is_asked_for_with_marks_and_without(question: str) -> None:
    for request in (
        answer_request(question, Language.VIETNAMESE),
        answer_request(fold(question), Language.VIETNAMESE, restored=True),
    ):
        assert (request.names_article, request.asks_author) == (True, True)
        assert request.type in {AnswerType.PERSON, AnswerType.PERSONS}
        assert (request.roles, request.name) == ((), ())


@pytest.mark.parametrize("question", ENGLISH)
def test_author_of_an_article_is_asked_for_in_english(question: str) -> None:
    request = answer_request(question, Language.ENGLISH)
    assert (request.names_article, request.type) == (True, AnswerType.PERSON)


@pytest.mark.parametrize(("question", "language"), POSSIBLE)
def test_question_that_may_mean_what_an_article_tells_does_not_speak_of_an_article(
    question: str, language: Language
) -> None:
    request = answer_request(question, language)
    assert (request.asks_author, request.names_article) == (True, False)


@pytest.mark.parametrize(("question", "language"), OTHERS)
def test_other_works_and_what_an_article_says_are_not_taken_for_its_author(question: str, language: Language) -> None:
    request = answer_request(question, language)
    assert (request.asks_author, request.names_article) == (False, False)
