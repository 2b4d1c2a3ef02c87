"""Judges lines by their place: menus above the article, buttons beside other furniture, imprint and links below it.

Each step may only take lines that no earlier step has taken, and asks for more than one sign before it takes a line
that could stand in an article: a kicker, a heading, a team's name in a table.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from retrieval.corpus.cleaning.lines import Line, Reason, head_and_tail
from retrieval.corpus.cleaning.patterns import (
    CONTACT,
    RELATED_HEADING,
    STAMP,
    STAMP_LABEL,
    has_whole_day,
    is_imprint,
    publisher_of_imprint,
    reason_anywhere,
)
from retrieval.corpus.cleaning.phrases import BUTTONS, SECTIONS, is_menu_line
from retrieval.corpus.newspapers import publisher_named
from retrieval.text.spelling import is_bare

_MENU_ITEM_WORDS = 8
_MENU_SECTIONS = 3
_MARKER_LINES = 3
_FOREIGN_MARKER_LINES = 4
_MIN_HEADLINE_WORDS = 5
_HEADLINE_WORDS = 30
_STAMP_WORDS = 14
_STAMP_REACH_LINES = 6
_IMPRINT_WORDS = 45
_BUTTON_WORDS = 5
_SHORT_END = re.compile(r"[.!?…:;,]$")


def mark_furniture(lines: Sequence[Line], title: str | None) -> None:
    """Set the reason of every line that is page furniture; ``title`` is the declared title's key, which stays."""
    for line in lines:
        line.reason = reason_anywhere(line)
    _mark_stamps(lines)
    _mark_imprint(lines)
    _mark_masthead(lines, title)
    _mark_interleaved_menu(lines, title)
    _mark_menus(lines, title)
    _mark_related(lines)
    _mark_buttons(lines, title)


def _mark_stamps(lines: Sequence[Line]) -> None:
    """Take lines that hold only a date and time: labelled ones, or a single one near the start or the end.

    So is the name of a newspaper with a date. Several unlabelled ones are the headings of a time line, or a list.
    """
    unlabelled: list[int] = []
    dated_publishers: list[int] = []
    for index, line in enumerate(lines):
        if line.reason or line.n_words > _STAMP_WORDS or not any(map(str.isdigit, line.text)):
            continue
        if not STAMP.fullmatch(line.text):
            if publisher_of_imprint(line.text):
                dated_publishers.append(index)
        elif STAMP_LABEL.match(line.text):
            line.reason = Reason.STAMP
        elif has_whole_day(line.text):
            unlabelled.append(index)
    for found in (unlabelled, dated_publishers):
        if len(found) == 1:
            head, tail = head_and_tail(lines)
            if found[0] < max(head, _STAMP_REACH_LINES) or found[0] >= tail:
                lines[found[0]].reason = Reason.STAMP


def _mark_imprint(lines: Sequence[Line]) -> None:
    """Take copyright, licence, masthead and cookie lines before the first or after the last prose of the article."""
    candidates = [line for line in lines if not line.reason and line.n_words <= _IMPRINT_WORDS and is_imprint(line)]
    if not candidates:
        return
    for line in candidates:
        line.reason = Reason.FOOTER
    head, tail = head_and_tail(lines)
    for line in lines[head:tail]:
        if line.reason is Reason.FOOTER:
            line.reason = None
    if any(line.reason is Reason.FOOTER for line in lines[tail:]):
        for line in lines[tail:]:
            if not line.reason and CONTACT.match(line.text):
                line.reason = Reason.FOOTER


def _mark_masthead(lines: Sequence[Line], title: str | None) -> None:
    """Take the name of the newspaper or portal that stands alone above or below the article; several are a list."""
    if not any(line.is_prose for line in lines):
        return
    for begin, end in _edges(lines):
        named = [line for line in lines[begin:end] if not line.reason and publisher_named(line.text)]
        if len({line.key for line in named} - {title}) == 1:
            for line in named:
                line.reason = Reason.FOOTER if line.key != title else None


