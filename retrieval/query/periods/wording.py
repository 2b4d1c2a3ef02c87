"""Says a period back to the reader: "tháng 3/2021", "the first half of 2018"."""

import calendar
import datetime as dt

from retrieval.query.language import Language
from retrieval.query.periods.period import Bound, MonthDay, Period
from retrieval.text.dates import Precision

_MONTH_ENDS = {(1, 6): "6 tháng đầu", (7, 12): "6 tháng cuối", (1, 9): "9 tháng đầu"}
_ENGLISH_MONTH_ENDS = {(1, 6): "the first half of", (7, 12): "the second half of", (1, 9): "the first nine months of"}
_THIRDS = {1: ("đầu", "early"), 5: ("giữa", "mid"), 9: ("cuối", "late")}
_QUARTERS = {1: "I", 4: "II", 7: "III", 10: "IV"}
_BOUNDS = {
    Bound.BEFORE: ("trước", "before"),
    Bound.AFTER: ("sau", "after"),
    Bound.SINCE: ("từ", "since"),
}


def describe_period(period: Period, language: Language) -> str:
    """Return the period as a phrase that can follow "about" or "của": "năm 2021", "March 2021", "giữa năm 2018"."""
    is_vietnamese = language is Language.VIETNAMESE
    if period.yearly:
        phrase = _vietnamese_yearly(*period.yearly) if is_vietnamese else _english_yearly(*period.yearly)
    elif period.first and period.last:
        describe = _vietnamese_days if is_vietnamese else _english_days
        phrase = describe(period.first, period.last, period)
    else:
        phrase = ""
    if period.bound is Bound.WITHIN:
        return phrase
    return f"{_BOUNDS[period.bound][0 if is_vietnamese else 1]} {phrase}"


def _vietnamese_days(first: dt.date, last: dt.date, period: Period) -> str:
    year = first.year
    if period.precision is Precision.DAY:
        return _vietnamese_day_range(first, last)
    if _is_whole_years(first, last):
        if year == last.year:
            return f"năm {year}"
        is_decade = year % 10 == 0 and last.year == year + 9
        return f"những năm {year}" if is_decade else f"từ năm {year} đến năm {last.year}"
    months = (first.month, last.month)
    if year == last.year:
        if period.is_rough and first.month in _THIRDS:
            return f"{_THIRDS[first.month][0]} năm {year}"
        if first.month == last.month:
            return f"tháng {first.month}/{year}"
        if period.precision is Precision.QUARTER:
            return f"quý {_QUARTERS[first.month]}/{year}"
        if months in _MONTH_ENDS:
            return f"{_MONTH_ENDS[months]} năm {year}"
        return f"từ tháng {first.month} đến tháng {last.month}/{year}"
    return f"từ tháng {first.month}/{year} đến tháng {last.month}/{last.year}"


def _vietnamese_day_range(first: dt.date, last: dt.date) -> str:
    if first == last:
        return f"ngày {first.day}/{first.month}/{first.year}"
    begin = f"{first.day}/{first.month}" + (f"/{first.year}" if first.year != last.year else "")
    return f"từ ngày {begin} đến ngày {last.day}/{last.month}/{last.year}"


def _english_days(first: dt.date, last: dt.date, period: Period) -> str:
    year = first.year
    if period.precision is Precision.DAY:
        return _english_day_range(first, last)
    if _is_whole_years(first, last):
        if year == last.year:
            return str(year)
        is_decade = year % 10 == 0 and last.year == year + 9
        return f"the {year}s" if is_decade else f"{year} to {last.year}"
    months = (first.month, last.month)
    if year == last.year:
        if period.is_rough and first.month in _THIRDS:
            part = _THIRDS[first.month][1]
            return f"mid-{year}" if part == "mid" else f"{part} {year}"
        if first.month == last.month:
            return f"{_name(first.month)} {year}"
        if period.precision is Precision.QUARTER:
            return f"Q{(first.month + 2) // 3} {year}"
        if months in _ENGLISH_MONTH_ENDS:
            return f"{_ENGLISH_MONTH_ENDS[months]} {year}"
        return f"{_name(first.month)} to {_name(last.month)} {year}"
    return f"{_name(first.month)} {year} to {_name(last.month)} {last.year}"


def _english_day_range(first: dt.date, last: dt.date) -> str:
    end = f"{last.day} {_name(last.month)} {last.year}"
    if first == last:
        return end
    begin = f"{first.day} {_name(first.month)}" + (f" {first.year}" if first.year != last.year else "")
    return f"{begin} to {end}"


def _vietnamese_yearly(first: MonthDay, last: MonthDay) -> str:
    if _is_whole_months(first, last):
        if first.month == last.month:
            return f"tháng {first.month}"
        part = _MONTH_ENDS.get((first.month, last.month))
        return f"{part} năm" if part else f"từ tháng {first.month} đến tháng {last.month}"
    if first == last:
        return f"ngày {first.day}/{first.month}"
    return f"từ ngày {first.day}/{first.month} đến ngày {last.day}/{last.month}"


def _english_yearly(first: MonthDay, last: MonthDay) -> str:
    if _is_whole_months(first, last):
        if first.month == last.month:
            return _name(first.month)
        part = _ENGLISH_MONTH_ENDS.get((first.month, last.month))
        return f"{part} the year" if part else f"{_name(first.month)} to {_name(last.month)}"
    if first == last:
        return f"{first.day} {_name(first.month)}"
    return f"{first.day} {_name(first.month)} to {last.day} {_name(last.month)}"


def _is_whole_years(first: dt.date, last: dt.date) -> bool:
    return (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)


def _is_whole_months(first: MonthDay, last: MonthDay) -> bool:
    return first.day == 1 and last.day == calendar.monthrange(2000, last.month)[1]


def _name(month: int) -> str:
    return calendar.month_name[month]
