"""How well an article and a passage of it fit the periods that a question names.

Three dates of an article differ: when the event was held, when it was published, and the years that the event looks
back on. Which of them a period is about, its role says; what the text itself names counts beside them. Text without
any date of its own (an encyclopedia's) is never excluded: its dates stand in the text.
"""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from retrieval.answer.dates.mentions import Mention, mentions_in, names, read_mentions
from retrieval.answer.dates.rules import NO_PERIOD, DateFit, Ground, Seen, fit_of
from retrieval.query.periods import Order, Period, Role
from retrieval.records import ArticleRecord
from retrieval.text.dates import Precision

__all__ = ["DateFit", "DatedArticle", "Ground", "date_fit", "dated_article", "period_fit", "recency_scores"]

_QUARTER_DAYS = 92
_CACHED_ARTICLES = 256
# How the store says that the lead dates the event, or that what the text says elsewhere gave its year away.
_IN_LEAD, _COMPLETED = "lead", "inferred_from_text"
_IN_FIGURES = re.compile(r"(?<!\d)\d{1,2}\s?[-/.]\s?\d{1,2}\s?[-/.]\s?\d{4}(?!\d)")  # an encyclopedia has "6 tháng 6"


@dataclass(frozen=True, slots=True)
class DatedArticle:
    """What dates an article: ``event`` is first and last day, ``mentions`` what its title and whole text name.

    ``opens_as_news`` says that its first words give the event's day as only news does: in figures, or without a year
    that what it reviews tells.
    """

    published: dt.date | None = None
    event: tuple[dt.date, dt.date] | None = None
    reviewed_years: tuple[int, ...] = ()
    mentions: frozenset[Mention] = frozenset()
    opens_as_news: bool = False

    @property
    def is_news(self) -> bool:
        """Return whether it is known when the article is from; a day read in any other text is a hint at most."""
        return self.published is not None or self.opens_as_news

    @property
    def latest(self) -> dt.date | None:
        """Return the day that the article is from: its event's last day, else its publication."""
        return self.event[1] if self.event else self.published

    @property
    def own_years(self) -> tuple[int, ...]:
        """Return the years that its text may leave out."""
        days = (*(self.event or ()), *((self.published,) if self.published else ()))
        return tuple(dict.fromkeys(day.year for day in days))


def dated_article(record: ArticleRecord) -> DatedArticle:
    """Return the dates of an article as indexed; its text is read once and remembered."""
    published = dt.date.fromisoformat(record.published) if record.published else None
    event = record.event
    days = (dt.date.fromisoformat(event[0]), dt.date.fromisoformat(event[1])) if event else None
    mentions = _mentions_in_article(record.text) | mentions_in(record.title or "")
    return DatedArticle(published, days, record.reviewed_years, mentions, _opens_as_news(record, days))


def date_fit(periods: Sequence[Period], article: DatedArticle, passage: str, sentence: str | None = None) -> DateFit:
    """Return how well a passage fits all periods of a question; those that are part of a name do not count.

    Periods of one role are alternatives ("năm 2019 và 2020"): their mean counts, and they exclude only together.
    Different roles must all fit: the mean of their values counts, and any of them excludes. The ground is that of the
    weakest.

    Args:
        periods: The periods of :func:`~retrieval.query.periods.asked_periods`.
        article: The dates of the article.
        passage: The passage's text.
        sentence: The sentence of the passage that answers best, if one was chosen.
    """
    groups: dict[tuple[Role, bool], list[DateFit]] = {}
    for period in periods:
        if period.role is not Role.NAME:
            group = groups.setdefault((period.role, period.yearly is not None), [])
            group.append(period_fit(period, article, passage, sentence))
    if not groups:
        return NO_PERIOD
    fits = [_mean(group, excluded=all(fit.excluded for fit in group)) for group in groups.values()]
    return _mean(fits, excluded=any(fit.excluded for fit in fits))


def period_fit(period: Period, article: DatedArticle, passage: str, sentence: str | None = None) -> DateFit:
    """Return how well a passage fits one period; the arguments are those of :func:`date_fit`."""
    return fit_of(period, _look(period, article, passage, sentence))


def recency_scores(articles: Sequence[DatedArticle], order: Order = Order.NEWEST) -> list[float]:
    """Return a score in [0, 1] for each article: 1 for the newest (or oldest), evenly down; undated ones get 0."""
    days = sorted({article.latest for article in articles if article.latest}, reverse=order is Order.OLDEST)
    scores = {day: (place + 1) / len(days) for place, day in enumerate(days)}
    return [scores[article.latest] if article.latest else 0.0 for article in articles]


def _opens_as_news(record: ArticleRecord, event: tuple[dt.date, dt.date] | None) -> bool:
    found = record.provenance.get("event", {})
    if not event or found.get("method") not in {_IN_LEAD, _COMPLETED}:
        return False
    if found["method"] == _IN_LEAD:
        return _IN_FIGURES.search(found.get("evidence", "")) is not None
    return bool({event[0].year, event[0].year - 1} & set(record.reviewed_years))


@lru_cache(maxsize=_CACHED_ARTICLES)
def _mentions_in_article(text: str) -> frozenset[Mention]:
    # A cache of its own: an article is 50 times as long as a passage, and passages would soon push it out of theirs.
    return read_mentions(text)


def _mean(fits: Sequence[DateFit], *, excluded: bool) -> DateFit:
    if len(fits) == 1:
        return fits[0]
    weakest = min(fits, key=lambda fit: fit.value)
    return DateFit(round(sum(fit.value for fit in fits) / len(fits), 4), weakest.ground, excluded)


def _look(period: Period, article: DatedArticle, passage: str, sentence: str | None) -> Seen:
    aside = period.role is Role.FACT
    own_years = article.own_years
    of_sentence = mentions_in(sentence) if sentence is not None else frozenset()
    of_passage = mentions_in(passage)
    in_sentence = names(period, of_sentence, own_years, aside=aside)
    in_passage = in_sentence or names(period, of_passage, own_years, aside=aside)
    in_article = in_passage or names(period, article.mentions, own_years, aside=False)
    years = range(period.first.year, period.last.year + 1) if period.first and period.last else range(0)
    event, published, latest, reviewed = article.event, article.published, article.latest, article.reviewed_years
    return Seen(
        is_news=article.is_news,
        sentence=in_sentence,
        passage=in_passage,
        article=in_article,
        event=period.touches(*event) if event else None,
        published=period.touches(published, published) if published else None,
        reviewed=any(year in years for year in reviewed) if reviewed and years else None,
        reviewed_before=bool(years) and _year_before(period, years[0]) in reviewed,
        is_early=bool(latest and period.last and (period.last - latest).days > _QUARTER_DAYS),
        days_after=period.days_apart(latest) if latest else None,
        same_year=any(year in years for year in own_years),
        other_year=not in_sentence and any(item.year for item in (of_passage if sentence is None else of_sentence)),
    )


def _year_before(period: Period, year: int) -> int:
    """Return the year that is reviewed where tasks for the period are set: of its second half, the year itself."""
    is_part_of_year = period.precision in {Precision.HALF, Precision.QUARTER, Precision.MONTHS, Precision.MONTH}
    return year if is_part_of_year else year - 1
