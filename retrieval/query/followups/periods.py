"""The period that a question names, and how the period of half a question takes its place.

"Còn năm 2022?" after "tháng 3 năm 2021" means the year; after "6 tháng đầu năm 2021" it means the same half of 2022;
"còn tháng 5?" keeps the year. So it is not the words that are exchanged but what they mean.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from retrieval.query.followups.patterns import tolerant, words
from retrieval.query.language import Language
from retrieval.text.dates import DateSpan, Precision, find_dates
from retrieval.text.dates.forms import MONTH_NAMES
from retrieval.text.spelling import fold, is_bare

_CUE = re.compile(
    rf"(?<!\w)(?:{tolerant('(?:(?:rạng sáng|sáng|trưa|chiều|tối|đêm) )?(?:ngày|hôm|mùng|mồng)')}"
    rf"|{tolerant('(?:(?:các|những|trong) )?(?:năm học|niên khóa|mùa giải|mùa|năm)')}|(?:the )?years?) $",
    re.IGNORECASE,
)
_CUE_REACH_CHARS = 24
_JOINED = re.compile(rf" ?(?:{tolerant('và|đến|tới|với|hay|hoặc|năm|tháng|ngày')}|and|to|or|,|-|–| )* ?", re.IGNORECASE)
_RELATIVE = words(
    "cả năm|(?:năm|tháng|tuần|quý) (?:nay|này|ngoái|trước|sau|qua|kia|vừa rồi|vừa qua|tới)(?! đó)|hôm (?:nay|qua|kia)"
    "|(?:mới|gần đây|gần) nhất|(?:last|this|next|past) (?:year|month|week|quarter|season)|yesterday|today"
    "|(?:the )?(?:latest|most recent)"
)
_MONTH_ALONE = re.compile(
    rf"(?<!\w)(?:(?P<cue>in|last|next|and) )?(?P<month>{'|'.join(name.capitalize() for name in MONTH_NAMES)}"
    rf"|(?(cue)(?:{'|'.join(MONTH_NAMES)})|(?!)))(?!\w)"
)
# A year counted from the one before: -1 or 1.
_YEAR_BEFORE = words("năm (?:liền )?trước đó|năm liền trước|the (?:year before|previous year|prior year)")
_YEAR_AFTER = words("năm (?:sau đó|tiếp theo|kế tiếp|liền sau|sau)|the (?:year after|following year|next year)")
# A part of a year that reviews are written of; its year alone is exchanged.
_WHOLE_YEAR = words("cả năm")
_PARTS_OF_YEAR = frozenset({Precision.HALF, Precision.QUARTER, Precision.MONTHS})
_YEAR = re.compile(r"(?<!\d)(?:1\d|20)\d\d(?!\d)")
_QUARTERS = {1: ("I", "first"), 4: ("II", "second"), 7: ("III", "third"), 10: ("IV", "fourth")}


@dataclass(frozen=True, slots=True)
class Period:
    """A period that a question names: [start, end) with its cue ("năm 2021"), from ``bare_start`` without.

    ``date`` is None for what only a clock can tell ("năm ngoái"); ``step`` is the number of years from the period
    before ("năm sau đó").
    """

    start: int
    end: int
    bare_start: int
    date: DateSpan | None = None
    step: int = 0
    n_dates: int = 1


def find_periods(text: str) -> list[Period]:
    """Return the periods that a text names, in order; dates joined by "và" or "đến" are one period."""
    dates = find_dates(text, bare=True)
    if not dates and not is_bare(text) and len(fold(text)) == len(text):
        dates = find_dates(fold(text), bare=True)
    periods: list[Period] = []
    for date in dates:
        cue = _CUE.search(text[max(0, date.text_start - _CUE_REACH_CHARS) : date.text_start])
        start = date.text_start - (len(cue.group()) if cue else 0)
        if periods and _JOINED.fullmatch(text, periods[-1].end, start):
            last = periods[-1]
            periods[-1] = replace(last, end=date.text_end, date=date, n_dates=last.n_dates + 1)
        else:
            periods.append(Period(start, date.text_end, date.text_start, date))
    return sorted([*periods, *_without_clock(text, periods)], key=lambda period: period.start)


def _without_clock(text: str, found: list[Period]) -> Iterator[Period]:
    for match in _MONTH_ALONE.finditer(text):
        month = next(i for i, name in enumerate(MONTH_NAMES, 1) if name == match["month"].lower())
        date = DateSpan(Precision.MONTH, match.start("month"), match.end(), None, month=month, last_month=month)
        if not any(match.start() < period.end and period.start < match.end() for period in found):
            yield Period(match.start("month"), match.end(), match.start("month"), date)
    for pattern, step in ((_YEAR_BEFORE, -1), (_YEAR_AFTER, 1), (_RELATIVE, 0)):
        for match in pattern.finditer(text):
            taken = any(match.start() < period.end and period.start < match.end() for period in found)
            if not taken and not (step == 0 and _YEAR_AFTER.fullmatch(match.group())):
                yield Period(match.start(), match.end(), match.start(), step=step)


def exchanged(before: str, old: Period | None, shown: str, new: Period, language: Language, *, translated: bool) -> str:
    """Return what takes the place of ``old`` (of the text ``before``) where ``new`` (of the text ``shown``) is named.

    Args:
        before: The question before, in ``language``.
        old: Its period, or None where it names none.
        shown: Half a question, with its marks.
        new: Its period.
        language: The language to write in.
        translated: Whether half a question is in the other language.
    """
    typed = shown[new.start : new.end]
    old_date = old.date if old else None
    if new.date is None:
        return _counted_from(old_date, new, typed) or typed
    if new.n_dates > 1:
        return typed
    text = ""
    if new.date.precision is Precision.YEAR:
        text = _part_of_year(before, old, new.date) or _with_cue(new.date, before, old, language)
    elif new.date.year is None and old_date and old_date.year is not None:
        text = written(new.date.in_year(old_date.year) or new.date, language)
    elif translated:
        text = written(new.date, language)
    return text or typed


def _counted_from(old: DateSpan | None, new: Period, typed: str) -> str:
    """Return "năm 2021" for the year after 2020, "cả năm 2020" for the whole year; empty for what a clock tells."""
    if old is None or old.year is None:
        return ""
    if new.step:
        year = str(old.year + new.step)
        return f"năm {year}" if typed.startswith(("n", "N")) else year
    return f"{typed} {old.year}" if _WHOLE_YEAR.fullmatch(typed) else ""


def _part_of_year(before: str, old: Period | None, date: DateSpan) -> str:
    """Return the old half, quarter or unfinished month in the new year; empty where the year stands alone."""
    if old is None or old.date is None or old.n_dates > 1:
        return ""
    text = before[old.start : old.end]
    if old.date.precision in _PARTS_OF_YEAR and old.date.has_year:
        return _YEAR.sub(str(date.year), text)
    if old.date.has_year or old.date.precision is Precision.YEAR:
        return ""
    return f"{text} {date.year}" if fold(text).endswith(("nam", "of")) or text.isascii() else f"{text} năm {date.year}"


def _with_cue(date: DateSpan, before: str, old: Period | None, language: Language) -> str:
    """Return a year as the old one was written: "năm 2021" after "năm 2020", "2022" after "World Cup 2018"."""
    if language is Language.ENGLISH:
        return f"{date.year}"
    if old is not None and old.date is not None and old.date.precision is Precision.YEAR and old.n_dates == 1:
        return f"{before[old.start : old.bare_start]}{date.year}"
    return f"năm {date.year}"


def written(date: DateSpan, language: Language) -> str:
    """Return a date in words of the language, without a preposition."""
    vietnamese = language is Language.VIETNAMESE
    year = "" if date.year is None else f"{' năm' if vietnamese else ''} {date.year}"
    month = f"tháng {date.month}" if vietnamese else MONTH_NAMES[date.month - 1].capitalize()
    quarter = _QUARTERS.get(date.month, ("", ""))
    if date.precision is Precision.YEAR:
        text = f"năm {date.year}" if vietnamese else f"{date.year}"
    elif date.precision is Precision.DAY:
        text = f"ngày {date.day} {month}{year}" if vietnamese else f"{date.day} {month}{year}"
    elif date.precision is Precision.QUARTER:
        text = f"quý {quarter[0]}{year}" if vietnamese else f"the {quarter[1]} quarter of{year}"
    elif date.precision in {Precision.HALF, Precision.MONTHS}:
        n_months = date.last_month - date.month + 1
        side = ("đầu", "first") if date.month == 1 else ("cuối", "last")
        text = (
            f"{n_months} tháng {side[0]}{year or ' năm'}"
            if vietnamese
            else f"the {side[1]} {n_months} months of{year or ' the year'}"
        )
    elif date.precision is Precision.YEARS:
        last = (date.year or 0) + date.n_years_on
        text = f"từ năm {date.year} đến năm {last}" if vietnamese else f"{date.year} to {last}"
    else:
        text = f"{month}{year}"
    return text


def preposition(period_text: str) -> str:
    """Return the English preposition of a period: "on" before a day, "in" before others, none before "last year"."""
    if _RELATIVE.match(period_text):
        return ""
    dates = find_dates(period_text, bare=True)
    return "on " if dates and dates[0].precision is Precision.DAY else "in "
