"""Several things counted in one question: a figure of each, from one sentence or from its neighbour.

"Cấp huyện có mấy chỉ tiêu, cấp xã có mấy?": each figure is weighed by the words of its own part of the question.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import product

from retrieval.answer.evidence.reading import ReadSentence
from retrieval.answer.spans.candidate import Candidate, code_points, nearness
from retrieval.answer.spans.choice import RankedSentence
from retrieval.answer.spans.quantities import (
    counts_persons,
    nouns_of,
    place_of,
    quantity_candidates,
    units_of,
    whole_quantities,
)
from retrieval.answer.spans.scoring import candidate_weights, score
from retrieval.query.glossary import Rendering
from retrieval.query.request.answer_type import AnswerRequest, CountedThing, Unit
from retrieval.text.span import Span

_MOST_COUNTED = 3
_OF_THAT = re.compile(r"[,;(]?(?: ?[^\W\d]+){0,3} ?")
_JOINED_WORTH = 6.0
_MOST_FIGURES = 8  # of each thing counted, those that fit best


def figures_of_each(request: AnswerRequest, ranked: Sequence[RankedSentence]) -> tuple[Span, ...]:
    """Return a figure for each thing counted, in the order of the text; nothing where one has none.

    They are looked for in the best sentence, and where it lacks one, in this and the one after or before it.
    """
    if not 1 < len(request.counts) <= _MOST_COUNTED:
        return ()
    best = ranked[0]
    for group in _with_neighbours(best, ranked):
        found = _assigned(request, group)
        if found:
            return tuple(sorted(found, key=lambda span: span.start))
    return ()


def _with_neighbours(best: RankedSentence, ranked: Sequence[RankedSentence]) -> Iterator[list[RankedSentence]]:
    """Yield the sentence alone, then with the one behind it, then with the one before it."""
    yield [best]
    texts = sorted(ranked, key=lambda each: each.weighed.sentence.span.start)
    place = next(i for i, each in enumerate(texts) if each is best)
    for start, end in ((place, place + 2), (place - 1, place + 1)):
        if start >= 0 and end <= len(texts):
            yield texts[start:end]


def _assigned(request: AnswerRequest, group: Sequence[RankedSentence]) -> list[Span]:
    """Return the figures that together fit best, no figure twice; nothing where none counts one of the things."""
    fitting = [
        sorted(_fitting(request, counted, group), key=lambda pair: -pair[0])[:_MOST_FIGURES]
        for counted in request.counts
    ]
    choices = [choice for choice in product(*fitting) if len({span.start for _, span in choice}) == len(request.counts)]
    if not choices:
        return []
    is_share = [counted.unit is Unit.PERCENT for counted in request.counts]
    articles = group[0].weighed.sentence.article

    def worth(choice: Sequence[tuple[float, Span]]) -> float:
        own = sum(points for points, _ in choice)
        pairs = zip(choice, choice[1:], is_share, is_share[1:], strict=False)
        joined = sum(
            not left_share and right_share and _belongs(articles, left, right)
            for (_, left), (_, right), left_share, right_share in pairs
        )
        return own + _JOINED_WORTH * joined

    return [span for _, span in max(choices, key=worth)]


def _belongs(article: str, count: Span, share: Span) -> bool:
    """Return whether a percentage is said of the figure right before it: "8.905 đồng chí, chiếm 18,8%"."""
    return count.end <= share.start and _OF_THAT.fullmatch(article, count.end, share.start) is not None


def _fitting(
    request: AnswerRequest, counted: CountedThing, group: Sequence[RankedSentence]
) -> Iterator[tuple[float, Span]]:
    """Yield the figures that count a thing, each with how well it fits."""
    heads = counted.heads or next(iter(request.heads), ())
    own = replace(request, heads=(heads,) if heads else (), unit=counted.unit, amount=counted.amount)
    if counted.unit in {Unit.DURATION, Unit.PHONE}:
        yield from _of_unit(own, counted, group)
        return
    # What its own noun counts, or people counted by another one, "8.905 đồng chí"; else what the first noun counts.
    own_noun: list[tuple[float, Span]] = []
    first_noun: list[tuple[float, Span]] = []
    for each in group:
        sentence = each.weighed.sentence
        points = {candidate.start_char: value for candidate, value in _scored(own, counted, each)}
        for quantity, span in whole_quantities(sentence):
            nouns = nouns_of(quantity, is_folded=request.is_folded)
            if counted.unit is not None:
                is_fitting = quantity.is_money if counted.unit is Unit.MONEY else quantity.is_percent
                if is_fitting:
                    yield points[quantity.start + sentence.span.start], span
                continue
            found = points[quantity.start + sentence.span.start], span
            units = units_of(sentence.text, quantity, is_folded=request.is_folded)
            is_person = not counted.is_joined and counts_persons(nouns) and any(map(counts_persons, heads))
            if is_person or _counts((*units, *nouns), heads):
                own_noun.append(found)
            elif not counted.is_joined and any(_counts(nouns, first) for first in request.heads[:1]):
                first_noun.append(found)
    yield from own_noun or first_noun


def _of_unit(
    request: AnswerRequest, counted: CountedThing, group: Sequence[RankedSentence]
) -> Iterator[tuple[float, Span]]:
    """Yield the durations or telephone numbers."""
    for each in group:
        for candidate, value in _scored(request, counted, each):
            if candidate.traits.get("asked"):
                yield value, code_points(each.weighed.sentence, candidate)


def _counts(nouns: Sequence[str], heads: Sequence[Rendering]) -> bool:
    return any(place_of(nouns, head) is not None for head in heads)


def _scored(request: AnswerRequest, counted: CountedThing, ranked: RankedSentence) -> Iterator[tuple[Candidate, float]]:
    sentence: ReadSentence = ranked.weighed.sentence
    matched = [
        replace(match, word=replace(match.word, distance=distance))
        for match in ranked.weighed.matched
        if (distance := counted.distances[match.number]) is not None
    ]
    total = sum(match.weight for match in matched)
    weights = candidate_weights(request)
    for candidate in quantity_candidates(request, sentence):
        near = nearness(candidate, matched, total, sentence.scopes, has_sides=request.has_sides)
        features = {**near, **candidate.traits}
        yield candidate, score(features, weights)
