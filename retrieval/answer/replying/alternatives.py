"""What else a question may have meant: "the 2021 conference" is the one held then, or the one that looks back on it.

Another article is offered where it is about another event and answers about as well as the best one; an article of
another time than the one asked about is not.
"""

from collections.abc import Sequence

from retrieval.answer.ranking.finding import Finding
from retrieval.answer.ranking.fitting import OPEN_TYPES
from retrieval.answer.reply import Alternative
from retrieval.answer.replying.citing import citation_of
from retrieval.answer.texts import alternative_text
from retrieval.query.language import Language
from retrieval.query.request.answer_type import AnswerType

MAX_ALTERNATIVES = 2
# Of the best one's share of the question's words, and of its score in cosines.
_MIN_COVERAGE = 0.75
_MAX_BEHIND = 0.08


def find_alternatives(findings: Sequence[Finding], kind: AnswerType, language: Language) -> tuple[Alternative, ...]:
    """Return what else may have been meant, best first, one an event; ``findings`` are ranked, the best one first."""
    best = findings[0]
    taken = [best]
    for finding in findings[1:]:
        is_new = all(_is_other_event(finding, other) for other in taken)
        if is_new and len(taken) <= MAX_ALTERNATIVES and kind not in OPEN_TYPES and _answers_as_well(finding, best):
            taken.append(finding)
    return tuple(_offer(finding, language) for finding in taken[1:])


def _answers_as_well(finding: Finding, best: Finding) -> bool:
    return (
        not finding.is_out
        and finding.answer.has_type
        and finding.answer_text != best.answer_text
        and finding.signals.pair >= _MIN_COVERAGE * best.signals.pair
        and finding.score >= best.score - _MAX_BEHIND
    )


def _is_other_event(finding: Finding, other: Finding) -> bool:
    """Return whether two articles tell of events of different days; undated ones cannot be told apart."""
    left, right = finding.evidence.article, other.evidence.article
    return left.id != right.id and left.event is not None and right.event is not None and left.event != right.event


def _offer(finding: Finding, language: Language) -> Alternative:
    article = finding.evidence.article
    day = article.event[0] if article.event else article.published
    return Alternative(alternative_text(article.title, day, language), finding.answer_text, citation_of(finding, 1))
