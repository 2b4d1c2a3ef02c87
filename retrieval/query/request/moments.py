"""What a question says of the time it asks for: of the first or the second round, over or still to come."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from retrieval.query.request.reading import QuestionReading
from retrieval.query.request.wording import Spellings, both
from retrieval.text.numerals import ENGLISH_RANKS, RANKS
from retrieval.text.spelling import fold


class Edge(StrEnum):
    """Which end of a period is asked for, or by when something is to be done."""

    START = "start"
    END = "end"
    DEADLINE = "deadline"


@dataclass(frozen=True, slots=True)
class Ordinal:
    """One of several that are numbered: ``noun`` is what is, in small letters; empty where English does not tell."""

    noun: str
    number: int


@dataclass(frozen=True, slots=True)
class Moment:
    """What is said of the time: which of several, its beginning or end; ``is_past`` whether it is over or to come."""

    ordinal: Ordinal | None = None
    edge: Edge | None = None
    is_past: bool | None = None


NO_MOMENT = Moment()
_NOUNS = "lần|đợt|vòng|kỳ|kì|khóa|khoá|giai đoạn|hiệp|trận|tập|phiên|chặng|mùa|ca|mũi|bước|lượt|ngày thi"
_NUMBERS = "|".join(("nhì", "bốn", *RANKS))
_VALUES = {word: n for words in (RANKS, ENGLISH_RANKS) for n, word in enumerate(words, 1)}
_VALUES |= {"đầu": 1, "nhì": 2, "bốn": 4}
_VALUES |= {fold(word): value for word, value in _VALUES.items()}
_SOURCE = rf"(?P<noun>{_NOUNS})(?: thứ (?P<word>{_NUMBERS})| (?:thứ )?(?P<figure>\d{{1,2}})| (?P<first>đầu)(?: tiên)?)"
_ORDINAL = both(_SOURCE)
_IN_TEXT = re.compile(rf"(?<!\w){_SOURCE}(?!\w|[-/.]\d)", re.IGNORECASE)
_EN_ORDINAL = both(
    r"(?P<word>first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|(?P<figure>\d{1,2})(?:st|nd|rd|th))"
    r" (?:\w+ ){0,2}?(?:rounds?|time|phase|stage|batch|leg|session|match|wave|dose|shot|consultation|meeting|attempt)"
)
# Without marks "da" may be "đá", and "vua" a king.
_PAST = Spellings(both("đã|xong|vừa|rồi").marked, both("xong|roi").bare)
_AHEAD = both(
    "sẽ|dự kiến|phải|trước (?:ngày|tháng|khi|lúc) (?:nào|mấy)|hạn chót|hạn cuối|thời hạn|chậm nhất|sắp tới"
    r"|(?:bao giờ|khi nào|lúc nào) (?:thì|mới)|bao lâu nữa"
)
_EN_PAST = both("did|was|were|had")
_EN_AHEAD = both("will|scheduled|planned|expected|due|deadline|latest")
_ASKED_TIME = "(?:ngày|tháng|năm|hôm|giờ|lúc|khi|bao giờ)"
_STARTS = both(rf"(?:kể )?từ {_ASKED_TIME}|bắt đầu")
_ENDS = both(rf"(?:đến|tới|hết|đến hết) {_ASKED_TIME}(?! nay)|kết thúc|hết hạn|hết hiệu lực")
_DEADLINES = both(
    rf"trước {_ASKED_TIME} (?:nào|mấy|bao nhiêu)|trước (?:bao giờ|khi nào|lúc nào|mấy giờ)|chậm nhất|hạn chót|hạn cuối"
)
_EN_DEADLINES = both("by when|by (?:what|which)|before (?:what|which|when)|deadline|no later than|at the latest")
_EN_STARTS = both("since when|start|starts|started|begin|begins|began|from when")
_EN_ENDS = both("until when|until what|end|ends|ended|expire|expires|until")
_BEFORE_EDGE = {
    Edge.START: re.compile(
        r"(?<!\w)(?:từ|kể từ|bắt đầu|bắt đầu từ|bắt đầu vào)(?: (?:ngày|tháng|năm))? ?$", re.IGNORECASE
    ),
    Edge.END: re.compile(
        r"(?<!\w)(?:đến|tới|hết|đến hết|kết thúc|kết thúc vào|trước)(?: (?:ngày|tháng|năm))? ?$|\d ?[-–] ?$",
        re.IGNORECASE,
    ),
    Edge.DEADLINE: re.compile(
        r"(?<!\w)(?:trước|chậm nhất|muộn nhất|hạn chót|hạn cuối|hạn)(?: (?:là|vào|đến|ngày|tháng|năm|hết))* ?$",
        re.IGNORECASE,
    ),
}
# Of a part of a sentence: what it tells is still to come, or a deadline.
_TELLS_AHEAD = re.compile(
    r"(?<!\w)(?:sẽ|dự kiến|phấn đấu|chậm nhất|hạn chót|hạn cuối|thời hạn|sắp tới|kế hoạch)(?!\w)", re.IGNORECASE
)


def asked_moment(reading: QuestionReading) -> Moment:
    """Return what a question says of the time that it asks for."""
    is_past = None
    if reading.says(_AHEAD, _EN_AHEAD):
        is_past = False
    elif reading.says(_PAST, _EN_PAST):
        is_past = True
    edge = None
    if reading.says(_DEADLINES, _EN_DEADLINES):
        edge = Edge.DEADLINE
    elif reading.says(_ENDS, _EN_ENDS):
        edge = Edge.END
    elif reading.says(_STARTS, _EN_STARTS):
        edge = Edge.START
    return Moment(ordinal=_asked_ordinal(reading), edge=edge, is_past=is_past)


def ordinals(text: str) -> Iterator[tuple[Ordinal, int]]:
    """Yield what is numbered in an article's text, and the code point of it at which each stands."""
    for found in _IN_TEXT.finditer(text):
        yield _ordinal(found, found["noun"]), found.start()


def is_edge(edge: Edge, text: str) -> bool:
    """Return whether the words before a time say that a period begins with it, or ends."""
    return _BEFORE_EDGE[edge].search(text) is not None


def is_ahead(text: str) -> bool:
    """Return whether a part of a sentence tells of what is still to come."""
    return _TELLS_AHEAD.search(text) is not None


def _asked_ordinal(reading: QuestionReading) -> Ordinal | None:
    text, is_folded = next(reading.spelled)
    if reading.is_english:
        found = _EN_ORDINAL.marked.search(text)
        return None if found is None else Ordinal("", _value(found["figure"] or found["word"]))
    found = _ORDINAL.spelled(is_folded).search(text)
    return None if found is None else _ordinal(found, found["noun"])


def _ordinal(found: re.Match[str], noun: str) -> Ordinal:
    return Ordinal(fold(noun.lower()), _value(found["figure"] or found["word"] or found["first"]))


def _value(number: str) -> int:
    # Letters of other alphabets that pass for Vietnamese ones in capitals ("HAİ") say no number.
    return int(number) if number.isdigit() else _VALUES.get(number.lower(), 0)
