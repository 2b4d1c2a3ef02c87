"""The shape of an article's metadata: every value with the method that found it and the words it was found in."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, NamedTuple, TypeVar

T_co = TypeVar("T_co", covariant=True)
_EVIDENCE_CHARS = 100


class Method(StrEnum):
    """How a value was found, from what the file declares down to what only follows from the text."""

    DECLARED = "declared"
    URL = "url"
    STAMP_LINE = "stamp_line"
    TITLE_LINE = "title_line"
    HEADING = "heading"
    REPEATED_LINE = "repeated_line"
    DATELINE = "dateline"
    BYLINE = "byline"
    CREDIT = "credit"
    IMPRINT = "imprint"
    FILE_NAME = "file_name"
    LEAD = "lead"
    INFERRED_FROM_PUBLICATION = "inferred_from_publication"
    INFERRED_FROM_TEXT = "inferred_from_text"
    INFERRED_FROM_EVENT = "inferred_from_event"
    INFERRED_FROM_VENUE = "inferred_from_venue"
    INFERRED_FROM_PORTAL = "inferred_from_portal"
    PHOTO_CREDIT = "photo_credit"


_UNSURE = frozenset(
    {
        Method.INFERRED_FROM_TEXT,
        Method.INFERRED_FROM_EVENT,
        Method.INFERRED_FROM_VENUE,
        Method.INFERRED_FROM_PORTAL,
        Method.PHOTO_CREDIT,
    },
)


@dataclass(frozen=True, slots=True)
class Found(Generic[T_co]):
    """A value, how it was found, and the words (at most 100 characters) that it was found in."""

    value: T_co
    method: Method
    evidence: str

    @property
    def is_inferred(self) -> bool:
        """Return whether the article does not say this itself: a reader should be told."""
        return self.method in _UNSURE


class Moment(NamedTuple):
    """A day and, where known, the time of day, both in Vietnam."""

    date: dt.date
    time: dt.time | None = None


class Days(NamedTuple):
    """A run of days, both ends included."""

    start: dt.date
    end: dt.date


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known of an article; None where nothing honest can be said.

    ``event`` is when the thing reported happened, ``published`` when the article came out, ``reviewed_years`` the
    years that the event looks back on (ascending).
    """

    title: Found[str] | None = None
    source: Found[str] | None = None
    author: Found[str] | None = None
    published: Found[Moment] | None = None
    event: Found[Days] | None = None
    reviewed_years: tuple[int, ...] = ()


def evidence_of(text: str) -> str:
    """Return the beginning of a text, short enough to show as evidence."""
    return text if len(text) <= _EVIDENCE_CHARS else text[: _EVIDENCE_CHARS - 1].rstrip() + "…"
