"""From the question's request and a passage to the words that answer: spans where that is safe, else the sentence."""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from retrieval.answer.evidence.coverage import TermWeights
from retrieval.answer.evidence.evidence import Evidence
from retrieval.answer.evidence.reading import ReadSentence
from retrieval.answer.spans.choice import RankedSentence, in_order, rank_sentences
from retrieval.answer.spans.clauses import announces, find_reason, gives_reason, surrounding_clause
from retrieval.answer.spans.counts import figures_of_each
from retrieval.answer.spans.found import FoundAnswer
from retrieval.answer.spans.kinds import is_sure, widened
from retrieval.answer.spans.lists import best_listing, enumerates, joined_items
from retrieval.answer.spans.persons import Persons, find_persons, find_role
from retrieval.answer.spans.scoring import WeighedSentence
from retrieval.query.request.answer_type import AnswerRequest, AnswerType
from retrieval.text.span import Span

# The share of the best candidate among all of the passage from which on it is marked alone. On ViQuAD's train questions
# the answer is then lost in 4% of them, with dates and figures alike; most of those expect a longer wording.
_SAFE_SHARE = {AnswerType.DATE: 0.9, AnswerType.NUMBER: 0.97, AnswerType.PLACE: 0.9, AnswerType.DOCUMENT: 0.6}
# Above this share a date or figure is shown with its clause, below it the sentence is.
_LIKELY_SHARE = 0.3
_WITH_CLAUSE = frozenset({AnswerType.DATE, AnswerType.NUMBER})
_CLEAR_LEAD = 2.5  # in logits
_NEVER = 2.0
# Of two passages that name a person the one with all the offices answers what is held.
_OFFICE_WORTH, _MAX_OFFICES = 0.7, 4
# And of two that name a holder, the one that says who was given the office.
_GIVEN_WORTH = 4.0
# And of two that list something, the one that lists what is asked for, in the number asked for.
_LIST_WORTH, _NO_LIST_WORTH = 4.0, -1.0
# And of two about what is asked, the one that gives a reason in so many words.
_REASON_WORTH = 2.0
_LONG_TOKENS = 40  # of a sentence that is shown whole


def choose_answer(request: AnswerRequest, weights: TermWeights, found: Evidence) -> FoundAnswer:
    """Return the words of one hit's passage that answer, in code points of its article."""
    return find_answer(request, weights, found.sentences, found.coverage.sentences)


def find_answer(
    request: AnswerRequest, weights: TermWeights, sentences: Sequence[ReadSentence], words: Sequence[float]
) -> FoundAnswer:
    """Return the words of these sentences that answer; there must be one.

    ``words`` has the weight of the question's terms in each sentence.
    """
    return answer_among(request, rank_sentences(request, weights, sentences, words))


def answer_among(request: AnswerRequest, ranked: Sequence[RankedSentence]) -> FoundAnswer:
    """Return the words that answer among sentences in order, the best first; there must be one."""
    top = ranked[0]
    find = _FINDERS.get(request.type)
    if request.name:
        find = _by_role
    found = find(request, ranked) if find is not None else None
    if found is None:
        is_of_type = False if request.name else None
        found = _Found((top.weighed.sentence.span,), top.weighed.sentence.span, is_safe=False, is_of_type=is_of_type)
    if found.spans == (top.weighed.sentence.span,):
        found = replace(found, spans=(_shortened(top.weighed),))
    has_type = _has_type(request, ranked) if found.is_of_type is None else found.is_of_type
    return FoundAnswer(
        found.spans,
        found.sentence,
        found.is_safe,
        has_type,
        round(top.score + found.worth, 4),
        is_clear=found.is_clear,
        worth=found.worth,
        office=found.office,
    )


@dataclass(frozen=True, slots=True)
class _Found:
    spans: tuple[Span, ...]
    sentence: Span
    is_safe: bool
    is_clear: bool = False
    is_of_type: bool | None = None  # where the finder knows better than the sentence's features
    office: float = 0.0
    worth: float = 0.0  # what it adds to the score of the best sentence


def _shortened(weighed: WeighedSentence) -> Span:
    """Return a sentence that answers, of a very long one the part between semicolons that has most of the question."""
    sentence = weighed.sentence
    if len(sentence) <= _LONG_TOKENS:
        return sentence.span
    ends = [i + 1 for i in range(len(sentence)) if ";" in sentence.between(i)] + [len(sentence)]
    parts = [(start, end) for start, end in zip([0, *ends], ends, strict=False) if start < end]

    def weight(part: tuple[int, int]) -> float:
        start, end = part
        return sum(m.weight for m in weighed.matched if any(start <= place < end for place, _ in m.places))

    start, end = max(parts, key=weight)
    closing = sentence.span.end if end == len(sentence) else sentence.ends[end - 1]
    return Span(sentence.span.start if start == 0 else sentence.starts[start], closing)


def _by_person(request: AnswerRequest, ranked: Sequence[RankedSentence]) -> _Found | None:
    found = find_persons(request, ranked)
    answer = _by_candidate(request, ranked) if found is None else _of_persons(found)
    if not request.asks_holder:
        return answer
    # Who is named beside a deed does not hold the office asked for.
    if answer is None:
        sentence = ranked[0].weighed.sentence.span
        return _Found((sentence,), sentence, is_safe=False, is_of_type=False)
    worth = _GIVEN_WORTH if found is not None and found.is_given else 0.0
    return replace(answer, is_of_type=found is not None and found.by_office, worth=worth)


