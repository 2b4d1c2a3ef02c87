"""Who chaired at which venue of one conference, on one article that names several."""

from collections.abc import Callable

import pytest

from retrieval.answer.reply import Status
from tests.retrieval.answer.conftest import Ask, Find

BRIEFING = {
    "giao-ban.txt": (
        "Giao ban trực tuyến về tiêm chủng\n\nThứ Hai, 02/10/2023\n\nChiều 1-10, Bộ Y tế tổ chức giao ban trực tuyến. "
        "Ông Trần Văn Thuấn chủ trì giao ban tại điểm cầu Hà Nội; Chủ tịch UBND tỉnh Võ Trọng Hải chủ trì tại điểm "
        "cầu Hà Tĩnh; bà Đoàn Ngọc Lâm chủ trì tại điểm cầu Quảng Bình. Dự giao ban ở Nghệ An có ông Bùi Đình Long.\n"
    ),
    "hop-bao.txt": (
        "Họp báo về tiêm chủng\n\nThứ Ba, 10/10/2023\n\nÔng Lưu Quang Minh chủ trì họp báo. Tại điểm cầu Cà Mau, dự "
        "họp báo có ông Lâm Văn Bi; bà Nguyễn Thu Tư. Dự họp báo tại Bạc Liêu có ông Phạm Văn Thiều; ông Lê Tấn Cận; "
        "dự họp báo tại Sóc Trăng có bà Hồ Thị Cẩm Đào.\n"
    ),
}


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Ai chủ trì giao ban ở Hà Tĩnh?", "Võ Trọng Hải"),
        ("ai chu tri giao ban o ha tinh", "Võ Trọng Hải"),
        ("Ai chủ trì giao ban tại điểm cầu Quảng Bình?", "Đoàn Ngọc Lâm"),
        ("Ai chủ trì giao ban tại điểm cầu tỉnh Hà Tĩnh?", "Võ Trọng Hải"),
        ("Ai chủ trì giao ban tại Hà Nội?", "Trần Văn Thuấn"),
        ("Who chaired the briefing in Quang Binh?", "Đoàn Ngọc Lâm"),
        ("Who was in charge at the Ha Tinh end of the briefing?", "Võ Trọng Hải"),
        ("Những ai dự họp báo tại điểm cầu Cà Mau?", "Lâm Văn Bi, Nguyễn Thu Tư"),
        ("Ai dự họp báo tại Sóc Trăng?", "Hồ Thị Cẩm Đào"),
        ("Những ai dự họp báo ở Bạc Liêu?", "Phạm Văn Thiều, Lê Tấn Cận"),
    ],
)
def test_person_named_with_the_place_in_one_clause_answers(
    find_of: Callable[[dict[str, str]], Find], question: str, answer: str
) -> None:
    best = find_of(BRIEFING)(question)[0]
    assert best.answers_at_place
    assert best.answer_text == answer


def test_passage_with_the_place_leads_its_article(find_of: Callable[[dict[str, str]], Find]) -> None:
    filler = "Giao ban trực tuyến về tiêm chủng bàn nhiều việc và có nhiều ý kiến. " * 40
    articles = {
        "dai.txt": (
            "Giao ban tiêm chủng\n\nThứ Hai, 02/10/2023\n\nÔng Trần Văn Thuấn chủ trì giao ban về tiêm chủng."
            f"\n\n{filler}\n\nTại Huế, bà Trương Thị Lan chủ trì.\n"
        )
    }
    best = find_of(articles)("Ai chủ trì giao ban trực tuyến về tiêm chủng ở Huế?")[0]
    assert best.answer_text == "Trương Thị Lan"


def test_chair_of_another_venue_does_not_answer(ask_of: Callable[[dict[str, str]], Ask]) -> None:
    reply = ask_of(BRIEFING)("Ai chủ trì giao ban tại điểm cầu Nghệ An?")
    assert (reply.status, reply.answer) == (Status.REFUSED, None)


def test_without_a_place_the_chair_of_the_whole_answers(find_of: Callable[[dict[str, str]], Find]) -> None:
    best = find_of(BRIEFING)("Ai chủ trì họp báo?")[0]
    assert (best.answers_at_place, best.is_of_another_venue) == (False, False)
    assert best.answer_text == "Lưu Quang Minh"
