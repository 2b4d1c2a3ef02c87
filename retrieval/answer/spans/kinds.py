"""The candidates of each kind of answer in one sentence, with the traits that speak for or against them."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from retrieval.answer.evidence.reading import ReadSentence
from retrieval.answer.spans.bodies import find_bodies, find_documents
from retrieval.answer.spans.candidate import Candidate, code_points
from retrieval.answer.spans.names import find_names, is_person
from retrieval.answer.spans.numbers import Quantity, find_quantities
from retrieval.answer.spans.places import find_places
from retrieval.answer.spans.times import TimeKind, find_durations, find_times, widened_time
from retrieval.query.request.answer_type import AnswerRequest, AnswerType, Unit
from retrieval.text.span import Span
from retrieval.text.spelling import fold
from retrieval.text.tokens import token_texts


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


def _times(request: AnswerRequest, sentence: ReadSentence) -> list[Candidate]:
    asked = _TIME_HEADS.get(request.heads[0][0][0] if request.heads else "")
    found = []
    for each in find_times(sentence.text):
        wide = each.kind in {TimeKind.YEAR, TimeKind.CENTURY, TimeKind.OTHER}
        traits = {
            "asked": float(asked is each.kind),
            "repeated": _repeated(request, sentence.text[each.start : each.end]),
            "full": float(each.kind is TimeKind.DAY and _YEAR.search(sentence.text[each.start : each.end]) is not None),
            "wider": float(asked in {TimeKind.DAY, TimeKind.MONTH} and wide),
            "narrower": float(asked is TimeKind.YEAR and each.kind is TimeKind.DAY),
            "day": float(asked is None and each.kind is TimeKind.DAY),
            "month": float(asked is None and each.kind is TimeKind.MONTH),
            "year": float(asked is None and each.kind is TimeKind.YEAR),
        }
        found.append(_from_chars(sentence, each.start, each.end, traits))
    return found


def _repeated(request: AnswerRequest, text: str) -> float:
    """Return 1 where the question has all figures of a time itself, else 0: of its year the day is asked."""
    figures = [key for key in token_texts(text) if key[0].isdigit()]
    asked = {way[0] for word in request.words for way in word.ways}
    return float(bool(figures) and asked.issuperset(figures))


def _quantities(request: AnswerRequest, sentence: ReadSentence) -> list[Candidate]:
    times = find_times(sentence.text)
    if request.unit is Unit.DURATION:
        durations = find_durations(sentence.text)
        spans = [_from_chars(sentence, each.start, each.end, {"asked": 1.0}) for each in durations]
        return spans + [_from_chars(sentence, each.start, each.end, {"date": 1.0}) for each in times]
    return [
        _from_chars(
            sentence, each.start, each.end, {**quantity_traits(request, each), **_named_before(request, sentence, each)}
        )
        for each in find_quantities(sentence.text, times)
    ]


def _named_before(request: AnswerRequest, sentence: ReadSentence, quantity: Quantity) -> dict[str, float]:
    """Return whether what a bare figure counts is said before it: "số thôn giảm 33"."""
    is_bare = not (quantity.noun or quantity.is_percent or quantity.is_money or quantity.is_word)
    if not is_bare or not request.heads:
        return {}
    first = sentence.token_after(quantity.start + sentence.span.start)
    places = [place for head in request.heads[0] for place in sentence.find(head, is_folded=request.is_folded)]
    return {"noun_before": float(any(place < first for place in places))}


def quantity_traits(request: AnswerRequest, quantity: Quantity) -> dict[str, float]:
    """Return how a figure fits what is asked: the noun counted, the unit."""
    nouns = [noun.lower() for noun in quantity.noun]
    if request.is_folded:
        nouns = [fold(noun) for noun in nouns]
    heads = request.heads[0] if request.heads else ()
    place = min((_index(nouns, head) for head in heads), default=len(nouns) + 1)
    whole = bool(heads) and _index(nouns, heads[0]) <= len(nouns)
    counts_people = counts_persons(nouns) and any(counts_persons(list(head)) for head in heads)
    return {
        "noun_first": float(bool(heads) and place == 0),
        "noun_later": float(bool(heads) and 0 < place <= len(nouns)),
        "noun_whole": float(whole),
        "people": float(counts_people and place > len(nouns)),
        "percent": float(request.unit is Unit.PERCENT and quantity.is_percent),
        "not_percent": float(request.unit is not Unit.PERCENT and quantity.is_percent),
        "other_unit": float(
            (request.unit is Unit.MONEY and not quantity.is_money)
            or (request.unit is Unit.PERCENT and not quantity.is_percent)
        ),
        "money": float(request.unit is Unit.MONEY and quantity.is_money),
        "not_money": float(request.unit is not Unit.MONEY and quantity.is_money),
        "word": float(quantity.is_word),
        "bare": float(not nouns and not quantity.is_percent and not quantity.is_money),
    }


def counts_persons(nouns: list[str]) -> bool:
    """Return whether words in small letters, with marks or without, begin with what people are counted by."""
    return any(tuple(nouns[:size]) in _PERSON_COUNTERS for size in (1, 2))


def _index(nouns: list[str], head: tuple[str, ...]) -> int:
    size = len(head)
    return next((i for i in range(len(nouns) - size + 1) if tuple(nouns[i : i + size]) == head), len(nouns) + 1)


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
        candidate = _from_chars(sentence, start, end, {})
        keys = (sentence.folded_keys if request.is_folded else sentence.keys)[candidate.start : candidate.end]
        is_head = any(tuple(keys[: len(head)]) == head for head in heads[:1])
        found.append(replace(candidate, traits={"document_head": float(is_head), "number": float(has_number)}))
    return found


def _from_chars(sentence: ReadSentence, start: int, end: int, traits: Mapping[str, float]) -> Candidate:
    """Return a candidate by code points of the sentence's own text."""
    start, end = start + sentence.span.start, end + sentence.span.start
    first = sentence.token_after(start)
    last = next((i for i in range(first, len(sentence)) if sentence.starts[i] >= end), len(sentence))
    return Candidate(first, max(last, first + 1), traits, start, end)


