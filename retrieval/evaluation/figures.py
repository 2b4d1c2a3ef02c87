"""The figures of a group of results, worked out from the records alone, so that every front end groups as it likes."""

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from statistics import median

from retrieval.evaluation.calibration import (
    CalibrationBin,
    brier_score,
    calibration_bins,
    expected_calibration_error,
)
from retrieval.evaluation.measures import p95
from retrieval.evaluation.question_result import QuestionResult, Scores
from retrieval.evaluation.separation import auroc

_DIGITS = 6
_TIME_DIGITS = 3


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of a group of questions; None where no question of the group can have it.

    The means from ``recall_at_1`` to ``concise`` are over the questions that have an answer, and so are ``answered``
    and its complement ``false_refusal_rate``. ``refused`` is over those that have none: the recall of refusing.
    ``refusal_precision`` is their share among all that were refused; it and the figures of confidence, ``auroc``,
    ``ece`` and ``brier`` (the latter two better when lower), need questions of both kinds, since on one kind alone the
    same confidence for all would be perfect. ``calibration``, ``handled`` and the latency are over all.
    """

    n_questions: int
    n_answerable: int
    recall_at_1: float | None
    recall_at_5: float | None
    recall_at_10: float | None
    mrr_at_10: float | None
    ndcg_at_10: float | None
    answer_in_excerpt_at_1: float | None
    answer_in_excerpt_at_3: float | None
    answer_in_highlight: float | None
    answer_in_marked_sentence: float | None
    exact_match: float | None
    token_f1: float | None
    answer_holds_all: float | None
    concise: float | None
    answered: float | None
    false_refusal_rate: float | None
    refused: float | None
    refusal_precision: float | None
    auroc: float | None
    ece: float | None
    brier: float | None
    handled: float | None
    latency_median_ms: float | None
    latency_p95_ms: float | None
    calibration: tuple[CalibrationBin, ...]


def summarise(results: Sequence[QuestionResult]) -> Figures:
    """Return the figures of a group of results, rounded to six digits; the group may be empty."""
    scores = [result.scores for result in results if result.scores is not None]
    answerable = [result for result in results if result.is_answerable]
    unanswerable = [result for result in results if not result.is_answerable]
    times = [result.elapsed_ms for result in results]
    # Figures of telling questions apart need some of each kind.
    comparable = results if answerable and unanswerable else []

    means = {each.name: _share([getattr(score, each.name) for score in scores]) for each in fields(Scores)}
    return Figures(
        n_questions=len(results),
        n_answerable=len(answerable),
        **means,
        answered=_share([not result.refused for result in answerable]),
        false_refusal_rate=_share([result.refused for result in answerable]),
        refused=_share([result.refused for result in unanswerable]),
        refusal_precision=_share([not result.is_answerable for result in comparable if result.refused]),
        auroc=_rounded(auroc(_confidences(answerable), _confidences(unanswerable))),
        ece=_rounded(expected_calibration_error([result.judged for result in comparable])),
        brier=_rounded(brier_score([result.judged for result in comparable])),
        handled=_share([result.handled for result in results]),
        latency_median_ms=round(median(times), _TIME_DIGITS) if times else None,
        latency_p95_ms=round(p95(times), _TIME_DIGITS) if times else None,
        calibration=tuple(_rounded_bin(each) for each in calibration_bins([result.judged for result in results])),
    )


def _confidences(results: Sequence[QuestionResult]) -> list[float]:
    return [result.confidence for result in results]


def _share(values: Sequence[float]) -> float | None:
    return round(sum(values) / len(values), _DIGITS) if values else None


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, _DIGITS)


def _rounded_bin(each: CalibrationBin) -> CalibrationBin:
    return replace(each, mean_confidence=_rounded(each.mean_confidence), answerable=_rounded(each.answerable))
