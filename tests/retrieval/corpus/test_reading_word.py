import datetime
import io
import zipfile
from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml

from retrieval.corpus.document import Declared
from retrieval.corpus.reading import word
from tests.retrieval.corpus.reading_files import article, failure

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
DAMAGED = "a.docx is damaged or no Word document: copy the file again or save it as .docx again"


def saved(document: "docx.document.Document") -> bytes:
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def with_body(xml: str) -> bytes:
    """Return a document whose body begins with the given WordprocessingML."""
    document = docx.Document()
    for element in reversed(list(parse_xml(f"<w:body {W}>{xml}</w:body>"))):
        document.element.body.insert(0, element)
    return saved(document)


def test_paragraphs_and_tables_come_in_the_order_of_the_page(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_heading("Hội nghị tổng kết", 1)
    document.add_paragraph("Bà Trương ").add_run("Thị Mai").bold = True
    table = document.add_table(2, 2)
    for cell, words in zip((c for row in table.rows for c in row.cells), ("Năm", "Số", "2020", "172"), strict=True):
        cell.text = words
    document.add_paragraph("Hết.")
    assert article(tmp_path, "a.docx", saved(document)).text == (
        "Hội nghị tổng kết\n\nBà Trương Thị Mai\n\nNăm | Số\n2020 | 172\n\nHết."
    )


def test_text_is_nfc_when_the_file_is_nfd(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Hô\u0323i nghi\u0323")
    assert article(tmp_path, "a.docx", saved(document)).text == "Hội nghị"


@pytest.mark.parametrize(
    ("xml", "text"),
    [
        ("<w:p><w:r><w:t>Một </w:t></w:r><w:ins><w:r><w:t>hai</w:t></w:r></w:ins></w:p>", "Một hai"),
        ("<w:p><w:r><w:t>Một</w:t></w:r><w:del><w:r><w:delText>hai</w:delText></w:r></w:del></w:p>", "Một"),
        ("<w:sdt><w:sdtContent><w:p><w:r><w:t>Trong khung</w:t></w:r></w:p></w:sdtContent></w:sdt>", "Trong khung"),
        ("<w:p><w:hyperlink><w:r><w:t>Liên kết</w:t></w:r></w:hyperlink></w:p>", "Liên kết"),
        ("<w:p><w:r><w:t>Một</w:t><w:br/><w:t>hai</w:t><w:tab/><w:t>ba</w:t></w:r></w:p>", "Một\nhai ba"),
        (
            "<w:p><w:r><w:t>Ngoài</w:t><w:pict><w:txbxContent><w:p><w:r><w:t>Trong hộp</w:t></w:r></w:p>"
            "</w:txbxContent></w:pict></w:r></w:p>",
            "Ngoài\n\nTrong hộp",
        ),
        (
            "<w:tbl><w:tr><w:tc><w:tbl><w:tr><w:tc><w:p><w:r><w:t>Trong</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
            "<w:p/></w:tc><w:tc><w:p><w:r><w:t>Ngoài</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
            "Trong | Ngoài",
        ),
    ],
    ids=["inserted", "deleted", "content-control", "link", "breaks", "text-box", "nested-table"],
)
def test_no_text_that_the_page_shows_is_lost(tmp_path: Path, xml: str, text: str) -> None:
    assert article(tmp_path, "a.docx", with_body(xml)).text == text


def test_properties_are_declared(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Nội dung.")
    about = document.core_properties
    about.title, about.author = "Hội nghị  tổng kết", "Thu Hà"
    about.created = datetime.datetime(2022, 1, 13, 3, 15, tzinfo=datetime.UTC)
    assert article(tmp_path, "a.docx", saved(document)).declared == Declared(
        title="Hội nghị tổng kết", author="Thu Hà", published="2022-01-13T03:15:00+00:00"
    )


def test_properties_of_an_empty_template_are_not_declared(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Nội dung.")
    assert article(tmp_path, "a.docx", saved(document)).declared == Declared()


def test_document_without_text_is_refused(tmp_path: Path) -> None:
    assert failure(tmp_path, "a.docx", saved(docx.Document())) == (
        "a.docx holds no text: put the article there or remove the file"
    )


def test_corrupt_archive_is_refused(tmp_path: Path) -> None:
    data = with_body("<w:p><w:r><w:t>Hội nghị</w:t></w:r></w:p>")
    assert failure(tmp_path, "a.docx", data[: len(data) // 2]) == DAMAGED
    assert failure(tmp_path, "a.docx", "Hội nghị") == DAMAGED


def test_archive_that_is_no_document_is_refused(tmp_path: Path) -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("a.txt", "Hội nghị")
    assert failure(tmp_path, "a.docx", file.getvalue()) == (
        "a.docx is damaged and cannot be read as DOCX: copy the file again or save it again"
    )


def test_old_or_encrypted_document_is_refused(tmp_path: Path) -> None:
    assert failure(tmp_path, "a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)) == (
        "a.docx is an old .doc file or has a password: save it as .docx without a password"
    )


def test_archive_that_unpacks_to_too_much_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word, "MAX_UNPACKED_BYTES", 1024 * 1024)
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", bytes(1024 * 1024 + 1))
    assert len(file.getvalue()) < 2000
    assert failure(tmp_path, "a.docx", file.getvalue()) == (
        "a.docx unpacks to more than 1 MB: save the text alone as a new .docx"
    )
