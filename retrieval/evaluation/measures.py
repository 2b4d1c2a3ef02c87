"""The measures, one idea each: functions of a ranking, or of citations, and of what was expected.

A ranking is a sequence of distinct article ids, best first. Relevance is binary; a question may have several relevant
articles, and each of them answers it. Measures of a ranking lie in [0, 1] and are better when higher.
"""

import math
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet

from retrieval.answer.reply import Citation
from retrieval.corpus.sentences import split_sentences
from retrieval.evaluation.answers import has_answers
from retrieval.evaluation.gold import AnswerRule

_P95 = 0.95


def distinct(article_ids: Iterable[str]) -> tuple[str, ...]:
    """Return each id once, where it comes first: several passages of one article are one rank."""
    return tuple(dict.fromkeys(article_ids))


def recall_at(ranking: Sequence[str], relevant: AbstractSet[str], k: int) -> float:
    """Return R@k: 1 if a relevant article stands in the first k, else 0.

    This is the R@k of passage retrieval for question answering (Karpukhin et al., EMNLP 2020), where one article that
    answers is enough; ir_measures calls it Success@k. With one relevant article it equals recall.
    """
    return float(any(article_id in relevant for article_id in ranking[:k]))


def reciprocal_rank_at(ranking: Sequence[str], relevant: AbstractSet[str], k: int) -> float:
    """Return 1 / rank of the first relevant article, 0 where it is not in the first k.

    Its mean over questions is MRR@k (Voorhees, TREC-8 1999).
    """
    rank = first_rank(ranking, relevant, k)
    return 1 / rank if rank else 0.0


def first_rank(ranking: Sequence[str], relevant: AbstractSet[str], k: int) -> int | None:
    """Return the rank, from 1, of the first relevant article, None where it is not in the first k."""
    return next((rank for rank, article_id in enumerate(ranking[:k], start=1) if article_id in relevant), None)


def ndcg_at(ranking: Sequence[str], relevant: AbstractSet[str], k: int) -> float:
    """Return nDCG@k: the gain of the first k, against that of the best ranking there could be.

    Gain 1 for a relevant article, discounted by log2(rank + 1), as in Järvelin & Kekäläinen, ACM TOIS 20(4), 2002,
    in the form that trec_eval and ir_measures use. Without a relevant article it is 0.
    """
    gain = sum(_discount(rank) for rank, found in enumerate(ranking[:k], start=1) if found in relevant)
    best = sum(_discount(rank) for rank in range(1, min(len(relevant), k) + 1))
    return gain / best if best else 0.0


def _discount(rank: int) -> float:
    return 1 / math.log2(rank + 1)


def answer_in_excerpts(citations: Sequence[Citation], answers: Sequence[str], rule: AnswerRule, k: int) -> bool:
    """Return whether the first k excerpts, taken together, hold the answers, whichever article they are from."""
    return has_answers([citation.excerpt for citation in citations[:k]], answers, rule)


def answer_in_highlight(citations: Sequence[Citation], answers: Sequence[str]) -> bool:
    """Return whether the marked words of the first citation hold one of the answers."""
    if not citations:
        return False
    first = citations[0]
    return has_answers([first.excerpt[start:end] for start, end in first.highlights], answers, AnswerRule.ANY)


def answer_in_marked_sentence(citations: Sequence[Citation], answers: Sequence[str]) -> bool:
    """Return whether a sentence of the first excerpt that is marked, wholly or in part, holds one of the answers."""
    if not citations:
        return False
    excerpt, highlights = citations[0].excerpt, citations[0].highlights
    marked = [
        sentence.of(excerpt)
        for sentence in split_sentences(excerpt)
        if any(sentence.start < end and start < sentence.end for start, end in highlights)
    ]
    return has_answers(marked, answers, AnswerRule.ANY)


def is_verbatim(citation: Citation, article_text: str | None) -> bool:
    """Return whether the excerpt is the article's text from start to end, with every highlight inside it."""
    if article_text is None or not 0 <= citation.start <= citation.end <= len(article_text):
        return False
    length = len(citation.excerpt)
    return citation.excerpt == article_text[citation.start : citation.end] and all(
        0 <= start <= end <= length for start, end in citation.highlights
    )


def p95(values: Sequence[float]) -> float:
    """Return the 95th percentile by nearest rank: the least value that 95% of the values do not exceed.

    Raises:
        ValueError: there is no value.
    """
    if not values:
        raise ValueError("no values")
    return sorted(values)[math.ceil(_P95 * len(values)) - 1]
