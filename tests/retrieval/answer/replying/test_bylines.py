"""Who wrote an article: the byline in its text, or the honest reply that no excerpt shows it."""

import json
from collections.abc import Callable
from dataclasses import replace

import pytest

from retrieval.answer.reply import RefusalReason, Reply, Status
from retrieval.answer.replying.bylines import byline_of
from retrieval.records import ArticleRecord
from tests.retrieval.answer.conftest import Ask

RICE = "Giá gạo xuất khẩu lập đỉnh\n\nNgày 5-6-2023, giá gạo xuất khẩu tăng. Ông Nguyễn Văn An nói nhu cầu tăng."
GOLD = "Giá vàng tăng\n\n(Baothanhhoa.vn) - Giá vàng hôm nay tăng mạnh so với hôm qua.\n\nPhạm Minh\n"
ARTICLE = ArticleRecord(
    id="a", path="/a", line=None, format="txt", text="", title=None, source=None, author=None, url=None, published=None,
    published_time=None, event=None, reviewed_years=(), provenance={}, content_hash="",
)  # fmt: skip


def rows(*articles: dict[str, str]) -> dict[str, str]:
    return {"bai.jsonl": "".join(json.dumps(article) + "\n" for article in articles)}


def told(reply: Reply) -> tuple[RefusalReason, str] | None:
    return (reply.refusal.reason, reply.refusal.text) if reply.refusal else None


def names_in(text: str, author: str, title: str | None = None) -> list[str]:
    article = replace(ARTICLE, text=text, author=author, title=title)
    return [span.of(text) for span in byline_of(article)]


@pytest.mark.parametrize(
    ("question", "text"),
    [
        (
            "Ai viết bài về giá gạo xuất khẩu lập đỉnh?",
            "Nội dung bài báo không ghi tên tác giả; theo thông tin kèm theo bài, tác giả là Lê Hải Yến.",
        ),
        (
            "tac gia bai viet ve gia gao xuat khau lap dinh la ai",
            "Nội dung bài báo không ghi tên tác giả; theo thông tin kèm theo bài, tác giả là Lê Hải Yến.",
        ),
    ],
)
def test_author_whom_only_metadata_names_is_told_as_that_and_is_no_answer(
    ask_of: Callable[[dict[str, str]], Ask], question: str, text: str
) -> None:
    articles = rows({"id": "gao", "title": "Giá gạo xuất khẩu lập đỉnh", "author": "Lê Hải Yến", "text": RICE})
    reply = ask_of(articles | {"vang.txt": GOLD})(question)
    assert told(reply) == (RefusalReason.BYLINE_NOT_FOUND, text)
    assert (reply.status, reply.answer) == (Status.REFUSED, None)
    assert (reply.citations[0].article_id, reply.citations[0].author) == ("gao", "Lê Hải Yến")


def test_article_without_any_author_gives_no_person_of_its_text(ask_of: Callable[[dict[str, str]], Ask]) -> None:
    articles = rows({"id": "gao", "title": "Giá gạo xuất khẩu lập đỉnh", "text": RICE}) | {"vang.txt": GOLD}
    for question in ("Ai viết bài báo về giá gạo xuất khẩu lập đỉnh?", "Bài “Giá gạo xuất khẩu lập đỉnh” do ai viết?"):
        reply = ask_of(articles)(question)
        assert told(reply) == (RefusalReason.BYLINE_NOT_FOUND, "Không tìm thấy tên tác giả trong bài báo.")


def test_short_title_behind_the_word_for_an_article_is_the_article(ask_of: Callable[[dict[str, str]], Ask]) -> None:
    articles = rows({"id": "gao", "title": "Giá gạo", "text": RICE.replace(" xuất khẩu lập đỉnh", "", 1)})
    reply = ask_of(articles | {"vang.txt": GOLD})("Bài “Giá gạo” do ai viết?")
    assert told(reply) == (RefusalReason.BYLINE_NOT_FOUND, "Không tìm thấy tên tác giả trong bài báo.")


def test_two_authors_are_the_answer_each_marked(ask_of: Callable[[dict[str, str]], Ask]) -> None:
    rice = f"{RICE}\n\nBài, ảnh: Lê Hải Yến - Phạm Bình\n"
    articles = rows({"id": "gao", "author": "Lê Hải Yến, Phạm Bình", "text": rice}) | {"vang.txt": GOLD}
    reply = ask_of(articles)("Bài viết về giá gạo xuất khẩu lập đỉnh của phóng viên nào?")
    assert reply.answer is not None
    assert reply.answer.text == "Lê Hải Yến, Phạm Bình"
    first = reply.citations[0]
    assert [first.excerpt[start:end] for start, end in first.highlights] == ["Lê Hải Yến", "Phạm Bình"]


def test_who_wrote_about_something_is_answered_by_what_the_text_tells_where_no_author_is_known(
    ask_of: Callable[[dict[str, str]], Ask],
) -> None:
    river = "Dòng sông lớn\n\nNhà văn Trần Quang Minh đã viết về dòng sông lớn ở miền Trung.\n"
    reply = ask_of({"song.txt": river, "vang.txt": GOLD})("Ai đã viết về dòng sông lớn?")
    assert reply.answer is not None
    assert "Trần Quang Minh" in reply.answer.text


def test_who_wrote_about_something_means_the_author_where_one_is_known(ask_of: Callable[[dict[str, str]], Ask]) -> None:
    articles = rows({"id": "gao", "author": "Lê Hải Yến", "text": RICE}) | {"vang.txt": GOLD}
    reply = ask_of(articles)("Ai viết về giá gạo xuất khẩu?")
    assert reply.refusal is not None
    assert (reply.refusal.reason, "Lê Hải Yến" in reply.refusal.text) == (RefusalReason.BYLINE_NOT_FOUND, True)


@pytest.mark.parametrize(
    ("text", "author", "names"),
    [
        ("Một tin.\nLê An", "Lê An", ["Lê An"]),
        ("Một tin.\nLÊ AN (tổng hợp)", "Lê An", ["LÊ AN"]),
        ("Một tin.\nTác giả: TS. Lê An, Viện Kinh tế\nMai Hoa", "Lê An", ["Lê An"]),
        ("Lê An là người thắng.\nLê An\nẢnh: Lê An", "Lê An", ["Lê An"]),
        ("Một tin rất dài về mùa màng ở nhiều nơi. Một câu nữa cho dài thêm. Lê An", "Lê An", ["Lê An"]),
        ("Một tin.\nMai Hoa - Lê An", "Lê An, Mai Hoa", ["Mai Hoa", "Lê An"]),
        ("Một tin.\nMai Hoa", "Lê An, Mai Hoa", []),
        ("Bà Lan cười.\nHai câu.", "Lan", []),
        ("Một tin về ông Lê An và những người bạn của ông ở trong làng, ngoài xã và trên huyện", "Lê An", []),
        ("Lê Anh", "Lê An", []),
        ("Lê An vô địch\nMột tin.", "Lê An", []),
        ("Một tin.\nẢnh: Lê An", "Lê An", []),
    ],
)
def test_byline_is_a_line_of_names_not_a_mention(text: str, author: str, names: list[str]) -> None:
    assert names_in(text, author, title="Lê An vô địch") == names


def test_byline_is_the_last_one_and_offsets_are_of_the_article() -> None:
    article = replace(ARTICLE, text="Lê An\nMột tin.\nLê An", author="Lê An")
    assert [(span.start, span.end) for span in byline_of(article)] == [(15, 20)]
