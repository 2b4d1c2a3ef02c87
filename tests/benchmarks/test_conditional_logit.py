"""The weights are fitted so that right ones win, and are written rounded and sorted."""

import pytest

from benchmarks.conditional_logit import Group, fit, share_right
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


def test_unit_of_a_feature_changes_no_choice_where_weights_are_scaled() -> None:
    def groups(unit: float) -> list[Group]:
        return [
            ([{"near": 1.0 * unit, "sure": 0.0}, {"near": 0.0, "sure": 1.0}], [True, False]),
            ([{"near": 0.5 * unit, "sure": 1.0}, {"near": 0.2 * unit, "sure": 0.0}], [True, False]),
        ] * 5

    small, large = fit(groups(0.1), is_scaled=True), fit(groups(1.0), is_scaled=True)
    assert small["near"] == pytest.approx(10 * large["near"], abs=0.1)
    assert small["sure"] == large["sure"]
    assert fit(groups(0.1))["near"] < 5 * fit(groups(1.0))["near"]


def test_share_right_is_of_the_groups_and_the_first_of_equals_counts() -> None:
    groups: list[Group] = [
        ([{"near": 1.0}, {"near": 2.0}], [False, True]),
        ([{"near": 1.0}, {"near": 2.0}], [True, False]),
        ([{"near": 1.0}, {"near": 1.0}], [True, False]),
        ([{"near": 1.0}, {"other": 9.0}], [False, True]),
    ]
    assert share_right(groups, {"near": 1.0}) == 0.5
    assert share_right(groups, {"near": -1.0}) == 0.75
