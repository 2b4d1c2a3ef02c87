"""The gate's own logic on made-up evaluations: what passes, what fails, and what a new pin may do."""

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.gate import (
    FLOORS,
    MEASURES,
    FloorsError,
    complaints,
    floors_of,
    judge,
    read_floors,
    repin_complaints,
    write_floors,
)
from retrieval.evaluation.question_result import QuestionResult
from retrieval.evaluation.results import Evaluation
from tests.retrieval.evaluation.stand_ins import make_result, make_scores


def _result(
    question_id: str, rank: int, *, language: str = "vi", marked: bool = True, not_verbatim: Sequence[str] = ()
) -> QuestionResult:
    """A question whose article is found at a rank of 1 to 5, with its answer in the excerpts."""
    first, reciprocal = float(rank == 1), 1 / rank
    scores = make_scores(
        recall_at_1=first,
        mrr_at_10=reciprocal,
        ndcg_at_10=reciprocal,
        answer_in_excerpt_at_1=first,
        answer_in_highlight=float(marked),
    )
    return make_result(question_id, scores, language=language, rank=rank, not_verbatim=tuple(not_verbatim))


def _unanswerable(question_id: str, *, refused: bool, language: str = "vi") -> QuestionResult:
    return make_result(question_id, None, language=language, refused=refused, handled=refused)


def _evaluation(*results: QuestionResult, digest: str = "d1") -> Evaluation:
    return Evaluation(digest, 1, 30, results, 0, ())


def _good() -> Evaluation:
    return _evaluation(_result("q1", 1), _result("q2", 2), _result("q3", 1, language="en"))


def test_floors_are_overall_and_per_language() -> None:
    floors = floors_of(_good(), "today").floors
    assert list(floors) == ["overall", "vi", "en"]
    assert floors["overall"]["recall_at_1"] == pytest.approx(2 / 3, abs=1e-6)
    assert floors["vi"] == {
        "recall_at_1": 0.5,
        "mrr_at_10": 0.75,
        "answer_in_excerpt_at_3": 1.0,
        "answer_in_highlight": 1.0,
        "answer_in_marked_sentence": 1.0,
        "concise": 1.0,
        "answered": 1.0,
        "handled": 1.0,
    }


def test_same_or_better_figures_pass() -> None:
    floors = floors_of(_good(), "today")
    assert complaints(_good(), floors) == []
    better = _evaluation(_result("q1", 1), _result("q2", 1), _result("q3", 1, language="en"))
    assert complaints(better, floors) == []


def test_lower_figure_names_group_measure_difference_and_lost_questions() -> None:
    worse = _evaluation(_result("q1", 1, marked=False), _result("q2", 2), _result("q3", 1, language="en"))
    assert complaints(worse, floors_of(_good(), "today")) == [
        "overall answer_in_highlight: 0.6667, 0.3333 below its floor 1.0000; lost: q1",
        "vi answer_in_highlight: 0.5000, 0.5000 below its floor 1.0000; lost: q1",
    ]


def test_one_question_won_does_not_hide_which_was_lost() -> None:
    floors = floors_of(_evaluation(_result("q1", 1), _result("q2", 1), _result("q3", 3)), "today")
    worse = _evaluation(_result("q1", 4), _result("q2", 5), _result("q3", 1))
    assert complaints(worse, floors) == [
        "overall recall_at_1: 0.3333, 0.3333 below its floor 0.6667; lost: q1, q2",
        "overall mrr_at_10: 0.4833, 0.2944 below its floor 0.7778; lost: q1, q2",
        "vi recall_at_1: 0.3333, 0.3333 below its floor 0.6667; lost: q1, q2",
        "vi mrr_at_10: 0.4833, 0.2944 below its floor 0.7778; lost: q1, q2",
    ]


def test_a_language_may_fail_while_the_whole_holds() -> None:
    floors = floors_of(_evaluation(_result("q1", 1), _result("q2", 2, language="en")), "today")
    turned = _evaluation(_result("q1", 2), _result("q2", 1, language="en"))
    assert [line.split(":")[0] for line in complaints(turned, floors)] == ["vi recall_at_1", "vi mrr_at_10"]


def test_answering_what_was_refused_fails() -> None:
    floors = floors_of(_evaluation(_result("q1", 1), _unanswerable("q2", refused=True)), "today")
    worse = _evaluation(_result("q1", 1), _unanswerable("q2", refused=False))
    assert complaints(worse, floors) == [
        "overall refused: 0.0000, 1.0000 below its floor 1.0000; lost: q2",
        "overall handled: 0.5000, 0.5000 below its floor 1.0000; lost: q2",
        "vi refused: 0.0000, 1.0000 below its floor 1.0000; lost: q2",
        "vi handled: 0.5000, 0.5000 below its floor 1.0000; lost: q2",
    ]


