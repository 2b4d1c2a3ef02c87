"""What questions are answered from, as one record that is handed on."""

from dataclasses import dataclass

from embeddings.base import Encoder
from retrieval.index.snapshot import Snapshot
from retrieval.index.store import Store


@dataclass(frozen=True, slots=True)
class Library:
    """One generation of the indexes, the articles as they were then, and the model that embeds questions."""

    snapshot: Snapshot
    store: Store
    encoder: Encoder
