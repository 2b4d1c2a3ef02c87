"""Chooses the sentence that answers: by the question's words in it and around it, and what it has of the asked kind."""

from collections.abc import Sequence
from dataclasses import dataclass

from retrieval.answer.evidence.coverage import TermWeights
from retrieval.answer.evidence.reading import ReadSentence
from retrieval.answer.spans.candidate import Candidate
from retrieval.answer.spans.scoring import (
    Features,
    WeighedSentence,
    candidate_weights,
    score,
    sentence_weights,
    weigh_sentences,
)
from retrieval.answer.spans.words import WeighedWords
from retrieval.query.request.answer_type import AnswerRequest


@dataclass(frozen=True, slots=True)
class RankedSentence:
    """A sentence with its score, and its candidates with theirs, best first."""

    weighed: WeighedSentence
    score: float
    candidates: tuple[tuple[Candidate, float], ...]


def rank_sentences(
    request: AnswerRequest,
    weights: TermWeights,
    sentences: Sequence[ReadSentence],
    words: Sequence[float],
) -> list[RankedSentence]:
    """Return the sentences, best first; of equally good ones the first in the text comes first.

    ``words`` has the weight of the question's terms in each: see :func:`retrieval.answer.evidence.coverage.cover`.
    """
    weighed = weigh_sentences(request, WeighedWords(request, weights), sentences)
    of_candidates = candidate_weights(request)
    spans = [
        sorted(
            ((candidate, score(features, of_candidates)) for candidate, features in each.candidates),
            key=lambda pair: -pair[1],
        )
        for each in weighed
    ]
    features = sentence_features(weighed, words, [found[0][1] if found else None for found in spans])
    of_sentences = sentence_weights(request)
    ranked = [
        RankedSentence(each, score(own, of_sentences), tuple(found))
        for each, own, found in zip(weighed, features, spans, strict=True)
    ]
    return sorted(ranked, key=lambda each: -each.score)


def sentence_features(
    weighed: Sequence[WeighedSentence], words: Sequence[float], best_candidates: Sequence[float | None]
) -> list[Features]:
    """Return each sentence's features with those that need the others: its words against the best one's."""
    most = max(words, default=0.0) or 1.0
    return [
        {
            **each.features,
            "words": own / most,
            f"candidate_{each.kind}": best or 0.0,
            f"has_{each.kind}": float(best is not None),
        }
        for each, own, best in zip(weighed, words, best_candidates, strict=True)
    ]


def in_order(ranked: Sequence[RankedSentence]) -> list[ReadSentence]:
    """Return the sentences as they stand in the text."""
    return sorted((each.weighed.sentence for each in ranked), key=lambda sentence: sentence.span.start)
