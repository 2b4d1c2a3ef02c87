"""The rows of the store as the rest of the program sees them."""

from dataclasses import dataclass

from retrieval.text.span import Span


@dataclass(frozen=True, slots=True)
class ArticleRecord:
    """One article as indexed: ``path`` is absolute, dates are ISO texts, ``event`` is (first day, last day)."""

    id: str
    path: str
    line: int | None
    format: str
    text: str
    title: str | None
    source: str | None
    author: str | None
    url: str | None
    published: str | None
    published_time: str | None
    event: tuple[str, str] | None
    reviewed_years: tuple[int, ...]
    provenance: dict[str, dict[str, str]]
    content_hash: str


@dataclass(frozen=True, slots=True)
class PassageRecord:
    """One passage: code points [start, end) of its article's text, and its sentences in the same count."""

    id: int
    article_id: str
    ordinal: int
    start: int
    end: int
    sentences: tuple[Span, ...]

    @property
    def public_id(self) -> str:
        """Return the id that users see: the article's id and the passage's place in it, from 1."""
        return f"{self.article_id}#{self.ordinal}"


@dataclass(frozen=True, slots=True)
class Generation:
    """What one finished run of indexing made."""

    number: int
    created_at: str
    roots: str
    pipeline: str
    model: str
    fingerprint: str
    dimension: int
    n_articles: int
    n_passages: int
    dense_sha256: str
    lexical_sha256: str
