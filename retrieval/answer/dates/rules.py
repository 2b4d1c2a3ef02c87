"""What an article's dates and words are worth for a period, by the period's role: one table a role.

The first line that holds decides. The values order the grounds and say how far apart they are: 1 is as asked, 0 says
nothing, below 0 speaks against it. An article that no line fits is of another time and excluded.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from retrieval.query.periods import Bound, Period, Role
from retrieval.text.dates import Precision

# A report comes out within days of what it reports; a time is reviewed within months of its end, and the tasks for
# it are set in the months before it.
_REPORT_DAYS = 31
_REVIEW_DAYS = 240
_REVIEW_PART_DAYS = 92  # a part of a year that the article does not name


class Ground(StrEnum):
    """Why an article fits a period, or does not."""

    EVENT = "event"
    REVIEWED = "reviewed"
    PUBLISHED = "published"
    SENTENCE = "sentence"
    PASSAGE = "passage"
    ARTICLE = "article"
    NEAR = "near"
    NEUTRAL = "neutral"
    OTHER = "other"
    CONFLICT = "conflict"


@dataclass(frozen=True, slots=True)
class DateFit:
    """How well a passage fits: ``value`` in [-1, 1] ranks, 0 says nothing; ``excluded`` says it is of another time."""

    value: float
    ground: Ground
    excluded: bool = False


NO_PERIOD = DateFit(0.0, Ground.NEUTRAL)
OF_ANOTHER_TIME = DateFit(-1.0, Ground.CONFLICT, excluded=True)


@dataclass(frozen=True, slots=True)
class Seen:
    """What is known of a passage and its article beside one period; None where a date is not known.

    ``is_news`` says that it is known when the article is from. ``sentence``, ``passage`` and ``article`` say whether
    that text names the period; ``event`` and ``published`` whether those days lie in it; ``reviewed`` whether the
    article looks back on it, ``reviewed_before`` on the time before it; ``is_early`` whether the article is from before
    its last quarter; ``days_after`` how many days after the period (negative: before) the article is from;
    ``same_year`` whether it is from a year of the period; ``other_year`` whether the sentence names only other years.
    """

    is_news: bool
    sentence: bool
    passage: bool
    article: bool
    event: bool | None
    published: bool | None
    reviewed: bool | None
    reviewed_before: bool
    is_early: bool
    days_after: int | None
    same_year: bool
    other_year: bool

    @property
    def is_inside(self) -> bool:
        """Return whether the event, or without one the publication, lies in the period."""
        return bool(self.published if self.event is None else self.event)

    @property
    def own_ground(self) -> Ground:
        """Return which of the two dates :attr:`is_inside` speaks of."""
        return Ground.PUBLISHED if self.event is None else Ground.EVENT


# Whether the line holds, the value that it gives, and why.
Line = tuple[bool, float, Ground]


def fit_of(period: Period, seen: Seen) -> DateFit:
    """Return the fit that the table of the period's role gives; none where the article cannot know of the period."""
    if period.role is Role.NAME:
        return NO_PERIOD
    if period.role is not Role.PLANNED and _is_beyond(period, seen):
        return OF_ANOTHER_TIME
    lines = _DATED[period.role](period, seen) if seen.is_news else _undated(period, seen)
    for holds, value, ground in lines:
        if holds:
            return DateFit(value, ground)
    if period.bound is not Bound.WITHIN or (period.yearly and period.role is not Role.HELD):
        return NO_PERIOD  # of a time without an end that it reaches, or of any year, an article says too little
    return OF_ANOTHER_TIME


def _is_beyond(period: Period, seen: Seen) -> bool:
    """Return whether an article is from before the time since when something is asked for, which it never names."""
    is_before = seen.days_after is not None and seen.days_after < 0
    return period.bound is Bound.SINCE and seen.is_news and is_before and not seen.article


def _held(period: Period, seen: Seen) -> list[Line]:
    # "The 2021 conference" that reviews 2021 was held later: a second choice, to be offered, never excluded. "The March
    # 2021 conference" leaves no such choice.
    is_second_choice = bool(seen.reviewed) and period.precision in {Precision.YEAR, Precision.YEARS}
    is_report = bool(seen.published) and seen.event is None
    is_near = _is_near(period, seen)
    return [
        (bool(seen.event), 1.0, Ground.EVENT),
        (is_report and seen.sentence, 0.8, Ground.PUBLISHED),
        (is_report, 0.6, Ground.PUBLISHED),
        (bool(seen.published) and seen.sentence, 0.4, Ground.PUBLISHED),
        (bool(seen.published), 0.2, Ground.PUBLISHED),
        (is_near and seen.sentence, 0.6, Ground.NEAR),
        (is_near, 0.4, Ground.NEAR),
        (seen.sentence, 0.4, Ground.SENTENCE),
        (is_second_choice, 0.3, Ground.REVIEWED),
        (seen.passage, 0.1, Ground.PASSAGE),
    ]


