"""`hoidap evaluate`: how good the answers are on a corpus whose questions have known answers.

The corpus is indexed into a data directory of its own, below the user's, so that the user's index is never touched and
a second run is quick.
"""

import argparse
import hashlib
import sys
from contextlib import AbstractContextManager, closing, nullcontext
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from bot.app import make_encoder
from bot.cli.output import printable, remark, write_json, write_line
from bot.cli.progress import ProgressBars
from bot.cli.status import CommandError, ExitStatus
from bot.settings import Settings
from embeddings.base import Encoder
from retrieval.engine import Engine
from retrieval.evaluation.gold import Question, read_questions, without_marks
from retrieval.evaluation.results import Evaluation, Figures
from retrieval.evaluation.runner import evaluate
from retrieval.index.builder import build_index
from retrieval.index.report import IndexProgress, NoProgress

_MIN_WIDTH = 160  # a narrower terminal wraps the lines; rich would cut the figures
_N_NAMED = 5  # of the articles or citations that something is wrong with

_COLUMNS: tuple[tuple[str, str], ...] = (
    ("R@1", "recall_at_1"),
    ("R@5", "recall_at_5"),
    ("R@10", "recall_at_10"),
    ("MRR\n@10", "mrr_at_10"),
    ("nDCG\n@10", "ndcg_at_10"),
    ("excerpt\n@1", "answer_in_excerpt_at_1"),
    ("excerpt\n@3", "answer_in_excerpt_at_3"),
    ("high-\nlight", "answer_in_highlight"),
    ("ans-\nwered", "answered"),
    ("re-\nfused", "refused"),
    ("han-\ndled", "handled"),
)
_LEGEND = (
    "excerpt@k: the answer stands in the first k excerpts; highlight: in the marked words of the first; "
    "answered, refused: of the questions with, without an answer; "
    "handled: of all, answered with the answer in three excerpts, or refused where there is none"
)


@dataclass(frozen=True, slots=True)
class _Run:
    """What was evaluated, and with what."""

    date: str
    model: str
    corpus: Path
    questions: tuple[Path, ...]
    bare: bool

    def to_json(self) -> dict[str, Any]:
        """Return plain values."""
        return {
            "date": self.date,
            "model": self.model,
            "corpus": str(self.corpus),
            "questions_files": [str(path) for path in self.questions],
            "bare": self.bare,
        }


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of the sub-command."""
    parser.add_argument("--corpus", type=Path, required=True, metavar="PATH", help="folder or file of articles")
    parser.add_argument(
        "--questions",
        type=Path,
        required=True,
        action="append",
        metavar="FILE",
        help="gold questions, one JSON object a line; may be given again",
    )
    parser.add_argument("--bare", action="store_true", help="ask the questions as typed without marks")
    parser.add_argument("--limit", type=_positive, metavar="N", help="ask only the first N questions of each file")
    parser.add_argument("--json", action="store_true", help="print one JSON object, with every question's result")


def run(arguments: argparse.Namespace, settings: Settings) -> int:
    """Index the corpus, ask the questions and print the figures; return 0, however bad they are.

    Raises:
        RetrievalError: the corpus or a file of questions cannot be read, or the index cannot be used.
    """
    questions = _read(arguments.questions, arguments.limit)
    if arguments.bare:
        questions = without_marks(questions)
    encoder = make_encoder(settings)
    evaluation = _evaluate(arguments.corpus, questions, evaluation_dir(settings, arguments.corpus), encoder)
    described = _Run(
        date=datetime.now(UTC).date().isoformat(),
        model=encoder.identity.name,
        corpus=arguments.corpus,
        questions=tuple(arguments.questions),
        bare=arguments.bare,
    )
    _remark(evaluation)
    if arguments.json:
        write_json(described.to_json() | evaluation.to_json())
    else:
        print_figures(described, evaluation)
    return ExitStatus.DONE


def evaluation_dir(settings: Settings, corpus: Path) -> Path:
    """Return the data directory for a corpus: below the user's, named by the corpus and where it stands."""
    absolute = corpus.resolve()
    return settings.data_dir / "evaluation" / f"{absolute.name}-{hashlib.sha256(bytes(absolute)).hexdigest()[:8]}"


def print_figures(run: _Run, evaluation: Evaluation) -> None:
    """Print what was measured, when and with what, then one table."""
    typed = ", typed without marks" if run.bare else ""
    names = ", ".join(str(path) for path in run.questions)
    write_line(f"{run.date} · {run.model} · generation {evaluation.generation} of {run.corpus}")
    write_line(f"{names}{typed} · sha256 {evaluation.digest[:12]}")
    table = Table(box=None, pad_edge=False, padding=(0, 1), collapse_padding=True)
    for title in ("", "n", *(title for title, _ in _COLUMNS), "median\nms", "p95\nms"):
        table.add_column(title, justify="right" if title else "left", no_wrap=True)
    for name, figures in _rows(evaluation):
        table.add_row(Text(printable(name)), *_cells(figures))
    console = Console(highlight=False, soft_wrap=True)
    console.width = max(console.width, _MIN_WIDTH)
    console.print(table)
    write_line(_LEGEND)


def _rows(evaluation: Evaluation) -> list[tuple[str, Figures]]:
    rows = [("all", evaluation.overall)]
    if len(evaluation.by_file) > 1:
        rows += evaluation.by_file.items()
    rows += evaluation.by_language.items()
    rows += evaluation.by_kind.items()
    return rows


def _cells(figures: Figures) -> list[str]:
    shares = [getattr(figures, name) for _, name in _COLUMNS]
    times = [figures.latency_median_ms, figures.latency_p95_ms]
    return [
        str(figures.n_questions),
        *("–" if share is None else f"{share:.3f}" for share in shares),
        *("–" if time is None else f"{time:.0f}" for time in times),
    ]


def _read(paths: list[Path], limit: int | None) -> list[Question]:
    """Return the questions of all files in order; a file given twice would count twice."""
    if len({path.resolve() for path in paths}) < len(paths):
        raise CommandError("a file of questions is given twice: name each once")
    return [question for path in paths for question in read_questions(path)[:limit]]


def _evaluate(corpus: Path, questions: list[Question], data_dir: Path, encoder: Encoder) -> Evaluation:
    with _open_progress() as progress:
        report = build_index(data_dir, [corpus], encoder, progress=progress)
        progress.start("ask", len(questions))
        with closing(Engine(data_dir, encoder)) as engine:
            evaluation = evaluate(engine, questions, progress=progress.advance)
    for failure in report.articles.failed:
        remark(f"not indexed: {failure.error}")
    return evaluation


def _open_progress() -> AbstractContextManager[IndexProgress]:
    return ProgressBars() if sys.stderr.isatty() else nullcontext(NoProgress())


def _remark(evaluation: Evaluation) -> None:
    """Say on stderr what makes the figures doubtful."""
    wrong = tuple(dict.fromkeys(passage_id for _, passage_id in evaluation.not_verbatim))
    for ids, what in (
        (evaluation.unknown_articles, "gold articles are not in the corpus, so their questions cannot be found"),
        (wrong, "citations are not the article's words"),
    ):
        if ids:
            more = ", …" if len(ids) > _N_NAMED else ""
            remark(f"{len(ids)} {what}: {', '.join(ids[:_N_NAMED])}{more}")
    if evaluation.n_reordered:
        remark(f"{evaluation.n_reordered} questions had other first citations with {evaluation.depth} asked for")


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError(f"{text} is not a number of questions: give 1 or more")
    return number
