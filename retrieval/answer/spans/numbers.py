"""Figures and counts of a sentence with what they count: "1.578 thôn", "113/172 biên chế (đạt 65,7%)", "463 tỷ đồng".

A figure of a date, a time of day ("7h30"), a document, an ordinal ("lần thứ 2", "khóa XIII") or a name ("Covid-19")
counts nothing and is left out.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from retrieval.answer.spans.times import TimeExpression
from retrieval.text.wordlists import pair_set, word_set

_COUNTED_BY_FIVE = "người|nước|tỉnh|quốc|thành|tháng|ngày|lần|loại|nhóm|con|bộ|vị"  # "năm" is most often a year
_WORDS = (
    rf"một|hai|ba|bốn|năm(?= (?:{_COUNTED_BY_FIVE}))|sáu|bảy|bẩy|tám|chín"
    "|mười một|mười hai|mười ba|mười bốn|mười lăm|mười sáu|mười bảy|mười tám|mười chín|mười"
    "|hai mươi|ba mươi|bốn mươi|năm mươi|sáu mươi|bảy mươi|tám mươi|chín mươi|một trăm|một nửa|nửa"
    "|một phần (?:hai|ba|tư|năm|sáu|bảy|tám|mười)|hai phần ba|ba phần tư"
    "|hàng (?:chục|trăm|nghìn|ngàn|vạn|triệu|tỷ)|vài (?:chục|trăm|nghìn|ngàn|triệu)?"
)
_FIGURE = r"(?:\d+m\d{1,2}|\d+(?:[.,]\d+)*(?:/\d+(?:[.,]\d+)*)?)"
_NUMBER = re.compile(
    rf"(?<![\w.,/-])(?:(?P<figure>{_FIGURE})(?![/\d])(?!-[^\W\d])|(?P<word>{_WORDS})(?!\w))", re.IGNORECASE
)
# Of "1h30" neither the hour nor the minutes count anything.
_CLOCK_TIME = re.compile(r"(?<![\w.,])(?:[01]?\d|2[0-4])(?:[hg]|giờ)[0-5]\d(?![\d.,])", re.IGNORECASE)
_RANGE = re.compile(rf" ?(?:-|–|đến|tới|hoặc) ?(?:{_FIGURE})(?![\w/-])")
# What makes a figure a name or an ordinal: the word right before it.
_NAMING = re.compile(
    r"(?<!\w)(?:số|thứ|lần|khóa|khoá|nghị quyết|quyết định|chỉ thị|nghị định|thông tư|công văn|kế hoạch|quy định"
    r"|kết luận|điều|khoản|mục|chương|đại hội|nhóm|kỳ họp thứ|quốc lộ|đường|tập|trang|hình|bảng|quận|tổ|phố|đề án"
    r"|nhiệm kỳ|giai đoạn|trung ương) $",
    re.IGNORECASE,
)
_NAMING_CHARS = 16
_VAGUE = re.compile(r" (?:số|vài|loạt)(?!\w)", re.IGNORECASE)  # "một số huyện" counts none
_APPROXIMATE = re.compile(
    r"(?:(?<!\w)(?:khoảng|khoảng từ|hơn|gần|trên|dưới|tới|chừng|ít nhất|tối thiểu|tối đa|xấp xỉ|đạt|quá|tổng cộng"
    r"|chỉ|đến|lên đến|lên tới|vào khoảng|ước tính|cả|[Tt]ất cả|đủ|âm) )+$"
)
_RANGE_OPENING = re.compile(rf"(?:{_APPROXIMATE.pattern[:-1]})?(?:(?<!\w)[Tt]ừ )?$")  # "khoảng từ 13 đến 15"
_BEFORE_CHARS = 40
_MAGNITUDE = r"(?: (?:mươi|chục|trăm|nghìn|ngàn|vạn|triệu|tỷ|tỉ))*(?: rưỡi)?"
_CURRENCY = r"(?: ?(?:đồng(?! chí)|đô[ -]la(?: Mỹ)?|\$|USD|VND|VNĐ|euro|bảng Anh|yên|nhân dân tệ|franc|rúp|won))?"
_UNIT = re.compile(rf"{_MAGNITUDE}{_CURRENCY}(?!\w)", re.IGNORECASE)
_MONEY = ("đồng", "usd", "vnd", "đô la", "đô-la", "$", "euro", "bảng", "franc", "yên", "tệ", "rúp", "won")
_SIGN = re.compile(r" ?(?:%|‰|°(?: ?[CF])?|\$|€|£)(?!\w)")
_MEASURE = re.compile(
    r" ?(?:tuổi(?: rưỡi)?|lần|km²|km2|m²|m2|m³|m3|km/h|km/giờ|km|cm|mm|m|ha|kg|g|tấn|tạ|lít|ml|MW|kWh|GB|MB"
    r"|dặm(?: vuông)?|mét(?: vuông| khối)?|ki ?lô ?mét(?: vuông)?|cây số(?: vuông)?|héc ?ta|hecta|mẫu(?: Anh)?"
    r"|feet|foot|inch|độ [CF]|độ|phần trăm|điểm phần trăm)(?!\w)"
)
_NAME_FIGURE = re.compile(r"(?<=[^\W\d_])-\d+(?!\w)")
_RATE = re.compile(
    r" ?/ ?(?:kg|năm|tháng|ngày|giờ|lít|tấn|tạ|m2|m²|m3|m³|km|ha|người|lượt|vé|suất|căn|hộ|lượng|chỉ|cổ phiếu|USD"
    r"|đơn vị|học sinh|lần|vụ|con|chiếc|bộ|cuốn)(?!\w)"
)
_BEHIND = re.compile(r" ?\((?:đạt |chiếm |tương đương |bằng |khoảng )?[^()]{0,24}\d[^()]{0,24}\)")
_PHONE = re.compile(
    r"(?<![\w.,/-])(?P<number>(?:\+ ?84|\(?0\d{1,3}\)?|1[89]00)(?:[ .\-]?\d{2,5}){1,4})(?![\w/]|[.,]\d)"
    r"|(?:điện thoại|hotline|đường dây nóng|tổng đài|gọi|gọi số|fax)(?: số)?:? (?P<short>1\d{2,3})(?![ .\-/]?\d)",
    re.IGNORECASE,
)
# What a counted noun ends before: words of grammar, and verbs.
_NOUN_ENDS = word_set(
    """
    và là của được đã đang sẽ trong ở tại vào từ đến tới cho với để do bởi vì nên thì mà khi nếu như bị có không này đó
    kia ấy về theo trên dưới so cùng hoặc hay nhưng còn cũng bằng chiếm đạt thuộc đi ra lên xuống sang qua giữa trước
    sau gồm tham làm sống mỗi từng đều phải cần hơn ít nhiều nữa nhất thiệt bán mua phát tập dự hoàn tiến tiếp
    """
)
# Words of two syllables with one of these: "học tập", "dự án" and "tiến sĩ" end no noun.
_COMPOUNDS = pair_set(
    """
    cụm từ, tự do, lý do, lí do, học tập, thực tập, luyện tập, bài tập, sưu tập, tuyển tập, tập thể, tập đoàn, tập sự,
    tập tài, dự án, dự thảo, dự luật, dự báo, tham luận, phát minh, phát hiện, phát súng, phát đạn, phát thanh,
    tiến sĩ, tiến sỹ, tiếp viên, bằng khen, bằng cấp, bằng lái, bằng tốt, bằng sáng, bằng độc, không gian, bán đảo,
    việc làm, thiết bị, trang bị, đời sống, cuộc sống, nhà ở, chỗ ở, điểm đến, chuyến đi, lối đi, đường đi, đầu vào,
    đầu ra, sau đại, trước bạ, hoàn cảnh, máy bán, từ điển, bộ phát, trạm phát, đài phát,
    bị thương, phải thu, dự phòng, dự trữ, làm việc, dự bị, dự tuyển, cấp trên, cấp dưới
    """
)
# "2.000 suất quà trị giá 1,2 tỷ đồng": with these no noun goes on.
_NO_NOUNS = pair_set("trị giá, tương đương, tổng trị, tổng số, tổng diện, tổng vốn, tổng kinh")
_WORDS_BEHIND = re.compile(r"(?: \w+)+")
_MAX_NOUN = 8
_MAX_NOUN_CHARS = 60


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure in code points [start, end) of the text, with what belongs to it in [whole_start, whole_end).

    Its digits or number words, without a unit, end at ``digits_end``.
    """

    start: int
    digits_end: int
    end: int
    whole_start: int
    whole_end: int
    is_percent: bool
    is_money: bool
    is_word: bool
    noun: tuple[str, ...]


