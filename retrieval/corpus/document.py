"""What reading hands to cleaning: one article as its file gives it, before anything is cut away."""

from dataclasses import dataclass
from enum import StrEnum


class DocumentFormat(StrEnum):
    """The file formats that articles are read from."""

    TXT = "txt"
    MARKDOWN = "md"
    HTML = "html"
    PDF = "pdf"
    DOCX = "docx"
    JSONL = "jsonl"


@dataclass(frozen=True, slots=True)
class Declared:
    """What a file says of its own article outside the running text (HTML meta, JSONL fields, document properties).

    All texts are NFC with single spaces; ``published`` is what the file says, verbatim, not yet parsed.
    """

    title: str | None = None
    published: str | None = None
    source: str | None = None
    author: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One article as read: NFC text with line feeds at line ends and no NUL, nothing yet cleaned away.

    ``article_id`` is the file's path relative to the corpus with ``/`` (for JSONL, the line's ``id``); ``path`` is
    the same relative path for every format, so the lines of one JSONL file share it; ``line`` is the 1-based line of
    a JSONL article, else None.
    """

    article_id: str
    path: str
    format: DocumentFormat
    text: str
    declared: Declared = Declared()
    line: int | None = None


@dataclass(frozen=True, slots=True)
class ReadFailure:
    """One file, or one line of a JSONL file, that could not be read; ``error`` names the thing and the mend."""

    path: str
    error: str
    line: int | None = None
