"""Joins the lines of files that were broken at a fixed width (plain text of mail, some PDF), so sentences are whole.

Web text has one line a paragraph and is never touched: a file counts as wrapped only if no line in it is long. Only a
title may be broken in any file: PDF and Word set it large, over two or three lines.
"""

from collections.abc import Sequence
from itertools import pairwise

from retrieval.corpus.cleaning.lines import Line, head_and_tail, key_of

_MAX_WIDTH_CHARS = 130
_MIN_WIDTH_CHARS = 55
_FULL_SHARE = 0.7
_MIN_CONTINUED = 3
_TITLE_WORDS = 4
_TITLE_LINES = 4
_ENDS_TITLE = (".", ":", ";", "!", "?", "…")
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


def join_title(lines: Sequence[Line], title: str | None, *, is_paged: bool) -> list[Line]:
    """Return the lines with a broken title whole; ``title`` is the key of the declared one.

    Without it, the first line above the prose that could be a title takes those under it that go on in lower case:
    directly below, or, in a file of pages (PDF, Word), where each line stands by itself, also across a blank line.
    """
    head, tail = head_and_tail(lines)
    if title:
        begin, end = _declared_run(lines[:head], title)
    else:
        begin = next((index for index, line in enumerate(lines[:head]) if line.n_words >= _TITLE_WORDS), head)
        end = begin + 1
        while tail and end < head and _goes_on(lines[end - 1], lines[end], 2 if is_paged else 1):
            end += 1
    if end > head or end == begin + 1:
        return list(lines)
    whole = Line(lines[begin].number, " ".join(line.text for line in lines[begin:end]))
    return [*lines[:begin], whole, *lines[end:]]


def _declared_run(head: Sequence[Line], title: str) -> tuple[int, int]:
    """Return the index range of the lines that make up the title together; (0, 1) where none do."""
    for begin, first in enumerate(head):
        if title.startswith(first.key) and first.key != title:
            for end in range(begin + 2, min(begin + _TITLE_LINES, len(head)) + 1):
                if key_of(" ".join(line.text for line in head[begin:end])) == title:
                    return begin, end
    return 0, 1


def _goes_on(first: Line, second: Line, max_lines_down: int) -> bool:
    is_below = second.number <= first.number + max_lines_down
    return is_below and second.text[0].islower() and not first.text.endswith(_ENDS_TITLE)
