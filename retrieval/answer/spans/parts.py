"""Figures of a part of the place asked about: "Riêng huyện A có 19 trường" does not say how many the province has."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from retrieval.answer.evidence.reading import ReadSentence
from retrieval.answer.spans.candidate import Candidate
from retrieval.query.names.places import gazetteer
from retrieval.query.request.answer_type import AnswerRequest
from retrieval.text.spelling import fold
from retrieval.text.wordlists import pair_set, word_set

_AREAS = word_set("huyện xã phường quận tp thôn")
_AREA_PAIRS = pair_set("thành phố, thị xã, thị trấn")
_LEADING = word_set("riêng tại ở có")
_NEAR_TOKENS = 3


def parts_told(request: AnswerRequest, sentence: ReadSentence, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return the figures of a sentence, those marked that are of a place which the question does not name.

    Only where it names another one: of an unnamed place the article tells which.
    """
    asked = tuple(fold(word.ways[0][0]) for word in request.words if len(word.ways[0]) == 1)
    areas = list(_areas(sentence))
    if not areas or not _names_place(asked):
        return list(candidates)
    return [
        each.with_traits({"elsewhere": 1.0}) if _is_elsewhere(sentence, each, areas, asked) else each
        for each in candidates
    ]


def _areas(sentence: ReadSentence) -> Iterator[tuple[int, int, int]]:
    """Yield the places with their noun: its token, and the tokens [start, end) of the name."""
    keys = sentence.keys
    for i, key in enumerate(keys):
        size = 1 if key in _AREAS else 2 if tuple(keys[i : i + 2]) in _AREA_PAIRS else 0
        start = end = i + size
        while (
            size and end < len(keys) and sentence.is_capital[end] and (end == start or sentence.between(end - 1) == " ")
        ):
            end += 1
        if end > start:
            yield i, start, end


def _is_elsewhere(
    sentence: ReadSentence, candidate: Candidate, areas: Sequence[tuple[int, int, int]], asked: Sequence[str]
) -> bool:
    before = [
        (start, end)
        for noun, start, end in areas
        if end <= candidate.start
        and sentence.scopes[noun] == sentence.scopes[candidate.start]
        and (_opens_part(sentence, noun) or candidate.start - end <= _NEAR_TOKENS)
    ]
    if not before:
        return False
    start, end = before[-1]
    return not set(sentence.folded_keys[start:end]).issubset(asked)


def _opens_part(sentence: ReadSentence, noun: int) -> bool:
    while noun and sentence.keys[noun - 1] in _LEADING:
        noun -= 1
    return noun == 0 or any(sign in sentence.between(noun - 1) for sign in ",;:(")


@lru_cache(maxsize=64)
def _names_place(words: tuple[str, ...]) -> bool:
    # The names of an English question are found by letters alone, as these words without marks are.
    return any(place.end - place.start > 1 for place in gazetteer().find(words, english=True))
