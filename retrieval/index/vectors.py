"""The embedding cache: one vector per model and text, kept in its own SQLite file and written as soon as it is made.

A run that is killed has lost at most one batch; the next run embeds the rest. A text that comes back, or stands in
two articles, is embedded once.
"""

import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from sqlite_utils import Database

from embeddings.base import Encoder, Progress, Vectors
from retrieval.index.migrations import embedding_migrations

FILE_NAME = "embeddings.db"
_BATCH_TEXTS = 512
_MAX_VARIABLES = 500


class EmbeddingCache:
    """Vectors by text hash, for one model."""

    def __init__(self, data_dir: Path, fingerprint: str) -> None:
        """Open, or make, the cache of a data directory for the model with this fingerprint."""
        self._fingerprint = fingerprint
        self._db = _open(data_dir / FILE_NAME)

    def close(self) -> None:
        """Close the database."""
        self._db.close()

    def clear(self) -> None:
        """Forget every vector of this model."""
        self._db.table("embedding").delete_where("fingerprint = ?", [self._fingerprint])

    def missing(self, text_hashes: Sequence[str]) -> list[str]:
        """Return the hashes without a vector, each once, in their order."""
        known: set[str] = set()
        for start in range(0, len(text_hashes), _MAX_VARIABLES):
            part = text_hashes[start : start + _MAX_VARIABLES]
            known.update(row["text_hash"] for row in self._select("text_hash", part))
        return [text_hash for text_hash in dict.fromkeys(text_hashes) if text_hash not in known]

    def vectors(self, text_hashes: Sequence[str], dimension: int) -> Vectors:
        """Return the vectors of these hashes, all of which must be there: float32, (n, dimension), same order."""
        vectors = np.empty((len(text_hashes), dimension), np.float32)
        for start in range(0, len(text_hashes), _MAX_VARIABLES):
            part = text_hashes[start : start + _MAX_VARIABLES]
            found = {row["text_hash"]: row["vector"] for row in self._select("text_hash, vector", part)}
            for row, text_hash in enumerate(part, start):
                vectors[row] = np.frombuffer(found[text_hash], "<f4")
        return vectors

    def embed(self, texts: dict[str, str], encoder: Encoder, progress: Progress | None = None) -> None:
        """Embed the texts, by hash, and keep each batch at once; long ones first, so that a batch is of one length."""
        order = sorted(texts, key=lambda text_hash: (-len(texts[text_hash]), text_hash))
        for start in range(0, len(order), _BATCH_TEXTS):
            batch = order[start : start + _BATCH_TEXTS]
            vectors = encoder.encode_passages([texts[text_hash] for text_hash in batch], progress)
            with self._db.atomic():
                self._db.table("embedding").insert_all(
                    (
                        {"fingerprint": self._fingerprint, "text_hash": text_hash, "vector": vector.tobytes()}
                        for text_hash, vector in zip(batch, vectors.astype("<f4"), strict=True)
                    ),
                    replace=True,
                )

    def _select(self, columns: str, text_hashes: Sequence[str]) -> list[dict[str, Any]]:
        marks = ", ".join("?" * len(text_hashes))
        return list(
            self._db.query(
                f"SELECT {columns} FROM embedding WHERE fingerprint = ? AND text_hash IN ({marks})",  # noqa: S608 (no value of a user's)
                [self._fingerprint, *text_hashes],
            )
        )


def _open(path: Path) -> Database:
    """Return the cache's database; a damaged one is put aside, since every vector in it can be made again."""
    db = Database(sqlite3.connect(path, timeout=30.0), execute_plugins=False)
    try:
        db.enable_wal()
        embedding_migrations.apply(db)
    except sqlite3.DatabaseError:
        db.close()
        path.replace(path.with_suffix(".damaged"))
        db = Database(sqlite3.connect(path, timeout=30.0), execute_plugins=False)
        db.enable_wal()
        embedding_migrations.apply(db)
    return db
