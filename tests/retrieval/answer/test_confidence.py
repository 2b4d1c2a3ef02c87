from pathlib import Path

import pytest

from retrieval.answer.confidence import MIN_CONFIDENCE, estimate_confidence, word_coverage
from retrieval.answer.search import Hit
from retrieval.index.lexical import LexicalIndex, load_lexical, save_lexical
from retrieval.query.language import Language
from retrieval.query.terms import question_terms

TEXTS = ["Hội nghị bàn về giá vàng.", "Hội nghị bàn về bóng đá.", "Hội nghị bàn về mưa lũ."]


@pytest.fixture(scope="module")
def lexical(tmp_path_factory: pytest.TempPathFactory) -> LexicalIndex:
    folder: Path = tmp_path_factory.mktemp("lexical")
    return load_lexical(folder, len(TEXTS), save_lexical(folder, TEXTS))


def test_coverage_is_the_share_of_the_question_s_words(lexical: LexicalIndex) -> None:
    terms = question_terms("giá vàng", Language.VIETNAMESE)
    assert word_coverage(TEXTS[0], terms, lexical) == 1.0
    assert word_coverage(TEXTS[1], terms, lexical) == 0.0


def test_a_rare_word_covers_more_than_a_common_one(lexical: LexicalIndex) -> None:
    terms = question_terms("hội nghị vàng", Language.VIETNAMESE)
    assert word_coverage("vàng", terms, lexical) > 0.7 > word_coverage("hội nghị", terms, lexical)


def test_a_word_that_no_article_has_lowers_the_coverage(lexical: LexicalIndex) -> None:
    known = question_terms("giá vàng", Language.VIETNAMESE)
    unknown = question_terms("giá vàng phở", Language.VIETNAMESE)
    assert word_coverage(TEXTS[0], unknown, lexical) < word_coverage(TEXTS[0], known, lexical)


def test_confidence_rises_with_nearness_and_words(lexical: LexicalIndex) -> None:
    terms = question_terms("giá vàng", Language.VIETNAMESE)
    near, far = Hit(0, 0.9, 0.90, 1.0), Hit(0, 0.8, 0.80, 1.0)
    both = estimate_confidence(near, TEXTS[0], terms, lexical)
    assert (
        both > estimate_confidence(near, TEXTS[1], terms, lexical) > estimate_confidence(far, TEXTS[1], terms, lexical)
    )
    assert both > 0.9
    assert estimate_confidence(far, TEXTS[1], terms, lexical) < MIN_CONFIDENCE


def test_an_empty_sentence_covers_nothing(lexical: LexicalIndex) -> None:
    assert word_coverage("", question_terms("giá vàng", Language.VIETNAMESE), lexical) == 0.0
    assert word_coverage("giá", question_terms("?", Language.VIETNAMESE), lexical) == 0.0
