import io
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter

from retrieval.corpus.document import Declared
from tests.retrieval.corpus.reading_files import article, failure, pdf

FULL = "Ngày 13-1, Ban Tổ chức Trung ương tổ chức hội nghị trực"
NO_TEXT = "a.pdf holds no text, only pictures of pages perhaps: run text recognition (OCR) over it first"
CUT_SHORT = "a.pdf is cut short, its end is missing: copy or download the file again"


def page(*lines: str, left: float = 72, drop: float = 15) -> list[tuple[float, float, str]]:
    """Return lines under one another; an empty one leaves a gap between two paragraphs."""
    return [(left, 780 - drop * index, line) for index, line in enumerate(lines) if line]


def encrypted(data: bytes, user_password: str, owner_password: str) -> bytes:
    """Return the PDF encrypted the way that every reader understands."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(data)))
    writer.encrypt(user_password, owner_password, algorithm="RC4-128")
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def text(folder: Path, *pages: list[tuple[float, float, str]]) -> str:
    return article(folder, "a.pdf", pdf(pages)).text


def test_wrapped_lines_are_joined_and_a_gap_parts_paragraphs(tmp_path: Path) -> None:
    lines = (FULL, "tuyến toàn quốc do đồng chí Trương Thị Mai chủ trì hôm", "", FULL, "tuyến.")
    assert text(tmp_path, page(*lines)) == (
        f"{FULL} tuyến toàn quốc do đồng chí Trương Thị Mai chủ trì hôm\n\n{FULL} tuyến."
    )


def test_text_is_nfc_when_the_file_has_combining_marks(tmp_path: Path) -> None:
    assert text(tmp_path, page("Hô\u0323i nghi\u0323")) == "Hội nghị"


def test_short_line_ends_a_paragraph(tmp_path: Path) -> None:
    assert text(tmp_path, page(FULL, "tuyến.", FULL)) == f"{FULL} tuyến.\n\n{FULL}"


def test_indented_line_begins_a_paragraph(tmp_path: Path) -> None:
    first, second = (72, 780, FULL), (92, 765, FULL)
    assert text(tmp_path, [first, second, (72, 750, FULL)]) == f"{FULL}\n\n{FULL} {FULL}"


def test_bullet_begins_a_paragraph(tmp_path: Path) -> None:
    assert text(tmp_path, page(FULL, f"- {FULL}", f"- {FULL}")) == f"{FULL}\n\n- {FULL}\n\n- {FULL}"


def test_paragraph_runs_on_over_a_page_break(tmp_path: Path) -> None:
    assert text(tmp_path, page(FULL, FULL), page("tuyến.")) == f"{FULL} {FULL} tuyến."


def test_second_column_goes_on_where_the_first_ends(tmp_path: Path) -> None:
    columns = [*page(FULL, FULL), *page(FULL, "tuyến.", left=320)]
    assert text(tmp_path, columns) == f"{FULL} {FULL} {FULL} tuyến."


@pytest.mark.parametrize(
    ("end", "start", "joined"),
    [
        ("theo tin của Inter", "national, hội nghị", "theo tin của Inter national, hội nghị"),
        ("theo tin của Inter-", "national, hội nghị", "theo tin của International, hội nghị"),
        ("quan hệ Việt-", "Mỹ năm nay", "quan hệ Việt-Mỹ năm nay"),
        ("ngày 25-10-", "2021, hội nghị", "ngày 25-10-2021, hội nghị"),
        ("Nghị quyết số 18-NQ/", "TW của Trung ương", "Nghị quyết số 18-NQ/TW của Trung ương"),
        ("phát triển kinh tế -", "xã hội địa phương", "phát triển kinh tế - xã hội địa phương"),
    ],
)
def test_hyphen_at_the_line_end_is_dropped_only_within_a_word(
    tmp_path: Path, end: str, start: str, joined: str
) -> None:
    assert text(tmp_path, page(end, start)) == joined


def test_title_and_author_are_declared_and_placeholders_are_not(tmp_path: Path) -> None:
    one = pdf([page(FULL)], info="/Title (Hoi nghi 2021) /Author (Thu Ha)")
    assert article(tmp_path, "a.pdf", one).declared == Declared(title="Hoi nghi 2021", author="Thu Ha")
    two = pdf([page(FULL)], info="/Title (untitled) /Author (\\(anonymous\\))")
    assert article(tmp_path, "a.pdf", two).declared == Declared()


def test_encrypted_file_is_refused(tmp_path: Path) -> None:
    data = encrypted(pdf([page(FULL)]), "bimat", "bimat")
    assert failure(tmp_path, "a.pdf", data) == "a.pdf is encrypted: save a copy without a password"


def test_file_protected_only_against_changes_is_read(tmp_path: Path) -> None:
    data = encrypted(pdf([page(FULL)]), "", "bimat")
    assert article(tmp_path, "a.pdf", data).text == FULL


@pytest.mark.parametrize("share", [0.3, 0.6, 0.95])
def test_truncated_file_is_refused(tmp_path: Path, share: float) -> None:
    data = pdf([page(*[FULL] * 40)])
    assert failure(tmp_path, "a.pdf", data[: int(len(data) * share)]) == CUT_SHORT


def test_file_without_a_text_layer_is_refused(tmp_path: Path) -> None:
    assert failure(tmp_path, "a.pdf", pdf([[]])) == NO_TEXT


def test_other_data_under_the_name_of_a_pdf_is_refused(tmp_path: Path) -> None:
    assert failure(tmp_path, "a.pdf", "Hội nghị") == (
        "a.pdf is not a PDF although its name says so: give it its right suffix"
    )


def test_damaged_file_is_refused_and_nothing_is_logged(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    data = pdf([page(FULL)]).replace(b"/Catalog", b"/Nothing").replace(b"/Pages", b"/Gone0")
    assert failure(tmp_path, "a.pdf", data) == (
        "a.pdf is damaged and cannot be read as PDF: copy the file again or save it again"
    )
    assert capfd.readouterr() == ("", "")
    assert caplog.records == []
