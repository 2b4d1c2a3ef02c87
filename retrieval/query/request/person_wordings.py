"""How questions ask for a person by an office, a relation or a deed, and for the office of somebody named."""

from retrieval.query.request.wording import both, both_sets

ROLE_NOUNS = (
    "tổng bí thư|phó bí thư|bí thư|phó chủ tịch|chủ tịch|phó trưởng ban|trưởng ban|phó trưởng đoàn|trưởng đoàn"
    "|phó tổng giám đốc|tổng giám đốc|phó giám đốc|giám đốc|thủ trưởng|phó thủ tướng|thủ tướng|bộ trưởng|thứ trưởng"
    "|tổng thống|viện trưởng|hiệu trưởng|cục trưởng|vụ trưởng|chánh văn phòng|chánh án|tư lệnh|đại sứ|ủy viên|uỷ viên"
    "|thị trưởng|thống đốc|tỉnh trưởng|trưởng phòng|tổng thư ký|thư ký|đội trưởng|huấn luyện viên|hlv|cầu thủ|thủ môn"
    "|tiền đạo|ca s[ĩỹ]|nhạc s[ĩỹ]|đạo diễn|diễn viên|tác giả|nhà văn|nhà thơ|họa s[ĩỹ]|phóng viên|nhà báo|luật sư"
    "|hoạ s[ĩỹ]|bác s[ĩỹ]|giáo sư|tiến s[ĩỹ]|kiến trúc sư|nhà khoa học|nhà toán học|nhà vật lý|nhà hóa học"
    "|nhà thiên văn|nhà phát minh|nhà sáng lập|nhà cách mạng|nhà soạn kịch|nhà soạn nhạc|nhà sử học"
    "|nhà lãnh đạo|nhà tư tưởng|nhà triết học|nhà thiết kế|nhà vô địch|nhà tiên tri"
    "|vua|hoàng đế|nữ hoàng|công chúa|hoàng tử|tỷ phú|trạng nguyên"
    "|tướng|đại tướng|chỉ huy|lãnh đạo|lãnh tụ|cán bộ|đại biểu|ứng cử viên|ceo|người đứng đầu|nhân vật|chính khách"
    "|vận động viên|trọng tài|thuyền trưởng|phi hành gia|người phát ngôn|nghệ s[ĩỹ]|chuyên gia|học giả|triết gia"
    "|chi cục trưởng|hạt trưởng|đồn trưởng|trạm trưởng|tổ trưởng|tổng biên tập|chủ nhiệm|trưởng khoa|trưởng thôn"
    "|chỉ huy trưởng|chính ủy|chính uỷ|tham mưu trưởng|kế toán trưởng|đô vật|kình ngư|xạ thủ|võ s[ĩỹ]|tay súng|cua rơ"
    "|anh hùng|liệt s[ĩỹ]|nạn nhân|hung thủ|thủ phạm|nghi phạm"
)
# These call somebody only right before the interrogative: "em nào", but not "em học trường nào".
OTHER_PERSONS = (
    "trùm|kẻ|đối tượng|chủ (?:quán|nhà|tàu|xe|vườn|trang trại|cơ sở|rừng|hộ)|lái tàu|tài công|cụ|nam sinh|nữ sinh"
    "|thẩm phán|kiểm sát viên|thủ khoa|á khoa|học sinh|sinh viên|thí sinh|giáo viên|giảng viên|lái đò"
    "|em|cháu|bé|thầy|cô|ngư dân|nông dân"
    "|công nhân|dân quân|chiến s[ĩỹ]|chủ tọa|bị cáo|bị can|hội viên|đoàn viên|bệnh nhân|tài xế|lái xe|phi công|y tá"
    "|đại tá|thượng tá|trung tá|thiếu tá|đại úy|thượng úy|trung úy|thiếu úy|trưởng bản|trưởng ấp|trưởng buôn"
    "|trưởng xóm|già làng|chủ vựa|chủ bè|chủ hụi|điều dưỡng|kỹ sư|hộ lý|cựu chiến binh|cựu binh|tình nguyện viên"
    "|đầu bếp|bà cụ|ông cụ"
    "|ông lão|bà lão|nhà nghiên cứu|nhà khảo cổ|giám khảo|tổng trọng tài|thợ lặn|thợ máy|bạn nhỏ|bạn trẻ"
    "|nhân viên|cô gái|chàng trai|cậu bé|cô bé|cụ ông|cụ bà|cháu bé|du khách"
    "|thầy giáo|cô giáo|nghệ nhân|doanh nhân|tay đua|tay vợt|kỳ thủ|trung vệ|hậu vệ|tiền vệ|người mẫu|hoa hậu"
)
_NO_BODY_BEHIND = "(?! (?:cho|của|đơn|hộ|hợp|cơ|doanh|công|các|những|nước|bên|tổ|nhóm) )"
PERSON_NOUNS = f"người|đại diện{_NO_BODY_BEHIND}|đồng chí|(?<!đơn )(?<!địa )(?<!chức )vị|{ROLE_NOUNS}"
# Asked for, these name no office that an article would call somebody by.
_ANY_ROLES = {"lãnh đạo", "cán bộ", "đại biểu", "nhân vật", "chính khách", "chỉ huy", "chuyên gia", "học giả", "tướng"}
KIN = "vợ|chồng|cha|bố|mẹ|con trai|con gái|con|anh trai|em trai|chị gái|em gái|cháu|bạn gái|bạn trai|thầy|học trò"