# One counts people by any of these: who asks for "người" is answered with "đồng chí".
_PEOPLE = """
    người; đồng chí; đ c; vị; cán bộ; công chức; viên chức; đảng viên; đoàn viên; hội viên; thành viên; ủy viên;
    đại biểu; cử tri; học viên; học sinh; sinh viên; giáo viên; giảng viên; bác sĩ; bác sỹ; y tá; bệnh nhân; nạn nhân;
    công nhân; lao động; nhân viên; chuyên gia; nhà khoa học; chiến sĩ; chiến sỹ; bộ đội; thí sinh; vận động viên;
    cầu thủ; khán giả; du khách; hành khách; khách; dân; cư dân; nông dân; em; cháu; trẻ em; quản lý; lãnh đạo
    """
_PERSON_COUNTERS = frozenset(tuple(noun.split()) for people in (_PEOPLE, fold(_PEOPLE)) for noun in people.split(";"))
_SURE = {
    AnswerType.PERSON: ("person",),
    AnswerType.DATE: ("asked", "day", "month"),
    AnswerType.NUMBER: ("noun_first", "noun_before", "people", "percent", "money", "asked"),
    AnswerType.PLACE: ("known",),
    AnswerType.DOCUMENT: ("document_head",),
}
_YEAR = re.compile(r"(?:1\d|20)\d\d")
_TIME_HEADS = {
    "ngày": TimeKind.DAY,
    "ngay": TimeKind.DAY,
    "hôm": TimeKind.DAY,
    "tháng": TimeKind.MONTH,
    "thang": TimeKind.MONTH,
    "năm": TimeKind.YEAR,
    "nam": TimeKind.YEAR,
    "thế": TimeKind.CENTURY,
    "the": TimeKind.CENTURY,
}
_FINDERS: Mapping[AnswerType, Callable[[AnswerRequest, ReadSentence], list[Candidate]]] = {
    AnswerType.PERSON: _persons,
    AnswerType.PERSONS: _persons,
    AnswerType.DATE: _times,
    AnswerType.NUMBER: _quantities,
    AnswerType.PLACE: _places,
    AnswerType.ORGANISATION: _bodies,
    AnswerType.DOCUMENT: _documents,
}


def is_sure(kind: AnswerType, candidate: Candidate) -> bool:
    """Return whether a candidate is surely of the kind asked for, and not what the question says itself."""
    traits = candidate.traits
    return any(traits.get(name) for name in _SURE.get(kind, ())) and not traits.get("repeated")


def widened(request: AnswerRequest, sentence: ReadSentence, candidate: Candidate) -> Span:
    """Return the whole expression that a candidate is part of, in code points: the figure with what it counts."""
    span = code_points(sentence, candidate)
    if request.type is AnswerType.DATE:
        offset = sentence.span.start
        start, end = widened_time(sentence.text, span.start - offset, span.end - offset)
        return Span(start + offset, end + offset)
    if request.type is AnswerType.NUMBER and request.unit is not Unit.DURATION:
        return _whole_quantity(sentence, span)
    return span


def _whole_quantity(sentence: ReadSentence, span: Span) -> Span:
    offset = sentence.span.start
    for each in find_quantities(sentence.text, find_times(sentence.text)):
        if each.start + offset == span.start:
            return Span(each.whole_start + offset, each.whole_end + offset)
    return span


def quantities_by_head(request: AnswerRequest, sentence: ReadSentence) -> tuple[Span, ...]:
    """Return for each of two things counted a figure of the sentence that counts it, the nearest two; else none."""
    offset = sentence.span.start
    quantities = find_quantities(sentence.text, find_times(sentence.text))
    fitting = [[each for each in quantities if _counts(request, each, heads)] for heads in request.heads[:2]]
    pairs = [(left, right) for left in fitting[0] for right in fitting[-1] if left is not right]
    if not pairs:
        return ()
    nearest = min(pairs, key=lambda pair: abs(pair[0].start - pair[1].start))
    in_order = sorted(nearest, key=lambda each: each.start)
    return tuple(Span(each.whole_start + offset, each.whole_end + offset) for each in in_order)


def _counts(request: AnswerRequest, quantity: Quantity, heads: tuple[tuple[str, ...], ...]) -> bool:
    nouns = [fold(noun.lower()) if request.is_folded else noun.lower() for noun in quantity.noun]
    return any(_index(nouns, head) <= len(nouns) for head in heads)
