"""The candidates of each kind of answer in one sentence, with the traits that speak for or against them."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from retrieval.answer.evidence.reading import ReadSentence
from retrieval.answer.spans.bodies import find_bodies, find_documents
from retrieval.answer.spans.candidate import Candidate, candidate_at, code_points
from retrieval.answer.spans.moments import time_candidates
from retrieval.answer.spans.names import find_names, is_person
from retrieval.answer.spans.numbers import Quantity
from retrieval.answer.spans.places import find_places
from retrieval.answer.spans.quantities import quantity_candidates, whole_quantities
from retrieval.answer.spans.times import widened_time
from retrieval.query.request.answer_type import AnswerRequest, AnswerType, Unit
from retrieval.text.span import Span


def candidates(request: AnswerRequest, sentence: ReadSentence) -> list[Candidate]:
    """Return what the sentence has of the kind asked for; nothing for kinds that are whole clauses."""
    find = _FINDERS.get(request.type)
    return find(request, sentence) if find else []


def _persons(_request: AnswerRequest, sentence: ReadSentence) -> list[Candidate]:
    return [
        Candidate(
            name.start,
            name.end,
            {
                "person": float(is_person(sentence, name)),
                "surname": float(name.has_surname),
                "honorific": float(name.is_addressed),
                "place": float(name.is_place),
                "organisation": float(name.is_organisation),
                "opening": float(name.opens_sentence),
                "single": float(name.end - name.start == 1),
            },
        )
        for name in find_names(sentence)
    ]


def _places(request: AnswerRequest, sentence: ReadSentence) -> list[Candidate]:
    heads = {head for ways in request.heads for way in ways for head in way[:1]}
    keys = sentence.folded_keys if request.is_folded else sentence.keys
    return [
        Candidate(
            place.start,
            place.end,
            {
                "preposition": float(place.has_preposition),
                "noun": float(place.has_noun),
                "known": float(place.is_known),
                "named": float(place.has_name and (place.has_preposition or place.has_noun)),
                "name": float(place.has_name),
                "head": float(any(keys[i] in heads for i in range(place.start, place.end))),
                "long": float(place.end - place.start > 4),  # noqa: PLR2004
            },
        )
        for place in find_places(sentence)
    ]


def _bodies(request: AnswerRequest, sentence: ReadSentence) -> list[Candidate]:
    heads = request.heads[0] if request.heads else ()
    keys = sentence.folded_keys if request.is_folded else sentence.keys
    return [
        Candidate(
            start,
            end,
            {
                "head": float(any(tuple(keys[start : start + len(head)]) == head for head in heads[:1])),
                "name": float(any(sentence.is_capital[start + 1 : end])),
                "capital": float(sentence.is_capital[start]),
            },
        )
        for start, end in find_bodies(sentence, heads, is_folded=request.is_folded)
    ]


def _documents(request: AnswerRequest, sentence: ReadSentence) -> list[Candidate]:
    heads = request.heads[0] if request.heads else ()
    found = []
    for start, end, has_number in find_documents(sentence.text):
        candidate = candidate_at(sentence, start, end, {})
        keys = (sentence.folded_keys if request.is_folded else sentence.keys)[candidate.start : candidate.end]
        is_head = any(tuple(keys[: len(head)]) == head for head in heads[:1])
        is_head = is_head or (has_number and heads[:1] in _ANY_DOCUMENT)
        found.append(replace(candidate, traits={"document_head": float(is_head), "number": float(has_number)}))
    return found


_ANY_DOCUMENT = ((("văn", "bản"),), (("van", "ban"),))  # "văn bản số mấy": whatever it is
_SURE = {
    AnswerType.PERSON: ("person",),
    AnswerType.DATE: ("asked", "day", "month"),
    AnswerType.NUMBER: ("noun_first", "noun_before", "people", "percent", "money", "asked", "measured"),
    AnswerType.PLACE: ("known", "named"),
    AnswerType.DOCUMENT: ("document_head",),
}
_TERM = re.compile(r" (?:tù|cải tạo)(?: (?:giam|treo))?(?!\w)")  # "7 năm tù" is how long
_UNSURE = ("repeated", "divisor", "indefinite", "teller", "elsewhere")
_FINDERS: Mapping[AnswerType, Callable[[AnswerRequest, ReadSentence], list[Candidate]]] = {
    AnswerType.PERSON: _persons,
    AnswerType.PERSONS: _persons,
    AnswerType.DATE: time_candidates,
    AnswerType.NUMBER: quantity_candidates,
    AnswerType.PLACE: _places,
    AnswerType.ORGANISATION: _bodies,
    AnswerType.DOCUMENT: _documents,
}


def is_sure(kind: AnswerType, candidate: Candidate) -> bool:
    """Return whether a candidate is surely of the kind asked for, and not what the question says itself."""
    traits = candidate.traits
    is_kind = any(traits.get(name) for name in _SURE.get(kind, ()))
    return is_kind and not any(traits.get(name) for name in _UNSURE)


def is_of_kind(kind: AnswerType, candidate: Candidate) -> bool:
    """Return whether a candidate may be of the kind asked for at all: no name of a body or place is one person's.

    Of several persons the offices may be told alone.
    """
    if kind is not AnswerType.PERSON:
        return True
    traits = candidate.traits
    return traits["person"] > 0 or not (traits["place"] or traits["organisation"] or traits["single"])


def widened(request: AnswerRequest, sentence: ReadSentence, candidate: Candidate) -> Span:
    """Return the whole expression that a candidate is part of, in code points: the figure with what it counts."""
    span = code_points(sentence, candidate)
    if request.type is AnswerType.DATE:
        offset = sentence.span.start
        start, end = widened_time(sentence.text, span.start - offset, span.end - offset)
        return Span(start + offset, end + offset)
    if request.unit is Unit.DURATION:
        term = _TERM.match(sentence.article, span.end, sentence.span.end)
        return Span(span.start, term.end()) if term else span
    if request.type is AnswerType.NUMBER and request.unit is not Unit.PHONE:
        wholes = (whole for quantity, whole in whole_quantities(sentence) if _begins(quantity, sentence, span))
        return next(wholes, span)
    return span


def _begins(quantity: Quantity, sentence: ReadSentence, span: Span) -> bool:
    return quantity.start + sentence.span.start == span.start
