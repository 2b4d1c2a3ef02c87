"""The wordings of page furniture that vary: stamps, templates, comment forms, links to other articles, imprints.

Three degrees of certainty: what goes wherever it stands; stamps and headings over links, which are judged by their
place as well; and imprint lines, which read like prose and go only outside of it.
"""

import re

from retrieval.corpus.cleaning.lines import Line, Reason
from retrieval.corpus.cleaning.phrases import INTERFACE
from retrieval.corpus.newspapers import newspaper_of_mark, publisher_named
from retrieval.text.dates import Precision, find_dates

_LONGEST_CHARS = 300
_IMPRINT_CHARS = 150
_SENTENCE_WORDS = 8
_LETTER = r"[^\W\d_]"


def _any(*sources: str) -> str:
    return "(?:" + "|".join(sources) + ")"


RELATED_HEADING = re.compile(
    _any(
        r"(?:các )?(?:tin|bài|bài viết|tin bài|tin tức|bản tin) "
        r"(?:liên quan|khác|đã đưa|cũ hơn|mới hơn|cùng chuyên mục|cùng chủ đề|cùng loại)",
        r"có thể bạn quan tâm|bạn có thể quan tâm|mời bạn đọc thêm",
        r"(?:tin )?(?:đọc|xem) nhiều(?: nhất)?|(?:xem|đọc) thêm|tin nổi bật|tin mới nhất",
        r"related (?:articles?|stories|posts|news|topics)|you may also like|most (?:read|viewed|popular)",
        r"recommended(?: for you)?|more (?:stories|news|from this section)|trending(?: now)?|read next",
    )
    + r"\s*:?",
    re.IGNORECASE,
)

_STAMP_LABELS = _any(
    "cập nhật(?: lần cuối)?|ngày (?:đăng|cập nhật|xuất bản)|đăng (?:ngày|lúc|tải)",
    "(?:last )?(?:published|updated|modified|posted)(?: on| at)?",
)
_STAMP_WORDS = _any(
    _STAMP_LABELS,
    "xuất bản|thời gian(?: đăng)?|created|date|lúc|ngày|tháng|năm|giờ|phút|at|on|gmt|utc|ict|am|pm|sa|ch|h|g",
    "thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật|t[2-7]|cn|(?:mon|tues|wednes|thurs|fri|satur|sun)day",
    "january|february|march|april|may|june|july|august|september|october|november|december",
    "jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|lượt xem|lượt đọc|views?",
)
# A line of nothing but these words and figures; and the label that makes it a stamp wherever it stands.
_STAMP_MARKS = r"[\d\s:/.,|()+–-]"
STAMP = re.compile(rf"(?:{_STAMP_WORDS}(?!{_LETTER})|{_STAMP_MARKS})+", re.IGNORECASE)
STAMP_LABEL = re.compile(_STAMP_LABELS, re.IGNORECASE)
_DATED_PUBLISHER = re.compile(
    rf"\(?(?:(?:nguồn|theo)\s?:? )?(?P<name>[^\d:;|]{{3,90}}?)[\s,;:|(–-]"
    rf"(?:(?:{_STAMP_WORDS}|số|ra)(?!{_LETTER})|{_STAMP_MARKS})+",
    re.IGNORECASE,
)

_BUTTON = "(?:share|email|print|tweet|facebook|zalo|twitter|in bài|gửi email|(?:về )?đầu trang|trở lại|quay lại|lưu)"
_COMMENTS = "(?:bình luận|ý kiến|phản hồi|comments?|replies|lượt thích|likes?|shares?)"
_FORM_LABEL = (
    r"(?:họ (?:và )?tên|tên của bạn|e-?mail(?: của bạn)?|(?:số )?điện thoại|tiêu đề|nội dung|mã (?:xác nhận|bảo mật))"
    rf"(?!{_LETTER})"
)
_SHARED_WITH = "(?:bạn bè|facebook|zalo|twitter|mạng xã hội|email)"
_READ_ON = _any(
    "xem thêm|đọc thêm|mời xem(?: thêm| video)?|mời (?:bạn|quý vị|độc giả) (?:xem|đọc)(?: thêm)?",
    "read more|see also|read also|also read",
)
_ANYWHERE: tuple[tuple[Reason, str], ...] = (
    (Reason.TEMPLATE, r"[^\w{}]*(?:\{\{?\s?[\w.]+\s?\}?\}[^\w{}]*(?:\w+[^\w{}]*)?)+"),
    (Reason.INTERFACE, "skip portlet.*|.{0,30}portlet menu|portlet actions.*"),
    (Reason.INTERFACE, r"cỡ chữ\s*:?[\saA+-]*"),
    (
        Reason.INTERFACE,
        r"(?:tổng )?(?:số )?(?:lượt|người) (?:truy cập|xem|đọc|online|trực tuyến)(?: hôm nay| tháng này)?\s*:?"
        r"\s*[\d.,]+"
        r"|(?:đang|hiện đang) (?:online|trực tuyến|truy cập)\s*:\s*[\d.,]+",
    ),
    (Reason.INTERFACE, rf"{_FORM_LABEL}(?:\s*[:*|]?\s*{_FORM_LABEL})+\s*[:*]?"),
    (Reason.INTERFACE, rf"\(?\d+\)? {_COMMENTS}|(?:bình luận|comments) \(\d+\)"),
    (Reason.INTERFACE, "(?:ý kiến|bình luận) của bạn sẽ được .*|your comment (?:will be|is awaiting) .*"),
    (
        Reason.INTERFACE,
        "vui lòng (?:gõ|nhập|viết|sử dụng) .{0,60}(?:tiếng việt có dấu|mã xác nhận|email|bình luận|nội dung).{0,40}",
    ),
    (
        Reason.INTERFACE,
        "(?:vui lòng |hãy |bạn cần |bạn phải )?đăng nhập (?:để|hoặc) .{0,50}(?:bình luận|ý kiến|đăng ký).{0,20}",
    ),
    (
        Reason.INTERFACE,
        rf"chia sẻ (?:thông tin|bài viết|tin|bài)(?: này)? (?:với|cho|lên|qua|trên) {_SHARED_WITH}.{{0,20}}",
    ),
    (Reason.INTERFACE, r"(?:tắt|đóng|close)\s*\[?\(?x\)?\]?|\[(?:x|đóng|close|tắt|in|gửi|print)\]"),
    (Reason.INTERFACE, rf"{_BUTTON}(?:\s*[|/•·]\s*{_BUTTON})+"),
    (Reason.RELATED, r"(?:>>+|»)\s*\S.{0,250}"),
    (Reason.RELATED, rf"{_READ_ON}\s*[:>»].{{0,250}}"),
    (Reason.TAGS, r"(?:từ khóa|từ khoá|tags?|thẻ|keywords?)\s*:.{0,300}"),
)
_ANYWHERE_PATTERN = re.compile(
    "|".join(f"(?P<_{index}>{source})" for index, (_, source) in enumerate(_ANYWHERE)), re.IGNORECASE
)

