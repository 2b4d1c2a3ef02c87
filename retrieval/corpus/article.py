"""From a document as read to an article as indexed: cleaned, described, cut into passages."""

from retrieval.corpus.cleaning import clean
from retrieval.corpus.document import Document, ReadFailure
from retrieval.corpus.metadata import Found, Metadata, extract_metadata
from retrieval.corpus.passages import Passage, cut_passages
from retrieval.records import ArticleRecord

PIPELINE = "6"
"""Raised whenever reading, cleaning, metadata or passages change, so that every article is prepared anew."""


def prepare_article(
    document: Document, path: str, content_hash: str
) -> tuple[ArticleRecord, list[Passage]] | ReadFailure:
    """Return the article of the file at ``path`` and its passages, or why there is nothing to index in it."""
    cleaned = clean(document)
    if not any(char.isalnum() for char in cleaned.text):
        place = document.path if document.line is None else f"{document.path} line {document.line}"
        error = f"{place} holds menus and forms only, no article: put the article's text there or remove the file"
        return ReadFailure(document.path, error, document.line)
    metadata = extract_metadata(document, cleaned)
    published, event = metadata.published, metadata.event
    article = ArticleRecord(
        id=document.article_id,
        path=path,
        line=document.line,
        format=document.format.value,
        text=cleaned.text,
        title=_value(metadata.title),
        source=_value(metadata.source),
        author=_value(metadata.author),
        url=document.declared.url,
        published=published.value.date.isoformat() if published else None,
        published_time=published.value.time.isoformat("minutes") if published and published.value.time else None,
        event=(event.value.start.isoformat(), event.value.end.isoformat()) if event else None,
        reviewed_years=metadata.reviewed_years,
        provenance=_provenance(metadata),
        content_hash=content_hash,
    )
    return article, cut_passages(cleaned.text)


def _value(found: Found[str] | None) -> str | None:
    return found.value if found else None


def _provenance(metadata: Metadata) -> dict[str, dict[str, str]]:
    """Return how each value was found: method and evidence by field."""
    fields = ("title", "source", "author", "published", "event")
    found = {name: getattr(metadata, name) for name in fields}
    return {name: {"method": value.method.value, "evidence": value.evidence} for name, value in found.items() if value}