# One holds them of something, so that the office alone asks for its holder: "chủ tịch hội nhà báo".
_OFFICE_NOUNS = (
    "(?:phó )?(?:tổng bí thư|bí thư|chủ tịch|trưởng ban|trưởng đoàn|tổng giám đốc|giám đốc|thủ trưởng|thủ tướng"
    "|viện trưởng|hiệu trưởng|cục trưởng|vụ trưởng|chánh văn phòng|chánh án|tư lệnh|thị trưởng|thống đốc|tỉnh trưởng"
    "|trưởng phòng|tổng thư ký|đội trưởng|trưởng công an)|bộ trưởng|thứ trưởng|tổng thống|đại sứ|huấn luyện viên|hlv"
    "|đạo diễn|tác giả|người đứng đầu|người phát ngôn|ceo|vua|nữ hoàng|hoàng đế"
)
# What made somebody known: "người phát minh ra …", "vị vua đầu tiên".
_DEEDS = (
    "đầu tiên|cuối cùng|duy nhất|phát minh|sáng chế|sáng lập|thành lập|khai sinh|sáng tác|đoạt|giành|đứng đầu|chủ trì"
    "|phụ trách|phát biểu|lãnh đạo|ký|đại diện|chỉ huy|điều hành|tìm ra|viết"
    "|được (?:mệnh danh|gọi|bầu|bổ nhiệm|tặng|trao|phong|bình chọn|xem|coi|cử|đề cử|chọn|mời)"
)
NAMES = "tên thật|tên khai sinh|tên đầy đủ|tên hiệu|bút danh|bút hiệu|biệt danh|biệt hiệu|bí danh|nghệ danh"

EN_PERSONS = (
    "person|people|man|woman|official|leader|minister|president|king|queen|emperor|player|author|scientist|secretary"
    "|chairman|chairwoman|director|actor|singer|politician|general|coach|officer|delegate|founder|philosopher"
    "|mathematician|engineer|judge|artist|writer|figure|deputy|patient|teacher|student|pupil|runner|athlete|swimmer"
    "|cyclist|boxer|farmer|worker|fisherman|doctor|nurse|surgeon|soldier|commander|captain|colonel|artisan|craftsman"
    "|musician|composer|conductor|painter|poet|actress|striker|goalkeeper|defender|midfielder|winner|champion"
    "|journalist|reporter|lawyer|prosecutor|defendant|suspect|victim|witness|driver|expert|professor|lecturer"
    "|principal|headmaster|mayor|governor|ambassador|spokesman|spokesperson|spokeswoman|businessman|businesswoman"
    "|ceo|manager|candidate|contestant|resident|villager|volunteer|inspector|monk|priest|chef|speaker|boy|girl"
    "|head(?= (?:of|teacher|coach|nurse)(?: |$)|$)|boss|chairperson|representative"
)
_ROLES_ASKED = "|".join(role for role in ROLE_NOUNS.split("|") if role not in _ANY_ROLES)


