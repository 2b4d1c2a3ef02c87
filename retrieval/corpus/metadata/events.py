"""Finds when the reported thing happened, and the years it looks back on.

News leaves the year out ("Sáng 12-3"). It is completed from the day of publication; without one, from what the text
itself gives away: a conference that reviews 2021 and launches 2022 on a 13 January is held in 2022.
"""

import datetime as dt
import re
from collections import Counter

from retrieval.corpus.metadata.article import ArticleView
from retrieval.corpus.metadata.found import Days, Found, Method, Moment, evidence_of
from retrieval.text.dates import DateSpan, Precision, find_dates

_LEAD_SENTENCES = 2
_REFERENCE_CHARS = 60
_CONTEXT_CHARS = 25
_NEXT_WORDS_CHARS = 40
_REVIEW_CHARS = 120
_OPENING_CHARS = 80
_SPRING_LAST_MONTH = 6
_AUTUMN_FIRST_MONTH = 10
_HALF_FIRST_MONTH = 5
_RECENT_DAYS = 14
# "Kết luận hội nghị sáng 12-3" concludes; only "Kết luận số 21-KL/TW", "Quyết định của Bộ ngày …" are documents.
_REFERENCE = re.compile(
    r"(?<!\w)(?:(?:số )?\d+[-/]\S*[A-ZĐ]{2}|(?i:số \d|nghị quyết|chỉ thị|kế hoạch|thông tư|(?<!pháp )luật|nghị định"
    r"|công văn|sinh|born|(?:quyết định|kết luận|quy định|thông báo)(?= (?:của|ngày|ban hành|được)(?!\w))))"
    r"[^.;]*$"
)
_LIFE = re.compile(r"\s*[-–—]\s*(?:\d|[^\W\d]+ \d|\?|nay)")  # "(12-8-1887 – 4-1-1961)"
_LIFE_END = re.compile(r"[\d?]\s*[-–—]\s*(?:ngày )?$")
_AHEAD = re.compile(r"[,)]?\s*(?:tới|sắp tới|tới đây|này sẽ|, sẽ|sẽ|next)(?!\w)", re.IGNORECASE)
_PLANNED = re.compile(r"(?:dự kiến|sẽ|trước|hạn|đến hết)[^.;]*$", re.IGNORECASE)
_RELATIVE = re.compile(
    r"(?P<day>(?:rạng )?sáng|trưa|chiều|tối|đêm|hôm|ngày) (?P<which>nay|qua)(?!\w)|(?P<english>today|yesterday)(?!\w)",
    re.IGNORECASE,
)
_REVIEW = re.compile(
    r"(?<!\w)(?:tổng kết|sơ kết|nhìn lại|đánh giá (?:công tác|kết quả|tình hình|hoạt động|việc thực hiện)"
    r"|review(?:s|ed|ing)?|sum(?:s|med)? up)(?!\w)",
    re.IGNORECASE,
)
_LAUNCH = re.compile(
    r"(?<!\w)(?:triển khai|phương hướng|nhiệm vụ|kế hoạch|bàn|đề ra|launch(?:es|ed)?|plan(?:s|ned)?)(?!\w)",
    re.IGNORECASE,
)


def find_event(article: ArticleView, title: Found[str] | None, published: Found[Moment] | None) -> Found[Days] | None:
    """Return the day or days of the event that the lead dates, or None where it gives no date.

    News opens with the day; a day far into a sentence is background, unless the article came out just after it.
    """
    for sentence in article.lead_sentences(_LEAD_SENTENCES):
        for span in find_dates(sentence):
            if _could_date_event(span, sentence, published):
                return _completed(span, sentence, article, title, published)
        relative = _RELATIVE.search(sentence)
        if relative and published:
            is_past = (relative["which"] or relative["english"]).lower() in {"qua", "yesterday"}
            date = published.value.date - dt.timedelta(days=int(is_past))
            return Found(Days(date, date), Method.INFERRED_FROM_PUBLICATION, relative[0])
    return None


def find_reviewed_years(article: ArticleView, title: Found[str] | None, event: Found[Days] | None) -> tuple[int, ...]:
    """Return the years under review in title and lead ("tổng kết … năm 2020" gives 2020), ascending."""
    years: set[int] = set()
    for sentence in (title.value if title else "", *article.lead_sentences(_LEAD_SENTENCES)):
        years |= _reviewed_in(sentence, event.value.start.year if event else None)
    return tuple(sorted(years))


