"""The period that a question names, and how the period of half a question takes its place.

"Còn năm 2022?" after "tháng 3 năm 2021" means the year; after "6 tháng đầu năm 2021" it means the same half of 2022;
"còn tháng 5?" keeps the year. So it is not the words that are exchanged but what they mean.
"""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from retrieval.query.followups.patterns import tolerant, words
from retrieval.query.language import Language
from retrieval.query.periods.asked import asked_recency
from retrieval.query.periods.reading import asked_dates
from retrieval.query.periods.relative import write_out
from retrieval.text.dates import DateSpan, Precision
from retrieval.text.dates.forms import MONTH_NAMES
from retrieval.text.spelling import fold

_CUE = re.compile(
    rf"(?<!\w)(?:{tolerant('(?:(?:rạng sáng|sáng|trưa|chiều|tối|đêm) )?(?:ngày|hôm|mùng|mồng)')}"
    rf"|{tolerant('(?:(?:các|những|trong) )?(?:năm học|niên khóa|mùa giải|mùa|năm)')}|(?:the )?years?) $",
    re.IGNORECASE,
)
_CUE_REACH_CHARS = 24
_JOINED = re.compile(rf" ?(?:{tolerant('và|đến|tới|với|hay|hoặc|năm|tháng|ngày')}|and|to|or|,|-|–| )* ?", re.IGNORECASE)
# A day to count relative dates from that are not read but only found.
_ANY_DAY = dt.date(2000, 6, 15)
# A year counted from the one before: -1 or 1.
_YEAR_BEFORE = words("năm (?:liền )?trước đó|năm liền trước|the (?:year before|previous year|prior year)")
_YEAR_AFTER = words("năm (?:sau đó|tiếp theo|kế tiếp|liền sau|sau)|the (?:year after|following year|next year)")
_WHOLE_YEAR = words("cả năm")
_SEASON = words("(?:last|this|next|past) season")
# A part of a year that reviews are written of; its year alone is exchanged.
_PARTS_OF_YEAR = frozenset({Precision.HALF, Precision.QUARTER, Precision.MONTHS})
_YEAR = re.compile(r"(?<!\d)(?:1\d|20)\d\d(?!\d)")
_QUARTERS = {1: ("I", "first"), 4: ("II", "second"), 7: ("III", "third"), 10: ("IV", "fourth")}


@dataclass(frozen=True, slots=True)
class PeriodPhrase:
    """A period as it stands in a question: [start, end) with its cue ("năm 2021"), from ``bare_start`` without.

    ``date`` is None for what only a clock can tell ("năm ngoái"); ``step`` is the number of years from the period
    before ("năm sau đó").
    """

    start: int
    end: int
    bare_start: int
    date: DateSpan | None = None
    step: int = 0
    n_dates: int = 1


def find_periods(text: str) -> list[PeriodPhrase]:
    """Return the periods that a text names, in order; dates joined by "và" or "đến" are one period."""
    counted = list(_counted_from_another(text))
    written = write_out(text, _ANY_DAY)
    periods: list[PeriodPhrase] = []
    for date in asked_dates(written.text, Language.ENGLISH):  # either language's: a month alone tells itself
        bare_start, end, is_relative = written.typed(date.text_start, date.text_end)
        if any(bare_start < period.end and period.start < end for period in counted):
            continue
        cue = _CUE.search(text[max(0, bare_start - _CUE_REACH_CHARS) : bare_start])
        start = bare_start - (len(cue.group()) if cue else 0)
        last = periods[-1] if periods else None
        if last and start < last.end:  # both ends of "tuần qua"
            periods[-1] = replace(last, end=max(end, last.end))
        elif last and last.date and not is_relative and _JOINED.fullmatch(text, last.end, start):
            periods[-1] = replace(last, end=end, date=date, n_dates=last.n_dates + 1)
        else:
            periods.append(PeriodPhrase(start, end, bare_start, None if is_relative else date))
    found = [*counted, *periods]
    recency = asked_recency(text, [(period.start, period.end) for period in found])
    if recency:
        found.append(PeriodPhrase(recency.text_start, recency.text_end, recency.text_start))
    return sorted(found, key=lambda period: period.start)


def _counted_from_another(text: str) -> Iterator[PeriodPhrase]:
    """Yield what is counted from the period of the question before."""
    taken: list[tuple[int, int]] = []
    for pattern, step in ((_YEAR_BEFORE, -1), (_YEAR_AFTER, 1), (_WHOLE_YEAR, 0), (_SEASON, 0)):
        for match in pattern.finditer(text):
            if not any(match.start() < end and start < match.end() for start, end in taken):
                taken.append(match.span())
                yield PeriodPhrase(match.start(), match.end(), match.start(), step=step)


def exchanged(
    before: str, old: PeriodPhrase | None, shown: str, new: PeriodPhrase, language: Language, *, translated: bool
) -> str:
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


def _counted_from(old: DateSpan | None, new: PeriodPhrase, typed: str) -> str:
    """Return "năm 2021" for the year after 2020, "cả năm 2020" for the whole year; empty for what a clock tells."""
    if old is None or old.year is None:
        return ""
    if new.step:
        year = str(old.year + new.step)
        return f"năm {year}" if typed.startswith(("n", "N")) else year
    return f"{typed} {old.year}" if _WHOLE_YEAR.fullmatch(typed) else ""


def _part_of_year(before: str, old: PeriodPhrase | None, date: DateSpan) -> str:
    """Return the old half, quarter or unfinished month in the new year; empty where the year stands alone."""
    if old is None or old.date is None or old.n_dates > 1:
        return ""
    text = before[old.start : old.end]
    if old.date.precision in _PARTS_OF_YEAR and old.date.has_year:
        return _YEAR.sub(str(date.year), text)
    if old.date.has_year or old.date.precision is Precision.YEAR:
        return ""
    return f"{text} {date.year}" if fold(text).endswith(("nam", "of")) or text.isascii() else f"{text} năm {date.year}"


def _with_cue(date: DateSpan, before: str, old: PeriodPhrase | None, language: Language) -> str:
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
    first = next(iter(find_periods(period_text)), None)
    if first and first.date is None and not first.step:
        return ""
    return "on " if first and first.date and first.date.precision is Precision.DAY else "in "
