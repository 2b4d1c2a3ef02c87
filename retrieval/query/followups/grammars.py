"""The two languages behind one shape, so that the rest need not know which one it works in."""

from collections.abc import Callable
from typing import Protocol

from retrieval.query.followups import (
    english_completing,
    english_meaning,
    english_whole,
    vietnamese_completing,
    vietnamese_meaning,
    vietnamese_whole,
)
from retrieval.query.followups.asked import Asked, AskedPhrase
from retrieval.query.followups.half import Reference
from retrieval.query.followups.names import NamePhrase
from retrieval.query.language import Language

# What a reference points back to in the question before, or in its answer; empty where there is no such thing.
MeantBy = Callable[[Reference, str, str | None], str]


class Grammar(Protocol):
    """How one language puts half a question into a whole one; the modules ``*_completing`` are of this shape."""

    def with_added(self, before: str, piece: str) -> str:
        """Return the question with a place or a period that it did not name."""

    def with_noun(self, before: str, noun: str) -> str | None:
        """Return the question with what it counts exchanged, or None where it counts nothing."""

    def with_concern(self, before: str, noun: str) -> str:
        """Return the question with another thing set beside it."""

    def with_clause(self, before: str, text: str) -> str:
        """Return a clause with the question that it goes on from ahead of it."""

    def place_piece(self, shown: str, name: NamePhrase) -> str:
        """Return a place with a preposition."""

    def matching_phrase(self, before: str, noun: str) -> tuple[int, int] | None:
        """Return the phrase of the question that has its head in common with a noun, [start, end)."""

    def asking_instead(self, before: str, phrase: AskedPhrase) -> str:
        """Return the question with another question word."""

    def asking_why(self, before: str, phrase: AskedPhrase, answer: str | None) -> str:
        """Return the question why it is as the question before was answered."""

    def resolved(self, text: str, reference: Reference, meant: str) -> str:
        """Return a clause with what it points back to in its place."""


_GRAMMARS: dict[Language, Grammar] = {
    Language.VIETNAMESE: vietnamese_completing,
    Language.ENGLISH: english_completing,
}


_MEANINGS: dict[Language, MeantBy] = {
    Language.VIETNAMESE: vietnamese_meaning.meant_by,
    Language.ENGLISH: english_meaning.meant_by,
}


_KINDS: dict[Language, Callable[[str], Asked | None]] = {
    Language.VIETNAMESE: vietnamese_whole.asks,
    Language.ENGLISH: english_whole.asks,
}


def kind_asked(before: str, language: Language) -> Asked | None:
    """Return what kind of thing a whole question asks for."""
    return _KINDS[language](before)


def grammar_of(language: Language) -> Grammar:
    """Return how a language puts half a question into a whole one."""
    return _GRAMMARS[language]


def meaning_in(language: Language) -> MeantBy:
    """Return how a language finds what a reference points back to."""
    return _MEANINGS[language]
