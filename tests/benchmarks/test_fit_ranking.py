"""The fit of the ranking weights, on signals made by hand, and what it refuses to fit."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from benchmarks.fit_ranking import FitError, Ranked, figures, fit, main
from retrieval.answer.ranking.ranking import SIGNALS


def ranked(*passages: tuple[float, float], right: Sequence[int], out: Sequence[int] = ()) -> Ranked:
    """Return passages of given (cosine, names), all other signals 0."""
    rows = np.zeros((len(passages), len(SIGNALS)))
    rows[:, SIGNALS.index("cosine")] = [cosine for cosine, _ in passages]
    rows[:, SIGNALS.index("names")] = [names for _, names in passages]
    is_of = [np.isin(np.arange(len(passages)), chosen) for chosen in (out, right)]
    return Ranked(rows, tuple(f"{n}.txt" for n in range(len(passages))), *is_of)


def test_weights_are_in_cosines_and_put_the_right_passages_first() -> None:
    # Names decide; the cosine only between equal names.
    groups = [ranked((0.8, 1.0), (0.9, 0.0), right=[0]), ranked((0.9, 1.0), (0.8, 1.0), right=[0])]
    weights = fit(groups, ("cosine", "names"))
    assert weights["cosine"] == 1.0
    assert weights["names"] > 0.1
    assert figures(groups, {"cosine": 1.0, "names": 0.0}) == (0.5, 1.0, 0.75)
    assert figures(groups, weights) == (1.0, 1.0, 1.0)


@pytest.mark.parametrize(
    "groups",
    [
        [],
        [ranked((0.9, 0.0), (0.8, 0.0), right=[])],
        [ranked((0.9, 0.0), right=[0])],
        [ranked((0.9, 0.0), (0.8, 0.0), right=[0], out=[0])],
        [ranked((0.9, 0.0), (0.8, 0.0), right=[0], out=[1])],
    ],
)
def test_questions_without_a_right_passage_beside_a_wrong_one_are_refused(groups: list[Ranked]) -> None:
    with pytest.raises(FitError, match=f"of {len(groups)} questions none has a right and a wrong passage"):
        fit(groups, SIGNALS)


@pytest.mark.parametrize("cosines", [(0.7, 0.9), (0.8, 0.8)])
def test_cosine_that_does_not_speak_for_a_passage_is_refused(cosines: tuple[float, float]) -> None:
    first, second = cosines
    with pytest.raises(FitError, match="pairs give the cosine a weight of"):
        fit([ranked((first, 1.0), (second, 0.0), right=[0])] * 3, SIGNALS)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["french", "data", "gold.jsonl", "5"], "french is no set of weights: name one of bare, english, vietnamese"),
        (["english", "data", "gold.jsonl", "0"], "0 is not a number of questions"),
        (["english", "data", "gold.jsonl", "many"], "many is not a number of questions"),
        (["english", "data", "absent.jsonl", "5"], "absent.jsonl"),
    ],
)
def test_wrong_words_exit_with_2_and_leave_the_weights(
    tmp_path: Path, words: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--train", *words, "--output", str(tmp_path / "ranking.json")]) == 2
    assert said in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
