"""Fits the weights that put passages in order, on questions whose answers are known.

The model is a pairwise logistic regression: of a question's leading passages, a right one should score higher than each
of the others; once without the signals of answers, once with them. Right is a passage of a right article that holds the
answers. Weights are divided by that of the cosine. Each ``--train SET DATA_DIR QUESTIONS N`` adds the first N questions
of a file (in an order shuffled by a fixed seed) to one set of weights; a set that is not trained stays as it is.
``--test`` takes the same words and prints R@1, R@5 and MRR@10 of right passages with the weights before and after.

``--mean-with`` begins another fit: what is trained before it and after it is fitted apart, and a set's weights are the
mean of its fits, each with the same say however many questions it has. The Vietnamese weights that ship were made of
two, with the signals of that day, where A, B and C are the data directories and questions of ViQuAD train, the seeds
and XQuAD dev:

    --train vietnamese A 1500 --train vietnamese B 1000
    --mean-with --train vietnamese A 1200 --train vietnamese B 1000 --train vietnamese C 1000
"""

import argparse
import datetime as dt
import json
import random
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from sklearn.linear_model import LogisticRegression

from benchmarks.measuring import markdown
from embeddings import DEFAULT_MODEL, open_encoder
from embeddings.base import EmbeddingError
from retrieval.answer.ranking import ranking
from retrieval.answer.ranking.finding import Finding, with_answer_signals
from retrieval.answer.ranking.findings import RANKED
from retrieval.answer.ranking.ranking import QUESTIONS, SIGNALS, Step, rank_weights
from retrieval.engine import Engine
from retrieval.errors import RetrievalError
from retrieval.evaluation.answers import has_answers
from retrieval.evaluation.gold import Question, read_questions, without_marks
from retrieval.evaluation.measures import recall_at, reciprocal_rank_at

WEIGHTS = Path(ranking.__file__).with_name(ranking.FILE_NAME)
WITHOUT_ANSWER = tuple(name for name in SIGNALS if name not in {"answer", "has_type"})
_SEED = 3
_TODAY = dt.date(2026, 1, 1)  # "last year" must not change what is fitted
_DIGITS = 5

Matrix = npt.NDArray[np.float64]


class FitError(Exception):
    """The questions give no usable weights, or the words of the command line are wrong; the message says what would."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """The leading passages of one question: their signals, articles, and which of them are out or right."""

    rows: Matrix
    articles: tuple[str, ...]
    is_out: npt.NDArray[np.bool_]
    is_right: npt.NDArray[np.bool_]


def collect(name: str, data_dir: Path, questions: Path, n: int, models_dir: Path, *, bare: bool) -> Iterator[Ranked]:
    """Yield what was found for each question of the set's language, where the file tells it."""
    asked = [
        question
        for question in read_questions(questions)
        if question.is_answerable
        and question.language in ({"en", None} if name == "english" else {"vi", "vi-plain", None})
    ]
    random.Random(_SEED).shuffle(asked)  # noqa: S311 (no secret: the same questions in every run)
    asked = without_marks(asked[:n]) if bare else asked[:n]
    with closing(Engine(data_dir, open_encoder(DEFAULT_MODEL, models_dir))) as engine:
        for question in asked:
            findings = [
                with_answer_signals(one) for one in engine.findings(question.text, top=RANKED, today=_TODAY)[:RANKED]
            ]
            if findings:
                yield Ranked(
                    np.array([[getattr(finding.signals, name) for name in SIGNALS] for finding in findings]),
                    tuple(finding.evidence.article.id for finding in findings),
                    np.array([finding.is_out for finding in findings]),
                    np.array([_is_right(finding, question) for finding in findings]),
                )


def _is_right(finding: Finding, question: Question) -> bool:
    """Return whether a passage is of a right article and holds what is expected."""
    article, passage = finding.evidence.article, finding.evidence.passage
    is_right = article.id in question.articles
    return is_right and has_answers([article.text[passage.start : passage.end]], question.answers, question.rule)


def fit(groups: Sequence[Ranked], names: Sequence[str]) -> dict[str, float]:
    """Return the weight of each signal, that of the cosine (the first name) being 1.

    Raises:
        FitError: no question has a right passage beside a wrong one, or a higher cosine does not speak for a passage.
    """
    columns = [SIGNALS.index(name) for name in names]
    pairs = [
        right[columns] - wrong[columns]
        for group in groups
        for right in group.rows[group.is_right & ~group.is_out]
        for wrong in group.rows[~group.is_right & ~group.is_out]
    ]
    if not pairs:
        raise FitError(
            f"of {len(groups)} questions none has a right and a wrong passage among its first {RANKED}: "
            "give more questions, or the data directory that holds their articles"
        )
    differences = np.vstack(pairs)
    scale = differences.std(axis=0)
    scale[scale == 0] = 1.0
    rows = differences / scale
    regression = LogisticRegression(fit_intercept=False, max_iter=1000)
    regression.fit(np.vstack([rows, -rows]), np.repeat([1, 0], len(rows)))
    weights = regression.coef_[0] / scale
    if weights[0] <= 0:
        raise FitError(
            f"{len(pairs)} pairs give the {names[0]} a weight of {weights[0]:.3g}, so that nothing can be scaled by "
            "it: give more questions"
        )
    return {name: round(float(w / weights[0]), _DIGITS) for name, w in zip(names, weights, strict=True)}


