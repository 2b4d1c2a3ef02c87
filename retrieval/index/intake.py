"""Brings the store's articles up to date with the files: reads what changed, leaves what did not.

A file whose size and time are as last seen is not opened. A file that has become unreadable costs nothing: what stood
in it stays in the index until it is mended or removed.
"""

import hashlib
import json
import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from retrieval.corpus.article import PIPELINE, prepare_article
from retrieval.corpus.document import Document, DocumentFormat, ReadFailure
from retrieval.corpus.reading import CorpusFile, Listing, first_of_each_id, read_file
from retrieval.index.report import ArticleCounts, IndexProgress
from retrieval.index.store import Store
from retrieval.text.spelling import one_tone_style


class Intake:
    """The reading half of a run, inside the store's transaction; ``counts`` tells what became of the articles."""

    def __init__(self, store: Store, roots: Sequence[Path], listings: Sequence[Listing]) -> None:
        """Take the store and the listing of each root."""
        self._store = store
        self._unlisted = tuple(
            f"{_folder(root) / failure.path}{os.sep}"
            for root, listing in zip(roots, listings, strict=True)
            for failure in listing.failures
        )
        self._files: dict[str, CorpusFile] = {}
        for file in (file for listing in listings for file in listing.files):
            self._files.setdefault(_stored_path(file), file)  # roots may overlap: each file is read once
        self._indexed = store.content_hashes()
        self._taken: dict[str, str] = {}
        self.counts = ArticleCounts(failed=[failure for listing in listings for failure in listing.failures])

    def run(self, progress: IndexProgress, *, trust_files: bool) -> None:
        """Bring the store up to date; with ``trust_files`` a file of known size and time is not opened."""
        ids_by_path: dict[str, list[str]] = {}
        for article_id, (_, path, _) in self._indexed.items():
            ids_by_path.setdefault(path, []).append(article_id)
        known_files = self._store.files() if trust_files else {}
        clean_files = []
        progress.start("read", len(self._files))
        for path, file in self._files.items():
            stamp = (file.size_bytes, file.mtime_ns)
            own_ids = ids_by_path.get(path, [])
            is_known = known_files.get(path) == stamp and _has_its_ids(file, own_ids)
            if is_known and self._taken.keys().isdisjoint(own_ids):
                self._keep(own_ids, path)
                clean_files.append((path, *stamp))
            elif self._read_file(path, file, own_ids):
                clean_files.append((path, *stamp))
            progress.advance(1)
        self._remove_gone()
        self._store.set_files(clean_files)

    def _keep(self, article_ids: Sequence[str], path: str) -> None:
        self._taken.update(dict.fromkeys(article_ids, path))
        self.counts.unchanged += len(article_ids)

    def _read_file(self, path: str, file: CorpusFile, own_ids: Sequence[str]) -> bool:
        """Index one file's articles and return whether all of it could be read."""
        n_failed = len(self.counts.failed)
        is_unreadable = False
        # By absolute path while ids are compared: files of two roots may share their relative one.
        readings = (replace(reading, path=path) for reading in read_file(file))
        for reading in first_of_each_id(readings, self._taken):
            if isinstance(reading, ReadFailure):
                self.counts.failed.append(replace(reading, path=file.path))
                is_unreadable = True
            else:
                self._index_document(path, replace(reading, path=file.path))
        if is_unreadable:
            self._keep([article_id for article_id in own_ids if article_id not in self._taken], path)
        return len(self.counts.failed) == n_failed

    def _index_document(self, path: str, document: Document) -> None:
        """Put one article into the store unless it is there already."""
        article_id = document.article_id
        content_hash = _content_hash(document)
        known = self._indexed.get(article_id)
        if known is not None and known[0] == content_hash:
            if known[1:] != (path, document.line):
                self._store.move_article(article_id, path, document.line)
            self.counts.unchanged += 1
            return
        prepared = prepare_article(document, path, content_hash)
        if isinstance(prepared, ReadFailure):
            self.counts.failed.append(prepared)
            if known is not None:
                self._store.remove_articles([article_id])
                self.counts.removed += 1
            return
        article, passages = prepared
        hashes = [text_hash(article.text[passage.start : passage.end]) for passage in passages]
        self._store.put_article(article, passages, hashes)
        if known is None:
            self.counts.added += 1
        else:
            self.counts.changed += 1

    def _remove_gone(self) -> None:
        """Remove the articles whose files are gone, but not those in folders that could not be listed."""
        absent = [article_id for article_id in self._indexed if article_id not in self._taken]
        gone = [article_id for article_id in absent if not self._indexed[article_id][1].startswith(self._unlisted)]
        self._store.remove_articles(gone)
        self.counts.removed += len(gone)
        self.counts.unchanged += len(absent) - len(gone)


def _has_its_ids(file: CorpusFile, article_ids: list[str]) -> bool:
    """Return whether the ids are those that this file's articles would get; another root gives a file another id."""
    return bool(article_ids) if file.format is DocumentFormat.JSONL else article_ids == [file.path]


def _stored_path(file: CorpusFile) -> str:
    """Return the file's absolute path as SQLite can keep it: bytes that are not UTF-8 are written out in hex."""
    return os.fsencode(file.absolute).decode("utf-8", "backslashreplace")


def _folder(root: Path) -> Path:
    """Return the folder that the articles' paths are relative to."""
    resolved = root.resolve()
    return resolved if resolved.is_dir() else resolved.parent


def passage_input(text: str) -> str:
    """Return what the model reads for a passage: one place for tone marks, so that hoà and hòa are one word to it."""
    return one_tone_style(text)


def text_hash(text: str) -> str:
    """Return the key of a passage's vector: the same text has the same vector, in whichever article."""
    return hashlib.sha256(passage_input(text).encode()).hexdigest()


def _content_hash(document: Document) -> str:
    declared = document.declared
    parts = [PIPELINE, document.format, document.text, declared.title, declared.published]
    parts += [declared.source, declared.author, declared.url]
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()
