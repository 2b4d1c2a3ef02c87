"""Who wrote an article: asked for by its subject, answered by its byline, far from where the subject stands.

An author may be known from what came with an article (a column of a table, a web page's head) and stand nowhere in its
text. No excerpt can show that, so it is no answer; a refusal may tell it.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from retrieval.answer.evidence.coverage import TermWeights
from retrieval.answer.library import Library
from retrieval.answer.ranking.finding import Finding, with_answer
from retrieval.answer.ranking.findings import find_in
from retrieval.query.asked import AskedQuestion
from retrieval.records import ArticleRecord, PassageRecord
from retrieval.text.span import Span
from retrieval.text.spelling import fold
from retrieval.text.tokens import canonical, token_texts

_BETWEEN_AUTHORS = ", "  # as metadata has several
_MAX_OTHER_CHARS = 60  # beside the names: "Bài và ảnh:", "(Theo TTXVN)", a day
_MIN_HEADLINE_WORDS = 5  # fewer may be the name of something
_LINE = re.compile(r"[^\n]+")
_SENTENCE_END = re.compile(r"[.!?…”»)]\s+")
_OF_PICTURES = frozenset(
    {"ảnh", "hình", "video", "clip", "nguồn", "đồ", "họa", "photo", "photos", "minh", "tư", "liệu"}
)


def find_byline(
    ranked: Sequence[Finding], asked: AskedQuestion, weights: TermWeights, library: Library
) -> list[Finding]:
    """Return the findings with the best article's byline, if its text has one, before all others."""
    if not ranked or ranked[0].is_out:
        return list(ranked)
    best = ranked[0]
    spans = byline_of(best.evidence.article)
    passage = _passage_of(spans, library.store.passages_of(best.evidence.article.id))
    if passage is None:
        return list(ranked)
    row = int(np.searchsorted(library.snapshot.dense.ids, passage.id))
    found = find_in(asked, replace(best.hit, row=row), weights, library)
    sentence = next((line for line in passage.sentences if line.start <= spans[0].start < line.end), spans[0])
    answer = replace(best.answer, spans=spans, sentence=sentence, is_safe=True, has_type=True)
    # The subject is the best passage's, so its rank and its signals are too; who wrote it the byline surely says.
    signals = replace(best.signals, has_type=1.0)
    first = with_answer(replace(best, hit=found.hit, evidence=found.evidence, signals=signals), answer)
    return [first, *(finding for finding in ranked if finding.hit.row != row)]


def answers_with_byline(asked: AskedQuestion, best: Finding) -> bool:
    """Return whether the best finding is the byline that was asked for."""
    if not asked.request.asks_author:
        return False
    byline = byline_of(best.evidence.article)
    return bool(byline) and best.answer.spans == byline


def lacks_byline(asked: AskedQuestion, best: Finding) -> bool:
    """Return whether an author is asked for whom no excerpt shows.

    A question that may mean something else ("who wrote about the flood") does where the article's author is known, or
    where it has the article's title.
    """
    article = best.evidence.article
    means_author = asked.request.names_article or (
        asked.request.asks_author and (bool(article.author) or _has_title(asked.text, article.title))
    )
    return means_author and not answers_with_byline(asked, best)


def byline_of(article: ArticleRecord) -> tuple[Span, ...]:
    """Return where the names of the article's author or authors stand as its byline for the last time; none, ().

    A byline is a short line with all of the names, or the end of a paragraph after its last sentence.
    """
    if not article.author:
        return ()
    names = [_whole(name) for name in article.author.split(_BETWEEN_AUTHORS) if name.strip()]
    for line in reversed(list(_LINE.finditer(article.text))):
        if line[0].strip() == article.title:
            continue
        ends = [end.end() for end in _SENTENCE_END.finditer(line[0])]
        for start in dict.fromkeys((0, ends[-1] if ends else 0)):
            spans = _names_of_byline(line[0][start:], names)
            if spans:
                offset = line.start() + start
                return tuple(Span(span.start + offset, span.end + offset) for span in spans)
    return ()


def _has_title(question: str, title: str | None) -> bool:
    """Return whether the question has the whole title in it, with marks or without: a headline, or behind "bài"."""
    words = token_texts(fold(title or ""))
    asked = f" {' '.join(token_texts(fold(question)))} "
    whole = f" {' '.join(words)} "
    return bool(words) and (f" bai{whole}" in asked or (len(words) >= _MIN_HEADLINE_WORDS and whole in asked))


def _whole(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(canonical(name.strip()))}(?!\w)")


def _names_of_byline(line: str, names: Sequence[re.Pattern[str]]) -> list[Span]:
    """Return where the names stand in a line, in order; none where it lacks one or says more than a byline does."""
    text = canonical(line)
    found = [name.search(text) for name in names]
    spans = sorted((Span(*one.span()) for one in found if one is not None), key=lambda span: span.start)
    if not spans or len(spans) < len(names):
        return []
    others = _without(text, spans)
    words = token_texts(others)
    is_sentence = bool(words) and ":" not in others and line.rstrip().endswith((".", "!", "?"))
    is_of_pictures = bool(words) and set(words) <= _OF_PICTURES
    return [] if len(others.strip()) > _MAX_OTHER_CHARS or is_sentence or is_of_pictures else spans


def _without(text: str, spans: Sequence[Span]) -> str:
    """Return the text with a space for each span."""
    for span in reversed(spans):
        text = f"{text[: span.start]} {text[span.end :]}"
    return text


def _passage_of(spans: Sequence[Span], passages: Sequence[PassageRecord]) -> PassageRecord | None:
    """Return the passage that the spans stand in, if there are any and one has them all."""
    return next(
        (one for one in passages if spans and one.start <= spans[0].start and spans[-1].end <= one.end),
        None,
    )
