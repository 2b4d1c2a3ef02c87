"""Finds date expressions: tries the forms where a number or a month word stands, then asks whether to believe them.

Believing is the harder half. "12-3" is a date after "Sáng" and a score after "thắng"; "2020" is a year after "năm"
and a count before "người". A form that needs a cue and has none is given up, unless its neighbour has one.
"""

import calendar
import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from retrieval.text.dates.forms import MARKED, MONTH_NAMES, MONTH_WORDS, UNMARKED, Rules
from retrieval.text.dates.span import DateSpan, Precision
from retrieval.text.spelling import fold, is_bare

_CUE_REACH_CHARS = 40
_TWO_DIGIT_YEAR_PIVOT = 70
_FIRST_BARE_YEAR = 1900
_N_MONTHS = 12
_NOON_HOUR = 12
_HOURS_A_DAY = 24
_MONTHS_FORMS = frozenset(
    {
        "months",
        "first_months",
        "half",
        "quarter",
        "english_half",
        "english_quarter",
        "month",
        "english_month",
        "month_year",
    },
)
_NUMBERS = {fold(word): number for word, number in MONTH_WORDS.items()} | MONTH_WORDS
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4}
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


def find_dates(text: str, *, bare: bool = False) -> list[DateSpan]:
    """Return the date expressions of the text in reading order, never overlapping.

    A day and month without a year ("12-3") and a lone year ("2021") need a cue word before them ("ngày", "sáng",
    "năm") or a neighbour that has one ("các năm 2019 và 2020"). With ``bare`` they need none: for questions, and for
    fields that hold nothing but a date. A text without a single marked letter is read as Vietnamese typed without
    marks. Day comes before month; only where that is impossible is mm/dd read.

    Args:
        text: NFC text.
        bare: Whether to believe numbers without a cue.
    """
    rules = UNMARKED if is_bare(text) else MARKED
    found: list[DateSpan] = []
    for span, certain in _candidates(text, rules):
        is_recent = span.year is None or span.year >= _FIRST_BARE_YEAR
        if not (certain or (bare and is_recent) or (found and _linked(found[-1], span, text, rules))):
            continue
        found.append(_with_neighbour_year(found[-1], span, text, rules) if found else span)
        if len(found) > 1:
            found[-2] = _with_neighbour_year(found[-1], found[-2], text, rules)
    return found


def _candidates(text: str, rules: Rules) -> Iterator[tuple[DateSpan, bool]]:
    """Yield each readable span with whether its form or cue is enough to believe it."""
    position = 0
    while anchor := rules.anchor.search(text, position):
        position = anchor.end()
        for form, pattern in rules.forms:
            match = pattern.match(text, anchor.start())
            span = _read(form, match) if match else None
            if match is None or span is None:
                continue
            position = match.end()
            if rules.lunar.match(text, match.end()) or match.groupdict().get("more"):
                break
            if form == "year" and rules.counted.match(text, match.end()):
                break
            certain = _is_certain(form, match, span, rules)
            if span.precision is Precision.DAY:
                span = _with_clock(span, text, rules)
            yield span, certain
            break


def _is_certain(form: str, match: re.Match[str], span: DateSpan, rules: Rules) -> bool:
    before = match.string[max(0, match.start() - _CUE_REACH_CHARS) : match.start()]
    certain = True
    if not span.has_year and form in {"day_month", "days"}:
        certain = rules.day_cue.search(before) is not None
    elif form == "short_year":
        zero_padded = len(match["d"] + match["s"] + match["m"]) == len("dd/mm") and match["s"] == "/"
        certain = zero_padded or rules.day_cue.search(before) is not None
    elif form == "year":
        certain = rules.year_cue.search(before) is not None
    elif form == "month_year":
        certain = match["s"].strip() == "/" and not rules.no_month_year.search(before)
    elif not span.has_year and form in {"english_day", "english_month_day"}:
        certain = match["mon"][0].isupper()
    elif not span.has_year and form == "month":
        certain = match["m"][0].isdigit() or match["m"][0].isupper()
    return certain


def _read(form: str, match: re.Match[str]) -> DateSpan | None:
    """Return the span of a match, or None where its numbers are no date."""
    groups = {name: value for name, value in match.groupdict().items() if value is not None}
    year = next((int(groups[name]) for name in ("y", "y2", "y3") if name in groups), None)
    base = DateSpan(Precision.YEAR, match.start(), match.end(), year)
    if form == "year":
        return base
    if form in {"years", "decade"}:
        return _read_years(base, groups)
    if form in _MONTHS_FORMS:
        return _read_months(form, base, groups)
    if form == "short_year" and year is not None:
        base = replace(base, year=year + (2000 if year < _TWO_DIGIT_YEAR_PIVOT else 1900))
    return _read_day(form, base, groups)


