"""The commonest words of Vietnamese, known whether or not the articles have them: "số điện thoại", "tên gì".

A few articles do not teach how a language is spelled. ``common_words.tsv`` was written by hand: words of everyday
language and how questions are worded, a word or a short run of words a line; what the glossary says in Vietnamese are
common words as well: its longer phrases are made of words of two syllables, so that "xúc tiến thương mại" has no
"tiến thương".
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise

from retrieval.query.glossary import english_glossary
from retrieval.text.spelling import fold, one_tone_style

FILE_NAME = "common_words.tsv"
_MIN_PHRASE_SYLLABLES = 4


@dataclass(frozen=True, slots=True)
class CommonWords:
    """Pairs of neighbouring syllables, and syllables that are words, by their bare forms."""

    pairs: Mapping[tuple[str, str], frozenset[tuple[str, str]]]
    single: Mapping[str, frozenset[str]]


@cache
def common_words() -> CommonWords:
    """Return the words that ship with the project, read once."""
    lines = files(__package__).joinpath(FILE_NAME).read_text("utf-8").splitlines()
    return _indexed([*lines, *(word for phrase in english_glossary().renderings() for word in _words(phrase))])


def _words(phrase: str) -> list[str]:
    """Return the words of a rendering: of two syllables each where it has four or six, else the whole of it."""
    syllables = phrase.replace("-", " ").split()
    if len(syllables) < _MIN_PHRASE_SYLLABLES or len(syllables) % 2:
        return [phrase]
    return [" ".join(syllables[i : i + 2]) for i in range(0, len(syllables), 2)]


def _indexed(words: Iterable[str]) -> CommonWords:
    pairs: dict[tuple[str, str], set[tuple[str, str]]] = {}
    single: dict[str, set[str]] = {}
    for word in words:
        syllables = one_tone_style(word).replace("-", " ").split()
        for left, right in pairwise(syllables):
            pairs.setdefault((fold(left), fold(right)), set()).add((left, right))
        if len(syllables) == 1 and syllables[0].isalpha():
            single.setdefault(fold(syllables[0]), set()).add(syllables[0])
    return CommonWords(
        {bare: frozenset(marked) for bare, marked in pairs.items()},
        {bare: frozenset(marked) for bare, marked in single.items()},
    )
