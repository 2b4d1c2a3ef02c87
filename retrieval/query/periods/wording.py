"""Says a period back to the reader: "tháng 3/2021", "the first half of 2018"."""

import calendar
import datetime as dt

from retrieval.query.language import Language
from retrieval.query.periods.period import Bound, MonthDay, Period
from retrieval.text.dates import Precision
from retrieval.text.dates.forms import MONTH_NAMES

# By first and last month.
_RUNS = {
    (1, 6): ("6 tháng đầu năm", "the first half of"),
    (7, 12): ("6 tháng cuối năm", "the second half of"),
    (1, 9): ("9 tháng đầu năm", "the first nine months of"),
}
_THIRDS = {1: ("đầu năm", "early "), 5: ("giữa năm", "mid-"), 9: ("cuối năm", "late ")}
_ROMAN = ("I", "II", "III", "IV")
_BOUNDS = {Bound.BEFORE: ("trước", "before"), Bound.AFTER: ("sau", "after"), Bound.SINCE: ("từ", "since")}
_LEAP_YEAR = 2000
_DECADE_YEARS = 10


def describe_period(period: Period, language: Language) -> str:
    """Return the period as a phrase that can follow a noun: "năm 2021", "giữa năm 2018", "March 2021", "mid-2018"."""
    in_english = language is Language.ENGLISH
    if period.yearly:
        phrase = _yearly(*period.yearly, in_english)
    elif period.first is None or period.last is None:
        phrase = ""
    elif period.precision is Precision.DAY:
        phrase = _days(period.first, period.last, in_english)
    elif _is_whole_years(period.first, period.last):
        phrase = _years(period.first.year, period.last.year, in_english)
    else:
        phrase = _part_of_year(period, period.first, in_english) or _months(period.first, period.last, in_english)
    return phrase if period.bound is Bound.WITHIN else f"{_BOUNDS[period.bound][in_english]} {phrase}"


def _years(first: int, last: int, in_english: bool) -> str:
    if first == last:
        return str(first) if in_english else f"năm {first}"
    if first % _DECADE_YEARS == 0 and last - first == _DECADE_YEARS - 1:
        return f"the {first}s" if in_english else f"những năm {first}"
    return f"{first} to {last}" if in_english else f"từ năm {first} đến năm {last}"


def _part_of_year(period: Period, first: dt.date, in_english: bool) -> str:
    """Return the name of a third, quarter or half of a year; empty for any other months."""
    if period.last is None or first.year != period.last.year:
        return ""
    year, months = first.year, (first.month, period.last.month)
    if period.is_rough and first.month in _THIRDS:
        return f"{_THIRDS[first.month][1]}{year}" if in_english else f"{_THIRDS[first.month][0]} {year}"
    if period.precision is Precision.QUARTER:
        place = first.month // 3
        return f"Q{place + 1} {year}" if in_english else f"quý {_ROMAN[place]}/{year}"
    return f"{_RUNS[months][in_english]} {year}" if months in _RUNS else ""


def _months(first: dt.date, last: dt.date, in_english: bool) -> str:
    same_year, same_month = first.year == last.year, (first.year, first.month) == (last.year, last.month)
    if in_english:
        begin = _name(first.month) if same_year else f"{_name(first.month)} {first.year}"
        end = f"{_name(last.month)} {last.year}"
        return end if same_month else f"{begin} to {end}"
    begin = f"{first.month}" if same_year else f"{first.month}/{first.year}"
    end = f"tháng {last.month}/{last.year}"
    return end if same_month else f"từ tháng {begin} đến {end}"


def _days(first: dt.date, last: dt.date, in_english: bool) -> str:
    year = "" if first.year == last.year else str(first.year)
    if in_english:
        end = f"{last.day} {_name(last.month)} {last.year}"
        return end if first == last else f"{first.day} {_name(first.month)} {year}".rstrip() + f" to {end}"
    end = f"ngày {last.day}/{last.month}/{last.year}"
    return end if first == last else f"từ ngày {first.day}/{first.month}/{year}".rstrip("/") + f" đến {end}"


def _yearly(first: MonthDay, last: MonthDay, in_english: bool) -> str:
    if first.day == 1 and last.day == calendar.monthrange(_LEAP_YEAR, last.month)[1]:
        run = _RUNS.get((first.month, last.month))
        if run:
            return f"{run[1]} the year" if in_english else run[0]
        if in_english:
            begin, end = _name(first.month), _name(last.month)
            return end if first.month == last.month else f"{begin} to {end}"
        end = f"tháng {last.month}"
        return end if first.month == last.month else f"từ tháng {first.month} đến {end}"
    if in_english:
        end = f"{last.day} {_name(last.month)}"
        return end if first == last else f"{first.day} {_name(first.month)} to {end}"
    end = f"ngày {last.day}/{last.month}"
    return end if first == last else f"từ ngày {first.day}/{first.month} đến {end}"


def _is_whole_years(first: dt.date, last: dt.date) -> bool:
    return (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)


def _name(month: int) -> str:
    return MONTH_NAMES[month - 1].capitalize()
