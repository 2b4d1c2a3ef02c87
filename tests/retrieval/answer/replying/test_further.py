"""Who else: somebody new who did what is asked for, or an honest no."""

from collections.abc import Callable

import pytest

from retrieval.answer.reply import RefusalReason, Reply, Status
from retrieval.answer.turns import turn_after
from retrieval.engine import Engine
from retrieval.query.conversation import Turn
from tests.retrieval.answer.conftest import TODAY

CHAIRED = "Hội thảo lúa\n\nNgày 2-3-2023, ông Lê Văn An, Giám đốc Sở Nông nghiệp, chủ trì hội thảo lúa chịu mặn.\n"
SPOKE = (
    "Ý kiến hội thảo lúa\n\nNgày 2-3-2023, hội thảo lúa chịu mặn nghe nhiều ý kiến. Bà Trần Thị Bích phát biểu rằng "
    "giống mới cần được trồng thử.\n"
)
CHAIRED_TOO = (
    "Buổi chiều hội thảo\n\nChiều 2-3-2023, bà Vũ Thị Cúc, Hiệu trưởng trường nghề, chủ trì hội thảo lúa chịu mặn cùng "
    "ông Lê Văn An.\n"
)
Converse = Callable[..., list[Reply]]


@pytest.fixture
def converse(engine_of: Callable[[dict[str, str]], Engine]) -> Converse:
    """Return what asks one question after another of articles, one passage each, and gives the replies."""

    def talk(articles: list[str], *questions: str) -> list[Reply]:
        engine = engine_of({f"{number}.txt": text for number, text in enumerate(articles)})
        turn: Turn | None = None
        replies = []
        for question in questions:
            replies.append(engine.ask(question, top=1, previous=turn, today=TODAY))
            turn = turn_after(replies[-1], turn)
        return replies

    return talk


def answers(replies: list[Reply]) -> list[str | None]:
    return [reply.answer.text if reply.answer else None for reply in replies]


@pytest.mark.parametrize("more", ["còn ai nữa?", "con ai nua", "who else?"])
def test_speaker_is_not_one_more_chair(converse: Converse, more: str) -> None:
    replies = converse([CHAIRED, SPOKE], "Ai chủ trì hội thảo lúa chịu mặn?", more)
    assert answers(replies) == ["Lê Văn An", None]
    refusal = replies[-1].refusal
    assert refusal is not None
    assert refusal.reason is RefusalReason.NOTHING_MORE


def test_person_named_before_is_left_out_of_the_answer_and_its_marks(converse: Converse) -> None:
    replies = converse([CHAIRED, CHAIRED_TOO, SPOKE], "Ai chủ trì hội thảo lúa chịu mặn?", "còn ai nữa?", "ai nữa?")
    assert answers(replies) == ["Lê Văn An", "Vũ Thị Cúc", None]
    (citation,) = replies[1].citations
    assert [citation.excerpt[start:end] for start, end in citation.highlights] == ["Vũ Thị Cúc"]


def test_same_person_again_is_nothing_more(converse: Converse) -> None:
    again = "Lúa mới\n\nChiều 2-3-2023, Giám đốc Lê Văn An chủ trì hội thảo lúa chịu mặn lần nữa.\n"
    replies = converse([CHAIRED, again], "Ai chủ trì hội thảo lúa chịu mặn?", "còn ai khác không?")
    assert answers(replies)[1] is None


def test_other_kinds_of_answers_are_new_or_refused(converse: Converse) -> None:
    first = "Sáp nhập\n\nNgày 4-5-2023, xã Tân Lập được sáp nhập vào thị trấn Mới.\n"
    second = "Tin sáp nhập\n\nNgày 9-5-2023, xã Hòa Bình được sáp nhập vào thị trấn Mới.\n"
    replies = converse([first, second], "Xã nào được sáp nhập vào thị trấn Mới?", "xã nào nữa?", "còn xã nào nữa?")
    assert len({citation.article_id for reply in replies for citation in reply.citations}) == 2
    assert (replies[0].status, replies[2].status) == (Status.ANSWERED, Status.REFUSED)
