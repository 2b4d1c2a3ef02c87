"""How likely it is that the articles answer a question, from what the search found."""

import math

from retrieval.answer.search import Hit, TermWeights

# Below this the reply is a refusal.
MIN_CONFIDENCE = 0.0


def estimate_confidence(best: Hit, sentence_score: float, weights: TermWeights) -> float:
    """Return a probability in [0, 1] from the best passage's cosine and the share of the question's words in it."""
    total = sum(weights.marked.values()) or sum(weights.folded.values())
    covered = sentence_score / total if total else 0.0
    return round(1 / (1 + math.exp(-(30 * (best.cosine - 0.86) + 4 * (covered - 0.35)))), 4)
