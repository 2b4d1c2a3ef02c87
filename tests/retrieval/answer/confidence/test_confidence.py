"""What tells whether the articles answer, from real findings on a small index."""

import math
from collections.abc import Iterator

import pytest

from retrieval.answer.confidence.confidence import Clues
from retrieval.engine import Engine
from retrieval.index.builder import build_index
from retrieval.query.language import Language
from tests.support.corpora import write_corpus
from tests.support.encoders import CountingEncoder


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    folder = tmp_path_factory.mktemp("confidence")
    build_index(folder / "data", [write_corpus(folder / "corpus")], CountingEncoder())
    engine = Engine(folder / "data", CountingEncoder())
    yield engine
    engine.close()


def clues(engine: Engine, question: str) -> Clues:
    found = engine.clues(question)
    assert found is not None
    return found[1]


def test_words_that_no_article_has_are_unknown_and_lower_the_coverage(engine: Engine) -> None:
    known, half_known = clues(engine, "giá vàng tăng"), clues(engine, "giá vàng phở")
    assert known.unknown == 0.0
    assert 0.3 < half_known.unknown < 0.8
    assert half_known.passage < known.passage == pytest.approx(1.0)


def test_question_about_nothing_in_the_articles_covers_nothing(engine: Engine) -> None:
    nothing = clues(engine, "xyzzy")
    assert (nothing.unknown, nothing.passage) == (1.0, 0.0)


def test_place_that_no_article_names_puts_every_passage_out(engine: Engine) -> None:
    assert clues(engine, "Ai chủ trì hội nghị ở Cần Thơ?").is_out == 1.0
    assert clues(engine, "Ai chủ trì hội nghị?").is_out == 0.0


def test_clues_tell_the_language_and_are_none_without_words(engine: Engine) -> None:
    found = engine.clues("Who chaired the conference?")
    assert found is not None
    assert found[0] is Language.ENGLISH
    assert engine.clues("???") is None


def test_clues_count_the_words_of_one_sentence_and_what_it_adds_to_the_question(engine: Engine) -> None:
    found = clues(engine, "giá vàng miếng tăng bao nhiêu")
    # Four words and three pairs that only this passage has; but without marks "giá" is the "gia" of "quốc gia" too.
    assert 6.5 < found.matched < 7.0
    assert found.news == pytest.approx(math.log1p(len(["ngày", "5", "6", "2023", "500.000", "đồng", "mỗi", "lượng"])))
    assert 0.0 < found.around < found.cosine
