"""When an article was published, asked for."""

from collections.abc import Callable

import pytest

from retrieval.answer.reply import RefusalReason, Reply
from tests.retrieval.answer.conftest import Ask

BODY = "Khách mua trái cây ở chợ nổi và nghe đờn ca trên sông. Chợ nổi có từ năm 1985.\n"
ARTICLES = {
    "cho-noi.txt": f"Chợ nổi đông khách\n\n(Baothanhhoa.vn) - Sáng 5-6-2020, chợ nổi mở hội trái cây. {BODY}",
    "gia-lua.txt": "Giá lúa tăng\n\nGiá lúa hè thu tăng nhẹ ở các tỉnh đồng bằng, nông dân phấn khởi.\n",
}
UNDATED = {**ARTICLES, "cho-noi.txt": f"Chợ nổi đông khách\n\nChợ nổi mở hội trái cây. {BODY}"}


def told(reply: Reply) -> tuple[RefusalReason, str] | str:
    if reply.refusal is None:
        return reply.answer.text if reply.answer else ""
    return reply.refusal.reason, reply.refusal.text


@pytest.mark.parametrize(
    "question", ["Bài báo về chợ nổi đông khách đăng ngày nào?", "bai bao ve cho noi dong khach dang ngay nao"]
)
def test_day_that_the_article_tells_of_is_not_taken_for_the_day_of_publication(
    ask_of: Callable[[dict[str, str]], Ask], question: str
) -> None:
    told_of = told(ask_of(UNDATED)(question))
    assert told_of == (RefusalReason.PUBLICATION_NOT_FOUND, "Không tìm thấy ngày đăng của bài báo.")


def test_day_of_publication_in_the_text_answers(ask_of: Callable[[dict[str, str]], Ask]) -> None:
    assert told(ask_of(ARTICLES)("Bài báo về chợ nổi mở hội trái cây được đăng khi nào?")) == "Sáng 5-6-2020"
