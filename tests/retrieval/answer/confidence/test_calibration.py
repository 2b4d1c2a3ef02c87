import json
import math
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from retrieval.answer.confidence.calibration import CalibrationError, Example, calibrate
from retrieval.answer.confidence.confidence import (
    CLUES,
    Clues,
    ConfidenceFileError,
    ConfidenceModel,
    Judged,
    Logistic,
    read_confidence,
    shipped_confidence,
    write_confidence,
)
from retrieval.query.language import Language

CLEAR = Clues(
    cosine=0.9, passage=0.8, unknown=0.0, names=1.0, is_out=0.0, dates=0.0, has_type=1.0, answer=9.0, is_safe=1.0,
    matched=6.0, around=0.85, news=2.0, uncounted=0.0, definite=1.0, unmet=0.0, absent=0.0, empty=0.0,
)  # fmt: skip
DIM = replace(CLEAR, cosine=0.8, passage=0.1, unknown=0.5, has_type=0.0, answer=3.0, is_safe=0.0)
MODEL = ConfidenceModel(Logistic(-1.0, {"passage": 2.0}, 0.3), Logistic(0.0, {}, 0.5), "by hand")


def examples(language: Language, n: int) -> list[Example]:
    """Return n clear questions and n dim ones, each a little different."""
    step = 0.3 / n
    clear = [Judged(language, replace(CLEAR, passage=0.8 - step * i)) for i in range(n)]
    dim = [Judged(language, replace(DIM, passage=0.1 + step * i)) for i in range(n)]
    return [Example(one, is_answerable=True) for one in clear] + [Example(one, is_answerable=False) for one in dim]


def both(share: float) -> dict[Language, float]:
    """Return one share of false refusals for either language."""
    return dict.fromkeys(Language, share)


def with_refused(all_examples: list[Example], n: int) -> list[Example]:
    """Return the examples, every tenth of n of the answerable ones refused whatever the confidence."""
    chosen = range(0, 10 * n, 10)
    return [
        replace(one, judged=replace(one.judged, is_refused=True)) if i in chosen else one
        for i, one in enumerate(all_examples)
    ]


def test_probability_is_the_logistic_of_the_weighted_clues() -> None:
    assert MODEL.of(Language.VIETNAMESE).probability(CLEAR) == pytest.approx(1 / (1 + math.exp(-0.6)), abs=5e-5)
    assert MODEL.of(Language.ENGLISH).probability(DIM) == 0.5


def test_probability_of_absurd_clues_stays_between_0_and_1() -> None:
    extreme = Logistic(1e9, {"passage": 1e9}, 0.5)
    assert extreme.probability(CLEAR) == 1.0
    assert replace(extreme, intercept=-1e12).probability(CLEAR) == 0.0


def test_fit_tells_clear_questions_from_dim_ones() -> None:
    model, fits = calibrate(examples(Language.VIETNAMESE, 60), MODEL, both(0.05), "a test")
    fit = fits["vietnamese"]
    assert (fit.n_answerable, fit.n_unanswerable, fit.auroc, fit.refused) == (60, 60, 1.0, 1.0)
    assert fit.false_refusals <= 0.05
    assert fit.refused_anyway == 0.0
    regression = model.of(Language.VIETNAMESE)
    assert regression.probability(CLEAR) > regression.min_confidence > regression.probability(DIM)
    assert tuple(regression.weights) == CLUES


def test_each_language_has_a_share_of_its_own() -> None:
    asked = [one for language in Language for one in examples(language, 60)]
    shares = {Language.VIETNAMESE: 0.0, Language.ENGLISH: 0.2}
    model, _ = calibrate(asked, MODEL, shares, "a test")
    assert model.vietnamese.min_confidence < model.english.min_confidence


def whole(all_examples: list[Example]) -> list[Example]:
    """Return the examples as of passages that are whole articles."""
    return [replace(one, judged=replace(one.judged, is_whole=True)) for one in all_examples]


def test_passages_that_are_whole_articles_have_a_regression_of_their_own() -> None:
    longer, alone = examples(Language.VIETNAMESE, 60), whole(examples(Language.VIETNAMESE, 80))
    model, fits = calibrate(longer + alone, MODEL, both(0.05), "a test")
    assert {name: fit.n_answerable for name, fit in fits.items()} == {"vietnamese": 60, "vietnamese_whole": 80}
    assert model.of(Language.VIETNAMESE, is_whole=True) == model.vietnamese_whole != model.vietnamese
    assert model.of(Language.ENGLISH, is_whole=True) == MODEL.english


