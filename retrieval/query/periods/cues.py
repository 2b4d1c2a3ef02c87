"""The words around a date that tell its role, each list compiled for questions typed with marks and without.

Without its marks "cổ đông" would be "có" and "đầu tư" "từ", so a question with marks is read with them. Vietnamese is
written here with marks once; words that are too many others without them are left out of the second spelling by name.
"""

import re
from dataclasses import dataclass

from retrieval.text.dates.forms import unmarked


@dataclass(frozen=True, slots=True)
class Cue:
    """One pattern in both spellings, for text in small letters."""

    marked: re.Pattern[str]
    bare: re.Pattern[str]

    def of(self, *, is_bare: bool) -> re.Pattern[str]:
        """Return the pattern for a text typed without marks, or with them."""
        return self.bare if is_bare else self.marked


def _cue(source: str, *, marked_only: str = "") -> Cue:
    """Return the cue; ``@`` in the source stands for the alternatives that only a text with marks may have."""
    with_marks = source.replace("@", f"|{marked_only}" if marked_only else "")
    return Cue(re.compile(with_marks), re.compile(unmarked(source.replace("@", ""))))


def _words(*alternatives: str, end: str = r"(?!\w)", marked_only: str = "") -> Cue:
    return _cue(rf"(?<!\w)(?:{'|'.join(alternatives)}@){end}", marked_only=marked_only)


# What stands between a word and the date it belongs to: "vào sáng ngày", "in the".
_LEADS = (
    "vào|trong|hồi|lúc|cho|của|khoảng|dịp|ngày|sáng|trưa|chiều|tối|đêm|tháng|năm|quý|đầu|giữa|cuối|hôm|các|hai|kể từ|từ"
    "|sau|trước|trực tuyến"
)
LEAD = _cue(
    rf"(?<!\w)(?:(?:{_LEADS}|{unmarked(_LEADS)}|on|in|at|during|the|of|for|from|early|mid|late|years?|months?|\w+day"
    r"|between|since|after|before|by|online)[ ,(-]+)+$"
)
TIME_PREPOSITION = _cue(r"(?<!\w)(?:in|on|at|during)(?: (?:the|early|mid|late|\w+day))*[ -]$")

