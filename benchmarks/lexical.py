"""Which engine the word side of the index should stand on: ``python -m benchmarks.lexical --help``.

Every engine gets the same tokens and the same questions, each time in a process of its own; the engines take turns,
so that a noisy machine is noisy for all. Build, size, change and opening figures are for both indexes together, with
marks and without; questions typed with marks are asked of the one, folded ones of the other.
"""

import argparse
import json
import random
import re
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.lexical_engines import ENGINES, FIELDS, Engine, field_tokens
from benchmarks.measuring import in_fresh_process, markdown, peak_rss_mb
from retrieval.evaluation.gold import Question, read_questions, without_marks
from retrieval.evaluation.measures import p95, recall_at, reciprocal_rank_at

POOL = 100  # candidates taken from each index: what the fusion asks for
CHANGED_PASSAGES = 50
REPEATS = 3
RUN_SYLLABLES = 8  # an enlarged corpus deals these out anew; longer runs keep more pairs
COLD_QUESTION = "Ai là người đứng đầu chính phủ Pháp năm 1945?"


@dataclass(frozen=True, slots=True)
class Plan:
    """What every worker needs to know."""

    corpus: Path
    questions: Path
    work: Path
    n_passages: int | None
    n_questions: int | None
    rounds: int


@dataclass(frozen=True, slots=True)
class Built:
    """What building an engine's indexes took; None where it takes no changes and must be built anew."""

    seconds: float
    size_mb: float
    peak_rss_mb: float
    add_ms: float | None
    remove_ms: float | None


@dataclass(slots=True)
class Asked:
    """One round of questions: opening with the first question, then every question's time and ranking."""

    cold_seconds: float
    peak_rss_mb: float = 0.0
    milliseconds: dict[str, list[float]] = field(default_factory=lambda: {name: [] for name in FIELDS})
    rankings: dict[str, list[list[str]]] = field(default_factory=lambda: {name: [] for name in FIELDS})


def read_articles(path: Path) -> list[tuple[str, str]]:
    """Return (id, text) of each line."""
    rows = [json.loads(line) for line in path.read_text("utf-8").split("\n") if line.strip()]
    return [(row["id"], row["text"]) for row in rows]


