"""Makes article files for the tests of reading, and reads them the way the index does."""

import io
import unicodedata
from collections.abc import Sequence
from pathlib import Path

from retrieval.corpus.document import Document, ReadFailure
from retrieval.corpus.reading import read_corpus

_TONES = "\u0300\u0301\u0303\u0309\u0323"


def write(folder: Path, name: str, data: bytes | str) -> Path:
    """Write one file, with the folders above it, and return its path; a string is written as UTF-8."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def read_all(root: Path) -> list[Document | ReadFailure]:
    """Return what reading the folder or file gives, in order."""
    return list(read_corpus(root))


def article(folder: Path, name: str, data: bytes | str) -> Document:
    """Write one file and return the article read from it."""
    reading = _only(folder, name, data)
    assert isinstance(reading, Document), reading
    return reading


def failure(folder: Path, name: str, data: bytes | str) -> str:
    """Write one file and return why it cannot be read."""
    reading = _only(folder, name, data)
    assert isinstance(reading, ReadFailure), reading
    assert reading.path == name
    return reading.error


def _only(folder: Path, name: str, data: bytes | str) -> Document | ReadFailure:
    (reading,) = read_all(write(folder, name, data))
    return reading


def windows_1258(text: str) -> bytes:
    """The bytes of Vietnamese as Windows writes it: the tone mark stands behind its letter."""
    letters = []
    for letter in unicodedata.normalize("NFC", text):
        try:
            letters.append(letter.encode("cp1258"))
        except UnicodeEncodeError:
            parts = unicodedata.normalize("NFD", letter)
            base = unicodedata.normalize("NFC", "".join(part for part in parts if part not in _TONES))
            letters.append((base + "".join(part for part in parts if part in _TONES)).encode("cp1258"))
    return b"".join(letters)


def pdf(pages: Sequence[Sequence[tuple[float, float, str]]], info: str = "") -> bytes:
    """Return a PDF with a line of text at each (left, baseline, text), in a font whose codes are UTF-16 units."""
    letters = sorted({letter for page in pages for _, _, text in page for letter in text})
    cmap = (
        "/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange "
        f"{len(letters)} beginbfchar {' '.join(f'<{ord(c):04X}> <{ord(c):04X}>' for c in letters)} endbfchar endcmap"
    )
    contents = [
        "\n".join(f"BT /F 11 Tf 1 0 0 1 {x} {y} Tm <{text.encode('utf-16-be').hex()}> Tj ET" for x, y, text in page)
        for page in pages
    ]
    n_fixed = 6
    kids = " ".join(f"{n_fixed + 1 + 2 * index} 0 R" for index in range(len(pages)))
    bodies = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type0 /BaseFont /T /Encoding /Identity-H"
        " /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>",
        "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /T /DW 500"
        " /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>",
        _stream(cmap),
        f"<< {info} >>",
    ]
    for index, content in enumerate(contents):
        page = (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >>"
            f" /Contents {n_fixed + 2 + 2 * index} 0 R >>"
        )
        bodies += [page, _stream(content)]
    return _pdf_file(bodies)


def _stream(content: str) -> str:
    return f"<< /Length {len(content)} >>\nstream\n{content}\nendstream"


def _pdf_file(bodies: Sequence[str]) -> bytes:
    """Return the objects as a PDF file whose table of places is right."""
    file = io.BytesIO()
    file.write(b"%PDF-1.7\n")
    places = []
    for number, body in enumerate(bodies, start=1):
        places.append(file.tell())
        file.write(f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1"))
    table = file.tell()
    rows = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(bodies) + 1
    trailer = f"trailer << /Size {size} /Root 1 0 R /Info 6 0 R >>\nstartxref\n{table}\n%%EOF\n"
    file.write(f"xref\n0 {size}\n0000000000 65535 f \n{rows}{trailer}".encode("latin-1"))
    return file.getvalue()