def _reviewed(period: Period, seen: Seen) -> list[Line]:
    is_whole_year = period.precision in {Precision.YEAR, Precision.YEARS}
    looks_at_it, looks_elsewhere = bool(seen.reviewed), seen.reviewed is False
    within = _REVIEW_DAYS if is_whole_year else _REVIEW_PART_DAYS
    is_soon_after = seen.days_after is not None and 0 < seen.days_after <= within
    return [
        (looks_at_it and is_whole_year and seen.is_early, 0.5, Ground.NEAR),
        (looks_at_it and (is_whole_year or seen.article), 1.0, Ground.REVIEWED),
        (looks_at_it and (seen.days_after or 0) <= _REVIEW_PART_DAYS, 0.6, Ground.REVIEWED),
        (looks_elsewhere and seen.sentence, 0.2, Ground.SENTENCE),
        (looks_elsewhere and seen.passage, 0.0, Ground.PASSAGE),
        (looks_elsewhere and seen.is_inside, -0.2, Ground.OTHER),
        (not looks_elsewhere and seen.sentence, 0.7, Ground.SENTENCE),
        (not looks_elsewhere and seen.passage, 0.5, Ground.PASSAGE),
        (not looks_elsewhere and is_soon_after, 0.4, Ground.NEAR),
        (not looks_elsewhere and seen.is_inside, 0.2, seen.own_ground),
        (not looks_elsewhere and seen.article, 0.1, Ground.ARTICLE),
    ]


def _planned(_: Period, seen: Seen) -> list[Line]:
    # Tasks are set where the time before is reviewed; an article that reviews the time itself is from its end.
    looks_before = seen.reviewed_before
    looks_at_it = bool(seen.reviewed) and not looks_before
    is_soon_before = seen.days_after is not None and -_REVIEW_DAYS <= seen.days_after < 0
    return [
        (seen.sentence and looks_before, 1.0, Ground.SENTENCE),
        (seen.sentence and looks_at_it, 0.4, Ground.SENTENCE),
        (seen.sentence, 0.8, Ground.SENTENCE),
        (seen.passage and looks_before, 0.8, Ground.PASSAGE),
        (seen.passage and looks_at_it, 0.2, Ground.PASSAGE),
        (seen.passage, 0.5, Ground.PASSAGE),
        (looks_before and seen.article, 0.7, Ground.REVIEWED),
        (looks_before, 0.4, Ground.REVIEWED),
        (seen.is_inside, 0.2, seen.own_ground),
        (is_soon_before, 0.0, Ground.NEAR),
        (seen.article, 0.1, Ground.ARTICLE),
    ]


def _fact(period: Period, seen: Seen) -> list[Line]:
    # A fact of 2017 may stand in an article of 2018, but only one that names 2017; an article of 2017 need not. One of
    # 2016 can only foresee it, and what names no time at all is of the article's own.
    is_day = period.precision is Precision.DAY
    is_foreseen = seen.days_after is not None and seen.days_after < 0
    other = seen.other_year
    # Of half a year an article of its first weeks can tell nothing but what it says of that time.
    is_part = period.precision not in {Precision.YEAR, Precision.YEARS} and not period.is_rough
    if is_part and seen.is_early and not seen.sentence:
        return []
    return [
        (seen.sentence and is_foreseen, 0.4, Ground.SENTENCE),
        (seen.sentence, 1.0, Ground.SENTENCE),
        (seen.passage, 0.6 if seen.is_inside and not other else 0.3, Ground.PASSAGE),
        (seen.is_inside and other, 0.1, seen.own_ground),
        (seen.is_inside, 0.8 if is_day else 0.5, seen.own_ground),
        (bool(seen.reviewed), 0.1 if other else 0.5, Ground.REVIEWED),
        (seen.same_year and not is_day, 0.0 if other else 0.2, Ground.NEAR),
        (seen.article, -0.1 if other else 0.1, Ground.ARTICLE),
    ]


def _undated(period: Period, seen: Seen) -> list[Line]:
    """Return the lines for a text that only itself can date; it is never excluded."""
    of_sentence, of_passage = _NAMED_IN_UNDATED[period.role]
    # What it lets know of its own day is no more than a hint, but tells "the 2021 conference" from a review of 2021.
    is_held = period.role is Role.HELD
    return [
        (is_held and bool(seen.event), 0.9 if seen.sentence else 0.8, Ground.EVENT),
        (is_held and seen.event is False and bool(seen.reviewed), 0.3, Ground.REVIEWED),
        (seen.sentence, of_sentence, Ground.SENTENCE),
        (seen.passage, of_passage, Ground.PASSAGE),
        (bool(seen.event), of_passage, Ground.EVENT),
        (seen.article, 0.1, Ground.ARTICLE),
        (seen.other_year, -0.3, Ground.OTHER),
        (True, 0.0, Ground.NEUTRAL),
    ]


def _is_near(period: Period, seen: Seen) -> bool:
    """Return whether the article came out soon after, or lies just beside a period that is only roughly named."""
    if seen.days_after is None:
        return False
    if period.is_rough:
        return abs(seen.days_after) <= _REPORT_DAYS
    return seen.event is None and 0 < seen.days_after <= _REPORT_DAYS and period.precision is not Precision.DAY


_DATED: Mapping[Role, Callable[[Period, Seen], list[Line]]] = {
    Role.HELD: _held,
    Role.REVIEWED: _reviewed,
    Role.PLANNED: _planned,
    Role.FACT: _fact,
}
_NAMED_IN_UNDATED = {
    Role.HELD: (0.7, 0.5),
    Role.REVIEWED: (0.7, 0.5),
    Role.PLANNED: (0.8, 0.5),
    Role.FACT: (1.0, 0.6),
}
