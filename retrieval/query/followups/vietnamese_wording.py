"""The words by which half a Vietnamese question is known, as patterns."""

import re

from retrieval.query.followups.asked import Asked
from retrieval.query.followups.patterns import at_end, at_start, tolerant, whole, words

# These are believed with their marks only: "o dau" begins with "ở", "da nang" is a city.
FILLERS = re.compile(
    rf"(?:à|ừ|ừm|ờ|dạ|vâng|ok|oke|{tolerant('cảm ơn|cho (?:(?:tôi|mình|em) )?hỏi(?: thêm)?|xin hỏi|bạn ơi')})(?!\w) *",
    re.IGNORECASE,
)
STRONG_LEAD = at_start(
    "(?:(?:thế|vậy|và|rồi|nhưng)(?: thì)? )?còn(?: (?:nếu )?(?:về|với|đối với|như|riêng))?"
    "|(?:(?:thế|vậy) )?nếu là|(?:không (?:phải )?)?(?:ý (?:tôi|mình|em) là|(?:tôi|mình|em) (?:muốn )?hỏi(?: về)?)"
    "|(?:thế|vậy) (?:nếu|với)"
)
WEAK_LEAD = at_start("(?:thế(?! nào)|vậy|rồi|và|(?!nhung)nhưng|hay)(?: thì| là)?")
TAIL = at_end("thì (?:sao|thế nào|như thế nào|ra sao)(?: (?:nhỉ|ạ|vậy|thế|hả))?")
LOOSE_TAIL = at_end("(?:thì|sao|thế nào|ra sao)")
PARTICLES = at_end("(?:nhỉ|ạ|hả|hở|nhé|(?<!như )(?:vậy|thế)(?: ạ)?)")
ALTERNATIVE = words("không|chưa")

MORE = whole(
    "(?:(?:(?:thế|vậy|và|rồi|ngoài ra) )?(?:còn|có)?(?: có)?(?: thêm)? ?)?(?:những |các )?"
    r"(?:ai|gì|đâu|cái gì|điều gì|ở đâu|\w+ nào|\w+ \w+ nào)(?: (?:khác|nữa))+(?: (?:không|nhỉ|ạ|vậy|thế|hả))*"
    "|(?:(?:thế|vậy|và|ngoài ra) )?còn (?:có )?(?:những )?(?:ai|gì|cái gì|người nào)(?: (?:không|nhỉ|ạ|vậy|thế))*"
    "|(?:còn |có )?(?:thêm )?(?:nữa|ai khác|người khác|gì khác) không(?: ạ)?|còn nữa không"
)
# "còn ai tham dự nữa không": without these words it repeats the question before.
ADDED_MORE = words("nữa|khác|còn|có|không|cũng|thêm|ngoài ra|thế|vậy|và|những|ạ|nhỉ|đã|tại|ở|đó")
ASKS_MORE = words("nữa|khác")