def passages(plan: Plan) -> list[str]:
    """Return the passages; then, where more are wanted, copies whose runs of syllables are dealt out anew."""
    originals = [text for _, text in read_articles(plan.corpus)]
    n_copies = (plan.n_passages or len(originals)) - len(originals)
    if n_copies <= 0:
        return originals[: plan.n_passages]
    words = [text.split() for text in originals]
    runs = [" ".join(row[i : i + RUN_SYLLABLES]) for row in words for i in range(0, len(row), RUN_SYLLABLES)]
    dealer = random.Random(20)  # noqa: S311 (no secret: the copies must be the same in every run)
    n_runs = max(1, len(runs) // len(originals))
    return originals + [" ".join(dealer.choices(runs, k=n_runs)) for _ in range(n_copies)]


# --- workers: each runs in a fresh process ---


def build(plan: Plan, name: str) -> Built:
    """Build both indexes; then add and remove passages, where the engine can."""
    texts = passages(plan)
    folder = _folder(plan, name)
    folder.mkdir()
    engine = ENGINES[name](folder)
    started = time.perf_counter()
    engine.build(texts)
    seconds = time.perf_counter() - started
    size_mb = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6
    peak = peak_rss_mb()
    add_ms, remove_ms = _measure_changes(engine, texts) if engine.takes_changes else (None, None)
    return Built(seconds, size_mb, peak, add_ms, remove_ms)


def _measure_changes(engine: Engine, texts: Sequence[str]) -> tuple[float, float]:
    """Return the median milliseconds to add a batch of passages and to remove it again."""
    engine.open()
    batch, first = texts[:CHANGED_PASSAGES], len(texts)
    adds, removes = [], []
    for _ in range(REPEATS):
        times = [time.perf_counter()]
        for change in (engine.add, engine.remove):
            change(first, batch)
            times.append(time.perf_counter())
        adds.append(1000 * (times[1] - times[0]))
        removes.append(1000 * (times[2] - times[1]))
        first += len(batch)
    if max(engine.search("marked", field_tokens(batch[0], "marked")[:20], POOL)) >= len(texts):
        raise RuntimeError(f"{type(engine).__name__} still finds passages that were removed")
    return statistics.median(adds), statistics.median(removes)


def ask(plan: Plan, name: str, round_number: int) -> Asked:
    """Open both indexes, time the first question, then ask this round's share of the questions in both spellings."""
    questions = _questions(plan)[round_number :: plan.rounds]
    ids = dict(enumerate(article_id for article_id, _ in read_articles(plan.corpus)))
    engine = ENGINES[name](_folder(plan, name))
    started = time.perf_counter()
    engine.open()
    for spelling in FIELDS:
        _search(engine, spelling, COLD_QUESTION)
    asked = Asked(time.perf_counter() - started)
    for spelling, spelled in zip(FIELDS, (questions, without_marks(questions)), strict=True):
        for question in spelled:
            started = time.perf_counter()
            rows = _search(engine, spelling, question.text)
            asked.milliseconds[spelling].append(1000 * (time.perf_counter() - started))
            asked.rankings[spelling].append([ids.get(row, "") for row in rows[:10]])
    asked.peak_rss_mb = peak_rss_mb()
    return asked


def _search(engine: Engine, spelling: str, question: str) -> list[int]:
    return engine.search(spelling, list(dict.fromkeys(field_tokens(question, spelling))), POOL)


def _questions(plan: Plan) -> list[Question]:
    return read_questions(plan.questions)[: plan.n_questions]


def _folder(plan: Plan, name: str) -> Path:
    return plan.work / re.sub(r"\W+", "-", name)


# --- the tables ---


def compare(plan: Plan, names: Sequence[str]) -> str:
    """Measure the engines by turns and return the tables as markdown."""
    built = {}
    for name in names:
        print(f"building {name}", file=sys.stderr)
        built[name] = in_fresh_process(build, plan, name)
    rounds: dict[str, list[Asked]] = {name: [] for name in names}
    for number in range(plan.rounds):
        for name in names:
            print(f"round {number + 1}: {name}", file=sys.stderr)
            rounds[name].append(in_fresh_process(ask, plan, name, number))
    batch = f"{CHANGED_PASSAGES}, ms"
    system = markdown(
        ("engine", "build s", f"add {batch}", f"remove {batch}", "disk MB", "RSS build MB", "RSS ask MB", "cold s"),
        [_system_row(name, built[name], rounds[name]) for name in names],
    )
    quality = markdown(
        ("asked", "engine", "R@1", "R@5", "MRR@10", "median ms", "p95 ms"),
        [_quality_row(name, spelling, plan, rounds[name]) for spelling in FIELDS for name in names],
    )
    return f"{system}\n\n{quality}"


def _system_row(name: str, built: Built, rounds: Sequence[Asked]) -> list[str]:
    return [
        name,
        f"{built.seconds:.1f}",
        *("rebuild" if figure is None else f"{figure:.0f}" for figure in (built.add_ms, built.remove_ms)),
        f"{built.size_mb:.1f}",
        f"{built.peak_rss_mb:.0f}",
        f"{max(asked.peak_rss_mb for asked in rounds):.0f}",
        f"{statistics.median(asked.cold_seconds for asked in rounds):.3f}",
    ]


def _quality_row(name: str, spelling: str, plan: Plan, rounds: Sequence[Asked]) -> list[str]:
    """Return the quality over all rounds, and the times of the median round."""
    questions = _questions(plan)
    gold = [question for number in range(plan.rounds) for question in questions[number :: plan.rounds]]
    rankings = [ranking for asked in rounds for ranking in asked.rankings[spelling]]
    pairs = [(ranking, question.articles) for ranking, question in zip(rankings, gold, strict=True)]
    times = [asked.milliseconds[spelling] for asked in rounds]
    return [
        spelling,
        name,
        f"{statistics.mean(recall_at(*pair, 1) for pair in pairs):.3f}",
        f"{statistics.mean(recall_at(*pair, 5) for pair in pairs):.3f}",
        f"{statistics.mean(reciprocal_rank_at(*pair, 10) for pair in pairs):.3f}",
        f"{statistics.median(statistics.median(row) for row in times):.2f}",
        f"{statistics.median(p95(row) for row in times):.2f}",
    ]


def main() -> None:
    """Read the command line, measure, print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.lexical", description=__doc__)
    parser.add_argument("--corpus", type=Path, required=True, help="JSON lines with id and text, each one passage")
    parser.add_argument("--questions", type=Path, required=True, help="JSON lines with id, question, article_id")
    parser.add_argument("--engines", nargs="+", choices=ENGINES, default=list(ENGINES))
    parser.add_argument("--n-passages", type=int, help="enlarge the corpus to this many with shuffled copies")
    parser.add_argument("--n-questions", type=int, help="ask only the first N")
    parser.add_argument("--rounds", type=int, default=3, help="turns the engines take (default 3)")
    options = vars(parser.parse_args())
    names = options.pop("engines")
    with tempfile.TemporaryDirectory(prefix="lexical-") as work:
        print(compare(Plan(work=Path(work), **options), names))


if __name__ == "__main__":
    main()
