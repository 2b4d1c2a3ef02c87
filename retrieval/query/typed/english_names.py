"""Capitals given to Vietnamese names in an English question typed small: "how many wards does hoang mai have".

Everything that reads an English question tells names by their capitals. A name is what the gazetteer or the articles
know as one, or two syllables side by side that are no English; words that English has too stay as they are.
"""

from collections.abc import Iterator

from retrieval.index.capitals import CorpusNames
from retrieval.query.glossary import english_glossary
from retrieval.query.names.places import gazetteer
from retrieval.query.terms import is_small_word
from retrieval.text.spelling import fold
from retrieval.text.syllables import is_bare_syllable
from retrieval.text.tokens import Token, tokenise

_MIN_SYLLABLES = 2


def with_name_capitals(question: str, names: CorpusNames) -> str:
    """Return an English question with a capital on each syllable of the Vietnamese names that were typed small.

    A question with any capital but its first letter is left as it was typed.
    """
    if any(char.isupper() for char in question[1:]):
        return question
    tokens = tokenise(question)
    places = {i for start, end in _names(question, tokens, names) for i in range(start, end)}
    letters = list(question)
    for i in places:
        letters[tokens[i].start] = letters[tokens[i].start].upper()
    return "".join(letters)


def _names(question: str, tokens: list[Token], names: CorpusNames) -> Iterator[tuple[int, int]]:
    """Yield the tokens [start, end) of the names; some may overlap."""
    words = [token.text for token in tokens]
    for place in gazetteer().find(words, english=True):
        if not place.is_word and _is_foreign(words[place.start : place.end]):
            yield place.start, place.end
    for name in names.find_folded([fold(word) for word in words]):
        if _is_foreign(words[name.start : name.end]):
            yield name.start, name.end
    start = 0
    for i in range(len(tokens) + 1):
        if i < len(tokens) and _is_foreign_syllable(words[i]) and _follows(question, tokens, start, i):
            continue
        if i - start >= _MIN_SYLLABLES:
            yield start, i
        start = i if i < len(tokens) and _is_foreign_syllable(words[i]) else i + 1


def _is_foreign(name: list[str]) -> bool:
    """Return whether a name has several syllables, and none at its ends that English has too: "billion dong a year"."""
    return len(name) >= _MIN_SYLLABLES and not _is_english(name[0]) and not _is_english(name[-1])


def _follows(question: str, tokens: list[Token], start: int, i: int) -> bool:
    return i == start or question[tokens[i - 1].end : tokens[i].start] == " "


def _is_foreign_syllable(word: str) -> bool:
    return is_bare_syllable(fold(word)) and not _is_english(word)


def _is_english(word: str) -> bool:
    return len(word) == 1 or is_small_word(word) or bool(english_glossary().expressions([word]))
