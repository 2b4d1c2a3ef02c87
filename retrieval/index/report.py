"""What a run of indexing tells: progress while it works, a report when it is done."""

from dataclasses import asdict, dataclass, field
from typing import Any, Protocol

from retrieval.corpus.document import ReadFailure


class IndexProgress(Protocol):
    """Is told how far a run of indexing has come."""

    def start(self, stage: str, total: int) -> None:
        """A stage begins: "read" counts files, "embed" and "write" count passages."""
        ...

    def advance(self, done: int) -> None:
        """So many more are done in this stage."""
        ...


class NoProgress:
    """Tells nobody."""

    def start(self, stage: str, total: int) -> None:
        """Ignore the stage."""

    def advance(self, done: int) -> None:
        """Ignore the count."""


@dataclass(slots=True)
class ArticleCounts:
    """What became of the articles, against the generation before."""

    added: int = 0
    changed: int = 0
    removed: int = 0
    unchanged: int = 0
    failed: list[ReadFailure] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class IndexReport:
    """The contract's report of one run; ``embedded`` counts texts that had no vector yet."""

    generation: int
    articles: ArticleCounts
    passages: int
    embedded: int
    model: str
    seconds: float

    def to_json(self) -> dict[str, Any]:
        """Return the contract's object; a failure's line is named in its error."""
        report = asdict(self)
        report["articles"]["failed"] = [
            {"path": failure.path, "error": failure.error} for failure in self.articles.failed
        ]
        report["seconds"] = round(self.seconds, 3)
        return report
