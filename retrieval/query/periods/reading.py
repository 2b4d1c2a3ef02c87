"""Reads the dates of a question as stretches of days: joined ranges, thirds of a year, open ends.

Stands between the finder of single dates, which serves articles too, and the roles that the periods play. What is said
only in questions is read here: "the March conference", "từ tháng 3 đến tháng 5/2021", "giữa năm 2018", "sau năm 1975".
"""

import re
from dataclasses import dataclass, replace

from retrieval.query.language import Language
from retrieval.query.periods.period import Bound, MonthDay, NamedDays
from retrieval.text.dates import DateSpan, Precision, find_dates
from retrieval.text.dates.forms import MONTH_NAMES
from retrieval.text.spelling import fold, is_bare

_REACH_CHARS = 40
_THIRDS = {"first": (1, 4), "middle": (5, 8), "last": (9, 12)}
_PARTS = {
    "đầu": "first", "dau": "first", "early": "first", "beginning": "first", "start": "first",
    "giữa": "middle", "giua": "middle", "mid": "middle", "middle": "middle",
    "cuối": "last", "cuoi": "last", "late": "last", "end": "last", "year-end": "last",
}  # fmt: skip
# All patterns below but the two of parts read folded text: small letters without marks, equally long.
_PART = re.compile(
    r"(?<!\w)(?<!giá )(?<!gia )(?<!xang )(?<!mo )(?P<part>đầu|dau|giữa|giua|cuối|cuoi) (?:của |cua )?(?:(?:năm|nam) )?$"
    r"|(?<!\w)(?P<english>early|mid|late|beginning|start|middle|year-end|end)(?:[- ]| of )(?:the year )?(?:in )?$",
    re.IGNORECASE,
)
_PART_AFTER = re.compile(r"[ -](?P<part>mid|end)-?(?: of )?[ -]?year(?!\w)")
_JOINT = re.compile(
    r"\s*(?:cho den|den het|den|toi|to|until|till|through|[-–—])\s*"
    r"(?:(?:het|cuoi|dau|ngay|nam|thang|sang|chieu|the|end of)\s+)*"
)
_BETWEEN = re.compile(r"(?<!\w)(?:between|giua)(?: (?:nam|ngay|thang|the|early|late))* $")
_BETWEEN_JOINT = re.compile(r"\s*(?:and|va)\s+(?:(?:nam|ngay|thang|early|late)\s+)*")
_MONTHS_JOINT = re.compile(r"\s*(?:to|until|till|through|and|or|,|[-–—])\s*(?:(?:in|early|mid|late)\s+)*")
_FROM = re.compile(r"(?<!\w)(?:tu|ke tu|from)(?: (?:nam|ngay|thang|dau|cuoi|giua|early|late|the))* $")
# "Đầu tư", "thứ tư" without their marks are no "từ".
_BOUNDS = (
    (
        Bound.BEFORE,
        re.compile(
            r"(?<!\w)(?:trước|truoc|before|prior to)(?: (?:năm|nam|ngày|ngay|tháng|thang|the))* $", re.IGNORECASE
        ),
    ),
    (
        Bound.AFTER,
        re.compile(r"(?<!\w)(?<!về )(?:sau|after)(?: (?:năm|nam|ngày|ngay|tháng|thang|the))* $", re.IGNORECASE),
    ),
    (
        Bound.SINCE,
        re.compile(
            r"(?<!\w)(?:kể từ|ke tu|từ|(?<!dau )(?<!thu )(?<!vat )(?<!dien )(?<!tam )(?<!tri )(?<!giao )tu|since)"
            r"(?: (?:sau|năm|nam|ngày|ngay|tháng|thang))* $|(?<!\w)from(?: year)? $",
            re.IGNORECASE,
        ),
    ),
)
# A day and month without year and cue is believed after these; else it is a score, a share or "24/7".
_DAY_CUE = re.compile(
    r"(?<!\w)(?:ngay|hom|(?:rang )?sang|trua|chieu|toi|dem|mung|mong|nay|qua|tu|den|truoc|sau|vao|hoi|luc|dip|thu \w+"
    r"|chu nhat|hop|dien ra|to chuc|hoi nghi|hoi thao|toa dam|giao ban|hoi thi|le|so ket|tong ket|on|from|until|before"
    r"|after|since|\w+day|conference|meeting),? \(?$"
)
_DOCUMENT_NUMBER = re.compile(
    r"(?<!\w)(?:so|nghi dinh|thong tu|luat|quyet dinh|nghi quyet|chi thi|cong van|quy dinh|ket luan|ty le|ti le|decree"
    r"|circular|resolution|decision|directive|no\.?) $"
)
# "Hơn 1950 học sinh", "from 2000 communes" are counts.
_COUNT_BEFORE = re.compile(
    r"(?<!\w)(?:hon|gan|khoang|tong so|trong so|tat ca|them|over|about|nearly|some|around|than|all) $"
)
_COUNTED_AFTER = re.compile(r" [a-z]+s(?!\w)")
_COUNT_FROM = re.compile(r"(?<!\w)(?:from|of|with) $")
# "ngày tháng năm nào" asks for a date: its "tháng năm" is not May.
_ASKED_DATE = re.compile(r"(?<!\w)ngay[, ]+$")
_ASKED_MONTH = re.compile(r" (?:nao|gi|sinh|may)(?!\w)")
_LONE_MONTH = re.compile(rf"(?<![\w-])(?P<month>{'|'.join(MONTH_NAMES)})(?![\w'’])", re.IGNORECASE)
_LONE_MONTH_CUE = re.compile(
    r"(?<!\w)(?:in|during|of|this|last|next|the|since|until|by|before|after|between|and|from|to|for|early|mid|late)"
    r"[ -]$"
)
# Women's and men's names, and words of other meanings.
_NAMES_TOO = frozenset({"march", "april", "may", "june", "august"})
_WORDS_TOO = frozenset({"march", "may", "august"})
_WORD_MONTH_CUE = re.compile(r"(?<!\w)(?:in|during|last|next|since|early|mid|late)[ -]$")


