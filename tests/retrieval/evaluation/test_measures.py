"""The measures against values worked out by hand."""

import pytest

from retrieval.evaluation.gold import AnswerRule
from retrieval.evaluation.measures import (
    answer_in_excerpts,
    answer_in_highlight,
    answer_in_marked_sentence,
    distinct,
    first_rank,
    is_verbatim,
    ndcg_at,
    p95,
    recall_at,
    reciprocal_rank_at,
)
from tests.retrieval.evaluation.stand_ins import make_citation

TWELVE = [f"a{rank}" for rank in range(1, 13)]


def test_distinct_keeps_the_first_of_each_article() -> None:
    assert distinct(["b", "a", "b", "c", "a"]) == ("b", "a", "c")


@pytest.mark.parametrize(
    ("relevant", "k", "expected"),
    [
        ({"a1"}, 1, 1.0),
        ({"a2"}, 1, 0.0),
        ({"a5"}, 5, 1.0),
        ({"a6"}, 5, 0.0),
        ({"a9", "a2"}, 5, 1.0),  # one article that answers is enough
        ({"elsewhere"}, 10, 0.0),
    ],
)
def test_recall_counts_whether_a_relevant_article_is_in_the_first_k(
    relevant: set[str], k: int, expected: float
) -> None:
    assert recall_at(TWELVE, relevant, k) == expected


@pytest.mark.parametrize(
    ("relevant", "expected"),
    [({"a1"}, 1.0), ({"a4"}, 0.25), ({"a4", "a2"}, 0.5), ({"a10"}, 0.1), ({"a11"}, 0.0), ({"elsewhere"}, 0.0)],
)
def test_reciprocal_rank_is_of_the_first_relevant_article_within_ten(relevant: set[str], expected: float) -> None:
    assert reciprocal_rank_at(TWELVE, relevant, 10) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("relevant", "expected"),
    [
        ({"a1"}, 1.0),
        ({"a2"}, 0.630930),  # 1 / log2 3
        ({"a1", "a2"}, 1.0),
        ({"a1", "a3"}, 0.919721),  # (1 + 1/2) / (1 + 1/log2 3)
        ({"a2", "a11"}, 0.386853),  # (1 / log2 3) / (1 + 1/log2 3): the second is beyond rank 10
        ({"a11"}, 0.0),
        (set(TWELVE), 1.0),  # more relevant articles than ranks
        (set(), 0.0),
    ],
)
def test_ndcg_equals_the_value_by_hand(relevant: set[str], expected: float) -> None:
    assert ndcg_at(TWELVE, relevant, 10) == pytest.approx(expected, abs=1e-6)


def test_no_results_give_zero_everywhere() -> None:
    assert recall_at([], {"a1"}, 10) == 0.0
    assert reciprocal_rank_at([], {"a1"}, 10) == 0.0
    assert ndcg_at([], {"a1"}, 10) == 0.0
    assert not answer_in_excerpts([], ["x"], AnswerRule.ALL, 3)
    assert not answer_in_highlight([], ["x"])
    assert not answer_in_marked_sentence([], ["x"])
    assert first_rank([], {"a1"}, 10) is None


def test_all_answers_may_stand_in_different_excerpts() -> None:
    citations = [make_citation("a", "Phạm Minh Chính chủ trì."), make_citation("b", "Cùng Nguyễn Thanh Bình.")]
    answers = ["Phạm Minh Chính", "Nguyễn Thanh Bình"]
    assert answer_in_excerpts(citations, answers, AnswerRule.ALL, 3)
    assert not answer_in_excerpts(citations, answers, AnswerRule.ALL, 1)
    assert answer_in_excerpts(citations, answers, AnswerRule.ANY, 1)


def test_an_excerpt_beyond_k_does_not_count() -> None:
    citations = [make_citation(name, name) for name in ("a", "b", "c", "d")]
    assert not answer_in_excerpts(citations, ["d"], AnswerRule.ANY, 3)
    assert answer_in_excerpts(citations, ["d"], AnswerRule.ANY, 4)


def test_only_the_marked_words_of_the_first_citation_count_as_highlight() -> None:
    excerpt = "Sáng 12-3, ông An chủ trì."
    marked = make_citation("a", excerpt, highlights=[(11, 17)])
    assert excerpt[11:17] == "ông An"
    assert answer_in_highlight([marked], ["An", "ai khác"])
    assert not answer_in_highlight([marked], ["12-3"])
    assert not answer_in_highlight([make_citation("b", excerpt), marked], ["An"])


def test_a_sentence_counts_as_marked_where_any_word_of_it_is() -> None:
    excerpt = "Sáng 12-3, ông An chủ trì. Bà Bình phát biểu. Ông Cường kết luận."
    first = make_citation("a", excerpt, highlights=[(11, 17)])
    assert answer_in_marked_sentence([first], ["12-3"])
    assert not answer_in_marked_sentence([first], ["Bình"])
    start = excerpt.index("phát")
    two = make_citation("a", excerpt, highlights=[(11, 17), (start, start + 4)])
    assert answer_in_marked_sentence([two], ["ai khác", "Bình"])
    assert not answer_in_marked_sentence([two], ["Cường"])
    assert not answer_in_marked_sentence([make_citation("a", excerpt), first], ["An"])


@pytest.mark.parametrize(("relevant", "expected"), [({"a1"}, 1), ({"a7", "a3"}, 3), ({"a10"}, 10), ({"a11"}, None)])
def test_rank_is_of_the_first_relevant_article_within_ten(relevant: set[str], expected: int | None) -> None:
    assert first_rank(TWELVE, relevant, 10) == expected


def test_excerpt_must_equal_the_article_from_start_to_end() -> None:
    text = "Một. Hai. Ba."
    assert is_verbatim(make_citation("a", "Hai.", start=5), text)
    assert not is_verbatim(make_citation("a", "Hai.", start=4), text)
    assert not is_verbatim(make_citation("a", "hai.", start=5), text)
    assert not is_verbatim(make_citation("a", "Ba.", start=-3), text)
    assert not is_verbatim(make_citation("a", "Hai.", start=5), None)


def test_highlight_outside_its_excerpt_is_not_verbatim() -> None:
    assert is_verbatim(make_citation("a", "Một.", highlights=[(0, 4)]), "Một.")
    assert not is_verbatim(make_citation("a", "Một.", highlights=[(0, 5)]), "Một.")
    assert not is_verbatim(make_citation("a", "Một.", highlights=[(3, 2)]), "Một.")


@pytest.mark.parametrize(
    ("values", "expected"),
    [([3.0], 3.0), ([float(i) for i in range(1, 101)], 95.0), ([float(i) for i in range(20, 0, -1)], 19.0)],
)
def test_p95_is_the_nearest_rank(values: list[float], expected: float) -> None:
    assert p95(values) == expected


def test_p95_of_nothing_is_an_error() -> None:
    with pytest.raises(ValueError, match="no values"):
        p95([])
