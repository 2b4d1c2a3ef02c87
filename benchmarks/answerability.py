"""Does confidence tell what the articles answer? Measured where the answers to half the questions are left out.

``python -m benchmarks.answerability leave-out --corpus corpus.jsonl --questions questions.jsonl`` leaves whole titles
out; ``… who --pairs pairs.jsonl`` leaves the answering texts of every second question out. ``--write DIR`` keeps corpus
and questions for ``hoidap evaluate`` and ``hoidap calibrate``. Index and vectors are kept in ``--data-dir``, so both
ways and every later run embed only what is new.
"""

import argparse
import sys
from contextlib import closing
from pathlib import Path

from benchmarks.answerability_sets import AnswerabilitySet, SetError, leave_out, read_rows, who
from benchmarks.measuring import markdown
from embeddings import DEFAULT_MODEL, open_encoder
from embeddings.base import EmbeddingError
from retrieval.engine import Engine
from retrieval.errors import RetrievalError
from retrieval.evaluation.figures import Figures
from retrieval.evaluation.gold import read_questions
from retrieval.evaluation.results import Evaluation
from retrieval.evaluation.runner import USER_TOP, evaluate
from retrieval.index.builder import build_index

DEFAULT_DATA_DIR = Path("data") / "answerability"
DEFAULT_N = 1000
_NONE = "–"


def measure(made: AnswerabilitySet, folder: Path, data_dir: Path, model: str) -> Evaluation:
    """Return how the engine does on a set, whose files are written into the folder and indexed in ``data_dir``."""
    corpus, questions = made.write(folder)
    encoder = open_encoder(model, data_dir / "models")
    print(f"indexing {len(made.corpus)} articles, asking {len(made.questions)} questions", file=sys.stderr)
    build_index(data_dir, [corpus], encoder)
    with closing(Engine(data_dir, encoder)) as engine:
        return evaluate(engine, read_questions(questions), depth=USER_TOP)


def tables(evaluation: Evaluation) -> str:
    """Return the figures, all questions first and then each language, with a table of calibration for each."""
    groups = {"all": evaluation.overall}
    if len(evaluation.by_language) > 1:
        groups |= evaluation.by_language
    header = ("", "with answer", "without", "AUROC", "refused", "precision", "false refusals", "ECE", "Brier")
    figures = markdown(header, [_row(name, each) for name, each in groups.items()])
    return "\n\n".join([figures, *(f"{name}\n\n{calibration_table(each)}" for name, each in groups.items())])


def calibration_table(figures: Figures) -> str:
    """Return the bins of confidence: how many questions, what was said, what was true."""
    return markdown(
        ("confidence", "questions", "mean confidence", "have an answer"),
        [
            (
                f"{each.low:.1f} to {each.high:.1f}",
                str(each.n_questions),
                _share(each.mean_confidence),
                _share(each.answerable),
            )
            for each in figures.calibration
        ],
    )


def _row(name: str, figures: Figures) -> list[str]:
    shares = (
        figures.auroc,
        figures.refused,
        figures.refusal_precision,
        figures.false_refusal_rate,
        figures.ece,
        figures.brier,
    )
    counts = (figures.n_answerable, figures.n_questions - figures.n_answerable)
    return [name, *map(str, counts), *map(_share, shares)]


def _share(value: float | None) -> str:
    return _NONE if value is None else f"{value:.3f}"


def main(argv: list[str] | None = None) -> int:
    """Read the command line, measure, print; return 0, or 2 for what cannot be read."""
    options = _parser().parse_args(argv)
    try:
        evaluation = measure(
            _made(options), options.write or options.data_dir / options.way, options.data_dir, options.model
        )
    except (SetError, RetrievalError, EmbeddingError) as error:
        print(error, file=sys.stderr)
        return 2
    print(tables(evaluation))
    return 0


def _made(options: argparse.Namespace) -> AnswerabilitySet:
    if options.way == "who":
        return who(read_rows(options.pairs, "id", "question", "text", "answerable", "answers"))
    articles, questions = read_rows(options.corpus, "id", "text"), read_questions(options.questions)
    return leave_out(articles, questions, options.n, keep_unasked=options.keep_unasked, other_half=options.other_half)


def _parser() -> argparse.ArgumentParser:
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--data-dir", type=Path, default=DEFAULT_DATA_DIR, metavar="DIR", help="index and vectors")
    common.add_argument("--model", default=DEFAULT_MODEL, help="as HOIDAP_MODEL")
    common.add_argument("--write", type=Path, metavar="DIR", help="keep corpus.jsonl and questions.jsonl here")
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.answerability", description=(__doc__ or "").splitlines()[0]
    )
    ways = parser.add_subparsers(dest="way", required=True, metavar="WAY")
    titles = ways.add_parser("leave-out", parents=[common], help="leave out every second title")
    titles.add_argument("--corpus", type=Path, required=True, help="JSON lines: id, text, title")
    titles.add_argument("--questions", type=Path, required=True, help="JSON lines of gold questions over the corpus")
    titles.add_argument("--n", type=_positive, default=DEFAULT_N, help="questions of each kind (default 1000)")
    titles.add_argument("--keep-unasked", action="store_true", help="leave out only titles that are asked about")
    titles.add_argument("--other-half", action="store_true", help="keep what is left out otherwise, and the reverse")
    pairs = ways.add_parser("who", parents=[common], help="leave out what answers every second question")
    pairs.add_argument("--pairs", type=Path, required=True, help="JSON lines: id, question, text, answerable, answers")
    return parser


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError(f"{text} is not a number of questions: give 1 or more")
    return number


if __name__ == "__main__":
    sys.exit(main())
