"""What the figures are called and mean, in the order they are shown: one list for the terminal and for the report."""

from dataclasses import dataclass
from enum import StrEnum

from retrieval.evaluation.figures import Figures
from retrieval.evaluation.results import Evaluation

_NONE = "–"


class Unit(StrEnum):
    """How a figure is written: a share with three decimals, or whole milliseconds."""

    SHARE = "share"
    MILLISECONDS = "ms"


@dataclass(frozen=True, slots=True)
class Column:
    """One figure: its short title (a line feed where it may be broken), its field in Figures, what it means.

    ``is_known`` where it needs no explaining in a terminal.
    """

    title: str
    name: str
    meaning: str
    unit: Unit = Unit.SHARE
    is_known: bool = False

    @property
    def line(self) -> str:
        """Return the title on one line."""
        return self.title.replace("-\n", "").replace("\n", " ")

    def cell(self, figures: Figures) -> str:
        """Return the figure as text."""
        value: float | None = getattr(figures, self.name)
        if value is None:
            return _NONE
        return f"{value:.3f}" if self.unit is Unit.SHARE else f"{value:.0f}"


@dataclass(frozen=True, slots=True)
class ColumnGroup:
    """The figures that stand in one table."""

    title: str
    columns: tuple[Column, ...]


COLUMN_GROUPS = (
    ColumnGroup(
        "Finding",
        (
            Column("R@1", "recall_at_1", "a right article comes first", is_known=True),
            Column("R@5", "recall_at_5", "a right article is among the first five", is_known=True),
            Column("R@10", "recall_at_10", "a right article is among the first ten", is_known=True),
            Column("MRR\n@10", "mrr_at_10", "mean of 1 / rank of the first right article", is_known=True),
            Column("nDCG\n@10", "ndcg_at_10", "gain of the first ten against the best ranking", is_known=True),
            Column("excerpt\n@1", "answer_in_excerpt_at_1", "the answer stands in the first excerpt", is_known=True),
            Column(
                "excerpt\n@3", "answer_in_excerpt_at_3", "the answer stands in the first three excerpts, taken together"
            ),
            Column("marked\nsentence", "answer_in_marked_sentence", "a marked sentence of the first excerpt holds one"),
            Column("high-\nlight", "answer_in_highlight", "the marked words of the first excerpt hold one"),
            Column("median\nms", "latency_median_ms", "time to answer, median", Unit.MILLISECONDS, is_known=True),
            Column("p95\nms", "latency_p95_ms", "time to answer, 95th percentile", Unit.MILLISECONDS, is_known=True),
        ),
    ),
    ColumnGroup(
        "Answering and refusing",
        (
            Column("exact\nmatch", "exact_match", "the answer is what was expected, word for word"),
            Column("token\nF1", "token_f1", "words that answer and expectation have in common"),
            Column("holds\nall", "answer_holds_all", "the answer holds every expected string; of alternatives, one"),
            Column("con-\ncise", "concise", "holds all, with at most 12 words beyond"),
            Column("handled", "handled", "of all: the answer in three excerpts, or refused where there is none"),
            Column("refused", "refused", "of the questions without an answer (recall of refusing)"),
            Column("prec-\nision", "refusal_precision", "of what was refused, the share without an answer"),
            Column("false\nrefusal", "false_refusal_rate", "of the questions with an answer, the share refused"),
            Column("AUROC", "auroc", "how well confidence tells questions with an answer from those without"),
            Column("ECE", "ece", "how far confidence is from the truth, by bins; lower is better"),
            Column("Brier", "brier", "mean squared error of confidence; lower is better"),
        ),
    ),
)


def figure_rows(evaluation: Evaluation) -> list[tuple[str, Figures]]:
    """Return each group's name and figures in the order they are shown: all, files (of several), languages, kinds."""
    rows = [("all", evaluation.overall)]
    if len(evaluation.by_file) > 1:
        rows += evaluation.by_file.items()
    rows += evaluation.by_language.items()
    rows += evaluation.by_kind.items()
    return rows
