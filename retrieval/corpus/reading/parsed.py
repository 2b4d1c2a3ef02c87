"""What every format reader gives back, and how it says that it cannot.

A reader sees bytes, not paths, so the message of its Unreadable is the rest of a sentence that begins with the name
of the file: "holds no text: …". The corpus module puts the name in front.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from retrieval.corpus.document import Declared
from retrieval.errors import CorpusError
from retrieval.text.normal import single_spaced

# What writing programs put into title and author when nobody filled them in; in lower case.
_PLACEHOLDERS = frozenset(
    {"untitled", "document", "document1", "word document", "microsoft word", "(anonymous)", "user", "admin"}
    | {"administrator", "windows user", "microsoft office user", "microsoft", "python-docx", "unknown", "anonymous"}
)


class Unreadable(CorpusError):  # noqa: N818  (reads as what it is at the raise; it never leaves this package)
    """A file or a line cannot be read; the message continues a sentence that begins with its name."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """The text of one article and what its file declares; the text may still hold unseen characters."""

    text: str
    declared: Declared = field(default_factory=Declared)


def one_line(value: object) -> str | None:
    """Return a declared value as one line of NFC text, or None where there is none (also for non-strings)."""
    return single_spaced(value) or None if isinstance(value, str) else None


def filled_in(value: object) -> str | None:
    """Return a document property as one line, or None if it is missing or a program's placeholder."""
    line = one_line(value)
    return None if line is None or line.lower() in _PLACEHOLDERS else line


def join_paragraphs(paragraphs: Iterable[str]) -> str:
    """Return the paragraphs that hold something, a blank line between each two."""
    return "\n\n".join(stripped for paragraph in paragraphs if (stripped := paragraph.strip()))
