"""Makes the index match a folder of articles: reads what changed, embeds what is new, and switches at the end.

Everything that a reader sees changes in one SQLite transaction, whose last step names the new generation's files. A
run killed at any moment leaves the old generation answering; vectors made so far are kept, so the next run goes on.
"""

import fcntl
import json
import shutil
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import numpy as np

from embeddings.base import Encoder
from retrieval.corpus.article import PIPELINE
from retrieval.corpus.reading import Listing, list_files
from retrieval.errors import CorpusError, IndexBusyError, IndexUnusableError
from retrieval.index.dense import save_dense
from retrieval.index.intake import Intake, passage_input
from retrieval.index.layout import GENERATIONS_DIR, generation_dir
from retrieval.index.lexical import has_current_lexical, save_lexical
from retrieval.index.report import IndexProgress, IndexReport, NoProgress
from retrieval.index.store import FILE_NAME, Store, open_for_writing
from retrieval.index.vectors import EmbeddingCache
from retrieval.records import Generation

_KEPT_GENERATIONS = 2  # the current one, and the one that a running reader may be opening
_LOCK_NAME = "index.lock"


def build_index(
    data_dir: Path,
    roots: Sequence[Path],
    encoder: Encoder,
    *,
    rebuild: bool = False,
    progress: IndexProgress | None = None,
) -> IndexReport:
    """Make the index in ``data_dir`` match the articles under ``roots`` and report what changed.

    Each root is a folder or one file; where two hold the same article id, the first root's article is taken.

    Raises:
        CorpusError: a root does not exist or holds no article file, or an index would be emptied since no file can be
            read.
        IndexBusyError: another run is at work on this data directory.
        IndexUnusableError: the database is damaged and ``rebuild`` was not asked for.
    """
    started = time.monotonic()
    listings = [list_files(root) for root in roots]
    with _locked(data_dir):
        store = _open_store(data_dir, rebuild=rebuild)
        cache = EmbeddingCache(data_dir, encoder.identity.fingerprint)
        try:
            run = _Run(data_dir, roots, encoder, store, cache, progress or NoProgress())
            with store.transaction():
                if rebuild:
                    store.clear()
                    cache.clear()
                report = run.synchronise(listings, started)
            _remove_old_generations(data_dir, store.latest_generations(_KEPT_GENERATIONS))
        finally:
            cache.close()
            store.close()
    return report


@dataclass
class _Run:
    """One run of indexing, inside the store's transaction."""

    data_dir: Path
    roots: Sequence[Path]
    encoder: Encoder
    store: Store
    cache: EmbeddingCache
    progress: IndexProgress

    def synchronise(self, listings: Sequence[Listing], started: float) -> IndexReport:
        previous = self.store.generation()
        intake = Intake(self.store, self.roots, listings)
        intake.run(self.progress, trust_files=previous is not None and previous.pipeline == PIPELINE)
        counts = intake.counts
        if counts.failed and previous is not None and previous.n_articles and not self.store.counts()[0]:
            raise CorpusError(
                f"no file could be read ({counts.failed[0].error}), so the index keeps its {previous.n_articles} "
                "articles; give a file or folder that can be read"
            )
        identity = self.encoder.identity
        is_current = (
            previous is not None
            and not (counts.added or counts.changed or counts.removed)
            and (previous.fingerprint, previous.pipeline) == (identity.fingerprint, PIPELINE)
        )
        if is_current and previous is not None and self._has_files(previous):
            return IndexReport(
                previous.number, counts, previous.n_passages, 0, identity.name, time.monotonic() - started
            )
        number = _next_number(self.data_dir, previous)
        n_articles, n_passages = self.store.counts()
        embedded, dense_sha256, lexical_sha256 = self._write_generation(number)
        self.store.add_generation(
            Generation(
                number=number,
                created_at=datetime.now(UTC).isoformat(timespec="seconds"),
                roots=json.dumps([str(root.resolve()) for root in self.roots]),
                pipeline=PIPELINE,
                model=identity.name,
                fingerprint=identity.fingerprint,
                dimension=identity.dimension,
                n_articles=n_articles,
                n_passages=n_passages,
                dense_sha256=dense_sha256,
                lexical_sha256=lexical_sha256,
            )
        )
        return IndexReport(number, counts, n_passages, embedded, identity.name, time.monotonic() - started)

    def _has_files(self, generation: Generation) -> bool:
        folder = generation_dir(self.data_dir, generation.number)
        return (folder / "dense.faiss").is_file() and has_current_lexical(folder)

    def _write_generation(self, number: int) -> tuple[int, str, str]:
        """Embed what has no vector, write the generation's files; return (embedded, dense and lexical checksums)."""
        identity = self.encoder.identity
        passages = list(self.store.passage_texts())
        hashes = [text_hash for _, text_hash, _ in passages]
        missing = set(self.cache.missing(hashes))
        texts = {text_hash: passage_input(text) for _, text_hash, text in passages if text_hash in missing}
        self.progress.start("embed", len(texts))
        self.cache.embed(texts, self.encoder, self.progress.advance)
        self.progress.start("write", len(passages))
        folder = generation_dir(self.data_dir, number)
        shutil.rmtree(folder, ignore_errors=True)
        ids = np.array([passage_id for passage_id, _, _ in passages], dtype=np.int64)
        dense_sha256 = save_dense(folder, identity, ids, self.cache.vectors(hashes, identity.dimension))
        lexical_sha256 = save_lexical(folder, (text for _, _, text in passages))
        self.progress.advance(len(passages))
        return len(texts), dense_sha256, lexical_sha256


def is_indexing(data_dir: Path) -> bool:
    """Return whether a run of indexing, of any process, is at work on a data directory."""
    try:
        with (data_dir / _LOCK_NAME).open("rb") as file:
            fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    except FileNotFoundError:
        return False
    return False


@contextmanager
def _locked(data_dir: Path) -> Iterator[None]:
    """Hold the data directory against other runs; the lock goes with the process, however that ends."""
    data_dir.mkdir(parents=True, exist_ok=True)
    with (data_dir / _LOCK_NAME).open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise IndexBusyError(
                f"another run of hoidap index is at work in {data_dir}; wait for it, or stop it first"
            ) from error
        yield


def _open_store(data_dir: Path, *, rebuild: bool) -> Store:
    """Return the store; with ``rebuild``, a damaged one is put aside instead of refused."""
    try:
        return open_for_writing(data_dir)
    except IndexUnusableError:
        if not rebuild:
            raise
    path = data_dir / FILE_NAME
    path.replace(path.with_suffix(".damaged"))
    for suffix in ("-wal", "-shm"):
        path.with_name(f"{FILE_NAME}{suffix}").unlink(missing_ok=True)
    return open_for_writing(data_dir)


def _next_number(data_dir: Path, previous: Generation | None) -> int:
    """Return a number that no generation has had, not even one whose run was killed or whose database is gone."""
    folder = data_dir / GENERATIONS_DIR
    used = [int(path.name) for path in folder.iterdir() if path.name.isdigit()] if folder.is_dir() else []
    return max([previous.number if previous else 0, *used]) + 1


def _remove_old_generations(data_dir: Path, kept: list[int]) -> None:
    """Remove the files of all generations but these; those of killed runs go with them."""
    for path in (data_dir / GENERATIONS_DIR).iterdir():
        if path.name not in {f"{number:06d}" for number in kept}:
            shutil.rmtree(path, ignore_errors=True)
