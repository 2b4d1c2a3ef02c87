"""When an article was published, asked for: most texts don't say, and the days that they tell of are others.

The day stands beside each citation anyway. As an answer, which is always the article's own words, only a day of the
text will do that is the day of publication.
"""

import datetime as dt

from retrieval.answer.ranking.finding import Finding
from retrieval.query.asked import AskedQuestion
from retrieval.text.dates import Precision, find_dates


def lacks_publication(asked: AskedQuestion, best: Finding) -> bool:
    """Return whether the day of publication is asked for and the words that answer are not that day."""
    if not asked.request.asks_published:
        return False
    published = best.evidence.article.published
    if published is None or not best.answer.is_safe:
        return True
    day = dt.date.fromisoformat(published)
    told = [found for found in find_dates(best.answer_text) if found.precision is Precision.DAY]
    return not any((one.month, one.day) == (day.month, day.day) and one.year in {None, day.year} for one in told)
