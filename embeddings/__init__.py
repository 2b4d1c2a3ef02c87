"""Text to vectors: the Encoder protocol and its engines. Imports nothing else of the project."""

from pathlib import Path

import embeddings.threads  # noqa: F401  (first: it decides how the libraries below wait)
from embeddings.base import EmbeddingError, Encoder, ModelIdentity, ModelUnavailableError
from embeddings.e5 import MODEL_NAME as DEFAULT_MODEL
from embeddings.e5 import E5Encoder
from embeddings.torch_engine import TorchEncoder

__all__ = [
    "DEFAULT_MODEL",
    "EmbeddingError",
    "Encoder",
    "ModelIdentity",
    "ModelUnavailableError",
    "open_encoder",
]


def open_encoder(model: str, models_dir: Path) -> Encoder:
    """Return the encoder for a model's name or folder; nothing is loaded until the first text.

    The default name is the model that ships with the project; every other one is for Sentence Transformers.
    """
    if model == DEFAULT_MODEL:
        return E5Encoder(models_dir)
    return TorchEncoder(model)
