"""How Vietnamese and English questions say what kind of answer they want: one table of patterns per language.

A pattern is matched against the question's tokens, in small letters with one space between them. The Vietnamese ones
are written with marks and compiled twice, as written and without marks, so that both spellings are read by one rule.
The group ``focus`` is the interrogative itself: where, in a Vietnamese question, the answer would stand. ``head`` is
what is counted or asked for, where it is said.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from retrieval.query.request import authorship
from retrieval.text.spelling import fold
from retrieval.text.wordlists import word_set


class AnswerType(StrEnum):
    """What kind of answer a question wants; ``FREE`` is any other."""

    PERSON = "person"
    PERSONS = "persons"
    DATE = "date"
    PLACE = "place"
    NUMBER = "number"
    ORGANISATION = "organisation"
    DOCUMENT = "document"
    LIST = "list"
    REASON = "reason"
    FREE = "free"


@dataclass(frozen=True, slots=True)
class Spellings:
    """One pattern, for whole words, with marks and without."""

    marked: re.Pattern[str]
    bare: re.Pattern[str]

    def spelled(self, is_bare: bool) -> re.Pattern[str]:
        """Return the pattern for text with marks or for folded text."""
        return self.bare if is_bare else self.marked


@dataclass(frozen=True, slots=True)
class Wording:
    """One way of asking for one kind of answer."""

    type: AnswerType
    pattern: Spellings


_MARKED_LETTER = re.compile(r"[^\x00-\x7f]")

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
    "|anh hùng|liệt s[ĩỹ]|nạn nhân|hung thủ|thủ phạm|nghi phạm"
)
PERSON_NOUNS = f"người|đồng chí|(?<!đơn )(?<!địa )(?<!chức )vị|{ROLE_NOUNS}"
# Asked for, these name no office that an article would call somebody by.
_ANY_ROLES = {"lãnh đạo", "cán bộ", "đại biểu", "nhân vật", "chính khách", "chỉ huy", "chuyên gia", "học giả", "tướng"}
_KIN = "vợ|chồng|cha|bố|mẹ|con trai|con gái|con|anh trai|em trai|chị gái|em gái|cháu|bạn gái|bạn trai|thầy|học trò"

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
_NAMES = "tên thật|tên khai sinh|tên đầy đủ|tên hiệu|bút danh|bút hiệu|biệt danh|biệt hiệu|bí danh|nghệ danh"

_PLACE_NOUNS = (
    "thành phố|tỉnh|tỉnh thành|đất nước|nước|quốc gia|huyện|quận|xã|phường|thị xã|thị trấn|làng|thôn|bản|vùng|khu vực"
    "|vùng đất|địa phương|địa điểm|địa danh|châu lục|châu|lục địa|điểm cầu|đầu cầu|hòn đảo|đảo|quần đảo|thủ đô|miền"
    "|sân vận động|sân|con sông|dòng sông|sông|ngọn núi|dãy núi|núi|biển|đại dương|hồ|con đường|đường phố|phố|bang"
    "|hội trường|khách sạn|sân bay|cảng|nhà ga|lãnh thổ|hướng|phía|vị trí|nơi|chỗ|bảo tàng|công viên"
)
_ORGANISATION_NOUNS = (
    "trường|đơn vị|cơ quan|tổ chức|công ty|doanh nghiệp|tập đoàn|bộ|sở|ban|viện|bệnh viện|ngân hàng|đội bóng|đội tuyển"
    "|đội|câu lạc bộ|clb|đảng phái|đảng|hội|trung tâm|tờ báo|tạp chí|hãng|nhà xuất bản|đại học|học viện|liên minh"
    "|phòng|cục|vụ|tòa án|nhóm nhạc|ban nhạc|hãng phim|đảng bộ|chi bộ|hợp tác xã|nhà máy|đài|ủy ban"
)
_DOCUMENT_NOUNS = (
    "nghị quyết|chỉ thị|nghị định|thông tư|văn bản|công văn|luật|bộ luật|đạo luật|hiến pháp|pháp lệnh|công điện"
)
# These also mean an act ("quyết định gì"): they are documents only before "nào" or "số mấy".
_DOCUMENTS_OR_ACTS = "quyết định|quy định|kết luận|kế hoạch|hướng dẫn|thông báo|hiệp định|đề án|tờ trình|chương trình"
_TIME_NOUNS = (
    "ngày tháng năm|ngày tháng|ngày giờ|thời gian|thời điểm|thời kỳ|thời kì|thời đại|giai đoạn|ngày|tháng|năm|thế kỷ"
    "|thế kỉ|thập niên|thập kỷ|thập kỉ|giờ|mùa|buổi|hôm|tuần|triều đại"
)

_SEATS = "thủ đô|thủ phủ|tỉnh lỵ|trụ sở|quê|nơi sinh|quê quán"
_WHICH_NUMBER = r"(?P<head>năm|tháng|ngày|thế kỷ|thế kỉ)(?: thứ)? (?P<focus>bao nhiêu|mấy)"
_NO_NUMBER_BEFORE = "(?<!số )(?<!ngày )(?<!tháng )(?<!năm )"
_NUMBERED = "số (?:mấy|bao nhiêu|nào|gì)"
_ATTRIBUTES = r"(?: (?!là |của |được |đã |có )\w+)"  # of a noun: "tập đoàn dầu khí nào"

# Tried in this order; the first that fits wins.
_VIETNAMESE: tuple[tuple[AnswerType, str], ...] = (
    (AnswerType.REASON, r"(?P<focus>vì sao|tại sao|vì đâu|do đâu|cớ sao|vì (?:cái|lẽ|điều) gì|vì lý do (?:gì|nào))"),
    (AnswerType.REASON, r"(?:nguyên nhân|lý do|lí do)(?: (?!ai )\w+){0,20}? (?P<focus>gì|nào|đâu)"),
    (AnswerType.REASON, r"(?P<focus>(?:nhằm|với|vì|có) mục đích (?:gì|nào)|để làm gì|nhằm (?:làm )?gì)"),
    (AnswerType.DATE, rf"(?:vào|từ|đến|trong|là|tới)(?: khoảng)? {_WHICH_NUMBER}"),
    (AnswerType.DATE, rf"{_WHICH_NUMBER}(?= (?:thì|mà|là|diễn|được|của)|$)"),
    (AnswerType.DATE, r"(?P<focus>mấy giờ|giờ nào|bao giờ|khi nào|lúc nào|hồi nào|(?:ngày|tháng|năm) mấy|hôm nào)"),
    (AnswerType.DOCUMENT, rf"(?P<head>{_DOCUMENT_NOUNS}|{_DOCUMENTS_OR_ACTS})(?: \w+){{0,4}}? (?P<focus>{_NUMBERED})"),
    (AnswerType.NUMBER, r"(?P<focus>bao lâu|bao xa|bao nhiêu lâu)"),
    (AnswerType.NUMBER, r"(?P<focus>(?:thứ )?bao nhiêu|bao nhiu)(?P<head>(?: \w+){0,4})"),
    (AnswerType.NUMBER, r"(?P<focus>thứ mấy|hạng mấy|khóa mấy|lần thứ mấy)"),
    (AnswerType.NUMBER, rf"{_NO_NUMBER_BEFORE}(?P<focus>mấy)(?! (?:bay|móc|tính))(?P<head>(?: \w+){{1,4}})"),
    (AnswerType.FREE, r"(?P<focus>như thế nào|thế nào|ra sao|bằng cách nào|làm sao|làm cách nào)"),
    (AnswerType.DATE, rf"(?P<head>{_TIME_NOUNS})(?: \w+)?? (?P<focus>nào|gì|mấy)"),
    (AnswerType.PERSONS, rf"(?P<focus>những ai|(?:những|các|hai|ba|bốn|năm) (?:{PERSON_NOUNS}) nào|gồm ai)"),
    (AnswerType.PERSON, r"(?P<focus>(?<!của )là ai|do ai|bởi ai|ai)(?= |$)(?! (?:cập|len))"),
    (AnswerType.PERSON, rf"(?P<focus>(?P<head>{PERSON_NOUNS})(?: \w+){{0,3}}? nào|(?:ông|bà|anh|chị) nào)"),
    (AnswerType.PERSON, rf"(?:^|\s)(?:{ROLE_NOUNS}|{_KIN})(?: \w+){{0,24}}? (?P<focus>tên (?:là |của )?gì|tên gì)"),
    (AnswerType.PERSON, rf"(?:{_NAMES})(?: \w+){{0,12}}? (?P<focus>là gì|gì)"),
    (AnswerType.DOCUMENT, rf"(?P<head>{_DOCUMENT_NOUNS})(?: \w+){{0,3}}? (?P<focus>nào|gì)"),
    (AnswerType.DOCUMENT, rf"(?P<head>{_DOCUMENTS_OR_ACTS}) (?P<focus>nào)"),
    (AnswerType.PLACE, r"(?P<focus>(?:ở|tại|từ|đến|tới|về|vào|sang|qua|nơi|trên|đi) đâu|đâu(?= là))"),
    (AnswerType.PLACE, rf"(?P<head>{_PLACE_NOUNS}){_ATTRIBUTES}{{0,2}}? (?P<focus>nào|mấy)"),
    (AnswerType.PLACE, rf"(?:{_SEATS})(?: \w+){{0,8}} (?P<focus>(?:là|ở) (?:gì|đâu))"),
    (AnswerType.LIST, r"(?:bao gồm|gồm|gồm có)(?: \w+){0,3}? (?P<focus>(?:những |các )?gì|nào)"),
    (AnswerType.LIST, r"(?P<focus>những gì|kể tên|liệt kê|hãy nêu các|nêu tên)"),
    (AnswerType.LIST, r"(?:những|các) (?P<head>\w+(?: \w+){0,3}?) (?P<focus>nào|gì)"),
    (AnswerType.LIST, r"(?:hai|ba|bốn|năm|sáu|bảy|tám|\d+) (?P<head>\w+(?: \w+){0,2}?) (?P<focus>nào|gì)"),
    (AnswerType.ORGANISATION, rf"(?P<head>{_ORGANISATION_NOUNS}){_ATTRIBUTES}{{0,3}}? (?P<focus>nào)"),
    (AnswerType.FREE, r"(?P<head>\w+(?: \w+)?) (?P<focus>nào|gì)"),
)  # fmt: skip

_EN_PLACES = (
    "city|cities|province|country|countries|place|venue|town|village|district|region|area|continent|island|location"
    "|state|river|street|site|capital|commune|nation|stadium|locality"
)
_EN_ORGANISATIONS = (
    "school|agency|organi[sz]ation|company|unit|university|party|team|ministry|department|board|body|bank|hospital"
    "|club|newspaper|institute|committee|group|firm|college|commission|association|league"
)
_EN_DOCUMENTS = (
    "resolution|directive|regulation|decree|decision|circular|document|law|act|plan|conclusion|treaty|ordinance"
    "|programme|program|guideline|constitution|agreement"
)
_EN_PERSONS = (
    "person|people|man|woman|official|leader|minister|president|king|queen|emperor|player|author|scientist|secretary"
    "|chairman|director|actor|singer|politician|general|coach|officer|delegate|founder|philosopher|mathematician"
    "|engineer|judge|artist|writer|figure"
)
_EN_MEASURES = (
    "percentage|percent|share|proportion|rate|number|population|amount|total|area of|height|length|cost|price|ratio"
    "|age|temperature|size|speed|score|fraction|quantity|growth"
)
_EN_TIMES = "year|date|day|month|century|time|decade|season|period|era|hour"
_EN_WHICH = "(?:what|which)"
_EN_VERBS = "are|were|do|did|does|must|should|have|has"
_EN_ATTRIBUTES = r"(?: (?!is |was |did |are |were )\w+)"  # of a noun: "which Politburo resolution"
_ENGLISH: tuple[tuple[AnswerType, str], ...] = (
    (AnswerType.REASON, r"(?P<focus>why|for what reason|what is the reason|what was the reason|what caused)"),
    (AnswerType.NUMBER, r"(?P<focus>how (?:many|much))(?P<head>(?: \w+){0,4})"),
    (AnswerType.NUMBER, r"(?P<focus>how (?:long|far|old|tall|high|big|large|deep|often|wide|fast|heavy|hot|cold))"),
    (AnswerType.NUMBER, rf"(?P<focus>{_EN_WHICH}(?: is| was| were| are)?(?: the)?(?: \w+)?? (?P<head>{_EN_MEASURES}))"),
    (AnswerType.DATE, rf"(?P<focus>{_EN_WHICH}(?: \w+)? (?P<head>{_EN_TIMES})s?)"),
    (AnswerType.DATE, r"(?P<focus>(?<=^)when|when(?= (?:did|was|were|is|will|does|do) ))"),
    (AnswerType.PERSONS, r"(?P<focus>who (?:are|were)|who all|who else|who co chaired|who jointly)"),
    (AnswerType.PERSON, r"(?P<focus>whom|whose|who)(?= |$)"),
    (AnswerType.PERSONS, rf"(?P<focus>(?:what|which)(?: \w+){{0,2}} (?P<head>{_EN_PERSONS})s)(?= |$)"),
    (AnswerType.PERSON, rf"(?P<focus>(?:what|which)(?: \w+){{0,2}}? (?P<head>{_EN_PERSONS}))(?= |$)"),
    (AnswerType.PLACE, r"(?P<focus>where)(?= |$)"),
    (AnswerType.PLACE, rf"(?P<focus>{_EN_WHICH}{_EN_ATTRIBUTES}{{0,2}}? (?P<head>{_EN_PLACES}))"),
    (AnswerType.DOCUMENT, rf"(?P<focus>{_EN_WHICH}{_EN_ATTRIBUTES}{{0,3}}? (?P<head>{_EN_DOCUMENTS}))"),
    (AnswerType.ORGANISATION, rf"(?P<focus>{_EN_WHICH}{_EN_ATTRIBUTES}{{0,3}}? (?P<head>{_EN_ORGANISATIONS}))"),
    (AnswerType.LIST, r"(?P<focus>(?:what|which) (?:are|were)|(?:name|list) the)"),
    (AnswerType.LIST, r"(?P<focus>what does (?:\w+ ){1,6}(?:include|consist|comprise))"),
    (AnswerType.LIST, rf"(?P<focus>{_EN_WHICH}(?: \w+)? (?P<head>\w{{3,}}[^s\W]s))(?= (?:{_EN_VERBS})(?: |$))"),
    (AnswerType.FREE, r"(?P<focus>what|which)(?P<head> (?!is |was |are |were |did |does |do )\w+)?"),
    (AnswerType.FREE, r"(?P<focus>how)"),
)  # fmt: skip

_ROLES_ASKED = "|".join(role for role in ROLE_NOUNS.split("|") if role not in _ANY_ROLES)


def _both(source: str) -> Spellings:
    return Spellings(re.compile(_whole(source)), re.compile(_whole(_MARKED_LETTER.sub(_fold_letter, source))))


def _fold_letter(found: re.Match[str]) -> str:
    return fold(found[0])


def _whole(source: str) -> str:
    return rf"(?<!\w)(?:{source})(?!\w)"


def _both_sets(words: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the words as written, and folded: indexed by whether marks are missing."""
    return word_set(words), word_set(fold(words))


