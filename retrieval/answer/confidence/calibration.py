"""Fits the confidence of answers on questions of which it is known whether the articles answer them.

A logistic regression (scikit-learn, L2) on the clues, for each language of asking one for passages that are whole
articles and one for those that are not. The confidence below which a question is refused is set so that few answerable
ones are lost, those counted that are refused whatever the confidence.
What that costs is reported on questions that neither the regression was fitted on nor the threshold chosen on.
"""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from retrieval.answer.confidence.confidence import CLUES, ConfidenceModel, Judged, Logistic
from retrieval.errors import RetrievalError
from retrieval.query.language import Language

if TYPE_CHECKING:
    from sklearn.model_selection import StratifiedKFold
    from sklearn.pipeline import Pipeline

MIN_QUESTIONS = 40  # with an answer, and as many without
_FOLDS = 5
# A strong L2, as strong for few questions as for many (C times their number): several clues tell nearly the same, and
# large weights would set them off against each other.
_C_TIMES_N = 10.0
_SEED = 7
_DIGITS = 3

Matrix = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]


class CalibrationError(RetrievalError):
    """There are too few questions to fit a confidence on; the message says how many are needed."""


@dataclass(frozen=True, slots=True)
class Example:
    """One question, judged, and whether the articles answer it; ``source`` names the set of questions it is from."""

    judged: Judged
    is_answerable: bool
    source: str = ""


@dataclass(frozen=True, slots=True)
class Fit:
    """How one regression does with its threshold, on questions of which neither saw any (five folds).

    ``auroc`` in [0, 1]; ``false_refusals`` is the share of answerable questions that are refused, ``refused`` that of
    unanswerable ones; ``refused_anyway`` is the share of answerable ones that no threshold would save.
    """

    n_answerable: int
    n_unanswerable: int
    auroc: float
    false_refusals: float
    refused: float
    refused_anyway: float


@dataclass(frozen=True, slots=True)
class _Questions:
    """Questions as arrays of one length: clues (n, clues), whether answerable, whether refused whatever the clues.

    ``weights``, 1 in the mean, give each set of questions the same say, however many it has.
    """

    rows: Matrix
    labels: Flags
    refused: Flags
    weights: Matrix

    def at(self, chosen: npt.NDArray[np.intp]) -> "_Questions":
        return _Questions(self.rows[chosen], self.labels[chosen], self.refused[chosen], self.weights[chosen])


def calibrate(
    examples: Sequence[Example],
    current: ConfidenceModel,
    max_false_refusals: Mapping[Language, float],
    fitted_on: str,
) -> tuple[ConfidenceModel, dict[str, Fit]]:
    """Return a model fitted on the examples, and how each of its regressions that are new does, by name.

    The names are those of the model's fields. A regression with too few examples stays as it is; where a language has
    enough only when all are taken together, one counts for passages that are whole articles too. ``max_false_refusals``
    has the share of each language's answerable questions that may be refused, in [0, 1).

    Raises:
        CalibrationError: no language has enough questions of both kinds.
    """
    fitted: dict[str, Logistic] = {}
    fits = {}
    wholes = {"vietnamese_whole": current.vietnamese_whole, "english_whole": current.english_whole}
    for language, name in ((Language.VIETNAMESE, "vietnamese"), (Language.ENGLISH, "english")):
        own = [example for example in examples if example.judged.language is language]
        longer = [example for example in own if not example.judged.is_whole]
        whole = [example for example in own if example.judged.is_whole]
        groups = {key: group for key, group in ((name, longer), (f"{name}_whole", whole)) if _are_enough(group)}
        if not groups and _are_enough(own):
            groups = {name: own}
            wholes[f"{name}_whole"] = None
        for key, group in groups.items():
            questions = _questions(group)
            fits[key] = _measured(questions, max_false_refusals[language])
            fitted[key] = _fitted(questions, max_false_refusals[language])
    if not fits:
        raise CalibrationError(
            f"confidence needs {MIN_QUESTIONS} questions with an answer and {MIN_QUESTIONS} without, "
            "in Vietnamese or in English: give more questions"
        )
    model = ConfidenceModel(
        fitted.get("vietnamese", current.vietnamese),
        fitted.get("english", current.english),
        fitted_on,
        fitted.get("vietnamese_whole", wholes["vietnamese_whole"]),
        fitted.get("english_whole", wholes["english_whole"]),
    )
    return model, fits


