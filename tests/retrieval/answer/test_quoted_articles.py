"""A question that names an article by its title is answered from that article, and by more than the title's words."""

from collections.abc import Callable

import pytest

from retrieval.answer.reply import Status
from retrieval.engine import Engine
from retrieval.query.conversation import Turn
from retrieval.query.language import Language
from tests.retrieval.answer.conftest import TODAY, Ask

TITLE = "Khởi công cây cầu mới bắc qua sông Trà"
ARTICLES = {
    "cau.txt": f"{TITLE}\n\nSáng 5-6-2023, tỉnh khởi công cây cầu mới bắc qua sông Trà. Dự án trị giá 500 tỷ đồng. Cầu "
    "dài 1.200 mét.\n",
    "duong.txt": "Mở rộng đường ven biển\n\nSáng 7-8-2023, tỉnh mở rộng đường ven biển. Dự án trị giá 900 tỷ đồng, do "
    "ông Lê Văn An phụ trách.\n",
    "khong-ten.txt": "Ngày 9-9-2023, mưa lớn ở vùng núi.\n",
}


@pytest.mark.parametrize(
    ("title", "answer"),
    [
        (TITLE, "500 tỷ đồng"),
        (TITLE.lower(), "500 tỷ đồng"),
        ("Khoi cong cay cau moi bac qua song Tra.", "500 tỷ đồng"),
        ("Mở rộng đường ven biển", "900 tỷ đồng"),
    ],
)
def test_question_is_answered_from_the_article_that_it_names(
    ask_of: Callable[[dict[str, str]], Ask], title: str, answer: str
) -> None:
    reply = ask_of(ARTICLES)(f"Dự án trong bài “{title}” trị giá bao nhiêu?")
    assert reply.answer is not None
    assert reply.answer.text == answer
    assert len({citation.article_id for citation in reply.citations}) == 1


@pytest.mark.parametrize(
    "asked", ["Lễ hội trong bài “{}” diễn ra khi nào?", "Trường trong bài “{}” có bao nhiêu học sinh?"]
)
def test_words_of_the_title_are_no_answer_to_what_the_article_leaves_out(
    ask_of: Callable[[dict[str, str]], Ask], asked: str
) -> None:
    reply = ask_of(ARTICLES)(asked.format(TITLE))
    assert reply.status is Status.REFUSED
    assert {citation.article_id for citation in reply.citations} == {"cau.txt"}


def test_thing_of_the_article_cited_is_looked_for_there_by_its_own_words(
    engine_of: Callable[[dict[str, str]], Engine],
) -> None:
    before = Turn("Cầu dài bao nhiêu mét?", Language.VIETNAMESE, ("cau.txt#1",), "1.200 mét", TITLE)
    engine = engine_of(ARTICLES)
    worth = engine.ask("dự án này trị giá bao nhiêu?", previous=before, today=TODAY)
    assert worth.analysis.standalone == f"Dự án trong bài “{TITLE}” trị giá bao nhiêu?"
    assert worth.answer is not None
    assert worth.answer.text == "500 tỷ đồng"
    assert engine.ask("lễ hội đó diễn ra khi nào?", previous=before, today=TODAY).status is Status.REFUSED


def test_title_that_no_article_has_leaves_the_question_as_it_is(ask_of: Callable[[dict[str, str]], Ask]) -> None:
    reply = ask_of(ARTICLES)("Dự án mở rộng đường ven biển trong bài “Một bài khác” trị giá bao nhiêu?")
    assert reply.citations[0].article_id == "duong.txt"
