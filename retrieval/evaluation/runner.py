"""Asks every gold question and records how each went.

Each question is asked twice: as a user asks it, which gives the answer, the excerpts and the time; and for many more
citations, since the ranks beyond need more articles than three passages can name. What the user saw leads the
ranking, so that R@1 is the R@1 of the answers given, whatever the engine does with a longer list.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Protocol

from retrieval.answer.reply import Citation, Reply, Status
from retrieval.evaluation.answer_text import answer_holds_all, exact_match, is_concise, n_extra_words, token_f1
from retrieval.evaluation.gold import Question, digest
from retrieval.evaluation.measures import (
    answer_in_excerpts,
    answer_in_highlight,
    answer_in_marked_sentence,
    distinct,
    first_rank,
    is_verbatim,
    ndcg_at,
    recall_at,
    reciprocal_rank_at,
)
from retrieval.evaluation.question_result import QuestionResult, Scores
from retrieval.evaluation.results import Evaluation

USER_TOP = 3  # citations of a reply, as the contract has it by default
DEFAULT_DEPTH = 30  # passages; leaves ten articles where each has three of them
_RANKS = 10


class ShownArticle(Protocol):
    """An article of which only the text is looked at."""

    @property
    def text(self) -> str:
        """Return the text that citations count in."""
        ...


class ShownView(Protocol):
    """What ``show`` returns for an article that the index has."""

    @property
    def article(self) -> ShownArticle:
        """Return the article."""
        ...


class Answerer(Protocol):
    """What is evaluated: the engine, or a stand-in."""

    def ask(self, question: str, *, top: int) -> Reply:
        """Return the reply with at most ``top`` citations, best first."""
        ...

    def show(self, article_id: str) -> ShownView | None:
        """Return the article, None where the index has none of that id."""
        ...


def evaluate(
    engine: Answerer,
    questions: Sequence[Question],
    *,
    depth: int = DEFAULT_DEPTH,
    progress: Callable[[int], None] | None = None,
) -> Evaluation:
    """Return how the engine does on the questions; ``progress`` is told the number done since its last call.

    Ranks beyond the user's citations come from the articles of the first ``depth`` passages; with a depth of no more
    than these, each question is asked once.
    """
    if depth < USER_TOP:
        raise ValueError(f"depth {depth} is less than the {USER_TOP} citations of a reply")
    texts = _ArticleTexts(engine)
    results, generations = [], set()
    n_reordered = 0
    for question in questions:
        seen = engine.ask(question.text, top=USER_TOP)
        deep = engine.ask(question.text, top=depth) if depth > USER_TOP else seen
        n_reordered += _passages(seen.citations) != _passages(deep.citations[:USER_TOP])
        generations |= {seen.generation, deep.generation}
        results.append(_result(question, seen, deep, texts))
        if progress is not None:
            progress(1)
    gold = distinct(article_id for question in questions for article_id in sorted(question.articles))
    return Evaluation(
        digest=digest(questions),
        generation=max(generations, default=0),
        depth=depth,
        results=tuple(results),
        n_reordered=n_reordered,
        unknown_articles=tuple(article_id for article_id in gold if texts.of(article_id) is None),
    )


class _ArticleTexts:
    """Article texts, each fetched once."""

    def __init__(self, engine: Answerer) -> None:
        self._engine = engine
        self._texts: dict[str, str | None] = {}

    def of(self, article_id: str) -> str | None:
        """Return the text of an article, None where the index does not have it."""
        if article_id not in self._texts:
            view = self._engine.show(article_id)
            self._texts[article_id] = None if view is None else view.article.text
        return self._texts[article_id]


def _result(question: Question, seen: Reply, deep: Reply, texts: _ArticleTexts) -> QuestionResult:
    citations = (*seen.citations, *deep.citations)
    ranking = distinct(citation.article_id for citation in citations)[:_RANKS]
    refused = seen.status is Status.REFUSED
    answer = None if seen.answer is None else seen.answer.text
    scores = _scores(question, seen, ranking) if question.is_answerable else None
    handled = refused if scores is None else not refused and bool(scores.answer_in_excerpt_at_3)
    wrong = (citation.passage_id for citation in citations if not is_verbatim(citation, texts.of(citation.article_id)))
    return QuestionResult(
        id=question.id,
        file=question.file,
        language=question.language,
        kind=question.kind,
        question=question.text,
        expected=question.answers,
        answer=answer,
        n_extra_words=None if answer is None else n_extra_words(answer, question.answers, question.rule),
        scores=scores,
        refused=refused,
        handled=handled,
        confidence=seen.confidence,
        articles=tuple(sorted(question.articles)),
        ranking=ranking,
        rank=first_rank(ranking, question.articles, _RANKS),
        not_verbatim=distinct(wrong),
        elapsed_ms=seen.elapsed_ms,
    )


def _scores(question: Question, seen: Reply, ranking: Sequence[str]) -> Scores:
    relevant, answers, rule = question.articles, question.answers, question.rule
    text = seen.answer.text if seen.answer is not None else ""
    return Scores(
        recall_at_1=recall_at(ranking, relevant, 1),
        recall_at_5=recall_at(ranking, relevant, 5),
        recall_at_10=recall_at(ranking, relevant, 10),
        mrr_at_10=reciprocal_rank_at(ranking, relevant, 10),
        ndcg_at_10=ndcg_at(ranking, relevant, 10),
        answer_in_excerpt_at_1=float(answer_in_excerpts(seen.citations, answers, rule, 1)),
        answer_in_excerpt_at_3=float(answer_in_excerpts(seen.citations, answers, rule, USER_TOP)),
        answer_in_highlight=float(answer_in_highlight(seen.citations, answers)),
        answer_in_marked_sentence=float(answer_in_marked_sentence(seen.citations, answers)),
        exact_match=float(exact_match(text, answers, rule)),
        token_f1=token_f1(text, answers, rule),
        answer_holds_all=float(answer_holds_all(text, answers, rule)),
        concise=float(is_concise(text, answers, rule)),
    )


def _passages(citations: Iterable[Citation]) -> list[str]:
    return [citation.passage_id for citation in citations]
