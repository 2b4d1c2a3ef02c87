"""What an evaluation found: one record a question, and their figures in the groups that people ask about."""

from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any

from retrieval.evaluation.figures import Figures, summarise
from retrieval.evaluation.question_result import QuestionResult


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
