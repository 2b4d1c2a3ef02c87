"""The expressions that are counted from today ("năm ngoái", "3 months ago"), and what each is written out as.

"Nam trước" in a question with marks is not "năm trước": each expression must be typed with its marks, or wholly
without.
"""

import calendar
import datetime as dt
import re
from collections.abc import Callable

from retrieval.text.dates.forms import MONTH_NAMES, unmarked
from retrieval.text.numerals import CARDINALS, ENGLISH_CARDINALS

# The years that dates are read in.
_FIRST_YEAR, _LAST_YEAR = 1000, 2099
_NUMBERS = {
    **{word: n for words in (CARDINALS, ENGLISH_CARDINALS) for n, word in enumerate(words, 1)},
    "a": 1,
    "an": 1,
}
# Without its marks "năm" is the year and not the number: "viet nam nam nay".
_BARE_NUMBERS = {unmarked(word): number for word, number in _NUMBERS.items() if word != "năm"}
_UNITS = {"năm": "year", "tháng": "month", "tuần": "week", "ngày": "day"}
_UNITS |= {unmarked(word): unit for word, unit in _UNITS.items()}
_STEPS = {
    "này": 0, "nay": 0, "this": 0, "current": 0, "ngoái": -1, "trước": -1, "rồi": -1, "vừa rồi": -1, "vừa qua": -1,
    "last": -1, "previous": -1, "kia": -2, "sau": 1, "tới": 1, "next": 1,
}  # fmt: skip
_STEPS |= {unmarked(word): step for word, step in _STEPS.items()}
_DAY_STEPS = {
    "nay": 0, "qua": -1, "kia": -2, "mai": 1, "today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1,
    "last night": -1, "the day before yesterday": -2,
}  # fmt: skip

# In "tháng 3 năm nay", "ngày 5 tháng trước" the number is a date's.
_NO_DATE = "(?<!tháng )(?<!ngày )(?<!quý )(?<![-/])"
_COUNT = rf"{_NO_DATE}(?P<n>\d{{1,3}}|{'|'.join(_NUMBERS)})"
_BARE_COUNT = unmarked(_NO_DATE) + rf"(?P<n>\d{{1,3}}|{'|'.join(_BARE_NUMBERS)})"
_VI_UNIT = "(?P<unit>năm|tháng|tuần|ngày)"
_EN_UNIT = "(?P<unit>year|month|week|day)s?"
# "nhiều năm trước" is no year, "2 năm trước" is counted from now; "tháng 3 năm ngoái" has its own number.
_NOT_MANY = "".join(
    rf"(?<!{word} )"
    for word in ("những", "các", "nhiều", "mấy", "vài", "hàng", "chục", "trăm", "nghìn", "ngàn", "triệu")
)
_LONE_YEAR = rf"(?:(?<!\d )|(?<=tháng \d )|(?<=tháng \d\d )|(?<=quý \d )|(?<=\d[-/]\d )|(?<=\d[-/]\d\d )){_NOT_MANY}"
_LONE_MONTH = rf"(?:(?<!\d )|(?<=ngày \d )|(?<=ngày \d\d )){_NOT_MANY}"
_LONE = rf"(?<!\d ){_NOT_MANY}"
# "miền Nam", typed without marks, is no year.
_NO_SOUTH = "".join(rf"(?<!{word} )" for word in ("viet", "mien", "phia", "quang", "huong"))
# "năm trước đó", "năm sau khi …", "2 năm trước Công nguyên" are counted from something else.
_OTHER_START = r"đó|khi|lúc|năm|ngày|tháng|công nguyên|cách mạng|chiến tranh|thế chiến|trận|vụ|\d+|tcn"
_NOT_FROM_ELSEWHERE = rf"(?! (?:{_OTHER_START}|đây)(?!\w))"
_AGO_NOT_FROM_ELSEWHERE = rf"(?! (?:{_OTHER_START})(?!\w))"
_MONTH = "(?P<month>" + "|".join(MONTH_NAMES) + ")"

Writer = Callable[[re.Match[str], dt.date], str | None]


def _write_year(match: re.Match[str], today: dt.date) -> str | None:
    year = _year(today.year + _STEPS[match["which"].lower()])
    return f"{match['keep']}{year}" if year else None