def test_too_few_of_either_length_are_fitted_together() -> None:
    few = examples(Language.VIETNAMESE, 30) + whole(examples(Language.VIETNAMESE, 30))
    model, fits = calibrate(few, replace(MODEL, vietnamese_whole=MODEL.english), both(0.05), "a test")
    assert (list(fits), fits["vietnamese"].n_answerable, model.vietnamese_whole) == (["vietnamese"], 60, None)


def test_questions_refused_anyway_count_as_refused_and_use_up_the_share() -> None:
    without = examples(Language.VIETNAMESE, 60)
    refused = with_refused(without, 6)
    model, fits = calibrate(refused, MODEL, both(0.09), "a test")
    fit = fits["vietnamese"]
    assert fit.refused_anyway == 0.1
    assert 0.1 <= fit.false_refusals < 0.1 + 1.5 / 60  # one at the edge of a fold, not a share of 0.09 more
    least = model.vietnamese.min_confidence
    more = calibrate(without, MODEL, both(0.09), "a test")[0].of(Language.VIETNAMESE).min_confidence
    assert 0.5 < least < more  # nothing is left of the share


def test_unanswerable_questions_refused_anyway_count_as_refused() -> None:
    answerable = examples(Language.ENGLISH, 50)[:50]
    # Just as clear, but for what the confidence does not see.
    alike = [Example(replace(one.judged, is_refused=i < 40), is_answerable=False) for i, one in enumerate(answerable)]
    fit = calibrate(answerable + alike, MODEL, both(0.0), "a test")[1]["english"]
    assert fit.refused >= 0.8
    assert fit.false_refusals < 0.1
    assert fit.auroc > 0.85


def test_figures_are_of_folds_that_did_not_choose_the_threshold() -> None:
    # Nothing but chance parts these, so on the folds it was chosen on the threshold would lose exactly 20 of 100.
    random = Random(5)  # noqa: S311 (no secret)
    alike = [Judged(Language.ENGLISH, replace(CLEAR, passage=random.random())) for _ in range(200)]
    chance = [Example(one, is_answerable=i % 2 == 0) for i, one in enumerate(alike)]
    fit = calibrate(chance, MODEL, both(0.2), "a test")[1]["english"]
    assert fit.false_refusals != 0.2
    assert 0.05 < fit.false_refusals < 0.4


def test_two_fits_give_the_same_file(tmp_path: Path) -> None:
    for name in ("a.json", "b.json"):
        write_confidence(tmp_path / name, calibrate(examples(Language.VIETNAMESE, 45), MODEL, both(0.05), "a test")[0])
    assert (tmp_path / "a.json").read_bytes() == (tmp_path / "b.json").read_bytes()


def test_language_with_too_few_examples_keeps_its_regression() -> None:
    model, fits = calibrate(
        examples(Language.VIETNAMESE, 60) + examples(Language.ENGLISH, 3), MODEL, both(0.05), "a test"
    )
    assert list(fits) == ["vietnamese"]
    assert model.english == MODEL.english


def test_too_few_examples_in_all_are_refused_with_the_number_needed() -> None:
    with pytest.raises(CalibrationError, match="40 questions with an answer"):
        calibrate(examples(Language.ENGLISH, 39), MODEL, both(0.05), "a test")


def test_model_comes_back_from_its_file(tmp_path: Path) -> None:
    write_confidence(tmp_path / "made" / "confidence.json", MODEL)
    assert read_confidence(tmp_path / "made") == MODEL
    assert [path.name for path in (tmp_path / "made").iterdir()] == ["confidence.json"]


def test_file_stays_as_it_was_where_the_new_one_cannot_be_written_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "confidence.json"
    write_confidence(path, MODEL)

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="No space left"):
        write_confidence(path, replace(MODEL, fitted_on="another"))
    assert read_confidence(tmp_path) == MODEL
    assert list(tmp_path.iterdir()) == [path]


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


def test_each_set_of_questions_has_the_same_say_however_many_it_has() -> None:
    small = [replace(one, source="small") for one in examples(Language.VIETNAMESE, 40)]
    # In the large set the clue says the opposite.
    large = [
        Example(replace(one.judged, clues=replace(one.judged.clues, has_type=1 - one.judged.clues.has_type)),
                one.is_answerable, "large")
        for one in examples(Language.VIETNAMESE, 400)
    ]  # fmt: skip
    alike, _ = calibrate(small + large, MODEL, both(0.05), "a test")
    together, _ = calibrate([replace(one, source="") for one in small + large], MODEL, both(0.05), "a test")
    assert abs(alike.vietnamese.weights["has_type"]) < 0.2 * abs(together.vietnamese.weights["has_type"])
