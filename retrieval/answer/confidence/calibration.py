"""Fits the confidence of answers on questions of which it is known whether the articles answer them.

A logistic regression (scikit-learn, L2) on the clues, one for each language of asking. The confidence below which a
question is refused is set so that few answerable ones are lost; what that costs is reported, on questions that the
regression was not fitted on.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from retrieval.answer.confidence.confidence import CLUES, Clues, ConfidenceModel, Logistic
from retrieval.errors import RetrievalError
from retrieval.query.language import Language

MIN_QUESTIONS = 40  # with an answer, and as many without
_FOLDS = 5
_SEED = 7
_DIGITS = 3

Matrix = npt.NDArray[np.float64]


class CalibrationError(RetrievalError):
    """There are too few questions to fit a confidence on; the message says how many are needed."""


@dataclass(frozen=True, slots=True)
class Example:
    """One question: its language, what was found, and whether the articles answer it."""

    language: Language
    clues: Clues
    is_answerable: bool


@dataclass(frozen=True, slots=True)
class Fit:
    """How one regression does on questions it was not fitted on (five folds).

    ``auroc`` in [0, 1]; ``false_refusals`` is the share of answerable questions that are refused, ``refused`` that of
    unanswerable ones.
    """

    n_answerable: int
    n_unanswerable: int
    auroc: float
    false_refusals: float
    refused: float


def calibrate(
    examples: Sequence[Example], current: ConfidenceModel, max_false_refusals: float, fitted_on: str
) -> tuple[ConfidenceModel, dict[Language, Fit]]:
    """Return a model fitted on the examples, and how it does; a language with too few examples keeps its regression.

    Raises:
        CalibrationError: no language has enough questions of both kinds.
    """
    fitted = {Language.VIETNAMESE: current.vietnamese, Language.ENGLISH: current.english}
    fits = {}
    for language in fitted:
        own = [example for example in examples if example.language is language]
        labels = np.array([example.is_answerable for example in own], dtype=bool)
        if min(labels.sum(), (~labels).sum()) < MIN_QUESTIONS:
            continue
        rows = np.array([[getattr(example.clues, name) for name in CLUES] for example in own], dtype=np.float64)
        fitted[language], fits[language] = _fit(rows, labels, max_false_refusals)
    if not fits:
        raise CalibrationError(
            f"confidence needs {MIN_QUESTIONS} questions with an answer and {MIN_QUESTIONS} without, "
            "in Vietnamese or in English: give more questions"
        )
    return ConfidenceModel(fitted[Language.VIETNAMESE], fitted[Language.ENGLISH], fitted_on), fits


def _fit(rows: Matrix, labels: npt.NDArray[np.bool_], max_false_refusals: float) -> tuple[Logistic, Fit]:
    from sklearn.linear_model import LogisticRegression
    from sklearn.metrics import roc_auc_score
    from sklearn.model_selection import StratifiedKFold, cross_val_predict
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import StandardScaler

    pipeline = make_pipeline(StandardScaler(), LogisticRegression(max_iter=1000))
    folds = StratifiedKFold(_FOLDS, shuffle=True, random_state=_SEED)
    unseen = cross_val_predict(pipeline, rows, labels, cv=folds, method="predict_proba")[:, 1]
    quantile = float(np.quantile(unseen[labels], max_false_refusals, method="lower"))
    threshold = math.floor(quantile * 10**_DIGITS) / 10**_DIGITS  # rounded down: no answerable question more is lost
    pipeline.fit(rows, labels)
    scaler, regression = pipeline[0], pipeline[1]
    weights = regression.coef_[0] / scaler.scale_
    intercept = float(regression.intercept_[0] - weights @ scaler.mean_)
    named = {name: round(float(weight), _DIGITS) for name, weight in zip(CLUES, weights, strict=True)}
    fit = Fit(
        n_answerable=int(labels.sum()),
        n_unanswerable=int((~labels).sum()),
        auroc=round(float(roc_auc_score(labels, unseen)), _DIGITS),
        false_refusals=round(float((unseen[labels] < threshold).mean()), _DIGITS),
        refused=round(float((unseen[~labels] < threshold).mean()), _DIGITS),
    )
    return Logistic(round(intercept, _DIGITS), named, threshold), fit
