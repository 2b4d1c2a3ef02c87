"""The fit of the ranking weights, on signals made by hand, and what it refuses to fit."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import pytest

from benchmarks.fit_ranking import FitError, Ranked, figures, fit, main
from retrieval.answer.ranking.ranking import SIGNALS, Step


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


@pytest.fixture
def collected(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let "names.jsonl" be questions that names decide, and "cosine.jsonl" three times as many that the cosine does."""
    by_names = [ranked((0.8, 1.0), (0.9, 0.0), right=[0]), ranked((0.9, 1.0), (0.8, 1.0), right=[0])]
    by_cosine = [ranked((0.9, 0.0), (0.8, 1.0), right=[0]), ranked((0.9, 1.0), (0.8, 1.0), right=[0])] * 3
    found = {"names.jsonl": by_names, "cosine.jsonl": by_cosine}

    def stand_in(_: str, __: Path, questions: Path, *___: object, **____: object) -> Iterator[Ranked]:
        yield from found[questions.name]

    monkeypatch.setattr("benchmarks.fit_ranking.collect", stand_in)


def trained(tmp_path: Path, *words: str) -> float:
    """Return the Vietnamese weight of names that a command line gives; each word is a file, or --mean-with."""
    output = tmp_path / "ranking.json"
    line = [
        part for word in words for part in ([word] if word[0] == "-" else ["--train", "vietnamese", "data", word, "9"])
    ]
    assert main([*line, "--output", str(output)]) == 0
    weights: dict[str, float] = json.loads(output.read_text("utf-8"))["vietnamese"][Step.ANSWERED]
    assert weights["cosine"] == 1.0
    return weights["names"]


@pytest.mark.usefixtures("collected")
def test_mean_of_fits_gives_each_the_same_say(tmp_path: Path) -> None:
    first, second = trained(tmp_path, "names.jsonl"), trained(tmp_path, "cosine.jsonl")
    assert first > 0.1
    assert second < 0
    apart = trained(tmp_path, "names.jsonl", "--mean-with", "cosine.jsonl")
    assert apart == pytest.approx((first + second) / 2, abs=1e-5)
    assert apart != pytest.approx(trained(tmp_path, "names.jsonl", "cosine.jsonl"), abs=0.01)


@pytest.mark.usefixtures("collected")
def test_set_that_only_one_fit_trains_has_the_weights_of_that_fit(tmp_path: Path) -> None:
    output = tmp_path / "both.json"
    vietnamese, english = (["--train", name, "data", "names.jsonl", "9"] for name in ("vietnamese", "english"))
    assert main([*vietnamese, "--mean-with", *english, "--output", str(output)]) == 0
    weights = json.loads(output.read_text("utf-8"))
    assert weights["vietnamese"] == weights["english"]
    assert weights["vietnamese"][Step.ANSWERED]["names"] == trained(tmp_path, "names.jsonl")


@pytest.mark.usefixtures("collected")
@pytest.mark.parametrize("place", [0, 1])
def test_mean_with_nothing_is_wrong_usage(place: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = [["--mean-with"], ["--train", "vietnamese", "data", "names.jsonl", "9"]]
    line = words[place] + words[1 - place]
    assert main([*line, "--output", str(tmp_path / "ranking.json")]) == 2
    assert "--mean-with stands between two fits" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