_EVENT_WORDS = (
    *(
        "hội (?:nghị|thảo|chợ|thi|đàm)",
        "tọa đàm",
        "toạ đàm",
        "họp báo",
        "đại hội",
        "diễn đàn",
        "triển lãm",
        "liên hoan",
    ),
    *("lễ hội", "lễ (?:kỷ niệm|khai|bế|trao|ra|phát|động|công|mít|đón|ký|mừng)", "festival", "giao ban", "chung kết"),
    "(?:cuộc|buổi|phiên|kỳ|kì) (?:họp|nhóm|gặp|làm việc|giao ban|bầu cử|thi|tọa đàm|tiếp|lễ|sơ kết|tổng kết|chất vấn)",
    *("giải (?:bóng|đấu|vô địch|chạy|quần|cờ|thể thao)", "trận (?:đấu|chung kết|bán kết|cầu|gặp|derby)"),
    *("chuyến thăm", "phiên tòa", "bầu cử", "tranh cử", "sự kiện", "trưng cầu dân ý", "mít tinh", "ra quân"),
    *("conferences?", "meetings?", "sessions?", "summits?", "workshops?", "seminars?", "forums?", "congress"),
    *("festivals?", "briefings?", "exhibitions?", "fairs?", "elections?", "match", "races?", "tournaments?"),
    *("ceremony", "contests?", "competitions?", "visits?", "trials?", "talks", "events?", "gatherings?", "rally"),
    *("championships?", "assembly", "hearings?", "expo", "symposium", "plenums?", "gala", "hackathon"),
    *("referendums?", "review", "game", "launch", "exams?", "marathon", "parade"),
    *(r"(?:semi-?)?finals?(?! (?:report|results?|version|draft|decision|stage|round|phase))", "bán kết", "diễn tập"),
    *("đêm (?:nhạc|hội|gala)", "ngày hội", "hội làng", "hội xuân", "(?:cuộc|giải) đua", "vòng chung kết"),
    *("(?:siêu )?cúp quốc gia", "national (?:super )?cup"),
)
EVENT = _words(*_EVENT_WORDS)
# To meet, and no noun of a meeting: "cuộc họp", "kỳ họp", "họp báo".
_MEETS = "(?<!cuộc )(?<!buổi )(?<!phiên )(?<!kỳ )(?<!kì )(?<!khóa )(?<!phòng )(?<!giấy mời )(?<!lịch )họp(?! báo)"
# A held thing's verb just before the date; "Ban Tổ chức", "công tác tổ chức" have none.
HELD_BEFORE = _words(
    *("diễn ra", "(?<!ban )(?<!ngành )(?<!công tác )(?<!các )(?<!bộ máy )tổ chức", "nhóm họp", "khai mạc", "bế mạc"),
    *("khai trương", "tiến hành", "chủ trì", "chủ tọa", "tham dự", "mở màn", "đăng cai", "held", "hosted", "convened"),
    *("organi[sz]ed", "staged", "took place", "tak(?:e|es|ing) place", "opened", "met"),
    end=r"(?: (?:tại|ở|in|at|online|trực tuyến)(?: [\w.-]+){0,6})?[ ,(]*$",
    marked_only=f"{_MEETS}|dự",
)
TAKES_PART = _words(
    *("chủ trì", "chủ tọa", "tham dự", "phát biểu", "khai mạc", "bế mạc", "diễn ra", "được tổ chức", "mở"),
    *("chair(?:s|ed|ing)?", "co-?chaired", "presid(?:e|es|ed|ing)", "attend(?:s|ed|ing)?", "hosted", "spoke", "held"),
    *("took place", "take place", "opened", "open", "represented"),
    marked_only=f"dự|{_MEETS}",
)
# No phrase of an event goes on past these: "the 2021 budget of the meeting".
_NOT_TO_AN_EVENT = r"(?!(?:in|on|of|at|for|to|from|with|and|by|who|what|did|was|were|is|the|that|which|a|have)(?!\w))"
EVENT_AFTER = _cue(rf"(?:['’]s)?[ -](?:{_NOT_TO_AN_EVENT}[\w-]+ ){{0,4}}?(?:{'|'.join(_EVENT_WORDS)})(?!\w)")
# Between an event and its date no verb begins anew: "hội nghị nêu tăng trưởng năm 2020".
NEW_CLAUSE = _cue(
    r"[,;:?!]|(?<!\w)(?:cho biết|thông báo|báo cáo|đánh giá|công bố|ghi nhận|đề ra|quyết định|thông qua|được|thảo luận"
    r"|sau khi|trước khi|that|which|who|was|were|is|did|does|says?|said|report(?:s|ed)?|approved?|announced?|decided?"
    r"|adopted?|agreed?|grew|rose|fell|reach(?:ed)?|has|have|had|will|must@)(?!\w)",
    marked_only="nêu|là|có|đã|đang|sẽ|bị|tăng|giảm|đạt|nói|do",
)
# What an event is about has a time of its own: "hội nghị về ngân sách năm 2019".
SUBJECT = _words("liên quan", "về", "on", "about", "regarding", "over")
WHO_OR_EVENT = _cue(
    r"[ ,]+(?:(?:thì|the|an?) )?(?:ai|những ai|(?:đồng chí|người|ông|bà|vị|đại biểu|lãnh đạo|đơn vị|đội|cơ quan) nào"
    rf"|who|which \w+|{'|'.join(_EVENT_WORDS)})(?!\w)"
)
# Of what happens unasked the time counts as of what is held; but "mấy cơn bão năm 2020" counts those of a year.
DISASTERS = (
    "bão|trận (?:bão|lũ|lụt|lũ lụt|mưa|động đất|hỏa hoạn|sóng thần)|cơn bão|động đất|sóng thần|lũ lụt"
    "|đợt (?:lũ|rét|dịch)|vụ (?:cháy|nổ|tai nạn|sạt lở|lật|chìm|sập|đâm|rơi|hỏa hoạn)(?: \\w+){0,3}"
)
DISASTER_BEFORE = _cue(
    rf"(?<!\w)(?<!mấy )(?<!nhiêu )(?<!các )(?<!những )(?<!mùa )(?:{DISASTERS})"
    r"(?: (?:số \d+|lịch sử|lớn|kinh hoàng|ở \w+|tại \w+))? (?:hồi |vào )?(?:tháng \d+ )?(?:năm |tháng |ngày )$"
)
DISASTER_AFTER = _cue(
    r"(?:['’]s)?[ -](?:[a-z]+ )?(?:storm|typhoon|hurricane|flood|earthquake|tsunami|fire|explosion|crash|landslide"
    r"|shipwreck)(?!\w)"
)

REVIEW = _words(
    *("tổng kết", "sơ kết", "nhìn lại", "kiểm điểm", "kết quả công tác"),
    "đánh giá (?:công tác|kết quả|tình hình|hoạt động|việc|năm|một năm)",
    "báo cáo(?: tóm tắt| tổng hợp| kết quả| tình hình| về)* (?:công tác|hoạt động|năm)",
    *("review(?:s|ed|ing)?", "sum(?:s|med|ming)? up", "summari[sz](?:ed|es|ing)", "look(?:s|ed|ing) back"),
    *("wrap(?:s|ped|ping) up", "clos(?:ed?|es|ing) the books(?= on)", "t(?:ake|akes|ook|aking) stock(?= of)"),
)
REVIEWED_WORK = _words(
    *("công tác", "kết quả", "tình hình", "hoạt động", "nhiệm vụ", "việc", "work", "results", "performance"),
)
REVIEW_AFTER = _cue(r"(?: year-end| end-of-year| annual| yearly) (?:review|report|results|summary)(?!\w)")
PLAN = _words(
    *("nhiệm vụ", "phương hướng", "kế hoạch", "chỉ tiêu", "dự toán", "mục tiêu", "chương trình công tác"),
    *("triển khai công tác", "tasks?", "plans?", "planned", "targets?", "goals?", "priorities", "objectives"),
    *("orientations?", "agenda", "budget", "work programme", "work program"),
)
# "Hoàn thành nhiệm vụ năm 2022" looks back on a year that is over.
DONE = _words(
    "hoàn thành", "thực hiện", "kết quả", "vượt", "đạt", end=r"(?: (?:tốt|xuất sắc|các|toàn bộ|thắng lợi))*\s*$"
)
# "Mục tiêu tăng trưởng của tỉnh năm 2023" is one phrase; "kế hoạch được duyệt năm 2023" has a verb of its own.
NOT_PLANNED_BY = _words("được", "was", "were", "is", "did", marked_only="bị|gì|nào")
PLAN_AFTER = _cue(r"(?:['’]s)? (?:\w+ )?(?:tasks?|plans?|targets?|goals|priorities|budget)(?!\w)")

