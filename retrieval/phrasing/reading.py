"""One text, a sentence or a passage, analysed once for the checks: words, names, dates, and how they hang together."""

from collections.abc import Iterator
from dataclasses import dataclass

from retrieval.text.dates import DateSpan, find_dates
from retrieval.text.normal import single_spaced
from retrieval.text.tokens import Token, folded, tokenise


@dataclass(frozen=True, slots=True)
class Reading:
    """A text on one line with its tokens; all tuples but ``dates`` run parallel to ``words``.

    ``words`` are in small letters with marks, ``bare`` without. ``joined`` says that only a space or a hyphen stands
    between a token and the next one, ``capital`` that it begins with a capital, ``dated`` that it is part of a date.
    """

    text: str
    words: tuple[str, ...]
    bare: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    capital: tuple[bool, ...]
    joined: tuple[bool, ...]
    dated: tuple[bool, ...]
    dates: tuple[DateSpan, ...]

    def places(self, words: tuple[str, ...], *, bare: bool = False) -> Iterator[int]:
        """Yield where these words stand in a row; with ``bare`` they are compared without marks."""
        row = self.bare if bare else self.words
        n = len(words)
        for place, word in enumerate(row):
            if word == words[0] and row[place : place + n] == words:
                yield place

    def has(self, words: tuple[str, ...]) -> bool:
        """Return whether these words, with marks, stand in a row."""
        return next(self.places(words), None) is not None

    def after(self, place: int) -> str:
        """Return the sign that stands right behind a token, without the space between, or ""."""
        return self.text[self.ends[place] :].lstrip()[:1]


def read(text: str) -> Reading:
    """Return the reading of any text."""
    line = single_spaced(text)
    tokens = tokenise(line)
    dates = tuple(find_dates(line))
    words = [token.text for token in tokens]
    return Reading(
        text=line,
        words=tuple(words),
        bare=tuple(folded(words)),
        starts=tuple(token.start for token in tokens),
        ends=tuple(token.end for token in tokens),
        capital=tuple(line[token.start].isupper() for token in tokens),
        joined=tuple(_joined(line, tokens)),
        dated=tuple(any(date.text_start <= token.start < date.text_end for date in dates) for token in tokens),
        dates=dates,
    )


def _joined(line: str, tokens: list[Token]) -> Iterator[bool]:
    for place, token in enumerate(tokens):
        yield place + 1 < len(tokens) and line[token.end : tokens[place + 1].start] in {" ", "-"}
