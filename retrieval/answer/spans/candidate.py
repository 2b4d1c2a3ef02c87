"""What a candidate answer is, and how near it stands to the question's words.

Every kind of answer is weighed by the same nearness: the question's words, by rarity, that stand close to the
candidate, on the side where the question has them or on the other one, and most of all those next to the
interrogative. What a kind has of its own (a surname, a day where a day is asked for) is in ``traits``.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from retrieval.answer.evidence.reading import ReadSentence
from retrieval.answer.spans.words import Matched
from retrieval.text.span import Span

# In tokens: at this distance a word counts half.
_NEAR, _FAR, _FOCUS = 3.0, 15.0, 4.0
_OTHER_SCOPE = 20  # tokens that a word of another part of the sentence seems farther away


@dataclass(frozen=True, slots=True)
class Candidate:
    """Tokens [start, end) of a sentence that may answer; ``end_char`` is set where it ends in a sign ("6,08%")."""

    start: int
    end: int
    traits: Mapping[str, float] = field(default_factory=dict)
    start_char: int | None = None
    end_char: int | None = None

    def with_traits(self, traits: Mapping[str, float]) -> "Candidate":
        """Return the candidate with more traits."""
        return replace(self, traits={**self.traits, **traits})


def candidate_at(sentence: ReadSentence, start: int, end: int, traits: Mapping[str, float]) -> Candidate:
    """Return a candidate by code points of the sentence's own text."""
    start, end = start + sentence.span.start, end + sentence.span.start
    first = sentence.token_after(start)
    last = next((i for i in range(first, len(sentence)) if sentence.starts[i] >= end), len(sentence))
    return Candidate(first, max(last, first + 1), traits, start, end)


def nearness(
    candidate: Candidate, matched: Sequence[Matched], total: float, scopes: Sequence[int], *, has_sides: bool
) -> dict[str, float]:
    """Return the share of the question's weight near a candidate: on its own side and the other, near and far.

    ``scopes`` has of each token the number of its part of the sentence; words of other parts are farther away.
    """
    features = dict.fromkeys(NEARNESS, 0.0)
    if not total:
        return features
    for match in matched:
        share = match.weight / total
        before, after = _distances(candidate, match.places, scopes)
        distance = match.word.distance
        if not has_sides:
            same, other = min(before, after), _ABSENT
        elif distance < 0:
            same, other = before, after
        else:
            same, other = after, before
        closeness = share * _FOCUS / (_FOCUS + abs(distance) - 1)
        features["same_near"] += share * _decay(same, _NEAR)
        features["same_far"] += share * _decay(same, _FAR)
        features["other_near"] += share * _decay(other, _NEAR)
        features["other_far"] += share * _decay(other, _FAR)
        features["focus_same"] += closeness * _decay(same, _FOCUS)
        features["focus_other"] += closeness * _decay(other, _FOCUS)
    return features


NEARNESS = ("same_near", "same_far", "other_near", "other_far", "focus_same", "focus_other")
_ABSENT = 10_000


def _decay(distance: int, half: float) -> float:
    return half / (half + distance) if distance < _ABSENT else 0.0


def _distances(candidate: Candidate, places: Sequence[tuple[int, int]], scopes: Sequence[int]) -> tuple[int, int]:
    """Return how many tokens lie between the candidate and a word's nearest place before it, and behind it."""
    before = after = _ABSENT
    own = scopes[candidate.start]
    for start, end in places:
        farther = _OTHER_SCOPE if scopes[start] != own else 0
        if end <= candidate.start:
            before = min(before, candidate.start - end + farther)
        elif start >= candidate.end:
            after = min(after, start - candidate.end + farther)
    return before, after


def distance_to(sentence: ReadSentence, candidate: Candidate, token: int) -> tuple[int, int]:
    """Return how far a token is from a candidate: in parts of the sentence and commas, then in tokens."""
    parts = abs(sentence.scopes[candidate.start] - sentence.scopes[token])
    first, last = (token, candidate.start) if token < candidate.start else (candidate.end - 1, token)
    commas = sum("," in sentence.between(i) for i in range(first, last))
    return parts + commas, max(candidate.start - token, token - candidate.end + 1)


def overlap(candidate: Candidate, matched: Sequence[Matched]) -> float:
    """Return the share of the candidate's tokens that the question has itself."""
    asked = {i for match in matched for start, end in match.places for i in range(start, end)}
    own = range(candidate.start, candidate.end)
    return sum(i in asked for i in own) / len(own)


def code_points(sentence: ReadSentence, candidate: Candidate) -> Span:
    """Return the candidate as code points of the article."""
    span = sentence.chars(candidate.start, candidate.end)
    start = span.start if candidate.start_char is None else candidate.start_char
    return Span(start, span.end if candidate.end_char is None else candidate.end_char)
