"""An encoder whose vectors can be worked out by eye, for tests that are not about the model."""

from collections.abc import Sequence

import numpy as np

from embeddings.base import ModelIdentity, Progress, Vectors
from retrieval.text.tokens import token_texts

VOCABULARY = ("hội", "nghị", "giá", "vàng", "bóng", "đá", "mưa", "lũ")


class CountingEncoder:
    """One axis a word of VOCABULARY, one for all other words; the vector counts them, scaled to length 1.

    Every text that is embedded is noted, so that a test can see what was embedded and what was not.
    """

    def __init__(self, name: str = "counting", fingerprint: str = "counting-1") -> None:
        self.identity = ModelIdentity(name, fingerprint, len(VOCABULARY) + 1)
        self.embedded: list[str] = []

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        return np.stack([_count(text) for text in texts])

    def encode_passages(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        self.embedded.extend(texts)
        if progress is not None:
            progress(len(texts))
        return np.stack([_count(text) for text in texts])


def _count(text: str) -> Vectors:
    vector = np.zeros(len(VOCABULARY) + 1, np.float32)
    for token in token_texts(text):
        vector[VOCABULARY.index(token) if token in VOCABULARY else -1] += 1
    length = float(np.linalg.norm(vector))
    if not length:
        vector[-1] = length = 1.0
    return np.asarray(vector / np.float32(length), dtype=np.float32)