def _could_date_event(span: DateSpan, sentence: str, published: Found[Moment] | None) -> bool:
    """Return whether a date is neither that of a document or a birth nor background."""
    if span.precision is not Precision.DAY:
        return False
    is_news = span.text_start <= _OPENING_CHARS or (
        published is not None
        and (span.end is None or dt.timedelta() <= published.value.date - span.end <= dt.timedelta(_RECENT_DAYS))
    )
    before = sentence[max(0, span.text_start - _REFERENCE_CHARS) : span.text_start]
    is_life = _LIFE.match(sentence, span.text_end) or _LIFE_END.search(before)
    return is_news and not is_life and not _REFERENCE.search(before)


def _completed(
    span: DateSpan,
    sentence: str,
    article: ArticleView,
    title: Found[str] | None,
    published: Found[Moment] | None,
) -> Found[Days] | None:
    begin, end = max(0, span.text_start - _CONTEXT_CHARS), span.text_end + _CONTEXT_CHARS
    evidence = evidence_of(sentence[begin:end].strip())
    if span.start and span.end:
        return Found(Days(span.start, span.end), Method.LEAD, evidence)
    if published:
        ahead = _AHEAD.match(sentence, span.text_end) is not None
        year = _year_by_publication(span, published.value.date, is_ahead=ahead)
        method = Method.INFERRED_FROM_PUBLICATION
    else:
        year = _year_by_review(span, article, title) or _year_by_dates(span, article) or _year_by_mentions(article)
        method = Method.INFERRED_FROM_TEXT
    dated = span.in_year(year) if year else None
    return Found(Days(dated.start, dated.end), method, evidence) if dated and dated.start and dated.end else None


def _year_by_publication(span: DateSpan, published: dt.date, *, is_ahead: bool) -> int | None:
    """Return the year of the nearest such day not after publication; for an announced event, not before it."""
    years = (published.year, published.year + 1) if is_ahead else (published.year, published.year - 1)
    for year in years:
        dated = span.in_year(year)
        if dated and dated.start and (dated.start >= published if is_ahead else dated.start <= published):
            return year
    return None


def _year_by_review(span: DateSpan, article: ArticleView, title: Found[str] | None) -> int | None:
    """Return the year from what is reviewed and launched.

    A year is reviewed in its last months or in the first half of the next; its first half, from May on.
    """
    for sentence in (*article.lead_sentences(_LEAD_SENTENCES), title.value if title else ""):
        match = _REVIEW.search(sentence)
        if not match:
            continue
        for period in find_dates(sentence[match.end() :]):
            if period.year is None or period.precision not in {Precision.YEAR, Precision.HALF}:
                continue
            if period.precision is Precision.HALF:
                return period.year if span.month >= _HALF_FIRST_MONTH else period.year + 1
            if span.month <= _SPRING_LAST_MONTH:
                return period.year + 1
            return period.year if span.month >= _AUTUMN_FIRST_MONTH else None
    return None


def _year_by_dates(span: DateSpan, article: ArticleView) -> int | None:
    """Return the year that brings the day nearest to the latest whole date of the text that is not a plan."""
    latest: dt.date | None = None
    for text in article.paragraphs:
        for other in find_dates(text):
            if other.precision is not Precision.DAY or other.start is None:
                continue
            is_plan = _PLANNED.search(text[max(0, other.text_start - _NEXT_WORDS_CHARS) : other.text_start])
            if not is_plan and (latest is None or other.start > latest):
                latest = other.start
    if latest is None:
        return None
    distances = {
        abs((dated.start - latest).days): year
        for year in (latest.year - 1, latest.year, latest.year + 1)
        if (dated := span.in_year(year)) and dated.start
    }
    return distances[min(distances)] if distances else None


def _year_by_mentions(article: ArticleView) -> int | None:
    """Return the year that the article speaks of most, if one stands out."""
    years = Counter(
        span.year
        for text in article.paragraphs
        for span in find_dates(text)
        if span.year and span.precision is not Precision.YEARS
    ).most_common(2)
    if not years or (len(years) > 1 and years[0][1] == years[1][1]):
        return None
    return years[0][0]


def _reviewed_in(sentence: str, event_year: int | None) -> set[int]:
    years: set[int] = set()
    for match in _REVIEW.finditer(sentence):
        launch = _LAUNCH.search(sentence, match.end() + 1)
        spans = find_dates(sentence)
        end = launch.start() if launch and any(match.end() < s.text_start < launch.start() for s in spans) else None
        for span in spans:
            if not match.end() <= span.text_start <= min(end or len(sentence), match.end() + _REVIEW_CHARS):
                continue
            if span.precision in {Precision.DAY, Precision.YEARS}:
                continue
            later = next((other.year for other in spans if other.text_start > span.text_start and other.year), None)
            year = span.year or later or event_year
            if year:
                years.add(year)
            break
    return years
