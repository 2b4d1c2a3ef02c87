"""Whether the other words of a sentence come from the passages: how many of them do, and whether the sense is turned.

A Vietnamese sentence is compared word for word, with marks, and by pairs of neighbours, since a syllable alone is
seldom a word. An English one is compared by what the glossary says its words are in Vietnamese; so much of that is
guesswork that names and figures have to carry it (see support.py).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from retrieval.phrasing import vocabulary
from retrieval.phrasing.reading import Reading
from retrieval.query.glossary import english_glossary

# Shares of a sentence's content words: known to passages or question, known to passages, and pairs known to either.
MIN_KNOWN = 0.85
MIN_FROM_SOURCES = 0.5
MIN_PAIRS = 0.6
MIN_KNOWN_ENGLISH = 0.5
_NEGATION_REACH = 3  # words before one that is negated, in the same clause: "không có ca tử vong"


@dataclass(frozen=True, slots=True)
class _Expression:
    """A content word or expression of an English sentence, and where its renderings stand in the sources."""

    words: tuple[str, ...]
    places: tuple[tuple[Reading, int], ...]


def vietnamese_words_stand(said: Reading, sources: Sequence[Reading], question: Reading) -> bool:
    """Return whether a Vietnamese sentence says what the sources say, as far as its words tell."""
    content = [word for place, word in enumerate(said.words) if _is_content(said, place)]
    if not content:
        return False
    theirs = {word for source in sources for word in source.words}
    known = theirs | set(question.words)
    turning = vocabulary.VIETNAMESE_TURNING_WORDS | vocabulary.VIETNAMESE_NEGATIONS
    if any(word in turning and word not in theirs for word in content):
        return False
    if _is_content(said, 0) and said.words[0] not in known:  # it may be a name: its capital does not tell
        return False
    if _share(content, known) < MIN_KNOWN or _share(content, theirs) < MIN_FROM_SOURCES:
        return False
    pairs = list(pairwise(content))
    known_pairs = {pair for reading in (*sources, question) for pair in _pairs(reading)}
    if pairs and sum(pair in known_pairs for pair in pairs) < MIN_PAIRS * len(pairs):
        return False
    return _negations_kept(said, sources)


def english_words_stand(said: Reading, sources: Sequence[Reading], question: Reading) -> bool:
    """Return whether enough words of an English sentence have renderings in the sources, none of them turned."""
    expressions = list(_english_expressions(said, sources))
    asked = set(question.words)
    n_known = 0
    for expression in expressions:
        if expression.places or all(word in asked for word in expression.words):
            n_known += 1
        if not expression.places and vocabulary.ENGLISH_TURNING_WORDS.intersection(expression.words):
            return False
    if expressions and n_known < MIN_KNOWN_ENGLISH * len(expressions):
        return False
    denied = [
        all(_is_negated(source, place) for source, place in expression.places)
        for expression in expressions
        if expression.places
    ]
    if vocabulary.ENGLISH_NEGATIONS.intersection(said.words):
        return any(_is_negated(source, place) for expression in expressions for source, place in expression.places)
    return not any(denied)


def shares_a_word(said: Reading, others: Sequence[Reading]) -> bool:
    """Return whether the sentence has a content word, in any spelling, in common with one of the others."""
    function_words = {*vocabulary.ENGLISH_FUNCTION_WORDS, *vocabulary.VIETNAMESE_FUNCTION_WORDS}
    theirs = {bare for other in others for bare in other.bare}
    return any(bare in theirs for bare, word in zip(said.bare, said.words, strict=True) if word not in function_words)


def _is_content(said: Reading, place: int) -> bool:
    word = said.words[place]
    return not (said.dated[place] or word[0].isdigit() or word in vocabulary.VIETNAMESE_FUNCTION_WORDS)


def _share(words: Sequence[str], among: set[str]) -> float:
    return sum(word in among for word in words) / len(words)


def _pairs(reading: Reading) -> Iterator[tuple[str, str]]:
    """Yield neighbours among all words, and among the content words alone."""
    yield from pairwise(reading.words)
    yield from pairwise([word for place, word in enumerate(reading.words) if _is_content(reading, place)])


def _is_negated(reading: Reading, place: int) -> bool:
    for before in range(place - 1, max(-1, place - 1 - _NEGATION_REACH), -1):
        if not reading.joined[before]:
            return False
        if reading.words[before] in vocabulary.VIETNAMESE_NEGATIONS:
            return True
    return False


def _negations_kept(said: Reading, sources: Sequence[Reading]) -> bool:
    """Return whether what is denied is denied in the sources, and what they only ever deny is denied here."""
    for place, word in enumerate(said.words):
        if word in vocabulary.VIETNAMESE_NEGATIONS:
            denied = said.words[place : place + 2]
            if not any(source.has(denied) for source in sources):
                return False
        elif _is_content(said, place) and not _is_negated(said, place):
            found = [_is_negated(source, at) for source in sources for at in source.places((word,))]
            if found and all(found):
                return False
    return True


def _english_expressions(said: Reading, sources: Sequence[Reading]) -> Iterator[_Expression]:
    """Yield the content words of an English sentence, names, figures and dates apart."""
    place = 0
    for expression in (*english_glossary().expressions(said.words), None):
        end = len(said.words) if expression is None else expression.start
        for single in range(place, end):
            if _is_english_content(said, single):
                word = said.bare[single]
                found = tuple((source, at) for source in sources for at in source.places((word,), bare=True))
                yield _Expression((said.words[single],), found)
        if expression is None:
            return
        place = expression.end
        if any(_is_english_content(said, at) for at in range(expression.start, expression.end)):
            found = tuple(
                (source, at)
                for source in sources
                for rendering in expression.renderings
                for at in source.places(rendering)
            )
            yield _Expression(said.words[expression.start : expression.end], found)


def _is_english_content(said: Reading, place: int) -> bool:
    word = said.words[place]
    if said.dated[place] or word[0].isdigit() or (said.capital[place] and place > 0):
        return False
    return word not in vocabulary.ENGLISH_FUNCTION_WORDS | vocabulary.ENGLISH_NEGATIONS