def _read_day(form: str, base: DateSpan, groups: Mapping[str, str]) -> DateSpan | None:
    month = _month_number(groups)
    first, last = int(groups.get("d0", groups["d"])), int(groups.get("d2", groups["d"]))
    if form == "numeric" and month > _N_MONTHS >= first:
        month, first, last = first, month, month
    if not 1 <= month <= _N_MONTHS or first > last or (first == last and ("d0" in groups or "d2" in groups)):
        return None
    leap_safe = base.year if base.year is not None else 2000
    if not 1 <= first <= last <= calendar.monthrange(leap_safe, month)[1]:
        return None
    return replace(base, precision=Precision.DAY, month=month, day=first, last_month=month, last_day=last)


def _read_months(form: str, base: DateSpan, groups: Mapping[str, str]) -> DateSpan | None:
    if form in {"month", "english_month", "month_year"}:
        month = _month_number(groups)
        return replace(base, precision=Precision.MONTH, month=month, last_month=month)
    if form in {"quarter", "english_quarter"}:
        word = groups.get("q", groups.get("q2", "")).lower()
        quarter = _ROMAN.get(word) or _ORDINALS.get(word) or (int(word) if word.isdecimal() else 0)
        if not quarter:  # "quý İ": a letter that is an I in capitals only
            return None
        return replace(base, precision=Precision.QUARTER, month=3 * quarter - 2, last_month=3 * quarter)
    if form in {"months", "first_months"}:
        n_months = int(groups["n"]) if groups["n"].isdigit() else _NUMBERS[groups["n"].lower()]
        is_first = groups.get("side", "đầu").lower() in {"đầu", "dau"}
    else:
        n_months, is_first = 6, groups.get("n", groups.get("side", "")).lower() in {"1", "first", "đầu", "dau"}
    if not 1 <= n_months <= _N_MONTHS:
        return None
    precision = {1: Precision.MONTH, 3: Precision.QUARTER, 6: Precision.HALF}.get(n_months, Precision.MONTHS)
    if is_first:
        return replace(base, precision=precision, month=1, last_month=n_months)
    return replace(base, precision=precision, month=13 - n_months, last_month=12)


def _read_years(base: DateSpan, groups: Mapping[str, str]) -> DateSpan | None:
    decade = groups.get("dec", groups.get("dec2"))
    if decade:
        year = int(decade) if len(decade) > len("90") else 1900 + int(decade)
        return replace(base, precision=Precision.YEARS, year=year, n_years_on=9)
    first = groups.get("y", groups.get("y3", ""))
    last = groups.get("y2" if "y" in groups else "y4", "")
    n_years_on = int(first[: 4 - len(last)] + last) - int(first)
    if n_years_on < 1 or (n_years_on > 1 and (len(last) < len(first) or "y4" in groups)):
        return None
    return replace(base, precision=Precision.YEARS, year=int(first), n_years_on=n_years_on)


def _month_number(groups: Mapping[str, str]) -> int:
    if "mon" in groups:
        return next(i for i, name in enumerate(MONTH_NAMES, 1) if name.startswith(groups["mon"].lower()[:3]))
    return int(groups["m"]) if groups["m"].isdigit() else _NUMBERS[groups["m"].lower()]


def _with_clock(span: DateSpan, text: str, rules: Rules) -> DateSpan:
    match = rules.clock_after.match(text, span.text_end)
    if match is None:
        begin = max(0, span.text_start - _CUE_REACH_CHARS)
        match = rules.clock_before.search(text[begin : span.text_start])
    if match is None:
        return span
    hour, minute, half = int(match["h"]), int(match["min"] or 0), (match["half"] or "").lower()
    if half in {"pm", "ch"} and hour < _NOON_HOUR:
        hour += 12
    elif half in {"am", "sa"} and hour == _NOON_HOUR:
        hour = 0
    if hour >= _HOURS_A_DAY:
        return span
    return replace(span, clock=dt.time(hour, minute, tzinfo=_zone(match)))


def _zone(match: re.Match[str]) -> dt.timezone | None:
    if match["zone"] is None:
        return None
    if match["zone"] in "zZ":
        return dt.UTC
    minutes = int((match["zone_min"] or "0").lstrip(":"))
    offset = dt.timedelta(hours=abs(int(match["zone"])), minutes=minutes)
    if offset >= dt.timedelta(hours=_HOURS_A_DAY):
        return None
    return dt.timezone(-offset if match["zone"].startswith("-") else offset)


def _linked(before: DateSpan, span: DateSpan, text: str, rules: Rules) -> bool:
    """Return whether a cue carries over: "ngày 12-3 và 13-3", "các năm 2019 và 2020"."""
    if before.precision is not span.precision:
        return False
    return rules.between.fullmatch(text, before.text_end, span.text_start) is not None


def _with_neighbour_year(giver: DateSpan, span: DateSpan, text: str, rules: Rules) -> DateSpan:
    """Return the span with its neighbour's year where the two are joined: "từ 28-2 đến 3-3-2021"."""
    earlier, later = sorted((giver, span), key=lambda item: item.text_start)
    if span.has_year or giver.year is None or not _linked(earlier, later, text, rules):
        return span
    year = giver.year
    if (earlier.month, earlier.day) > (later.month, later.day):
        year += -1 if span is earlier else 1
    return span.in_year(year) or span
