"""When an article was published, asked for: most texts don't say, and the days that they tell of are others.

The day stands beside each citation anyway. As an answer, which is always the article's own words, only a day of the
text will do that is the day of publication.
"""

from retrieval.answer.ranking.findings import Finding
from retrieval.query.asked import AskedQuestion
from retrieval.text.tokens import token_texts


def lacks_publication(asked: AskedQuestion, best: Finding) -> bool:
    """Return whether the day of publication is asked for and the words that answer are not that day."""
    if not asked.request.asks_published:
        return False
    published = best.evidence.article.published
    if published is None or not best.answer.is_safe:
        return True
    told = {int(key) for word in token_texts(best.answer_text) for key in word.split("/") if key.isdecimal()}
    _, month, day = map(int, published.split("-"))
    return not {day, month} <= told
