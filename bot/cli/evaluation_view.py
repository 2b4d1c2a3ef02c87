"""An evaluation as a person reads it in the terminal: what was measured and with what, then its figures in tables."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from bot.cli.output import printable, write_line
from retrieval.evaluation.columns import COLUMN_GROUPS, ColumnGroup, figure_rows
from retrieval.evaluation.results import Evaluation

_MIN_WIDTH = 130  # a narrower terminal wraps the lines; rich would cut the figures


@dataclass(frozen=True, slots=True)
class Run:
    """What was evaluated, and with what; ``command`` repeats it.

    ``confidence`` is the file of the user's own confidence, None for the one that ships; ``fitted_on`` tells of either.
    """

    date: str
    model: str
    corpus: Path
    questions: tuple[Path, ...]
    bare: bool
    command: str
    confidence: Path | None
    fitted_on: str

    def to_json(self) -> dict[str, Any]:
        """Return plain values."""
        return {
            "date": self.date,
            "model": self.model,
            "corpus": str(self.corpus),
            "questions_files": [str(path) for path in self.questions],
            "bare": self.bare,
            "command": self.command,
            "confidence": {"file": str(self.confidence) if self.confidence else None, "fitted_on": self.fitted_on},
        }

    @property
    def confidence_line(self) -> str:
        """Return which confidence decided what is refused."""
        return f"{self.confidence or 'the one that ships'} ({self.fitted_on})"


def print_figures(run: Run, evaluation: Evaluation) -> None:
    """Print what was measured, when and with what, then the figures."""
    typed = ", typed without marks" if run.bare else ""
    names = ", ".join(str(path) for path in run.questions)
    write_line(f"{run.date} · {run.model} · generation {evaluation.generation} of {run.corpus}")
    write_line(f"{names}{typed} · sha256 {evaluation.digest[:12]}")
    write_line(f"confidence: {run.confidence_line}")
    console = Console(highlight=False, soft_wrap=True)
    console.width = max(console.width, _MIN_WIDTH)
    for group in COLUMN_GROUPS:
        write_line()
        console.print(_table(group, evaluation))
    write_line()
    for group in COLUMN_GROUPS:
        meanings = (f"{column.line}: {column.meaning}" for column in group.columns if not column.is_known)
        write_line("; ".join(meanings))


def _table(group: ColumnGroup, evaluation: Evaluation) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 1), collapse_padding=True)
    for title in (group.title, "n", *(column.title for column in group.columns)):
        table.add_column(title, justify="left" if title == group.title else "right", no_wrap=True)
    for name, figures in figure_rows(evaluation):
        cells = (column.cell(figures) for column in group.columns)
        table.add_row(Text(printable(name)), str(figures.n_questions), *cells)
    return table