_IMPRINT = re.compile(
    _any(
        r"©|\(c\) ?\d{4}|copyright (?:©|\(c\)|\d{4}|by)|bản quyền (?:thuộc|©|\d{4}|website)|all rights reserved",
        r"(?:bảo lưu )?mọi bản quyền|powered by|thiết kế bởi|phát triển bởi",
        "giấy phép (?:hoạt động|xuất bản|thiết lập|báo chí|icp|số|trang|mxh)|gp(?:xb|-ttđt|đt)? ?số",
        r"(?:cơ quan chủ quản|(?:phó )?tổng biên tập|trưởng ban biên tập)\s?:",
        "chịu trách nhiệm (?:chính|nội dung|xuất bản)",
        "(?:® ?)?(?:vui lòng |đề nghị )?(?:dẫn|ghi rõ) nguồn",
        "(?:không được )?sao chép(?:, phát hành)? .{0,40}(?:văn bản|đồng ý)",
        r"hotline\s?(?::|\d)|đường dây nóng\s?:|liên hệ quảng cáo",
    ),
    re.IGNORECASE,
)
_SURE_IMPRINT = re.compile(
    r"©|(?i:copyright|all rights|ghi rõ nguồn|tổng biên tập|cơ quan chủ quản|bộ thông tin|bộ văn hóa|cục báo chí"
    r"|sở thông tin|bản quyền thuộc (?:về )?(?:tòa soạn|toà soạn|báo|tạp chí|cổng)|sao chép .{0,30}khi chưa)"
    r"|\bGP-?[A-ZĐ]{2}"
)
# Lines of an imprint that may as well close an article ("Địa chỉ: …"): believed only beside other imprint lines.
CONTACT = re.compile(
    r"(?:địa chỉ|trụ sở|tòa soạn|toà soạn|văn phòng|(?:số )?điện thoại|đt|tel|phone|fax|e-?mail|website|address)"
    r"\s?[:(.]",
    re.IGNORECASE,
)
_COOKIES = re.compile(
    r"(?=.{0,200}cookie)(?:trang (?:web|tin)|website|chúng tôi|bằng (?:việc|cách)|khi tiếp tục|this (?:web)?site"
    r"|we(?: and our partners)? (?:use|and)|by (?:continuing|using|clicking)|our (?:web)?site)",
    re.IGNORECASE,
)


def reason_anywhere(line: Line) -> Reason | None:
    """Return why the line is page furniture wherever it stands, or None."""
    if len(line.text) > _LONGEST_CHARS:
        return None
    if not any(map(str.isalnum, line.text)):
        return Reason.STRAY_PUNCTUATION
    if line.key in INTERFACE:
        return Reason.INTERFACE
    match = _ANYWHERE_PATTERN.fullmatch(line.text)
    return _ANYWHERE[int(match.lastgroup[1:])][0] if match and match.lastgroup else None


def is_imprint(line: Line) -> bool:
    """Return whether the line could be an imprint or a cookie notice; a whole sentence needs an unmistakable mark."""
    if _COOKIES.match(line.text):
        return True
    if not _IMPRINT.match(line.text):
        return False
    is_sentence = line.ends_sentence and line.n_words >= _SENTENCE_WORDS
    return not is_sentence or _SURE_IMPRINT.search(line.text) is not None


def publisher_of_imprint(text: str) -> str | None:
    """Return the publisher of a line made of its name and a day ("Báo Núi, ngày 4-9-2020"), or None."""
    match = _DATED_PUBLISHER.fullmatch(text) if len(text) <= _IMPRINT_CHARS and any(map(str.isdigit, text)) else None
    if match is None:
        return None
    name = match["name"].rstrip(" ,–-(")
    publisher = publisher_named(name) or newspaper_of_mark(name)
    return publisher if publisher and has_whole_day(text) else None


def has_whole_day(text: str) -> bool:
    """Return whether the text gives a day with its year."""
    return any(span.precision is Precision.DAY and span.has_year for span in find_dates(text))
