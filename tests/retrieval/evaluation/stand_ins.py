"""Stand-ins for the engine: citations, replies and articles made by hand, with as little text as a measure needs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from retrieval.answer.reply import Answer, Citation, Reply, Status
from retrieval.evaluation.question_result import QuestionResult, Scores
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


def make_scores(**changed: float) -> Scores:
    """Return the scores of a question whose article came first and whose answer is exactly right, but as changed."""
    return replace(Scores(1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0), **changed)


def make_result(question_id: str, scores: Scores | None, **changed: Any) -> QuestionResult:
    """Return the result of a Vietnamese question that went as it should, but as changed."""
    is_answerable = scores is not None
    result = QuestionResult(
        id=question_id,
        file="gold.jsonl",
        language="vi",
        kind="who" if is_answerable else "refuse",
        question="Ai?",
        expected=("An",) if is_answerable else (),
        answer="An" if is_answerable else None,
        n_extra_words=0 if is_answerable else None,
        scores=scores,
        refused=not is_answerable,
        handled=True,
        confidence=0.5,
        articles=("a",) if is_answerable else (),
        ranking=("a",),
        rank=1 if is_answerable else None,
        not_verbatim=(),
        elapsed_ms=20.0,
    )
    return replace(result, **changed)


@dataclass
class FakeEngine:
    """Answers from a table of citations per question with what the first marks; what is not in the table is refused.

    Confidence is 0.5, but where a table of it says otherwise.
    """

    articles: Mapping[str, str]
    citations: Mapping[str, Sequence[Citation]]
    confidence: Mapping[str, float] = field(default_factory=dict)
    asked: list[tuple[str, int]] = field(default_factory=list)
    shown: list[str] = field(default_factory=list)

    def ask(self, question: str, *, top: int) -> Reply:
        self.asked.append((question, top))
        found = tuple(self.citations.get(question, ()))[:top]
        status = Status.ANSWERED if found else Status.REFUSED
        elapsed_ms = 10.0 * len(self.asked)
        answer = Answer(" ".join(found[0].excerpt[start:end] for start, end in found[0].highlights)) if found else None
        confidence = self.confidence.get(question, 0.5)
        return Reply(
            question,
            Language.VIETNAMESE,
            status,
            confidence,
            answer,
            None,
            found,
            generation=7,
            elapsed_ms=elapsed_ms,
        )

    def show(self, article_id: str) -> View | None:
        self.shown.append(article_id)
        return View(Article(self.articles[article_id])) if article_id in self.articles else None
