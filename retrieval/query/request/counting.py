"""How many things a question asks for, and a text says there are: "ba", "3" and "03" are one number."""

from collections.abc import Mapping

from retrieval.text.numerals import CARDINALS, ENGLISH_CARDINALS
from retrieval.text.spelling import fold

_MOST = 30  # things that an article names one by one
_NUMBERS: Mapping[str, int] = {
    word: number for words in (CARDINALS, ENGLISH_CARDINALS) for number, word in enumerate(words, 1)
}
_BARE_NUMBERS: Mapping[str, int] = {fold(word): number for number, word in enumerate(CARDINALS, 1)}


def counted(key: str, *, is_folded: bool = False) -> int | None:
    """Return the number that a token in small letters says; None for none, and for more things than one names.

    ``is_folded`` says that its marks are missing: "bay" is then seven.
    """
    if key.isdecimal():
        return int(key) if int(key) <= _MOST else None
    return _BARE_NUMBERS.get(key) if is_folded else _NUMBERS.get(key)
