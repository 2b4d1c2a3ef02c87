"""Stand-ins for the engine: citations, replies and articles made by hand, with as little text as a measure needs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from retrieval.answer.reply import Citation, Reply, Status
from retrieval.query.language import Language


@dataclass(frozen=True)
class Article:
    """An article of which only the text is looked at."""

    text: str


@dataclass(frozen=True)
class View:
    """What ``show`` returns."""

    article: Article


def make_citation(
    article_id: str, excerpt: str, *, start: int = 0, rank: int = 1, highlights: Sequence[tuple[int, int]] = ()
) -> Citation:
    """Return a citation of an excerpt that stands at ``start`` of its article."""
    return Citation(
        rank=rank,
        article_id=article_id,
        passage_id=f"{article_id}#{start}",
        title=None,
        source=None,
        author=None,
        published=None,
        url=None,
        path="",
        excerpt=excerpt,
        start=start,
        end=start + len(excerpt),
        highlights=tuple(highlights),
        score=1.0,
    )


@dataclass
class FakeEngine:
    """Answers from a table of citations per question; what is not in the table is refused."""

    articles: Mapping[str, str]
    citations: Mapping[str, Sequence[Citation]]
    asked: list[tuple[str, int]] = field(default_factory=list)
    shown: list[str] = field(default_factory=list)

    def ask(self, question: str, *, top: int) -> Reply:
        self.asked.append((question, top))
        found = tuple(self.citations.get(question, ()))[:top]
        status = Status.ANSWERED if found else Status.REFUSED
        elapsed_ms = 10.0 * len(self.asked)
        return Reply(question, Language.VIETNAMESE, status, 0.5, None, None, found, generation=7, elapsed_ms=elapsed_ms)

    def show(self, article_id: str) -> View | None:
        self.shown.append(article_id)
        return View(Article(self.articles[article_id])) if article_id in self.articles else None
