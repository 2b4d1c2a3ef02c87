"""Terms, school years and seasons that are named by their years: "nhiệm kỳ 2010-2015", "the 2019-2020 school year".

They are editions whose number is their years: an article on the term of 2015-2020 says nothing of the one before. A
mere stretch of time ("giai đoạn 1981-1990") is none.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from retrieval.query.language import Language
from retrieval.query.names.asked_name import AskedName, NameKind

_MAX_YEARS = 10
_FIRST, _LAST = r"(?:18|19|20)\d\d", r"(?:(?:18|19|20)\d)?\d\d?(?![\d/-]|[.,]\d)"
_YEARS = rf"{_FIRST} ?[-–—/] ?{_LAST}"
_PARTS = re.compile(r"(\d{4})\D+(\d+)")
_DASHES = ("-", "–", "—", "/", " - ", " – ", "- ", " -")
# As in "nhiệm kỳ 5 năm (2020-2025)": some words, none of them years.
_BETWEEN = r"(?:,? (?!(?:18|19|20)\d\d)\w+){0,4}?,? ?\(?"


@dataclass(frozen=True, slots=True)
class _Named:
    """What is named by years: its head, and how it is found in Vietnamese and in English."""

    head: str
    vietnamese: re.Pattern[str]
    english: re.Pattern[str]


def _named(head: str, vietnamese: str, english: str) -> _Named:
    return _Named(
        head,
        re.compile(rf"(?<!\w)(?:{vietnamese}){_BETWEEN}(?P<behind>{_YEARS})", re.IGNORECASE),
        re.compile(
            rf"\b(?:(?:{english})(?: (?:of|for|in|from|office|the)){{0,3}} (?P<behind>{_YEARS})"
            rf"|(?P<before>{_YEARS})(?:[ -][\w.'’-]+){{0,2}}?[ -](?:{english})\b)",
            re.IGNORECASE,
        ),
    )


_NAMED = {
    named.head: named
    for named in (
        _named("nhiệm kỳ", "nhiệm kỳ|nhiệm kì|khóa|khoá", "terms?|tenures?"),
        _named("năm học", "năm học|niên khóa|niên khoá", "(?:school|academic) years?"),
        _named("mùa giải", "mùa giải|mùa bóng|mùa", "seasons?"),
        _named("niên vụ", "niên vụ|vụ", "(?:crop|harvest) (?:year|season)s?"),
    )
}


def find_named_years(text: str, language: Language) -> Iterator[AskedName]:
    """Yield what a question names by its years, with every way to write them; all firm. ``head`` says what it is."""
    for named in _NAMED.values():
        pattern = named.english if language is Language.ENGLISH else named.vietnamese
        for match in pattern.finditer(text):
            start, end = match.span("behind" if match["behind"] else "before")
            variants = tuple(_written(text[start:end]))
            if variants:
                yield AskedName(NameKind.EDITION, text[start:end], start, end, variants, is_firm=True, head=named.head)


def is_named_by_years(head: str) -> bool:
    """Return whether an edition with this head is named by its years."""
    return head in _NAMED


def names_years(small: str, head: str) -> bool:
    """Return whether a text in small letters names anything with this head by its years."""
    return _NAMED[head].vietnamese.search(small) is not None


def _written(years: str) -> Iterator[str]:
    """Yield the ways to write a stretch of years; none where the second does not follow the first."""
    parts = _PARTS.fullmatch(years)
    if parts is None:
        return
    first, last = parts.groups()
    end = first[: -len(last)] + last
    if int(first) < int(end) <= int(first) + _MAX_YEARS:
        for second in (end, end[2:]):
            yield from (f"{first}{dash}{second}" for dash in _DASHES)
