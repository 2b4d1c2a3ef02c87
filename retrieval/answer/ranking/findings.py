"""The leading passages of a search, each examined: how well its words, dates and names fit, and what in it answers.

Two steps, since choosing an answer costs most: all leading passages are put in order by words, names and dates, then
the first few of them again, with the answers found in them. Of the article that then comes first more passages are
looked through, for the sentence that answers may be in any of them.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from retrieval.answer.dates.dating import date_fit, dated_article, recency_scores
from retrieval.answer.dates.rules import NO_PERIOD, OF_ANOTHER_TIME
from retrieval.answer.evidence.coverage import TermWeights
from retrieval.answer.evidence.evidence import Evidence, load_evidence
from retrieval.answer.evidence.naming import NameSupport, name_support
from retrieval.answer.evidence.search import Hit
from retrieval.answer.library import Library
from retrieval.answer.ranking.finding import Finding, with_answer_signals, with_score
from retrieval.answer.ranking.fitting import evidence_of_then
from retrieval.answer.ranking.ranking import Step, rank_score, signals_of
from retrieval.answer.ranking.selection import select
from retrieval.query.asked import AskedQuestion
from retrieval.query.language import Language
from retrieval.query.names.asked_name import AskedName, NameKind
from retrieval.query.names.offices import begins_with_rank
from retrieval.query.periods import Order
from retrieval.query.request.answer_type import AnswerType

RANKED = 12  # passages that are put in order by all signals; 10 to 50 gave the same figures
ANSWERED = 4  # of them are put in order by their answers too
WITHIN_ARTICLE = 6  # passages of the best one's article that are looked through, however far down they were found
_MOST_RANKED = 48  # where all of them are of another time or about something else
# What stands before who did what is asked: nothing in Vietnamese, "What did the" in English.
_BEFORE_SUBJECT = re.compile(r"(?:(?:what|how|when|where|why) (?:did|does|has|will|would) (?:the )?)?", re.IGNORECASE)
_RECENCY_WEIGHT = 0.06  # in cosines, as a fitting date is worth


def rank_findings(
    asked: AskedQuestion, hits: Sequence[Hit], weights: TermWeights, library: Library, n: int
) -> list[Finding]:
    """Return the first ``n`` findings (at least :data:`ANSWERED` where there are so many), best first.

    Those that cannot answer come last, equal ones by row; the order of the first does not depend on ``n``.
    """
    examined: list[Finding] = []
    while len(examined) < min(len(hits), _MOST_RANKED) and all(one.is_out for one in examined):
        examined += _examine(asked, hits[len(examined) : len(examined) + RANKED], weights, library)
    if asked.periods.recency is not None:
        examined = _with_recency(examined, asked.periods.recency.order)
    examined.sort(key=_rank)
    leading = [with_answer_signals(one) for one in examined[:ANSWERED]]
    leading.sort(key=_rank)
    if not leading:
        return []
    unexamined = hits[len(examined) :]
    more = _others_of_its_article(leading[0], examined, unexamined, library)
    leading = _best_of_its_article_first(leading, [*examined[ANSWERED:], *more])
    others = [
        *examined[ANSWERED:],
        *sorted(_examine(asked, unexamined[: max(0, n - len(examined))], weights, library), key=_rank),
    ]
    others = [one for one in others if one.hit.row != leading[0].hit.row]
    floor = min(one.score for one in leading)  # the steps' scores do not compare, their order does
    return leading + [replace(one, score=min(one.score, floor)) for one in others[: max(0, n - len(leading))]]


def find_in(asked: AskedQuestion, hit: Hit, weights: TermWeights, library: Library) -> Finding:
    """Return one passage examined."""
    return _examine(asked, [hit], weights, library)[0]


def _best_of_its_article_first(leading: Sequence[Finding], others: Sequence[Finding]) -> list[Finding]:
    """Return the leading findings with the best article's own best answer first; ``others`` may hold it too.

    Which article answers is settled by what its passages have in common, date and subject; which of its sentences
    does, the article as a whole tells.
    """
    first = leading[0]
    own = [one for one in leading if _is_beside(one, first)]
    beside = [one for one in others if _is_beside(one, first)]
    own += [with_answer_signals(one) for one in beside[: max(0, WITHIN_ARTICLE - len(own))]]
    at_place = [one for one in own if one.answers_at_place]
    best = at_place[0] if at_place else select(_that_name_the_holder(own))
    rest = [one for one in leading if one.hit.row != best.hit.row]
    return [with_score(best, max(best.score, first.score)), *rest]


def _that_name_the_holder(own: Sequence[Finding]) -> Sequence[Finding]:
    """Return those of an article's findings that name who holds the office asked for; all where none does, or none is.

    "Hiệu trưởng nhà trường" stands far from the sentence that has the whole name of the school.
    """
    if not own[0].asked.request.asks_holder:
        return own
    return [one for one in own if one.answer.has_type] or own


def _others_of_its_article(
    first: Finding, examined: Sequence[Finding], hits: Sequence[Hit], library: Library
) -> list[Finding]:
    """Return more passages of a finding's article: those examined, then those that were found farther down."""
    article = first.evidence.article
    if not first.is_of_longer_article:
        return []
    n_examined = sum(one.evidence.article.id == article.id for one in examined)
    passages = library.store.passages_of(article.id)
    if n_examined >= min(len(passages), WITHIN_ARTICLE):
        return []
    ids = library.snapshot.dense.ids
    wanted = {passage.id for passage in passages}
    more = [hit for hit in hits if int(ids[hit.row]) in wanted][: WITHIN_ARTICLE - n_examined]
    return _examine(first.asked, more, first.weights, library)


