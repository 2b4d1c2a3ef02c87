"""Figures and counts of a sentence with what they count: "1.578 thôn", "113/172 biên chế (đạt 65,7%)", "463 tỷ đồng".

A figure of a date, a document, an ordinal ("lần thứ 2", "khóa XIII") or a name ("Covid-19") counts nothing and is left
out.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from retrieval.answer.spans.times import TimeExpression
from retrieval.text.wordlists import word_set

_COUNTED_BY_FIVE = "người|nước|tỉnh|quốc|thành|tháng|ngày|lần|loại|nhóm|con|bộ|vị"  # "năm" is most often a year
_WORDS = (
    rf"một|hai|ba|bốn|năm(?= (?:{_COUNTED_BY_FIVE}))|sáu|bảy|bẩy|tám|chín"
    "|mười một|mười hai|mười ba|mười bốn|mười lăm|mười sáu|mười bảy|mười tám|mười chín|mười"
    "|hai mươi|ba mươi|bốn mươi|năm mươi|sáu mươi|bảy mươi|tám mươi|chín mươi|một trăm|một nửa|nửa"
    "|một phần (?:hai|ba|tư|năm|sáu|bảy|tám|mười)|hai phần ba|ba phần tư"
    "|hàng (?:chục|trăm|nghìn|ngàn|vạn|triệu|tỷ)|vài (?:chục|trăm|nghìn|ngàn|triệu)?"
)
_FIGURE = r"\d+(?:[.,]\d+)*(?:/\d+(?:[.,]\d+)*)?"
_NUMBER = re.compile(
    rf"(?<![\w.,/-])(?:(?P<figure>{_FIGURE})(?![/\d])(?!-[^\W\d])|(?P<word>{_WORDS})(?!\w))", re.IGNORECASE
)
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
_BEHIND = re.compile(r" ?\((?:đạt |chiếm |tương đương |bằng |khoảng )?[^()]{0,24}\d[^()]{0,24}\)")
# What a counted noun ends before: words of grammar, and verbs.
_NOUN_ENDS = word_set(
    """
    và là của được đã đang sẽ trong ở tại vào từ đến tới cho với để do bởi vì nên thì mà khi nếu như bị có không này đó
    kia ấy về theo trên dưới so cùng hoặc hay nhưng còn cũng bằng chiếm đạt thuộc đi ra lên xuống sang qua giữa trước
    sau gồm tham làm sống chết mỗi từng đều phải cần hơn ít nhiều nữa nhất thiệt bán mua phát tập dự hoàn tiến tiếp
    """
)
_BEFORE_FALSE_ENDS = word_set("cụm tự đánh lý")  # "cụm từ", "tự do", "đánh giá"
_MAX_NOUN = 6
_MAX_NOUN_CHARS = 60


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure in code points [start, end) of the text, with what belongs to it in [whole_start, whole_end)."""

    start: int
    end: int
    whole_start: int
    whole_end: int
    is_percent: bool
    is_money: bool
    is_word: bool
    noun: tuple[str, ...]


def find_quantities(text: str, taken: Iterable[TimeExpression]) -> list[Quantity]:
    """Return the figures that count or measure something, in order; those inside ``taken`` are dates."""
    dates = [(each.start, each.end) for each in taken]
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


def _quantity(text: str, match: re.Match[str]) -> Quantity:
    start, figure_end = match.span()
    end = _end_of(_RANGE, text, figure_end) if match["figure"] else figure_end
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
        end,
        whole_start=start - (len(before[0]) if before else 0),
        whole_end=_end_of(_BEHIND, text, end + sum(len(word) + 1 for word in noun)),
        is_percent=is_percent,
        is_money=is_money,
        is_word=match["word"] is not None,
        noun=noun,
    )


def _end_of(pattern: re.Pattern[str], text: str, start: int) -> int:
    """Return where the pattern ends that may stand at a place, the place itself if it does not."""
    found = pattern.match(text, start)
    return found.end() if found else start


def _noun(text: str, end: int) -> tuple[str, ...]:
    """Return the words right behind a figure that name what it counts, as written."""
    words: list[str] = []
    for found in re.finditer(r" (\w+)", text[end : end + _MAX_NOUN_CHARS]):
        if found.start() != sum(len(word) + 1 for word in words) or len(words) == _MAX_NOUN:
            break
        word = found[1]
        is_end = word.lower() in _NOUN_ENDS and (words[-1:] or [""])[0].lower() not in _BEFORE_FALSE_ENDS
        if is_end or word.isdigit():
            break
        words.append(word)
    return tuple(words)
