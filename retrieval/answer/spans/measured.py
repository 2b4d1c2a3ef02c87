"""Which figures of a sentence are measured in what is asked: metres, hectares, years of age, a rank."""

import re
from collections.abc import Iterator, Mapping

from retrieval.answer.spans.numbers import Quantity
from retrieval.query.request.measures import Measure
from retrieval.text.spelling import fold
from retrieval.text.wordlists import word_set

_PER_TIME = r"(?! ?/ ?(?:h|s|giờ|giây)(?!\w))"
_UNITS: Mapping[Measure, re.Pattern[str]] = {
    measure: re.compile(rf" ?(?:(?:nghìn|ngàn|vạn|triệu|tỷ) )?(?:{units})(?!\w)", re.IGNORECASE)
    for measure, units in {
        Measure.LENGTH: r"(?:m|km|cm|mm|mét(?! (?:vuông|khối))|ki ?lô ?mét(?! vuông)|cây số(?! vuông)|dặm(?! vuông)"
        rf"|hải lý|feet|foot|inch|li)(?!\w){_PER_TIME}",
        Measure.AREA: r"m2|m²|km2|km²|ha|héc ?ta|hecta|mét vuông|ki ?lô ?mét vuông|cây số vuông|dặm vuông|mẫu(?: anh)?"
        r"|sào|công đất",
        Measure.WEIGHT: r"kg|g|tấn|tạ|yến|gam|gram|ki ?lô ?gam|ki ?lô|lạng|cân|ký",
        Measure.VOLUME: r"m3|m³|mét khối|khối|lít|ml",
        Measure.SPEED: r"(?:km|m|cây số|hải lý|dặm|mét) ?(?:/|một|mỗi|trên) ?(?:h|giờ|s|giây)|mbps|gbps|vòng/phút",
        Measure.TEMPERATURE: r"độ(?: [cfk])?|° ?[cf]|°",
        Measure.AGE: r"tuổi|tháng tuổi|năm tuổi",
    }.items()
}
# A figure or a number word with such a unit; ages are told by "ở tuổi 39" and years of birth, too.
_FIGURE_BEFORE = (
    r"(?:\d|(?<!\w)(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|mươi|chục|trăm|nghìn|ngàn|vạn|triệu|tỷ|lăm|mốt|nửa|vài"
    r"|rưỡi)(?= ))"
)
_MEASURED = {
    measure: re.compile(rf"{_FIGURE_BEFORE}{units.pattern}", re.IGNORECASE) for measure, units in _UNITS.items()
}
# "Kéo dài mấy tiếng?" is told by no months.
_HOURS = "tiếng giờ phút giây"
HOURS_AND_LESS = word_set(f"{_HOURS} {fold(_HOURS)}")
_IN_HOURS = re.compile(rf"{_FIGURE_BEFORE} ?(?:{_HOURS.replace(' ', '|')}|[hg])(?![^\W\d])", re.IGNORECASE)
_AGED = re.compile(r"(?<!\w)(?:sinh (?:năm|ngày|tháng)|SN \d|tuổi(?: \w+){0,6}? \d)", re.IGNORECASE)
_AT_AGE = re.compile(r"(?<!\w)tuổi $", re.IGNORECASE)
_ROMAN_OR_FIGURE = r"\d+(?:/\d+)?|nhất|nhì|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười(?: \w+)?|[IVX]+"
_RANK = re.compile(
    rf"(?<!\w)(?:(?:xếp|đứng|về|hạng|vị trí|thứ hạng|vị thứ|ngôi)(?: \w+){{0,3}}? )?(?:thứ|hạng|vị trí) "
    rf"(?:{_ROMAN_OR_FIGURE})(?!\w)|(?<!\w)(?:xếp|đứng|về|đạt) (?:nhất|nhì|ba|bét|cuối|chót|\d+/\d+)(?!\w)",
    re.IGNORECASE,
)

_ORDINAL = re.compile(
    r"(?<!\w)(?:(?:kỳ họp|kì họp|phiên họp|phiên|lần|khóa|khoá|(?<!hoa )(?<!nhiệm )(?<!chu )(?<!định )(?<!thời )kỳ)"
    rf"(?: \w+)?? )?(?:lần )?(?<!sáng )(?<!chiều )(?<!tối )(?<!trưa )(?<!đêm )(?<!vào )thứ (?:{_ROMAN_OR_FIGURE})(?!\w)"
    r"|(?<!\w)(?:khóa|khoá) (?:\d{1,2}|(?-i:[IVX]+))(?!\w)(?! ?[-–])",
    re.IGNORECASE,
)


def is_measured(measure: Measure, text: str, quantity: Quantity) -> bool:
    """Return whether a figure of the text has a unit of the measure right behind its digits, or is at "tuổi 39"."""
    is_at_age = measure is Measure.AGE and _AT_AGE.search(text[: quantity.start]) is not None
    return is_at_age or _UNITS[measure].match(text, quantity.digits_end) is not None


def is_measured_in(measure: Measure, text: str) -> bool:
    """Return whether anything in a text is measured so: where nothing is, it cannot tell how long, heavy or old."""
    if measure not in _MEASURED or measure is Measure.SPEED:  # "tốc độ tăng" is a percentage
        return True
    return _MEASURED[measure].search(text) is not None or (measure is Measure.AGE and _AGED.search(text) is not None)


def tells_hours(text: str) -> bool:
    """Return whether anything in a text is told in hours, minutes or seconds, a time of day included."""
    return _IN_HOURS.search(text) is not None


def find_ranks(text: str) -> Iterator[tuple[int, int]]:
    """Yield the ranks that a text tells, as code points [start, end): "xếp thứ ba", "hạng 38/63", "về nhì"."""
    return (found.span() for found in _RANK.finditer(text))


def find_ordinals(text: str) -> Iterator[tuple[int, int]]:
    """Yield the ordinals that a text tells, as code points [start, end): "Kỳ họp thứ 5", "lần thứ XIII", "khóa XIV"."""
    return (found.span() for found in _ORDINAL.finditer(text))