_WHERE = "(?:ở|tại|về|từ|đến) (?:đâu|nơi nào|chỗ nào|địa điểm nào|tỉnh nào|thành phố nào|nước nào)"
_WHEN = (
    "(?:(?:vào|từ|hồi) )?(?:khi nào|lúc nào|bao giờ|(?:ngày|năm|tháng|hôm|thời gian|thời điểm) nào|ngày mấy|tháng mấy"
    "|mấy giờ|lúc mấy giờ|ngày bao nhiêu)"
)
_HOW = "để làm gì|như thế nào|thế nào|ra sao|bằng cách nào|kiểu gì"
_HOW_LONG = "(?:trong |mất |hết )?bao lâu"
# Each is all that half a question says; the group "noun" is what is counted.
ASKED = (
    (Asked.WHERE, whole(f"(?:là )?{_WHERE}|đâu|nơi nào|chỗ nào|địa điểm(?: nào)?")),
    (Asked.WHEN, whole(f"(?:là )?(?:{_WHEN})|thời gian")),
    (
        Asked.WHY,
        whole("(?:vì|tại|do) (?:sao|đâu)(?: (?:lại )?(?:thế|vậy|như vậy|như thế))?|lý do(?: gì| là gì)?|sao vậy"),
    ),
    (Asked.HOW_LONG, whole(f"(?:kéo dài )?{_HOW_LONG}")),
    (
        Asked.HOW_MANY,
        whole(
            r"(?:(?:là|có) )?(?:tất cả |tổng cộng )?(?:bao nhiêu|mấy)(?: (?P<noun>[^\W\d]+(?: [^\W\d]+){0,2}?"
            "(?: (?:tham dự|tham gia|có mặt|thiệt mạng|bị thương|trúng cử|ủng hộ))?))?"
        ),
    ),
    (Asked.WHO, whole("(?:là |do |bởi |của |với )?(?:những )?ai|người nào")),
    (Asked.HOW, whole(_HOW)),
    (
        Asked.WHAT,
        whole(
            "(?:là |về |gồm |có )?(?:những |cái |việc |vấn đề )?gì"
            r"|(?:(?:đó|cụ thể|gồm)(?: là)? )?(?:(?:ở|tại|theo|cho|với|của|là) )?(?:những "
            r"|các )?(?P<noun>(?!\w+ (?:khi|lúc) )[^\W\d]+(?: [^\W\d]+)?) nào"
        ),
    ),
)
# What a question may ask of anything: "kết quả thế nào?" is the result of what the question before was about.
ATTRIBUTE = whole(
    "(?P<noun>kết quả|nội dung|nguyên nhân|hậu quả|thời gian|địa điểm|chủ đề|mục đích|mục tiêu|lý do|chi phí|kinh phí"
    "|thành phần|quy mô|ý nghĩa|diễn biến|tỷ số|tỉ số|thiệt hại|số người|tổng số|nhiệm vụ|giải pháp|tỷ lệ|tỉ lệ"
    "|điểm chuẩn|tác giả|học phí|giá|giá vé|diện tích|dân số|sức gió|vốn|doanh thu)"
    f"(?P<rest> (?:(?:là )?gì|(?:là )?ai|(?:là )?bao nhiêu|gồm những gì|{_HOW}|{_WHERE}|{_WHEN}))"
)
# A predicate without its subject. The verbs of "persons" are said of persons only.
SUBJECTLESS = whole(
    "(?:(?:đã|sẽ|được|có) )?(?:"
    "(?P<persons>sinh(?: ra)?|mất|qua đời|học|quê(?: quán)?|sống|làm việc|công tác|làm|nói|phát biểu|đến|về hưu|ở lại)"
    "|diễn ra|tổ chức|bắt đầu|kết thúc|khai mạc|bế mạc|xảy ra|khởi công|khánh thành|thành lập|ra đời|ra mắt|nằm"
    "|có hiệu lực"
    "|kéo dài|mở cửa|hoàn thành|xây dựng|xây|họp|khởi tranh|công bố|đăng"
    f") (?:{_WHERE}|{_WHEN}|{_HOW}|{_HOW_LONG}|những gì|gì|vì sao)"
    f"|(?:(?:đã|sẽ) )?(?:tăng|giảm|gây|gây ra|ảnh hưởng|thiệt hại|đạt|lãi|lỗ|bán|mua|xuất khẩu|sản xuất|trị giá|cao"
    f"|dài|rộng"
    r"|nặng|cách)(?: (?:được|thiệt hại|thêm))? (?:bao nhiêu(?: [^\W\d]+){0,2}|những gì|gì|mấy [^\W\d]+|thế nào|ra sao)"
    "|(?P<persons2>giữ chức(?: vụ)? gì|bao nhiêu tuổi|làm nghề gì|tên(?: là)? gì)"
)
# Who did what, without at what it was done; those of "at" are done at an event.
OBJECTLESS = whole(
    "(?P<core>(?:(?:những |các )?ai|(?:người|đồng chí|đơn vị|đội|cơ quan|nước) nào|do ai)(?: (?:đã|sẽ|là người|được"
    "|bị|cùng|cũng))* (?:"
    "(?P<at>phát biểu(?: khai mạc| bế mạc| chỉ đạo)?|có mặt|trình bày(?: báo cáo)?|báo cáo|ghi bàn|đoạt giải|nhận giải"
    "|chết|bị thương|dẫn chương trình|trao giải|trúng cử|nhận bằng khen)|(?P<said>nói)(?: như)?"
    "|(?:đồng )?chủ trì|điều hành|chỉ đạo|tham dự|dự|tham gia|tổ chức|ký|thắng|thua|vô địch|chiến thắng|phụ trách"
    "|đề xuất"
    "|phê duyệt|viết|xây|thiết kế|quyết định|đăng cai|tài trợ|thực hiện|lãnh đạo|đứng đầu|khởi xướng|khai mạc|thành lập"
    "))(?: (?:nữa|khác|thế|vậy|không))*"
)

