"""PDF files: lines put together again into paragraphs, from where they stand on the page.

pypdf reads the text. pypdfium2 5.15 was measured beside it on 28 files of Vietnamese text (fpdf2, reportlab, typst,
WeasyPrint; one and two columns; NFC and NFD): every word alike, and the paragraphs alike once the positions of the
lines are used. pypdf is five to fifteen times slower (some 50 ms a page at worst) but pure Python: a broken file
cannot bring down the process, nor can two threads.
"""

import io
import logging
import re
import statistics
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from retrieval.corpus.document import Declared
from retrieval.corpus.reading.parsed import Parsed, Unreadable, filled_in, join_paragraphs
from retrieval.text.normal import normalise

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

_END_MARK = b"%%EOF"
_END_WITHIN_BYTES = 4096
_PARAGRAPH_GAP = 1.25
"""A drop to the next line of more than this many times the usual one parts two paragraphs."""
_SAME_BLOCK_GAP = 2.0
_INDENT_POINTS = 6.0
_MAX_INDENT_POINTS = 60.0
_FULL_LINE_SHARE = 0.85
"""A line that could have taken the next word within this share of the usual width ends its paragraph."""
_BULLET = re.compile(r"[•▪●○■◦‣–—*+-]\s")
# A hyphen put in by the typesetter: between two lower-case ASCII pieces. Vietnamese syllables are never parted.
_PARTED_WORD = re.compile(r"[a-z]{2,}-$")
_KEPT_TOGETHER = re.compile(r"\S[-/]$")  # "Kết luận số 21-KL/" + "TW", "25-10-" + "2021"
_REST_OF_WORD = re.compile(r"[a-z]{2,}")


class _Line(NamedTuple):
    """One line of a page; left and baseline are in points, from the left and the bottom edge."""

    text: str
    left: float
    baseline: float


def read_pdf(data: bytes) -> Parsed:
    """Return the text of all pages by paragraph, and the title and the author from the document's properties.

    Raises:
        Unreadable: the file is encrypted, cut short, damaged, or holds pictures only.
    """
    from pypdf import PdfReader

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    if not data.lstrip()[:1024].count(b"%PDF-"):
        raise Unreadable("is not a PDF although its name says so: give it its right suffix")
    if _END_MARK not in data[-_END_WITHIN_BYTES:]:
        raise Unreadable("is cut short, its end is missing: copy or download the file again")
    reader = PdfReader(io.BytesIO(data))
    if reader.is_encrypted and not _opens_without_password(reader):
        raise Unreadable("is encrypted: save a copy without a password")
    pages = [_lines(page) for page in reader.pages]
    text = join_paragraphs(_paragraphs(pages))
    if not text:
        raise Unreadable("holds no text, only pictures of pages perhaps: run text recognition (OCR) over it first")
    about = reader.metadata
    return Parsed(text, Declared(title=filled_in(about.title), author=filled_in(about.author)) if about else Declared())


def _opens_without_password(reader: "PdfReader") -> bool:
    """Whether the file is only protected against changes, so that an empty password opens it."""
    from pypdf import PasswordType
    from pypdf.errors import DependencyError

    try:
        return reader.decrypt("") is not PasswordType.NOT_DECRYPTED
    except DependencyError:  # AES, without the optional package cryptography
        return False


def _lines(page: "PageObject") -> list[_Line]:
    """Return the lines of a page in reading order, each with the place where it begins."""
    lines: list[_Line] = []
    pieces: list[_Line] = []

    def end_line() -> None:
        if text := normalise("".join(piece.text for piece in pieces)).strip():
            lines.append(_Line(text, pieces[0].left, pieces[0].baseline))
        pieces.clear()

    def visit(text: str, user: Sequence[float], matrix: Sequence[float], _font: object, _size: float) -> None:
        left = matrix[4] * user[0] + user[4]
        baseline = matrix[5] * user[3] + user[5]
        first, *others = text.split("\n")
        for index, part in enumerate((first, *others)):
            if index:
                end_line()
            if part.strip() or pieces:
                pieces.append(_Line(part, left, baseline))

    page.extract_text(visitor_text=visit)
    end_line()
    return lines


def _paragraphs(pages: Sequence[Sequence[_Line]]) -> list[str]:
    """Return the paragraphs; one may run on over a page or a column break."""
    paragraphs: list[str] = []
    previous: _Line | None = None
    previous_width = 0
    for lines in pages:
        drops = [upper.baseline - lower.baseline for upper, lower in pairwise(lines) if upper.baseline > lower.baseline]
        usual_drop = statistics.median(drops) if drops else 0.0
        width = _usual_width(lines)
        for index, line in enumerate(lines):
            drop = previous.baseline - line.baseline if previous and index else 0.0
            if (
                previous is None
                or drop > _PARAGRAPH_GAP * usual_drop
                or _is_indented(line, previous, drop, usual_drop)
                or _ends_short(previous, line, previous_width)
                or _BULLET.match(line.text)
            ):
                paragraphs.append(line.text)
            else:
                paragraphs[-1] = _joined(paragraphs[-1], line.text)
            previous, previous_width = line, width
    return paragraphs


def _usual_width(lines: Sequence[_Line]) -> int:
    """Return the width of a full line in characters: nine lines in ten are no longer."""
    lengths = sorted(len(line.text) for line in lines)
    return lengths[int(0.9 * len(lengths))] if lengths else 0


def _is_indented(line: _Line, previous: _Line, drop: float, usual_drop: float) -> bool:
    """Whether the line begins further right than the one above it, in the same column."""
    indent = line.left - previous.left
    return _INDENT_POINTS < indent < _MAX_INDENT_POINTS and 0 < drop < _SAME_BLOCK_GAP * usual_drop


def _ends_short(previous: _Line, line: _Line, width: int) -> bool:
    """Whether the next word would have fitted on the previous line, so that its end was meant."""
    next_word = line.text.split(maxsplit=1)[0]
    return len(previous.text) + 1 + len(next_word) < _FULL_LINE_SHARE * width


def _joined(paragraph: str, line: str) -> str:
    """Return the paragraph with one more line, a word parted at the line end made whole."""
    if _PARTED_WORD.search(paragraph) and _REST_OF_WORD.match(line):
        return paragraph[:-1] + line
    if _KEPT_TOGETHER.search(paragraph):
        return paragraph + line
    return f"{paragraph} {line}"