@dataclass(frozen=True, slots=True)
class Stretch(NamedDays):
    """Days whose role is not known yet; ``is_range`` says that two dates were joined."""

    is_range: bool = False


def read_stretches(text: str, language: Language) -> list[Stretch]:
    """Return the stretches of a question whose relative dates are written out, in order, never overlapping."""
    folded = fold(text)
    stretches: list[Stretch] = []
    for span in asked_dates(text, language):
        stretch = _with_part(_of_span(span), text, folded)
        joined = _joined(stretches[-1], stretch, span, folded) if stretches else None
        if joined:
            stretches[-1] = joined
        else:
            stretches.append(stretch)
    return [_bounded(stretch, text) for stretch in stretches]


def asked_dates(text: str, language: Language) -> list[DateSpan]:
    """Return the single dates of a question whose relative dates are written out, in order, never overlapping.

    Of an English question these are also months alone ("the March conference"). What is all of a text is believed to
    be a date: "12/3", "May".
    """
    folded = fold(text)
    return [
        span
        for span in _spans(text, folded, language)
        if (span.text_start, span.text_end) == (0, len(text)) or _is_believable(span, folded)
    ]


def _spans(text: str, folded: str, language: Language) -> list[DateSpan]:
    """Return the dates as typed with marks, those typed without in a marked text, and English months alone."""
    spans = find_dates(text, bare=True)
    if not is_bare(text):
        masked = "".join(char if plain == char.lower() else "_" for char, plain in zip(text, folded, strict=True))
        spans += find_dates(masked, bare=True)
    if language is Language.ENGLISH:
        spans += _lone_months(text, folded)
    spans.sort(key=lambda span: (span.text_start, -span.text_end))
    kept: list[DateSpan] = []
    for span in spans:
        if kept and span.text_start < kept[-1].text_end:
            continue
        if kept and not kept[-1].has_year and kept[-1].precision is span.precision is Precision.MONTH:
            kept[-1] = _with_year_of(span, kept[-1], folded)
        kept.append(span)
    return kept


def _with_year_of(later: DateSpan, month: DateSpan, folded: str) -> DateSpan:
    """Return a month with the year of the month it is joined to: "between March and May 2021"."""
    if later.year is None or not _MONTHS_JOINT.fullmatch(folded, month.text_end, later.text_start):
        return month
    return month.in_year(later.year - (month.month > later.month)) or month


def _lone_months(text: str, folded: str) -> list[DateSpan]:
    found = []
    for match in _LONE_MONTH.finditer(text):
        name = match["month"].lower()
        before = folded[max(0, match.start() - _REACH_CHARS) : match.start()]
        is_capital, is_unsure = match["month"][0].isupper(), name in _NAMES_TOO
        cue = _LONE_MONTH_CUE if is_capital or name not in _WORDS_TOO else _WORD_MONTH_CUE
        if (is_capital and not is_unsure) or match.group() == text or cue.search(before):
            number = MONTH_NAMES.index(name) + 1
            found.append(DateSpan(Precision.MONTH, *match.span(), None, month=number, last_month=number))
    return found


