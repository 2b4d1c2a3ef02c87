"""The one analyser: the same tokens are made when an article is indexed and when a question is asked.

A token is a syllable or a number in lower case, with its tone mark in the traditional place. Vietnamese writes a
space between syllables, not words, so pairs of neighbours stand in for words (bigrams gave BM25 more than a word
segmenter did).
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from retrieval.text.spelling import fold, one_tone_style

# Letters and digits; figures keep their inner points and commas (1.578; 6,08), document numbers are cut at - and /.
_TOKEN = re.compile(r"\d+(?:[.,]\d+)+|[^\W_]+")
PAIR_JOINER = "_"
_REMEMBERED_TOKENS = 32_768


@dataclass(frozen=True, slots=True)
class Token:
    """One token and the code points [start, end) of the text that it stands for."""

    text: str
    start: int
    end: int


def tokenise(text: str) -> list[Token]:
    """Return the tokens of NFC text in order, with marks, in lower case."""
    return [Token(found.group(), found.start(), found.end()) for found in _TOKEN.finditer(canonical(text))]


def tokens_with_places(text: str) -> tuple[list[str], list[int], list[int]]:
    """Return the texts of :func:`tokenise`, their starts and their ends: quicker where there are hundreds."""
    found = [(match.group(), *match.span()) for match in _TOKEN.finditer(canonical(text))]
    if not found:
        return [], [], []
    texts, starts, ends = zip(*found, strict=True)
    return list(texts), list(starts), list(ends)


def token_texts(text: str) -> list[str]:
    """Return just the texts of :func:`tokenise`."""
    return _TOKEN.findall(canonical(text))


def token_texts_of(text: str, parts: Iterable[tuple[int, int]]) -> list[list[str]]:
    """Return the token texts of each part [start, end) of a text: quicker than part by part."""
    letters = canonical(text)
    return [_TOKEN.findall(letters, start, end) for start, end in parts]


def folded(tokens: Sequence[str]) -> list[str]:
    """Return the tokens without marks, in the same order."""
    return list(map(_folded_token, tokens))


# A language has few syllables: 7 times as quick as folding them anew.
_folded_token = lru_cache(_REMEMBERED_TOKENS)(fold)


def with_pairs(tokens: list[str]) -> list[str]:
    """Return the tokens and, after them, each pair of neighbours: n tokens give n - 1 pairs."""
    return tokens + [f"{left}{PAIR_JOINER}{right}" for left, right in pairwise(tokens)]


def canonical(text: str) -> str:
    """Return NFC text in small letters with its tone marks in one place, equally long."""
    lowered = text.lower()
    # A few capitals of other alphabets grow when lowered (İ): offsets must hold, so those texts keep their case there.
    if len(lowered) != len(text):
        lowered = "".join(low if len(low := char.lower()) == 1 else char for char in text)
    return one_tone_style(lowered)
