"""The lines of an article while it is being cleaned: each judged on its own text, its length and where it stands."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from retrieval.text.normal import squeeze_line

_PROSE_WORDS = 12
_SHORT_PROSE_WORDS = 7
_EDGE_MARKS = " \t.,;:!?…·•|/\\-–—_*#>»\"'“”‘’()[]{}"
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*$")
_NAME_WORD = re.compile(r"[^\W\d_a-z]\w*\.?(?:-\w+)?$")


class Reason(StrEnum):
    """Why a line was taken out."""

    STRAY_PUNCTUATION = "stray punctuation"
    INTERFACE = "button, form or portlet of the page"
    TEMPLATE = "unfilled template"
    NAVIGATION = "menu"
    STAMP = "time stamp"
    RELATED = "link to another article"
    TAGS = "tags"
    FOOTER = "imprint, copyright or cookie notice"
    REPEATED = "repeated"


@dataclass(frozen=True, slots=True)
class RemovedLine:
    """A line (1-based number in the document) that the cleaned text leaves out, or the half of it that repeats."""

    line_number: int
    text: str
    reason: Reason


@dataclass
class Line:
    """One line that is not blank: its number from 1, its text with single spaces, and the verdict so far."""

    number: int
    text: str
    reason: Reason | None = field(default=None)

    @cached_property
    def key(self) -> str:
        """The text as it is compared: without case and without punctuation at its ends."""
        return key_of(self.text)

    @cached_property
    def n_words(self) -> int:
        """How many words stand between spaces."""
        return self.text.count(" ") + 1

    @cached_property
    def ends_sentence(self) -> bool:
        """Whether the line ends as a sentence does."""
        return _SENTENCE_END.search(self.text) is not None

    @cached_property
    def is_prose(self) -> bool:
        """Whether the line is long enough to be a sentence or a paragraph, or is a short sentence."""
        return self.n_words >= _PROSE_WORDS or (self.n_words >= _SHORT_PROSE_WORDS and self.ends_sentence)

    @cached_property
    def is_name(self) -> bool:
        """Whether the line reads as the name of a person: two to five words with capitals."""
        return looks_like_name(self.text)


def key_of(text: str) -> str:
    """Return the text in one case without punctuation at its ends, with straight quotation marks."""
    return text.casefold().strip(_EDGE_MARKS).replace("“", '"').replace("”", '"').replace(" ", " ")


def looks_like_name(text: str) -> bool:
    """Return whether the text is two to five words that each begin with a capital letter, and nothing else."""
    words = text.split()
    return 2 <= len(words) <= 5 and all(_NAME_WORD.match(word) and word[0].isupper() for word in words)  # noqa: PLR2004


def split_lines(text: str) -> list[Line]:
    """Return the lines of normalised text that are not blank."""
    squeezed = enumerate(map(squeeze_line, text.split("\n")), 1)
    return [Line(number, line) for number, line in squeezed if line]


def head_and_tail(lines: Sequence[Line]) -> tuple[int, int]:
    """Return where prose begins and the index after its end, counting only lines not yet removed.

    Lines before the first index are the head, lines from the second on the tail; without prose both cover everything.
    """
    prose = [index for index, line in enumerate(lines) if line.reason is None and line.is_prose]
    return (prose[0], prose[-1] + 1) if prose else (len(lines), 0)
