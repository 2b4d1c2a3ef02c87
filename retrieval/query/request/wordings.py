"""How Vietnamese questions say what kind of answer they want, and both languages in what unit.

The group ``focus`` is the interrogative itself: where, in a Vietnamese question, the answer would stand. ``head`` is
what is counted or asked for, where it is said.
"""

from retrieval.query.request import english_wordings
from retrieval.query.request.person_wordings import KIN, NAMES, OTHER_PERSONS, PERSON_NOUNS, ROLE_NOUNS
from retrieval.query.request.wording import AnswerType, Wording, both, both_sets

_PLACE_NOUNS = (
    "thành phố|tỉnh|tỉnh thành|đất nước|nước|quốc gia|huyện|quận|xã|phường|thị xã|thị trấn|làng|thôn|bản|vùng|khu vực"
    "|vùng đất|địa phương|địa điểm|địa danh|châu lục|châu|lục địa|điểm cầu|đầu cầu|hòn đảo|đảo|quần đảo|thủ đô|miền"
    "|sân vận động|sân|con sông|dòng sông|sông|ngọn núi|dãy núi|núi|biển|đại dương|hồ|con đường|đường phố|phố|bang"
    "|hội trường|khách sạn|sân bay|cảng|nhà ga|lãnh thổ|hướng|phía|vị trí|nơi|chỗ(?= (?:nào|mấy)(?: |$))|bảo tàng"
    "|công viên"
)
_ORGANISATION_NOUNS = (
    "trường|đơn vị|cơ quan|tổ chức|công ty|doanh nghiệp|tập đoàn|(?<!cán )bộ|(?<!cơ )sở|ban|viện|bệnh viện|ngân hàng"
    "|đội bóng|đội tuyển|đội|câu lạc bộ|clb|đảng phái|đảng|(?<!xã )(?<!cơ )(?<!đại )(?<!lễ )hội|trung tâm|tờ báo"
    "|tạp chí|hãng|nhà xuất bản|đại học|học viện|liên minh|phòng|cục|(?<!nhiệm )(?<!chức )(?<!dịch )(?<!phục )vụ|tòa án"
    "|(?<!trưởng )(?<!đại )đoàn|nhóm nhạc|ban nhạc|hãng phim|đảng bộ|chi bộ|hợp tác xã|nhà máy|đài|ủy ban"
)
_DOCUMENT_NOUNS = (
    "nghị quyết|chỉ thị|nghị định|thông tư|văn bản|công văn|luật|bộ luật|đạo luật|hiến pháp|pháp lệnh|công điện"
)
# These also mean an act ("quyết định gì"): they are documents only before "nào" or "số mấy".
_DOCUMENTS_OR_ACTS = "quyết định|quy định|kết luận|kế hoạch|hướng dẫn|thông báo|hiệp định|đề án|tờ trình|chương trình"
_DOCUMENTS = f"{_DOCUMENT_NOUNS}|{_DOCUMENTS_OR_ACTS}"
_TIME_NOUNS = (
    "ngày tháng năm|ngày tháng|ngày giờ|thời gian|thời điểm|thời kỳ|thời kì|thời đại|giai đoạn|ngày|tháng|năm|thế kỷ"
    "|thế kỉ|thập niên|thập kỷ|thập kỉ|giờ|mùa|buổi|hôm|tuần|triều đại"
)

