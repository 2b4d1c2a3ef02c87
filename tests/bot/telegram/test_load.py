"""Two hundred chats that ask five questions each at once: every one answered, in order, and no refusal left at that."""

import pytest

from benchmarks.bot_crowd import Answer, Plan, crowd
from benchmarks.bot_load import QUESTIONS, is_right
from benchmarks.bot_reindex import compare
from bot.settings import Settings
from retrieval.answer.reply import Status
from retrieval.engine import Engine
from retrieval.evaluation.gold import AnswerRule, Question
from tests.bot.telegram.admins import Premises
from tests.bot.telegram.engines import HeldUntilReindexed, Remembering
from tests.support.corpora import write_corpus

pytestmark = pytest.mark.asyncio
ABOUT_THE_THREE = (
    "Ai chủ trì hội nghị?",
    "gia vang mieng tang bao nhieu",
    "Đội tuyển bóng đá thắng ngày nào?",
    "When did the football team win?",
    "Ai phát minh ra máy bay phản lực?",
    "Giá vàng miếng tăng bao nhiêu?",
)
ELSEWHERE = {
    f"tin-{n}.txt": f"Tin làng số {n}\n\nXã thứ {n} đã trồng {n * 7 + 5} ha rừng trong năm qua.\n" for n in range(5)
}


async def test_crowd_is_answered_whole_and_in_order(engine: Engine, settings: Settings) -> None:
    load = await crowd(Remembering(engine), Plan(QUESTIONS, n_chats=200, n_questions=5), settings)
    assert (len(load.answers), load.n_lost) == (1000, 0)
    assert (load.n_out_of_order, load.n_unhandled) == (0, 0)


async def test_reindex_in_the_middle_of_a_crowd_interrupts_no_answer_and_changes_none(premises: Premises) -> None:
    plan = Plan(ABOUT_THE_THREE, n_chats=6, n_questions=5)
    held = HeldUntilReindexed(premises.engine, n_free=30 + 20)  # the first crowd's, and two thirds of the second's
    found = await compare(held, plan, premises.settings, change=lambda corpus: write_corpus(corpus, ELSEWHERE))
    assert found.report.startswith("Đã cập nhật xong kho bài báo\n\nThêm mới: 5\n")
    assert (len(found.disturbed.answers), found.disturbed.n_lost, found.disturbed.n_out_of_order) == (30, 0, 0)
    assert found.disturbed.n_unhandled == 0
    assert (found.generation, found.n_after) == (2, 10)
    assert found.n_before + found.n_meanwhile == 20
    assert found.n_meanwhile > 0
    assert found.differences == []
    assert found.is_sound
    words = [answer.words for question, answer in found.disturbed.answers if answer and "hội nghị" in question]
    assert len(words) == 5
    assert all("Nguyễn Văn An" in answer for answer in words)


@pytest.mark.usefixtures("quick_children")
async def test_answer_that_changes_for_the_worse_is_told(premises: Premises) -> None:
    plan = Plan(ABOUT_THE_THREE[:2], n_chats=2, n_questions=2)
    held = HeldUntilReindexed(premises.engine, n_free=4 + 2)
    other = {"gia-vang.txt": "Giá vàng giảm\n\nNgày 6-6-2023, giá vàng miếng giảm 300.000 đồng mỗi lượng.\n"}
    found = await compare(held, plan, premises.settings, change=lambda corpus: write_corpus(corpus, other))
    assert {question for question, _, _ in found.worse} == {ABOUT_THE_THREE[1]}
    assert not found.is_sound


@pytest.mark.parametrize(
    ("articles", "answer", "expected"),
    [
        ({"gia-vang.txt"}, Answer(Status.ANSWERED, "500.000 đồng", "Giá vàng tăng 500.000 đồng.", 1, 0.1), True),
        ({"gia-vang.txt"}, Answer(Status.ANSWERED, "5.500.000 đồng", "Giá vàng tăng 5.500.000 đồng.", 1, 0.1), False),
        ({"gia-vang.txt"}, Answer(Status.REFUSED, "", "", 1, 0.1), False),
        (set(), Answer(Status.REFUSED, "", "", 1, 0.1), True),
        (set(), Answer(None, "Kho bài báo tạm thời chưa dùng được.", "", 0, 0.1), False),
        (set(), Answer(Status.ANSWERED, "500.000 đồng", "Giá vàng tăng 500.000 đồng.", 1, 0.1), False),
    ],
)
async def test_answer_is_right_when_it_holds_what_is_expected(
    articles: set[str], answer: Answer, expected: bool
) -> None:
    question = Question("1", "f", "Giá vàng?", frozenset(articles), ("500.000 đồng",), AnswerRule.ALL)
    assert is_right(question, answer) is expected
