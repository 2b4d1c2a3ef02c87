"""The history of the two databases' layout, numbered; each step runs once, in a transaction.

``index.db`` holds what the articles say and which generation is current; ``embeddings.db`` keeps vectors by model and
text, so that a killed or repeated run embeds nothing twice. They are two files because a run of an hour writes
vectors as it goes, while the articles change all at once, at its end.
"""

from sqlite_utils import Database, Migrations

index_migrations = Migrations("hoidap.index")
embedding_migrations = Migrations("hoidap.embeddings")


@index_migrations()
def m001_articles(db: Database) -> None:
    """Files as last seen, articles as cleaned, passages by offset."""
    db.table("file").create({"path": str, "size": int, "mtime_ns": int}, pk="path")
    db.table("article").create(
        {
            "id": str,
            "path": str,
            "line": int,
            "format": str,
            "content_hash": str,
            "text": str,
            "title": str,
            "source": str,
            "author": str,
            "url": str,
            "published": str,
            "published_time": str,
            "event_start": str,
            "event_end": str,
            "reviewed_years": str,
            "provenance": str,
        },
        pk="id",
        not_null={"path", "format", "content_hash", "text", "reviewed_years", "provenance"},
    )
    db.table("article").create_index(["path"])
    # AUTOINCREMENT: an id is never given twice, so a vector can never point at another passage's text.
    db.execute(
        "CREATE TABLE passage (id INTEGER PRIMARY KEY AUTOINCREMENT, article_id TEXT NOT NULL REFERENCES article(id), "
        "ordinal INTEGER NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL, sentences TEXT NOT NULL, "
        "text_hash TEXT NOT NULL)"
    )
    db.table("passage").create_index(["article_id", "ordinal"], unique=True)


@index_migrations()
def m002_generations(db: Database) -> None:
    """What each finished run made; the last row is the current generation."""
    db.table("generation").create(
        {
            "number": int,
            "created_at": str,
            "roots": str,
            "pipeline": str,
            "model": str,
            "fingerprint": str,
            "dimension": int,
            "n_articles": int,
            "n_passages": int,
            "dense_sha256": str,
            "lexical_sha256": str,
        },
        pk="number",
    )


@embedding_migrations()
def m001_embeddings(db: Database) -> None:
    """Vectors, float32 little-endian, by model fingerprint and text hash."""
    db.execute(
        "CREATE TABLE embedding (fingerprint TEXT NOT NULL, text_hash TEXT NOT NULL, vector BLOB NOT NULL, "
        "PRIMARY KEY (fingerprint, text_hash)) WITHOUT ROWID"
    )