# "Môn nào không có ai nộp hồ sơ" asks for no person.
_SOMEBODY = "(?<!không có )(?<!ko có )(?<!chưa có )(?<!chẳng có )(?<!không )"
_ADDRESSED = f"ông|bà|anh|chị|{OTHER_PERSONS}"
# "Giám đốc công ty nào" asks for a company.
_NO_BODY = (
    rf"(?!(?: \w+){{0,6}}? (?:{_PLACE_NOUNS}|{_ORGANISATION_NOUNS}|{_DOCUMENT_NOUNS}|{_DOCUMENTS_OR_ACTS}"
    "|lớp|môn|nghề|ngành|khoa|giải|chức|bệnh) nào)"
)
_CALLED = f"{ROLE_NOUNS}|{KIN}|{_ADDRESSED}|người"
# What may stand before who is asked for: "sau sáp nhập, hiệu trưởng … tên gì".
_OPENING = (
    r"^(?:(?:hai|ba|bốn|năm|\d{1,2}|những|các) |(?:chi|ông|tên) "
    r"|(?:sau|trước|trong|tại|ở|theo|năm|vào|lúc|khi|hồi|xin hỏi|cho hỏi)(?: \w+){1,8}? )?"
)
_NO_THING = "(?! (?:đường|sông|suối|tàu|kênh|phố|đèo|hẻm))"  # "con đường", "con sông"
_SEATS = "thủ đô|thủ phủ|tỉnh lỵ|trụ sở|quê|nơi sinh|quê quán"
# "Lương một tháng bao nhiêu" asks for no month.
_WHICH_NUMBER = (
    r"(?<!một )(?<!mỗi )(?<!hàng )(?<!hằng )(?<!1 )(?P<head>năm|tháng|ngày|thế kỷ|thế kỉ)(?: thứ)?"
    r" (?P<focus>bao nhiêu|mấy)"
)
# No figure is asked for by "ngày mấy", nor by machines typed without marks: "nhà máy", "bộ máy".
_NO_NUMBER_BEFORE = "(?<!số )(?<!ngày )(?<!tháng )(?<!năm )(?<!nhà )(?<!bộ )(?<!người )(?<!xe )(?<!thợ )(?<!chạy )"
_NUMBERED = "(?<!tổng )số (?:hiệu )?(?:là )?(?:mấy|bao nhiêu|nào|gì)"
# Far from its document only a number that nothing is counted by: "chỉ thị … mang số mấy?"
_NUMBERED_LATER = rf"{_NUMBERED}(?= (?:được|do|ban|ngày|của|về|thì|là|và)|$)"
_PHONES = "số điện thoại|số máy|đường dây nóng|hotline|số fax|số hotline"
_TELL = "kể tên|liệt kê|nêu tên|hãy nêu|hãy kể"
_COUNTS = r"hai|ba|bốn|sáu|bảy|tám|chín|mười|(?<!ngày )(?<!tháng )(?<!quý )(?<!thứ )\d{1,2}(?! tuổi)"
# What is counted is no verb: "ngày 13 1 được xếp loại gì".
_NO_VERB = "(?!(?:được|bị|đã|đang|sẽ|vừa|là|có|thì|do|tại|ở|của|theo|về|với|và) )"
# Asked for in the plural or by number, all of them answer, whatever else they are: "hai nghị quyết nào".
_SEVERAL = f"{_PLACE_NOUNS}|{_ORGANISATION_NOUNS}|{_DOCUMENTS}"
_ATTRIBUTES = r"(?: (?!là |của |được |đã |có )\w+)"  # of a noun: "tập đoàn dầu khí nào"

# Without its marks "máy" looks like "mấy"; with them (written as an escape, which no folding reaches) it never does.
_MACHINES = (
    "bay|bơm|móc|tính|chụp|xúc|lạnh|giặt|soi|ủi|khoan|gặt|sấy|lọc|ép|nén|siêu âm|cày|rút tiền|phát điện|phát sóng"
    "|biến áp|điều hòa|trợ thở|chạy thận"
)
_HOW_MANY = rf"(?:m\u1ea5y|may(?! (?:{_MACHINES})(?: |$)))"
_ASKING = rf"nào|gì|ai|{_HOW_MANY}|bao nhiêu|đâu|bao giờ|bn"
_STARS = "(?:hỏa|kim|mộc|thổ|thủy|hải|thiên|chổi|băng|biển|bắc|mai|vàng|đỏ|la|y|kê|chép|khuê|việt|hàn|nhí|bóng)"
_NO_COUNT = "(?<!một )(?<!tổng )(?<!trong )(?<!hệ )(?<!tham )(?<!đa )"
# Firms do these as often as persons.
_DEEDS_OF_FIRMS = "thi công|xây lắp|trúng thầu"

_SORTS = "nhóm|kiểu|loại|hạng|dạng|đối tượng|(?<!đại )diện|lớp|tầng lớp|thế hệ|thành phần|ngạch|lứa"

