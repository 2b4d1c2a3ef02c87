"""The dates that a text names, read quickly, and whether they name a period.

A question is held against a dozen passages and their articles in a few milliseconds, too few for the careful reader of
dates. This one reads figures and the words around them in Vietnamese with marks, as articles are written, and errs
towards seeing a date: a text that names the period is not of another time.
"""

import datetime as dt
import re
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from retrieval.query.periods import Bound, MonthDay, Period
from retrieval.text.dates import Precision

_MONTH_WORDS = {
    "một": 1, "giêng": 1, "hai": 2, "ba": 3, "tư": 4, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9,
    "mười": 10, "mười một": 11, "mười hai": 12, "chạp": 12,
}  # fmt: skip
_COUNTS = {"ba": 3, "sáu": 6, "chín": 9, "03": 3, "06": 6, "09": 9, "3": 3, "6": 6, "9": 9}
_QUARTERS = {"I": 1, "II": 2, "III": 3, "IV": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_THIRDS = {"đầu": (1, 4), "giữa": (5, 8), "cuối": (9, 12), "hết": (9, 12)}
_LAST_MONTH = 12
_LAST_DAY = 31
_YEARS = range(1000, 2100)
_TRIPLE = 3
_FIGURES = re.compile(r"\d+(?:\s?[-–/.]\s?\d+)*")
_FIGURE = re.compile(r"\d+")
# "15/2021/NĐ-CP" is a document, "2021 người" a count, "6.08,5" a share.
_NO_DATE_AFTER = re.compile(
    r"\s?[-/][^\W\d]{2}|[.,]\d|\s?%| (?:người|đồng|tỷ|tỉ|triệu|nghìn|ngàn|đại biểu|hộ|ha|km|m|tấn)(?!\w)"
)
_NO_DATE_BEFORE = (".", ",")
_YEAR_AFTER = re.compile(r",? năm (\d{4})(?!\d)")
_PART_BEFORE = re.compile(r"(?<!tháng )(đầu|giữa|cuối|hết)(?: của)? năm $", re.IGNORECASE)
# "Chỉ thị số 05-CT/TW ngày 15/5/2016" is no event of 2016.
_DOCUMENTS = (
    "nghị quyết|quyết định|chỉ thị|nghị định|thông tư|kết luận|quy định|kế hoạch|hướng dẫn|công văn|thông báo"
    "|thông tri|tờ trình|công điện|văn bản"
)
_DOCUMENT_BEFORE = re.compile(
    rf"(?:{_DOCUMENTS})(?: số)? \d+[\w/–-]*(?:,? (?:khóa|của) [^.;]{{0,40}}?)?,? ngày "
    r"(?:\d{1,2} )?(?:tháng \d{1,2} năm )?$",
    re.IGNORECASE,
)
_DOCUMENT_CHARS = 100
_WORDED = re.compile(
    r"[Tt]háng (?:(?P<side>đầu|cuối)(?: của)? năm|(?P<month>\d{1,2}|[Mm]ười(?: một| hai)?|[^\W\d]+)(?!\w))"
    r"(?:(?:,? năm |\s?[-/.]\s?|, | )(?P<year>\d{4})(?!\d))?"
)
_QUARTER = re.compile(
    r"[Qq](?:uý|uí|úy) (?P<quarter>IV|I{1,3}|[1-4])(?!\w)(?:(?:,? năm |\s?[-/]\s?| )(?P<year>\d{4})(?!\d))?"
)
_DECADE = re.compile(r"[Tt]hập (?:niên|kỷ|kỉ)(?: những năm)? (?P<decade>\d0)(?!\d)")
_NUMBER_BEFORE = re.compile(r"(?<!\w)(\w{1,4}) $")
_BEFORE_CHARS = 14


class Mention(NamedTuple):
    """A date that a text names; ``year`` or ``day`` is None where it gives none.

    A lone year has the months 1 to 12. ``is_aside`` marks the ends of "2015-2020", and the day of a document.
    """

    year: int | None
    first_month: int = 1
    last_month: int = 12
    day: int | None = None
    is_aside: bool = False

    @property
    def is_year(self) -> bool:
        """Return whether it names no less than a year."""
        return (self.first_month, self.last_month) == (1, _LAST_MONTH)


@lru_cache(maxsize=2048)
def mentions_in(text: str) -> frozenset[Mention]:
    """Return the dates that a sentence or passage names, remembered: :func:`read_mentions`."""
    return read_mentions(text)


def read_mentions(text: str) -> frozenset[Mention]:
    """Return the dates that a text (NFC, Vietnamese with marks) names."""
    found: list[Mention] = []
    for match in _FIGURES.finditer(text):
        start, end = match.span()
        is_part = start > 1 and text[start - 1] in _NO_DATE_BEFORE and text[start - 2].isdigit()
        if not is_part and len(match[0]) > 1 and not _NO_DATE_AFTER.match(text, end):
            found += _of_document_or_event(_of_figures(match, text), start, text)
    for match in _WORDED.finditer(text):
        found += _of_document_or_event(_of_words(match, text), match.start(), text)
    for match in _QUARTER.finditer(text):
        last_month = 3 * _QUARTERS[match["quarter"]]
        found.append(Mention(_year(match["year"]), last_month - 2, last_month))
    for match in _DECADE.finditer(text):
        found.append(Mention(1900 + int(match["decade"])))
    return frozenset(found)


def names(period: Period, mentions: frozenset[Mention], own_years: tuple[int, ...], *, aside: bool) -> bool:
    """Return whether one of the dates names the period.

    Args:
        period: What to look for. A year is named by any day of it, a month by its days, a half by its months.
        mentions: The dates of a text.
        own_years: The years of the article, which its text may leave out: in 2021 "tháng 3" means that of 2021.
        aside: Whether the ends of "2015-2020" and the days of documents name their years.
    """
    mentions = mentions if aside else frozenset(mention for mention in mentions if not mention.is_aside)
    if period.yearly:
        return any(_names_yearly(period.yearly, mention) for mention in mentions)
    if period.first is None or period.last is None:
        return False
    first, last = period.first, period.last
    if period.precision in {Precision.YEAR, Precision.YEARS} and period.bound is Bound.WITHIN:
        years = range(first.year, last.year + 1)
        return any(item.year in years for item in mentions if item.year)
    return any(_names_days(period, first, last, item, own_years) for item in mentions)


def _names_days(period: Period, first: dt.date, last: dt.date, mention: Mention, own_years: tuple[int, ...]) -> bool:
    is_year = period.precision in {Precision.YEAR, Precision.YEARS}
    if period.precision is Precision.DAY and mention.day is None:
        return False
    if mention.is_year and not is_year:
        return False
    for year in own_years if mention.year is None else (mention.year,):
        begin = (year, mention.first_month, mention.day or 1)
        end = (year, mention.last_month, mention.day or _LAST_DAY)
        is_in = (first.year, first.month, first.day) <= begin and end <= (last.year, last.month, _last_day(last))
        ends_in = period.is_rough and first.month <= mention.last_month <= last.month and year == first.year
        if is_in or ends_in:
            return True
    return False


def _last_day(day: dt.date) -> int:
    """Return the day of the month, taking a month's last day for one that no mention's end lies beyond."""
    return _LAST_DAY if (day + dt.timedelta(days=1)).month != day.month else day.day


def _names_yearly(yearly: tuple[MonthDay, MonthDay], mention: Mention) -> bool:
    first, last = yearly
    if mention.is_year:
        return False
    if first == last:
        return (mention.first_month, mention.day) == (first.month, first.day)
    months = (mention.first_month, mention.last_month)
    if first <= last:
        return first.month <= months[0] and months[1] <= last.month
    return months[0] >= first.month or months[1] <= last.month


def _of_document_or_event(found: list[Mention], start: int, text: str) -> list[Mention]:
    """Return the dates found at a place, those that are a document's marked so."""
    if not found or _DOCUMENT_BEFORE.search(text[max(0, start - _DOCUMENT_CHARS) : start]) is None:
        return found
    return [item._replace(is_aside=True) for item in found]


def _of_figures(match: re.Match[str], text: str) -> list[Mention]:
    """Return the dates in figures joined by strokes and points: "12-3", "12/3/2021", "2015-2020", "12-15/3/2021"."""
    spans = [(figure.start(), figure.end()) for figure in _FIGURE.finditer(match[0])]
    figures = [int(match[0][start:end]) for start, end in spans]
    if len(figures) == 1:
        return _lone_year(figures[0], match, text)
    separators = {match[0][left[1] : right[0]].strip() for left, right in pairwise(spans)}
    if separators == {"."} and len(figures) != _TRIPLE:
        return []
    if len(figures) == len("dm"):
        return _of_pair(figures[0], figures[1], match, text)
    if len(figures) % _TRIPLE == 0:
        triples = [figures[at : at + _TRIPLE] for at in range(0, len(figures), _TRIPLE)]
        return [day for triple in triples for day in _day_of(*triple)]
    if len(figures) == len("ddmy"):
        first, last, month, year = figures
        return [day for figure in (first, last) for day in _day_of(figure, month, year)]
    return []


def _lone_year(figure: int, match: re.Match[str], text: str) -> list[Mention]:
    if figure not in _YEARS:
        return []
    part = _PART_BEFORE.search(text[max(0, match.start() - _BEFORE_CHARS) : match.start()])
    if part:
        return [Mention(figure), Mention(figure, *_THIRDS[part[1].lower()])]
    return [Mention(figure)]


def _of_pair(first: int, second: int, match: re.Match[str], text: str) -> list[Mention]:
    if first in _YEARS:
        if second in _YEARS:
            return [Mention(first, is_aside=True), Mention(second, is_aside=True)]
        return [Mention(first, is_aside=True)]
    if 1 <= first <= _LAST_MONTH and second in _YEARS:
        return [Mention(second, first, first)]
    if 1 <= first <= _LAST_DAY and 1 <= second <= _LAST_MONTH:
        after = _YEAR_AFTER.match(text, match.end())
        return [Mention(_year(after[1]) if after else None, second, second, first)]
    return []


def _day_of(first: int, month: int, last: int) -> list[Mention]:
    day, year = (last, first) if first in _YEARS else (first, last)
    if 1 <= day <= _LAST_DAY and 1 <= month <= _LAST_MONTH and year in _YEARS:
        return [Mention(year, month, month, day)]
    return []


def _of_words(match: re.Match[str], text: str) -> list[Mention]:
    """Return the dates in "tháng 3 năm 2021", "14 tháng Ba", "6 tháng đầu năm"."""
    before = _NUMBER_BEFORE.search(text[max(0, match.start() - _BEFORE_CHARS) : match.start()])
    year = _year(match["year"])
    if match["side"]:
        n_months = _COUNTS.get(before[1].lower()) if before else None
        if n_months is None:
            return []
        return [Mention(year, 1, n_months) if match["side"] == "đầu" else Mention(year, 13 - n_months, _LAST_MONTH)]
    typed = match["month"].lower()
    month = int(typed) if typed.isdecimal() else _MONTH_WORDS.get(typed, 0)
    if not 1 <= month <= _LAST_MONTH:
        return []
    day = int(before[1]) if before and before[1].isdecimal() and 1 <= int(before[1]) <= _LAST_DAY else None
    return [Mention(year, month, month, day)]


def _year(typed: str | None) -> int | None:
    return int(typed) if typed and int(typed) in _YEARS else None
