"""What the rest of the project knows of an embedding model: the Encoder protocol and a model's identity.

Retrieval imports this module and nothing else of the package, so that an engine (C, torch, a fake in a test) can be
put in or taken out without a change over there.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeAlias

import numpy as np
import numpy.typing as npt

Vectors: TypeAlias = npt.NDArray[np.float32]
Progress: TypeAlias = Callable[[int], None]
"""Called with the number of texts done since the last call."""


class EmbeddingError(Exception):
    """Base class of this package's errors: the message names the thing and the mend."""


class ModelUnavailableError(EmbeddingError):
    """The embedding model cannot be loaded on this machine: not found, damaged, or its package is missing."""


@dataclass(frozen=True, slots=True)
class ModelIdentity:
    """What decides whether two vectors may be compared.

    ``name`` is what the user set; ``fingerprint`` changes when the weights or the prompts change; ``dimension`` is
    the length of a vector.
    """

    name: str
    fingerprint: str
    dimension: int


class Encoder(Protocol):
    """Turns texts into unit vectors whose inner product is their cosine."""

    @property
    def identity(self) -> ModelIdentity:
        """Return which model this is; vectors of equal identities can be compared."""
        ...

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """Return float32, (len(texts), dimension), unit rows, in the order of the texts, as questions."""
        ...

    def encode_passages(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        """Return float32, (len(texts), dimension), unit rows, in the order of the texts, as passages."""
        ...
