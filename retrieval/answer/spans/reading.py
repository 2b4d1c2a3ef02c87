"""A passage read once per question: its sentences as tokens, and where the question's words stand in them."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from retrieval.answer.coverage import TermWeights
from retrieval.corpus.sentences import Span
from retrieval.query.answer_type import AnswerRequest, AskedWord
from retrieval.query.glossary import Rendering
from retrieval.text.tokens import PAIR_JOINER, folded, tokens_with_places


class ReadSentence:
    """One sentence: ``span``, ``starts`` and ``ends`` (of its tokens) are code points of the article's text.

    ``keys`` are its tokens in small letters, with marks.
    """

    def __init__(self, article: str, span: Span) -> None:
        """Tokenise the sentence."""
        self.article = article
        self.span = span
        self.text = span.of(article)
        self.keys, starts, ends = tokens_with_places(self.text)
        offset = span.start
        self.starts = [start + offset for start in starts]
        self.ends = [end + offset for end in ends]

    def __len__(self) -> int:
        """Return the number of tokens."""
        return len(self.keys)

    @cached_property
    def folded_keys(self) -> list[str]:
        """Return the tokens without marks."""
        return folded(self.keys)

    def spelled(self, *, is_folded: bool) -> list[str]:
        """Return the tokens without marks, or with them."""
        return self.folded_keys if is_folded else self.keys

    def typed(self, i: int) -> str:
        """Return token ``i`` as the article has it, with its capitals."""
        return self.article[self.starts[i] : self.ends[i]]

    @cached_property
    def is_capital(self) -> list[bool]:
        """Return of each token whether it begins with a capital."""
        return [self.article[start].isupper() for start in self.starts]

    def between(self, i: int) -> str:
        """Return what stands between token ``i`` and the one after it; what follows the last, up to the end."""
        end = self.starts[i + 1] if i + 1 < len(self.starts) else self.span.end
        return self.article[self.ends[i] : end]

    def chars(self, start: int, end: int) -> Span:
        """Return tokens [start, end) as code points of the article."""
        return Span(self.starts[start], self.ends[end - 1])

    def token_after(self, char: int) -> int:
        """Return the number of the first token that ends behind a code point of the article."""
        return bisect_right(self.ends, char)

    def find(self, way: Rendering, *, is_folded: bool) -> list[int]:
        """Return the tokens at which a run of tokens begins."""
        keys = self.spelled(is_folded=is_folded)
        if not way or way[0] not in keys:
            return []
        size = len(way)
        return [i for i, key in enumerate(keys) if key == way[0] and tuple(keys[i : i + size]) == way]


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
        self.weights = [
            max(_weight(way, word.is_folded, weights, translated) for way in word.ways) for word in request.words
        ]
        self.total = sum(self.weights)
        self._marked: dict[str, list[tuple[int, Rendering]]] = {}
        self._folded: dict[str, list[tuple[int, Rendering]]] = {}
        for number, word in enumerate(request.words):
            index = self._folded if word.is_folded else self._marked
            for way in word.ways:
                index.setdefault(way[0], []).append((number, way))

    def share(self, numbers: Iterable[int]) -> float:
        """Return the share of the question's weight that these words have: [0, 1]."""
        return sum(map(self.weights.__getitem__, numbers)) / self.total if self.total else 0.0

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