# Tried in this order; the first that fits wins.
_VIETNAMESE: tuple[tuple[AnswerType, str], ...] = (
    (AnswerType.REASON, r"(?P<focus>(?:vì|tại|cớ) sao|(?:vì|do|nhờ) đâu|vì (?:cái|lẽ|điều) gì|vì l[ýí] do (?:gì|nào))"),
    (AnswerType.REASON, r"(?:^|mà |thì )(?P<focus>sao)(?= (?:phải|lại|không|chưa|cần|mà|vẫn|bị|được|người|ta)(?: |$))"),
    (
        AnswerType.REASON,
        r"^(?P<focus>sao)(?= (?:\w+ ){1,14}(?:lại|vẫn|mà|chưa|không|phải|tăng|giảm)(?: |$))"
        rf"(?!.* (?:{_ASKING})(?: |$))",
    ),
    (AnswerType.REASON, rf"^(?P<focus>sao)(?= )(?! {_STARS}(?: |$))(?=(?: \w+){{4}})(?!.* (?:{_ASKING})(?: |$))"),
    (AnswerType.REASON, r"^(?P<focus>sao)(?= (?:mấy|những|các) \w+(?: \w+){3})"),
    (
        AnswerType.REASON,
        r"(?P<focus>là do (?:cái |điều )?gì|(?:là )?do đâu|(?<!tự )do (?:cái|điều|nguyên nhân) gì)(?= |$)",
    ),
    (AnswerType.REASON, r"(?:nguyên nhân|lý do|lí do)(?: (?!ai )\w+){0,20}? (?P<focus>gì|nào|đâu)"),
    (AnswerType.REASON, rf"^(?P<focus>(?:cho (?:hỏi|biết) )?(?:nguyên nhân|l[ýí] do))(?!.* (?:{_ASKING})(?: |$))"),
    (AnswerType.REASON, r"(?P<focus>(?:nhằm|với|vì|có) mục đích (?:gì|nào)|để làm gì|nhằm (?:làm )?gì)"),
    (AnswerType.DATE, rf"(?:vào|từ|đến|trong|là|tới)(?: khoảng)? {_WHICH_NUMBER}"),
    (AnswerType.DATE, rf"{_WHICH_NUMBER}(?= (?:thì|mà|là|diễn|được|của)|$)"),
    (AnswerType.DATE, r"(?P<focus>mấy giờ|giờ nào|bao giờ|khi nào|lúc nào|hồi nào|(?:ngày|tháng|năm) mấy|hôm nào)"),
    (
        AnswerType.DOCUMENT,
        rf"(?:số hiệu|ký hiệu|{_NO_COUNT}số)(?: của)? (?P<head>{_DOCUMENTS})"
        r"(?! (?:được|đã|mà|ban|thông|ra|do|gửi|sư)(?: |$))"
        r"(?: \w+){0,24}? (?P<focus>(?:là )?(?:bao nhiêu|mấy|gì|số nào))",
    ),
    (AnswerType.DOCUMENT, rf"(?P<head>{_DOCUMENTS})(?: \w+){{0,4}}? (?P<focus>{_NUMBERED})"),
    (AnswerType.DOCUMENT, rf"(?P<head>{_DOCUMENTS})(?: \w+){{0,16}}? (?P<focus>{_NUMBERED_LATER})"),
    (AnswerType.NUMBER, rf"(?P<head>{_PHONES})(?: \w+){{0,12}}? (?P<focus>(?:là )?(?:gì|nào|số nào|số mấy))"),
    (AnswerType.NUMBER, r"(?:gọi|liên hệ|nhắn tin)(?: \w+){0,8}? (?P<focus>số (?:nào|mấy|bao nhiêu))"),
    (AnswerType.NUMBER, r"(?P<focus>bao lâu|bao xa|bao nhiêu lâu)"),
    (AnswerType.NUMBER, r"(?P<focus>(?:thứ )?bao nhiêu|bao nhiu|bn)(?=(?P<head>(?: \w+){0,4}))"),
    (AnswerType.NUMBER, r"(?P<focus>thứ mấy|hạng mấy|khóa mấy|lần thứ mấy)"),
    (AnswerType.LIST, rf"{_NO_NUMBER_BEFORE}{_HOW_MANY} (?P<head>\w+(?: \w+){{0,2}}?) (?P<focus>nào)"),
    (AnswerType.NUMBER, rf"{_NO_NUMBER_BEFORE}(?P<focus>{_HOW_MANY})(?=(?P<head>(?: \w+){{1,4}}))"),
    (AnswerType.FREE, r"(?P<focus>như thế nào|thế nào|ra sao|bằng cách nào|làm sao|làm cách nào)"),
    (AnswerType.DATE, rf"(?P<head>{_TIME_NOUNS})(?: \w+)?? (?P<focus>nào|gì|mấy)"),
    (AnswerType.PERSONS, rf"(?P<focus>những ai|(?:những|các|hai|ba|bốn|năm) (?:{PERSON_NOUNS}) nào|gồm ai)"),
    (AnswerType.ORGANISATION, rf"(?P<focus>do ai|ai) (?:(?:đã|đang|sẽ|được|từng) )?(?:{_DEEDS_OF_FIRMS})(?= |$)"),
    (AnswerType.PERSON, rf"(?P<focus>(?<!của )là ai|do ai|bởi ai|{_SOMEBODY}ai)(?= |$)(?! (?:cập|len))"),
    # A kind of people is told in words, not by a name.
    (
        AnswerType.FREE,
        rf"(?P<focus>(?P<head>(?!(?:nhóm|đối tượng) người)(?:{_SORTS}) (?:{PERSON_NOUNS}))(?: \w+){{0,3}}? nào)",
    ),
    (AnswerType.PERSON, rf"(?P<focus>(?P<head>{PERSON_NOUNS})(?: \w+){{0,3}}? nào|(?:{_ADDRESSED}) nào)"),
    (
        AnswerType.PERSON,
        rf"^(?P<focus>(?:cô|ông|bà|anh|chị|chú|cậu|cụ) (?P<head>{ROLE_NOUNS}|{OTHER_PERSONS}){_NO_BODY}"
        rf"(?: \w+){{1,4}}? nào(?= \w)|(?:{ROLE_NOUNS}){_NO_BODY}(?: \w+){{4,6}}? nào(?= \w)"
        rf"|(?:{ROLE_NOUNS}|{_ADDRESSED}) \d{{1,3}} tuổi nào)",
    ),
    (AnswerType.PERSON, rf"{_OPENING}(?:{_CALLED}){_NO_THING}(?: \w+){{0,24}}? (?P<focus>tên (?:là |của )?gì|tên gì)"),
    (AnswerType.PERSON, rf"(?:{NAMES})(?: \w+){{0,12}}? (?P<focus>là gì|gì)"),
    (AnswerType.LIST, rf"(?:những|các|{_COUNTS}) (?P<head>(?:{_SEVERAL})(?: \w+)??) (?P<focus>nào|gì)"),
    (AnswerType.DOCUMENT, rf"(?P<head>{_DOCUMENT_NOUNS})(?: \w+){{0,3}}? (?P<focus>nào|gì)"),
    (AnswerType.DOCUMENT, rf"(?P<head>{_DOCUMENTS_OR_ACTS}) (?P<focus>nào)"),
    (AnswerType.PLACE, r"(?P<focus>(?:ở|tại|từ|đến|tới|về|vào|sang|qua|nơi|trên|đi) đâu|đâu(?= là))"),
    (AnswerType.PLACE, rf"(?P<head>{_PLACE_NOUNS}){_ATTRIBUTES}{{0,2}}? (?P<focus>nào|mấy)"),
    (AnswerType.PLACE, rf"(?:{_SEATS})(?: \w+){{0,8}} (?P<focus>(?:là|ở) (?:gì|đâu))"),
    (
        AnswerType.LIST,
        rf"^(?:những|các|{_COUNTS}) (?P<head>\w+(?: \w+){{0,3}}?)"
        r"(?: (?:của|trong|mà|được|về|ở|tại|để|cho)(?: \w+){1,16}?)?"
        r" (?P<focus>(?:là|gồm|bao gồm|gồm có) (?:(?:những |các )?gì|(?:những|các) \w+(?: \w+)? nào))",
    ),
    (
        AnswerType.LIST,
        rf"(?:bao gồm|gồm|gồm có)(?: (?:những|các|{_COUNTS}))?(?P<head>(?: \w+){{0,3}}?) (?P<focus>gì|nào)",
    ),
    (AnswerType.LIST, rf"(?P<focus>{_TELL})(?: (?:những|các|năm|{_COUNTS})){{1,2}} (?P<head>\w+(?: \w+){{0,3}})"),
    (AnswerType.LIST, rf"(?P<focus>những gì|{_TELL})"),
    (AnswerType.LIST, r"(?:những|các) (?P<head>\w+(?: \w+){0,3}?) (?P<focus>nào|gì)"),
    (AnswerType.LIST, rf"(?:năm(?! \d)|{_COUNTS}) (?P<head>{_NO_VERB}\w+(?: \w+){{0,3}}?) (?P<focus>nào|gì)"),
    (AnswerType.ORGANISATION, rf"(?P<head>{_ORGANISATION_NOUNS}){_ATTRIBUTES}{{0,3}}? (?P<focus>nào)"),
    (AnswerType.FREE, r"(?P<head>\w+(?: \w+)?) (?P<focus>nào|gì)"),
)  # fmt: skip