TERM_BEFORE = _words(
    *("nhiệm kỳ", "giai đoạn", "thời kỳ", "niên khóa", "khóa", "năm học", "kế hoạch (?:5|năm) năm", "chương trình"),
    *("(?:mùa giải|mùa|vụ)(?: \\w+){0,3}", "quy hoạch", "chiến lược", "tầm nhìn(?: đến)?", "term", "period", "phase"),
    *("season", "vision", "agenda", "(?:school|academic) year"),
    end=r"[\s(]*(?:năm |the )?$",
)
# Of a single year only these make a name: "mùa 2021" is a time.
TERM_OF_YEAR_BEFORE = _words("tầm nhìn(?: đến)?", "vision", "agenda", end=r"[\s(]*(?:năm )?$")
TERM_AFTER = _cue(
    r"[\s)]*(?:\w+ )?(?:terms?|periods?|phases?|seasons?|tenures?|(?:school|academic|fiscal) year|plan|strategy)(?!\w)"
)
_COMPETITIONS = (
    r"world cup|euro|asian cup|asiad|sea games|aff cup|asean cup|olympics?|paralympics?|v-?league|copa america"
    r"|super bowl|grand prix|thế vận hội|miss \w+|hoa hậu(?: \w+){0,3}"
)
COMPETITION_BEFORE = _cue(rf"(?<!\w)(?:{_COMPETITIONS})[ ,(]*(?:năm )?$")
COMPETITION_AFTER = _cue(rf"\s+(?:{_COMPETITIONS})(?!\w)")
_NOT_IN_A_NAME = r"(?!(?:nào|gì|được|ban hành|thông qua|có|ký|sửa đổi|ra|là|do|vào|bị)(?!\w))"
LAW_BEFORE = _cue(
    r"(?<!\w)(?:bộ luật|luật|hiến pháp|pháp lệnh|hiệp định|hiệp ước|công ước|tuyên ngôn|đạo luật|sắc lệnh)"
    rf"(?: {_NOT_IN_A_NAME}\w+){{0,5}}(?: năm)? $"
)
LAW_AFTER = _cue(
    r" (?!(?:in|on|of|to|for|by|at|did|was|were|is|the|who|what)(?!\w))(?:[a-z]+ ){0,3}?"
    r"(?:law|code|act|constitution|treaty|agreement|accords?|convention|protocol|ordinance)(?!\w)"
)
# The date of a numbered document is part of what it is called.
DOCUMENT_BEFORE = _cue(
    r"(?<!\w)(?:nghị quyết|chỉ thị|quyết định|quy định|kết luận|thông báo|nghị định|thông tư|công văn|kế hoạch"
    r"|hướng dẫn|công điện|tờ trình|directive|resolution|decision|decree|circular|regulation)(?: số| no\.?)? \S*\d\S*"
    r"(?: (?!(?:được|ban hành|ra|ký|issued|signed|was|is|có|là|vào)(?!\w))[\w/-]+){0,8} (?:ngày |of |dated )$"
)
# What a figure is held against is not the time that is asked about: "tăng bao nhiêu so với năm ngoái".
COMPARED_BEFORE = _words(
    *("so với", "hơn", "compared (?:to|with)", "than", "versus"),
    end=r"(?: (?:cùng kỳ|cùng thời điểm|thời điểm|mức|của|the same period|that|in|of|năm|tháng|quý))* $",
)
# "Đường 30/4", "dịp 2/9", "Cách mạng Tháng Tám": days and months that are names.
NAMED_DAY_BEFORE = _words(
    *("quốc khánh", "kỷ niệm", "dịp", "nghỉ lễ", "ngày lễ", "chào mừng", "mừng", "đường", "phố", "quảng trường"),
    *("công viên", "phụ nữ(?: việt nam)?", "nhà giáo(?: việt nam)?", "giải phóng(?: miền nam)?", "thương binh liệt sĩ"),
    *("quốc tế lao động", "quốc tế thiếu nhi", "cách mạng", "khủng hoảng", "giải phóng quân"),
    "doanh nhân(?: việt nam)?",
    end=r"[ ,(]*(?:ngày )?$",
)
JOINED = _cue(r"[\s,]*(?:(?:và|and|hoặc|or|hay|với|with|so với|compared (?:to|with)|năm|tháng|ngày|quý|in|of)\s*)*$")
