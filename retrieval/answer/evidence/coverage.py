"""How much of what a question asks about stands in a text: its terms, weighed by how rare they are in the articles."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from retrieval.answer.evidence.reading import ReadSentence
from retrieval.index.lexical import LexicalField, LexicalIndex
from retrieval.query.terms import QuestionTerms
from retrieval.text.tokens import PAIR_JOINER, folded, token_texts

# Half of the word score comes from marks, half from bare letters: R@1 0.766 against 0.760 from marks alone.
MARKED_SHARE = 0.5
_NOTHING: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class FoundTerms:
    """Which terms of a question stand in a text: those with marks, and those without."""

    marked: frozenset[str] = _NOTHING
    folded: frozenset[str] = _NOTHING

    def __or__(self, other: "FoundTerms") -> "FoundTerms":
        """Return what stands in either text."""
        return FoundTerms(self.marked | other.marked, self.folded | other.folded)


class _Terms:
    """The terms of one spelling, to be looked for among tokens: pairs of neighbours apart, since they are many."""

    def __init__(self, terms: Iterable[str]) -> None:
        self._single: set[str] = set()
        self._pairs: dict[tuple[str, str], str] = {}
        for term in terms:
            left, joiner, right = term.partition(PAIR_JOINER)
            if joiner:
                self._pairs[left, right] = term
            else:
                self._single.add(term)
        self._tokens = self._single.union(*self._pairs)

    def among(self, tokens: Sequence[str]) -> frozenset[str]:
        """Return the terms that stand among these tokens, pairs side by side."""
        present = self._tokens.intersection(tokens)
        if not present:
            return _NOTHING
        found = present & self._single
        if len(tokens) > 1 and any(left in present and right in present for left, right in self._pairs):
            found.update(self._pairs[pair] for pair in self._pairs.keys() & set(pairwise(tokens)))
        return frozenset(found)


@dataclass(frozen=True)
class TermWeights:
    """Inverse document frequencies of the question's terms, to weigh the words of a text with.

    Those of a rendering's terms are divided by their number: whole, it weighs as much as one term. ``absent`` is the
    weight of the English expressions of which no article has a rendering.
    """

    marked: dict[str, float]
    folded: dict[str, float]
    expressions: tuple[tuple[dict[str, float], ...], ...] = ()
    absent: float = 0.0

    @cached_property
    def total(self) -> float:
        """Return the weight of a text that has every term; at least a hair more than 0."""
        return max(self.of(FoundTerms(self._with_marks, frozenset(self.folded))) + self.absent, 1e-9)

    @cached_property
    def _with_marks(self) -> frozenset[str]:
        return frozenset(self.marked).union(*(way for ways in self.expressions for way in ways))

    def found_in(self, text: str) -> FoundTerms:
        """Return which of the terms stand in a text."""
        tokens = token_texts(text)
        return self.found_among(tokens, folded(tokens))

    @cached_property
    def _marked_terms(self) -> "_Terms":
        return _Terms(self._with_marks)

    @cached_property
    def _folded_terms(self) -> "_Terms":
        return _Terms(self.folded)

    def found_among(self, tokens: Sequence[str], bare: Sequence[str]) -> FoundTerms:
        """Return which of the terms stand in a text of these tokens, given with marks and without."""
        return FoundTerms(self._marked_terms.among(tokens), self._folded_terms.among(bare))

    def of(self, found: FoundTerms) -> float:
        """Return the summed weight of these terms; of an English expression, the rendering that weighs most counts."""
        bare = _sum_found(self.folded, found.folded)
        if self.expressions:
            best = (max(_sum_found(way, found.marked) for way in ways) for ways in self.expressions)
            return bare + math.fsum(best)
        if not self.marked:
            return bare
        return MARKED_SHARE * _sum_found(self.marked, found.marked) + (1 - MARKED_SHARE) * bare

    def of_sentence(self, text: str) -> float:
        """Return the summed weight of the terms that stand in a text, each once."""
        return self.of(self.found_in(text))


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of a question stands in a passage; shares are in [0, 1], of the weight of all its terms.

    ``sentences`` has the weight in each sentence, in order; ``pair`` is the best share of two neighbouring sentences.
    """

    sentences: tuple[float, ...]
    sentence: float
    pair: float
    passage: float
    title: float


def cover(sentences: Sequence[ReadSentence], title: str | None, weights: TermWeights) -> Coverage:
    """Return how much of a question these sentences cover, one by one, in twos and together."""
    found = [weights.found_among(sentence.keys, sentence.folded_keys) for sentence in sentences]
    alone = tuple(map(weights.of, found))
    best = max(alone)
    pair = max((weights.of(left | right) for left, right in pairwise(found)), default=best)
    everything = FoundTerms(
        _NOTHING.union(*(item.marked for item in found)), _NOTHING.union(*(item.folded for item in found))
    )
    shares = (best, pair, weights.of(everything), weights.of(weights.found_in(title)) if title else 0.0)
    return Coverage(alone, *(share / weights.total for share in shares))


def term_weights(terms: QuestionTerms, lexical: LexicalIndex) -> TermWeights:
    """Return the weights of the question's terms in this index."""
    translated = [term for ways in terms.expressions for way in ways for term in way]
    weights = _idf(translated, lexical.marked)
    expressions = tuple(
        tuple({term: weights[term] / len(way) for term in way if term in weights} for way in ways)
        for ways in terms.expressions
    )
    absent = sum(not any(ways) for ways in expressions) * lexical.marked.rarest_idf
    return TermWeights(_idf(terms.marked, lexical.marked), _idf(terms.folded, lexical.folded), expressions, absent)


def _idf(terms: Sequence[str], field: LexicalField) -> dict[str, float]:
    distinct = list(dict.fromkeys(terms))
    frequencies = field.document_frequencies(distinct)
    weights = field.idf(distinct)
    return {term: float(weights[i]) for i, term in enumerate(distinct) if frequencies[i]}


def _sum_found(weights: Mapping[str, float], present: frozenset[str]) -> float:
    # fsum is exact, so the order in which a set gives its terms cannot change the score.
    return math.fsum(map(weights.__getitem__, weights.keys() & present))