PERSON = words(
    r"(?:(?:vị|đồng chí|cầu thủ|nhà|huấn luyện viên|bộ trưởng|chủ tịch|giám đốc|bí thư)(?: \w+)? |)"
    "(?:ông|bà|anh|chị|cô|chú|cậu|người|vị|đồng chí|cầu thủ|tác giả|bị cáo|nghệ sĩ|ca sĩ)(?: ấy| này| đó| kia)"
    "|(?:ông|bà|anh|chị|cô|hắn) ta"
)
PERSONS = words("(?:những |các )(?:ông|bà|người|đồng chí|vị|cầu thủ)(?: ấy| này| đó| kia| trên)")
# Too short to be believed without a mark, or anywhere but first.
THEY = at_start(
    r"họ(?= (?:là|làm|nói|đã|sẽ|đang|có|được|bị|phát biểu|đến|thảo luận|bàn|quyết định|sinh|học|sống|gặp|yêu cầu"
    r"|giành|thắng|thua|ghi|kêu gọi|thống nhất|ở|cần|phải|muốn|đi|bao nhiêu)(?!\w))"
)
IT = words("nó")
THERE = words("(?:ở|tại) (?:đó|đấy|đây)|(?:nơi|chỗ) (?:đó|này|ấy|đấy)")
THEN = words("(?:năm|tháng|ngày|lúc|khi|hồi|thời điểm|thời gian|giai đoạn|dịp) (?:đó|ấy|đấy)")
FACT = words("(?:việc|điều|chuyện|vấn đề|sự việc|câu) (?:này|đó|ấy|đấy|trên)")
THING = words(r"(?P<noun>[^\W\d]+(?: [^\W\d]+){0,2}?) (?:này|đó|ấy|kia|đấy|nói trên)")
# "hôm nay", typed without marks, is not "hôm này"; "năm này", "lần này" point at today.
NOT_POINTING = at_end(
    "hôm|năm|nam|tháng|tuần|quý|hiện|ngày|lâu|lần|trước|đến|xưa|sau|khi|lúc|dịp|như|từ|ở|tại|do|cái|kỳ"
)
THINGS = words(
    "hội nghị|cuộc họp|phiên họp|kỳ họp|đại hội|hội thảo|sự kiện|lễ|buổi lễ|lễ hội|giải|giải đấu|trận|trận đấu|vụ"
    "|vụ việc"
    "|vụ án|dự án|công trình|chương trình|kế hoạch|đề án|trường|công ty|đội|doanh nghiệp|cơ quan|đơn vị|thành phố|tỉnh"
    "|huyện|xã|phường|quyết định|nghị quyết|nghị định|luật|quy định|con số|số tiền|bài|bài báo|bài viết|cơn bão|bão"
    "|cuộc thi"
    "|tai nạn|buổi|cuộc|chuyến|cây cầu|cầu|tòa nhà|bệnh viện|sân vận động|quốc gia|nước|tổ chức|ban|bộ|sở|phim"
    "|cuốn sách|sách"
)
