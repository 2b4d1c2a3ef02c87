"""How the patterns of half questions are written: once, with marks, and matched with them or without, or half and half.

A marked letter of a pattern matches itself and its bare letter. So "còn năm 2023", "con nam 2023" and "con năm 2023"
are one wording, while "đầu" is never taken for "đâu": another mark is another word.
"""

import re

from retrieval.text.spelling import fold, is_bare, one_tone_style


def tolerant(source: str) -> str:
    """Return the pattern with each marked letter allowed to be bare; it may not stand inside brackets already."""
    return "".join(char if is_bare(char) else f"[{char}{fold(char)}]" for char in one_tone_style(source))


def words(source: str) -> re.Pattern[str]:
    """Return the alternatives of a pattern as whole words, in any case."""
    return re.compile(rf"(?<!\w)(?:{tolerant(source)})(?!\w)", re.IGNORECASE)


def at_start(source: str) -> re.Pattern[str]:
    """Return the alternatives as the words that a text begins with, and the space behind them."""
    return re.compile(rf"(?:{tolerant(source)})(?!\w) *", re.IGNORECASE)


def at_end(source: str) -> re.Pattern[str]:
    """Return the alternatives as the words that a text ends with, and the space before them."""
    return re.compile(rf"(?:^| +)(?:{tolerant(source)})$", re.IGNORECASE)


def whole(source: str) -> re.Pattern[str]:
    """Return the alternatives as all that a text says."""
    return re.compile(rf"(?:{tolerant(source)})\Z", re.IGNORECASE)


class Wording:
    """Whole words of questions that are whole: matched with their marks, and without only where none were typed.

    Matched with and without, "là" would stop at the name "La Mã". With ``is_small`` capitals don't match either.
    """

    def __init__(self, source: str, *, is_small: bool = False) -> None:
        """Take the alternatives of a pattern."""
        flags = re.NOFLAG if is_small else re.IGNORECASE
        self._marked = re.compile(rf"(?<!\w)(?:{one_tone_style(source)})(?!\w)", flags)
        self._bare = re.compile(rf"(?<!\w)(?:{tolerant(source)})(?!\w)", flags)

    def search(self, text: str, start: int = 0) -> re.Match[str] | None:
        """Return the first match from ``start`` on, or None."""
        return (self._bare if is_bare(text) else self._marked).search(text, start)

    def match(self, text: str) -> re.Match[str] | None:
        """Return the match at the start, or None."""
        return (self._bare if is_bare(text) else self._marked).match(text)
