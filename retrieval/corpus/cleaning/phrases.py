"""The words of buttons, forms and menus on news pages, in Vietnamese and English, each list with how sure it is.

To teach cleaning a new site's words, add them here: to INTERFACE only what no line of an article can consist of.
"""

import re
from collections.abc import Sequence

from retrieval.corpus.cleaning.lines import key_of

_MENU_SECTIONS = 3
_LONGEST_SECTION_WORDS = 8
_SEPARATORS = re.compile(r"\s*(?:[|>»\u203a/•·\\]|→|::)\s*")


def _phrases(text: str) -> frozenset[str]:
    return frozenset(key_of(phrase) for phrase in text.replace("\n", ";").split(";") if phrase.strip())


# A line that is one of these is the page's own wherever it stands.
INTERFACE = _phrases("""
    đầu trang; lên đầu trang; về đầu trang; trở về đầu trang; in bài; in bài viết; in trang; in trang này
    bản in; bản để in; phóng to; thu nhỏ; phóng to chữ; cỡ chữ; cỡ chữ a a; tăng cỡ chữ; giảm cỡ chữ; a a
    a- a a+; a+ a-; aa; gửi bình luận; gửi đi nhập lại; gửi phản hồi; gửi ý kiến; viết bình luận; viết bình luận của bạn
    gửi ý kiến của bạn; gửi bình luận của bạn
    hủy bình luận; xem thêm bình luận; gửi bài viết; gửi email; gửi cho bạn bè; gửi bài viết cho bạn bè
    chia sẻ facebook; chia sẻ bài viết; chia sẻ bài viết này; chia sẻ lên facebook; chia sẻ lên zalo
    chia sẻ qua email; chia sẻ zalo; chia sẻ twitter; sao chép liên kết; sao chép link; copy link; lưu bài viết
    lưu bài; nghe bài viết; nghe đọc bài; nghe audio; đăng nhập để bình luận; mã xác nhận; mã bảo mật
    nhập mã xác nhận; xem bản đầy đủ; xem theo ngày; bình luận facebook; theo dõi chúng tôi
    theo dõi chúng tôi trên; theo dõi báo trên google news; đăng ký nhận bản tin; đăng ký nhận tin
    nhận thông báo; đóng cửa sổ; chuyển đến nội dung chính; bỏ qua nội dung; skip to content
    skip to main content; skip navigation; skip portlet; portlet menu; skip portlet portlet menu
    skip portletportlet menu; toggle navigation; back to top; go to top; print this page; print this article
    share this; share this article; share this story; share on facebook; share on twitter; share on x
    share via email; email this article; leave a comment; leave a reply; post comment; post a comment
    add a comment; view comments; view all comments; no comments; no comments yet; sign in to comment
    log in to comment; subscribe to our newsletter; sign up for our newsletter; follow us; follow us on
    advertisement; accept all cookies; accept cookies; quảng cáo
    (adsbygoogle = window.adsbygoogle || []).push({})
""")

# Buttons whose words could be a heading or an answer in an article: only at the edges, or beside other page furniture.
BUTTONS = _phrases("""
    trả lời; bình luận; phản hồi; thích; chia sẻ; gửi; hủy; đóng; in; lưu; email; e-mail; zalo; facebook
    twitter; youtube; linkedin; pinterest; telegram; messenger; tiktok; instagram; print; share; save; tweet
    pin it; reply; like; comment; comments; close; tên của bạn; email của bạn; họ tên; họ và tên; đăng nhập
    đăng ký; đăng xuất; tìm kiếm; mới nhất; cũ nhất; quan tâm nhất; ý kiến bạn đọc; đánh giá bài viết; tải thêm
    xem thêm; đọc thêm; quay lại; trở lại; trang trước; trang sau; tiếp theo; next; previous; prev; menu
    search; login; log in; sign in; register; sign up; subscribe; read more; see more; more; rss; sitemap
""")