def mean_of(fits: Sequence[Mapping[str, float]]) -> dict[str, float]:
    """Return the mean weight of each signal over fits of the same signals, that of the cosine staying 1."""
    return {name: round(sum(one[name] for one in fits) / len(fits), _DIGITS) for name in fits[0]}


def figures(groups: Sequence[Ranked], weights: Mapping[str, float]) -> tuple[float, float, float]:
    """Return (R@1, R@5, MRR@10) of the questions with these weights."""
    vector = np.array([weights.get(name, 0.0) for name in SIGNALS])
    found = []
    for group in groups:
        order = np.lexsort((-group.rows @ vector, group.is_out))
        ranks = [str(i) for i in order]  # passages stand for themselves: two of one article differ
        relevant = {str(i) for i in np.flatnonzero(group.is_right)}
        found.append(
            (recall_at(ranks, relevant, 1), recall_at(ranks, relevant, 5), reciprocal_rank_at(ranks, relevant, 10))
        )
    first, five, mrr = np.mean(found, axis=0)
    return float(first), float(five), float(mrr)


def main(argv: list[str] | None = None) -> int:
    """Read the command line, collect, fit, print, write; return 0, or 2 where there is nothing to fit."""
    options = _parser().parse_args(argv)
    try:
        _run(options)
    except (FitError, RetrievalError, EmbeddingError) as error:
        print(error, file=sys.stderr)
        return 2
    return 0


def _run(options: argparse.Namespace) -> None:
    before = rank_weights()
    after = dict(before)
    fits = _fits(options)
    for name, steps in fits.items():
        after[name] = {step: mean_of([one[step] for one in steps]) for step in Step}
    rows = []
    for words in options.test:
        name, groups = _collected(words, options)
        if not groups:
            raise FitError(f"{words[2]} has no answerable question of the set {name} that finds anything")
        for label, sets in (("before", before), ("after", after)):
            for step in Step:
                measured = " / ".join(f"{figure:.3f}" for figure in figures(groups, sets[name][step]))
                rows.append((Path(words[2]).name, f"{label}, {step}", str(len(groups)), measured))
    print(markdown(("questions", "weights", "n", "R@1 / R@5 / MRR@10"), rows))
    if fits:
        options.output.write_text(json.dumps(after, indent=1) + "\n", encoding="utf-8")


def _fits(options: argparse.Namespace) -> dict[str, list[dict[Step, dict[str, float]]]]:
    """Return the fits of each set that is trained, in the order of the command line."""
    trainings: list[dict[str, list[Ranked]]] = [{}]
    for words in options.train:
        if words is None:
            trainings.append({})
            continue
        name, found = _collected(words, options)
        trainings[-1].setdefault(name, []).extend(found)
    if options.train and not all(trainings):
        raise FitError("--mean-with stands between two fits: give a --train before it and after it")
    fits: dict[str, list[dict[Step, dict[str, float]]]] = {}
    for training in trainings:
        for name, groups in training.items():
            fitted = {Step.EXAMINED: fit(groups, WITHOUT_ANSWER), Step.ANSWERED: fit(groups, SIGNALS)}
            fits.setdefault(name, []).append(fitted)
    return fits


def _collected(words: Sequence[str], options: argparse.Namespace) -> tuple[str, list[Ranked]]:
    """Return the set that one ``--train`` or ``--test`` names, and what was found for its questions."""
    name, data_dir, questions, n = words
    sets = sorted(set(QUESTIONS.values()))
    if name not in sets:
        raise FitError(f"{name} is no set of weights: name one of {', '.join(sets)}")
    if not n.isdecimal() or int(n) < 1:
        raise FitError(f"{n} is not a number of questions: give 1 or more")
    found = collect(name, Path(data_dir), Path(questions), int(n), options.models_dir, bare=options.bare)
    return name, list(found)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.fit_ranking",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    words = ("SET", "DATA_DIR", "QUESTIONS", "N")
    parser.add_argument(
        "--train", nargs=4, action="append", default=[], metavar=words, help="questions to fit a set on; repeatable"
    )
    parser.add_argument(
        "--mean-with",
        action="append_const",
        const=None,
        dest="train",
        help="what follows is a fit of its own, and the weights are the mean of the fits; repeatable",
    )
    parser.add_argument("--test", nargs=4, action="append", default=[], metavar=words, help="questions to measure on")
    parser.add_argument("--bare", action="store_true", help="ask as typed without marks")
    parser.add_argument("--models-dir", type=Path, default=Path("data/models"))
    parser.add_argument("--output", type=Path, default=WEIGHTS)
    return parser


if __name__ == "__main__":
    sys.exit(main())
