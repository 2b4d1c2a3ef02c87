"""Editions of what is held again and again, as "giải ... lần thứ 7", "khóa XIII", "the 9th congress".

The articles on two editions are alike in all but the number, so the number decides: an article that numbers its
edition otherwise is about another one. Numbers are written in figures, in Roman numerals or in words.
"""

import re
from collections.abc import Iterator

from retrieval.query.language import Language
from retrieval.query.names.asked_name import AskedName, NameKind
from retrieval.text.numerals import CARDINALS, ENGLISH_RANKS, RANKS

_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_MAX_NUMBER = 39
_LAST_WEEKDAY = 7  # "thứ 7" is Saturday
_EVENTS = (
    r"(?:giải|đại hội|liên hoan|hội thi|hội diễn|hội sách|hội chợ|lễ hội|festival|hội khỏe|hội thao|cuộc thi|kỳ thi"
    r"|sea games|asiad|olympic|triển lãm|diễn đàn|cuộc vận động|tuần lễ|ngày hội|hội báo)"
)
_ASKED = re.compile(
    rf"(?<!\w){_EVENTS}(?: [^\W\d_]+){{0,8}}? "
    rf"(?P<named>lần(?: thứ)? (?!(?<!thứ )năm\b)(?P<number>\d{{1,2}}|[ivx]+|{'|'.join(CARDINALS)}|nhất|tư))"
    r"(?![\w%/]|[.,]\d)"
)
_ENGLISH_EVENTS = r"(?:awards?|congress|festival|games|championships?|contest|competition|exhibition|fair|prize)"
_ENGLISH_ASKED = re.compile(
    rf"\b(?P<named>(?P<number>\d{{1,2}}(?=st|nd|rd|th)|{'|'.join(ENGLISH_RANKS)})(?:st|nd|rd|th)?)"
    r"(?! (?:prizes?|places?)\b)"  # of one contest
    rf"(?:[ -][\w'’-]+){{0,4}}? {_ENGLISH_EVENTS}\b",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"(?<!\w)lần thứ (?:\d{1,2}|[ivx]+|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười)(?!\w)")


def find_editions(text: str, language: Language) -> Iterator[AskedName]:
    """Yield the editions that a question asks of, with every way to write their number; all firm."""
    pattern = _ENGLISH_ASKED if language is Language.ENGLISH else _ASKED
    for match in pattern.finditer(text.lower()):
        number = _value(match["number"])
        if not 1 <= number <= _MAX_NUMBER:
            continue
        start, end = match.span("named")
        yield AskedName(NameKind.EDITION, text[start:end], start, end, tuple(_written(number)), is_firm=True)


def numbers_an_edition(small: str) -> bool:
    """Return whether a text in small letters says of anything which edition it is."""
    return _NUMBERED.search(small) is not None


def _value(number: str) -> int:
    """Return a number in figures, Roman numerals or words; 0 where it is none."""
    if number.isdecimal():
        return int(number)
    for words in (CARDINALS, RANKS, ENGLISH_RANKS):
        if number in words:
            return words.index(number) + 1
    return next((value for value in range(1, _MAX_NUMBER + 1) if _roman(value) == number), 0)


def _written(number: int) -> Iterator[str]:
    forms = [str(number), f"{number:02d}", _roman(number)]
    if number <= len(CARDINALS):
        forms += [CARDINALS[number - 1], RANKS[number - 1]]
    for form in dict.fromkeys(forms):
        yield from (f"lần thứ {form}", f"lần {form}", f"khóa {form}")
    yield from (f"thứ {_roman(number)}", f"đại hội {_roman(number)}")
    if number > _LAST_WEEKDAY:
        yield f"thứ {number}"


def _roman(number: int) -> str:
    numeral = ""
    for value, letters in _ROMAN:
        while number >= value:
            numeral += letters
            number -= value
    return numeral