def test_refusing_what_was_answered_fails() -> None:
    floors = floors_of(_evaluation(_result("q1", 1), _result("q2", 1)), "today")
    worse = _evaluation(_result("q1", 1), replace(_result("q2", 1), refused=True))
    assert complaints(worse, floors) == [
        "overall answered: 0.5000, 0.5000 below its floor 1.0000; lost: q2",
        "vi answered: 0.5000, 0.5000 below its floor 1.0000; lost: q2",
    ]


@pytest.mark.parametrize("measure", ["concise", "answer_in_marked_sentence"])
def test_an_answer_that_got_worse_fails(measure: str) -> None:
    floors = floors_of(_evaluation(_result("q1", 1)), "today")
    worse = _evaluation(make_result("q1", make_scores(**{measure: 0.0})))
    assert complaints(worse, floors) == [
        f"{group} {measure}: 0.0000, 1.0000 below its floor 1.0000; lost: q1" for group in ("overall", "vi")
    ]


def test_every_measure_of_the_gate_is_pinned_for_the_seeds() -> None:
    pinned = read_floors(FLOORS)
    assert {measure for row in pinned.floors.values() for measure in row} == set(MEASURES)
    assert all(set(row) == set(MEASURES) for row in pinned.floors.values())


def test_changed_questions_fail_until_pinned_anew() -> None:
    changed = _evaluation(_result("q1", 1), digest="d2")
    assert complaints(changed, floors_of(_good(), "today")) == [
        "questions changed: re-pin with: python -m benchmarks.gate --repin"
    ]


def test_a_citation_that_is_not_verbatim_fails_in_every_mode() -> None:
    wrong = _evaluation(_result("q1", 1, not_verbatim=["a#1"]))
    floors = floors_of(wrong, "today")
    expected = ["q1: the citation a#1 is not the article's words"]
    assert complaints(wrong, floors) == expected
    assert repin_complaints(wrong, floors, allow_lower=True) == expected
    assert repin_complaints(wrong, None, allow_lower=False) == expected


def test_repin_lowers_a_floor_only_when_allowed() -> None:
    worse = _evaluation(_result("q1", 1), _result("q2", 3), _result("q3", 1, language="en"), digest="d2")
    floors = floors_of(_good(), "today")
    refused = repin_complaints(worse, floors, allow_lower=False)
    assert refused[0] == "overall mrr_at_10: 0.7778, 0.0556 below its floor 0.8333; lost: q2"
    assert refused[-1] == "nothing was pinned: to accept the lower figures, add --allow-lower"
    assert repin_complaints(worse, floors, allow_lower=True) == []
    assert repin_complaints(_good(), floors, allow_lower=False) == []


def test_repin_does_not_drop_the_floor_of_a_language_unasked() -> None:
    without_english = _evaluation(_result("q1", 1), _result("q2", 1), digest="d2")
    refused = repin_complaints(without_english, floors_of(_good(), "today"), allow_lower=False)
    assert refused[0] == "en recall_at_1: no question measures it any more; its floor is 1.0000"


def test_floors_written_and_read_are_equal(tmp_path: Path) -> None:
    floors = floors_of(_good(), "2026-01-01, model")
    write_floors(tmp_path / "floors.json", floors)
    assert read_floors(tmp_path / "floors.json") == floors
    assert complaints(_good(), read_floors(tmp_path / "floors.json")) == []


def test_missing_or_damaged_floors_are_named(tmp_path: Path) -> None:
    with pytest.raises(FloorsError, match=r"floors\.json is missing: pin it"):
        read_floors(tmp_path / "floors.json")
    for content in ("{", "[]", '{"digest": "d1"}'):
        (tmp_path / "floors.json").write_text(content)
        with pytest.raises(FloorsError, match=r"floors\.json is damaged"):
            read_floors(tmp_path / "floors.json")


def test_judge_pins_passes_fails_and_keeps_the_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "floors.json"
    worse = _evaluation(_result("q1", 2), _result("q2", 2), _result("q3", 1, language="en"))
    assert judge(_good(), "day 1", path) == 1
    assert judge(_good(), "day 1", path, repin=True) == 0
    pinned = path.read_text()
    assert judge(_good(), "day 2", path) == 0
    assert judge(worse, "day 2", path) == 1
    assert "overall recall_at_1: 0.3333, 0.3333 below its floor 0.6667; lost: q1" in capsys.readouterr().err
    assert judge(worse, "day 2", path, repin=True) == 1
    assert path.read_text() == pinned
    assert judge(worse, "day 2", path, repin=True, allow_lower=True) == 0
    assert json.loads(path.read_text())["pinned"] == "day 2"
    assert judge(worse, "day 3", path) == 0
