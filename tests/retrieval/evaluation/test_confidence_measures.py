"""AUROC, the ROC curve and calibration against values worked out by hand."""

from itertools import pairwise

import pytest

from retrieval.evaluation.calibration import (
    CalibrationBin,
    brier_score,
    calibration_bins,
    expected_calibration_error,
)
from retrieval.evaluation.separation import auroc, roc_curve


@pytest.mark.parametrize(
    ("positives", "negatives", "expected"),
    [
        ([0.9, 0.8], [0.1, 0.2], 1.0),
        ([0.1, 0.2], [0.9, 0.8], 0.0),
        ([0.5], [0.5], 0.5),
        ([0.9, 0.4], [0.5, 0.1], 0.75),  # three pairs of four in order
        ([0.9, 0.5, 0.5], [0.5, 0.1], 5 / 6),  # four pairs in order, two equal
    ],
)
def test_auroc_is_the_share_of_pairs_in_order(positives: list[float], negatives: list[float], expected: float) -> None:
    assert auroc(positives, negatives) == pytest.approx(expected)


def test_auroc_needs_both_kinds() -> None:
    assert auroc([], [0.5]) is None
    assert auroc([0.5], []) is None


def test_roc_curve_goes_from_nothing_answered_to_everything() -> None:
    assert roc_curve([0.9, 0.4], [0.4, 0.1]) == [(0.0, 0.0), (0.0, 0.5), (0.5, 1.0), (1.0, 1.0)]
    with pytest.raises(ValueError, match="both kinds"):
        roc_curve([0.9], [])


def test_area_under_the_curve_is_auroc() -> None:
    positives, negatives = [0.9, 0.7, 0.7, 0.3], [0.8, 0.7, 0.2, 0.1]
    curve = roc_curve(positives, negatives)
    area = sum((right[0] - left[0]) * (left[1] + right[1]) / 2 for left, right in pairwise(curve))
    assert area == pytest.approx(11 / 16)  # 0.9 wins four pairs, each 0.7 two and a half, 0.3 two
    assert auroc(positives, negatives) == pytest.approx(11 / 16)


def test_bins_hold_what_was_said_and_what_was_true() -> None:
    bins = calibration_bins([(0.0, False), (0.72, True), (0.78, False), (0.9, True), (1.0, True)])
    assert len(bins) == 10
    assert bins[0] == CalibrationBin(0.0, 0.1, 1, 0.0, 0.0)
    assert bins[1] == CalibrationBin(0.1, 0.2, 0, None, None)
    assert (bins[7].n_questions, bins[7].answerable) == (2, 0.5)
    assert bins[7].mean_confidence == pytest.approx(0.75)
    assert (bins[9].n_questions, bins[9].answerable) == (2, 1.0)
    assert bins[9].mean_confidence == pytest.approx(0.95)


def test_calibration_error_weighs_bins_by_their_size() -> None:
    # 0.75 said where half are true (two questions), 0.1 said where none is (two), 0.9 where all are (one).
    judged = [(0.7, True), (0.8 - 1e-9, False), (0.1, False), (0.1, False), (0.9, True)]
    assert expected_calibration_error(judged) == pytest.approx((2 * 0.25 + 2 * 0.1 + 1 * 0.1) / 5)
    assert expected_calibration_error([(1.0, True), (0.0, False)]) == 0.0


def test_brier_score_is_the_mean_squared_distance() -> None:
    assert brier_score([(0.8, True), (0.4, False)]) == pytest.approx((0.04 + 0.16) / 2)
    assert brier_score([(1.0, True), (0.0, False)]) == 0.0


def test_without_questions_there_is_no_figure() -> None:
    assert expected_calibration_error([]) is None
    assert brier_score([]) is None
