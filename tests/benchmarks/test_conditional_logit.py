"""The weights are fitted so that right ones win, and are written rounded and sorted."""

import pytest

from benchmarks.conditional_logit import Group, fit
from retrieval.answer.spans.scoring import score


def test_weights_prefer_what_right_ones_have_when_fitted() -> None:
    groups: list[Group] = [([{"near": 1.0, "long": 1.0}, {"near": 0.2, "long": 1.0}], [True, False])] * 20

    weights = fit(groups)

    assert list(weights) == ["near"]
    assert score({"near": 1.0}, weights) > score({"near": 0.2}, weights)


def test_questions_that_teach_nothing_change_no_weight() -> None:
    teaching: list[Group] = [([{"near": 1.0}, {"near": 0.0}], [True, False])]
    all_right: Group = ([{"near": 0.0}, {"near": 1.0}], [True, True])
    none_right: Group = ([{"near": 0.0}, {"near": 1.0}], [False, False])

    assert fit([*teaching, all_right, none_right]) == fit(teaching)


def test_feature_without_a_weight_counts_nothing() -> None:
    assert score({"near": 2.0, "unknown": 5.0}, {"near": 1.5}) == pytest.approx(3.0)
