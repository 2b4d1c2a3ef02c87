"""What is recorded of one question: what was expected, what came, and its scores where it has an answer."""

from dataclasses import dataclass

from retrieval.evaluation.calibration import Judged


@dataclass(frozen=True, slots=True)
class Scores:
    """The measures of one question that has an answer, each in [0, 1]; a refusal has 0 in those of the answer."""

    recall_at_1: float
    recall_at_5: float
    recall_at_10: float
    mrr_at_10: float
    ndcg_at_10: float
    answer_in_excerpt_at_1: float
    answer_in_excerpt_at_3: float
    answer_in_highlight: float
    answer_in_marked_sentence: float
    exact_match: float
    token_f1: float
    answer_holds_all: float
    concise: float


@dataclass(frozen=True, slots=True)
class QuestionResult:
    """How one question went; ``scores`` is None where the articles have no answer.

    ``handled`` is the measure that every question has: answered with the answer in the first three excerpts, or
    refused where there is none. ``n_extra_words`` counts what the answer says beyond what was ``expected``, where it
    holds that. ``rank`` is that of the first right article among the first ten. ``not_verbatim`` holds the passage ids
    of citations that are not the article's words.
    """

    id: str
    file: str
    language: str | None
    kind: str | None
    question: str
    expected: tuple[str, ...]
    answer: str | None
    n_extra_words: int | None
    scores: Scores | None
    refused: bool
    handled: bool
    confidence: float
    articles: tuple[str, ...]
    ranking: tuple[str, ...]
    rank: int | None
    not_verbatim: tuple[str, ...]
    elapsed_ms: float

    @property
    def is_answerable(self) -> bool:
        """Return whether the articles have an answer."""
        return self.scores is not None

    @property
    def judged(self) -> Judged:
        """Return what calibration looks at."""
        return self.confidence, self.is_answerable
