"""``hoidap calibrate``: fit the confidence of answers on questions of which it is known whether they have one."""

import argparse
import datetime as dt
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from bot.cli.output import remark, write_json, write_line
from bot.cli.status import CommandError, ExitStatus
from bot.settings import Settings

if TYPE_CHECKING:
    from retrieval.answer.confidence.calibration import Example

_MAX_FALSE_REFUSALS = 0.03


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument(
        "--corpus", type=Path, required=True, action="append", metavar="PATH", help="folder or file of articles"
    )
    parser.add_argument(
        "--questions",
        type=Path,
        required=True,
        action="append",
        metavar="FILE",
        help='questions on the corpus before it, with an answer and without ("kind": "refuse"); both may be repeated, '
        "then each file has the same say",
    )
    parser.add_argument(
        "--max-false-refusals",
        type=_share,
        default=_MAX_FALSE_REFUSALS,
        metavar="SHARE",
        help=f"of the answerable questions, at most this share is refused (default {_MAX_FALSE_REFUSALS})",
    )
    parser.add_argument(
        "--max-false-refusals-english",
        type=_share,
        metavar="SHARE",
        help="the same of questions in English, whose answers are more often wrong (default: the same share)",
    )
    parser.add_argument(
        "--output", type=Path, metavar="FILE", help="where to write it (default: confidence.json in the data directory)"
    )
    parser.add_argument(
        "--today",
        type=_day,
        metavar="YYYY-MM-DD",
        help='the day that "last year" is counted from (default: today, as for hoidap ask); name one to get the same '
        "file again another day",
    )
    parser.add_argument("--json", action="store_true", help="print how well it does as one JSON object")


def run(arguments: argparse.Namespace, settings: Settings) -> int:
    """Index, ask, fit, write the file, and return 0.

    Raises:
        RetrievalError: a corpus or questions cannot be read, or are too few.
    """
    from retrieval.answer.confidence.calibration import calibrate
    from retrieval.answer.confidence.confidence import (
        FILE_NAME,
        ConfidenceFileError,
        read_confidence,
        shipped_confidence,
        write_confidence,
    )
    from retrieval.query.language import Language

    if len(arguments.corpus) != len(arguments.questions):
        raise CommandError("each --corpus needs its --questions: give as many of the one as of the other")
    try:
        current = read_confidence(settings.data_dir)
    except ConfidenceFileError as error:  # what mends it is this command
        remark(f"{error}; a language with too few questions gets the confidence that ships")
        current = shipped_confidence()
    day = arguments.today or dt.datetime.now().astimezone().date()  # one for all, also over midnight
    examples: list[Example] = []
    fitted_on: list[str] = []
    for corpus, questions in zip(arguments.corpus, arguments.questions, strict=True):
        found = _examples(corpus, questions, settings, day)
        examples += found
        name = f"{questions.parent.name}/{questions.name}"
        fitted_on.append(f"{len(found)} questions of {name}, asked as on {day.isoformat()}")
    english = arguments.max_false_refusals_english
    shares = {
        Language.VIETNAMESE: arguments.max_false_refusals,
        Language.ENGLISH: arguments.max_false_refusals if english is None else english,
    }
    model, fits = calibrate(examples, current, shares, "; ".join(fitted_on))
    output: Path = arguments.output or settings.data_dir / FILE_NAME
    try:
        write_confidence(output, model)
    except OSError as error:
        raise CommandError(f"{output} cannot be written: {error.strerror or error}") from error
    report = {kind: {name: getattr(fit, name) for name in fit.__dataclass_fields__} for kind, fit in fits.items()}
    if arguments.json:
        write_json({"file": str(output), "fits": report})
        return ExitStatus.DONE
    write_line(f"written: {output}")
    for kind, fit in report.items():
        write_line(
            f"{kind.replace('_', ', ')}: "
            + ", ".join(f"{name.replace('_', ' ')} {value}" for name, value in fit.items())
        )
    return ExitStatus.DONE


def _examples(corpus: Path, questions: Path, settings: Settings, day: dt.date) -> "list[Example]":
    """Return the questions judged as if asked on a day, those that find nothing left out."""
    from bot.app import make_encoder
    from bot.cli.evaluate import evaluation_dir
    from retrieval.answer.confidence.calibration import Example
    from retrieval.engine import Engine
    from retrieval.evaluation.gold import read_questions
    from retrieval.index.builder import build_index

    asked = read_questions(questions)
    data_dir, encoder = evaluation_dir(settings, corpus), make_encoder(settings)
    report = build_index(data_dir, [corpus], encoder)
    for failure in report.articles.failed:
        remark(f"not indexed: {failure.error}")
    found = []
    with closing(Engine(data_dir, encoder)) as engine:
        for question in asked:
            judged = engine.judge(question.text, today=day)
            if judged is not None:
                found.append(Example(judged, question.is_answerable, str(questions)))
    return found


def _day(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text} is no day: write it as 2026-11-24") from None


def _share(text: str) -> float:
    share = float(text)
    if not 0 <= share < 1:
        raise argparse.ArgumentTypeError(f"{text} is no share: give a number from 0 to less than 1")
    return share
