"""Finds what an article says of itself: title, newspaper, author, and its dates, each with how it was found.

Event date, publication date and the year under review are three different things: a conference of January 2022 may
review 2021, and the paper may print the report a day later. A reader who is shown an inferred value must be able to
see that it is inferred, so nothing here is a bare value; and nothing is better than nonsense.
"""

import datetime as dt

from retrieval.corpus.cleaning import CleanedText
from retrieval.corpus.document import Document
from retrieval.corpus.metadata.article import ArticleView
from retrieval.corpus.metadata.author import find_author
from retrieval.corpus.metadata.events import find_event, find_reviewed_years
from retrieval.corpus.metadata.found import Days, Found, Metadata, Method, Moment
from retrieval.corpus.metadata.published import find_published, published_on_event
from retrieval.corpus.metadata.source import find_source
from retrieval.corpus.metadata.title import find_title

__all__ = ["Days", "Found", "Metadata", "Method", "Moment", "extract_metadata"]


def extract_metadata(document: Document, cleaned: CleanedText, *, today: dt.date | None = None) -> Metadata:
    """Return title, source, author, publication, event and years under review; None for what cannot be found.

    Args:
        document: The article as read; its declared fields win where they make sense.
        cleaned: The result of cleaning that document.
        today: A publication date later than the day after this is taken for a mistake; without it none is.
    """
    article = ArticleView.of(document, cleaned)
    title = find_title(article)
    stated = find_published(article, today)
    event = find_event(article, title, stated)
    source, author = find_source(article), find_author(article)
    is_news = source is not None or author is not None  # and not a passage of an encyclopaedia
    return Metadata(
        title=title,
        source=source,
        author=author,
        published=stated or (published_on_event(event, today) if is_news else None),
        event=event,
        reviewed_years=find_reviewed_years(article, title, event),
    )
