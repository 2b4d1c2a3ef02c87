"""Makes the index match a folder of articles: reads what changed, embeds what is new, and switches at the end.

Everything that a reader sees changes in one SQLite transaction, whose last step names the new generation's files. A
run killed at any moment leaves the old generation answering; vectors made so far are kept, so the next run goes on.
"""

import fcntl
import hashlib
import json
import os
import shutil
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeAlias

import numpy as np

from embeddings.base import Encoder
from retrieval.corpus.article import PIPELINE, prepare_article
from retrieval.corpus.document import Document, DocumentFormat, ReadFailure
from retrieval.corpus.reading import CorpusFile, Listing, first_of_each_id, list_files, read_file
from retrieval.errors import IndexBusyError, IndexUnusableError
from retrieval.index.dense import save_dense
from retrieval.index.lexical import save_lexical
from retrieval.index.report import ArticleCounts, IndexProgress, IndexReport, NoProgress
from retrieval.index.store import FILE_NAME, Store, open_for_writing
from retrieval.index.vectors import EmbeddingCache
from retrieval.records import Generation
from retrieval.text.spelling import one_tone_style

GENERATIONS_DIR = "generations"
_KEPT_GENERATIONS = 2  # the current one, and the one that a running reader may be opening
_LOCK_NAME = "index.lock"


Indexed: TypeAlias = dict[str, tuple[str, str, int | None]]
"""Content hash, path and line of each article in the store, by id."""


def generation_dir(data_dir: Path, number: int) -> Path:
    """Return the folder of one generation's files."""
    return data_dir / GENERATIONS_DIR / f"{number:06d}"


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
        CorpusError: a root does not exist or holds no article file.
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
        counts = ArticleCounts(failed=[failure for listing in listings for failure in listing.failures])
        self._read_changes(listings, previous, counts)
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
                roots=json.dumps([str(root.resolve()) for root in self.roots], ensure_ascii=False),
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
        return (folder / "dense.faiss").is_file() and (folder / "lexical.json").is_file()

    # --- reading ---

    def _read_changes(self, listings: Sequence[Listing], previous: Generation | None, counts: ArticleCounts) -> None:
        """Bring the store's articles up to date with the files and count what changed."""
        indexed = self.store.content_hashes()
        ids_by_path: dict[str, list[str]] = {}
        for article_id, (_, path, _) in indexed.items():
            ids_by_path.setdefault(path, []).append(article_id)
        known_files = self.store.files() if previous is not None and previous.pipeline == PIPELINE else {}
        taken: dict[str, str] = {}
        clean_files = []
        files = [file for listing in listings for file in listing.files]
        self.progress.start("read", len(files))
        for file in files:
            path, stamp = str(file.absolute), (file.size_bytes, file.mtime_ns)
            own_ids = ids_by_path.get(path, [])
            is_known = known_files.get(path) == stamp and _has_its_ids(file, own_ids)
            if is_known and not any(article_id in taken for article_id in own_ids):
                taken.update(dict.fromkeys(own_ids, file.path))
                counts.unchanged += len(own_ids)
                clean_files.append((path, *stamp))
            elif self._read_file(file, indexed, own_ids, taken, counts):
                clean_files.append((path, *stamp))
            self.progress.advance(1)
        self._remove_gone(listings, indexed, taken, counts)
        self.store.set_files(clean_files)

    def _remove_gone(
        self, listings: Sequence[Listing], indexed: Indexed, taken: dict[str, str], counts: ArticleCounts
    ) -> None:
        """Remove the articles whose files are gone, but not those in folders that could not be listed."""
        unlisted = tuple(
            f"{_folder(root) / failure.path}{os.sep}"
            for root, listing in zip(self.roots, listings, strict=True)
            for failure in listing.failures
        )
        absent = [article_id for article_id in indexed if article_id not in taken]
        gone = [article_id for article_id in absent if not indexed[article_id][1].startswith(unlisted)]
        self.store.remove_articles(gone)
        counts.removed += len(gone)
        counts.unchanged += len(absent) - len(gone)

    def _read_file(
        self, file: CorpusFile, indexed: Indexed, own_ids: list[str], taken: dict[str, str], counts: ArticleCounts
    ) -> bool:
        """Index one file's articles and return whether all of it could be read.

        What stood in a file that has become unreadable stays in the index until the file is mended or removed.
        """
        n_failed = len(counts.failed)
        is_unreadable = False
        for reading in first_of_each_id(read_file(file), taken):
            if isinstance(reading, ReadFailure):
                counts.failed.append(reading)
                is_unreadable = True
                continue
            failure = self._index_document(file, reading, indexed, counts)
            if failure is not None:
                counts.failed.append(failure)
        if is_unreadable:
            kept = [article_id for article_id in own_ids if article_id not in taken]
            taken.update(dict.fromkeys(kept, file.path))
            counts.unchanged += len(kept)
        return len(counts.failed) == n_failed

    def _index_document(
        self, file: CorpusFile, document: Document, indexed: Indexed, counts: ArticleCounts
    ) -> ReadFailure | None:
        """Put one article into the store unless it is there already; return why it cannot be indexed, if so."""
        path = str(file.absolute)
        content_hash = _content_hash(document)
        known = indexed.get(document.article_id)
        if known is not None and known[0] == content_hash:
            if known[1:] != (path, document.line):
                self.store.move_article(document.article_id, path, document.line)
            counts.unchanged += 1
            return None
        prepared = prepare_article(document, path, content_hash)
        if isinstance(prepared, ReadFailure):
            if known is not None:
                self.store.remove_articles([document.article_id])
                counts.removed += 1
            return prepared
        article, passages = prepared
        hashes = [_text_hash(article.text[passage.start : passage.end]) for passage in passages]
        self.store.put_article(article, passages, hashes)
        if known is None:
            counts.added += 1
        else:
            counts.changed += 1
        return None

    # --- writing ---

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


def _has_its_ids(file: CorpusFile, article_ids: list[str]) -> bool:
    """Return whether the ids are those that this file's articles would get; another root gives a file another id."""
    return bool(article_ids) if file.format is DocumentFormat.JSONL else article_ids == [file.path]


def _folder(root: Path) -> Path:
    """Return the folder that the articles' paths are relative to."""
    resolved = root.resolve()
    return resolved if resolved.is_dir() else resolved.parent


def passage_input(text: str) -> str:
    """Return what the model reads for a passage: one place for tone marks, so that hoà and hòa are one word to it."""
    return one_tone_style(text)


def _text_hash(text: str) -> str:
    return hashlib.sha256(passage_input(text).encode()).hexdigest()


def _content_hash(document: Document) -> str:
    declared = document.declared
    parts = [PIPELINE, document.format, document.text, declared.title, declared.published]
    parts += [declared.source, declared.author, declared.url]
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()


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