ROLES = both(_ROLES_ASKED)
_ANY_PERSON = rf"người(?! (?:dân|lao động|nghèo|bệnh|dùng|tiêu dùng|nộp))|vị|nhân vật|{_ROLES_ASKED}"
# Questions without an interrogative that ask for a person: an office, a relation, a deed, or a name of somebody.
YES_OR_NO = both(r"(?:không|chưa|chăng)$")
PERSON_ALONE = both(
    rf"^(?:{_OFFICE_NOUNS})(?P<of>(?: \w+)+)$|^(?:{KIN}) (?:của|ông|bà|anh|chị)(?: \w+)+$"
    rf"|^(?:vị |một |những )?(?:{_ANY_PERSON})(?: \w+){{0,4}}? (?:(?:đã |từng )?(?:{_DEEDS})|\w+ nhất)(?: \w+)*$"
    rf"|^(?:{NAMES}) (?:của )?(?: ?\w+)+$"
)
EN_YES_OR_NO = both(r"^(?:is|was|are|were|did|does|do|has|have|can|will)")
EN_PERSON_ALONE = both(
    rf"^(?:the )?(?:\w+ )?(?:{EN_PERSONS}|chair|head|mayor|governor|ceo|prime minister) of(?P<of>(?: \w+)+)$"
    r"|^(?:the )?(?:father|mother|wife|husband|son|daughter|brother|sister) of(?: \w+)+$"
    r"|^(?:\w+(?: \w+)? )(?:wife|husband|father|mother|son|daughter)$"
    rf"|^(?:the )?(?:first|last|only|youngest|oldest) (?:\w+ )?(?:{EN_PERSONS})(?: \w+)+$"
)
OFFICES = both(_OFFICE_NOUNS)
OFFICE_ALONE = both(rf"^(?P<role>{_OFFICE_NOUNS})(?= )")
EN_OFFICE_ALONE = both(r"^(?:the )?(?P<role>\w+(?: \w+)?) of ")
# Who is called the head of something is called one of these.
HEAD_ROLES = (
    *("thủ trưởng", "trưởng ban", "bí thư", "chủ tịch", "giám đốc", "tổng giám đốc", "hiệu trưởng", "bộ trưởng"),
    *("chủ nhiệm", "trạm trưởng", "trưởng trạm", "đội trưởng", "đồn trưởng", "trưởng đồn", "hạt trưởng", "tổ trưởng"),
    *("trưởng phòng", "trưởng khoa", "trưởng thôn", "trưởng công an", "chỉ huy trưởng", "viện trưởng", "cục trưởng"),
)
KIN_OF = both(rf"^(?:{KIN}) (?:của |ông |bà |anh |chị |chú |bác |cụ )\w+")
EN_KIN_OF = both(r"who (?:is|was|are|were) (?:\w+ ){1,8}s (?:wife|husband|son|daughter|father|mother|brother|sister)")
HEAD_OF = both("đứng đầu")
EN_HEAD_OF = both("heads|headed|head of|in charge of|leads")
# What the head of a body is called whose name begins so; the first that fits.
HEADS_OF_BODIES = (
    (both("(?:tỉnh|thành|huyện|quận|thị|đảng|xã|phường) ủy|đảng bộ|chi bộ|đoàn thanh niên"), ("bí thư",)),
    (both("ủy ban kiểm tra"), ("chủ nhiệm",)),
    (both("ubnd|hđnd|ủy ban|hội đồng|mặt trận|liên đoàn|công đoàn"), ("chủ tịch", "chủ nhiệm")),
    (both("trường|đại học|học viện|ban giám hiệu"), ("hiệu trưởng", "giám đốc")),
    (both("tòa án"), ("chánh án",)),
    (both(r"ban (?!chấp|thường|chỉ huy|quản lý|quản trị|giám)\w+"), ("trưởng ban", "trưởng đoàn")),
)
EN_DEPUTY = both("deputy|vice")
ROLE_ASKED = both(
    rf"(?P<role>{_ROLES_ASKED})(?: \w+){{0,24}}? (?:là ai|(?:là|gồm|gồm có) (?:những |các )?ai|tên (?:là )?gì)"
    rf"|ai (?:(?:hiện|đang|từng|đã|vừa|sẽ) ){{0,2}}(?:là|làm|giữ|đảm nhiệm|nắm giữ|được bầu làm|được bổ nhiệm làm)"
    rf" (?:chức |chức vụ |cương vị )?(?P<role2>{_ROLES_ASKED})"
    rf"|(?P<role3>{_ROLES_ASKED})(?: \w+){{0,3}}? nào"
)
EN_ROLE_ASKED = both(
    r"who (?:is|was|are|were|served as|serves as|became)(?: currently| now)?(?: the)? (?P<role>\w+)"
    r"|(?:which|what) (?P<role2>\w+(?: \w+)?)"
)
ASKS_ROLE = both(
    r"(?:chức vụ|chức danh|cương vị|nghề nghiệp|(?<!\d )(?<!các )(?<!những )(?<!mấy )nghề)(?: \w+){0,12}? (?:gì|nào)"
    r"|(?:là|làm) (?:gì|ai) ở"
    r"|(?:giữ|làm|kiêm|nắm|mang)(?: (?:luôn|các|những|cả))? chức (?:gì|nào)"
    r"|(?:gì|nào) (?:là )?(?:chức vụ|chức danh|cương vị)"
)
# Whose office is asked for, where no capitals tell: "ông … giữ chức vụ gì", "… đang làm chức gì".
HOLDS = both(
    r"(?:^|(?<= ))(?P<address>(?:ông|bà|anh|chị|cô|đồng chí|đ c) )?(?P<name>\w+(?: \w+){1,4}?)"
    r" (?:(?:hiện|đang|còn|vừa|từng|đã) ){0,2}(?:giữ|làm|là|nắm|đảm nhiệm|kiêm|mang|có|được)(?= )"
)
EN_ASKS_ROLE = both(r"(?:position|post|title|job|occupation|role)s?(?= |$)|what (?:is|was|does) (?:\w+ ){1,5}do")
WHO_IS = both(
    r"^(?:(?:ông|bà|anh|chị|đồng chí|cô|ngài) )?(?P<name>\w+(?: \w+){0,4}) là (?:ai|người nào|người thế nào)$"
)
EN_WHO_IS = both(r"^who (?:is|was) (?:(?:mr|mrs|ms|dr|comrade) )?(?P<name>\w+(?: \w+){0,4})$")
ROLE_ENDS = both_sets(
    "dự tham năm trong tại ở của là đã được khi phát nào tên hiện đang có báo nói cho nhiệm tháng ngày và chủ ai"
)
