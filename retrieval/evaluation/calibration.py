"""Whether confidence means what it says: of the questions given 0.8, eight in ten should have an answer."""

from collections.abc import Sequence
from dataclasses import dataclass

N_BINS = 10

# A question's confidence, in [0, 1], and whether the articles answer it.
Judged = tuple[float, bool]


@dataclass(frozen=True, slots=True)
class CalibrationBin:
    """The questions whose confidence lies in [low, high); the last bin has 1 too. None where there is no question."""

    low: float
    high: float
    n_questions: int
    mean_confidence: float | None
    answerable: float | None


def calibration_bins(judged: Sequence[Judged]) -> tuple[CalibrationBin, ...]:
    """Return N_BINS bins of equal width, in order, with what was said and what was true in each."""
    members: list[list[Judged]] = [[] for _ in range(N_BINS)]
    for confidence, is_answerable in judged:
        members[min(int(confidence * N_BINS), N_BINS - 1)].append((confidence, is_answerable))
    return tuple(_bin(number, group) for number, group in enumerate(members))


def expected_calibration_error(judged: Sequence[Judged]) -> float | None:
    """Return ECE: how far mean confidence and share of answerable questions lie apart in a bin, weighed by its size.

    In [0, 1], better when lower (Guo et al., ICML 2017); None without questions.
    """
    if not judged:
        return None
    apart = 0.0
    for each in calibration_bins(judged):
        if each.mean_confidence is not None and each.answerable is not None:
            apart += each.n_questions * abs(each.mean_confidence - each.answerable)
    return apart / len(judged)


def brier_score(judged: Sequence[Judged]) -> float | None:
    """Return the mean squared distance of confidence from the truth, 1 or 0.

    In [0, 1], better when lower (Brier, Monthly Weather Review 78(1), 1950); None without questions.
    """
    if not judged:
        return None
    return sum((confidence - is_answerable) ** 2 for confidence, is_answerable in judged) / len(judged)


def _bin(number: int, group: Sequence[Judged]) -> CalibrationBin:
    n = len(group)
    return CalibrationBin(
        low=number / N_BINS,
        high=(number + 1) / N_BINS,
        n_questions=n,
        mean_confidence=sum(confidence for confidence, _ in group) / n if n else None,
        answerable=sum(is_answerable for _, is_answerable in group) / n if n else None,
    )
