"""The plots of the report; each is None where the questions cannot have it."""

import math
from collections import Counter
from collections.abc import Sequence
from statistics import median

from retrieval.evaluation.figures import Figures
from retrieval.evaluation.measures import p95
from retrieval.evaluation.question_result import QuestionResult
from retrieval.evaluation.report.chart import Axis, Chart
from retrieval.evaluation.separation import roc_curve

_RANKS = 10
_N_LATENCY_BINS = 24
_LATENCY_SPAN = 2  # times the 95th percentile; what took longer is counted in the last bar
_HEADROOM = 1.12  # of the highest bar, for its label
_SHARES = tuple((tenth / 10, f"{tenth / 10:.1f}") for tenth in range(0, 11, 2))


def plots(results: Sequence[QuestionResult], figures: Figures) -> list[Chart]:
    """Return the plots that the results can have, in the order of the page."""
    made = (rank_plot(results), latency_plot(results), calibration_plot(figures), roc_plot(results, figures))
    return [chart for chart in made if chart is not None]


def rank_plot(results: Sequence[QuestionResult]) -> Chart | None:
    """Return how often the first right article has each rank, over the questions that have an answer."""
    ranks = Counter(result.rank for result in results if result.is_answerable)
    if not ranks:
        return None
    missed = _RANKS + 1
    ticks = [(rank, str(rank)) for rank in range(1, missed)] + [(missed, "missed")]
    n = ranks.total()
    counts = [(rank, ranks[rank]) for rank in range(1, _RANKS + 1)] + [(missed, ranks[None])]
    within = n - ranks[None]
    chart = Chart(
        "rank",
        "Rank of the right article",
        f"Of {n} questions with an answer, {ranks[1]} have a right article first, {within} among the first ten, "
        f"{ranks[None]} further down or not at all.",
        Axis("rank of the first right article", 0.5, missed + 0.5, ticks),
        _count_axis(max(count for _, count in counts)),
    )
    for rank, count in counts:
        chart.bar(rank - 0.5, rank + 0.5, count, str(count), style="bar bad" if rank == missed else "bar")
    return chart


def latency_plot(results: Sequence[QuestionResult]) -> Chart | None:
    """Return how long questions took, in milliseconds, with median and 95th percentile."""
    times = [result.elapsed_ms for result in results]
    if not times or max(times) <= 0:
        return None
    middle, late = median(times), p95(times)
    top = min(max(times), _LATENCY_SPAN * late) or max(times)
    counts = Counter(min(int(time / top * _N_LATENCY_BINS), _N_LATENCY_BINS - 1) for time in times)
    n_beyond = sum(time > top for time in times)
    beyond = f" The last bar holds {n_beyond} that took longer than {top:.0f} ms." if n_beyond else ""
    chart = Chart(
        "latency",
        "Time to answer",
        f"Over {len(times)} questions: median {middle:.0f} ms, 95th percentile {late:.0f} ms, "
        f"longest {max(times):.0f} ms.{beyond}",
        Axis("milliseconds", 0, top, _ticks(top)),
        _count_axis(max(counts.values())),
    )
    for number, count in sorted(counts.items()):
        chart.bar(number * top / _N_LATENCY_BINS, (number + 1) * top / _N_LATENCY_BINS, count, "")
    chart.rule(middle, f"median {middle:.0f} ms", 0)
    chart.rule(late, f"p95 {late:.0f} ms", 1)
    return chart


def calibration_plot(figures: Figures) -> Chart | None:
    """Return confidence against the share of questions that have an answer, with the number in each bin.

    It needs questions of both kinds, as the figures of calibration do.
    """
    if figures.ece is None:
        return None
    chart = Chart(
        "calibration",
        "Does confidence mean what it says?",
        f"Bars: share of the {figures.n_questions} questions in each bin of confidence, their number above. Points: "
        "how many of them have an answer; on the broken line confidence would be exactly right. "
        f"ECE {figures.ece:.3f}, Brier score {figures.brier:.3f}.",
        Axis("confidence", 0, 1, _SHARES),
        Axis("share that has an answer", 0, 1, _SHARES),
    )
    for each in figures.calibration:
        share = each.n_questions / figures.n_questions
        chart.bar(each.low, each.high, share, str(each.n_questions) if each.n_questions else "", style="bar faint")
    chart.line([(0, 0), (1, 1)], style="ideal")
    points = [
        (each.mean_confidence, each.answerable)
        for each in figures.calibration
        if each.mean_confidence is not None and each.answerable is not None
    ]
    chart.line(points)
    for point in points:
        chart.point(point)
    return chart


def roc_plot(results: Sequence[QuestionResult], figures: Figures) -> Chart | None:
    """Return what any threshold of confidence would answer, and where the present refusals stand."""
    positives = [result for result in results if result.is_answerable]
    negatives = [result for result in results if not result.is_answerable]
    if not positives or not negatives:
        return None
    answered_wrongly, answered = (
        sum(not result.refused for result in group) / len(group) for group in (negatives, positives)
    )
    chart = Chart(
        "roc",
        "Telling questions with an answer from those without",
        f"ROC curve of confidence over {len(positives)} questions with and {len(negatives)} without an answer: "
        f"AUROC {figures.auroc:.3f}. The point is where the engine refuses now: {answered:.0%} of those with and "
        f"{answered_wrongly:.0%} of those without an answer are answered.",
        Axis("answered, of the questions without an answer", 0, 1, _SHARES),
        Axis("answered, of the questions with an answer", 0, 1, _SHARES),
    )
    chart.line([(0, 0), (1, 1)], style="ideal")
    chart.line(roc_curve(*([result.confidence for result in group] for group in (positives, negatives))))
    chart.point((answered_wrongly, answered), "now")
    return chart


def _count_axis(highest: int) -> Axis:
    return Axis("questions", 0, highest * _HEADROOM, _ticks(highest))


def _ticks(highest: float) -> list[tuple[float, str]]:
    """Return whole round numbers from 0 to the highest, three to eight of them where it is 2 or more."""
    rough = max(highest / 5, 1)
    unit = 10 ** math.floor(math.log10(rough))
    step = next(factor * unit for factor in (1, 2, 5, 10) if factor * unit >= rough)
    return [(float(value), f"{value:,}") for value in range(0, math.floor(highest) + 1, step)]
