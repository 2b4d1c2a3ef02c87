"""How the leading passages are put in order: a weighted sum of readable signals, with weights fitted on questions.

``python -m benchmarks.fit_ranking`` writes ``ranking.json``: weights for questions in Vietnamese, for those whose marks
could not be given back, and for English ones; each for passages that were examined, and for the first of them, whose
answers are known too. The weight of the cosine is 1, so a score is a cosine with what the other signals are worth; some
weights are negative (of two passages that cover a question alike, the shorter one is better).
"""

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from functools import cache
from importlib.resources import files

from retrieval.answer.evidence.coverage import Coverage
from retrieval.answer.evidence.search import Hit
from retrieval.query.terms import Typing

FILE_NAME = "ranking.json"
QUESTIONS = {
    Typing.MARKED: "vietnamese",
    Typing.RESTORED: "vietnamese",
    Typing.BARE: "bare",
    Typing.FOREIGN: "english",
}
"""The set of weights for each way of typing."""


class Step(StrEnum):
    """How much is known of a passage."""

    EXAMINED = "examined"
    ANSWERED = "answered"


@dataclass(frozen=True, slots=True)
class Signals:
    """What speaks for a passage: its match with the question's meaning and words, its size, its names, dates, answer.

    ``cosine`` in [-1, 1], ``bm25`` and ``sentence_weight`` at least 0, ``dates`` in [-1, 1]; ``sentence``, ``pair``,
    ``passage``, ``title`` and ``names`` are shares in [0, 1]; the sizes are natural logarithms of code points;
    ``answer`` is how well the chosen sentence answers, ``has_type`` 1 where it has something of the asked kind, or
    no kind is asked for: both are 0 as long as no answer was chosen.
    """

    cosine: float
    bm25: float
    sentence_weight: float
    sentence: float
    pair: float
    passage: float
    title: float
    passage_size: float
    sentence_size: float
    names: float
    dates: float
    answer: float = 0.0
    has_type: float = 0.0


SIGNALS = tuple(field.name for field in fields(Signals))


def signals_of(
    hit: Hit, coverage: Coverage, *, passage_chars: int, sentence_chars: int, names: float, dates: float
) -> Signals:
    """Return the signals of one passage without its answer; sizes are in code points."""
    return Signals(
        cosine=hit.cosine,
        bm25=hit.bm25,
        sentence_weight=max(coverage.sentences),
        sentence=coverage.sentence,
        pair=coverage.pair,
        passage=coverage.passage,
        title=coverage.title,
        passage_size=math.log(max(passage_chars, 1)),
        sentence_size=math.log(max(sentence_chars, 1)),
        names=names,
        dates=dates,
    )


def rank_score(signals: Signals, typing: Typing, step: Step) -> float:
    """Return the score of a passage, better when higher; only scores of one question and one step compare."""
    weights = rank_weights()[QUESTIONS[typing]][step]
    return math.fsum(weight * getattr(signals, name) for name, weight in weights.items())


@cache
def rank_weights() -> Mapping[str, Mapping[str, Mapping[str, float]]]:
    """Return the weights that ship with the project, by kind of question, step and signal."""
    weights: dict[str, dict[str, dict[str, float]]] = json.loads(
        files(__package__).joinpath(FILE_NAME).read_text("utf-8")
    )
    return weights