def _write_coming_year(_: re.Match[str], today: dt.date) -> str | None:
    year = _year(today.year + 1)
    return str(year) if year else None


def _write_month(match: re.Match[str], today: dt.date) -> str | None:
    month = _months_on(today, _STEPS[match["which"].lower()])
    return f"{match['keep']}{month:%m/%Y}" if month else None


def _write_english_month(match: re.Match[str], today: dt.date) -> str | None:
    month = _months_on(today, _STEPS[match["which"].lower()])
    return f"{MONTH_NAMES[month.month - 1]} {month.year}" if month else None


def _write_named_month(match: re.Match[str], today: dt.date) -> str | None:
    number, step = MONTH_NAMES.index(match["month"].lower()) + 1, _STEPS[match["which"].lower()]
    year = today.year
    if step < 0 and number >= today.month:
        year -= 1
    elif step > 0 and number <= today.month:
        year += 1
    return f"{match['month']} {year}" if _year(year) else None


def _write_week(match: re.Match[str], today: dt.date) -> str | None:
    monday = _days_on(today, 7 * _STEPS[match["which"].lower()] - today.weekday())
    sunday = _days_on(monday, 6) if monday else None
    return _day_run(monday, sunday)


def _write_quarter(match: re.Match[str], today: dt.date) -> str | None:
    month = _months_on(today, 3 * _STEPS[match["which"].lower()])
    return f"Q{(month.month + 2) // 3} {month.year}" if month else None


def _write_day(match: re.Match[str], today: dt.date) -> str | None:
    day = _days_on(today, _DAY_STEPS[match["which"].lower()])
    return f"{day:%d/%m/%Y}" if day else None


def _write_next_but_one(_: re.Match[str], today: dt.date) -> str | None:
    day = _days_on(today, 2)
    return f"{day:%d/%m/%Y}" if day else None


def _write_this_morning(_: re.Match[str], today: dt.date) -> str | None:
    return f"{today:%d/%m/%Y}" if _year(today.year) else None


def _write_ago(match: re.Match[str], today: dt.date) -> str | None:
    count, unit = _count(match), _unit(match)
    if unit == "year":
        year = _year(today.year - count)
        return str(year) if year else None
    if unit == "month":
        month = _months_on(today, -count)
        return f"{month:%m/%Y}" if month else None
    day = _days_on(today, -count * (7 if unit == "week" else 1))
    if unit == "week" and day:
        monday = _days_on(day, -day.weekday())
        return _day_run(monday, _days_on(monday, 6) if monday else None)
    return f"{day:%d/%m/%Y}" if day else None


def _write_window(match: re.Match[str], today: dt.date) -> str | None:
    """Write the time up to today: "3 năm qua" begins in the year three years ago, "tuần qua" seven days ago."""
    count, unit = _count(match), _unit(match)
    if unit == "year":
        year = _year(today.year - count)
        return f"{year}-{today.year}" if year and _year(today.year) and count else None
    if unit == "month":
        month = _months_on(today, -count)
        return f"{month:%m/%Y} - {today:%m/%Y}" if month and count else None
    return _day_run(_days_on(today, -count * (7 if unit == "week" else 1)), today)


def _count(match: re.Match[str]) -> int:
    typed = match.groupdict().get("n") or "1"
    return int(typed) if typed.isdecimal() else (_NUMBERS | _BARE_NUMBERS)[typed.lower()]


def _unit(match: re.Match[str]) -> str:
    typed = match["unit"].lower()
    return _UNITS.get(typed, typed)


def _year(year: int) -> int | None:
    return year if _FIRST_YEAR <= year <= _LAST_YEAR else None


def _months_on(today: dt.date, n_months: int) -> dt.date | None:
    """Return the day so many months on, or the last day of a shorter month; None outside the years that are read."""
    years, month = divmod(today.year * 12 + today.month - 1 + n_months, 12)
    if not _year(years):
        return None
    return dt.date(years, month + 1, min(today.day, calendar.monthrange(years, month + 1)[1]))


def _days_on(today: dt.date, n_days: int) -> dt.date | None:
    try:
        day = today + dt.timedelta(days=n_days)
    except OverflowError:
        return None
    return day if _year(day.year) else None


def _day_run(first: dt.date | None, last: dt.date | None) -> str | None:
    return f"{first:%d/%m/%Y} - {last:%d/%m/%Y}" if first and last else None