def _is_believable(span: DateSpan, folded: str) -> bool:
    typed = folded[span.text_start : span.text_end]
    before = folded[max(0, span.text_start - _REACH_CHARS) : span.text_start]
    if span.precision is Precision.MONTH and _DOCUMENT_NUMBER.search(before) and typed[0].isdigit():
        return False
    if span.precision is Precision.YEAR and _COUNT_BEFORE.search(before):
        return False
    if span.precision is Precision.YEAR and _COUNT_FROM.search(before) and _COUNTED_AFTER.match(folded, span.text_end):
        return False
    if typed == "thang nam":
        return not (_ASKED_DATE.search(before) or _ASKED_MONTH.match(folded, span.text_end))
    if span.precision is Precision.DAY and not span.has_year and len(typed) <= len("12 - 12") and typed[-1].isdigit():
        return any(char.isalpha() for char in typed) or _DAY_CUE.search(before) is not None
    return True


def _of_span(span: DateSpan) -> Stretch:
    stretch = Stretch(span.precision, span.text_start, span.text_end, span.start, span.end)
    if span.has_year:
        return stretch
    leap = span.in_year(2000)
    if leap is None or leap.start is None or leap.end is None:
        return stretch
    ends = (MonthDay(leap.start.month, leap.start.day), MonthDay(leap.end.month, leap.end.day))
    return replace(stretch, yearly=ends)


def _with_part(stretch: Stretch, text: str, folded: str) -> Stretch:
    """Return a year narrowed to the third of it that the words beside it name: "giữa năm 2018", "2018 mid-year"."""
    if stretch.precision is not Precision.YEAR or stretch.first is None:
        return stretch
    year = stretch.first.year
    begin = max(0, stretch.text_start - _REACH_CHARS)
    before = _PART.search(text[begin : stretch.text_start])
    after = _PART_AFTER.match(folded, stretch.text_end)
    if before:
        part = _PARTS[(before["part"] or before["english"]).lower()]
        stretch = replace(stretch, text_start=begin + before.start())
    elif after:
        part = _PARTS[after["part"]]
        stretch = replace(stretch, text_end=after.end())
    else:
        return stretch
    first_month, last_month = _THIRDS[part]
    months = DateSpan(Precision.MONTHS, 0, 0, year, month=first_month, last_month=last_month)
    return replace(stretch, precision=Precision.MONTHS, first=months.start, last=months.end, is_rough=True)


def _joined(left: Stretch, right: Stretch, span: DateSpan, folded: str) -> Stretch | None:
    """Return one range of two dates that are its ends ("từ … đến …", "between … and …"), or None."""
    before = folded[max(0, left.text_start - _REACH_CHARS) : left.text_start]
    is_joint = _JOINT.fullmatch(folded, left.text_end, right.text_start)
    if not is_joint:
        is_joint = _BETWEEN.search(before) and _BETWEEN_JOINT.fullmatch(folded, left.text_end, right.text_start)
    if left.is_range or not is_joint:
        return None
    if left.last and right.yearly:  # "từ đầu năm 2026 đến hết tháng 9"
        completed = span.in_year(left.last.year)
        right = replace(right, first=completed.start, last=completed.end, yearly=None) if completed else right
    same_kind = left.precision is right.precision
    if (left.yearly is None) != (right.yearly is None) or not (same_kind or _FROM.search(before)):
        return None
    if left.first and right.last and left.first > right.last:
        return None
    precision = {Precision.YEAR: Precision.YEARS, Precision.DAY: Precision.DAY}.get(left.precision, Precision.MONTHS)
    return replace(
        left,
        precision=precision if same_kind else Precision.MONTHS,
        text_end=right.text_end,
        last=right.last,
        yearly=(left.yearly[0], right.yearly[1]) if left.yearly and right.yearly else None,
        is_rough=False,
        is_range=True,
    )


def _bounded(stretch: Stretch, text: str) -> Stretch:
    """Return a single date with the bound before it: "trước năm 1975", "since 2010"; a range has its own ends."""
    is_run = stretch.is_range or stretch.precision is Precision.YEARS
    if stretch.first is None or is_run or (stretch.precision is Precision.DAY and stretch.first != stretch.last):
        return stretch
    before = text[max(0, stretch.text_start - _REACH_CHARS) : stretch.text_start]
    for bound, cue in _BOUNDS:
        if cue.search(before):
            return replace(stretch, bound=bound)
    return stretch
