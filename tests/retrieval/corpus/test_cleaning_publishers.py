"""Names of newspapers and portals at the edges of a page go, those in the article stay; broken titles are joined."""

import pytest

from retrieval.corpus.cleaning import Reason, clean
from retrieval.corpus.document import Declared, Document, DocumentFormat
from retrieval.corpus.newspapers import is_agency, publisher_named

_BODY = "Xe cộ đi lại khó khăn trên nhiều tuyến phố, một số trường cho học sinh nghỉ học buổi chiều."


def _kept(text: str, title: str | None = None, kind: DocumentFormat = DocumentFormat.TXT) -> list[str]:
    document = Document("a", "a", kind, text, Declared(title=title))
    return clean(document).text.split("\n\n")


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Cổng thông tin điện tử thị xã Hoàng Mai", Reason.FOOTER),
        ("BÁO THANH HÓA", Reason.FOOTER),
        ("Báo Núi, ngày 4-9-2020", Reason.STAMP),
        ("(Theo VnExpress, 4/9/2020)", Reason.STAMP),
        ("Tạp chí Cộng sản - Thứ hai, 4/9/2020, 08:10", Reason.STAMP),
    ],
)
@pytest.mark.parametrize("below", [False, True])
def test_name_of_the_publisher_at_the_edge_goes(line: str, reason: Reason, below: bool) -> None:
    parts = ["Mưa lớn ở Huế", _BODY, line] if below else [line, "Mưa lớn ở Huế", _BODY]
    cleaned = clean(Document("a", "a.txt", DocumentFormat.TXT, "\n".join(parts)))
    assert [(item.text, item.reason) for item in cleaned.removed] == [(line, reason)]


@pytest.mark.parametrize(
    "line",
    [
        "Cổng thông tin điện tử thị xã Hoàng Mai ra mắt giao diện mới",
        "Báo Thanh Hóa nhận giải thưởng năm 2020",
        "Báo động lũ ở Huế ngày 4-9-2020",
        "BÁO CÁO TỔNG KẾT",
        "Đài Loan",
    ],
)
def test_headline_that_begins_like_a_publisher_stays(line: str) -> None:
    assert _kept(f"{line}\n{_BODY}") == [line, _BODY]


def test_list_of_publishers_stays() -> None:
    awards = ["Giải A:", "Báo Nghệ An", "Báo Hà Tĩnh", "Báo Lào Cai, ngày 1-2-2020", "Báo Núi, ngày 4-9-2020"]
    assert _kept("\n".join([_BODY, *awards])) == [_BODY, *awards]


def test_publisher_that_is_the_declared_title_stays() -> None:
    assert _kept(f"Báo Thanh Hóa\n{_BODY}", title="Báo Thanh Hóa") == ["Báo Thanh Hóa", _BODY]


_BROKEN_TITLE = ["Mưa lớn làm ngập nhiều phố", "và một số trường ở Huế"]


def test_broken_title_of_a_pdf_is_one_line() -> None:
    page = "\n\n".join([*_BROKEN_TITLE, _BODY])
    assert _kept(page, kind=DocumentFormat.PDF) == [" ".join(_BROKEN_TITLE), _BODY]
    assert _kept(page) == [*_BROKEN_TITLE, _BODY]


def test_broken_title_without_a_blank_line_is_one_line_anywhere() -> None:
    assert _kept("\n".join(_BROKEN_TITLE) + f"\n\n{_BODY}") == [" ".join(_BROKEN_TITLE), _BODY]


def test_broken_title_is_known_by_the_declared_one() -> None:
    text = f"Tin trong ngày hôm nay\nMưa lớn làm ngập\nHuế và Đà Nẵng\n{_BODY}"
    kept = _kept(text, title="Mưa lớn làm ngập Huế và Đà Nẵng")
    assert kept == ["Tin trong ngày hôm nay", "Mưa lớn làm ngập Huế và Đà Nẵng", _BODY]


def test_verse_in_lower_case_is_not_joined() -> None:
    verse = ["Mưa qua phố nhỏ", "mưa về trên mái ngói xưa", "em về trong một chiều mưa"]
    assert _kept("\n".join(verse)) == verse


def test_headlines_under_read_on_go() -> None:
    text = f"Mưa lớn ở Huế\n{_BODY}\nLê Hoàng\nXem thêm:\n- Đà Lạt đón khách ngày hè\nGửi bình luận\nGửi đi    Nhập lại"
    assert _kept(text) == ["Mưa lớn ở Huế", _BODY, "Lê Hoàng"]


def test_known_newspaper_is_named_in_full() -> None:
    assert publisher_named("BÁO GIÁO DỤC VÀ THỜI ĐẠI") == "Giáo dục & Thời đại"
    assert publisher_named("Đài Phát thanh - Truyền hình Nghệ An") == "Đài Phát thanh - Truyền hình Nghệ An"
    assert publisher_named("VnExpress") is None  # a line that must say that it is a newspaper


def test_agency_is_its_name_and_nothing_more() -> None:
    assert is_agency("SỞ GIÁO DỤC VÀ ĐÀO TẠO NGHỆ AN")
    assert is_agency("Bộ Y tế")
    assert is_agency("UBND tỉnh Nghệ An")
    assert not is_agency("Bộ Y tế khuyến cáo tiêm vắc-xin cúm")
