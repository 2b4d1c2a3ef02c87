"""Hybrid search, the first stage: cosine and BM25 on one fixed scale, over the union of both lists.

A fixed scale did as well on the ViQuAD dev questions as scaling each list per question (R@1 0.760 and 0.759), and it
keeps scores comparable between questions. The leading passages are then examined and put in order by
:mod:`retrieval.answer.ranking.ranking`; ARCHITECTURE.md has the figures.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from embeddings.base import Encoder, Vectors
from retrieval.answer.evidence.coverage import MARKED_SHARE
from retrieval.index.dense import DenseIndex
from retrieval.index.lexical import LexicalField, LexicalIndex
from retrieval.query.terms import QuestionTerms, Renderings, Typing

_CANDIDATES = 100  # of each index; deeper lists changed no figure
_TINY = 1e-12


# What a unit of BM25 is worth in cosine. Marks given back are right in 97 of 100 syllables; the vectors then count
# nearly as usual. Where none could be given back, the model understands little (dense R@1 0.075) and words decide.
WORD_WEIGHTS = {
    Typing.MARKED: 0.002,
    Typing.RESTORED: 0.003,
    Typing.BARE: 0.02,
    Typing.FOREIGN: 0.006,
}


@dataclass(frozen=True, slots=True)
class Hit:
    """One passage found: its row in the indexes, its score, and the parts of it."""

    row: int
    score: float
    cosine: float
    bm25: float


def question_vector(terms: QuestionTerms, encoder: Encoder) -> Vectors:
    """Return the vector that stands for a question, float32 (dimension,), of unit length."""
    vectors = encoder.encode_queries(terms.to_embed)
    mean = vectors.mean(axis=0)
    return np.asarray(mean / max(float(np.linalg.norm(mean)), _TINY), dtype=np.float32)


def find_passages(
    query: Vectors,
    terms: QuestionTerms,
    dense: DenseIndex,
    lexical: LexicalIndex,
    within: npt.NDArray[np.int64] | None = None,
) -> list[Hit]:
    """Return the leading passages by cosine and words, best first; query is float32 (dimension,), of unit length.

    Equal scores keep the order of the passage ids. Where the rows ``within`` are given, all of them are returned and
    no other.
    """
    bm25 = _word_scores(terms, lexical)
    if within is None:
        rows = np.union1d(dense.search(query, _CANDIDATES), _best_rows(bm25, _CANDIDATES))
    else:
        rows = np.unique(within)
    if not rows.size:
        return []
    cosines = dense.cosines(query, rows)
    scores = cosines + WORD_WEIGHTS[terms.typing] * bm25[rows]
    order = np.lexsort((rows, -scores))
    return [Hit(int(rows[i]), float(scores[i]), float(cosines[i]), float(bm25[rows[i]])) for i in order]


def _word_scores(terms: QuestionTerms, lexical: LexicalIndex) -> npt.NDArray[np.float32]:
    bare = lexical.folded.scores(terms.folded)
    if terms.expressions:
        return bare + _expression_scores(terms.expressions, lexical.marked)
    if not terms.marked:
        return bare
    marked = lexical.marked.scores(terms.marked)
    return np.asarray(MARKED_SHARE * marked + (1 - MARKED_SHARE) * bare, dtype=np.float32)


def _expression_scores(expressions: Sequence[Renderings], field: LexicalField) -> npt.NDArray[np.float32]:
    """Return the summed score of the expressions in every passage, float32: of each, its best rendering there.

    A rendering scores the mean of its terms, so that four syllables count no more than two. On XQuAD the sum of its
    terms lost 0.006 R@1 among 5,649 passages, and the sum of all renderings 0.018.
    """
    total: npt.NDArray[np.float32] = np.zeros_like(field.scores(()))
    for ways in expressions:
        total += np.maximum.reduce([field.scores(way) / np.float32(len(way)) for way in ways])
    return total


def _best_rows(scores: npt.NDArray[np.float32], top: int) -> npt.NDArray[np.int64]:
    """Return the rows of the best positive scores, in no order; of equal scores the lowest rows."""
    if scores.size > top:
        threshold = np.partition(scores, -top)[-top]
        above = np.flatnonzero(scores > threshold)
        ties = np.flatnonzero(scores == threshold)[: top - above.size]
        rows = np.concatenate([above, ties])
    else:
        rows = np.arange(scores.size)
    return np.asarray(rows[scores[rows] > 0], dtype=np.int64)
