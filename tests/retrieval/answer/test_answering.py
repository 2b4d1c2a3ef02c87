"""From a question to a reply on small corpora: what is left out, offered beside the answer, or refused, and why."""

from collections.abc import Callable

import pytest

from retrieval.answer.reply import RefusalReason, Reply, Status
from tests.retrieval.answer.conftest import Ask

HELD_2021 = (
    "Hội nghị bàn việc trồng rừng\n\n(Baothanhhoa.vn) - Sáng 12-3-2021, ngành kiểm lâm tổ chức hội nghị tổng kết "
    "công tác trồng rừng năm 2020. Ông Nguyễn Văn An chủ trì hội nghị trồng rừng tại Huế.\n"
)
REVIEWS_2021 = (
    "Nhìn lại một năm trồng rừng\n\n(Baothanhhoa.vn) - Ngày 13-1-2022, ngành kiểm lâm tổ chức hội nghị tổng kết "
    "công tác trồng rừng năm 2021. Bà Trần Thị Bình chủ trì hội nghị trồng rừng tại Huế.\n"
)
CONFERENCES = {"giu-rung.txt": HELD_2021, "nhin-lai.txt": REVIEWS_2021}


def reason_of(reply: Reply) -> RefusalReason | None:
    return reply.refusal.reason if reply.refusal else None


@pytest.mark.parametrize("question", ["Ai chủ trì hội nghị năm 2021?", "Who chaired the 2021 conference?"])
def test_conference_of_a_year_is_the_one_held_then_and_the_other_is_offered(
    ask_of: Callable[[dict[str, str]], Ask], question: str
) -> None:
    reply = ask_of(CONFERENCES)(question)
    assert reply.citations[0].article_id == "giu-rung.txt"
    (other,) = reply.alternatives
    assert other.citation.article_id == "nhin-lai.txt"
    assert "Nhìn lại một năm trồng rừng" in other.text
    assert "Trần Thị Bình" in other.answer


def test_conference_that_reviews_a_year_is_told_from_the_one_held_then(
    ask_of: Callable[[dict[str, str]], Ask],
) -> None:
    reply = ask_of(CONFERENCES)("Ai chủ trì hội nghị tổng kết năm 2021?")
    assert reply.citations[0].article_id == "nhin-lai.txt"


def test_year_that_no_article_is_of_is_the_reason_of_the_refusal(ask_of: Callable[[dict[str, str]], Ask]) -> None:
    reply = ask_of(CONFERENCES)("ai chu tri hoi nghi trong rung nam 2015")
    assert reason_of(reply) is RefusalReason.DATE_NOT_FOUND
    assert reply.refusal is not None
    assert "năm 2015" in reply.refusal.text
    assert reply.analysis.dates == ("2015",)
    assert reply.citations  # the nearest passages are shown all the same


def test_last_year_is_counted_from_today(ask_of: Callable[[dict[str, str]], Ask]) -> None:
    reply = ask_of(CONFERENCES)("Ai chủ trì hội nghị trồng rừng năm ngoái?")
    assert (reply.analysis.dates, reason_of(reply)) == (("2023",), RefusalReason.DATE_NOT_FOUND)


def test_newest_is_preferred_where_it_is_asked_for(ask_of: Callable[[dict[str, str]], Ask]) -> None:
    reply = ask_of(CONFERENCES)("Hội nghị trồng rừng mới nhất do ai chủ trì?")
    assert reply.citations[0].article_id == "nhin-lai.txt"


@pytest.mark.parametrize(
    ("question", "name"),
    [("Ai chủ trì hội nghị trồng rừng ở Cần Thơ?", "Cần Thơ"), ("Who chaired the conference in Can Tho?", "Can Tho")],
)
def test_place_that_no_article_names_is_the_reason_of_the_refusal(
    ask_of: Callable[[dict[str, str]], Ask], question: str, name: str
) -> None:
    reply = ask_of(CONFERENCES)(question)
    assert reason_of(reply) is RefusalReason.NAME_NOT_FOUND
    assert reply.refusal is not None
    assert name in reply.refusal.text


def test_copies_of_a_passage_are_shown_once_with_their_count(ask_of: Callable[[dict[str, str]], Ask]) -> None:
    syndicated = {
        "mot.txt": HELD_2021,
        "hai.txt": HELD_2021.replace("Baothanhhoa.vn", "TTXVN"),
        "ba.txt": HELD_2021.replace("tổ chức hội nghị", "đã tổ chức hội nghị"),
        "khac.txt": "Giá vàng tăng\n\nNgày 5-6-2023, giá vàng miếng tăng 500.000 đồng mỗi lượng so với hôm trước.\n",
    }
    reply = ask_of(syndicated)("Ai chủ trì hội nghị trồng rừng?")
    assert [citation.copies for citation in reply.citations] == [2, 0]
    assert [citation.rank for citation in reply.citations] == [1, 2]


def test_reports_that_differ_in_a_figure_are_no_copies(ask_of: Callable[[dict[str, str]], Ask]) -> None:
    day = "Giá vàng ngày {n}-6\n\nNgày {n}-6-2023, giá vàng miếng tăng {n}00.000 đồng mỗi lượng so với hôm trước.\n"
    reply = ask_of({f"{n}.txt": day.format(n=n) for n in (5, 6, 7)})("Giá vàng miếng tăng bao nhiêu?")
    assert [citation.copies for citation in reply.citations] == [0, 0, 0]


def test_author_is_found_in_the_byline_far_from_the_subject(ask_of: Callable[[dict[str, str]], Ask]) -> None:
    long = "\n\n".join(f"Đoạn {n}: người dân vùng cao trồng thêm rừng gỗ lớn trong mùa mưa này." for n in range(60))
    articles = {
        "rung.txt": f"Trồng rừng gỗ lớn ở vùng cao\n\n(Baothanhhoa.vn) - {long}\n\nLê Hải Yến\n",
        "vang.txt": "Giá vàng tăng\n\n(Baothanhhoa.vn) - Giá vàng hôm nay tăng mạnh so với hôm qua.\n\nPhạm Minh\n",
    }
    reply = ask_of(articles)("Ai là tác giả bài viết về trồng rừng gỗ lớn ở vùng cao?")
    assert reply.answer is not None
    assert reply.answer.text == "Lê Hải Yến"
    start, end = reply.citations[0].highlights[0]
    assert reply.citations[0].excerpt[start:end] == "Lê Hải Yến"


@pytest.mark.parametrize("question", ["asdf qwer zxcv", "hello", "lorem ipsum dolor", "xyzzy là gì"])
def test_words_that_stand_in_no_article_are_not_answered(
    ask_of: Callable[[dict[str, str]], Ask], question: str
) -> None:
    assert ask_of(CONFERENCES)(question).status is Status.REFUSED


def test_author_question_offers_no_other_persons(ask_of: Callable[[dict[str, str]], Ask]) -> None:
    articles = {name: f"{text}\nPhạm Minh\n" for name, text in CONFERENCES.items()}
    assert ask_of(articles)("Ai là tác giả bài viết về hội nghị trồng rừng?").alternatives == ()


def test_refused_and_answered_replies_hold_together(ask_of: Callable[[dict[str, str]], Ask]) -> None:
    for question in ("Ai chủ trì hội nghị trồng rừng?", "Giá vàng?", "Cần Thơ", "năm 1999"):
        reply = ask_of(CONFERENCES)(question, top=1)
        assert (reply.status is Status.ANSWERED) == (reply.refusal is None) == (reply.answer is not None)
        assert len(reply.citations) <= 1
