"""How questions ask for an article itself: who wrote it, and when it was published."""

from retrieval.query.request import authorship
from retrieval.query.request.wording import both

ASKS_AUTHOR = both(authorship.VIETNAMESE)
EN_ASKS_AUTHOR = both(authorship.ENGLISH)
MAY_ASK_AUTHOR = both(authorship.VIETNAMESE_POSSIBLE)
EN_MAY_ASK_AUTHOR = both(authorship.ENGLISH_POSSIBLE)

_ARTICLE = rf"(?:(?:bài viết|bài báo|bài(?! (?:{authorship.OTHER_WORKS})(?: |$)))(?! của )|bản tin|tin bài|tin(?= về ))"
_PUBLISHED = "(?:đăng(?! (?:ký|kí|cai|nhập|quang))|xuất bản|lên (?:báo|trang|mạng|web))"
_ASKED_TIME = (
    "(?:khi nào|lúc nào|hồi nào|bao giờ|hôm nào|mấy giờ"
    r"|(?:ngày|tháng|năm|giờ|thời gian|thời điểm)(?: \w+){0,2}? (?:nào|mấy|bao nhiêu))"
)
ASKS_PUBLISHED = both(
    rf"{_ARTICLE}(?: \w+){{0,24}}? {_PUBLISHED}(?: \w+){{0,8}}? {_ASKED_TIME}"
    rf"|{_ASKED_TIME}(?: \w+){{0,4}}? {_PUBLISHED}(?: \w+){{0,2}}? {_ARTICLE}"
    rf"|{_ASKED_TIME}(?: \w+){{0,4}}? {_ARTICLE}(?: \w+){{0,24}}? {_PUBLISHED}"
    rf"|{_PUBLISHED}(?: \w+){{0,2}}? {_ARTICLE}(?: \w+){{0,24}}? {_ASKED_TIME}"
    rf"|(?:ngày|thời gian|thời điểm|giờ) {_PUBLISHED}(?: của)? {_ARTICLE}"
)
_EN_ARTICLE = "(?:article|news report|news story|write up|(?:report|piece|story)(?= (?:on|about|regarding) ))"
_EN_PUBLISHED = "published|posted|released|printed|put online|uploaded|updated|go online|go live|went online"
EN_ASKS_PUBLISHED = both(
    rf"(?:when|(?:what|which) (?:date|day|month|year|time)) (?:was|is|were|did)(?: \w+){{0,3}}? {_EN_ARTICLE}"
    rf"(?: \w+){{0,24}}? (?:{_EN_PUBLISHED}|come out|appear)"
    rf"|(?:publication date|date of publication) (?:of|for)(?: \w+){{0,3}}? {_EN_ARTICLE}"
    rf"|{_EN_ARTICLE}(?: s)?(?: \w+){{0,12}} (?:publication date|date of publication)"
)
