"""Reads one document exactly as indexing will: the same reader, cleaning, metadata and passages."""

from hashlib import sha256
from pathlib import Path

from bot.telegram.admin.jobs import Inspected, Unreadable
from retrieval.corpus.article import prepare_article
from retrieval.corpus.document import ReadFailure
from retrieval.corpus.reading import list_files, read_file
from retrieval.errors import CorpusError

OPENING_CHARS = 700  # of the text, for a person to see what was read
_MAX_ERROR_CHARS = 500


def inspect_document(path: Path) -> Inspected | Unreadable:
    """Return what would be indexed of a document, or why nothing would; never raises for its content."""
    try:
        (file,) = list_files(path).files
    except (CorpusError, ValueError) as error:
        return Unreadable(str(error)[:_MAX_ERROR_CHARS])
    (reading,) = read_file(file)
    prepared = reading if isinstance(reading, ReadFailure) else prepare_article(reading, str(path), "")
    if isinstance(prepared, ReadFailure):
        return Unreadable(prepared.error[:_MAX_ERROR_CHARS])
    article, passages = prepared
    published = article.provenance.get("published", {})
    return Inspected(
        title=article.title,
        source=article.source,
        author=article.author,
        published=article.published,
        published_method=published.get("method"),
        published_evidence=published.get("evidence"),
        n_passages=len(passages),
        n_chars=len(article.text),
        opening=article.text[:OPENING_CHARS],
        text_digest=digest_of(article.text),
    )


def digest_of(text: str) -> str:
    """Return what two articles of the same text have in common."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
