"""How far a run of indexing has come, as bars on stderr. Imports rich: for a terminal only."""

from types import TracebackType

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, Task, TaskID, TimeRemainingColumn
from rich.text import Text

from retrieval.index.report import IndexProgress

_STAGES = {"read": ("Reading", "files"), "embed": ("Embedding", "passages"), "write": ("Writing", "passages")}


class ProgressBars:
    """One bar a stage, with speed and time left; gone when the run ends."""

    def __init__(self) -> None:
        """Prepare the bars; nothing is shown before the first stage."""
        self._task: TaskID | None = None
        self._progress = Progress(
            _StageColumn(),
            BarColumn(),
            MofNCompleteColumn(),
            _SpeedColumn(),
            TimeRemainingColumn(),
            console=Console(stderr=True),
            transient=True,
        )

    def __enter__(self) -> IndexProgress:
        """Begin to show."""
        self._progress.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        """Take the bars away."""
        self._progress.stop()

    def start(self, stage: str, total: int) -> None:
        """Show a new bar; see IndexProgress."""
        self._task = self._progress.add_task(stage, total=total) if total else None

    def advance(self, done: int) -> None:
        """Move the newest bar on."""
        if self._task is not None:
            self._progress.advance(self._task, done)


class _StageColumn(ProgressColumn):
    """What is being done."""

    def render(self, task: Task) -> Text:
        return Text(_STAGES.get(task.description, (task.description, ""))[0].ljust(10))


class _SpeedColumn(ProgressColumn):
    """How much is done in a second."""

    def render(self, task: Task) -> Text:
        unit = _STAGES.get(task.description, ("", ""))[1]
        return Text(f"{task.speed:.1f} {unit}/s" if task.speed else unit)
