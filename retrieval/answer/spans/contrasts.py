"""Which of two opposites a candidate belongs to: "Cự ly 42km nam, A về nhất; ở nội dung nữ, B vô địch"."""

from collections.abc import Sequence

from retrieval.answer.evidence.reading import ReadSentence
from retrieval.answer.spans.candidate import Candidate, distance_to
from retrieval.query.request.answer_type import AnswerRequest
from retrieval.query.request.contrasts import Contrast, contrasted


def side_traits(request: AnswerRequest, sentence: ReadSentence, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return the candidates, each with whether what stands nearest of two opposites is the one asked about."""
    found = list(candidates)
    for contrast in request.contrasts:
        found = _with_side(contrast, sentence, found)
    return found


def agreement(request: AnswerRequest, sentence: ReadSentence) -> float:
    """Return 1 where a sentence has an opposite asked about, -1 where of any two it only has the other one; else 0."""
    found = 0.0
    for contrast in request.contrasts:
        members = {member for member, _ in _members(sentence, contrast)}
        if members and contrast.member not in members:
            return -1.0
        found = max(found, float(bool(members)))
    return found


def _members(sentence: ReadSentence, contrast: Contrast) -> list[tuple[int, int]]:
    return list(contrasted(sentence.text.lower(), contrast.group))


def _with_side(contrast: Contrast, sentence: ReadSentence, candidates: list[Candidate]) -> list[Candidate]:
    places = [
        (member, sentence.token_after(char + sentence.span.start)) for member, char in _members(sentence, contrast)
    ]
    if not places:
        return candidates
    return [each.with_traits(_side(contrast, sentence, each, places)) for each in candidates]


def _side(
    contrast: Contrast, sentence: ReadSentence, candidate: Candidate, places: Sequence[tuple[int, int]]
) -> dict[str, float]:
    nearest, _ = min(places, key=lambda place: distance_to(sentence, candidate, place[1]))
    return {"same_side" if nearest == contrast.member else "other_side": 1.0}
