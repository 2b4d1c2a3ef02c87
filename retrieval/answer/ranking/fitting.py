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
from retrieval.answer.spans.kinds import candidates
from retrieval.query.asked import AskedQuestion
from retrieval.query.request.answer_type import AnswerType
from retrieval.text.spelling import fold
from retrieval.text.wordlists import word_set

# Of these several passages may each say something else that is true.
OPEN_TYPES = frozenset({AnswerType.FREE, AnswerType.REASON, AnswerType.LIST})
_PERSONAL = frozenset({AnswerType.PERSON, AnswerType.PERSONS})
# Of the words that the passage's best sentence has of the question, the words of dates apart.
_MIN_SAID = 0.5
_DATE_WORDS = word_set("năm tháng ngày quý đầu cuối giữa")


def evidence_of_then(asked: AskedQuestion, evidence: Evidence, weights: TermWeights) -> tuple[Evidence, bool]:
    """Return the evidence of the sentences that can tell of the time asked about, and whether there is any."""
    periods = asked.periods.periods
    if not periods:
        return evidence, True
    texts = [sentence.text for sentence in evidence.sentences]
    told = told_of(asked.text, periods, dated_article(evidence.article), texts)
    if not told.is_elsewhere:
        return evidence if len(told.places) == len(texts) else _only(evidence, told.places, weights), True
    for places in (told.of_event, told.places):
        narrowed = _only(evidence, places, weights) if places else evidence
        if places and _answers(asked, narrowed, evidence.sentences, weights):
            return narrowed, True
    return evidence, False


def _only(evidence: Evidence, places: Sequence[int], weights: TermWeights) -> Evidence:
    return evidence.only([evidence.sentences[place] for place in places], weights)


def _answers(asked: AskedQuestion, narrowed: Evidence, sentences: Sequence[ReadSentence], weights: TermWeights) -> bool:
    """Return whether what names the time speaks of what is asked, too, and has something of the asked kind.

    "Năm 2019, tỉnh đón 7 triệu khách" does not tell who chaired the conference of 2019.
    """
    most = max(_said(sentence, weights) for sentence in sentences)
    said = max(_said(sentence, weights) for sentence in narrowed.sentences)
    if said < _MIN_SAID * most:
        return False
    request = asked.request
    if request.type in _PERSONAL:
        found = choose_answer(request, weights, narrowed)
        return found.has_type and found.is_safe  # a person in full, beside what was done or with the office asked for
    # The gazetteer does not know every village, nor the glossary all that is counted: anything of the kind will do.
    return request.type in OPEN_TYPES or any(candidates(request, sentence) for sentence in narrowed.sentences)


def _said(sentence: ReadSentence, weights: TermWeights) -> float:
    """Return the weight of the question's words in a sentence, without those of dates."""
    keys = [key for key in sentence.keys if not (key.isdecimal() or key in _DATE_WORDS)]
    return weights.of(weights.found_among(keys, [fold(key) for key in keys]))
