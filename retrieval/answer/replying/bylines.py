"""Who wrote an article: asked for by its subject, answered by its byline, far from where the subject stands."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from retrieval.answer.evidence.coverage import TermWeights
from retrieval.answer.library import Library
from retrieval.answer.ranking.findings import Finding, find_in, with_answer
from retrieval.query.asked import AskedQuestion
from retrieval.records import ArticleRecord, PassageRecord
from retrieval.text.span import Span


def find_byline(
    ranked: Sequence[Finding], asked: AskedQuestion, weights: TermWeights, library: Library
) -> list[Finding]:
    """Return the findings with the best article's byline, if its text has one, before all others."""
    if not ranked or ranked[0].is_out:
        return list(ranked)
    best = ranked[0]
    byline = _byline_of(best.evidence.article, library.store.passages_of(best.evidence.article.id))
    if byline is None:
        return list(ranked)
    passage, span = byline
    row = int(np.searchsorted(library.snapshot.dense.ids, passage.id))
    found = find_in(asked, replace(best.hit, row=row), weights, library)
    sentence = next((line for line in passage.sentences if line.start <= span.start < line.end), span)
    answer = replace(best.answer, spans=(span,), sentence=sentence, is_safe=True, has_type=True)
    # The subject is the best passage's, so its rank and its signals are too.
    first = with_answer(replace(best, hit=found.hit, evidence=found.evidence), answer)
    return [first, *(finding for finding in ranked if finding.hit.row != row)]


def _byline_of(article: ArticleRecord, passages: Sequence[PassageRecord]) -> tuple[PassageRecord, Span] | None:
    """Return where the author's name stands for the last time, with its passage."""
    if not article.author:
        return None
    start = article.text.rfind(article.author)
    passage = next((passage for passage in passages if passage.start <= start < passage.end), None)
    return (passage, Span(start, start + len(article.author))) if passage is not None else None
