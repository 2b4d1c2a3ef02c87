"""The passages behind the hits, loaded once per question, with what of the question stands in them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from retrieval.answer.evidence.coverage import Coverage, TermWeights, cover
from retrieval.answer.evidence.reading import ReadSentence, remembered_sentences
from retrieval.answer.evidence.search import Hit
from retrieval.index.snapshot import Snapshot
from retrieval.index.store import Store
from retrieval.records import ArticleRecord, PassageRecord
from retrieval.text.span import Span


@dataclass(frozen=True, slots=True)
class Evidence:
    """One hit with its passage, its article, and how much of the question stands in its sentences and in the whole."""

    passage: PassageRecord
    article: ArticleRecord
    sentences: tuple[ReadSentence, ...]
    coverage: Coverage

    @property
    def best(self) -> Span:
        """Return the sentence that the question's words fit best; of equal ones the first."""
        greatest = max(self.coverage.sentences)
        return self.sentences[self.coverage.sentences.index(greatest)].span

    def only(self, sentences: Sequence[ReadSentence], weights: TermWeights) -> "Evidence":
        """Return the evidence that these sentences of the passage, at least one, are by themselves."""
        chosen = tuple(sentences)
        return replace(self, sentences=chosen, coverage=cover(chosen, self.article.title, weights))


def load_evidence(hits: Sequence[Hit], snapshot: Snapshot, store: Store, weights: TermWeights) -> dict[int, Evidence]:
    """Return the evidence of each hit, by row."""
    ids = {hit.row: int(snapshot.dense.ids[hit.row]) for hit in hits}
    passages = store.passages(list(ids.values()))
    articles = store.articles(list(dict.fromkeys(passage.article_id for passage in passages.values())))
    evidence = {}
    for row, passage_id in ids.items():
        passage = passages[passage_id]
        article = articles[passage.article_id]
        sentences = remembered_sentences(article.text, tuple(passage.sentences))
        evidence[row] = Evidence(passage, article, sentences, cover(sentences, article.title, weights))
    return evidence


def rows_of(articles: Sequence[str], snapshot: Snapshot, store: Store) -> npt.NDArray[np.int64]:
    """Return the rows of the passages of these articles (ids), ascending: int64."""
    ids = [passage.id for article in articles for passage in store.passages_of(article)]
    return np.flatnonzero(np.isin(snapshot.dense.ids, ids)).astype(np.int64)


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
