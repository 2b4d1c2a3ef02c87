"""What a way of asking is made of: the kinds of answer, and patterns that are compiled with marks and without.

A pattern is matched against the question's tokens, in small letters with one space between them. The Vietnamese ones
are written with marks and compiled twice, as written and without marks, so that both spellings are read by one rule.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from retrieval.text.spelling import fold
from retrieval.text.wordlists import word_set


class AnswerType(StrEnum):
    """What kind of answer a question wants; ``FREE`` is any other."""

    PERSON = "person"
    PERSONS = "persons"
    DATE = "date"
    PLACE = "place"
    NUMBER = "number"
    ORGANISATION = "organisation"
    DOCUMENT = "document"
    LIST = "list"
    REASON = "reason"
    FREE = "free"


# Kinds whose answers are known by their words: who, when, how many, where.
DEFINITE = frozenset({AnswerType.PERSON, AnswerType.PERSONS, AnswerType.DATE, AnswerType.NUMBER, AnswerType.PLACE})


@dataclass(frozen=True, slots=True)
class Spellings:
    """One pattern, for whole words, with marks and without."""

    marked: re.Pattern[str]
    bare: re.Pattern[str]

    def spelled(self, is_bare: bool) -> re.Pattern[str]:
        """Return the pattern for text with marks or for folded text."""
        return self.bare if is_bare else self.marked


@dataclass(frozen=True, slots=True)
class Wording:
    """One way of asking for one kind of answer."""

    type: AnswerType
    pattern: Spellings


_MARKED_LETTER = re.compile(r"[^\x00-\x7f]")


def both(source: str) -> Spellings:
    """Return a pattern written with marks, for whole words, in both spellings."""
    return Spellings(re.compile(_whole(source)), re.compile(_whole(_MARKED_LETTER.sub(_fold_letter, source))))


def _fold_letter(found: re.Match[str]) -> str:
    return fold(found[0])


def _whole(source: str) -> str:
    return rf"(?<!\w)(?:{source})(?!\w)"


def both_sets(words: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the words as written, and folded: indexed by whether marks are missing."""
    return word_set(words), word_set(fold(words))
