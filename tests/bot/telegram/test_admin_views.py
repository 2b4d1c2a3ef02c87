"""What administrators read, as pure functions: it always fits, in both languages."""

import datetime as dt
import string
from dataclasses import fields
from pathlib import Path

import pytest

from bot.telegram.admin.document_view import preview_message
from bot.telegram.admin.jobs import Fault, Indexed, Inspected, Names, Stage
from bot.telegram.admin.run_view import RunProgress, progress_message, read_fault, report_body
from bot.telegram.rendering.markup import MAX_UNITS
from bot.telegram.texts import ENGLISH, VIETNAMESE, Texts
from bot.telegram.texts.admin_base import AdminTexts
from retrieval.answer.reply import RefusalReason
from retrieval.corpus import article
from retrieval.corpus.metadata import Method

BOTH = pytest.mark.parametrize("texts", [VIETNAMESE, ENGLISH], ids=["vi", "en"])
FOUND = Inspected(
    title="Tiêu đề",
    source="Báo Mới",
    author="An",
    published="2024-09-14",
    published_method="stamp_line",
    published_evidence="Thứ Bảy, 14/9/2024",
    n_passages=2,
    n_chars=1500,
    opening="Mở đầu.",
    text_digest="",
)
TODAY = dt.date(2024, 10, 1)


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_both_languages_fill_in_the_same_names() -> None:
    for field in fields(AdminTexts):
        vietnamese, english = getattr(VIETNAMESE.admin, field.name), getattr(ENGLISH.admin, field.name)
        if isinstance(vietnamese, str):
            assert placeholders(vietnamese) == placeholders(english), field.name
        elif not callable(vietnamese) and field.name != "read_faults":
            assert {key: placeholders(text) for key, text in vietnamese.items()} == {
                key: placeholders(text) for key, text in english.items()
            }, field.name


@BOTH
def test_every_fault_stage_method_and_reason_has_words(texts: Texts) -> None:
    assert set(texts.admin.run_faults) == set(Fault)
    assert set(texts.admin.run_stages) == {"read", "embed", "write"}
    assert set(texts.admin.found_by) == set(Method)
    assert set(RefusalReason) <= set(texts.admin.reasons)


@BOTH
def test_report_of_many_long_names_fits_and_counts_the_rest(texts: Texts) -> None:
    names = Names.of([f"{n} <b>&amp; {'rất dài ' * 60}.txt" for n in range(5000)])
    failed = tuple((name, f"{name} {'hỏng ' * 100}") for name in names.names)
    report = Indexed(9, names, names, names, 3, 5000, failed, 20000, 15000, 60.0)
    body = report_body(report, 61.0, texts)
    assert body.n_units <= MAX_UNITS
    assert "5000" in body.plain
    assert body.plain.count("– ") >= 12
    assert texts.admin.and_more.format(n=5000 - body.plain.count("– ") // 4) in body.plain


def test_report_without_changes_says_so() -> None:
    body = report_body(Indexed(2, n_unchanged=4, n_passages=9), 1.2, ENGLISH)
    assert body.plain == (
        "The articles are up to date\nNothing has changed.\n\nUnchanged: 4. Passages: 9. Generation 2, in 1 s."
    )


def test_progress_shows_stage_bar_and_time_left() -> None:
    progress = RunProgress(Stage("embed", 30, 120), 60.0)
    assert progress_message(progress, VIETNAMESE).body.plain == (
        "Đang cập nhật kho bài báo\n"
        "Xử lý đoạn mới: 30/120\n"
        "▓▓▓░░░░░░░░░\n"
        "Bước này còn khoảng 3 phút.\n"
        "\n"
        "Trong lúc này mình vẫn trả lời câu hỏi như thường."
    )


@pytest.mark.parametrize(
    "progress", [RunProgress(), RunProgress(Stage("read", 0, 0), 9.0), RunProgress(Stage("x", 1, 2))]
)
def test_progress_of_nothing_yet_has_no_time_left(progress: RunProgress) -> None:
    assert progress.seconds_left is None
    assert "còn khoảng" not in progress_message(progress, VIETNAMESE).body.plain


@BOTH
def test_preview_of_a_long_document_fits_with_all_warnings(texts: Texts) -> None:
    long = "Dài 😀 & <i> " * 200
    found = Inspected(long, long, long, "2030-01-01", "inferred_from_text", long, 9, 20, long, "")
    message = preview_message(7, "tên.txt", found, same_text=long, is_taken=True, today=TODAY, texts=texts)
    assert message.body.n_units <= MAX_UNITS
    assert texts.admin.warn_future_date in message.body.plain
    assert texts.admin.warn_same_name in message.body.plain
    assert message.buttons is not None
    assert [button.callback_data for button in message.buttons.inline_keyboard[0]] == ["ur:7:0", "ud:7:0"]


def test_preview_of_a_sound_document_has_no_warnings() -> None:
    message = preview_message(7, "tin.txt", FOUND, same_text=None, is_taken=False, today=TODAY, texts=ENGLISH)
    assert message.body.plain == (
        "This file would be added as follows:\n"
        "tin.txt\n"
        "\n"
        "Title: Tiêu đề\n"
        "Newspaper: Báo Mới\n"
        "Author: An\n"
        "Published: 14 September 2024 (from a line with date and time: “Thứ Bảy, 14/9/2024”)\n"
        "Passages: 2, characters: 1500\n"
        "\n"
        "It begins:\n"
        "Mở đầu."
    )


@pytest.mark.parametrize(
    ("seconds", "vietnamese", "english"),
    [
        (0.2, "0 giây", "0 s"),
        (59, "59 giây", "59 s"),
        (125, "2 phút", "2 min"),
        (3600, "1 giờ", "1 h"),
        (3725, "1 giờ 2 phút", "1 h 2 min"),
        (86400, "1 ngày", "1 day"),
        (2 * 86400 + 7200, "2 ngày 2 giờ", "2 days 2 h"),
    ],
)
def test_durations_read_naturally(seconds: float, vietnamese: str, english: str) -> None:
    assert (VIETNAMESE.admin.duration(seconds), ENGLISH.admin.duration(seconds)) == (vietnamese, english)


@pytest.mark.parametrize(
    ("n_bytes", "vietnamese", "english"),
    [
        (0, "0 byte", "0 bytes"),
        (1536, "1,5 KB", "1.5 KB"),
        (5 * 2**20, "5,0 MB", "5.0 MB"),
        (3 * 2**30, "3,0 GB", "3.0 GB"),
    ],
)
def test_sizes_read_naturally(n_bytes: int, vietnamese: str, english: str) -> None:
    assert (VIETNAMESE.admin.size(n_bytes), ENGLISH.admin.size(n_bytes)) == (vietnamese, english)


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        ("a.txt is empty: put the article there", "tệp trống"),
        ("a.txt line 7 is not JSON (column 3: expecting value): write one object", "dòng 7: không phải JSON hợp lệ"),
        ("a.txt does something new", "does something new"),
    ],
)
def test_fault_of_a_file_is_told_without_its_name(error: str, expected: str) -> None:
    assert read_fault(error, "a.txt", VIETNAMESE) == expected


def test_every_fault_with_words_is_one_that_reading_reports() -> None:
    reading = Path(article.__file__).parent
    sources = "".join(path.read_text(encoding="utf-8") for path in sorted(reading.rglob("*.py")))
    assert [part for part in VIETNAMESE.admin.read_faults if part not in sources] == []
