"""What was found in a passage: the words that answer, and the sentence to fall back on."""

from dataclasses import dataclass

from retrieval.text.span import Span

JOINER = ", "


@dataclass(frozen=True, slots=True)
class FoundAnswer:
    """Spans of the article's text that answer, in order, in code points of it; the sentence that they stand in.

    ``is_safe`` says that the spans alone may be marked, ``is_clear`` too, of a figure or time that is far the best of
    its sentence, though others of the passage may be meant; otherwise they are the likeliest words with their clause,
    or the whole sentence. ``has_type`` says that the best sentence has something that is surely of the kind asked
    for; of kinds that any words may answer, always. ``score`` is how well that sentence answers, better when higher:
    it compares passages for one question (0 to 25 or so). ``worth`` is the part of it that the words found add: all
    of a list, a reason given. ``office`` is how much of the office asked for is the answer's, in [0, 1].
    """

    spans: tuple[Span, ...]
    sentence: Span
    is_safe: bool
    has_type: bool
    score: float
    is_clear: bool = False
    worth: float = 0.0
    office: float = 0.0

    @property
    def marked(self) -> tuple[Span, ...]:
        """Return what to mark in the excerpt: the spans where they are safe alone, else their sentence."""
        return self.spans if self.is_safe or self.is_clear else (self.sentence,)

    def text_of(self, article: str) -> str:
        """Return the answer as it reads in the article; several spans are joined by a comma."""
        return JOINER.join(span.of(article) for span in self.spans)
