"""What a question says about time: periods with their roles, and a wish for the newest or the oldest."""

import calendar
import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from retrieval.text.dates import Precision


class Role(StrEnum):
    """What a period says of the thing asked about.

    ``HELD``: it took place then. ``REVIEWED``: it looks back on that time. ``PLANNED``: it sets the tasks for it.
    ``FACT``: something stated was so then. ``NAME``: part of a name ("nhiệm kỳ 2025-2030", "World Cup 2022"), or what
    a figure is held against ("so với năm ngoái"); it is matched as text and never filters.
    """

    HELD = "held"
    REVIEWED = "reviewed"
    PLANNED = "planned"
    FACT = "fact"
    NAME = "name"


class Bound(StrEnum):
    """How the named days bound the time meant: they are it, or it lies before, after, or from them on."""

    WITHIN = "within"
    BEFORE = "before"
    AFTER = "after"
    SINCE = "since"


class Order(StrEnum):
    """Which of several articles a question prefers."""

    NEWEST = "newest"
    OLDEST = "oldest"


class MonthDay(NamedTuple):
    """A day of any year."""

    month: int
    day: int


@dataclass(frozen=True, slots=True)
class NamedDays:
    """Days that a question names at ``question[text_start:text_end]`` (code points, without "năm", "in").

    ``first`` and ``last`` are the days, both included; both are None where the year is left out ("tháng 3"): then
    ``yearly`` has the first and last day of every year. ``is_rough`` marks "đầu năm", "mid-2018", whose days are a
    third of the year.
    """

    precision: Precision
    text_start: int
    text_end: int
    first: dt.date | None
    last: dt.date | None
    yearly: tuple[MonthDay, MonthDay] | None = None
    bound: Bound = Bound.WITHIN
    is_rough: bool = False


@dataclass(frozen=True, slots=True)
class Period(NamedDays):
    """One period of a question: days and their role; ``is_relative`` marks days counted from today ("năm ngoái").

    ``binds`` says that an event's time stands right beside the event ("hội nghị năm 2019", "the 2019 final"): one of
    another time is not meant, whatever else its article says of 2019.
    """

    role: Role = field(kw_only=True)
    is_relative: bool = field(default=False, kw_only=True)
    binds: bool = field(default=False, kw_only=True)

    @property
    def label(self) -> str:
        """Return the canonical form: "2021", "2021-03", "2021-03-12", "2021-01/2021-06", "--03-12", "2021/.."."""
        if self.yearly:
            return _yearly_label(*self.yearly)
        if self.first is None or self.last is None:
            return ""
        ends = _labels_of_ends(self.first, self.last, self.precision)
        if self.bound is Bound.BEFORE:
            return f"../{ends[0]}"
        if self.bound is not Bound.WITHIN:
            return f"{ends[0]}/.."
        return "/".join(dict.fromkeys(ends))

    def touches(self, first: dt.date, last: dt.date) -> bool:
        """Return whether a run of days (both included) has a day in the period."""
        if self.yearly:
            years = range(max(dt.MINYEAR, first.year - 1), last.year + 1)
            return any(self._touches_in(year, first, last) for year in years)
        if self.first is None or self.last is None:
            return False
        if self.bound is Bound.BEFORE:
            return first < self.first
        if self.bound is Bound.AFTER:
            return last > self.last
        return last >= self.first and (self.bound is Bound.SINCE or first <= self.last)

    def days_apart(self, day: dt.date) -> int | None:
        """Return how many days after the period a day lies: 0 inside, negative before; None for any year."""
        if self.first is None or self.last is None:
            return None
        if self.touches(day, day):
            return 0
        return (day - self.first).days if day < self.first else (day - self.last).days

    def _touches_in(self, year: int, first: dt.date, last: dt.date) -> bool:
        begin, end = self.yearly or (MonthDay(1, 1), MonthDay(12, 31))
        # 29 February, and the end of a range over New Year, are days of some year only.
        end_year = min(year + (end < begin), dt.MAXYEAR)
        return first <= _day_in(end_year, end) and last >= _day_in(year, begin)


@dataclass(frozen=True, slots=True)
class Recency:
    """A wish for the newest or the oldest article: a reason to rank, never to exclude."""

    order: Order
    text_start: int
    text_end: int

    @property
    def label(self) -> str:
        """Return "latest" or "earliest"."""
        return "latest" if self.order is Order.NEWEST else "earliest"


@dataclass(frozen=True, slots=True)
class AskedPeriods:
    """All that a question says about time, in reading order."""

    periods: tuple[Period, ...] = ()
    recency: Recency | None = None

    @property
    def constraints(self) -> tuple[Period, ...]:
        """Return the periods that an article can fit or contradict: all but those that are part of a name."""
        return tuple(period for period in self.periods if period.role is not Role.NAME)

    @property
    def labels(self) -> tuple[str, ...]:
        """Return the labels of the constraints and of the recency, in reading order, each once."""
        found: list[Period | Recency] = [*self.constraints, *([self.recency] if self.recency else [])]
        return tuple(dict.fromkeys(item.label for item in sorted(found, key=lambda item: item.text_start)))


def _day_in(year: int, day: MonthDay) -> dt.date:
    return dt.date(year, day.month, min(day.day, calendar.monthrange(year, day.month)[1]))


def _labels_of_ends(first: dt.date, last: dt.date, precision: Precision) -> tuple[str, str]:
    if precision is not Precision.DAY:
        if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
            return f"{first.year:04}", f"{last.year:04}"
        if first.day == 1 and last.day == calendar.monthrange(last.year, last.month)[1]:
            return f"{first:%Y-%m}", f"{last:%Y-%m}"
    return first.isoformat(), last.isoformat()


def _yearly_label(first: MonthDay, last: MonthDay) -> str:
    # 2000 is a leap year, so that all of February ends on the 29th.
    is_whole_months = first.day == 1 and last.day == calendar.monthrange(2000, last.month)[1]
    if is_whole_months:
        ends = (f"--{first.month:02}", f"--{last.month:02}")
    else:
        ends = (f"--{first.month:02}-{first.day:02}", f"--{last.month:02}-{last.day:02}")
    return "/".join(dict.fromkeys(ends))
