"""Two pages laid out as Vietnamese newspapers and government portals do: every sentence of the article comes out."""

from pathlib import Path

import pytest

from retrieval.corpus.document import Declared
from tests.retrieval.corpus.reading_files import article, failure, windows_1258

NEWSPAPER = """<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8">
<title>Ban Tổ chức Trung ương tổng kết công tác năm 2021 - Báo Ví Dụ</title>
<meta property="og:title" content="Ban Tổ chức Trung ương tổng kết công tác năm 2021">
<meta property="og:site_name" content="Báo Ví Dụ"><meta name="author" content="Nguyễn Thị Hoa">
<meta property="article:published_time" content="2022-01-13T10:15:00+07:00">
<link rel="canonical" href="https://baovidu.vn/tong-ket-2021-123.html">
<script>var x = "không phải bài";</script><style>p { color: red }</style></head><body>
<header class="top-header"><a href="/">Báo Ví Dụ</a><form><input placeholder="Tìm kiếm"></form></header>
<nav class="main-nav"><ul><li><a href="/thoi-su">Thời sự</a></li><li><a href="/the-gioi">Thế giới</a></li></ul></nav>
<section class="page-detail"><div class="container"><div class="sidebar-1">
<div class="header-content"><ul class="breadcrumb"><li><a href="/thoi-su">Thời sự</a></li></ul>
<span class="date">Thứ năm, 13/1/2022, 10:15 (GMT+7)</span></div>
<h1 class="title-detail">Ban Tổ chức Trung ương tổng kết công tác năm 2021</h1>
<p class="description"><span class="location-stamp">Hà Nội</span>Hội nghị trực tuyến toàn quốc diễn ra sáng 13/1,
do bà Trương Thị Mai chủ trì.</p>
<article class="fck_detail">
<p class="Normal">Theo báo cáo, năm 2021 toàn ngành đã tham mưu ban hành 35 văn bản, trong đó có 12 nghị quyết.</p>
<figure><picture><img src="a.jpg" alt="x"></picture>
<figcaption><p class="Image">Bà Trương Thị Mai phát biểu sáng 13/1. Ảnh: <em>Gia Huy</em></p></figcaption></figure>
<p class="Normal">Bà Mai yêu cầu tập trung vào <strong>ba nhiệm vụ</strong> sau đây:</p>
<ul><li>Hoàn thiện thể chế về công tác cán bộ.</li><li>Kiểm soát quyền lực.</li><li>Tinh gọn bộ máy.</li></ul>
<h2>Kết quả kết nạp đảng viên</h2>
<table><thead><tr><th>Năm</th><th>Đảng viên mới</th></tr></thead>
<tbody><tr><td>2020</td><td><p>172.000</p></td></tr><tr><td>2021</td><td>178.500</td></tr></tbody></table>
<blockquote><p>"Cán bộ là cái gốc của mọi công việc", bà Mai nhắc lại.</p></blockquote>
<p class="Normal">Hội nghị tiếp theo tổ chức tại <a href="/can-tho">Cần Thơ</a> vào tháng 7.</p>
<p class="author_mail"><strong>Nguyễn Thị Hoa</strong></p></article>
<div class="box-tinlienquanv2"><h3>Tin liên quan</h3>
<article><h4><a href="/a1">Bộ Chính trị họp về nhân sự tại Hà Nội chiều qua</a></h4></article></div>
<div id="box_comment"><h3>Ý kiến (2)</h3><p>Bài viết rất hay và bổ ích, cảm ơn tác giả nhiều.</p></div>
</div><div class="sidebar-2"><h3>Xem nhiều</h3><ul><li><a href="/b1">Giá vàng tăng vọt sáng nay</a></li></ul></div>
</div></section><footer><p>Giấy phép số 548/GP-BTTTT. Tổng biên tập: Phạm Văn Ví Dụ.</p></footer></body></html>"""
NEWSPAPER_TEXT = """Thứ năm, 13/1/2022, 10:15 (GMT+7)

Ban Tổ chức Trung ương tổng kết công tác năm 2021

Hà Nội Hội nghị trực tuyến toàn quốc diễn ra sáng 13/1, do bà Trương Thị Mai chủ trì.

Theo báo cáo, năm 2021 toàn ngành đã tham mưu ban hành 35 văn bản, trong đó có 12 nghị quyết.

Bà Trương Thị Mai phát biểu sáng 13/1. Ảnh: Gia Huy

Bà Mai yêu cầu tập trung vào ba nhiệm vụ sau đây:

Hoàn thiện thể chế về công tác cán bộ.
Kiểm soát quyền lực.
Tinh gọn bộ máy.

Kết quả kết nạp đảng viên

Năm | Đảng viên mới
2020 | 172.000
2021 | 178.500

"Cán bộ là cái gốc của mọi công việc", bà Mai nhắc lại.

Hội nghị tiếp theo tổ chức tại Cần Thơ vào tháng 7.

Nguyễn Thị Hoa"""

