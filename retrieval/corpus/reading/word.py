"""Word documents (.docx): every paragraph and table in the order of the page.

python-docx opens the package and its properties; the body is walked here, since python-docx passes over inserted
(tracked) text, content controls and text boxes, and an article may lose no sentence.
"""

import io
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from retrieval.corpus.document import Declared
from retrieval.corpus.reading.parsed import Parsed, Unreadable, filled_in, join_paragraphs

if TYPE_CHECKING:
    from docx.opc.coreprops import CoreProperties
    from lxml.etree import _Element

MAX_UNPACKED_BYTES = 300 * 1024 * 1024
"""A document that unpacks to more is a zip bomb or a picture book; zipfile reads no more than it announces."""
_OLE_MAGIC = b"\xd0\xcf\x11\xe0"  # the container of .doc files and of encrypted .docx files
# The date in the empty document that python-docx starts from; it says nothing of the article.
_TEMPLATE_CREATED = datetime(2013, 12, 23, 23, 15, tzinfo=UTC)
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"  # the same again, for old Word
_DELETED = frozenset({f"{_W}del", f"{_W}moveFrom", _FALLBACK})
_NOT_IN_RUN = frozenset({f"{_W}txbxContent", f"{_W}pPr"})
_CHARACTERS = {f"{_W}tab": " ", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}


def read_word(data: bytes) -> Parsed:
    """Return the text with a blank line between paragraphs and table rows on lines of their own.

    Raises:
        Unreadable: not a Word document, encrypted, damaged, or far larger than its file.
    """
    from docx import Document

    if data.startswith(_OLE_MAGIC):
        raise Unreadable("is an old .doc file or has a password: save it as .docx without a password")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            n_unpacked_bytes = sum(entry.file_size for entry in archive.infolist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
        raise Unreadable("is damaged or no Word document: copy the file again or save it as .docx again") from error
    if n_unpacked_bytes > MAX_UNPACKED_BYTES:
        raise Unreadable(f"unpacks to more than {MAX_UNPACKED_BYTES >> 20} MB: save the text alone as a new .docx")
    document = Document(io.BytesIO(data))
    text = join_paragraphs(_blocks(document.element.body))
    return Parsed(text, _declared(document.core_properties))


def _declared(properties: "CoreProperties") -> Declared:
    """Return the properties that a person has filled in; the time of creation is UTC as Word writes it."""
    created = properties.created
    if created is not None and created.tzinfo is None:
        created = created.replace(tzinfo=UTC)
    return Declared(
        title=filled_in(properties.title),
        author=filled_in(properties.author),
        published=created.isoformat() if created and created != _TEMPLATE_CREATED else None,
    )


def _blocks(element: "_Element") -> Iterator[str]:
    """Yield the paragraphs and tables under the element; wrappers (content controls, insertions) are looked into."""
    for child in element:
        if child.tag == f"{_W}p":
            yield from _paragraph(child)
        elif child.tag == f"{_W}tbl":
            yield "\n".join(_rows(child))
        elif child.tag not in _DELETED:
            yield from _blocks(child)


def _paragraph(paragraph: "_Element") -> Iterator[str]:
    """Yield the text of a paragraph, then that of the text boxes anchored in it."""
    yield "".join(_run_texts(paragraph))
    for box in paragraph.iter(f"{_W}txbxContent"):
        nearest = next(box.iterancestors(f"{_W}p"), None)
        if nearest is paragraph and not any(above.tag in _DELETED for above in box.iterancestors()):
            yield from _blocks(box)


def _run_texts(element: "_Element") -> Iterator[str]:
    """Yield the pieces of text under the element, without text boxes and without what was deleted."""
    for child in element:
        if child.tag == f"{_W}t":
            yield child.text or ""
        elif child.tag in _CHARACTERS:
            yield _CHARACTERS[child.tag]
        elif child.tag not in _DELETED | _NOT_IN_RUN:
            yield from _run_texts(child)


def _rows(table: "_Element") -> Iterator[str]:
    """Yield each row of the table as one line, its cells parted by bars."""
    for row in table.iter(f"{_W}tr"):
        if next(row.iterancestors(f"{_W}tbl")) is not table:
            continue  # a row of a table within a cell: its cell has it
        cells = [" ".join(" ".join(_blocks(cell)).split()) for cell in row.iter(f"{_W}tc") if _row_of(cell) is row]
        if line := " | ".join(cell for cell in cells if cell):
            yield line


def _row_of(cell: "_Element") -> "_Element | None":
    return next(cell.iterancestors(f"{_W}tr"), None)
