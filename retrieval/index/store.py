"""The one source of truth: articles, passages and generations in SQLite, through sqlite-utils.

A run of indexing is one transaction: a reader sees the old articles or the new ones, never a mixture, and a killed
run leaves the old ones. Readers and the writer do not wait for each other (write-ahead log).
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from retrieval.corpus.passages import Passage
from retrieval.errors import IndexUnusableError
from retrieval.index.migrations import index_migrations
from retrieval.records import ArticleRecord, Generation, PassageRecord
from retrieval.text.span import Span
from retrieval.text.tokens import folded, token_texts

FILE_NAME = "index.db"
_BUSY_SECONDS = 30.0
_MAX_VARIABLES = 500  # values in one IN (...) list


class Store:
    """The articles of one data directory."""

    def __init__(self, db: Database) -> None:
        """Take a database whose layout is current; use :func:`open_for_reading` or :func:`open_for_writing`."""
        self._db = db

    def close(self) -> None:
        """Close the database."""
        self._db.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Make everything inside one step: seen as one snapshot, and written whole or not at all."""
        with self._db.atomic():
            yield

    # --- generations ---

    def generation(self) -> Generation | None:
        """Return the current generation, None before the first run has finished."""
        rows = list(self._db.query("SELECT * FROM generation ORDER BY number DESC LIMIT 1"))
        return Generation(**rows[0]) if rows else None

    def latest_generations(self, n: int) -> list[int]:
        """Return the numbers of the last n generations, newest first."""
        rows = self._db.query("SELECT number FROM generation ORDER BY number DESC LIMIT ?", [n])
        return [row["number"] for row in rows]

    def add_generation(self, generation: Generation) -> None:
        """Make a generation the current one."""
        self._db.table("generation").insert(asdict(generation))

    def counts(self) -> tuple[int, int]:
        """Return the numbers of articles and of passages."""
        return self._db.table("article").count, self._db.table("passage").count

    # --- files ---

    def files(self) -> dict[str, tuple[int, int]]:
        """Return (size, mtime_ns) by path of each file that was read without a failure."""
        return {row["path"]: (row["size"], row["mtime_ns"]) for row in self._db.query("SELECT * FROM file")}

    def set_files(self, files: Iterable[tuple[str, int, int]]) -> None:
        """Replace the list of files by these (path, size, mtime_ns)."""
        self._db.execute("DELETE FROM file")
        self._db.table("file").insert_all(
            {"path": path, "size": size, "mtime_ns": mtime_ns} for path, size, mtime_ns in files
        )

    # --- articles ---

    def content_hashes(self) -> dict[str, tuple[str, str, int | None]]:
        """Return (content hash, path, line) of each article by id."""
        rows = self._db.query("SELECT id, content_hash, path, line FROM article")
        return {row["id"]: (row["content_hash"], row["path"], row["line"]) for row in rows}

    def article(self, article_id: str) -> ArticleRecord | None:
        """Return one article, or None."""
        rows = list(self._db.query("SELECT * FROM article WHERE id = ?", [article_id]))
        return _article(rows[0]) if rows else None

    def articles(self, article_ids: Sequence[str]) -> dict[str, ArticleRecord]:
        """Return the articles of these ids, by id."""
        rows = self._in("SELECT * FROM article WHERE id IN ({})", article_ids)
        return {row["id"]: _article(row) for row in rows}

    def articles_titled(self, title: str) -> tuple[str, ...]:
        """Return the ids of the articles of this title, in order; marks, capitals and signs may differ."""
        words = folded(token_texts(title))
        rows = self._db.query("SELECT id, title FROM article WHERE title IS NOT NULL ORDER BY id") if words else ()
        return tuple(row["id"] for row in rows if folded(token_texts(row["title"])) == words)

    def all_articles(self) -> list[ArticleRecord]:
        """Return every article, newest publication first, then by id; those without a date come last."""
        return [_article(row) for row in self._db.query("SELECT * FROM article ORDER BY published DESC NULLS LAST, id")]

    def put_article(self, article: ArticleRecord, passages: Sequence[Passage], text_hashes: Sequence[str]) -> None:
        """Add or replace an article with its passages."""
        row = asdict(article)
        start, end = row.pop("event") or (None, None)
        row |= {"event_start": start, "event_end": end}
        row["reviewed_years"] = json.dumps(row["reviewed_years"])
        row["provenance"] = json.dumps(row["provenance"], ensure_ascii=False)
        self._db.table("article").upsert(row, pk="id")
        self._db.execute("DELETE FROM passage WHERE article_id = ?", [article.id])
        self._db.table("passage").insert_all(
            {
                "article_id": article.id,
                "ordinal": ordinal,
                "start": passage.start,
                "end": passage.end,
                "sentences": json.dumps([(span.start, span.end) for span in passage.sentences]),
                "text_hash": text_hash,
            }
            for ordinal, (passage, text_hash) in enumerate(zip(passages, text_hashes, strict=True), start=1)
        )

    def move_article(self, article_id: str, path: str, line: int | None) -> None:
        """Note that an unchanged article now stands elsewhere."""
        self._db.execute("UPDATE article SET path = ?, line = ? WHERE id = ?", [path, line, article_id])

    def clear(self) -> None:
        """Remove every article, passage and file; the list of generations stays."""
        for table in ("passage", "article", "file"):
            self._db.table(table).delete_where()

    def remove_articles(self, article_ids: Sequence[str]) -> None:
        """Remove these articles and their passages."""
        for article_id in article_ids:
            self._db.execute("DELETE FROM passage WHERE article_id = ?", [article_id])
            self._db.execute("DELETE FROM article WHERE id = ?", [article_id])

    # --- passages ---

    def passages(self, passage_ids: Sequence[int]) -> dict[int, PassageRecord]:
        """Return the passages of these ids, by id."""
        rows = self._in("SELECT * FROM passage WHERE id IN ({})", passage_ids)
        return {row["id"]: _passage(row) for row in rows}

    def passages_of(self, article_id: str) -> list[PassageRecord]:
        """Return the passages of one article, in its order."""
        rows = self._db.query("SELECT * FROM passage WHERE article_id = ? ORDER BY ordinal", [article_id])
        return [_passage(row) for row in rows]

    def passage_texts(self) -> Iterator[tuple[int, str, str]]:
        """Yield (passage id, text hash, text) of every passage, by ascending id."""
        rows = self._db.query(
            "SELECT passage.id, text_hash, start, end, text FROM passage JOIN article ON article.id = article_id "
            "ORDER BY passage.id"
        )
        for row in rows:
            yield row["id"], row["text_hash"], row["text"][row["start"] : row["end"]]

    def _in(self, sql: str, values: Sequence[object]) -> Iterator[dict[str, Any]]:
        for start in range(0, len(values), _MAX_VARIABLES):
            part = list(values[start : start + _MAX_VARIABLES])
            yield from self._db.query(sql.format(", ".join("?" * len(part))), part)


