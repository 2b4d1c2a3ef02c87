"""The sentences of a passage as tokens: read once, for all that looks for words in them."""

from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property, lru_cache

from retrieval.query.glossary import Rendering
from retrieval.text.span import Span
from retrieval.text.tokens import folded, token_texts_of, tokens_with_places

_REMEMBERED = 512  # passages; a few MB


def read_sentences(article: str, spans: Sequence[Span]) -> tuple["ReadSentence", ...]:
    """Return neighbouring sentences of an article's text, read; ``spans`` in their order."""
    if not spans:
        return ()
    first = spans[0].start
    parts = [(span.start - first, span.end - first) for span in spans]
    keys = token_texts_of(article[first : spans[-1].end], parts)
    return tuple(map(ReadSentence, [article] * len(spans), spans, keys))


@lru_cache(maxsize=_REMEMBERED)
def remembered_sentences(article: str, spans: tuple[Span, ...]) -> tuple["ReadSentence", ...]:
    """Return the sentences of a passage, read; those of passages that many questions find are read once."""
    return read_sentences(article, spans)


class ReadSentence:
    """One sentence: ``span``, ``starts`` and ``ends`` (of its tokens) are code points of the article's text.

    ``keys`` are its tokens in small letters, with marks.
    """

    def __init__(self, article: str, span: Span, keys: list[str]) -> None:
        """Take a sentence of an article with its tokens."""
        self.article = article
        self.span = span
        self.keys = keys

    @cached_property
    def text(self) -> str:
        """Return the sentence as the article has it."""
        return self.span.of(self.article)

    @property
    def starts(self) -> list[int]:
        """Return where each token begins."""
        return self._places[0]

    @property
    def ends(self) -> list[int]:
        """Return where each token ends."""
        return self._places[1]

    @cached_property
    def _places(self) -> tuple[list[int], list[int]]:
        _, starts, ends = tokens_with_places(self.text)
        offset = self.span.start
        return [start + offset for start in starts], [end + offset for end in ends]

    def __len__(self) -> int:
        """Return the number of tokens."""
        return len(self.keys)

    @cached_property
    def folded_keys(self) -> list[str]:
        """Return the tokens without marks."""
        return folded(self.keys)

    def spelled(self, *, is_folded: bool) -> list[str]:
        """Return the tokens without marks, or with them."""
        return self.folded_keys if is_folded else self.keys

    def typed(self, i: int) -> str:
        """Return token ``i`` as the article has it, with its capitals."""
        return self.article[self.starts[i] : self.ends[i]]

    @cached_property
    def is_capital(self) -> list[bool]:
        """Return of each token whether it begins with a capital."""
        return [self.article[start].isupper() for start in self.starts]

    @cached_property
    def scopes(self) -> list[int]:
        """Return of each token the number of its part: a semicolon begins another, and what adds another figure.

        "25 đoàn đi học và 12 đoàn đi họp; ngày 11-3, …" has three.
        """
        numbers: list[int] = []
        for i, key in enumerate(self.keys):
            gap = self.article[self.ends[i - 1] : self.starts[i]] if i else ""
            after = self.keys[i + 1] if i + 1 < len(self.keys) else ""
            adds = (key == "và" and after[:1].isdigit()) or ("," in gap and key[0].isdigit() and i > 0)
            numbers.append((numbers[-1] if numbers else 0) + (";" in gap or adds))
        return numbers

    def between(self, i: int) -> str:
        """Return what stands between token ``i`` and the one after it; what follows the last, up to the end."""
        end = self.starts[i + 1] if i + 1 < len(self.starts) else self.span.end
        return self.article[self.ends[i] : end]

    def chars(self, start: int, end: int) -> Span:
        """Return tokens [start, end) as code points of the article."""
        return Span(self.starts[start], self.ends[end - 1])

    def token_after(self, char: int) -> int:
        """Return the number of the first token that ends behind a code point of the article."""
        return bisect_right(self.ends, char)

    def find(self, way: Rendering, *, is_folded: bool) -> list[int]:
        """Return the tokens at which a run of tokens begins."""
        keys = self.spelled(is_folded=is_folded)
        if not way or way[0] not in keys:
            return []
        size = len(way)
        return [i for i, key in enumerate(keys) if key == way[0] and tuple(keys[i : i + size]) == way]
