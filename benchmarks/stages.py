"""Where the time of a warm question goes, stage by stage: ``python -m benchmarks.stages --data-dir … --questions …``.

What understanding a question and choosing its answer add (analysis, examining the leading passages, the reply) has a
target; embedding and searching are there with or without them. Exit status: 0 the target is met, 1 it is not.
"""

import argparse
import datetime as dt
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from statistics import median
from typing import TypeVar

from benchmarks.measuring import markdown
from embeddings import DEFAULT_MODEL, open_encoder
from retrieval.answer.answering import SPARE, clues_for, reply_to
from retrieval.answer.confidence.confidence import read_confidence
from retrieval.answer.evidence.coverage import term_weights
from retrieval.answer.evidence.search import find_passages, question_vector
from retrieval.answer.ranking.findings import rank_findings
from retrieval.engine import Engine
from retrieval.evaluation.gold import read_questions
from retrieval.evaluation.measures import p95
from retrieval.query.asked import analyse
from retrieval.text.normal import single_spaced

MAX_ADDED_MS = 10.0
STAGES = ("analyse", "embed", "search", "weigh", "examine", "clues", "reply")
ADDED = ("analyse", "weigh", "examine", "clues", "reply")
TOP = 3
_TODAY = dt.date(2026, 1, 1)
Result = TypeVar("Result")


class Watch:
    """Milliseconds by stage, one value a question."""

    def __init__(self) -> None:
        """Begin with nothing measured."""
        self.times: dict[str, list[float]] = {stage: [] for stage in STAGES}

    def time(self, stage: str, function: Callable[..., Result], *arguments: object) -> Result:
        """Return what the function returns for the arguments, and note how long it took."""
        started = time.perf_counter()
        result = function(*arguments)
        self.times[stage].append(1000 * (time.perf_counter() - started))
        return result


def measure(data_dir: Path, questions: list[str], models_dir: Path) -> dict[str, list[float]]:
    """Return the milliseconds of each stage for each question, after one question that is not counted."""
    encoder = open_encoder(DEFAULT_MODEL, models_dir)
    model = read_confidence(data_dir)
    watch = Watch()
    with closing(Engine(data_dir, encoder)) as engine, engine.library() as library:
        snapshot = library.snapshot
        for text in [questions[0], *questions]:
            asked = watch.time("analyse", analyse, single_spaced(text), None, snapshot.lexical, _TODAY)
            query = watch.time("embed", question_vector, asked.terms, encoder)
            hits = watch.time("search", find_passages, query, asked.terms, snapshot.dense, snapshot.lexical)
            weights = watch.time("weigh", term_weights, asked.terms, snapshot.lexical)
            found = watch.time("examine", rank_findings, asked, hits, weights, library, TOP + SPARE)
            clues = watch.time("clues", clues_for, asked, found, library)
            watch.time("reply", reply_to, asked, found, model, clues, TOP)
    return {stage: times[1:] for stage, times in watch.times.items()}


def main() -> int:
    """Read the command line, measure, print, and return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.stages", description=__doc__)
    parser.add_argument("--data-dir", type=Path, required=True, help="an index to ask")
    parser.add_argument("--questions", type=Path, required=True, help="JSON lines of questions on it")
    parser.add_argument("--n", type=int, default=300, help="questions (default 300)")
    parser.add_argument("--models-dir", type=Path, default=Path("data/models"))
    options = parser.parse_args()
    questions = [question.text for question in read_questions(options.questions)][: options.n]
    times = measure(options.data_dir, questions, options.models_dir)
    times["added"] = [sum(each) for each in zip(*(times[s] for s in ADDED), strict=True)]
    print(
        markdown(("stage", "median ms", "p95 ms"), [(n, f"{median(t):.2f}", f"{p95(t):.2f}") for n, t in times.items()])
    )
    added = median(times["added"])
    print(f"\ntarget: at most {MAX_ADDED_MS:g} ms added in the median: {'met' if added <= MAX_ADDED_MS else 'MISSED'}")
    return 0 if added <= MAX_ADDED_MS else 1


if __name__ == "__main__":
    sys.exit(main())