def _is_beside(finding: Finding, other: Finding) -> bool:
    return finding.evidence.article.id == other.evidence.article.id and finding.is_out == other.is_out


def _rank(finding: Finding) -> tuple[bool, float, int]:
    return finding.is_out, -finding.score, finding.hit.row


def _examine(asked: AskedQuestion, hits: Sequence[Hit], weights: TermWeights, library: Library) -> list[Finding]:
    evidence = load_evidence(hits, library.snapshot, library.store, weights)
    return [_examined(asked, hit, evidence[hit.row], weights) for hit in hits]


def _examined(asked: AskedQuestion, hit: Hit, evidence: Evidence, weights: TermWeights) -> Finding:
    evidence, is_told = evidence_of_then(asked, evidence, weights)
    article, passage = evidence.article, evidence.passage
    text = article.text[passage.start : passage.end]
    sentence = evidence.best.of(article.text)
    periods = asked.periods.periods
    dates = date_fit(periods, dated_article(article), text, sentence) if periods else NO_PERIOD
    dates = dates if is_told else OF_ANOTHER_TIME
    names = name_support(asked.names, sentence, text, article.title, article.text)
    signals = signals_of(
        hit,
        evidence.coverage,
        passage_chars=len(text),
        sentence_chars=len(sentence),
        names=names.share,
        dates=dates.value,
    )
    lacking = names.missing_firm or _missing_office(asked, names)
    score = rank_score(signals, asked.terms.typing, Step.EXAMINED)
    return Finding(hit, evidence, dates, names, lacking, signals, score, asked, weights)


def _missing_office(asked: AskedQuestion, names: NameSupport) -> AskedName | None:
    """Return the office whose holder is asked for, or what the holder did, where the article has no such office.

    On the dev questions 3 of 76 articles that answer lack it. Of what an English question asks, only ranks count:
    "Party committee" is called too many things.
    """
    is_asked = asked.request.type in {AnswerType.PERSON, AnswerType.PERSONS}
    offices = (
        name
        for name in names.missing
        if name.kind is NameKind.ROLE and (is_asked or _BEFORE_SUBJECT.fullmatch(asked.text[: name.text_start]))
    )
    return next((name for name in offices if asked.language is not Language.ENGLISH or _is_rank(name)), None)


def _is_rank(name: AskedName) -> bool:
    return all(map(begins_with_rank, name.variants))


def _with_recency(findings: Sequence[Finding], order: Order) -> list[Finding]:
    """Return the findings with the newest (or oldest) article's score raised most; "mới nhất" never excludes."""
    scores = recency_scores([dated_article(one.evidence.article) for one in findings], order)
    return [
        replace(one, score=one.score + _RECENCY_WEIGHT * score) for one, score in zip(findings, scores, strict=True)
    ]