def _are_enough(examples: Sequence[Example]) -> bool:
    n_answerable = sum(example.is_answerable for example in examples)
    return min(n_answerable, len(examples) - n_answerable) >= MIN_QUESTIONS


def _questions(examples: Sequence[Example]) -> _Questions:
    return _Questions(
        np.array([[getattr(each.judged.clues, name) for name in CLUES] for each in examples], dtype=np.float64),
        np.array([each.is_answerable for each in examples], dtype=bool),
        np.array([each.judged.is_refused for each in examples], dtype=bool),
        _set_weights([each.source for each in examples]),
    )


def _set_weights(sources: Sequence[str]) -> Matrix:
    counts = Counter(sources)
    return np.array([len(sources) / len(counts) / counts[source] for source in sources], dtype=np.float64)


def _fit(questions: _Questions) -> "Pipeline":
    pipeline = _pipeline(len(questions.labels))
    return pipeline.fit(questions.rows, questions.labels, logisticregression__sample_weight=questions.weights)


def _fitted(questions: _Questions, max_false_refusals: float) -> Logistic:
    """Return the regression of all questions, with the threshold that they give."""
    pipeline = _fit(questions)
    scaler, regression = pipeline[0], pipeline[1]
    weights = regression.coef_[0] / scaler.scale_
    intercept = float(regression.intercept_[0] - weights @ scaler.mean_)
    named = {name: round(float(weight), _DIGITS) for name, weight in zip(CLUES, weights, strict=True)}
    return Logistic(round(intercept, _DIGITS), named, _threshold(questions, max_false_refusals))


def _threshold(questions: _Questions, max_false_refusals: float) -> float:
    """Return the least confidence, such that of the answerable questions at most a share is refused.

    Each question's confidence is that of a regression which was not fitted on it. Those refused anyway use up the
    share; where they exceed it, no other answerable question is lost.
    """
    unseen = np.zeros(len(questions.labels))
    for others, fold in _folds().split(questions.rows, questions.labels):
        unseen[fold] = _fit(questions.at(others)).predict_proba(questions.rows[fold])[:, 1]
    kept = np.flatnonzero(questions.labels & ~questions.refused)
    if not len(kept):
        return 0.0
    kept = kept[np.argsort(unseen[kept], kind="stable")]
    answerable = questions.weights[questions.labels].sum()
    share_left = max_false_refusals * answerable - questions.weights[questions.labels & questions.refused].sum()
    n_lost = int(np.searchsorted(np.cumsum(questions.weights[kept]), share_left, side="left"))
    least = float(unseen[kept[min(n_lost, len(kept) - 1)]])
    return float(math.floor(least * 10**_DIGITS) / 10**_DIGITS)  # rounded down: no answerable question more is lost


def _measured(questions: _Questions, max_false_refusals: float) -> Fit:
    """Return how the fit does: each fold by a regression and a threshold that the other four gave."""
    from sklearn.metrics import roc_auc_score

    labels = questions.labels
    confidence, is_refused = np.zeros(len(labels)), np.zeros(len(labels), dtype=bool)
    for others, fold in _folds().split(questions.rows, labels):
        seen, left_out = questions.at(others), questions.at(fold)
        threshold = _threshold(seen, max_false_refusals)
        told = _fit(seen).predict_proba(left_out.rows)[:, 1]
        is_refused[fold] = left_out.refused | (told < threshold)
        confidence[fold] = np.where(left_out.refused, np.minimum(told, threshold / 2), told)  # as a reply has it
    return Fit(
        n_answerable=int(labels.sum()),
        n_unanswerable=int((~labels).sum()),
        auroc=round(float(roc_auc_score(labels, confidence)), _DIGITS),
        false_refusals=round(float(is_refused[labels].mean()), _DIGITS),
        refused=round(float(is_refused[~labels].mean()), _DIGITS),
        refused_anyway=round(float(questions.refused[labels].mean()), _DIGITS),
    )


def _pipeline(n: int) -> "Pipeline":
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import StandardScaler

    return make_pipeline(StandardScaler(), LogisticRegression(C=_C_TIMES_N / n, max_iter=1000))


def _folds() -> "StratifiedKFold":
    from sklearn.model_selection import StratifiedKFold

    return StratifiedKFold(_FOLDS, shuffle=True, random_state=_SEED)
