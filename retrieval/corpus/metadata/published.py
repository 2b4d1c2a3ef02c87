"""Finds when an article came out: declared, stamped on its page, in its address or file name, else after its event."""

import datetime as dt
import re
from collections.abc import Iterator

from retrieval.corpus.cleaning import Reason
from retrieval.corpus.cleaning.lines import looks_like_name
from retrieval.corpus.cleaning.repeats import without_stamp
from retrieval.corpus.metadata.article import ArticleView
from retrieval.corpus.metadata.found import Days, Found, Method, Moment, evidence_of
from retrieval.text.dates import DateSpan, Precision, find_dates

_VIETNAM = dt.timezone(dt.timedelta(hours=7))
_FIRST_YEAR = 1900
_HEAD_PARAGRAPHS = 4
_STAMPED_WORDS = 12
_COMPACT_DATE = re.compile(
    r"(?<![0-9a-zA-Z])((?:19|20)\d\d)[-_/]?(0[1-9]|1[0-2])[-_/]?(0[1-9]|[12]\d|3[01])(?![0-9a-zA-Z])"
)
_URL_DATE = re.compile(r"(?<!\d)(20\d\d)[-_/]?(0[1-9]|1[0-2])[-_/]?(0[1-9]|[12]\d|3[01])(?:\d{0,9})(?=[-_/.]|$)")
_FIRST_OUT = re.compile(r"(?:ngày |thời gian )?(?:đăng|xuất bản)|published|posted", re.IGNORECASE)


def find_published(article: ArticleView, today: dt.date | None) -> Found[Moment] | None:
    """Return when the article says it was published, or None; dates after tomorrow are passed over.

    A declared day without a time takes that of a stamp of the same day.
    """
    stated = [found for found in _stated(article) if _is_possible(found.value.date, today)]
    if not stated:
        return None
    timed = (found for found in stated if found.value.date == stated[0].value.date and found.value.time)
    return next(timed, stated[0]) if stated[0].value.time is None else stated[0]


def published_on_event(event: Found[Days] | None, today: dt.date | None) -> Found[Moment] | None:
    """Return the day of the event as the earliest day of publication, for articles that state none."""
    if event is None or not _is_possible(event.value.end, today):
        return None
    return Found(Moment(event.value.end), Method.INFERRED_FROM_EVENT, event.evidence)


def _stated(article: ArticleView) -> Iterator[Found[Moment]]:
    declared = article.document.declared
    if declared.published and (moment := _moment_in(declared.published, bare=True)):
        yield Found(moment, Method.DECLARED, evidence_of(declared.published))
    stamps = [line for line in article.removed if line.reason is Reason.STAMP]
    stamps.sort(key=lambda line: not _FIRST_OUT.match(line.text))
    for line in stamps:
        if moment := _moment_in(line.text):
            yield Found(moment, Method.STAMP_LINE, evidence_of(line.text))
    repeated = [line.text for line in article.removed if line.reason is Reason.REPEATED]
    head = [text for text in article.paragraphs[:_HEAD_PARAGRAPHS] if text != article.lead]
    for text in (*repeated, *head):
        stamp = text[len(without_stamp(text)) :]
        if stamp and (moment := _moment_in(stamp)):
            method = Method.STAMP_LINE if looks_like_name(without_stamp(text)) else Method.TITLE_LINE
            yield Found(moment, method, evidence_of(stamp.strip()))
    for text in head:
        if len(text.split()) <= _STAMPED_WORDS and (moment := _moment_in(text)) and moment.time:
            yield Found(moment, Method.STAMP_LINE, evidence_of(text))
    if declared.url and (moment := _compact(_URL_DATE, declared.url)):
        yield Found(moment, Method.URL, evidence_of(declared.url))
    if article.document.line is None and (moment := _compact(_COMPACT_DATE, article.document.path)):
        yield Found(moment, Method.FILE_NAME, evidence_of(article.document.path))


def _moment_in(text: str, *, bare: bool = False) -> Moment | None:
    """Return the first whole date of the text with its time, both in Vietnam."""
    spans = find_dates(text, bare=bare)
    return next((_in_vietnam(span) for span in spans if span.precision is Precision.DAY and span.has_year), None)


def _in_vietnam(span: DateSpan) -> Moment | None:
    if span.start is None:
        return None
    if span.clock is None or span.clock.tzinfo is None:
        return Moment(span.start, span.clock)
    try:
        local = dt.datetime.combine(span.start, span.clock).astimezone(_VIETNAM)
    except OverflowError:
        return None
    return Moment(local.date(), local.time())


def _compact(pattern: re.Pattern[str], text: str) -> Moment | None:
    for match in pattern.finditer(text):
        try:
            return Moment(dt.date(*map(int, match.groups())))
        except ValueError:
            continue
    return None


def _is_possible(date: dt.date, today: dt.date | None) -> bool:
    return date.year >= _FIRST_YEAR and (today is None or date <= today + dt.timedelta(days=1))
