"""The way from a folder to Documents: which reader a file gets, what failure becomes, and who keeps a disputed id."""

from collections.abc import Callable, Iterable, Iterator, MutableMapping
from itertools import chain
from pathlib import Path

from retrieval.corpus.document import Document, DocumentFormat, ReadFailure
from retrieval.corpus.reading.files import CorpusFile, list_files
from retrieval.corpus.reading.jsonlines import read_jsonl
from retrieval.corpus.reading.markdown import read_markdown
from retrieval.corpus.reading.parsed import Parsed, Unreadable
from retrieval.corpus.reading.pdf import read_pdf
from retrieval.corpus.reading.plain import read_plain
from retrieval.corpus.reading.webpage import read_webpage
from retrieval.corpus.reading.word import read_word
from retrieval.text.normal import normalise

MAX_FILE_BYTES = 50 * 1024 * 1024
"""No single article is as large; a JSONL file may be, since it is read line by line."""

_READERS: dict[DocumentFormat, Callable[[bytes], Parsed]] = {
    DocumentFormat.TXT: read_plain,
    DocumentFormat.MARKDOWN: read_markdown,
    DocumentFormat.HTML: read_webpage,
    DocumentFormat.PDF: read_pdf,
    DocumentFormat.DOCX: read_word,
}


def read_corpus(root: Path) -> Iterator[Document | ReadFailure]:
    """Return the articles under a folder (or of one file) in the order of their paths, each id once.

    Raises:
        CorpusError: at once, if ``root`` does not exist or holds no file of a known kind.
    """
    listing = list_files(root)
    readings = chain.from_iterable(read_file(file) for file in listing.files)
    return chain(listing.failures, first_of_each_id(readings))


def read_file(file: CorpusFile) -> Iterator[Document | ReadFailure]:
    """Yield the article of a file, or those of a JSONL file, or why it cannot be read; never raises for its content."""
    try:
        if file.format is DocumentFormat.JSONL:
            yield from read_jsonl(file)
        else:
            yield _read_article(file)
    except OSError as error:
        yield ReadFailure(file.path, f"{file.path} {_explain(error)}")
    except Unreadable as error:
        yield ReadFailure(file.path, f"{file.path} {error}")


def first_of_each_id(
    readings: Iterable[Document | ReadFailure], taken: MutableMapping[str, str] | None = None
) -> Iterator[Document | ReadFailure]:
    """Yield the readings, a document whose id came before as a failure that names both places.

    Args:
        readings: What read_file yields, of one file or of many.
        taken: Place by id of the articles known already; the ids met here are added.
    """
    places = {} if taken is None else taken
    for reading in readings:
        if isinstance(reading, ReadFailure):
            yield reading
            continue
        place = reading.path if reading.line is None else f"{reading.path} line {reading.line}"
        first = places.setdefault(reading.article_id, place)
        if first == place:
            yield reading
        else:
            error = f"{place} repeats the id {reading.article_id!r} of {first}: give one of them another id or name"
            yield ReadFailure(reading.path, error, reading.line)


def _read_article(file: CorpusFile) -> Document:
    """Return the one article of a file, or raise Unreadable or OSError."""
    with file.absolute.open("rb") as stream:
        data = stream.read(MAX_FILE_BYTES + 1)
    if len(data) > MAX_FILE_BYTES:
        raise Unreadable(f"is larger than {MAX_FILE_BYTES >> 20} MB: split it, or keep the article alone in it")
    if not data.strip():
        raise Unreadable("is empty: put the article there or remove the file")
    try:
        parsed = _READERS[file.format](data)
    except (Unreadable, ImportError):  # a package that is missing is no fault of the file's
        raise
    except Exception as error:  # parsers meet broken files with whatever they happen to raise
        kind = file.format.value.upper()
        raise Unreadable(f"is damaged and cannot be read as {kind}: copy the file again or save it again") from error
    text = normalise(parsed.text)
    if not text.strip():
        raise Unreadable("holds no text: put the article there or remove the file")
    return Document(file.path, file.path, file.format, text, parsed.declared)


def _explain(error: OSError) -> str:
    """Return what to say of a file that the system does not let us read."""
    if isinstance(error, PermissionError):
        return "may not be opened: allow this user to read it"
    if isinstance(error, FileNotFoundError):
        return "is gone since the folder was listed: run again"
    return f"cannot be read ({(error.strerror or 'unknown reason').lower()}): check the disk, then run again"