def open_for_writing(data_dir: Path) -> Store:
    """Return the store of a data directory, made or brought up to date as needed.

    Raises:
        IndexUnusableError: the file is not a database of ours.
    """
    data_dir.mkdir(parents=True, exist_ok=True)
    db = _connect(data_dir / FILE_NAME)
    try:
        db.enable_wal()
        index_migrations.apply(db)
    except sqlite3.DatabaseError as error:
        db.close()
        raise _unusable(data_dir, error) from error
    return Store(db)


def open_for_reading(data_dir: Path) -> Store:
    """Return the store of a data directory that an earlier run made.

    Raises:
        IndexUnusableError: there is none, it is damaged, or it has another layout.
    """
    path = data_dir / FILE_NAME
    if not path.is_file():
        raise IndexUnusableError(f"there is no index in {data_dir}; make it with: hoidap index PATH")
    db = _connect(path)
    try:
        is_current = not index_migrations.pending(db)
        db.execute("PRAGMA query_only = ON")
    except sqlite3.DatabaseError as error:
        db.close()
        raise _unusable(data_dir, error) from error
    if not is_current:
        db.close()
        raise IndexUnusableError(f"the index in {data_dir} has an older layout; renew it with: hoidap index")
    return Store(db)


def _connect(path: Path) -> Database:
    # Threads take turns at one connection: the engine holds a lock around each question.
    connection = sqlite3.connect(path, timeout=_BUSY_SECONDS, check_same_thread=False)
    return Database(connection, execute_plugins=False)


def _unusable(data_dir: Path, error: Exception) -> IndexUnusableError:
    return IndexUnusableError(
        f"{FILE_NAME} in {data_dir} is damaged or not an index ({error}); "
        f"move it away and make it again with: hoidap index --rebuild"
    )


def _article(row: dict[str, Any]) -> ArticleRecord:
    values = dict(row)
    start, end = values.pop("event_start"), values.pop("event_end")
    values["event"] = (start, end) if start and end else None
    values["reviewed_years"] = tuple(json.loads(values["reviewed_years"]))
    values["provenance"] = json.loads(values["provenance"])
    return ArticleRecord(**values)


def _passage(row: dict[str, Any]) -> PassageRecord:
    sentences = tuple(Span(start, end) for start, end in json.loads(row["sentences"]))
    return PassageRecord(row["id"], row["article_id"], row["ordinal"], row["start"], row["end"], sentences)
