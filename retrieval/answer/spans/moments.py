"""The times of a sentence as candidates: how wide they are, of which of several rounds, over or still to come."""

import re
from collections.abc import Sequence

from retrieval.answer.evidence.reading import ReadSentence
from retrieval.answer.spans.candidate import Candidate, candidate_at, distance_to
from retrieval.answer.spans.times import TimeExpression, TimeKind, find_clocks, find_times
from retrieval.query.request.answer_type import AnswerRequest, Unit
from retrieval.query.request.moments import Edge, Ordinal, is_ahead, is_edge, ordinals
from retrieval.text.tokens import token_texts

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
_NUMBERED_WITHOUT_NOUN = frozenset({"lan", "dot", "vong", "giai doan", "hiep", "tran", "phien", "chang", "mui", "luot"})


_OPENING_WORDS = 2


def time_candidates(request: AnswerRequest, sentence: ReadSentence) -> list[Candidate]:
    """Return the times that a sentence names; where the hour is asked for, its hours are what is asked."""
    times = find_times(sentence.text)
    if request.unit is Unit.CLOCK:
        return _clock_candidates(sentence, times)
    asked = _TIME_HEADS.get(request.heads[0][0][0] if request.heads else "")
    found = []
    for each in times:
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
        found.append(candidate_at(sentence, each.start, each.end, traits))
    if request.moment.is_past is not None:
        found = [each.with_traits(_tense(sentence, each, is_past=request.moment.is_past)) for each in found]
    if request.moment.edge is not None:
        found = [each.with_traits(_edge(sentence, each, request.moment.edge)) for each in found]
    if request.moment.ordinal is not None:
        found = _numbered(sentence, found, request.moment.ordinal)
    return found


def _clock_candidates(sentence: ReadSentence, times: Sequence[TimeExpression]) -> list[Candidate]:
    """Return the hours, each with the day it is told with, and the other times, which tell no hour."""
    clocks = find_clocks(sentence.text)
    found = []
    for start, end in clocks:
        around = next((each for each in times if each.start <= start and end <= each.end), None)
        whole = (start, end) if around is None else (around.start, around.end)
        found.append(candidate_at(sentence, *whole, {"asked": 1.0}))
    others = [each for each in times if not any(each.start <= start and end <= each.end for start, end in clocks)]
    return found + [candidate_at(sentence, each.start, each.end, {"no_clock": 1.0}) for each in others]


def _repeated(request: AnswerRequest, text: str) -> float:
    """Return 1 where the question has all figures of a time itself, else 0: of its year the day is asked."""
    figures = [key for key in token_texts(text) if key[0].isdigit()]
    asked = {way[0] for ways in request.ways_asked() for way in ways}
    return float(bool(figures) and asked.issuperset(figures))


def _tense(sentence: ReadSentence, candidate: Candidate, *, is_past: bool) -> dict[str, float]:
    """Return whether a time is of what is still to come, as its part of the sentence tells, against the question."""
    scopes = sentence.scopes
    own = [i for i in range(len(sentence)) if scopes[i] == scopes[candidate.start]]
    ahead = is_ahead(sentence.chars(own[0], own[-1] + 1).of(sentence.article))
    return {"to_come": float(ahead and is_past), "as_planned": float(ahead and not is_past)}


def _edge(sentence: ReadSentence, candidate: Candidate, edge: Edge) -> dict[str, float]:
    char = sentence.starts[candidate.start] if candidate.start_char is None else candidate.start_char
    before = sentence.article[sentence.span.start : char]
    # "Đến ngày 5-2, tỉnh đã …" tells by when something was done, no end of a period.
    is_told = edge is Edge.DEADLINE or len(before.split()) > _OPENING_WORDS
    is_asked = is_told and is_edge(edge, before)
    return {"edge": float(is_asked), "no_edge": float(not is_asked)}


def _numbered(sentence: ReadSentence, candidates: Sequence[Candidate], asked: Ordinal) -> list[Candidate]:
    """Return the candidates with which of several they are of: what is numbered in a sentence has the nearest time."""
    traits: dict[int, dict[str, float]] = {}
    for ordinal, char in ordinals(sentence.text):
        is_same_noun = ordinal.noun == asked.noun if asked.noun else ordinal.noun in _NUMBERED_WITHOUT_NOUN
        if not candidates or not is_same_noun:
            continue
        token = sentence.token_after(char + sentence.span.start)
        nearest = min(range(len(candidates)), key=lambda i: distance_to(sentence, candidates[i], token))
        is_asked = ordinal.number == asked.number
        traits.setdefault(nearest, {})["same_ordinal" if is_asked else "other_ordinal"] = 1.0
    return [each.with_traits(traits.get(i, {})) for i, each in enumerate(candidates)]
