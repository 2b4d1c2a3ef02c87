"""Which figures of a sentence are measured in what is asked: metres, hectares, years of age, a rank."""

import re
from collections.abc import Iterator, Mapping

from retrieval.answer.spans.numbers import Quantity
from retrieval.query.request.answer_type import AnswerRequest, Unit
from retrieval.query.request.measures import Measure
from retrieval.text.spelling import fold
from retrieval.text.wordlists import word_set

_PER_TIME = r"(?! ?/ ?(?:h|s|giờ|giây)(?!\w))"
_UNITS: Mapping[Measure, re.Pattern[str]] = {
    measure: re.compile(rf" ?(?:(?:nghìn|ngàn|vạn|triệu|tỷ) )?(?:{units})(?!\w)", re.IGNORECASE)
    for measure, units in {
        Measure.LENGTH: r"(?:m|km|cm|mm|mét(?! (?:vuông|khối))|ki ?lô ?mét(?! vuông)|cây số(?! vuông)|dặm(?! vuông)"
        rf"|hải lý|feet|foot|inch|li)(?!\w){_PER_TIME}",
        Measure.AREA: r"m2|m²|km2|km²|ha|h[eé]c[ -]?ta|(?:k?m|mét|ki ?lô ?mét|cây số|dặm) vuông|mẫu(?: anh)?"
        r"|sào|công đất",
        Measure.WEIGHT: r"kg|g|tấn|tạ|yến|gam|gram|ki ?lô ?gam|ki ?lô|lạng|cân|k[ýí]",
        Measure.VOLUME: r"m3|m³|mét khối|khối|lít|ml",
        Measure.SPEED: r"(?:km|m|cây số|hải lý|dặm|mét) ?(?:/|một|mỗi|trên) ?(?:h|giờ|s|giây)|mbps|gbps|vòng/phút",
        Measure.TEMPERATURE: r"độ(?: [cfk])?|[°oº] ?[cf]|°",
        Measure.AGE: r"tuổi|tháng tuổi|năm tuổi",
    }.items()
}
_NUMBER_WORD = "một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|mươi|chục|trăm|nghìn|ngàn|vạn|triệu|tỷ|lăm|mốt|nửa|vài|rưỡi"
_FIGURE_BEFORE = rf"(?:\d|(?<!\w)(?:{_NUMBER_WORD})(?= ))"
_MEASURED = {
    measure: re.compile(rf"{_FIGURE_BEFORE}{units.pattern}", re.IGNORECASE) for measure, units in _UNITS.items()
}
# "1m72"; "ở tuổi 39", "sinh năm 1960", "hưởng thọ 92".
_MEASURED_OTHERWISE = {
    Measure.LENGTH: re.compile(r"\d+m\d"),
    Measure.AGE: re.compile(
        rf"(?<!\w)(?:sinh (?:năm|ngày|tháng)|(?:sinh|SN) ?\d|(?:tuổi|thọ)(?: \w+){{0,6}}? (?:\d|{_NUMBER_WORD}))",
        re.IGNORECASE,
    ),
}
# "Kéo dài mấy tiếng?" is told by no months.
_HOURS = "tiếng giờ phút giây"
_HOUR_UNITS = word_set(f"{_HOURS} {fold(_HOURS)}")
_IN_HOURS = re.compile(rf"{_FIGURE_BEFORE} ?(?:{_HOURS.replace(' ', '|')}|[hg'’])(?![^\W\d])", re.IGNORECASE)
_AT_AGE = re.compile(r"(?<!\w)tuổi $", re.IGNORECASE)
_SAID = "mét m km cm cây dặm ha hecta héc hec tấn tạ cân ký kg gam khối lít độ ki kilômét"
_UNIT_SAID = word_set(f"{_SAID} {fold(_SAID)}")
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


def lacks_measure(request: AnswerRequest, text: str) -> bool:
    """Return whether a figure is asked for in a unit that nothing in an article's text is told in: metres, hours.

    "How high" alone does not tell the unit.
    """
    units = {head[0] for ways in request.heads[:1] for head in ways}
    if request.unit is Unit.DURATION:
        return bool(units & _HOUR_UNITS) and _IN_HOURS.search(text) is None
    return bool(units & _UNIT_SAID) and request.measure in _MEASURED and not _is_told(request.measure, text)


def lacks_age(text: str) -> bool:
    """Return whether a text tells nobody's age."""
    return not _is_told(Measure.AGE, text)


def _is_told(measure: Measure, text: str) -> bool:
    otherwise = _MEASURED_OTHERWISE.get(measure)
    return _MEASURED[measure].search(text) is not None or (otherwise is not None and otherwise.search(text) is not None)


def find_ranks(text: str) -> Iterator[tuple[int, int]]:
    """Yield the ranks that a text tells, as code points [start, end): "xếp thứ ba", "hạng 38/63", "về nhì"."""
    return (found.span() for found in _RANK.finditer(text))


def find_ordinals(text: str) -> Iterator[tuple[int, int]]:
    """Yield the ordinals that a text tells, as code points [start, end): "Kỳ họp thứ 5", "lần thứ XIII", "khóa XIV"."""
    return (found.span() for found in _ORDINAL.finditer(text))
