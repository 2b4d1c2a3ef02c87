"""Writes out what is counted from today, so that one reader reads all dates: "tháng 3 năm ngoái" → "tháng 3 năm 2025".

The written text is read in place of the question; offsets lead back to what was typed.
"""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from retrieval.query.periods.relative_rules import ANY, RULES


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch that was written out: [start, end) of the written text stands for [typed_start, typed_end)."""

    start: int
    end: int
    typed_start: int
    typed_end: int


@dataclass(frozen=True, slots=True)
class WrittenOut:
    """A question with its relative dates written out."""

    text: str
    pieces: tuple[Piece, ...]

    def typed(self, start: int, end: int) -> tuple[int, int, bool]:
        """Return where [start, end) of the written text stands in the question, and whether it was counted from today.

        A span that meets a written-out stretch covers all that was typed for it.
        """
        met = [piece for piece in self.pieces if piece.start < end and start < piece.end]
        first, last = self._typed_at(start), self._typed_at(end)
        if met:
            first, last = min(first, met[0].typed_start), max(last, met[-1].typed_end)
        return first, last, bool(met)

    def _typed_at(self, position: int) -> int:
        shift = 0
        for piece in self.pieces:
            if position <= piece.start:
                break
            if position < piece.end:
                return piece.typed_start
            shift = piece.typed_end - piece.end
        return position + shift


def write_out(question: str, today: dt.date) -> WrittenOut:
    """Return the question with each date that is counted from ``today`` written in full."""
    parts: list[str] = []
    pieces: list[Piece] = []
    typed_end = length = 0
    for match, written in _expressions(question, today):
        if match.start() < typed_end:
            continue
        kept = question[typed_end : match.start()]
        parts += [kept, written]
        start = length + len(kept)
        length = start + len(written)
        pieces.append(Piece(start, length, *match.span()))
        typed_end = match.end()
    return WrittenOut("".join([*parts, question[typed_end:]]), tuple(pieces))


def _expressions(question: str, today: dt.date) -> Iterator[tuple[re.Match[str], str]]:
    """Yield the expressions with what is written for them, in order; of those that begin together the longest first."""
    if ANY.search(question) is None:
        return
    found = chain.from_iterable(((match, rule[1]) for match in rule[0].finditer(question)) for rule in RULES)
    for match, write in sorted(found, key=lambda item: (item[0].start(), -item[0].end())):
        written = write(match, today)
        if written:
            yield match, written