VIETNAMESE = tuple(Wording(kind, both(source)) for kind, source in _VIETNAMESE)
PERCENT = both(
    "phần trăm|tỷ lệ|tỉ lệ|tốc độ tăng trưởng|tăng trưởng|percent|percentage|share|proportion|rate|ratio|growth"
)
DURATION = both(
    "bao lâu|bao nhiêu lâu|(?:bao nhiêu|mấy|bn) (?:năm|tháng|ngày|tuần|giờ|phút|giây|thế kỷ|thập kỷ"
    rf"|tiếng(?= đồng hồ|$))|"
    rf"how long(?! (?:is|are|was|were|will)(?: \w+){{0,8}}? (?:{english_wordings.LONG_THINGS})"
    r"(?: be| in| of| from| between| to|$))"
    r"|how soon|(?:average|mean|total) (?:\w+ )?time"
    "|how many (?:years|months|days|weeks|hours|minutes|seconds|centuries|decades)"
)
PHONE = both(rf"{_PHONES}|(?:gọi|liên hệ|nhắn tin)(?: \w+){{0,8}}? số (?:nào|mấy|bao nhiêu)|{english_wordings.PHONES}")
CLOCK = both("mấy giờ|giờ nào|mấy h|(?:what|which) (?:time(?! of)|hour)")
NUMBER_OF = both(r"(?:số lượng|tổng số|số|number of|total of) (\w+(?: \w+){0,2})")
# What ends the noun that is counted, and the office that is asked about.
HEAD_ENDS = both_sets(
    "được đã là và có trong ở tại vào của cho để thì mà trên với so khi theo từ bị phải sang do nhất không dưới ra về"
    " đang sẽ cùng đến tới bằng nếu"
)
# Of one thing articles use now this one, now that one.
CLASSIFIERS = both_sets("căn ngôi nóc chiếc cái tòa cuốn quyển bức tấm ngọn hòn khẩu viên")
DOCUMENT_NUMBER_ALONE = both(
    rf"^(?:xin |cho |hỏi |biết ){{0,3}}(?:số hiệu|ký hiệu|{_NO_COUNT}số)(?: của)? (?:{_DOCUMENTS})"
    r"(?! (?:được|đã|mà|gửi|sư|vốn)(?: |$))"
)
# A measure and what it is of, without an interrogative: "tỷ lệ hộ nghèo năm 2017".
MEASURE_ALONE = both(
    r"^(?:tỷ lệ|tỉ lệ|tỷ suất|tỷ trọng|tốc độ|mức tăng trưởng|tăng trưởng|mức lương|mức phạt|học phí|dân số|diện tích"
    r"|kim ngạch|doanh thu|tổng (?:số|vốn|kinh phí|diện tích|mức đầu tư|giá trị|sản lượng)|sản lượng|số lượng"
    r"|chiều (?:dài|cao|rộng|sâu)|giá (?:vé|xăng|dầu|vàng|bán|gạo|điện|đất|thuê))(?: \w+){1,14}$"
)
