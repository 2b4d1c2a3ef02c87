"""Puts the steps of cleaning in order: furniture first, so that what remains can be compared for repeats."""

from dataclasses import dataclass

from retrieval.corpus.cleaning.furniture import mark_furniture
from retrieval.corpus.cleaning.lines import Line, RemovedLine, key_of, split_lines
from retrieval.corpus.cleaning.repeats import mark_repeats
from retrieval.corpus.cleaning.wrapping import join_title, unwrap
from retrieval.corpus.document import Document, DocumentFormat
from retrieval.text.normal import normalise

_PAGED = (DocumentFormat.PDF, DocumentFormat.DOCX)


@dataclass(frozen=True, slots=True)
class CleanedText:
    """The article's own text: NFC paragraphs with single spaces, joined by a blank line; and what was left out.

    ``text`` is empty where the document holds nothing but page furniture. ``removed`` is in document order.
    """

    text: str
    removed: tuple[RemovedLine, ...]


def clean(document: Document) -> CleanedText:
    """Return the article without the page around it; cleaning the result again changes nothing."""
    title = document.declared.title
    title_key = key_of(title) if title else None
    removed: list[RemovedLine] = []
    lines = _stripped(split_lines(normalise(document.text)), title_key, removed)
    joined = join_title(unwrap(lines), title_key, is_paged=document.format in _PAGED)
    if len(joined) != len(lines):
        lines = _stripped(joined, title_key, removed)
    removed.sort(key=lambda item: item.line_number)
    return CleanedText("\n\n".join(line.text for line in lines), tuple(removed))


def _stripped(lines: list[Line], title_key: str | None, removed: list[RemovedLine]) -> list[Line]:
    """Return the lines that stay, once no step takes another; add the others to ``removed``."""
    while True:
        mark_furniture(lines, title_key)
        halves = mark_repeats(lines)
        taken = [RemovedLine(line.number, line.text, line.reason) for line in lines if line.reason]
        removed.extend(halves)
        removed.extend(taken)
        lines = [line for line in lines if not line.reason]
        if not halves and not taken:
            return lines