PORTAL = """<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1258">
<title>Hội nghị tổng kết công tác tổ chức năm 2020</title></head><body><form action="/aspnet">
<div id="header"><table><tr><td><img src="logo.gif"></td><td>CỔNG THÔNG TIN ĐIỆN TỬ</td></tr></table></div>
<table width="100%"><tr><td width="200" class="menu"><a href="1">Giới thiệu chung</a><br>
<a href="2">Hệ thống chính trị</a><br><a href="3">Tin tức sự kiện</a></td>
<td><div class="portlet-content"><div class="title">Hội nghị tổng kết công tác tổ chức năm 2020</div>
<div class="intro"><b>Ngày 4/3/2021, Quận ủy tổ chức hội nghị tổng kết công tác năm 2020.</b></div>
<div class="content">Đồng chí Lê Văn Tám, Bí thư Quận ủy, chủ trì hội nghị. Tham dự có 120 đại biểu.<br><br>
Báo cáo tại hội nghị cho biết đã kết nạp 87 đảng viên mới, đạt 109% kế hoạch.<br>
<div style="text-align:center"><img src="x.jpg"><br><i>Quang cảnh hội nghị. Ảnh: P.V</i></div>
Phát biểu kết luận, đồng chí Lê Văn Tám đề nghị các chi bộ nâng cao chất lượng sinh hoạt.<br><br>
Hội nghị đã khen thưởng 15 tập thể và 32 cá nhân.<br></div></div></td></tr></table>
<div id="footer">Địa chỉ: 12 Lê Lợi. Bản quyền thuộc UBND Quận.</div></form></body></html>"""
PORTAL_TEXT = """CỔNG THÔNG TIN ĐIỆN TỬ

Hội nghị tổng kết công tác tổ chức năm 2020

Ngày 4/3/2021, Quận ủy tổ chức hội nghị tổng kết công tác năm 2020.

Đồng chí Lê Văn Tám, Bí thư Quận ủy, chủ trì hội nghị. Tham dự có 120 đại biểu.

Báo cáo tại hội nghị cho biết đã kết nạp 87 đảng viên mới, đạt 109% kế hoạch.

Quang cảnh hội nghị. Ảnh: P.V

Phát biểu kết luận, đồng chí Lê Văn Tám đề nghị các chi bộ nâng cao chất lượng sinh hoạt.

Hội nghị đã khen thưởng 15 tập thể và 32 cá nhân."""


def test_newspaper_page_gives_the_whole_article_without_what_surrounds_it(tmp_path: Path) -> None:
    read = article(tmp_path, "a.html", NEWSPAPER)
    assert read.text == NEWSPAPER_TEXT
    assert read.declared == Declared(
        title="Ban Tổ chức Trung ương tổng kết công tác năm 2021",
        published="2022-01-13",
        source="Báo Ví Dụ",
        author="Nguyễn Thị Hoa",
        url="https://baovidu.vn/tong-ket-2021-123.html",
    )


def test_portal_page_laid_out_with_tables_gives_every_sentence(tmp_path: Path) -> None:
    read = article(tmp_path, "a.htm", windows_1258(PORTAL))
    assert read.text == PORTAL_TEXT
    assert read.declared.title == "Hội nghị tổng kết công tác tổ chức năm 2020"


@pytest.mark.parametrize(
    ("charset", "codec"),
    [("utf-8", "utf-8"), ("iso-8859-1", "utf-8"), ("koi8-r", "koi8-r"), ("no-such-charset", "utf-8")],
    ids=["utf-8", "utf-8-under-a-wrong-name", "koi8-r", "unknown-name"],
)
def test_charset_of_the_page_is_respected(tmp_path: Path, charset: str, codec: str) -> None:
    text = "Съезд партии" if codec == "koi8-r" else "Hội nghị tổng kết năm 2021"
    page = f'<html><head><meta charset="{charset}"></head><body><p>{text}</p></body></html>'
    assert article(tmp_path, "a.html", page.encode(codec)).text == text


def test_page_with_a_byte_order_mark_is_read(tmp_path: Path) -> None:
    page = '<html><head><meta charset="utf-8"></head><body><p>Hội nghị</p></body></html>'
    assert article(tmp_path, "a.html", page.encode("utf-16")).text == "Hội nghị"


def test_fragment_is_read_as_a_page_is(tmp_path: Path) -> None:
    fragment = "<h1>Hội nghị</h1><p>Bà Mai\nchủ trì.<!-- ẩn --> Hết.</p>chữ ngoài<pre>dòng 1\ndòng 2</pre>"
    assert (
        article(tmp_path, "a.html", fragment).text == "Hội nghị\n\nBà Mai chủ trì. Hết.\n\nchữ ngoài\n\ndòng 1\ndòng 2"
    )


def test_page_where_no_article_is_found_gives_all_its_text(tmp_path: Path) -> None:
    page = '<html><body><nav><a href="1">Trang chủ</a> <a href="2">Liên hệ</a></nav></body></html>'
    assert article(tmp_path, "a.html", page).text == "Trang chủ Liên hệ"


@pytest.mark.parametrize(
    "page", ["<html><body></body></html>", "<html><body><script>var a;</script></body></html>", "<!-- ẩn -->"]
)
def test_page_without_text_is_refused(tmp_path: Path, page: str) -> None:
    assert failure(tmp_path, "a.html", page) == "a.html holds no text: put the article there or remove the file"


def test_broken_utf_8_is_refused(tmp_path: Path) -> None:
    assert failure(tmp_path, "a.html", "<p>Hội\nnghị".encode() + b"\xff</p>") == (
        "a.html is broken UTF-8 at byte 15 (line 2): mend that place or save it as UTF-8 again"
    )
