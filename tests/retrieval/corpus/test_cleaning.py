"""Cleaning of pages of many kinds: in each page "+" lines are the article, "-" lines are the page around it."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retrieval.corpus.cleaning import CleanedText, Reason, clean
from retrieval.corpus.document import Declared, Document, DocumentFormat

_PAGES = {
    "sports, with a menu above and links below": """
- Trang chủ
- Thời sự
- Thế giới
- Kinh doanh
- Thể thao
- Giải trí
- Thứ bảy, 18/5/2024, 21:05 (GMT+7)
+ Đội chủ nhà ngược dòng ở phút bù giờ
+ Hai bàn thắng muộn giúp đội chủ nhà thắng 3-2 trên sân Lạch Tray tối 18/5.
+ Tỷ số
+ Hải Phòng 3-2 Nam Định
+ Hà Nội 1-1 Viettel
+ Thanh Hóa 0-0 Bình Dương
+ HLV chia sẻ rằng ông tự hào về các học trò.
- >> Bảng xếp hạng vòng 20
+ Ở trận còn lại, Hà Nội hòa Viettel 1-1 sau 90 phút ít cơ hội.
+ Lâm Thỏa
- Chia sẻ
- Facebook
- Twitter
- Lưu bài viết
- Tin liên quan
- Vì sao đội khách thủng lưới phút cuối?
- Lịch thi đấu vòng 21 giải vô địch quốc gia
- Bình luận (12)
- Ý kiến của bạn sẽ được xét duyệt trước khi đăng. Xin vui lòng gõ tiếng Việt có dấu
""",
    "weather table whose cells repeat": """
+ Thời tiết ngày mai
+ Hà Nội
+ Có mưa
+ Thanh Hóa
+ Có mưa
+ Huế
+ Có mưa
+ Đà Nẵng
+ Có mưa
+ Cần Thơ
+ Nắng
+ Người dân vùng núi cần đề phòng sạt lở đất và lũ quét trong đêm nay.
- Từ khóa: thời tiết, mưa lớn, lũ quét
- © 2024 Báo Khí tượng. Giấy phép số 12/GP-BTTTT.
""",
    "ministry portal": """
- Chuyển đến nội dung chính
- Trang chủ > Tin tức > Tin hoạt động
- Cỡ chữ: A- A A+
- In trang
+ Bộ ban hành hướng dẫn mới về an toàn hồ đập
- Ngày đăng: 05/06/2023
+ Ngày 5/6/2023, Bộ ban hành hướng dẫn về an toàn hồ chứa nước trước mùa mưa bão.
+ Hướng dẫn gồm ba phần:
+ - Kiểm tra hiện trạng
+ - Vận hành
+ - Thông tin liên lạc
+ Văn bản có hiệu lực từ ngày ký.
+ Vụ Quản lý đập
- Các tin khác
- Tập huấn phòng chống thiên tai cho cán bộ cấp xã năm 2023
- Kiểm tra công trình thủy lợi trước mùa lũ
- Cơ quan chủ quản: Bộ Nước sạch
- Địa chỉ: Số 1 đường Hồ, Hà Nội
- Điện thoại: 024 1234 5678
- Về đầu trang
""",
    "poem with a refrain": """
+ Mưa qua phố nhỏ
+ Mưa về trên mái ngói xưa
+ Em về trong một chiều mưa cuối mùa
+ Mưa về trên mái ngói xưa
+ Con đường ướt lá, hàng dừa nghiêng theo
+ Mưa về trên mái ngói xưa
+ Nguyễn Hạ
""",
    "recipe with short steps": """
+ Cách nấu canh chua cá lóc
+ Nguyên liệu
+ Cá lóc 1 con
+ Me 50 g
+ Cà chua 2 quả
+ Cách làm
+ Bước 1: Sơ chế
+ Cá làm sạch, cắt khúc, ướp với muối trong mười lăm phút cho thấm.
+ Bước 2: Nấu
+ Đun sôi nước với me, cho cá vào nấu chín rồi thêm cà chua, nêm vừa ăn.
- Chia sẻ bài viết này
- 0 bình luận
""",
    "English article": """
- Skip to main content
- Home
- News
- Business
- Sport
- We use cookies to give you the best experience on our site.
+ River ferry returns after two years
- Published: 12 March 2021 16:07
+ The ferry between the two towns returned to service on Friday after repairs.
+ "We have waited for this day," said the captain, a ferryman since 1998.
+ By Anna Reed
- Share this article
- Related articles
- Bridge toll to rise in spring, council says
- Read more: Timetable of the new ferry
- Copyright 2021 River News. All rights reserved.
""",
    "title under every picture, lead with and without the newspaper": """