def _mark_interleaved_menu(lines: Sequence[Line], title: str | None) -> None:
    """Take items that alternate with one repeated line ("item / Skip portlet / item / Skip portlet")."""
    for begin, end in _edges(lines):
        counts = Counter(line.key for line in lines[begin:end] if line.reason is Reason.INTERFACE)
        markers = {key for key, count in counts.items() if count >= _MARKER_LINES}
        if not markers and begin == 0 and end < len(lines):
            markers = _foreign_marker(lines[:end], lines[end])
        item_side = 1 if lines[begin:end] and lines[begin].key not in markers else -1
        for index in range(begin, end):
            line, beside = lines[index], index + item_side
            is_item = begin <= beside < end and lines[beside].key in markers and _could_be_item(line, title)
            if not line.reason and (is_item or line.key in markers):
                line.reason = Reason.NAVIGATION


def _foreign_marker(head: Sequence[Line], prose: Line) -> set[str]:
    """Return the unmarked line that alternates with others from the first line on, above prose with marks.

    A table alternates too, but in the language of its article.
    """
    for first in (0, 1):
        markers = [line.key for line in head[first::2]]
        n_markers = next((n for n, key in enumerate(markers) if key != markers[0]), len(markers))
        if n_markers < _FOREIGN_MARKER_LINES or not any(map(str.isalpha, markers[0])):
            continue
        items = {line.key for line in head[1 - first : 2 * n_markers : 2]}
        if len(items) >= n_markers - 1 and is_bare(markers[0]) and not is_bare(prose.text):
            return {markers[0]}
    return set()


def _mark_menus(lines: Sequence[Line], title: str | None) -> None:
    """Take menus on one line, and runs of short lines from the first to the last section name if most are such names.

    A run under a line that ends in a colon is a list of the article.
    """
    for begin, end in _edges(lines):
        for line in lines[begin:end]:
            if not line.reason and is_menu_line(line.text):
                line.reason = Reason.NAVIGATION
        for run_begin, run_end in _runs(lines, begin, end, title):
            if run_begin and lines[run_begin - 1].text.endswith(":"):
                continue
            open_lines = [line for line in lines[run_begin:run_end] if not line.reason]
            named = [index for index, line in enumerate(open_lines) if line.text.casefold() in SECTIONS]
            if len(named) < _MENU_SECTIONS or 2 * len(named) < named[-1] - named[0] + 1:
                continue
            for line in open_lines[named[0] : named[-1] + 1]:
                line.reason = Reason.NAVIGATION


def _mark_related(lines: Sequence[Line]) -> None:
    """Take headings over links and, where nothing but headlines follows to the end, those too."""
    for index, line in enumerate(lines):
        if line.reason not in {None, Reason.RELATED} or not RELATED_HEADING.fullmatch(line.text):
            continue
        line.reason = Reason.RELATED
        following = [other for other in lines[index + 1 :] if not other.reason]
        if any(other.n_words > _HEADLINE_WORDS or other.text.endswith(".") for other in following):
            continue
        for before, other in zip((line, *following), following, strict=False):
            if other.n_words >= _MIN_HEADLINE_WORDS and not other.is_name and not before.is_name:
                other.reason = Reason.RELATED


def _mark_buttons(lines: Sequence[Line], title: str | None) -> None:
    """Take button words at the edges of the page and those that touch other furniture."""
    head, tail = head_and_tail(lines)
    for order in (range(len(lines)), range(len(lines) - 1, -1, -1)):
        touched = False
        for index in order:
            line = lines[index]
            is_word = (
                not line.reason
                and line.n_words <= _BUTTON_WORDS
                and line.key in BUTTONS
                and line.key != title
                and not line.text.endswith(":")
            )
            if is_word and (touched or (tail and not head <= index < tail)):
                line.reason = Reason.INTERFACE
            touched = line.reason in {Reason.INTERFACE, Reason.TEMPLATE}


def _edges(lines: Sequence[Line]) -> list[tuple[int, int]]:
    """Return the index ranges of the head and the tail; one range where there is no prose."""
    head, tail = head_and_tail(lines)
    return [(0, head)] if tail == 0 else [(0, head), (tail, len(lines))]


def _runs(lines: Sequence[Line], begin: int, end: int, title: str | None) -> Iterator[tuple[int, int]]:
    """Yield the index ranges of unbroken runs of lines that could be menu items or are furniture already."""
    run_begin = begin
    for index in range(begin, end):
        if not (lines[index].reason or _could_be_item(lines[index], title)):
            yield run_begin, index
            run_begin = index + 1
    yield run_begin, end


def _could_be_item(line: Line, title: str | None) -> bool:
    return line.n_words <= _MENU_ITEM_WORDS and not _SHORT_END.search(line.text) and line.key != title
