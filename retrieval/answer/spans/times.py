"""Dates and durations of a sentence as whole expressions: "Sáng 12-3", "ngày 17-3-2021", "cuối thế kỷ 19", "ba năm".

:func:`find_dates` gives what is counted with; here the words that belong to the expression are taken in, and forms that
only a reader needs (centuries, "trước Công nguyên", "mùa hè năm 1945") are added.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from retrieval.text.dates import Precision, find_dates


class TimeKind(StrEnum):
    """How wide a time expression is."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    CENTURY = "century"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Code points [start, end) of the text that was read."""

    start: int
    end: int
    kind: TimeKind


_WEEKDAY = r"(?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)"
_PART = r"(?:rạng sáng|nửa đêm|sáng|trưa|chiều|tối|đêm|khuya|bình minh)"
_CLOCK = r"\d{1,2} ?(?:giờ|h|g|:)(?: ?\d{1,2})?(?: ?phút)?"
_HOUR = re.compile(
    r"(?<![\w.,:/])(?:lúc )?(?:[01]?\d|2[0-4])(?: ?(?:giờ|h|g)(?: ?[0-5]?\d(?: ?phút)?| rưỡi| kém \d{1,2})?|:[0-5]\d)"
    r"(?! ?(?:đồng hồ|liên tục|qua|mỗi|làm việc|/))(?![\w:]|[.,]\d)(?: (?:sáng|trưa|chiều|tối|đêm|khuya))?",
    re.IGNORECASE,
)
_LASTING = re.compile(
    r"(?<!\w)(?:trong|trong vòng|kéo dài|suốt|mỗi|mất|hơn|gần|sau|thêm|cả|làm|tối đa|ít nhất)"
    r"(?: (?:khoảng|hơn|gần|chừng))? $",
    re.IGNORECASE,
)
# Words that belong to a date when they stand right before it, in any number.
_BEFORE = re.compile(
    rf"(?:(?:ngày|năm|tháng|mùng|mồng|vụ|niên khóa|{_PART}|{_WEEKDAY}|{_CLOCK}|lúc {_CLOCK}|hôm"
    r"|mùa (?:xuân|hè|hạ|thu|đông)|(?<!bắt )đầu|giữa|cuối|khoảng|những|các|tuần|đầu tháng|nửa đầu|nửa sau)"
    r"(?:,| ngày| \()? ?)+$",
    re.IGNORECASE,
)
# What leads up to a time, and what joins two of them.
_LEAD = re.compile(
    r"(?:(?<!\w)(?:kể từ|từ|vào|trong|khoảng|đến|tới|cho đến|cho tới|trước|sau|(?<!bắt )đầu|giữa|cuối|ngay|ngay từ"
    r"|khoảng từ|vào khoảng|những|các) )+$",
    re.IGNORECASE,
)
_JOIN = re.compile(
    r"(?: ?[-–] ?|,? (?:đến|tới|và|cho đến|hoặc|hay) |, )(?:(?:đầu|giữa|cuối|khoảng|năm|tháng|ngày|thế kỷ) )*"
)
_AFTER_ERA = re.compile(
    r" (?:(?:trước|sau) (?:công nguyên|công lịch|cn)|tcn|scn)(?!\w)| ?\(?(?:âm|dương) lịch\)?", re.IGNORECASE
)
_NUMBER = (
    r"(?:\d+(?:[.,]\d+)?|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười(?: (?:một|hai|ba|tư|lăm|sáu|bảy|tám|chín))?|vài|mấy"
    r"|nhiều|nửa|hàng (?:chục|trăm|nghìn|ngàn|triệu))"
)
_UNIT = (
    r"(?:(?:nghìn|ngàn|triệu|tỷ|tỉ) năm|năm|tháng|tuần|ngày|đêm|giờ|tiếng|phút|giây|thế kỷ|thế kỉ|thập kỷ|thập kỉ"
    r"|thập niên|quý|mùa|nhiệm kỳ)"
)
_CENTURY = r"(?:\d{1,2}|[IVXL]+)"
_OTHER = re.compile(
    r"(?<!\w)(?:(?:đầu|giữa|cuối|nửa (?:đầu|sau|cuối)|những năm đầu|khoảng)(?: của)? )?"
    rf"(?:thế kỷ|thế kỉ|thiên niên kỷ)(?: thứ)? {_CENTURY}(?: ?(?:-|–|đến|tới|và) ?(?:thế kỷ )?{_CENTURY})?(?!\w)"
    r"|(?<!\w)(?:năm|khoảng|từ|đến|vào|kỷ) \d{1,4}(?= (?:TCN|SCN|trước [Cc]ông|sau [Cc]ông|CN)(?!\w))"
    r"|(?<!\w)năm \d{3}(?![\d.,]*\d)(?!\w)"
    r"|(?<!\w)(?:hôm (?:qua|nay|kia|trước)|ngày (?:mai|hôm qua|hôm nay)|năm (?:ngoái|nay|tới)|tuần (?:trước|này|tới)"
    r"|tháng (?:trước|này|tới))(?!\w)"
)
_DURATION = re.compile(
    r"(?<!\w)(?:(?:khoảng|hơn|gần|trên|dưới|tới|chừng|suốt|trong|trong vòng|ít nhất|tối đa|từ) )*"
    rf"{_NUMBER}(?: ?(?:-|–|đến|tới|hoặc) ?{_NUMBER})? (?:rưỡi )?{_UNIT}(?: rưỡi)?"
    rf"(?: {_NUMBER} (?:tháng|ngày|giờ|phút|giây))*(?!\w)(?! \d)",
    re.IGNORECASE,
)
_KINDS = {
    Precision.DAY: TimeKind.DAY,
    Precision.MONTH: TimeKind.MONTH,
    Precision.YEAR: TimeKind.YEAR,
    Precision.YEARS: TimeKind.YEAR,
}


