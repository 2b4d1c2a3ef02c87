import json
import tracemalloc
from pathlib import Path

import pytest

from retrieval.corpus.document import Declared, Document, DocumentFormat, ReadFailure
from retrieval.corpus.reading import jsonlines
from tests.retrieval.corpus.reading_files import read_all, write

GOOD = '{"id": "tốt", "text": "Hội nghị."}'


def read(folder: Path, data: bytes | str) -> list[Document | ReadFailure]:
    return read_all(write(folder, "a.jsonl", data))


def test_each_line_is_an_article_with_its_fields(tmp_path: Path) -> None:
    fields = {
        "id": "b1",
        "text": "Hội nghị.\r\nHết.",
        "title": " Tổng  kết ",
        "published": "13/01/2022",
        "source": "Báo Ví Dụ",
        "author": "Thu Hà",
        "url": "https://vidu.vn/1",
        "tags": ["khác"],
    }
    lines = f'{json.dumps(fields)}\n\n{{"id": 7, "text": "Hai", "title": null, "source": " "}}'
    declared = Declared("Tổng kết", "13/01/2022", "Báo Ví Dụ", "Thu Hà", "https://vidu.vn/1")
    assert read(tmp_path, lines) == [
        Document("b1", "a.jsonl", DocumentFormat.JSONL, "Hội nghị.\nHết.", declared, 1),
        Document("7", "a.jsonl", DocumentFormat.JSONL, "Hai", Declared(), 3),
    ]


@pytest.mark.parametrize("data", [b"\xef\xbb\xbf" + GOOD.encode(), GOOD.encode() + b" \r\n"])
def test_byte_order_mark_and_windows_line_ends_do_no_harm(tmp_path: Path, data: bytes) -> None:
    (reading,) = read(tmp_path, data)
    assert isinstance(reading, Document)
    assert reading.article_id == "tốt"


def test_id_and_text_are_nfc(tmp_path: Path) -> None:
    (reading,) = read(tmp_path, '{"id": "hô\u0323i", "text": "nghi\\u0323 \\ud800\\u0000"}')
    assert isinstance(reading, Document)
    assert (reading.article_id, reading.text) == ("hội", "nghị ")


@pytest.mark.parametrize(
    ("line", "error"),
    [
        ("{'id': 1}", "is not JSON (column 2: expecting property name enclosed in double quotes): write one object"),
        ('{"id": 1, "text": "a"} x', "is not JSON (column 24: extra data): write one object"),
        ("[" * 100_000, "is not JSON that can be read: write one plain object a line"),
        (f'{{"id": {"9" * 5000}}}', "is not JSON that can be read: write one plain object a line"),
        ('["a"]', 'is JSON but not an object: write {"id": …, "text": …}'),
        ('{"id": 1}', 'has no text: give it a field "text" with the article'),
        ('{"id": 1, "text": 5}', 'has a text that is not a string: give it a field "text" with the article'),
        ('{"id": 1, "text": " \\u200b"}', "has an empty text: put the article there or remove the line"),
        ('{"text": "a"}', 'has no id: give it a field "id" of its own'),
        ('{"id": " ", "text": "a"}', 'has no id: give it a field "id" of its own'),
        (
            '{"id": true, "text": "a"}',
            'has an id that is neither a string nor a whole number: give it a field "id" of its own',
        ),
        (
            '{"id": 1, "text": "a", "published": 2021}',
            'has a field "published" that is not a string: put it in quotation marks or leave it out',
        ),
    ],
)
def test_bad_line_is_reported_and_the_rest_is_read(tmp_path: Path, line: str, error: str) -> None:
    bad, good = read(tmp_path, f"{line}\n{GOOD}\n")
    assert bad == ReadFailure("a.jsonl", f"a.jsonl line 1 {error}", 1)
    assert isinstance(good, Document)
    assert good.line == 2


def test_broken_utf_8_spoils_only_its_line(tmp_path: Path) -> None:
    good, bad, after = read(tmp_path, f"{GOOD}\n".encode() + b'{"id": "\xff"}\n{"id": 2, "text": "a"}')
    assert bad == ReadFailure(
        "a.jsonl", "a.jsonl line 2 is broken UTF-8 at byte 8 of the line: write the line again as UTF-8", 2
    )
    assert isinstance(good, Document)
    assert isinstance(after, Document)


def test_line_of_fifty_megabytes_is_passed_over_without_being_kept(tmp_path: Path) -> None:
    path = write(tmp_path, "a.jsonl", b'{"id": 1, "text": "' + b"a" * 50_000_000 + b'"}\n' + GOOD.encode())
    tracemalloc.start()
    bad, good = read_all(path)
    _, peak_bytes = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert bad == ReadFailure("a.jsonl", "a.jsonl line 1 is longer than 10 MB: split the article or remove the line", 1)
    assert isinstance(good, Document)
    assert peak_bytes < 3 * jsonlines.MAX_LINE_BYTES


def test_line_as_long_as_is_allowed_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jsonlines, "MAX_LINE_BYTES", len(GOOD.encode()))
    longer = GOOD.replace("tốt", "tốt2")
    readings = read(tmp_path, f"{GOOD}\n{longer}\n{longer}")
    assert [type(reading) for reading in readings] == [Document, ReadFailure, ReadFailure]


def test_utf_16_file_is_refused_once(tmp_path: Path) -> None:
    assert read(tmp_path, f"{GOOD}\n{GOOD}".encode("utf-16")) == [
        ReadFailure("a.jsonl", "a.jsonl is UTF-16: save it as UTF-8")
    ]


@pytest.mark.parametrize("data", ["", "\n \n"])
def test_file_without_lines_is_refused(tmp_path: Path, data: str) -> None:
    assert read(tmp_path, data) == [
        ReadFailure("a.jsonl", "a.jsonl holds no text: put one article a line there, or remove it")
    ]