+ Lễ hội hoa ban năm 2022 mở màn bên bờ hồ
+ Tối 12-3, lễ hội hoa ban mở màn bên bờ hồ với hơn 500 nghệ nhân tham gia diễu hành. (thiếu)
- Cập nhật: 07:15 13/03/2022
+ (Báo Núi) - Sáng nay, hàng nghìn người đã đến xem hoa nở trắng hai bên đường vào thành phố.
- Sáng nay, hàng nghìn người đã đến xem hoa nở trắng hai bên đường vào thành phố.
- Lễ hội hoa ban năm 2022 mở màn bên bờ hồ
+ Các nghệ nhân diễu hành trên phố chính
- LỄ HỘI HOA BAN NĂM 2022 MỞ MÀN BÊN BỜ HỒ.
+ Ban tổ chức cho biết lễ hội kéo dài đến hết ngày 15-3 với nhiều hoạt động ngoài trời.
- Các nghệ nhân diễu hành
- trên phố chính
- Lễ hội hoa ban năm 2022 mở màn bên bờ hồ (13/03/2022 07:15)
+ Lò Văn Pha
- Lò Văn Pha
- {{comment}}
- Tắt [X]
- ;
- ..
""",
    "list of fields under a colon at the end": """
+ Hội thảo bàn về năm lĩnh vực của thành phố trong mười năm tới, với 200 đại biểu.
+ Các lĩnh vực gồm:
+ Kinh tế
+ Giáo dục
+ Y tế
+ Văn hóa
+ Môi trường
+ Trần Mai
+ Phó Giám đốc Sở Kế hoạch và Đầu tư
""",
    "interview with a repeated speaker and short answers": """
+ Phóng viên:
+ Ông nghĩ gì về mùa giải này?
+ Trả lời:
+ Tôi nghĩ đó là một mùa giải đẹp, dù chúng tôi mất ba trụ cột vì chấn thương.
+ Phóng viên:
+ Còn mùa sau?
+ Trả lời:
+ Chúng tôi sẽ mạnh hơn nếu giữ được đội hình như hiện nay.
""",
    "time line with dates as headings": """
+ Diễn biến vụ chìm tàu
+ 12/03/2021
+ Tàu rời cảng lúc sáng sớm với 12 thuyền viên và 300 tấn hàng trên khoang.
+ 13/03/2021
+ Tàu mất liên lạc khi cách bờ khoảng 40 hải lý về phía đông nam.
""",
    "prose that begins like page furniture": """
+ Chia sẻ với phóng viên, ông Bình cho biết xưởng đã hoạt động lại từ tuần trước.
+ Trang web này sử dụng cookie để theo dõi người dùng, theo điều tra của nhóm nghiên cứu.
+ Bản quyền truyền hình thuộc về đài địa phương, theo hợp đồng ký năm 2019.
+ Hotline của trung tâm cấp cứu đã nhận 300 cuộc gọi trong đêm.
+ Cập nhật kiến thức cho nông dân là việc của trạm khuyến nông.
+ Đăng nhập vào hệ thống là bước đầu tiên mà người nộp thuế phải làm, bà Lan nói.
""",
    "unknown portlets in another language": """
