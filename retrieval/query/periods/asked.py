"""Puts together what a question says about time: relative dates written out, dates read, roles told, recency found."""

import datetime as dt
import re
from collections.abc import Sequence

from retrieval.query.language import Language
from retrieval.query.periods.period import AskedPeriods, Order, Period, Recency
from retrieval.query.periods.reading import Stretch, read_stretches
from retrieval.query.periods.relative import WrittenOut, write_out
from retrieval.query.periods.roles import RoleRead, roles_of
from retrieval.text.dates.forms import unmarked

_TIMED = "lần|năm|tháng|tuần|ngày|kỳ|kì|khóa|cuộc|buổi|phiên|hội nghị|hội thảo|đại hội|cuộc họp|bài|tin|số|đợt|vụ|trận"
# "Ga gần nhất" and "quán gần đây" are near in space; news speaks of time, so the former needs a noun of time.
_NEWEST = (
    r"mới nhất|mới đây(?: nhất)?|gần đây(?: nhất)?|vừa qua|vừa rồi|vừa mới"
    r"|(?<!xuất )(?<!thể )(?<!thực )(?<!phát )(?<!tái )hiện (?:nay|tại|giờ)"
    rf"|(?:{_TIMED})(?: \w+){{0,4}} (?P<near>gần nhất)"
    r"|latest|newest|most recent(?:ly)?|recent(?:ly)?|currently|current|nowadays|right now"
    r"|last(?= (?:\w+ ){0,3}(?:conference|meeting|session|summit|congress|election|match|game|article|report)(?!\w))"
)
# Only of articles themselves: "the first president", "bài báo đầu tiên của Einstein" are no wish for an old article.
_ARTICLES = "bài báo|bài viết|bài|tin bài|tin tức|tin|thông tin"
_OLDEST = (
    rf"(?:{_ARTICLES}) (?:cũ nhất|sớm nhất)"
    r"|(?:oldest|earliest) (?:\w+ )?(?:articles?|news|reports?|stor(?:y|ies))"
)
_RECENCIES = tuple(
    (order, re.compile(rf"(?<!\w)(?:{source})(?!\w)", re.IGNORECASE))
    for order, marked in ((Order.OLDEST, _OLDEST), (Order.NEWEST, _NEWEST))
    for source in (marked, unmarked(marked))
)


def asked_periods(question: str, language: Language, today: dt.date) -> AskedPeriods:
    """Return the periods that a question names, with their roles, and whether it wants the newest or the oldest.

    A question that asks for a date ("ngày nào", "when") has no period unless it names one. Questions typed without
    marks give the same as those with them.

    Args:
        question: NFC text, as typed; offsets of the result are its code points.
        language: The question's language.
        today: The day that "năm ngoái" and "yesterday" are counted from.
    """
    written = write_out(question, today)
    stretches = read_stretches(written.text, language)
    readings = roles_of(stretches, written.text) if stretches else []
    periods = tuple(_period(stretch, read, written) for stretch, read in zip(stretches, readings, strict=True))
    return AskedPeriods(periods, asked_recency(question, [(period.text_start, period.text_end) for period in periods]))


def _period(stretch: Stretch, read: RoleRead, written: WrittenOut) -> Period:
    text_start, text_end, is_relative = written.typed(stretch.text_start, stretch.text_end)
    return Period(
        role=read.role,
        binds=read.binds,
        precision=stretch.precision,
        text_start=text_start,
        text_end=text_end,
        first=stretch.first,
        last=stretch.last,
        yearly=stretch.yearly,
        bound=stretch.bound,
        is_rough=stretch.is_rough,
        is_relative=is_relative,
    )


def asked_recency(question: str, taken: Sequence[tuple[int, int]]) -> Recency | None:
    """Return the wish for newest or oldest outside the code points ``taken``: "tuần vừa qua" is a period, no wish."""
    for order, pattern in _RECENCIES:
        for match in pattern.finditer(question):
            if not any(match.start() < end and start < match.end() for start, end in taken):
                group = "near" if match.groupdict().get("near") else 0
                return Recency(order, match.start(group), match.end(group))
    return None
