"""Joins the lines of files that were broken at a fixed width (plain text of mail, some PDF), so sentences are whole.

Web text has one line a paragraph and is never touched: a file counts as wrapped only if no line in it is long.
"""

from collections.abc import Sequence
from itertools import pairwise

from retrieval.corpus.cleaning.lines import Line

_MAX_WIDTH_CHARS = 130
_MIN_WIDTH_CHARS = 55
_FULL_SHARE = 0.7
_MIN_CONTINUED = 3
_LIST_MARKS = ("- ", "+ ", "* ", "• ", "– ", "|", ">", "#")


def unwrap(lines: Sequence[Line]) -> list[Line]:
    """Return the lines with wrapped paragraphs joined; neighbours by number, not across a blank or removed line."""
    width = max((len(line.text) for line in lines), default=0)
    if not _MIN_WIDTH_CHARS <= width <= _MAX_WIDTH_CHARS:
        return list(lines)
    pairs = list(pairwise(lines))
    n_continued = sum(_runs_on(first, second, width) and second.text[0].islower() for first, second in pairs)
    n_joined = sum(_runs_on(first, second, width) for first, second in pairs)
    if n_continued < _MIN_CONTINUED or 2 * n_continued < n_joined:
        return list(lines)
    joined: list[Line] = []
    previous: Line | None = None
    for line in lines:
        if previous is not None and _runs_on(previous, line, width):
            joined[-1] = Line(joined[-1].number, f"{joined[-1].text} {line.text}")
        else:
            joined.append(line)
        previous = line
    return joined


def _runs_on(first: Line, second: Line, width: int) -> bool:
    """Return whether the second line can continue the first: directly below it, and the first is filled."""
    adjacent = second.number == first.number + 1
    return adjacent and len(first.text) >= _FULL_SHARE * width and not second.text.startswith(_LIST_MARKS)