- Ban lãnh đạo
- Toggle view
- Sơ đồ cổng
- Toggle view
- Hồ sơ mời thầu
- Toggle view
- Danh bạ
- Toggle view
+ Khánh thành cầu treo qua suối ở bản Pá Hốc
+ Cây cầu dài 60 m giúp gần một trăm hộ dân của bản đi lại trong mùa lũ.
""",
}


def _clean(text: str, form: DocumentFormat = DocumentFormat.TXT, title: str | None = None) -> CleanedText:
    return clean(Document("a", "a", form, text, Declared(title=title)))


@pytest.mark.parametrize("name", _PAGES)
@pytest.mark.parametrize("separator", ["\n", "\n\n", "\r\n \u00a0\r\n"], ids=["single", "double", "windows"])
def test_page_keeps_exactly_its_article(name: str, separator: str) -> None:
    lines = _PAGES[name].strip().split("\n")
    expected = [line[2:] for line in lines if line.startswith("+ ")]
    assert _clean(separator.join(line[2:] for line in lines)).text.split("\n\n") == expected


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{name} - {time}", Reason.TEMPLATE),
        ("0 bình luận", Reason.INTERFACE),
        ("Skip portletPortlet Menu", Reason.INTERFACE),
        ("Số lượt truy cập: 012.345", Reason.INTERFACE),
        ("Đang online: 17", Reason.INTERFACE),
        ("Họ và tên Email Nội dung", Reason.INTERFACE),
        (" |  Đầu trang", Reason.INTERFACE),
        (". ..", Reason.STRAY_PUNCTUATION),
        ("Cập nhật: 16:07 12/03/2021", Reason.STAMP),
        ("Thứ Hai, 02/07/2018, 17:14 (GMT+7)", Reason.STAMP),
        ("Xem thêm: Giá vàng hôm nay", Reason.RELATED),
        ("Tags: bóng đá, V-League", Reason.TAGS),
        ("Trang chủ | Thời sự | Thể thao | Giải trí", Reason.NAVIGATION),
        ("Trang chủ Thời sự Thể thao Giải trí", Reason.NAVIGATION),
        ("Bản quyền thuộc Báo Núi", Reason.FOOTER),
        ("Hotline: 0912 345 678", Reason.FOOTER),
        ("Bản quyền thuộc về tòa soạn. Mọi hình thức sao chép lại phải được đồng ý trước.", Reason.FOOTER),
        ("Website này sử dụng cookie để phục vụ bạn tốt hơn", Reason.FOOTER),
    ],
)
def test_removed_line_tells_its_number_and_reason(line: str, reason: Reason) -> None:
    prose = "Mưa lớn gây ngập nhiều tuyến phố trung tâm trong sáng nay, xe cộ đi lại khó khăn."
    removed = _clean(f"{prose}\n\n{line}").removed
    assert [(item.line_number, item.reason) for item in removed] == [(3, reason)]


@pytest.mark.parametrize(
    "line",
    [
        "Số lượt truy cập tăng gấp đôi so với năm ngoái.",
        "Số người truy cập: tăng 12 lần",
        "Email và điện thoại là hai cách liên hệ chính.",
        "Đang trực tuyến với khán giả là ca sĩ Mỹ Tâm",
    ],
)
def test_prose_about_visitors_and_forms_stays(line: str) -> None:
    prose = "Mưa lớn gây ngập nhiều tuyến phố trung tâm trong sáng nay, xe cộ đi lại khó khăn."
    assert _clean(f"{prose}\n\n{line}\n\n{prose[::-1]}").removed == ()


def test_wiki_passage_passes_unchanged() -> None:
    passage = "Paris là thủ đô của Pháp, nằm bên sông Seine ; dân số 2.1 triệu. .. (số liệu 2015)"
    cleaned = _clean(passage, DocumentFormat.JSONL)
    assert (cleaned.text, cleaned.removed) == (passage, ())


def test_spaces_are_squeezed_and_nothing_else_is_mended() -> None:
    text = "Quy định\u00a0số 50- QĐ/TW   về dịch VOVID-19  được áp dụng từ hôm nay”. .."
    assert _clean(text).text == "Quy định số 50- QĐ/TW về dịch VOVID-19 được áp dụng từ hôm nay”. .."


def test_nfd_page_gives_nfc_text() -> None:
    text = "Hội nghị diễn ra tại thành phố Huế vào sáng nay với 300 đại biểu."
    assert _clean(unicodedata.normalize("NFD", text)).text == text


def test_page_of_furniture_only_gives_empty_text() -> None:
    page = "Trang chủ\nThời sự\nThể thao\nChia sẻ bài viết\n{name} - {time}\n0 bình luận\n|\n© 2021 Báo Núi"
    assert _clean(page).text == ""


def test_line_that_says_one_thing_twice_keeps_one() -> None:
    cleaned = _clean("Cháy chợ ở ngoại thành trong đêm Cháy chợ ở ngoại thành trong đêm")
    assert cleaned.text == "Cháy chợ ở ngoại thành trong đêm"
    assert [line.reason for line in cleaned.removed] == [Reason.REPEATED]


def test_chant_of_few_words_stays_doubled() -> None:
    assert _clean("Việt Nam ơi Việt Nam ơi").text == "Việt Nam ơi Việt Nam ơi"


def test_declared_title_stays_though_it_reads_as_a_menu_item() -> None:
    page = "Thể thao\nDu lịch\nGiáo dục\nBình luận\nCâu chuyện dài về một người làm báo ở miền núi xa xôi."
    assert _clean(page, title="Bình luận").text.startswith("Bình luận\n\nCâu chuyện")


def test_teaser_cut_short_gives_way_to_the_whole_paragraph() -> None:
    whole = "Sáng nay hàng nghìn người đã đến xem hoa nở trắng hai bên đường vào thành phố."
    assert _clean(f"Sáng nay hàng nghìn người đã đến xem hoa nở...\n{whole}").text == whole


def test_lines_wrapped_at_a_width_become_whole_paragraphs() -> None:
    page = (
        "Người dân ở các bản vùng cao đã bắt đầu mùa gặt sớm hơn mọi năm\n"
        "vì lo ngại bão số năm sẽ đổ bộ vào cuối tuần này, theo dự báo\n"
        "của trung tâm khí tượng. Chính quyền huy động thêm lực lượng để\n"
        "giúp các hộ neo người.\n\n"
        "Đến chiều qua, hơn một nửa diện tích lúa đã được gặt xong và đưa\n"
        "về kho của hợp tác xã."
    )
    paragraphs = _clean(page).text.split("\n\n")
    assert [paragraph[:12] for paragraph in paragraphs] == ["Người dân ở ", "Đến chiều qu"]


_LINES = st.one_of(
    st.sampled_from([line[2:] for page in _PAGES.values() for line in page.strip().split("\n")]),
    st.text(alphabet="aăbcđe ờộẫ.,:;(){}|-0123\u00a0ABĐ", max_size=30),
)


@settings(deadline=None, max_examples=150)
@given(st.lists(_LINES, max_size=25), st.sampled_from(["\n", "\n\n"]))
def test_surviving_lines_come_from_the_page_and_cleaning_is_idempotent(lines: list[str], separator: str) -> None:
    raw = separator.join(lines)
    cleaned = _clean(raw)
    squeezed = " ".join(raw.split())
    assert all(line in squeezed for line in cleaned.text.split("\n\n"))
    again = _clean(cleaned.text)
    assert (again.text, again.removed) == (cleaned.text, ())
