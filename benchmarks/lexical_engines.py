"""The engines that :mod:`benchmarks.lexical` compares, all given the tokens of the project's own analyser.

Each keeps two indexes of the same passages, "marked" and "folded", and numbers passages from 0. Libraries are
imported when an engine is first used, so that the cold figure counts them.
"""

import sqlite3
from abc import ABC, abstractmethod
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from retrieval.text.tokens import folded, token_texts, with_pairs

if TYPE_CHECKING:
    from retrieval.index.lexical import LexicalIndex

FIELDS = ("marked", "folded")
K1, B = 1.2, 0.75  # fixed in FTS5 and tantivy, so also given to bm25s; the project's own are its own


def field_tokens(text: str, field: str) -> list[str]:
    """Return the syllables of a text and their pairs, in the spelling of a field."""
    tokens = token_texts(text)
    return with_pairs(folded(tokens) if field == "folded" else tokens)


class Engine(ABC):
    """Both indexes of one engine, in a folder of its own."""

    takes_changes: ClassVar[bool] = False

    def __init__(self, folder: Path) -> None:
        """Take the folder, which exists."""
        self.folder = folder

    @abstractmethod
    def build(self, texts: Sequence[str]) -> None:
        """Write both indexes of these passages."""

    @abstractmethod
    def open(self) -> None:
        """Make ready for searches and changes."""

    @abstractmethod
    def search(self, field: str, tokens: Sequence[str], limit: int) -> list[int]:
        """Return the best passages that hold any of the tokens, best first."""

    def add(self, first: int, texts: Sequence[str]) -> None:
        """Add passages durably, numbered from ``first``; only where ``takes_changes``."""
        raise NotImplementedError

    def remove(self, first: int, texts: Sequence[str]) -> None:
        """Remove passages durably, with the texts that they had; only where ``takes_changes``."""
        raise NotImplementedError


class Hoidap(Engine):
    """The project's own index: bm25s matrices under a mapped vocabulary of hashes, checked by checksum when opened."""

    _index: "LexicalIndex"

    def build(self, texts: Sequence[str]) -> None:
        """Write it as ``hoidap index`` does."""
        from retrieval.index.lexical import save_lexical

        checksum = save_lexical(self.folder, texts)
        (self.folder / "known").write_text(f"{len(texts)} {checksum}")  # the store keeps these

    def open(self) -> None:
        """Open it as ``hoidap ask`` does."""
        from retrieval.index.lexical import load_lexical

        count, checksum = (self.folder / "known").read_text().split()
        self._index = load_lexical(self.folder, int(count), checksum)

    def search(self, field: str, tokens: Sequence[str], limit: int) -> list[int]:
        """Return the best passages of a field."""
        import numpy as np

        scores = (self._index.folded if field == "folded" else self._index.marked).scores(tokens)
        limit = min(limit, len(scores))
        best = np.argpartition(-scores, limit - 1)[:limit]
        ranked = best[np.lexsort((best, -scores[best]))]
        return [int(row) for row in ranked if scores[row] > 0]


class Bm25s(Engine):
    """bm25s saved and loaded by itself: the vocabulary is a JSON dictionary."""

    def build(self, texts: Sequence[str]) -> None:
        """Write one bm25s folder a field."""
        import bm25s

        for field in FIELDS:
            index = bm25s.BM25(method="lucene", k1=K1, b=B, backend="numpy")
            index.index([field_tokens(text, field) for text in texts], show_progress=False)
            index.save(self.folder / field, show_progress=False)

    def open(self) -> None:
        """Map the matrices and parse the vocabularies."""
        import bm25s

        self._indexes = {field: bm25s.BM25.load(self.folder / field, mmap=True) for field in FIELDS}

    def search(self, field: str, tokens: Sequence[str], limit: int) -> list[int]:
        """Return the best passages of a field."""
        index = self._indexes[field]
        limit = min(limit, index.scores["num_docs"])
        found = index.retrieve([list(tokens)], k=limit, show_progress=False, n_threads=0)
        return [int(row) for row, score in zip(found.documents[0], found.scores[0], strict=True) if score > 0]


class Fts5(Engine):
    """SQLite FTS5 without the texts, one table a field."""

    takes_changes = True

    def build(self, texts: Sequence[str]) -> None:
        """Write both tables in one transaction."""
        self._connect()
        with self._connection:
            for field in FIELDS:
                self._connection.execute(
                    f"CREATE VIRTUAL TABLE {field} USING fts5(tokens, content='', "
                    "tokenize=\"unicode61 remove_diacritics 0 tokenchars '_.,'\")"
                )
            self._insert(0, texts)
            for field in FIELDS:
                self._connection.execute(f"INSERT INTO {field} ({field}) VALUES ('optimize')")  # noqa: S608 (constants)
        self._connection.close()

    def open(self) -> None:
        """Connect."""
        self._connect()

    def search(self, field: str, tokens: Sequence[str], limit: int) -> list[int]:
        """Return the best passages of a field."""
        if not tokens:
            return []
        query = " OR ".join(f'"{token}"' for token in tokens)
        # The rowid settles ties, and spares FTS5's own sorter, which took half as long again as SQLite's.
        sql = f"SELECT rowid FROM {field} WHERE {field} MATCH ? ORDER BY rank, rowid LIMIT ?"  # noqa: S608 (constants)
        return [row for (row,) in self._connection.execute(sql, (query, limit))]

    def add(self, first: int, texts: Sequence[str]) -> None:
        """Add rows in one transaction."""
        with self._connection:
            self._insert(first, texts)

    def remove(self, first: int, texts: Sequence[str]) -> None:
        """Remove rows in one transaction; without the texts in the table, their tokens must be given again."""
        with self._connection:
            for field in FIELDS:
                sql = f"INSERT INTO {field} ({field}, rowid, tokens) VALUES ('delete', ?, ?)"  # noqa: S608 (constants)
                self._connection.executemany(sql, _rows(first, texts, field))

    def _connect(self) -> None:
        self._connection = sqlite3.connect(self.folder / "index.db")
        self._connection.execute("PRAGMA journal_mode = WAL")
        self._connection.execute("PRAGMA synchronous = NORMAL")

    def _insert(self, first: int, texts: Sequence[str]) -> None:
        for field in FIELDS:
            sql = f"INSERT INTO {field} (rowid, tokens) VALUES (?, ?)"  # noqa: S608 (constants)
            self._connection.executemany(sql, _rows(first, texts, field))