VIETNAMESE = tuple(Wording(kind, _both(source)) for kind, source in _VIETNAMESE)
ENGLISH = tuple(Wording(kind, _both(source)) for kind, source in _ENGLISH)
ROLES = _both(_ROLES_ASKED)
_ANY_PERSON = rf"người(?! (?:dân|lao động|nghèo|bệnh|dùng|tiêu dùng|nộp))|vị|nhân vật|{_ROLES_ASKED}"
# Questions without an interrogative that ask for a person: an office, a relation, a deed, or a name of somebody.
YES_OR_NO = _both(r"(?:không|chưa|chăng)$")
PERSON_ALONE = _both(
    rf"^(?:{_OFFICE_NOUNS})(?P<of>(?: \w+)+)$|^(?:{_KIN}) (?:của|ông|bà|anh|chị)(?: \w+)+$"
    rf"|^(?:vị |một |những )?(?:{_ANY_PERSON})(?: \w+){{0,4}}? (?:(?:đã |từng )?(?:{_DEEDS})|\w+ nhất)(?: \w+)*$"
    rf"|^(?:{_NAMES}) (?:của )?(?: ?\w+)+$"
)
EN_YES_OR_NO = _both(r"^(?:is|was|are|were|did|does|do|has|have|can|will)")
EN_PERSON_ALONE = _both(
    rf"^(?:the )?(?:\w+ )?(?:{_EN_PERSONS}|chair|head|mayor|governor|ceo|prime minister) of(?P<of>(?: \w+)+)$"
    r"|^(?:the )?(?:father|mother|wife|husband|son|daughter|brother|sister) of(?: \w+)+$"
    r"|^(?:\w+(?: \w+)? )(?:wife|husband|father|mother|son|daughter)$"
    rf"|^(?:the )?(?:first|last|only|youngest|oldest) (?:\w+ )?(?:{_EN_PERSONS})(?: \w+)+$"
)
OFFICES = _both(_OFFICE_NOUNS)
OFFICE_ALONE = _both(rf"^(?P<role>{_OFFICE_NOUNS})(?= )")
EN_OFFICE_ALONE = _both(r"^(?:the )?(?P<role>\w+(?: \w+)?) of ")
# Who is called the head of something is called one of these.
HEAD_ROLES = ("thủ trưởng", "trưởng ban", "bí thư", "chủ tịch", "giám đốc", "tổng giám đốc", "hiệu trưởng", "bộ trưởng")
HEAD_OF = _both("đứng đầu")
EN_HEAD_OF = _both("heads|headed|head of|in charge of|leads")
EN_DEPUTY = _both("deputy|vice")
ROLE_ASKED = _both(
    rf"(?P<role>{_ROLES_ASKED})(?: \w+){{0,24}}? (?:là ai|là những ai|tên (?:là )?gì)"
    rf"|ai (?:(?:hiện|đang|từng|đã|vừa|sẽ) ){{0,2}}(?:là|làm|giữ|đảm nhiệm|nắm giữ|được bầu làm|được bổ nhiệm làm)"
    rf" (?:chức |chức vụ |cương vị )?(?P<role2>{_ROLES_ASKED})"
    rf"|(?P<role3>{_ROLES_ASKED})(?: \w+){{0,3}}? nào"
)
EN_ROLE_ASKED = _both(
    r"who (?:is|was|are|were|served as|serves as|became)(?: currently| now)?(?: the)? (?P<role>\w+)"
    r"|(?:which|what) (?P<role2>\w+(?: \w+)?)"
)
ASKS_ROLE = _both(
    r"(?:chức vụ|chức danh|cương vị|nghề nghiệp|nghề)(?: \w+){0,12}? (?:gì|nào)|(?:là|làm) (?:gì|ai) ở"
    r"|(?:gì|nào) (?:là )?(?:chức vụ|chức danh|cương vị)"
)
EN_ASKS_ROLE = _both(r"(?:position|post|title|job|occupation|role)(?= |$)|what (?:is|was|does) (?:\w+ ){1,5}do")
WHO_IS = _both(
    r"^(?:(?:ông|bà|anh|chị|đồng chí|cô|ngài) )?(?P<name>\w+(?: \w+){0,4}) là (?:ai|người nào|người thế nào)$"
)
EN_WHO_IS = _both(r"^who (?:is|was) (?:(?:mr|mrs|ms|dr|comrade) )?(?P<name>\w+(?: \w+){0,4})$")
ASKS_AUTHOR = _both(authorship.VIETNAMESE)
EN_ASKS_AUTHOR = _both(authorship.ENGLISH)
MAY_ASK_AUTHOR = _both(authorship.VIETNAMESE_POSSIBLE)
EN_MAY_ASK_AUTHOR = _both(authorship.ENGLISH_POSSIBLE)
PERCENT = _both("phần trăm|tỷ lệ|tỉ lệ|tốc độ tăng trưởng|tăng trưởng|percent|percentage|share|proportion|rate|growth")
MONEY = _both(
    "bao nhiêu tiền|bao nhiêu đồng|mấy đồng|kinh phí|ngân sách|số tiền"
    "|(?<!đánh )(?<!quốc )(?<!tham )(?<!chuyên )(?<!gia )giá|chi phí|tổng vốn|vốn|doanh thu|lợi nhuận"
    "|how much (?:money|did|does|do|will|was)|cost|budget|price|revenue|profit"
)
DURATION = _both(
    "bao lâu|bao nhiêu lâu|(?:bao nhiêu|mấy) (?:năm|tháng|ngày|tuần|giờ|phút|giây|thế kỷ|thập kỷ)|how long"
    "|how many (?:years|months|days|weeks|hours|minutes|seconds|centuries|decades)"
)
NUMBER_OF = _both(r"(?:số lượng|tổng số|số|number of|total of) (\w+(?: \w+){0,2})")
# What ends the noun that is counted, and the office that is asked about.
HEAD_ENDS = _both_sets(
    "được đã là và có trong ở tại vào của cho để thì mà trên với so khi theo từ bị phải sang do nhất không dưới ra về"
    " đang sẽ cùng đến tới bằng nếu"
)
EN_HEAD_ENDS = word_set(
    """
    did does do are is was were has have had must will would can could should may might in on by at of per to and for
    from with live lived took take
    """
)
ROLE_ENDS = _both_sets(
    "dự tham năm trong tại ở của là đã được khi phát nào tên hiện đang có báo nói cho nhiệm tháng ngày và chủ ai"
)
