"""Metadata of a text in one call, for tests."""

import datetime as dt
from typing import TypeVar

from retrieval.corpus.cleaning import clean
from retrieval.corpus.document import Declared, Document, DocumentFormat
from retrieval.corpus.metadata import Days, Found, Metadata, Method, extract_metadata

T = TypeVar("T")
TODAY = dt.date(2026, 1, 1)
BODY = "Xe cộ đi lại khó khăn trên nhiều tuyến phố, một số trường cho học sinh nghỉ học buổi chiều."


def metadata_of(text: str, *, path: str = "bai.txt", line: int | None = None, **declared: str) -> Metadata:
    document = Document("a", path, DocumentFormat.TXT, text, Declared(**declared), line)
    return extract_metadata(document, clean(document), today=TODAY)


def value_of(found: Found[T] | None) -> tuple[T, Method] | None:
    return (found.value, found.method) if found else None


def on_day(year: int, month: int, day: int) -> Days:
    return Days(dt.date(year, month, day), dt.date(year, month, day))
