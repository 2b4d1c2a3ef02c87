"""How long should a passage be, and does it pay to let neighbours share a sentence?

``python -m benchmarks.passages --corpus … --questions …`` cuts the corpus in each way of a grid, indexes it in a
folder of its own and searches as the engine does. Beside the rank of the right article it tells whether the answer
stands in the first excerpts, and how much a person has to read there.
"""

import argparse
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product
from pathlib import Path
from statistics import mean

import numpy as np

from benchmarks.measuring import markdown
from embeddings import DEFAULT_MODEL, Encoder, open_encoder
from embeddings.base import Vectors
from retrieval.answer.evidence.search import find_passages, question_vector
from retrieval.corpus.article import prepare_article
from retrieval.corpus.document import Document
from retrieval.corpus.passages import Passage, Sizes, cut_passages
from retrieval.corpus.reading import read_corpus
from retrieval.evaluation.answers import has_answers
from retrieval.evaluation.gold import Question, read_questions
from retrieval.evaluation.measures import distinct, recall_at, reciprocal_rank_at
from retrieval.index.dense import DenseIndex, load_dense, save_dense
from retrieval.index.intake import passage_input
from retrieval.index.lexical import LexicalIndex, load_lexical, save_lexical
from retrieval.query.language import detect_language
from retrieval.query.terms import question_terms
from retrieval.records import ArticleRecord
from retrieval.text.normal import single_spaced

MAX_CHARS = (500, 800, 1100, 1400, 1700)
TARGET_SHARE = 0.7  # of the maximum; the project's own sizes are the same share
OVERLAPS = (0, 1)
DEPTH = 30  # passages; leaves ten articles where each has three of them
EXCERPTS = 3


class CachingEncoder:
    """The real model; a text that two ways of cutting have in common is embedded once."""

    def __init__(self, encoder: Encoder) -> None:
        """Take the encoder that does the work."""
        self.identity = encoder.identity
        self._encoder = encoder
        self._passages: dict[str, Vectors] = {}
        self.query = cache(lambda terms: question_vector(terms, encoder))

    def passages(self, texts: Sequence[str]) -> Vectors:
        """Return float32, (len(texts), dimension), unit rows."""
        new = sorted({text for text in texts if text not in self._passages}, key=len, reverse=True)
        self._passages.update(zip(new, self._encoder.encode_passages(new), strict=True))
        return np.stack([self._passages[text] for text in texts])


@dataclass(frozen=True, slots=True)
class Cut:
    """The corpus cut in one way: row i of either index is passage i."""

    passages: list[tuple[ArticleRecord, Passage]]
    dense: DenseIndex
    lexical: LexicalIndex


@dataclass(frozen=True, slots=True)
class Found:
    """What one question found: articles, each once, and passages, both best first."""

    question: Question
    ranking: tuple[str, ...]
    excerpts: tuple[str, ...]

    def has_answer(self, k: int) -> bool:
        """Return whether the first k excerpts, taken together, hold what is asked for."""
        return has_answers(self.excerpts[:k], self.question.answers, self.question.rule)


def read_articles(corpus: Path) -> list[ArticleRecord]:
    """Return the articles of a corpus as they are indexed."""
    documents = [reading for reading in read_corpus(corpus) if isinstance(reading, Document)]
    prepared = [prepare_article(document, document.path, "") for document in documents]
    return [found[0] for found in prepared if isinstance(found, tuple)]


def cut_corpus(articles: Sequence[ArticleRecord], sizes: Sizes, encoder: CachingEncoder, folder: Path) -> Cut:
    """Return the articles cut, embedded and indexed in the folder."""
    passages = [(article, passage) for article in articles for passage in cut_passages(article.text, sizes)]
    texts = [_excerpt(*pair) for pair in passages]
    vectors = encoder.passages([passage_input(text) for text in texts])
    count = len(texts)
    dense_sha256 = save_dense(folder, encoder.identity, np.arange(count, dtype=np.int64), vectors)
    lexical_sha256 = save_lexical(folder, texts)
    dense = load_dense(folder, encoder.identity, count, dense_sha256)
    return Cut(passages, dense, load_lexical(folder, count, lexical_sha256))


def find(question: Question, cut: Cut, encoder: CachingEncoder) -> Found:
    """Return what the first stage of the search finds for a question, best first."""
    text = single_spaced(question.text)
    terms = question_terms(text, detect_language(text))
    hits = find_passages(encoder.query(terms), terms, cut.dense, cut.lexical)[:DEPTH]
    ranked = [cut.passages[hit.row] for hit in hits]
    excerpts = tuple(_excerpt(*pair) for pair in ranked[:EXCERPTS])
    return Found(question, distinct(article.id for article, _ in ranked)[:10], excerpts)


def row(sizes: Sizes, cut: Cut, found: Sequence[Found]) -> list[str]:
    """Return the figures of one way of cutting, over the questions that have an answer."""
    pairs = [(each.ranking, each.question.articles) for each in found]
    figures = (
        mean(recall_at(*pair, 1) for pair in pairs),
        mean(recall_at(*pair, 5) for pair in pairs),
        mean(reciprocal_rank_at(*pair, 10) for pair in pairs),
        mean(each.has_answer(1) for each in found),
        mean(each.has_answer(EXCERPTS) for each in found),
    )
    return [
        f"{sizes.target_chars} / {sizes.max_chars}",
        str(sizes.overlap_sentences),
        str(len(cut.passages)),
        f"{mean(passage.end - passage.start for _, passage in cut.passages):.0f}",
        *(f"{figure:.3f}" for figure in figures),
        f"{mean(len(each.excerpts[0]) for each in found):.0f}",
    ]


def compare(corpus: Path, questions: Sequence[Question], grid: Sequence[Sizes], work: Path) -> str:
    """Return the table of all ways of cutting as markdown."""
    encoder = CachingEncoder(open_encoder(DEFAULT_MODEL, work / "models"))
    articles = read_articles(corpus)
    rows = []
    for number, sizes in enumerate(grid):
        print(f"{number + 1} of {len(grid)}: {sizes}", file=sys.stderr)
        cut = cut_corpus(articles, sizes, encoder, work / str(number))
        rows.append(row(sizes, cut, [find(question, cut, encoder) for question in questions]))
    header = ("target / max", "shared", "passages", "mean chars", "R@1", "R@5", "MRR@10")
    return markdown((*header, "answer@1", f"answer@{EXCERPTS}", "excerpt chars"), rows)


def _excerpt(article: ArticleRecord, passage: Passage) -> str:
    return article.text[passage.start : passage.end]


def main() -> None:
    """Read the command line, measure, print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.passages", description=__doc__)
    parser.add_argument("--corpus", type=Path, required=True, help="a folder or a file of articles")
    parser.add_argument("--questions", type=Path, required=True, nargs="+", help="JSON lines, one table over all files")
    parser.add_argument("--max-chars", type=int, nargs="+", default=MAX_CHARS)
    parser.add_argument("--overlaps", type=int, nargs="+", default=OVERLAPS, help="sentences that neighbours share")
    options = parser.parse_args()
    grid = [
        Sizes(round(TARGET_SHARE * top), top, shared) for shared, top in product(options.overlaps, options.max_chars)
    ]
    questions = [each for path in options.questions for each in read_questions(path) if each.is_answerable]
    with tempfile.TemporaryDirectory(prefix="passages-") as work:
        print(compare(options.corpus, questions, grid, Path(work)))


if __name__ == "__main__":
    main()
