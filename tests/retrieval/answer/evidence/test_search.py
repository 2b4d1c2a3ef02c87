from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from embeddings.base import ModelIdentity, Progress, Vectors
from retrieval.answer.evidence.coverage import term_weights
from retrieval.answer.evidence.search import WORD_WEIGHTS, find_passages, question_vector
from retrieval.index.dense import DenseIndex, load_dense, save_dense
from retrieval.index.lexical import LexicalIndex, load_lexical, save_lexical
from retrieval.query.language import Language
from retrieval.query.terms import QuestionTerms, Typing, question_terms

TEXTS = ["hội nghị tổng kết", "giá vàng tăng", "giá vàng giảm", "bóng đá"]
VECTORS = np.array([[1, 0], [0, 1], [0.6, 0.8], [-1, 0]], np.float32)
IDENTITY = ModelIdentity("two axes", "two-axes-1", 2)


@pytest.fixture(scope="module")
def dense(tmp_path_factory: pytest.TempPathFactory) -> DenseIndex:
    folder: Path = tmp_path_factory.mktemp("dense")
    ids = np.array([3, 5, 8, 9], np.int64)
    return load_dense(folder, IDENTITY, 4, save_dense(folder, IDENTITY, ids, VECTORS))


@pytest.fixture(scope="module")
def lexical(tmp_path_factory: pytest.TempPathFactory) -> LexicalIndex:
    folder: Path = tmp_path_factory.mktemp("lexical")
    return load_lexical(folder, 4, save_lexical(folder, TEXTS))


def unit(x: float, y: float) -> Vectors:
    return np.asarray(np.array([x, y]) / np.hypot(x, y), dtype=np.float32)


def test_faiss_gives_the_cosines_that_numpy_gives(dense: DenseIndex) -> None:
    query = unit(3, 4)
    expected = VECTORS @ query
    assert dense.ids.tolist() == [3, 5, 8, 9]
    assert dense.search(query, 4).tolist() == np.argsort(-expected).tolist()
    assert dense.cosines(query, np.arange(4)) == pytest.approx(expected, abs=1e-6)


def test_bm25_follows_its_formula(lexical: LexicalIndex) -> None:
    # Four passages of 7, 5, 5 and 3 terms (syllables and pairs), 5 in the mean; "giá" stands once in two of them.
    idf = np.log(1 + (4 - 2 + 0.5) / (2 + 0.5))
    weight = idf * 1 / (1 + 0.8 * (1 - 0.75 + 0.75 * 5 / 5))
    assert lexical.marked.scores(["giá"]) == pytest.approx([0, weight, weight, 0], abs=1e-5)
    assert lexical.marked.document_frequencies(["giá", "giá_vàng", "phở"]).tolist() == [2, 2, 0]
    assert lexical.marked.idf(["giá"])[0] == pytest.approx(idf)


def test_marks_count_with_marks_and_not_without(lexical: LexicalIndex) -> None:
    assert not lexical.marked.scores(["gia"]).any()
    assert lexical.folded.scores(["gia"]).astype(bool).tolist() == [False, True, True, False]


def test_words_break_a_tie_of_the_vectors(dense: DenseIndex, lexical: LexicalIndex) -> None:
    terms = question_terms("bóng đá", Language.VIETNAMESE)
    hits = find_passages(unit(0, 1), terms, dense, lexical)
    assert [hit.row for hit in hits] == [1, 2, 3, 0]
    scores = {hit.row: hit for hit in hits}
    assert scores[3].bm25 > 0
    assert scores[3].score == pytest.approx(scores[3].cosine + WORD_WEIGHTS[Typing.MARKED] * scores[3].bm25)


def test_equal_scores_go_by_row(dense: DenseIndex, lexical: LexicalIndex) -> None:
    hits = find_passages(unit(0, 0.0001), question_terms("?", Language.VIETNAMESE), dense, lexical)
    assert [hit.row for hit in hits] == [1, 2, 0, 3]
    assert (hits[2].score, hits[3].score) == pytest.approx((0.0, 0.0), abs=1e-6)


def test_a_sentence_weighs_what_it_shares_with_the_question(lexical: LexicalIndex) -> None:
    weights = term_weights(question_terms("giá vàng", Language.VIETNAMESE), lexical)
    assert weights.of_sentence("Giá vàng tăng") > weights.of_sentence("vàng và giá") > weights.of_sentence("vàng")
    assert weights.of_sentence("bóng đá") == 0.0


def test_of_an_english_expression_the_best_rendering_counts_once_per_passage(
    dense: DenseIndex, lexical: LexicalIndex
) -> None:
    # The first is "giá vàng", the pair's own score; "giảm" stands in the third only and outweighs "giá" there.
    terms = QuestionTerms(Typing.FOREIGN, ("",), (), (), ((("giá_vàng",), ("phở",)), (("giá",), ("giảm",))))
    hits = {hit.row: hit.bm25 for hit in find_passages(unit(1, 0), terms, dense, lexical)}
    pair, price, fall = (lexical.marked.scores([term]) for term in ("giá_vàng", "giá", "giảm"))
    assert hits[1] == pytest.approx(pair[1] + price[1])
    assert hits[2] == pytest.approx(pair[2] + fall[2])
    assert hits[0] == 0


def test_a_long_rendering_weighs_no_more_than_a_short_one(dense: DenseIndex, lexical: LexicalIndex) -> None:
    terms = QuestionTerms(Typing.FOREIGN, ("",), (), (), ((("hội_nghị", "nghị_tổng", "tổng_kết"),),))
    hits = {hit.row: hit.bm25 for hit in find_passages(unit(1, 0), terms, dense, lexical)}
    assert hits[0] == pytest.approx(lexical.marked.scores(["hội_nghị"])[0])
    weights = term_weights(terms, lexical)
    assert weights.of_sentence("hội nghị tổng kết") == pytest.approx(lexical.marked.idf(["hội_nghị"])[0])
    assert weights.of_sentence("hội nghị") == pytest.approx(lexical.marked.idf(["hội_nghị"])[0] / 3)


def test_a_sentence_weighs_what_an_english_question_means(lexical: LexicalIndex) -> None:
    weights = term_weights(question_terms("did gold prices rise", Language.ENGLISH), lexical)
    assert weights.of_sentence("Giá vàng tăng") > weights.of_sentence("Giá tăng") > weights.of_sentence("bóng đá") == 0


class TwoTexts:
    """An encoder that knows two texts, at a right angle to each other."""

    identity = IDENTITY

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """Return float32, (len(texts), 2)."""
        return np.array([unit(1, 0) if text == "flood" else unit(0, 1) for text in texts])

    def encode_passages(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        """Return float32, (len(texts), 2)."""
        del progress
        return self.encode_queries(texts)


def test_a_question_in_two_wordings_is_their_mean_of_unit_length() -> None:
    one = QuestionTerms(Typing.FOREIGN, ("flood",), (), ())
    both = QuestionTerms(Typing.FOREIGN, ("flood", "lũ"), (), ())
    assert question_vector(one, TwoTexts()) == pytest.approx([1, 0])
    assert question_vector(both, TwoTexts()) == pytest.approx([0.5**0.5, 0.5**0.5])
