"""Narrows a passage to the sentences that can answer: those that tell of the time asked about.

The report on the fair of 2018 says that the one of 2016 had 120 stands. Asked about 2016 it answers with that sentence
or not at all; asked about 2018, never with it.
"""

from collections.abc import Sequence

from retrieval.answer.dates.dating import dated_article
from retrieval.answer.dates.telling import told_of
from retrieval.answer.evidence.coverage import TermWeights
from retrieval.answer.evidence.evidence import Evidence
from retrieval.answer.evidence.reading import ReadSentence
from retrieval.answer.spans import choose_answer
from retrieval.query.asked import AskedQuestion
from retrieval.query.request.answer_type import AnswerType
from retrieval.text.spelling import fold
from retrieval.text.wordlists import word_set

# They have no kind of answer to be known by.
OPEN_TYPES = frozenset({AnswerType.FREE, AnswerType.REASON, AnswerType.LIST})
# Of the words that the passage's best sentence has of the question, the words of dates apart.
_MIN_SAID = 0.5
_DATE_WORDS = word_set("năm tháng ngày quý đầu cuối giữa")


def evidence_of_then(asked: AskedQuestion, evidence: Evidence, weights: TermWeights) -> tuple[Evidence, bool]:
    """Return the evidence of the sentences that can tell of the time asked about, and whether there is any."""
    periods = asked.periods.periods
    if not periods:
        return evidence, True
    told = told_of(periods, dated_article(evidence.article), [sentence.text for sentence in evidence.sentences])
    if len(told.places) == len(evidence.sentences) and not told.is_elsewhere:
        return evidence, True
    chosen = [evidence.sentences[place] for place in told.places]
    if not chosen:
        return evidence, False
    narrowed = evidence.only(chosen, weights)
    return narrowed, not told.is_elsewhere or _answers(asked, narrowed, evidence.sentences, weights)


def _answers(asked: AskedQuestion, narrowed: Evidence, sentences: Sequence[ReadSentence], weights: TermWeights) -> bool:
    """Return whether what names the time speaks of what is asked, too, and has something of the asked kind.

    "Năm 2019, tỉnh đón 7 triệu khách" does not tell who chaired the conference of 2019.
    """
    most = max(_said(sentence, weights) for sentence in sentences)
    said = max(_said(sentence, weights) for sentence in narrowed.sentences)
    if said < _MIN_SAID * most:
        return False
    request = asked.request
    is_unread = request.type is AnswerType.NUMBER and not request.heads and request.unit is None
    return request.type in OPEN_TYPES or is_unread or choose_answer(request, weights, narrowed).has_type


def _said(sentence: ReadSentence, weights: TermWeights) -> float:
    """Return the weight of the question's words in a sentence, without those of dates."""
    keys = [key for key in sentence.keys if not (key.isdecimal() or key in _DATE_WORDS)]
    return weights.of(weights.found_among(keys, [fold(key) for key in keys]))