def _by_role(request: AnswerRequest, ranked: Sequence[RankedSentence]) -> _Found | None:
    found = find_role(request, ranked)
    if found is None:
        return None
    return replace(_of_persons(found), is_of_type=True, worth=_OFFICE_WORTH * min(found.n_offices, _MAX_OFFICES))


def _of_persons(found: Persons) -> _Found:
    return _Found(found.spans, found.sentence.span, is_safe=found.is_sure, office=found.office)


def _by_candidate(request: AnswerRequest, ranked: Sequence[RankedSentence]) -> _Found | None:
    top = ranked[0]
    if not top.candidates:
        return None
    sentence = top.weighed.sentence
    best, best_score = top.candidates[0]
    span = widened(request, sentence, best)
    others = [score for each in ranked for _, score in each.candidates]
    share = 1 / math.fsum(math.exp(min(score - best_score, 50.0)) for score in others)
    is_safe = share >= _SAFE_SHARE.get(request.type, _NEVER) and best.traits.get("number", 1.0) > 0
    is_clear = _is_clear(request, top)
    if not is_safe and not is_clear:
        is_likely = share >= _LIKELY_SHARE and request.type in _WITH_CLAUSE
        if not is_likely:
            span = sentence.span
        elif not is_sure(request.type, best):
            span = surrounding_clause(sentence, span)
    return _Found((span,), sentence.span, is_safe, is_clear=is_clear)


def _is_clear(request: AnswerRequest, top: RankedSentence) -> bool:
    """Return whether of the best sentence the best figure or time is surely of the kind asked, and far the best."""
    (best, score), *others = top.candidates
    if request.type not in _WITH_CLAUSE or not is_sure(request.type, best):
        return False
    return all(score - other >= _CLEAR_LEAD for _, other in others)


def _by_number(request: AnswerRequest, ranked: Sequence[RankedSentence]) -> _Found | None:
    spans = figures_of_each(request, ranked)
    if spans:
        return _Found(spans, ranked[0].weighed.sentence.span, is_safe=True, is_of_type=True)
    return _by_candidate(request, ranked)


def _by_items(request: AnswerRequest, ranked: Sequence[RankedSentence]) -> _Found:
    top = ranked[0].weighed
    sentence = top.sentence
    worth = _LIST_WORTH * (top.features["list_head"] + max(top.features["list_counted"], 0.0))
    if request.heads and not worth:
        worth = _NO_LIST_WORTH
    sentences = in_order(ranked)
    found = best_listing(request, sentences, sentences.index(sentence))
    if found is None:
        return _Found((sentence.span,), sentence.span, is_safe=False, worth=worth)
    listing, fit = found
    spans = joined_items(listing)
    # Items on lines below belong to the sentence that introduces them.
    whole = Span(sentence.span.start, max(sentence.span.end, spans[-1].end))
    is_safe = fit.head > 0 if request.heads else listing.is_announced
    return _Found(spans if is_safe else (whole,), whole, is_safe=is_safe, worth=worth)


def _by_reason(_request: AnswerRequest, ranked: Sequence[RankedSentence]) -> _Found:
    sentence = ranked[0].weighed.sentence
    before = [each for each in in_order(ranked) if each.span.start < sentence.span.start]
    span = find_reason(sentence, before[-1] if before else None)
    # What was asked about stands in the result, why in the sentence before it: both are shown.
    if span is not None:
        return _Found((Span(span.start, sentence.span.end),), span, is_safe=True, worth=_REASON_WORTH)
    worth = _REASON_WORTH if gives_reason(sentence) else 0.0
    return _Found((sentence.span,), sentence.span, is_safe=False, worth=worth)


def _has_type(request: AnswerRequest, ranked: Sequence[RankedSentence]) -> bool:
    top = ranked[0]
    features = top.weighed.features
    if features["asks"] or features["unmet"]:
        return False
    if request.type is AnswerType.LIST:
        return features["list_head"] > 0 or enumerates(top.weighed.sentence)
    if request.type is AnswerType.REASON:
        # The reason may stand in the sentence before, or behind: "… Nguyên nhân là …".
        sentences = in_order(ranked)
        place = sentences.index(top.weighed.sentence)
        return any(announces(request, sentence) for sentence in sentences[max(0, place - 1) : place + 2])
    if request.type is AnswerType.ORGANISATION:
        return bool(top.candidates)
    sure = features.get(f"sure_{top.weighed.kind}", 0.0)
    return request.type is AnswerType.FREE or bool(sure)


_FINDERS: Mapping[AnswerType, Callable[[AnswerRequest, Sequence[RankedSentence]], _Found | None]] = {
    AnswerType.PERSON: _by_person,
    AnswerType.PERSONS: _by_person,
    AnswerType.DATE: _by_candidate,
    AnswerType.NUMBER: _by_number,
    AnswerType.PLACE: _by_candidate,
    AnswerType.ORGANISATION: _by_candidate,
    AnswerType.DOCUMENT: _by_candidate,
    AnswerType.LIST: _by_items,
    AnswerType.REASON: _by_reason,
}
