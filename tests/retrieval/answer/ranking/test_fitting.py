"""Events of two years in one collection: each question is answered from what is told of its year, or refused."""

from collections.abc import Callable

import pytest

from retrieval.answer.reply import RefusalReason, Status
from tests.retrieval.answer.conftest import Ask, Find

ARTICLES = {
    "2019.txt": (
        "Sông Lam Xanh vô địch giải bóng đá thanh niên\n\nThứ Hai, 16/09/2019\n\nChiều 15-9, trận chung kết "
        "giải bóng đá thanh niên diễn ra trên sân Vinh. Trọng tài Phạm Văn Tú điều khiển trận chung kết. Trận chung "
        "kết thu hút 8.000 khán giả.\n"
    ),
    "2022.txt": (
        "Hồng Lĩnh lên ngôi ở giải bóng đá thanh niên\n\nThứ Hai, 19/09/2022\n\nTối 18-9, trận chung kết "
        "giải bóng đá thanh niên diễn ra trên sân Hà Tĩnh. Trọng tài Võ Quang Huy điều khiển trận chung kết. Năm 2021, "
        "giải không tổ chức. Trận chung kết năm 2016 thu hút 11.000 người. Trận chung kết năm 2019, đội này thua.\n"
    ),
}
AskOf = Callable[[dict[str, str]], Ask]


@pytest.mark.parametrize(
    ("question", "article_id", "answer"),
    [
        ("Ai điều khiển trận chung kết năm 2019?", "2019.txt", "Phạm Văn Tú"),
        ("ai dieu khien tran chung ket nam 2019", "2019.txt", "Phạm Văn Tú"),
        ("Who refereed the 2022 final?", "2022.txt", "Võ Quang Huy"),
        ("Who refereed the September 2019 final?", "2019.txt", "Phạm Văn Tú"),
        ("Trận chung kết năm 2016 thu hút bao nhiêu khán giả?", "2022.txt", "11.000"),
        ("Trận chung kết năm 2019 thu hút bao nhiêu khán giả?", "2019.txt", "8.000"),
    ],
)
def test_event_of_a_year_is_answered_from_what_is_told_of_that_year(
    find_of: Callable[[dict[str, str]], Find], question: str, article_id: str, answer: str
) -> None:
    best = find_of(ARTICLES)(question)[0]
    assert (best.evidence.article.id, best.is_out) == (article_id, False)
    assert answer in best.answer_text


@pytest.mark.parametrize(
    "question",
    [
        "Ai điều khiển trận chung kết năm 2021?",
        "Ai điều khiển trận chung kết năm 2016?",
        "ai dieu khien tran chung ket nam 2016",
        "Năm 2016 ai điều khiển trận chung kết?",
        "Who refereed the 2016 final?",
        "Who refereed the September 2021 final?",
    ],
)
def test_event_of_a_year_that_an_article_only_mentions_is_refused(ask_of: AskOf, question: str) -> None:
    reply = ask_of(ARTICLES)(question)
    assert reply.status is Status.REFUSED
    assert reply.refusal is not None
    assert reply.refusal.reason is RefusalReason.DATE_NOT_FOUND


def test_fact_of_a_year_is_answered_from_a_later_conference(find_of: Callable[[dict[str, str]], Find]) -> None:
    articles = {
        "a.txt": (
            "Hội nghị ngành lâm nghiệp\n\nThứ Sáu, 12/03/2021\n\nSáng 12-3, Sở Nông nghiệp họp hội nghị lâm nghiệp. "
            "Bà Đào Thị Lan chủ trì hội nghị. Năm 2019, tỉnh trồng 5.400 ha rừng. Hội nghị có 90 đại biểu.\n"
        )
    }
    find = find_of(articles)
    assert "5.400" in find("Năm 2019 tỉnh trồng bao nhiêu ha rừng?")[0].answer_text
    assert "5.400" in find("Diện tích rừng trồng năm 2019 được nêu tại hội nghị là bao nhiêu ha?")[0].answer_text
    assert find("Hội nghị năm 2019 có bao nhiêu đại biểu?")[0].is_out
    assert find("Ai chủ trì hội nghị lâm nghiệp năm 2019?")[0].is_out
    assert not find("Ai chủ trì hội nghị lâm nghiệp năm 2021?")[0].is_out
