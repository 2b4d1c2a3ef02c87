"""What a name or a number of a question is, as a plain record: found in the query, looked for in the evidence."""

from dataclasses import dataclass
from enum import StrEnum


class NameKind(StrEnum):
    """What is named."""

    PERSON = "person"
    PLACE = "place"
    ORGANISATION = "organisation"
    ROLE = "role"
    DOCUMENT = "document"
    FIGURE = "figure"
    EDITION = "edition"
    QUOTED = "quoted"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class AskedName:
    """One name of a question: ``understood[text_start:text_end]``, and how it may stand in the articles.

    ``variants`` are in Vietnamese with their usual capitals, the likeliest first. With ``is_firm``, an article that
    has none of them does not answer the question. ``head`` is the word before it that says what the name is there
    ("điểm cầu", "tỉnh", "bà"), or empty. With ``any_marks`` the marks were not typed and are not sure: letters alone
    must agree.
    """

    kind: NameKind
    text: str
    text_start: int
    text_end: int
    variants: tuple[str, ...]
    is_firm: bool
    head: str = ""
    any_marks: bool = False
