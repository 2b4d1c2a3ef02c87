"""One generation opened for answering: its row in the store, its vectors, its words."""

from dataclasses import dataclass
from pathlib import Path

from embeddings.base import ModelIdentity
from retrieval.errors import IndexUnusableError
from retrieval.index.dense import DenseIndex, load_dense
from retrieval.index.layout import generation_dir
from retrieval.index.lexical import LexicalIndex, load_lexical
from retrieval.records import Generation


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What is searched; row i of either index is passage ``dense.ids[i]`` of the store."""

    generation: Generation
    dense: DenseIndex
    lexical: LexicalIndex


def open_snapshot(data_dir: Path, generation: Generation, identity: ModelIdentity) -> Snapshot:
    """Return a generation opened, after checking that it was made with this model and that its files are whole.

    Raises:
        IndexUnusableError: another model made it, or a file is missing or torn.
    """
    if generation.fingerprint != identity.fingerprint or generation.dimension != identity.dimension:
        raise IndexUnusableError(
            f"the index was made with the model {generation.model} ({generation.fingerprint}), "
            f"but the model set is {identity.name} ({identity.fingerprint}); "
            "embed the articles anew with: hoidap index, or set HOIDAP_MODEL back"
        )
    folder = generation_dir(data_dir, generation.number)
    dense = load_dense(folder, identity_of(generation), generation.n_passages, generation.dense_sha256)
    lexical = load_lexical(folder, generation.n_passages, generation.lexical_sha256)
    return Snapshot(generation, dense, lexical)


def identity_of(generation: Generation) -> ModelIdentity:
    """Return which model made a generation."""
    return ModelIdentity(generation.model, generation.fingerprint, generation.dimension)
