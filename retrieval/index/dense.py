"""The vector side of a generation: a FAISS file and, beside it, a description that says what it is.

FAISS reads its own binary format, nothing is unpickled; the description is checked against the file and against the
index that asks for it, so a torn copy or vectors of another model are refused, not searched.
"""

import hashlib
import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path

import faiss
import numpy as np
import numpy.typing as npt

from embeddings.base import ModelIdentity, Vectors
from retrieval.errors import IndexUnusableError

# One question is searched in about a millisecond: handing it to more threads costs more than it saves.
faiss.omp_set_num_threads(1)

_FORMAT = "hoidap-dense-1"
_METRIC = "inner product of unit vectors"
_MEND = "make it again with: hoidap index --rebuild"


@dataclass(frozen=True, slots=True)
class DenseDescription:
    """What is written beside a FAISS file."""

    format: str
    model: str
    fingerprint: str
    dimension: int
    metric: str
    count: int
    sha256: str


class DenseIndex:
    """Exact search by cosine over one generation's passage vectors."""

    def __init__(self, index: faiss.IndexIDMap2) -> None:
        """Take the FAISS index of unit vectors by passage id, added in ascending order of the ids."""
        self.ids: npt.NDArray[np.int64] = faiss.vector_to_array(index.id_map)
        self._owner = index  # frees the flat index inside it when it goes
        self._flat = faiss.downcast_index(index.index)

    def __len__(self) -> int:
        """Return the number of passages."""
        return len(self.ids)

    def search(self, query: Vectors, top: int) -> npt.NDArray[np.int64]:
        """Return the rows of the nearest passages, best first, at most ``top``; query is float32 (dimension,)."""
        if not len(self):
            return np.zeros(0, np.int64)
        _, rows = self._flat.search(query.reshape(1, -1), min(top, len(self)))
        return np.asarray(rows[0], dtype=np.int64)

    def cosines(self, query: Vectors, rows: npt.NDArray[np.int64]) -> Vectors:
        """Return the cosines of the passages in these rows: float32, (len(rows),)."""
        return np.asarray(self._flat.reconstruct_batch(rows) @ query, dtype=np.float32)


def save_dense(folder: Path, identity: ModelIdentity, ids: npt.NDArray[np.int64], vectors: Vectors) -> str:
    """Write vectors and description into the folder, flushed to the disk, and return the file's sha256."""
    folder.mkdir(parents=True, exist_ok=True)
    flat = faiss.IndexIDMap2(faiss.IndexFlatIP(identity.dimension))
    flat.add_with_ids(np.ascontiguousarray(vectors, dtype=np.float32), ids)
    data = faiss.serialize_index(flat).tobytes()
    checksum = hashlib.sha256(data).hexdigest()
    description = DenseDescription(
        _FORMAT, identity.name, identity.fingerprint, identity.dimension, _METRIC, len(ids), checksum
    )
    _write_flushed(folder / "dense.faiss", data)
    _write_flushed(folder / "dense.json", json.dumps(asdict(description), indent=2).encode())
    return checksum


def load_dense(folder: Path, identity: ModelIdentity, count: int, checksum: str) -> DenseIndex:
    """Return the saved vectors, checked against what the store says of this generation.

    Raises:
        IndexUnusableError: a file is missing, torn, or of another model.
    """
    path = folder / "dense.faiss"
    try:
        data = path.read_bytes()
        description = DenseDescription(**json.loads((folder / "dense.json").read_text("utf-8")))
    except (OSError, ValueError, TypeError) as error:
        raise IndexUnusableError(f"the vectors in {folder.name} cannot be read ({error}); {_MEND}") from error
    expected = DenseDescription(
        _FORMAT, identity.name, identity.fingerprint, identity.dimension, _METRIC, count, checksum
    )
    if description != expected or hashlib.sha256(data).hexdigest() != checksum:
        raise IndexUnusableError(f"the vectors in {folder.name} are not those that the index was made with; {_MEND}")
    index = faiss.deserialize_index(np.frombuffer(data, dtype=np.uint8))
    if not isinstance(index, faiss.IndexIDMap2):
        raise IndexUnusableError(f"the vectors in {folder.name} are of the kind {type(index).__name__}; {_MEND}")
    return DenseIndex(index)


def _write_flushed(path: Path, data: bytes) -> None:
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
