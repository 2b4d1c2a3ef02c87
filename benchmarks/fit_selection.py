"""Fits the weights that choose the sentence of a long article that answers, on questions whose answers are known.

``--train DATA_DIR QUESTIONS`` adds the questions on an index; those count whose right article comes first and has
several passages. Right is a sentence that holds what is expected, or where none holds all of it, one of a right passage
that holds some. The model is a conditional logit among the article's sentences. Printed is how often the chosen
sentence, and its passage, is a right one: by the sentence's own score, by the weights in use, and by weights fitted on
the other ``--train`` sets alone. The file is written only with ``--write``.
"""

import argparse
import datetime as dt
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

from benchmarks.conditional_logit import Group, fit, share_right
from benchmarks.measuring import markdown
from embeddings import DEFAULT_MODEL, open_encoder
from embeddings.base import EmbeddingError
from retrieval.answer.ranking import selection
from retrieval.answer.ranking.finding import Finding
from retrieval.answer.ranking.findings import RANKED
from retrieval.answer.ranking.selection import choices, selection_weights
from retrieval.engine import Engine
from retrieval.errors import RetrievalError
from retrieval.evaluation.answers import has_answers
from retrieval.evaluation.gold import AnswerRule, Question, read_questions

WEIGHTS = Path(selection.__file__).with_name(selection.FILE_NAME)
_TODAY = dt.date(2026, 1, 1)  # "last year" must not change what is fitted
_RIDGE = 15.0


@dataclass(frozen=True, slots=True)
class Example:
    """The sentences of one question's article, which of them are right, and which stand in a right passage."""

    group: Group
    in_right_passage: list[bool]


def read_examples(data_dir: Path, questions: Path, models_dir: Path) -> Iterator[Example]:
    """Yield the answerable questions whose article comes first and has more than one passage, one that answers."""
    with closing(Engine(data_dir, open_encoder(DEFAULT_MODEL, models_dir))) as engine:
        for question in read_questions(questions):
            found = engine.findings(question.text, top=RANKED, today=_TODAY)
            if not found or found[0].evidence.article.id not in question.articles:
                continue
            # Copies, since the answer of the first was chosen by the weights in use.
            own = [replace(one) for one in found if one.evidence.article.id == found[0].evidence.article.id]
            example = _example(own, question)
            if len(own) > 1 and any(example.group[1]):
                yield example


def _example(own: Sequence[Finding], question: Question) -> Example:
    found = choices(own)
    text = own[0].evidence.article.text
    passages = [choice.finding.evidence.passage for choice in found]
    in_right = [has_answers([text[each.start : each.end]], question.answers, question.rule) for each in passages]
    sentences = [choice.sentence.weighed.sentence.text for choice in found]
    right = [has_answers([sentence], question.answers, question.rule) for sentence in sentences]
    if not any(right):
        some = [has_answers([sentence], question.answers, AnswerRule.ANY) for sentence in sentences]
        right = [has_some and is_in for has_some, is_in in zip(some, in_right, strict=True)]
    return Example(([choice.features for choice in found], right), in_right)


def main(argv: list[str] | None = None) -> int:
    """Read the command line, collect, fit, print; return 0, or 2 where there is nothing to fit on."""
    options = _parser().parse_args(argv)
    try:
        sets = [
            (questions, list(read_examples(Path(data_dir), Path(questions), options.models_dir)))
            for data_dir, questions in options.train
        ]
    except (RetrievalError, EmbeddingError) as error:
        print(error, file=sys.stderr)
        return 2
    empty = [name for name, examples in sets if not examples]
    if empty:
        print(
            f"{empty[0]} has no answerable question on an article of several passages that comes first: "
            "index its articles in DATA_DIR, or leave it out",
            file=sys.stderr,
        )
        return 2
    print(markdown(("questions", "weights", "n", "sentence / passage right"), _rows(sets)))
    if options.write:
        weights = _fitted([each.group for _, examples in sets for each in examples])
        options.output.write_text(json.dumps(weights, indent=1) + "\n", encoding="utf-8")
    return 0


def _rows(sets: Sequence[tuple[str, list[Example]]]) -> Iterator[tuple[str, ...]]:
    """Yield what each set's questions get by each set of weights."""
    for i, (name, examples) in enumerate(sets):
        measured = {"own score": {"score": 1.0}, "in use": selection_weights()}
        others = [each.group for _, own in [*sets[:i], *sets[i + 1 :]] for each in own]
        if others:
            measured["fitted on the others"] = _fitted(others)
        for label, weights in measured.items():
            yield name, label, str(len(examples)), _figures(examples, weights)


def _fitted(groups: Sequence[Group]) -> dict[str, float]:
    return fit(groups, ridge=_RIDGE, is_scaled=True)


def _figures(examples: Sequence[Example], weights: Mapping[str, float]) -> str:
    sentence = share_right([each.group for each in examples], weights)
    passage = share_right([(each.group[0], each.in_right_passage) for each in examples], weights)
    return f"{sentence:.3f} / {passage:.3f}"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.fit_selection", description=__doc__)
    parser.add_argument("--train", nargs=2, action="append", required=True, metavar=("DATA_DIR", "QUESTIONS"))
    parser.add_argument("--models-dir", type=Path, default=Path("data/models"))
    parser.add_argument("--output", type=Path, default=WEIGHTS)
    parser.add_argument("--write", action="store_true", help="write the weights fitted on all sets")
    return parser


if __name__ == "__main__":
    sys.exit(main())