def _rules(source: str, write: Writer, *, without_marks: str = "") -> list[tuple[re.Pattern[str], Writer]]:
    """Return the rule for an expression typed with marks and the one for it typed without, where they differ."""
    end = r"(?!\w)"
    # "Năm trước do ai" is no "năm trước đó".
    bare = unmarked(source).replace(unmarked(_COUNT), _BARE_COUNT).replace("(?:do|", "(?:do(?! ai)|")
    rules = [(re.compile(rf"(?<!\w){source}{end}", re.IGNORECASE), write)]
    if bare != source:
        rules.append((re.compile(rf"(?<!\w){without_marks}{bare}{end}", re.IGNORECASE), write))
    return rules


_PART_OF_DAY = "(?:sáng|trưa|chiều|tối|đêm)"
_VI_STEP = "này|trước|rồi|vừa rồi|vừa qua|sau|tới"
RULES = [
    *_rules(
        rf"{_LONE_YEAR}(?P<keep>năm )(?P<which>nay|ngoái|kia|vừa rồi|rồi|(?:trước|sau|tới){_NOT_FROM_ELSEWHERE})",
        _write_year,
        without_marks=_NO_SOUTH,
    ),
    *_rules(r"sang năm(?! \d)", _write_coming_year),
    *_rules(rf"{_LONE_MONTH}(?P<keep>tháng )(?P<which>{_VI_STEP}){_NOT_FROM_ELSEWHERE}", _write_month),
    *_rules(rf"{_LONE}tuần (?P<which>{_VI_STEP}){_NOT_FROM_ELSEWHERE}", _write_week),
    *_rules(r"(?:quý|quí) (?P<which>này|trước|sau|tới)", _write_quarter),
    *_rules(
        rf"(?<!đến )(?<!tới )(?:{_PART_OF_DAY} )?(?:hôm|{_PART_OF_DAY}) (?P<which>nay|qua|kia|mai)",
        _write_day,
    ),
    *_rules(rf"(?:{_PART_OF_DAY} )?ngày (?P<which>mai)", _write_day),
    *_rules(r"ngày kia", _write_next_but_one),
    *_rules(rf"{_COUNT} {_VI_UNIT} (?:về )?trước(?: đây)?{_AGO_NOT_FROM_ELSEWHERE}", _write_ago),
    *_rules(rf"cách (?:đây|nay) {_COUNT} {_VI_UNIT}(?: trước)?", _write_ago),
    *_rules(rf"{_COUNT} {_VI_UNIT} (?:(?:vừa )?qua|vừa rồi|gần đây|trở lại đây|nay)(?: nhất)?", _write_window),
    *_rules(rf"{_LONE}(?P<unit>năm|tháng|tuần) (?:vừa )?qua", _write_window, without_marks=_NO_SOUTH),
    *_rules("(?P<keep>)(?P<which>this|current|last|previous|next) year(?!s)", _write_year),
    *_rules("(?P<which>this|current|last|previous|next) month(?!s)", _write_english_month),
    *_rules("(?P<which>this|current|last|previous|next) week(?!s)", _write_week),
    *_rules("(?P<which>this|current|last|previous|next) quarter(?! of)", _write_quarter),
    *_rules(rf"(?P<which>this|last|next) {_MONTH}", _write_named_month),
    *_rules(
        "(?<!even )(?<!until )(?<!till )(?<!to )"
        "(?P<which>the day before yesterday|yesterday|today|tomorrow|tonight|last night)",
        _write_day,
    ),
    *_rules("this (?:morning|afternoon|evening)", _write_this_morning),
    *_rules(rf"{_COUNT} {_EN_UNIT} ago", _write_ago),
    *_rules(rf"(?:last|past|previous|recent) {_COUNT} {_EN_UNIT}", _write_window),
    *_rules(rf"past {_EN_UNIT}", _write_window),
]
# What every expression has a word of: most questions have none and are done with.
ANY = re.compile(
    r"(?<!\w)(?:nay|qua|kia|mai|này|ngoái|ngoai|trước|truoc|rồi|roi|sau|tới|toi|sang|cách|cach|đây|day|this|current|last"
    r"|previous|next|past|recent|ago|yesterday|today|tomorrow|tonight)(?!\w)",
    re.IGNORECASE,
)
