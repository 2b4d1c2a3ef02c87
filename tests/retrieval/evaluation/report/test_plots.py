"""The plots: where marks stand, what their descriptions say, and which questions give none."""

import re

import pytest

from retrieval.evaluation.figures import summarise
from retrieval.evaluation.question_result import QuestionResult
from retrieval.evaluation.report.chart import Axis, Chart
from retrieval.evaluation.report.faults import Fault, fault_of, faulty
from retrieval.evaluation.report.plots import calibration_plot, latency_plot, plots, rank_plot, roc_plot
from tests.retrieval.evaluation.stand_ins import make_result, make_scores

ANSWERABLE = [
    make_result(f"a{number}", make_scores(), rank=rank, confidence=confidence, elapsed_ms=elapsed_ms)
    for number, (rank, confidence, elapsed_ms) in enumerate(
        [(1, 0.95, 10.0), (1, 0.92, 12.0), (3, 0.55, 14.0), (None, 0.35, 400.0)]
    )
]
UNANSWERABLE = [make_result("u1", None, confidence=0.05), make_result("u2", None, confidence=0.45, refused=False)]
BOTH = [*ANSWERABLE, *UNANSWERABLE]


def _chart() -> Chart:
    ticks = [(0.0, "0"), (10.0, "10")]
    return Chart("c", "Title", "Text", Axis("x", 0, 10, ticks), Axis("y", 0, 100, ticks))


def test_marks_stand_at_their_values() -> None:
    chart = _chart()
    chart.bar(0, 5, 50, "50")
    chart.point((10, 100))
    svg = chart.svg()
    # The field is 484 px wide from 58, and 262 px high from 26 down to 288.
    assert '<rect class="bar" x="59.0" y="157.0" width="240.0" height="131.0"/>' in svg
    assert '<circle class="point" cx="542.0" cy="26.0" r="4"/>' in svg


def test_texts_of_a_chart_are_escaped() -> None:
    chart = Chart("c", "<a>", "x & y", Axis("<x>", 0, 1, []), Axis("y", 0, 1, []))
    chart.rule(0.2, "<r>", 0)
    svg = chart.svg()
    assert "&lt;a&gt;" in svg
    assert "x &amp; y" in svg
    assert re.search(r"<[axr]>", svg) is None


def test_rank_plot_counts_ranks_and_what_was_missed() -> None:
    chart = rank_plot(BOTH)
    assert chart is not None
    assert chart.description == (
        "Of 4 questions with an answer, 2 have a right article first, 3 among the first ten, "
        "1 further down or not at all."
    )
    labels = re.findall(r'class="value"[^>]*>(\d+)<', chart.svg())
    assert labels == ["2", "0", "1", "0", "0", "0", "0", "0", "0", "0", "1"]


def test_latency_plot_keeps_the_slowest_in_the_last_bar() -> None:
    quick = [make_result(f"q{number}", make_scores(), elapsed_ms=10.0 + number) for number in range(20)]
    chart = latency_plot([*quick, ANSWERABLE[3]])
    assert chart is not None
    # p95 is the 20th of 21 values: 29 ms. The axis ends at twice that.
    assert chart.x.high == 58.0
    assert chart.description == (
        "Over 21 questions: median 20 ms, 95th percentile 29 ms, longest 400 ms. "
        "The last bar holds 1 that took longer than 58 ms."
    )


def test_calibration_plot_draws_a_point_a_bin_that_has_questions() -> None:
    chart = calibration_plot(summarise(BOTH))
    assert chart is not None
    svg = chart.svg()
    assert svg.count('class="point"') == 5
    assert re.findall(r'class="value"[^>]*>(\d+)<', svg) == ["1", "1", "1", "1", "2"]


def test_roc_plot_says_where_the_engine_refuses() -> None:
    chart = roc_plot(BOTH, summarise(BOTH))
    assert chart is not None
    assert chart.description == (
        "ROC curve of confidence over 4 questions with and 2 without an answer: AUROC 0.875. The point is where the "
        "engine refuses now: 100% of those with and 50% of those without an answer are answered."
    )


def test_plots_that_need_both_kinds_are_left_out_without() -> None:
    assert [chart.name for chart in plots(BOTH, summarise(BOTH))] == ["rank", "latency", "calibration", "roc"]
    assert [chart.name for chart in plots(ANSWERABLE, summarise(ANSWERABLE))] == ["rank", "latency"]
    assert [chart.name for chart in plots(UNANSWERABLE, summarise(UNANSWERABLE))] == ["latency"]
    assert plots([], summarise([])) == []


@pytest.mark.parametrize(("n", "expected"), [(1, ["0", "1"]), (7, [*"02468"][:4]), (1234, ["0", "500", "1,000"])])
def test_axes_of_counts_have_round_numbers(n: int, expected: list[str]) -> None:
    chart = rank_plot([make_result(str(number), make_scores()) for number in range(n)])
    assert chart is not None
    assert [label for _, label in chart.y.ticks] == expected


@pytest.mark.parametrize(
    ("result", "expected"),
    [
        (make_result("q", make_scores()), None),
        (make_result("q", make_scores(concise=0.0)), Fault.TOO_LONG),
        (make_result("q", make_scores(concise=0.0, answer_holds_all=0.0)), Fault.NOT_IN_ANSWER),
        (make_result("q", make_scores(answer_in_excerpt_at_3=0.0)), Fault.NOT_IN_EXCERPTS),
        (make_result("q", make_scores(), refused=True), Fault.REFUSED_WITH_ANSWER),
        (make_result("q", None), None),
        (make_result("q", None, refused=False), Fault.ANSWERED_WITHOUT_ANSWER),
    ],
)
def test_a_question_has_its_worst_fault(result: QuestionResult, expected: Fault | None) -> None:
    assert fault_of(result) is expected


def test_the_most_surprising_questions_come_first() -> None:
    wrong = [make_result(f"w{sure}", None, refused=False, confidence=sure) for sure in (0.4, 0.9)]
    refused = [make_result(f"r{sure}", make_scores(), refused=True, confidence=sure) for sure in (0.1, 0.02)]
    groups = faulty([*refused, *wrong])
    assert {fault: [result.id for result in group] for fault, group in groups.items()} == {
        Fault.ANSWERED_WITHOUT_ANSWER: ["w0.9", "w0.4"],
        Fault.REFUSED_WITH_ANSWER: ["r0.02", "r0.1"],
    }
