"""JSONL files: one article a line, read as a stream, so that a file may be far larger than the memory.

A bad line costs only itself. Lines are taken as bytes: a broken byte or a line without an end cannot spoil the next.
"""

import json
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from retrieval.corpus.document import Declared, Document, DocumentFormat, ReadFailure
from retrieval.corpus.reading.files import CorpusFile
from retrieval.corpus.reading.parsed import Unreadable, one_line
from retrieval.text.normal import normalise

MAX_LINE_BYTES = 10 * 1024 * 1024
_SKIP_BYTES = 64 * 1024
_OPTIONAL_FIELDS = ("title", "published", "source", "author", "url")
_UTF_8_MARK = b"\xef\xbb\xbf"
_UTF_16_MARKS = (b"\xff\xfe", b"\xfe\xff")


class _Line(NamedTuple):
    """A line of the file; ``data`` is None where it is too long to be read."""

    number: int
    data: bytes | None


def read_jsonl(file: CorpusFile) -> Iterator[Document | ReadFailure]:
    """Yield the article or the failure of each line, in order; blank lines are passed over.

    Raises:
        OSError: the file cannot be opened or read.
    """
    n_lines = 0
    with file.absolute.open("rb") as stream:
        for line in _lines(stream):
            if line.number == 1 and line.data is not None and line.data.startswith(_UTF_16_MARKS):
                yield ReadFailure(file.path, f"{file.path} is UTF-16: save it as UTF-8")
                return
            n_lines += 1
            try:
                yield _article(line, file.path)
            except Unreadable as error:
                yield ReadFailure(file.path, f"{file.path} line {line.number} {error}", line.number)
    if n_lines == 0:
        yield ReadFailure(file.path, f"{file.path} holds no text: put one article a line there, or remove it")


def _lines(stream: BinaryIO) -> Iterator[_Line]:
    """Yield the lines that hold something; never more than MAX_LINE_BYTES of one is kept."""
    number = 0
    while data := stream.readline(MAX_LINE_BYTES + 1):
        number += 1
        if len(data) > MAX_LINE_BYTES and not data.endswith(b"\n"):
            while (rest := stream.readline(_SKIP_BYTES)) and not rest.endswith(b"\n"):
                pass
            yield _Line(number, None)
            continue
        if number == 1:
            data = data.removeprefix(_UTF_8_MARK)
        if data.strip():
            yield _Line(number, data)


def _article(line: _Line, path: str) -> Document:
    """Return the article of one line, or raise Unreadable."""
    fields = _fields(line)
    text = fields.get("text")
    if not isinstance(text, str):
        problem = "has no text" if text is None else "has a text that is not a string"
        raise Unreadable(f'{problem}: give it a field "text" with the article')
    text = normalise(text)
    if not text.strip():
        raise Unreadable("has an empty text: put the article there or remove the line")
    declared = {name: _optional(fields, name) for name in _OPTIONAL_FIELDS}
    return Document(_id(fields), path, DocumentFormat.JSONL, text, Declared(**declared), line.number)


def _fields(line: _Line) -> dict[str, object]:
    """Return the JSON object of the line."""
    if line.data is None:
        raise Unreadable(f"is longer than {MAX_LINE_BYTES >> 20} MB: split the article or remove the line")
    try:
        fields = json.loads(line.data.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise Unreadable(f"is broken UTF-8 at byte {error.start} of the line: write the line again as UTF-8") from error
    except json.JSONDecodeError as error:
        raise Unreadable(f"is not JSON (column {error.colno}: {error.msg.lower()}): write one object") from error
    except (ValueError, RecursionError) as error:  # a number of thousands of digits, brackets nested beyond reason
        raise Unreadable("is not JSON that can be read: write one plain object a line") from error
    if not isinstance(fields, dict):
        raise Unreadable('is JSON but not an object: write {"id": …, "text": …}')
    return fields


def _id(fields: dict[str, object]) -> str:
    """Return the line's id as a string; a whole number will do."""
    value = fields.get("id")
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    article_id = one_line(value)
    if article_id is None:
        is_missing = value is None or isinstance(value, str)
        problem = "has no id" if is_missing else "has an id that is neither a string nor a whole number"
        raise Unreadable(f'{problem}: give it a field "id" of its own')
    return article_id


def _optional(fields: dict[str, object], name: str) -> str | None:
    """Return an optional field as one line; null and blank count as missing."""
    value = fields.get(name)
    if value is not None and not isinstance(value, str):
        raise Unreadable(f'has a field "{name}" that is not a string: put it in quotation marks or leave it out')
    return one_line(value)
