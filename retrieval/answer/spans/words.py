"""The words of a question, weighed, and where they stand in a sentence."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from retrieval.answer.evidence.coverage import TermWeights
from retrieval.answer.evidence.reading import ReadSentence
from retrieval.query.glossary import Rendering
from retrieval.query.request.answer_type import AnswerRequest, AskedWord
from retrieval.text.tokens import PAIR_JOINER


@dataclass(frozen=True, slots=True)
class Matched:
    """A word of the question with its number and weight, and its places in one sentence as token ranges."""

    number: int
    word: AskedWord
    weight: float
    places: tuple[tuple[int, int], ...]


class WeighedWords:
    """The question's words with their inverse document frequencies, ready to be found in many sentences."""

    def __init__(self, request: AnswerRequest, weights: TermWeights) -> None:
        """Weigh the words; those that no article has weigh nothing."""
        translated = {term: weight for ways in weights.expressions for way in ways for term, weight in way.items()}
        self.words = request.words
        # A Vietnamese word weighs the same, said as in the question or otherwise.
        self.weights = [
            max(_weight(way, word.is_folded, weights, translated) for way in ways)
            for word, ways in zip(request.words, request.ways_asked(), strict=True)
        ]
        self.total = sum(self.weights)
        self._marked: dict[str, list[tuple[int, Rendering]]] = {}
        self._folded: dict[str, list[tuple[int, Rendering]]] = {}
        for number, word in enumerate(request.words):
            for n, way in enumerate(word.ways):
                index = self._folded if word.is_folded and n == 0 else self._marked
                index.setdefault(way[0], []).append((number, way))

    def share(self, numbers: Iterable[int]) -> float:
        """Return the share of the question's weight that these words have: [0, 1]."""
        return sum(map(self.weights.__getitem__, numbers)) / self.total if self.total else 0.0

    def numbers_in(self, sentence: ReadSentence) -> frozenset[int]:
        """Return the numbers of the words that stand in a text."""
        return frozenset(match.number for match in self.find_in(sentence))

    def find_in(self, sentence: ReadSentence) -> list[Matched]:
        """Return the words that stand in a sentence, in the question's order."""
        places: dict[int, list[tuple[int, int]]] = {}
        if self._marked:
            _look_up(self._marked, sentence.keys, places)
        if self._folded:
            _look_up(self._folded, sentence.folded_keys, places)
        return [
            Matched(number, self.words[number], self.weights[number], tuple(places[number]))
            for number in sorted(places)
        ]


def _look_up(
    index: Mapping[str, Sequence[tuple[int, Rendering]]], keys: Sequence[str], places: dict[int, list[tuple[int, int]]]
) -> None:
    for start, key in enumerate(keys):
        for number, way in index.get(key, ()):
            end = start + len(way)
            if end == start + 1 or tuple(keys[start:end]) == way:
                places.setdefault(number, []).append((start, end))


def _weight(way: Rendering, is_folded: bool, weights: TermWeights, translated: Mapping[str, float]) -> float:
    if is_folded:
        return weights.folded.get(way[0], 0.0)
    if len(way) == 1:
        return weights.marked.get(way[0], translated.get(way[0], 0.0))
    return sum(translated.get(PAIR_JOINER.join(way[i : i + 2]), 0.0) for i in range(len(way) - 1))
