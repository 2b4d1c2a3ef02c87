"""How many things a question asks for, and a text says there are: "ba", "3" and "03" are one number."""

from collections.abc import Mapping

from retrieval.text.spelling import fold

_WORDS = ("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười")
_ENGLISH = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_MOST = 30  # things that an article names one by one
_NUMBERS: Mapping[str, int] = {word: number for words in (_WORDS, _ENGLISH) for number, word in enumerate(words, 1)}
_BARE_NUMBERS: Mapping[str, int] = {fold(word): number for number, word in enumerate(_WORDS, 1)}


def counted(key: str, *, is_folded: bool = False) -> int | None:
    """Return the number that a token in small letters says; None for none, and for more things than one names.

    ``is_folded`` says that its marks are missing: "bay" is then seven.
    """
    if key.isdecimal():
        return int(key) if int(key) <= _MOST else None
    return _BARE_NUMBERS.get(key) if is_folded else _NUMBERS.get(key)
