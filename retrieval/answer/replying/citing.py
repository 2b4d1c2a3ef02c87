"""From findings to citations: each adds something, and near-identical passages are shown once, with their count."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

from retrieval.answer.ranking.finding import Finding
from retrieval.answer.reply import Citation
from retrieval.text.tokens import with_pairs

# Syndicated copies differ in a headline, a byline or a comma; two passages on one event share far less.
_COPY_SHARE = 0.8
# Copies are of about one length, and about as near to any question.
_COPY_CHARS_SHARE, _COPY_COSINE = 0.7, 0.04


def cite(findings: Sequence[Finding], top: int) -> tuple[Citation, ...]:
    """Return at most ``top`` citations, best first; what an earlier one says already is counted in it."""
    kept: list[_Kept] = []
    for finding in findings:
        candidate = _Kept(finding)
        first = next((known for known in kept if candidate.is_copy_of(known)), None)
        if first is not None:
            first.n_copies += 1
        elif len(kept) < top:
            kept.append(candidate)
    return tuple(
        replace(citation_of(item.finding, rank), copies=item.n_copies) for rank, item in enumerate(kept, start=1)
    )


def citation_of(finding: Finding, rank: int) -> Citation:
    """Return the citation of one passage, with its answer marked."""
    article, passage = finding.evidence.article, finding.evidence.passage
    start = passage.start if finding.opening is None else finding.opening
    return Citation(
        rank=rank,
        article_id=article.id,
        passage_id=passage.public_id,
        title=article.title,
        source=article.source,
        author=article.author,
        published=article.published,
        url=article.url,
        path=article.path,
        excerpt=article.text[start : passage.end],
        start=start,
        end=passage.end,
        highlights=tuple((span.start - start, span.end - start) for span in finding.answer.marked),
        score=round(finding.score, 6),
    )


class _Kept:
    """A finding that may be cited, its copies counted; its words are only looked at where sizes and vectors agree."""

    def __init__(self, finding: Finding) -> None:
        self.finding = finding
        self.n_copies = 0

    def is_copy_of(self, other: "_Kept") -> bool:
        """Return whether two passages share nearly all their words and pairs of words (Jaccard index), and all figures.

        Two days' reports of one price differ in nothing but the figures.
        """
        sizes = sorted((self.n_chars, other.n_chars))
        if sizes[0] < _COPY_CHARS_SHARE * sizes[1]:
            return False
        if abs(self.finding.hit.cosine - other.finding.hit.cosine) > _COPY_COSINE:
            return False
        if self.figures != other.figures:
            return False
        shared = len(self.words & other.words)
        return shared >= _COPY_SHARE * (len(self.words) + len(other.words) - shared)

    @property
    def n_chars(self) -> int:
        return self.finding.evidence.passage.end - self.finding.evidence.passage.start

    @cached_property
    def figures(self) -> frozenset[str]:
        return frozenset(token for token in self.tokens if token[0].isdigit())

    @cached_property
    def words(self) -> frozenset[str]:
        return frozenset(with_pairs(self.tokens))

    @cached_property
    def tokens(self) -> list[str]:
        return [key for sentence in self.finding.evidence.sentences for key in sentence.keys]
