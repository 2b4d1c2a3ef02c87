import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from retrieval.corpus.document import Declared, Document, DocumentFormat, ReadFailure
from retrieval.corpus.reading import CorpusFile, corpus, first_of_each_id, list_files, read_file
from tests.retrieval.corpus.reading_files import failure, read_all, write
from tests.retrieval.corpus.test_reading_webpage import NEWSPAPER

HEAVY = ("trafilatura", "pypdf", "docx", "markdown_it", "yaml", "lxml", "charset_normalizer")


def test_folder_is_read_in_the_order_of_its_paths(tmp_path: Path) -> None:
    write(tmp_path, "b.txt", "Bài hai")
    write(tmp_path, "a/c.md", "# Bài một")
    write(tmp_path, "c.jsonl", '{"id": "x", "text": "Bài ba"}\n{"id": "y"}')
    expected = [
        Document("a/c.md", "a/c.md", DocumentFormat.MARKDOWN, "Bài một"),
        Document("b.txt", "b.txt", DocumentFormat.TXT, "Bài hai"),
        Document("x", "c.jsonl", DocumentFormat.JSONL, "Bài ba", Declared(), 1),
        ReadFailure("c.jsonl", 'c.jsonl line 2 has no text: give it a field "text" with the article', 2),
    ]
    assert read_all(tmp_path) == expected
    assert read_all(tmp_path) == expected


def test_first_article_keeps_an_id_and_both_places_are_named(tmp_path: Path) -> None:
    write(tmp_path, "a.jsonl", '{"id": "x", "text": "1"}\n{"id": "x", "text": "2"}\n{"id": "z.txt", "text": "3"}')
    write(tmp_path, "b.jsonl", '{"id": "x", "text": "4"}')
    write(tmp_path, "z.txt", "5")
    readings = read_all(tmp_path)
    assert [reading.text for reading in readings if isinstance(reading, Document)] == ["1", "3"]
    assert [reading for reading in readings if isinstance(reading, ReadFailure)] == [
        ReadFailure(
            "a.jsonl", "a.jsonl line 2 repeats the id 'x' of a.jsonl line 1: give one of them another id or name", 2
        ),
        ReadFailure(
            "b.jsonl", "b.jsonl line 1 repeats the id 'x' of a.jsonl line 1: give one of them another id or name", 1
        ),
        ReadFailure("z.txt", "z.txt repeats the id 'z.txt' of a.jsonl line 3: give one of them another id or name"),
    ]


def test_ids_of_files_skipped_as_unchanged_stay_taken(tmp_path: Path) -> None:
    write(tmp_path, "b.jsonl", '{"id": "x", "text": "1"}\n{"id": "y", "text": "2"}')
    taken = {"x": "a.jsonl line 9"}
    repeated, new = first_of_each_id(read_file(list_files(tmp_path).files[0]), taken)
    assert isinstance(repeated, ReadFailure)
    assert repeated.error.startswith("b.jsonl line 1 repeats the id 'x' of a.jsonl line 9:")
    assert isinstance(new, Document)
    assert taken == {"x": "a.jsonl line 9", "y": "b.jsonl line 2"}


def test_file_over_the_limit_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(corpus, "MAX_FILE_BYTES", 2 * 1024 * 1024)
    error = "is larger than 2 MB: split it, or keep the article alone in it"
    assert failure(tmp_path, "a.txt", b"a" * (2 * 1024 * 1024 + 1)) == f"a.txt {error}"
    assert isinstance(read_all(write(tmp_path, "a.txt", b"a" * (2 * 1024 * 1024)))[0], Document)


@pytest.mark.parametrize("name", ["a.txt", "a.jsonl"])
@pytest.mark.parametrize(
    ("error", "message"),
    [
        (PermissionError(13, "Permission denied"), "may not be opened: allow this user to read it"),
        (OSError(5, "Input/output error"), "cannot be read (input/output error): check the disk, then run again"),
    ],
)
def test_file_that_the_system_withholds_is_reported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, error: OSError, message: str
) -> None:
    path = write(tmp_path, name, "x")

    def refuse(*_args: object) -> None:
        raise error

    monkeypatch.setattr(Path, "open", refuse)
    assert read_all(path) == [ReadFailure(name, f"{name} {message}")]


def test_file_gone_since_the_listing_is_reported(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", "x")
    (file,) = list_files(tmp_path).files
    path.unlink()
    assert list(read_file(file)) == [ReadFailure("a.txt", "a.txt is gone since the folder was listed: run again")]


def test_listing_imports_no_heavy_library(tmp_path: Path) -> None:
    write(tmp_path, "a.html", "x")
    program = (
        "import sys, pathlib; from retrieval.corpus.reading import list_files;"
        f"list_files(pathlib.Path({str(tmp_path)!r})); print([m for m in {HEAVY!r} if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


SCRAPS = [
    "<p>",
    "</div>",
    "<table><tr><td>",
    "<!--",
    "]]>",
    "<svg>",
    "<body>",
    "\x00",
    "&#xD800;",
    "Hội nghị ",
    "<br>",
    "---\n",
    "- ",
    "> ",
    "![",
    "](",
    "\n\n",
    '{"id": 1',
    "<?xml version='1.0' encoding='x'?>",
]
MARKUP = st.lists(st.sampled_from(SCRAPS), max_size=30).map(lambda parts: "".join(parts).encode())
PDF_LIKE = st.binary(max_size=200).map(lambda data: b"%PDF-1.4\n" + data + b"\n%%EOF")
ZIP_LIKE = st.binary(max_size=200).map(lambda data: b"PK\x03\x04" + data)


@pytest.mark.parametrize("kind", list(DocumentFormat))
@settings(max_examples=60, deadline=None)
@given(data=st.one_of(st.binary(max_size=300), MARKUP, PDF_LIKE, ZIP_LIKE))
@example(data=b"")
@example(data=b"<html" + b"<div>" * 5000 + b"x")
@example(data=b"\xff\xfe\x00")
@example(data=NEWSPAPER.encode()[:700])
def test_any_bytes_give_an_article_or_a_failure(
    tmp_path_factory: pytest.TempPathFactory, kind: DocumentFormat, data: bytes
) -> None:
    path = write(tmp_path_factory.getbasetemp(), f"any.{kind}", data)
    readings = list(read_file(CorpusFile(path.name, path, kind, len(data), 0)))
    assert readings
    for reading in readings:
        if isinstance(reading, ReadFailure):
            assert reading.error.startswith(f"{path.name} ")
            assert ": " in reading.error
            assert "Error" not in reading.error
        else:
            assert reading.text.strip()
            assert "\x00" not in reading.text
