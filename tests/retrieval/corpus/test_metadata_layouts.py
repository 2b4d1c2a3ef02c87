"""Metadata of whole articles in the layouts of many sites, against what a reader would say of them."""

import datetime as dt
from typing import NamedTuple

import pytest

from retrieval.corpus.cleaning import clean
from retrieval.corpus.document import Declared, Document
from retrieval.corpus.metadata import Days, Moment, extract_metadata
from tests.retrieval.corpus.layouts import LAYOUTS


class _Said(NamedTuple):
    title: str | None
    source: str | None
    author: str | None
    published: str | None
    event: str | None


def _moment(moment: Moment) -> str:
    return f"{moment.date} {moment.time:%H:%M}" if moment.time else str(moment.date)


def _days(days: Days) -> str:
    return str(days.start) if days.start == days.end else f"{days.start}/{days.end}"


@pytest.mark.parametrize("name", LAYOUTS)
def test_metadata_of_a_layout_is_what_a_reader_would_say(name: str) -> None:
    layout = LAYOUTS[name]
    document = Document("a", "bai", layout.format, layout.text, Declared(**layout.declared))
    found = extract_metadata(document, clean(document), today=dt.date(2026, 1, 1))
    said = _Said(
        title=found.title.value if found.title else None,
        source=found.source.value if found.source else None,
        author=found.author.value if found.author else None,
        published=_moment(found.published.value) if found.published else None,
        event=_days(found.event.value) if found.event else None,
    )
    assert said == _Said(layout.title, layout.source, layout.author, layout.published, layout.event)
