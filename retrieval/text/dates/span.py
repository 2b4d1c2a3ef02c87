"""What one date expression means: its days, how wide it is, and where it stands in the text."""

import calendar
import datetime as dt
from dataclasses import dataclass, replace
from enum import StrEnum


class Precision(StrEnum):
    """How wide a date expression is; ``MONTHS`` and ``YEARS`` are runs ("9 tháng đầu năm", "2020-2025")."""

    DAY = "day"
    MONTH = "month"
    MONTHS = "months"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    YEARS = "years"


@dataclass(frozen=True, slots=True)
class DateSpan:
    """One date expression: which days it means, and where it stands (``text[text_start:text_end]``).

    The offsets run from the first digit, or from the word without which the digits are no date ("tháng 3", "quý I",
    "March 12"); cues ("ngày", "Sáng") and clock times stay outside. ``year`` is None where the text leaves it out:
    then ``start`` and ``end`` are None too, and :meth:`in_year` completes the span. ``clock`` carries a zone only
    where the text writes one.
    """

    precision: Precision
    text_start: int
    text_end: int
    year: int | None
    month: int = 1
    day: int = 1
    last_month: int = 12
    last_day: int | None = None
    n_years_on: int = 0
    clock: dt.time | None = None

    @property
    def has_year(self) -> bool:
        """Return whether the text itself gives the year."""
        return self.year is not None

    @property
    def start(self) -> dt.date | None:
        """Return the first day meant; None without a year."""
        return None if self.year is None else dt.date(self.year, self.month, self.day)

    @property
    def end(self) -> dt.date | None:
        """Return the last day meant (inclusive); None without a year."""
        if self.year is None:
            return None
        year = self.year + self.n_years_on
        return dt.date(year, self.last_month, self.last_day or calendar.monthrange(year, self.last_month)[1])

    def in_year(self, year: int) -> "DateSpan | None":
        """Return the same expression in that year; None where it has no such day (29 February)."""
        if not dt.MINYEAR <= year < dt.MAXYEAR:
            return None
        completed = replace(self, year=year)
        try:
            return completed if completed.start and completed.end else None
        except ValueError:
            return None
