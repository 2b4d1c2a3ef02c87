import codecs
import unicodedata
from pathlib import Path

import pytest

from retrieval.corpus.document import Declared, Document, DocumentFormat
from tests.retrieval.corpus.reading_files import article, failure, windows_1258

TEXT = "Hội nghị tổng kết năm 2021.\n\nBà Trương Thị Mai chủ trì; “Ủy viên” được mời.\n"
UNKNOWN = "a.txt is in an encoding that is not known for sure (TCVN3 or VNI, perhaps): save it as UTF-8"
BINARY = "a.txt is not text but binary data, or UTF-16 without its mark: save it as UTF-8"


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        TEXT.encode("utf-16"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        TEXT.encode("utf-32"),
        unicodedata.normalize("NFD", TEXT).encode(),
        TEXT.replace("\n", "\r\n").encode(),
        windows_1258(TEXT),
    ],
    ids=["utf-8", "utf-8-bom", "utf-16-le", "utf-16-be", "utf-32", "nfd", "crlf", "windows-1258"],
)
def test_text_is_the_same_whatever_the_encoding(tmp_path: Path, data: bytes) -> None:
    assert article(tmp_path, "a.txt", data) == Document("a.txt", "a.txt", DocumentFormat.TXT, TEXT, Declared())


def test_broken_utf_8_names_the_byte_and_the_line(tmp_path: Path) -> None:
    data = "Dòng một.\nDòng hai bị h".encode() + b"\xe1\xbbng.\n"
    assert failure(tmp_path, "a.txt", data) == (
        "a.txt is broken UTF-8 at byte 29 (line 2): mend that place or save it as UTF-8 again"
    )


def test_broken_utf_16_names_the_byte(tmp_path: Path) -> None:
    assert failure(tmp_path, "a.txt", TEXT.encode("utf-16")[:-1]) == (
        f"a.txt is broken UTF-16 at byte {len(TEXT) * 2} (line 3): mend that place or save it as UTF-8 again"
    )


@pytest.mark.parametrize(
    "data",
    [
        "Héi nghÞ tæng kÕt c«ng t\xb8c tæ chøc x©y dùng §¶ng n¨m 2021".encode("latin-1"),  # TCVN3
        "Hoäi nghò toång keát coâng taùc xaây döïng Ñaûng".encode("latin-1"),  # VNI
        "Съезд партии открылся".encode("koi8-r"),
    ],
    ids=["tcvn3", "vni", "koi8-r"],
)
def test_other_encodings_are_refused_rather_than_guessed(tmp_path: Path, data: bytes) -> None:
    assert failure(tmp_path, "a.txt", data) == UNKNOWN


@pytest.mark.parametrize("data", [b"\x00\x01\x02abc\x00", TEXT.encode("utf-16-le")[:20] + b"a\x00b\x00"])
def test_binary_data_under_the_name_of_a_text_is_refused(tmp_path: Path, data: bytes) -> None:
    assert failure(tmp_path, "a.txt", data).startswith("a.txt is not text but binary data")


def test_utf_16_without_its_mark_is_refused(tmp_path: Path) -> None:
    assert failure(tmp_path, "a.txt", "plain words".encode("utf-16-le")) == BINARY


def test_picture_under_the_name_of_a_text_is_refused(tmp_path: Path) -> None:
    data = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x01\x8d\x00\xff\xfe\x90"
    assert failure(tmp_path, "a.txt", data) == (
        "a.txt is not text but binary data: give it its right suffix or save it as UTF-8"
    )


def test_empty_file_is_refused(tmp_path: Path) -> None:
    assert failure(tmp_path, "a.txt", b"") == "a.txt is empty: put the article there or remove the file"


@pytest.mark.parametrize("data", ["\ufeff", "\u200b\n\u200b", "\xa0\n \u2003"])
def test_file_without_a_visible_character_is_refused(tmp_path: Path, data: str) -> None:
    assert failure(tmp_path, "a.txt", data) == "a.txt holds no text: put the article there or remove the file"
