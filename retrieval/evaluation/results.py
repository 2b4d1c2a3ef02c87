"""What an evaluation found: one record a question, and the figures of any group of them.

Figures are worked out from the records alone, so that the command line, the gate and a test group them as they like.
"""

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from statistics import median
from typing import Any

from retrieval.evaluation.measures import p95

_DIGITS = 6


@dataclass(frozen=True, slots=True)
class Scores:
    """The measures of one question that has an answer, each in [0, 1]."""

    recall_at_1: float
    recall_at_5: float
    recall_at_10: float
    mrr_at_10: float
    ndcg_at_10: float
    answer_in_excerpt_at_1: float
    answer_in_excerpt_at_3: float
    answer_in_highlight: float


@dataclass(frozen=True, slots=True)
class QuestionResult:
    """How one question went; ``scores`` is None where the articles have no answer.

    ``handled`` is the measure that every question has: answered with the answer in the first three excerpts, or
    refused where there is none. ``not_verbatim`` holds the passage ids of citations that are not the article's words.
    """

    id: str
    file: str
    language: str | None
    kind: str | None
    question: str
    scores: Scores | None
    refused: bool
    handled: bool
    confidence: float
    ranking: tuple[str, ...]
    not_verbatim: tuple[str, ...]
    elapsed_ms: float


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of a group of questions; None where no question of the group can have it.

    The means from ``recall_at_1`` to ``answered`` are over the questions that have an answer, ``refused`` over those
    that have none, ``handled`` and the latency over all.
    """

    n_questions: int
    n_answerable: int
    recall_at_1: float | None
    recall_at_5: float | None
    recall_at_10: float | None
    mrr_at_10: float | None
    ndcg_at_10: float | None
    answer_in_excerpt_at_1: float | None
    answer_in_excerpt_at_3: float | None
    answer_in_highlight: float | None
    answered: float | None
    refused: float | None
    handled: float | None
    latency_median_ms: float | None
    latency_p95_ms: float | None


def summarise(results: Sequence[QuestionResult]) -> Figures:
    """Return the figures of a group of results, rounded to six digits; the group may be empty."""
    scores = [result.scores for result in results if result.scores is not None]
    answerable = [result for result in results if result.scores is not None]
    unanswerable = [result for result in results if result.scores is None]
    times = [result.elapsed_ms for result in results]
    return Figures(
        n_questions=len(results),
        n_answerable=len(answerable),
        recall_at_1=_mean([score.recall_at_1 for score in scores]),
        recall_at_5=_mean([score.recall_at_5 for score in scores]),
        recall_at_10=_mean([score.recall_at_10 for score in scores]),
        mrr_at_10=_mean([score.mrr_at_10 for score in scores]),
        ndcg_at_10=_mean([score.ndcg_at_10 for score in scores]),
        answer_in_excerpt_at_1=_mean([score.answer_in_excerpt_at_1 for score in scores]),
        answer_in_excerpt_at_3=_mean([score.answer_in_excerpt_at_3 for score in scores]),
        answer_in_highlight=_mean([score.answer_in_highlight for score in scores]),
        answered=_mean([not result.refused for result in answerable]),
        refused=_mean([result.refused for result in unanswerable]),
        handled=_mean([result.handled for result in results]),
        latency_median_ms=round(median(times), 3) if times else None,
        latency_p95_ms=round(p95(times), 3) if times else None,
    )


@dataclass(frozen=True, slots=True)
class Evaluation:
    """All results of one run, in the order of the questions, with what they were taken on.

    ``n_reordered`` counts the questions whose first citations changed when more were asked for; ``unknown_articles``
    are gold articles that the index does not have.
    """

    digest: str
    generation: int
    depth: int
    results: tuple[QuestionResult, ...]
    n_reordered: int
    unknown_articles: tuple[str, ...]

    @property
    def overall(self) -> Figures:
        """Return the figures of all questions."""
        return summarise(self.results)

    @property
    def by_language(self) -> dict[str, Figures]:
        """Return the figures per language of asking, in order of appearance; questions that name none are left out."""
        return self._grouped(lambda result: result.language)

    @property
    def by_kind(self) -> dict[str, Figures]:
        """Return the figures per kind of question, in order of appearance; questions that name none are left out."""
        return self._grouped(lambda result: result.kind)

    @property
    def by_file(self) -> dict[str, Figures]:
        """Return the figures per file of questions, in order of appearance."""
        return self._grouped(lambda result: result.file)

    @property
    def not_verbatim(self) -> tuple[tuple[str, str], ...]:
        """Return (question id, passage id) of every citation that is not the article's words; it must be empty."""
        return tuple((result.id, passage_id) for result in self.results for passage_id in result.not_verbatim)

    def to_json(self) -> dict[str, Any]:
        """Return plain dicts and lists: the figures, then every question's result."""
        return {
            "digest": self.digest,
            "generation": self.generation,
            "depth": self.depth,
            "overall": asdict(self.overall),
            "by_language": {name: asdict(figures) for name, figures in self.by_language.items()},
            "by_kind": {name: asdict(figures) for name, figures in self.by_kind.items()},
            "by_file": {name: asdict(figures) for name, figures in self.by_file.items()},
            "not_verbatim": [{"question": question, "passage": passage} for question, passage in self.not_verbatim],
            "n_reordered": self.n_reordered,
            "unknown_articles": list(self.unknown_articles),
            "questions": [asdict(result) for result in self.results],
        }

    def _grouped(self, key: Callable[[QuestionResult], str | None]) -> dict[str, Figures]:
        groups: dict[str, list[QuestionResult]] = {}
        for result in self.results:
            name = key(result)
            if name is not None:
                groups.setdefault(name, []).append(result)
        return {name: summarise(group) for name, group in groups.items()}


def _mean(values: Sequence[float]) -> float | None:
    return round(sum(values) / len(values), _DIGITS) if values else None