def find_quantities(text: str, taken: Iterable[TimeExpression]) -> list[Quantity]:
    """Return the figures that count or measure something, in order; those inside ``taken`` are dates."""
    dates = [(each.start, each.end) for each in taken] + [each.span() for each in _CLOCK_TIME.finditer(text)]
    found: list[Quantity] = []
    for match in _NUMBER.finditer(text):
        start, end = match.span()
        if any(start < right and end > left for left, right in dates) or (found and start < found[-1].end):
            continue
        before = text[:start]
        counts_none = _VAGUE.match(text, end) if match["word"] else _NAMING.search(before[-_NAMING_CHARS:])
        if counts_none:
            continue
        found.append(_quantity(text, match))
    return found


def find_phones(text: str) -> list[tuple[int, int]]:
    """Return the telephone numbers of a text as code points [start, end): "0912.345.678", "1900 6789", "111"."""
    return [each.span("number" if each["number"] else "short") for each in _PHONE.finditer(text)]


def _quantity(text: str, match: re.Match[str]) -> Quantity:
    start, figure_end = match.span()
    end = digits_end = _end_of(_RANGE, text, figure_end) if match["figure"] else figure_end
    before = (_APPROXIMATE if end == figure_end else _RANGE_OPENING).search(text[max(0, start - _BEFORE_CHARS) : start])
    end = _end_of(_SIGN, text, end)
    unit_end = _end_of(_UNIT, text, end)
    unit = text[end:unit_end].lower()
    is_percent = "%" in text[start:end] or text.startswith(" phần trăm", unit_end)
    is_money = any(name in unit for name in _MONEY)
    end = _end_of(_MEASURE, text, unit_end)
    noun = () if is_money or is_percent else _noun(text, end)
    return Quantity(
        start,
        digits_end,
        end,
        whole_start=start - (len(before[0]) if before else 0),
        whole_end=_whole_end(text, end + sum(len(word) + 1 for word in noun)),
        is_percent=is_percent,
        is_money=is_money,
        is_word=match["word"] is not None,
        noun=noun,
    )


def _whole_end(text: str, end: int) -> int:
    """Return where a figure ends with what belongs to it: "45.000 đồng/kg", "7 ca mắc Covid-19", "41/50 (82%)"."""
    for pattern in (_NAME_FIGURE, _RATE, _BEHIND):
        end = _end_of(pattern, text, end)
    return end


def _end_of(pattern: re.Pattern[str], text: str, start: int) -> int:
    """Return where the pattern ends that may stand at a place, the place itself if it does not."""
    found = pattern.match(text, start)
    return found.end() if found else start


def _noun(text: str, end: int) -> tuple[str, ...]:
    """Return the words right behind a figure that name what it counts, as written."""
    behind = _WORDS_BEHIND.match(text, end, end + _MAX_NOUN_CHARS)
    words = behind[0].split() if behind else []
    small = ["", *(word.lower() for word in words), ""]
    for i, word in enumerate(words[:_MAX_NOUN]):
        before, own, after = small[i : i + 3]
        is_end = own in _NOUN_ENDS and not {(before, own), (own, after)} & _COMPOUNDS
        if is_end or word.isdigit() or (own, after) in _NO_NOUNS:
            return tuple(words[:i])
    return tuple(words[:_MAX_NOUN])
