"""The passages behind the hits, loaded once per question, with the sentence of each that answers best."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from embeddings.base import Encoder, Vectors
from retrieval.answer.coverage import Coverage, TermWeights, cover
from retrieval.answer.search import Hit
from retrieval.corpus.sentences import Span
from retrieval.index.snapshot import Snapshot
from retrieval.index.store import Store
from retrieval.records import ArticleRecord, PassageRecord
from retrieval.text.spelling import one_tone_style


@dataclass(frozen=True, slots=True)
class ScoredSentence:
    """A sentence of a passage, in code points of the article's text, and its score against the question."""

    span: Span
    score: float


@dataclass(frozen=True, slots=True)
class Evidence:
    """One hit with its passage, its article, and the sentence of it that the question's words fit best.

    ``equals`` has all sentences that they fit as well, in order: the best one first, often alone. ``coverage`` has the
    words' weight in each sentence and in the whole.
    """

    passage: PassageRecord
    article: ArticleRecord
    coverage: Coverage

    @property
    def equals(self) -> tuple[Span, ...]:
        """Return the sentences that have the greatest weight of the question's words, in order."""
        greatest = max(self.coverage.sentences)
        weighed = zip(self.passage.sentences, self.coverage.sentences, strict=True)
        return tuple(span for span, weight in weighed if weight == greatest)

    @property
    def best(self) -> ScoredSentence:
        """Return the first of them."""
        return ScoredSentence(self.equals[0], max(self.coverage.sentences))


def load_evidence(hits: Sequence[Hit], snapshot: Snapshot, store: Store, weights: TermWeights) -> dict[int, Evidence]:
    """Return the evidence of each hit, by row."""
    ids = {hit.row: int(snapshot.dense.ids[hit.row]) for hit in hits}
    passages = store.passages(list(ids.values()))
    articles = store.articles(list(dict.fromkeys(passage.article_id for passage in passages.values())))
    evidence = {}
    for row, passage_id in ids.items():
        passage = passages[passage_id]
        article = articles[passage.article_id]
        evidence[row] = Evidence(passage, article, cover(article.text, passage.sentences, article.title, weights))
    return evidence


def without_passages(hits: Sequence[Hit], passages: Sequence[str], snapshot: Snapshot, store: Store) -> list[Hit]:
    """Return the hits that are none of the passages (public ids), in their order."""
    if not passages:
        return list(hits)
    articles = dict.fromkeys(public_id.rpartition("#")[0] for public_id in passages)
    left_out = [
        passage.id for article in articles for passage in store.passages_of(article) if passage.public_id in passages
    ]
    ids = snapshot.dense.ids[[hit.row for hit in hits]]
    return [hit for hit, is_left_out in zip(hits, np.isin(ids, left_out), strict=True) if not is_left_out]


def best_by_meaning(text: str, sentences: Sequence[Span], query: Vectors, encoder: Encoder) -> ScoredSentence:
    """Return the sentence nearest to the question's vector, float32 (dimension,); of equal ones the first."""
    vectors = encoder.encode_passages([one_tone_style(span.of(text)) for span in sentences])
    cosines = vectors @ query
    best = int(np.argmax(cosines))
    return ScoredSentence(sentences[best], float(cosines[best]))
