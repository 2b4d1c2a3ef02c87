"""The leading passages of a search, each examined: how well its words, dates and names fit, and what in it answers.

Two steps, since choosing an answer costs most: all leading passages are put in order by words, names and dates, then
the first few of them again, with the answers found in them.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from retrieval.answer.dates.dating import DateFit, date_fit, dated_article, recency_scores
from retrieval.answer.dates.rules import NO_PERIOD, OF_ANOTHER_TIME
from retrieval.answer.evidence.coverage import TermWeights
from retrieval.answer.evidence.evidence import Evidence, load_evidence
from retrieval.answer.evidence.naming import NameSupport, name_support
from retrieval.answer.evidence.search import Hit
from retrieval.answer.library import Library
from retrieval.answer.ranking.fitting import evidence_of_then
from retrieval.answer.ranking.placing import answer_at_place, stands_elsewhere
from retrieval.answer.ranking.ranking import Signals, Step, rank_score, signals_of, within_article_score
from retrieval.answer.spans import FoundAnswer, choose_answer
from retrieval.answer.spans.scoring import is_strict
from retrieval.query.asked import AskedQuestion
from retrieval.query.language import Language
from retrieval.query.names.asked_name import AskedName, NameKind
from retrieval.query.periods import Order
from retrieval.query.request.answer_type import AnswerType

RANKED = 12  # passages that are put in order by all signals; 10 to 50 gave the same figures
ANSWERED = 4  # of them are put in order by their answers too
WITHIN_ARTICLE = 8  # of them are looked through for a better answer in the best one's article
_MOST_RANKED = 48  # where all of them are of another time or about something else
_RECENCY_WEIGHT = 0.06  # in cosines, as a fitting date is worth


@dataclass(frozen=True)
class Finding:
    """One passage with all that speaks for and against it; a higher score is better.

    ``lacking`` is a name asked for that its article does not have. The answer is chosen when first looked at. Where it
    stands before the passage, ``opening`` is the code point of the article at which the excerpt begins.
    """

    hit: Hit
    evidence: Evidence
    dates: DateFit
    names: NameSupport
    lacking: AskedName | None
    signals: Signals
    score: float
    asked: AskedQuestion
    weights: TermWeights
    opening: int | None = None

    @property
    def is_out(self) -> bool:
        """Return whether the passage cannot answer: its article is of another time, or lacks what is asked for."""
        return self.dates.excluded or self.lacking is not None

    @cached_property
    def answer(self) -> FoundAnswer:
        """Return the words of the passage that answer."""
        return self._at_place or choose_answer(self.asked.request, self.weights, self.evidence)

    @property
    def answers_at_place(self) -> bool:
        """Return whether the passage names who did what is asked at the very place asked about."""
        return self._at_place is not None

    @property
    def is_of_another_venue(self) -> bool:
        """Return whether the answer names people with another venue than the place asked about."""
        sentence = self.answer.sentence.of(self.evidence.article.text)
        return not self.answers_at_place and stands_elsewhere(self.asked, sentence)

    @cached_property
    def _at_place(self) -> FoundAnswer | None:
        return answer_at_place(self.asked, self.evidence, self.weights)

    @property
    def answer_text(self) -> str:
        """Return the answer in the article's words: its spans, or the sentence."""
        return self.answer.text_of(self.evidence.article.text)


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
    leading = _best_of_its_article_first(leading, examined[ANSWERED:WITHIN_ARTICLE])
    others = [one for one in examined[ANSWERED:] if one.hit.row != leading[0].hit.row] if leading else []
    others += sorted(_examine(asked, hits[len(examined) : max(n, len(examined))], weights, library), key=_rank)
    floor = min((one.score for one in leading), default=0.0)  # the steps' scores do not compare, their order does
    return leading + [replace(one, score=min(one.score, floor)) for one in others[: max(0, n - len(leading))]]


def find_in(asked: AskedQuestion, hit: Hit, weights: TermWeights, library: Library) -> Finding:
    """Return one passage examined."""
    return _examine(asked, [hit], weights, library)[0]


def with_answer(finding: Finding, answer: FoundAnswer) -> Finding:
    """Return a copy of the finding with this answer, so that none is chosen for it."""
    copy = replace(finding)
    copy.__dict__["answer"] = answer  # where cached_property keeps it
    return copy


def with_answer_signals(finding: Finding) -> Finding:
    """Return the finding with the signals of its answer; its score is that of them plus what recency added."""
    typing = finding.asked.terms.typing
    signals = replace(finding.signals, answer=finding.answer.score, has_type=float(finding.answer.has_type))
    added = finding.score - rank_score(finding.signals, typing, Step.EXAMINED)
    score = rank_score(signals, typing, Step.ANSWERED) + added
    return with_answer(replace(finding, signals=signals, score=score), finding.answer)


def _best_of_its_article_first(leading: Sequence[Finding], others: Sequence[Finding]) -> list[Finding]:
    """Return the leading findings with the best article's own best answer first; ``others`` stand behind them.

    Which article answers is settled by what its passages have in common, date and subject; which of its passages
    does, the answers tell.
    """
    if not leading:
        return []
    first = leading[0]
    own = [one for one in leading if _is_beside(one, first)]
    own += [with_answer_signals(one) for one in others if _is_beside(one, first)]
    best = max(own, key=_rank_within_article)
    if best is first:
        return list(leading)
    rest = [one for one in leading if one is not best]
    return [with_answer(replace(best, score=max(best.score, first.score)), best.answer), *rest]


def _rank_within_article(finding: Finding) -> tuple[bool, float]:
    asked = finding.asked
    in_article = finding.answer.in_article
    score = within_article_score(finding.signals, asked.terms.typing, in_article, is_strict=is_strict(asked.request))
    return finding.answers_at_place, score


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
    """Return the office whose holder is asked for, where the article has no such office.

    On the dev questions 3 of 76 articles that answer lack it. In English an office has too many names.
    """
    if asked.language is Language.ENGLISH or asked.request.type not in {AnswerType.PERSON, AnswerType.PERSONS}:
        return None
    return next((name for name in names.missing if name.kind is NameKind.ROLE), None)


def _with_recency(findings: Sequence[Finding], order: Order) -> list[Finding]:
    """Return the findings with the newest (or oldest) article's score raised most; "mới nhất" never excludes."""
    scores = recency_scores([dated_article(one.evidence.article) for one in findings], order)
    return [
        replace(one, score=one.score + _RECENCY_WEIGHT * score) for one, score in zip(findings, scores, strict=True)
    ]
