"""What is known of the five seed documents, which stay outside the project."""

import datetime as dt
from pathlib import Path
from typing import TypeVar

import pytest

from retrieval.corpus.cleaning import clean
from retrieval.corpus.document import Document, DocumentFormat
from retrieval.corpus.metadata import Days, Found, Metadata, Method, Moment, extract_metadata
from retrieval.text.normal import normalise

T = TypeVar("T")
_SEEDS = Path(__file__).resolve().parents[3].parent / "shared" / "seeds"


def _metadata(number: str) -> Metadata:
    path = next(iter(_SEEDS.glob(f"{number}_*.txt")), None)
    if path is None:
        pytest.skip("../shared/seeds is absent")
    document = Document(path.name, path.name, DocumentFormat.TXT, normalise(path.read_text("utf-8")))
    return extract_metadata(document, clean(document), today=dt.date(2026, 1, 1))


def _value(found: Found[T] | None) -> tuple[T, Method] | None:
    return (found.value, found.method) if found else None


def _day(year: int, month: int, day: int) -> Days:
    return Days(dt.date(year, month, day), dt.date(year, month, day))


@pytest.mark.parametrize(
    ("number", "published"),
    [
        ("000", (Moment(dt.date(2021, 3, 12), dt.time(16, 7)), Method.STAMP_LINE)),
        ("001", (Moment(dt.date(2023, 6, 29)), Method.INFERRED_FROM_EVENT)),
        ("002", (Moment(dt.date(2018, 7, 2), dt.time(17, 14)), Method.STAMP_LINE)),
        ("003", (Moment(dt.date(2022, 1, 13)), Method.INFERRED_FROM_EVENT)),
        ("004", (Moment(dt.date(2020, 9, 3), dt.time(7, 55)), Method.TITLE_LINE)),
    ],
)
def test_publication_of_each_seed(number: str, published: tuple[Moment, Method]) -> None:
    assert _value(_metadata(number).published) == published


@pytest.mark.parametrize(
    ("number", "event"),
    [
        ("000", (_day(2021, 3, 12), Method.INFERRED_FROM_PUBLICATION)),
        ("001", (_day(2023, 6, 29), Method.LEAD)),
        ("002", (_day(2018, 7, 2), Method.INFERRED_FROM_PUBLICATION)),
        ("003", (_day(2022, 1, 13), Method.INFERRED_FROM_TEXT)),
        ("004", None),
    ],
)
def test_event_of_each_seed(number: str, event: tuple[Days, Method] | None) -> None:
    assert _value(_metadata(number).event) == event


@pytest.mark.parametrize(
    ("number", "years"), [("000", (2020,)), ("001", (2023,)), ("002", (2018,)), ("003", (2021,)), ("004", ())]
)
def test_years_under_review_of_each_seed(number: str, years: tuple[int, ...]) -> None:
    assert _metadata(number).reviewed_years == years


@pytest.mark.parametrize(
    ("number", "source"),
    [
        ("000", ("Báo Thanh Hóa", Method.DATELINE)),
        ("001", ("Tạp chí Cộng sản", Method.DATELINE)),
        ("002", ("Báo Lâm Đồng", Method.DATELINE)),
        ("003", ("Báo Đà Nẵng", Method.INFERRED_FROM_VENUE)),
        ("004", ("Cổng thông tin điện tử thị xã Hoàng Mai", Method.INFERRED_FROM_PORTAL)),
    ],
)
def test_source_of_each_seed(number: str, source: tuple[str, Method]) -> None:
    assert _value(_metadata(number).source) == source


@pytest.mark.parametrize(
    ("number", "author"),
    [("000", "Trần Thanh"), ("001", "Thùy Linh"), ("002", "Đức Tú"), ("003", "TRỌNG HÙNG"), ("004", "Hồ Văn Cậy")],
)
def test_author_of_each_seed(number: str, author: str) -> None:
    assert _value(_metadata(number).author) == (author, Method.BYLINE)


@pytest.mark.parametrize(
    ("number", "beginning", "method"),
    [
        ("000", "Hội nghị toàn quốc tổng kết", Method.REPEATED_LINE),
        ("001", "Ban Tổ chức Trung ương tổ chức Hội nghị sơ kết", Method.LEAD),
        ("002", "Giao ban trực tuyến sơ kết", Method.HEADING),
        ("003", "Tiếp tục tạo sự đồng bộ", Method.HEADING),
        ("004", "Công tác tổ chức cán bộ là nhiệm vụ", Method.TITLE_LINE),
    ],
)
def test_title_of_each_seed(number: str, beginning: str, method: Method) -> None:
    title = _metadata(number).title
    assert title is not None
    assert (title.value.startswith(beginning), title.method) == (True, method)
    assert len(title.value) <= 150
