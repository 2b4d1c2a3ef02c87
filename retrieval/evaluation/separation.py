"""How well confidence tells questions that have an answer from those that have none, at any threshold."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence


def auroc(positives: Sequence[float], negatives: Sequence[float]) -> float | None:
    """Return the area under the ROC curve, in [0, 1]; None where either side is empty.

    It is the probability that a positive scores above a negative, an equal score counting half: the Wilcoxon rank
    statistic (Hanley & McNeil, Radiology 143(1), 1982).
    """
    if not positives or not negatives:
        return None
    ordered = sorted(negatives)
    halves = sum(bisect_left(ordered, score) + bisect_right(ordered, score) for score in positives)
    return halves / (2 * len(positives) * len(negatives))


def roc_curve(positives: Sequence[float], negatives: Sequence[float]) -> list[tuple[float, float]]:
    """Return the ROC curve: (share of negatives, share of positives) at or above each threshold, from (0, 0) to (1, 1).

    Raises:
        ValueError: either side is empty.
    """
    if not positives or not negatives:
        raise ValueError("a ROC curve needs questions of both kinds")
    above, below = sorted(positives), sorted(negatives)
    thresholds = sorted({*above, *below}, reverse=True)
    return [(0.0, 0.0)] + [
        (1 - bisect_left(below, threshold) / len(below), 1 - bisect_left(above, threshold) / len(above))
        for threshold in thresholds
    ]