def widened_time(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a time with the words that lead up to it and the times joined to it: "từ năm 1961 đến năm 1975"."""
    others = find_times(text)
    for each in others:
        if each.start >= end and _JOIN.fullmatch(text, end, each.start):
            end = each.end
    for each in reversed(others):
        if each.end <= start and _JOIN.fullmatch(text, each.end, start):
            start = each.start
    lead = _LEAD.search(text[:start])
    return (lead.start() if lead else start), end


def find_times(text: str) -> list[TimeExpression]:
    """Return the points and periods of time that a sentence names, in order, none inside another."""
    found = [*_dated(text), *_others(text)]
    found.sort(key=lambda each: (each.start, -each.end))
    kept: list[TimeExpression] = []
    for each in found:
        if not kept or each.start >= kept[-1].end:
            kept.append(each)
        elif each.end > kept[-1].end:
            kept[-1] = TimeExpression(kept[-1].start, each.end, kept[-1].kind)
    return kept


def find_clocks(text: str) -> list[tuple[int, int]]:
    """Return the hours of a text as code points [start, end): "17:14", "8 giờ 30 sáng"; "trong 3 giờ" is none."""
    return [found.span() for found in _HOUR.finditer(text) if not _LASTING.search(text[: found.start()])]


def find_durations(text: str) -> list[TimeExpression]:
    """Return how long something lasted, in order: "ba năm", "từ 2 đến 3 tuần"."""
    return [TimeExpression(each.start(), each.end(), TimeKind.OTHER) for each in _DURATION.finditer(text)]


def _dated(text: str) -> Iterator[TimeExpression]:
    for span in find_dates(text):
        before = _BEFORE.search(text[: span.text_start])
        start = before.start() if before else span.text_start
        yield TimeExpression(start, _with_era(text, span.text_end), _KINDS.get(span.precision, TimeKind.MONTH))


def _others(text: str) -> Iterator[TimeExpression]:
    for found in _OTHER.finditer(text):
        yield TimeExpression(found.start(), _with_era(text, found.end()), _other_kind(found[0]))


def _with_era(text: str, end: int) -> int:
    after = _AFTER_ERA.match(text, end)
    return after.end() if after else end


def _other_kind(text: str) -> TimeKind:
    lowered = text.lower()
    if "kỷ" in lowered or "kỉ" in lowered:
        return TimeKind.CENTURY
    return TimeKind.YEAR if any(char.isdigit() for char in lowered) else TimeKind.OTHER