class Fts5Rare(Fts5):
    """FTS5 asked only for tokens that stand in at most 30% of the passages: FTS5 scores every row that matches."""

    _MAX_SHARE = 0.3

    def build(self, texts: Sequence[str]) -> None:
        """Write the tables, and the list of frequent tokens beside them."""
        super().build(texts)
        self._connect()
        with self._connection:
            self._connection.execute("CREATE TABLE frequent (field TEXT, token TEXT)")
            for field in FIELDS:
                self._connection.execute(f"CREATE VIRTUAL TABLE temp.{field}_df USING fts5vocab(main, {field}, 'row')")
                self._connection.execute(
                    f"INSERT INTO frequent SELECT ?, term FROM temp.{field}_df WHERE doc > ?",  # noqa: S608 (constants)
                    (field, self._MAX_SHARE * len(texts)),
                )
        self._connection.close()

    def open(self) -> None:
        """Connect and read the frequent tokens."""
        super().open()
        self._frequent = set(self._connection.execute("SELECT field, token FROM frequent"))

    def search(self, field: str, tokens: Sequence[str], limit: int) -> list[int]:
        """Return the best passages of a field; frequent tokens count where there are no others."""
        rare = [token for token in tokens if (field, token) not in self._frequent]
        return super().search(field, rare or tokens, limit)


class Tantivy(Engine):
    """tantivy, one index a field, tokens given ready-made."""

    takes_changes = True

    def build(self, texts: Sequence[str]) -> None:
        """Write both indexes."""
        import tantivy

        schema = (
            tantivy.SchemaBuilder()
            .add_unsigned_field("row", indexed=True, fast=True)
            .add_text_field("tokens", tokenizer_name="whitespace", index_option="freq")
            .build()
        )
        self._indexes = {}
        for field in FIELDS:
            (self.folder / field).mkdir()
            self._indexes[field] = tantivy.Index(schema, path=str(self.folder / field))
        self.add(0, texts)

    def open(self) -> None:
        """Open both indexes."""
        import tantivy

        self._tantivy = tantivy
        self._indexes = {field: tantivy.Index.open(str(self.folder / field)) for field in FIELDS}
        self._searchers = {field: index.searcher() for field, index in self._indexes.items()}

    def search(self, field: str, tokens: Sequence[str], limit: int) -> list[int]:
        """Return the best passages of a field."""
        query, schema = self._tantivy.Query, self._indexes[field].schema
        should = self._tantivy.Occur.Should
        terms = [(should, query.term_query(schema, "tokens", token, "freq")) for token in tokens]
        hits = self._searchers[field].search(query.boolean_query(terms), limit, count=False).hits
        rows = self._searchers[field].fast_field_values("row", [address for _, address in hits])
        return [int(row or 0) for row in rows]

    def add(self, first: int, texts: Sequence[str]) -> None:
        """Add passages in one commit a field."""
        for field in FIELDS:
            self._write(field, _rows(first, texts, field), ())

    def remove(self, first: int, texts: Sequence[str]) -> None:
        """Remove passages in one commit a field."""
        for field in FIELDS:
            self._write(field, (), range(first, first + len(texts)))

    def _write(self, field: str, added: Sequence[tuple[int, str]], removed: Sequence[int]) -> None:
        import tantivy

        index = self._indexes[field]
        writer: Any = index.writer(heap_size=50_000_000, num_threads=1)
        for row in removed:
            # Not delete_documents_by_term: given an int for an unsigned field, 0.27 silently deletes nothing.
            writer.delete_documents_by_query(tantivy.Query.term_query(index.schema, "row", row))
        for row, tokens in added:
            # Not Document(row=…): without a schema it makes the number signed, which kills the writer's thread.
            document = tantivy.Document()
            document.add_unsigned("row", row)
            document.add_text("tokens", tokens)
            writer.add_document(document)
        writer.commit()
        writer.wait_merging_threads()
        index.reload()
        self._searchers = {name: opened.searcher() for name, opened in self._indexes.items()}


def _rows(first: int, texts: Sequence[str], field: str) -> list[tuple[int, str]]:
    """Return (number, tokens joined by spaces) of each passage."""
    return [(row, " ".join(field_tokens(text, field))) for row, text in enumerate(texts, start=first)]


ENGINES: dict[str, type[Engine]] = {
    "hoidap": Hoidap,
    "bm25s": Bm25s,
    "fts5": Fts5,
    "fts5 df≤30%": Fts5Rare,
    "tantivy": Tantivy,
}
