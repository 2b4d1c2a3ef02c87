"""`hoidap evaluate`: how good the answers are on a corpus whose questions have known answers.

The corpus is indexed into a data directory of its own, below the user's, so that the user's index is never touched and
a second run is quick. The confidence is the user's own, where `hoidap calibrate` has made one.
"""

import argparse
import hashlib
import shlex
import sys
from contextlib import AbstractContextManager, closing, nullcontext
from datetime import UTC, datetime
from pathlib import Path

from bot.app import make_encoder
from bot.cli.evaluation_view import Run, print_figures
from bot.cli.output import remark, write_json
from bot.cli.progress import ProgressBars
from bot.cli.status import CommandError, ExitStatus
from bot.settings import Settings
from embeddings.base import Encoder
from retrieval.answer.confidence.confidence import FILE_NAME, read_confidence
from retrieval.engine import Engine
from retrieval.evaluation.gold import Question, read_questions, without_marks
from retrieval.evaluation.report import report_page
from retrieval.evaluation.results import Evaluation
from retrieval.evaluation.runner import evaluate
from retrieval.index.builder import build_index
from retrieval.index.report import IndexProgress, NoProgress

_N_NAMED = 5  # of the articles or citations that something is wrong with


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
    parser.add_argument(
        "--report", type=Path, metavar="FILE.html", help="also write figures, plots and what went wrong for a browser"
    )


def run(arguments: argparse.Namespace, settings: Settings) -> int:
    """Index the corpus, ask the questions and print the figures; return 0, however bad they are.

    Raises:
        RetrievalError: the corpus or a file of questions cannot be read, or the index cannot be used.
    """
    report: Path | None = arguments.report
    if report is not None and not report.resolve().parent.is_dir():
        raise CommandError(f"{report} cannot be written: its folder does not exist; make it, or name another")
    questions = _read(arguments.questions, arguments.limit)
    if arguments.bare:
        questions = without_marks(questions)
    confidence = read_confidence(settings.data_dir)
    encoder = make_encoder(settings)
    evaluation = _evaluate(arguments.corpus, questions, settings, encoder)
    described = Run(
        date=datetime.now(UTC).date().isoformat(),
        model=encoder.identity.name,
        corpus=arguments.corpus,
        questions=tuple(arguments.questions),
        bare=arguments.bare,
        command=_command(arguments),
        confidence=own if (own := settings.data_dir / FILE_NAME).exists() else None,
        fitted_on=confidence.fitted_on,
    )
    _remark(evaluation)
    if report is not None:
        report.write_text(report_page(evaluation, _header(described)), encoding="utf-8")
        remark(f"the report is in {report}")
    if arguments.json:
        write_json(described.to_json() | evaluation.to_json())
    else:
        print_figures(described, evaluation)
    return ExitStatus.DONE


def evaluation_dir(settings: Settings, corpus: Path) -> Path:
    """Return the data directory for a corpus: below the user's, named by the corpus and where it stands."""
    absolute = corpus.resolve()
    return settings.data_dir / "evaluation" / f"{absolute.name}-{hashlib.sha256(bytes(absolute)).hexdigest()[:8]}"


def _command(arguments: argparse.Namespace) -> str:
    """Return the command that measures the same again."""
    words = ["hoidap", "evaluate", "--corpus", str(arguments.corpus)]
    for path in arguments.questions:
        words += ["--questions", str(path)]
    words += ["--bare"] if arguments.bare else []
    words += ["--limit", str(arguments.limit)] if arguments.limit else []
    return shlex.join(words)


def _header(run: Run) -> dict[str, str]:
    """Return what the report says of the run, beside what the evaluation knows itself."""
    return {
        "Date": run.date,
        "Model": run.model,
        "Corpus": str(run.corpus),
        "Questions": ", ".join(str(path) for path in run.questions) + (", typed without marks" if run.bare else ""),
        "Confidence": run.confidence_line,
        "Command": run.command,
    }


def _read(paths: list[Path], limit: int | None) -> list[Question]:
    """Return the questions of all files in order; a file given twice would count twice."""
    if len({path.resolve() for path in paths}) < len(paths):
        raise CommandError("a file of questions is given twice: name each once")
    return [question for path in paths for question in read_questions(path)[:limit]]


def _evaluate(corpus: Path, questions: list[Question], settings: Settings, encoder: Encoder) -> Evaluation:
    data_dir = evaluation_dir(settings, corpus)
    with _open_progress() as progress:
        report = build_index(data_dir, [corpus], encoder, progress=progress)
        progress.start("ask", len(questions))
        with closing(Engine(data_dir, encoder, confidence_dir=settings.data_dir)) as engine:
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
