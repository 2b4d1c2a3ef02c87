import json
import math
from dataclasses import replace
from pathlib import Path

import pytest

from retrieval.answer.confidence.calibration import CalibrationError, Example, calibrate
from retrieval.answer.confidence.confidence import (
    CLUES,
    Clues,
    ConfidenceFileError,
    ConfidenceModel,
    Logistic,
    read_confidence,
    shipped_confidence,
)
from retrieval.query.language import Language

CLEAR = Clues(
    cosine=0.9, passage=0.8, unknown=0.0, names=1.0, is_out=0.0, dates=0.0, has_type=1.0, answer=9.0, is_safe=1.0,
    matched=6.0, around=0.85, news=2.0, uncounted=0.0,
)  # fmt: skip
DIM = replace(CLEAR, cosine=0.8, passage=0.1, unknown=0.5, has_type=0.0, answer=3.0, is_safe=0.0)
MODEL = ConfidenceModel(Logistic(-1.0, {"passage": 2.0}, 0.3), Logistic(0.0, {}, 0.5), "by hand")


def examples(language: Language, n: int) -> list[Example]:
    """Return n clear questions and n dim ones, each a little different."""
    step = 0.2 / n
    clear = [Example(language, replace(CLEAR, passage=0.8 - step * i), is_answerable=True) for i in range(n)]
    dim = [Example(language, replace(DIM, passage=0.1 + step * i), is_answerable=False) for i in range(n)]
    return clear + dim


def test_probability_is_the_logistic_of_the_weighted_clues() -> None:
    assert MODEL.of(Language.VIETNAMESE).probability(CLEAR) == pytest.approx(1 / (1 + math.exp(-0.6)), abs=5e-5)
    assert MODEL.of(Language.ENGLISH).probability(DIM) == 0.5


def test_probability_of_absurd_clues_stays_between_0_and_1() -> None:
    extreme = Logistic(1e9, {"passage": 1e9}, 0.5)
    assert extreme.probability(CLEAR) == 1.0
    assert replace(extreme, intercept=-1e12).probability(CLEAR) == 0.0


def test_fit_tells_clear_questions_from_dim_ones() -> None:
    model, fits = calibrate(examples(Language.VIETNAMESE, 60), MODEL, 0.05, "a test")
    fit = fits[Language.VIETNAMESE]
    assert (fit.n_answerable, fit.n_unanswerable, fit.auroc, fit.refused) == (60, 60, 1.0, 1.0)
    assert fit.false_refusals <= 0.05
    regression = model.of(Language.VIETNAMESE)
    assert regression.probability(CLEAR) > regression.min_confidence > regression.probability(DIM)
    assert tuple(regression.weights) == CLUES


def test_language_with_too_few_examples_keeps_its_regression() -> None:
    model, fits = calibrate(examples(Language.VIETNAMESE, 60) + examples(Language.ENGLISH, 3), MODEL, 0.05, "a test")
    assert list(fits) == [Language.VIETNAMESE]
    assert model.english == MODEL.english


def test_too_few_examples_in_all_are_refused_with_the_number_needed() -> None:
    with pytest.raises(CalibrationError, match="40 questions with an answer"):
        calibrate(examples(Language.ENGLISH, 39), MODEL, 0.05, "a test")


def test_model_comes_back_from_its_file(tmp_path: Path) -> None:
    (tmp_path / "confidence.json").write_text(json.dumps(MODEL.to_json()), encoding="utf-8")
    assert read_confidence(tmp_path) == MODEL


def test_without_a_file_the_shipped_model_counts(tmp_path: Path) -> None:
    assert read_confidence(tmp_path) == shipped_confidence()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        json.dumps(MODEL.to_json() | {"english": {"intercept": 0, "weights": [], "min_confidence": 0}}).encode(),
        json.dumps(MODEL.to_json() | {"english": {"intercept": math.nan, "weights": {}, "min_confidence": 0}}).encode(),
        json.dumps(MODEL.to_json() | {"english": {"intercept": 0, "weights": {}, "min_confidence": 2}}).encode(),
        b"\xff",
        b'{"format": "hoidap-confidence-0"}',
        json.dumps(
            MODEL.to_json() | {"english": {"intercept": 0, "weights": {"luck": 1}, "min_confidence": 0}}
        ).encode(),
    ],
)
def test_damaged_file_is_named_with_its_mend(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "confidence.json").write_bytes(content)
    with pytest.raises(ConfidenceFileError, match=r"confidence\.json cannot be used .* hoidap calibrate"):
        read_confidence(tmp_path)