# The sections that menus of news sites and portals are made of: a menu is known by several of them together.
SECTIONS = _phrases("""
    trang chủ; trang nhất; tin mới; tin mới nhất; tin nóng; tin tức; tin tức sự kiện; tin tức - sự kiện
    thời sự; chính trị; xã hội; kinh tế; chính trị - xã hội; văn hóa; văn hóa - xã hội; văn hóa - giải trí
    văn nghệ; thể thao; bóng đá; giáo dục; khoa học; công nghệ; khoa học - công nghệ; số hóa; sức khỏe; y tế
    đời sống; du lịch; pháp luật; an ninh; an ninh - quốc phòng; quốc phòng - an ninh; quốc phòng; thế giới
    quốc tế; trong nước; trong tỉnh; giải trí; kinh doanh; tài chính; chứng khoán; bất động sản; thị trường
    doanh nghiệp; nông nghiệp; môi trường; giao thông; xe; ô tô - xe máy; bạn đọc; bạn trẻ; nhịp sống trẻ
    tâm sự; góc nhìn; ý kiến; thư giãn; cười; video; clip; ảnh; thư viện ảnh; thư viện video; phóng sự
    phóng sự ảnh; ảnh - video; media; multimedia; podcast; podcasts; infographic; infographics; e-magazine
    emagazine; longform; truyền hình; truyền hình trực tuyến; báo in; báo giấy; đọc báo in; báo điện tử
    tạp chí; rao vặt; quảng cáo; liên hệ; liên hệ quảng cáo; liên hệ tòa soạn; tòa soạn; giới thiệu
    giới thiệu chung; sơ đồ cổng; sơ đồ trang; sơ đồ site; hỏi đáp; góp ý; hệ thống chính trị; cơ cấu tổ chức
    lịch làm việc; lịch công tác; văn bản; văn bản chỉ đạo điều hành; văn bản pháp luật; văn bản mới
    thủ tục hành chính; dịch vụ công; dịch vụ công trực tuyến; công khai ngân sách; đấu thầu
    quy hoạch phát triển; thông báo; xây dựng đảng; đất nước - con người; hồ sơ; tư liệu; chuyên đề; chuyên mục
    dân tộc - tôn giáo; tiếng việt; english; tất cả chuyên mục; nóng; mới; thời tiết; lịch vạn niên; tuyển dụng
    việc làm; đảng - đoàn thể; đoàn thể; diễn đàn; home; news; world; politics; business; economy; society
    culture; sports; sport; technology; tech; science; health; travel; life; style; lifestyle; opinion
    entertainment; education; environment; photos; photo; videos; weather; about us; about; contact; contact us
    privacy policy; terms of use; terms of service; terms and conditions; careers; advertise; advertise with us
    latest news; most read
""")


def is_menu_line(text: str) -> bool:
    """Return whether one line is a whole menu: "Trang chủ | Thời sự | …", "Trang chủ Thời sự …", "Trang chủ > …"."""
    items = [item.casefold() for item in _SEPARATORS.split(text) if item]
    if len(items) > 1 and items[0] in {"trang chủ", "home", "trang nhất"}:
        return len(items) >= _MENU_SECTIONS or items[1] in SECTIONS
    n_named = sum(item in SECTIONS for item in items)
    if len(items) >= _MENU_SECTIONS and 2 * n_named >= len(items):
        return True
    words = text.casefold().split()
    return words[:2] in (["trang", "chủ"], ["trang", "nhất"]) and _n_sections(words) >= _MENU_SECTIONS


def _n_sections(words: Sequence[str]) -> int:
    """Return how many section names the words are made of; 0 where something else stands among them."""
    n_sections = position = 0
    while position < len(words):
        sizes = range(min(_LONGEST_SECTION_WORDS, len(words) - position), 0, -1)
        size = next((size for size in sizes if " ".join(words[position : position + size]) in SECTIONS), 0)
        if not size:
            return 0
        position += size
        n_sections += 1
    return n_sections
