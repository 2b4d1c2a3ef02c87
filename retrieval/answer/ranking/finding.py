"""One passage found, examined: how well its words, dates and names fit, and what in it answers."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from retrieval.answer.dates.dating import DateFit, dated_article
from retrieval.answer.evidence.coverage import TermWeights
from retrieval.answer.evidence.evidence import Evidence
from retrieval.answer.evidence.naming import NameSupport
from retrieval.answer.evidence.search import Hit
from retrieval.answer.ranking.placing import answer_at_place, stands_elsewhere
from retrieval.answer.ranking.ranking import Signals, Step, rank_score
from retrieval.answer.spans import FoundAnswer, answer_among
from retrieval.answer.spans.candidate import code_points
from retrieval.answer.spans.choice import RankedSentence, in_order, rank_sentences
from retrieval.answer.spans.kinds import is_of_kind
from retrieval.answer.spans.measured import lacks_age, lacks_measure
from retrieval.answer.spans.numbers import find_phones
from retrieval.query.asked import AskedQuestion
from retrieval.query.names.asked_name import AskedName, NameKind
from retrieval.query.request.answer_type import Unit
from retrieval.query.request.measures import Measure
from retrieval.query.request.required import A_CLOCK_TIME
from retrieval.text.span import Span


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

    @property
    def is_of_longer_article(self) -> bool:
        """Return whether its article has more passages."""
        passage = self.evidence.passage
        return passage.end - passage.start < len(self.evidence.article.text)

    @property
    def is_of_news(self) -> bool:
        """Return whether its article has more passages, or is dated as news is: short encyclopedic text is neither."""
        return self.is_of_longer_article or dated_article(self.evidence.article).is_news

    @cached_property
    def answer(self) -> FoundAnswer:
        """Return the words of the passage that answer."""
        return self._at_place or answer_among(self.asked.request, self.ranked)

    @cached_property
    def ranked(self) -> list[RankedSentence]:
        """Return the sentences of the passage, the likeliest to answer first."""
        return rank_sentences(
            self.asked.request, self.weights, self.evidence.sentences, self.evidence.coverage.sentences
        )

    @property
    def has_candidate(self) -> bool:
        """Return whether what is shown of the sentence that answers has anything of the asked kind, fitting or not."""
        shown = Span(self.answer.spans[0].start, self.answer.spans[-1].end)
        found = (
            code_points(each.weighed.sentence, candidate)
            for each in self._answering
            for candidate, _ in each.candidates
            if is_of_kind(self.asked.request.type, candidate)
        )
        return any(span.start < shown.end and shown.start < span.end for span in found)

    @property
    def lacks_required(self) -> bool:
        """Return whether neither the sentence that answers nor one beside it says what an answer must."""
        return any(each.weighed.features["unmet"] for each in self._answering)

    @property
    def lacks_form(self) -> bool:
        """Return whether what can be told by its form is not there: a time of day, a phone number, metres, one's age.

        A time of day must stand in the sentence that answers or in one beside it, the others anywhere in the article.
        """
        text = self.evidence.article.text
        if self.asked.request.unit is Unit.CLOCK:
            sentences = in_order(self.ranked)
            places = [sentences.index(each.weighed.sentence) for each in self._answering]
            beside = (each for place in places for each in sentences[max(0, place - 1) : place + 2])
            return not any(A_CLOCK_TIME.told.search(each.text) for each in beside)
        if self.asked.request.measure is Measure.AGE:
            return any(name.kind is NameKind.PERSON for name in self.asked.names) and lacks_age(text)
        if lacks_measure(self.asked.request, text):
            return True
        return self.asked.request.unit is Unit.PHONE and not find_phones(text)

    @property
    def _answering(self) -> list[RankedSentence]:
        start = self.answer.sentence.start
        spans = [(each, each.weighed.sentence.span) for each in self.ranked]
        return [each for each, span in spans if span.start <= start < span.end]

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


def with_answer(finding: Finding, answer: FoundAnswer) -> Finding:
    """Return a copy of the finding with this answer, so that none is chosen for it."""
    return _copied(finding, finding.score, finding.signals, answer)


def with_answer_signals(finding: Finding) -> Finding:
    """Return the finding with the signals of its answer; its score is that of them plus what recency added."""
    typing = finding.asked.terms.typing
    signals = _signals_with(finding.signals, finding.answer)
    added = finding.score - rank_score(finding.signals, typing, Step.EXAMINED)
    return _copied(finding, rank_score(signals, typing, Step.ANSWERED) + added, signals, finding.answer)


def with_answer_among(finding: Finding, ranked: Sequence[RankedSentence]) -> Finding:
    """Return the finding with its answer taken from its sentences in this order, and the signals of that answer."""
    answer = answer_among(finding.asked.request, ranked)
    return _copied(finding, finding.score, _signals_with(finding.signals, answer), answer)


def with_score(finding: Finding, score: float) -> Finding:
    """Return the finding with another score."""
    return _copied(finding, score, finding.signals, finding.answer)


def _signals_with(signals: Signals, answer: FoundAnswer) -> Signals:
    return replace(signals, answer=answer.score - answer.worth, has_type=float(answer.has_type))


def _copied(finding: Finding, score: float, signals: Signals, answer: FoundAnswer) -> Finding:
    """Return a copy; what was worked out for the finding need not be again."""
    copy = replace(finding, score=score, signals=signals)
    copy.__dict__.update({**finding.__dict__, **vars(copy), "answer": answer})  # where cached_property keeps it
    return copy
